// The practice panel's account: balance, numbers, running orders. Every change is worked out here, purely; the driver writes it.
import Big from 'big.js'
import type { Millis } from '../../lib/brand.ts'
import { DAY } from '../../lib/clock.ts'
import type { ProviderService, RefusalReason } from '../../model/service.ts'
import type { AddOutcome, ProviderOrder } from '../provider.ts'
import type { SandboxEffect } from './sandbox-failures.ts'
import { hasEnded, refundOf, type SandboxOrder } from './sandbox-run.ts'

export type Account = {
  /** Rupiah, decimal string, before the refunds of orders that have ended since. */
  balance: string
  /** Day of the last top-up. */
  day: number
  next: number
  open: SandboxOrder[]
  /** When a word that only refuses for a while was first met. */
  metAt: Record<string, Millis>
}

/** The practice account starts with this and is filled up to it once a day. */
export const SANDBOX_BALANCE = 10_000_000
const FIRST_NUMBER = 700_001

const dayOf = (now: Millis) => Math.floor(now / DAY)

/** The account as of now: refunds of ended orders booked, the day's top-up made. */
export const settled = (account: Account, now: Millis): Account => {
  const ended = account.open.filter((order) => hasEnded(order, now))
  const booked = ended.reduce((sum, order) => sum.plus(refundOf(order)), new Big(account.balance))
  const topUp = dayOf(now) > account.day && booked.lt(SANDBOX_BALANCE)
  const recent = Object.entries(account.metAt).filter(([, at]) => now - at < DAY)
  return {
    ...account,
    balance: topUp ? String(SANDBOX_BALANCE) : booked.toFixed(),
    day: dayOf(now),
    open: account.open.filter((order) => !hasEnded(order, now)),
    metAt: Object.fromEntries(recent),
  }
}

export const newAccount = (now: Millis): Account => ({
  balance: String(SANDBOX_BALANCE),
  day: dayOf(now),
  next: FIRST_NUMBER,
  open: [],
  metAt: {},
})

const refused = (reason: RefusalReason, message: string): AddOutcome => ({ kind: 'refused', reason, message })

const unitsOf = (order: ProviderOrder): number => {
  if (order.type === 'package') return 1
  if (order.type === 'default') return order.quantity
  return (order.comments ?? []).filter((line) => line.trim()).length
}

const costOf = (order: ProviderOrder, service: ProviderService): string => {
  const rate = new Big(service.rate)
  return (order.type === 'package' ? rate : rate.times(unitsOf(order)).div(1000)).round(4).toFixed()
}

/** What is wrong with the order itself, as a panel would say it. */
export const flawIn = (
  order: ProviderOrder,
  service: ProviderService | undefined,
): AddOutcome | undefined => {
  if (!service || service.type !== order.type) return refused('service', 'Incorrect service ID')
  if (!order.link.trim()) return refused('link', 'Bad link')
  const units = unitsOf(order)
  if (units < service.min) return refused('quantity', `Quantity less than minimal ${service.min}`)
  return units > service.max ? refused('quantity', `Quantity more than maximum ${service.max}`) : undefined
}

export type Step = { account: Account; outcome: AddOutcome; taken?: SandboxOrder }
type Refusing = Extract<SandboxEffect, { refuse: RefusalReason }>

const refuseForAWhile = (
  account: Account,
  effect: Refusing,
  { mark, now }: { mark: string; now: Millis },
): Step | undefined => {
  const metAt = account.metAt[mark] ?? now
  if (effect.forMs !== undefined && now - metAt >= effect.forMs) return undefined
  const outcome = refused(effect.refuse, effect.says)
  return { account: { ...account, metAt: { ...account.metAt, [mark]: metAt } }, outcome }
}

const ACTIVE = 'You have active order with this link. Please wait until order being completed.'

type At = { effect: SandboxEffect | undefined; service: ProviderService; now: Millis }

const entryFor = (account: Account, order: ProviderOrder, at: At): SandboxOrder => ({
  id: String(account.next),
  service: order.service,
  link: order.link,
  units: unitsOf(order),
  cost: costOf(order, at.service),
  at: at.now,
  run: at.effect?.on === 'run' ? at.effect.run : 'normal',
})

const take = (account: Account, order: ProviderOrder, at: At): Step => {
  const same = account.open.some((other) => other.service === order.service && other.link === order.link)
  if (same) return { account, outcome: refused('activeOrder', ACTIVE) }
  const taken = entryFor(account, order, at)
  const balance = new Big(account.balance).minus(taken.cost)
  if (balance.lt(0)) return { account, outcome: refused('funds', 'Not enough funds on balance') }
  const open = [...account.open, taken]
  const after: Account = { ...account, balance: balance.toFixed(), next: account.next + 1, open }
  const lost = at.effect && 'answer' in at.effect
  const outcome: AddOutcome = lost
    ? { kind: 'unknown', detail: `no answer (practice panel: taken as ${taken.id})` }
    : { kind: 'accepted', id: taken.id, charge: taken.cost }
  return { account: after, outcome, taken }
}

/** What becomes of a well-formed order, and the account afterwards. */
export const answerTo = (account: Account, order: ProviderOrder, at: At): Step => {
  const { effect, now } = at
  const mark = `${order.service} ${order.link}`
  const refusal = effect && 'refuse' in effect ? refuseForAWhile(account, effect, { mark, now }) : undefined
  return refusal ?? take(account, order, at)
}
