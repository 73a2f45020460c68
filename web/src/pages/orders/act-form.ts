// What each decision must be told, and what is sent for it.
import { readWhole } from '../../lib/decimal.ts'
import { words } from '../../text/decisions.ts'
import { t } from '../../text/index.ts'
import type { OrderAction, OrderMatter } from '../../types.ts'

export type Values = {
  panelId: string
  reason: string
  remains: string
  sum: string
  to: string
  note: string
  service: string
}

const DECLARES: readonly OrderAction[] = ['endedCompleted', 'endedPartial', 'endedStopped']
export const GIVES: readonly OrderAction[] = ['giveBack', 'notTakenGiveBack', 'retryRefund']
export const MUST_SAY_WHY: readonly OrderAction[] = [...DECLARES, 'bookStray']
export const TAKES_WHY: readonly OrderAction[] = [
  ...MUST_SAY_WHY,
  'sendAgain',
  'notTaken',
  'notTakenGiveBack',
  'sendAnyway',
]

const openRefund = ({ refunds }: OrderMatter) =>
  refunds.find(({ state, to }) => state === 'failed' || (state === 'due' && to === 'hand'))
/** What waits for the seller's own transfer is most likely told as done; all else goes to saldo unless chosen otherwise. */
export const firstWay = (action: OrderAction, order: OrderMatter): string => {
  const open = action === 'retryRefund' ? openRefund(order) : undefined
  return open?.state === 'due' ? open.to : (order.ways[0] ?? 'saldo')
}

const openStray = ({ stray }: OrderMatter) =>
  stray.find(({ kind, state }) => state === 'due' && (kind === 'chargeback' || kind === 'otherCurrency'))

/** How much of the customer's money this moves, where that is known before. */
export const amountOf = (action: OrderAction, order: OrderMatter): number | undefined => {
  if (action === 'retryRefund') return openRefund(order)?.amount
  if (action === 'received') return order.claim?.amount
  if (!GIVES.includes(action)) return undefined
  const other = order.stray.find(({ kind, state }) => kind === 'otherSum' && state === 'due')
  return order.refundable > 0 ? order.refundable : other?.amount
}

export const checked = (
  action: OrderAction,
  values: Values,
): Partial<Record<keyof Values, string | undefined>> => {
  const w = words()
  const need = (wanted: boolean, value: string) => (wanted && !value.trim() ? t().required : undefined)
  const whole = (wanted: boolean, value: string) =>
    wanted && !((readWhole(value) ?? 0) > 0) ? t().required : undefined
  const panelId = action === 'taken' && values.panelId.trim() && !/^[\w-]{1,60}$/.test(values.panelId.trim())
  return {
    panelId: panelId ? w.badPanelId : need(action === 'taken', values.panelId),
    reason: need(MUST_SAY_WHY.includes(action), values.reason),
    remains: whole(action === 'endedPartial', values.remains),
    sum: whole(action === 'otherSum', values.sum),
    note: need(GIVES.includes(action) && values.to === 'hand', values.note),
    service: need(action === 'otherService', values.service) && w.pickFirst,
  }
}

export const bodyOf = (action: OrderAction, order: OrderMatter, values: Values) => {
  const text = (name: 'reason' | 'note') => (values[name].trim() ? { [name]: values[name].trim() } : {})
  const refund = action === 'retryRefund' ? openRefund(order)?.id : undefined
  const entry = action === 'bookStray' ? openStray(order)?.id : undefined
  return {
    action,
    standing: order.standing,
    ...(TAKES_WHY.includes(action) ? text('reason') : {}),
    ...(action === 'taken' ? { panelId: values.panelId.trim() } : {}),
    ...(action === 'endedPartial' ? { remains: readWhole(values.remains) } : {}),
    ...(action === 'otherSum' ? { sum: readWhole(values.sum) } : {}),
    ...(action === 'otherService' ? { service: values.service } : {}),
    ...(GIVES.includes(action) ? { to: values.to, ...(values.to === 'hand' ? text('note') : {}) } : {}),
    ...(order.claim && ['received', 'notYet', 'otherSum'].includes(action)
      ? { attempt: order.claim.attempt }
      : {}),
    ...(refund ? { refund } : {}),
    ...(entry ? { entry } : {}),
  }
}
