// What work there is and when it is due, as seen from the rows themselves: jobs, and drafts in the outboxes of documents.
import type { Millis } from '../../../src/lib/brand.ts'
import type { JobDraft, JobName } from '../../../src/model/job.ts'
import type { Watch } from '../../support/memory-ring.ts'
import type { Due } from '../due.ts'

type Known = { name: JobName; at: Millis }

const WAITS = ['ready', 'leased']

export const makeRowDue = (now: () => Millis): Due & { wrote: Watch } => {
  const jobs = new Map<string, Known | 'ended'>()
  const boxes = new Map<string, JobDraft[]>()
  const wrote: Watch = (collection, _, after) => {
    if (!after) return
    const id = after._id
    if (collection !== 'job') {
      if (after['x']?.pending === 1) boxes.set(`${collection} ${id}`, after['outbox'] ?? [])
      else boxes.delete(`${collection} ${id}`)
    } else if (WAITS.includes(after['state'])) jobs.set(id, { name: after['name'], at: after['runAt'] })
    else jobs.set(id, 'ended')
  }
  const open = function* (): Generator<[string, Known]> {
    for (const [id, job] of jobs) if (job !== 'ended') yield [id, job]
    for (const drafts of boxes.values())
      for (const { id, name, at } of drafts) if (!jobs.has(id)) yield [id, { name, at }]
  }
  const due = () => [...open()].filter(([, { at }]) => at <= now())
  return {
    wrote,
    saw: () => undefined,
    reset: () => undefined,
    boxed: () => boxes.size > 0,
    names: () => new Set(due().map(([, { name }]) => name)),
    said: () =>
      due()
        .map(([id]) => id)
        .join(' '),
    nextAt: () => {
      let next = Number.POSITIVE_INFINITY
      for (const [, { at }] of open()) if (at < next) next = at
      return next as Millis
    },
  }
}
