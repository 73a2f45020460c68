// Job `catalog.import`: reads a plan, or applies it, by the state in which it finds the import.
import type { JobResult } from '../model/job.ts'
import { type ApplyDeps, applyPlan } from './import-apply.ts'
import { type ReadDeps, readPlan } from './import-read.ts'

export type RunDeps = ReadDeps & ApplyDeps

export const runImport = async (deps: RunDeps, payload: Record<string, string>): Promise<JobResult> => {
  const { shop = '', import: id = '' } = payload
  const plan = await deps.store.imports.get(shop, id)
  if (plan?.state === 'reading') return readPlan(deps, plan)
  if (plan?.state === 'applying') return applyPlan(deps, plan)
  return 'done'
}
