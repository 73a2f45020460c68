// Questions that nobody has answered are many, and come from anybody: they hide no customer who was promised something.
import { afterAll, beforeAll, expect, test } from 'bun:test'
import { MINUTE } from '../../../src/lib/clock.ts'
import { billOf, say } from '../../support/live.ts'
import { openSeat, plain, type SeatHouse } from './seat.ts'

let at: SeatHouse
beforeAll(async () => {
  at = await openSeat()
})
afterAll(() => at.stop())

test('a complaint behind three hundred newer questions is on the desk, first in the list, and is answered', async () => {
  const who = at.customer()
  await at.later(10 * MINUTE)
  const id = await billOf(at, who)
  await at.pay(id)
  for (let i = 0; i < 4; i++) await at.later(MINUTE)
  const { number } = await at.order(id)
  const told = plain(await say(at, `${number} followersnya pada turun kak`, who))
  const ticket = /T-\d{4}/.exec(told)?.[0] ?? ''
  const asking = Array.from({ length: 300 }, (_, n) => {
    const asked = { id: `it_q${n}`, shop: at.shops.live, kind: 'question' as const, text: `kenapa ${n}?` }
    return at.app.store.items.create({ ...asked, chat: `4242:${50_000 + n}`, at: at.clock.now() + 1 + n })
  })
  await Promise.all(asking)
  const restored = {
    id: 'it_restored_x',
    shop: at.shops.live,
    kind: 'complaint' as const,
    text: 'refund by hand',
  }
  await at.app.store.items.create({ ...restored, at: 1 })
  const [first, second] = await at.browser.get<{ number?: string; id: string }[]>(at.path('/items?open=1'))
  expect([first?.number, second?.id]).toEqual([ticket, restored.id])
  expect(await at.browser.get<{ total: number }>(at.path('/waiting'))).toEqual({ total: 1 })
  expect(await at.say('/meja')).toContain('followersnya pada turun')
  expect(await at.press(ticket, /Balas/)).toContain(`Tulis balasan untuk ${who.name}`)
  const before = at.telegram.texts(who.id).length
  await at.say('Kami cek dulu ya')
  expect(at.telegram.texts(who.id).slice(before).map(plain)).toEqual(['💬 Admin: Kami cek dulu ya'])
})

test('of one chat so many questions are kept in a day, and no more', async () => {
  const who = at.customer()
  await say(at, 'halo', who)
  const kept = async () => (await at.app.store.items.ofChat(at.shops.live, `4242:${who.id}`, 100)).length
  for (let n = 0; n < 30; n++)
    await say(at, `tokonya di kota ${'abcdefghijklmnopqrstuvwxyz0123'[n]}${n * 7}xq mana ya?`, who)
  expect(await kept()).toBe(20)
  await at.later(24 * 60 * MINUTE)
  await say(at, 'apakah tokonya punya cabang di surabaya?', who)
  expect(await kept()).toBe(21)
})
