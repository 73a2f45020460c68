// What the bot answers a seller who runs the shop from their own chat: the desk with its buttons, the report, questions, refusals.
import type { Millis, OrderId, Rupiah, ServiceId } from '../lib/brand.ts'
import type { Need } from '../model/attention.ts'
import { type DeskAction, writeDesk } from '../model/desk-action.ts'
import type { Button, Outgoing } from '../model/say.ts'
import type { ShopPhase } from '../model/shop.ts'
import { clip, type Html, lines } from './html.ts'
import { type Context, contextOf, type How, message, rowsOf } from './render/context.ts'
import { type Ending, endingWords, long } from './seller.ts'

type ItemKind = keyof Context['w']['desk']['items']

export type Asking = 'panelId' | 'sum' | 'reason' | 'until'

export type OtherRow = { service: ServiceId; name: string; cost?: Rupiah }

export type DeskList = {
  orders: { id: OrderId; number: string; need: Need; since: Millis }[]
  withdrawals: { id: string; amount: Rupiah; name: string; dueAt: Millis }[]
  items: { mark: string; kind: ItemKind; text: string }[]
  failed: number
  panels: { name: string; balance: string; low: boolean }[]
  /** What does not fit on the page. */
  more: number
}

/** The figures of a day as the report shows them (reports/nightly). */
export type ReportFigures = {
  /** YYYY-MM-DD in the shop's zone. */
  day: string
  paid: number
  done: number
  partial: number
  stopped: number
  stuck: number
  turnover: Rupiah
  cost: Rupiah
  gatewayFee: Rupiah
  profit: Rupiah
  saldoOwed: Rupiah
  notYetWithdrawable: Rupiah
  panels: { name: string; currency?: string; balance?: string; daysLeft?: number }[]
}

export type DeskSay =
  | { say: 'help' | 'notHere' | 'left' | 'again' | 'muted' | 'unmuted' | 'noFailed' | 'retried' }
  | { say: 'already'; number: string; ending: Ending }
  | { say: 'changed'; number: string }
  | { say: 'ask'; ask: Asking; number?: string; sum?: Rupiah }
  | { say: 'unread'; ask: Asking }
  | { say: 'refused'; why: string }
  | { say: 'others'; order: OrderId; number: string; price: Rupiah; mark: string; rows: OtherRow[] }
  | { say: 'closed'; until?: Millis }
  | { say: 'opened'; phase: ShopPhase; restored: boolean }
  | { say: 'list'; list: DeskList }
  | {
      say: 'item'
      mark: string
      kind: ItemKind
      number?: string
      text: string
      at: Millis
      done?: Ending
    }
  | { say: 'report'; figures: ReportFigures; percent: string; until?: Millis }

const desk = (label: string, action: DeskAction): Button => ({ label, payload: writeDesk(action) })

const leave = ({ w }: Context): Button[][] => [[desk(w.seller.buttons.leave, { desk: 'leave' })]]

const asked = ({ ask, number = '', sum = 0 }: DeskSay & { say: 'ask' }, c: Context): Html => {
  const words = c.w.desk.ask
  switch (ask) {
    case 'panelId':
      return words.panelId({ number })
    case 'sum':
      return words.sum({ number, due: c.money(sum) })
    case 'reason':
      return words.reason({ sum: c.money(sum) })
    case 'until':
      return words.until()
  }
}

const refusedFor = (why: string, { w }: Context): Html => {
  const known: Partial<Record<string, Html>> = w.desk.refused
  return Object.hasOwn(known, why) ? (known[why] ?? w.desk.refused.other) : w.desk.refused.other
}

const others = ({ order, number, price, mark, rows }: DeskSay & { say: 'others' }, c: Context): Outgoing => {
  if (rows.length === 0) return message(c.w.desk.noOthers({ number }))
  const line = ({ name, cost }: OtherRow, i: number) =>
    c.w.desk.other({
      n: i + 1,
      name: clip(name, 60),
      cost: cost === undefined ? '–' : c.money(cost),
      profit: cost === undefined ? '–' : c.money(price - cost),
    })
  const buttons = rows.map(({ service }, i) => desk(String(i + 1), { desk: 'route', order, mark, service }))
  return message(lines(c.w.desk.others({ number, price: c.money(price) }), ...rows.map(line)), [
    ...rowsOf(buttons, 5),
    ...leave(c),
  ])
}

const opened = ({ phase, restored }: DeskSay & { say: 'opened' }, { w }: Context): Html => {
  if (restored) return w.desk.cannotOpen.restored
  if (phase === 'closed') return w.desk.cannotOpen.noGateway
  return phase === 'testing' ? w.desk.openedTesting() : w.desk.opened()
}

const NEEDED = 5

const list = ({ list: all }: DeskSay & { say: 'list' }, c: Context): Outgoing => {
  const { list: words, needs, items: kinds } = c.w.desk
  const { buttons } = c.w.seller
  const { orders, withdrawals, items, failed, panels, more } = all
  const count = orders.length + withdrawals.length + items.length + (failed > 0 ? 1 : 0) + more
  const text = lines(
    count === 0 ? words.empty() : words.head({ count: c.count(count) }),
    ...orders.map(({ number, need, since }) =>
      words.order({ number, need: needs[need], long: long(since, c) }),
    ),
    ...withdrawals.map(({ amount, name, dueAt }) =>
      words.withdrawal({ sum: c.money(amount), name: clip(name, 40), at: c.moment(dueAt) }),
    ),
    ...items.map(({ kind, text: told }) =>
      words.item({ kind: kinds[kind], text: clip(inWords(told, c), 60) }),
    ),
    failed > 0 && words.failed({ count: c.count(failed) }),
    more > 0 && words.more({ count: c.count(more) }),
    panels.length > 0 && '',
    ...panels.map(({ name, balance, low }) =>
      words.panel({ name: clip(name, 40), balance: clip(balance, 40), low }),
    ),
  )
  return message(text, [
    ...rowsOf(
      orders.map(({ id, number }) => desk(number, { desk: 'order', order: id })),
      NEEDED,
    ),
    ...rowsOf(
      withdrawals.map(({ id, amount }) =>
        desk(`💸 ${c.money(amount)}`, { desk: 'withdrawal', withdrawal: id }),
      ),
      3,
    ),
    ...rowsOf(
      items.map(({ mark, kind }) => desk(kinds[kind], { desk: 'item', item: mark })),
      3,
    ),
    failed > 0 ? [desk(`🔧 ${c.count(failed)}`, { desk: 'failed' })] : [],
    [desk(buttons.desk, { desk: 'desk' }), desk(buttons.report, { desk: 'report' })],
  ])
}

const inWords = (text: string, { w }: Context): string =>
  Object.hasOwn(w.desk.told, text) ? (w.desk.told[text] ?? text) : text

const item = (told: DeskSay & { say: 'item' }, c: Context): Outgoing => {
  const { desk: words, seller } = c.w
  const text = words.item({
    kind: words.items[told.kind],
    number: told.number ?? '',
    text: clip(inWords(told.text, c), 1000),
    at: c.moment(told.at),
  })
  if (!told.done) return message(text, [[desk(seller.buttons.done, { desk: 'itemDone', item: told.mark })]])
  return message(lines(text, words.itemDone({ who: clip(told.done.who, 40), at: c.moment(told.done.at) })))
}

const DAY = /^\d{4}-(\d{2})-(\d{2})$/

const report = ({ figures, percent, until }: DeskSay & { say: 'report' }, c: Context): Outgoing => {
  const { report: words } = c.w.desk
  const [, month = '', day = ''] = DAY.exec(figures.day) ?? []
  const { money, count } = c
  const panel = ({ name, currency = '', balance, daysLeft }: ReportFigures['panels'][number]) =>
    words.panel({
      name: clip(name, 40),
      balance: balance === undefined ? '–' : `${clip(balance, 24)} ${currency}`.trim(),
      days: daysLeft === undefined ? '' : count(daysLeft),
    })
  return message(
    lines(
      words.head({ shop: c.shop, day: `${day}/${month}`, at: until === undefined ? '' : c.clock(until) }),
      words.orders({
        paid: count(figures.paid),
        done: count(figures.done),
        partial: count(figures.partial),
        stopped: count(figures.stopped),
      }),
      figures.stuck > 0 && words.stuck({ stuck: count(figures.stuck) }),
      '',
      words.turnover({ sum: money(figures.turnover) }),
      words.cost({ sum: money(-figures.cost) }),
      words.fee({
        sum: money(-figures.gatewayFee),
        percent: percent.replace('.', count(1000).charAt(1) === '.' ? ',' : '.'),
      }),
      words.profit({ sum: money(figures.profit) }),
      '',
      words.saldo({ sum: money(figures.saldoOwed) }),
      words.notYet({ sum: money(figures.notYetWithdrawable) }),
      ...figures.panels.map(panel),
    ),
    figures.stuck > 0 ? [[desk(c.w.seller.buttons.desk, { desk: 'desk' })]] : [],
  )
}

export const renderDesk = (told: DeskSay, how: How): Outgoing => {
  const c = contextOf(how)
  const { desk: words, seller } = c.w
  switch (told.say) {
    case 'help':
      return message(words.help({ shop: c.shop }), [
        [desk(seller.buttons.desk, { desk: 'desk' }), desk(seller.buttons.report, { desk: 'report' })],
      ])
    case 'already':
      return message(words.already({ number: told.number, ending: endingWords(told.ending, c) }))
    case 'changed':
      return message(words.changed({ number: told.number }))
    case 'ask':
      return message(asked(told, c), leave(c))
    case 'unread':
      return message(words.unread[told.ask](), leave(c))
    case 'refused':
      return message(refusedFor(told.why, c))
    case 'others':
      return others(told, c)
    case 'closed': {
      const at = told.until === undefined ? '' : c.moment(told.until)
      return message(lines(words.closed({ at }), words.closedAlso()), [
        [desk(seller.buttons.open, { desk: 'open' }), desk(seller.buttons.until, { desk: 'until' })],
      ])
    }
    case 'opened':
      return message(opened(told, c))
    case 'list':
      return list(told, c)
    case 'item':
      return item(told, c)
    case 'report':
      return report(told, c)
    case 'muted':
      return message(words.muted(), [[desk(seller.buttons.unmute, { desk: 'unmute' })]])
    case 'unmuted':
      return message(words.unmuted(), [[desk(seller.buttons.mute, { desk: 'mute' })]])
    default:
      return message(words[told.say]())
  }
}
