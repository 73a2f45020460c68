// The desk: all that waits for the seller, as one page with a button each.
import { openItems } from '../../chats/items-open.ts'
import { needsOf } from '../../model/attention.ts'
import { markOf } from '../../model/desk-action.ts'
import { failedOf } from '../../notices/failed.ts'
import type { DeskList } from '../../text/desk.ts'
import type { DeskDeps, Seat } from './deps.ts'

const MOST = { orders: 15, withdrawals: 6, items: 6 }
/** Enough to say how many more there are. */
const COUNTED = 200

export const deskList = async (deps: DeskDeps, { shop, now }: Seat): Promise<DeskList> => {
  const { orders, withdrawals, providers, customers } = deps.store
  const [needing, due, open, failed, panels] = await Promise.all([
    orders.list(shop.id, { needs: now, deposits: 'all', limit: COUNTED }),
    withdrawals.list(shop.id, { state: 'due', limit: COUNTED }),
    openItems(deps, shop.id, COUNTED),
    failedOf(deps, shop.id),
    providers.list(shop.id),
  ])
  const names = await Promise.all(
    due.slice(0, MOST.withdrawals).map(({ customer }) => customers.get(shop.id, customer)),
  )
  const inUse = panels.filter(({ disabled }) => !disabled)
  const low = await Promise.all(inUse.map(({ id }) => deps.isLow(shop.id, id)))
  return {
    orders: needing.slice(0, MOST.orders).flatMap((order) => {
      const [first] = needsOf(order, now)
      return first ? [{ id: order.id, number: order.number, ...first }] : []
    }),
    withdrawals: due.slice(0, MOST.withdrawals).map(({ id, amount, dueAt }, i) => ({
      id,
      amount,
      dueAt,
      name: names[i]?.name ?? '–',
    })),
    items: open.slice(0, MOST.items).map(({ id, kind, text }) => ({ mark: markOf(id), kind, text })),
    failed: failed.length,
    panels: inUse.map(({ name, balance, currency = '' }, i) => ({
      name,
      balance: balance ? `${balance.amount} ${currency}`.trim() : '–',
      low: low[i] === true,
    })),
    more: rest(needing, MOST.orders) + rest(due, MOST.withdrawals) + rest(open, MOST.items),
  }
}

const rest = (all: unknown[], shown: number): number => Math.max(0, all.length - shown)
