// Any server that speaks Chat Completions with function calling, by the kept client. Its words stay in here: turns and tools go out,
// text and calls come back, whatever went wrong is one of four faults. Only a fault's kind is logged: an error may hold the request.
import OpenAI, { APIConnectionError, APIConnectionTimeoutError, APIError, APIUserAbortError } from 'openai'
import type { ChatCompletionMessageParam } from 'openai/resources/chat/completions'
import * as v from 'valibot'
import type { Log } from '../../lib/log.ts'
import { refuse } from '../../lib/outcome.ts'
import type { Asking, Completion, Completions, Fault, Turn } from '../completions.ts'

export type OpenAiSettings = {
  apiKey: string
  baseUrl?: string
  model: string
  /** The guarded client when the address was typed on a page. */
  fetch?: typeof fetch
}

const LONGEST_BODY = 1_000_000

/** Reads an answer whole, up to a size: a server may send without end. No key follows a redirect. */
export const capped =
  (ask: typeof fetch, longest = LONGEST_BODY) =>
  async (input: string | URL | Request, init?: RequestInit): Promise<Response> => {
    const answer = await ask(input, { ...init, redirect: 'manual' })
    const chunks: Uint8Array[] = []
    let size = 0
    for await (const chunk of (answer.body ?? []) as AsyncIterable<Uint8Array>) {
      size += chunk.byteLength
      if (size > longest) throw new RangeError('the answer is too long')
      chunks.push(chunk)
    }
    const headers = new Headers(answer.headers)
    headers.delete('content-encoding')
    headers.delete('content-length')
    return new Response(Buffer.concat(chunks), { status: answer.status, headers })
  }

export const openaiCompletions = (settings: OpenAiSettings, deps: { log: Log }): Completions => {
  const client = new OpenAI({
    apiKey: settings.apiKey,
    ...(settings.baseUrl ? { baseURL: settings.baseUrl } : {}),
    fetch: capped(settings.fetch ?? fetch) as typeof fetch,
    maxRetries: 1,
    logLevel: 'off',
  })
  return {
    complete: async (asking) => {
      try {
        const answer = await client.chat.completions.create(bodyOf(settings.model, asking), {
          signal: asking.signal,
        })
        const completion = readCompletion(answer, asking)
        if (completion) return { ok: true, completion }
        deps.log.warn({ fault: 'unreadable' }, 'the model gave no usable answer')
        return refuse('unreadable')
      } catch (cause) {
        const fault = faultOf(cause, asking.signal)
        deps.log.warn(
          { fault, kind: cause instanceof Error ? cause.name : 'unknown' },
          'the model gave no usable answer',
        )
        return refuse(fault)
      }
    },
  }
}

/** Of the key, the address or the model. 400 and 422 may be said of one customer's words, which must not silence it for the others. */
const REFUSED = [401, 403, 404, 405]

const faultOf = (cause: unknown, { aborted }: AbortSignal): Fault => {
  if (aborted || cause instanceof APIConnectionTimeoutError || cause instanceof APIUserAbortError)
    return 'timeout'
  if (cause instanceof APIConnectionError) return 'fault'
  if (cause instanceof APIError) return REFUSED.includes(cause.status ?? 0) ? 'refused' : 'fault'
  return cause instanceof SyntaxError ? 'unreadable' : 'fault'
}

const messageOf = (turn: Turn): ChatCompletionMessageParam => {
  if (turn.role === 'tool') return { role: 'tool', tool_call_id: turn.call, content: turn.text }
  if (turn.role !== 'model') return { role: turn.role, content: turn.text }
  return {
    role: 'assistant',
    content: turn.text,
    tool_calls: turn.calls.map(({ id, name, args }) => ({
      id,
      type: 'function',
      function: { name, arguments: args },
    })),
  }
}

const bodyOf = (model: string, { turns, tools, must, maxTokens }: Asking) => ({
  model,
  messages: turns.map(messageOf),
  tools: tools.map(({ name, description, parameters }) => ({
    type: 'function' as const,
    function: { name, description, parameters, strict: true },
  })),
  tool_choice: must ? { type: 'function' as const, function: { name: must } } : ('required' as const),
  max_completion_tokens: maxTokens,
})

const Shape = v.object({
  choices: v.array(
    v.object({
      message: v.object({
        content: v.optional(v.nullable(v.string())),
        tool_calls: v.optional(
          v.nullable(
            v.array(
              v.object({
                id: v.optional(v.string()),
                function: v.object({ name: v.string(), arguments: v.string() }),
              }),
            ),
          ),
        ),
      }),
    }),
  ),
  usage: v.optional(v.unknown()),
})
const count = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(10_000_000))
const Usage = v.object({ prompt_tokens: count, completion_tokens: count })

const LETTERS_A_TOKEN = 3

/** What the server counted, else by the letters: nobody's question is free. */
const tokensOf = (usage: unknown, { turns, tools, maxTokens }: Asking) => {
  const counted = v.safeParse(Usage, usage)
  if (counted.success) return { in: counted.output.prompt_tokens, out: counted.output.completion_tokens }
  const letters = JSON.stringify([turns, tools]).length
  return { in: Math.ceil(letters / LETTERS_A_TOKEN), out: maxTokens }
}

/** A server that is not what it says may answer a page as a string, or anything else. */
const readCompletion = (answer: unknown, asking: Asking): Completion | null => {
  const shape = v.safeParse(Shape, answer)
  const message = shape.success ? shape.output.choices[0]?.message : undefined
  if (!shape.success || !message) return null
  const calls = (message.tool_calls ?? []).map(({ id, function: { name, arguments: args } }, at) => ({
    id: id ?? `call_${at}`,
    name,
    args,
  }))
  return { text: message.content ?? null, calls, tokens: tokensOf(shape.output.usage, asking) }
}
