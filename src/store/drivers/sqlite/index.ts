// The store on SQLite: every noun over one database and one writer; a write that left work wakes whoever listens.
import type { Clock } from '../../../lib/clock.ts'
import type { Store } from '../../store.ts'
import { waking } from '../../waking.ts'
import { makeAccounts, makeLinks, makeSessions } from './accounts.ts'
import { makeChats, makeChatTable, makeConversations } from './chats.ts'
import { copyDatabase } from './copy.ts'
import { makeCustomers } from './customers.ts'
import { openDatabase } from './database.ts'
import { makeItems, makeItemTable } from './desk.ts'
import { openDump } from './dump.ts'
import { makeImports } from './imports.ts'
import { makeInbox } from './inbox.ts'
import { makeAddNow, makeJobs } from './jobs.ts'
import { makeKeys, makeLimits, makePractice } from './keys.ts'
import { makeKnowledge } from './knowledge.ts'
import { makeAccountLanes } from './lanes.ts'
import { makeAudit, makeClaims, makePayouts, makeWithdrawals, makeWithdrawalTable } from './ledger.ts'
import { makeMessages } from './messages.ts'
import { makeNotices, makeNoticeTable } from './notices.ts'
import { makeOrders, makeOrderTable } from './orders.ts'
import { makeRelay } from './relay.ts'
import { makeServices } from './services.ts'
import { makePlatform, makeProviders, makeShops } from './shops.ts'
import { makeFeed, makeLeases } from './together.ts'
import { makeUsage } from './usage.ts'
import { makeWallets } from './wallets.ts'
import { makeWriter } from './writer.ts'

type Nouns = Omit<Store, 'dump' | 'onWork' | 'copyTo' | 'ping' | 'close'>
type Parts = { db: ReturnType<typeof openDatabase>; write: ReturnType<typeof makeWriter>; clock: Clock }

const makeNouns = ({ db, write, clock }: Parts): Nouns => {
  const orders = makeOrderTable(db, write)
  const notices = makeNoticeTable(db, write)
  const withdrawals = makeWithdrawalTable(db, write)
  const chats = makeChatTable(db, write)
  const items = makeItemTable(db, write)
  const addNow = makeAddNow(db, clock)
  return {
    platform: makePlatform(db, write),
    accounts: makeAccounts(db, write),
    sessions: makeSessions(db, write),
    links: makeLinks(db, write),
    keys: makeKeys(db, write),
    limits: makeLimits(db, write),
    shops: makeShops(db, write),
    providers: makeProviders(db, write),
    services: makeServices(db, write),
    imports: makeImports(db, write),
    customers: makeCustomers(db, write),
    chats: makeChats(db, write, chats),
    messages: makeMessages(db, write, clock),
    conversations: makeConversations(db, write),
    inbox: makeInbox(db, write),
    orders: makeOrders(db, write, { table: orders, clock }),
    wallets: makeWallets(db, write),
    lanes: makeAccountLanes(db, write),
    withdrawals: makeWithdrawals(withdrawals),
    payouts: makePayouts(db, write),
    audit: makeAudit(db, write),
    claims: makeClaims(db, write),
    notices: makeNotices(notices),
    jobs: makeJobs(db, write, addNow),
    items: makeItems(items),
    knowledge: makeKnowledge(db, write),
    usage: makeUsage(db, write),
    feed: makeFeed(db, write),
    leases: makeLeases(db, write),
    practice: makePractice(db, write),
    relay: makeRelay(db, write, { addNow, orders, notices, withdrawals, chats, items }),
  }
}

/** Opens `file` (or `:memory:`). Throws `NewerDatabase` for a file that a newer Lapak has written. */
export const openSqlite = (file: string, clock: Clock): Store => {
  const db = openDatabase(file)
  const write = makeWriter(db)
  const { dump, release } = openDump(db, write)
  return {
    ...waking(makeNouns({ db, write, clock })),
    dump,
    copyTo: async (target) => ({ ok: true, bytes: copyDatabase(db, target, clock.now()) }),
    ping: async () => db.query<{ ok: number }, []>('select 1 as ok').get()?.ok === 1,
    close: async () => {
      await write(() => undefined) // what was asked for before is written first
      release()
      db.run('PRAGMA wal_checkpoint(TRUNCATE)')
      db.close()
    },
  }
}
