// The set nobody tunes the reader by. One half, chosen by a hash of the id, may be looked at; of the other half only figures are known.
import { ASKING_COMMENTS } from './asking-comments.ts'
import { ASKING_LINK } from './asking-link.ts'
import { ASKING_QUANTITY } from './asking-quantity.ts'
import { CHOOSING } from './choosing.ts'
import { CONFIRMING } from './confirming.ts'
import { ORDERS } from './idle-orders.ts'
import { QUESTIONS } from './idle-questions.ts'
import { WISHES } from './idle-wishes.ts'
import { PAYING } from './paying.ts'
import { SALDO } from './saldo.ts'
import type { Case } from './shape.ts'

export type { Case, Label, Slots, Where } from './shape.ts'

export const HALVES = ['tuned', 'untouched'] as const
export type Half = (typeof HALVES)[number]

/** FNV-1a, stirred once more: ids that differ in their last sign alone must not fall on one side. */
export const halfOf = (id: string): Half => {
  let hash = 0x811c9dc5
  for (const char of id) hash = Math.imul(hash ^ char.charCodeAt(0), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) & 1 ? 'tuned' : 'untouched'
}

export type Unseen = Case & { half: Half }

export const UNSEEN: Unseen[] = [
  ...WISHES,
  ...QUESTIONS,
  ...ORDERS,
  ...CHOOSING,
  ...ASKING_LINK,
  ...ASKING_QUANTITY,
  ...ASKING_COMMENTS,
  ...SALDO,
  ...CONFIRMING,
  ...PAYING,
].map((one) => ({ ...one, half: halfOf(one.id) }))
