// The contract of the store: one interface per noun. A method is one move of the shop and one atomic promise on one document;
// it settles after the write is durable. Every method but the platform's own takes a ShopId, every customer-facing one a CustomerId after it.
import type {
  AccountId,
  ChatKey,
  CustomerId,
  Millis,
  OrderId,
  ProviderId,
  ServiceId,
  ShopId,
} from '../lib/brand.ts'
import type { Outcome } from '../lib/outcome.ts'
import type { Decision, JobDraft, JobName, MoveRefusal, OrderState } from '../model/flow.ts'
import type { Order } from '../model/order.ts'
import type { ProviderService, Service } from '../model/service.ts'
import type { Shop } from '../model/shop.ts'
import type { Change, Created } from './change.ts'
import type {
  Account,
  Chat,
  ChatMessage,
  Customer,
  GatewayNotice,
  ImportDoc,
  ImportRow,
  InboxUpdate,
  Item,
  Job,
  KnowledgeDoc,
  KnowledgeHead,
  OneTimeLink,
  OrderFilter,
  Platform,
  ProviderDoc,
  ServiceFilter,
  Session,
} from './documents.ts'
import type { Dump } from './dump.ts'
import type { Audit, Claims, Lanes, Payouts, Wallets, Withdrawals } from './ledger.ts'
import type { Feed, Keys, Leases, Limits } from './together.ts'
import type { Usages } from './usage.ts'

export type { Change, Created } from './change.ts'
export type * from './ledger.ts'

export type AdvanceOutcome = Outcome<{ order: Order }, MoveRefusal | 'notFound' | 'skipped'>

export type Orders = {
  /** First one wins, by id. `numberTaken`: draw another number. The caller (model/flow `born`) has put the follow-ups of the first state in its outbox. */
  create(order: Order): Promise<Created | 'numberTaken'>
  get(shop: ShopId, id: OrderId): Promise<Order | null>
  /** Another customer's order is `null`. */
  ofCustomer(shop: ShopId, customer: CustomerId, id: OrderId): Promise<Order | null>
  byNumber(shop: ShopId, customer: CustomerId, number: string): Promise<Order | null>
  /** Newest first. */
  list(shop: ShopId, filter: OrderFilter): Promise<Order[]>
  counts(shop: ShopId): Promise<Partial<Record<OrderState, number>>>
  /** How many need a person at that moment (model/attention), deposits too. */
  needing(shop: ShopId, now: Millis): Promise<number>
  /** The one door through which an order moves: `model/flow.ts` judges, the write is guarded by the version judged. */
  advance(shop: ShopId, id: OrderId, decide: (order: Order) => Decision): Promise<AdvanceOutcome>
  /** Platform: the shop and order of a payment attempt. */
  find(id: OrderId): Promise<Order | null>
  /** Orders in `submitted` of one provider whose `pollAt` has come, soonest first. */
  toPoll(shop: ShopId, provider: ProviderId, until: Millis, limit: number): Promise<Order[]>
  /** Whether any open order (model/flow `isOpen`) still belongs to the provider. */
  openAtProvider(shop: ShopId, provider: ProviderId): Promise<boolean>
}

export type Jobs = {
  /** Stores what is new by id; a known id changes nothing. */
  add(drafts: JobDraft[]): Promise<void>
  /** Due jobs (ready, or leased with an expired lease), soonest first, leased to `owner` until now + lease. */
  claim(names: JobName[], owner: string, now: Millis, lease: Millis, limit: number): Promise<Job[]>
  /** False: the lease was lost, stop working. */
  renew(id: string, token: number, until: Millis): Promise<boolean>
  finish(id: string, token: number): Promise<boolean>
  /** Ready again at `at`. `fresh` forgets earlier attempts (a recurring job that did its round). */
  again(id: string, token: number, at: Millis, note: { error?: string; fresh?: boolean }): Promise<boolean>
  bury(id: string, token: number, error: string): Promise<boolean>
  dead(limit: number): Promise<Job[]>
  /** Puts a dead job back to work. */
  revive(id: string, at: Millis): Promise<boolean>
  /** When the next ready job is due; for the worker's sleep. */
  nextAt(): Promise<Millis | null>
  prune(before: Millis): Promise<number>
}

export type Inbox = {
  /** Stores an update once (by bot and update id, until it is pruned) and gives it its number. */
  accept(update: {
    bot: string
    updateId: number
    chat: ChatKey
    at: Millis
    body: string
  }): Promise<{ n: number; fresh: boolean }>
  /** Whether this update was stored before (until it is pruned), and whether any of this chat waits to be answered. */
  about(update: {
    bot: string
    updateId: number
    chat: ChatKey
  }): Promise<{ known: boolean; waiting: boolean }>
  /** The oldest waiting update of a chat that nobody works on; the chat is leased. `chat` narrows to one.
   *  A holder whose lease ran out counts as a try: an update that kills its worker must not do so for ever. */
  claim(
    owner: string,
    now: Millis,
    lease: Millis,
    chat?: ChatKey,
  ): Promise<{ update: InboxUpdate; token: number } | null>
  /** Ended: its number stays known, its words do not. */
  done(chat: ChatKey, token: number, n: number): Promise<boolean>
  /** Frees the chat, to be claimed again from `at`. A fault of the outside world is no try. */
  retry(chat: ChatKey, token: number, n: number, at: Millis, error: string, isTry: boolean): Promise<boolean>
  /** Given up: visible, never silently dropped. */
  bury(chat: ChatKey, token: number, n: number, error: string): Promise<boolean>
  renew(chat: ChatKey, token: number, until: Millis): Promise<boolean>
  dead(limit: number): Promise<(InboxUpdate & { error: string })[]>
  nextAt(): Promise<Millis | null>
  prune(before: Millis): Promise<number>
}

export type Services = {
  get(shop: ShopId, id: ServiceId): Promise<Service | null>
  /** By mid. `text` searches names, own words and category. */
  list(shop: ShopId, filter: ServiceFilter): Promise<Service[]>
  count(shop: ShopId, filter: ServiceFilter): Promise<number>
  change(shop: ShopId, id: ServiceId, decide: Change<Service>): Promise<Service | null>
  /**
   * One lot of an import: inserts what is new by id, replaces what is there; own words, sale, pin, alternatives, corrections and mid of
   * the stored row stay. Facts read with other corrections than the stored row has stay out: its own stay, marked `tables: 0`.
   */
  putLot(shop: ShopId, rows: Service[]): Promise<void>
  /** `service_id_api` → id, mid and a hash of the panel's row, of one provider: what an import plan compares with. */
  known(
    shop: ShopId,
    provider: ProviderId,
  ): Promise<{ id: ServiceId; mid: number; vanishedAt?: Millis; row: ProviderService }[]>
  /** Rises with every change of this shop's services: a cached catalogue is compared with it. */
  version(shop: ShopId): Promise<number>
}

export type Store = {
  platform: {
    get(): Promise<Platform>
    change(decide: Change<Platform>): Promise<Platform>
  }
  accounts: {
    create(account: Account): Promise<Created>
    get(id: AccountId): Promise<Account | null>
    byEmail(email: string): Promise<Account | null>
    list(): Promise<Account[]>
    change(id: AccountId, decide: Change<Account>): Promise<Account | null>
  }
  sessions: {
    create(session: Session): Promise<void>
    get(id: string): Promise<Session | null>
    /** Moves the end of a session that is still there (sliding life). */
    extend(id: string, expiresAt: Millis): Promise<void>
    remove(id: string): Promise<void>
    removeOf(account: AccountId): Promise<void>
    prune(now: Millis): Promise<number>
  }
  links: {
    put(link: OneTimeLink): Promise<void>
    get(id: string): Promise<OneTimeLink | null>
    /** Reads and deletes in one step: only one caller gets it. */
    take(id: string): Promise<OneTimeLink | null>
    remove(id: string): Promise<void>
  }
  /** Every uniqueness that is not a document's own id: `ns:value` → owner. */
  keys: Keys
  limits: Limits
  shops: {
    create(shop: Shop): Promise<Created>
    get(id: ShopId): Promise<Shop | null>
    ofOwner(owner: AccountId): Promise<Shop[]>
    /** Whose bot asks for its updates. */
    polled(): Promise<Shop[]>
    list(): Promise<Shop[]>
    change(id: ShopId, decide: Change<Shop>): Promise<Shop | null>
  }
  providers: {
    create(provider: ProviderDoc): Promise<Created>
    get(shop: ShopId, id: ProviderId): Promise<ProviderDoc | null>
    list(shop: ShopId): Promise<ProviderDoc[]>
    change(shop: ShopId, id: ProviderId, decide: Change<ProviderDoc>): Promise<ProviderDoc | null>
    remove(shop: ShopId, id: ProviderId): Promise<void>
  }
  services: Services
  imports: {
    create(plan: ImportDoc): Promise<Created>
    get(shop: ShopId, id: string): Promise<ImportDoc | null>
    /** Newest first. */
    list(shop: ShopId, limit: number): Promise<ImportDoc[]>
    change(shop: ShopId, id: string, decide: Change<ImportDoc>): Promise<ImportDoc | null>
    putRows(shop: ShopId, id: string, lot: number, rows: ImportRow[]): Promise<void>
    rows(shop: ShopId, id: string, lot: number): Promise<ImportRow[]>
  }
  customers: {
    /** Creates or answers the known one. */
    ensure(customer: Customer): Promise<Customer>
    get(shop: ShopId, id: CustomerId): Promise<Customer | null>
    list(shop: ShopId, limit: number): Promise<Customer[]>
    change(shop: ShopId, id: CustomerId, decide: Change<Customer>): Promise<Customer | null>
  }
  chats: {
    ensure(chat: Chat): Promise<Chat>
    get(shop: ShopId, key: ChatKey): Promise<Chat | null>
    /** Last seen first. */
    list(shop: ShopId, limit: number): Promise<Chat[]>
    /** Those that a person has, longest first. */
    handedOver(shop: ShopId, limit: number): Promise<Chat[]>
    /** What the change leaves in the outbox becomes jobs in the same write. */
    change(shop: ShopId, key: ChatKey, decide: Change<Chat>): Promise<Chat | null>
    /** Writes a step only if `lastUpdate < n`; false: this update was answered before. */
    answer(shop: ShopId, key: ChatKey, n: number, decide: Change<Chat>): Promise<boolean>
    remove(shop: ShopId, key: ChatKey): Promise<void>
    /** Chats unseen since `before`, with their messages. */
    prune(shop: ShopId, before: Millis): Promise<number>
  }
  messages: {
    /** Answers its number, which rises per chat and is never given twice. */
    append(message: Omit<ChatMessage, 'id'>): Promise<number>
    edit(
      chat: ChatKey,
      id: number,
      patch: Partial<Pick<ChatMessage, 'text' | 'buttons' | 'picture' | 'editedAt' | 'deleted'>>,
    ): Promise<boolean>
    /** Messages with id > after, oldest first; or the newest `limit` when `after` is absent. */
    list(
      shop: ShopId,
      chat: ChatKey,
      page: { after?: number; changedSince?: Millis; limit: number },
    ): Promise<ChatMessage[]>
    removeOf(shop: ShopId, chat: ChatKey): Promise<void>
  }
  /** The conversation plugin's log, opaque. */
  conversations: {
    read(key: string): Promise<string | null>
    write(key: string, state: string): Promise<void>
    remove(key: string): Promise<void>
  }
  inbox: Inbox
  orders: Orders
  wallets: Wallets
  lanes: Lanes
  withdrawals: Withdrawals
  payouts: Payouts
  audit: Audit
  claims: Claims
  notices: {
    /** Stored once; the job that settles is in the same write. */
    accept(notice: GatewayNotice, job: JobDraft): Promise<Created>
    list(attempt: string): Promise<GatewayNotice[]>
  }
  jobs: Jobs
  items: {
    /** What it brings along in its outbox becomes jobs in the same write; a change's too. */
    create(item: Item): Promise<Created>
    get(shop: ShopId, id: string): Promise<Item | null>
    /** Newest first. */
    list(shop: ShopId, open: boolean, limit: number): Promise<Item[]>
    /** Newest first, ended ones too. */
    ofChat(shop: ShopId, chat: ChatKey, limit: number): Promise<Item[]>
    change(shop: ShopId, id: string, decide: Change<Item>): Promise<Item | null>
  }
  knowledge: {
    create(doc: KnowledgeDoc): Promise<Created>
    get(shop: ShopId, id: string): Promise<KnowledgeDoc | null>
    /** Newest first, without the texts: what it reads stays small however much the documents hold. `v` rises with every change. */
    list(shop: ShopId): Promise<KnowledgeHead[]>
    change(shop: ShopId, id: string, decide: Change<KnowledgeDoc>): Promise<KnowledgeDoc | null>
    /** False: there was none. */
    remove(shop: ShopId, id: string): Promise<boolean>
  }
  usage: Usages
  feed: Feed
  leases: Leases
  /** The practice world's outside state (sandbox panel and bank): guarded documents by key. */
  practice: {
    get(key: string): Promise<{ doc: unknown; v: number } | null>
    /** Writes if the stored version is `v` (0 = not there yet). */
    put(key: string, doc: unknown, v: number): Promise<boolean>
  }
  /** Turns outboxes into job rows; answers how many. Called by the worker before each claim. */
  relay(): Promise<number>
  /** Called after a write that left something in an outbox, an inbox or the job table: wakes the worker of this process. */
  onWork(listener: () => void): void
  /** All of it, document by document: for another database and for copies, not for the shop's work. */
  dump: Dump
  /** A consistent copy as a file; SQLite only, `unsupported` elsewhere. */
  copyTo(file: string): Promise<Outcome<{ bytes: number }, 'unsupported'>>
  ping(): Promise<boolean>
  close(): Promise<void>
}
