// What the acts of a dialogue ask of the house: verbs of orders, payments and fulfilment, already bound.

import type { Told } from '../assistant/llm.ts'
import type { Asking } from '../chats/items.ts'
import type { Resolution } from '../fulfilment/resolve.ts'
import type { CustomerId, Millis, OrderId, ServiceId, ShopId } from '../lib/brand.ts'
import type { Outcome } from '../lib/outcome.ts'
import type { Dialogue, Language } from '../model/dialogue.ts'
import type { Order } from '../model/order.ts'
import type { Measured, Say } from '../model/say.ts'
import type { Promised } from '../model/service-hours.ts'
import type { ConfirmRefusal } from '../orders/confirm.ts'
import type { PlaceInput, PlaceRefusal } from '../orders/place.ts'
import type { DepositInput } from '../payments/deposit.ts'
import type { WalletView } from '../payments/wallet.ts'
import type { AskWithdrawal, WithdrawalRefusal } from '../payments/withdrawal.ts'
import type { Item } from '../store/documents.ts'
import type { Store, Withdrawal } from '../store/store.ts'
import type { ShopView } from './goods.ts'
import type { Scene } from './scene.ts'

type Ordered = { shop: ShopId; customer: CustomerId; order: OrderId }

/** A customer's saldo: what is in it, what of it is reserved, what can be paid out. */
export type Purse = Pick<WalletView, 'balance' | 'held' | 'withdrawable'>

/** `small`: asks for nothing. `shown`: numbers in front of the customer; `links`: what they named. */
export type Discussed = {
  text: string
  small?: true
  shown: number[]
  links: string[]
  goods: ShopView['goods']
}

export type ActDeps = {
  store: Pick<Store, 'orders' | 'items' | 'jobs'>
  clock: { now(): Millis }
  place(input: PlaceInput): Promise<Outcome<{ order: Order }, PlaceRefusal>>
  confirm(input: Ordered): Promise<Outcome<{ order: Order; already: boolean }, ConfirmRefusal>>
  withdraw(
    input: Ordered & { reason?: string },
  ): Promise<Outcome<{ order: Order }, 'notFound' | 'paid' | 'over'>>
  check(input: Ordered): Promise<Outcome<{ order: Order; checkedAt: Millis }, 'notFound'>>
  /** The customer says, or shows, that a bill of the seller's own QRIS is paid. */
  claim(
    input: Ordered,
  ): Promise<Outcome<{ order: Order; fresh: boolean }, 'notFound' | 'notManual' | 'decided' | 'over'>>
  choose(input: Ordered & { choice: 'wait' | 'toSaldo' }): Promise<Resolution>
  /** The saldo that this customer shops with now, with its newest entries. */
  purse(scene: Scene): Promise<WalletView>
  /** The saldo that withdrawals are paid from. */
  payable(scene: Scene): Promise<Purse>
  deposit(input: DepositInput): Promise<Outcome<{ order: Order }, 'closed' | 'amount' | 'tooManyBills'>>
  askWithdrawal(input: AskWithdrawal): Promise<Outcome<{ withdrawal: Withdrawal }, WithdrawalRefusal>>
  /** The withdrawal that a cause has made, if any. */
  withdrawalOf(
    shop: ShopId,
    cause: string,
  ): Promise<Pick<Withdrawal, 'state' | 'amount' | 'masked' | 'dueAt'> | null>
  /** A destination waits sealed for the yes to its card. `open`: null where the secret is another now. */
  seal(shop: ShopId, plain: string): string
  open(shop: ShopId, sealed: string): string | null
  /** How long a product takes here; null: not measured often enough. */
  measured(shop: ShopId, service: ServiceId): Promise<Measured | null>
  /** What the seller's own documents say to a question, and the titles of where it stands; null: nothing. */
  answer?(shop: ShopId, question: string): Promise<{ text: string; sources: string[] } | null>
  /** The open item of an order or a chat, with these words in it; null: the shop is gone. */
  openItem(asking: Asking): Promise<{ item: Item; fresh: boolean } | null>
  /** How a promised time is said. */
  promised(shop: ShopId, dueAt: Millis): Promise<Promised | null>
  /** What the language model says to a question, or to a word in passing; null: there is none, or nothing usable. */
  discuss?(scene: Scene, about: Discussed): Promise<Told | null>
  forget(scene: Scene): Promise<void>
  setLanguage(scene: Scene, language: Language): Promise<void>
  bind(scene: Scene, token: string): Promise<boolean>
}

export type Performed = {
  dialogue: Dialogue
  say: Say[]
  language?: Language
  ended?: boolean
  /** A person gets the chat, for this item. */
  handoff?: Item
}
export type Doing = {
  scene: Scene
  dialogue: Dialogue
  shop: ShopView
  /** The shop as it is now: a verb may have found out that it is another. */
  look(): Promise<ShopView>
}
