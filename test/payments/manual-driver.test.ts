// The seller's own static QRIS as a gateway: the shared contract, and what only this one does.
import { describe, expect, test } from 'bun:test'
import { manualGateway } from '../../src/payments/drivers/manual.ts'
import { checkStaticQris } from '../../src/payments/qris.ts'
import { openStore } from '../../src/store/open.ts'
import { fakeClock } from '../support/fake-clock.ts'
import { staticQris } from '../support/static-qris.ts'
import { gatewayContract } from './gateway-contract.ts'

const ATTEMPT = 'o_1-1'
const MINUTE = 60_000

const desk = async () => {
  const clock = fakeClock()
  const store = await openStore({ url: 'sqlite::memory:', clock })
  const shown = { qr: staticQris() as string | null }
  const gateway = manualGateway({ store, clock, shop: 's_1', qris: async () => shown.qr })
  const { claims } = store
  const charge = (attempt = ATTEMPT) =>
    gateway.charge({ attempt, amount: 23_680, minutes: 30, now: clock.now() })
  return {
    clock,
    store,
    shown,
    gateway,
    charge,
    claim: (attempt = ATTEMPT) => claims.change(attempt, (one) => ({ ...one, claimedAt: clock.now() })),
    unclaim: () => claims.change(ATTEMPT, ({ claimedAt: _, ...one }) => one),
    say: (amount: number, attempt = ATTEMPT) =>
      claims.change(attempt, (one) =>
        one.word ? null : { ...one, word: { amount, by: 'seller:a_1', at: clock.now() } },
      ),
    word: () => gateway.status({ attempt: ATTEMPT }),
  }
}

gatewayContract(
  'manual QRIS',
  async () => {
    const at = await desk()
    const { gateway, clock, store, shown } = at
    return {
      gateway,
      clock,
      pay: async (attempt, amount) => {
        const word = await gateway.status({ attempt })
        if (word && 'state' in word && word.state === 'pending') await at.say(amount ?? word.amount, attempt)
      },
      refuse: () => {
        shown.qr = null
        return { amount: 23_680 }
      },
      made: async (attempt) => ((await store.claims.get(attempt)) ? 1 : 0),
      stop: () => store.close(),
    }
  },
  { remote: false, refund: false },
)

describe('manual QRIS', () => {
  test('takes real money, and its bill is the QR of the shop as it is', async () => {
    const { gateway, charge, shown } = await desk()
    expect([gateway.id, gateway.money, gateway.staticQr]).toEqual(['manual', 'real', true])
    const made = await charge()
    expect(made).toMatchObject({ kind: 'created', charge: { reference: ATTEMPT, qr: shown.qr ?? '' } })
    expect(checkStaticQris(shown.qr ?? '')).toMatchObject({ merchantName: 'WARUNG KOPI SENJA' })
  })

  test('a bill keeps its QR when the shop puts another in its place; the next one has that', async () => {
    const { charge, shown } = await desk()
    const first = await charge()
    shown.qr = staticQris('TOKO BARU')
    expect(await charge()).toEqual(first)
    expect(await charge('o_1-2')).toMatchObject({ charge: { qr: shown.qr } })
    shown.qr = null
    expect(await charge()).toEqual(first)
    expect(await charge('o_1-3')).toMatchObject({ kind: 'rejected', code: 'noQris', alarm: true })
  })

  test('a QR that does not pass the check makes no bill', async () => {
    const { charge, shown, word } = await desk()
    shown.qr = staticQris().replace('WARUNG', 'BARANG')
    expect(await charge()).toMatchObject({ kind: 'rejected', code: 'checksum', alarm: true })
    expect(await word()).toBeNull()
  })

  test('a claimed bill does not expire, and is not to be cancelled: it waits for the seller', async () => {
    const { charge, claim, unclaim, clock, gateway, word } = await desk()
    await charge()
    await claim()
    clock.advance(40 * MINUTE)
    expect(await word()).toMatchObject({ state: 'pending' })
    expect(await gateway.cancel({ attempt: ATTEMPT })).toMatchObject({ state: 'pending' })
    await unclaim()
    expect(await word()).toMatchObject({ state: 'expired' })
    expect(await gateway.cancel({ attempt: ATTEMPT })).toMatchObject({ state: 'expired' })
  })

  test('the word of the seller stands above the end and above a cancel', async () => {
    for (const end of ['expired', 'cancelled'] as const) {
      const { charge, say, clock, gateway, word } = await desk()
      await charge()
      if (end === 'cancelled') await gateway.cancel({ attempt: ATTEMPT })
      clock.advance(40 * MINUTE)
      expect(await word()).toMatchObject({ state: end })
      await say(20_000)
      const paid = { state: 'paid', amount: 20_000, paidAt: clock.now(), issuer: 'seller', currency: 'IDR' }
      expect(await word()).toMatchObject({ ...paid, attempt: ATTEMPT, reference: ATTEMPT })
      await say(1)
      expect(await word()).toMatchObject({ amount: 20_000 })
    }
  })

  test('of a claim and a cancel at once one comes first, and both then hear the same', async () => {
    const { charge, claim, gateway, store, word } = await desk()
    await charge()
    const [, cancelled] = await Promise.all([claim(), gateway.cancel({ attempt: ATTEMPT })])
    expect(cancelled).toMatchObject({ state: 'pending' })
    expect(await word()).toMatchObject({ state: 'pending' })
    expect(await store.claims.get(ATTEMPT)).not.toHaveProperty('cancelled')
  })
})
