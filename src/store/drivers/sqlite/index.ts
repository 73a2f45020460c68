// The store on SQLite: every noun over one database and one writer; a write that left work wakes whoever listens.
import { renameSync } from 'node:fs'
import { stat } from 'node:fs/promises'
import type { Clock } from '../../../lib/clock.ts'
import { refuse } from '../../../lib/outcome.ts'
import type { Store } from '../../store.ts'
import { makeChats, makeConversations, makeCustomers, makeMessages } from './chats.ts'
import { openDatabase } from './database.ts'
import { makeImports } from './imports.ts'
import { makeInbox } from './inbox.ts'
import { makeJobs, makeRelay, type NoticeDoc } from './jobs.ts'
import { makeKeys, makeLimits, makePractice } from './keys.ts'
import { makeOrders } from './orders.ts'
import { makeServices } from './services.ts'
import {
  makeAccounts,
  makeItems,
  makeKnowledge,
  makeLinks,
  makePlatform,
  makeProviders,
  makeSessions,
  makeShops,
} from './shops.ts'
import { makeTable } from './table.ts'
import { makeWallets } from './wallets.ts'
import { makeWriter } from './writer.ts'

/** Opens `file` (or `:memory:`). Throws `NewerDatabase` for a file that a newer Lapak has written. */
export const openSqlite = (file: string, clock: Clock): Store => {
  const db = openDatabase(file)
  const write = makeWriter(db)
  const listeners = new Set<() => void>()
  const wake = () => {
    for (const listener of listeners) listener()
  }
  /** The same method; whoever waits for work is told after it has been written. */
  const waking =
    <Input extends unknown[], Output>(method: (...input: Input) => Promise<Output>) =>
    async (...input: Input): Promise<Output> => {
      const answer = await method(...input)
      wake()
      return answer
    }
  const { orders, table: orderTable } = makeOrders(db, write, clock)
  const notices = makeTable<NoticeDoc>(db, write, {
    name: 'notice',
    id: ({ id }) => id,
    columns: { attempt: ({ attempt }) => attempt, pending: ({ outbox }) => (outbox.length > 0 ? 1 : 0) },
  })
  const jobs = makeJobs(db, write, clock)
  const inbox = makeInbox(db, write)
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
    chats: makeChats(db, write),
    messages: makeMessages(db, write),
    conversations: makeConversations(db, write),
    inbox: { ...inbox, accept: waking(inbox.accept) },
    orders: { ...orders, create: waking(orders.create), advance: waking(orders.advance) },
    wallets: makeWallets(db, write),
    notices: {
      accept: waking((notice, job) => notices.create({ ...notice, v: 1, outbox: [job] })),
      list: async (attempt) =>
        notices
          .find('where attempt = ? order by id', attempt)
          .map(({ v: _, outbox: __, ...notice }) => notice),
    },
    jobs: { ...jobs, add: waking(jobs.add), revive: waking(jobs.revive) },
    items: makeItems(db, write),
    knowledge: makeKnowledge(db, write),
    practice: makePractice(db, write),
    relay: makeRelay(db, write, { clock, orders: orderTable, notices }),
    onWork: (listener) => void listeners.add(listener),
    copyTo: async (target) => {
      if (file === ':memory:') return refuse('unsupported')
      const draft = `${target}.part`
      db.query('vacuum into ?').run(draft)
      renameSync(draft, target)
      return { ok: true, bytes: (await stat(target)).size }
    },
    ping: async () => db.query<{ ok: number }, []>('select 1 as ok').get()?.ok === 1,
    close: async () => {
      await write(() => undefined)
      db.close()
    },
  }
}
