// Writers of one document in this process take turns, and those who wait together are one write: five hundred at once are a few writes,
// not a hundred thousand tries. Only other processes come between a read and its write; whoever loses to one reads again.
import type { Ring } from './ring.ts'

export const lost = Symbol('lost')

/** So many times others may come between before it is called a fault. */
const MOST_TRIES = 500
const LONGEST_WAIT = 25

/** Tries until `work` answers something else than `lost`. */
export const untilWon = async <Answer>(
  ring: Pick<Ring, 'name' | 'pause'>,
  key: string,
  work: () => Promise<Answer | typeof lost>,
): Promise<Answer> => {
  for (let attempt = 1; attempt <= MOST_TRIES; attempt++) {
    const answer = await work()
    if (answer !== lost) return answer as Answer
    await ring.pause(Math.min(LONGEST_WAIT, attempt))
  }
  throw new Error(`${ring.name} ${key}: others kept writing it`)
}

export type InTurn = <Answer>(key: string, work: () => Promise<Answer>) => Promise<Answer>

/** One after the other by key; a fault of one is its own. */
export const makeTurns = (): InTurn => {
  const last = new Map<string, Promise<unknown>>()
  return <Answer>(key: string, work: () => Promise<Answer>): Promise<Answer> => {
    const before = last.get(key)
    const mine = before ? before.then(work, work) : work()
    last.set(key, mine)
    const clear = () => {
      if (last.get(key) === mine) last.delete(key)
    }
    mine.then(clear, clear)
    return mine
  }
}

type Waiting<Doc> = {
  work(doc: Doc): { next: Doc | null; answer: unknown }
  resolve(answer: unknown): void
  reject(cause: unknown): void
}

export type Ended = { ok: true; answer: unknown } | { ok: false; cause: unknown }

/** Takes the steps one after the other on one document; one that throws is taken back alone. */
export const stepsOn = <Doc>(
  doc: Doc,
  works: readonly Pick<Waiting<Doc>, 'work'>[],
): { doc: Doc; changed: boolean; ended: Ended[] } => {
  let [now, changed] = [doc, false]
  const ended = works.map(({ work }): Ended => {
    try {
      const { next, answer } = work(now)
      if (next) [now, changed] = [next, true]
      return { ok: true, answer }
    } catch (cause) {
      return { ok: false, cause }
    }
  })
  return { doc: now, changed, ended }
}

/** `run` reads the document, takes all steps and writes once; it answers how each ended. */
export const makeBatches = <Doc>(
  most: number,
  run: (key: string, works: readonly Pick<Waiting<Doc>, 'work'>[]) => Promise<Ended[]>,
) => {
  const waiting = new Map<string, Waiting<Doc>[]>()
  const serve = async (key: string, queue: Waiting<Doc>[]): Promise<void> => {
    while (queue.length > 0) {
      const batch = queue.splice(0, most)
      try {
        const ended = await run(key, batch)
        for (const [i, end] of ended.entries())
          if (end.ok) batch[i]?.resolve(end.answer)
          else batch[i]?.reject(end.cause)
      } catch (cause) {
        for (const { reject } of batch) reject(cause)
      }
    }
    waiting.delete(key)
  }
  return <Answer>(key: string, work: (doc: Doc) => { next: Doc | null; answer: Answer }): Promise<Answer> =>
    new Promise<Answer>((resolve, reject) => {
      const queue = waiting.get(key)
      const mine = { work, resolve: resolve as (answer: unknown) => void, reject }
      if (queue) return void queue.push(mine)
      const first = [mine]
      waiting.set(key, first)
      void serve(key, first)
    })
}
