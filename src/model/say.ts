// What the shop says, as data: the dialogue and the notices decide *what*, `text/` alone decides the words.
// Every figure in here comes from a row or an order that the server issued.
import type { Millis, OrderId, Rupiah, ServiceId } from '../lib/brand.ts'
import type { Wish } from './dialogue.ts'
import type { OrderState } from './flow.ts'
import type { Order } from './order.ts'
import type { LinkKind, RefusalReason, SellableType } from './service.ts'
import type { About } from './understanding.ts'
import type { Kind, Platform } from './vocabulary.ts'

/** A product as customers see it. `price` is for `priceOf` units (1000, the asked quantity, or 1 package). */
export type ProductLine = {
  mid: number
  service: ServiceId
  name: string
  description?: string
  note?: string
  platform: Platform
  kind: Kind
  linkKind: LinkKind
  type: SellableType
  price: Rupiah
  priceOf: number
  min: number
  max: number
  /** Price of the minimum. */
  minPrice: Rupiah
  guarantee?: { days: number; way: 'button' | 'admin' }
  speedPerDay?: number
}

/** An order as customers see it. */
export type OrderLine = {
  id: OrderId
  number: string
  name: string
  link: string
  quantity: number
  price: Rupiah
  state: OrderState
  at: Millis
  started?: number
  delivered?: number
  remains?: number
  /** Time of the panel's data. */
  asOf?: Millis
}

export type QuantityOffer = { quantity: number; price: Rupiah }

export type Say =
  | { say: 'greet'; shop: string; name?: string; greeting?: string; returning?: OrderLine }
  | {
      say: 'list'
      wish: Wish
      rows: ProductLine[]
      more: boolean
      window?: boolean /** Why it is shown anew. */
      anew?: 'old' | 'changed'
    }
  | { say: 'nothing'; wish: Wish; nearest?: ProductLine[] }
  | { say: 'noMore' }
  | { say: 'categories'; platforms: { platform: Platform; count: number }[] }
  | { say: 'unknownMid'; mid: number }
  | { say: 'chosen'; product: ProductLine }
  | { say: 'askLink'; product: ProductLine; linkKind: LinkKind }
  | {
      say: 'wrongLink'
      product: ProductLine
      linkKind: LinkKind
      why: 'unreadable' | 'wrongPlatform' | 'wrongKind'
      fitting?: ProductLine
    }
  | { say: 'whichLink'; links: string[] }
  | { say: 'blockedTarget' }
  | { say: 'askQuantity'; product: ProductLine; offers: QuantityOffer[] }
  | {
      say: 'quantityOut'
      product: ProductLine
      asked: number
      why: 'min' | 'max' | 'unreadable'
      offers: QuantityOffer[]
    }
  | { say: 'overBill'; product: ProductLine; largest?: QuantityOffer }
  | { say: 'askComments'; product: ProductLine }
  | { say: 'commentsOut'; product: ProductLine; count: number; why: 'min' | 'max' }
  | { say: 'card'; order: Order }
  | { say: 'cardLapsed'; product?: ProductLine }
  | { say: 'confirmWhich' }
  | { say: 'preparing' }
  | { say: 'cancelled' }
  | { say: 'nothingToCancel' }
  | { say: 'tooManyBills'; max: number }
  | { say: 'sameLinkRunning'; number: string }
  | { say: 'product'; rows: ProductLine[]; about: About[]; quantity?: number }
  | { say: 'payHow' }
  | { say: 'general'; answer?: string }
  | { say: 'orderStatus'; order: OrderLine; bill?: { amount: Rupiah; until: Millis; checkedAt: Millis } }
  | { say: 'myOrders'; orders: OrderLine[] }
  | { say: 'noOrders' }
  | { say: 'noSuchOrder' }
  | { say: 'billNotYet'; number: string; at: Millis; id: OrderId }
  | { say: 'bills'; orders: { number: string; amount: Rupiah; until: Millis; id: OrderId }[] }
  | { say: 'noBill' }
  | { say: 'balance'; saldo: Rupiah }
  | { say: 'withdrawByAdmin'; saldo: Rupiah }
  | { say: 'noTopup' }
  | { say: 'claimNoted'; number?: string; item: string }
  | { say: 'complaintNoted'; number?: string; item: string }
  | { say: 'humanCalled'; item: string }
  | { say: 'handoffOn' }
  | { say: 'cannotStop'; number?: string }
  | { say: 'thanks' }
  | { say: 'chitchat'; text?: string }
  | { say: 'refuseAttack' }
  | { say: 'notUnderstood'; asked: string; times: number }
  | { say: 'askLanguage' }
  | { say: 'languageSet' }
  | { say: 'help' }
  | { say: 'terms'; shop: string; version: string; contact?: string }
  | { say: 'privacy'; shop: string; days: number; contact?: string }
  | { say: 'dataDeleted' }
  | { say: 'bound' }
  | { say: 'bindLapsed' }
  | { say: 'voice' }
  | { say: 'photoNoBill' }
  | { say: 'mediaUnread' }
  | { say: 'secretDeleted' }
  | { say: 'groupLine'; username: string }
  | { say: 'shopClosed'; until?: Millis }
  | { say: 'shopTesting' }
  | { say: 'soldOut' }
  | { say: 'blocked' }
  | { say: 'busy' }
  | { say: 'trouble' }

/** News of one order: what `notices/compose.ts` found worth telling, newest state first. */
export type News =
  | { news: 'bill'; order: Order; receiver: string; nmid?: string; picture: Uint8Array }
  | { news: 'billLapsed'; order: Order; picture: Uint8Array }
  | { news: 'billWithdrawn'; order: Order; picture: Uint8Array }
  | { news: 'billReminder'; order: Order }
  | { news: 'billPaid'; order: Order; picture?: Uint8Array }
  | { news: 'billFailed'; order: Order; alarm: boolean }
  | { news: 'paid'; order: Order }
  | { news: 'waiting'; order: Order; why: 'sameLink' | 'funds' | 'price' | 'play'; until: Millis }
  | { news: 'unknown'; order: Order; until: Millis }
  | { news: 'refused'; order: Order; why: RefusalReason | 'other'; until: Millis }
  | { news: 'processing'; order: Order }
  | { news: 'started'; order: Order }
  | { news: 'completed'; order: Order }
  | { news: 'partial'; order: Order; delivered: number; back: Rupiah }
  | { news: 'stopped'; order: Order; back: Rupiah }
  | { news: 'backToSaldo'; order: Order; back: Rupiah }
  | { news: 'lateMoney'; order: Order; amount: Rupiah }
  | { news: 'otherSum'; order: Order; amount: Rupiah }

export type Button = { label: string; payload: string } | { label: string; url: string }

/** A message ready for a channel: Telegram HTML, rows of buttons, a PNG. */
export type Outgoing = { html: string; buttons?: Button[][]; picture?: Uint8Array; silent?: boolean }
