// Every table of documents: what a document is named by and what it is found by, for both drivers the same. A column that is null is left
// out where a database can do that. `fixed` ones never change in a document's life.
import { fold } from '../lib/text.ts'
import type { JobDraft } from '../model/flow.ts'
import type { Order } from '../model/order.ts'
import type { Service } from '../model/service.ts'
import type { Shop } from '../model/shop.ts'
import { ORDER_FIXED, ORDER_MOVING, SERVICE_FIXED, SERVICE_MOVING } from './columns.ts'
import type {
  Account,
  Chat,
  Customer,
  GatewayNotice,
  ImportDoc,
  Item,
  KnowledgeHead,
  OneTimeLink,
  Platform,
  ProviderDoc,
  Session,
} from './documents.ts'
import type { AuditLine, Claim, Lane, Payout, Wallet, Withdrawal } from './ledger.ts'
import type { Usage } from './usage.ts'

export type Value = string | number | null
export type Columns<Doc> = Record<string, (doc: Doc) => Value>

export type Setup<Doc> = {
  name: string
  id: (doc: Doc) => string
  fixed?: Columns<Doc>
  columns?: Columns<Doc>
  /** Few documents that are read all the time: their texts are parsed once. */
  kept?: boolean
}

/** For documents that have no version of their own. */
export type Stored<Doc> = Doc & { v: number }
export type NoticeDoc = Stored<GatewayNotice & { outbox: JobDraft[] }>

const named = ({ id }: { id: string }): string => id
const shopOf = ({ shop }: { shop: string }): string => shop
const pending = ({ outbox = [] }: { outbox?: unknown[] }): 0 | 1 => (outbox.length > 0 ? 1 : 0)

export const PLATFORM_ID = 'platform'
// The shop is part of the id: a bot that moves to another shop takes no dialogue along.
export const chatId = (shop: string, key: string): string => `${shop}/${key}`
/** The shop is part of the id: a document is found and changed only in its own shop. */
export const knowledgeId = ({ shop, id }: Pick<KnowledgeHead, 'shop' | 'id'>): string => `${shop}/${id}`
export const usageId = ({ shop, day, chat }: Pick<Usage, 'shop' | 'day' | 'chat'>): string =>
  `${shop}/${day}${chat === undefined ? '' : `/${chat}`}`

const auditWords = ({ by, what, order, about, reason }: AuditLine): string =>
  fold([by, what, order, about, reason].filter(Boolean).join('\n'))

const setup = <Doc>(name: string, rest: Omit<Setup<Doc>, 'name'>): Setup<Doc> => ({ name, ...rest })

export const TABLES = {
  platform: setup<Platform>('platform', { id: () => PLATFORM_ID, kept: true }),
  account: setup<Account>('account', { id: named, columns: { email: ({ email }) => email } }),
  session: setup<Stored<Session>>('session', {
    id: named,
    fixed: { account: ({ account }) => account },
    columns: { expires: ({ expiresAt }) => expiresAt },
  }),
  link: setup<Stored<OneTimeLink>>('link', { id: named, fixed: { purpose: ({ purpose }) => purpose } }),
  shop: setup<Shop>('shop', {
    id: named,
    fixed: { owner: ({ owner }) => owner },
    columns: { bot: ({ bot }) => bot?.id ?? null },
    kept: true,
  }),
  provider: setup<ProviderDoc>('provider', { id: named, fixed: { shop: shopOf }, kept: true }),
  import_plan: setup<ImportDoc>('import_plan', {
    id: named,
    fixed: { shop: shopOf, created: ({ createdAt }) => createdAt },
  }),
  customer: setup<Customer>('customer', {
    id: named,
    fixed: { shop: shopOf },
    columns: { seen: ({ seenAt }) => seenAt },
  }),
  chat: setup<Chat>('chat', {
    id: ({ shop, key }) => chatId(shop, key),
    fixed: { shop: shopOf },
    columns: { seen: ({ seenAt }) => seenAt, handoff: ({ handoff }) => handoff?.since ?? null, pending },
  }),
  wallet: setup<Wallet>('wallet', {
    id: named,
    fixed: { shop: shopOf, money: ({ money }) => money },
    columns: { balance: ({ balance }) => balance },
  }),
  item: setup<Stored<Item>>('item', {
    id: named,
    fixed: { shop: shopOf, chat: ({ chat }) => chat ?? null },
    columns: { at: ({ at }) => at, open: ({ doneAt }) => (doneAt === undefined ? 1 : 0), pending },
  }),
  notice: setup<NoticeDoc>('notice', {
    id: named,
    fixed: { attempt: ({ attempt }) => attempt },
    columns: { pending },
  }),
  orders: setup<Order>('orders', { id: named, fixed: ORDER_FIXED, columns: ORDER_MOVING }),
  service: setup<Service>('service', { id: named, fixed: SERVICE_FIXED, columns: SERVICE_MOVING }),
  account_lane: setup<Lane>('account_lane', { id: named }),
  withdrawal: setup<Withdrawal>('withdrawal', {
    id: named,
    fixed: { shop: shopOf, customer: ({ customer }) => customer, at: ({ at }) => at },
    columns: {
      state: ({ state }) => state,
      pending,
      forget: ({ to, endedAt }) => (to === undefined || endedAt === undefined ? null : endedAt),
    },
  }),
  payout: setup<Stored<Payout>>('payout', { id: named, fixed: { shop: shopOf, at: ({ at }) => at } }),
  audit: setup<Stored<AuditLine>>('audit', {
    id: named,
    fixed: { shop: ({ shop }) => shop ?? null, at: ({ at }) => at, words: auditWords },
  }),
  claim: setup<Claim>('claim', {
    id: ({ attempt }) => attempt,
    fixed: { shop: shopOf },
    columns: { waiting: ({ claimedAt, word }) => (claimedAt !== undefined && !word ? 1 : 0) },
  }),
  // The text is no part of it: one driver keeps it beside, the other in the same document.
  knowledge: setup<KnowledgeHead>('knowledge', { id: knowledgeId, fixed: { shop: shopOf } }),
  usage: setup<Usage>('usage', {
    id: usageId,
    fixed: { day: ({ day }) => day, whole: ({ chat }) => (chat === undefined ? 1 : 0) },
  }),
} as const
