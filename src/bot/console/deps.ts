// What the seller's console asks of the house, and what an act of it answers.

import type { Writing } from '../../chats/handoff.ts'
import type { CloseRefusal, Closing } from '../../chats/items-close.ts'
import type { RefillRefusal } from '../../fulfilment/refill.ts'
import type { ChatKey, Millis, OrderId, ProviderId, Rupiah, ServiceId, ShopId } from '../../lib/brand.ts'
import type { Outcome } from '../../lib/outcome.ts'
import type { DeskAction } from '../../model/desk-action.ts'
import type { Destination } from '../../model/destination.ts'
import type { By, Order } from '../../model/order.ts'
import type { Outgoing } from '../../model/say.ts'
import type { Shop, ShopPhase } from '../../model/shop.ts'
import type { CardDeps } from '../../notices/cards.ts'
import type { Chat, Item } from '../../store/documents.ts'
import type { Store, Withdrawal } from '../../store/store.ts'
import type { OtherRow, ReportFigures } from '../../text/desk.ts'

export type Which = { shop: ShopId; order: OrderId; by: By; reason?: string }
export type Decided = Promise<Outcome<{ order: Order }>>
export type SellerSays = 'received' | 'notYet' | { sum: Rupiah }

/** The decisions on an order that are the seller's alone; the dashboard calls the same. */
export type OrderVerbs = {
  approve(which: Which): Decided
  giveBack(which: Which): Decided
  taken(which: Which & { panelId: string }): Decided
  sendAgain(which: Which): Decided
  notTakenGiveBack(which: Which): Decided
  otherService(which: Which & { service: ServiceId }): Decided
  sellerWord(which: Which & { attempt: string; says: SellerSays }): Decided
}

type OnWithdrawal = { shop: ShopId; id: string; by: string }
type Ended = Promise<Outcome<{ withdrawal: Withdrawal; already: boolean }>>

export type PayoutVerbs = {
  pay(which: OnWithdrawal): Ended
  reject(which: OnWithdrawal & { reason: string }): Ended
  reveal(which: OnWithdrawal): Promise<Outcome<{ destination: Destination }>>
}

type Told = { shop: ShopId; by: By }

/** Customers who ask for a person; the dashboard calls the same. */
export type CallVerbs = {
  /** With `refill` picked, the panel is asked for it first, where it takes refills by API. */
  close(closing: Closing): Promise<Outcome<{ item: Item; already: boolean }, CloseRefusal | RefillRefusal>>
  write(writing: Writing): Promise<Outcome<{ chat: Chat }, 'notFound' | 'text' | 'lettersWaiting'>>
  handBack(
    which: Told & { chat: ChatKey; text?: string },
  ): Promise<Outcome<{ chat: Chat; already: boolean }, 'notFound' | 'needsMessage' | 'text'>>
}

export type DeskDeps = CardDeps & {
  calls: CallVerbs
  store: Pick<
    Store,
    | 'shops'
    | 'accounts'
    | 'chats'
    | 'customers'
    | 'messages'
    | 'orders'
    | 'withdrawals'
    | 'items'
    | 'jobs'
    | 'providers'
    | 'keys'
  >
  orders: OrderVerbs
  payouts: PayoutVerbs
  /** What the next sending would cost by the catalogue as it is stored; null: not to be had. */
  costNow(order: Order): Promise<Rupiah | null>
  /** What may be sent instead, cheapest first. */
  others(shop: Shop, order: Order): Promise<OtherRow[]>
  /** Today so far. */
  report(shop: Shop): Promise<ReportFigures | null>
  /** The panel's balance does not cover what is sold, or waits, there. */
  isLow(shop: ShopId, provider: ProviderId): Promise<boolean>
  phaseOf(shop: Shop): Promise<ShopPhase>
  /** A line of the audit for what no order's history tells. */
  note(act: {
    /** The act's own number: a repeat of it is one line. */
    id?: string
    shop: ShopId
    by: By
    what: string
    about?: string
    data?: Record<string, string>
  }): Promise<void>
}

/** One bound account in its chat. */
export type Seat = {
  shop: Shop
  user: number
  chat: Chat
  by: By
  now: Millis
  /** Number of the update. */
  n: number
  /** The message whose button was pressed. */
  pressed?: number
}

export type Question = NonNullable<Chat['desk']>['ask']

export type Answered = {
  replies?: Outgoing[]
  /** What the pressed message becomes. */
  edit?: Outgoing
  /** Said once, however often it is pressed. */
  once?: boolean
  /** What the next message answers. */
  ask?: { ask: Question; about: DeskAction }
  /** The question that was open stays so. */
  stay?: boolean
}
