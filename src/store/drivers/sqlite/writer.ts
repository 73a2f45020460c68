// Group commit: the writes of one turn of the event loop share a transaction, each in a savepoint of its own, and are answered
// after COMMIT. A write that throws takes back only itself.
import type { Database } from 'bun:sqlite'

/** `work` must be synchronous: a transaction commits at the first await. */
export type Writer = <Result>(work: () => Result) => Promise<Result>

type Work = () => unknown
type Waiting = { work: Work; resolve: (result: never) => void; reject: (cause: unknown) => void }
type Ended = { ok: true; result: unknown } | { ok: false; cause: unknown }

/** Runs all of them and answers how each one ended; throws when nothing of it was kept. */
const makeCommit = (db: Database) => {
  const one = db.transaction((work: Work) => work()) // inside another transaction it is a savepoint
  const attempt = (run: () => unknown): Ended => {
    try {
      return { ok: true, result: run() }
    } catch (cause) {
      return { ok: false, cause }
    }
  }
  const all = db.transaction((batch: Waiting[]) => batch.map(({ work }) => attempt(() => one(work))))
  return (batch: Waiting[]): Ended[] => {
    const [only] = batch
    return batch.length === 1 && only ? [attempt(() => one.immediate(only.work))] : all.immediate(batch)
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
