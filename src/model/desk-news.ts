// News for the seller's own Telegram chat that no order carries, as jobs `notices.desk`: each bound account hears each mark once, and
// what is over by then (a withdrawal paid meanwhile) is not told. News of an order is `notices.seller`, a claimed payment too.
import type { ChatKey, Millis, OrderId, ProviderId, ShopId } from '../lib/brand.ts'
import type { JobDraft } from './job.ts'
import type { SentFile } from './say.ts'

export type DeskTold =
  /** A customer wants saldo paid out (`asked`), is still waiting (`remind:<when>`), or it has ended and the buttons go. */
  | { news: 'withdrawal'; withdrawal: string; mark: string }
  /** The balance of a panel no longer covers what is sold or waits. `mark`: once per what, e.g. the moment it fell. */
  | { news: 'panelBalance'; provider: ProviderId; mark: string }
  /** The customer says, or shows, that a bill of the shop's own QRIS is paid; also to remind of it. */
  | { news: 'claim'; order: OrderId; mark: string }
  /** A customer sent a picture or PDF as proof of payment. */
  | { news: 'proof'; item: string; mark: string }
  /** A customer asks for a person or complains (`new`), says more, is still waiting (`remind:…`), or it has ended and the buttons go. */
  | { news: 'item'; item: string; mark: string }
  /** For the admin: a promise that a seller has not kept. */
  | { news: 'itemLate'; item: string; mark: string }
  /** A customer writes in a chat that a person has, or it was given back and the buttons go. */
  | { news: 'chat'; chat: ChatKey; mark: string }
  /** A picture or a file that came in a chat that a person has, shown as it came. */
  | { news: 'file'; chat: ChatKey; file: string; kind: SentFile['kind']; mark: string }
  /** The seller's words could not be brought: the customer has blocked the bot. */
  | { news: 'unreached'; chat: ChatKey; mark: string }
  /** A refill at the panel has ended, or its answer could not be read. */
  | { news: 'refill'; order: OrderId; mark: string }
  /** Jobs of this shop that were given up: looked up when it runs. */
  | { news: 'failedJobs'; mark: string }

const subjectOf = (shop: ShopId, told: DeskTold): string => {
  switch (told.news) {
    case 'withdrawal':
      return told.withdrawal
    case 'panelBalance':
      return told.provider
    case 'claim':
      return told.order
    case 'proof':
    case 'item':
    case 'itemLate':
      return told.item
    case 'chat':
    case 'file':
    case 'unreached':
      return told.chat
    case 'refill':
      return told.order
    case 'failedJobs':
      return shop
  }
}

/** The job that tells it, once. */
export const deskJob = (shop: ShopId, told: DeskTold, at: Millis): JobDraft => ({
  id: `notices.desk:${subjectOf(shop, told)}:${told.news}:${told.mark}`,
  name: 'notices.desk',
  at,
  payload: { shop, ...told },
})
