// Job `payments.withdrawal`: wallet and document of a withdrawal are kept together, and the seller is reminded of what is due.
// Time resolves nothing: a withdrawal waits for its seller for as long as it takes.
import type { Millis } from '../lib/brand.ts'
import { DAY } from '../lib/clock.ts'
import { DEFAULTS } from '../model/defaults.ts'
import type { JobResult } from '../model/job.ts'
import type { Withdrawal } from '../store/store.ts'
import { deskJob, isShown, reserve, type WithdrawalDeps } from './withdrawal.ts'
import { auditLine, keepTogether } from './withdrawal-end.ts'

export const workWithdrawal = async (
  deps: WithdrawalDeps,
  payload: Record<string, string>,
): Promise<JobResult> => {
  const { shop = '', withdrawal: id = '' } = payload
  const read = await deps.store.withdrawals.get(shop, id)
  if (!read) return 'done'
  const asked = read.state === 'due' && !isShown(read) ? ((await reserve(deps, read)) ?? read) : read
  await keepTogether(deps, asked)
  if (asked.state !== 'due') {
    if (isShown(asked)) await deps.store.audit.add(auditLine(asked))
    return 'done'
  }
  await remind(deps, asked)
  return { again: nextReminder(asked, deps.clock.now()) }
}

/** Before it is due, when it is, and each day after. */
const moments = ({ dueAt }: Withdrawal, now: Millis): Millis[] => {
  const days = Math.max(0, Math.ceil((now - dueAt) / DAY)) + 1
  const after = Array.from({ length: days + 1 }, (_, day) => dueAt + day * DAY)
  return [dueAt - DEFAULTS.remindWithdrawal, ...after] as Millis[]
}

const nextReminder = (withdrawal: Withdrawal, now: Millis): Millis =>
  moments(withdrawal, now).find((moment) => moment > now) ?? ((now + DAY) as Millis)

/** The latest moment that has come is told once; earlier ones that were slept through are not told late. */
const remind = async (deps: WithdrawalDeps, { shop, id }: Withdrawal): Promise<void> => {
  const now = deps.clock.now()
  await deps.store.withdrawals.change(shop, id, (current) => {
    const moment = moments(current, now).findLast((one) => one <= now)
    if (current.state !== 'due' || moment === undefined) return null
    const mark = `remind:${moment}`
    if (mark in current.seen) return null
    const seen = { ...current.seen, [mark]: now }
    return { ...current, seen, outbox: [...current.outbox, deskJob(current, mark, now)] }
  })
}
