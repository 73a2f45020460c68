// What a gateway told us: stored once, with the job that settles in the row's own outbox.
import type { Database } from 'bun:sqlite'
import type { JobDraft } from '../../../model/flow.ts'
import type { GatewayNotice } from '../../documents.ts'
import type { Store } from '../../store.ts'
import { makeTable, type Table } from './table.ts'
import type { Writer } from './writer.ts'

export type NoticeDoc = GatewayNotice & { v: number; outbox: JobDraft[] }

export const makeNoticeTable = (db: Database, write: Writer): Table<NoticeDoc> =>
  makeTable<NoticeDoc>(db, write, {
    name: 'notice',
    id: ({ id }) => id,
    fixed: { attempt: ({ attempt }) => attempt },
    columns: { pending: ({ outbox }) => (outbox.length > 0 ? 1 : 0) },
  })

export const makeNotices = (table: Table<NoticeDoc>): Store['notices'] => ({
  accept: (notice, job) => table.create({ ...notice, v: 1, outbox: [job] }),
  list: async (attempt) =>
    table.find('where attempt = ? order by n', attempt).map(({ v: _, outbox: __, ...notice }) => notice),
})
