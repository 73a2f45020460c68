// Jobs with leases and a fencing token. `runAt` is the one time of a job: when it is due, or until when its lease runs.
import type { JobDraft, JobName } from '../../../model/flow.ts'
import type { Job } from '../../documents.ts'
import type { Jobs } from '../../store.ts'
import type { Collections } from './database.ts'
import type { Ring, Row, Where } from './ring.ts'
import { fromStored, toStored } from './stored.ts'

const toJob = (row: Row): Job => ({
  id: row._id,
  name: row['name'] as JobName,
  at: Number(row['runAt']),
  payload: fromStored<Record<string, string>>(row['payload']),
  state: row['state'] as Job['state'],
  attempts: Number(row['attempts']),
  token: Number(row['token']),
  createdAt: Number(row['created']),
  ...(row['error'] ? { error: String(row['error']) } : {}),
})

/** Stores what is new by id. */
export const makeAdd =
  (ring: Ring, clock: { now(): number }) =>
  async (drafts: JobDraft[]): Promise<void> => {
    const created = clock.now()
    await Promise.all(
      drafts.map(({ id, name, at, payload }) =>
        ring.insert({
          _id: id,
          name,
          state: 'ready',
          runAt: at,
          token: 0,
          attempts: 0,
          created,
          ...toStored({ payload }),
        }),
      ),
    )
  }

const LONGEST_ERROR = 500
const WAITING = { $in: ['ready', 'leased'] }

/** What only the holder of the newest lease may say. */
const makeEnds = (ring: Ring): Pick<Jobs, 'renew' | 'finish' | 'again' | 'bury' | 'revive'> => {
  const held = (id: string, token: number) => ({ _id: id, token, state: 'leased' })
  return {
    renew: (id, token, until) =>
      ring.update(held(id, token), { $set: { runAt: until }, $inc: { renewed: 1 } }),
    finish: (id, token) => ring.update(held(id, token), { $set: { state: 'done' }, $unset: { error: '' } }),
    again: (id, token, at, { error, fresh }) =>
      ring.update(held(id, token), {
        $set: {
          state: 'ready',
          runAt: at,
          ...(fresh ? { attempts: 0 } : {}),
          ...(error === undefined ? {} : { error: error.slice(0, LONGEST_ERROR) }),
        },
        ...(error === undefined ? { $unset: { error: '' } } : {}),
      }),
    bury: (id, token, error) =>
      ring.update(held(id, token), { $set: { state: 'dead', error: error.slice(0, LONGEST_ERROR) } }),
    revive: (id, at) =>
      ring.update({ _id: id, state: 'dead' }, { $set: { state: 'ready', runAt: at, attempts: 0 } }),
  }
}

type Leasing = { names: JobName[]; owner: string; now: number; length: number }

/** What is due is looked up once and leased together; who else looked at the same rows leaves what this one was quicker with. */
const makeClaim = (ring: Ring) => {
  const dueAt = (now: number) => ({ state: WAITING, runAt: { $lte: now } })
  const lease = ({ owner, now, length }: Leasing, which: Where) =>
    ring.take(
      { ...which, ...dueAt(now) },
      { $set: { state: 'leased', owner, runAt: now + length }, $inc: { token: 1, attempts: 1 } },
      { sort: { runAt: 1 }, answer: 'after' },
    )
  const some = async (leasing: Leasing, limit: number): Promise<Row[] | null> => {
    const name = { $in: leasing.names }
    // The server picks a single one itself: nobody can have been quicker.
    if (limit === 1) {
      const row = await lease(leasing, { name })
      return row && [row]
    }
    const due = await ring.find(
      { ...dueAt(leasing.now), name },
      { sort: { runAt: 1 }, limit, only: ['token'] },
    )
    if (due.length === 0) return null
    const rows = await Promise.all(
      due.map(({ _id, token }) => lease(leasing, { _id, token: token as number })),
    )
    return rows.filter((row) => row !== null)
  }
  return async (leasing: Leasing, limit: number): Promise<Job[]> => {
    const claimed: Row[] = []
    while (claimed.length < limit) {
      const rows = await some(leasing, limit - claimed.length)
      if (!rows) break
      claimed.push(...rows)
    }
    return claimed.map(toJob)
  }
}

export const makeJobs = (of: Collections, add: (drafts: JobDraft[]) => Promise<void>): Jobs => {
  const ring = of('job')
  const claim = makeClaim(ring)
  return {
    ...makeEnds(ring),
    add,
    claim: (names, owner, now, length, limit) => claim({ names, owner, now, length }, limit),
    dead: async (limit) => (await ring.find({ state: 'dead' }, { sort: { runAt: -1 }, limit })).map(toJob),
    nextAt: async () => {
      const next = await ring.first({ state: WAITING }, { runAt: 1 })
      return next ? Number(next['runAt']) : null
    },
    prune: (before) => ring.remove({ state: 'done', runAt: { $lt: before } }),
  }
}
