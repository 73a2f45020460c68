// What a gateway told us: stored once, with the job that settles in the row's own outbox.
import type { Database } from 'bun:sqlite'
import type { Store } from '../../store.ts'
import { type NoticeDoc, TABLES } from '../../tables.ts'
import { makeTable, type Table } from './table.ts'
import type { Writer } from './writer.ts'

export const makeNoticeTable = (db: Database, write: Writer): Table<NoticeDoc> =>
  makeTable(db, write, TABLES.notice)

export const makeNotices = (table: Table<NoticeDoc>): Store['notices'] => ({
  accept: (notice, job) => table.create({ ...notice, v: 1, outbox: [job] }),
  list: async (attempt) =>
    table.find('where attempt = ? order by n', attempt).map(({ v: _, outbox: __, ...notice }) => notice),
})
