// Saldo at the seller's dashboard, in the composed app: wallets, own entries, withdrawals; where the money goes is told to nobody else.
import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import { DAY } from '../../src/lib/clock.ts'
import { sealer } from '../../src/lib/seal.ts'
import { askWithdrawal } from '../../src/payments/withdrawal.ts'
import { type Browser, SECRET, setUp, type Whole, whole } from '../support/whole.ts'

const NUMBER = '081234567890'
const ANI = { method: 'DANA', number: NUMBER, name: 'Ani Lestari' }

let at: Whole
let me: Browser
let shops: { practice: string; live: string }
beforeAll(async () => {
  at = await whole()
  me = at.browser()
  shops = await setUp(at, me)
  const { store } = at.app
  for (const [id, name] of [
    ['cu_1', 'Ani'],
    ['cu_2', 'Budi'],
  ] as const)
    await store.customers.ensure({
      id,
      shop: shops.live,
      person: `telegram:${id}`,
      name,
      username: name.toLowerCase(),
      createdAt: 1,
      seenAt: 1,
      v: 1,
    })
  for (let i = 1; i <= 60; i++)
    await store.wallets.credit(shops.live, 'cu_1', 'real', {
      cause: `r${i}`,
      amount: 1000 * i,
      at: i,
      note: 'partial',
    })
})
afterAll(() => at.stop())

const path = (rest: string) => `/shops/${shops.live}${rest}`
const send = async (method: string, rest: string, body?: unknown) => {
  const response = await me.send(method, `/api${path(rest)}`, body)
  const text = await response.text()
  return { status: response.status, body: text ? JSON.parse(text) : null }
}
let asks = 0
const ask = async (amount = 50_000) => {
  const { store } = at.app
  const asked = await askWithdrawal(
    { store, clock: at.clock, box: sealer(SECRET) },
    { shop: shops.live, customer: 'cu_1', chat: '1:1', amount, destination: ANI, cause: `u${++asks}` },
  )
  if (!asked.ok) throw new Error(asked.reason)
  await at.app.drain()
  return asked.withdrawal.id
}

describe('a wallet', () => {
  test('shows what there is and its entries in pages, newest first, archive included', async () => {
    const first = await send('GET', '/customers/cu_1/wallet?limit=9')
    expect(first.body).toMatchObject({
      customer: { id: 'cu_1', name: 'Ani', username: 'ani' },
      balance: 1_830_000,
      held: 0,
      free: 1_830_000,
      withdrawable: 1_830_000,
    })
    expect(first.body.entries).toHaveLength(9)
    expect(first.body.entries[0]).toEqual({ n: 60, at: 60, amount: 60_000, note: 'partial' })
    const last = await send('GET', '/customers/cu_1/wallet?limit=9&before=5')
    expect(last.body.entries.map(({ n }: { n: number }) => n)).toEqual([4, 3, 2, 1])
    expect((await send('GET', '/customers/cu_2/wallet')).body).toMatchObject({ balance: 0, entries: [] })
    expect((await send('GET', '/customers/cu_9/wallet')).status).toBe(404)
    expect((await send('GET', '/customers/cu_1/wallet?before=x')).status).toBe(400)
  })

  test('takes an entry of the seller’s own: with a reason, once per form, never below what is free', async () => {
    const entry = { amount: 5000, reason: 'ganti rugi', cause: 'form-0001' }
    await Promise.all(Array.from({ length: 5 }, () => send('POST', '/customers/cu_2/wallet/entries', entry)))
    const { body } = await send('POST', '/customers/cu_2/wallet/entries', {
      amount: -2000,
      reason: 'salah hitung',
      cause: 'form-0002',
    })
    expect(body).toMatchObject({
      balance: 3000,
      entries: [
        { amount: -2000, note: 'adjusted', reason: 'salah hitung' },
        { amount: 5000, note: 'adjusted', reason: 'ganti rugi' },
      ],
    })
    for (const [wrong, status] of [
      [{ ...entry, cause: 'form-0003', amount: 0 }, 422],
      [{ ...entry, cause: 'form-0003', amount: 0.5 }, 400],
      [{ ...entry, cause: 'form-0003', amount: '5000' }, 400],
      [{ ...entry, cause: 'form-0003', reason: 'x' }, 400],
      [{ ...entry, cause: 'x' }, 400],
      [{ ...entry, cause: 'form-0003', amount: -3001 }, 409],
      [{ ...entry, cause: 'form-0003', amount: 10_000_001 }, 422],
    ] as const)
      expect((await send('POST', '/customers/cu_2/wallet/entries', wrong)).status).toBe(status)
    expect((await send('POST', '/customers/cu_9/wallet/entries', entry)).status).toBe(404)
    expect((await send('GET', '/customers/cu_2/wallet')).body.balance).toBe(3000)
    const lines = await at.app.store.audit.list({ shop: shops.live, limit: 99 })
    expect(lines.filter(({ what }) => what === 'saldo.adjusted')).toHaveLength(2)
  })
})

describe('withdrawals', () => {
  test('are listed masked; the full number is for the asking, and each look is in the audit', async () => {
    const id = await ask()
    const listed = await send('GET', '/withdrawals?state=due')
    expect(listed.body).toMatchObject({ due: 1, owed: 1_833_000 })
    expect(listed.body.rows).toMatchObject([
      {
        id,
        customer: { name: 'Ani' },
        amount: 50_000,
        masked: 'DANA ••••7890 (An…)',
        state: 'due',
        kept: true,
      },
    ])
    expect((await send('GET', '/customers/cu_1/wallet')).body).toMatchObject({ held: 50_000 })
    expect((await send('POST', `/withdrawals/${id}/reveal`)).body).toEqual(ANI)
    const [line] = await at.app.store.audit.list({ shop: shops.live, limit: 1 })
    expect(line).toMatchObject({ what: 'withdrawal.shown', about: 'cu_1' })
    await send('POST', `/withdrawals/${id}/reject`, { reason: 'nomor salah' })
  })

  test('are paid once and refused with a reason; whoever is late is told', async () => {
    const paid = await ask()
    const done = await Promise.all(
      Array.from({ length: 5 }, () => send('POST', `/withdrawals/${paid}/pay`, { proof: 'BCA 12.03' })),
    )
    expect(done.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200])
    expect(done[0]?.body).toMatchObject({ id: paid, state: 'done', reason: 'BCA 12.03' })
    expect((await send('POST', `/withdrawals/${paid}/reject`, { reason: 'nomor salah' })).status).toBe(409)
    const refused = await ask(20_000)
    for (const reason of ['', 'x', undefined])
      expect((await send('POST', `/withdrawals/${refused}/reject`, { reason })).status).toBe(400)
    expect(
      (await send('POST', `/withdrawals/${refused}/reject`, { reason: 'nomor salah' })).body,
    ).toMatchObject({
      state: 'rejected',
      reason: 'nomor salah',
    })
    expect((await send('POST', `/withdrawals/${refused}/pay`, {})).status).toBe(409)
    await at.app.drain()
    const wallet = await at.app.store.wallets.get(shops.live, 'cu_1', 'real')
    expect(wallet).toMatchObject({ balance: 1_780_000, holds: {} })
    const words = (await at.app.store.audit.list({ shop: shops.live, limit: 99 })).map(({ what }) => what)
    expect(words.filter((one) => one === 'withdrawal.paid')).toHaveLength(1)
    expect(words.filter((one) => one === 'withdrawal.rejected')).toHaveLength(2)
  })

  test('of another shop are not there', async () => {
    const id = await ask(10_000)
    for (const act of ['reveal', 'pay', 'reject']) {
      const body = act === 'reject' ? { reason: 'nomor salah' } : {}
      const other = await me.send('POST', `/api/shops/${shops.practice}/withdrawals/${id}/${act}`, body)
      expect(other.status).toBe(404)
    }
    expect((await me.send('GET', `/api/shops/${shops.practice}/customers/cu_1/wallet`)).status).toBe(404)
    await send('POST', `/withdrawals/${id}/reject`, { reason: 'tes' })
  })

  test('the number is forgotten by the nightly round 90 days after the end; it never was in the log or the audit', async () => {
    const id = await ask(10_000)
    await send('POST', `/withdrawals/${id}/pay`, {})
    const nightly = async () => {
      const name = 'chats.prune' as const
      await at.app.store.jobs.add([{ id: `prune:${at.clock.now()}`, name, at: at.clock.now(), payload: {} }])
      await at.app.drain()
    }
    at.clock.advance(89 * DAY)
    await nightly()
    expect((await at.app.store.withdrawals.get(shops.live, id))?.to).toBeDefined()
    at.clock.advance(2 * DAY)
    await nightly()
    expect((await at.app.store.withdrawals.get(shops.live, id))?.to).toBeUndefined()
    const lines = JSON.stringify(await at.app.store.audit.list({ limit: 999 }))
    expect(lines).not.toContain(NUMBER)
    expect(lines).not.toContain('Lestari')
    expect(at.logged.join('\n')).not.toContain(NUMBER)
  })
})
