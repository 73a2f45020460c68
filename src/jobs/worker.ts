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
import { type Loop, makeLoop } from './loop.ts'

export type Handler = (payload: Record<string, string>, context: JobContext) => Promise<JobResult>

export type WorkerDeps = {
  store: Pick<Store, 'jobs' | 'relay' | 'onWork'>
  clock: Clock
  log: Log
  /** This process, for the lease. */
  owner: string
  handlers: Partial<Record<JobName, Handler>>
  /** Runs `beat` again and again while a handler works; answers how to stop. Absent: leases are not renewed. */
  every?(ms: number, beat: () => void): () => void
  parallel?: number
}

export const makeWorker = (deps: WorkerDeps): Loop => {
  const names = Object.keys(deps.handlers) as JobName[]
  const claim = async (limit: number) => {
    await deps.store.relay()
    const jobs = await deps.store.jobs.claim(names, deps.owner, deps.clock.now(), DEFAULTS.lease, limit)
    return jobs.map((job) => () => run(deps, job))
  }
  return makeLoop({
    claim,
    nextAt: deps.store.jobs.nextAt,
    onWork: deps.store.onWork,
    clock: deps.clock,
    log: deps.log,
    parallel: deps.parallel ?? 16,
  })
}

const run = async (deps: WorkerDeps, job: Job): Promise<void> => {
  const { jobs } = deps.store
  // A job that kills its worker never comes to its end: its claims are counted.
  if (job.attempts > DEFAULTS.jobTries * 2)
    return void (await jobs.bury(job.id, job.token, job.error ?? 'its worker died again and again'))
  const stop = deps.every?.(
    DEFAULTS.lease / 3,
    () => void jobs.renew(job.id, job.token, (deps.clock.now() + DEFAULTS.lease) as Millis),
  )
  try {
    await end(deps, job, await handle(deps, job))
  } finally {
    stop?.()
  }
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

const end = async (
  { store: { jobs }, clock, log }: WorkerDeps,
  job: Job,
  result: JobResult,
): Promise<void> => {
  const { id, token } = job
  if (result === 'done') return void (await jobs.finish(id, token))
  if ('again' in result) return void (await jobs.again(id, token, result.again, { fresh: true }))
  if (job.attempts >= DEFAULTS.jobTries) {
    log.error({ job: id, error: result.retry }, 'a job was given up')
    return void (await jobs.bury(id, token, result.retry))
  }
  const wait = backoff(job.attempts, {
    base: 2 * SECOND,
    cap: 10 * MINUTE,
    jitter: drawFrom(`${id}:${token}`),
  })
  await jobs.again(id, token, (clock.now() + wait) as Millis, { error: result.retry })
}
