// What a gateway told us: stored once, with the job that settles in the row's own outbox.
import type { Store } from '../../store.ts'
import { type NoticeDoc, TABLES } from '../../tables.ts'
import type { Collections } from './database.ts'
import { makeTable, type Table } from './table.ts'

export const makeNoticeTable = (of: Collections): Table<NoticeDoc> => makeTable(of('notice'), TABLES.notice)

export const makeNotices = (table: Table<NoticeDoc>): Store['notices'] => ({
  accept: (notice, job) => table.create({ ...notice, v: 1, outbox: [job] }),
  list: async (attempt) => {
    const rows = await table.find({ 'x.attempt': attempt }, { sort: { 'x.n': 1 } })
    return rows.map(({ v: _, outbox: __, ...notice }) => notice)
  },
})
