// The index of one shop's passages: MiniSearch finds candidates, words near by spelling and beginnings of words included; what part of
// the question's telling words a passage holds decides whether it is an answer at all.
import MiniSearch from 'minisearch'
import { isFaint, tellingWords } from './knowledge-words.ts'
import { type Cutting, cutting } from './passages.ts'

export type Written = { id: string; title: string; text: string }
/** `score`: the part of what the question tells that the passage holds, 0 to 1. */
export type Hit = { document: string; title: string; heading: string; text: string; score: number }
export type PassageIndex = {
  /** Every passage, in the order of the documents; nothing is asked, so `score` is 0. */
  all: readonly Hit[]
  search(question: string, limit: number): Hit[]
}

type Row = { id: number; document: string; title: string; heading: string; text: string }

/** A slice of the event loop's time: other chats are answered in between. */
const SLICE = 100
const CANDIDATES = 40
/** A word that only looks like the one asked for counts less. */
const NEAR = 0.65
/** And a word that says little by itself; a question of such words alone has no answer. */
const FAINT = 0.4
const MOST_WORDS = 40

const makeMini = () =>
  new MiniSearch<Row>({
    fields: ['title', 'heading', 'text'],
    storeFields: [],
    tokenize: tellingWords,
    processTerm: (word) => word,
    searchOptions: {
      tokenize: (question) => question.split(' '),
      boost: { title: 1.5, heading: 2.5 },
      prefix: (word) => word.length > 4,
      fuzzy: (word) => (word.length > 7 ? 2 : word.length > 4 ? 1 : false),
      weights: { fuzzy: 0.3, prefix: 0.4 },
    },
  })

const pause = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

const cutInSlices = async (text: string): Promise<Cutting[]> => {
  const work = cutting(text)
  for (;;) {
    const step = work.next()
    await pause()
    if (step.done) return step.value
  }
}

const rowsOf = async (documents: readonly Written[]): Promise<Row[]> => {
  const rows: Row[] = []
  for (const { id: document, title, text } of documents) {
    for (const one of await cutInSlices(text)) rows.push({ id: rows.length, document, title, ...one })
  }
  return rows
}

/** In how many passages each word stands. */
const countWords = async (rows: readonly Row[]): Promise<Map<string, number>> => {
  const counts = new Map<string, number>()
  for (const [at, { title, heading, text }] of rows.entries()) {
    for (const word of new Set(tellingWords(`${title}\n${heading}\n${text}`)))
      counts.set(word, (counts.get(word) ?? 0) + 1)
    if (at % SLICE === SLICE - 1) await pause()
  }
  return counts
}

export const indexPassages = async (documents: readonly Written[]): Promise<PassageIndex> => {
  const rows = await rowsOf(documents)
  const counts = await countWords(rows)
  const mini = makeMini()
  await mini.addAllAsync(rows, { chunkSize: SLICE })
  /** A word that stands in every passage tells little, one that stands nowhere tells most: it may be what the question is about. */
  const weightOf = (word: string): number =>
    Math.log(1 + rows.length / (1 + (counts.get(word) ?? 0))) * (isFaint(word) ? FAINT : 1)
  const search = (question: string, limit: number): Hit[] => {
    const asked = [...new Set(tellingWords(question))].slice(0, MOST_WORDS)
    if (asked.every(isFaint) || rows.length === 0) return []
    const whole = asked.reduce((sum, word) => sum + weightOf(word), 0)
    const found = mini.search(asked.join(' ')).slice(0, CANDIDATES)
    const best = found[0]?.score ?? 1
    return found
      .map(({ id, match, queryTerms, score }) => {
        const held = queryTerms.reduce((sum, word) => sum + weightOf(word) * (word in match ? 1 : NEAR), 0)
        return {
          row: rows[id as number] as Row,
          score: held / whole,
          rank: held / whole + (0.5 * score) / best,
        }
      })
      .sort((a, b) => b.rank - a.rank)
      .slice(0, limit)
      .map(({ row: { id: _, ...row }, score }) => ({ ...row, score: Math.round(score * 1000) / 1000 }))
  }
  return { all: rows.map(({ id: _, ...row }) => ({ ...row, score: 0 })), search }
}
