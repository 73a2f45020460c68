// What a language model gets to see of a customer's message.
import { describe, expect, test } from 'bun:test'
import fc from 'fast-check'
import { maskForModel } from '../../src/model/model-mask.ts'

const NUMBERS: [said: string, seen: string][] = [
  ['0812-3456-7890', '[number]'],
  ['nomor saya 081234567890 ya', 'nomor saya [number] ya'],
  ['08 12 34 56 78 90', '[number]'],
  ['0812.3456.7890', '[number]'],
  ['(0812) 3456 7890', '[number]'],
  ['+62 812-3456-7890', '[number]'],
  ['+6281234567890', '[number]'],
  ['62 812 3456 7890', '[number]'],
  ['+62 (812) 3456-7890', '[number]'],
  ['O81234567890', '[number]'],
  ['812 3456 7890', '[number]'],
  ['𝟎𝟖𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖𝟗𝟎', '[number]'],
  ['０８１２３４５６７８９０', '[number]'],
  ['08\u200b1234567890', '[number]'],
  ['nol delapan satu dua tiga empat lima enam tujuh', '[number]'],
  ['nol-delapan-satu-dua-3-4-5-6', '[number]'],
  ['zero eight one two three four five six', '[number]'],
  ['rek bca 123 456 7890 an Budi', 'rek bca [number] an [name]'],
  ['bca 1234567890 an budi santoso', 'bca [number] an [name]'],
  ['tarik ke dana 081234567890 budi', 'tarik ke dana [number] [name]'],
  ['norek 1234-5678-90 mandiri', 'norek [number] mandiri'],
  ['1234567890 bca', '[number] bca'],
  ['BRI: 0021 01 123456 50 3', 'BRI: [number]'],
  ['kartu 4811 1111 1111 1114', 'kartu [number]'],
  ['ktp 3171234567890123', 'ktp [number]'],
  ['wa aku 81234567', 'wa aku [number]'],
  ['va 8808123456', 'va [number]'],
  ['wa081234567890ya', 'wa[number]ya'],
  ['0812 — 3456 — 7890', '[number]'],
  ['0812/3456/7890', '[number]'],
  ['0812\n3456\n7890', '[number]'],
  ['rek1234567890', 'rek[number]'],
  ['0️⃣8️⃣1️⃣2️⃣3️⃣4️⃣5️⃣6️⃣7️⃣8️⃣9️⃣0️⃣', '[number]'],
  ['0⃣8⃣1⃣2⃣3⃣4⃣5⃣6⃣7⃣8⃣9⃣0⃣', '[number]'],
  ['٠٨١٢٣٤٥٦٧٨٩٠', '[number]'],
  ['०८१२३४५६७८९०', '[number]'],
  ['no hp 081 dua 3456 tujuh 890', 'no hp [number]'],
  ['0812 3456 tujuh delapan sembilan nol', '[number]'],
  ['085 sembilan 12345678', '[number]'],
  ['dari dana 081234567890, 50rb', 'dari dana [number], 50rb'],
  ['wa 081234567890 50', 'wa [number] 50'],
  ['hp ku nol delapan dua belas tiga empat lima enam', 'hp ku [number]'],
  ['gopay di 0812 3456 789 atas nama Siti Aminah ya', 'gopay di [number] atas nama [name] ya'],
]

const SECRETS: [said: string, hidden: string[]][] = [
  ['otp 123456', ['123456']],
  ['o t p 123456', ['123456']],
  ['otpnya 12 34 56', ['12 34 56', '34']],
  ['kode otp nya tadi 482913', ['482913']],
  ['482913 itu otpnya', ['482913']],
  ['123456 kode verifikasi saya', ['123456']],
  ['pin gue 1234', ['1234']],
  ['pin satu dua tiga empat', ['satu dua']],
  ['mpin 123456 jangan bilang2', ['123456']],
  ['pw: x', [': x']],
  ['pw: kopi', ['kopi']],
  ['password gue kopisusu', ['kopisusu']],
  ['passwordnya kopisusu', ['kopisusu']],
  ['kata sandi = Kopi#2024', ['Kopi#2024']],
  ['cvv 123', ['123']],
  ['OTP-nya adalah 12-34-56', ['12-34', '56']],
  ['username kopi password kopisenja', ['kopisenja', 'kopi']],
  ['user:kopi|pass:rahasia', ['rahasia', 'kopi']],
  ['password wifi rumah: kopi', ['kopi']],
  ['token listrik 1234 5678', ['1234', '5678']],
]

const PEOPLE: [said: string, seen: string][] = [
  ['nama saya Budi Santoso', 'nama saya [name]'],
  ['nama saya budi mau beli followers', 'nama saya [name] mau beli followers'],
  ['namaku Rina', 'namaku [name]'],
  ['a.n. Siti Aminah', 'a.n. [name]'],
  ['a/n Siti', 'a/n [name]'],
  ['atas nama pak Joko', 'atas nama [name]'],
  ['panggil aku Rina', 'panggil aku [name]'],
  ['my name is Ann Lee', 'my name is [name]'],
  ['followers buat @warungkopi', 'followers buat [name]'],
  ['https://instagram.com/warungkopi?igsh=1 1000', '[link] 1000'],
  ['instagram.com/warungkopi', '[link]'],
  ['cek t.me/warungkopi dong', 'cek [link] dong'],
  ['email budi@contoh.id ya', 'email [e-mail] ya'],
  ['budi (at) contoh.id', '[e-mail]'],
  ['akun ig aku warungkopi.senja bisa ga', 'akun ig aku [name] bisa ga'],
  ['ig nya kopi_senja', 'ig nya [name]'],
  ['saya Budi, mau beli 1000 followers', 'saya [name], mau beli 1000 followers'],
  ['Ini Rina yang kemarin', 'Ini [name] yang kemarin'],
  ['nama ibu kandung sulastri', 'nama ibu kandung [name]'],
  ['email budi titik santoso at gmail titik com', 'email [e-mail]'],
  ['budisantoso@gmail ya', '[e-mail] ya'],
  ['rumahku di jl melati no 5', 'rumahku di [address]'],
  ['rina99 kok belum masuk', '[name] kok belum masuk'],
]

describe('hidden', () => {
  for (const [said, seen] of [...NUMBERS, ...PEOPLE])
    test(said, () => {
      expect(maskForModel(said)).toBe(seen)
    })

  for (const [said, hidden] of SECRETS)
    test(said, () => {
      const seen = maskForModel(said)
      for (const part of hidden) expect(seen).not.toContain(part)
      expect(seen).toContain('•••')
    })

  test('what the shop knows the customer by, wherever it stands', () => {
    const people = ['Rina Wulandari', 'rina_wuland99']
    expect(maskForModel('ini Rina, akun rina_wuland99 sama WULANDARI', people)).toBe(
      'ini [name], akun [name] sama [name]',
    )
    expect(maskForModel('karina dan rinai', people)).toBe('karina dan rinai')
    expect(maskForModel('a.b (c) [d]', ['a.b', '(c) [d]', '.*'])).toBe('[name] [name]')
  })
})

const STAYS = [
  'mau 1000 followers ig yg murah',
  'bang mau nambah foll ig 1rb yg murah aja',
  'id 2 sama 7 bedanya apa',
  '100rb dapet berapa followers',
  'harga Rp1.500.000 kemahalan',
  'budget 2 juta 500 ribu',
  'pin 500 save',
  'pass 1000 ya',
  'perlu password ga?',
  'passwordnya apa?',
  'passwordnya aman ga',
  'kode pesanan K7Q2M',
  'K7Q2M udah sampe mana',
  '5.000 likes 10.000 views',
  'member wa 10000',
  'bayar pake dana bisa?',
  'bisa bayar lewat bca ga kak',
  'nama produknya apa',
  'satu dua tiga hari masuk ga',
  'yang nomor dua aja',
  'dana 50rb',
  'orang2 pada beli yg mana',
  'Saya Mau Beli Followers Instagram',
  'saya Instagram 1000',
  'password gak perlu kan',
  'ga minta password dan otp kan',
  'user nya salah',
  'masih jalan ga pesanannya',
  'rp.5000 dapet brp',
  'no.3 aja',
  'R30 itu apa',
  '1000foll 24jam',
  'mau 100k views',
]

describe('what is needed to understand stays', () => {
  for (const said of STAYS)
    test(said, () => {
      expect(maskForModel(said)).toBe(said)
    })
})

test('a telephone number is hidden in whatever words and however it is parted', () => {
  const parts = fc.constantFrom('', ' ', '-', '.', ' - ', ') ')
  const lead = fc.constantFrom('08', '628', '+628', '+62 8', '0 8', '62-8')
  const digits = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 8, maxLength: 11 })
  const words = fc.constantFrom('hubungi', 'wa', 'dana', 'kak ini ya', 'refill ke', '')
  fc.assert(
    fc.property(words, lead, digits, parts, words, (before, start, rest, part, after) => {
      const number = start + rest.map((digit, at) => (at % 3 === 2 ? `${part}${digit}` : digit)).join('')
      const seen = maskForModel(`${before} ${number} ${after}`)
      expect(seen.replace(/\D/g, '').length).toBe(0)
    }),
  )
})

test('no message makes it think for ever', () => {
  for (const piece of ['08 ', 'nol ', 'a.n. ', '1 ', 'dana 1', 'nama saya a ', 'pin a b ', 'x@', 'a.'])
    expect(maskForModel(piece.repeat(4000)).length).toBeGreaterThan(0)
})
