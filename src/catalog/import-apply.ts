// The second half of job `catalog.import`: the plan's rows become services, lot by lot. Killed anywhere, it goes on where the cursor
// stands; a lot written twice gives the same services under the same numbers.
import type { ServiceId } from '../lib/brand.ts'
import type { Clock } from '../lib/clock.ts'
import type { JobResult } from '../model/job.ts'
import type { Facts, Service } from '../model/service.ts'
import type { ImportDoc, ImportRow } from '../store/documents.ts'
import type { Store } from '../store/store.ts'
import { FACT_TABLES, readFacts } from './facts.ts'
import { endImport } from './import.ts'
import { madeName } from './names.ts'
import { type Nameless, nameApart, settledNames } from './naming.ts'
import { bornService, type Origin, renameOthers, serviceIdOf, updateServices } from './stock.ts'

export type ApplyDeps = {
  store: Pick<Store, 'imports' | 'providers' | 'services' | 'shops' | 'keys'>
  clock: Clock
  pause(): Promise<void>
}

export const applyPlan = async (deps: ApplyDeps, plan: ImportDoc): Promise<JobResult> => {
  const { shop, provider, createdAt } = plan
  const doc = await deps.store.providers.get(shop, provider)
  if (!doc) {
    await endImport(deps, plan, { fault: 'the panel was taken away' })
    return 'done'
  }
  const origin = { shop, provider, at: createdAt }
  const block = await reserveNumbers(deps, plan)
  const { lots, made } = await prepare(deps, plan)
  // What the panel has told since then is newer than the plan: only what nobody knows yet is taken from it.
  const overtaken = (doc.catalogue?.at ?? 0) > createdAt
  for (let lot = plan.applied; lot < plan.lots; lot++) {
    const rows = lots[lot] ?? []
    if (!overtaken) await updateServices(deps, origin, rows)
    // The lots before this one are stored for good: the cursor says so in the same commit that stores this one.
    await Promise.all([
      moveCursor(deps, plan, lot),
      putNew(deps, origin, newServices(origin, { rows, made, block })),
    ])
    await deps.pause()
  }
  await moveCursor(deps, plan, plan.lots)
  await finish(deps, plan)
  return 'done'
}

const moveCursor = ({ store }: ApplyDeps, { shop, id }: ImportDoc, applied: number) =>
  store.imports.change(shop, id, (one) => (one.applied >= applied ? null : { ...one, applied }))

type Newcomers = { rows: ImportRow[]; made: ReadonlyMap<string, Made>; block: number }

const newServices = (origin: Origin, { rows, made, block }: Newcomers): Service[] =>
  rows.flatMap(({ change, service: row }) => {
    const one = change === 'new' && row ? made.get(row.service_id_api) : undefined
    return row && one ? [bornService(origin, { ...one, row, mid: block + one.nth })] : []
  })

const putNew = async ({ store }: ApplyDeps, { shop }: Origin, born: Service[]): Promise<void> => {
  if (born.length > 0) await store.services.putLot(shop, born)
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
            // Nothing older is there that newer tables would have to read.
            ...(one.nextMid === 1 ? { factTables: FACT_TABLES } : {}),
            nextMid: one.nextMid + counts.new,
          }
        : null,
    )) ?? {}
  const first = midBlocks?.[id]
  if (first === undefined) throw new Error(`shop ${shop} is gone`)
  return first
}

/** What a new row will be: its place among the new rows, and what was read from it. */
type Made = { nth: number; id: ServiceId; facts: Facts; name: string }
type Prepared = { lots: ImportRow[][]; made: ReadonlyMap<string, Made> }

/** Names depend on each other, so all new rows are read before the first one is stored. */
const prepare = async (deps: ApplyDeps, plan: ImportDoc): Promise<Prepared> => {
  const lots: ImportRow[][] = []
  const made = new Map<string, Made>()
  const nameless: Nameless[] = []
  for (let lot = 0; lot < plan.lots; lot++) {
    const rows = await deps.store.imports.rows(plan.shop, plan.id, lot)
    lots.push(rows)
    for (const { change, service: row } of rows) {
      if (change !== 'new' || !row) continue
      const facts = readFacts(row)
      const name = madeName(facts, row)
      const id = serviceIdOf(plan.provider, row.service_id_api)
      made.set(row.service_id_api, { nth: made.size, id, facts, name })
      nameless.push({ id, base: name, rate: row.rate })
    }
    await deps.pause()
  }
  if (nameless.length > 0) await giveNames(deps, plan, { made, nameless })
  return { lots, made }
}

type Naming = { made: Map<string, Made>; nameless: Nameless[] }

const giveNames = async (deps: ApplyDeps, { shop }: ImportDoc, { made, nameless }: Naming): Promise<void> => {
  const settled = await settledNames(deps, shop, new Set(nameless.map(({ id }) => id)))
  await deps.pause()
  const names = nameApart(nameless, settled)
  await deps.pause()
  for (const one of made.values()) {
    one.name = names.get(one.id) ?? one.name
    names.delete(one.id)
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
