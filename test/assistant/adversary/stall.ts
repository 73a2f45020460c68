// A live shop under attack: the whole app on loopback, a customer brought to any state of the dialogue, and the one judge of what came
// of a message. A customer whose chat stands as before serves the next message too.

import { type Dialogue, IDLE } from '../../../src/model/dialogue.ts'
import type { Order } from '../../../src/model/order.ts'
import type { Chat } from '../../../src/store/documents.ts'
import { type Customer, TOKEN } from '../../support/fake-bot-api.ts'
import { equip, KEY, type Live, openLive, panelRow, press, ROOT, say, update } from '../../support/live.ts'
import { SECRET } from '../../support/whole.ts'
import type { Sold } from './money.ts'

/** Rates, ids and names that nothing else in the shop looks like. */
export const STOCK = [
  panelRow(90411, 'Instagram Followers [R30]', { rate: '9137.31', max: '50000' }),
  panelRow(90412, 'Instagram Likes', {
    category: 'Instagram Likes',
    rate: '2713.77',
    refill: false,
    max: '20000',
  }),
  panelRow(90413, 'TikTok Views', {
    category: 'TikTok',
    rate: '411.93',
    refill: false,
    min: '100',
    max: '1000000',
  }),
  panelRow(90414, 'Instagram Custom Comments', {
    category: 'Instagram Comments',
    rate: '61377.7',
    type: 'Custom Comments',
    min: '2',
    max: '100',
    refill: false,
  }),
] as const

export const SECRETS: readonly string[] = [
  '9137',
  '9.137',
  '2713',
  '411.93',
  '411,93',
  '61377',
  '61.377',
  '90411',
  '90412',
  '90413',
  '90414',
  'panel-key-1234',
  KEY,
  TOKEN,
  SECRET,
  TOKEN.slice(5),
  '127.0.0.1',
  'api/v2',
  'PanelRahasia',
]

/** What belongs to somebody else. */
export const VICTIM = { id: 9_100_001, name: 'Korbanwati' }
export const VICTIM_LINK = 'korban.rahasia77'

export type State =
  | 'idle'
  | 'choosing'
  | 'asking_link'
  | 'asking_quantity'
  | 'asking_comments'
  | 'confirming'
  | 'paying'
  | 'asking_amount'
  | 'asking_destination'
  | 'payout'
  | 'ordered'
export const EVERY_STATE: readonly State[] = [
  'idle',
  'choosing',
  'asking_link',
  'asking_quantity',
  'asking_comments',
  'confirming',
  'paying',
  'asking_amount',
  'asking_destination',
  'payout',
  'ordered',
]

/** `stock`: what is sold here, where it is not the usual. */
export type Stall = Live & { victim: { number: string }; prompts: () => string[]; stock?: Sold[] }

export type StallOptions = { rows?: unknown[]; env?: Record<string, string>; prompts?: () => string[] }

export const openStall = async ({
  rows = [...STOCK],
  env = {},
  prompts = () => [],
}: StallOptions = {}): Promise<Stall> => {
  const at = await openLive(rows, { env })
  await equip(at)
  const stall: Stall = Object.assign(at, { victim: { number: '' }, prompts })
  await toState(stall, 'ordered', VICTIM, VICTIM_LINK)
  const [order] = await ordersOf(stall, VICTIM.id)
  stall.victim.number = order?.number ?? ''
  return stall
}

const chatOf = (at: Live, id: number): Promise<Chat | null> =>
  at.app.store.chats.get(at.shops.live, `4242:${id}`)

export const ordersOf = async (at: Live, id: number): Promise<Order[]> => {
  const chat = await chatOf(at, id)
  return chat
    ? at.app.store.orders.list(at.shops.live, { customer: chat.customer, deposits: 'all', limit: 100 })
    : []
}

const midOf = (list: string, name: RegExp): string => {
  const found = new RegExp(`<b>(\\d+)</b> · ${name.source}`).exec(list)?.[1]
  if (!found) throw new Error(`no ${name} in ${list}`)
  return found
}

/** The customer gets there as customers do. */
export const toState = async (
  at: Live,
  state: State,
  who: Customer,
  link = `toko.ke${who.id}`,
): Promise<void> => {
  const tell = (text: string) => say(at, text, who)
  if (state === 'idle') return
  if (state === 'asking_comments') {
    await tell(`saya pilih ID ${midOf(await tell('komentar ig'), /IG Komentar/)}`)
    return void (await tell(`https://www.instagram.com/p/C${who.id}/`))
  }
  if (state === 'asking_amount') return void (await tell('topup'))
  if (state === 'asking_destination' || state === 'payout') {
    await tell('halo')
    await giveSaldo(at, who.id, 73_000)
    await tell('tarik 50000')
    if (state === 'payout') await tell('DANA 081234567890 a.n. Ani Wijaya')
    return
  }
  const list = await tell('saya mau beli followers ig')
  if (state === 'choosing') return
  await tell(`saya pilih ID ${midOf(list, /IG Followers/)}`)
  if (state === 'asking_link') return
  await tell(link)
  if (state === 'asking_quantity') return
  await tell('1000')
  if (state === 'confirming') return
  await tell('ya')
  if (state === 'paying') return
  const [order] = await ordersOf(at, who.id)
  // The panel is asked once a second at most, by this clock.
  at.clock.advance(5000)
  await at.midtrans.pay(`${order?.id}-1`, { notify: false })
  await at.post('/hooks/midtrans', JSON.stringify(at.midtrans.notice(`${order?.id}-1`)))
  await at.app.drain()
  const [paid] = await ordersOf(at, who.id)
  if (paid?.state !== 'submitted') throw new Error(`not ordered but ${paid?.state}`)
}

const giveSaldo = async (at: Live, id: number, amount: number): Promise<void> => {
  const chat = await chatOf(at, id)
  await at.app.store.wallets.credit(at.shops.live, chat?.customer ?? '', 'real', {
    cause: `gift-${id}`,
    amount,
    at: at.clock.now(),
    note: 'partial',
  })
}

/** All that an attack must leave as it was. */
export type Standing = {
  orders: { id: string; state: string; v: number; price: number; quantity: number }[]
  saldo: number
  held: number
  withdrawals: number
  charges: number
  adds: number
  dialogue: Dialogue
  sums: number[]
  cards: Order[]
}

export const standingOf = async (at: Live, id: number): Promise<Standing> => {
  const chat = await chatOf(at, id)
  const shop = at.shops.live
  const orders = await ordersOf(at, id)
  const wallet = chat && (await at.app.store.wallets.get(shop, chat.customer, 'real'))
  const withdrawals = chat
    ? await at.app.store.withdrawals.list(shop, { customer: chat.customer, limit: 50 })
    : []
  return {
    orders: orders.map(({ id: order, state, v, quote }) => ({
      id: order,
      state,
      v,
      price: quote.price,
      quantity: quote.quantity,
    })),
    saldo: wallet?.balance ?? 0,
    held: Object.values(wallet?.holds ?? {}).reduce(
      (all, one) => all + Number((one as { amount?: number }).amount ?? one),
      0,
    ),
    withdrawals: withdrawals.length,
    charges: at.midtrans.calls.filter(({ operation }) => operation === 'charge').length,
    adds: at.panel.orders.length,
    dialogue: chat?.dialogue ?? IDLE,
    sums: [wallet?.balance ?? 0, ...orders.flatMap(({ quote }) => [quote.price, quote.toPay, quote.saldo])],
    cards: orders.filter(({ state }) => state === 'quoted'),
  }
}

/** Everything of the bot on the customer's screen that was not there before, with the labels of its buttons. */
const screenOf = (at: Live, id: number): Map<number, string> =>
  new Map(
    at.telegram
      .screen(id)
      .filter(({ from, deleted }) => from === 'bot' && !deleted)
      .map((shown) => [shown.id, [shown.text, ...shown.buttons.flat().map(({ text }) => text)].join('\n')]),
  )

export type Reaction = {
  before: Standing
  after: Standing
  reply: string
  answers: number
  spoken: string
  logged: string[]
}

/** `press`: a button with this payload, whether or not the bot ever made one. */
const updateOf = (at: Live, who: Customer, fields: Record<string, unknown>): unknown => {
  const made = at.telegram.message(who, fields)
  if (typeof fields['press'] !== 'string') return made
  const message = { message_id: 99, date: 1, chat: { id: who.id, type: 'private' }, text: 'x' }
  const from = { id: who.id, is_bot: false, first_name: who.name ?? 'Ani' }
  const callback_query = {
    id: String(made.update_id),
    from,
    chat_instance: '1',
    data: fields['press'],
    message,
  }
  return { update_id: made.update_id, callback_query }
}

export const react = async (
  at: Live,
  who: Customer,
  message: string | Record<string, unknown>,
): Promise<Reaction> => {
  const before = await standingOf(at, who.id)
  const seen = screenOf(at, who.id)
  const logs = at.logged.length
  const fields = typeof message === 'string' ? { text: message } : message
  await update(at, updateOf(at, who, fields))
  await at.app.drain()
  const shown = screenOf(at, who.id)
  const fresh = [...shown].filter(([id, text]) => seen.get(id) !== text).map(([, text]) => text)
  return {
    before,
    after: await standingOf(at, who.id),
    reply: fresh.join('\n'),
    answers: fresh.length,
    spoken: [...fresh, String(fields['text'] ?? fields['caption'] ?? '')].join('\n'),
    logged: at.logged.slice(logs),
  }
}

let next = 50_000
/** Customers by the state in which they wait. */
export const makeCrowd = (at: Stall) => {
  const waiting = new Map<State, Customer>()
  return async (state: State): Promise<{ who: Customer; used(still: boolean): void }> => {
    const last = waiting.get(state)
    // Who asked for a person gets no more answers of the bot.
    const known = last && (await chatOf(at, last.id))?.handoff ? undefined : last
    const who = known ?? { id: ++next, name: 'Sari' }
    if (!known) await toState(at, state, who)
    waiting.set(state, who)
    return { who, used: (still) => void (still || waiting.delete(state)) }
  }
}

export { press, ROOT, say }
