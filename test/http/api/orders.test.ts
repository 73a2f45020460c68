// The seller's decisions over HTTP: what is listed, what a decision cannot do without, and that none hits what the page did not show.
import { describe, expect, test } from 'bun:test'
import type { Decided } from '../../../src/http/api/order-decide.ts'
import { type OrdersApiDeps, ordersApi } from '../../../src/http/api/orders.ts'
import { DAY } from '../../../src/lib/clock.ts'
import { refuse } from '../../../src/lib/outcome.ts'
import type { Order, OrderEvent, RefundTo, Submission } from '../../../src/model/order.ts'
import { newOrder, quote, service } from '../../store/contract/support.ts'
import { adminId, browser, house, withSeller } from '../house.ts'

type Call = [verb: string, given: Record<string, unknown>]

const VERBS = [
  'approve',
  'otherService',
  'giveBack',
  'taken',
  'notTaken',
  'sendAgain',
  'notTakenGiveBack',
  'declare',
  'sellerWord',
  'retryRefund',
  'bookStray',
  'check',
] as const

const opened = async () => {
  const calls: Call[] = []
  const answer: { outcome: Decided | null } = { outcome: null }
  const ways: RefundTo[] = ['saldo', 'gateway', 'hand']
  const at = await house({
    nouns: ({ deps: { store, clock } }) => {
      const verb = (name: string) => async (given: { shop: string; order: string }) => {
        calls.push([name, given])
        const order = await store.orders.get(given.shop, given.order)
        return answer.outcome ?? (order ? { ok: true as const, order } : refuse('notFound'))
      }
      const verbs = Object.fromEntries(VERBS.map((name) => [name, verb(name)]))
      const known = {
        store,
        clock,
        waysBack: async () => ways,
        costNow: async () => 13_500,
        candidates: async () => [
          { service: service(2, { shop: live, own: { displayName: 'Cadangan' } }), mapped: true, cost: 9500 },
          { service: service(3, { shop: live, min: 5000 }), mapped: false },
        ],
      }
      return [ordersApi({ ...known, ...verbs } as unknown as OrdersApiDeps)]
    },
  })
  const me = browser(at)
  await me.signIn()
  const live = `live-${await adminId(at)}`
  const put = (n: number, change: Partial<Order> = {}) =>
    at.deps.store.orders.create(newOrder(n, { shop: live, ...change }))
  const act = (order: string, body: Record<string, unknown>) =>
    me.api(`POST /shops/${live}/orders/${order}/actions`, { body })
  const taken = () => calls.splice(0)
  return { at, me, live, put, act, calls: taken, answer, ways }
}

const AT = 1_759_999_000_000
const moved = (state: Order['state'], n = 2, at = AT): OrderEvent => ({
  n,
  at,
  type: state,
  by: 'system',
  to: state,
})
const standing = (state: Order['state'], change: Partial<Order> = {}): Partial<Order> => ({
  state,
  v: 2,
  events: [...newOrder(1).events, moved(state)],
  ...change,
})
const sent: Submission = {
  id: 's1',
  provider: 'p_1',
  service_id_api: '7',
  account: 'secret-lane',
  job: 'j1',
  startedAt: AT,
  outcome: 'unknown',
  message: 'timeout',
  balanceBefore: '50000',
  balanceAfter: '41000',
  hint: 'probablyTaken',
}

describe('what needs a decision', () => {
  test('is listed the longest waiting first, with its reasons, its hint and its buttons, and counted', async () => {
    const { at, me, live, put } = await opened()
    await put(1, standing('held', { why: 'funds', deadline: AT + DAY, events: [moved('held', 1, AT + 9)] }))
    await put(2, standing('unknown', { submissions: { s1: sent } }))
    await put(3, standing('completed'))
    await put(4, standing('waiting', { why: 'price', events: [moved('waiting', 1, AT + 99)] }))
    await at.deps.store.customers.ensure({
      id: 'cu_1',
      shop: live,
      person: 'telegram:1',
      name: 'Sari',
      createdAt: 1,
      seenAt: 1,
      v: 1,
    })
    const { body } = await me.api(`GET /shops/${live}/decisions`)
    expect(body.total).toBe(3)
    expect(body.rows.map((row: { id: string }) => row.id)).toEqual(['o_2', 'o_1', 'o_4'])
    const [unknown, held, waiting] = body.rows
    expect(unknown).toMatchObject({
      needs: [{ need: 'unknown', since: AT }],
      doubt: { hint: 'probablyTaken', before: '50000', after: '41000', currency: 'IDR', message: 'timeout' },
      actions: ['taken', 'sendAgain', 'notTakenGiveBack'],
      customer: { name: 'Sari' },
      ways: ['saldo', 'gateway', 'hand'],
    })
    expect(held).toMatchObject({ deadline: AT + DAY, why: 'funds', actions: ['giveBack'] })
    expect(waiting.costNow).toBe(13_500)
    expect(held.costNow).toBeUndefined()
    expect(JSON.stringify(body)).not.toContain('secret-lane')
    expect((await me.api(`GET /shops/${live}/decisions/count`)).body).toEqual({ total: 3 })
  })

  test('deposits are no orders: they have a list of their own, and stand here when they need somebody', async () => {
    const { me, live, put } = await opened()
    await put(1)
    await put(2, { ...standing('awaitingPayment'), deposit: true, bills: claimed })
    const numbers = async (path: string) =>
      (await me.api(`GET /shops/${live}${path}`)).body.rows.map((row: { id: string }) => row.id)
    expect(await numbers('/orders')).toEqual(['o_1'])
    expect(await numbers('/orders?deposits=1')).toEqual(['o_2'])
    expect(await numbers('/decisions')).toEqual(['o_2'])
  })

  test("another seller's are not there", async () => {
    const { at, me, put } = await opened()
    const seller = await withSeller(at)
    await put(1, { ...standing('held'), shop: `live-${seller.id}` })
    expect((await me.api(`GET /shops/live-${seller.id}/decisions`)).status).toBe(404)
    const mine = `live-${await adminId(at)}`
    expect((await me.api(`GET /shops/${mine}/decisions`)).body).toEqual({ rows: [], total: 0 })
    for (const route of [`GET /shops/${mine}/orders/o_1`, `GET /shops/${mine}/orders/o_1/services`])
      expect((await me.api(route)).status).toBe(404)
  })
})

const claimed: Order['bills'] = {
  'o_2-1': {
    attempt: 'o_2-1',
    gateway: 'manual',
    keySet: 'k',
    amount: 12_000,
    state: 'open',
    createdAt: AT,
    claimedAt: AT + 5,
    qr: 'SECRETQR',
    reference: 'ref-1',
  },
}
const paid: Partial<Order> = {
  bills: {
    'o_1-1': {
      attempt: 'o_1-1',
      gateway: 'midtrans',
      keySet: 'k',
      amount: 12_000,
      state: 'paid',
      createdAt: AT,
      paidAmount: 12_000,
      final: true,
    },
  },
}
const refunds = (state: 'due' | 'failed'): Order['refunds'] => ({
  r1: { id: 'r1', amount: 5, to: 'gateway', state, reason: 'x', at: AT, fault: 'channel' },
})

describe('the buttons', () => {
  test.each([
    ['held, paid', standing('held', { ...paid, why: 'link' }), ['sendAnyway', 'otherService', 'giveBack']],
    ['held, another sum', standing('held', { ...paid, why: 'otherSum' }), ['giveBack']],
    ['held, not paid in full', standing('held', { why: 'link' }), ['giveBack']],
    [
      'waiting, play',
      standing('waiting', { ...paid, why: 'play' }),
      ['sendForReal', 'otherService', 'giveBack'],
    ],
    ['unknown', standing('unknown'), ['taken', 'sendAgain', 'notTakenGiveBack']],
    ['running', standing('submitted', { updatedAt: AT }), []],
    [
      'id missing',
      standing('submitted', { why: 'idMissing' }),
      ['taken', 'endedCompleted', 'endedPartial', 'endedStopped'],
    ],
    [
      'silent for an hour',
      standing('submitted', { updatedAt: AT + 3_700_000 }),
      ['endedCompleted', 'endedPartial', 'endedStopped'],
    ],
    ['a bill', standing('awaitingPayment'), ['checkPayment']],
    ['a claimed bill', standing('awaitingPayment', { bills: claimed }), ['received', 'notYet', 'otherSum']],
    [
      'a claimed bill that lapsed',
      standing('lapsed', { bills: claimed }),
      ['received', 'notYet', 'otherSum'],
    ],
    ['a failed refund', standing('closed', { ...paid, refunds: refunds('failed') }), ['retryRefund']],
    [
      'a refund to be paid by hand',
      standing('closed', {
        refunds: { r: { id: 'r', amount: 5, to: 'hand', state: 'due', reason: 'x', at: AT } },
      }),
      ['retryRefund'],
    ],
    ['a refund under way', standing('closed', { refunds: refunds('due') }), []],
    [
      'a chargeback',
      standing('closed', {
        money: { m: { id: 'm', kind: 'chargeback', attempt: 'o_1-1', amount: 5, state: 'due', at: AT } },
      }),
      ['bookStray'],
    ],
    [
      'a late payment on its way to saldo',
      standing('closed', {
        money: { m: { id: 'm', kind: 'late', attempt: 'o_1-1', amount: 5, state: 'due', at: AT } },
      }),
      [],
    ],
    ['completed', standing('completed'), []],
  ] as [string, Partial<Order>, string[]][])('%s', async (_what, change, actions) => {
    const { me, live, put } = await opened()
    await put(1, change)
    const { body } = await me.api(`GET /shops/${live}/orders/o_1`)
    expect(body.actions).toEqual(actions)
    expect(JSON.stringify(body)).not.toContain('SECRETQR')
  })
})

describe('a decision', () => {
  test.each([
    [{ action: 'sendAnyway' }, 'approve', {}],
    [{ action: 'sendForReal', reason: ' ok ' }, 'approve', { reason: 'ok' }],
    [{ action: 'otherService', service: 'sv_2' }, 'otherService', { service: 'sv_2' }],
    [{ action: 'giveBack' }, 'giveBack', {}],
    [{ action: 'giveBack', to: 'gateway' }, 'giveBack', { to: 'gateway' }],
    [{ action: 'giveBack', to: 'hand', note: 'BCA 10.15' }, 'giveBack', { to: 'hand', note: 'BCA 10.15' }],
    [{ action: 'taken', panelId: '991' }, 'taken', { panelId: '991' }],
    [{ action: 'notTaken', reason: 'saw nothing' }, 'notTaken', { reason: 'saw nothing' }],
    [{ action: 'sendAgain' }, 'sendAgain', {}],
    [{ action: 'notTakenGiveBack', to: 'saldo' }, 'notTakenGiveBack', { to: 'saldo' }],
    [
      { action: 'endedPartial', reason: 'seen', remains: 5 },
      'declare',
      { reason: 'seen', remains: 5, ended: 'partial' },
    ],
    [{ action: 'endedStopped', reason: 'seen' }, 'declare', { reason: 'seen', ended: 'stoppedByPanel' }],
    [{ action: 'received', attempt: 'o_1-1' }, 'sellerWord', { says: 'received', attempt: 'o_1-1' }],
    [{ action: 'notYet' }, 'sellerWord', { says: 'notYet' }],
    [{ action: 'otherSum', sum: 5000 }, 'sellerWord', { says: { sum: 5000 } }],
    [{ action: 'retryRefund', refund: 'r1', to: 'saldo' }, 'retryRefund', { refund: 'r1', to: 'saldo' }],
    [{ action: 'bookStray', reason: 'lost', entry: 'm1' }, 'bookStray', { reason: 'lost', entry: 'm1' }],
    [{ action: 'checkPayment' }, 'check', { customer: 'cu_1' }],
  ] as [Record<string, unknown>, string, Record<string, unknown>][])(
    '%j calls %s once, as the seller',
    async (body, verb, given) => {
      const { at, live, put, act, calls } = await opened()
      await put(1)
      expect((await act('o_1', body)).status).toBe(200)
      const by = `seller:${await adminId(at)}`
      expect(calls()).toEqual([[verb, { shop: live, order: 'o_1', by, ...given }]])
    },
  )

  test.each([
    [{ action: 'taken' }, 'panelId'],
    [{ action: 'taken', panelId: '1 or 1=1' }, 'panelId'],
    [{ action: 'otherService' }, 'service'],
    [{ action: 'giveBack', to: 'hand' }, 'note'],
    [{ action: 'giveBack', to: 'hand', note: '  ' }, 'note'],
    [{ action: 'giveBack', to: 'somewhere' }, 'to'],
    [{ action: 'retryRefund', to: 'hand' }, 'note'],
    [{ action: 'notTakenGiveBack', to: 'hand' }, 'note'],
    [{ action: 'endedCompleted' }, 'reason'],
    [{ action: 'endedCompleted', reason: ' ' }, 'reason'],
    [{ action: 'bookStray' }, 'reason'],
    [{ action: 'otherSum' }, 'sum'],
    [{ action: 'otherSum', sum: 0 }, 'sum'],
    [{ action: 'otherSum', sum: 1.5 }, 'sum'],
    [{ action: 'otherSum', sum: 1e12 }, 'sum'],
    [{ action: 'endedPartial', reason: 'x', remains: -1 }, 'remains'],
    [{ action: 'explode' }, 'action'],
    [{ action: 'giveBack', by: 'admin:x' }, 'by'],
  ] as [Record<string, unknown>, string][])(
    '%j is refused at %s, and nothing is done',
    async (body, field) => {
      const { put, act, calls } = await opened()
      await put(1)
      const { status, body: answer } = await act('o_1', body)
      expect([status, Object.keys(answer.error.fields)]).toEqual([400, [field]])
      expect(calls()).toEqual([])
    },
  )

  test('on another standing than the page showed does nothing', async () => {
    const { put, act, calls } = await opened()
    await put(1, { ...standing('unknown'), events: [moved('unknown', 2), moved('unknown', 7)] })
    const stale = await act('o_1', { action: 'sendAgain', standing: 2 })
    expect([stale.status, stale.body.error.code]).toEqual([409, 'wrongState'])
    expect(calls()).toEqual([])
    expect((await act('o_1', { action: 'sendAgain', standing: 7 })).status).toBe(200)
    expect(calls()).toHaveLength(1)
  })

  test('money goes back only by a way that is open', async () => {
    const { put, act, calls, ways } = await opened()
    await put(1)
    ways.splice(0, 3, 'saldo', 'hand')
    for (const action of ['giveBack', 'notTakenGiveBack']) {
      const { status, body } = await act('o_1', { action, to: 'gateway' })
      expect([status, body.error.code]).toEqual([409, 'noWay'])
    }
    expect(calls()).toEqual([])
    expect((await act('o_1', { action: 'giveBack', to: 'saldo' })).status).toBe(200)
  })

  test('of no order, or of another shop, is not found', async () => {
    const { at, put, act, calls } = await opened()
    const seller = await withSeller(at)
    await put(1, { shop: `live-${seller.id}` })
    for (const order of ['o_1', 'o_none', '..%2f', '%00']) {
      const { status } = await act(order, { action: 'giveBack' })
      expect(status).toBe(404)
    }
    expect(calls()).toEqual([])
  })

  test('a refusal is said by its code', async () => {
    const { put, act, answer } = await opened()
    await put(1)
    for (const [reason, status] of [
      ['wrongState', 409],
      ['unknownPanelId', 422],
      ['panelSilent', 502],
      ['noWay', 409],
      ['amount', 422],
    ] as const) {
      answer.outcome = refuse(reason)
      const refused = await act('o_1', { action: 'giveBack' })
      expect([refused.status, refused.body.error.code]).toEqual([status, reason])
    }
  })
})

test('what can be sent instead: by name, with its cost for the quantity and whether that fits', async () => {
  const { me, live, put } = await opened()
  await put(1, { quote: quote({ quantity: 1000 }) })
  const { body } = await me.api(`GET /shops/${live}/orders/o_1/services?text=x`)
  expect(body).toMatchObject([
    { id: 'sv_2', name: 'Cadangan', mapped: true, fits: true, cost: 9500 },
    { id: 'sv_3', mapped: false, fits: false },
  ])
  expect(body[1].cost).toBeUndefined()
})

test('what the panel charged stands beside what was quoted, in rupiah; a word in another currency, or of nothing, is none', async () => {
  const { me, live, put } = await opened()
  const usd = { amount: '0.9', currency: 'USD', exchange: '16000', rupiah: 14_400 }
  const cases = [
    [{ charge: '1.0', currency: 'USD' }, 16_000],
    [{ charge: '1.00001' }, 16_001],
    [{ charge: '0', currency: 'USD' }, undefined],
    [{ charge: '9000', currency: 'IDR' }, undefined],
    [{}, undefined],
  ] as const
  for (const [n, [progress, real]] of cases.entries()) {
    await put(n + 1, {
      ...standing('completed'),
      quote: quote({ cost: usd }),
      progress: { ...progress, at: AT },
    })
    const { body } = await me.api(`GET /shops/${live}/orders/o_${n + 1}`)
    expect([body.cost, body.realCost]).toEqual([14_400, real])
  }
})

test('an order sent elsewhere shows where to, and what that costs', async () => {
  const { at, me, live, put } = await opened()
  await at.deps.store.services.putLot(live, [service(2, { own: { displayName: 'Cadangan' } })])
  await at.deps.store.services.change(live, 'sv_2', (one) => ({ ...one, own: { displayName: 'Cadangan' } }))
  const cost = { amount: '9500', currency: 'IDR', exchange: '1', rupiah: 9500 }
  await put(1, { route: { service: 'sv_2', provider: 'p_1', service_id_api: '1002', cost } })
  const { body } = await me.api(`GET /shops/${live}/orders/o_1`)
  expect(body).toMatchObject({ routed: 'Cadangan', service_id_api: '1002', cost: 9500 })
})
