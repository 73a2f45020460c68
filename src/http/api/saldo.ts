// Saldo for its seller: a customer's wallet with its entries, an entry of the seller's own, withdrawals and how they end.
import { Hono } from 'hono'
import * as v from 'valibot'
import type { CustomerId, ShopId } from '../../lib/brand.ts'
import type { Outcome } from '../../lib/outcome.ts'
import type { Destination } from '../../model/destination.ts'
import type { MoneyKind } from '../../model/order.ts'
import type { Shop } from '../../model/shop.ts'
import type { Adjustment } from '../../payments/adjust.ts'
import type { WalletView } from '../../payments/wallet.ts'
import { moneyOf } from '../../payments/withdrawal.ts'
import type { Ended, Ending, EndRefusal } from '../../payments/withdrawal-end.ts'
import type { NumberedEntry, Store, Wallet, Withdrawal, WithdrawalFilter } from '../../store/store.ts'
import { answers, json, query } from '../describe.ts'
import type { AppEnv } from '../env.ts'
import { orReject, reject } from '../errors.ts'
import { whole } from './fields.ts'
import {
  DestinationView,
  type WalletEntryView,
  WalletPage,
  WithdrawalPage,
  WithdrawalView,
} from './saldo-views.ts'

type WalletAsked = { shop: ShopId; customer: CustomerId; money: MoneyKind; before?: number; limit: number }

export type SaldoApiDeps = {
  store: Pick<Store, 'customers' | 'orders' | 'wallets'>
  walletEntries(input: WalletAsked): Promise<WalletView>
  adjust(input: Adjustment): Promise<Outcome<{ wallet: Wallet }, 'notFound' | 'amount' | 'reason' | 'short'>>
  withdrawals(input: { shop: ShopId } & WithdrawalFilter): Promise<Withdrawal[]>
  payWithdrawal(input: Ending & { proof?: string }): Promise<Outcome<Ended, EndRefusal>>
  rejectWithdrawal(input: Ending & { reason: string }): Promise<Outcome<Ended, EndRefusal | 'reason'>>
  revealDestination(input: Ending): Promise<Outcome<{ destination: Destination }, 'notFound' | 'forgotten'>>
}

const Text = v.pipe(v.string(), v.trim(), v.maxLength(300))

const Adjusting = v.object({
  /** Below zero takes away. */
  amount: v.pipe(v.number(), v.integer()),
  reason: v.pipe(Text, v.minLength(3)),
  /** Made by the page with the form: the same form sent twice is one entry. */
  cause: v.pipe(v.string(), v.regex(/^[\w-]{8,60}$/)),
})

const REFUSALS = {
  notFound: [404, 'There is nothing with this id'],
  amount: [422, 'A whole sum that is not zero, at most Rp10,000,000'],
  reason: [422, 'A reason of at least three characters is needed'],
  short: [409, 'The customer has less than that free'],
  ended: [409, 'This withdrawal has ended the other way meanwhile: look again'],
  forgotten: [410, 'The number is no longer kept'],
} as const

const MOST = 200

/** Customers by their id, each read once. */
const makeNames = (deps: SaldoApiDeps) => async (shop: ShopId, ids: CustomerId[]) => {
  const found = await Promise.all(
    [...new Set(ids)].map(async (id) => [id, await deps.store.customers.get(shop, id)] as const),
  )
  const known = new Map(found)
  return (id: CustomerId) => {
    const { name = '–', username } = known.get(id) ?? {}
    return { id, name, ...(username ? { username } : {}) }
  }
}

const entryView = async (
  deps: SaldoApiDeps,
  shop: ShopId,
  { n, at, amount, note, reason, order: id }: NumberedEntry,
): Promise<WalletEntryView> => {
  const order = id ? await deps.store.orders.get(shop, id) : null
  return {
    n,
    at,
    amount,
    note,
    ...(reason ? { reason } : {}),
    ...(order ? { order: { id: order.id, number: order.number, deposit: order.deposit === true } } : {}),
  }
}

const walletPage = async (
  deps: SaldoApiDeps,
  shop: Shop,
  asked: Pick<WalletAsked, 'customer' | 'before'> & { limit?: number },
): Promise<WalletPage> => {
  const { customer, before, limit = 20 } = asked
  const found = await deps.store.customers.get(shop.id, customer)
  if (!found) return reject(404, { code: 'notFound', message: 'There is no such customer' })
  const { entries, ...sums } = await deps.walletEntries({
    shop: shop.id,
    customer,
    money: moneyOf(shop),
    limit,
    ...(before === undefined ? {} : { before }),
  })
  return {
    customer: { id: customer, name: found.name, ...(found.username ? { username: found.username } : {}) },
    ...sums,
    entries: await Promise.all(entries.map((entry) => entryView(deps, shop.id, entry))),
  }
}

const viewOf = (withdrawal: Withdrawal, customer: WithdrawalView['customer']): WithdrawalView => {
  const { id, amount, masked, state, at, dueAt, endedAt, reason, to } = withdrawal
  return {
    id,
    customer,
    amount,
    masked,
    state,
    at,
    dueAt,
    kept: to !== undefined,
    ...(endedAt === undefined ? {} : { endedAt }),
    ...(reason ? { reason } : {}),
  }
}

const wallets = (deps: SaldoApiDeps) =>
  new Hono<AppEnv>()
    .get(
      '/shops/:shop/customers/:id/wallet',
      query(v.object({ before: v.optional(whole), limit: v.optional(v.pipe(whole, v.maxValue(MOST))) })),
      answers(WalletPage, { summary: 'A customer’s saldo and its entries, newest first' }),
      async (c) => {
        const { before, limit } = c.req.valid('query')
        const page = { customer: c.req.param('id'), ...(before === undefined ? {} : { before }) }
        return c.json(await walletPage(deps, c.get('shop'), limit === undefined ? page : { ...page, limit }))
      },
    )
    .post(
      '/shops/:shop/customers/:id/wallet/entries',
      json(Adjusting),
      answers(WalletPage, { summary: 'An entry of the seller’s own, with a reason that the customer reads' }),
      async (c) => {
        const shop = c.get('shop')
        const customer = c.req.param('id')
        const input = { ...c.req.valid('json'), customer, shop: shop.id, money: moneyOf(shop) }
        orReject(await deps.adjust({ ...input, by: `seller:${c.get('account').id}` }), REFUSALS)
        return c.json(await walletPage(deps, shop, { customer }))
      },
    )

const withdrawalList = (deps: SaldoApiDeps, named: ReturnType<typeof makeNames>) =>
  new Hono<AppEnv>().get(
    '/shops/:shop/withdrawals',
    query(v.object({ state: v.optional(v.picklist(['due', 'done', 'rejected'])) })),
    answers(WithdrawalPage, { summary: 'Withdrawals, newest first, and what the shop owes its customers' }),
    async (c) => {
      const shop = c.get('shop')
      const { state } = c.req.valid('query')
      const [rows, due, owed] = await Promise.all([
        deps.withdrawals({ shop: shop.id, limit: MOST, ...(state ? { state } : {}) }),
        deps.withdrawals({ shop: shop.id, limit: MOST, state: 'due' }),
        deps.store.wallets.owed(shop.id, moneyOf(shop)),
      ])
      const name = await named(
        shop.id,
        rows.map(({ customer }) => customer),
      )
      return c.json({ rows: rows.map((row) => viewOf(row, name(row.customer))), due: due.length, owed })
    },
  )

export const saldoApi = (deps: SaldoApiDeps) => {
  const named = makeNames(deps)
  const shown = async ({ withdrawal }: Ended): Promise<WithdrawalView> =>
    viewOf(withdrawal, (await named(withdrawal.shop, [withdrawal.customer]))(withdrawal.customer))
  return wallets(deps)
    .route('/', withdrawalList(deps, named))
    .post(
      '/shops/:shop/withdrawals/:id/reveal',
      answers(DestinationView, { summary: 'The full number, for the transfer; each look is written down' }),
      async (c) => c.json(orReject(await deps.revealDestination(ending(c)), REFUSALS).destination),
    )
    .post(
      '/shops/:shop/withdrawals/:id/pay',
      json(v.object({ proof: v.optional(Text) })),
      answers(WithdrawalView, { summary: 'It was transferred by hand; the customer is told' }),
      async (c) => {
        const { proof } = c.req.valid('json')
        const paid = await deps.payWithdrawal({ ...ending(c), ...(proof ? { proof } : {}) })
        return c.json(await shown(orReject(paid, REFUSALS)))
      },
    )
    .post(
      '/shops/:shop/withdrawals/:id/reject',
      json(v.object({ reason: v.pipe(Text, v.minLength(3)) })),
      answers(WithdrawalView, { summary: 'It is refused: the sum is free again, the customer reads why' }),
      async (c) => {
        const { reason } = c.req.valid('json')
        const refused = await deps.rejectWithdrawal({ ...ending(c), reason })
        return c.json(await shown(orReject(refused, REFUSALS)))
      },
    )
}

type Asked = {
  get(name: 'shop'): Shop
  get(name: 'account'): { id: string }
  req: { param(name: 'id'): string }
}
const ending = (c: Asked): Ending => ({
  shop: c.get('shop').id,
  id: c.req.param('id'),
  by: `seller:${c.get('account').id}`,
})
