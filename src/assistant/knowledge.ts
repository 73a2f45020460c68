// Answers to general questions from the seller's own documents: the passage that fits best, quoted word for word, or nothing.
// No model: what is said is what the seller wrote. Indexes are made once a version of a shop's documents and kept for a while.
import type { ShopId } from '../lib/brand.ts'
import { cut } from '../lib/text.ts'
import type { KnowledgeHead } from '../store/documents.ts'
import type { Store } from '../store/store.ts'
import type { Near } from './nearest.ts'
import { type Hit, indexPassages, type PassageIndex } from './passage-index.ts'
import { LONGEST_QUOTE } from './passages.ts'

/** A passage that fits a question. `text` is the seller's writing: data, never an order. `score`: 0 to 1. */
export type Passage = Hit
export type Answer = { document: string; title: string; text: string }

export type KnowledgeDeps = {
  indexOf(shop: ShopId): Promise<PassageIndex>
  /** Passages near in meaning, where the model's server has embeddings; only for what a model reads. */
  near?: Near
}

/** The part of what a question tells that a passage must hold to be quoted, and to be looked at by a model at all. */
const ANSWERS = 0.5
const CONCERNS = 0.2

const byWords = async (deps: KnowledgeDeps, { shop, question, limit }: Asking): Promise<Passage[]> => {
  const index = await deps.indexOf(shop)
  return index.search(question, limit).filter(({ score }) => score >= CONCERNS)
}

type Asking = { shop: ShopId; question: string; limit: number }

const sameAs = (one: Passage) => (other: Passage) =>
  one.document === other.document && one.text === other.text

/** By turns from both lists, each passage once: neither score can be held against the other. */
const mixed = (words: readonly Passage[], meanings: readonly Passage[], limit: number): Passage[] =>
  Array.from({ length: Math.max(words.length, meanings.length) }, (_, at) => [words[at], meanings[at]])
    .flat()
    .filter((one) => one !== undefined)
    .filter((one, at, all) => all.findIndex(sameAs(one)) === at)
    .slice(0, limit)

/** Best first, at most `limit`; none where nothing in the documents concerns the question. */
export const passagesFor = async (deps: KnowledgeDeps, asking: Asking): Promise<Passage[]> => {
  const words = await byWords(deps, asking)
  if (!deps.near) return words
  const meanings = await deps.near(await deps.indexOf(asking.shop), asking.question, asking.limit)
  return mixed(words, meanings, asking.limit)
}

/** "Bisa jadi agen? Syaratnya apa" asks twice about one thing: each sentence may find it. */
const SENTENCES = 4
const sentencesOf = (question: string): string[] => {
  const said = question.split(/[?!\n]+|\.\s/).filter((sentence) => /\p{L}{2,}\P{L}+\p{L}{2,}/u.test(sentence))
  return said.length > 1 || said[0] !== question ? said.slice(0, SENTENCES) : []
}

/** The first of what is asked that is answered. */
const bestOf = async (
  deps: KnowledgeDeps,
  shop: ShopId,
  questions: readonly string[],
): Promise<Passage | null> => {
  for (const question of questions) {
    const [best] = await byWords(deps, { shop, question, limit: 1 })
    if (best && best.score >= ANSWERS) return best
  }
  return null
}

/** At most 500 characters of plain text and where they stand; null when no passage fits well enough. */
export const answerFrom = async (
  deps: KnowledgeDeps,
  { shop, question }: { shop: ShopId; question: string },
): Promise<Answer | null> => {
  const best = await bestOf(deps, shop, [question, ...sentencesOf(question)])
  if (!best) return null
  return { document: best.document, title: best.title, text: cut(best.text, LONGEST_QUOTE) }
}

/** Characters of text whose indexes are kept at a time; the shops asked last stay. */
const MOST_KEPT = 12_000_000

type Kept = { mark: string; length: number; index: Promise<PassageIndex> }

/** Changes when any document of the shop does: one that was removed and written anew has another time. */
const markOf = (heads: readonly KnowledgeHead[]): string =>
  heads.map(({ id, v, at }) => `${id}:${v}:${at}`).join(' ')

/** One index a shop, made anew when its documents have changed; only their heads are read for each question. */
export const makeKnowledge = ({ store }: { store: Pick<Store, 'knowledge'> }): KnowledgeDeps => {
  const kept = new Map<ShopId, Kept>()
  const make = async (shop: ShopId, heads: readonly KnowledgeHead[]): Promise<PassageIndex> => {
    const documents = []
    for (const { id } of heads) {
      const found = await store.knowledge.get(shop, id)
      if (found) documents.push(found)
    }
    return indexPassages(documents)
  }
  const keep = (shop: ShopId, one: Kept) => {
    kept.delete(shop)
    kept.set(shop, one)
    let length = [...kept.values()].reduce((sum, { length: more }) => sum + more, 0)
    for (const [other, { length: less }] of kept) {
      if (length <= MOST_KEPT || other === shop) break
      kept.delete(other)
      length -= less
    }
  }
  return {
    indexOf: (shop) =>
      store.knowledge.list(shop).then((heads) => {
        const mark = markOf(heads)
        const known = kept.get(shop)
        const length = heads.reduce((sum, head) => sum + head.length, 0)
        const one = known?.mark === mark ? known : { mark, length, index: make(shop, heads) }
        keep(shop, one)
        // What could not be made is tried again by the next question.
        one.index.catch(() => kept.get(shop) === one && kept.delete(shop))
        return one.index
      }),
  }
}
