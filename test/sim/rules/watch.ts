// Looks at every call of the store as it is made: what it changed is held against the rules at once.
import type { MoneyKind, Order } from '../../../src/model/order.ts'
import type { AdvanceOutcome, Withdrawal } from '../../../src/store/store.ts'
import { broke, type World } from '../world.ts'
import { checkOut } from './money.ts'
import { checkMove } from './order.ts'
import { checkWallet } from './wallet.ts'

type Seen = { name: string; input: unknown[]; output: unknown }

const born = (world: World, order: Order, made: unknown): void => {
  if (made !== 'created') return
  const { id, customer, quote, deposit, createdAt } = order
  const { money, price, link, quantity } = quote
  world.truth.orders.set(id, order)
  world.truth.cards.set(id, {
    id,
    customer,
    money,
    price,
    link,
    quantity,
    at: createdAt,
    ...(deposit ? { deposit } : {}),
  })
  if (deposit) return
  if (world.truth.byQuantity.has(quantity)) broke(world, 4, `${id}: a second order for one wish`)
  world.truth.byQuantity.set(quantity, id)
}

const moved = (world: World, { ok, ...rest }: AdvanceOutcome): void => {
  if (!ok || !('order' in rest)) return
  const after = rest.order
  const before = world.truth.orders.get(after.id)
  world.truth.orders.set(after.id, after)
  if (before) checkMove(world, { before, after })
  if (before?.state === 'unknown' && after.state === 'held')
    for (const one of world.truth.sendings) if (one.order === after.id) one.denied = true
  const card = world.truth.cards.get(after.id)
  if (card && before?.state !== 'withdrawn' && after.state === 'withdrawn') card.left = true
  checkOut(world, after.id)
}

/** Rule 3: a withdrawal ends once, and only by the seller's word. */
const withdrawn = (world: World, after: Withdrawal): void => {
  const before = world.truth.withdrawals.get(after.id)
  world.truth.withdrawals.set(after.id, after)
  if (before && before.state !== 'due' && before.state !== after.state)
    broke(world, 3, `${after.id}: ${before.state}, then ${after.state}`)
  if (after.state === 'done' && !world.truth.allowed.has(`paid:${after.id}`))
    broke(world, 3, `${after.id}: paid out without the seller's word`)
}

/** A document as it was written, in the order of writing. */
export const hasWritten = (
  world: World,
  collection: string,
  { isNew, doc }: { isNew: boolean; doc: never },
): void => {
  if (collection === 'orders' && isNew) born(world, doc, 'created')
  if (collection === 'orders' && !isNew) moved(world, { ok: true, order: doc })
  if (collection === 'wallet') checkWallet(world, doc)
  if (collection === 'withdrawal') withdrawn(world, doc)
}

export const saw = async (world: World, { name, input, output }: Seen): Promise<void> => {
  world.due.saw({ name, input, output })
  if (name === 'orders.create') return born(world, input[0] as Order, output)
  if (name === 'orders.advance') return moved(world, output as AdvanceOutcome)
  if (/^wallets\.(credit|debit|hold|release|capture)$/.test(name)) {
    const [shop, customer, money] = input as [string, string, MoneyKind]
    return checkWallet(world, await world.store.wallets.get(shop, customer, money))
  }
  if (name === 'withdrawals.create' && output === 'created') withdrawn(world, input[0] as Withdrawal)
  if (name === 'withdrawals.change' && output) withdrawn(world, output as Withdrawal)
  if (name === 'notices.accept') {
    const [notice] = input as [{ id: string; attempt: string }]
    const stored = await world.store.notices.list(notice.attempt)
    if (!stored.some(({ id }) => id === notice.id))
      broke(world, 8, `the notice ${notice.id} was answered and not stored`)
  }
}
