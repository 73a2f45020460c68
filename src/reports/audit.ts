// The audit: who did what and why, one line each, never changed. Job `reports.audit` writes the lines of orders from their own history;
// `note` writes those of other acts.
import type { ShopId } from '../lib/brand.ts'
import type { Clock } from '../lib/clock.ts'
import type { Ids } from '../lib/ids.ts'
import type { JobResult } from '../model/job.ts'
import type { Order, OrderEvent } from '../model/order.ts'
import type { AuditLine } from '../store/ledger.ts'
import type { Store } from '../store/store.ts'

export type AuditDeps = { store: Pick<Store, 'orders' | 'audit'>; clock: Clock }

export const recordMove = async (
  deps: AuditDeps,
  payload: Record<string, string>,
  { job }: { job: string },
): Promise<JobResult> => {
  const { shop = '', order: id = '' } = payload
  const order = await deps.store.orders.get(shop, id)
  const event = order?.events.find(({ n }) => n === Number(payload['n']))
  await deps.store.audit.add({
    id: job,
    shop,
    order: id,
    ...told(order, event, payload),
    at: event?.at ?? deps.clock.now(),
  })
  return 'done'
}

/** A history loses the middle of a long wait: then the job itself still knows who and what. */
const told = (
  order: Order | null,
  event: OrderEvent | undefined,
  { by = '', type = '' }: Record<string, string>,
): Pick<AuditLine, 'by' | 'what' | 'about' | 'reason' | 'data'> => ({
  by: event?.by ?? by,
  what: `order.${event?.type ?? type}`,
  ...(order ? { about: order.number } : {}),
  ...(event?.reason ? { reason: event.reason } : {}),
  ...(event?.data ? { data: event.data } : {}),
})

export type Act = Omit<AuditLine, 'id' | 'at' | 'shop'> & {
  /** Absent: the platform's own. */
  shop?: ShopId
  /** The act's own number, where it has one: then a repeat of it is one line. */
  id?: string
}

export const note = async (
  deps: { store: Pick<Store, 'audit'>; clock: Clock; ids: Pick<Ids, 'id'> },
  { id, ...act }: Act,
): Promise<void> => {
  await deps.store.audit.add({ ...act, id: id ?? deps.ids.id('au'), at: deps.clock.now() })
}
