// A shop's day in figures: what the nightly report in the seller's chat and the money page show.
import type { Millis, Rupiah, ShopId } from '../lib/brand.ts'
import { type Clock, DAY } from '../lib/clock.ts'
import { decimal, parseDecimal } from '../lib/money.ts'
import { DEFAULTS } from '../model/defaults.ts'
import { acceptedSubmission, type Order } from '../model/order.ts'
import type { Shop } from '../model/shop.ts'
import type { ProviderDoc } from '../store/documents.ts'
import type { Store } from '../store/store.ts'
import { businessDaysAfter, type Day, dayNumber, dayOf, startOf, startOfToday } from './day.ts'
import { byGateway, type Figures, feePercent, figures, moneyOf, type Span, spentOf } from './figures.ts'
import { gatewayLines } from './gateway-lines.ts'
import { ordersSince } from './orders-since.ts'

export type { Figures } from './figures.ts'

export type PanelFigure = {
  name: string
  currency?: string
  /** The panel's last word, decimal string; absent: it has not been asked. */
  balance?: string
  /** Whole days that the balance lasts at the spending of the last seven; absent: nothing was spent, or no balance is known. */
  daysLeft?: number
}

/** How the shop stands at this moment. */
export type Standing = {
  /** Orders that need a person now: held, waiting, unknown, money that nobody has placed. */
  stuck: number
  /** Customers' saldo. */
  saldoOwed: Rupiah
  /** At the gateway, settled within the last business days (`DEFAULTS.payoutDays`), less its fee and what it gave back. */
  notYetWithdrawable: Rupiah
  panels: PanelFigure[]
}

export type Nightly = Figures & Standing & { shop: ShopId /** In the shop's timezone. */; day: Day }

export type ReportDeps = {
  store: Pick<Store, 'orders' | 'shops' | 'wallets' | 'providers'>
  clock: Clock
}

/** One day of the shop, today unless told; null: no such shop, or no such day. */
export const nightly = async (deps: ReportDeps, id: ShopId, day?: Day): Promise<Nightly | null> => {
  const shop = await deps.store.shops.get(id)
  if (!shop) return null
  const { timezone } = shop.settings
  const from = day === undefined ? startOfToday(deps.clock.now(), timezone) : startOf(day, timezone)
  if (from === null) return null
  const span: Span = { from, until: (from + DAY) as Millis }
  const changed = await ordersSince(deps.store, {
    shop: id,
    since: Math.min(from, recently(deps.clock)) as Millis,
  })
  return {
    shop: id,
    day: dayOf(from, timezone),
    ...figures(shop, changed, span),
    ...(await standing(deps, shop, changed)),
  }
}

/** Today, and the last seven and thirty days with it. */
export type MoneyPage = Standing & { today: Figures; week: Figures; month: Figures }

export const moneyPage = async (deps: ReportDeps, shop: Shop): Promise<MoneyPage> => {
  const now = deps.clock.now()
  const today = startOfToday(now, shop.settings.timezone)
  const daysBack = (days: number): Millis => (today - (days - 1) * DAY) as Millis
  const changed = await ordersSince(deps.store, { shop: shop.id, since: daysBack(30) })
  const since = (from: Millis) => figures(shop, changed, { from, until: (now + 1) as Millis })
  return {
    today: since(today),
    week: since(daysBack(7)),
    month: since(daysBack(30)),
    ...(await standing(deps, shop, changed)),
  }
}

/** Far enough back for a week's spending and for all that a gateway has not paid out. */
const RECENT = 12 * DAY
const recently = ({ now }: Clock): Millis => (now() - RECENT) as Millis

const standing = async (deps: ReportDeps, shop: Shop, changed: Order[]): Promise<Standing> => {
  const now = deps.clock.now()
  const { orders, wallets, providers } = deps.store
  const [stuck, saldoOwed, panels] = await Promise.all([
    orders.needing(shop.id, now),
    wallets.owed(shop.id, moneyOf(shop)),
    providers.list(shop.id),
  ])
  return {
    stuck,
    saldoOwed,
    notYetWithdrawable: notYetWithdrawable(shop, changed, now),
    panels: panels.filter(({ disabled }) => !disabled).map((panel) => panelFigure(panel, changed, now)),
  }
}

export const notYetWithdrawable = (shop: Shop, changed: Order[], now: Millis): Rupiah => {
  const { timezone } = shop.settings
  const today = dayNumber(now, timezone)
  const waits = (paidAt: Millis) =>
    businessDaysAfter(dayNumber(paidAt, timezone), DEFAULTS.payoutDays) > today
  const lines = changed
    .filter(({ quote }) => quote.money === moneyOf(shop))
    .flatMap((order) => gatewayLines(order, feePercent(shop), byGateway))
    .filter(({ paidAt }) => waits(paidAt))
  return lines.reduce((sum, { kind, amount }) => sum + (kind === 'settled' ? amount : -amount), 0)
}

const WEEK = 7

/** Money for it left the panel's balance within the last seven days. */
const boughtAt = ({ id }: ProviderDoc, order: Order, since: Millis): boolean => {
  const taken = acceptedSubmission(order)
  return taken !== undefined && taken.provider === id && (taken.endedAt ?? taken.startedAt) >= since
}

const panelFigure = (panel: ProviderDoc, changed: Order[], now: Millis): PanelFigure => {
  const { name, currency, balance } = panel
  const since = (now - WEEK * DAY) as Millis
  const spent = changed
    .filter((order) => boughtAt(panel, order, since))
    .reduce((sum, order) => sum.plus(spentOf(order)), decimal(0))
  const left = balance && parseDecimal(balance.amount)
  return {
    name,
    ...(currency ? { currency } : {}),
    ...(balance ? { balance: balance.amount } : {}),
    ...(left && spent.gt(0)
      ? { daysLeft: Math.max(0, Math.floor(left.times(WEEK).div(spent).toNumber())) }
      : {}),
  }
}
