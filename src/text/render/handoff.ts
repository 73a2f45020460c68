// Says of a person who has the chat: what is promised, what the seller wrote, that the bot is back.
import type { Promised } from '../../model/service-hours.ts'
import { type Html, html } from '../html.ts'
import { adminButton, type Context, message, productsButton } from './context.ts'
import type { SayOf } from './renderers.ts'

/** Telegram's limit is 4096, also when every character is escaped to five. */
const LONGEST = 2000

/** "09.00–21.00 WIB", or nothing around the clock. */
const hoursOf = ({ from, to, dueAt }: Promised, { clock }: Context): string => {
  if (from === '00:00' && to === '24:00') return ''
  const zone = clock(dueAt).replace(/^\S+ /, '')
  return `${from.replace(':', '.')}–${to.replace(':', '.')} ${zone}`
}

export const promise = (promised: Promised | undefined, c: Context): Html | '' =>
  promised ? c.w.handoff.promise({ hours: hoursOf(promised, c), at: c.moment(promised.dueAt) }) : ''

export const handoffSays = {
  humanCalled: ({ item, promised, again = false }: SayOf<'humanCalled'>, c: Context) =>
    message(c.w.handoff.humanCalled(c.t, { item, promise: promise(promised, c), again })),
  complaintNoted: (say: SayOf<'complaintNoted'>, c: Context) => {
    const { item, number = '', promised, again = false, refill = false } = say
    const told = { item, number, promise: promise(promised, c), again, refill }
    return message(c.w.handoff.complaintNoted(c.t, told), [[adminButton(c)]])
  },
  handoffOn: ({ item = '', promised }: SayOf<'handoffOn'>, c: Context) =>
    message(c.w.handoff.handoffOn(c.t, { item, promise: promise(promised, c) })),
  promiseLate: ({ item, promised }: SayOf<'promiseLate'>, c: Context) =>
    message(c.w.handoff.promiseLate(c.t, { item, promise: promise(promised, c) })),
  botBack: ({ item = '', promised }: SayOf<'botBack'>, c: Context) =>
    message(c.w.handoff.botBack(c.t, { item, promise: promise(promised, c) }), [[productsButton(c)]]),
  fromSeller: ({ text }: SayOf<'fromSeller'>, { w }: Context) =>
    message(html`${w.handoff.fromSeller({ text: text.slice(0, LONGEST) })}`),
  itemAnswered: ({ item, pick, number = '' }: SayOf<'itemAnswered'>, { w, t }: Context) =>
    message(w.handoff.answered[pick](t, { item, number })),
  refillEnded: ({ number, done }: SayOf<'refillEnded'>, { w, t }: Context) =>
    message(w.handoff.refillEnded(t, { number, done })),
}
