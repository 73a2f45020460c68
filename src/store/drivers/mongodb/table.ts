// A table of documents: each is one document of a collection, its fields as they are, and under `x` what queries need: never in the
// document's own words, always there or left out, so that indexes are plain. One change is one write guarded by the version read.
import { systemClock } from '../../../lib/clock.ts'
import type { Change, Created } from '../../change.ts'
import type { Setup, Value } from '../../tables.ts'
import type { Page, Ring, Row, Where } from './ring.ts'
import { fromStored, toStored } from './stored.ts'
import { type Ended, type InTurn, lost, makeBatches, makeTurns, stepsOn, untilWon } from './turns.ts'

export type Versioned = { v: number }

/** What a step makes of a document: the next one, or null to leave it, and what is answered. */
export type Step<Doc, Answer> = { next: Doc | null; answer: Answer }

export type Table<Doc extends Versioned> = {
  ring: Ring
  inTurn: InTurn
  read(id: string): Promise<Doc | null>
  find(where: Where, page?: Omit<Page, 'only'>): Promise<Doc[]>
  create(doc: Doc): Promise<Created>
  /** The last writer wins. */
  put(doc: Doc): Promise<void>
  /** Reads, steps and writes guarded by the version read, again until nobody came between. `null`: there is none. */
  move<Answer>(id: string, work: (doc: Doc) => Step<Doc, Answer>): Promise<Answer | null>
  change(id: string, decide: Change<Doc>, belongs?: (doc: Doc) => boolean): Promise<Doc | null>
  remove(id: string): Promise<boolean>
  /** The row that a document is stored as; `before`: the one that it takes the place of. */
  rowOf(doc: Doc, before?: Row): Row
  docOf(row: Row): Doc
}

/** Rises with every row made: rows of one moment keep their order, within a process exactly. */
const makeCounter = () => {
  let last = 0
  return (): number => {
    last = Math.max(last + 1, systemClock.now() * 1000)
    return last
  }
}
const nextN = makeCounter()

export const makeTable = <Doc extends Versioned>(
  ring: Ring,
  { id, fixed = {}, columns = {} }: Omit<Setup<Doc>, 'name'>,
): Table<Doc> => {
  const named = Object.entries({ ...fixed, ...columns })
  const inTurn = makeTurns()
  const ours = new Set(named.map(([name]) => name))
  /** What a newer version keeps there stays, as its fields in the document do: replicas are renewed one by one. */
  const indexed = (doc: Doc, before: Record<string, Value>): Record<string, Value> => {
    const x = Object.fromEntries(Object.entries(before).filter(([name]) => !ours.has(name)))
    for (const [name, of] of named) {
      const value = of(doc)
      if (value !== null) x[name] = value
    }
    return x
  }
  const rowOf = (doc: Doc, before?: Row): Row => {
    const x = (before?.['x'] ?? { n: nextN() }) as Record<string, Value>
    return { ...toStored(doc), _id: id(doc), x: indexed(doc, x) }
  }
  const docOf = ({ _id, x: _, ...stored }: Row): Doc => fromStored<Doc>(stored)
  const read = async (key: string): Promise<Doc | null> => {
    const row = await ring.first({ _id: key })
    return row && docOf(row)
  }
  const none: Ended = { ok: true, answer: null }
  const together = makeBatches<Doc>(ring.together, (key, works) =>
    untilWon<Ended[]>(ring, key, async () => {
      const row = await ring.first({ _id: key })
      if (!row) return works.map(() => none)
      const before = docOf(row)
      const { doc, changed, ended } = stepsOn(before, works)
      if (!changed) return ended
      return (await ring.replace({ _id: key, v: before.v }, rowOf(doc, row))) ? ended : lost
    }),
  )
  const move = <Answer>(key: string, work: (doc: Doc) => Step<Doc, Answer>) =>
    together<Answer | null>(key, work)
  return {
    ring,
    inTurn,
    read,
    rowOf,
    docOf,
    move,
    find: async (where, page = {}) => (await ring.find(where, page)).map(docOf),
    create: async (doc) => ((await ring.insert(rowOf(doc))) ? 'created' : 'exists'),
    put: (doc) => ring.put(rowOf(doc)),
    change: (key, decide, belongs) =>
      move<Doc | null>(key, (current) => {
        if (belongs && !belongs(current)) return { next: null, answer: null }
        const decided = decide(current)
        if (!decided) return { next: null, answer: current }
        const next = { ...decided, v: current.v + 1 }
        return { next, answer: next }
      }),
    remove: async (key) => (await ring.remove({ _id: key })) === 1,
  }
}
