// Attempts to change a price, a balance or a payment, or to read what is not the writer's: an intent of its own that has no effect.
import type { Said } from './said.ts'

const ENDING = '(?:in|kan|i)?'
const SET = `(?:ubah|rubah|ganti|set|setel|jadi(?=kan|in)|bikin|buat(?= harga| total| tagihan|kan)|turun|potong|change|make|update|edit|override|atur)${ENDING}`
const PRICE =
  '(?:harga|harganya|hrg|hrga|price|tarif|total|totalnya|hitung|tagihan|tagihannya|bill|invoice|cost|biaya|biayanya)'
const NOTHING = '(?:nol|nul|gratis|free|zero|seribu|satu)'
const SUM = `(?:rp\\.?\\s*)?(?:\\d|${NOTHING}\\b)`
const TELL =
  '(?:tampil\\w*|tunjuk\\w*|perlihatkan|kasih\\w*|kasi|lihat\\w*|liat\\w*|show|list|dump|bocor\\w*|sebut\\w*|print|give|tell|send|kirim\\w*|minta|bagi|reveal|beri|berikan|apa|export|ekspor|baca\\w*|read|output|cetak\\w*|repeat|ulangi?|translate|terjemah\\w*|tulis\\w*|salin\\w*|isi|akses|what|ambil\\w*|download|unduh|spill)'
const SECRET =
  '(?:api ?-?key|token|server ?key|database|databasenya|env\\b|secret|kredensial|credentials?|system prompt|source ?code|config|konfigurasi|log (?:error|server|sistem)|akses (?:semua|admin|database|panel|server))'
const PEOPLE = '(?:pelanggan|customers?|users?|pembeli|member|client|buyers?)'
const THEIRS =
  '(?:data|nomor|nomer|no|alamat|pesanan|order|orderan|saldo|riwayat|history|chat|link|kontak|hp|wa)'
/** Up to a few words, but for those of somebody who buys for another. */
const NEAR = (most: number): string => `(?:(?!\\b(?:buat|untuk|utk|bwt|akun|ke)\\b).){0,${most}}?`
const OTHERS = [
  `${THEIRS}\\w* (?:semua |para |punya |milik )?(?:${PEOPLE}|orang(?= (?:yang )?(?:lain|order|beli|pesan)))(?! ?(?:service|care|support))`,
  `orders? of (?:other|another|all)|all (?:the |your )?(?:users|customers|orders|buyers)|(?:other|another|every|someone|everyone|everybody|anyone|somebody)(?: people| person| users?| customers?| buyers?| else)?'?s? (?:orders?|balance|data|numbers?|phone|history|chats?|details|info\\w*)`,
  `semua (?:data )?(?:pelanggan|customers?|users?|pembeli|data (?:toko|user|order))`,
].join('|')
const BOSS =
  '(?:admin|owner|developer|pemilik|programmer|superuser|root|atasan|sistem|system|ceo|teknisi|it support)'
const PAID =
  '(?:lunas|paid|(?:sudah|udah|udh|dah|telah) (?:di|ke|ter)?ba?ya?r\\w*|terbayar|kebayar|settlement|selesai dibayar|settled)'

const SAYS: RegExp[] = [
  // Orders to forget the rules, and modes without any.
  /\b(?:abai\w*|lupa(?:kan|in)|hirau\w*|ignore|forget|disregard|override|bypass|langgar|lewati)\b.{0,40}\b(?:instruksi\w*|perintah\w*|aturan\w*|prompt|instructions?|rules?|guidelines?|sebelumnya|previous|above|sistem\w*|system|pembayaran|payment|verifikasi)\b/,
  /\bsystem ?prompt\b|\bjailbreak\b|\b(?:developer|debug|god|dan|admin|root|sudo|maintenance) ?mode\b|\bmode (?:developer|debug|admin|root|dewa|god|maintenance|dan)\b|<\|?(?:system|im_start|assistant)|\[\/?(?:system|sistem|inst|admin|tool|override)\b|(?:^|\n)\s*(?:system|sistem|assistant|tool|midtrans|webhook|server|developer)\s*:|#{2,} ?(?:system|instruction|instruksi)|^sudo\b/,
  /\b(?:mulai|from) (?:sekarang|detik ini|now)(?: on)?,? (?:kamu|anda|lu|lo|you|u|bot)\b|\bpretend (?:you|to|that)\b|\bact as\b|\bberpura|\bpura-?(?:pura|2) (?:aja |saja |aj )?(?:kamu|lu|jadi|saya|aku|udah|sudah|udh|dah)|\broleplay\b|\b(?:nurut|patuh|tunduk) (?:sama |ke |pada |kepada )?(?:saya|aku|gue|gw)\b/,
  /\b(?:kamu|anda|lu|lo|you|u)\b.{0,20}\b(?:sekarang|adalah|are now|jadi|berperan)\b.{0,40}\b(?:admin|owner|pemilik|sistem|system|developer|hacker|root|bot lain|dan|tanpa (?:aturan|batas\w*|filter)|bebas aturan|without|unrestricted)\b/,
  /\b(?:your|initial|hidden|secret|original|internal) (?:\w+ )?(?:instructions?|prompts?|configuration|config|rules|guidelines)\b|\bprompt(?:mu|nya)?\b.{0,20}\b(?:kamu|lu|anda|bot\w*|sistem)\b|\bpromptmu\b|\binstruksi(?:mu|nya bot| kamu| sistem\w*| awal| rahasia| bot| internal| di atas)\b|\b(?:pesan|perintah) sistem\b|\bsystem message\b|\btold before this\b|\b(?:teks|text|pesan|tulisan) (?:yang )?(?:di )?(?:atas|above)\b|\baturan(?:mu| kamu| bot| sistem)\b/,
  new RegExp(
    `\\b${TELL}\\b.{0,20}\\b(?:instruksi|perintah|aturan|prompt)\\w*\\b.{0,25}\\b(?:kamu|mu|lu|anda|bot|sistem)\\b`,
  ),
  // Prices.
  new RegExp(
    `\\b${SET}\\w*\\b.{0,25}\\b${PRICE}\\b.{0,30}(?:\\b(?:jadi|menjadi|to|ke|sebesar)\\b|=|:)\\s*${SUM}`,
  ),
  new RegExp(
    `\\b(?:kurangi?n?|potong)\\b.{0,12}\\b(?:tagihan|total|bill)\\w*\\b.{0,20}\\b(?:jadi|menjadi|to|ke)\\s*${SUM}`,
  ),
  new RegExp(`\\b(?:jadikan|jadiin|set|bikin)\\b.{0,15}\\b${PRICE}\\b.{0,10}${SUM}`),
  new RegExp(
    `\\b(?:harga|price|tarif|tagihan)\\w*\\b.{0,15}\\b(?:(?:jadiin|jadikan|ubah|rubah|ganti|diubah|diganti|dibikin|dijadikan)\\w*\\b(?: (?:jadi|ke|to|aja|saja|menjadi))*\\s*${SUM}|(?:bikin|buat|set) (?:jadi |ke |to )?(?:${NOTHING}|0)\\b)`,
  ),
  new RegExp(
    `\\b${PRICE}\\b\\s*(?:=|:|is|adalah|jadi)?\\s*(?:rp\\.?\\s*)?(?:[01](?![\\d.,])(?: (?:rupiah|perak|rp|idr)\\b|\\s*$|\\s*[,;!])|nol\\b|zero\\b)`,
  ),
  /\bharga (?:rp ?)?(?:[01]|nol|satu) ?(?:rupiah|perak|rp)\b|\b(?:diskon|discount)\D{0,6}(?:9\d|100) ?(?:%|persen|percent)|\b(?:9\d|100) ?(?:%|persen|percent) (?:diskon|discount|off)\b/,
  // Balances.
  /\b(?:set|ubah|rubah|ganti|jadikan|jadiin|update|change|edit|bikin|buat|naik\w*|tambah\w*|isi\w*|add|kasih|kasi|beri|give)\b.{0,20}\b(?:saldo|balance)\w*\b.{0,25}(?:\b(?:jadi|menjadi|to)\b|=|\bgratis|\btanpa|\bfree\b|\bcuma-?cuma)/,
  /\b(?:naik\w*|ubah|set)\b.{0,12}\b(?:saldo|balance)\w*\b.{0,12}\bke (?:rp ?)?\d/,
  /\b(?:set|jadikan|jadiin)\b.{0,12}\b(?:saldo|balance)\w*\b.{0,20}\d/,
  /\b(?:saldo|balance)\w*\b.{0,15}\b(?:jadikan|jadiin|ubah jadi|set ke|set to)\b|\b(?:saldo|balance)\w*\s*(?:=|:=)\s*\d/,
  /\d\S* (?:tapi|tp|tetapi|but)\b.{0,20}\b(?:saldo|balance)\w*\b.{0,6}\d/,
  /\b(?:(?:udah|sudah|udh|telah) di ?ba?ya?r(?:in|kan)?|been paid) (?:oleh |sama |by )?(?:admin|owner|sistem|system)\b/,
  /\b(?:kasih|kasi|beri|berikan|bagi|bagiin|give(?: me)?|hadiah\w*|sumbang\w*)\b (?!(?:tau|tahu|lihat|liat)\b).{0,12}\b(?:saldo|balance|credits?)\b|\b(?:topup|top up|deposit|depo)\b.{0,20}\b(?:gratis|free)\b(?! (?:biaya|admin))|\b(?:gratis|free) (?:topup|top up|deposit|depo)\b|\bisi(?:in)?(?: saldo)? (?:rp ?)?\d\S* gratis\b|\banggap\b.{0,20}\d/,
  /(?<!\b(?:kurang|lebih) )\bbayar(?:nya)?\b.{0,12}\b(?:\d+ ?(?:perak)|gratis|nol|[01] ?rupiah)\b|\b(?:tarik|wd|withdraw|cairkan|cairin)\b.{0,40}\b(?:padahal|walau\w*|meski\w*|unlimited|lipat)\b/,
  // What stands paid.
  new RegExp(
    `\\b(?:anggap|tanda(?:i|in|kan)|mark|catat|set|jadikan|jadiin|ubah|ganti|treat|consider|buat|bikin|konfirmasi\\w*)\\b.{0,35}\\b(?:${PAID}|status(?:nya)? (?:jadi|menjadi|to))\\b`,
  ),
  /\b(?:ubah|rubah|ganti|set|update|jadikan|jadiin|edit|change)\w*\b.{0,12}\bstatus\w*\b.{0,30}(?:\b(?:jadi|menjadi|to|ke|lunas|paid|selesai|completed?|sukses|success)\b|=)/,
  /\bstatus"?\s*[:=]\s*"?(?:paid|lunas|settlement|success|completed?|capture)\b|\bsettlement\b|(?<!(?:my|the|is|your) )\bpayment (?:verified|confirmed|accepted)\b|\b(?:bayar|pembayaran|transaksi) (?:\w+ )?(?:di)?(?:konfirmasi|verifikasi|terverifikasi|acc|terima) (?:oleh|by) (?:sistem|system|admin|owner)\b/,
  /\b(?:tanpa|gausah|ga usah|gak usah|nggak usah|ngga usah|without|skip|lewati)\s+(?:harus |perlu |the |any |proses |di ?)?(?:ba?ya?r|pembayaran|membayar|paying|payment)\b(?!.{0,30}\b(?:batal|ga jadi|gajadi|cancel)\b)/,
  /"?\b(?:transaction_status|signature_key|gross_amount|payment_status|fraud_status)"?\s*[:=]/,
  /\b(?:bilang|tulis|klik|pencet|centang|hitung)\b(?: (?:aja|saja|ke|di|sistem|kalo|kalau|bahwa|saya|aku|gw|gue|sebagai))* (?:sudah |udah |udh )?(?:lunas|di ?bayar|bayar)\b|\b(?:sebagai lunas|as paid)\b|\b(?:seolah|seakan)-?/,
  /^(?:(?:tolong|coba|kak|min|bang|pls) )*(?:lunaskan|lunasin) (?:order|pesanan|tagihan)|\b(?:acc|approve|setujui|loloskan|validasi|verifikasi)\w*\b.{0,15}\b(?:pembayaran|payment)\w*/,
  /\b(?:ubah|rubah|ganti|set|jadikan|jadiin|buat|bikin)\w*\b.{0,12}\b(?:pembayaran|payment|bayar)\w*\b.{0,12}\b(?:sukses|berhasil|lunas|selesai|paid|success)\b/,
  /\b(?:isi|topup|top up|deposit|depo|topap)\b.{0,20}\d\S*(?: \S+){0,2} bayar(?:nya)? (?:cuma |hanya |saja |aja )*(?:rp ?)?\d|\b(?:tapi|tp)\b.{0,10}\bbayar(?:nya)? (?:cuma |hanya |saja |aja )*(?:rp ?)?\d/,
  /\b(?:saldo|uang|kas|duit) (?:toko|admin|owner|panel|bot|orang|user|customer|pelanggan|semua orang)\b|\bsaldo\w* (?:punya |milik )(?:orang|temen|teman|user|si|kakak|adik|mantan)\b/,
  /\b(?:pesan|notifikasi|notif|info|message|notice|update) (?:dari |from )?(?:the )?(?:sistem|system|server|midtrans|bank|qris|gateway)\s*:|\b(?:notifikasi|webhook|callback|notification)\s*:|\((?:system|sistem|admin|override)\)|[*=_<>-]{2,}\s*(?:system|sistem|admin)\b|\boverride\b|\b(?:admin|owner|system|sistem) (?:command|override|access|perintah)\b/,
  /"(?:intent|role|tool|function|arguments|order_id|balance|price|saldo|harga)"\s*:|\b(?:paid_claim|set_price|give_quantity)\b/,
  /\b(?:system|sistem|admin|server|gateway|midtrans|qris)\s*(?:notice|notification|notif|message|msg|alert|log|report|response)\b|\bnotif(?:ikasi)? (?:midtrans|qris|bank|sistem|gateway)\b(?!.*\b(?:belum|tidak|ga|gak)\b)/,
  /^(?!.*\b(?:belum|blm|kok|error|kenapa|tapi|tp|apa|cek|\?)\b).*\b(?:midtrans|gateway|sistem|system|server|bot)\w*\b.{0,20}\b(?:lunas|paid|sukses|berhasil|settled?|(?:udah|sudah|telah) (?:di)?(?:bayar|terima|konfirm\w*))\b/,
  /\b(?:set|mark|ubah|jadikan|jadiin|update|ganti)\w*\b.{0,20}\b(?:to|jadi|sebagai|as|menjadi) (?:paid|lunas|completed?|selesai|success|sukses|done)\b/,
  /\b(?:kata|menurut|disuruh|dari) (?:admin|owner|cs|bos)\w*\b.{0,20}\blunas\b|\b(?:admin|owner|cs)\w*\b.{0,10}\b(?:udah|sudah|dah) (?:acc|approve|konfirmasi)\w*\b/,
  /\b(?:ga usah|gak usah|gausah|jangan|tanpa|tidak usah|no need to)\b.{0,6}\b(?:di ?)?(?:cek|verifikasi|verif|check|konfirmasi)\w*\b.{0,30}\b(?:bayar|lunas|proses|order|pesanan)|\b(?:bayar|lunas|transfer)\w*\b.{0,30}\b(?:ga usah|gak usah|gausah|jangan|tanpa|tidak usah) (?:di ?)?(?:cek|verif)/,
  /\bgratis(?:in|kan)\b/,
  // What is not theirs to read.
  new RegExp(`\\b${TELL}\\b.{0,40}\\b${SECRET}`),
  /\bapi ?-?key\b|\btoken (?:bot|telegram|panel)|\bbot ?token\b|\bserver ?key\b|\b(?:password|pass|sandi|login|pw) (?:\w+ )?(?:admin|panel|dashboard|bot|database|server|toko|owner)\b|\badmin (?:password|login)\b/,
  new RegExp(`\\b${TELL}\\b.{0,30}\\b(?:${OTHERS})`),
  new RegExp(
    `\\b${THEIRS}\\w*\\b${NEAR(12)}\\b(?:${PEOPLE}|orang)(?: yang)? (?:lain|sebelah)\\b|\\bsaldo\\w* ${NEAR(8)}(?:user|customer|pelanggan|akun) ?\\d`,
  ),
  /\bsiapa (?:aja|saja)\b.{0,20}\b(?:order|beli|pesan|pesen|pembeli|pelanggan|customer)/,
  /\bom[sz]et\b|\b(?:total|rekap) penjualan\b|\b(?:keuntungan|profit|laba|untung) (?:toko|lu|kamu|per|bersih)|\bhow much (?:profit|money) do(?:es)? (?:you|the shop) make\b/,
  /\b(?:drop|delete|truncate|alter|insert|update|select)\b.{0,12}\b(?:table|from|into|database|set)\b|union\s+select|['"]\s*or\s*['"]?1['"]?\s*=\s*['"]?1|\$(?:ne|gt|where|regex)\b|<\/?(?:script|tool|function|img|iframe|svg|system)|\{\{.{0,40}\}\}|\$\{|\.\.\/\.\.|;\s*--|\/etc\/passwd|\bprocess\.env\b|\brm -rf\b/,
  /\btool[_ ]?(?:result|call|output|response)\b|\bfunction[_ ]call\b|\b[a-z]+_[a-z_]+\(|^execute\s*:/,
  // Somebody else's voice.
  new RegExp(
    `\\b(?:saya|aku|gue|gw|i am|i'm|im|ini|dari)\\s+(?:adalah |itu |dari |memang )?(?:the |a |tim |team |your )*${BOSS}(?:nya|mu)?\\b.{0,60}\\b(?:harga|saldo|akses|gratis|kasih|tampil\\w*|proses|override|mode|perintah|izin|lunas\\w*|ubah|ganti|free|diskon|data|log|give|approve|tambah\\w*|buka\\w*)\\b`,
  ),
  new RegExp(
    `\\b(?:harga|saldo|balance|akses|gratis|diskon|lunas\\w*|free|data|price|access)\\b.{0,50}\\b(?:saya|aku|gue|gw|i am|i'm|im)\\s+(?:adalah |ini |itu )?(?:the |a |tim |your )*${BOSS}`,
  ),
  new RegExp(
    `\\b(?:perintah|instruksi|suruhan|order) (?:langsung )?(?:dari |from )(?:the )?${BOSS}|\\b(?:perintah|atas izin) (?:dari )?${BOSS}`,
  ),
  /\b(?:admin|owner)\w* (?:bilang|suruh|nyuruh|kasih izin|said|says|udah setuju|setuju|told).{0,40}\b(?:gratis|free|lunas|tanpa bayar|nol)\b|\bkata (?:admin|owner)\w*.{0,30}\b(?:gratis|free|tanpa bayar)\b/,
  /\b(?:jadi(?:kan|in)|make|angkat) (?:saya|aku|gue|gw|me) (?:an? |sebagai |jadi )?(?:admin|owner)\b|\bdari akun (?:admin|owner|orang)\b/,
  /\b(?:ganti|ubah|set|change)\w*\b.{0,20}\b(?:rekening|norek|qris|qr) (?:toko|penjual|admin|owner|kamu)\b|\b(?:matikan|matiin|shutdown) (?:bot|toko|sistem|server)\w*|\bbroadcast ke semua\b/,
  /\b(?:hapus|delete|reset|kosongkan|batalkan|batalin|cancel)\b.{0,15}\b(?:database|semua (?:pesanan|order|tagihan|saldo|data)\w*(?! (?:saya|aku|gue|gw|ku|my))(?!ku\b)|semua (?:tagihan|hutang)|hutang|(?:pesanan|order\w*) semua orang)\b|\bhapus riwayat\b.{0,12}\borang\b/,
  /\bhack(?:in|ing)? (?:toko|bot|sistem|panel|server|saldo|database)|\bsql ?injection\b|\beksploitasi\b|(?<!\b(?:kena|jasa|anti|di|takut|bukan) )\bhack\b(?! akun)/,
  /\bharga (?:modal|kulak\w*|pokok|asli|beli|dari (?:panel|pusat|sana|supplier|provider))(?:nya)?\b(?! (?:aja|saja|dong|teman|sodara|saudara))|\b(?:nama|url|link|alamat|website|web|api|akses|situs) (?:panel|supplier|provider|pusat|server)\w*\b|\b(?:panel|supplier|provider)(?:nya|mu|lu)? (?:\w+ )?(?:apa|mana|siapa|namanya)\b|\b(?:dari|di) (?:panel|supplier|provider|vendor) (?:mana|apa|siapa)\b|\b(?:modal|kulakan)(?:nya|mu)? (?:dari )?(?:berapa|brp) (?:sih|kamu|lu|toko|dari)/,
]

const says = (text: string): boolean => {
  const even = text.toLowerCase().replace(/[^\S\n]+/g, ' ')
  return SAYS.some((one) => one.test(even))
}

/** As written, and in plain words: "hrg jd 1rb" is as much of one. */
export const isAttack = ({ folded, pieces }: Said): boolean =>
  says(folded) ||
  says(
    pieces
      .map(({ sort, text, raw, value }) => (sort === 'number' ? String(value) : sort === 'word' ? text : raw))
      .join(' '),
  )
