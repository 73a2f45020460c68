// Job `fulfilment.deadline`: what waits or is held too long ends with the money back, so that nobody's rupiah waits for ever.
import type { JobResult } from '../model/job.ts'
import { closeWithRefund, refundable } from '../payments/refund.ts'
import { evenSaldo } from '../payments/saldo.ts'
import type { FulfilmentDeps } from './deps.ts'

export const deadline = async (deps: FulfilmentDeps, payload: Record<string, string>): Promise<JobResult> => {
  const { shop = '', order: id = '' } = payload
  const order = await deps.store.orders.get(shop, id)
  if (!order || !['waiting', 'held'].includes(order.state) || !order.deadline) return 'done'
  const now = deps.clock.now()
  if (order.deadline > now) return { again: order.deadline }
  await evenSaldo(deps, order)
  await deps.store.orders.advance(shop, id, (current) => {
    const over =
      ['waiting', 'held'].includes(current.state) && current.deadline !== undefined && current.deadline <= now
    return over
      ? closeWithRefund(current, { by: 'system', reason: 'deadline', amount: refundable(current), now })
      : { skip: current.state }
  })
  return 'done'
}
