// One suite for every gateway driver: what the rest of the shop may rely on. A driver's own quirks are in its own test.
import { afterEach, beforeEach, describe, expect, test } from 'bun:test'
import type { ChargeRequest, Gateway } from '../../src/payments/gateway.ts'
import { checkQris, checkStaticQris } from '../../src/payments/qris.ts'
import type { FakeClock } from '../support/fake-clock.ts'

export type GatewayUnderTest = {
  gateway: Gateway
  clock: FakeClock
  /** The customer pays the bill of this attempt, maybe another sum. */
  pay(attempt: string, amount?: number): Promise<unknown>
  /** A sum whose bill is made, but whose first answer gets lost; the driver is told before the charge. */
  loseFirstAnswer?(): { amount: number }
  /** A sum that is refused for a reason that the seller must mend. */
  refuse(): { amount: number } | Promise<{ amount: number }>
  /** How many bills the gateway really has for this attempt. */
  made(attempt: string): Promise<number>
  stop(): Promise<void>
}

const ATTEMPT = 'o_AAAAAAAAAAAAAAAAAAAA-_-1'
const MINUTE = 60_000

type Current = () => GatewayUnderTest

const ask = ({ clock }: GatewayUnderTest, change: Partial<ChargeRequest> = {}): ChargeRequest => ({
  attempt: ATTEMPT,
  amount: 23_680,
  minutes: 30,
  now: clock.now(),
  ...change,
})

/** Makes the bill and answers it. */
const open = async (at: GatewayUnderTest, change: Partial<ChargeRequest> = {}) => {
  const outcome = await at.gateway.charge(ask(at, change))
  if (outcome.kind !== 'created') throw new Error(JSON.stringify(outcome))
  return outcome.charge
}

/** Whether the QR may be shown for this sum. */
const fits = ({ gateway }: GatewayUnderTest, qr: string, amount: number) =>
  gateway.staticQr ? checkStaticQris(qr) : checkQris(qr, amount)

const idsOf = (charge: { reference: string }) => ({ attempt: ATTEMPT, reference: charge.reference })

const charges = (current: Current) => {
  test('a charge is a QR of exactly the sum, or of none where the payer types it, with its own id and end', async () => {
    const at = current()
    const charge = await open(at)
    expect(fits(at, charge.qr, 23_680)).toMatchObject({
      ok: true,
      merchantName: expect.stringMatching(/\S/),
    })
    expect(charge.reference).toMatch(/^[\w~.-]{1,50}$/)
    expect(charge.expiresAt).toBe(at.clock.now() + 30 * MINUTE)
    expect(await at.made(ATTEMPT)).toBe(1)
  })

  test('the same attempt again, also later, is the same bill', async () => {
    const at = current()
    const first = await open(at)
    const now = at.clock.now()
    at.clock.advance(4 * MINUTE)
    expect(await open(at, { now })).toEqual(first)
    expect(await at.made(ATTEMPT)).toBe(1)
  })

  test('the same attempt at the same moment, eight times: one bill', async () => {
    const at = current()
    const all = await Promise.all(Array.from({ length: 8 }, () => at.gateway.charge(ask(at))))
    expect(new Set(all.map((one) => (one.kind === 'created' ? one.charge.reference : one.kind))).size).toBe(1)
    expect(await at.made(ATTEMPT)).toBe(1)
  })

  test('a refusal is told with its code and for the seller; no bill was made', async () => {
    const at = current()
    const outcome = await at.gateway.charge(ask(at, await at.refuse()))
    expect(outcome).toMatchObject({ kind: 'rejected', code: expect.stringMatching(/\S/), alarm: true })
    expect(await at.made(ATTEMPT)).toBe(0)
    expect(await at.gateway.status({ attempt: ATTEMPT })).toBeNull()
  })

  test.each([0, -5, 1500.5, 10_000_001, Number.NaN])('no bill over %p', async (amount) => {
    const at = current()
    expect(await at.gateway.charge(ask(at, { amount }))).toMatchObject({ kind: 'rejected', alarm: false })
    expect(await at.made(ATTEMPT)).toBe(0)
  })

  test('the limits hold the shop’s own', () => {
    const { limits } = current().gateway
    expect(limits.min).toBeLessThanOrEqual(1000)
    expect(limits.max).toBe(10_000_000)
    expect(limits.minMinutes).toBeLessThanOrEqual(15)
    expect(limits.maxMinutes).toBeGreaterThanOrEqual(180)
  })
}

const losses = (current: Current) => {
  test('a lost answer is unknown; asked again it is the bill that was made', async () => {
    const at = current()
    const { amount } = at.loseFirstAnswer?.() ?? { amount: Number.NaN }
    expect((await at.gateway.charge(ask(at, { amount }))).kind).toBe('unknown')
    expect(await at.made(ATTEMPT)).toBe(1)
    expect(await at.gateway.status({ attempt: ATTEMPT })).toMatchObject({ state: 'pending', amount })
    const charge = await open(at, { amount })
    expect(fits(at, charge.qr, amount).ok).toBe(true)
    expect(await at.made(ATTEMPT)).toBe(1)
  })
}

const questions = (current: Current) => {
  test('a fresh bill is pending, by our id and by theirs', async () => {
    const at = current()
    const charge = await open(at)
    const word = {
      state: 'pending',
      attempt: ATTEMPT,
      reference: charge.reference,
      amount: 23_680,
      currency: 'IDR',
    }
    expect(await at.gateway.status({ attempt: ATTEMPT })).toMatchObject(word)
    expect(await at.gateway.status(idsOf(charge))).toMatchObject(word)
  })

  test('a paid bill is paid, with sum, time and payer, and stays so after its end', async () => {
    const at = current()
    const charge = await open(at)
    at.clock.advance(MINUTE)
    const paidAt = at.clock.now()
    await at.pay(ATTEMPT)
    at.clock.advance(60 * MINUTE)
    const paid = { state: 'paid', amount: 23_680, paidAt, paymentType: 'qris', issuer: expect.any(String) }
    expect(await at.gateway.status(idsOf(charge))).toMatchObject({ ...paid, ...idsOf(charge) })
  })

  test('another sum is told as it came', async () => {
    const at = current()
    await open(at)
    await at.pay(ATTEMPT, 20_000)
    expect(await at.gateway.status({ attempt: ATTEMPT })).toMatchObject({ state: 'paid', amount: 20_000 })
  })

  test('an unpaid bill expires at its end and not before', async () => {
    const at = current()
    await open(at)
    at.clock.advance(30 * MINUTE - 1)
    expect(await at.gateway.status({ attempt: ATTEMPT })).toMatchObject({ state: 'pending' })
    at.clock.advance(1)
    expect(await at.gateway.status({ attempt: ATTEMPT })).toMatchObject({
      state: 'expired',
      attempt: ATTEMPT,
    })
  })

  test('an attempt that was never charged is null, for cancel too', async () => {
    const { gateway } = current()
    expect(await gateway.status({ attempt: 'o_never-1' })).toBeNull()
    expect(await gateway.cancel({ attempt: 'o_never-1' })).toBeNull()
  })
}

const cancels = (current: Current) => {
  test('an open bill is cancelled, once and for all', async () => {
    const at = current()
    const charge = await open(at)
    expect(await at.gateway.cancel(idsOf(charge))).toMatchObject({ state: 'cancelled', ...idsOf(charge) })
    await at.pay(ATTEMPT)
    at.clock.advance(60 * MINUTE)
    expect(await at.gateway.status(idsOf(charge))).toMatchObject({ state: 'cancelled' })
    expect(await at.gateway.cancel(idsOf(charge))).toMatchObject({ state: 'cancelled' })
  })

  test('a paid bill stays paid', async () => {
    const at = current()
    await open(at)
    await at.pay(ATTEMPT)
    expect(await at.gateway.cancel({ attempt: ATTEMPT })).toMatchObject({ state: 'paid', amount: 23_680 })
  })

  test('an expired bill stays expired', async () => {
    const at = current()
    await open(at)
    at.clock.advance(31 * MINUTE)
    expect(await at.gateway.cancel({ attempt: ATTEMPT })).toMatchObject({ state: 'expired' })
  })
}

const refunds = (current: Current) => {
  const give = async (at: GatewayUnderTest, refundKey: string, amount: number) => {
    if (!at.gateway.refund) throw new Error('this gateway gives nothing back')
    return at.gateway.refund({ attempt: ATTEMPT }, { refundKey, amount, reason: 'Pesanan K7Q2M' })
  }
  const word = (at: GatewayUnderTest) => at.gateway.status({ attempt: ATTEMPT })

  test('a part is given back, and told with the sum and the key', async () => {
    const at = current()
    const charge = await open(at)
    await at.pay(ATTEMPT)
    expect(await give(at, 'o_1-1-r1', 5000)).toEqual({ kind: 'done' })
    expect(await word(at)).toMatchObject({
      ...idsOf(charge),
      state: 'partiallyRefunded',
      amount: 5000,
      paid: 23_680,
      refunds: [{ key: 'o_1-1-r1', amount: 5000 }],
    })
    expect(await give(at, 'o_1-1-r2', 18_680)).toEqual({ kind: 'done' })
    expect(await word(at)).toMatchObject({ state: 'refunded', amount: 23_680 })
  })

  test('the same key again, also long after, and eight times at once, is the same refund', async () => {
    const at = current()
    await open(at)
    await at.pay(ATTEMPT)
    const all = await Promise.all(Array.from({ length: 8 }, () => give(at, 'o_1-1-r1', 5000)))
    expect(all.filter(({ kind }) => kind === 'done').length).toBeGreaterThan(0)
    expect(all.some(({ kind }) => kind === 'refused')).toBe(false)
    at.clock.advance(20 * MINUTE)
    expect(await give(at, 'o_1-1-r1', 5000)).toEqual({ kind: 'done' })
    expect(await word(at)).toMatchObject({ amount: 5000 })
  })

  test('more than is left is refused, and nothing of it is given', async () => {
    const at = current()
    await open(at)
    await at.pay(ATTEMPT)
    await give(at, 'o_1-1-r1', 20_000)
    expect(await give(at, 'o_1-1-r2', 3681)).toMatchObject({
      kind: 'refused',
      code: expect.stringMatching(/\S/),
    })
    expect(await word(at)).toMatchObject({ amount: 20_000 })
  })

  test('of a bill that nobody paid, or that never was, nothing is given', async () => {
    const at = current()
    expect((await give(at, 'o_1-1-r1', 5000)).kind).toBe('refused')
    await open(at)
    expect((await give(at, 'o_1-1-r1', 5000)).kind).toBe('refused')
    expect(await word(at)).toMatchObject({ state: 'pending' })
  })
}

const notices = (current: Current) => {
  test.each(['', '{', 'null', '[]', '"x"', '{}', '{"order_id":"o_1-1","signature_key":"00"}'])(
    '%p at the webhook is no payment',
    (raw) => {
      const reading = current().gateway.readWebhook(new TextEncoder().encode(raw), new Headers())
      expect(['malformed', 'ignored', 'forged']).toContain(reading.kind)
    },
  )
}

/** What not every gateway has. `remote`: answers can get lost on the way. `refund`: it can give money back. */
export type Abilities = { remote: boolean; refund: boolean }

/** Runs the contract against what `start` makes, anew for each test. */
export const gatewayContract = (
  name: string,
  start: () => GatewayUnderTest | Promise<GatewayUnderTest>,
  { remote, refund }: Abilities = { remote: true, refund: true },
) => {
  describe(`gateway contract: ${name}`, () => {
    let now: GatewayUnderTest
    beforeEach(async () => {
      now = await start()
    })
    afterEach(() => now.stop())
    charges(() => now)
    if (remote) losses(() => now)
    questions(() => now)
    cancels(() => now)
    if (refund) refunds(() => now)
    notices(() => now)
  })
}
