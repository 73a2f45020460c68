// What a gateway told us: stored once, with the job that settles in the row's own outbox.
import type { JobDraft } from '../../../model/flow.ts'
import type { GatewayNotice } from '../../documents.ts'
import type { Store } from '../../store.ts'
import type { Collections } from './database.ts'
import { makeTable, type Table } from './table.ts'

export type NoticeDoc = GatewayNotice & { v: number; outbox: JobDraft[] }

export const makeNoticeTable = (of: Collections): Table<NoticeDoc> =>
  makeTable<NoticeDoc>(of('notice'), {
    id: ({ id }) => id,
    columns: {
      attempt: ({ attempt }) => attempt,
      pending: ({ outbox }) => (outbox.length > 0 ? 1 : 0),
    },
  })

export const makeNotices = (table: Table<NoticeDoc>): Store['notices'] => ({
  accept: (notice, job) => table.create({ ...notice, v: 1, outbox: [job] }),
  list: async (attempt) => {
    const rows = await table.find({ 'x.attempt': attempt }, { sort: { 'x.n': 1 } })
    return rows.map(({ v: _, outbox: __, ...notice }) => notice)
  },
})
