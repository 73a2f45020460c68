// A withdrawal in the seller's chat: asked for by a customer, shown masked, in full only there and only when pressed; paid or refused once.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'bun:test'
import { DAY, HOUR, MINUTE } from '../../../src/lib/clock.ts'
import { writeDesk } from '../../../src/model/desk-action.ts'
import { update } from '../../support/live.ts'
import { openSeat, pressOf, SARI, type SeatHouse, TONO } from './seat.ts'

let at: SeatHouse
beforeAll(async () => {
  at = await openSeat()
})
afterAll(() => at.stop())
beforeEach(() => at.later())

const NUMBER = '081234567890'
const all = () => at.app.store.withdrawals.list(at.shops.live, { limit: 50 })
const newest = async () => (await all())[0]!

/** A customer with a refund of 50,000 in their saldo asks for it. */
const asked = async () => {
  const who = at.customer()
  await at.say('/start', who)
  const chat = await at.app.store.chats.get(at.shops.live, `4242:${who.id}`)
  const entry = { cause: `refund:${who.id}`, amount: 50_000, at: at.clock.now(), note: 'refund' }
  await at.app.store.wallets.credit(at.shops.live, chat?.customer ?? '', 'real', entry)
  await at.say('/tarik 50000', who)
  await at.say(`DANA ${NUMBER} a.n. Ani Lestari`, who)
  await at.say('ya', who)
  const { id } = await newest()
  return { who, id, customer: chat?.customer ?? '' }
}
const wallet = (customer: string) => at.app.store.wallets.get(at.shops.live, customer, 'real')
const CARD = /Penarikan Rp50\.000/

describe('a withdrawal', () => {
  test('comes to everybody bound with a masked destination', async () => {
    const { id } = await asked()
    for (const who of [SARI, TONO]) {
      const card = at.card(CARD, who)
      expect(card?.text).toContain('DANA ••••7890')
      expect(card?.text).not.toContain(NUMBER)
      expect(card?.buttons.flat().map(({ text }) => text)).toEqual([
        '👁 Lihat tujuan',
        '✅ Sudah ditransfer',
        '✖️ Tolak',
      ])
    }
    await at.press(CARD, /Sudah ditransfer/)
    expect((await newest()).id).toBe(id)
  })

  test('the destination is shown in the chat of who asks, nowhere else, and is masked again at the end', async () => {
    const { customer } = await asked()
    await at.press(CARD, /Lihat tujuan/)
    expect(at.card(CARD)?.text).toContain(`DANA <code>${NUMBER}</code> a.n. Ani Lestari`)
    expect(at.card(CARD, TONO)?.text).not.toContain(NUMBER)
    const { messages, chats, audit } = at.app.store
    for (const { id: user } of [SARI, TONO]) {
      const chat = `4242:${user}`
      const kept = [
        await messages.list(at.shops.live, chat, { limit: 500 }),
        await chats.get(at.shops.live, chat),
      ]
      expect(JSON.stringify(kept)).not.toContain(NUMBER)
    }
    const [look] = await audit.list({ shop: at.shops.live, limit: 1 })
    expect([look?.what, look?.by.endsWith(':901')]).toEqual(['withdrawal.shown', true])
    await at.press(CARD, /Sudah ditransfer/)
    for (const who of [SARI, TONO]) {
      const card = at.card('Sudah ditransfer · Sari', who)
      expect([card?.text.includes(NUMBER), card?.buttons]).toEqual([false, []])
    }
    expect([(await wallet(customer)).balance, (await newest()).state]).toEqual([0, 'done'])
  })

  test('paid is paid once: fifty presses at once by two sellers, one entry, and the customer is told once', async () => {
    const { id, who, customer } = await asked()
    const heard = at.telegram.texts(who.id).length
    const paid = writeDesk({ desk: 'paidOut', withdrawal: id })
    const presses = Array.from({ length: 50 }, (_, i) => pressOf(i % 2 ? SARI : TONO, paid, 1))
    await Promise.all(presses.map((one) => update(at, one)))
    await at.app.drain()
    const { balance, holds, entries } = await wallet(customer)
    expect([balance, holds, entries.filter(({ amount }) => amount < 0).length]).toEqual([0, {}, 1])
    expect(at.telegram.texts(who.id).length).toBe(heard + 1)
    await at.later(2 * MINUTE)
    expect(await at.forge(paid, TONO)).toMatch(/Sudah ditransfer · (Sari|Tono)/)
    expect(at.faults()).toEqual([])
  })

  test('refused with a reason, which the customer reads; the money is theirs again', async () => {
    const { who, customer } = await asked()
    expect(await at.press(CARD, /Tolak/)).toContain('Kenapa penarikan Rp50.000 ditolak?')
    expect(await at.say('x')).toContain('3 sampai 200')
    expect(await at.say('123456')).toContain('3 sampai 200')
    const heard = at.telegram.texts(who.id).length
    expect(await at.say('nomor DANA salah, kirim lagi ya')).toContain('Ditolak · Sari')
    expect(at.telegram.texts(who.id).slice(heard).join()).toContain('nomor DANA salah')
    const { balance, holds } = await wallet(customer)
    expect([balance, holds]).toEqual([50_000, {}])
    expect(at.card('Ditolak · Sari', TONO)?.buttons).toEqual([])
  })

  test('paid by one while the other is asked why: the second answer changes nothing', async () => {
    await asked()
    await at.press(CARD, /Tolak/, TONO)
    await at.press(CARD, /Sudah ditransfer/, SARI)
    expect(await at.say('salah nomor', TONO)).toContain('Sudah ditransfer · Sari')
    expect((await newest()).state).toBe('done')
  })

  test('still waiting six hours before it is due, and after: said again, in place of the older card', async () => {
    await asked()
    const first = at.card(CARD)?.id
    await at.later(18 * HOUR + 1)
    expect(at.card(CARD)?.text).toContain('Masih menunggu')
    await at.later(6 * HOUR + 1)
    expect(at.card(CARD)?.text).toContain('Sudah lewat batas')
    await at.later(DAY)
    const screen = at.telegram.screen(SARI.id)
    expect(screen.find(({ id }) => id === first)?.deleted).toBe(true)
    expect((await newest()).state).toBe('due')
    expect(await at.say('/meja')).toContain('Penarikan Rp50.000')
    await at.press('📋 Meja', /Rp50\.000/)
    await at.press(CARD, /Sudah ditransfer/)
    expect((await newest()).state).toBe('done')
  })

  test('nobody else: the customer’s own press, a withdrawal that is none', async () => {
    const { id, who } = await asked()
    for (const desk of ['withdrawal', 'reveal', 'paidOut', 'reject'] as const)
      expect(await at.forge(writeDesk({ desk, withdrawal: id }), who)).toBe('')
    expect((await newest()).state).toBe('due')
    expect(await at.forge(writeDesk({ desk: 'paidOut', withdrawal: 'w_none' }), SARI)).toContain('tidak ada')
    await at.press(CARD, /Sudah ditransfer/)
  })
})
