// Long polling: the updates after an offset, or why there are none.
import type { Telegram } from './api.ts'
import { ALLOWED_UPDATES } from './token.ts'

export type Polled<Update> =
  | { ok: true; updates: Update[] }
  | { ok: false; reason: 'unauthorized' | 'conflict' | 'unreachable'; detail: string }

const HOLD_SECONDS = 25

export const pollUpdates = async <Update>(
  telegram: Telegram,
  offset: number,
  signal: AbortSignal,
): Promise<Polled<Update>> => {
  const params = { offset, timeout: HOLD_SECONDS, allowed_updates: ALLOWED_UPDATES }
  const answer = await telegram.call<Update[]>('getUpdates', params, {
    timeoutMs: (HOLD_SECONDS + 15) * 1000,
    signal,
  })
  if (answer.ok) return { ok: true, updates: answer.result }
  const reason = answer.kind === 'unauthorized' || answer.kind === 'conflict' ? answer.kind : 'unreachable'
  return { ok: false, reason, detail: answer.detail }
}
