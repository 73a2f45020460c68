// Runs jobs: relays outboxes, claims what is due, holds the lease while a handler works, tries again with back-off, and buries
// what failed too often where the admin sees it. Every handler may run twice.
import type { Millis } from '../lib/brand.ts'
import { type Clock, MINUTE, SECOND } from '../lib/clock.ts'
import type { Log } from '../lib/log.ts'
import { backoff, drawFrom } from '../lib/retry.ts'
import { DEFAULTS } from '../model/defaults.ts'
import type { JobName } from '../model/flow.ts'
import type { JobContext, JobResult } from '../model/job.ts'
import type { Job } from '../store/documents.ts'
import type { Store } from '../store/store.ts'
import { type Every, holding } from './lease.ts'
import { type Loop, makeLoop } from './loop.ts'

export type Handler = (payload: Record<string, string>, context: JobContext) => Promise<JobResult>

export type WorkerDeps = {
  store: Pick<Store, 'jobs' | 'relay' | 'onWork'>
  clock: Clock
  log: Log
  /** This process, for the lease. */
  owner: string
  handlers: Partial<Record<JobName, Handler>>
  /** The beat that renews leases; a test hands in its own. */
  every?: Every
  parallel?: number
}

const PARALLEL = 16
const RETRY = { base: 2 * SECOND, cap: 10 * MINUTE }
/** A job that kills its worker never comes to its end: its claims are counted. */
const MOST_CLAIMS = DEFAULTS.jobTries * 2

/** `does`: the jobs that it takes. */
export type Worker = Loop & { does: readonly JobName[] }

export const makeWorker = (deps: WorkerDeps): Worker => {
  const names = Object.keys(deps.handlers) as JobName[]
  const { jobs, relay, onWork } = deps.store
  const loop = makeLoop({
    claim: async (limit) => {
      await relay()
      const claimed = await jobs.claim(names, deps.owner, deps.clock.now(), DEFAULTS.lease, limit)
      return claimed.map((job) => () => run(deps, job))
    },
    nextAt: jobs.nextAt,
    onWork,
    clock: deps.clock,
    log: deps.log,
    parallel: deps.parallel ?? PARALLEL,
  })
  return { ...loop, does: names }
}

const run = async (deps: WorkerDeps, job: Job): Promise<void> => {
  const { id, token } = job
  if (job.attempts > MOST_CLAIMS) return bury(deps, job, job.error ?? 'its worker died again and again')
  const held = { what: id, renew: (until: Millis) => deps.store.jobs.renew(id, token, until) }
  await holding(deps, held, async () => end(deps, job, await handle(deps, job)))
}

const handle = async (deps: WorkerDeps, job: Job): Promise<JobResult> => {
  try {
    const handler = deps.handlers[job.name]
    return handler ? await handler(job.payload, { job: job.id }) : { retry: `nobody does ${job.name}` }
  } catch (cause) {
    deps.log.error({ job: job.id, err: cause }, 'a job threw')
    return { retry: cause instanceof Error ? `${cause.name}: ${cause.message}` : 'thrown' }
  }
}

const end = async (deps: WorkerDeps, job: Job, result: JobResult): Promise<void> => {
  const { jobs } = deps.store
  const { id, token } = job
  if (result === 'done') return void (await jobs.finish(id, token))
  if ('again' in result) return void (await jobs.again(id, token, result.again, { fresh: true }))
  if (job.attempts >= DEFAULTS.jobTries) return bury(deps, job, result.retry)
  const wait = backoff(job.attempts, { ...RETRY, jitter: drawFrom(`${id}:${token}`) })
  await jobs.again(id, token, (deps.clock.now() + wait) as Millis, { error: result.retry })
}

const bury = async ({ store, log }: WorkerDeps, { id, token }: Job, error: string): Promise<void> => {
  log.error({ job: id, error }, 'a job was given up')
  await store.jobs.bury(id, token, error)
}
