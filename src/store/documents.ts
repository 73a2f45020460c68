// The documents that have no page of their own in model/: what the store keeps for accounts, chats, imports and jobs.
import type {
  AccountId,
  ChatKey,
  CustomerId,
  Millis,
  ProviderId,
  Rupiah,
  ServiceId,
  ShopId,
} from '../lib/brand.ts'
import type { Dialogue, Language } from '../model/dialogue.ts'
import type { JobDraft, JobName } from '../model/flow.ts'
import type { Outgoing } from '../model/say.ts'
import type { ProviderService } from '../model/service.ts'
import type { KeySet } from '../model/shop.ts'

import type { Handoff, Letter } from './calls.ts'
import type { Noun } from './dump.ts'

export type { Handoff, Item, Letter } from './calls.ts'

export type Role = 'admin' | 'seller'

export type Account = {
  id: AccountId
  email: string
  /** argon2id; absent until an invitation is taken up. */
  password?: string
  role: Role
  createdAt: Millis
  disabled?: boolean
  /** Sessions issued before this moment are void ("logout everywhere"). */
  sessionsFrom: Millis
  language: Language
  v: number
}

export type Session = { id: string; account: AccountId; createdAt: Millis; expiresAt: Millis; csrf: string }

/** A one-time link: first run, invitation, password reset, binding of a Telegram account. Only the token's hash is kept. */
export type OneTimeLink = {
  id: string
  purpose: 'firstRun' | 'invite' | 'reset' | 'bind'
  expiresAt?: Millis
  account?: AccountId
  shop?: ShopId
  role?: Role
  email?: string
}

export type ProviderDoc = {
  id: ProviderId
  shop: ShopId
  name: string
  driver: 'smm-v2' | 'sandbox'
  endpoint: string
  /** Sealed. */
  key: string
  endsIn: string
  disabled?: boolean
  currency?: string
  /** Said by the seller: the panel's own word on its currency is not believed. */
  currencyFixed?: boolean
  /** `currency` as the panel told it, where it did. */
  balance?: { amount: string; at: Millis; currency?: string }
  /** Last good catalogue: when, and how many rows. */
  catalogue?: { at: Millis; rows: number }
  lastFault?: { at: Millis; message: string }
  createdAt: Millis
  v: number
}

export type Customer = {
  id: CustomerId
  shop: ShopId
  /** Channel and person: `telegram:<user id>` or `preview:<session>`. */
  person: string
  name: string
  username?: string
  language?: Language
  createdAt: Millis
  seenAt: Millis
  blocked?: boolean
  /** Terms version agreed to with the first order. */
  terms?: { version: string; at: Millis }
  v: number
}

export type Chat = {
  key: ChatKey
  shop: ShopId
  customer: CustomerId
  dialogue: Dialogue
  language?: Language
  /** The inbox's number of the last update answered; a step is written only if its update is newer. */
  lastUpdate: number
  /** What was answered to it: said again when a killed process left the answer unsent. */
  lastReplies?: Outgoing[]
  /** So many of them went out before a fault; the rest is still to be said. */
  said?: { n: number; replies: number }
  handoff?: Handoff
  /** What is to be said to the customer beside the dialogue, oldest first; each goes once it was brought. */
  letters?: Letter[]
  /** Ids of the last letters: the same one written again is not said again. */
  written?: string[]
  outbox?: JobDraft[]
  /** What the seller's console has asked for in this chat: the next message is the answer. */
  desk?: { ask: 'panelId' | 'sum' | 'reason' | 'until' | 'reply'; payload: string; at: Millis }
  createdAt: Millis
  seenAt: Millis
  v: number
}

/** One line of a chat's transcript; for a preview chat it is also what the browser shows. */
export type ChatMessage = {
  chat: ChatKey
  shop: ShopId
  /** Rising per chat. */
  id: number
  from: 'customer' | 'bot' | 'seller'
  text: string
  /** Rows of buttons: label and payload or URL. */
  buttons?: { label: string; payload?: string; url?: string }[][]
  /** PNG, base64; preview only. */
  picture?: string
  /** Titles of the documents that an answer is from; preview only. */
  sources?: string[]
  /** The letter that it was: brought once. */
  letter?: string
  /** It did not reach the customer. */
  unsent?: boolean
  at: Millis
  editedAt?: Millis
  deleted?: boolean
}

/** An update as it arrived. `n` is given by the inbox and rises per chat; Telegram's own ids jump. */
export type InboxUpdate = {
  bot: string
  updateId: number
  chat: ChatKey
  n: number
  at: Millis
  body: string
  tries: number
}

export type GatewayNotice = {
  /** (reference, state, code) or a hash of the raw body: the same notice twice is one row. */
  id: string
  attempt: string
  at: Millis
  raw: string
}

export type Job = JobDraft & {
  state: 'ready' | 'leased' | 'done' | 'dead'
  /** Claims so far, also those whose worker died. */
  attempts: number
  /** Fencing number: a holder of an older one finishes nothing. */
  token: number
  error?: string
  createdAt: Millis
}

export type ImportRow = {
  row: number
  change: 'new' | 'changed' | 'same' | 'vanished' | 'invalid'
  service_id_api?: string
  name?: string
  /** What changed, in words for the seller; why invalid. */
  reasons?: string[]
  service?: ProviderService
}

export type ImportDoc = {
  id: string
  shop: ShopId
  provider: ProviderId
  state: 'reading' | 'planned' | 'applying' | 'done' | 'failed' | 'dropped'
  by: string
  createdAt: Millis
  finishedAt?: Millis
  counts: { new: number; changed: number; same: number; vanished: number; invalid: number; total: number }
  /** Lots of rows stored beside it, and how many of them are applied. */
  lots: number
  applied: number
  /** An answer that is empty or under half of the last: nothing is switched off. */
  short?: boolean
  fault?: string
  v: number
}

/** A document of the knowledge base without its text, which may be more than a million characters. */
export type KnowledgeHead = {
  id: string
  shop: ShopId
  title: string
  /** How it came: typed, a file, fetched from a link, or the answer to what a customer asked. */
  kind: 'text' | 'file' | 'link' | 'answer'
  format: 'text' | 'markdown' | 'html' | 'pdf' | 'docx'
  /** Characters of the text. */
  length: number
  pages?: number
  /** The file as it came: its name and size. */
  file?: { name: string; bytes: number }
  /** Where it is fetched from, and when that last went well; `fault`: a later try that did not, the text is still the old one. */
  link?: { url: string; fetchedAt: Millis; fault?: { code: string; at: Millis } }
  at: Millis
  v: number
}
export type KnowledgeDoc = KnowledgeHead & { text: string }

/** `from`: of which database; `beat`: its count at that time. `noun` and `after`: where to go on. */
export type Arriving = {
  by: 'migrate' | 'restore'
  from: string
  beat?: number
  since: Millis
  noun?: Noun
  after?: string
}

/** The platform's own settings: one document. */
export type Platform = {
  keySets: KeySet[]
  openai?: { key: string; endsIn: string; baseUrl?: string; model: string; at: Millis }
  /** Rupiah for a million tokens of the model, as its owner says; without it tokens are counted, not money. */
  modelPrices?: { in: Rupiah; out: Rupiah }
  blocked: string[]
  /** What the gateway keeps of payments on the platform's keys, percent as a decimal string. */
  gatewayFee?: string
  canary?: string
  /** This database is a copy, made then: who finds it in a place where the shop runs has put it back (`reports/restored.ts`). */
  copied?: Millis
  /** Rises while the shop runs, and is written beside the database too: an older one has been put back from a copy. `was`: its names
   *  of before; it gets a new one when a copy was put back. */
  beat?: { database: string; n: number; was?: string[] }
  /** By data folder, the last count of whoever runs with it; `up`: running, or killed. */
  hearts?: Record<string, { n: number; up?: true }>
  /** What is here is being brought from elsewhere and is not complete: no shop starts on it (`store/bring.ts`). */
  arriving?: Arriving
  v: number
}

export type ServiceFilter = {
  onSale?: boolean
  provider?: ProviderId
  platform?: string
  kind?: string
  text?: string
  vanished?: boolean
  /** Rows after this mid; pages by mid. */
  after?: number
  limit?: number
  ids?: ServiceId[]
}

export type OrderFilter = {
  states?: string[]
  text?: string
  customer?: CustomerId
  /** Rows older than this moment; pages by creation, newest first. */
  before?: Millis
  limit?: number
  /** Only orders with a due refund or stray money. */
  due?: boolean
  /** Only orders that need a person at that moment (model/attention), longest first. */
  needs?: Millis
  provider?: ProviderId
  /** Only orders with a bill on the platform's keys. */
  platform?: true
  /** Deposits instead of orders; `all` for both. */
  deposits?: true | 'all'
  /** Changed at or after this moment, oldest change first, for reports; `before` then means changed before. */
  changedSince?: Millis
}

export type { JobDraft, JobName }
