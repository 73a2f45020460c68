// How passages and questions are compared: words in a plain form, without endings, what means the same as one word, and what tells
// nothing left out. The tables are data that a person can read and extend.
import { fold } from '../lib/text.ts'
import { PLATFORM_WORDS } from '../model/vocabulary.ts'
import { ADDRESS, FILLER, FORM } from '../model/words.ts'

/** Words of a question that say nothing about what it is about. */
const EMPTY = `
  apa apakah bagaimana berapa kapan kenapa mana dimana siapa bisa ada tiada boleh mau tidak belum atau kalau cara caranya tanya gimana
  butuh dapat sudah dan sama lagi jadi saya aku kamu anda kami kita mereka dia ini itu yang di ke dari untuk buat pada dengan oleh akan
  adalah sebagai dalam agar supaya juga saja hanya lebih sangat sekali bukan jangan harus perlu tentang seperti tersebut setiap para
  kok sih dong deh nih ya iya kah lah pun tapi karena maka lalu kemudian setelah sebelum saat ketika selama nanti tadi sini situ sana
  begitu begini gitu gini tolong minta mohon coba ingin pengen dulu pernah masih memang emang kira mungkin semua banyak lain
  kasih tahu info informasi kabar jelas jelasin maksud kena kenal punya pakai bikin kemana kesana kesini darimana
  the a an is are was were be been do does did how what when where which who why can could will would should may might i you he she
  we they my your our their me us it its this that these those of to in on at for from with by and or not no if then there here have
  has had any some please want need get as about into than so just also
`

/** `word: what means the same`. Left and right are compared without endings, so one form of each is enough. */
const ALIKE = `
  bayar: pembayaran bayaran pay payment transfer tf melunasi pelunasan paid
  garansi: warranty guarantee jaminan bergaransi
  refill: isi_ulang diisi_ulang pengisian
  turun: drop berkurang hilang ngedrop menyusut merosot rontok susut kurang
  lama: cepat waktu durasi duration long fast proses speed kecepatan estimasi
  batal: cancel pembatalan membatalkan dibatalkan dicancel
  kembali: refund pengembalian dikembalikan mengembalikan balik balikin kembalikan
  aman: safe bahaya berbahaya risiko resiko risk keamanan banned blokir diblokir suspend
  sandi: password pw pass kata_sandi kredensial login
  admin: cs customer_service kontak contact hubungi menghubungi penjual
  buka: operasional online layanan_jam open hours tutup closed close
  gratis: free cuma-cuma percuma
  diskon: promo potongan discount potongan_harga voucher kupon
  reseller: agen mitra dropship dropshipper
  telat: lambat terlambat delay late molor lelet
  privat: private dikunci gembok digembok terkunci kunci
  minimal: minimum paling_sedikit min sedikitnya terkecil
  maksimal: maksimum paling_banyak max terbesar
  harga: tarif biaya price cost ongkos
  pengikut: followers follower folower folowers foll pengikutnya
  suka: likes like
  tonton: views view viewer penonton tayangan ditonton
  akun: account username user profil profile
  tautan: link url
  ganti: ubah mengubah mengganti diganti diubah rename berganti
  bukti: struk resi screenshot ss
  saldo: dompet balance deposit wallet topup top_up
  tarik: withdraw penarikan menarik pencairan cairkan dicairkan cair
  hari: day harian
  mulai: start dimulai memulai jalan berjalan
  asli: real aktif active beneran nyata organik manusia
  bot: palsu fake robot
  daftar: registrasi mendaftar pendaftaran register gabung bergabung join
  kirim: dikirim mengirim send pengiriman masuk
  beli: order pesan memesan pemesanan membeli pembelian pesanan orderan
  gagal: error failed fail bermasalah masalah kendala trouble
  alamat: lokasi kantor tempat toko_fisik
  syarat: ketentuan s&k aturan terms
  klaim: claim mengklaim komplain keluhan complain
  rekening: bank rek
  qris: gopay dana ovo shopeepay ewallet e-wallet
  bahasa: language
  kerjasama: kerja_sama kolaborasi collab
  lebaran: libur tanggal_merah hari_libur holiday
`

/** Words that many questions have and that alone make no passage an answer. */
const FAINT = 'nama orang hal hari bulan tahun minggu tanggal jam nomor kirim harga baru jumlah nama'

/** After a prefix whose sound swallowed the first letter, what is left of common words. */
const SWALLOWED =
  'embali:kembali irim:kirim urang:kurang onfirmasi:konfirmasi lola:kelola umpul:kumpul etik:ketik'

const wordsOf = (table: string): string[] => table.split(/\s+/).filter(Boolean)

const RESTORED = new Map(wordsOf(SWALLOWED).map((pair) => pair.split(':') as [string, string]))

const LEAST_STEM = 4

const shortened = (word: string, ending: RegExp): string => {
  const rest = word.replace(ending, '')
  return rest.length >= LEAST_STEM ? rest : word
}

/** `mem-` before a vowel was `p`, `men-` was `t`, `meny-` was `s`: so in pe- as well. */
const PREFIXES: readonly (readonly [prefix: RegExp, instead: string])[] = [
  [/^(?:me|pe)ny(?=[aiueo])/, 's'],
  [/^(?:me|pe)ng(?=[aiueo])/, ''],
  [/^(?:me|pe)ng(?=[ghkq])/, ''],
  [/^(?:me|pe)m(?=[aiueo])/, 'p'],
  [/^(?:me|pe)m(?=[bpfv])/, ''],
  [/^(?:me|pe)n(?=[aiueo])/, 't'],
  [/^(?:me|pe)n(?=[cdjstz])/, ''],
  [/^me(?=[lrwymn])/, ''],
  [/^(?:ber|ter|per)(?=[a-z])/, ''],
  [/^di(?=[a-z])/, ''],
  [/^nge(?=[a-z])/, ''],
]

const withoutPrefix = (word: string): string => {
  for (const [prefix, instead] of PREFIXES) {
    if (!prefix.test(word)) continue
    const rest = word.replace(prefix, instead)
    if (rest.length >= LEAST_STEM) return RESTORED.get(rest) ?? rest
  }
  return word
}

/** The stem of an Indonesian word, roughly; the same rough stem for a question and for what it asks about. */
const stem = (written: string): string => {
  if (written.length <= LEAST_STEM || /\d/.test(written)) return written
  const word = written.replace(/(\p{L})\1+/gu, '$1')
  const bare = shortened(shortened(word, /(?:lah|kah|pun)$/), /(?:nya|ku|mu)$/)
  const rooted = withoutPrefix(bare)
  return shortened(shortened(rooted, /(?:kan|an|in|i)$/), /(?<=[^s])s$/)
}

const TOKEN = /[\p{L}\p{N}]+(?:[&'’-][\p{L}\p{N}]+)*/gu

const LINES: readonly (readonly [word: string, others: string[]])[] = ALIKE.split('\n').flatMap((line) => {
  const [word = '', others = ''] = line.split(':')
  return word.trim() ? [[word.trim(), wordsOf(others)] as const] : []
})

const ONE_WORD: ReadonlyMap<string, string> = new Map(
  LINES.flatMap(([word, others]) =>
    [word, ...others.filter((one) => !one.includes('_'))].map((one) => [stem(one), word]),
  ),
)

const PHRASES: readonly (readonly [RegExp, string])[] = LINES.flatMap(([word, others]) =>
  others
    .filter((one) => one.includes('_'))
    .map((one) => [new RegExp(`\\b${one.replaceAll('_', '\\s+')}\\b`, 'g'), word] as const),
)

const SILENT: ReadonlySet<string> = new Set([...wordsOf(EMPTY), ...ADDRESS, ...FILLER])

/** Texts of a whole shop have few different words: each is worked out once. */
const MOST_KEPT = 50_000
const kept = new Map<string, string>()

const worked = (token: string): string => {
  const once = token.replace(/(.)\1{2,}/gu, '$1').replace(/^(\p{L}{3,})(?:2|-\1)(?=\p{L}*$)/u, '$1')
  const plain = FORM.words.get(once) ?? FORM.words.get(stem(once)) ?? once
  if (SILENT.has(plain) || SILENT.has(once)) return ''
  const root = stem(plain)
  return SILENT.has(root) ? '' : (ONE_WORD.get(stem(once)) ?? ONE_WORD.get(root) ?? root)
}

/** Empty for a word that tells nothing. */
const telling = (token: string): string => {
  const known = kept.get(token)
  if (known !== undefined) return known
  if (kept.size >= MOST_KEPT) kept.clear()
  const made = worked(token)
  kept.set(token, made)
  return made
}

/** The telling words of a text, in order, in the form in which they are compared. */
export const tellingWords = (text: string): string[] => {
  const folded = PHRASES.reduce((all, [phrase, word]) => all.replace(phrase, word), fold(text))
  return (folded.match(TOKEN) ?? []).map(telling).filter((word) => word.length > 1)
}

const FAINT_ROOTS: ReadonlySet<string> = new Set(
  [...wordsOf(FAINT), ...Object.keys(PLATFORM_WORDS)].map(worked),
)
export const isFaint = (word: string): boolean => FAINT_ROOTS.has(word)
