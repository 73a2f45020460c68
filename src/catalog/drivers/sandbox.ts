// The built-in practice panel: an ordinary driver without a network. It takes play money only.
// Its whole state is one ledger document for the account and one per order; progress is worked out from the clock.
import { type Clock, MINUTE } from '../../lib/clock.ts'
import type { ProviderService } from '../../model/service.ts'
import type { AddOutcome, Provider, ProviderOrder, ProviderStatus, RefillOutcome } from '../provider.ts'
import { type Account, answerTo, flawIn, newAccount, settled } from './sandbox-account.ts'
import { SANDBOX_ROWS } from './sandbox-catalogue.ts'
import { failureIn, type SandboxEffect } from './sandbox-failures.ts'
import { type SandboxOrder, statusOf } from './sandbox-run.ts'
import { newReading, readServices } from './smm-v2-services.ts'

/** Documents that survive a restart; `put` writes only if the stored version is `v` (0 = not there yet). */
export type SandboxLedger = {
  get(key: string): Promise<{ doc: unknown; v: number } | null>
  put(key: string, doc: unknown, v: number): Promise<boolean>
}

export type SandboxDeps = {
  ledger: SandboxLedger
  clock: Clock
  /** Practice accounts know nothing of each other; one per shop. */
  account?: string
}

const CURRENCY = 'IDR'
const MAX_TRIES = 8

const catalogue = () => {
  const reading = newReading()
  readServices(reading, SANDBOX_ROWS, { from: 0, to: SANDBOX_ROWS.length })
  return reading
}

/** The documents of one account. What stands in the ledger was written here, so it is not checked again. */
const books = ({ ledger, clock, account = 'main' }: SandboxDeps) => {
  const accountKey = `panel:${account}`
  const stored = async () => (await ledger.get(accountKey)) as { doc: Account; v: number } | null
  const keep = (order: SandboxOrder) => ledger.put(`${accountKey}:order:${order.id}`, order, 0)
  return {
    keep,
    async read() {
      const found = await stored()
      const now = clock.now()
      return { account: settled(found?.doc ?? newAccount(now), now), v: found?.v ?? 0 }
    },
    write: (next: Account, v: number) => ledger.put(accountKey, next, v),
    /** An order whose own document was not written before a crash still stands in the account. */
    async order(id: string): Promise<SandboxOrder | undefined> {
      const own = (await ledger.get(`${accountKey}:order:${id}`)) as { doc: SandboxOrder } | null
      if (own) return own.doc
      const open = (await stored())?.doc.open.find((order) => order.id === id)
      if (open) await keep(open)
      return open
    },
  }
}
type Books = ReturnType<typeof books>

/** The answer to an order whose word means that it never arrives. */
const lostBefore = (effect: SandboxEffect | undefined): AddOutcome | undefined => {
  if (!effect || !('answer' in effect)) return undefined
  if (effect.answer === 'neverLeft') return { kind: 'neverLeft', code: 'ECONNREFUSED' }
  return effect.taken ? undefined : { kind: 'unknown', detail: 'no answer (practice panel: not taken)' }
}

const addTo = async (
  kept: Books,
  order: ProviderOrder,
  at: { clock: Clock; service: ProviderService | undefined },
): Promise<AddOutcome> => {
  const effect = failureIn([order.link, ...(order.comments ?? [])])?.effect
  const flaw = lostBefore(effect) ?? flawIn(order, at.service)
  if (flaw || !at.service) return flaw ?? { kind: 'neverLeft', code: 'service' }
  for (let tries = 0; tries < MAX_TRIES; tries++) {
    const { account, v } = await kept.read()
    const next = answerTo(account, order, { effect, service: at.service, now: at.clock.now() })
    if (!(await kept.write(next.account, v))) continue
    if (next.taken) await kept.keep(next.taken)
    return next.outcome
  }
  return { kind: 'neverLeft', code: 'busy' }
}

const statusIn = async (kept: Books, ids: string[], clock: Clock) => {
  const orders = new Map<string, ProviderStatus>()
  for (const id of new Set(ids)) {
    const order = await kept.order(id)
    const told = order && statusOf(order, clock.now())
    if (told) orders.set(id, told)
  }
  return { ok: true as const, orders }
}

const REFILL_TAKES = MINUTE

/** A delivered order is refilled once; a minute later it is done. */
const refillIn = async (
  { ledger, clock, account = 'main' }: SandboxDeps,
  kept: Books,
  id: string,
): Promise<RefillOutcome> => {
  const order = await kept.order(id)
  if (!order || statusOf(order, clock.now())?.state !== 'completed')
    return { kind: 'refused', message: 'Order not eligible for refill.' }
  const fresh = await ledger.put(`panel:${account}:refill:${id}`, { at: clock.now() }, 0)
  return fresh
    ? { kind: 'accepted', id: `rf-${id}` }
    : { kind: 'refused', message: 'Order was refilled before.' }
}

const refillStatusIn = async ({ ledger, clock, account = 'main' }: SandboxDeps, refill: string) => {
  const found = await ledger.get(`panel:${account}:refill:${refill.replace(/^rf-/, '')}`)
  if (!found) return { ok: true as const }
  const { at } = found.doc as { at: number }
  const done = clock.now() - at >= REFILL_TAKES
  return done
    ? { ok: true as const, state: 'done' as const, word: 'Completed' }
    : { ok: true as const, state: 'pending' as const, word: 'Pending' }
}

/** The practice panel's account. Words of `SANDBOX_FAILURES` in a link or comment choose a failure. */
export const sandboxProvider = (deps: SandboxDeps): Provider => {
  const { clock } = deps
  const kept = books(deps)
  const services = new Map(catalogue().services.map((service) => [service.service_id_api, service]))
  return {
    world: 'sandbox',
    add: (order) => addTo(kept, order, { clock, service: services.get(order.service) }),
    status: (ids) => statusIn(kept, ids, clock),
    refill: (order) => refillIn(deps, kept, order),
    refillStatus: (refill) => refillStatusIn(deps, refill),
    async balance() {
      const { balance } = (await kept.read()).account
      return { ok: true, balance, currency: CURRENCY, raw: JSON.stringify({ balance, currency: CURRENCY }) }
    },
    async services() {
      const { services: rows, invalid } = catalogue()
      return { ok: true, services: rows, invalid, raw: JSON.stringify(SANDBOX_ROWS[0]).slice(0, 200) }
    },
  }
}
