// The admin's account of shops on the platform's keys: what each is owed, day by day, and the payouts that were made.
import { Hono } from 'hono'
import * as v from 'valibot'
import type { Outcome } from '../../lib/outcome.ts'
import type { Shop } from '../../model/shop.ts'
import type { PayoutForm, PayoutRefusal } from '../../reports/payout.ts'
import type { PlatformBooks, ShopDays } from '../../reports/platform-books.ts'
import type { Payout } from '../../store/ledger.ts'
import type { Store } from '../../store/store.ts'
import { answers, json } from '../describe.ts'
import type { AppEnv } from '../env.ts'
import { orReject, type RefusalTable, reject } from '../errors.ts'
import { OwedRow, OwedView } from './money-views.ts'

export type OwedApiDeps = {
  store: Pick<Store, 'shops' | 'accounts'>
  books: PlatformBooks
  record(form: PayoutForm): Promise<Outcome<{ payout: Payout }, PayoutRefusal>>
}

export const owedView = ({ id, settings }: Shop, { days, payouts, ...sums }: ShopDays): OwedView => ({
  shop: { id, name: settings.name },
  ...sums,
  days,
  payouts: payouts.map((one) => ({
    id: one.id,
    amount: one.amount,
    day: one.day,
    proof: one.proof,
    at: one.at,
  })),
})

const PayoutBody = v.strictObject({
  /** Made by the page, once for each form. */
  id: v.pipe(v.string(), v.regex(/^[\w-]{16,60}$/, 'is no number of a form')),
  amount: v.pipe(v.number(), v.integer(), v.minValue(-1_000_000_000_000), v.maxValue(1_000_000_000_000)),
  day: v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/, 'Expected a day such as 2026-02-14')),
  proof: v.pipe(v.string(), v.trim(), v.minLength(3), v.maxLength(200)),
  /** It is more than is owed, and was meant so. */
  anyway: v.optional(v.boolean()),
})

const REFUSALS: RefusalTable<PayoutRefusal> = {
  notFound: [404, 'There is no such live shop'],
  amount: [422, 'A whole number of rupiah, not zero'],
  day: [422, 'A day of the calendar, not one to come'],
  aboveOwed: [409, 'This is more than is owed'],
  abovePaidOut: [409, 'More can not be taken back than was paid out'],
  repeated: [409, 'This form was sent before with other facts: load the page again'],
}

const liveShop = async ({ store }: OwedApiDeps, id: string): Promise<Shop> => {
  const shop = await store.shops.get(id)
  return shop?.mode === 'live'
    ? shop
    : reject(404, { code: 'notFound', message: 'There is no such live shop' })
}

/** Shops that have never had a bill on the platform's keys have no account. */
const rowsOf = async ({ store, books }: OwedApiDeps): Promise<OwedRow[]> => {
  const shops = (await store.shops.list()).filter(({ mode }) => mode === 'live')
  const rows = shops.map(async ({ id, owner, settings }) => {
    const email = (await store.accounts.get(owner))?.email ?? '–'
    return { id, name: settings.name, owner: email, ...(await books.inAll(id)) }
  })
  return (await Promise.all(rows)).filter(({ settled, paidOut }) => settled !== 0 || paidOut !== 0)
}

export const owedApi = (deps: OwedApiDeps) =>
  new Hono<AppEnv>()
    .get(
      '/platform/owed',
      answers(v.array(OwedRow), { summary: "What is owed to the shops on the platform's keys" }),
      async (c) => c.json(await rowsOf(deps)),
    )
    .get(
      '/platform/owed/:id',
      answers(OwedView, { summary: 'The account of one shop, by day' }),
      async (c) => {
        const shop = await liveShop(deps, c.req.param('id'))
        return c.json(owedView(shop, await deps.books.days(shop)))
      },
    )
    .post(
      '/platform/owed/:id/payouts',
      answers(OwedView, { summary: 'Records that a shop was paid, or corrects a record' }),
      json(PayoutBody),
      async (c) => {
        const { anyway, ...facts } = c.req.valid('json')
        const shop = await liveShop(deps, c.req.param('id'))
        const by = `admin:${c.get('account').id}`
        const form = { ...facts, shop: shop.id, by, ...(anyway ? { anyway } : {}) }
        orReject(await deps.record(form), REFUSALS)
        return c.json(owedView(shop, await deps.books.days(shop)))
      },
    )
