// What the seller's own Telegram account is told, with the panel's own words: never sent to a customer. What asks for a decision
// carries its buttons; what has been decided says what, by whom and when.
import type { Millis, Rupiah } from '../lib/brand.ts'
import { DAY, HOUR, MINUTE } from '../lib/clock.ts'
import { type DeskAction, writeDesk } from '../model/desk-action.ts'
import type { Destination } from '../model/destination.ts'
import type { Bill, Order, Refund } from '../model/order.ts'
import { newestSubmission } from '../model/order.ts'
import type { Button, Outgoing } from '../model/say.ts'
import { anchor, clip, type Html, html, lines } from './html.ts'
import { type Context, contextOf, type How, message } from './render/context.ts'

/** `whole`: its price is there in full, so that it can be sent. */
type Waiting = { until: Millis; whole: boolean }

/** What asks for a decision. */
export type StandingFacts = { order: Order } & (
  | ({ news: 'held' | 'customerWaits' | 'otherSum' | 'otherCurrency' } & Waiting)
  | ({
      news: 'waiting'
      why: 'funds' | 'price' | 'play' /** What sending it would cost now. */
      cost?: Rupiah
    } & Waiting)
  | { news: 'unknown'; since: Millis }
  | { news: 'idMissing' }
  | { news: 'claim'; bill: Bill; since: Millis }
  | { news: 'refundFailed'; refund: Refund }
)

/** `mark` names it in the payloads, `times` counts the reminders. */
export type StandingNews = StandingFacts & { mark: string; times: number }

export type OrderNews =
  | { news: 'paid' | 'alarm'; order: Order }
  | { news: 'chargeback'; order: Order; amount: Rupiah }

/** A withdrawal as its seller sees it; `full`: the destination, for the eye that pays. */
export type WithdrawalCard = {
  id: string
  amount: Rupiah
  name: string
  masked: string
  dueAt: Millis
  full?: Destination
  remind?: boolean
}

export type FailedJob = { mark: string; name: string; error: string; number?: string }

/** News that no order carries. */
export type DeskNews =
  | { news: 'panelBalance'; provider: string; balance: string }
  | { news: 'withdrawal'; card: WithdrawalCard }
  | { news: 'failedJobs'; jobs: FailedJob[] }
  | { news: 'adminUnknown'; shop: string; number: string; since: Millis }

export type SellerNews = StandingNews | OrderNews | DeskNews

/** What became of it. `who`: a name, or nobody's. */
export type Ending = {
  what: keyof Context['w']['seller']['ending'] | { state: Order['state'] }
  who: string
  at: Millis
}

/** "2 jam". */
export const long = (since: Millis, { w, now }: Pick<Context, 'w' | 'now'>): string => {
  const ms = Math.max(0, now - since)
  return w.seller.long({
    days: Math.floor(ms / DAY),
    hours: Math.floor(ms / HOUR),
    minutes: Math.floor(ms / MINUTE),
  })
}

const desk = (label: string, action: DeskAction): Button => ({ label, payload: writeDesk(action) })

const billed = ({ quote, bills }: Order): Rupiah =>
  Object.values(bills).find(({ state }) => state === 'paid')?.amount ?? quote.toPay

const cameIn = (order: Order): Rupiah =>
  Object.values(order.money).find(({ kind }) => kind === 'otherSum')?.amount ?? 0

const headOf = (told: StandingNews, c: Context): Html => {
  const { seller } = c.w
  const { number } = told.order
  switch (told.news) {
    case 'held':
    case 'customerWaits':
      return seller[told.news]({ number, at: c.moment(told.until) })
    case 'otherSum':
      return seller.otherSum({
        number,
        at: c.moment(told.until),
        sum: c.money(cameIn(told.order)),
        due: c.money(billed(told.order)),
      })
    case 'otherCurrency':
      return seller.otherCurrency({ number })
    case 'waiting':
      return { funds: seller.waitingFunds, price: seller.waitingPrice, play: seller.waitingPlay }[told.why]({
        number,
        at: c.moment(told.until),
      })
    case 'unknown':
      return told.times > 0
        ? seller.unknownStill({ number, long: long(told.since, c) })
        : seller.unknown({ number, since: c.moment(told.since) })
    case 'idMissing':
      return seller.idMissing({ number })
    case 'claim': {
      const sum = c.money(told.bill.amount)
      return told.times > 0
        ? seller.claimStill({ number, sum, long: long(told.since, c) })
        : seller.claim({ number, sum })
    }
    case 'refundFailed':
      return seller.refundFailed({
        number,
        sum: c.money(told.refund.amount),
        why: clip(told.refund.fault ?? '', 200),
      })
  }
}

/** The decisions that the verbs will take of an order that stands so. */
const buttonsOf = (told: StandingNews, { w }: Context): Button[][] => {
  const { buttons } = w.seller
  const on = { order: told.order.id, mark: told.mark }
  const give = desk(buttons.giveBack, { desk: 'giveBack', ...on })
  const other = desk(buttons.other, { desk: 'other', ...on })
  const send = (label: string) => desk(label, { desk: 'approve', ...on })
  if (told.news === 'otherCurrency') return []
  if ('whole' in told && !told.whole) return [[give]]
  switch (told.news) {
    case 'held':
    case 'customerWaits':
      return [[send(buttons.again), other], [give]]
    case 'waiting':
      if (told.why === 'play') return [[send(buttons.real)], [give]]
      return [[send(told.why === 'price' ? buttons.sendAnyway : buttons.sendNow), other], [give]]
    case 'otherSum':
      return [[give]]
    case 'unknown':
      return [
        [desk(buttons.taken, { desk: 'taken', ...on })],
        [desk(buttons.sendAgain, { desk: 'sendAgain', ...on })],
        [desk(buttons.notTaken, { desk: 'notTaken', ...on })],
      ]
    case 'idMissing':
      return [[desk(buttons.taken, { desk: 'taken', ...on })]]
    case 'claim':
      return [
        [
          desk(buttons.received, { desk: 'received', ...on }),
          desk(buttons.notYet, { desk: 'notYet', ...on }),
        ],
        [desk(buttons.otherSum, { desk: 'otherSum', ...on })],
      ]
    default:
      return []
  }
}

const saleOf = ({ quote }: Order, { money, count }: Context): Html =>
  html`${clip(quote.displayName, 48)} · ${count(quote.quantity)} · ${money(quote.price)}`

/** The sale, the reason in our words, the panel's own, and what its balance says. */
const facts = (order: Order, c: Context): Html => {
  const { w, t } = c
  const sent = newestSubmission(order)
  const { currency } = (order.route ?? order.quote).cost
  return lines(
    saleOf(order, c),
    anchor(order.quote.link),
    sent?.reason ? w.seller.reason({ why: w.words.reasons[sent.reason](t) }) : false,
    sent?.message ? w.seller.panelSays({ message: clip(sent.message, 300) }) : false,
    sent?.balanceBefore && sent.balanceAfter
      ? w.seller.balances({
          before: `${clip(sent.balanceBefore, 24)} ${currency}`,
          after: `${clip(sent.balanceAfter, 24)} ${currency}`,
        })
      : false,
    sent?.hint ? w.seller.hint[sent.hint] : false,
  )
}

const costLine = (told: StandingNews, { w, money }: Context): Html | false => {
  if (told.news !== 'waiting' || told.cost === undefined) return false
  const { price } = told.order.quote
  return w.seller.costNow({ price: money(price), cost: money(told.cost), left: money(price - told.cost) })
}

const renderStanding = (told: StandingNews, c: Context): Outgoing =>
  message(lines(headOf(told, c), facts(told.order, c), costLine(told, c)), buttonsOf(told, c))

const renderPaid = (order: Order, c: Context): Outgoing =>
  message(
    c.w.seller.paid({
      number: order.number,
      what: `${clip(order.quote.displayName, 48)} · ${c.count(order.quote.quantity)}`,
      sum: c.money(order.quote.price),
      play: order.quote.money === 'play',
    }),
  )

const withdrawalText = ({ full, ...card }: WithdrawalCard, c: Context): Html => {
  const { seller } = c.w
  const common = {
    sum: c.money(card.amount),
    name: clip(card.name, 64),
    to: clip(card.masked, 80),
    at: c.moment(card.dueAt),
  }
  const text = card.remind
    ? seller.withdrawalStill({ ...common, late: c.now >= card.dueAt })
    : seller.withdrawal(common)
  if (!full) return text
  const number = html`<code>${clip(full.number, 40)}</code>`
  return lines(text, seller.destination({ method: clip(full.method, 40), number, name: clip(full.name, 64) }))
}

const renderWithdrawal = (card: WithdrawalCard, c: Context): Outgoing => {
  const { buttons } = c.w.seller
  const on = { withdrawal: card.id }
  const shown = message(withdrawalText(card, c), [
    card.full ? [] : [desk(buttons.reveal, { desk: 'reveal', ...on })],
    [desk(buttons.paidOut, { desk: 'paidOut', ...on }), desk(buttons.reject, { desk: 'reject', ...on })],
  ])
  return card.full ? { ...shown, offRecord: true } : shown
}

const groupOf = (name: string): keyof Context['w']['seller']['jobs'] => {
  const [group = ''] = name.split('.')
  return group === 'payments' ||
    group === 'fulfilment' ||
    group === 'notices' ||
    group === 'catalog' ||
    group === 'reports'
    ? group
    : 'other'
}

/** Telegram's page is short: the first few, with a button each. */
const MOST_JOBS = 8

const renderFailed = (jobs: FailedJob[], c: Context): Outgoing => {
  const { seller } = c.w
  const shown = jobs.slice(0, MOST_JOBS)
  const line = ({ name, error, number = '' }: FailedJob) =>
    seller.failedJob({ what: seller.jobs[groupOf(name)], number, error: clip(error, 120) })
  return message(
    lines(seller.failedJobs({ count: c.count(jobs.length) }), ...shown.map(line)),
    shown.map(({ mark }, i) => [desk(seller.buttons.retry(i + 1), { desk: 'retry', job: mark })]),
  )
}

const renderDesk = (told: DeskNews, c: Context): Outgoing => {
  const { seller } = c.w
  switch (told.news) {
    case 'panelBalance':
      return message(seller.panelBalance({ name: clip(told.provider, 60), balance: clip(told.balance, 40) }))
    case 'withdrawal':
      return renderWithdrawal(told.card, c)
    case 'failedJobs':
      return renderFailed(told.jobs, c)
    case 'adminUnknown':
      return message(
        seller.adminUnknown({ shop: clip(told.shop, 64), number: told.number, long: long(told.since, c) }),
      )
  }
}

export const renderSeller = (told: SellerNews, how: How): Outgoing => {
  const c = contextOf(how)
  switch (told.news) {
    case 'paid':
      return renderPaid(told.order, c)
    case 'alarm':
      return message(lines(c.w.seller.alarm({ number: told.order.number }), facts(told.order, c)))
    case 'chargeback': {
      const { number } = told.order
      return message(
        lines(c.w.seller.chargeback({ number, sum: c.money(told.amount) }), facts(told.order, c)),
      )
    }
    case 'panelBalance':
    case 'withdrawal':
    case 'failedJobs':
    case 'adminUnknown':
      return renderDesk(told, c)
    default:
      return renderStanding(told, c)
  }
}

/** "Dikirim · Ani, 12.03": under the first line of what it was about. */
export const endingWords = (ending: Ending, c: Context): Html => {
  const { seller, words } = c.w
  const { what } = ending
  return seller.ended({
    what:
      typeof what === 'string' ? seller.ending[what] : seller.endedSo({ state: words.states[what.state] }),
    who: clip(ending.who, 40),
    at: c.moment(ending.at),
  })
}

/** A card that has ended: what it was about in two lines, no buttons, and what became of it. */
export const renderEnded = (
  about: { order: Order } | { card: WithdrawalCard },
  ending: Ending,
  how: How,
): Outgoing => {
  const c = contextOf(how)
  const text =
    'order' in about
      ? lines(html`<b>${about.order.number}</b> · ${saleOf(about.order, c)}`, anchor(about.order.quote.link))
      : html`💸 ${c.money(about.card.amount)} · ${clip(about.card.name, 64)} · ${clip(about.card.masked, 80)}`
  return message(lines(text, endingWords(ending, c)))
}
