// News for the seller's own Telegram chat that no order carries, as jobs `notices.desk`: each bound account hears each mark once, and
// what is over by then (a withdrawal paid meanwhile) is not told. News of an order is `notices.seller`, a claimed payment too.
import type { Millis, OrderId, ProviderId, ShopId } from '../lib/brand.ts'
import type { JobDraft } from './job.ts'

export type DeskTold =
  /** A customer wants saldo paid out; `remind`: it is due soon and still waits. */
  | { news: 'withdrawal'; withdrawal: string; remind?: true }
  /** The balance of a panel no longer covers what is sold or waits. `mark`: once per what, e.g. the moment it fell. */
  | { news: 'panelBalance'; provider: ProviderId; mark: string }
  /** The customer says, or shows, that a bill of the shop's own QRIS is paid; also to remind of it. */
  | { news: 'claim'; order: OrderId; mark: string }
  /** Jobs of this shop that were given up: looked up when it runs. */
  | { news: 'failedJobs'; mark: string }

const markOf = (told: DeskTold): string => {
  switch (told.news) {
    case 'withdrawal':
      return `${told.withdrawal}:${told.remind ? 'remind' : 'new'}`
    case 'panelBalance':
      return `${told.provider}:${told.mark}`
    case 'claim':
      return `${told.order}:${told.mark}`
    case 'failedJobs':
      return told.mark
  }
}

/** The job that tells it, once. */
export const deskJob = (shop: ShopId, told: DeskTold, at: Millis): JobDraft => {
  const { remind, ...rest } = { remind: undefined, ...told }
  return {
    id: `notices.desk:${shop}:${told.news}:${markOf(told)}`,
    name: 'notices.desk',
    at,
    payload: { shop, ...rest, ...(remind ? { remind: '1' } : {}) },
  }
}
