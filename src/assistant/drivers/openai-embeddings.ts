// Embeddings of any server that speaks OpenAI's words for them. What it answers is checked; after a fault it is left alone for a while.
import OpenAI from 'openai'
import * as v from 'valibot'
import { type Clock, MINUTE } from '../../lib/clock.ts'
import type { Log } from '../../lib/log.ts'
import type { Embedder } from '../embedder.ts'
import { capped } from './openai.ts'

export type EmbeddingSettings = { apiKey: string; baseUrl: string; model: string; timeoutMs?: number }

const TIMEOUT = 4000
const REST = 5 * MINUTE
/** A page of a document is cut into passages of 500 characters with a title; nothing longer is sent. */
const LONGEST = 1500
/** 64 vectors of 3072 numbers as text. */
const LONGEST_BODY = 8_000_000

const Answer = v.object({
  data: v.array(
    v.object({
      index: v.pipe(v.number(), v.integer(), v.minValue(0)),
      embedding: v.pipe(v.array(v.pipe(v.number(), v.finite())), v.minLength(1), v.maxLength(8192)),
    }),
  ),
})

/** One for each text, in order, all of one length; null where the server mixed them up. */
const vectorsIn = (answer: unknown, count: number): Float32Array[] | null => {
  const read = v.safeParse(Answer, answer)
  if (!read.success || read.output.data.length !== count) return null
  const vectors: Float32Array[] = []
  for (const { index, embedding } of read.output.data) vectors[index] = Float32Array.from(embedding)
  const [first] = vectors
  const whole = vectors.length === count && Object.keys(vectors).length === count
  return whole && vectors.every(({ length }) => length === first?.length) ? vectors : null
}

export const openaiEmbedder = (
  { apiKey, baseUrl, model, timeoutMs = TIMEOUT }: EmbeddingSettings,
  { log, clock }: { log: Pick<Log, 'warn'>; clock: Clock },
): Embedder => {
  const client = new OpenAI({
    apiKey,
    baseURL: baseUrl,
    fetch: capped(fetch, LONGEST_BODY) as typeof fetch,
    maxRetries: 0,
    timeout: timeoutMs,
    logLevel: 'off',
  })
  let restsUntil = 0
  const rest = (fault: string): null => {
    restsUntil = clock.now() + REST
    // Only the kind: an error may hold the request.
    log.warn({ fault }, 'the model server gave no embeddings, passages are found by their words')
    return null
  }
  return {
    embed: async (texts) => {
      if (texts.length === 0 || clock.now() < restsUntil) return null
      const input = texts.map((text) => text.slice(0, LONGEST) || ' ')
      try {
        const answer = await client.embeddings.create({ model, input, encoding_format: 'float' })
        return vectorsIn(answer, texts.length) ?? rest('unreadable')
      } catch (cause) {
        return rest(cause instanceof Error ? cause.name : 'unknown')
      }
    },
  }
}
