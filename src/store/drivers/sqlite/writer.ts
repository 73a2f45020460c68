// Group commit: the writes of one turn of the event loop share a transaction and are answered after COMMIT. A write that throws takes
// back only itself: then the batch is taken back and done again, each write in a savepoint of its own, which the usual batch is spared.
import type { Database } from 'bun:sqlite'

/** `work` must be synchronous, for a transaction commits at the first await, and may run twice. */
export type Writer = <Result>(work: () => Result) => Promise<Result>

type Work = () => unknown
type Waiting = { work: Work; resolve: (result: never) => void; reject: (cause: unknown) => void }
type Ended = { ok: true; result: unknown } | { ok: false; cause: unknown }

const attempt = (run: () => unknown): Ended => {
  try {
    return { ok: true, result: run() }
  } catch (cause) {
    return { ok: false, cause }
  }
}

/** Runs all of them and answers how each one ended; throws when nothing of it was kept. */
const makeCommit = (db: Database) => {
  const one = db.transaction((work: Work) => work()) // inside another transaction it is a savepoint
  const apart = db.transaction((batch: Waiting[]) => batch.map(({ work }) => attempt(() => one(work))))
  let failed: { cause: unknown } | null = null
  const together = db.transaction((batch: Waiting[]) =>
    batch.map(({ work }): Ended => {
      const end = attempt(work)
      if (end.ok) return end
      failed = end
      throw end.cause
    }),
  )
  return (batch: Waiting[]): Ended[] => {
    failed = null
    try {
      return together.immediate(batch)
    } catch (cause) {
      if (!failed) throw cause // the database's own fault: busy, full
      return batch.length === 1 ? [{ ok: false, cause }] : apart.immediate(batch)
    }
  }
}

export const makeWriter = (db: Database): Writer => {
  let waiting: Waiting[] = []
  const commit = makeCommit(db)
  const flush = () => {
    const batch = waiting
    waiting = []
    try {
      const ended = commit(batch)
      for (const [i, { resolve, reject }] of batch.entries()) {
        const end = ended[i] as Ended
        if (end.ok) resolve(end.result as never)
        else reject(end.cause)
      }
    } catch (cause) {
      for (const { reject } of batch) reject(cause)
    }
  }
  return <Result>(work: () => Result) =>
    new Promise<Result>((resolve, reject) => {
      const all = waiting.push({ work, resolve: resolve as (result: never) => void, reject })
      if (all === 1) setImmediate(flush)
    })
}
