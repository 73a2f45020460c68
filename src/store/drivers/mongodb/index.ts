// The store on MongoDB: every noun over one database; a write that left work wakes whoever listens in this process, the others look.
import type { Clock } from '../../../lib/clock.ts'
import { refuse } from '../../../lib/outcome.ts'
import type { Store } from '../../store.ts'
import { waking } from '../../waking.ts'
import { makeAccounts, makeLinks, makeSessions } from './accounts.ts'
import { makeChats, makeChatTable, makeConversations } from './chats.ts'
import { makeCustomers } from './customers.ts'
import { type Collections, type Database, openDatabase } from './database.ts'
import { makeItems, makeItemTable } from './desk.ts'
import { makeDump } from './dump.ts'
import { makeImports } from './imports.ts'
import { makeInbox } from './inbox.ts'
import { makeAdd, makeJobs } from './jobs.ts'
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

type Nouns = Omit<Store, 'onWork' | 'copyTo' | 'ping' | 'close'>

const makeNouns = (of: Collections, clock: Clock): Nouns => {
  const orders = makeOrderTable(of)
  const notices = makeNoticeTable(of)
  const withdrawals = makeWithdrawalTable(of)
  const chats = makeChatTable(of)
  const items = makeItemTable(of)
  const add = makeAdd(of('job'), clock)
  return {
    platform: makePlatform(of),
    accounts: makeAccounts(of),
    sessions: makeSessions(of),
    links: makeLinks(of),
    keys: makeKeys(of),
    limits: makeLimits(of),
    shops: makeShops(of),
    providers: makeProviders(of),
    services: makeServices(of),
    imports: makeImports(of),
    customers: makeCustomers(of),
    chats: makeChats(of, chats),
    messages: makeMessages(of, clock),
    conversations: makeConversations(of),
    inbox: makeInbox(of),
    orders: makeOrders(orders, clock),
    wallets: makeWallets(of),
    lanes: makeAccountLanes(of),
    withdrawals: makeWithdrawals(withdrawals),
    payouts: makePayouts(of),
    audit: makeAudit(of),
    claims: makeClaims(of),
    notices: makeNotices(notices),
    jobs: makeJobs(of, add),
    items: makeItems(items),
    knowledge: makeKnowledge(of),
    usage: makeUsage(of),
    feed: makeFeed(of),
    leases: makeLeases(of),
    dump: makeDump(of),
    practice: makePractice(of),
    relay: makeRelay(add, [orders, notices, withdrawals, chats, items]),
  }
}

export type OpenMongo = { url: string; prefix: string; clock: Clock; pool?: number }

/** Throws `NewerDatabase` for a database that this version cannot work beside; what the client throws when there is no server. */
export const openMongo = async ({ clock, ...address }: OpenMongo): Promise<Store> =>
  storeOver(await openDatabase(address), clock)

export const storeOver = (database: Database, clock: Clock): Store => {
  return {
    ...waking(makeNouns(database.of, clock)),
    copyTo: async () => refuse('unsupported'),
    ping: database.ping,
    close: database.close,
  }
}
