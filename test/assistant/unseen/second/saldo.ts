// Saldo: idle questions, amounts, destinations.
import { asked } from '../shape.ts'

// biome-ignore format: one message, one line
const IDLE = asked('idle', {}, [
  ['fs001', 'cek saldo dong ka', 'balance'],
  ['fs002', 'saldo ku masih ada gaa', 'balance'],
  ['fs003', 'Mohon informasi sisa saldo akun saya.', 'balance'],
  ['fs004', 'duwitku isih piro nang kene', 'balance'],
  ['fs005', 'artos abi tinggal sabaraha deui', 'balance'],
  ['fs006', 'saldo gue ade berape sekarang', 'balance'],
  ['fs007', "what's left in my account", 'balance'],
  ['fs008', 'sldo', 'balance'],
  ['fs009', 'kemarin kan ada refund, jadi saldo saya sekarang berapa', 'balance'],
  ['fs010', 'berapa baki saya bos', 'balance'],
  ['fs020', 'mau isi saldo dong min', 'topup'],
  ['fs021', 'depo 75rb', 'topup', { budget: 75_000 }],
  ['fs022', 'tiket deposit 1jt', 'topup', { budget: 1_000_000 }],
  ['fs023', 'Saya bermaksud menambah saldo sebesar Rp500.000.', 'topup', { budget: 500_000 }],
  ['fs024', 'ngisi saldo satus ewu le', 'topup', { budget: 100_000 }],
  ['fs026', "I'd like to add 150k to my balance", 'topup', { budget: 150_000 }],
  ['fs027', 'isisaldo20rb', 'topup', { budget: 20_000 }],
  ['fs028', 'kak saya mau menambahkan saldo tiga puluh ribu', 'topup', { budget: 30_000 }],
  ['fs040', 'wd', 'withdraw'],
  ['fs041', 'tarik 60rb ke shopeepay 085799887766 an Nisa', 'withdraw', { budget: 60_000, destination: 'shopeepay 085799887766 an Nisa' }],
  ['fs042', 'Mohon dana saldo saya dicairkan ke BRI 003401027788506 atas nama Suharti.', 'withdraw', { destination: 'BRI 003401027788506 atas nama Suharti' }],
  ['fs043', 'saldoku tarik kabeh nak, wis ora kanggo', 'withdraw'],
  ['fs044', 'cairin saldo gue cepek ceng', 'withdraw', { budget: 100_000 }],
  ['fs045', 'I want to withdraw 80k', 'withdraw', { budget: 80_000 }],
  ['fs046', 'bs tarik saldonya ga? sisa 12rb', 'withdraw', { also: ['ask_general'], may: { budget: 12_000 } }],
  ['fs047', 'narik saldo 55rb ke bank jago 108812345678 Yosep', 'withdraw', { budget: 55_000, destination: 'jago 108812345678 Yosep' }],
  ['fs048', 'keluarkan semua baki saya bos', 'withdraw'],
  ['fs049', 'wd ovo 081377770000 100rb', 'withdraw', { budget: 100_000, destination: 'ovo 081377770000' }],
])

// biome-ignore format: one message, one line
const TOPUP = asked('asking_amount', { for: 'topup' }, [
  ['fs060', '30rb aja ka', 'topup', { budget: 30_000 }],
  ['fs061', '175.000', 'topup', { budget: 175_000 }],
  ['fs062', 'ceban dulu dah bang', 'topup', { budget: 10_000 }],
  ['fs063', 'saketi', 'topup', { budget: 100_000, also: ['chitchat'], or: {} }],
  ['fs064', 'lima puluh ribu kak', 'topup', { budget: 50_000 }],
  ['fs065', 'five hundred thousand', 'topup', { budget: 500_000 }],
  ['fs066', 'nanti aja deh', 'cancel', { also: ['chitchat'] }],
  ['fs067', 'topupnya bisa lewat indomaret?', 'ask_general'],
  ['fs068', '25 ewu', 'topup', { budget: 25_000 }],
  ['fs069', 'oke', 'chitchat', { also: ['thanks'] }],
])

// biome-ignore format: one message, one line
const TAKE_OUT = asked('asking_amount', { for: 'withdraw' }, [
  ['fs080', 'kabeh wae', 'withdraw'],
  ['fs081', '45.000', 'withdraw', { budget: 45_000 }],
  ['fs082', 'seratus lima puluh ribu saja', 'withdraw', { budget: 150_000 }],
  ['fs083', 'tinggal brp sih saldo ane', 'balance'],
  ['fs084', '20rb ke gopay 087812340000 Dimas', 'withdraw', { budget: 20_000, destination: 'gopay 087812340000 Dimas' }],
  ['fs085', 'ga jadi narik', 'cancel'],
])

// biome-ignore format: one message, one line
const WHERE = asked('asking_destination', { budget: 40_000 }, [
  ['fs100', 'dana 085211223344 an Rara', 'give_destination', { destination: 'dana 085211223344 an Rara' }],
  ['fs101', 'Bank Syariah Indonesia 7123456789 atas nama CV Berkah Jaya', 'give_destination', { destination: 'Bank Syariah Indonesia 7123456789 atas nama CV Berkah Jaya' }],
  ['fs102', 'ning ovo wae nak 081326540000 jenenge Sumarni', 'give_destination', { destination: 'ovo wae nak 081326540000 jenenge Sumarni' }],
  ['fs103', 'ka BCA 4370119922 Asep Sunandar', 'give_destination', { destination: 'BCA 4370119922 Asep Sunandar' }],
  ['fs104', 'gopay 0813 9988 7766', 'give_destination', { destination: 'gopay 0813 9988 7766' }],
  ['fs105', 'cimb niaga 706123456700, Ucok Siregar', 'give_destination', { destination: 'cimb niaga 706123456700, Ucok Siregar' }],
  ['fs106', 'send it to my BCA account 0401234567 under Thomas Keller', 'give_destination', { destination: 'BCA account 0401234567 under Thomas Keller' }],
  ['fs107', 'dana kosong delapan satu dua tiga empat lima enam tujuh delapan sembilan nol atas nama yuli', 'give_destination', { destination: 'dana kosong delapan satu dua tiga empat lima enam tujuh delapan sembilan nol atas nama yuli', also: ['chitchat'], or: {} }],
  ['fs108', '+6285700001111', 'give_destination', { destination: '+6285700001111' }],
  ['fs109', 'mandiri\n1440099887766\nHj. Maimunah', 'give_destination', { destination: 'mandiri\n1440099887766\nHj. Maimunah' }],
  ['fs110', 'dana6281299990000budi', 'give_destination', { destination: 'dana6281299990000budi' }],
  ['fs111', 'linkaja 082199998888', 'give_destination', { destination: 'linkaja 082199998888' }],
  ['fs112', 'spay 089900112233 a.n dewi p', 'give_destination', { destination: 'spay 089900112233 a.n dewi p' }],
  ['fs113', 'ga jadi tarik, biarin aja di sini', 'cancel'],
  ['fs114', 'bank daerah bisa ga kayak bjb', 'ask_general', { also: ['give_destination'], may: { destination: 'bjb' } }],
  ['fs115', 'berapa jam masuknya nanti', 'ask_general', { also: ['ask_product', 'order_status'], may: { about: 'speed' } }],
])

export const F_SALDO = [...IDLE, ...TOPUP, ...TAKE_OUT, ...WHERE]
