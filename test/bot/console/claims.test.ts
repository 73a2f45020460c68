// Bills of the shop's own QRIS: the customer says that one is paid, the seller's button says what came. A picture settles nothing.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'bun:test'
import { HOUR, MINUTE } from '../../../src/lib/clock.ts'
import { markOf, type OnBill, writeDesk } from '../../../src/model/desk-action.ts'
import { standingsOf } from '../../../src/notices/standing.ts'
import { press, update } from '../../support/live.ts'
import { staticQris } from '../../support/static-qris.ts'
import { openSeat, pressOf, SARI, type SeatHouse, TONO } from './seat.ts'

let at: SeatHouse
beforeAll(async () => {
  at = await openSeat()
  const { keySets } = await at.browser.get<{ keySets: { id: string }[] }>(at.path(''))
  await at.browser.del(at.path(`/keysets/${keySets[0]?.id}`))
  await at.browser.put(at.path('/manual-qris'), { text: staticQris() })
})
afterAll(() => at.stop())
beforeEach(() => at.later())

const stateOf = async (id: string) => (await at.order(id)).state
const payload = async (id: string, desk: OnBill): Promise<string> => {
  const stands = standingsOf(await at.order(id), at.clock.now()).find(({ news }) => news.news === 'claim')
  return writeDesk({ desk, order: id, mark: stands?.mark ?? markOf('none') })
}
/** A bill that its customer says is paid. */
const claimed = async (who = at.customer()) => {
  const id = await at.bill(who)
  await press(at, /Sudah bayar/, who)
  const { number, quote } = await at.order(id)
  return { id, who, number, sum: quote.toPay }
}

describe('a claimed bill', () => {
  test('stands before everybody bound, with three answers, and is no payment', async () => {
    const { id, number } = await claimed()
    for (const who of [SARI, TONO])
      expect(
        at
          .card(`${number}: pelanggan bilang`, who)
          ?.buttons.flat()
          .map(({ text }) => text),
      ).toEqual(['💰 Uang masuk', '⏳ Belum', '≠ Nominal beda'])
    expect([await stateOf(id), at.panel.addsOf('x')]).toEqual(['awaitingPayment', 0])
    await at.press(number, /Belum/)
  })

  test('money received: settled once, however often and by whomever it is pressed', async () => {
    const { id, number } = await claimed()
    const before = at.adds()
    const received = await payload(id, 'received')
    const presses = Array.from({ length: 50 }, (_, i) => pressOf(i % 2 ? SARI : TONO, received, 1))
    await Promise.all(presses.map((one) => update(at, one)))
    await at.app.drain()
    expect([await stateOf(id), at.adds()]).toEqual(['submitted', before + 1])
    const { events } = await at.order(id)
    expect(events.filter(({ type }) => type === 'sellerWord')).toHaveLength(1)
    expect(at.card(new RegExp(`${number} · .*Uang masuk · (Sari|Tono)`, 's'), TONO)?.buttons).toEqual([])
    expect(at.faults()).toEqual([])
  })

  test('not yet: the customer is told and may press again; that is a new card', async () => {
    const { id, number, who } = await claimed()
    const heard = at.telegram.texts(who.id).length
    await at.press(number, /Belum/)
    expect(at.card(`${number} ·`)?.text).toContain('Belum masuk · Sari')
    expect(at.telegram.texts(who.id).length).toBeGreaterThan(heard)
    const old = at.card(`${number} ·`)?.id
    await at.later()
    await press(at, /Sudah bayar/, who)
    const card = at.card(`${number}: pelanggan bilang`)
    expect(card?.id).toBeGreaterThan(old ?? 0)
    await at.press(`${number}: pelanggan`, /Uang masuk/)
    expect(await stateOf(id)).toBe('submitted')
  })

  test('another sum: asked for, read as people write it, and held', async () => {
    const { id, number } = await claimed()
    expect(await at.press(number, /Nominal beda/)).toContain(`Berapa yang masuk untuk ${number}`)
    for (const nonsense of ['beda', '-5000', '0', 'Rp', '12 15', '1e9', '25', '999'])
      expect(await at.say(nonsense)).toContain('Jumlahnya belum terbaca')
    expect(await stateOf(id)).toBe('awaitingPayment')
    await at.say('Rp9.000')
    const order = await at.order(id)
    expect([order.state, order.why]).toEqual(['held', 'otherSum'])
    expect(at.card(`${number}: jumlah yang dibayar berbeda`)?.text).toContain('Rp9.000')
    await at.press(`${number}: jumlah`, /Kembalikan/)
    expect([await stateOf(id), await at.saldo(id)]).toEqual(['closed', 9000])
  })

  test('answered by one while the other is asked for the sum: the second word is told what was said', async () => {
    const { id, number } = await claimed()
    await at.press(number, /Nominal beda/, TONO)
    await at.press(number, /Uang masuk/, SARI)
    expect(await at.say('9000', TONO)).toContain('Uang masuk · Sari')
    expect(await stateOf(id)).toBe('submitted')
  })

  test('waits for the seller past its end; reminded at 15 minutes, 2 and 12 hours; then it is late money', async () => {
    const { id, number } = await claimed()
    for (const [ms, words] of [
      [15 * MINUTE, '15 menit'],
      [105 * MINUTE, '2 jam'],
      [10 * HOUR, '12 jam'],
    ] as const) {
      await at.later(ms)
      expect(at.card(number)?.text).toContain(words)
    }
    await at.press(number, /Uang masuk/)
    expect(['submitted', 'closed', 'lapsed', 'awaitingPayment']).toContain(await stateOf(id))
    await at.later()
    const { state, quote } = await at.order(id)
    expect([state, await at.saldo(id)]).toEqual(
      state === 'submitted' ? ['submitted', 0] : ['closed', quote.toPay],
    )
  })

  test('nobody else: the customer’s own press', async () => {
    const { id, who, number } = await claimed()
    for (const desk of ['received', 'notYet', 'otherSum'] as const)
      expect(await at.forge(await payload(id, desk), who)).toBe('')
    expect(await stateOf(id)).toBe('awaitingPayment')
    await at.press(number, /Belum/)
  })

  test('said on the dashboard: the card says so', async () => {
    const { id, number } = await claimed()
    await at.browser.post(at.path(`/orders/${id}/actions`), { action: 'received' })
    await at.app.drain()
    expect(await stateOf(id)).toBe('submitted')
    expect(at.card(new RegExp(`${number} · .*Uang masuk · di dasbor`, 's'))?.buttons).toEqual([])
  })

  test('a picture comes to the seller as it came, with the three answers under it; it settles nothing', async () => {
    const who = at.customer()
    const id = await at.bill(who)
    const photo = [{ file_id: 'file-picture', file_unique_id: 'u', width: 1, height: 1 }]
    await at.send(at.telegram.message(who, { photo }), who)
    const { number } = await at.order(id)
    const picture = at.telegram.screen(SARI.id).findLast(({ photo: shown }) => shown !== undefined)
    expect(picture?.text).toContain(number)
    expect(picture?.buttons.flat().map(({ text }) => text)).toEqual([
      '💰 Uang masuk',
      '⏳ Belum',
      '≠ Nominal beda',
      '✔️ Selesai',
    ])
    expect(await stateOf(id)).toBe('awaitingPayment')
    const received = picture?.buttons.flat().find(({ text }) => /Uang masuk/.test(text))
    await at.forge(received?.callback_data ?? '', SARI, picture?.id)
    expect(await stateOf(id)).toBe('submitted')
    const after = at.telegram.screen(SARI.id).find(({ id: one }) => one === picture?.id)
    expect([after?.text.includes('Uang masuk · Sari'), after?.buttons]).toEqual([true, []])
  })
})
