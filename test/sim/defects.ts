// A planted fault of the house for each rule: what a careless shop would do. A checker that does not see them is worth nothing.
import { refuse } from '../../src/lib/outcome.ts'
import type { Decision, Move } from '../../src/model/flow.ts'
import { move } from '../../src/model/flow.ts'
import type { Order, Submission } from '../../src/model/order.ts'
import type { BillStatus, Gateway } from '../../src/payments/gateway.ts'
import type { Store } from '../../src/store/store.ts'
import type { Defect, World } from './world.ts'

export type Planted = Defect & { rule: number; title: string }

/** Every decision of a verb is spoilt before the store judges it. */
const spoilt =
  (spoil: (step: Move, order: Order) => Decision) =>
  (store: Store): Store => ({
    ...store,
    orders: {
      ...store.orders,
      advance: (shop, id, decide) =>
        store.orders.advance(shop, id, (order) => {
          const decision = decide(order)
          return 'skip' in decision ? decision : spoil(decision, order)
        }),
    },
  })

/** The newest sending is taken for one that never left, so the order is sent again. */
const asNeverLeft = ({ key: _, ...step }: Move, order: Order): Move => {
  const submissions = step.patch?.submissions ?? order.submissions
  const last = Object.values(submissions).at(-1) as Submission
  const { panelId: __, ...rest } = last
  return {
    ...step,
    to: 'paid',
    patch: { ...step.patch, submissions: { ...submissions, [last.id]: { ...rest, outcome: 'neverLeft' } } },
  }
}

const believing = (world: World, gateway: Gateway): Gateway => ({
  ...gateway,
  status: async (ids): Promise<BillStatus | null> => {
    const said = await gateway.status(ids)
    const bill = world.bank.bills.get(ids.attempt)
    const heard = (await world.store.notices.list(ids.attempt)).length > 0
    if (!bill || !heard) return said && 'state' in said ? said : null
    const { attempt, amount } = bill.request
    return { state: 'paid', attempt, reference: bill.charge.reference, amount, currency: 'IDR' }
  },
})

/** Much is lost, and much is asked for twice. */
const ROUGH = { money: 'real', hooked: true, trouble: 0.25, deeds: 40 } as const
/** Bills lapse while the gateway is silent, and the same thing is ordered again. */
const LATE = {
  ...ROUGH,
  services: ['sv_1'],
  links: ['https://instagram.com/warung'],
  customers: 1,
  opening: 0,
}

export const DEFECTS: Planted[] = [
  {
    rule: 1,
    title: 'an accepted order is taken for one that never left',
    store: spoilt((step, order) => (step.type === 'accepted' ? asNeverLeft(step, order) : step)),
  },
  {
    rule: 1,
    title: 'a copy that was put back is taken for what happened last',
    day: { restores: true, deeds: 40, opening: 3_000_000, money: 'real', hooked: true },
    unmarked: true,
  },
  {
    rule: 2,
    day: { hooked: true },
    title: 'a notice is believed without asking the gateway',
    gateway: believing,
  },
  {
    rule: 3,
    title: 'late money is dropped',
    store: spoilt((step) => {
      if (step.type !== 'lateMoney' && step.type !== 'secondMoney') return step
      const { money: _, ...patch } = step.patch ?? {}
      return { ...step, patch, jobs: [] }
    }),
  },
  {
    rule: 3,
    title: 'a credit is repeated without its cause',
    store: (store) => {
      let times = 0
      const credit: Store['wallets']['credit'] = async (shop, customer, money, entry) => {
        const answer = await store.wallets.credit(shop, customer, money, entry)
        if (++times % 3 > 0) return answer
        return store.wallets.credit(shop, customer, money, { ...entry, cause: `${entry.cause}:again` })
      }
      return { ...store, wallets: { ...store.wallets, credit } }
    },
  },
  {
    rule: 4,
    title: 'the price rises after the yes',
    store: spoilt((step, order) => {
      if (step.to !== 'billing') return step
      const { price, toPay } = order.quote
      return {
        ...step,
        patch: { ...step.patch, quote: { ...order.quote, price: price + 500, toPay: toPay + 500 } },
      }
    }),
  },
  {
    rule: 5,
    day: ROUGH,
    title: 'a verb decides on what it read, not on what is there',
    around: (store) => ({
      ...store,
      orders: {
        ...store.orders,
        advance: async (shop, id, decide) => {
          const read = await store.orders.get(shop, id)
          if (!read) return refuse('notFound')
          const decision = decide(read)
          return store.orders.advance(shop, id, () => decision)
        },
      },
    }),
  },
  {
    rule: 6,
    day: ROUGH,
    title: 'what was not answered is sent again',
    store: spoilt((step, order) =>
      ['noAnswer', 'cutOff'].includes(step.type) ? asNeverLeft(step, order) : step,
    ),
  },
  {
    rule: 6,
    day: ROUGH,
    title: 'what was not answered is given up after half an hour',
    store: spoilt((step, order) =>
      step.type === 'reminded' && order.state === 'unknown'
        ? { ...step, quiet: false, to: 'held', patch: { why: 'other' } }
        : step,
    ),
  },
  {
    rule: 6,
    day: {
      ...ROUGH,
      customers: 2,
      opening: 3_000_000,
      wishes: 10,
      beats: true,
      patience: 20_000,
      apart: true,
    },
    title: 'each process has a lane of its own to a panel account',
    process: ({ sales, name }) => {
      const { account } = sales.fulfilment
      sales.fulfilment.account = async (shop, id) => {
        const known = await account(shop, id)
        return known && `${known} ${name}`
      }
    },
  },
  {
    rule: 7,
    title: 'the intent is stored after the request',
    store: (store) => {
      const unsaved = new Map<string, { order: Order; step: Move }>()
      const get: Store['orders']['get'] = async (shop, id) =>
        unsaved.get(id)?.order ?? store.orders.get(shop, id)
      const advance: Store['orders']['advance'] = async (shop, id, decide) => {
        const waiting = unsaved.get(id)
        unsaved.delete(id)
        if (waiting) await store.orders.advance(shop, id, () => waiting.step)
        const order = await store.orders.get(shop, id)
        const step = order && decide(order)
        if (!order || !step || 'skip' in step || step.to !== 'submitting')
          return store.orders.advance(shop, id, decide)
        const moved = move(order, step, order.updatedAt)
        if (moved.ok) unsaved.set(id, { order: moved.order, step })
        return moved
      }
      return { ...store, orders: { ...store.orders, get, advance } }
    },
  },
  {
    rule: 8,
    title: 'a notice is answered before it is stored',
    store: (store) => ({ ...store, notices: { ...store.notices, accept: async () => 'created' } }),
  },
  {
    rule: 9,
    day: { money: 'play' },
    title: 'play money is sent for real by itself',
    store: spoilt((step, order) =>
      step.to === 'waiting' && step.reason === 'play'
        ? {
            type: 'approved',
            by: 'system',
            patch: { approved: { by: 'seller:nobody', at: order.updatedAt } },
            jobs: [
              {
                id: `fulfilment.submit:${order.id}:${order.v}:nobody`,
                name: 'fulfilment.submit',
                at: order.updatedAt,
                payload: { shop: order.shop, order: order.id },
              },
            ],
          }
        : step,
    ),
  },
  {
    rule: 10,
    day: LATE,
    title: 'late money revives whatever it was for',
    process: ({ sales }) => {
      sales.payments.mayRevive = async () => true
    },
  },
  {
    rule: 10,
    day: LATE,
    title: "the customer's own cancel is taken for a bill that lapsed",
    store: spoilt((step, order) =>
      step.to === 'withdrawn' && order.state === 'awaitingPayment' ? { ...step, to: 'lapsed' } : step,
    ),
  },
]
