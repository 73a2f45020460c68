// Faults of Telegram are waited out in order; a repeated update, two at once and a killed process change nothing twice.
import { afterEach, beforeEach, expect, test } from 'bun:test'
import { ANI, BUDI, type House, LINK, openHouse, toCard, until } from './house.ts'

let house: House
beforeEach(async () => {
  house = await openHouse()
})
afterEach(() => house.close())

const waiting = async () => (await house.store.inbox.nextAt()) !== null
const wait = async (ms: number) => {
  house.clock.advance(ms)
  await house.drain()
}

test('429 is waited for as long as Telegram asks, and what had been said is not said again', async () => {
  house.api.fault('429', 1, { method: 'sendMessage', retryAfter: 7 })
  await house.say('/start')
  await house.say('saya mau beli followers')
  expect(house.api.texts(ANI.id)).toEqual([])
  await wait(6000)
  expect(house.api.texts(ANI.id)).toEqual([])
  await wait(1100)
  const texts = house.api.texts(ANI.id)
  expect(texts).toHaveLength(3)
  expect(texts[0]).toContain('Toko Ani')
  expect(texts[2]).toContain('IG Followers A')
  expect(house.api.callsOf('sendMessage')).toHaveLength(4)
  expect(await waiting()).toBe(false)
})

test('a fault between two replies repeats only the second', async () => {
  await house.accept(house.api.message(ANI, { text: '/start' }))
  house.api.fault('500', 1, { method: 'sendMessage', taken: true })
  await house.drain()
  await wait(3000)
  // The first answer was lost although it was shown: said again, since nobody can know.
  expect(house.api.texts(ANI.id)).toHaveLength(3)
  await house.say('/produk')
  house.api.fault('cut', 1, { method: 'sendMessage' })
  await house.say('halo')
  await wait(3000)
  expect(house.api.texts(ANI.id)).toHaveLength(6)
})

test('a fault between two replies, and another process goes on: it says only the second', async () => {
  const push = house.api.calls.push.bind(house.api.calls)
  let sent = 0
  house.api.calls.push = (...calls) => {
    if (calls[0]?.method === 'sendMessage' && ++sent === 1)
      queueMicrotask(() => house.api.fault('500', 1, { method: 'sendMessage' }))
    return push(...calls)
  }
  await house.say('/start')
  const first = house.api.texts(ANI.id)
  expect(first).toHaveLength(1)
  house.restart()
  await house.drain()
  const both = house.api.texts(ANI.id)
  expect(both).toHaveLength(2)
  expect(both[1]).not.toBe(both[0] ?? '')
  expect(await waiting()).toBe(false)
})

test('a long outage of every kind loses and reorders nothing, and counts no try', async () => {
  for (const kind of ['500', 'html', 'cut', '401', '500', '500', '500', '500'] as const)
    house.api.fault(kind, 1, { method: 'sendMessage' })
  const texts = ['saya mau beli followers', 'saya pilih ID 2', LINK, '700']
  for (const text of texts) await house.accept(house.api.message(ANI, { text }))
  for (let i = 0; i < 30 && (await waiting()); i++) await wait(60_000)
  expect(house.api.texts(ANI.id)).toHaveLength(4)
  expect(house.api.texts(ANI.id).at(-1)).toContain('Cek dulu')
  expect(await house.orders()).toMatchObject([{ quote: { service: 'sv_2', quantity: 700 } }])
  expect(house.seen.placed).toHaveLength(1)
  expect(house.now.givenUp).toEqual([])
})

test('who blocked the bot is an outcome: the turn counts, nothing is tried again', async () => {
  house.api.fault('403', 1, { method: 'sendMessage' })
  await house.say('saya mau beli followers')
  expect(await waiting()).toBe(false)
  expect((await house.dialogue())?.asked).toBe('choosing')
  expect((await house.say('saya pilih ID 2')).join()).toContain('IG Followers B')
})

test('one chat that waits does not hold up another', async () => {
  house.api.fault('429', 1, { method: 'sendMessage', chat: ANI.id, retryAfter: 30 })
  await house.say('halo')
  expect((await house.say('saya mau beli followers', BUDI)).join()).toContain('IG Followers A')
  expect(house.api.texts(ANI.id)).toEqual([])
})

test('a reply that Telegram will never take is a bug: tried over minutes, then given up where it is seen', async () => {
  house.api.fault('400', 99, { method: 'sendMessage' })
  await house.say('halo')
  for (let i = 0; i < 10; i++) await wait(120_000)
  expect(house.now.givenUp.map(({ n }) => n)).toEqual([1])
  expect(await house.store.inbox.dead(9)).toMatchObject([{ n: 1, error: expect.stringContaining('refused') }])
  expect(house.now.logged.join()).not.toContain('AAAA-a-token')
})

test('the same update again is answered once', async () => {
  const update = house.api.message(ANI, { text: 'saya mau beli followers' })
  await house.tell(update)
  await house.tell(update)
  await Promise.all([house.accept(update), house.accept(update)])
  await house.drain()
  expect(house.api.texts(ANI.id)).toHaveLength(1)
})

test('two updates at once are answered one after the other', async () => {
  await house.say('saya mau beli followers')
  await Promise.all(
    ['saya pilih ID 2', LINK, '1000', 'ya'].map((text) => house.accept(house.api.message(ANI, { text }))),
  )
  await house.drain()
  expect(await house.orders()).toMatchObject([
    { state: 'billing', quote: { service: 'sv_2', quantity: 1000 } },
  ])
})

test('Telegram begins its numbers anew after a silent week; the dialogue goes on', async () => {
  await house.say('saya mau beli followers')
  const update = house.api.message(ANI, { text: 'saya pilih ID 2' })
  expect((await house.tell({ ...update, update_id: 3 })).join()).toContain('IG Followers B')
})

/** A process that dies: from here on it ends nothing, and a new one finds the lease run out. */
const never = () => new Promise<never>(() => {})
const dieIn = async (hook: 'beforeTurn' | 'afterTurn', text: string) => {
  house.hooks[hook] = never
  await house.accept(house.api.message(ANI, { text }))
  void house.drain()
  await Bun.sleep(30)
  delete house.hooks[hook]
  house.restart()
  await house.drain()
}

test('killed between the turn and its reply: the reply is said by the next process, and the verb runs once', async () => {
  await toCard(house)
  const before = house.api.texts(ANI.id).length
  await dieIn('afterTurn', 'ya')
  expect(house.api.texts(ANI.id).slice(before).join()).toContain('siapin QRIS')
  expect(house.seen.confirmed).toHaveLength(1)
  expect(await house.orders()).toMatchObject([{ state: 'billing' }])
})

test('killed before the turn: taken up as if nothing had been', async () => {
  await house.say('saya mau beli followers')
  await dieIn('beforeTurn', 'saya pilih ID 2')
  expect(house.api.texts(ANI.id).at(-1)).toContain('IG Followers B')
  expect((await house.dialogue())?.asked).toBe('asking_link')
})

test('killed in every turn of a purchase: one order, one yes', async () => {
  for (const text of ['saya mau beli followers', 'saya pilih ID 2', LINK, '1500', 'ya'])
    await dieIn(text === LINK ? 'beforeTurn' : 'afterTurn', text)
  expect(await house.orders()).toMatchObject([{ state: 'billing', quote: { quantity: 1500, link: LINK } }])
  expect(house.seen.placed).toHaveLength(1)
  expect(house.seen.confirmed).toHaveLength(1)
})

test('a restart in the middle goes on where it was', async () => {
  await house.say('saya mau beli followers')
  await house.say('saya pilih ID 2')
  house.restart()
  await house.say(LINK)
  house.restart()
  const [card] = await house.say('1000')
  expect(card).toContain('Cek dulu')
})

test('an upgrade that changes the loop, or a lost log, goes on too: the dialogue is a value of the chat', async () => {
  await house.say('saya mau beli followers')
  await house.store.conversations.write('4242:501', JSON.stringify({ version: [0, 999], state: {} }))
  expect((await house.say('saya pilih ID 2')).join()).toContain('IG Followers B')
  await house.store.conversations.remove('4242:501')
  expect((await house.say(LINK)).join()).toContain('min 100')
})

test('a turn that throws is tried again and keeps the dialogue', async () => {
  await house.say('saya mau beli followers')
  let left = 2
  house.hooks.beforeTurn = () => {
    if (left-- > 0) throw new Error('the disk is full')
  }
  expect(await house.say('saya pilih ID 2')).toEqual([])
  await wait(120_000)
  await wait(120_000)
  expect(house.api.texts(ANI.id).at(-1)).toContain('IG Followers B')
  expect((await house.dialogue())?.service).toBe('sv_2')
})

test('a button that Telegram no longer lets us answer still does its work', async () => {
  await house.say('saya mau beli followers')
  house.api.fault('400', 1, { method: 'answerCallbackQuery', description: 'Bad Request: query is too old' })
  expect((await house.press(/^2$/)).join()).toContain('IG Followers B')
})

test('a slow turn: typing, then a word, then the answer; a quick one neither', async () => {
  await house.say('halo')
  expect(house.api.callsOf('sendChatAction')).toEqual([])
  let think = () => {}
  house.hooks.thinking = () =>
    new Promise<void>((resolve) => {
      think = resolve
    })
  await house.accept(house.api.message(ANI, { text: 'saya mau beli followers' }))
  const before = house.now.asked.length
  const drained = house.drain()
  await until(() => house.now.asked.length > before)
  await house.now.pass()
  await until(() => house.api.callsOf('sendChatAction').length > 0 && house.now.asked.length > 0)
  expect(house.api.callsOf('sendChatAction')).toMatchObject([
    { params: { action: 'typing', chat_id: '501' } },
  ])
  await house.now.pass()
  await until(() => house.api.texts(ANI.id).some((text) => text.includes('Sebentar')))
  expect(house.api.texts(ANI.id).at(-1)).toBe('Sebentar ya kak…')
  think()
  await drained
  expect(house.api.texts(ANI.id).at(-1)).toContain('IG Followers A')
  expect(house.api.texts(ANI.id).filter((text) => text.includes('Sebentar'))).toHaveLength(1)
})
