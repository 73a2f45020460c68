// Killed and cut off: between a decision and what the chat shows of it, with Telegram away, with a message that is gone.
import { afterAll, beforeAll, beforeEach, expect, test } from 'bun:test'
import { MINUTE, SECOND } from '../../../src/lib/clock.ts'
import type { Store } from '../../../src/store/store.ts'
import { openSeat, SARI, type SeatHouse, TONO } from './seat.ts'

let at: SeatHouse
beforeAll(async () => {
  at = await openSeat()
})
afterAll(() => at.stop())
beforeEach(() => at.later())

/** The next call dies, before or after it has done its work; what comes afterwards is another process. */
const dieOnce = <Noun extends 'chats' | 'orders' | 'jobs' | 'keys'>(
  noun: Noun,
  method: keyof Store[Noun] & string,
  when: 'before' | 'after',
) => {
  const table = at.app.store[noun] as unknown as Record<string, (...given: never[]) => Promise<unknown>>
  const real = table[method]!
  table[method] = async (...given) => {
    table[method] = real
    if (when === 'after') await real(...given)
    throw new Error('killed')
  }
}
/** The lane's lease has run out, and the update comes again. */
const again = async () => {
  for (let i = 0; i < 6; i++) await at.later(31 * SECOND)
}

for (const [noun, method, when] of [
  ['orders', 'advance', 'before'],
  ['orders', 'advance', 'after'],
  ['jobs', 'add', 'before'],
  ['jobs', 'add', 'after'],
  ['chats', 'answer', 'before'],
  ['chats', 'answer', 'after'],
] as const)
  test(`killed ${when} ${noun}.${method}: given back once, and every card says so in the end`, async () => {
    const id = await at.held()
    const { number, quote } = await at.order(id)
    dieOnce(noun, method as never, when)
    await at.press(number, /Kembalikan/)
    await again()
    const order = await at.order(id)
    expect([order.state, await at.saldo(id), Object.keys(order.refunds).length]).toEqual([
      'closed',
      quote.price,
      1,
    ])
    for (const who of [SARI, TONO]) {
      const cards = at.telegram
        .screen(who.id)
        .filter(({ text, deleted, from }) => from === 'bot' && !deleted && text.includes(number))
      expect(cards.flatMap(({ buttons }) => buttons.flat())).toEqual([])
      expect(cards.some(({ text }) => text.includes('Uang dikembalikan · Sari'))).toBe(true)
    }
    at.faults()
  })

test('Telegram away while it is pressed: decided all the same, shown when it is back', async () => {
  const id = await at.held()
  const { number } = await at.order(id)
  at.telegram.fault('500', 4, { method: 'editMessageText' })
  await at.press(number, /Kirim ulang/)
  expect((await at.order(id)).state).toBe('submitted')
  await again()
  for (const who of [SARI, TONO]) expect(at.card(`${number} ·`, who)?.text).toContain('Dikirim · Sari')
  expect(at.faults()).toEqual([])
})

test('a card that was deleted in the chat: what it would say is said', async () => {
  const id = await at.held()
  const { number } = await at.order(id)
  const payload = await at.payload(id, 'giveBack')
  const card = at.card(number)
  if (card) card.deleted = true
  expect(await at.forge(payload, SARI, card?.id)).toContain('Uang dikembalikan · Sari')
  expect((await at.order(id)).state).toBe('closed')
})

test('one who blocked the bot keeps nobody from hearing; who is slow to reach is told later', async () => {
  at.telegram.fault('403', 3, { method: 'sendMessage', chat: TONO.id })
  at.telegram.fault('429', 1, { method: 'sendMessage', chat: SARI.id, retryAfter: 3 })
  const id = await at.held()
  const { number } = await at.order(id)
  await again()
  expect(at.card(`${number} ditahan`)?.buttons.flat()).toHaveLength(3)
  await at.press(`${number} ditahan`, /Kembalikan/)
  expect((await at.order(id)).state).toBe('closed')
  at.faults()
})

test('a card killed between its sending and its key is shown once more, and either decides once', async () => {
  const who = at.customer()
  dieOnce('keys', 'release', 'before')
  const id = await at.held(who)
  const { number } = await at.order(id)
  await at.later(2 * MINUTE)
  await again()
  await at.press(`${number} ditahan`, /Kembalikan/)
  expect((await at.order(id)).state).toBe('closed')
  at.faults()
})
