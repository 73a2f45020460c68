// The whole dialogue through the front door: update → inbox → lane → bot → Bot API, in the owner's own words.
import { afterEach, beforeEach, expect, test } from 'bun:test'
import { ANI, BUDI, type House, LINK, openHouse, toCard } from './house.ts'

let house: House
beforeEach(async () => {
  house = await openHouse()
})
afterEach(() => house.close())

test('from /start to the yes', async () => {
  const [hello, window] = await house.say('/start')
  expect(hello).toContain('Toko Ani')
  expect(window).toContain('<b>2</b> · IG Followers B')
  const [list] = await house.say('saya mau beli followers')
  expect(list).toContain('IG Followers A')
  expect(list).toContain('Silakan pilih ID produk (mid) yang kamu mau')
  expect(
    house.api
      .screen(ANI.id)
      .at(-1)
      ?.buttons.flat()
      .map(({ text }) => text),
  ).toContain('2')
  expect((await house.say('saya pilih ID 2')).join()).toContain('IG Followers B')
  expect((await house.say(LINK)).join()).toContain('min 100')
  const [card] = await house.say('2000')
  expect(card).toContain('Cek dulu')
  expect(card).toContain('instagram.com/warungkopi.senja')
  expect(card).toContain('Rp24.000')
  expect(await house.orders()).toMatchObject([
    { state: 'quoted', quote: { service: 'sv_2', quantity: 2000, price: 24_000, link: LINK } },
  ])
  const [preparing] = await house.say('ya')
  expect(preparing).toContain('QRIS')
  expect(await house.orders()).toMatchObject([{ state: 'billing' }])
  expect(await house.dialogue()).toEqual({ asked: 'idle' })
  expect(await house.store.conversations.read('4242:501')).toBeNull()
  expect(house.seen.confirmed).toHaveLength(1)
})

test('an address that is nobody’s is named, not asked for as if none had come', async () => {
  await house.close()
  house = await openHouse({ builtin: true })
  const [asked] = await house.say('id 2')
  expect(asked).not.toContain('belum terbaca')
  const [alone] = await house.say('instagram.com/warung-kopi')
  expect(alone).toContain('belum terbaca')
  await house.say('/batal')
  const [together] = await house.say('beli id 2 1000 https://instagram.com/warung-kopi')
  expect(together).toContain('belum terbaca')
  expect(await house.orders()).toEqual([])
})

test('the same by buttons', async () => {
  await house.say('/produk')
  await house.press(/^2$/)
  await house.say(LINK)
  await house.press(/1\.000/)
  await house.press(/Bayar/)
  expect(await house.orders()).toMatchObject([
    { state: 'billing', quote: { service: 'sv_2', quantity: 1000 } },
  ])
  expect(house.api.callsOf('answerCallbackQuery')).toHaveLength(3)
})

test('comments one a line, where a number is text', async () => {
  await house.say('id 3')
  await house.say('https://instagram.com/p/Cabc123')
  const [card] = await house.say('mantap\n1000\nkeren')
  expect(card).toContain('mantap')
  expect(await house.orders()).toMatchObject([
    { quote: { quantity: 3, comments: ['mantap', '1000', 'keren'] } },
  ])
})

test('a change on the card makes a new card, and the old one can no longer be paid', async () => {
  await toCard(house)
  const old = house.api.pressed(ANI, /Bayar/)
  await house.say('500')
  const [lapsed] = await house.tell(old)
  expect(lapsed).toContain('kedaluwarsa')
  expect(await house.orders()).toMatchObject([
    { state: 'quoted', quote: { quantity: 500 } },
    { state: 'withdrawn', quote: { quantity: 1000 } },
  ])
})

test('a tap that is repeated fifty times is one yes', async () => {
  await toCard(house)
  const taps = Array.from({ length: 50 }, () => house.api.pressed(ANI, /Bayar/))
  await Promise.all(taps.map((tap) => house.accept(tap)))
  await house.drain()
  const [order, ...others] = await house.orders()
  expect(others).toEqual([])
  expect(order?.events.filter(({ type }) => type === 'confirmed')).toHaveLength(1)
  expect(house.api.texts(ANI.id).filter((text) => text.includes('siapin QRIS'))).toHaveLength(1)
})

test('a yes where no card is open confirms nothing', async () => {
  await house.say('saya mau beli followers')
  await house.say('ya')
  await house.say('saya pilih ID 2')
  await house.say('ya')
  expect(await house.orders()).toEqual([])
  expect(house.seen.confirmed).toEqual([])
})

test('buttons of somebody else, forged ones and those of an older list do nothing that is not theirs', async () => {
  await toCard(house, BUDI)
  const [order] = await house.orders()
  const stolen = house.api.pressed(BUDI, /Bayar/)
  const from = { ...stolen.callback_query?.from, id: ANI.id }
  const message = { ...stolen.callback_query?.message, chat: { id: ANI.id, type: 'private' } }
  await house.tell({ ...stolen, callback_query: { ...stolen.callback_query, from, message } } as never)
  expect(await house.orders()).toMatchObject([{ id: order?.id, state: 'quoted' }])
  for (const data of [
    'p:o_does_not_exist',
    'q:99999999999',
    'x:1',
    'p:',
    `p:${'o'.repeat(70)}`,
    'c:sv_404',
  ]) {
    const forged = house.api.pressed(BUDI, /Bayar/)
    await house.tell({ ...forged, callback_query: { ...forged.callback_query, data } } as never)
  }
  expect(await house.orders()).toMatchObject([{ id: order?.id, state: 'quoted' }])
  expect(house.now.givenUp).toEqual([])
})

test('two bots with the same person do not mix', async () => {
  const token = '77:BBBB-a-token-of-another-bot-0123456789'
  await house.secondShop(token)
  await house.say('saya mau beli followers')
  const other = house.api.message(ANI, { text: 'halo' })
  await house.accept(other, '77')
  await house.drain()
  expect(await house.store.chats.get('s_2', '77:501')).toMatchObject({ shop: 's_2' })
  expect((await house.dialogue())?.asked).toBe('choosing')
  expect(await house.store.chats.get('s_2', '4242:501')).toBeNull()
  const tokens = new Set(house.api.callsOf('sendMessage').map((call) => call.token))
  expect(tokens.size).toBe(2)
})

test('the conversation holds no fact: its log stays small over three hundred turns', async () => {
  let largest = 0
  for (let i = 0; i < 100; i++) {
    await house.say('saya mau beli followers')
    await house.say('saya pilih ID 2')
    await house.say('bla bla')
    largest = Math.max(largest, (await house.store.conversations.read('4242:501'))?.length ?? 0)
  }
  expect(largest).toBeGreaterThan(0)
  expect(largest).toBeLessThan(1500)
  expect(house.api.texts(ANI.id)).toHaveLength(300)
})

test('a closed shop sells nothing and says so; a testing one only to who is bound', async () => {
  house.hooks.phase = 'closed'
  expect((await house.say('saya mau beli followers')).join()).toContain('belum buka')
  house.hooks.phase = 'testing'
  expect((await house.say('saya mau beli followers')).join()).toContain('diuji')
  expect((await house.say('saya mau beli followers', BUDI)).join()).toContain('IG Followers A')
})

test('an order’s number as it was shown is asked for, whatever it looks like; what is none stays not understood', async () => {
  await house.close()
  house = await openHouse({ builtin: true })
  for (const number of ['67J2Z', 'HERWW', 'cek 6K5CA', 'status UJBHX'])
    expect((await house.say(number)).join()).not.toContain('belum paham')
  for (const other of ['qwrty', 'HERWW ABCDE'])
    expect((await house.say(other)).join()).toContain('belum paham')
})
