// Job `payments.claim`: the books of the manual gateway follow what the order says of a claimed bill; the seller's word is put there
// and moves the order; a claim that waits is put before the seller again, ever more seldom. Time alone settles nothing.
import type { Millis } from '../lib/brand.ts'
import { DEFAULTS } from '../model/defaults.ts'
import { deskJob } from '../model/desk-news.ts'
import type { JobDraft, JobResult } from '../model/job.ts'
import type { Bill, Order } from '../model/order.ts'
import type { Claim } from '../store/ledger.ts'
import { askBill } from './ask.ts'
import type { SettleDeps } from './settle.ts'

/** The mark of the seller's word on a bill: it is said once. */
export const wordMark = (attempt: string): string => `word:${attempt}`

/** `facts`: the attempt, and either since when it is claimed, or the word with its sum, who and when. */
export const claimJob = (order: Order, facts: Record<string, string>, at: Millis): JobDraft => ({
  id: `payments.claim:${facts['attempt']}:${order.v}`,
  name: 'payments.claim',
  at,
  payload: { shop: order.shop, order: order.id, ...facts },
})

/** Also called by the verbs at once: the job is there for a process that died in between. */
export const followClaim = async (deps: SettleDeps, payload: Record<string, string>): Promise<JobResult> => {
  const { shop = '', order: id = '', attempt = '', amount } = payload
  const order = await deps.store.orders.get(shop, id)
  const bill = order?.bills[attempt]
  if (!order || !bill) return 'done'
  await mirror(deps, order, bill)
  if (amount !== undefined) return settleByWord(deps, { order, bill, payload })
  return remind(deps, { order, bill, since: payload['since'] })
}

/** Guarded by the order's version, so that a slow process does not bring back what has been taken back since. */
const mirror = async ({ store }: SettleDeps, { v }: Order, bill: Bill): Promise<void> => {
  const { attempt, claimedAt, notYetAt } = bill
  await store.claims.change(attempt, (claim) =>
    (claim.told ?? 0) >= v ? null : { ...withoutClaim(claim), told: v, ...marks(claimedAt, notYetAt) },
  )
}

const withoutClaim = ({ claimedAt: _, notYetAt: __, ...rest }: Claim): Claim => rest

const marks = (claimedAt?: Millis, notYetAt?: Millis): Pick<Claim, 'claimedAt' | 'notYetAt'> => ({
  ...(claimedAt === undefined ? {} : { claimedAt }),
  ...(notYetAt === undefined ? {} : { notYetAt }),
})

type Told = { order: Order; bill: Bill; payload: Record<string, string> }

const settleByWord = async (deps: SettleDeps, { order, bill, payload }: Told): Promise<JobResult> => {
  const { amount, by = '', at } = payload
  const word = { amount: Number(amount), by, at: Number(at) as Millis }
  await deps.store.claims.change(bill.attempt, (claim) => (claim.word ? null : { ...claim, word }))
  await askBill(deps, order, bill)
  return 'done'
}

type Waiting = { order: Order; bill: Bill; since: string | undefined }

/** Of the claim that this job came with: a later one has a job of its own. */
const remind = async (deps: SettleDeps, { order, bill, since }: Waiting): Promise<JobResult> => {
  const { attempt, claimedAt, state } = bill
  if (claimedAt === undefined || since !== String(claimedAt) || state === 'paid') return 'done'
  const now = deps.clock.now()
  const passed = DEFAULTS.remindClaim.filter((after) => claimedAt + after <= now).length
  const again = deskJob(
    order.shop,
    { news: 'claim', order: order.id, mark: `${attempt}:${claimedAt}:${passed}` },
    now,
  )
  if (passed > 0) await deps.store.jobs.add([again])
  const next = DEFAULTS.remindClaim[passed]
  return next === undefined ? 'done' : { again: (claimedAt + next) as Millis }
}
