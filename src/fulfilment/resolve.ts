// What the seller or the customer decides about an order that waits, is held, or is unknown: all of it in one place.
export { approve, otherService } from './approve.ts'
export type { Resolution, Which } from './decision.ts'
export { type Back, choose, giveBack } from './give-back.ts'
export { notTaken, notTakenGiveBack, sendAgain, taken } from './unknown.ts'
