// How an action is called depends on where the order stands: "send again" after a refusal, "send anyway" at a risen price.
import { words } from '../../text/decisions.ts'
import type { OrderAction, OrderMatter } from '../../types.ts'

type Label = keyof ReturnType<typeof words>['actions']

type Standing = Pick<OrderMatter, 'state' | 'why' | 'refunds'>

/** It goes by itself once what it waits for is there: nothing needs pressing. */
export const goesByItself = ({ state, why }: Pick<OrderMatter, 'state' | 'why'>): boolean =>
  state === 'waiting' && ['funds', 'sameLink', 'activeOrder'].includes(why ?? '')

/** A refund that waits for the seller's own transfer, and none that was refused. */
const isByHand = ({ refunds }: Standing): boolean =>
  refunds.some(({ state, to }) => state === 'due' && to === 'hand') &&
  refunds.every(({ state }) => state !== 'failed')

const labelKey = (action: OrderAction, order: Standing): Label => {
  if (action === 'sendAnyway' && order.state === 'held') return 'sendHeld'
  if (action === 'retryRefund' && isByHand(order)) return 'paidByHand'
  if (action === 'sendAnyway' && order.why !== 'price') return 'sendNow'
  return action === 'taken' && order.state === 'submitted' ? 'enterId' : action
}

export const labelOf = (action: OrderAction, order: Standing): string =>
  words().actions[labelKey(action, order)]

export const explanationOf = (action: OrderAction, order: Standing): string =>
  words().explain[labelKey(action, order)]

/** Money leaves by these, or a panel may be charged twice. */
const GRAVE: readonly OrderAction[] = [
  'giveBack',
  'sendAgain',
  'notTakenGiveBack',
  'endedStopped',
  'retryRefund',
]
export const isGrave = (action: OrderAction): boolean => GRAVE.includes(action)
