// Job `notices.order`: tells a customer what their order has to say and has not said, one telling after the other, each written down
// before the next. Runs as often as it likes: what was told is not told again.
import type { Millis, Rupiah, ShopId } from '../lib/brand.ts'
import { SECOND } from '../lib/clock.ts'
import type { JobContext, JobResult } from '../model/job.ts'
import type { Bill, Order } from '../model/order.ts'
import { newestBill } from '../model/order.ts'
import type { Store } from '../store/store.ts'
import type { How } from '../text/render.ts'
import { moneyUnderWay } from './beside.ts'
import { newsOf } from './compose.ts'
import { type DeliverDeps, deliver } from './deliver.ts'
import { type BillMark, billPicture } from './picture.ts'
import { reminderJob, reminderOf } from './reminder.ts'
import type { Composing, Telling } from './telling.ts'
import { inTurn } from './turn.ts'

export type TellDeps = DeliverDeps & {
  store: Pick<Store, 'orders' | 'shops' | 'chats' | 'jobs' | 'keys' | 'wallets'>
  /** Instead of the real drawing, which takes long. */
  picture?: Drawing
}

/** More than any order has to say at once; a loop that comes this far has a fault. */
const MOST = 8

/** Somebody else tells this order, or its money has not arrived yet. */
const SOON = 2 * SECOND

export const tellOrder = async (
  deps: TellDeps,
  payload: Record<string, string>,
  { job }: JobContext,
): Promise<JobResult> => {
  const { shop = '', order: id = '' } = payload
  const order = await deps.store.orders.get(shop, id)
  const how = order && (await howFor(deps, order))
  if (!order || !how) return 'done'
  const find = finder(payload, how, deps.picture)
  if (!find(order)) return rest(order, deps.clock.now())
  const told = await inTurn(deps, { order: id, job }, () => tellAll(deps, { shop, id, how, find }))
  return told ?? { again: (deps.clock.now() + SOON) as Millis }
}

const howFor = async (deps: TellDeps, order: Order): Promise<How | null> => {
  const shop = await deps.store.shops.get(order.shop)
  if (!shop) return null
  const chat = await deps.store.chats.get(order.shop, order.chat)
  const { name, voice, timezone, language } = shop.settings
  return { shop: name, voice, timezone, language: chat?.language ?? language, now: deps.clock.now() }
}

/** `saldo`: of whom a deposit belongs to; nobody else's news names it. */
type Find = (order: Order, saldo?: Rupiah) => Telling | null

type Drawing = typeof billPicture

const finder = (
  { mark, attempt = '' }: Record<string, string>,
  how: How,
  drawing: Drawing = billPicture,
): Find => (mark === 'reminder' ? (order) => reminderOf(order, attempt, how.now) : newsFinder(how, drawing))

/** A picture takes the processor for a while: each is drawn once a job, however often the order is looked at. */
const newsFinder = (how: How, drawing: Drawing): Find => {
  const drawn = new Map<string, Uint8Array>()
  const picture: Composing['picture'] = (order, bill, mark) => {
    const key = `${bill.attempt}:${mark ?? 'open'}`
    const made = drawn.get(key) ?? drawing(pictureOf(order, { bill, how, ...(mark ? { mark } : {}) }))
    drawn.set(key, made)
    return made
  }
  return (order, saldo = 0) => newsOf(order, { now: how.now, picture, saldo })
}

const pictureOf = (
  order: Order,
  { bill, how, mark }: { bill: Bill; how: How; mark?: BillMark },
): Parameters<Drawing>[0] => ({
  shop: how.shop,
  qr: bill.qr ?? '',
  amount: bill.amount,
  receiver: bill.merchantName ?? '–',
  ...(bill.nmid ? { nmid: bill.nmid } : {}),
  number: order.number,
  until: bill.expiresAt ?? how.now,
  ...(mark ? { mark } : {}),
  ...(bill.gateway === 'sandbox' ? { practice: true } : {}),
  language: how.language,
  timezone: how.timezone,
})

type Round = { shop: ShopId; id: string; how: How; find: Find }

const tellAll = async (deps: TellDeps, { shop, id, how, find }: Round): Promise<JobResult> => {
  for (let n = 0; n < MOST; n++) {
    const order = await deps.store.orders.get(shop, id)
    if (!order) return 'done'
    const telling = find(order, await saldoOf(deps, order))
    if (!telling) return rest(order, deps.clock.now())
    // Before the bill is shown: a process killed in between must not lose the reminder.
    if (telling.news.news === 'bill') await deps.store.jobs.add(remindersOf(order))
    const delivered = await deliver(deps, order, { telling, how })
    if (delivered !== 'told') return delivered
  }
  return { retry: 'an order that always has something to say' }
}

const saldoOf = async ({ store }: TellDeps, { deposit, shop, customer, quote }: Order): Promise<Rupiah> =>
  deposit ? (await store.wallets.get(shop, customer, quote.money)).balance : 0

const remindersOf = (order: Order) => {
  const bill = newestBill(order)
  return bill?.expiresAt ? [reminderJob(order, bill)] : []
}

/** How long the wallet's side of an order may take before its news is left to the job that ends it. */
const PATIENCE = 10 * 60 * SECOND

const rest = (order: Order, now: Millis): JobResult =>
  moneyUnderWay(order) && now - order.updatedAt < PATIENCE ? { again: (now + SOON) as Millis } : 'done'
