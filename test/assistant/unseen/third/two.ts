// Customers 16 to 30, each one's messages over a whole sale.
import {
  asked,
  ig,
  igFollowers,
  igLikes,
  members,
  subscribers,
  tiktokFollowers,
  tiktokLikes,
  tiktokViews,
  youtube,
} from '../shape.ts'

// biome-ignore format: one message, one line
export const TWO = [
  // 16 Malay seller
  ...asked('idle', {}, [
    ['g145', 'salam bos, nak beli follower tiktok boleh?', 'browse', { ...tiktokFollowers }],
    ['g146', 'boleh cakap bahasa melayu tak', 'language', { also: ['ask_general', 'chitchat'] }],
    ['g147', 'berapa harga untuk 500 follower tiktok', 'ask_product', { ...tiktokFollowers, about: 'price', quantity: 500 }],
    ['g148', 'terima kasih bos', 'thanks'],
  ]),
  ...asked('choosing', { shown: [6] }, [
    ['g149', 'yang ni lah', 'select', { mid: 6 }],
    ['g150', 'paling sikit boleh beli berapa', 'ask_product', { about: 'min', may: { ...tiktokFollowers, mid: 6 }, fits: { need: [6] } }],
  ]),
  ...asked('asking_quantity', { mid: 6 }, [
    ['g151', 'lima ratus je', 'give_quantity', { quantity: 500 }],
    ['g152', 'saya ada 20 ribu rupiah je, dapat berapa', 'ask_product', { budget: 20_000, also: ['give_quantity', 'browse'], or: { budget: 20_000, about: 'price' }, may: { about: 'price', mid: 6, ...tiktokFollowers }, fits: 'any' }],
  ]),
  ...asked('asking_link', { mid: 6, quantity: 500 }, [['g153', 'akaun saya @kedai.mak_jah', 'give_link', { link: 'https://tiktok.com/@kedai.mak_jah' }]]),
  ...asked('confirming', { mid: 6, quantity: 500, link: 'https://tiktok.com/@kedai.mak_jah' }, [['g154', 'betul bos', 'confirm'], ['g155', 'tak jadilah', 'cancel']]),
  // 17 telegram group admin
  ...asked('idle', {}, [
    ['g156', 'gan member tele 2000 dong', 'browse', { ...members, quantity: 2000 }],
    ['g157', 'klo subs channel tele brp gan', 'ask_product', { ...members, about: 'price' }],
    ['g158', 'member tele nya indo ada ga', 'browse', { ...members, prefer: 'indonesia', fits: { need: [], okay: [13], none: true } }],
    ['g159', 'id 13 brp max', 'ask_product', { about: 'max', may: { mid: 13 }, fits: { need: [13] } }],
  ]),
  ...asked('asking_link', { mid: 13, quantity: 2000 }, [
    ['g160', 'grup gw private gan bisa?', 'ask_general'],
    ['g161', 't.me/+aBcD3fGh1JkLm', 'give_link', { link: 'https://t.me/+aBcD3fGh1JkLm' }],
    ['g162', 'https://telegram.me/InfoLokerCikarang', 'give_link', { link: 'https://t.me/infolokercikarang' }],
  ]),
  ...asked('paying', { mid: 13, quantity: 2000, link: 'https://t.me/infolokercikarang', order_id: 'D7K4V' }, [
    ['g163', 'blm gw bayar gan, ntar malem ya', 'chitchat', { also: ['ask_general'] }],
    ['g164', 'qris bisa dibayar sampe jam brp gan', 'ask_general'],
    ['g165', 'udah ya gan lunas', 'paid_claim'],
    ['g166', 'cek D7K4V', 'order_status', { order_id: 'D7K4V' }],
  ]),
  // 18 Sundanese
  ...asked('idle', {}, [
    ['g167', 'punten kang', 'greet'],
    ['g168', 'aya like ig teu kang', 'browse', { ...igLikes }],
    ['g169', 'sabaraha sarebu like ig kang', 'ask_product', { ...igLikes, about: 'price', quantity: 1000 }],
    ['g170', 'hatur nuhun kang', 'thanks'],
  ]),
  ...asked('choosing', { shown: [4, 5] }, [
    ['g171', 'nu kahiji we', 'select', { mid: 4 }],
    ['g172', 'lima ratus', 'give_quantity', { quantity: 500 }],
    ['g173', 'teu jadi kang punten', 'cancel'],
  ]),
  ...asked('asking_quantity', { mid: 4, link: 'https://instagram.com/p/DBq2RsTuVwX' }, [
    ['g174', '5', 'give_quantity', { quantity: 5 }],
    ['g175', 'sarebu we kang', 'give_quantity', { quantity: 1000 }],
  ]),
  // 19 Betawi
  ...asked('idle', {}, [
    ['g176', 'bang gue pengen nambahin pelanggan yutub', 'browse', { ...subscribers }],
    ['g177', 'kaga ada yang murahan dikit bang?', 'browse', { prefer: 'cheapest', also: ['ask_product', 'ask_general'], or: { about: 'cheapest' }, may: { prefer: 'cheapest', about: 'cheapest' }, fits: 'any' }],
    ['g178', 'pegimane cara bayarnye', 'ask_general'],
    ['g179', 'orderan aye nyampe mane bang', 'order_status'],
  ]),
  ...asked('confirming', { mid: 9, quantity: 100, link: 'https://youtube.com/@dapurbetawi' }, [
    ['g180', 'iye bang udah bener', 'confirm'],
    ['g181', 'kaga bang, 50 aje dah', 'change', { field: 'quantity', quantity: 50 }],
    ['g182', 'salah bang linknye, youtube.com/@dapurbetawi_asli', 'change', { field: 'link', link: 'https://youtube.com/@dapurbetawi_asli' }],
  ]),
  // 20 voice to text
  ...asked('idle', {}, [
    ['g183', 'halo kak saya mau tanya dong kalau mau beli followers instagram seribu itu harganya berapa ya kak', 'ask_product', { ...igFollowers, about: 'price', quantity: 1000 }],
    ['g184', 'kak tadi saya sudah order tapi kok belum ada nomor pesanannya ya', 'complaint', { also: ['order_status', 'my_orders', 'resend_bill'] }],
    ['g185', 'oh iya kak mau yang followers tiktok aja jadinya dua ribu ya kak buat akun toko saya', 'browse', { ...tiktokFollowers, quantity: 2000 }],
  ]),
  ...asked('choosing', { shown: [1, 2, 3] }, [
    ['g186', 'oke kak saya mau yang nomor dua aja ya kak seribu followers', 'select', { mid: 2, quantity: 1000, may: { kind: 'followers' } }],
    ['g187', 'yang paling bagus yang mana ya kak menurut kakak', 'ask_product', { about: 'compare', may: { about: ['compare', 'other'], prefer: 'other' }, also: ['ask_general', 'browse'], or: {}, fits: 'any' }],
  ]),
  ...asked('asking_quantity', { mid: 2, link: 'https://instagram.com/batik.lestari' }, [
    ['g188', 'hmm seribu lima ratus aja deh kak', 'give_quantity', { quantity: 1500 }],
    ['g189', 'dua setengah ribu', 'give_quantity', { quantity: 2500 }],
  ]),
  ...asked('confirming', { mid: 2, quantity: 1500, link: 'https://instagram.com/batik.lestari' }, [
    ['g190', 'iya kak sudah benar silakan diproses', 'confirm'],
  ]),
  // 21 website owner
  ...asked('idle', {}, [
    ['g191', 'traffic web 5000 indo', 'browse', { platform: 'website', kind: 'traffic', quantity: 5000, prefer: 'indonesia' }],
    ['g192', 'traffic nya dr google organik apa bot?', 'ask_product', { about: 'other', also: ['ask_general', 'browse'], or: { kind: 'traffic' }, may: { kind: 'traffic', platform: ['website', 'google'], prefer: 'no_bot', about: 'other' }, fits: 'any' }],
    ['g193', 'bisa di cicil per hari ga masuknya? 500/hari', 'ask_product', { about: 'dripfeed', may: { quantity: 500, about: ['dripfeed', 'speed'] }, also: ['ask_general'], fits: 'any' }],
  ]),
  ...asked('asking_link', { mid: 15, quantity: 5000 }, [
    ['g194', 'http://www.TokoMesinJahit.co.id/promo/?utm_source=tg&ref=lapak', 'give_link', { link: 'https://tokomesinjahit.co.id/promo?ref=lapak' }],
    ['g195', 'tokomesinjahit.co.id', 'give_link', { link: 'https://tokomesinjahit.co.id' }],
    ['g196', 'eh 10rb aja visitornya, web: tokomesinjahit.co.id', 'give_link', { link: 'https://tokomesinjahit.co.id', quantity: 10_000, also: ['change'], or: { field: 'quantity', link: 'https://tokomesinjahit.co.id', quantity: 10_000 }, may: { field: 'quantity', kind: 'traffic', platform: 'website' } }],
  ]),
  ...asked('paying', { mid: 15, quantity: 10_000, link: 'https://tokomesinjahit.co.id', order_id: 'J2X6R' }, [
    ['g197', 'td sy transfer 2x min kepencet, gimana?', 'complaint', { also: ['paid_claim', 'ask_general', 'human'] }],
    ['g198', 'ganti jumlah jd 5rb bs? blm byr', 'change', { field: 'quantity', quantity: 5000 }],
  ]),
  // 22 twitter fan base
  ...asked('idle', {}, [
    ['g199', 'kak followers x brp ya per 1000', 'ask_product', { platform: 'twitter', kind: 'followers', about: 'price', may: { quantity: 1000 } }],
    ['g200', 'retweet ada? buat project ulang tahun bias', 'browse', { kind: 'retweets', may: { platform: 'twitter' }, fits: { need: [] } }],
    ['g201', 'kalo views tweet', 'browse', { platform: 'twitter', kind: 'views', may: { kind: ['views', 'impressions'] } }],
    ['g202', 'id 19 200 @armyproject_jkt', 'select', { mid: 19, quantity: 200, link: 'https://x.com/armyproject_jkt' }],
  ]),
  ...asked('asking_link', { mid: 19, quantity: 200 }, [['g203', 'https://twitter.com/ArmyProject_JKT?s=21&t=abc', 'give_link', { link: 'https://x.com/armyproject_jkt' }]]),
  ...asked('confirming', { mid: 19, quantity: 200, link: 'https://x.com/armyproject_jkt' }, [
    ['g204', 'benerr kak 💜', 'confirm'],
    ['g205', 'eh kak jangan dulu deh, batal', 'cancel'],
  ]),
  ...asked('paying', { mid: 19, quantity: 200, link: 'https://x.com/armyproject_jkt', order_id: 'N5S8G' }, [
    ['g206', 'kak qr nya ilang dr galeri 😭', 'resend_bill'],
    ['g207', 'cancel aja kak ga jadi', 'cancel'],
  ]),
  // 23 thrift seller
  ...asked('idle', {}, [
    ['g208', 'kak story views ig ready?', 'browse', { platform: 'instagram', kind: 'story_views' }],
    ['g209', 'simpanan/save postingan ig ada ga kak', 'browse', { platform: 'instagram', kind: 'saves' }],
    ['g210', 'yg 11 brp duit kak klo 300', 'ask_product', { about: 'price', quantity: 300, may: { mid: 11 }, also: ['select'], or: { mid: 11, quantity: 300 }, fits: { need: [11] } }],
    ['g211', 'buka sampe jam brp kak', 'ask_general'],
  ]),
  ...asked('choosing', { shown: [18, 11, 4, 5, 22] }, [
    ['g212', 'yg kedua', 'select', { mid: 11 }],
    ['g213', 'no 5', 'select', { mid: 5 }],
    ['g214', 'story nya 300 kak', 'select', { mid: 11, quantity: 300 }],
    ['g215', 'ada lg ga selain itu', 'more', { also: ['browse'], fits: 'any' }],
  ]),
  ...asked('asking_link', { mid: 11, quantity: 300 }, [['g216', 'thriftbykania', 'give_link', { link: 'https://instagram.com/thriftbykania' }]]),
  ...asked('confirming', { mid: 11, quantity: 300, link: 'https://instagram.com/thriftbykania' }, [['g217', 'oke sip lanjutt', 'confirm']]),
  // 24 saldo user
  ...asked('idle', {}, [
    ['g218', 'mau depo 50k', 'topup', { budget: 50_000 }],
    ['g219', 'saldonya udah masuk blm ya', 'balance', { also: ['order_status'] }],
    ['g220', 'cek saldo kak', 'balance'],
    ['g221', 'sisa saldo bisa ditarik ga?', 'withdraw', { also: ['ask_general'] }],
    ['g222', 'tarik semua saldo ke gopay 085712349876', 'withdraw', { destination: 'gopay 085712349876' }],
  ]),
  ...asked('asking_amount', { for: 'topup' }, [
    ['g223', 'gocap', 'topup', { budget: 50_000, may: { budget: [50, 50_000] } }],
    ['g224', 'seratus ribu aja kak', 'topup', { budget: 100_000 }],
    ['g225', 'minimal isi berapa?', 'ask_general', { also: ['ask_product', 'topup'], may: { about: 'min' } }],
    ['g226', 'ga jadi deh', 'cancel'],
  ]),
  ...asked('asking_amount', { for: 'withdraw' }, [
    ['g227', '75.000', 'withdraw', { budget: 75_000 }],
    ['g228', 'semuanya kak', 'withdraw'],
  ]),
  ...asked('asking_destination', { budget: 75_000 }, [
    ['g229', 'gopay 085712349876 a/n Fitri', 'give_destination', { destination: 'gopay 085712349876 a/n Fitri' }],
    ['g230', 'bisa ke shopeepay ga?', 'ask_general', { also: ['give_destination'], may: { destination: 'shopeepay' } }],
  ]),
  // 25 comment buyer
  ...asked('idle', {}, [
    ['g231', 'komen ig yg bisa nulis sendiri ada kak?', 'browse', { platform: 'instagram', kind: 'comments', prefer: 'custom' }],
    ['g232', 'komentar random brp an kak', 'ask_product', { kind: 'comments', prefer: 'random', about: 'price', may: { platform: 'instagram', prefer: 'random' } }],
  ]),
  ...asked('choosing', { shown: [12, 22] }, [
    ['g233', 'yg tulis sendiri', 'select', { mid: 12 }],
    ['g234', '22 minimalnya brp', 'ask_product', { about: 'min', may: { mid: 22 }, fits: { need: [22] } }],
    ['g235', 'acak aja 50', 'select', { mid: 22, quantity: 50 }],
  ]),
  ...asked('asking_comments', { mid: 12, link: 'https://instagram.com/p/DEf4_GhIjKl' }, [
    ['g236', 'Cantik banget kak bajunya\nReady warna sage ga?\nUdah order 2x, bahannya adem\nAdmin ramah\nPengiriman cepat', 'give_comments', { comments: ['Cantik banget kak bajunya', 'Ready warna sage ga?', 'Udah order 2x, bahannya adem', 'Admin ramah', 'Pengiriman cepat'] }],
    ['g237', 'batal kak', 'cancel'],
    ['g238', 'minimal berapa komen kak?', 'ask_product', { about: 'min', also: ['give_comments'], or: { comments: ['minimal berapa komen kak?'] }, may: { mid: 12, kind: 'comments' }, fits: { need: [12] } }],
  ]),
  // 26 typo writer
  ...asked('idle', {}, [
    ['g239', 'mu beli folowrs intagram', 'browse', { ...igFollowers }],
    ['g240', 'hargany brp folower tktok 100', 'ask_product', { ...tiktokFollowers, about: 'price', quantity: 100 }],
    ['g241', 'sttus psnan K3W7P', 'order_status', { order_id: 'K3W7P' }],
    ['g242', 'mkasih bnyk yaa', 'thanks'],
  ]),
  ...asked('choosing', { shown: [2, 3, 1] }, [
    ['g243', 'yng indonsia', 'select', { mid: 3 }],
    ['g244', 'plih nmr 1', 'select', { mid: 1 }],
    ['g245', 'tiga', 'select', { mid: 3 }],
  ]),
  ...asked('asking_quantity', { mid: 3 }, [['g246', 'seribbu', 'give_quantity', { quantity: 1000 }], ['g247', '2rbu', 'give_quantity', { quantity: 2000 }], ['g248', 'minmal aja', 'give_quantity', { quantity: 50 }]]),
  ...asked('confirming', { mid: 3, quantity: 1000, link: 'https://instagram.com/dewi_kue' }, [['g249', 'iyaaaaa', 'confirm'], ['g250', 'jgn jdi', 'cancel']]),
  // 27 impatient repeat buyer
  ...asked('idle', {}, [
    ['g251', 'ulang pesanan kemarin', 'reorder'],
    ['g252', 'kok lama bgt sih udh 2 hari ga masuk2', 'complaint'],
    ['g253', 'yg G4T9M kpn kelar', 'order_status', { order_id: 'G4T9M' }],
    ['g254', 'salah link gw, stop dulu orderan G4T9M', 'cancel_order', { order_id: 'G4T9M' }],
    ['g255', 'order lg kyk G4T9M dong', 'reorder', { order_id: 'G4T9M' }],
    ['g256', 'adminnnn', 'human', { also: ['greet'] }],
  ]),
  ...asked('paying', { mid: 8, quantity: 1000, link: 'https://vt.tiktok.com/ZSk2mNo4Q', order_id: 'G8C2K' }, [
    ['g257', 'sudah dibayar tolong proses', 'paid_claim'],
    ['g258', 'kirim lagi qrisnya', 'resend_bill'],
    ['g259', 'udh masuk blm?', 'order_status'],
  ]),
  // 28 English-speaking agency
  ...asked('idle', {}, [
    ['g260', 'Hi! Do you offer refill on instagram followers?', 'ask_product', { ...igFollowers, about: 'refill', may: { prefer: 'refill' }, also: ['browse'], or: { ...igFollowers, prefer: 'refill' }, fits: { need: [2, 3], okay: [1] } }],
    ['g261', 'show me your price list', 'browse', { also: ['ask_product'], may: { about: 'price' }, fits: 'any' }],
    ['g262', 'I want to add 1.000.000 to my balance', 'topup', { budget: 1_000_000 }],
    ['g263', 'my order V6R2Q dropped a lot, please refill', 'refill', { order_id: 'V6R2Q' }],
    ['g264', 'can I talk to a human?', 'human'],
  ]),
  ...asked('choosing', { shown: [2, 3] }, [
    ['g265', 'which one is faster?', 'ask_product', { about: 'speed', may: { about: ['speed', 'compare'], prefer: 'fast' }, fits: { need: [], okay: [2, 3] } }],
    ['g266', 'the second one, 2k, instagram.com/JakartaCoworking', 'select', { mid: 3, quantity: 2000, link: 'https://instagram.com/jakartacoworking' }],
  ]),
  ...asked('asking_quantity', { mid: 2, link: 'https://instagram.com/jakartacoworking' }, [
    ['g267', '1.5k', 'give_quantity', { quantity: 1500 }],
    ['g268', "what's the maximum per day?", 'ask_product', { about: 'speed', may: { about: ['speed', 'max'], mid: 2 }, fits: { need: [2] } }],
  ]),
  // 29 changing his mind all the time
  ...asked('choosing', { shown: [1, 2, 3] }, [
    ['g269', '3 eh kemahalan, 2 aja deh', 'select', { mid: 2 }],
    ['g270', 'atau like aja deh, ada?', 'browse', { kind: 'likes', may: { platform: 'instagram' }, fits: { need: [4, 5] } }],
    ['g271', 'ga jadi ig, youtube aja', 'browse', { ...youtube, may: { kind: 'subscribers' }, fits: { need: [9], okay: [10, 21, 23] } }],
  ]),
  ...asked('asking_quantity', { mid: 4, link: 'https://instagram.com/p/DAa1BbCcDdE' }, [
    ['g272', '100 eh 200 deng', 'give_quantity', { quantity: 200 }],
    ['g273', 'linknya salah, yg bener https://www.instagram.com/p/DAa9ZzYyXxW/', 'change', { field: 'link', link: 'https://instagram.com/p/DAa9ZzYyXxW' }],
    ['g274', 'yg like indo aja deh', 'change', { field: 'product', mid: 5, also: ['browse'], or: { kind: 'likes', prefer: 'indonesia' }, may: { mid: 5, kind: 'likes', prefer: 'indonesia', field: 'product', platform: 'instagram' }, fits: { need: [5] } }],
  ]),
  ...asked('confirming', { mid: 4, quantity: 200, link: 'https://instagram.com/p/DAa9ZzYyXxW' }, [
    ['g275', 'jumlahnya ganti 300', 'change', { field: 'quantity', quantity: 300 }],
    ['g276', 'ganti link', 'change', { field: 'link' }],
    ['g277', 'nah gitu dong bener, oke', 'confirm'],
  ]),
  // 30 two accounts
  ...asked('asking_link', { mid: 1, quantity: 500 }, [
    ['g278', '@warungbude sama @warungpakde', 'give_link', { links: ['https://instagram.com/warungbude', 'https://instagram.com/warungpakde'] }],
    ['g279', 'warungbude aja dulu kak', 'give_link', { link: 'https://instagram.com/warungbude' }],
  ]),
  ...asked('idle', {}, [
    ['g280', 'likes tiktok 500 buat https://vt.tiktok.com/ZSx1yZ2wA/ ya', 'browse', { ...tiktokLikes, quantity: 500, link: 'https://vt.tiktok.com/ZSx1yZ2wA' }],
    ['g281', 'views tiktok gopek berapa duit', 'ask_product', { ...tiktokViews, about: 'price', quantity: 500 }],
    ['g282', 'ig ada promo ga', 'ask_general', { may: { ...ig }, also: ['browse', 'ask_product'], fits: 'any' }],
  ]),
]
