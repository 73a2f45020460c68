// A deposit: a bill that fills saldo. An order's document with nothing to buy: its bill is made, asked for, cancelled and settled as
// any other; job `payments.deposit` puts what came into the wallet and closes it.
import { createHash } from 'node:crypto'
import type { ChatKey, CustomerId, Millis, OrderId, Rupiah, ShopId } from '../lib/brand.ts'
import type { Clock } from '../lib/clock.ts'
import type { Ids } from '../lib/ids.ts'
import { type Outcome, refuse } from '../lib/outcome.ts'
import { DEFAULTS } from '../model/defaults.ts'
import { born, move } from '../model/flow.ts'
import type { JobResult } from '../model/job.ts'
import type { Bill, MoneyKind, Order, Quote } from '../model/order.ts'
import { takenBack } from '../model/settled.ts'
import { openBillsOf } from '../orders/confirm.ts'
import type { Store } from '../store/store.ts'

export type DepositDeps = {
  store: Pick<Store, 'orders'>
  clock: Clock
  ids: Ids
  /** The kind of money that a bill made now would be; null while the shop is closed for this customer. */
  moneyNow(shop: ShopId, customer: CustomerId): Promise<MoneyKind | null>
}

export type DepositInput = {
  shop: ShopId
  customer: CustomerId
  chat: ChatKey
  amount: Rupiah
  /** Idempotency: the same cause (chat and update) is the same deposit. */
  cause: string
}

/** The word stands in the order's document; `text/` says it in the customer's language. */
const NAME = 'Isi saldo'

const idOf = ({ shop, cause }: DepositInput): OrderId =>
  `o_${createHash('sha256').update(`deposit\n${shop}\n${cause}`).digest('base64url').slice(0, 22)}`

const quoteOf = (amount: Rupiah, money: MoneyKind, now: Millis): Quote => ({
  service: '',
  provider: '',
  service_id_api: '',
  mid: 0,
  displayName: NAME,
  type: 'package',
  link: '',
  linkRaw: '',
  quantity: 1,
  cost: { amount: '0', currency: 'IDR', exchange: '1', rupiah: 0 },
  price: amount,
  saldo: 0,
  toPay: amount,
  money,
  world: money === 'play' ? 'sandbox' : 'real',
  quotedAt: now,
  expiresAt: (now + DEFAULTS.quoteLife) as Millis,
})

/** Asked for with its sum, so the yes is in the asking: born in `billing`, in one write. */
const bornInBilling = (input: DepositInput, money: MoneyKind, { clock, ids }: DepositDeps): Order => {
  const now = clock.now()
  const { shop, customer, chat, amount } = input
  const quote = quoteOf(amount, money, now)
  const facts = { id: idOf(input), number: ids.orderNumber(), shop, customer, chat, quote }
  const card = born({ ...facts, deposit: true, now })
  const asked = move({ ...card, outbox: [] }, { to: 'billing', type: 'confirmed', by: 'customer' }, now)
  if (!asked.ok) throw new Error(`a deposit can't be asked for: ${asked.reason}`)
  return asked.order
}

export const deposit = async (
  deps: DepositDeps,
  input: DepositInput,
): Promise<Outcome<{ order: Order }, 'closed' | 'amount' | 'tooManyBills'>> => {
  const { shop, customer, amount } = input
  const known = await deps.store.orders.ofCustomer(shop, customer, idOf(input))
  if (known) return { ok: true, order: known }
  if (!Number.isSafeInteger(amount) || amount < DEFAULTS.topupMin || amount > DEFAULTS.topupMax)
    return refuse('amount')
  const money = await deps.moneyNow(shop, customer)
  if (!money) return refuse('closed')
  if ((await openBillsOf(deps.store, input)) >= DEFAULTS.openBillsPerCustomer) return refuse('tooManyBills')
  for (;;) {
    const order = bornInBilling(input, money, deps)
    const made = await deps.store.orders.create(order)
    if (made === 'created') return { ok: true, order }
    const first = made === 'exists' ? await deps.store.orders.ofCustomer(shop, customer, order.id) : null
    if (first) return { ok: true, order: first }
  }
}

/** What a bill brought and the gateway left with the shop; money that no bill waited for goes to saldo by an entry of its own. */
const brought = (order: Order, bill: Bill): Rupiah => {
  const stray = Object.values(order.money).some(
    ({ kind, attempt }) => kind !== 'chargeback' && attempt === bill.attempt,
  )
  if (bill.state !== 'paid' || stray) return 0
  return Math.max(0, (bill.paidAmount ?? bill.amount) - takenBack(order, bill))
}

type CreditDeps = { store: Pick<Store, 'orders' | 'wallets'>; clock: Clock }

/** What the wallet got of this bill: what a run before this one credited stands, whatever the gateway has taken back since. */
const creditBill = async ({ store, clock }: CreditDeps, order: Order, bill: Bill): Promise<Rupiah> => {
  const of = [order.shop, order.customer, order.quote.money] as const
  const cause = `deposit:${bill.attempt}`
  const amount = brought(order, bill)
  const entry = { cause, amount, at: clock.now(), note: 'topup', order: order.id, topup: true as const }
  const wallet =
    amount > 0 ? (await store.wallets.credit(...of, entry)).wallet : await store.wallets.get(...of)
  return wallet.entries.find((one) => one.cause === cause)?.amount ?? amount
}

/** Job `payments.deposit`: whatever sum came is credited, once per payment, and the deposit has ended. */
export const creditDeposit = async (
  deps: CreditDeps,
  payload: Record<string, string>,
): Promise<JobResult> => {
  const { shop = '', order: id = '' } = payload
  const order = await deps.store.orders.get(shop, id)
  if (!order?.deposit || order.state !== 'paid') return 'done'
  let sum = 0
  for (const bill of Object.values(order.bills)) sum += await creditBill(deps, order, bill)
  await deps.store.orders.advance(shop, id, (current) =>
    current.state === 'paid'
      ? { to: 'closed', type: 'deposited', by: 'system', data: { amount: sum } }
      : { skip: current.state },
  )
  return 'done'
}
