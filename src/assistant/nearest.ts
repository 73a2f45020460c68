// Passages near a question in meaning, for the model to read: vectors are made in the background, once a text, and kept for a while.
// Nobody waits for them, and they never decide alone what is said.
import type { Embedder } from './embedder.ts'
import type { Hit, PassageIndex } from './passage-index.ts'

export type Near = (index: PassageIndex, question: string, limit: number) => Promise<Hit[]>

/** Of one shop; the first ones, for what a seller writes first is seldom the appendix. */
const MOST_PASSAGES = 1500
const MOST_KEPT = 6000
const BATCH = 64
/** Below this two texts have nothing in common in any model that was seen. */
const LEAST = 0.2

type Vectors = Map<string, Float32Array>

const lengthOf = (vector: Float32Array): number => Math.sqrt(vector.reduce((sum, one) => sum + one * one, 0))

const cosine = (a: Float32Array, b: Float32Array): number => {
  if (a.length !== b.length) return 0
  let dot = 0
  for (let at = 0; at < a.length; at++) dot += (a[at] ?? 0) * (b[at] ?? 0)
  return dot / (lengthOf(a) * lengthOf(b) || 1)
}

const textOf = ({ title, heading, text }: Hit): string => `${title}\n${heading}\n${text}`

const keep = (kept: Vectors, texts: readonly string[], vectors: readonly Float32Array[]): void => {
  for (const [at, text] of texts.entries()) {
    const vector = vectors[at]
    if (vector) kept.set(text, vector)
  }
  for (const text of kept.keys()) {
    if (kept.size <= MOST_KEPT) return
    kept.delete(text)
  }
}

/** `mask`: what leaves the house has no telephone, wallet or bank numbers in it. */
export const makeNear = ({ embedder, mask }: { embedder: Embedder; mask(text: string): string }): Near => {
  const kept: Vectors = new Map()
  const underway = new WeakSet<PassageIndex>()
  /** Until one batch fails: then the next question begins again where it stopped. */
  const learn = async (index: PassageIndex, missing: readonly string[]): Promise<void> => {
    if (underway.has(index)) return
    underway.add(index)
    try {
      for (let from = 0; from < missing.length; from += BATCH) {
        const texts = missing.slice(from, from + BATCH)
        const vectors = await embedder.embed(texts.map(mask))
        if (!vectors) return
        keep(kept, texts, vectors)
      }
    } finally {
      underway.delete(index)
    }
  }
  return async (index, question, limit) => {
    const passages = index.all.slice(0, MOST_PASSAGES)
    const missing = passages.map(textOf).filter((text) => !kept.has(text))
    if (missing.length > 0) void learn(index, missing)
    if (missing.length === passages.length) return []
    const [asked] = (await embedder.embed([mask(question)])) ?? []
    if (!asked) return []
    return passages
      .flatMap((passage) => {
        const vector = kept.get(textOf(passage))
        return vector ? [{ ...passage, score: cosine(asked, vector) }] : []
      })
      .filter(({ score }) => score >= LEAST)
      .sort((a, b) => b.score - a.score)
      .slice(0, limit)
  }
}
