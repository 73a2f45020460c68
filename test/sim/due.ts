// What work there is and when it is due, as seen from the calls of the store: so that only a crew that has something to do is called.
import type { Millis } from '../../src/lib/brand.ts'
import { DEFAULTS } from '../../src/model/defaults.ts'
import type { JobDraft, JobName } from '../../src/model/job.ts'

type Known = { name: JobName; at: Millis }
type Call = { name: string; input: unknown[]; output: unknown }

const outboxOf = (document: unknown): JobDraft[] => (document as { outbox?: JobDraft[] } | null)?.outbox ?? []

/** The jobs that a write has left, in an outbox or as rows. */
const leftBy = ({ name, input, output }: Call): JobDraft[] => {
  if (name === 'jobs.add') return input[0] as JobDraft[]
  if (name === 'notices.accept') return output === 'created' ? [input[1] as JobDraft] : []
  if (/\.create$/.test(name)) return output === 'created' ? outboxOf(input[0]) : []
  if (name === 'withdrawals.change') return outboxOf(output)
  return name === 'orders.advance' ? outboxOf((output as { order?: unknown }).order) : []
}

export const makeDue = (now: () => Millis) => {
  const open = new Map<string, Known>()
  const ended = new Set<string>()
  let boxed = false
  const saw = (call: Call): void => {
    const { name, input, output } = call
    if (name === 'store.relay') boxed = false
    else if (name !== 'jobs.add' && leftBy(call).length > 0) boxed = true
    for (const { id, name: job, at } of leftBy(call))
      if (!ended.has(id) && !open.has(id)) open.set(id, { name: job, at })
    if (name === 'jobs.claim')
      for (const { id, name: job } of output as JobDraft[])
        open.set(id, { name: job, at: now() + DEFAULTS.lease })
    if (output !== true) return
    const [id, , at] = input as [string, number, Millis]
    const known = open.get(id)
    if (known && (name === 'jobs.again' || name === 'jobs.renew')) open.set(id, { ...known, at })
    if (name === 'jobs.finish' || name === 'jobs.bury') {
      open.delete(id)
      ended.add(id)
    }
  }
  return {
    saw,
    /** Another database, with these. */
    reset: (rows: readonly { id: string; name: JobName; run_at: Millis; state: string }[]): void => {
      open.clear()
      ended.clear()
      boxed = true
      for (const { id, name, run_at, state } of rows)
        if (state === 'ready' || state === 'leased') open.set(id, { name, at: run_at })
        else ended.add(id)
    },
    /** Something stands in an outbox. */
    boxed: (): boolean => boxed,
    /** Names of what is due. */
    names: (): Set<JobName> => {
      const due = new Set<JobName>()
      for (const { name, at } of open.values()) if (at <= now()) due.add(name)
      return due
    },
    /** For the trace. */
    said: (): string =>
      [...open]
        .filter(([, { at }]) => at <= now())
        .map(([id]) => id)
        .join(' '),
    nextAt: (): Millis => {
      let next = Number.POSITIVE_INFINITY
      for (const { at } of open.values()) if (at < next) next = at
      return next as Millis
    },
  }
}
export type Due = ReturnType<typeof makeDue>
