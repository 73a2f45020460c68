// A small stall to talk to: three products, a reader that knows a script, the real verbs of placing and confirming.
import type { ActDeps } from '../../src/bot/act-deps.ts'
import type { Goods } from '../../src/catalog/shelf.ts'
import { forgetCustomer } from '../../src/chats/forget.ts'
import { openItem } from '../../src/chats/items.ts'
import { promisedAt } from '../../src/chats/promise.ts'
import type { Clock } from '../../src/lib/clock.ts'
import type { Ids } from '../../src/lib/ids.ts'
import { makeLog } from '../../src/lib/log.ts'
import type { Outcome } from '../../src/lib/outcome.ts'
import { sealer } from '../../src/lib/seal.ts'
import type { Order } from '../../src/model/order.ts'
import type { ProductLine } from '../../src/model/say.ts'
import type { Service } from '../../src/model/service.ts'
import type { CatalogueEntry, Message, Understanding } from '../../src/model/understanding.ts'
import { confirm } from '../../src/orders/confirm.ts'
import { place } from '../../src/orders/place.ts'
import { withdraw } from '../../src/payments/cancel.ts'
import { type DepositInput, deposit } from '../../src/payments/deposit.ts'
import { claim } from '../../src/payments/manual.ts'
import { walletEntries } from '../../src/payments/wallet.ts'
import { type AskWithdrawal, askWithdrawal, withdrawalIdOf } from '../../src/payments/withdrawal.ts'
import type { Store } from '../../src/store/store.ts'

export const SHOP = 's_1'
const PRICE = 12

const row = (mid: number, name: string, change: Partial<Service> = {}): Service => ({
  id: `sv_${mid}`,
  shop: SHOP,
  provider: 'p_1',
  service_id_api: String(1000 + mid),
  name,
  description: '',
  category: 'Instagram',
  rate: '9000',
  min: 100,
  max: 10_000,
  type: 'default',
  refill: false,
  cancel: false,
  dripfeed: false,
  mid,
  facts: { tables: 1, platform: 'instagram', kind: 'followers', linkKind: 'profile', traits: [] },
  madeName: name,
  own: {},
  onSale: true,
  seenAt: 0,
  v: 1,
  ...change,
})

const POST = { tables: 1, platform: 'instagram', kind: 'comments', linkKind: 'post', traits: [] } as const
export const services = (): Service[] => [
  row(1, 'IG Followers A'),
  row(2, 'IG Followers B'),
  row(3, 'IG Komentar', { type: 'custom_comments', min: 2, max: 50, facts: { ...POST, traits: [] } }),
  row(4, 'IG Paket', { type: 'package', min: 1, max: 1 }),
  row(5, 'TikTok Likes', {
    max: 5_000_000,
    facts: { ...POST, platform: 'tiktok', kind: 'likes', linkKind: 'video', traits: [] },
  }),
]

const entryOf = ({ mid, madeName, facts, min, max, type }: Service): CatalogueEntry => ({
  mid,
  name: madeName,
  platform: facts.platform,
  kind: facts.kind,
  traits: [],
  min,
  max,
  price: PRICE * 1000,
  type: type as CatalogueEntry['type'],
})

export const goodsOf = (rows: Service[]): Goods => {
  const find = (id: string) => rows.find((one) => one.id === id)
  const line = (id: string, quantity = 1000): ProductLine | null => {
    const one = find(id)
    if (!one) return null
    const { mid, madeName: name, facts, min, max } = one
    return {
      mid,
      service: id,
      name,
      platform: facts.platform,
      kind: facts.kind,
      linkKind: facts.linkKind,
      type: one.type as ProductLine['type'],
      price: PRICE * quantity,
      priceOf: quantity,
      min,
      max,
      minPrice: PRICE * min,
    }
  }
  return {
    entries: rows.map(entryOf),
    byMid: (mid) => rows.find((one) => one.mid === mid)?.id,
    line,
    window: () => rows.map(({ id }) => id),
    largestWithin: (id, rupiah) => {
      const quantity = Math.min(find(id)?.max ?? 0, Math.floor(rupiah / PRICE))
      return { quantity, price: quantity * PRICE }
    },
  }
}

/** Words that the reader knows in this stall; numbers and links are read from the text. */
const SCRIPT: Record<string, Omit<Understanding, 'confidence'>> = {
  'saya mau beli followers': { intent: 'browse', platform: 'instagram', kind: 'followers', mids: [1, 2] },
  'saya pilih id 2': { intent: 'select', mid: 2 },
  'id 99': { intent: 'select', mid: 99 },
  'id 4': { intent: 'select', mid: 4 },
  'id 5': { intent: 'select', mid: 5 },
  'yang ig aja': { intent: 'browse', platform: 'instagram', mids: [1, 2, 3] },
  'jual story views ig?': { intent: 'browse', platform: 'instagram', kind: 'story_views', mids: [] },
  'jual subs youtube?': { intent: 'browse', platform: 'youtube', kind: 'subscribers', mids: [] },
  'yang ini atau itu': {
    intent: 'give_link',
    links: ['https://instagram.com/a', 'https://instagram.com/b'],
  },
  'ganti link': { intent: 'change', field: 'link' },
  'ganti jumlah': { intent: 'change', field: 'quantity' },
  'ganti produk': { intent: 'change', field: 'product' },
  'aman nggak?': { intent: 'ask_general' },
  'kantornya di mana?': { intent: 'ask_general' },
  'id 3': { intent: 'select', mid: 3 },
  ya: { intent: 'confirm' },
  halo: { intent: 'greet' },
  batal: { intent: 'cancel' },
  'sudah bayar': { intent: 'paid_claim' },
  'pesan lagi': { intent: 'reorder' },
  'mana qrnya': { intent: 'resend_bill' },
  makasih: { intent: 'thanks' },
  'panggil admin': { intent: 'human' },
}

export type Reading = { state: string; text: string }

export const readScript = (message: Message, state: string): Understanding => {
  const text = message.text.trim().toLowerCase()
  const known = SCRIPT[text]
  if (known) return { ...known, confidence: 0.95 }
  if (state === 'asking_comments')
    return { intent: 'give_comments', comments: message.text.split('\n').filter(Boolean), confidence: 0.95 }
  if (/^https?:|^instagram\.com/.test(text))
    return { intent: 'give_link', link: message.text.trim(), confidence: 0.95 }
  if (/^\d+$/.test(text)) {
    const intent = state === 'confirming' ? 'change' : 'give_quantity'
    const field = state === 'confirming' ? { field: 'quantity' as const } : {}
    return { intent, quantity: Number(text), ...field, confidence: 0.95 }
  }
  return { intent: 'chitchat', confidence: text ? 0.3 : 0.9 }
}

export type Verbs = {
  placed: string[]
  confirmed: string[]
  checked: string[]
  bound: string[]
  /** What the guard before a bill says. */
  mayBuy?: Outcome<object, 'changed' | 'soldOut'>
  /** Of one unit, where it is not the usual one. */
  price?: number
  measured?: Record<string, { ms: number; orders: number }>
  /** Whether the seller's documents have an answer. */
  knows?: boolean
}

type Making = { store: Store; clock: Clock; ids: Ids }

const PENDING = 'dialogue.destination'

/** The real verbs of saldo. */
const saldoActs = ({ store, clock, ids }: Making) => {
  const box = sealer('a secret of at least thirty-two characters')
  const purse = ({ shop, customer }: { shop: string; customer: string }) =>
    walletEntries({ store }, { shop, customer, money: 'real', limit: 10 })
  const real = async () => 'real' as const
  return {
    purse,
    payable: purse,
    deposit: (input: DepositInput) => deposit({ store, clock, ids, moneyNow: real }, input),
    askWithdrawal: (input: AskWithdrawal) => askWithdrawal({ store, clock, box }, input),
    withdrawalOf: (shop: string, cause: string) => store.withdrawals.get(shop, withdrawalIdOf(shop, cause)),
    seal: (shop: string, plain: string) => box.seal(plain, { shop, field: PENDING }),
    open: (shop: string, sealed: string) => {
      const opened = box.open(sealed, { shop, field: PENDING })
      return opened.ok ? opened.plain : null
    },
  }
}

/** The real verbs, counted; the gateway answers nothing, so a bill is as the test made it. */
export const actsOf = ({ store, clock, ids }: Making, seen: Verbs): ActDeps => {
  const placing = {
    store,
    clock,
    ids,
    price: async (_shop: string, _service: Service, { quantity }: { quantity: number }) => ({
      cost: { amount: String(9 * quantity), currency: 'IDR', exchange: '1', rupiah: 9 * quantity },
      price: (seen.price ?? PRICE) * quantity,
      perThousand: (seen.price ?? PRICE) * 1000,
    }),
    offer: async (_shop: string, { mid, madeName, type }: Service) => ({
      mid,
      displayName: madeName,
      type: type as 'default',
      world: 'real' as const,
    }),
    moneyNow: async () => 'real' as const,
    blockedTarget: async (_shop: string, text: string) => /judi/.test(text),
  }
  const settling = { store, clock, log: makeLog('silent'), gatewayOf: async () => null } as never
  return {
    ...saldoActs({ store, clock, ids }),
    claim: (input) => claim(settling, input),
    store,
    clock,
    place: async (input) => {
      seen.placed.push(input.cause)
      return place(placing, input)
    },
    confirm: async (input) => {
      seen.confirmed.push(input.order)
      return confirm(
        {
          store,
          clock,
          moneyNow: async () => 'real',
          mayBuy: async () => seen.mayBuy ?? { ok: true },
          termsVersion: '1',
        },
        input,
      )
    },
    withdraw: (input) => withdraw(settling, input),
    check: async ({ shop, customer, order }) => {
      seen.checked.push(order)
      const found: Order | null = await store.orders.ofCustomer(shop, customer, order)
      return found ? { ok: true, order: found, checkedAt: clock.now() } : { ok: false, reason: 'notFound' }
    },
    measured: async (_shop, service) => seen.measured?.[service] ?? null,
    choose: async () => ({ ok: false, reason: 'notFound' }),
    answer: async (_shop, question) =>
      question.includes('aman') && seen.knows ? { text: 'Aman kak.', sources: ['FAQ'] } : null,
    openItem: (asking) => openItem({ store, clock }, asking),
    promised: async (shop, dueAt) => {
      const found = await store.shops.get(shop)
      return found && promisedAt(found, dueAt)
    },
    forget: (scene) => forgetCustomer({ store, clock }, scene),
    setLanguage: async () => undefined,
    bind: async ({ user }, token) => {
      seen.bound.push(`${user}:${token}`)
      return token.startsWith('good')
    },
  }
}
