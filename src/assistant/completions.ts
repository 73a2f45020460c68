// The contract of a model server, as far as Lapak uses one: turns and tools in, text or calls out. One request each.
import type { Outcome } from '../lib/outcome.ts'

export type ToolSpec = {
  name: string
  description: string
  /** A strict JSON schema: every field required, none besides. */
  parameters: Record<string, unknown>
}
/** `args` as the model wrote them, JSON or not. */
export type Call = { id: string; name: string; args: string }
export type Turn =
  | { role: 'system' | 'user'; text: string }
  | { role: 'model'; text: string | null; calls: Call[] }
  | { role: 'tool'; call: string; text: string }

export type Tokens = { in: number; out: number }
export type Completion = { text: string | null; calls: Call[]; tokens: Tokens }

/** `timeout`: no answer in time. `refused`: the key, the address or the model is wrong. `fault`: the line or the server.
 *  `unreadable`: an answer that is none. */
export type Fault = 'timeout' | 'refused' | 'fault' | 'unreadable'

export type Asking = {
  turns: Turn[]
  tools: ToolSpec[]
  /** The one tool that must be called; else any of them. */
  must?: string
  maxTokens: number
  signal: AbortSignal
}

export type Completions = { complete(asking: Asking): Promise<Outcome<{ completion: Completion }, Fault>> }
