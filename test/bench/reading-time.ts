// How long one reading takes: the median and the slowest of a hundred messages, beside a baseline of the same run. Each message counts
// by its best of several readings, so that what a busy machine does meanwhile is not taken for the reader's.
import { read } from '../../src/assistant/reader/index.ts'
import { readFacts } from '../../src/catalog/facts.ts'
import { madeName } from '../../src/catalog/names.ts'
import { entryOf } from '../../src/catalog/product.ts'
import type { Asked, AskedContext, CatalogueEntry } from '../../src/model/understanding.ts'
import { CATALOGUE } from '../assistant/catalogue.ts'
import { percentile } from './measure.ts'
import { manyRows } from './rows.ts'

export type Written = { text: string; state: Asked; context: AskedContext }
export type Times = { p50: number; p99: number }

const READINGS = 7
const WARM = 1000

const bestOf = (work: () => unknown): number => {
  let best = Number.POSITIVE_INFINITY
  for (let reading = 0; reading < READINGS; reading++) {
    const from = performance.now()
    work()
    best = Math.min(best, performance.now() - from)
  }
  return best
}

const timesOf = (took: number[]): Times => ({ p50: percentile(took, 0.5), p99: percentile(took, 0.99) })

const JSON_OF_CATALOGUE = JSON.stringify(CATALOGUE)
export const baseline = (): Times =>
  timesOf(Array.from({ length: 500 }, () => bestOf(() => JSON.parse(JSON_OF_CATALOGUE))))

export const readingOf = (catalogue: CatalogueEntry[], messages: readonly Written[]): Times => {
  const once = ({ text, state, context }: Written) => read({ text }, { state, context }, catalogue)
  // As a shop that has run for a minute: compiled.
  for (let warm = 0; warm < WARM; warm++) once(messages[warm % messages.length] as Written)
  return timesOf(messages.map((message) => bestOf(() => once(message))))
}

/** Rows as a panel sends them, as the shelf makes entries of them: with words to be found by. */
export const entriesOfRows = (count: number): CatalogueEntry[] =>
  manyRows(count).map((row, i) => {
    const facts = readFacts(row)
    const type = row.type === 'package' || row.type === 'custom_comments' ? row.type : 'default'
    return entryOf(
      { ...row, facts },
      { mid: i + 1, name: madeName(facts, row), price: Math.ceil(Number(row.rate)), type },
    )
  })

const WORDS = ['monetisasi', 'jempolan', 'suggest', 'konkuren', 'avatar', 'bronzemax', 'exclusive', 'retensi']

/** With a word in each that is no vocabulary of ours, so that the text search has to be asked. */
export const withWords = (): Written[] =>
  ['views yt', 'followers ig indonesia', 'likes tiktok yang murah', 'komentar ig', 'member telegram'].flatMap(
    (wish) => WORDS.map((word) => ({ text: `mau ${wish} ${word}`, state: 'idle' as const, context: {} })),
  )
