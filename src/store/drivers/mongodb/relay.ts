// Turns the outboxes of documents into jobs: stored if absent, then exactly those are taken out of the outbox, in one write where nobody
// moved the document meanwhile. Its version is left alone: the relay disturbs no move. A move that read the outbox before puts them back;
// their ids are known.
import type { JobDraft } from '../../../model/flow.ts'
import type { Ring } from './ring.ts'
import { fromStored } from './stored.ts'

/** Many crews of a process ask at once: who asks while one is under way gets the next, together with all who wait for it. */
const shared = (work: () => Promise<number>): (() => Promise<number>) => {
  let underWay: Promise<number> | null = null
  let next: Promise<number> | null = null
  const begin = (): Promise<number> => {
    const mine = work().finally(() => {
      underWay = null
    })
    underWay = mine
    return mine
  }
  return () => {
    if (!underWay) return begin()
    next ??= underWay
      .catch(() => 0)
      .then(() => {
        next = null
        return begin()
      })
    return next
  }
}

const LOT = 200
const AT_ONCE = 8

export const makeRelay = (
  add: (drafts: JobDraft[]) => Promise<void>,
  tables: readonly { ring: Ring }[],
): (() => Promise<number>) => {
  const emptyOne = async (ring: Ring, row: Record<string, unknown>): Promise<number> => {
    const id = row['_id'] as string
    const drafts = fromStored<JobDraft[]>(row['outbox'] ?? [])
    await add(drafts)
    const emptied = { $set: { outbox: [], 'x.pending': 0 } }
    if (await ring.update({ _id: id, v: row['v'], 'x.pending': 1 }, emptied)) return drafts.length
    if (drafts.length > 0)
      await ring.update({ _id: id }, { $pull: { outbox: { id: { $in: drafts.map((draft) => draft.id) } } } })
    await ring.update({ _id: id, outbox: { $size: 0 } }, { $set: { 'x.pending': 0 } })
    return drafts.length
  }
  const empty = async (ring: Ring): Promise<number> => {
    let moved = 0
    for (;;) {
      const rows = await ring.find({ 'x.pending': 1 }, { limit: LOT, only: ['outbox', 'v'] })
      for (let at = 0; at < rows.length; at += AT_ONCE) {
        const counts = await Promise.all(rows.slice(at, at + AT_ONCE).map((row) => emptyOne(ring, row)))
        moved += counts.reduce((sum, count) => sum + count, 0)
      }
      if (rows.length < LOT) return moved
    }
  }
  return shared(async () => {
    const moved = await Promise.all(tables.map(({ ring }) => empty(ring)))
    return moved.reduce((sum, count) => sum + count, 0)
  })
}
