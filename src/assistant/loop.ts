// A talk with the model, bounded on all sides: steps, calls a step, the size of what it sends, tokens, time. It ends with the one tool that
// takes its word, or with nothing. What the tools give out is what the shop issued.
import type { Call, Completions, Fault, Tokens, ToolSpec, Turn } from './completions.ts'

export type Tool = {
  spec: ToolSpec
  /** Rows for the model; null: these arguments are none. */
  run(args: unknown): Promise<unknown> | unknown
}
export type Final<Word> = {
  spec: ToolSpec
  /** Null: not of this shape. */
  read(args: unknown): Word | null
  /** Text instead of a call; without this it is no word. */
  plain?(text: string): Word | null
}
export type Bounds = { steps: number; tokens: number; answerTokens: number }

export type Talk<Word> = {
  opening: Turn[]
  tools: Tool[]
  final: Final<Word>
  bounds: Bounds
  signal: AbortSignal
}
export type Ended<Word> = { word: Word | null; fault?: Fault; tokens: Tokens }

const CALLS = 4
const LONGEST_ARGS = 4000
const LONGEST_RESULT = 4000

const parsed = (args: string): unknown => {
  try {
    return JSON.parse(args)
  } catch {
    return undefined
  }
}

const refused = (why: string): string => JSON.stringify({ error: why })

const resultOf = async (tools: Tool[], { name, args }: Call): Promise<string> => {
  const tool = tools.find(({ spec }) => spec.name === name)
  if (!tool) return refused('there is no such function')
  const given = parsed(args)
  const rows = given === undefined ? null : await tool.run(given)
  return rows === null
    ? refused('these arguments cannot be read')
    : JSON.stringify(rows).slice(0, LONGEST_RESULT)
}

const wordIn = <Word>({ spec, read }: Final<Word>, calls: Call[]): Word | null => {
  for (const { name, args } of calls) {
    const word = name === spec.name ? read(parsed(args)) : null
    if (word !== null) return word
  }
  return null
}

export const converse = async <Word>({ complete }: Completions, talk: Talk<Word>): Promise<Ended<Word>> => {
  const { tools, final, bounds, signal } = talk
  const turns = [...talk.opening]
  const tokens: Tokens = { in: 0, out: 0 }
  for (let step = 1; step <= bounds.steps; step++) {
    const only = step === bounds.steps || tools.length === 0
    const answer = await complete({
      turns,
      tools: only ? [final.spec] : [...tools.map(({ spec }) => spec), final.spec],
      ...(only ? { must: final.spec.name } : {}),
      maxTokens: bounds.answerTokens,
      signal,
    })
    if (!answer.ok) return { word: null, fault: answer.reason, tokens }
    const { completion } = answer
    tokens.in += completion.tokens.in
    tokens.out += completion.tokens.out
    const calls = completion.calls.slice(0, CALLS)
    if (calls.length === 0) {
      const word = completion.text === null ? null : (final.plain?.(completion.text) ?? null)
      return word === null ? { word, fault: 'unreadable', tokens } : { word, tokens }
    }
    if (calls.some(({ args }) => args.length > LONGEST_ARGS)) break
    const word = wordIn(final, calls)
    if (word !== null) return { word, tokens }
    // The next request holds at least what this one held.
    if (tokens.in + tokens.out + completion.tokens.in + bounds.answerTokens > bounds.tokens) break
    turns.push({ role: 'model', text: null, calls })
    for (const call of calls) turns.push({ role: 'tool', call: call.id, text: await resultOf(tools, call) })
  }
  return { word: null, fault: 'unreadable', tokens }
}
