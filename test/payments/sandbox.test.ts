import { describe, expect, test } from 'bun:test'
import { PRACTICE_MERCHANT, sandboxGateway } from '../../src/payments/drivers/sandbox.ts'
import { SANDBOX_BILL_FAILURES } from '../../src/payments/drivers/sandbox-failures.ts'
import { checkQris } from '../../src/payments/qris.ts'
import { openStore } from '../../src/store/open.ts'
import { fakeClock } from '../support/fake-clock.ts'
import { gatewayContract } from './gateway-contract.ts'

const ATTEMPT = 'o_1-1'
const MINUTE = 60_000

const bank = async () => {
  const clock = fakeClock()
  const store = await openStore({ url: 'sqlite::memory:', clock })
  const open = () => sandboxGateway({ store, clock, payUrl: (attempt) => `practice/pay/${attempt}` })
  return { clock, store, open, gateway: open() }
}

const sumOf = (effect: string): number =>
  SANDBOX_BILL_FAILURES.find((one) => one.effect === effect)?.amount ?? 0

const charged = async (amount = 23_680, minutes = 30) => {
  const at = await bank()
  const outcome = await at.gateway.charge({ attempt: ATTEMPT, amount, minutes, now: at.clock.now() })
  return { ...at, outcome }
}

gatewayContract('practice QRIS', async () => {
  const { clock, store, gateway } = await bank()
  return {
    gateway,
    clock,
    pay: (attempt, amount) => gateway.pay(attempt, amount === undefined ? {} : { amount }),
    loseFirstAnswer: () => ({ amount: sumOf('lost') }),
    refuse: () => ({ amount: sumOf('refused') }),
    made: async (attempt) => ((await store.practice.get(`bank:${attempt}`)) ? 1 : 0),
    stop: () => store.close(),
  }
})

describe('practice QRIS', () => {
  test('takes play money, and its bill names the page where it is paid', async () => {
    const { gateway, outcome } = await charged()
    expect([gateway.id, gateway.money]).toEqual(['sandbox', 'play'])
    expect(outcome).toMatchObject({ kind: 'created', charge: { url: 'practice/pay/o_1-1' } })
    expect(outcome.kind === 'created' && checkQris(outcome.charge.qr, 23_680)).toMatchObject({
      merchantName: PRACTICE_MERCHANT,
    })
  })

  test('a bill is paid once; what the customer sees follows', async () => {
    const { gateway, clock } = await charged()
    expect(await gateway.look(ATTEMPT)).toEqual({
      attempt: ATTEMPT,
      amount: 23_680,
      merchantName: PRACTICE_MERCHANT,
      state: 'pending',
      expiresAt: clock.now() + 30 * MINUTE,
    })
    const both = await Promise.all([gateway.pay(ATTEMPT), gateway.pay(ATTEMPT)])
    expect(both.sort()).toEqual(['already', 'paid'])
    const paid = await gateway.look(ATTEMPT)
    expect(paid).toMatchObject({ state: 'paid', paidAt: clock.now(), paidAmount: 23_680 })
    clock.advance(MINUTE)
    expect(await gateway.pay(ATTEMPT, { amount: 5 })).toBe('already')
    expect(await gateway.look(ATTEMPT)).toEqual(paid)
  })

  test('what is not open is not paid', async () => {
    const { gateway, clock } = await charged()
    expect(await gateway.pay('o_2-1')).toBe('notFound')
    expect(await gateway.look('o_2-1')).toBeNull()
    clock.advance(30 * MINUTE)
    expect(await gateway.pay(ATTEMPT)).toBe('expired')
    expect(await gateway.look(ATTEMPT)).toMatchObject({ state: 'expired' })
    const other = await charged()
    await other.gateway.cancel({ attempt: ATTEMPT })
    expect(await other.gateway.pay(ATTEMPT)).toBe('cancelled')
    expect(await other.gateway.status({ attempt: ATTEMPT })).not.toHaveProperty('paidAt')
  })

  test('of a payment and a cancel at once one wins, and both hear the same', async () => {
    const { gateway } = await charged()
    const [paid, cancelled] = await Promise.all([gateway.pay(ATTEMPT), gateway.cancel({ attempt: ATTEMPT })])
    const state = (await gateway.look(ATTEMPT))?.state
    expect(cancelled).toMatchObject({ state: state ?? 'none' })
    expect(paid).toBe(state === 'paid' ? 'paid' : 'cancelled')
  })

  test('keeps everything in the store: another process goes on with it', async () => {
    const { gateway, open, outcome, clock } = await charged()
    const again = await open().charge({ attempt: ATTEMPT, amount: 99_000, minutes: 15, now: clock.now() })
    expect(again).toEqual(outcome)
    expect(await open().pay(ATTEMPT)).toBe('paid')
    expect(await gateway.status({ attempt: ATTEMPT })).toMatchObject({ state: 'paid' })
  })
})

describe('failures on request', () => {
  test('each sum stands for one failure, payable by one QRIS', () => {
    const sums = SANDBOX_BILL_FAILURES.map(({ amount }) => amount)
    expect(new Set(sums).size).toBe(sums.length)
    for (const sum of sums) expect([sum % 100, sum >= 1000 && sum <= 10_000_000]).toEqual([0, true])
  })

  test('a QR of another sum does not pass the check', async () => {
    const { outcome } = await charged(sumOf('badQr'))
    expect(outcome.kind === 'created' && checkQris(outcome.charge.qr, sumOf('badQr'))).toEqual({
      ok: false,
      reason: 'amount',
    })
  })

  test('a customer pays too little', async () => {
    const { gateway } = await charged(sumOf('otherSum'))
    await gateway.pay(ATTEMPT)
    expect(await gateway.status({ attempt: ATTEMPT })).toMatchObject({
      state: 'paid',
      amount: sumOf('otherSum') - 1000,
    })
  })

  test('a bill is paid after its end', async () => {
    const { gateway, clock } = await charged(sumOf('late'))
    clock.advance(31 * MINUTE)
    expect(await gateway.status({ attempt: ATTEMPT })).toMatchObject({ state: 'expired' })
    expect(await gateway.pay(ATTEMPT)).toBe('paid')
    expect(await gateway.status({ attempt: ATTEMPT })).toMatchObject({ state: 'paid', amount: sumOf('late') })
  })
})
