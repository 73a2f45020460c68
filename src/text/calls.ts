// What the seller's chat shows of a customer who asks for a person or complains: the item with its one-tap answers, the chat that a
// person has. With the panel's own words: never sent to a customer.
import type { Millis } from '../lib/brand.ts'
import { type DeskAction, writeDesk } from '../model/desk-action.ts'
import type { QuickAnswer } from '../model/quick-answer.ts'
import type { Button, Outgoing, SentFile } from '../model/say.ts'
import type { OrderState } from '../model/state.ts'
import { clip, type Html, lines } from './html.ts'
import { type Context, contextOf, type How, message } from './render/context.ts'
import { type Ending, endingWords, long } from './seller.ts'

type Owed = { dueAt?: Millis; missed?: number; answered: boolean }

export type ItemCard = Owed & {
  mark: string
  kind: keyof Context['w']['desk']['items']
  number: string
  name: string
  text: string
  at: Millis
  order?: { number: string; state: OrderState }
  stand?: { word?: string; startCount?: number; remains?: number; asOf?: Millis }
  more: { at: Millis; text: string }[]
  /** Mark of the chat that a person has for it. */
  chat?: string
  answer?: string
  done?: Ending
  /** What it is shown for, above the card. */
  why?: 'remind' | 'late'
}

export type ChatCard = Owed & {
  mark: string
  name: string
  number?: string
  order?: { number: string; state: OrderState }
  lines: { from: 'customer' | 'bot' | 'seller'; text: string }[]
  why?: 'remind' | 'late'
}

export type CallNews =
  | { news: 'admin'; shop: string; item: string; since: Millis }
  | { news: 'unreached'; name: string }
  /** `mark`: of the chat that it came in. */
  | { news: 'file'; name: string; mark: string; file: SentFile }
  | { news: 'refill'; number: string; ended: 'done' | 'failed' | 'unknown'; why?: string }

export type CallSay =
  | { say: 'sent'; name: string }
  | { say: 'ask'; name: string; item?: string }
  | { say: 'unread' }
  | { say: 'refused'; why: string }
  | { say: 'over'; name: string; who: string }

const desk = (label: string, action: DeskAction): Button => ({ label, payload: writeDesk(action) })
const words = (c: Context) => c.w.handoff.desk

const headOf = (item: string, { why, dueAt }: Owed & { why?: 'remind' | 'late' }, c: Context) =>
  why && dueAt !== undefined ? words(c)[why]({ item, at: c.moment(dueAt) }) : false

const promiseOf = ({ dueAt, missed = 0, answered }: Owed, c: Context): Html | false => {
  if (answered) return words(c).answered()
  return dueAt === undefined ? false : words(c).due({ at: c.moment(dueAt), late: missed > 0 })
}

const orderOf = (order: ItemCard['order'], c: Context): Html | false =>
  order ? words(c).order({ number: order.number, state: c.w.words.states[order.state] }) : false

const standOf = ({ stand }: ItemCard, c: Context): Html | false => {
  if (!stand || (stand.word === undefined && stand.startCount === undefined)) return false
  const { word = '', startCount, remains, asOf } = stand
  return words(c).stand({
    word: clip(word, 40),
    start: startCount === undefined ? '' : c.count(startCount),
    remains: remains === undefined ? '' : c.count(remains),
    at: asOf === undefined ? '' : c.moment(asOf),
  })
}

const told = (text: string, { w }: Context): string =>
  Object.hasOwn(w.desk.told, text) ? (w.desk.told[text] ?? text) : text

const itemButtons = (card: ItemCard, c: Context): Button[][] => {
  const { buttons } = words(c)
  if (card.done) return []
  if (card.chat) return chatButtons(card.chat, c)
  const reply = desk(buttons.reply, { desk: 'itemReply', item: card.mark })
  if (card.kind === 'human' || !card.order) return [[reply]]
  const tell = (pick: QuickAnswer) => desk(buttons[pick], { desk: 'itemTell', item: card.mark, pick })
  return [[tell('passed'), tell('refill')], [tell('normal'), tell('saldo')], [reply]]
}

const chatButtons = (chat: string, c: Context): Button[][] => {
  const { buttons } = words(c)
  return [[desk(buttons.reply, { desk: 'reply', chat }), desk(buttons.handBack, { desk: 'handBack', chat })]]
}

export const renderItem = (card: ItemCard, how: How): Outgoing => {
  const c = contextOf(how)
  const text = lines(
    headOf(card.number, card, c),
    c.w.desk.item({
      kind: `${c.w.desk.items[card.kind]} ${card.number}`,
      number: clip(card.name, 40),
      text: clip(told(card.text, c), 800),
      at: c.moment(card.at),
    }),
    ...card.more
      .slice(-3)
      .map(({ at, text: said }) => words(c).more({ at: c.moment(at), text: clip(told(said, c), 200) })),
    orderOf(card.order, c),
    standOf(card, c),
    card.answer ? words(c).answer({ text: clip(card.answer, 500) }) : false,
    card.done ? endingWords(card.done, c) : promiseOf(card, c),
  )
  return message(text, itemButtons(card, c))
}

export const renderChat = (card: ChatCard, how: How): Outgoing => {
  const c = contextOf(how)
  const { number = '' } = card
  const text = lines(
    headOf(number, card, c),
    words(c).calls({ name: clip(card.name, 64), item: number }),
    promiseOf(card, c),
    orderOf(card.order, c),
    '',
    ...card.lines.map(({ from, text: said }) =>
      words(c).line({ who: words(c).who[from], text: clip(said, 200) }),
    ),
    '',
    words(c).howTo(),
  )
  return message(text, chatButtons(card.mark, c))
}

export const renderCall = (news: CallNews, how: How): Outgoing => {
  const c = contextOf(how)
  switch (news.news) {
    case 'admin':
      return message(
        words(c).admin({ shop: clip(news.shop, 64), item: news.item, long: long(news.since, c) }),
      )
    case 'file':
      return {
        ...message(words(c).calls({ name: clip(news.name, 64), item: '' }), chatButtons(news.mark, c)),
        file: news.file,
      }
    case 'unreached':
      return message(words(c).unreached({ name: clip(news.name, 64) }))
    case 'refill': {
      const { number, ended, why = '' } = news
      return message(words(c).refill[ended]({ number, why: clip(why, 200) }))
    }
  }
}

export const renderCallSay = (said: CallSay, how: How): Outgoing => {
  const c = contextOf(how)
  const leave = [[desk(c.w.seller.buttons.leave, { desk: 'leave' })]]
  switch (said.say) {
    case 'sent':
      return message(words(c).sent({ name: clip(said.name, 64) }))
    case 'ask':
      return message(words(c).ask({ name: clip(said.name, 64), item: said.item ?? '' }), leave)
    case 'unread':
      return message(words(c).unread(), leave)
    case 'over':
      return message(words(c).over({ name: clip(said.name, 64), who: clip(said.who, 40) }))
    case 'refused': {
      const known: Partial<Record<string, Html>> = words(c).refused
      const other = c.w.desk.refused.other
      return message(Object.hasOwn(known, said.why) ? (known[said.why] ?? other) : other)
    }
  }
}
