// A live shop whose seller sits in Telegram: bound, with orders that need them. Panel, Midtrans and Telegram are played on loopback.
import type { Update } from 'grammy/types'
import { MINUTE } from '../../../src/lib/clock.ts'
import { type OnOrder, writeDesk } from '../../../src/model/desk-action.ts'
import type { Order } from '../../../src/model/order.ts'
import type { Shop } from '../../../src/model/shop.ts'
import { standingsOf } from '../../../src/notices/standing.ts'
import type { Shown } from '../../support/fake-bot-api.ts'
import { billOf, equip, type Live, openLive, panelRow, say, update } from '../../support/live.ts'

export const SARI = { id: 901, name: 'Sari' }
export const TONO = { id: 902, name: 'Tono' }

export const ROWS = [
  panelRow(11, 'Instagram Followers [R30]'),
  panelRow(12, 'Instagram Followers Indonesia', { rate: '9500' }),
]

export const openSeat = async (rows: unknown = ROWS) => {
  const at = await openLive(rows)
  await equip(at)
  const { keySets } = await at.browser.get<{ keySets: { id: string }[] }>(at.path(''))
  const hook = `/hooks/midtrans/${keySets[0]?.id}`
  await bind(at, SARI, TONO)
  return { ...at, ...sales(at, hook), ...chat(at) }
}
export type SeatHouse = Awaited<ReturnType<typeof openSeat>>

export const bind = (at: Live, ...people: { id: number; name: string }[]) =>
  at.app.store.shops.change(at.shops.live, (shop) => ({
    ...shop,
    bound: people.map(({ id, name }) => ({ user: id, name, at: 1 })),
  }))

const matches = (text: string, words: string | RegExp) =>
  typeof words === 'string' ? text.includes(words) : words.test(text)

export const plain = (html: string) =>
  html
    .replace(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')

let updates = 900_000
export const pressOf = (who: { id: number; name?: string }, data: string, message: number): Update =>
  ({
    update_id: ++updates,
    callback_query: {
      id: String(updates),
      from: { id: who.id, is_bot: false, first_name: who.name ?? 'Ani', language_code: 'id' },
      chat_instance: '1',
      data,
      message: {
        message_id: message,
        date: 1,
        chat: { id: who.id, type: 'private', first_name: who.name ?? 'Ani' },
      },
    },
  }) as unknown as Update

/** Orders on their way to the seller. */
const sales = (at: Live, hook: string) => {
  let next = 7000
  const customer = () => ({ id: ++next, name: `Orang ${next}` })
  const order = async (id: string): Promise<Order> =>
    (await at.app.store.orders.get(at.shops.live, id)) as Order
  /** Requests to the panel are counted by the minute, and this clock stands still. */
  const later = async (ms: number = MINUTE): Promise<void> => {
    at.clock.advance(ms)
    await at.app.drain()
  }
  const pay = async (id: string, amount?: number): Promise<void> => {
    await at.midtrans.pay(`${id}-1`, { notify: false, ...(amount === undefined ? {} : { amount }) })
    await at.post(hook, JSON.stringify(at.midtrans.notice(`${id}-1`)))
    await at.app.drain()
  }
  const faulty = async (fault: () => void, who = customer()): Promise<string> => {
    await later()
    const id = await billOf(at, who)
    fault()
    await pay(id)
    return id
  }
  return {
    customer,
    bill: (who = customer()) => billOf(at, who),
    order,
    later,
    pay,
    shop: async () => (await at.app.store.shops.get(at.shops.live)) as Shop,
    saldo: async (id: string): Promise<number> => {
      const { customer: owner } = await order(id)
      return (await at.app.store.wallets.get(at.shops.live, owner, 'real')).balance
    },
    /** Sent, and the panel's answer can't be read; `taken`: it had taken it. */
    unknown: (taken = true, who = customer()) =>
      faulty(() => at.panel.fault('html', 1, { action: 'add', taken }), who),
    held: (who = customer()) =>
      faulty(() => at.panel.fault('refuse', 1, { action: 'add', text: 'Bad link' }), who),
    payload: async (id: string, desk: OnOrder): Promise<string> => {
      const [stands] = standingsOf(await order(id), at.clock.now())
      return writeDesk({ desk, order: id, mark: stands?.mark ?? '00000000' })
    },
    adds: (): number => at.panel.calls.filter(({ action }) => action === 'add').length,
    faults: (): string[] => at.logged.splice(0).filter((line) => /"level":[56]0/.test(line)),
  }
}

/** The seller's screen and fingers. */
const chat = (at: Live) => {
  const send = async (body: Update, who: { id: number }): Promise<string> => {
    const before = at.telegram.texts(who.id).length
    await update(at, body)
    await at.app.drain()
    return plain(at.telegram.texts(who.id).slice(before).join('\n'))
  }
  /** The newest message on the screen that holds these words. */
  const card = (words: string | RegExp, who = SARI): Shown | undefined =>
    at.telegram
      .screen(who.id)
      .findLast(({ from, text, deleted }) => from === 'bot' && !deleted && matches(plain(text), words))
  return {
    send,
    card,
    /** Presses a button of the newest card with these words; answers what the bot said anew. */
    press: async (words: string | RegExp, label: RegExp, who = SARI): Promise<string> => {
      const found = card(words, who)
      const button = found?.buttons.flat().find(({ text }) => label.test(text))
      if (!found || !button) throw new Error(`no ${label} on ${JSON.stringify(found)} for ${words}`)
      return send(pressOf(who, button.callback_data ?? '', found.id), who)
    },
    /** Any payload, as if typed by an enemy. */
    forge: (payload: string, who: { id: number; name?: string }, message = 1): Promise<string> =>
      send(pressOf(who, payload, message), who),
    say: async (text: string, who: { id: number; name?: string } = SARI): Promise<string> =>
      plain(await say(at, text, who)),
  }
}
