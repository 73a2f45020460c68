// Job names bound to verbs, in crews that do not stand in each other's way, and the work that comes round by itself.
import { join } from 'node:path'
import { pruneChats } from '../chats/forget.ts'
import { followHandoff } from '../chats/handoff.ts'
import { followItem } from '../chats/items-follow.ts'
import { deadline } from '../fulfilment/deadline.ts'
import { account } from '../fulfilment/doubt.ts'
import { poll } from '../fulfilment/poll.ts'
import { followRefill } from '../fulfilment/refill.ts'
import { remind } from '../fulfilment/remind.ts'
import { submit } from '../fulfilment/submit.ts'
import type { Recurring } from '../jobs/schedule.ts'
import { type Handler, makeWorker, type Worker } from '../jobs/worker.ts'
import type { Millis } from '../lib/brand.ts'
import { DAY, HOUR } from '../lib/clock.ts'
import { DEFAULTS } from '../model/defaults.ts'
import type { JobName } from '../model/job.ts'
import { lapse } from '../orders/lapse.ts'
import { ask } from '../payments/ask.ts'
import { bill } from '../payments/bill.ts'
import { cancel } from '../payments/cancel.ts'
import { followClaim } from '../payments/claimed.ts'
import { credit } from '../payments/credit.ts'
import { refund } from '../payments/refund.ts'
import { settle } from '../payments/settle.ts'
import { recordMove } from '../reports/audit.ts'
import { backUp } from '../store/backup.ts'
import type { Base } from './base.ts'
import { recurringForSellers } from './console.ts'
import type { Goods } from './goods.ts'
import type { News } from './news.ts'
import type { Saldo } from './saldo.ts'
import type { Sales } from './sales.ts'

type Crew = Partial<Record<JobName, Handler>>
type Parts = { sales: Sales; goods: Goods; news: News; saldo: Saldo }

/** Ended work is kept this long, so that a repeat of its cause is still known. */
const KEPT = 7 * DAY

const prune = async ({ store, clock }: Base) => {
  const before = (clock.now() - KEPT) as Millis
  await store.jobs.prune(before)
  await store.inbox.prune(before)
  await store.sessions.prune(clock.now())
  await store.usage.prune(new Date(clock.now() - DEFAULTS.ai.usageDays * DAY).toISOString().slice(0, 10))
  await store.withdrawals.forget((clock.now() - DEFAULTS.destinationDays * DAY) as Millis)
  return pruneChats({ store, clock })
}

export const backupFolder = ({ config }: Base): string | null =>
  config.databaseUrl.startsWith('sqlite:') && !config.databaseUrl.endsWith(':memory:')
    ? join(config.dataDir, 'backups')
    : null

/** A panel that hangs for half a minute must not keep a payment or a message waiting. */
const crewsOf = (base: Base, { sales, goods, news, saldo }: Parts): Crew[] => {
  const { payments, fulfilment } = sales
  return [
    {
      'payments.bill': (payload) => bill(payments, payload),
      'payments.ask': (payload) => ask(payments, payload),
      'payments.settle': (payload) => settle(payments, payload),
      'payments.cancel': (payload) => cancel(payments, payload),
      'payments.claim': (payload) => followClaim(payments, payload),
    },
    {
      'payments.refund': (payload) => refund(payments, payload),
      'payments.credit': (payload) => credit(payments, payload),
      ...saldo.jobs,
      'fulfilment.deadline': (payload) => deadline(fulfilment, payload),
      'fulfilment.remind': (payload) => remind(fulfilment, payload),
      'orders.lapse': (payload) => lapse(base, payload),
    },
    {
      'fulfilment.submit': (payload, context) => submit(fulfilment, payload, context),
      'fulfilment.account': (payload) => account(fulfilment, payload),
      'fulfilment.refill': (payload) => followRefill(fulfilment, payload),
    },
    { 'fulfilment.poll': (payload) => poll(fulfilment, payload) },
    {
      'notices.order': news.tellOrder,
      'notices.withdrawal': news.tellWithdrawal,
      'notices.seller': news.tellSeller,
      'notices.desk': news.tellDesk,
      'notices.letter': news.bringLetters,
      'chats.item': (payload) => followItem(base, payload),
      'chats.handoff': (payload) => followHandoff(base, payload),
      'reports.nightly': news.tellNightly,
    },
    {
      'reports.audit': (payload, context) => recordMove(base, payload, context),
      'catalog.import': goods.runImport,
      'catalog.sync': goods.runSync,
      'catalog.derive': goods.runDerive,
      'chats.prune': () => prune(base),
      'store.backup': () => backUp({ ...base, folder: backupFolder(base) }),
    },
  ]
}

export const makeCrews = (base: Base, owner: string, parts: Parts): Worker[] =>
  crewsOf(base, parts).map((handlers) =>
    makeWorker({
      store: base.store,
      clock: base.clock,
      log: base.log,
      owner,
      handlers,
      ...(base.played ? { every: base.played.every } : {}),
    }),
  )

/** Two and three at night in Jakarta, and every panel's catalogue each six hours. */
export const recurring = async ({ store }: Base): Promise<Recurring[]> => {
  const shops = await store.shops.list()
  const providers = (await Promise.all(shops.map((shop) => store.providers.list(shop.id)))).flat()
  return [
    { name: 'store.backup', every: DAY as Millis, at: (19 * HOUR) as Millis },
    { name: 'chats.prune', every: DAY as Millis, at: (20 * HOUR) as Millis },
    ...recurringForSellers(shops),
    ...providers
      .filter(({ disabled, catalogue }) => !disabled && catalogue)
      .map(({ shop, id }) => ({
        name: 'catalog.sync' as const,
        every: DEFAULTS.catalogueSync,
        payload: { shop, provider: id },
      })),
  ]
}
