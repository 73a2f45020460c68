// Jobs: work to do later, named by the move that needs it; and what a job's handler answers: done, again at a time (a round of recurring work), or a fault to be tried again with back-off.
import type { Millis } from '../lib/brand.ts'

export type JobResult = 'done' | { again: Millis } | { retry: string }

/** Every handler may run twice and begins with "already done?". `job` is the claimed row's id. */
export type JobContext = { job: string }

/** The names that the worker binds to verbs; one owner each, by folder. */
export const JOB_NAMES = [
  'payments.bill',
  'payments.ask',
  'payments.settle',
  'payments.cancel',
  'payments.refund',
  'payments.credit',
  'payments.deposit',
  'payments.withdrawal',
  'payments.claim',
  'fulfilment.submit',
  'fulfilment.poll',
  'fulfilment.deadline',
  'fulfilment.remind',
  'fulfilment.account',
  'fulfilment.refill',
  'notices.order',
  'notices.seller',
  'notices.withdrawal',
  'notices.desk',
  'notices.letter',
  'reports.audit',
  'reports.nightly',
  'catalog.import',
  'catalog.sync',
  'catalog.derive',
  'orders.lapse',
  'chats.prune',
  'chats.item',
  'chats.handoff',
  'store.backup',
] as const
export type JobName = (typeof JOB_NAMES)[number]

/** Work to do later. `id` is its idempotency: the same id twice is one job. */
export type JobDraft = { id: string; name: JobName; at: Millis; payload: Record<string, string> }
