// Group commit: the writes of one turn of the event loop share a transaction, each in a savepoint of its own, and are answered
// after COMMIT. A write that throws takes back only itself.
import type { Database } from 'bun:sqlite'

/** `work` must be synchronous. */
export type Writer = <Result>(work: () => Result) => Promise<Result>

type Waiting = { work: () => unknown; resolve: (result: never) => void; reject: (cause: unknown) => void }
type Ended = { ok: true; result: unknown } | { ok: false; cause: unknown }

export const makeWriter = (db: Database): Writer => {
  let waiting: Waiting[] = []
  const one = db.transaction((work: () => unknown) => work())
  const attempt = (work: () => unknown): Ended => {
    try {
      return { ok: true, result: one(work) }
    } catch (cause) {
      return { ok: false, cause }
    }
  }
  const all = db.transaction((batch: Waiting[]) => batch.map(({ work }) => attempt(work)))
  const flush = () => {
    const batch = waiting
    waiting = []
    try {
      const ended = all.immediate(batch)
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
      if (waiting.push({ work, resolve: resolve as (result: never) => void, reject }) === 1)
        setImmediate(flush)
    })
}
