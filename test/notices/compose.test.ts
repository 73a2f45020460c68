import { expect, test } from 'bun:test'
import fc from 'fast-check'
import { born, LEAVES_TO, type Move, move, type OrderState } from '../../src/model/flow.ts'
import type { Bill, Order } from '../../src/model/order.ts'
import { newsOf } from '../../src/notices/compose.ts'
import { keyOf, type Telling } from '../../src/notices/telling.ts'
import { CHAT, ORDER, QRIS, quote, SHOP } from './telling.ts'

const NOW = Date.UTC(2026, 10, 24, 3)
const picture = () => new Uint8Array([1])

const bill = (change: Partial<Bill>): Bill => ({
  attempt: `${ORDER}-1`,
  gateway: 'midtrans',
  keySet: 'k_1',
  amount: 37_000,
  state: 'open',
  createdAt: NOW,
  qr: QRIS,
  merchantName: 'NAIKINYUK DIGITAL',
  expiresAt: NOW + 30 * 60_000,
  ...change,
})

const WHYS = ['link', 'private', 'funds', 'sameLink', 'price', 'play', 'tries', 'restored'] as const

/** What a move into a state leaves on the order; nothing here but what the verbs write. */
const step = (order: Order, to: OrderState, roll: number): Move => {
  const attempt = `${ORDER}-1`
  const patch: Move['patch'] = {}
  if (to === 'awaitingPayment') patch.bills = { [attempt]: bill({}) }
  if (to === 'paid' && order.bills[attempt]) {
    const paid = { state: 'paid' as const, final: true, paidAt: NOW, paidAmount: 37_000 }
    patch.bills = { [attempt]: bill(paid) }
  }
  if (to === 'waiting' || to === 'held') {
    patch.why = order.state === 'awaitingPayment' ? 'otherSum' : WHYS[roll % WHYS.length]!
    patch.deadline = NOW + roll
  }
  if (to === 'held' && order.state === 'awaitingPayment') {
    patch.bills = { [attempt]: bill({ state: 'paid', final: true, paidAmount: 5000 }) }
    patch.money = { x: { id: 'x', kind: 'otherSum', attempt, amount: 5000, state: 'due', at: NOW } }
  }
  if (to === 'submitting')
    patch.submissions = {
      s1: { id: 's1', provider: 'p', service_id_api: '7', job: 'j', startedAt: NOW, outcome: 'refused' },
    }
  if (roll % 3 === 0 && to === 'submitted') patch.progress = { startCount: roll, remains: 10, at: NOW }
  if (to === 'closed' && roll % 2 === 0)
    patch.refunds = { r1: { id: 'r1', amount: 100, to: 'saldo', state: 'done', reason: to, at: NOW } }
  return { to, type: to, by: 'system', patch }
}

/** Walks the table by dice; before a state that needs it the order is as the guards of the table want it. */
const walk = function* (dice: number[]): Generator<Order, void, Order> {
  let order = yield born({
    id: ORDER,
    shop: SHOP,
    number: 'K7Q2M',
    customer: 'cu_1',
    chat: CHAT,
    quote: quote(),
    now: NOW,
  })
  for (const roll of dice) {
    const ways = LEAVES_TO[order.state]
    if (ways.length === 0) return
    const to = ways[roll % ways.length]!
    // An order held for another sum was never paid: the verbs lead it nowhere but to its end.
    if (order.why === 'otherSum' && to !== 'closed') continue
    const moved = move(order, step(order, to, roll), NOW)
    if (moved.ok) order = yield moved.order
  }
}

let messages = 0
const told = (order: Order, telling: Telling): Order => {
  const messageId = telling.place === 'edit' ? order.told!.messageId : ++messages
  const patch =
    telling.place === 'aside' ? {} : { told: { chat: CHAT, messageId, news: telling.mark, v: order.v } }
  const moved = move(order, { type: 'told', by: 'system', quiet: true, key: keyOf(telling.mark), patch }, NOW)
  if (!moved.ok) throw new Error(`${telling.mark}: ${moved.reason}`)
  return moved.order
}

/** Tells until there is nothing left, as the job does. */
const tellAll = (order: Order): { order: Order; said: Telling[] } => {
  const said: Telling[] = []
  for (let at = order; ; ) {
    const telling = newsOf(at, { now: NOW, picture })
    if (!telling) return { order: at, said }
    said.push(telling)
    if (said.length > 4) throw new Error(`never ends: ${said.map(({ mark }) => mark).join(', ')}`)
    at = told(at, telling)
  }
}

const dice = fc.array(fc.nat(1000), { maxLength: 30 })
/** After which moves the job gets to run: it may come late and find several behind it. */
const pauses = fc.array(fc.boolean(), { minLength: 31, maxLength: 31 })

test('on every way through the table, however late the job runs: each telling once, an end to it, and edits only of a message that is there', () => {
  fc.assert(
    fc.property(dice, pauses, (rolls, runs) => {
      const way = walk(rolls)
      const marks: string[] = []
      let n = 0
      for (let next = way.next(); !next.done; ) {
        let order = next.value
        if (runs[n++]) {
          const round = tellAll(order)
          for (const { mark, place } of round.said) {
            expect(marks).not.toContain(mark)
            if (place === 'edit') expect(marks.length).toBeGreaterThan(0)
            marks.push(mark)
          }
          order = round.order
          expect(newsOf(order, { now: NOW, picture })).toBeNull()
        }
        next = way.next(order)
      }
    }),
    { numRuns: 2000 },
  )
})

test('on every way: no word of payment received before the money, no picture to pay after it', () => {
  fc.assert(
    fc.property(dice, pauses, (rolls, runs) => {
      const way = walk(rolls)
      let n = 0
      for (let next = way.next(); !next.done; ) {
        let order = next.value
        if (runs[n++]) {
          const { said, order: after } = tellAll(order)
          order = after
          const wasPaid = order.events.some(({ to }) => to === 'paid')
          const news = said.map((telling) => telling.news.news)
          if (!wasPaid)
            for (const early of ['paid', 'billPaid', 'processing', 'completed'])
              expect(news).not.toContain(early as never)
          if (wasPaid) expect(news).not.toContain('bill')
          // Whoever was shown a QR that is over has been told so by now.
          const shown = /^bill:/.test(order.told?.news ?? '')
          if (shown) expect(order.state).toBe('awaitingPayment')
        }
        next = way.next(order)
      }
    }),
    { numRuns: 2000 },
  )
})

test('pure: looking draws no picture when all is said, and changes nothing', () => {
  const way = walk([0, 0])
  let order = way.next().value!
  for (let next = way.next(order); !next.done; next = way.next(order)) order = next.value
  expect(order.state).toBe('awaitingPayment')
  let drawn = 0
  const how = { now: NOW, picture: () => new Uint8Array([++drawn]) }
  const before = structuredClone(order)
  const telling = newsOf(order, how)!
  expect(order).toEqual(before)
  expect(telling.mark).toBe(`bill:${ORDER}-1:0`)
  expect(newsOf(told(order, telling), how)).toBeNull()
  expect(drawn).toBe(1)
})
