// How an action is called depends on where the order stands: "send again" after a refusal, "send anyway" at a risen price.
import { words } from '../../text/decisions.ts'
import type { OrderAction, OrderMatter } from '../../types.ts'

type Label = keyof ReturnType<typeof words>['actions']

const labelKey = (action: OrderAction, order: Pick<OrderMatter, 'state'>): Label => {
  if (action === 'sendAnyway' && order.state === 'held') return 'sendHeld'
  return action === 'taken' && order.state === 'submitted' ? 'enterId' : action
}

export const labelOf = (action: OrderAction, order: Pick<OrderMatter, 'state'>): string =>
  words().actions[labelKey(action, order)]

export const explanationOf = (action: OrderAction, order: Pick<OrderMatter, 'state'>): string =>
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
