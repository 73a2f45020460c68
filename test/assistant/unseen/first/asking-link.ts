// Asking for the target: links of every platform in the shapes people paste them, names, and everything else they write there.
import { asked } from '../shape.ts'

// biome-ignore format: one message, one line
const PROFILE = asked('asking_link', { mid: 1, quantity: 500 }, [
  ['l001', 'https://www.instagram.com/kopi.senja_id?igsh=MWVxYmZ2dGJ0cGZ5Zg==', 'give_link', { link: 'https://instagram.com/kopi.senja_id' }],
  ['l002', 'instagram.com/DapurMamah/', 'give_link', { link: 'https://instagram.com/dapurmamah' }],
  ['l003', '@Senja.Kopi', 'give_link', { link: 'https://instagram.com/senja.kopi' }],
  ['l004', 'warung_soto77', 'give_link', { link: 'https://instagram.com/warung_soto77' }],
  ['l005', 'nama akunnya bengkel.jaya.motor kak', 'give_link', { link: 'https://instagram.com/bengkel.jaya.motor' }],
  ['l006', 'user: dapur_mamah', 'give_link', { link: 'https://instagram.com/dapur_mamah' }],
  ['l007', 'ig ku @NgopiYuk.id', 'give_link', { link: 'https://instagram.com/ngopiyuk.id' }],
  ['l008', 'ini kak instagram.com/rasa_sayang.food 👍', 'give_link', { link: 'https://instagram.com/rasa_sayang.food' }],
  ['l009', 'HTTPS://WWW.INSTAGRAM.COM/TOKO.BATIK/', 'give_link', { link: 'https://instagram.com/toko.batik' }],
  ['l010', 'http://instagram.com/laundry.kilat?hl=id', 'give_link', { link: 'https://instagram.com/laundry.kilat' }],
  ['l011', 'https://instagram.com/kopi.satu https://instagram.com/kopi.dua', 'give_link', { links: ['https://instagram.com/kopi.satu', 'https://instagram.com/kopi.dua'] }],
  ['l012', '@tokoku.a sama @tokoku.b ya', 'give_link', { links: ['https://instagram.com/tokoku.a', 'https://instagram.com/tokoku.b'] }],
  ['l013', 'instagram.com/kopi.senja eh salah, instagram.com/kopi.senja2', 'give_link', { link: 'https://instagram.com/kopi.senja2', or: { links: ['https://instagram.com/kopi.senja', 'https://instagram.com/kopi.senja2'] } }],
  ['l014', 'link apa ya kak', 'ask_general'],
  ['l015', 'profil apa postingan?', 'ask_general'],
  ['l016', 'cukup username aja boleh?', 'ask_general'],
  ['l017', 'bentar aku cari dulu', 'chitchat'],
  ['l018', 'eh jadi 1000 deh', 'change', { field: 'quantity', quantity: 1000 }],
  ['l019', 'ganti produk dong', 'change', { field: 'product' }],
  ['l020', 'batal', 'cancel'],
  ['l021', 'id 3 aja deh', 'change', { field: 'product', mid: 3 }],
  ['l022', 'akunku di private gpp?', 'ask_general'],
  ['l023', 'kok minta link? ga minta password kan', 'ask_general'],
  ['l024', 'ya', 'chitchat', { also: ['thanks'] }],
  ['l025', '081234567890', 'chitchat', { also: ['ask_general', 'human', 'give_destination', 'balance', 'topup'] }],
  ['l026', 'brp td harganya?', 'ask_product', { about: 'price', fits: { need: [1] } }],
  ['l027', 'eh likes aja jangan followers', 'change', { field: 'product', kind: 'likes', also: ['browse'], or: { kind: 'likes' }, may: { platform: 'instagram' } }],
  ['l028', 'ga jadi ig, tiktok aja', 'change', { field: 'product', platform: 'tiktok', also: ['browse'], or: { platform: 'tiktok' }, may: { kind: 'followers' } }],
  ['l029', '', 'chitchat', { media: 'photo', also: ['ask_general', 'human'] }],
  ['l030', 'https://www.instagram.com/kedai.ngopi/', 'give_link', { media: 'share', link: 'https://instagram.com/kedai.ngopi' }],
  ['l031', 'ngga ah takut', 'cancel', { also: ['chitchat', 'ask_general'] }],
  ['l032', 'how do i get the link?', 'ask_general'],
  ['l033', 'akun kulo @jamu.mbok_darmi mas', 'give_link', { link: 'https://instagram.com/jamu.mbok_darmi' }],
  ['l034', 'my username is thebakery.house', 'give_link', { link: 'https://instagram.com/thebakery.house' }],
  ['l035', 'https://www.instagram.com/p/C2aXyZbQwEr/', 'give_link', { link: 'https://instagram.com/p/C2aXyZbQwEr' }],
  ['l036', '@seblak.teh_euis 🔥🔥', 'give_link', { link: 'https://instagram.com/seblak.teh_euis' }],
  ['l037', 'instagram.com/kaos_polos, nanti yg instagram.com/kaos_lukis nyusul', 'give_link', { links: ['https://instagram.com/kaos_polos', 'https://instagram.com/kaos_lukis'] }],
  ['l038', 'cek K7Q2M dulu dong udh masuk blm', 'order_status', { order_id: 'K7Q2M' }],
  ['l039', 'passwordnya juga? rahasia123', 'ask_general', { also: ['chitchat'] }],
])

// biome-ignore format: one message, one line
const NO_QUANTITY = asked('asking_link', { mid: 3 }, [
  ['l050', '1000', 'give_quantity', { quantity: 1000 }],
  ['l051', '1000 ke instagram.com/butik.anggun', 'give_link', { link: 'https://instagram.com/butik.anggun', quantity: 1000 }],
  ['l052', '@warung.pojok__ 300 followers', 'give_link', { link: 'https://instagram.com/warung.pojok__', quantity: 300 }],
  ['l053', 'ig: sate_padang.uda, jumlahnya lima ratus', 'give_link', { link: 'https://instagram.com/sate_padang.uda', quantity: 500 }],
  ['l054', 'www.instagram.com/Es.Teh.Jumbo minimalnya aja', 'give_link', { link: 'https://instagram.com/es.teh.jumbo', quantity: 50 }],
])

// biome-ignore format: one message, one line
const POSTS = [
  ...asked('asking_link', { mid: 4, quantity: 200 }, [
    ['l060', 'https://www.instagram.com/p/C5mNoPqRsTu/?igsh=ZDE1MWVjZGVmZQ%3D%3D', 'give_link', { link: 'https://instagram.com/p/C5mNoPqRsTu' }],
    ['l061', 'https://www.instagram.com/reel/C6VwXyZaBcD/?utm_source=ig_web_button_share_sheet', 'give_link', { link: 'https://instagram.com/reel/C6VwXyZaBcD' }],
    ['l062', 'https://www.instagram.com/tahu.gejrot/p/DCaBcDeFgH1/', 'give_link', { link: 'https://instagram.com/tahu.gejrot/p/DCaBcDeFgH1' }],
    ['l063', 'https://www.instagram.com/share/reel/BAl1c2d3E_', 'give_link', { link: 'https://instagram.com/share/reel/BAl1c2d3E_' }],
    ['l064', 'postingan paling atas di akun aku', 'chitchat', { also: ['ask_general'] }],
    ['l065', 'nih bang linknya\nhttps://www.instagram.com/p/C4eFgHiJkLm/?img_index=3', 'give_link', { link: 'https://instagram.com/p/C4eFgHiJkLm' }],
    ['l066', 'instagram . com/p/xx ga bisa di copy gmn', 'ask_general', { also: ['chitchat', 'complaint'] }],
    ['l067', 'https://instagram.com/p/C1oneoneone satu lagi https://instagram.com/p/C2twotwotwo', 'give_link', { links: ['https://instagram.com/p/C1oneoneone', 'https://instagram.com/p/C2twotwotwo'] }],
    ['l068', 'linknya yg ini instagram.com/reel/DKhIjKlMnOp. 100 aja jadinya', 'give_link', { link: 'https://instagram.com/reel/DKhIjKlMnOp', quantity: 100 }],
  ]),
  ...asked('asking_link', { mid: 11, quantity: 100 }, [
    ['l080', 'https://www.instagram.com/stories/hijab.cantik_/3456789012345678901?utm_source=ig_story_item_share', 'give_link', { link: 'https://instagram.com/stories/hijab.cantik_/3456789012345678901' }],
    ['l081', '@hijab.cantik_', 'give_link', { link: 'https://instagram.com/hijab.cantik_' }],
  ]),
  ...asked('asking_link', { mid: 7, quantity: 5000 }, [
    ['l100', 'https://vt.tiktok.com/ZSh8KxYpQ/', 'give_link', { link: 'https://vt.tiktok.com/ZSh8KxYpQ' }],
    ['l101', 'https://vm.tiktok.com/ZMkLmNoPq', 'give_link', { link: 'https://vm.tiktok.com/ZMkLmNoPq' }],
    ['l102', 'https://www.tiktok.com/@seblak.mercon/video/7298765432109876543?is_copy_url=1&is_from_webapp=v1', 'give_link', { link: 'https://tiktok.com/@seblak.mercon/video/7298765432109876543' }],
    ['l103', 'https://www.tiktok.com/t/ZTRabCdEf/', 'give_link', { link: 'https://tiktok.com/t/ZTRabCdEf' }],
    ['l104', 'm.tiktok.com/@Bakso.Urat/video/7288888888888888888', 'give_link', { link: 'https://tiktok.com/@Bakso.Urat/video/7288888888888888888' }],
    ['l105', 'tonton video keren dari toko baju https://vt.tiktok.com/ZSq9WeRtY/ di TikTok!', 'give_link', { link: 'https://vt.tiktok.com/ZSq9WeRtY' }],
    ['l106', 'videonya yg baru di upload tadi pagi', 'chitchat', { also: ['ask_general'] }],
    ['l107', 'eh salah pilih, yg live harusnya', 'change', { field: 'product', kind: 'live_views', also: ['browse'], or: { kind: 'live_views' }, may: { platform: 'tiktok' } }],
    ['l108', 'https://www.tiktok.com/@kue.kering/photo/7311111111111111111', 'give_link', { link: 'https://tiktok.com/@kue.kering/photo/7311111111111111111' }],
  ]),
  ...asked('asking_link', { mid: 6, quantity: 100 }, [
    ['l120', '@jajanan_pasar99', 'give_link', { link: 'https://tiktok.com/@jajanan_pasar99' }],
    ['l121', 'https://www.tiktok.com/@Jajanan.Pasar?_t=8kAbCd&_r=1', 'give_link', { link: 'https://tiktok.com/@jajanan.pasar' }],
    ['l122', 'tiktok.com/@user8812340056', 'give_link', { link: 'https://tiktok.com/@user8812340056' }],
    ['l123', 'user8812340056', 'give_link', { link: 'https://tiktok.com/@user8812340056' }],
    ['l124', 'akun tiktokku namanya pecel_lele.cak_to', 'give_link', { link: 'https://tiktok.com/@pecel_lele.cak_to' }],
    ['l125', 'lite.tiktok.com ga bs ya? pake ini aja https://vt.tiktok.com/ZSabC12dE', 'give_link', { link: 'https://vt.tiktok.com/ZSabC12dE', also: ['ask_general'] }],
  ]),
]

// biome-ignore format: one message, one line
const OTHERS = [
  ...asked('asking_link', { mid: 10, quantity: 1000 }, [
    ['l140', 'https://youtu.be/Ab1Cd2Ef3Gh?si=QwErTyUiOp', 'give_link', { link: 'https://youtube.com/watch?v=Ab1Cd2Ef3Gh' }],
    ['l141', 'https://m.youtube.com/watch?v=Zx9Yw8Vu7Ts&pp=ygUEa29waQ%3D%3D', 'give_link', { link: 'https://youtube.com/watch?v=Zx9Yw8Vu7Ts' }],
    ['l142', 'youtube.com/watch?feature=shared&v=L0ngV1deo-_', 'give_link', { link: 'https://youtube.com/watch?v=L0ngV1deo-_' }],
    ['l143', 'https://www.youtube.com/live/Li5eStr3am1?feature=share', 'give_link', { link: 'https://youtube.com/live/Li5eStr3am1' }],
    ['l144', 'https://youtu.be/AAAbbbCCC12 dan https://youtu.be/DDDeeeFFF34', 'give_link', { links: ['https://youtube.com/watch?v=AAAbbbCCC12', 'https://youtube.com/watch?v=DDDeeeFFF34'] }],
  ]),
  ...asked('asking_link', { mid: 9, quantity: 100 }, [
    ['l160', 'https://www.youtube.com/@MasakBarengIbu', 'give_link', { link: 'https://youtube.com/@masakbarengibu' }],
    ['l161', 'https://youtube.com/channel/UCaB3dE5fG7hI9jK1lM3nO5pQ?si=abc', 'give_link', { link: 'https://youtube.com/channel/UCaB3dE5fG7hI9jK1lM3nO5pQ' }],
    ['l162', '@gitar.pemula', 'give_link', { link: 'https://youtube.com/@gitar.pemula' }],
    ['l163', 'channelku https://www.youtube.com/c/BelajarNgodingYuk', 'give_link', { link: 'https://youtube.com/c/BelajarNgodingYuk' }],
  ]),
  ...asked('asking_link', { mid: 23, quantity: 1000 }, [
    ['l170', 'https://www.youtube.com/shorts/Sh0rTs-V1d_?feature=share', 'give_link', { link: 'https://youtube.com/shorts/Sh0rTs-V1d_' }],
  ]),
  ...asked('asking_link', { mid: 13, quantity: 500 }, [
    ['l180', 'https://t.me/GrupJualBeli_Bdg', 'give_link', { link: 'https://t.me/grupjualbeli_bdg' }],
    ['l181', 'https://t.me/+XyZ_12aBcDeFgHi', 'give_link', { link: 'https://t.me/+XyZ_12aBcDeFgHi' }],
    ['l182', 'https://telegram.me/infolokersolo', 'give_link', { link: 'https://t.me/infolokersolo' }],
    ['l183', 't.me/joinchat/AAAAAEabCdEfGhIj', 'give_link', { link: 'https://t.me/joinchat/AAAAAEabCdEfGhIj' }],
    ['l184', '@channel_promo_murah', 'give_link', { link: 'https://t.me/channel_promo_murah' }],
  ]),
  ...asked('asking_link', { mid: 17, quantity: 100 }, [
    ['l200', 'https://www.facebook.com/profile.php?id=100087654321098&mibextid=ZbWKwL', 'give_link', { link: 'https://facebook.com/profile.php?id=100087654321098' }],
    ['l201', 'https://m.facebook.com/TokoBangunanMakmur/?ref=page_internal', 'give_link', { link: 'https://facebook.com/tokobangunanmakmur' }],
    ['l202', 'fb.com/warteg.bahari', 'give_link', { link: 'https://facebook.com/warteg.bahari' }],
    ['l203', 'https://www.facebook.com/share/1AbCdEfGhI/?mibextid=wwXIfr', 'give_link', { link: 'https://facebook.com/share/1AbCdEfGhI' }],
    ['l204', 'https://fb.watch/kL9mN0pQrS/', 'give_link', { link: 'https://fb.watch/kL9mN0pQrS' }],
    ['l205', 'https://m.facebook.com/story.php?story_fbid=pfbid02AbCdEf&id=61550001112223&mibextid=Nif5oz', 'give_link', { link: 'https://facebook.com/story.php?story_fbid=pfbid02AbCdEf&id=61550001112223' }],
    ['l206', 'https://www.facebook.com/watch/?v=987654321012345', 'give_link', { link: 'https://facebook.com/watch?v=987654321012345' }],
    ['l207', 'halaman fb saya bakmi.jowo.asli', 'give_link', { link: 'https://facebook.com/bakmi.jowo.asli' }],
  ]),
  ...asked('asking_link', { mid: 19, quantity: 20 }, [
    ['l220', 'https://twitter.com/KopiHitam_', 'give_link', { link: 'https://x.com/kopihitam_' }],
    ['l221', 'https://x.com/InfoMalang99?t=AbC&s=09', 'give_link', { link: 'https://x.com/infomalang99' }],
    ['l222', '@infomalang99', 'give_link', { link: 'https://x.com/infomalang99' }],
    ['l223', 'https://twitter.com/infomalang99/status/1755566677788899900?s=46', 'give_link', { link: 'https://x.com/infomalang99/status/1755566677788899900' }],
    ['l224', 'https://www.threads.net/@KopiHitam_?igshid=abc', 'give_link', { link: 'https://threads.com/@kopihitam_' }],
  ]),
  ...asked('asking_link', { mid: 14, quantity: 1000 }, [
    ['l240', 'https://open.spotify.com/track/4uLU6hMCjMI75M1A2tKUQC?si=3f2e1d0c9b8a', 'give_link', { link: 'https://open.spotify.com/track/4uLU6hMCjMI75M1A2tKUQC' }],
    ['l241', 'https://spotify.link/Ab9XyZkLmN', 'give_link', { link: 'https://spotify.link/Ab9XyZkLmN' }],
    ['l242', 'lagunya judulnya hujan di jogja', 'chitchat', { also: ['ask_general'] }],
  ]),
  ...asked('asking_link', { mid: 15, quantity: 1000 }, [
    ['l260', 'https://www.Warung-Kopi.com/Menu/?utm_source=ig&meja=4', 'give_link', { link: 'https://warung-kopi.com/Menu?meja=4' }],
    ['l261', 'tokosepatukulit.id', 'give_link', { link: 'https://tokosepatukulit.id' }],
    ['l262', 'web saya www.bukubekas.co.id/promo', 'give_link', { link: 'https://bukubekas.co.id/promo' }],
    ['l263', 'https://sewamobiljogja.com/harga?kota=jogja&fbclid=IwAR0abc', 'give_link', { link: 'https://sewamobiljogja.com/harga?kota=jogja' }],
  ]),
  ...asked('asking_link', { mid: 16, quantity: 50 }, [
    ['l280', 'https://shopee.co.id/GrosirDasterMurah?utm_campaign=share', 'give_link', { link: 'https://shopee.co.id/grosirdastermurah' }],
    ['l281', 'nama tokonya grosirdaster.id', 'give_link', { link: 'https://shopee.co.id/grosirdaster.id' }],
    ['l282', 'https://id.shp.ee/aBcD3eF', 'give_link', { link: 'https://id.shp.ee/aBcD3eF' }],
  ]),
  ...asked('asking_link', { mid: 20, quantity: 100 }, [
    ['l300', 'live nya @ratu.obral, nanti jam 8 malem', 'give_link', { link: 'https://tiktok.com/@ratu.obral' }],
    ['l301', 'https://www.tiktok.com/@ratu.obral/live?_r=1', 'give_link', { link: 'https://tiktok.com/@ratu.obral/live' }],
  ]),
]

export const ASKING_LINK = [...PROFILE, ...NO_QUANTITY, ...POSTS, ...OTHERS]
