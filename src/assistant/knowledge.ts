// Answers to general questions from the seller's own documents: the paragraph that shares the most telling words with the question,
// or nothing. No model: what is said is what the seller wrote.
import { cut } from '../lib/text.ts'
import { ADDRESS, FILLER } from '../model/words.ts'
import { hear } from './reader/said.ts'

export type KnowledgeDocument = { title: string; text: string }

const LONGEST = 500
/** The part of the question's telling words that a paragraph must hold. */
const THRESHOLD = 0.5
const QUESTION_WORDS = new Set(
  'apa apakah bagaimana berapa kapan kenapa mana dimana siapa bisa ada boleh mau tidak belum atau kalau cara tanya gimana butuh dapat sudah dan sama lagi jadi'.split(
    ' ',
  ),
)

const wordsOf = (text: string): string[] =>
  hear(text)
    .pieces.filter(({ sort }) => sort === 'word')
    .map(({ text: word }) => word)
    .filter((word) => word.length > 1 && !ADDRESS.has(word) && !FILLER.has(word) && !QUESTION_WORDS.has(word))

type Passage = { text: string; words: ReadonlySet<string> }

const passagesOf = (documents: readonly KnowledgeDocument[]): Passage[] =>
  documents.flatMap(({ title, text }) => {
    const heading = wordsOf(title)
    return text
      .split(/\n\s*\n|\r\n\s*\r\n/)
      .map((paragraph) => paragraph.replace(/\s+/g, ' ').trim())
      .filter(Boolean)
      .map((paragraph) => ({ text: paragraph, words: new Set([...heading, ...wordsOf(paragraph)]) }))
  })

/** Documents are read once; they come as the same array until the seller changes one. */
const read = new WeakMap<readonly KnowledgeDocument[], Passage[]>()
const passages = (documents: readonly KnowledgeDocument[]): Passage[] => {
  const known = read.get(documents)
  if (known) return known
  const made = passagesOf(documents)
  read.set(documents, made)
  return made
}

/** A word that stands in every paragraph tells nothing. */
const weightOf = (word: string, all: readonly Passage[]): number =>
  Math.log(1 + all.length / (1 + all.filter(({ words }) => words.has(word)).length))

/** At most 500 characters of plain text; null when no paragraph fits well enough. */
export const answerFrom = (documents: readonly KnowledgeDocument[], question: string): string | null => {
  const asked = [...new Set(wordsOf(question))]
  const all = passages(documents)
  if (asked.length === 0 || all.length === 0) return null
  const weights = asked.map((word) => weightOf(word, all))
  const whole = weights.reduce((sum, weight) => sum + weight, 0)
  const scoreOf = ({ words }: Passage): number =>
    asked.reduce((sum, word, at) => sum + (words.has(word) ? (weights[at] ?? 0) : 0), 0) / whole
  const best = all
    .map((passage) => ({ passage, score: scoreOf(passage) }))
    .reduce((a, b) => (b.score > a.score ? b : a))
  return best.score >= THRESHOLD ? cut(best.passage.text, LONGEST) : null
}
