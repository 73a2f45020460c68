// Asking how many.
import { asked } from '../shape.ts'

// biome-ignore format: one message, one line
const FOLLOWERS = asked('asking_quantity', { mid: 2, link: 'https://instagram.com/rara.skincare_' }, [
  ['fn001', '350 kak', 'give_quantity', { quantity: 350 }],
  ['fn002', 'sewu limang atus', 'give_quantity', { quantity: 1500 }],
  ['fn003', 'tilu ratus we kang', 'give_quantity', { quantity: 300 }],
  ['fn004', 'seceng aje bang', 'give_quantity', { quantity: 1000 }],
  ['fn005', 'tujuh ratus lima puluh saja Pak', 'give_quantity', { quantity: 750 }],
  ['fn006', '4,5rb', 'give_quantity', { quantity: 4500 }],
  ['fn007', '12.500', 'give_quantity', { quantity: 12_500 }],
  ['fn008', '6', 'give_quantity', { quantity: 6 }],
  ['fn009', 'nombor 500 je', 'give_quantity', { quantity: 500 }],
  ['fn010', 'make it 3k', 'give_quantity', { quantity: 3000 }],
  ['fn011', 'paling sedikitnya aja kak', 'give_quantity', { quantity: 100 }],
  ['fn012', 'mentokin sampe maksimal', 'give_quantity', { quantity: 100_000 }],
  ['fn013', '200 eh jgn, 400', 'give_quantity', { quantity: 400 }],
  ['fn014', 'duit gue 28rb dapet brp itu', 'give_quantity', { budget: 28_000, also: ['ask_product', 'browse'], may: { about: 'price' } }],
  ['fn015', 'seharga Rp50.000 saja', 'give_quantity', { budget: 50_000, also: ['ask_product', 'browse'], may: { about: 'price' } }],
  ['fn016', 'buat 35 ribu rupiah deh', 'give_quantity', { budget: 35_000, also: ['ask_product', 'browse'], may: { about: 'price' } }],
  ['fn017', 'kalo 600 bayar brapa?', 'ask_product', { about: 'price', quantity: 600, fits: { need: [2] } }],
  ['fn018', 'yg ini minimal brp toh', 'ask_product', { about: 'min', fits: { need: [2] } }],
  ['fn019', '081290001234', 'chitchat', { also: ['ask_general', 'human', 'give_destination'] }],
  ['fn020', 'order 88231 udh selesai belum ya', 'order_status', { order_id: '88231' }],
  ['fn021', 'linknya salah harusnya @rara.skincare.id', 'change', { field: 'link', link: 'https://instagram.com/rara.skincare.id' }],
  ['fn022', 'id 3 aja deh yg indo', 'change', { field: 'product', mid: 3, may: { prefer: 'indonesia' } }],
  ['fn023', 'ga usah deh', 'cancel'],
  ['fn024', 'sebanyak-banyaknya', 'give_quantity', { quantity: 100_000, also: ['chitchat', 'ask_product'], or: {} }],
  ['fn025', 'bebas kak yg penting keliatan rame', 'chitchat', { also: ['ask_general', 'ask_product'] }],
  ['fn026', 'enamratus', 'give_quantity', { quantity: 600 }],
  ['fn027', 'umur saya 45 tahun nak, ga ngerti, 100 saja', 'give_quantity', { quantity: 100 }],
  ['fn028', 'selusin puluh? maksudnya 120', 'give_quantity', { quantity: 120 }],
  ['fn029', 'tambahin like juga dong 50', 'browse', { kind: 'likes', quantity: 50, also: ['change', 'chitchat'], or: { field: 'product', kind: 'likes', quantity: 50 }, may: { platform: 'instagram' }, fits: { need: [4, 5], okay: [8] } }],
  ['fn030', 'iya lanjut', 'chitchat', { also: ['thanks'] }],
])

// biome-ignore format: one message, one line
const OTHERS = [
  ...asked('asking_quantity', { mid: 7, link: 'https://vt.tiktok.com/ZSwXy44Za' }, [
    ['fn040', 'dua juta setengah', 'give_quantity', { quantity: 2_500_000 }],
    ['fn041', 'tigapuluhribu', 'give_quantity', { quantity: 30_000 }],
    ['fn042', '250.000 penonton', 'give_quantity', { quantity: 250_000, may: { kind: 'views' } }],
    ['fn043', 'patang puluh ewu', 'give_quantity', { quantity: 40_000 }],
    ['fn044', 'sapuluh rebu kang', 'give_quantity', { quantity: 10_000 }],
    ['fn045', 'twenty thousand', 'give_quantity', { quantity: 20_000 }],
    ['fn046', 'biasanya brp lama kl 500rb', 'ask_product', { about: 'speed', quantity: 500_000, fits: { need: [7] } }],
    ['fn047', '7', 'give_quantity', { quantity: 7 }],
    ['fn048', 'uang jajan 10rb habisin semua', 'give_quantity', { budget: 10_000, also: ['ask_product', 'browse'], may: { about: 'price' } }],
  ]),
  ...asked('asking_quantity', { mid: 13 }, [
    ['fn060', '1500 buat t.me/PetaniMilenial', 'give_quantity', { quantity: 1500, link: 'https://t.me/petanimilenial' }],
    ['fn061', 'https://t.me/+LmNoPq_R5tUvWx', 'give_link', { link: 'https://t.me/+LmNoPq_R5tUvWx' }],
    ['fn062', 'satusewu eh sewu maksude', 'give_quantity', { quantity: 1000 }],
    ['fn063', 'max brp sih', 'ask_product', { about: 'max', fits: { need: [13] } }],
    ['fn064', 'gocap doang bisa?', 'give_quantity', { quantity: 50, also: ['ask_product'], may: { about: 'min' } }],
    ['fn065', 'ganti yg lain produknya', 'change', { field: 'product' }],
    ['fn066', 'lapan ratus', 'give_quantity', { quantity: 800 }],
  ]),
]

export const F_ASKING_QUANTITY = [...FOLLOWERS, ...OTHERS]
