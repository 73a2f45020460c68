// Questions: what about a product is asked (price, limits, guarantee, speed, a comparison), and what about the shop in general.
import type { About } from '../../model/understanding.ts'
import type { Said } from './said.ts'

/** The message asks something: a mark, a question word, or the "… nggak" that ends a question. */
export const isQuestion = ({ asks, line }: Said): boolean =>
  asks ||
  /\bkan(?: (?:kak|ya|min|gan|bang))*$|\batau \S+(?: (?:nih|ya|kak|sih|ini|itu|min|dong))*$/.test(line) ||
  /\batau bot\b|\btidak (?:kalau|jika)\b|\b(?:is|are|does|do|can|will) (?:it|they|the|itu|ini)\b/.test(
    line,
  ) ||
  /\b(?:berapa|apa|apakah|bagaimana|kapan|kenapa|mana|dimana|siapa|berapaan|detail)\b/.test(line) ||
  /\b(?:tidak|belum|atau tidak)(?: (?:ya|kak|sih|min|gan|bang|dong|nih|ini|itu))*$/.test(line) ||
  /\b(?:aman|bisa|ada|boleh|bagus|real|cepat|lama|dapat|kena|perlu|butuh|drop|turun|hilang|awet|permanen|langsung|bertahap) tidak\b/.test(
    line,
  ) ||
  /^(?:(?!yang\b)\S+ )?(?:ada|bisa|boleh|does|is|are)\b|^(?:do|does|is|are|can|will|has|have|did|should)\b/.test(
    line,
  )

type Topic = { about: About; says: RegExp; unless?: RegExp }

const TOPICS: Topic[] = [
  {
    about: 'min',
    says: /\bminimal\b|\bpaling (?:sedikit|dikit)\b|\bmin (?:(?:dan|sama|atau) )?maksimal\b|\bmaksimal (?:dan|sama|atau) min\b|\bmin (?:komen|comments?|likes?|views?|followers)\b(?!.*#).*\bberapa\b|\bbeli satuan\b|\bmulai (?:dari )?berapa\b|\bmin(?:nya)? (?:order|pesanan|pesan|beli|pembelian|berapa pesan)\b|\bmin nya (?:berapa|beli|pesan)\b|\bmin berapa (?:beli|pesan)\b|\bberapa min$|\bmin berapa (?:\S+ )?maksimal\b|\bmin #(?: \S+)? (?:kan|kah)\b/,
    unless: /\bharga\b(?!.*\bmin(?:imal)? (?:order|beli|pesan|berapa))(?!.*\bminimal\b)/,
  },
  { about: 'max', says: /\bpaling banyak\b|\bmaksimal\b(?! #$)(?! # (?:kak|ya|aja|saja|dong))/ },
  {
    about: 'cheapest',
    says: /\b(?:termurah|terendah)\b.*\b(?:apa|mana|berapa|yang)\b|\b(?:apa|mana|berapa)\b.*\btermurah\b|\b(?:lebih|paling) (?:murah|hemat)\b.*\bmana\b|\bmana\b.*\b(?:lebih|paling) (?:murah|hemat)\b|\bmana\b.*\bmurah\b|\b(?:murah|hemat) mana\b/,
  },
  {
    about: 'compare',
    says: /\bbeda\b|\bbagus (?:id |yang |nomor )*# (?:apa|atau|sama) |# (?:apa|atau|sama) # (?:\S+ )?bagus\b|\b(?:mana|mending)\b.*\b(?:bagus|cocok|oke|recommended|laris)\b|\b(?:laris|favorit|populer|andalan|terlaris|terbaik)\b|\b(?:bagus|cocok) (?:yang )?mana\b|\bvs\b|\bversus\b|\bmending\b|\blebih bagus\b|\b(?:lebih|paling) (?:awet|stabil|bagus|real|aman) (?:yang )?mana\b|\bmana (?:yang )?(?:lebih|paling) (?:awet|stabil|real|aman)\b|\bpilih mana\b|\batau\b.*\bbagus\b|\bbanding\w*\b/,
    unless: /\bsemoga\b/,
  },
  {
    about: 'refill',
    says: /\b(?:garansi|refill)\b.*\bberapa (?:lama|hari|bulan)\b|\bada (?:a )?(?:garansi|refill) untuk\b|\b(?:ada|dapat|bisa|apa|apakah|kena|termasuk|pakai|pake|masih) (?:\S+ )?(?:garansi|refill)\b|\b(?:garansi|refill)(?: (?:nya|ada|itu|yang|masuk|sampai))* (?:tidak|berapa|apa|ada|bagaimana|kapan|hari|sampai|atau|dong)\b|^(?:garansi|refill)$|^(?:do|does|is|are)\b.*\b(?:garansi|refill|drop)\b|\bada a (?:garansi|refill)\b|\bberapa (?:lama|hari) (?:nya )?(?:garansi|refill)\b|\bdrop rate\b|\b(?:drop|hilang)\b.*\bganti tidak\b|\b(?:kalau|bisa|gampang|bakal|rawan|apakah|takut|does) (?:\S+ )?(?:drop|hilang)\b|\bdrop (?:tidak|berapa)\b|\b(?:drop|hilang|keluar|kurang)\b.*\b(?:ganti|isi|refill|balik|kembali|diisi)\b.*\b(?:tidak|apa|kah)\b|\b(?:ganti|refill|diisi)\b.*\b(?:kalau|jika)\b.*\b(?:drop|hilang|keluar|kurang)\b|\b(?:kalau|jika|misal|bakal|akan)\b.*\b(?:drop|hilang)\b|\b(?:garansi|refill)\b.*(?:\b(?:seminggu|sebulan|setahun|sehari)\b|# (?:hari|bulan|minggu|tahun)\b).*\b(?:ya|kan|tidak|apa)$|\btahan lama\b|\bpunya (?:garansi|refill)\b/,
    unless: /\byang (?:ada |punya |dapat )?(?:garansi|refill)\b/,
  },
  {
    about: 'speed',
    says: /\b(?:berapa|brapa) (?:lama|jam|menit|hari)\b|\bkecepatan\b|\b(?:cepat|lama|langsung|instan) (?:\S+ )?tidak\b|\blama (?:nya )?(?:proses|masuk)\b|\b(?:proses|masuk)\w* (?:\S+ )?(?:lama|cepat|berapa lama)\b|\bkapan (?:masuk|mulai|jalan|proses|selesai)\b|\b(?:estimasi|jangka waktu)\b|\blangsung (?:apa|atau)\b|\bcepat (?:apa|atau) (?:tunggu|lama|tidak|pelan)\b|\bkapan (?:\S+ ){1,3}(?:masuk|mulai|jalan|selesai)\b|^(?:is|are)\b.*\bcepat\b|\bpaling cepat\b.*\bmana\b|\bmana\b.*\bpaling cepat\b|\blangsung (?:masuk|proses|jalan)\b|\bbagaimana (?:long|cepat)\b|\blong does\b|\bper ?hari\b|\bsehari\b|\bkapan\b(?: \S+){0,3} (?:masuk|mulai|jalan|proses|selesai)\b|\b(?:masuk|mulai|proses|selesai|jalan)\b(?: \S+){0,2} (?:kapan|berapa lama|berapa jam|berapa hari|lama)\b|\b(?:mulai|start)(?: \S+)? time\b|\bbagaimana soon\b|\bmasuk (?:\S+ )?(?:bertahap|pelan|langsung|sekaligus)\b.*\b(?:atau|apa)\b/,
    unless:
      /\b(?:garansi|refill)(?: \S+){0,2} berapa (?:lama|hari|bulan)\b|\bberapa (?:lama|hari) (?:garansi|refill)\b|\bbatas\b|\bqris\b|\b(?:tahan|video|film|konten|lagu|akun) lama\b|\bberapa jam (?:tayang|tonton)\b/,
  },
  {
    about: 'dripfeed',
    says: /\bdrip\b|\bdripfeed\b|\bdrip-feed\b|\b(?:bertahap|berangsur|nyicil|dicicil|perlahan|pelan)\b|\bdibagi # hari\b/,
  },
  {
    about: 'price',
    says: /(?<!\bdrop )\brate(?:s|nya)?\b|\bharga\b|\bberapa(?:an)?(?: (?:ya|kak|sih|dong|min|gan|bang|nih|semua|itu|ini|duit|uang|rupiah|bayar|jadi|hitung|kalau))*$|\bberapa (?:duit|uang|rupiah|bayar|harga|hitung|kalau)\b|\b(?:kalau|jadi|hitung|beli|pesan|semua|per|seribu|#) (?:\S+ )?berapa\b|\bdapat berapa\b|#(?: \S+){0,2} berapa\b|\bberapa (?:\S+ )?#|^berapa (?:\S+ ){1,3}#$|^berapa (?:sih|ya|kak|is|ini|itu|nih|tuh|bang|min|gan) |^berapa$/,
    unless:
      /^(?!.*\bharga\b)(?!.* # jam berapa).*\bberapa (?:lama|jam|menit|hari)\b|\bminimal\b|\bmaksimal\b|\b(?:garansi|refill) berapa\b|\bmin nya berapa\b|\bbayar masuk jam\b|(?<!# )\bjam berapa\b|\bharga (?:\S+ )?(?:bawah|dibawah|under|sekitar|maksimal) #$/,
  },
  {
    about: 'other',
    says: /\b(?:detail)\b|\b(?:real|permanen|aktif|campuran|bot|indonesia|bagus|awet|stabil) (?:\S+ )?(?:tidak|atau|apa|bukan)\b|\bapakah (?:\S+ )?(?:real|permanen|bot)\b|\b(?:kualitas|bagus) (?:nya )?bagaimana\b|\bpermanen\b|^(?:is|are|do|does)\b.*\b(?:real|bot|aktif)\b|\bmanusia$|\b(?:real|manusia|bot|aktif)\b.*\b(?:atau|apa)\b|\bfoto profil\b.*\btidak\b|\bakun real semua\b|\breal semua\b|(?<!\bmulai )\bdari (?:negara )?mana\b|\bfoto\S* tidak\b/,
    unless: /\bmakasih\b|\breal tidak bot\b|\breal (?:dan|no|bukan) bot\b/,
  },
]

const BETTER =
  /\b(?:mahal|murah|cepat|bagus|awet|aman|mending|enak\w*|untung|laku|laris|ampuh|efektif|worth|bingung|stabil|ramai|rame)\b/
const OR = /\b(?:apa|atau|sama|vs|versus|dibanding\w*)\b/

/** "mahalan subscriber yt apa followers ig", "mending 7 atau 8": two things and a measure. */
const comparesTwo = ({ line, kinds, platforms, counts, wishes }: Said): boolean => {
  const named = Math.max(
    kinds.length,
    platforms.length,
    counts.filter(({ role, scaled }) => !scaled && /^(?:id|picked|numbered)$/.test(role)).length,
  )
  const two = named > 1 || (wishes.includes('custom') && wishes.includes('random'))
  return (
    two && OR.test(line) && BETTER.test(line) && !/\b(?:yang|paling|lebih) murah\b(?!.*\bmana\b)/.test(line)
  )
}

/** "masuk berapa sehari" asks for no price, "maks berapa jam" for no speed. */
const pruned = (abouts: About[], line: string): About[] =>
  abouts.filter((about) => {
    if (about === 'price' && abouts.includes('speed'))
      return /\b(?:harga|rupiah|bayar|hitung|kena|uang|murah|mahal)\b|\bberapa\b.*\bberapa\b/.test(line)
    if (about === 'speed' && (abouts.includes('max') || abouts.includes('min')))
      return !/\bberapa jam\b/.test(line)
    if (about === 'price' && (abouts.includes('min') || abouts.includes('max')))
      return /\b(?:harga|rupiah|bayar|hitung|kena|uang)\b|\bberapa\b.*\bberapa\b/.test(line)
    if (about === 'price' && abouts.includes('compare')) return /\bharga\b|\bberapa\b/.test(line)
    return about !== 'other' || abouts.length === 1
  })

const WISHED = /\b(?:yang|mau|cari|beli|pesan|butuh|dengan|jual|ada|punya|ready|nambah)\b/

export const aboutsOf = (said: Said): About[] => {
  const { line, asks } = said
  const found = TOPICS.filter(({ says, unless }) => says.test(line) && !unless?.test(line)).map(
    ({ about }) => about,
  )
  // A guarantee with a mere question mark is asked about: "garansi?"
  const bare = asks && /\b(?:garansi|refill)\b/.test(line) && !WISHED.test(line)
  const more: About[] = [
    ...(bare ? ['refill' as const] : []),
    ...(comparesTwo(said) ? ['compare' as const] : []),
  ]
  const all = pruned([...new Set([...found, ...more])], line)
  if (all.length === 0 && asks && /\bcepat(?: (?:kan|ya|kak|sih|min))*$/.test(line)) return ['speed']
  return all
}

const PAY_BY =
  '(?:dana|ovo|gopay|shopeepay|linkaja|qris|pulsa|cod|paypal|bca|bri|bni|mandiri|bsi|transfer|bank|rekening|va|e-wallet|ewallet|cicil|kartu|kredit|usdt|alfamart|indomaret)'
const GENERAL: RegExp[] = [
  /\b(?:minimal|cara|bagaimana|lama|kapan|kalau)\b.*\b(?:tarik|topup|cair\S*)\b|\b(?:tarik|topup|cair\S*)\b.*\b(?:minimal|lama|cepat|bonus|mana|apa|aman|kalau|berapa lama|cara|bagaimana|kapan|potongan|diskon)\b|\bnominal\S* harus\b|\b(?:tidak|belum) bayar\b.*\b(?:gpp|gapapa|boleh|apa)\b/,
  new RegExp(`\\b(?:bayar|transfer)\\b.*\\b(?:bagaimana|kemana|mana|cara|apa|lewat|via|bisa|${PAY_BY})\\b`),
  new RegExp(
    `\\b(?:cara|bagaimana|kemana|metode|bisa|via|lewat|pakai|terima|dengan)\\b(?: \\S+){0,3} (?:bayar|${PAY_BY})\\b|\\b${PAY_BY} (?:bisa|tidak|boleh|ada)\\b|\\bada ${PAY_BY}\\b(?! #)`,
  ),
  /\b(?:batas(?! (?:maksimal|minimal))|tenggat|deadline|kadaluarsa|expired)\b.*\b(?:bayar|waktu|kapan|jam|berapa)\b|\bbayar (?:masuk|sampai|nya)? ?(?:jam berapa|kapan)\b|\b(?:masuk|sampai) jam berapa\b.*\bbayar\b|\b(?:expired|kadaluarsa) kapan\b|\bkalau (?:\S+ )?(?:tidak|belum|telat|lupa|batal) bayar\b|\bkalau bayar telat\b|\b(?:setelah|habis|sesudah) bayar (?:apa|bagaimana|ngapain|terus|lanjut)\b|\bhutang\b|\bqris (?:expired|kadaluarsa)\b/,
  /\b(?:dengan|pakai|via) m?banking\b|\bmbanking\b|\bpelanggan\b.*\b(?:ada|apa|bagaimana)\b|\bberapa lama jual\b|^kapan saja bisa\b|\bbisa ganti (?:produk|pesanan|layanan)\b|\bberapa (?:yang )?harus bayar\b/,
  /^(?:(?:minta|mana|nomor|no|berapa|kirim) )*(?:rekening|rek|norek)(?: (?:mana|berapa|dong))*$|\bdigoyang\b|\bmasih bisa (?:pesan|beli)\b|\bformat\b|\bstep by step\b|\bkembali (?:maksimal|semua|ke|mana|kemana)\b.*\b(?:tidak|mana|kemana)\b|\bkembali mana\b|\bkalau partial\b|\bsaldo (?:itu )?(?:untuk|apa)\b|\bfollow kembali\b|\b(?:is|are) (?:paypal|dana|ovo|gopay|qris)\b|\bbisa (?:untuk|buat)? ?(?:akun baru|reels?|video|foto|story)\b/,
  /\bqris\b.*\b(?:berlaku|bank|hari|jam|masuk kapan)\b|\bberlaku\b|\bbayar setengah\b|\bstruk\b/,
  /^(?:mau|boleh|bisa|numpang|ingin|permisi) (?:tanya|bicara)(?: \S+)?(?: (?:boleh|bisa))?$|\bmetode\b|\bbisa bayar nanti\b|\bbayar (?:di )?(?:akhir|belakang)\b|\bdp\b/,
  /\b(?:ketahuan|diblok\w*|blokir|pelanggaran|hukum|illegal|ilegal|kebijakan|halal|haram|aman|bahaya|terpercaya|trusted|legit|amanah|penipu|scam|resmi|testimoni|kerjasama|takut|melanggar|legalitas|tester|sampel|sample|trial|akses akun|garansi uang|real toko)\b/,
  /\b(?:butuh|minta|kasih|pakai|tanpa|harus|perlu|pake)\b.*\b(?:password|login|otp|sandi)\b|\b(?:password|login|otp|sandi)\b.*\b(?:tidak|apa|butuh)\b/,
  /\b(?:private|privat|gembok|digembok|kunci|terkunci|publik|public)\b/,
  /\bkalau\b.*\b(?:gagal|tidak masuk|tidak jalan|rusak|kurang|salah|telat|lama|masalah)\b.*\b(?:bagaimana|uang|kembali|ganti|gmn|apa)\b|\buang\b.*\bkembali\b|\bkembali\b.*\buang\b|\b(?:bisa|boleh|ada) (?:\S+ )?(?:kembali|refund)\b|\brefund\b|\bgaransi kembali\b|\b(?:bisa|boleh|ada|is|apakah|kalau|can)\b.*\bkembali\b/,
  /\bjam (?:buka|operasional|kerja|berapa buka|tutup|layanan)\b|\bbuka (?:jam|sampai|24|hari|tidak|sekarang)\b|# jam (?:tidak|buka|online|non|kan)|^# jam$|\b(?:hitung|harga|biaya)\b.*\b(?:ppn|pajak|fee)\b|\btermasuk (?:admin|pajak|ppn|biaya|fee)\b|\b(?:akun|link|post|postingan|video) sekaligus\b|\bsekaligus\b.*\b(?:akun|link)\b|\bbuka\b.*\b(?:hari|jam|setiap|kapan|minggu)\b|\b(?:hari|jam)\b.*\b(?:buka|tutup)\b|\bkembali tidak\b|\bkembali (?:bisa|boleh) tidak\b|\b(?:tagihan|nota|kwitansi|faktur|struk)\b.*\b(?:kantor|perusahaan|resmi|pajak)\b|\b(?:malam|minggu|libur|subuh)\b.*\bbisa (?:pesan|beli)\b|\b(?:cs|admin)\b.*\b(?:jam|kapan)\b|\b(?:online|buka|tutup|libur) (?:\S+ )?(?:tidak|jam|sampai|apa)\b|\bmasih buka\b|^buka$|\bhari (?:minggu|libur)\b/,
  /\b(?:nego|diskon|tawar|reseller|grosir|mahal|voucher|kupon)\b|\bkurang (?:dong|bisa|dikit|lagi|harga)\b|\b(?:bisa|boleh) kurang\b|\bharga\b.*\b(?:bisa|boleh) (?:di)?kurang\w*\b|\b(?:bisa|boleh) (?:\S+ )?kurang\b|\bharga (?:teman|reseller|grosir|khusus)\b|\bmurahin\b|\bcheaper\b|\bgratis\b|\bsebelah\b|\b(?:biaya|harga) admin\b|\bpajak\b|\bbonus\b|\blebih murah tidak\b|\bmurah (?:di )?(?:toko )?sebelah\b|\bsebelah (?:\S+ )?murah\b|\bbanyak (?:dapat |lebih |bisa )?murah\b|\b(?:kenapa|kok) (?:harus|wajib|mesti|perlu)\b|\bbeli banyak\b.*\b(?:murah|diskon)\b|\bdrop harga\b|\b(?:bisa|boleh|kalau)(?: bisa)? lebih murah\b|\bmurah (?:dikit|lagi|dong)\b|\bada (?:promo|bonus)\b|\bkurangi\b/,
  /\blink\b.*\b(?:apa|mana|bagaimana|contoh|cara|seperti|profil atau|post atau|kayak)\b|\b(?:contoh|cara|mana|apa|bagaimana)\b.*\blink\b|\blink\S* bagaimana\b|\btidak bisa copy\b|\b(?:username|link|profil|akun)\b.*\batau\b|\b(?:kirim|pakai|kasih|taruh)\b.*\bapa\b|\bharus (?:pakai |dengan )?(?:link|username)\b|\bcukup (?:username|link)\b|\bbisa (?:dengan )?(?:username|link)\b|\bkalau\b(?!.*\b(?:drop|hilang|keluar|kurang)\b).*\bganti\b|\b(?:profil|post|postingan|video|reels?|foto|akun|username|link) (?:apa|atau) (?:link |foto |akun )?(?:profil|post|postingan|video|reels?|foto|akun|username|link)\b|\bganti\b.*\bsetelah (?:pesan|bayar)\b|\b(?:username|link|foto|screenshot) (?:saja )?(?:bisa|boleh)\b|\bkirim (?:\S+ )?(?:kemana|siapa)\b|\bke siapa\b/,
  /\b(?:cara|bagaimana|langkah|tutorial)\b.*\b(?:pesan|pesanan|beli|pakai|order|kerja|transaksi|daftar|main|sistem|jual)\b|^cara$|^bagaimana(?: cara)?$|\bcara\b$|\bhow (?:to|does|do)\b|^cara\b/,
  /\b(?:syarat|ketentuan|snk|privasi|kebijakan|legal)\b/,
  /\b(?:toko|kantor|alamat)\b.*\b(?:mana|dimana)\b|\bini (?:toko)? ?apa\b|\bmaksud (?:nya )?(?:apa|bagaimana)\b|^maksud$|\bcontoh\b/,
  /\b(?:testi|api|referral|afiliasi|affiliate|kerja sama|partner|agen|dropship\w*|invoice|kwitansi|nota)\b|\b(?:order|pesan|beli|untuk|buat)\b.*\bakun (?:teman|orang|lain|suami|istri|pacar)\b|\bada grup\b|\bpertama kali\b|\bsistem(?:nya)? bagaimana\b|\bbagaimana\b.*\bworks?\b|\bdibagi\b|\bbeberapa (?:link|post|akun)\b/,
  /\bperlu (?:follow|akun|aplikasi|daftar)\b|\bharus (?:publik|follow|login|daftar)\b/,
]

/** Questions that no product answers: paying, safety, money back, hours, haggling, what to send. */
export const asksGenerally = (said: Said): boolean =>
  /\bs ?& ?k\b/i.test(said.folded) || GENERAL.some((says) => says.test(said.bare) || says.test(said.line))
