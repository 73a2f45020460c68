// What an order's present state says that its customer has not heard yet: one message an order, edited in place; a new one only for
// the bill, money received, what needs them, and the end. Pure; each telling happens once, by its mark.
import type { Millis, Rupiah } from '../lib/brand.ts'
import { DEFAULTS } from '../model/defaults.ts'
import type { Bill, Order, OrderEvent } from '../model/order.ts'
import { newestBill, stalledOf } from '../model/order.ts'
import type { News } from '../model/say.ts'
import type { RefusalReason } from '../model/service.ts'
import type { OrderState } from '../model/state.ts'
import { beside, moneyUnderWay } from './beside.ts'
import { type Composing, isSaid, type Telling, unsaid } from './telling.ts'

export const newsOf = (order: Order, how: Composing): Telling | null =>
  billEnded(order, how) ?? beside(order, how) ?? SAYS[order.state](order, how)

type Says = (order: Order, how: Composing) => Telling | null

const silence: Says = () => null

const BILL_MESSAGE = /^bill(Paid|Lapsed|Withdrawn)?:/
/** Messages about a running order: words alone, so a later word may take their place. */
const RUNNING_MESSAGE = /^(paid|waiting|unknown|held|processing|started|stalled|moves)\b/

const placeOf = ({ told }: Order): 'edit' | 'new' =>
  told && RUNNING_MESSAGE.test(told.news) ? 'edit' : 'new'

const entered = (order: Order, state: OrderState): OrderEvent | undefined =>
  order.events.findLast((event) => event.to === state)

/** The message with the QR says so when there is nothing to pay any more; a bill that was never shown says nothing. */
const billEnded = (order: Order, { picture }: Composing): Telling | null => {
  const bill = newestBill(order)
  if (!bill || !order.told || !BILL_MESSAGE.test(order.told.news)) return null
  const end = endOf(order, bill)
  const mark = `${end?.news}:${bill.attempt}`
  if (!end || isSaid(order, mark)) return null
  const news: News = { news: end.news, order, picture: picture(order, bill, end.mark) }
  return { mark, news, place: 'edit', loud: false }
}

const ENDED = {
  paid: { news: 'billPaid', mark: 'paid' },
  lapsed: { news: 'billLapsed', mark: 'lapsed' },
  withdrawn: { news: 'billWithdrawn', mark: 'withdrawn' },
} as const

const endOf = (order: Order, bill: Bill): (typeof ENDED)[keyof typeof ENDED] | null => {
  const exact = order.deposit === true || bill.paidAmount === bill.amount
  if (bill.state === 'paid' && exact && wasPaid(order)) return ENDED.paid
  const last = order.events.findLast(({ to }) => to === 'lapsed' || to === 'withdrawn')
  const over = order.state === 'closed' && !wasPaid(order) ? last?.to : order.state
  if (over === 'lapsed' || over === 'withdrawn') return ENDED[over]
  // Another sum came in: nothing is settled, and nobody shall pay this picture as well.
  return bill.state === 'paid' && !exact ? ENDED.withdrawn : null
}

const wasPaid = (order: Order): boolean => entered(order, 'paid') !== undefined

/** The seller must act and has been told: a key refused, a QR that does not fit, a gateway that stays silent. */
export const isAlarm = ({ type, data }: OrderEvent): boolean =>
  data?.['alarm'] === true || type === 'badQr' || type === 'gatewaySilent'

/** The card again, when the gateway made no bill. */
const quoted: Says = (order) => {
  const back = order.events.findLast(({ to }) => to === 'quoted')
  if (back?.from !== 'billing') return null
  const news: News = { news: 'billFailed', order, alarm: isAlarm(back) }
  return unsaid(order, { mark: `failed:${back.n}`, news, place: 'new', loud: true })
}

/** The bill with its picture; asked for again, it is sent anew and the older message goes. */
const awaitingPayment: Says = (order, { now, picture }) => {
  const bill = newestBill(order)
  if (bill?.state !== 'open' || !bill.qr || (bill.expiresAt ?? now) <= now) return null
  const asked = Object.keys(order.seen).filter((key) => key.startsWith('resend:')).length
  const mark = `bill:${bill.attempt}:${asked}`
  if (isSaid(order, mark)) return null
  const news: News = {
    news: 'bill',
    order,
    receiver: bill.merchantName ?? '–',
    ...(bill.nmid ? { nmid: bill.nmid } : {}),
    picture: picture(order, bill),
  }
  const old = order.told && BILL_MESSAGE.test(order.told.news) ? { replaces: order.told.messageId } : {}
  return { mark, news, place: 'new', loud: true, ...old }
}

/** Money received, said before whatever follows from it; not of an order that is held for another sum. */
const paid: Says = (order) =>
  entered(order, 'paid') && !order.deposit
    ? unsaid(order, { mark: 'paid', news: { news: 'paid', order }, place: 'new', loud: true })
    : null

const waiting: Says = (order, how) => {
  const first = paid(order, how)
  if (first) return first
  const until = order.deadline ?? how.now
  const news: News = { news: 'waiting', order, why: waitsFor(order.why), until }
  // The deadline stays while it waits for the same thing, tries in between included.
  return unsaid(order, { mark: `waiting:${news.why}:${until}`, news, place: placeOf(order), loud: false })
}

const waitsFor = (why: Order['why']): (News & { news: 'waiting' })['why'] => {
  if (why === 'sameLink' || why === 'price' || why === 'play') return why
  if (why === undefined || why === 'funds') return 'funds'
  return why === 'activeOrder' ? 'sameLink' : 'seller'
}

/** Said at once, and anew at the time that was promised (`fulfilment.remind` sees to it), in place of the message before. */
const unknown: Says = (order, how) => {
  const first = paid(order, how)
  if (first) return first
  const since = entered(order, 'unknown')
  const began = since?.at ?? order.updatedAt
  const passed = DEFAULTS.remindUnknown.filter((after) => began + after <= how.now).length
  const next = DEFAULTS.remindUnknown[passed]
  const still = passed > 0
  const until = next === undefined ? {} : { until: (began + next) as Millis }
  const mark = `unknown:${since?.n ?? 0}:${passed}`
  const old = still && placeOf(order) === 'edit' && order.told ? { replaces: order.told.messageId } : {}
  const place = still ? 'new' : placeOf(order)
  return unsaid(order, {
    mark,
    news: { news: 'unknown', order, still, ...until },
    place,
    loud: false,
    ...old,
  })
}

const REASONS: readonly string[] = [
  'link',
  'private',
  'quantity',
  'service',
  'funds',
  'activeOrder',
  'comments',
  'auth',
  'throttled',
] satisfies RefusalReason[]

/** Our own reason and a choice; another sum than billed is the seller's to decide. */
const held: Says = (order, how) => {
  const mark = `held:${entered(order, 'held')?.n ?? 0}`
  const other = Object.values(order.money).find(({ kind }) => kind === 'otherSum')
  if (order.why === 'otherSum' && other)
    return unsaid(order, {
      mark,
      news: { news: 'otherSum', order, amount: other.amount },
      place: 'new',
      loud: true,
    })
  if (order.why === 'otherCurrency')
    return unsaid(order, { mark, news: { news: 'otherCurrency', order }, place: 'new', loud: true })
  const first = paid(order, how)
  if (first) return first
  const why = REASONS.includes(order.why ?? '') ? (order.why as RefusalReason) : 'other'
  const news: News = { news: 'refused', order, why, until: order.deadline ?? how.now }
  return unsaid(order, { mark, news, place: 'new', loud: true })
}

/** Taken by the panel, and where it started once that is known: in place, or anew when it had waited. */
const submitted: Says = (order, how) => {
  const first = paid(order, how)
  if (first) return first
  const started = order.progress?.startCount !== undefined
  const told = isSaid(order, 'processing') || isSaid(order, 'started')
  if (told && order.events.some(({ type }) => type === 'stalled')) return standsStill(order)
  const name = started ? 'started' : 'processing'
  const waited = /^(waiting|unknown|held)\b/.test(order.told?.news ?? '')
  const place = !told && waited ? 'new' : placeOf(order)
  if (told && !started) return null
  return unsaid(order, { mark: name, news: { news: name, order }, place, loud: false })
}

/** Once for each time that it stands still, in place; and that it moves again. */
const standsStill = (order: Order): Telling | null => {
  const stalled = stalledOf(order)
  const place = placeOf(order)
  if (stalled) {
    const since = Number(stalled.data?.['since'] ?? stalled.at) as Millis
    return unsaid(order, {
      mark: `stalled:${stalled.n}`,
      news: { news: 'stalled', order, since },
      place,
      loud: false,
    })
  }
  const last = order.events.findLast(({ type }) => type === 'stalled')
  const news = order.progress?.startCount === undefined ? 'processing' : 'started'
  return unsaid(order, { mark: `moves:${last?.n ?? 0}`, news: { news, order }, place, loud: false })
}

const completed: Says = (order) =>
  unsaid(order, { mark: 'completed', news: { news: 'completed', order }, place: 'new', loud: false })

const sum = (entries: { amount: Rupiah }[]): Rupiah => entries.reduce((all, { amount }) => all + amount, 0)

/** What has really come back to saldo: refunds that arrived, and a sum that was no payment of the bill. */
const backOf = (order: Order): Rupiah =>
  sum(Object.values(order.refunds).filter(({ state, to }) => state === 'done' && to === 'saldo')) +
  sum(Object.values(order.money).filter(({ kind, state }) => kind === 'otherSum' && state === 'done'))

const closed: Says = (order, how) => {
  const from = entered(order, 'closed')?.from
  if (order.deposit) return deposited(order, how)
  if (from === 'completed') return completed(order, how)
  if (moneyUnderWay(order)) return null
  const news = closedNews(order, from)
  return news && unsaid(order, { mark: `closed:${from}`, news, place: 'new', loud: false })
}

const deposited: Says = (order, { saldo = 0 }) => {
  const amount = Number(order.events.findLast(({ type }) => type === 'deposited')?.data?.['amount'] ?? 0)
  const news: News = { news: 'deposited', order, amount, saldo }
  return amount > 0 ? unsaid(order, { mark: 'deposited', news, place: 'new', loud: true }) : null
}

const closedNews = (order: Order, from: OrderState | undefined): News | null => {
  const back = backOf(order)
  if (from === 'partial') {
    const { quantity } = order.quote
    const remains = Math.min(Math.max(order.progress?.remains ?? 0, 0), quantity)
    return { news: 'partial', order, delivered: quantity - remains, back }
  }
  if (from === 'stoppedByPanel') return { news: 'stopped', order, back }
  return back > 0 && (from === 'waiting' || from === 'held') ? { news: 'backToSaldo', order, back } : null
}

const SAYS: Record<OrderState, Says> = {
  quoted,
  billing: silence,
  awaitingPayment,
  lapsed: silence,
  withdrawn: silence,
  paid,
  waiting,
  submitting: paid,
  unknown,
  held,
  submitted,
  completed,
  // The refund follows as a job and closes the order; its news says what came back.
  partial: silence,
  stoppedByPanel: silence,
  closed,
}
