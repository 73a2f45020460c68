// What the sixty wrote besides: second thoughts, half sentences, the next sale.
import { asked, igFollowers, tiktokViews } from '../shape.ts'

// biome-ignore format: one message, one line
export const FIVE = [
  ...asked('idle', {}, [
    ['g579', 'mau lg yg kyk kemaren bisa?', 'reorder'],
    ['g580', 'komplain min, order 5M8CN cuma masuk separo', 'complaint', { order_id: '5M8CN' }],
    ['g581', 'like ig 1000 sama followers 500 sekalian', 'browse', { platform: 'instagram', kind: ['likes', 'followers'], may: { quantity: [500, 1000] }, fits: { need: [1, 4], okay: [2, 3, 5] } }],
    ['g582', 'sm satu lg, view tiktok 3rb berapa', 'ask_product', { ...tiktokViews, about: 'price', quantity: 3000 }],
    ['g583', 'followers ig indo min brp max brp', 'ask_product', { ...igFollowers, prefer: 'indonesia', about: ['min', 'max'], may: { prefer: 'indonesia' }, fits: { need: [3] } }],
    ['g584', 'mlm ngab', 'greet'],
    ['g585', 'saldo gw masuk blm td gw topup 100', 'balance', { also: ['order_status', 'complaint', 'paid_claim'], may: { budget: [100, 100_000] } }],
    ['g586', 'nanti deh klo udh gajian gw order', 'chitchat'],
  ]),
  ...asked('choosing', { shown: [3, 1, 2] }, [
    ['g587', '3', 'select', { mid: 3 }],
    ['g588', 'gajadi followers, like aja 100', 'browse', { kind: 'likes', quantity: 100, may: { platform: 'instagram' }, fits: { need: [4, 5] } }],
    ['g589', 'yg pertama trs 200 ya', 'select', { mid: 3, quantity: 200 }],
    ['g590', 'campuran b aja kak', 'select', { mid: 2 }],
    ['g591', 'masuknya bertahap ato sekaligus yg 2', 'ask_product', { about: 'speed', may: { mid: 2, about: ['speed', 'dripfeed', 'other'] }, fits: { need: [2] } }],
  ]),
  ...asked('asking_link', { mid: 4 }, [
    ['g592', 'link profil apa link post?', 'ask_general', { may: { prefer: ['profile', 'post'] } }],
    ['g593', 'https://www.instagram.com/reels/DMn6QrStUvW/?igsh=a1b2', 'give_link', { link: 'https://instagram.com/reels/DMn6QrStUvW', or: { link: 'https://instagram.com/reel/DMn6QrStUvW' } }],
    ['g594', '1000 like', 'give_quantity', { quantity: 1000, may: { kind: 'likes', platform: 'instagram' } }],
  ]),
  ...asked('asking_quantity', { mid: 1, link: 'https://instagram.com/sambal.bakar_cok' }, [
    ['g595', 'satu setengah k', 'give_quantity', { quantity: 1500 }],
    ['g596', '3', 'give_quantity', { quantity: 3 }],
    ['g597', 'gopek', 'give_quantity', { quantity: 500 }],
    ['g598', 'eh akunnya ganti @sambal.bakar_cok2 ya', 'change', { field: 'link', link: 'https://instagram.com/sambal.bakar_cok2' }],
    ['g599', 'yg indo ada kak? mau yg itu', 'change', { field: 'product', also: ['browse', 'ask_product'], or: { prefer: 'indonesia' }, may: { field: 'product', mid: 3, prefer: 'indonesia', about: 'other', ...igFollowers }, fits: { need: [3] } }],
    ['g600', 'paling banyak bisa brp', 'ask_product', { about: 'max', may: { mid: 1 }, fits: { need: [1] } }],
  ]),
]
