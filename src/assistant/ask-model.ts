// The model with everything around it: breaker, budget, a bounded talk, and only what was issued may come back.
import type { Millis } from '../lib/brand.ts'
import type { Log } from '../lib/log.ts'
import { DEFAULTS } from '../model/defaults.ts'
import type { Understanding } from '../model/understanding.ts'
import { toldIn } from './answer.ts'
import type { Breaker, Entry } from './breaker.ts'
import { type Budget, MOST_ASKED, type Reserved } from './budget.ts'
import type { Completions } from './completions.ts'
import type { Asker, Llm, Passage, Question, ShopQuestion, Told } from './llm.ts'
import { type Bounds, converse, type Ended, type Final, type Tool } from './loop.ts'
import { type Mask, type Opening, openAnswer, openReading } from './prompt.ts'
import { knowledgeSearch } from './tools/knowledge-search.ts'
import { replyTool } from './tools/reply.ts'
import { searchProducts } from './tools/search-products.ts'
import { understoodTool } from './tools/understood.ts'

export type ModelDeps = {
  completions: Completions
  breaker: Breaker
  /** Null: nobody's, as on the command line. */
  budget: Budget | null
  mask: Mask
  log: Log
  clock: { now(): Millis }
  /** For one customer's turn with all that is asked in it. */
  timeMs?: number
}

const { ai } = DEFAULTS
const BOUNDS: Bounds = { steps: ai.steps, tokens: ai.tokens, answerTokens: ai.answerTokens }

/** Nothing is answered in less. */
const LEAST = 50

type Run<Word> = (signal: AbortSignal) => Promise<Ended<Word>>
type Held = { entry: Entry; reserved: Reserved | null }

const hold = async ({ breaker, budget }: ModelDeps, by: Asker | undefined): Promise<Held | null> => {
  const entry = breaker.enter()
  if (!entry) return null
  if (!budget || !by) return { entry, reserved: null }
  const reserved = await budget.reserve(by, MOST_ASKED).catch((cause: unknown) => {
    breaker.leave(entry, 'unasked')
    throw cause
  })
  if (reserved) return { entry, reserved }
  breaker.leave(entry, 'unasked')
  return null
}

/** Null also where the shop's own word shall stand at once: nothing is asked of a server that rests, or beyond the budget. */
const guarded = async <Word>(
  deps: ModelDeps,
  by: Asker | undefined,
  run: Run<Word>,
): Promise<Word | null> => {
  const left = (deps.timeMs ?? ai.timeMs) - (by?.since === undefined ? 0 : deps.clock.now() - by.since)
  const held = left < LEAST ? null : await hold(deps, by)
  if (!held) return null
  const { entry, reserved } = held
  const signal = AbortSignal.timeout(entry === 'probe' ? Math.min(ai.probeMs, left) : left)
  const ended = await run(signal).catch((cause: unknown) => {
    // A tool's own fault tells nothing of the server, and what was used by then nobody knows: it stays taken.
    deps.breaker.leave(entry, 'unasked')
    throw cause
  })
  deps.breaker.leave(entry, ended.fault ?? 'answered')
  if (reserved)
    await deps.budget?.settle(reserved, { tokens: ended.tokens, fault: ended.fault !== undefined })
  return ended.word
}

type Setup<Word> = { opening: Opening; tools: Tool[]; final: Final<Word> }

const talk =
  <Word>({ completions }: ModelDeps, { opening, tools, final }: Setup<Word>): Run<Word> =>
  (signal) =>
    converse(completions, { opening: opening.turns, tools, final, bounds: BOUNDS, signal })

const second = async (deps: ModelDeps, question: Question): Promise<Understanding | null> => {
  const opening = openReading(question, deps.mask)
  const { shown = [], mid } = question.asked.context
  const issued = new Set([...opening.rows.map((row) => row.mid), ...shown, ...(mid ? [mid] : [])])
  const tools = [searchProducts(question.catalogue, (found) => issued.add(found))]
  const meaning = await guarded(deps, question.by, talk(deps, { opening, tools, final: understoodTool }))
  return meaning && onlyIssued(meaning, issued)
}

const onlyIssued = ({ mid, mids, ...rest }: Understanding, issued: Set<number>): Understanding => ({
  ...rest,
  ...(mid !== undefined && issued.has(mid) ? { mid } : {}),
  ...(mids ? { mids: mids.filter((one) => issued.has(one)) } : {}),
})

const answered = async (deps: ModelDeps, question: ShopQuestion): Promise<Told | null> => {
  const opening = openAnswer(question, deps.mask)
  const mids = new Set([...opening.rows.map((row) => row.mid), ...(question.shown ?? [])])
  const passages: Passage[] = []
  const tools = [
    searchProducts(question.catalogue, (found) => mids.add(found)),
    knowledgeSearch(question.passages, { issue: (passage) => passages.push(passage), mask: deps.mask }),
  ]
  const setup = { opening, tools: question.small ? [] : tools, final: replyTool }
  const word = await guarded(deps, question.by, talk(deps, setup))
  return word?.known ? toldIn(word.text, { question, mids, passages }) : null
}

export const askModel = (deps: ModelDeps): Llm => {
  const quietly = async <Word>(work: Promise<Word | null>): Promise<Word | null> => {
    try {
      return await work
    } catch (cause) {
      // The books of usage could not be written or read: nobody's message fails for that.
      deps.log.error({ kind: cause instanceof Error ? cause.name : 'unknown' }, 'the model was not asked')
      return null
    }
  }
  return {
    understand: (question) => quietly(second(deps, question)),
    answer: (question) => quietly(answered(deps, question)),
  }
}
