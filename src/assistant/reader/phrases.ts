// What is said at any time, whatever was asked: a table of intents, each with the phrases of the plain words that say it.
// The first row that holds wins; rows stand from the narrow to the wide. Phrases are matched on `bare` (no address, no fillers)
// unless the row says `line`.
import type { Asked, Intent } from '../../model/understanding.ts'

export type Row = {
  intent: Intent
  says: RegExp
  unless?: RegExp
  on?: 'line'
  states?: Asked[]
  notIn?: Asked[]
  /** Not when goods are named beside it: a sentence with goods is about buying. */
  alone?: boolean
  sure: number
}

const PAID =
  /\b(?:sudah|tadi|telah) (?:(?!(?:benar|sesuai|pas|cocok|ok|siap|fix|lanjut|mau|jadi|sip|baik|yakin|deh)\b)\S+ ){0,2}?(?:bayar|transfer|lunas|terbayar)\b|\b(?:bayar|transfer) (?:sudah|tadi|berhasil|sukses|selesai|beres)\b|\buang (?:nya )?(?:saya )?sudah (?:\S+ )?kirim\b|\bsudah (?:\S+ ){0,3}(?:lakukan|dilakukan|selesaikan|diselesaikan|laksanakan) (?:bayar|transfer)\b|\b(?:berhasil|sukses|selesai) (?:bayar|transfer)\b|^lunas$|\bsudah lunas\b|\bbukti (?:bayar|transfer)\b|\bhave (?:bayar|lunas)\b|\bjust lunas\b|\bada lunas\b|^(?:bayar|transfer) sudah|\b(?:saja|sudah|baru) kirim (?:the )?(?:bayar|uang)\b|\bscan sudah\b|\bsudah scan\b|\bbayar (?:\S+ ){1,2}sudah (?:berhasil|sukses|masuk)\b|\bscan\b.*\b(?:berhasil|sukses)$/
const NOT_PAID =
  /\bbelum (?:\S+ )?(?:bayar|transfer|lunas)|\b(?:bayar|transfer|lunas|terbayar) (?:apa )?belum\b|\bjangan (?:\S+ )?(?:bayar|transfer)|(?<!jangan (?:di )?)\bbatal\b|\b(?:kembali|refund|berubah|kalau|nanti|setelah|habis itu|habis|jika|apakah|bagaimana|cara|bisa|mau|harus|tidak|bukan|akan|misal|berapa|kapan|siapa|coba|gagal|hampir|kemana|mana|gausah|otw|ragu|seperti|mungkin|sepertinya|kayaknya|rasanya|perasaan|rasa|lupa|tapi|kok|kenapa|rusak)\b(?! (?:masuk|proses))|\bbesok\b|\bapa sudah\b/

/** What a person who waits calls a fault; a plain "udah masuk belum" is none. */
const FAULT =
  /\b(?:tiada|tidak ada) (?:yang |satu ?pun )?(?:masuk|nambah|jalan)\b|\buang saya kembali$|^sudah (?:# (?:hari|jam|minggu|bulan)|seminggu|sebulan|semalaman|berhari-hari) (?:(?:lho|loh|nih|ini|kak|min|ya) ?)+$|\b(?:stop|berhenti) (?:di )?#|\b(?:ngaco|ngawur|kacau|berantakan)\b|\bbukan yang saya (?:tulis|pesan|mau|minta|beli|order)\b|\b(?:yang masuk|malah|ternyata)\b.*\b(?:padahal|bukan|semua|saya pesan|saya beli)\b|\bpadahal saya (?:beli|pesan|minta)\b|\bbayar cuma\b|\b(?:scan|bayar|qris)\b.*\b(?:tapi|kok)\b.*\b(?:muter|loading|terus|blank|hitam|lemot)\b|\bsalah (?:masukin|isi|input|ketik|tulis|kirim) (?:link|username|akun|nama)\b.*(?:\b(?:pesan|pesanan|bayar)\b|@order)|\b(?:beli|pesan)\b.*#.*\bmasuk (?:nya )?(?:cuma |hanya |baru |saja )?#|\b(?:sudah|uang)\b.*\b(?:produk|pesanan|pesan|followers|likes|views)\b(?: \S+)? (?:tidak|belum) (?:\S+ )?(?:kirim|datang|dateng|sampai|muncul|naik|ada|kelihatan|keliatan)\b|\bgara(?:2| gara)?\b.*\b(?:beli|pesan|sini|kalian)\b|\bbelum\b.*\bdari tadi\b|\bdari tadi\b.*\b(?:belum|tidak)\b|\bsudah (?:\S+ )?(?:bayar|transfer) dari tadi\b|\bpadahal\b.*\b(?:sudah|bayar|transfer)\b|\bbayar (?:dua|#) kali\b|\bsalah (?:bayar|transfer)\b|\bkok (?:tidak ada|tiada) notif\b|\bpadahal sudah\b|\b(?:tidak ada|tiada) perubahan\b|\b(?:kok|kenapa)\b.*\b(?:cuma|hanya|saja) #|\b(?:ke|masuk) (?:ke )?(?:video|post|postingan|akun) (?:yang )?salah\b|\bnothing\b|\btidak deliver\w*\b|\bstill tunggu\b|\bmasih (?:proses|pending|processing)\b.*\b(?:dari|tadi|terus)\b|\bmana (?:\S+ )?(?:followers|likes|views|subs) saya\b|\bsudah (?:\S+ )?(?:bayar|transfer)\b.*\b(?:tapi|kok|kenapa)\b|\brusak\b.*\bsudah bayar\b|\bkelebihan\b|\b(?:bayar|transfer) lebih\b|\bkurang (?:ini |nih |sih |kak |ya )?masuk\b|\bbelum bayar admin\b|# (?:hari|jam) dan nothing\b|\buang(?: \S+)? kepotong\b.*\b(?:tapi|kenapa|belum)\b|\b(?:bot semua|semua bot)\b|\bmasuk\b.*\bakun (?:orang|lain)\b|\brugi\b|\btidak amanah\b|\btaking permanen\b|\bsaja dapat #|\bkembali (?:uang|duit)\b|\buang back\b|\b(?:bayar|transfer|scan)\b.*\brusak\b|\b(?:partial|parsial)\b|\b(?:cuma|hanya|saja|baru|sedikit|dikit)(?: \S+)? masuk\b|\bmasuk(?: \S+)? (?:cuma|hanya|segini|segitu|sebagian|setengah)\b|\b(?:cuma|hanya|baru) (?:dapat|nambah|jalan) #|\bmasuk (?:\S+ ){0,4}salah\b|\btelat\b|\bmana\b.*\bsaya (?:followers|likes|views|subs|subscribers)\b|\bmana (?:followers|likes|views|subs)(?: \S+)? saya\b|\bpesan(?:an)? (?:saya )?(?:hasnt|hasn't|tidak masuk)|\b(?:kok|kenapa)\b.*\b(?:belum|tidak|lama|kurang|drop|hilang|salah|rusak|sedikit|masih|berhenti|stop|pending|batal)\b|\bbelum (?:\S+ ){0,2}?(?:masuk|proses|jalan|selesai|nambah|dapat|mulai|dateng|datang)\b|\blama (?:banget|sekali|amat|bener|benar)\b|\blama(?: banget)? (?:proses|masuk)|\b(?:banget|masih) lama\b|\bpenipu\b|\bkecewa\b|\b(?:tidak|ga) (?:masuk|nambah|jalan|sesuai|berubah|gerak|dapat apa|terkirim|diproses|proses|selesai)\b|\bmasuk kurang\b|\bkurang (?:#|dari)|\bkurangnya\b|\bsalah (?:kirim|akun masuk|masuk)\b|\bkomplain\b|\bcomplaint?\b|\b(?:lapor|viralin|viralkan|polisi|parah|kampret|bangsat|anjing|goblok|tolol|asu|sialan|babi|brengsek|bangke|buruk|jelek)\b|\bmana (?:pesanan|followers|likes|views)\b.*\bmana\b|\bpada hilang\b|\bdi ?php\b|\bgagal (?:terus|bayar|transfer|melulu)\b|\b(?:bayar|transfer) gagal\b|\btidak bisa (?:di)? ?(?:scan|bayar|discan|dibayar|buka)\b|\bstuck\b|\bmacet\b/
const DROPPED = /\b(?:drop|hilang)\b/
const NO_DROP =
  /\b(?:kalau|jika|apakah|takut|khawatir|bakal|akan|aman|misal|semisal|misalkan|semoga)\b.*\b(?:drop|hilang)\b|\b(?:drop|hilang)\b.*\b(?:tidak|apa)(?: (?:ya|kak|sih|min|nanti|kah))*$|\b(?:tidak|anti|non|no|bukan|jangan|kalau|bisa|gampang|cepat|bakal|takut|apakah|jika|akan|semisal|does|do|will|is|does it|rawan|sering|suka) (?:\S+ )?(?:drop|hilang)\b|\b(?:drop|hilang) (?:tidak|berapa|rate)\b|\b(?:qris|bukti|tagihan) hilang\b/

export const ROWS: readonly Row[] = [
  // Language
  {
    intent: 'language',
    says: /\b(?:ganti|pakai|ubah|pilih|in|bicara|bisa) (?:\S+ )?(?:bahasa|inggris)\b|\bbahasa (?:inggris|indonesia|jawa|sunda|lain|apa)\b|^(?:bahasa|inggris)(?: inggris| bisa)?$|\bbicara inggris\b|\binggris bahasa\b|\bindonesia bahasa\b|\b(?:setting|setelan|pengaturan|atur|opsi|pilihan|menu) bahasa\b|^bahasa (?:mana|lain|lainnya|bisa)\b|\b(?:pakai|bicara|bisa) (?:jawa|jowo|sunda|melayu|inggris)\b/,
    alone: true,
    sure: 0.93,
  },
  // The bill's picture
  {
    intent: 'resend_bill',
    says: /\b(?:qris|tagihan|gambar)\b.*\b(?:mana|hilang|ulang|lagi|kirim|muncul|keluar|kelihatan|scan|discan|rusak|blur|buram|hapus|dihapus|terhapus|expired|tertutup|ketimbun|tenggelam)\b/,
    unless: /\b(?:bagaimana cara|cara bayar|ganti|batal)\b/,
    notIn: ['asking_comments'],
    sure: 0.92,
  },
  {
    intent: 'resend_bill',
    says: /\b(?:kirim|minta|ulang|lihat|mana|tampil|munculkan|cari|resend|keluarin|keluarkan)\b.*\b(?:qris|tagihan)\b|^(?:qris|tagihan)$|\b(?:kirim|mana) (?:lagi )?gambar\b|\bgambar\b.*\b(?:lagi|ulang|kebuka|muncul)\b|\bqris\b.*\b(?:kebuka|dibaca|terbaca)\b|^tagihan ada$|\b(?:kode|gambar)\b.*\bmana\b.*\b(?:scan|bayar)\b|\b(?:mau|bisa) (?:\S+ )?scan\b.*\b(?:mana|tidak ada|tiada|hilang)\b/,
    unless: /\bbayar lewat\b|\bbatal\b/,
    notIn: ['confirming'],
    sure: 0.9,
  },
  // "kadaluarsa qrisnya", "expired kak, bikinin lagi", "qr nya ga kebaca"
  {
    intent: 'resend_bill',
    says: /\b(?:qris|tagihan|kode|gambar)\b.*\b(?:expired|kadaluarsa|baca|kebaca|terbaca|kebuka)\b|\b(?:expired|kadaluarsa) (?:qris|tagihan|kode)\b|^(?:sudah )?(?:expired|kadaluarsa)\b/,
    unless: /\b(?:kapan|kalau|berapa|jam|apakah|bagaimana|batal)\b/,
    states: ['paying'],
    sure: 0.85,
  },
  // Saldo
  {
    intent: 'balance',
    says: /\b(?:mutasi|riwayat|history)\b.*\bsaldo\b|\bsaldo\b.*\b(?:mutasi|riwayat|history)\b/,
    sure: 0.92,
  },
  {
    intent: 'complaint',
    says: /\bsaldo\b.*\b(?:hilang|drop|kurang|belum masuk|tidak masuk|salah|harusnya|kepotong(?! tidak))\b/,
    sure: 0.85,
  },
  {
    intent: 'withdraw',
    says: /\btarik\b|\b(?:kirim|pindah|pindahkan|transfer|kembali|keluarkan|ambil)\b.*\bsaldo\b.*\b(?:ke|dana|ovo|gopay|shopeepay|bca|bri|bni|mandiri|rekening|bank|wallet|e-wallet|ewallet)\b|\bambil saldo\b|\bsaldo .*\bke (?:dana|ovo|gopay|bank|rekening)\b/,
    unless:
      /\bkalau\b|\b(?:lewat|via|dengan|pakai) (?:mana|apa)\b|\b(?:lama|cepat|kapan) (?:\S+ ){0,2}(?:tidak|cair\w*|masuk)\b|\bkembali (?:ke )?(?:mana|kemana)\b|\bkemana\b|\b(?:diskon|potongan|biaya|pajak|fee|admin) .*\btidak\b|\bada (?:diskon|potongan|biaya|fee)\b|\bkurang tarik\b|\bpaling tarik\b|\b(?:tidak jadi|batal) tarik\b|\b(?:minimal|cara|bagaimana|kapan)\b|\bberapa lama\b/,
    sure: 0.94,
  },
  {
    intent: 'withdraw',
    says: /\b(?:kembali|saldo)\b.*\bke (?:dana|ovo|gopay|shopeepay|linkaja|bca|bri|bni|mandiri|rekening|bank|e-?wallet)\b/,
    unless: /\b(?:kalau|kemana|bagaimana|apa)\b/,
    on: 'line',
    sure: 0.85,
  },
  {
    intent: 'topup',
    says: /\btopup\b|\b(?:isi|tambah|nambah|ngisi|masukin|masukkan|refill|taruh|taro|simpan)\b(?: \S+){0,3} saldo\b/,
    unless:
      /\bkalau (?:\S+ )?topup\b|\btopup (?:ke )?(?:mana|kemana)\b|\btopup\b.*\b(?:bonus|lama|aman)\b|\b(?:lewat|via|dengan|pakai) (?:mana|apa)\b|\b(?:tunggu|nanti|mau|lagi|masih|dulu|sedang) (?:\S+ )?topup (?:saldo )?(?:dana|ovo|gopay|shopeepay|linkaja)\b(?!.*#)|\btopup (?:\S+ ){0,2}(?:bisa|boleh|pakai|lewat|via|dengan|ada) (?!#)\S+(?: \S+){0,2}$(?<!\bsaya|#)|\bsaldo berapa$|\b(?:tidak jadi|batal)\b|\b(?:minimal|cara|bagaimana)\b|\bberapa lama\b/,
    sure: 0.94,
  },
  {
    intent: 'ask_general',
    says: /\b(?:bayar|beli|pesan|pakai|bisa|dengan|potong)\b.*\bsaldo\b|\bsaldo\b.*\b(?:bisa|boleh)\b/,
    unless: /\bcek\b|\b(?:topup|tarik|nambah|isi)\b/,
    on: 'line',
    sure: 0.75,
  },
  {
    intent: 'balance',
    says: /^saldo$|^(?:kasih|beri) (?:tau|tahu|lihat) saldo\b|\b(?:cek|lihat|berapa|sisa|info|detail|jumlah|masih|ada|tinggal|mana)\b.*\bsaldo\b|\bsaldo\b.*\b(?:berapa|sisa|masih|ada|tinggal|cek|dipakai|kepotong|cukup)\b|\b(?:uang|duit)(?: \S+){0,3} (?:masih|sisa|tinggal) berapa\b|\bsisa uang\b|^apa saldo$|^saldo (?:akun )?(?:dong|mana)?$/,
    sure: 0.95,
  },
  // Orders
  // "saldo 50rb": most likely to be filled with it.
  { intent: 'topup', says: /^saldo #$/, sure: 0.6 },
  {
    intent: 'reorder',
    says: /^(?:ulang|reorder)(?: @order| #| pesanan| pesan| lagi)*$|\b(?:pesan|beli|pesanan|order)(?: \S+)? (?:lagi|ulang)\b|\bulang(?: \S+)? (?:pesanan|pesan|beli|@order|order)\b|\b(?:sama|seperti|kayak|kaya|kek|persis)\b.*\b(?:kemarin|tadi|sebelumnya|lalu|terakhir|biasa|biasanya)\b|\b(?:mau|pesan|beli|minta) (?:yang )?sama (?:lagi|persis)\b|\bsama lagi\b|\blagi (?:sama )?(?:seperti|kayak) (?:kemarin|tadi)\b|^sama again$|\bpesanan (?:kemarin|terakhir|tadi) lagi\b|^yang (?:kemarin|tadi) lagi$|\breorder\b|^lagi sama\b|\blagi\b.*\b(?:kemarin|tadi|biasa)$|^(?:yang |mau |pesan |beli )*(?:kayak |seperti )?biasa$|\bsama\b.*\b(?:kemarin|sebelumnya)\b/,
    unless:
      /\blain\b|\bbaru\b|\bbelum\b|\bkapan\b|\bnanti\b|\bbatal\b|\bstop\b|\btunggu\b|\bmau lihat\b|\bbagaimana\b|\bmana\b|\bcek\b/,
    alone: true,
    sure: 0.9,
  },
  {
    intent: 'reorder',
    says: /\b(?:pesan|beli|order)\b.*\blagi\b.*\b(?:seperti|sama|persis)\b.*\b(?:kemarin|tadi|sebelumnya|terakhir|biasa)\b/,
    unless: /\b(?:belum|kapan|nanti|batal|stop|kok|kenapa|bagaimana)\b/,
    sure: 0.85,
  },
  // "ulangi pesanan followers kemarin", "order lagi yg followers minggu lalu"
  {
    intent: 'reorder',
    says: /\bulang (?:pesanan|pesan|yang)\b.*\b(?:kemarin|tadi|lalu|sebelumnya|terakhir|dulu)\b|\b(?:pesan|beli|mau) lagi yang (?:\S+ ){1,3}(?:kemarin|tadi|lalu|sebelumnya|terakhir)\b/,
    unless: /\b(?:belum|kapan|nanti|batal|stop|kok|kenapa|bagaimana|mana|cek|lain|drop|hilang)\b/,
    on: 'line',
    states: ['idle', 'paying'],
    sure: 0.85,
  },
  {
    intent: 'refill',
    says: /\b(?:isi|diisi|ngisi|ganti|nambah|kembali|refill|balik\w*)\b(?: \S+){0,3} lagi\b.*\b(?:garansi|drop|hilang)\b|\b(?:garansi|drop|hilang)\b.*\b(?:tolong|minta|harap)\b.*\b(?:isi|diisi|ganti|refill|kembali)\b|\b(?:tolong|minta) (?:\S+ )?(?:isi|diisi|ganti|refill|kembali)\b.*\b(?:drop|hilang|garansi)\b/,
    unless: /\b(?:kalau|apakah|apa|bagaimana|berapa)\b|\btidak(?: (?:ya|kak|sih|min))*$/,
    on: 'line',
    notIn: ['choosing', 'asking_comments', 'asking_link', 'asking_quantity'],
    sure: 0.85,
  },
  {
    intent: 'refill',
    says: /\bcan saya klaim\b|^refill(?: pesanan| @order| #| \S*nya)*$|\bklaim\b|\brefill\b.*@order|@order.*\b(?:refill|garansi)\b|\b(?:minta|tolong|mohon|ajukan|mau) (?:\S+ )?(?:refill|garansi)\b|\b(?:refill|garansi) (?:pesanan|pesan|sekarang|minta)\b|\b(?:drop|hilang)\b.*\b(?:refill|klaim|garansi)\b|\b(?:mana|kata|janji)(?: \S+){0,2} garansi\b(?: \S+){0,6} refill\b|\bgaransi\b(?: \S+){0,4} (?:kata|janji)\b(?: \S+){0,6} refill\b/,
    unless:
      /\bbagaimana\b|\bcara\b|\bapa\b|\bkalau\b|\bberapa\b|\bmau yang (?:refill|garansi)\b|\byang refill\b|\byang (?:ada )?garansi\b|\bbisa klaim\b/,
    notIn: ['choosing', 'asking_comments'],
    alone: true,
    sure: 0.9,
  },
  {
    intent: 'refill',
    says: /\bklaim\b|\b(?:refill|garansi)\b.*(?:@order|\bpesanan\b)|@order.*\brefill\b|\bminta refill\b|\b(?:drop|hilang)\b.*\b(?:refill|garansi)\b|^(?:\S+ )?(?:refill|garansi)\b.*\b(?:drop|hilang)\b|\b(?:refill|garansi)\b.*(?:\bpesan #|\bdipakai\b|\bpakai$)/,
    unless:
      /\bbagaimana\b|\bcara\b|\bapa\b|\bkalau\b|\bberapa\b|\byang\b|\b(?:anti|non|tidak|ada|takut|gampang) (?:\S+ )?(?:drop|hilang|garansi|refill)\b|\bbisa (?:\S+ )?(?:drop|hilang)\b|\btidak$/,
    notIn: ['asking_comments', 'choosing'],
    sure: 0.85,
  },
  {
    intent: 'cancel_order',
    says: /\b(?:batal|stop)\b.*(?:@order|\bpesanan\b|\bpesan\b|\bproses\b|\border\b)|(?:@order|\bpesanan\b|\bpesan\b).*\b(?:batal|stop)\b|\b(?:batal|stop)\b.*\bsudah bayar\b/,
    unless: /\btidak batal\b|\bjangan (?:di )?batal\b|\bkenapa\b/,
    states: ['idle'],
    sure: 0.9,
  },
  {
    intent: 'cancel_order',
    says: /\b(?:batal|stop)\b.*@order|@order.*\b(?:batal|stop)\b|\b(?:batal|stop)\b.*\b(?:sudah|terlanjur|telanjur) (?:\S+ )?(?:bayar|lunas|proses)\b|\bsudah bayar\b.*\b(?:batal|stop)\b/,
    unless: /\b(?:jangan|tidak) (?:di )?batal\b/,
    sure: 0.88,
  },
  {
    intent: 'cancel_order',
    says: /\b(?:sudah|terlanjur|telanjur) (?:\S+ )?(?:bayar|lunas|transfer)\b.*\b(?:tidak jadi|berubah|kembali|tidak butuh|tidak mau|mundur)\b|\b(?:tidak jadi|berubah pikiran|mundur)\b.*\b(?:sudah|terlanjur|telanjur) (?:\S+ )?(?:bayar|lunas|transfer)\b/,
    unless: /\b(?:kalau|bisa|apa|bagaimana|apakah)\b|\btidak$|\bkok\b/,
    notIn: ['asking_comments'],
    sure: 0.82,
  },
  {
    intent: 'refill',
    says: /\b(?:minta|tolong|mohon) ganti\b.*\b(?:drop|hilang)\b|\bganti (?:followers|likes|views|subs\S*) yang (?:drop|hilang)\b/,
    unless: /\bkalau\b|\btidak$/,
    on: 'line',
    sure: 0.85,
  },
  {
    intent: 'cancel_order',
    says: /^(?:mau |minta )?kembali (?:pesan|pesanan)\b/,
    unless: /\b(?:bagaimana|bisa|kalau)\b/,
    notIn: ['asking_comments'],
    sure: 0.72,
  },
  // "payment sent"
  {
    intent: 'paid_claim',
    says: /^(?:the |saya )?bayar (?:is |was |sudah )?(?:kirim|made|done|sent)$/,
    unless: NOT_PAID,
    on: 'line',
    states: ['paying'],
    sure: 0.85,
  },
  { intent: 'paid_claim', says: PAID, unless: NOT_PAID, sure: 0.93 },
  {
    intent: 'paid_claim',
    says: /\bsudah (?:saya )?(?:kirim|transfer|bayar|masukkan|masukin|setor) (?:uang |sebesar |senilai |rupiah )?#|^(?:uang |rupiah )?# (?:nya )?sudah (?:saya )?(?:kirim|bayar|transfer)\b/,
    unless: NOT_PAID,
    on: 'line',
    states: ['paying'],
    sure: 0.85,
  },
  {
    intent: 'paid_claim',
    says: /^(?:saya )?(?:saja|sudah) (?:kirim|selesai) (?:the |my |saya |it |itu )?(?:bayar|uang)\b/,
    unless: NOT_PAID,
    on: 'line',
    sure: 0.85,
  },
  {
    intent: 'complaint',
    says: /\bkomplain\b|\b(?:pesan|pesanan|followers|likes|views|subs)\b.*\b(?:kemarin|tadi|dari|hari)\b.*\b(?:belum|tidak) (?:\S+ )?(?:masuk|jalan|proses|selesai|kirim|nambah)\b|@order (?:kok |masih )?(?:belum|tidak) (?:\S+ )?(?:masuk|jalan|proses|selesai|nambah)\b/,
    unless: /\b(?:kalau|apakah|bagaimana|cara)\b|\bsudah (?:\S+ ){0,3}belum(?: \S+)?$/,
    on: 'line',
    notIn: ['asking_comments'],
    sure: 0.86,
  },
  {
    intent: 'complaint',
    says: FAULT,
    unless:
      /\b(?:kenapa|kok) (?:harus|wajib|perlu|minta|mesti|pakai)\b|\b(?:bisa|boleh|cepat|langsung|bertahap|pelan) tidak\b|\bbisa\b.*\bmasuk\b|\b(?:bisa|boleh|ada|apakah)\b.*\bkembali\b|\blama tidak\b|\bada (?:yang )?pernah\b|\bgaransi kembali\b|\bkembali\b.*\btidak$|\btidak penipu\b|\btelat bayar\b|\bbayar telat\b|\bkalau\b|\bapakah\b|\btakut\b|\bberapa lama\b|\bbelum (?:bayar|transfer)\b|\bsudah (?:\S+ ){0,3}belum(?: (?:kak|ya|min|sih|nih|bang|gan|dong|mas|mbak))*$|\bpenipu (?:ya|kah|tidak|bukan|kan|atau)\b|\bsalah (?:link|jumlah|pilih|ketik|produk)\b|\baman\b|\bbukan penipu\b|\bpenipu tidak\b|\bkurang (?:bisa|dong|murah)\b|\bbelum ada\b.*\bproduk\b|\b(?:wk)+w?k?\b|\bhaha\w*|\bcanda\b|\bbercanda\b/,
    on: 'line',
    notIn: ['asking_comments', 'choosing'],
    sure: 0.86,
  },
  {
    intent: 'complaint',
    says: DROPPED,
    unless: NO_DROP,
    notIn: ['asking_comments', 'choosing', 'asking_link', 'asking_quantity', 'confirming'],
    sure: 0.85,
  },
  {
    intent: 'my_orders',
    says: /\bsudah (?:tau|pernah) (?:beli|pesan)\b|\b(?:daftar|semua|list|lihat|riwayat|kumpulan) (?:\S+ )?(?:transaksi|pembelian|belanjaan|belanja)\b|\b(?:transaksi|pembelian|belanjaan) (?:saya|kemarin|bulan|minggu|terakhir|lama|sebelumnya)\b|\b(?:pernah|sudah) (?:pesan|beli|belanja) apa saja\b|\briwayat\b|\b(?:daftar|semua|list|lihat) (?:\S+ )?(?:pesanan|pesan)\b|\bpesanan (?:apa|semua|kemarin|lama|sebelumnya)\b|^pesanan$|\bpernah (?:pesan|beli)\b|\bpesan(?:an)? apa saja\b|\bmy orders?\b/,
    unless:
      /\b(?:bagaimana|status|kapan|cara)\b|\bsudah\b(?!.*\b(?:apa saja|pernah|tau)\b)|\bcek (?!riwayat|daftar|semua)|\bmau pesan\b|\bbisa pesan\b/,
    alone: true,
    sure: 0.92,
  },
  {
    intent: 'order_status',
    says: /^(?:cek|status)$|\bbagaimana (?:kabar )?pesanan\b|^(?:masih|lagi) proses$|^sudah (?:jalan|mulai|proses)$|^bagaimana sudah \S+$|\bstatus pesan(?:an)?\b|\b(?:cek|status|kabar|update|perkembangan|info|lihat|track|lacak)\b.*(?:\bpesanan\b|\bpesan\b|@order|\bproses\b|\bstatus\b)|(?:\bpesanan\b|@order|\bpesan\b).*\b(?:bagaimana|masuk|status|kapan|sudah|proses|selesai|mana|jalan|kabar|cek|apa)\b|\bsudah\b.*\b(?:masuk|proses|selesai|jalan|kirim|mulai|kerja|dikerjakan|aktif)\b.*\b(?:belum|apa)\b|\bsudah (?:sampai |masuk )?(?:mana|berapa)\b|\bkapan (?:selesai|jalan|mulai|proses|kelar)\b|^(?:cek|status|id pesan|nomor pesan)(?: pesan)? #$|\bkonfirmasi (?:saya )?(?:bayar|transfer)\b|\bstatus (?:bayar|transfer)\b|\b(?:bayar|transfer) atau belum\b|^@order$|^(?:pesan|pesanan|nomor|kode) @order$|^status(?: (?:bagaimana|apa|terakhir))+$|\bproses (?:masuk )?mana\b|^masuk berapa\b(?! (?:lama|hari|jam))|\bselesai yet\b|\b(?:tadi|kemarin)\b.*\bsudah (?:\S+ )?(?:masuk|proses|selesai|jalan|kirim|mulai)(?: (?:kah|ya|kan|belum))*$|^@order (?:masih|sudah|kok|bagaimana|lagi)\b|@order.*\b(?:pending|proses|update)\b|^(?:\S+ ){0,2}sudah (?!(?:bayar|transfer|lunas)\b)\S+ belum\b.*\b(?:bayar|transfer)\b|^bagaimana pesan going\b|\bapakah (?:\S+ )?(?:bayar|transfer)\b.*\b(?:berhasil|masuk|sukses)\b|^(?:did|is|has|was)\b.*\b(?:bayar|transfer)\b|\b(?:bayar|transfer|lunas|terbayar) (?:apa )?belum\b|\bsudah belum\b|\bapakah sudah\b|\bmasuk belum\b|\bselesai belum\b|^sampai mana$|^masuk mana$|\bcek (?:bayar|transfer)\b|\bwhere (?:\S+ )?pesan(?:an)?\b|\bmana pesan(?:an)?\b|\bpesan(?:an)? mana\b/,
    unless:
      /\bdaftar\b|\bsemua pesanan\b|\bcara pesan(?:an)?\b|\bbagaimana pesan\b|\bbagaimana cara\b|\bmau pesan\b|\bbisa pesan\b|(?<!status )\bpesan apa\b|\bapa yang\b|\bkalau\b|\bsetelah (?:pesan|bayar)\b|\bberapa lama jual\b|\bformat\b|\briwayat\b|\bpesanan apa\b|\bsiapa\b|\bbagaimana pesanan?(?: \S+)?nya (?:cara|bisa)/,
    sure: 0.9,
  },
  {
    intent: 'order_status',
    says: /^(?:berapa |apa )?(?:nomor|kode|id) (?:pesanan|pesan)(?: saya)? (?:berapa|apa|mana)\b/,
    on: 'line',
    sure: 0.75,
  },
  // "is it in?", "when will it start": after an order was made.
  {
    intent: 'order_status',
    says: /^(?:is|are) (?:it|they) (?:in|here|coming|running|on)(?: yet)?$|^kapan (?:will|does|is|do) (?:it|they|my|itu)\b/,
    on: 'line',
    states: ['paying'],
    sure: 0.8,
  },
  // People
  {
    intent: 'human',
    says: /\b(?:cs|admin|owner|manusia) (?:dong|donk)$|^(?:cs|admin|manusia|operator|owner|cs manusia(?: dong| kak)*|minta cs|panggil cs|panggil admin|cs (?:mana|admin|dong))$|\b(?:bicara|minta|panggil|butuh|mau|ketemu|tanya|ada|bisa|langsung|hubung\S*|konsultasi|mana|dengan)\b(?: \S+){0,3} (?:cs|admin|manusia|operator|owner|orang)\b|\b(?:cs|admin|owner|manusia)\b.*\b(?:mana|online|ada|bicara|tolong|bantu|balas|jawab|nomor|wa)\b|\b(?:nomor|wa|whatsapp|telegram)\b.*\b(?:admin|cs|owner)\b|\bbukan bot\b$|\borang (?:benar|asli|beneran)\b|\bsama orang\b|\bowner mana\b|^admin kemana\b|\bnomor\b.*\bbicara\b|^jangan (?:\S+ )?bot\b|^(?:min|admin) ada(?: tidak| orang)?$|^(?:tolong )?balas(?: (?:dong|kak|min|chat|saya|woy|deh|lah|pesan))*$|\bpanggil \S+$|\bbicara (?:sama )?(?:orang|manusia)\b/,
    unless:
      /\bjam\b|\bkapan\b|\bklaim\b|\bapa\b|\bharga\b|^(?!.*\b(?:bicara|hubung\S*|panggil|owner|admin|cs|manusia)\b).*\bmau (?:beli|pesan)\b|# orang\b|\bbeda\b/,
    on: 'line',
    sure: 0.92,
  },
]
