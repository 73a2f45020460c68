// What the shop says, as data: the dialogue and the notices decide *what*, `text/` alone decides the words.
// Every figure in here comes from a row or an order that the server issued.
import type { Millis, OrderId, Rupiah, ServiceId } from '../lib/brand.ts'
import type { Wish } from './dialogue.ts'
import type { OrderState } from './flow.ts'
import type { Order } from './order.ts'
import type { QuickAnswer } from './quick-answer.ts'
import type { LinkKind, RefusalReason, SellableType } from './service.ts'
import type { Promised } from './service-hours.ts'
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
  /** Only in answers; the panel's own claim is never told. */
  measured?: Measured
  /** What a budget buys of it. */
  within?: QuantityOffer
  /** The most that one bill can take, where `price` is above it. */
  most?: QuantityOffer
}

/** How long it took here: the median of so many orders, from sending to the end. */
export type Measured = { ms: Millis; orders: number }

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
  /** A top-up of saldo: nothing is bought. */
  deposit?: true
}

/** Of the seller's own QRIS: nobody but the seller can tell whether it is paid. */
export type OpenBill = { amount: Rupiah; until: Millis }

/** Questions about the shop as such that are the same everywhere. */
export type Topic = 'pay' | 'safe' | 'password' | 'refund' | 'private' | 'real' | 'haggle' | 'link' | 'hours'

export type QuantityOffer = { quantity: number; price: Rupiah }

/** A line of the saldo as its customer sees it; `what` is the entry's own word, told in ours. */
export type SaldoLine = { at: Millis; amount: Rupiah; what: string; number?: string; reason?: string }

export type Say =
  /** `today`: what the returning customer's last order costs now; absent: it can't be had as it was. */
  | { say: 'greet'; shop: string; name?: string; greeting?: string; returning?: OrderLine; today?: Rupiah }
  | {
      say: 'list'
      wish: Wish
      rows: ProductLine[]
      more: boolean
      window?: boolean /** Why it is shown anew. */
      anew?: 'old' | 'changed' | 'link'
    }
  | { say: 'nothing'; wish: Wish; nearest?: ProductLine[] }
  | { say: 'noMore' }
  | { say: 'categories'; platforms: { platform: Platform; count: number }[] }
  | { say: 'unknownMid'; mid: number }
  | { say: 'chosen'; product: ProductLine }
  /** `quantity`: heard already. `again`: asked before, so without the rules. */
  | { say: 'askLink'; product: ProductLine; linkKind: LinkKind; quantity?: number; again?: true }
  | {
      say: 'wrongLink'
      product: ProductLine
      linkKind: LinkKind
      why: 'unreadable' | 'wrongPlatform' | 'wrongKind'
      /** Named where it leads to another site: it may have been given long before. */
      link?: string
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
  /** After another answer: the card above still waits for its yes. */
  | { say: 'cardStands' }
  /** The card that follows is an earlier order at today's price. */
  | { say: 'asBefore'; number: string; was: Rupiah; now: Rupiah }
  /** What was heard is unsure: asked, never taken. */
  | { say: 'meant'; product?: ProductLine; quantity?: QuantityOffer }
  /** The bill is cancelled because something of it is changed; what is new follows. */
  | { say: 'billReplaced'; number: string }
  | { say: 'cardLapsed'; product?: ProductLine }
  | { say: 'confirmWhich' }
  /** `saldo`: it pays all, so no QRIS follows. */
  | { say: 'preparing'; saldo?: true }
  /** `saldo`: what was stopped is about saldo, of which nothing was moved. */
  | { say: 'cancelled'; saldo?: true }
  | { say: 'nothingToCancel' }
  | { say: 'tooManyBills'; max: number }
  | { say: 'repeatAsk'; number: string; order: OrderId }
  /** The yes came to an offer that no longer holds; what holds now follows. */
  | { say: 'changed'; why: 'price' | 'limits' }
  /** `others`: a list of what else there is follows. */
  | { say: 'productOut'; name: string; others: boolean }
  /** `quantity`: what was asked for; where that is out of a product's limits its row is priced for the nearest that is allowed.
   *  `chosen`: the product of the order under way, whose own question follows. */
  | {
      say: 'product'
      rows: ProductLine[]
      about: About[]
      quantity?: number
      budget?: Rupiah
      chosen?: ServiceId
    }
  | { say: 'payHow' }
  /** What every shop here answers, where neither the seller's documents nor a model do. */
  | { say: 'topic'; topic: Topic }
  /** `sources`: titles of the documents that the answer is from; shown to the seller in the preview, never to a customer.
   *  `quoted`: the seller's own writing, word for word. */
  | { say: 'general'; answer?: string; quoted?: true; sources?: string[] }
  /** Where prices stand. */
  | { say: 'priceHow' }
  /** The seller has answered what the shop could not: told to who asked, as a letter. */
  | { say: 'questionAnswered'; question: string; answer: string }
  /** `usual`: how long such an order takes here. */
  | { say: 'orderStatus'; order: OrderLine; bill?: OpenBill; usual?: Measured }
  | { say: 'myOrders'; orders: OrderLine[] }
  | { say: 'noOrders' }
  | { say: 'noSuchOrder' }
  /** `due`: what is to be paid until when. */
  | { say: 'billNotYet'; number: string; at: Millis; id: OrderId; due?: { amount: Rupiah; until: Millis } }
  | { say: 'bills'; orders: { number: string; amount: Rupiah; until: Millis; id: OrderId }[] }
  | { say: 'noBill' }
  /** `held`: reserved for open bills and withdrawals. Entries newest first, at most ten. */
  | { say: 'balance'; saldo: Rupiah; held: Rupiah; withdrawable: Rupiah; entries: SaldoLine[] }
  | { say: 'askTopup'; offers: Rupiah[]; min: Rupiah; max: Rupiah }
  | { say: 'topupOut'; offers: Rupiah[]; min: Rupiah; max: Rupiah }
  | { say: 'preparingTopup'; amount: Rupiah }
  | { say: 'askWithdrawAmount'; withdrawable: Rupiah; min: Rupiah }
  | { say: 'withdrawOut'; withdrawable: Rupiah; min: Rupiah }
  | { say: 'askDestination'; amount: Rupiah }
  | { say: 'destinationUnread'; amount: Rupiah }
  /** The only thing a yes to a withdrawal can mean; `card` is the withdrawal's id. */
  | { say: 'withdrawCard'; card: string; amount: Rupiah; masked: string }
  | { say: 'withdrawCardLapsed' }
  | { say: 'withdrawn'; amount: Rupiah; masked: string; dueAt: Millis }
  /** `topup`: all of it was topped up, and this shop pays only refunds out. `least`: less than can be sent. `play`: what there is
   *  is no real money. */
  | {
      say: 'nothingToWithdraw'
      why: 'empty' | 'held' | 'topup' | 'least' | 'play'
      saldo: Rupiah
      withdrawable: Rupiah
      min: Rupiah
    }
  | { say: 'tooManyWithdrawals'; max: number }
  /** A bill of the seller's own QRIS: only the seller can say that it was paid. */
  | { say: 'claimPassed'; number: string; picture: boolean }
  /** `picture`: sent as a proof; else there is only the customer's word. */
  | { say: 'claimNoted'; number?: string; item: string; picture: boolean }
  /** `item`: its number, "T-0042"; `promised`: absent where the answer is no longer owed. `again`: noted before, this is added to it. */
  | {
      say: 'complaintNoted'
      number?: string
      item: string
      promised?: Promised
      again?: boolean
      refill?: boolean
    }
  | { say: 'humanCalled'; item: string; promised?: Promised; again?: boolean }
  /** A person has the chat; `promised` while they have not answered. */
  | { say: 'handoffOn'; item?: string; promised?: Promised }
  /** The promised time has passed: said with a new one. */
  | { say: 'promiseLate'; item: string; promised: Promised }
  /** The bot has the chat again; `item`: what it stands for is still to be answered. */
  | { say: 'botBack'; item?: string; promised?: Promised }
  /** The seller's own words. */
  | { say: 'fromSeller'; text: string }
  /** One of the seller's one-tap answers. */
  | { say: 'itemAnswered'; item: string; pick: QuickAnswer; number?: string }
  | { say: 'refillEnded'; number: string; done: boolean }
  | { say: 'cannotStop'; number?: string }
  | { say: 'thanks' }
  /** `open`: the question that is open follows. Where none does: `pick`, a number of the list that is shown; `bill`, one that waits to be paid. */
  | { say: 'chitchat'; text?: string; open?: true; pick?: number; bill?: string }
  | { say: 'refuseAttack' }
  /** `mid`: a number that could be said. */
  | { say: 'notUnderstood'; asked: string; times: number; mid?: number }
  | { say: 'askLanguage' }
  | { say: 'languageSet' }
  | { say: 'help' }
  /** Invites a question: with examples of the list's own numbers. */
  | { say: 'askAway'; mids: number[] }
  | { say: 'terms'; shop: string; version: string; contact?: string }
  | { say: 'privacy'; shop: string; days: number; contact?: string }
  | { say: 'dataDeleted' }
  | { say: 'bound' }
  | { say: 'bindLapsed' }
  | { say: 'voice' }
  /** `link`: sent where a link is waited for. */
  | { say: 'photoNoBill'; link?: true }
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
  /** `seller`: the customer chose to wait after a refusal. */
  | { news: 'waiting'; order: Order; why: 'sameLink' | 'funds' | 'price' | 'play' | 'seller'; until: Millis }
  /** `until`: when there is word again, whatever it is; absent: as soon as there is an answer. `still`: not the first word of it. */
  | { news: 'unknown'; order: Order; still: boolean; until?: Millis }
  | { news: 'refused'; order: Order; why: RefusalReason | 'other'; until: Millis }
  | { news: 'processing'; order: Order }
  | { news: 'started'; order: Order }
  /** Nothing has moved since then; the seller has it to look at. */
  | { news: 'stalled'; order: Order; since: Millis }
  | { news: 'completed'; order: Order }
  | { news: 'partial'; order: Order; delivered: number; back: Rupiah }
  | { news: 'stopped'; order: Order; back: Rupiah }
  | { news: 'backToSaldo'; order: Order; back: Rupiah }
  | { news: 'lateMoney'; order: Order; amount: Rupiah }
  | { news: 'otherSum'; order: Order; amount: Rupiah }
  | { news: 'otherCurrency'; order: Order }
  /** Money that goes, or went, back another way than to saldo. */
  | { news: 'sentBack'; order: Order; amount: Rupiah; to: 'gateway' | 'hand'; arrived: boolean }
  | { news: 'deposited'; order: Order; amount: Rupiah; saldo: Rupiah }
  /** The seller looked for a claimed payment and has not seen it so far. */
  | { news: 'claimNotYet'; order: Order; at: Millis }

/** News of a withdrawal (job `notices.withdrawal`, payload `{ shop, withdrawal, mark }`): told once a mark, `Withdrawal.seen['told:<mark>']`. */
export type WithdrawalNews =
  | { news: 'withdrawalPaid'; amount: Rupiah; masked: string }
  | { news: 'withdrawalRejected'; amount: Rupiah; masked: string; reason: string; saldo: Rupiah }

export type Button = { label: string; payload: string } | { label: string; url: string }

/** A picture or PDF that came to a bot, as that bot knows it. */
export type SentFile = { id: string; kind: 'photo' | 'document' }

/** A message ready for a channel: Telegram HTML, rows of buttons, a PNG; or a file that the same bot was sent, shown as it came. */
export type Outgoing = {
  html: string
  buttons?: Button[][]
  picture?: Uint8Array
  file?: SentFile
  silent?: boolean
  /** What the words were taken from, for the seller who tries the bot in the preview; no other channel shows it. */
  sources?: string[]
  /** Not for the transcript, nor for any other store: a bank's number, shown to the seller who pays. */
  offRecord?: boolean
  /** A letter: whose words it is in the transcript, and which. */
  letter?: { id: string; from: 'seller' | 'bot' }
}
