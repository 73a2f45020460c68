// What the API answers about a shop, as valibot schemas: checked in tests, described in openapi.json, and the dashboard's types.
// Times are milliseconds since 1970, money is whole rupiah. No secret is ever in a view: only the last characters of it.
import * as v from 'valibot'
import { hours } from './hours.ts'
import { OrderRow } from './order-views.ts'
import { SERVICE_FACTS } from './service-facts.ts'

const Time = v.number()
const Money = v.number()

export const KeySetView = v.object({
  id: v.string(),
  environment: v.picklist(['sandbox', 'production']),
  endsIn: v.string(),
  merchantId: v.optional(v.string()),
  at: Time,
})
export type KeySetView = v.InferOutput<typeof KeySetView>

export const BotView = v.object({
  id: v.number(),
  username: v.string(),
  name: v.string(),
  endsIn: v.string(),
  mode: v.picklist(['polling', 'webhook', 'beside']),
  webhook: v.optional(v.string()),
  lastError: v.optional(v.object({ at: Time, message: v.string() })),
})
export type BotView = v.InferOutput<typeof BotView>

/** `forward`: beside another program, where that sends the bot's updates to (below this installation's address) and the secret that it
 *  sends with them: told once, never read back. */
export const BotTaken = v.object({
  ...BotView.entries,
  forward: v.optional(v.object({ path: v.string(), secret: v.string() })),
})
export type BotTaken = v.InferOutput<typeof BotTaken>

export const ProviderView = v.object({
  id: v.string(),
  name: v.string(),
  driver: v.picklist(['smm-v2', 'sandbox']),
  endpoint: v.string(),
  endsIn: v.string(),
  disabled: v.boolean(),
  currency: v.optional(v.string()),
  balance: v.optional(v.object({ amount: v.string(), at: Time })),
  catalogue: v.optional(v.object({ at: Time, rows: v.number() })),
  lastFault: v.optional(v.object({ at: Time, message: v.string() })),
})
export type ProviderView = v.InferOutput<typeof ProviderView>

/** What its panel account is at: read from its lane, and from the orders that wait for it. */
export const ProviderStand = v.object({
  ...ProviderView.entries,
  /** The balance did not cover an order of that cost, in the panel's currency. */
  low: v.optional(v.object({ at: Time, need: v.string() })),
  /** The panel has not told its balance since then. */
  silentSince: v.optional(Time),
  /** The outcome of a sending is open: nothing goes out before the balance after it was read. */
  doubtSince: v.optional(Time),
  /** Orders that wait for its balance: how many, what they cost in rupiah, the nearest deadline. */
  queue: v.object({ orders: v.number(), cost: Money, until: v.optional(Time) }),
  /** Services on sale whose least quantity the balance does not cover. */
  uncovered: v.number(),
})
export type ProviderStand = v.InferOutput<typeof ProviderStand>

const Answer = v.object({ ok: v.boolean(), text: v.string(), raw: v.string(), count: v.optional(v.number()) })
/** `whitelist`: the server's own address, when the panel refuses it. */
export const ConnectionView = v.object({
  balance: Answer,
  services: Answer,
  whitelist: v.optional(v.string()),
})
export type ConnectionView = v.InferOutput<typeof ConnectionView>

export const ImportView = v.object({
  id: v.string(),
  provider: v.string(),
  state: v.picklist(['reading', 'planned', 'applying', 'done', 'failed', 'dropped']),
  counts: v.object({
    new: v.number(),
    changed: v.number(),
    same: v.number(),
    vanished: v.number(),
    invalid: v.number(),
    total: v.number(),
  }),
  lots: v.number(),
  applied: v.number(),
  short: v.optional(v.boolean()),
  fault: v.optional(v.string()),
  createdAt: Time,
  finishedAt: v.optional(Time),
})
export type ImportView = v.InferOutput<typeof ImportView>

export const ImportRowView = v.object({
  row: v.number(),
  change: v.picklist(['new', 'changed', 'same', 'vanished', 'invalid']),
  service_id_api: v.optional(v.string()),
  name: v.optional(v.string()),
  category: v.optional(v.string()),
  rate: v.optional(v.string()),
  min: v.optional(v.number()),
  max: v.optional(v.number()),
  reasons: v.optional(v.array(v.string())),
})
export type ImportRowView = v.InferOutput<typeof ImportRowView>

/** A service. `mid` is the number shown today (window overrides applied); the field names of the panel's row are the owner's. */
export const ServiceRow = v.object({
  id: v.string(),
  mid: v.number(),
  service_id_api: v.string(),
  name: v.string(),
  description: v.string(),
  category: v.string(),
  rate: v.string(),
  min: v.number(),
  max: v.number(),
  type: v.string(),
  provider: v.string(),
  madeName: v.string(),
  displayName: v.optional(v.string()),
  displayDescription: v.optional(v.string()),
  displayNote: v.optional(v.string()),
  platform: v.string(),
  kind: v.string(),
  country: v.optional(v.string()),
  guaranteeDays: v.optional(v.number()),
  ...SERVICE_FACTS,
  onSale: v.boolean(),
  sellable: v.boolean(),
  vanishedAt: v.optional(Time),
  pin: v.optional(Money),
  /** Services that stand in for it when it is refused, in the seller's order. */
  alternatives: v.array(v.string()),
  /** On sale, and the panel's balance as last read does not cover its least quantity. */
  uncovered: v.boolean(),
  /** For 1000 units (one package); absent without margin or exchange rate. */
  cost: v.optional(Money),
  price: v.optional(Money),
})
export type ServiceRow = v.InferOutput<typeof ServiceRow>

export const ServicePage = v.object({ rows: v.array(ServiceRow), total: v.number() })
export type ServicePage = v.InferOutput<typeof ServicePage>

/** `mapped`: stands in already. */
export const AlternativeRow = v.object({ ...ServiceRow.entries, mapped: v.boolean() })
export type AlternativeRow = v.InferOutput<typeof AlternativeRow>

export const ItemView = v.object({
  id: v.string(),
  kind: v.string(),
  text: v.string(),
  order: v.optional(v.string()),
  orderNumber: v.optional(v.string()),
  chat: v.optional(v.string()),
  customer: v.optional(v.object({ id: v.string(), name: v.string() })),
  /** "T-0042", where the customer was given one; then its end takes a message. */
  number: v.optional(v.string()),
  /** By when an answer is promised; how often that has passed. */
  dueAt: v.optional(Time),
  missed: v.optional(v.number()),
  answeredAt: v.optional(Time),
  unreached: v.optional(v.boolean()),
  /** How the order stood when it was opened, in the panel's words. */
  stand: v.optional(
    v.object({
      state: v.string(),
      word: v.optional(v.string()),
      startCount: v.optional(v.number()),
      remains: v.optional(v.number()),
      asOf: v.optional(Time),
    }),
  ),
  refill: v.optional(v.boolean()),
  more: v.optional(v.array(v.object({ at: Time, text: v.string() }))),
  answer: v.optional(v.string()),
  at: Time,
  doneAt: v.optional(Time),
  by: v.optional(v.string()),
})
export type ItemView = v.InferOutput<typeof ItemView>

export const CHECKLIST = ['provider', 'import', 'margin', 'sale', 'preview', 'midtrans', 'bot'] as const

export const OverviewView = v.object({
  orders: v.object({
    today: v.number(),
    open: v.number(),
    waiting: v.number(),
    held: v.number(),
    unknown: v.number(),
    /** What needs a person, for whatever reason. */
    needing: v.number(),
    completedWeek: v.number(),
  }),
  turnover: v.object({ today: Money, week: Money }),
  profit: v.object({ week: Money }),
  onSale: v.number(),
  services: v.number(),
  providers: v.array(ProviderView),
  items: v.number(),
  checklist: v.array(v.object({ id: v.picklist(CHECKLIST), done: v.boolean() })),
  recent: v.array(OrderRow),
})
export type OverviewView = v.InferOutput<typeof OverviewView>

export const PreviewMessage = v.object({
  id: v.number(),
  from: v.picklist(['customer', 'bot', 'seller']),
  /** Telegram HTML for the bot's lines, plain text for the customer's. */
  text: v.string(),
  buttons: v.optional(
    v.array(
      v.array(v.object({ label: v.string(), payload: v.optional(v.string()), url: v.optional(v.string()) })),
    ),
  ),
  /** PNG, base64. */
  picture: v.optional(v.string()),
  /** Titles of the documents that an answer is from. */
  sources: v.optional(v.array(v.string())),
  at: Time,
  editedAt: v.optional(Time),
  deleted: v.optional(v.boolean()),
})
export type PreviewMessage = v.InferOutput<typeof PreviewMessage>

/** `now` is to be sent as `since` with the next question. */
export const PreviewPage = v.object({ messages: v.array(PreviewMessage), now: Time })
export type PreviewPage = v.InferOutput<typeof PreviewPage>

export const CustomerView = v.object({
  id: v.string(),
  name: v.string(),
  username: v.optional(v.string()),
  person: v.string(),
  createdAt: Time,
  seenAt: Time,
  blocked: v.boolean(),
  saldo: Money,
})
export type CustomerView = v.InferOutput<typeof CustomerView>

export const SettingsView = v.object({
  name: v.string(),
  language: v.picklist(['id', 'en']),
  voice: v.picklist(['akrab', 'resmi']),
  margin: v.optional(v.string()),
  fee: Money,
  leastProfit: Money,
  step: Money,
  leastBill: Money,
  billMinutes: v.number(),
  lossLimit: v.number(),
  chatDays: v.number(),
  greeting: v.optional(v.string()),
  blocked: v.array(v.string()),
  timezone: v.string(),
  closed: v.optional(v.object({ until: v.optional(Time) })),
  contact: v.optional(v.string()),
  aiOff: v.optional(v.boolean()),
  /** Absent: the usual limits. */
  aiDayTokens: v.optional(v.number()),
  aiDayRupiah: v.optional(v.number()),
  aiChatCalls: v.optional(v.number()),
  /** Saldo that was topped up may be paid out too. */
  topupsOut: v.optional(v.boolean()),
  /** Percent; absent: the usual rate. */
  gatewayFee: v.optional(v.string()),
  salesMuted: v.optional(v.boolean()),
  /** Absent: the usual ones. */
  hours: v.optional(hours),
})
export type SettingsView = v.InferOutput<typeof SettingsView>

export const ShopView = v.object({
  id: v.string(),
  mode: v.picklist(['practice', 'live']),
  phase: v.picklist(['practice', 'closed', 'testing', 'open']),
  settings: SettingsView,
  keySets: v.array(KeySetView),
  bot: v.optional(BotView),
  bound: v.array(v.object({ user: v.number(), name: v.string(), at: Time })),
  exchange: v.record(v.string(), v.object({ rate: v.string(), at: Time, buffer: v.number() })),
  /** The admin lets this shop give money back through the platform's keys. */
  platformRefunds: v.boolean(),
  /** Put back from a copy at that time: closed until the seller opens it again. */
  restored: v.optional(Time),
})
export type ShopView = v.InferOutput<typeof ShopView>

export const PriceExample = v.object({
  rows: v.array(v.object({ name: v.string(), quantity: v.number(), cost: Money, price: Money })),
})
export type PriceExample = v.InferOutput<typeof PriceExample>
