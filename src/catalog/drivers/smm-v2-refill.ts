// Pure reading of a refill's answers at v2 panels: asked for once, then how it stands. What can't be read is unknown, never a yes.
import type { ProviderFault, RefillOutcome, RefillStatus } from '../provider.ts'
import { type Answer, type Clean, errorTexts, isRow, readFault, unwrapped } from './smm-v2-read.ts'

const idIn = (value: unknown): string | undefined => {
  const text = typeof value === 'number' || typeof value === 'string' ? String(value).trim() : ''
  return /^[\w.-]{1,64}$/.test(text) && text !== '0' && text !== 'false' ? text : undefined
}

/** `{"refill":"1"}`, a list of one row, `{"success":…,"refill":12345}`; an error is a refusal: asking twice is what panels refuse anyway. */
export const readRefill = (answer: Answer, clean: Clean): RefillOutcome => {
  const value = unwrapped(answer.json)
  if (answer.status >= 500 || !isRow(value)) return { kind: 'unknown', detail: clean(answer.text) }
  const inner = value['refill']
  const [error] = [value, inner].filter(isRow).flatMap((json) => errorTexts({ ...answer, json }))
  if (error !== undefined) return { kind: 'refused', message: clean(error) }
  const id = idIn(inner)
  return id === undefined ? { kind: 'unknown', detail: clean(answer.text) } : { kind: 'accepted', id }
}

const STATES: Readonly<Record<string, NonNullable<RefillStatus['state']>>> = {
  completed: 'done',
  complete: 'done',
  success: 'done',
  rejected: 'failed',
  canceled: 'failed',
  cancelled: 'failed',
  fail: 'failed',
  failed: 'failed',
  pending: 'pending',
  awaiting: 'pending',
  processing: 'pending',
  inprogress: 'pending',
}

/** An unknown word is no news. */
export const readRefillStatus = (
  answer: Answer,
  clean: Clean,
): ({ ok: true } & RefillStatus) | ProviderFault => {
  const value = unwrapped(answer.json)
  const said = isRow(value) ? value['status'] : undefined
  const failing = isRow(value) && (value['error'] ?? value['message'] ?? value['msg']) !== undefined
  if (answer.status >= 500 || typeof said !== 'string' || failing) return readFault(answer, clean)
  const plain = said.toLowerCase().replace(/[\s_-]+/g, '')
  const state = Object.hasOwn(STATES, plain) ? STATES[plain] : undefined
  return { ok: true, word: clean(said), ...(state ? { state } : {}) }
}
