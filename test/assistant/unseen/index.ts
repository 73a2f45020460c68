// Three sets, each by an author who did not know the reader. The first has been learnt from as a whole. The others are halved by a hash
// of the id: one half may be looked at, of the other only figures are known, so that they tell how the reader does with what it never saw.
import { ASKING_COMMENTS } from './first/asking-comments.ts'
import { ASKING_LINK } from './first/asking-link.ts'
import { ASKING_QUANTITY } from './first/asking-quantity.ts'
import { CHOOSING } from './first/choosing.ts'
import { CONFIRMING } from './first/confirming.ts'
import { ORDERS } from './first/idle-orders.ts'
import { QUESTIONS } from './first/idle-questions.ts'
import { WISHES } from './first/idle-wishes.ts'
import { PAYING } from './first/paying.ts'
import { SALDO } from './first/saldo.ts'
import { F_ASKING_COMMENTS } from './second/asking-comments.ts'
import { F_ASKING_LINK } from './second/asking-link.ts'
import { F_ASKING_QUANTITY } from './second/asking-quantity.ts'
import { F_CHOOSING } from './second/choosing.ts'
import { F_CONFIRMING } from './second/confirming.ts'
import { F_ORDERS } from './second/orders.ts'
import { F_PAYING } from './second/paying.ts'
import { F_GENERAL, F_QUESTIONS } from './second/questions.ts'
import { F_SALDO } from './second/saldo.ts'
import { F_TALK } from './second/talk.ts'
import { F_WISHES } from './second/wishes.ts'
import type { Case } from './shape.ts'
import { FIVE } from './third/five.ts'
import { FOUR } from './third/four.ts'
import { ONE } from './third/one.ts'
import { THREE } from './third/three.ts'
import { TWO } from './third/two.ts'

export type { Case, Label, Slots, Where } from './shape.ts'

export const HALVES = ['tuned', 'untouched'] as const
export type Half = (typeof HALVES)[number]

/** FNV-1a, stirred once more: ids that differ in their last sign alone must not fall on one side. */
const hashed = (id: string): Half => {
  let hash = 0x811c9dc5
  for (const char of id) hash = Math.imul(hash ^ char.charCodeAt(0), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) & 1 ? 'tuned' : 'untouched'
}

/** Of the other half by their hash, and seen by accident before the reader was tuned: no longer untouched. */
const SEEN = new Set(
  'fc010 fc033 fc037 fc044 fc055 fc056 fc061 fc063 fc138 fc148 fc150 fc151 fc161 fc164 fc173 fc187 fk012 fl013 fl054 fn008 fn043 fo059 fo060 fo061 fo062 fo073 fo074 fo075 fo076 fo077 fo093 fo094 fp081 fq089 fq105 fs046 fs047 fs048 fs049 fs061 fw056 fw155 fx004 fx029 fx030 fx031 fx032'.split(
    ' ',
  ),
)

export const halfOf = (id: string): Half => (SEEN.has(id) ? 'tuned' : hashed(id))

export type Unseen = Case & { half: Half; set: 'first' | 'second' | 'third' }

const FIRST: Case[] = [
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
]

const SECOND: Case[] = [
  ...F_WISHES,
  ...F_QUESTIONS,
  ...F_GENERAL,
  ...F_CHOOSING,
  ...F_ASKING_LINK,
  ...F_ASKING_QUANTITY,
  ...F_ASKING_COMMENTS,
  ...F_SALDO,
  ...F_CONFIRMING,
  ...F_PAYING,
  ...F_ORDERS,
  ...F_TALK,
]

/** Sixty customers of one shop, each over a whole sale. */
const THIRD: Case[] = [...ONE, ...TWO, ...THREE, ...FOUR, ...FIVE]

export const UNSEEN: Unseen[] = [
  ...FIRST.map((one) => ({ ...one, half: 'tuned' as const, set: 'first' as const })),
  ...SECOND.map((one) => ({ ...one, half: halfOf(one.id), set: 'second' as const })),
  ...THIRD.map((one) => ({ ...one, half: halfOf(one.id), set: 'third' as const })),
]
