// Who did it and why is part of the move: what a seller or the admin does to an order leaves the job that writes its audit line,
// in the same write.
import type { JobDraft } from './job.ts'
import type { By, Order, OrderEvent } from './order.ts'

export const isPerson = (by: By): boolean => by.startsWith('seller:') || by.startsWith('admin:')

/** `n`: the history line it is about; who and what stand beside it, for a history that has lost its middle meanwhile. */
export const auditJob = (order: Pick<Order, 'id' | 'shop'>, { n, by, type, at }: OrderEvent): JobDraft => ({
  id: `reports.audit:${order.id}:${n}`,
  name: 'reports.audit',
  at,
  payload: { shop: order.shop, order: order.id, n: String(n), by, type },
})
