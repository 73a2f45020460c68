// A shop's day in figures: what the nightly report in the seller's chat and the money page show.
import type { Millis, Rupiah, ShopId } from '../lib/brand.ts'
import type { Clock } from '../lib/clock.ts'
import type { Store } from '../store/store.ts'

export type PanelFigure = {
  name: string
  currency?: string
  /** The panel's last word, decimal string; absent: it has not been asked. */
  balance?: string
  /** Whole days that the balance lasts at the spending of the last seven; absent: nothing was spent, or no balance is known. */
  daysLeft?: number
}

/** Sums in whole rupiah, of the shop's own kind of money (a live shop counts real money only). */
export type Figures = {
  from: Millis
  /** The moment after its end. */
  until: Millis
  /** Orders paid in this time, and what became of orders that ended in it. */
  paid: number
  done: number
  partial: number
  stopped: number
  /** Orders that need a person now: held, waiting, unknown. */
  stuck: number
  /** Prices of what was paid in this time, less what was given back or taken back of it since. */
  turnover: Rupiah
  /** What the panels charged for it; as quoted where they have not said it yet. */
  cost: Rupiah
  gatewayFee: Rupiah
  /** turnover − cost − gatewayFee */
  profit: Rupiah
}

export type Nightly = Figures & {
  shop: ShopId
  /** YYYY-MM-DD in the shop's timezone. */
  day: string
  /** Customers' saldo, as of now. */
  saldoOwed: Rupiah
  /** At the gateway, settled within the last business days (`DEFAULTS.payoutDays`), less its fee, as of now. */
  notYetWithdrawable: Rupiah
  panels: PanelFigure[]
}

export type ReportDeps = {
  store: Pick<Store, 'orders' | 'shops' | 'wallets' | 'providers'>
  clock: Clock
}
