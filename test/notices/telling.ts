// What tests of news share: a shop with a bot, one order that is moved by hand, and a chat that writes down what reaches it.
import { makeLog } from '../../src/lib/log.ts'
import type { Move } from '../../src/model/flow.ts'
import { born } from '../../src/model/flow.ts'
import type { Bill, Order, Quote } from '../../src/model/order.ts'
import type { Outgoing } from '../../src/model/say.ts'
import type { ShopSettings } from '../../src/model/shop.ts'
import type { Channel, EditOutcome, SendOutcome } from '../../src/notices/channel.ts'
import { tellSeller } from '../../src/notices/seller.ts'
import { type TellDeps, tellOrder } from '../../src/notices/send.ts'
import { openStore } from '../../src/store/open.ts'
import { visible } from '../../src/text/html.ts'
import { fakeClock } from '../support/fake-clock.ts'
import { liveShop } from '../support/shops.ts'

export const SHOP = 's_1'
export const ORDER = 'o_1'
export const CHAT = '4242:77'
export const QRIS =
  '00020101021226620014COM.GO-JEK.WWW011993600914300000000010210G0000000010303UKE51440014ID.CO.QRIS.WWW0215ID10200000000010303UKE5204581553033605802ID5915TOKO CONTOH BOT6007BANDUNG610540111540875000.006247503611111111-2222-4333-8444-5555555555550703A0163048A18'

export const quote = (change: Partial<Quote> = {}): Quote => ({
  service: 'sv_1',
  provider: 'p_1',
  service_id_api: '7',
  mid: 3,
  displayName: 'IG Followers Campuran',
  type: 'default',
  link: 'https://instagram.com/warungkopi.senja',
  linkRaw: '@warungkopi.senja',
  quantity: 2000,
  guarantee: { days: 30, way: 'admin' },
  cost: { amount: '20000', currency: 'IDR', exchange: '1', rupiah: 20_000 },
  price: 37_000,
  perThousand: 18_500,
  saldo: 0,
  toPay: 37_000,
  money: 'real',
  world: 'real',
  quotedAt: 0,
  expiresAt: 9_999_999_999_999,
  ...change,
})

export type Heard = Outgoing & { call: 'send' | 'edit' | 'remove'; chat: string; id: number; text: string }
type Answer = EditOutcome

/** A chat that takes everything; `next` answers the coming calls otherwise. */
export const fakeChat = () => {
  const heard: Heard[] = []
  const next: Answer[] = []
  let id = 100
  const take = (call: Heard['call'], chat: string, told: { id: number; message: Outgoing }): Answer => {
    heard.push({ call, chat, id: told.id, text: visible(told.message.html), ...told.message })
    return next.shift() ?? { kind: 'sent', messageId: told.id }
  }
  const channel: Channel = {
    send: async (chat, message) => take('send', chat, { id: ++id, message }) as SendOutcome,
    edit: async (chat, messageId, message) => take('edit', chat, { id: messageId, message }),
    remove: async (chat, messageId) =>
      take('remove', chat, { id: messageId, message: { html: '' } }) as SendOutcome,
    typing: async () => undefined,
  }
  const lines = () => heard.map(({ call, id: at, text }) => `${call} ${at} ${text.split('\n')[0]}`)
  return { heard, next, channel, lines, clear: () => heard.splice(0) }
}

type Wanted = { quote?: Partial<Quote>; settings?: Partial<ShopSettings>; bound?: number[] }

export const telling = async ({ quote: asked, settings, bound = [] }: Wanted = {}) => {
  const clock = fakeClock()
  const store = await openStore({ url: 'sqlite::memory:', clock })
  const shop = liveShop({ id: SHOP, owner: 'a_1', bot: true })
  await store.shops.create({
    ...shop,
    settings: { ...shop.settings, name: 'Warung Kopi', ...settings },
    bound: bound.map((user) => ({ user, name: 'Ani', at: 1 })),
  })
  await store.orders.create(
    born({
      id: ORDER,
      shop: SHOP,
      number: 'K7Q2M',
      customer: 'cu_1',
      chat: CHAT,
      quote: quote(asked),
      now: clock.now(),
    }),
  )
  const chat = fakeChat()
  const logged: string[] = []
  const house = { channel: chat.channel as Channel | null }
  const deps: TellDeps = {
    store,
    clock,
    log: makeLog('warn', { write: (line) => void logged.push(line) }),
    channelOf: async () => house.channel,
  }
  const order = async (): Promise<Order> => (await store.orders.get(SHOP, ORDER))!
  const move = async (step: Omit<Move, 'by'> & Partial<Pick<Move, 'by'>>): Promise<Order> => {
    const moved = await store.orders.advance(SHOP, ORDER, () => ({ by: 'system', ...step }))
    if (!moved.ok) throw new Error(`${step.type}: ${moved.reason} ${moved.detail ?? ''}`)
    return moved.order
  }
  let runs = 0
  const payload = { shop: SHOP, order: ORDER }
  return {
    ...chat,
    clock,
    store,
    deps,
    house,
    logged,
    order,
    move,
    tell: (more: Record<string, string> = {}, job = `job-${++runs}`) =>
      tellOrder(deps, { ...payload, ...more }, { job }),
    tellSeller: () => tellSeller(deps, payload, { job: `job-${++runs}` }),
    ...moves(move, { clock, order }),
  }
}

type Moving = (step: Omit<Move, 'by'>) => Promise<Order>

/** The moves of a sale, as the verbs of payments and fulfilment write them. */
const moves = (move: Moving, { clock, order }: { clock: { now(): number }; order(): Promise<Order> }) => {
  const attempt = `${ORDER}-1`
  const bill = (change: Partial<Bill> = {}): Bill => ({
    attempt,
    gateway: 'midtrans',
    keySet: 'k_1',
    amount: 37_000,
    state: 'open',
    createdAt: clock.now(),
    reference: 'ref-1',
    qr: QRIS,
    merchantName: 'NAIKINYUK DIGITAL',
    nmid: 'ID1020000000001',
    expiresAt: clock.now() + 30 * 60_000,
    ...change,
  })
  const billed = async (change: Partial<Bill> = {}) => {
    await move({ to: 'billing', type: 'confirmed' })
    return move({ to: 'awaitingPayment', type: 'billed', patch: { bills: { [attempt]: bill(change) } } })
  }
  const paidBill = async (amount?: number): Promise<Order['bills']> => {
    const known = (await order()).bills[attempt] ?? bill()
    const paid: Bill = {
      ...known,
      state: 'paid',
      final: true,
      paidAt: clock.now(),
      paidAmount: amount ?? known.amount,
    }
    return { [attempt]: paid }
  }
  const pay = async () => move({ to: 'paid', type: 'paid', patch: { bills: await paidBill() } })
  const submitting = () =>
    move({
      to: 'submitting',
      type: 'sending',
      patch: {
        submissions: {
          s1: { id: 's1', provider: 'p_1', service_id_api: '7', job: 'j', startedAt: clock.now() },
        },
      },
    })
  const accept = async () => {
    await submitting()
    const { submissions } = await order()
    const taken = { ...submissions['s1']!, outcome: 'accepted' as const, panelId: '991' }
    return move({ to: 'submitted', type: 'accepted', patch: { submissions: { s1: taken } } })
  }
  const progress = (change: Partial<NonNullable<Order['progress']>>) =>
    move({ type: 'progress', patch: { progress: { at: clock.now(), ...change } } })
  return { attempt, billed, paidBill, pay, submitting, accept, progress }
}

/** What a message offers to press. */
export const labels = (message: Outgoing | undefined): string[] =>
  (message?.buttons ?? []).flat().map(({ label }) => label)
