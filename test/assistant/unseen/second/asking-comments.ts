// Asking for the comments: every line that is not empty is one.
import { asked } from '../shape.ts'

// biome-ignore format: one message, one line
export const F_ASKING_COMMENTS = asked('asking_comments', { mid: 12, link: 'https://instagram.com/p/DFgHiJkLmN0' }, [
  ['fk001', 'gemesss bgt 😭\nspill harga dong kak\nauto checkout\nreal pict kah?\nlucuuu', 'give_comments', { comments: ['gemesss bgt 😭', 'spill harga dong kak', 'auto checkout', 'real pict kah?', 'lucuuu'] }],
  ['fk002', 'Kualitas bahan sangat baik.\nPelayanan ramah dan cepat.\n\n\nSaya akan memesan kembali.\nTerima kasih banyak.\nSukses selalu!', 'give_comments', { comments: ['Kualitas bahan sangat baik.', 'Pelayanan ramah dan cepat.', 'Saya akan memesan kembali.', 'Terima kasih banyak.', 'Sukses selalu!'] }],
  ['fk003', 'ayu tenan nduk\nresepe piro le?\nmbah melu seneng\nsehat terus nggih\nmanteb', 'give_comments', { comments: ['ayu tenan nduk', 'resepe piro le?', 'mbah melu seneng', 'sehat terus nggih', 'manteb'] }],
  ['fk004', '2 porsi ya kak\n500 perak doang?\n3 kali beli ga nyesel\nid 7 masih ada?\n1000/10', 'give_comments', { comments: ['2 porsi ya kak', '500 perak doang?', '3 kali beli ga nyesel', 'id 7 masih ada?', '1000/10'] }],
  ['fk005', 'sudah transfer ya min\nbatal aja kemahalan\nkapan sampai?\nrefund dong canda\nya udah beli dua', 'give_comments', { comments: ['sudah transfer ya min', 'batal aja kemahalan', 'kapan sampai?', 'refund dong canda', 'ya udah beli dua'] }],
  ['fk006', 'so cozy!!\nis it dog friendly?\nwe loved it\nbest nasi goreng in ubud\ncoming back soon', 'give_comments', { comments: ['so cozy!!', 'is it dog friendly?', 'we loved it', 'best nasi goreng in ubud', 'coming back soon'] }],
  ['fk007', 'pinggir jalan persis ya?\n@sahabatku cobain yuk\nhttps://maps.app.goo.gl/abc ini ya\nparkir aman\nmantul', 'give_comments', { comments: ['pinggir jalan persis ya?', '@sahabatku cobain yuk', 'https://maps.app.goo.gl/abc ini ya', 'parkir aman', 'mantul'] }],
  ['fk008', '5\n4\n3\n2\n1', 'give_comments', { comments: ['5', '4', '3', '2', '1'] }],
  ['fk009', 'cakep bang\nlu emang jagonye\nkagak ada obat\ngokil dah\nnih baru mantep', 'give_comments', { comments: ['cakep bang', 'lu emang jagonye', 'kagak ada obat', 'gokil dah', 'nih baru mantep'] }],
  ['fk010', 'hapunten teh, aya nu hejo?\ngeulis pisan\nabi hoyong\nongkir ka Garut sabaraha\nhade', 'give_comments', { comments: ['hapunten teh, aya nu hejo?', 'geulis pisan', 'abi hoyong', 'ongkir ka Garut sabaraha', 'hade'] }],
  ['fk011', 'wa 082244556677 fast respon\nadmin baik\nmenu nya lengkap\ncs ramah\nulang lagi deh', 'give_comments', { comments: ['wa 082244556677 fast respon', 'admin baik', 'menu nya lengkap', 'cs ramah', 'ulang lagi deh'] }],
  ['fk013', '🍜\n🍜🍜\n😋😋😋\n🔥 pedes\n💯', 'give_comments', { comments: ['🍜', '🍜🍜', '😋😋😋', '🔥 pedes', '💯'] }],
  ['fk014', 'boleh emoji ga komennya kak?', 'ask_general', { also: ['give_comments', 'ask_product'], or: { comments: ['boleh emoji ga komennya kak?'] } }],
  ['fk015', 'oke\r\noke banget\r\nsetuju sama atas\r\nlanjut\r\nbenar sekali', 'give_comments', { comments: ['oke', 'oke banget', 'setuju sama atas', 'lanjut', 'benar sekali'] }],
  ['fk016', '', 'chitchat', { media: 'sticker', also: ['thanks'] }],
])
