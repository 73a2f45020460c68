// Import Service, as the seller steers it: start, apply, put aside. The work itself is the job `catalog.import`, which a killed process
// leaves to the next one. One import of a panel runs at a time.
import type { Millis, ProviderId, ShopId } from '../lib/brand.ts'
import type { Clock } from '../lib/clock.ts'
import type { Ids } from '../lib/ids.ts'
import { type Outcome, refuse } from '../lib/outcome.ts'
import type { JobDraft } from '../model/job.ts'
import type { ImportDoc } from '../store/documents.ts'
import type { Store } from '../store/store.ts'

export type ImportDeps = {
  store: Pick<Store, 'imports' | 'providers' | 'keys' | 'jobs'>
  clock: Clock
  ids: Ids
}
type Which = { shop: ShopId; id: string }

const NOTHING = { new: 0, changed: 0, same: 0, vanished: 0, invalid: 0, total: 0 }

export const startImport = async (
  deps: ImportDeps,
  { shop, provider, by }: { shop: ShopId; provider: ProviderId; by: string },
): Promise<Outcome<{ plan: ImportDoc }, 'notFound' | 'running'>> => {
  const { store, clock, ids } = deps
  if (!(await store.providers.get(shop, provider))) return refuse('notFound')
  const running = await runningImport(deps, shop, provider)
  if (running) {
    await queue(deps, running)
    return refuse('running')
  }
  const plan: ImportDoc = {
    id: ids.id('im'),
    shop,
    provider,
    state: 'reading',
    by,
    createdAt: clock.now(),
    counts: NOTHING,
    lots: 0,
    applied: 0,
    v: 1,
  }
  await store.imports.create(plan)
  if (!(await takeSlot(deps, plan))) {
    await endImport(deps, plan, 'dropped')
    return refuse('running')
  }
  await queue(deps, plan)
  return { ok: true, plan }
}

/** A repeated tap finds it applying already, and sees to it that the job is there. */
export const applyImport = async (
  deps: ImportDeps,
  { shop, id }: Which,
): Promise<Outcome<{ plan: ImportDoc }, 'notFound' | 'notPlanned'>> => {
  const plan = await deps.store.imports.change(shop, id, (one) =>
    one.state === 'planned' ? { ...one, state: 'applying' } : null,
  )
  if (!plan) return refuse('notFound')
  if (plan.state !== 'applying') return refuse('notPlanned')
  await queue(deps, plan)
  return { ok: true, plan }
}

export const dropImport = async (
  deps: ImportDeps,
  which: Which,
): Promise<Outcome<{ plan: ImportDoc }, 'notFound' | 'notPlanned'>> => {
  const plan = await drop(deps, which)
  if (!plan) return refuse('notFound')
  if (plan.state !== 'dropped') return refuse('notPlanned')
  await releaseSlot(deps, plan)
  return { ok: true, plan }
}

const drop = ({ store, clock }: ImportDeps, { shop, id }: Which): Promise<ImportDoc | null> =>
  store.imports.change(shop, id, (one) =>
    one.state === 'planned' ? { ...one, state: 'dropped', finishedAt: clock.now() } : null,
  )

type EndDeps = { store: Pick<Store, 'imports' | 'keys'>; clock: Clock }

/** The import's last word, said once. */
export const endImport = async (
  deps: EndDeps,
  { shop, id }: Which,
  end: 'done' | 'dropped' | { fault: string },
): Promise<ImportDoc | null> => {
  const finishedAt: Millis = deps.clock.now()
  const last = typeof end === 'string' ? { state: end } : { state: 'failed' as const, fault: end.fault }
  const ended = await deps.store.imports.change(shop, id, (one) =>
    one.finishedAt === undefined ? { ...one, ...last, finishedAt } : null,
  )
  if (ended) await releaseSlot(deps, ended)
  return ended
}

/** The job's id holds the stage: the stage of an import is one job, however often it is asked for. */
const jobOf = (plan: ImportDoc, now: Millis): JobDraft => ({
  id: `catalog.import:${plan.id}:${plan.state}`,
  name: 'catalog.import',
  at: now,
  payload: { shop: plan.shop, import: plan.id },
})

/** Also brings back a job that was lost between two writes, or given up after too many dead workers. */
const queue = async ({ store, clock }: ImportDeps, plan: ImportDoc): Promise<void> => {
  const job = jobOf(plan, clock.now())
  await store.jobs.add([job])
  await store.jobs.revive(job.id, job.at)
}

const slotOf = ({ shop, provider }: Pick<ImportDoc, 'shop' | 'provider'>): string =>
  `import:${shop}:${provider}`

export const isRunning = (plan: ImportDoc | null): plan is ImportDoc =>
  plan?.state === 'reading' || plan?.state === 'applying'

const runningImport = async (
  { store }: ImportDeps,
  shop: ShopId,
  provider: ProviderId,
): Promise<ImportDoc | null> => {
  const owner = await store.keys.owner(slotOf({ shop, provider }))
  const plan = owner && (await store.imports.get(shop, owner))
  return plan && isRunning(plan) ? plan : null
}

/** A plan that still waited to be applied gives way: it was made from an older answer. */
const takeSlot = async (deps: ImportDeps, plan: ImportDoc): Promise<boolean> => {
  const slot = slotOf(plan)
  for (;;) {
    const owner = await deps.store.keys.claim(slot, plan.id)
    if (owner === plan.id) return true
    const other = await drop(deps, { shop: plan.shop, id: owner })
    if (isRunning(other)) return false
    await deps.store.keys.release(slot, owner)
  }
}

const releaseSlot = async ({ store }: EndDeps, plan: ImportDoc): Promise<void> => {
  await store.keys.release(slotOf(plan), plan.id)
}
