// The seller's decisions on orders and claimed bills, in their chat. A button decides on the standing that it was shown for; what has
// been decided meanwhile is told, not decided again. The verbs of the sale judge once more.
import { sumIn } from '../../assistant/amount.ts'
import type { Millis } from '../../lib/brand.ts'
import type { Outcome } from '../../lib/outcome.ts'
import { DEFAULTS } from '../../model/defaults.ts'
import type { DeskAction } from '../../model/desk-action.ts'
import type { Order } from '../../model/order.ts'
import type { Outgoing } from '../../model/say.ts'
import { sellerHow, showCard } from '../../notices/cards.ts'
import { endingOf } from '../../notices/ending.ts'
import { subjectOf } from '../../notices/seller.ts'
import { baseNamed, type Standing, standingsOf, withCost } from '../../notices/standing.ts'
import { type DeskSay, renderDesk } from '../../text/desk.ts'
import { renderEnded, renderSeller } from '../../text/seller.ts'
import type { Answered, DeskDeps, OrderVerbs, Seat, Which } from './deps.ts'

export type OrderAction = Extract<DeskAction, { order: string }>
type Deciding = Exclude<OrderAction, { desk: 'order' }>

export const say = (seat: Seat, told: DeskSay): Answered => ({
  replies: [renderDesk(told, sellerHow(seat.shop, seat.now))],
})

export const onOrder = async (deps: DeskDeps, seat: Seat, action: OrderAction): Promise<Answered> => {
  const order = await deps.store.orders.get(seat.shop.id, action.order)
  if (!order) return say(seat, { say: 'notHere' })
  if (action.desk === 'order') return showAll(deps, seat, order)
  const stands = standingOf(order, action, seat.now)
  return stands ? decide(deps, seat, { order, action, stands }) : over(deps, seat, { order, action })
}

const standingOf = (order: Order, { mark }: { mark: string }, now: Millis): Standing | undefined =>
  standingsOf(order, now).find((one) => one.mark === mark)

/** What stands of it now, as cards at the end of the chat; without any, how it stands. */
export const showAll = async (deps: DeskDeps, seat: Seat, order: Order): Promise<Answered> => {
  const standings = standingsOf(order, seat.now)
  const how = sellerHow(seat.shop, seat.now)
  if (standings.length === 0)
    return { replies: [renderEnded({ order }, endingOf(order, { base: '', shop: seat.shop }), how)] }
  const replies = []
  for (const stands of standings) {
    const { news, mark } = await withCost(stands, deps.costNow)
    const message = renderSeller(news, how)
    const shown = await showCard(deps, seat, { subject: subjectOf(order, mark), message })
    // What Telegram does not take now is said as any answer is, which waits for it.
    if (shown.kind !== 'sent') replies.push(message)
  }
  return { replies }
}

type Case = { order: Order; action: Deciding; stands: Standing }
type Verb = (which: Which) => Promise<Outcome<{ order: Order }>>

const decide = async (deps: DeskDeps, seat: Seat, { order, action, stands }: Case): Promise<Answered> => {
  const { number, quote } = order
  if (action.desk === 'taken')
    return { ...say(seat, { say: 'ask', ask: 'panelId', number }), ask: { ask: 'panelId', about: action } }
  if (action.desk === 'otherSum') {
    const sum = stands.news.news === 'claim' ? stands.news.bill.amount : quote.toPay
    return { ...say(seat, { say: 'ask', ask: 'sum', number, sum }), ask: { ask: 'sum', about: action } }
  }
  if (action.desk === 'other') {
    const rows = await deps.others(seat.shop, order)
    return say(seat, { say: 'others', order: order.id, number, price: quote.price, mark: action.mark, rows })
  }
  return carryOut(deps, seat, { action, verb: verbOf(deps.orders, action, attemptOf(stands)) })
}

const attemptOf = ({ news }: Standing): string => (news.news === 'claim' ? news.bill.attempt : '')

const verbOf = (orders: OrderVerbs, action: Deciding, attempt: string): Verb => {
  switch (action.desk) {
    case 'giveBack':
      return orders.giveBack
    case 'sendAgain':
      return orders.sendAgain
    case 'notTaken':
      return orders.notTakenGiveBack
    case 'received':
    case 'notYet': {
      const says = action.desk
      return (which) => orders.sellerWord({ ...which, attempt, says })
    }
    case 'route': {
      const { service } = action
      return (which) => orders.otherService({ ...which, service })
    }
    case 'approve':
    case 'taken':
    case 'otherSum':
    case 'other':
      return orders.approve
  }
}

/** The verb, and what the pressed card then says. Refused: `replies` alone; over: both. */
const carryOut = async (
  deps: DeskDeps,
  seat: Seat,
  { action, verb }: { action: Deciding; verb: Verb },
): Promise<Answered> => {
  const outcome = await verb({ shop: seat.shop.id, order: action.order, by: seat.by })
  const order = await deps.store.orders.get(seat.shop.id, action.order)
  if (!order) return say(seat, { say: 'notHere' })
  // Somebody else was faster, or it moved by itself.
  if (!outcome.ok && !standingOf(order, action, seat.now)) return over(deps, seat, { order, action })
  if (!outcome.ok) return say(seat, { say: 'refused', why: outcome.reason })
  return { edit: cardOf(seat, order, action) }
}

const endOf = (seat: Seat, order: Order, { mark }: Deciding) =>
  endingOf(order, { base: baseNamed(order, mark), shop: seat.shop })

const cardOf = (seat: Seat, order: Order, action: Deciding): Outgoing =>
  renderEnded({ order }, endOf(seat, order, action), sellerHow(seat.shop, seat.now))

/** It has ended: said what was decided, by whom and when, and the card shows it from now on. */
const over = async (
  deps: DeskDeps,
  seat: Seat,
  { order, action }: { order: Order; action: Deciding },
): Promise<Answered> => {
  const { number } = order
  // Its button names nothing that is known: a card of long ago.
  if (baseNamed(order, action.mark) === '' && standingsOf(order, seat.now).length > 0) {
    const { replies = [] } = await showAll(deps, seat, order)
    return { replies: [...(say(seat, { say: 'changed', number }).replies ?? []), ...replies] }
  }
  return {
    ...say(seat, { say: 'already', number, ending: endOf(seat, order, action) }),
    edit: cardOf(seat, order, action),
    once: true,
  }
}

/** As panels make them (see the driver): one word with a figure in it. */
const PANEL_ID = /^(?=.*\d)[\w.-]{1,64}$/

/** What is written before it stands apart from it: an id may itself begin with "ID". */
export const readPanelId = (text: string): string | null => {
  const bare = text.replace(/^(?:(?:id|order)(?=[\s:#]))?[\s:#]*/i, '')
  return PANEL_ID.test(bare) ? bare : null
}

/** The panel's id, or the sum that came, as it was asked for. */
export const answerOnOrder = async (
  deps: DeskDeps,
  seat: Seat,
  { about, text }: { about: Deciding; text: string },
): Promise<Answered> => {
  const order = await deps.store.orders.get(seat.shop.id, about.order)
  if (!order) return say(seat, { say: 'notHere' })
  const stands = standingOf(order, about, seat.now)
  if (!stands) return over(deps, seat, { order, action: about })
  const verb = about.desk === 'taken' ? byId(deps, text) : bySum(deps, attemptOf(stands), text)
  if (!verb)
    return { ...say(seat, { say: 'unread', ask: about.desk === 'taken' ? 'panelId' : 'sum' }), stay: true }
  const { edit, replies } = await carryOut(deps, seat, { action: about, verb })
  if (edit) return { replies: replies ?? [edit] }
  // Refused: another answer may be better.
  return { ...(replies ? { replies } : {}), stay: true }
}

const byId = ({ orders }: DeskDeps, text: string): Verb | null => {
  const panelId = readPanelId(text)
  return panelId === null ? null : (which) => orders.taken({ ...which, panelId })
}

/** No bill is that small: "25" is rather meant as thousands, and this word is final. The dashboard takes any sum. */
const bySum = ({ orders }: DeskDeps, attempt: string, text: string): Verb | null => {
  const sum = sumIn(text)
  return sum === null || sum < DEFAULTS.billMin
    ? null
    : (which) => orders.sellerWord({ ...which, attempt, says: { sum } })
}
