// The first half of job `catalog.import`: the panel is asked, and its answer becomes a plan in lots. Killed, it asks again.
import type { JobResult } from '../model/job.ts'
import type { ImportDoc, ImportRow } from '../store/documents.ts'
import type { Store } from '../store/store.ts'
import { type AnswerDeps, askCatalogue, type Catalogue } from './answer.ts'
import { endImport } from './import.ts'
import { knownServices } from './known-services.ts'
import { lotsOf, planOf } from './plan.ts'

export type ReadDeps = AnswerDeps & {
  store: Pick<Store, 'imports' | 'providers' | 'services' | 'keys'>
  pause(): Promise<void>
}

export const readPlan = async (deps: ReadDeps, plan: ImportDoc): Promise<JobResult> => {
  const doc = await deps.store.providers.get(plan.shop, plan.provider)
  if (!doc) return failed(deps, plan, 'the panel was taken away')
  const asked = await askCatalogue(deps, doc)
  if (asked.ok) await storePlan(deps, plan, asked.catalogue)
  else await failed(deps, plan, faultOf(asked))
  return 'done'
}

/** The dashboard has words of its own for these; for the rest the panel's sentence is the best that there is. */
const SAID = ['auth', 'ip', 'throttled', 'down', 'unreadable']
const faultOf = ({ reason, detail }: { reason: string; detail?: string }): string =>
  SAID.includes(reason) ? reason : (detail ?? reason)

const failed = async (deps: ReadDeps, plan: ImportDoc, fault: string): Promise<JobResult> => {
  await endImport(deps, plan, { fault })
  return 'done'
}

type Counts = ImportDoc['counts']

/** Lots written in one go, which the store commits together. */
const TOGETHER = 4

const storePlan = async (deps: ReadDeps, plan: ImportDoc, catalogue: Catalogue): Promise<void> => {
  const { shop, id, provider } = plan
  const known = await knownServices(deps, shop, provider)
  const counts: Counts = { new: 0, changed: 0, same: 0, vanished: 0, invalid: 0, total: 0 }
  let lots = 0
  let writing: Promise<void>[] = []
  for (const lot of lotsOf(planOf(known, catalogue))) {
    count(counts, lot)
    writing.push(deps.store.imports.putRows(shop, id, lots++, lot))
    if (writing.length < TOGETHER) continue
    await Promise.all(writing)
    writing = []
    await deps.pause()
  }
  await Promise.all(writing)
  await deps.store.imports.change(shop, id, (one) =>
    one.state === 'reading'
      ? { ...one, state: 'planned', counts, lots, ...(catalogue.short ? { short: true } : {}) }
      : null,
  )
}

const count = (counts: Counts, lot: readonly ImportRow[]): void => {
  for (const { change } of lot) counts[change]++
  counts.total += lot.length
}
