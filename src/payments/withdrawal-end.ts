// How a withdrawal ends: the seller has sent it, or refuses it with a reason. Each works once, and of both at once one counts: the
// document's own guarded write decides, the wallet follows.
import type { Millis, ShopId } from '../lib/brand.ts'
import { type Outcome, refuse } from '../lib/outcome.ts'
import type { Destination } from '../model/destination.ts'
import type { AuditLine, Withdrawal } from '../store/store.ts'
import {
  customerJob,
  deskJob,
  isShown,
  reserve,
  sealedAt,
  type WithdrawalDeps,
  workJob,
} from './withdrawal.ts'

/** `by`: `seller:<account>`, or whoever it was of the shop. */
export type Ending = { shop: ShopId; id: string; by: string }

/** `already`: it had ended this way before; nothing new happens. */
export type Ended = { withdrawal: Withdrawal; already: boolean }

export type EndRefusal = 'notFound' | 'ended' | 'short'

export const LEAST_REASON = 3

/** *Sudah ditransfer*. `proof`: what the seller notes of the transfer. */
export const payWithdrawal = (
  deps: WithdrawalDeps,
  { proof, ...ending }: Ending & { proof?: string },
): Promise<Outcome<Ended, EndRefusal>> =>
  end(deps, ending, { state: 'done', ...(proof ? { reason: proof } : {}) })

/** *Tolak*: the sum is the customer's to spend again. */
export const rejectWithdrawal = async (
  deps: WithdrawalDeps,
  { reason, ...ending }: Ending & { reason: string },
): Promise<Outcome<Ended, EndRefusal | 'reason'>> =>
  reason.trim().length < LEAST_REASON
    ? refuse('reason')
    : end(deps, ending, { state: 'rejected', reason: reason.trim() })

type How = { state: 'done' | 'rejected'; reason?: string }

const end = async (
  deps: WithdrawalDeps,
  { shop, id, by }: Ending,
  how: How,
): Promise<Outcome<Ended, EndRefusal>> => {
  const asked = await deps.store.withdrawals.get(shop, id)
  if (!asked) return refuse('notFound')
  const read = asked.state === 'due' && !isShown(asked) ? await reserve(deps, asked) : asked
  const now = deps.clock.now()
  let mine = false
  const after = await deps.store.withdrawals.change(shop, id, (current) => {
    mine = current.state === 'due' && isShown(current)
    return mine ? ended(current, { by, now, ...how }) : null
  })
  if (!after || !read) return refuse('notFound')
  await keepTogether(deps, after)
  if (mine) await deps.store.audit.add(auditLine(after))
  if (after.state !== how.state) return refuse(isShown(after) ? 'ended' : 'short')
  return { ok: true, withdrawal: after, already: !mine }
}

const ended = (
  withdrawal: Withdrawal,
  { by, now, ...how }: How & { by: string; now: Millis },
): Withdrawal => ({
  ...withdrawal,
  ...how,
  by,
  endedAt: now,
  outbox: [
    ...withdrawal.outbox,
    workJob(withdrawal, how.state, now),
    customerJob(withdrawal, how.state, now),
    deskJob(withdrawal, how.state, now),
  ],
})

/** The wallet's side of how it ended, once: what was sent leaves the wallet, what was refused is free again. */
export const keepTogether = async (deps: WithdrawalDeps, withdrawal: Withdrawal): Promise<void> => {
  const { id, shop, customer, money, state, by } = withdrawal
  const { wallets } = deps.store
  if (state === 'rejected') return wallets.release(shop, customer, money, id)
  if (state === 'done')
    await wallets.capture(shop, customer, money, {
      id,
      at: deps.clock.now(),
      note: 'withdrawn',
      ...(by ? { by } : {}),
    })
}

/** Written again by the job, by the same id: a kill after the move loses no line. */
export const auditLine = (withdrawal: Withdrawal): AuditLine => {
  const { id, shop, state, by = 'system', endedAt, at, customer, reason, amount, masked } = withdrawal
  return {
    id: `withdrawal:${id}:${state}`,
    shop,
    at: endedAt ?? at,
    by,
    what: state === 'done' ? 'withdrawal.paid' : 'withdrawal.rejected',
    about: customer,
    ...(reason ? { reason } : {}),
    data: { withdrawal: id, amount, to: masked },
  }
}

/** The full destination, for the eye that pays; who looked is written down. Null once it is forgotten. */
export const revealDestination = async (
  deps: WithdrawalDeps,
  { shop, id, by }: Ending,
): Promise<Outcome<{ destination: Destination }, 'notFound' | 'forgotten'>> => {
  const withdrawal = await deps.store.withdrawals.get(shop, id)
  if (!withdrawal) return refuse('notFound')
  if (withdrawal.to === undefined) return refuse('forgotten')
  const opened = deps.box.open(withdrawal.to, sealedAt(shop, id))
  if (!opened.ok) return refuse('forgotten', opened.reason)
  const { customer, masked } = withdrawal
  const at = deps.clock.now()
  await deps.store.audit.add({
    id: `withdrawal:${id}:shown:${by}:${at}`,
    shop,
    at,
    by,
    what: 'withdrawal.shown',
    about: customer,
    data: { withdrawal: id, to: masked },
  })
  return { ok: true, destination: JSON.parse(opened.plain) as Destination }
}
