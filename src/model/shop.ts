// A seller's shop: settings, sealed secrets, key sets, window. A seller has two: practice and live.
import type { AccountId, Millis, Rupiah, ServiceId, ShopId } from '../lib/brand.ts'
import type { Language } from './dialogue.ts'
import type { ServiceHours } from './service-hours.ts'

/** Stands where a shop's id stands on what is the admin's to look at. */
export const PLATFORM = 'platform' as ShopId

export type ShopMode = 'practice' | 'live'
export type Voice = 'akrab' | 'resmi'

export type ShopSettings = {
  name: string
  language: Language
  voice: Voice
  /** Percent on cost, decimal string ("25"); no default: nothing is quoted before it is set. */
  margin?: string
  fee: Rupiah
  leastProfit: Rupiah
  step: Rupiah
  leastBill: Rupiah
  billMinutes: number
  /** Percent of the price that may be lost when the panel's rate rose, 0 by default. */
  lossLimit: number
  chatDays: number
  greeting?: string
  /** Words that the seller adds to the shipped block list. */
  blocked: string[]
  timezone: 'Asia/Jakarta' | 'Asia/Makassar' | 'Asia/Jayapura'
  /** A live shop that the seller has closed, until when if told. */
  closed?: { until?: Millis }
  /** Whether `/hapusdata` etc. are answered by a contact the customer can write to. */
  contact?: string
  aiOff?: boolean
  /** What the language model may be asked a day: tokens and rupiah of the whole shop, questions of one chat. */
  aiDayTokens?: number
  aiDayRupiah?: Rupiah
  aiChatCalls?: number
  /** Whether saldo that was topped up may be paid out too; refunds always may. */
  topupsOut?: boolean
  /** What the gateway keeps, percent as a decimal string. */
  gatewayFee?: string
  /** When people answer customers; `DEFAULTS.hours` where nothing is set. */
  hours?: ServiceHours
  /** No line in Telegram for every paid order. */
  salesMuted?: boolean
}

/** The seller's own static QRIS, decoded and checked: bills are shown with it until a gateway has accepted the seller. */
export type ManualQris = {
  qr: string
  merchantName: string
  nmid?: string
  on: boolean
  at: Millis
  by: string
}

/** Midtrans keys, sealed. A replaced set stays until its last bill is final. */
export type KeySet = {
  id: string
  environment: 'sandbox' | 'production'
  serverKey: string
  clientKey?: string
  merchantId?: string
  /** "…1234" */
  endsIn: string
  at: Millis
}

export type BotMode = 'polling' | 'webhook' | 'beside'

export type ShopBot = {
  /** Telegram's number of the bot; also `key` `bot:<id>` so that one token belongs to one shop. */
  id: number
  username: string
  name: string
  /** Sealed token. */
  token: string
  endsIn: string
  mode: BotMode
  /** Sealed secret of the webhook. */
  secret: string
  /** The webhook URL that Lapak set; any other is not touched without "take over". */
  webhook?: string
  at: Millis
  lastError?: { at: Millis; message: string }
}

export type Shop = {
  id: ShopId
  owner: AccountId
  mode: ShopMode
  v: number
  createdAt: Millis
  settings: ShopSettings
  bot?: ShopBot
  /** Own key sets, newest first; the first is in use. */
  keySets: KeySet[]
  manualQris?: ManualQris
  /** The admin lets this shop give money back through the platform's keys. */
  platformRefunds?: boolean
  /** Telegram users the seller has bound: may order while the shop is testing, and get the seller's news. */
  bound: { user: number; name: string; at: Millis }[]
  /** Window numbers as overrides: mid shown → service, where it differs from the import's number. */
  window: Record<string, ServiceId>
  /** The next free mid, and the block that each import got: a resumed import repeats, never skips. */
  nextMid: number
  midBlocks: Record<string, number>
  /** The version of the tables of facts by which all its services have been read. */
  factTables?: number
  /** Rate of a currency in rupiah, decimal string, with its date. */
  exchange: Record<string, { rate: string; at: Millis; buffer: number }>
  /** The last number given to an item of a customer. */
  tickets?: number
  /** Set after a restore: closed until the seller has looked. */
  restored?: Millis
}

/** What a live shop may do now, derived from its keys and settings; a practice shop is always `practice`. */
export type ShopPhase = 'practice' | 'closed' | 'testing' | 'open'
