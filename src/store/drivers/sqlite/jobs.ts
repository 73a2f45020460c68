// Jobs with leases and a fencing token. `run_at` is the one time of a job: when it is due, or until when its lease runs.
import type { Database } from 'bun:sqlite'
import type { JobDraft, JobName } from '../../../model/flow.ts'
import type { Job } from '../../documents.ts'
import type { Jobs } from '../../store.ts'
import type { Writer } from './writer.ts'

type Row = {
  id: string
  name: JobName
  state: Job['state']
  run_at: number
  token: number
  attempts: number
  payload: string
  error: string | null
  created: number
}

const toJob = (row: Row): Job => ({
  id: row.id,
  name: row.name,
  at: row.run_at,
  payload: JSON.parse(row.payload) as Record<string, string>,
  state: row.state,
  attempts: row.attempts,
  token: row.token,
  createdAt: row.created,
  ...(row.error ? { error: row.error } : {}),
})

/** Stores what is new by id; synchronous: inside a write. */
export const makeAddNow = (db: Database, clock: { now(): number }) => {
  const insert = db.query(
    `insert into job (id, name, state, run_at, token, attempts, payload, created) values (?, ?, 'ready', ?, 0, 0, ?, ?)
     on conflict (id) do nothing`,
  )
  return (drafts: JobDraft[]): void => {
    const now = clock.now()
    for (const { id, name, at, payload } of drafts) insert.run(id, name, at, JSON.stringify(payload), now)
  }
}

const makeClaim = (db: Database, write: Writer, next: () => number | null): Jobs['claim'] => {
  const due = db.query<{ id: string }, [number, string, number]>(
    `select id from job where state in ('ready', 'leased') and run_at <= ? and name in (select value from json_each(?))
     order by run_at limit ?`,
  )
  const lease = db.query<Row, [string, number, string]>(
    `update job set state = 'leased', owner = ?, run_at = ?, token = token + 1, attempts = attempts + 1 where id = ? returning *`,
  )
  return async (names, owner, now, length, limit) => {
    const at = next()
    if (at === null || at > now) return []
    const known = JSON.stringify(names)
    const rows = await write(() =>
      due.all(now, known, limit).flatMap(({ id }) => lease.get(owner, now + length, id) ?? []),
    )
    return rows.map(toJob)
  }
}

const LONGEST_ERROR = 500

/** What only the holder of the newest lease may say. */
const makeEnds = (
  db: Database,
  write: Writer,
): Pick<Jobs, 'renew' | 'finish' | 'again' | 'bury' | 'revive'> => {
  const held = (set: string) =>
    db.query(`update job set ${set} where id = ? and token = ? and state = 'leased'`)
  const renew = held('run_at = ?')
  const finish = held("state = 'done', error = null")
  const again = held(
    "state = 'ready', run_at = ?, error = ?, attempts = case ? when 1 then 0 else attempts end",
  )
  const bury = held("state = 'dead', error = ?")
  const revive = db.query(
    "update job set state = 'ready', run_at = ?, attempts = 0 where id = ? and state = 'dead'",
  )
  const did = (query: typeof renew, ...values: (string | number | null)[]) =>
    write(() => query.run(...values).changes === 1)
  return {
    renew: (id, token, until) => did(renew, until, id, token),
    finish: (id, token) => did(finish, id, token),
    again: (id, token, at, { error, fresh }) =>
      did(again, at, error?.slice(0, LONGEST_ERROR) ?? null, fresh ? 1 : 0, id, token),
    bury: (id, token, error) => did(bury, error.slice(0, LONGEST_ERROR), id, token),
    revive: (id, at) => did(revive, at, id),
  }
}

export const makeJobs = (db: Database, write: Writer, addNow: (drafts: JobDraft[]) => void): Jobs => {
  const dead = db.query<Row, [number]>("select * from job where state = 'dead' order by run_at desc limit ?")
  const soonest = db.query<{ at: number | null }, []>(
    "select min(run_at) as at from job where state in ('ready', 'leased')",
  )
  const prune = db.query("delete from job where state = 'done' and run_at < ?")
  const next = () => soonest.get()?.at ?? null
  return {
    ...makeEnds(db, write),
    claim: makeClaim(db, write, next),
    add: (drafts) => write(() => addNow(drafts)),
    dead: async (limit) => dead.all(limit).map(toJob),
    nextAt: async () => next(),
    prune: (before) => write(() => prune.run(before).changes),
  }
}
