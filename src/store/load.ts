// Loads a copy that is a file of documents into an empty database, all but the platform, and compares what then is there.
import { type Outcome, refuse } from '../lib/outcome.ts'
import { type Dump, type Dumped, digestOf, isSame, lotOf, NOUNS, type Noun } from './dump.ts'
import { type CopyFault, type CopyRead, readCopy } from './dump-file.ts'

/** Not as it was written, though nothing refused it. */
export type LoadFault = CopyFault | 'differs'

const makeLots = (to: Pick<Dump, 'write'>) => {
  let noun: Noun = NOUNS[0]
  let lot: Dumped[] = []
  const flush = async (): Promise<void> => {
    const rows = lot
    lot = []
    if (rows.length > 0) await to.write(noun, rows)
  }
  return {
    flush,
    add: async (of: Noun, row: Dumped): Promise<void> => {
      if (of !== noun || lot.length >= lotOf(noun)) await flush()
      noun = of
      lot.push(row)
    },
  }
}

export const loadCopy = async (file: string, to: Dump): Promise<Outcome<CopyRead, LoadFault>> => {
  const lots = makeLots(to)
  const read = await readCopy(file, async ({ noun, id, n, doc }) => {
    if (noun !== 'platform') await lots.add(noun, { id, doc, ...(n === undefined ? {} : { n }) })
  })
  if (!read.ok) return read
  await lots.flush()
  for (const noun of NOUNS)
    if (noun !== 'platform' && !isSame(read.digests[noun], await digestOf(to, noun)))
      return refuse('differs', noun)
  return read
}
