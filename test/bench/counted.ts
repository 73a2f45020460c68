// Counts what the MongoDB driver asks of its database, at the one door it has: writes that changed something, by collection; commands that
// found nothing to change (a look for work that is not there); reads.
import type { Database } from '../../src/store/drivers/mongodb/database.ts'
import type { Ring } from '../../src/store/drivers/mongodb/ring.ts'

const WRITES = ['insert', 'take', 'removeFirst', 'update', 'replace', 'put', 'bulk', 'remove'] as const
const READS = ['find', 'first', 'count', 'sums'] as const
type Asked = (typeof WRITES)[number] | (typeof READS)[number]

export type Counts = { writes: number; idle: number; reads: number; byCollection: Record<string, number> }

const none = (): Counts => ({ writes: 0, idle: 0, reads: 0, byCollection: {} })

/** `taken` answers what was counted since it was asked last. */
export const counted = (database: Database): { database: Database; taken(): Counts } => {
  let counts = none()
  const note = (name: string, asked: Asked, answer: unknown): void => {
    if (!(WRITES as readonly string[]).includes(asked)) counts.reads += 1
    // `put` answers nothing and always writes.
    else if (asked !== 'put' && !answer) counts.idle += 1
    else {
      counts.writes += 1
      counts.byCollection[name] = (counts.byCollection[name] ?? 0) + 1
    }
  }
  const known = new Map<string, Ring>()
  const over = (name: string): Ring => {
    const ring = database.of(name)
    const told = { ...ring } as Record<string, unknown>
    for (const asked of [...WRITES, ...READS])
      told[asked] = async (...input: unknown[]) => {
        const answer = await (ring[asked] as (...given: unknown[]) => Promise<unknown>)(...input)
        note(name, asked, answer)
        return answer
      }
    return told as Ring
  }
  return {
    database: {
      ...database,
      of: (name) => {
        const ring = known.get(name) ?? over(name)
        known.set(name, ring)
        return ring
      },
    },
    taken: () => {
      const now = counts
      counts = none()
      return now
    },
  }
}
