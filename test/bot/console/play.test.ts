// A shop on the sandbox's keys: what its seller orders themselves waits as play money until they say that it shall go out for real.
import { afterAll, beforeAll, expect, test } from 'bun:test'
import { KEY } from '../../support/live.ts'
import { openSeat, SARI, type SeatHouse, TONO } from './seat.ts'

let at: SeatHouse
beforeAll(async () => {
  at = await openSeat()
  const { keySets } = await at.browser.get<{ keySets: { id: string }[] }>(at.path(''))
  await at.browser.del(at.path(`/keysets/${keySets[0]?.id}`))
  await at.browser.post(at.path('/keysets'), { environment: 'sandbox', serverKey: KEY })
  await at.say('/buka')
})
afterAll(() => at.stop())

const paidBy = async (who: typeof SARI) => {
  await at.later()
  const id = await at.bill(who)
  await at.midtrans.pay(`${id}-1`, { notify: false })
  await at.say('sudah bayar', who)
  await at.app.drain()
  return id
}

test('seller and customer in one chat: ordered, paid, waiting, sent for real by a press', async () => {
  expect(await at.say('/buka')).toContain('uji coba')
  const before = at.adds()
  const id = await paidBy(SARI)
  const { state, why, number } = await at.order(id)
  expect([state, why, at.adds()]).toEqual(['waiting', 'play', before])
  expect(
    at.telegram.texts(SARI.id).some((text) => text.includes(`<b>${number}</b>`) && text.includes('🧪 uji')),
  ).toBe(true)
  const card = at.card(`${number} adalah pesanan uji`)
  expect(card?.buttons.flat().map(({ text }) => text)).toEqual(['🚀 Kirim sungguhan', '↩️ Kembalikan'])
  await at.press(`${number} adalah pesanan uji`, /Kirim sungguhan/)
  expect([(await at.order(id)).state, at.adds()]).toEqual(['submitted', before + 1])
  expect(at.card(`${number} ·`, TONO)?.text).toContain('Dikirim · Sari')
})

test('given back: play money to the play saldo, nothing at the panel', async () => {
  const before = at.adds()
  const id = await paidBy(TONO)
  const { number, customer, quote } = await at.order(id)
  await at.press(`${number} adalah pesanan uji`, /Kembalikan/)
  const { balance } = await at.app.store.wallets.get(at.shops.live, customer, 'play')
  expect([(await at.order(id)).state, balance, at.adds()]).toEqual(['closed', quote.price, before])
})
