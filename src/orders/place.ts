// Places an order in `quoted`: the card. Its number and price are made here and nowhere else; the yes is `confirm.ts`.
import { createHash } from 'node:crypto'
import type { ChatKey, CustomerId, Millis, OrderId, Rupiah, ServiceId, ShopId } from '../lib/brand.ts'
import type { Clock } from '../lib/clock.ts'
import type { Ids } from '../lib/ids.ts'
import { type Outcome, refuse } from '../lib/outcome.ts'
import { DEFAULTS } from '../model/defaults.ts'
import { born } from '../model/flow.ts'
import type { MoneyKind, Order, Quote } from '../model/order.ts'
import type { SellableType, Service } from '../model/service.ts'
import type { Store } from '../store/store.ts'
import { freeOf } from '../store/wallet.ts'

/** The price side of a quote, made by `catalog/quote.ts` from the shop's rule. */
export type Priced = Pick<Quote, 'cost' | 'price' | 'perThousand'>

/** What the shop shows and asks of a service: its name, mid and guarantee as customers see them. */
export type Offered = Pick<
  Quote,
  'mid' | 'displayName' | 'displayNote' | 'guarantee' | 'type' | 'sells' | 'world'
>

export type PlaceDeps = {
  store: Pick<Store, 'orders' | 'services' | 'wallets'>
  clock: Clock
  ids: Ids
  price(
    shop: ShopId,
    service: Service,
    units: { quantity: number; comments?: string[] },
  ): Promise<Priced | null>
  offer(shop: ShopId, service: Service): Promise<Offered | null>
  /** The kind of money that a bill made now would be; null while the shop is closed for this customer. */
  moneyNow(shop: ShopId, customer: CustomerId): Promise<MoneyKind | null>
  blockedTarget(shop: ShopId, text: string): Promise<boolean>
}

export type PlaceInput = {
  shop: ShopId
  customer: CustomerId
  chat: ChatKey
  service: ServiceId
  link: string
  linkRaw: string
  quantity: number
  comments?: string[]
  /** The customer was told that the same order is still running, and said yes to another. */
  repeat?: true
  /** Idempotency: the same cause (chat and update) is the same order. */
  cause: string
}

export type PlaceRefusal =
  | 'notOnSale'
  | 'quantity'
  | 'comments'
  | 'overBill'
  | 'noPrice'
  | 'closed'
  | 'blockedTarget'

const orderIdOf = (shop: ShopId, cause: string): OrderId =>
  `o_${createHash('sha256').update(`${shop}\n${cause}`).digest('base64url').slice(0, 22)}`

/** Units asked for, or why they don't fit: a package is one, comments are counted by line. */
const unitsOf = (
  service: Service,
  type: SellableType,
  input: PlaceInput,
): Outcome<{ quantity: number }, 'quantity' | 'comments'> => {
  if (type === 'package') return { ok: true, quantity: 1 }
  const quantity = type === 'custom_comments' ? (input.comments?.length ?? 0) : input.quantity
  const fits =
    Number.isSafeInteger(quantity) && quantity >= Math.max(1, service.min) && quantity <= service.max
  return fits ? { ok: true, quantity } : refuse(type === 'custom_comments' ? 'comments' : 'quantity')
}

/** Saldo pays what it can, but never leaves a rest that is too small for a bill. */
export const saldoPart = (free: Rupiah, price: Rupiah): Rupiah => {
  if (free >= price) return price
  return Math.max(0, Math.min(free, price - DEFAULTS.billMin))
}

const quoteFor = async (
  deps: PlaceDeps,
  input: PlaceInput,
  service: Service,
): Promise<Outcome<{ quote: Quote }, PlaceRefusal>> => {
  const offered = await deps.offer(input.shop, service)
  if (!offered) return refuse('notOnSale')
  const units = unitsOf(service, offered.type, input)
  if (!units.ok) return units
  const money = await deps.moneyNow(input.shop, input.customer)
  if (!money) return refuse('closed')
  const comments = offered.type === 'custom_comments' ? input.comments : undefined
  const target = [input.link, input.linkRaw, ...(comments ?? [])].join('\n')
  if (await deps.blockedTarget(input.shop, target)) return refuse('blockedTarget')
  const priced = await deps.price(input.shop, service, {
    quantity: units.quantity,
    ...(comments ? { comments } : {}),
  })
  if (!priced) return refuse('noPrice')
  if (priced.price > DEFAULTS.billMax) return refuse('overBill')
  const wallet = await deps.store.wallets.get(input.shop, input.customer, money)
  const saldo = saldoPart(freeOf(wallet), priced.price)
  const now = deps.clock.now()
  const quote: Quote = {
    ...offered,
    ...priced,
    service: service.id,
    provider: service.provider,
    service_id_api: service.service_id_api,
    link: input.link,
    linkRaw: input.linkRaw,
    quantity: units.quantity,
    ...(comments ? { comments } : {}),
    saldo,
    toPay: priced.price - saldo,
    money,
    quotedAt: now,
    expiresAt: (now + DEFAULTS.quoteLife) as Millis,
  }
  return { ok: true, quote }
}

/** The order with its card. A repeated cause answers the order that the first one made. */
export const place = async (
  deps: PlaceDeps,
  input: PlaceInput,
): Promise<Outcome<{ order: Order }, PlaceRefusal>> => {
  const id = orderIdOf(input.shop, input.cause)
  const known = await deps.store.orders.ofCustomer(input.shop, input.customer, id)
  if (known) return { ok: true, order: known }
  const service = await deps.store.services.get(input.shop, input.service)
  if (!service?.onSale || service.vanishedAt) return refuse('notOnSale')
  const quoted = await quoteFor(deps, input, service)
  if (!quoted.ok) return quoted
  for (;;) {
    const order = born({
      id,
      shop: input.shop,
      number: deps.ids.orderNumber(),
      customer: input.customer,
      chat: input.chat,
      quote: quoted.quote,
      ...(input.repeat ? { repeat: input.repeat } : {}),
      now: deps.clock.now(),
    })
    const made = await deps.store.orders.create(order)
    if (made === 'created') return { ok: true, order }
    const first =
      made === 'exists' ? await deps.store.orders.ofCustomer(input.shop, input.customer, id) : null
    if (first) return { ok: true, order: first }
  }
}
