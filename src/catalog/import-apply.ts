// The second half of job `catalog.import`: the plan's rows become services, lot by lot. Killed anywhere, it goes on where the cursor
// stands; a lot written twice gives the same services under the same numbers.
import type { ServiceId } from '../lib/brand.ts'
import type { Clock } from '../lib/clock.ts'
import type { JobResult } from '../model/job.ts'
import type { Facts } from '../model/service.ts'
import type { ImportDoc } from '../store/documents.ts'
import type { Store } from '../store/store.ts'
import { readFacts } from './facts.ts'
import { endImport } from './import.ts'
import { madeName } from './names.ts'
import { type Nameless, nameApart, settledNames } from './naming.ts'
import { bornService, renameOthers, serviceIdOf, updateServices } from './stock.ts'

export type ApplyDeps = {
  store: Pick<Store, 'imports' | 'providers' | 'services' | 'shops' | 'keys'>
  clock: Clock
  pause(): Promise<void>
}

export const applyPlan = async (deps: ApplyDeps, plan: ImportDoc): Promise<JobResult> => {
  const { shop, id, provider, createdAt } = plan
  const doc = await deps.store.providers.get(shop, provider)
  if (!doc) {
    await endImport(deps, plan, { fault: 'the panel was taken away' })
    return 'done'
  }
  const origin = { shop, provider, at: createdAt }
  const block = await reserveNumbers(deps, plan)
  const born = await prepare(deps, plan)
  // What the panel has told since then is newer than the plan: only what nobody knows yet is taken from it.
  const overtaken = (doc.catalogue?.at ?? 0) > createdAt
  for (let lot = plan.applied; lot < plan.lots; lot++) {
    const rows = await deps.store.imports.rows(shop, id, lot)
    if (!overtaken) await updateServices(deps, origin, rows)
    const services = rows.flatMap(({ change, service: row }) => {
      const made = change === 'new' && row ? born.get(row.service_id_api) : undefined
      return row && made ? [bornService(origin, { row, ...made, mid: block + made.nth })] : []
    })
    if (services.length > 0) await deps.store.services.putLot(shop, services)
    await deps.store.imports.change(shop, id, (one) =>
      one.applied > lot ? null : { ...one, applied: lot + 1 },
    )
    await deps.pause()
  }
  await finish(deps, plan)
  return 'done'
}

/** The first number of this import, reserved once in one guarded write: a repeat finds the same block. */
const reserveNumbers = async ({ store }: ApplyDeps, { shop, id, counts }: ImportDoc): Promise<number> => {
  if (counts.new === 0) return 0
  const { midBlocks } =
    (await store.shops.change(shop, (one) =>
      one.midBlocks[id] === undefined
        ? {
            ...one,
            midBlocks: { ...one.midBlocks, [id]: one.nextMid },
            nextMid: one.nextMid + counts.new,
          }
        : null,
    )) ?? {}
  const first = midBlocks?.[id]
  if (first === undefined) throw new Error(`shop ${shop} is gone`)
  return first
}

/** What a new row will be: its place among the new rows, and what was read from it. */
type Made = { nth: number; facts: Facts; name: string }

/** Names depend on each other, so all new rows are read before the first one is stored. */
const prepare = async (deps: ApplyDeps, plan: ImportDoc): Promise<Map<string, Made>> => {
  const made = new Map<string, Made>()
  const nameless: (Nameless & { panelId: string })[] = []
  for (let lot = 0; lot < plan.lots && plan.counts.new > 0; lot++) {
    for (const { change, service: row } of await deps.store.imports.rows(plan.shop, plan.id, lot)) {
      if (change !== 'new' || !row) continue
      const { service_id_api: panelId, rate } = row
      const facts = readFacts(row)
      const base = madeName(facts, row)
      made.set(panelId, { nth: made.size, facts, name: base })
      nameless.push({ id: serviceIdOf(plan.provider, panelId), base, rate, panelId })
    }
    await deps.pause()
  }
  if (nameless.length > 0) await nameNew(deps, plan, { made, nameless })
  return made
}

type Naming = { made: Map<string, Made>; nameless: (Nameless & { panelId: string })[] }

const nameNew = async (deps: ApplyDeps, { shop }: ImportDoc, { made, nameless }: Naming): Promise<void> => {
  const own = new Set<ServiceId>(nameless.map(({ id }) => id))
  const names = nameApart(nameless, await settledNames(deps, shop, own))
  for (const { id, base, panelId } of nameless) {
    const one = made.get(panelId)
    if (one) made.set(panelId, { ...one, name: names.get(id) ?? base })
    names.delete(id)
  }
  await renameOthers(deps, shop, names)
}

/** The catalogue is as old as the plan: prices that stand on it are looked at again when that is too long ago. */
const finish = async (deps: ApplyDeps, plan: ImportDoc): Promise<void> => {
  const { shop, provider, counts, createdAt } = plan
  const rows = counts.new + counts.changed + counts.same
  if (rows > 0)
    await deps.store.providers.change(shop, provider, (one) => ({
      ...one,
      catalogue: { at: createdAt, rows },
    }))
  await endImport(deps, plan, 'done')
}
