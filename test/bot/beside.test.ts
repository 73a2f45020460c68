// Beside another bot Lapak answers shop talk and open dialogues, and leaves the rest to the bot that was there before.
import { afterEach, beforeEach, expect, test } from 'bun:test'
import type { Update } from 'grammy/types'
import { accept } from '../../src/bot/accept.ts'
import { makeBeside } from '../../src/bot/beside.ts'
import { openBill } from './bills.ts'
import { ANI, BUDI, type House, openHouse, SHOP } from './house.ts'
import { goodsOf, readScript, services } from './stall.ts'

let house: House
let ours: (update: Update) => Promise<boolean>
beforeEach(async () => {
  house = await openHouse()
  const handles = makeBeside({
    store: house.store,
    clock: house.clock,
    entries: async () => goodsOf(services()).entries,
    read: (message, { state }) => readScript(message, state),
  })
  ours = (update) => handles({ shop: SHOP, bot: '4242', update })
})
afterEach(() => house.close())

const said = (text: string, from = ANI) => ours(house.api.message(from, { text }))
/** As the site would see it: forwarded, and answered here when it is ours. */
const forward = async (text: string): Promise<boolean> => {
  const update = house.api.message(ANI, { text })
  const mine = await ours(update)
  if (mine) await house.tell(update)
  return mine
}
const later = () => house.clock.advance(60_000)

test('shop talk is ours, small talk is not', async () => {
  expect(await said('saya mau beli followers')).toBe(true)
  for (const text of ['halo', 'makasih', 'apa kabar', 'ya', 'batal', 'panggil admin'])
    expect([text, await said(text, BUDI)]).toEqual([text, false])
})

test('an open dialogue is ours to its end, whatever is said in it', async () => {
  expect(await forward('saya mau beli followers')).toBe(true)
  later()
  expect(await forward('bla bla')).toBe(true)
  later()
  expect(await forward('saya pilih ID 2')).toBe(true)
  later()
  expect(await forward('/batal')).toBe(true)
  later()
  expect(await said('makasih')).toBe(false)
  expect(await said('halo', BUDI)).toBe(false)
})

test('what follows before the first was answered belongs to it, whichever process is asked', async () => {
  const wish = house.api.message(ANI, { text: 'saya mau beli followers' })
  expect(await ours(wish)).toBe(true)
  await accept(house, '4242', wish)
  expect([await said('ya'), await said('ya', BUDI)]).toEqual([true, false])
})

test('an update that is sent again is answered as the first time, also when all of it is over', async () => {
  const wish = house.api.message(ANI, { text: 'saya mau beli followers' })
  const thanks = house.api.message(ANI, { text: 'makasih' })
  expect(await ours(wish)).toBe(true)
  await house.tell(wish)
  await forward('/batal')
  later()
  expect([await ours(wish), await ours(thanks)]).toEqual([true, false])
})

test('words right after an answer belong to it; a command or a button of the other bot does not', async () => {
  expect(await forward('saya mau beli followers')).toBe(true)
  expect(await forward('/batal')).toBe(true)
  expect([await said('hmm'), await said('/help'), await said('/other')]).toEqual([true, false, false])
  later()
  expect(await said('hmm')).toBe(false)
})

test('commands of a shop are ours; those that every bot has are not', async () => {
  for (const text of [
    '/produk',
    '/pesan',
    '/riwayat',
    '/tagihan',
    '/status',
    '/harga',
    '/start psv_2',
    '/hapusdata',
  ])
    expect([text, await said(text, { id: 900 + text.length })]).toEqual([text, true])
  for (const text of ['/start', '/start promo', '/help', '/bantuan', '/batal', '/bahasa', '/other'])
    expect([text, await said(text, BUDI)]).toEqual([text, false])
})

test('a button is ours when its whole keyboard is', async () => {
  await house.say('saya mau beli followers')
  const pressed = house.api.pressed(ANI, /^2$/)
  expect(await ours(pressed)).toBe(true)
  later()
  const keyboard = {
    inline_keyboard: [
      [
        { text: 'Menu', callback_data: 'm' },
        { text: 'X', callback_data: 'site:7' },
      ],
    ],
  }
  const callback = {
    ...pressed.callback_query,
    data: 'm',
    message: { ...pressed.callback_query?.message, reply_markup: keyboard },
  }
  expect(await ours({ ...pressed, callback_query: callback } as Update)).toBe(false)
})

test('a picture is ours while a bill of this person is open, or a day after', async () => {
  const photo = { photo: [{ file_id: 'f', file_unique_id: 'u', width: 9, height: 9 }] }
  const pictured = (from = ANI) => ours(house.api.message(from, photo))
  expect(await pictured()).toBe(false)
  await openBill(house)
  expect(await pictured()).toBe(true)
  expect(await pictured(BUDI)).toBe(false)
  house.clock.advance(26 * 3_600_000)
  expect(await pictured()).toBe(false)
})

test('a chat that a person has is ours; groups are not', async () => {
  await house.say('halo')
  await house.say('/batal')
  await house.store.chats.change(SHOP, '4242:501', (chat) => ({
    ...chat,
    handoff: { since: 1, reason: 'asked' },
  }))
  expect(await said('apa kabar')).toBe(true)
  const group = { id: -100_500, type: 'group', title: 'x' }
  expect(await ours(house.api.message(ANI, { text: 'saya mau beli followers', chat: group }))).toBe(false)
  expect(await ours({ update_id: 1, inline_query: {} } as never)).toBe(false)
})
