// Job `payments.bill`: an order in `billing` gets its saldo part reserved and its QRIS bill made, or is paid by saldo alone.
// The attempt is written before the gateway is asked, so a killed process asks again with the same attempt and gets the same bill.
import type { JobResult } from '../model/job.ts'
import type { Bill, Order } from '../model/order.ts'
import { newestBill } from '../model/order.ts'
import { type Attempt, type BillDeps, charge } from './charge.ts'
import type { GatewayInUse } from './deps.ts'
import { creditJob, freeSaldo, reserveSaldo } from './saldo.ts'
import { sendBack } from './send-back.ts'
import { askingOn } from './word.ts'

export type { BillDeps } from './charge.ts'

export const bill = async (deps: BillDeps, payload: Record<string, string>): Promise<JobResult> => {
  const { shop = '', order: id = '' } = payload
  const asked = await deps.store.orders.get(shop, id)
  if (!asked) return 'done'
  if (asked.state !== 'billing') return left(deps, asked)
  if (!(await reserveSaldo(deps, asked))) return sendBack(deps, asked, { type: 'saldoShort', by: 'system' })
  // Read again: who left meanwhile has freed the reservation before it was made.
  const order = await deps.store.orders.get(shop, id)
  if (order?.state !== 'billing') return left(deps, asked)
  if (order.quote.toPay === 0) return paidBySaldo(deps, order)
  const attempt = await attemptOf(deps, order)
  if (!attempt) return sendBack(deps, order, { type: 'noGateway', by: 'system', alarm: true })
  return attempt === 'moved' ? { again: deps.clock.now() } : charge(deps, order, attempt)
}

/** A killed run may have reserved for an order that was left before it came back. */
const left = async (deps: BillDeps, order: Order): Promise<JobResult> => {
  await freeSaldo(deps, order)
  return 'done'
}

const paidBySaldo = async (deps: BillDeps, order: Order): Promise<JobResult> => {
  const moved = await deps.store.orders.advance(order.shop, order.id, (current) =>
    current.state === 'billing'
      ? {
          to: 'paid',
          type: 'paidBySaldo',
          by: 'customer',
          jobs: [
            creditJob(current, 'capture', deps.clock.now()),
            ...askingOn(current, null, deps.clock.now()),
          ],
        }
      : { skip: current.state },
  )
  return moved.ok ? 'done' : left(deps, order)
}

/** The attempt under way, else a new one, written down; null without a gateway that takes this kind of money. */
const attemptOf = async (deps: BillDeps, order: Order): Promise<Attempt | 'moved' | null> => {
  const open = newestBill(order)
  if (open?.state === 'charging') {
    const use = await deps.gatewayOf(order.shop, open.keySet)
    return use && { use, bill: open }
  }
  const use = await deps.gatewayInUse(order.shop)
  return use?.gateway.money === order.quote.money ? intend(deps, order, use) : null
}

/** Writes the attempt before the request leaves. */
const intend = async (deps: BillDeps, order: Order, use: GatewayInUse): Promise<Attempt | 'moved'> => {
  const fresh: Bill = {
    attempt: `${order.id}-${Object.keys(order.bills).length + 1}`,
    gateway: use.gateway.id,
    keySet: use.keySet,
    amount: order.quote.toPay,
    state: 'charging',
    createdAt: deps.clock.now(),
    ...(use.platform ? { platform: true } : {}),
    ...(use.fee ? { fee: use.fee } : {}),
    // The word on a static QR comes from the seller, and is brought here with it.
    ...(use.notifyUrl || use.gateway.staticQr ? { hooked: true } : {}),
  }
  const moved = await deps.store.orders.advance(order.shop, order.id, (current) =>
    current.state === 'billing' && current.v === order.v
      ? { type: 'charging', by: 'system', patch: { bills: { ...current.bills, [fresh.attempt]: fresh } } }
      : { skip: current.state },
  )
  return moved.ok ? { use, bill: fresh } : 'moved'
}
