// Turns the outboxes of documents into jobs: stored if absent, then exactly those are taken out of the outbox.
// The document's version is left alone: the relay disturbs no move.
import type { Database } from 'bun:sqlite'
import type { JobDraft } from '../../../model/flow.ts'
import type { Order } from '../../../model/order.ts'
import type { Chat, Item } from '../../documents.ts'
import type { Withdrawal } from '../../ledger.ts'
import type { NoticeDoc } from '../../tables.ts'
import type { Table } from './table.ts'
import type { Writer } from './writer.ts'

type Given = {
  addNow: (drafts: JobDraft[]) => void
  orders: Table<Order>
  notices: Table<NoticeDoc>
  withdrawals: Table<Withdrawal>
  chats: Table<Chat>
  items: Table<Item & { v: number }>
}

const LOT = 200

export const makeRelay = (db: Database, write: Writer, given: Given): (() => Promise<number>) => {
  const pending = db.query<{ some: number }, []>(
    `select exists (select 1 from orders where pending = 1) or exists (select 1 from notice where pending = 1)
       or exists (select 1 from withdrawal where pending = 1) or exists (select 1 from chat where pending = 1)
       or exists (select 1 from item where pending = 1) as some`,
  )
  const empty = <Doc extends { v: number; outbox?: JobDraft[] }>(table: Table<Doc>): number => {
    let moved = 0
    for (const doc of table.find('where pending = 1 limit ?', LOT)) {
      const { outbox = [] } = doc
      given.addNow(outbox)
      table.replaceNow({ ...doc, outbox: [] }, doc.v)
      moved += outbox.length
    }
    return moved
  }
  return async () => {
    let moved = 0
    while (pending.get()?.some)
      moved += await write(
        () =>
          empty(given.orders) +
          empty(given.notices) +
          empty(given.withdrawals) +
          empty(given.chats) +
          empty(given.items),
      )
    return moved
  }
}
