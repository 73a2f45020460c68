// Jobs with leases and a fencing token, and the relay that fills them from the outboxes of orders and notices.
import type { Database } from 'bun:sqlite'
import type { JobDraft, JobName } from '../../../model/flow.ts'
import type { Order } from '../../../model/order.ts'
import type { GatewayNotice, Job } from '../../documents.ts'
import type { Jobs } from '../../store.ts'
import type { Table } from './table.ts'
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

export const addNow = (db: Database, now: number) => {
  const insert = db.query(
    "insert into job (id, name, state, run_at, token, attempts, payload, created) values (?, ?, 'ready', ?, 0, 0, ?, ?) on conflict (id) do nothing",
  )
  return (drafts: JobDraft[]): void => {
    for (const { id, name, at, payload } of drafts) insert.run(id, name, at, JSON.stringify(payload), now)
  }
}

export const makeJobs = (db: Database, write: Writer, clock: { now(): number }): Jobs => {
  const due = db.query<{ id: string }, [number, string, number]>(
    `select id from job where state in ('ready', 'leased') and run_at <= ? and name in (select value from json_each(?))
     order by run_at limit ?`,
  )
  const lease = db.query<Row, [string, number, string]>(
    `update job set state = 'leased', owner = ?, run_at = ?, token = token + 1, attempts = attempts + 1 where id = ? returning *`,
  )
  const guarded = (set: string) =>
    db.query(`update job set ${set} where id = ? and token = ? and state = 'leased'`)
  const renew = guarded('run_at = ?')
  const done = guarded("state = 'done', error = null")
  const again = guarded(
    "state = 'ready', run_at = ?, error = ?, attempts = case when ? = 1 then 0 else attempts end",
  )
  const bury = guarded("state = 'dead', error = ?")
  const revive = db.query(
    "update job set state = 'ready', run_at = ?, attempts = 0 where id = ? and state = 'dead'",
  )
  const dead = db.query<Row, [number]>("select * from job where state = 'dead' order by run_at desc limit ?")
  const next = db.query<{ at: number | null }, []>(
    "select min(run_at) as at from job where state in ('ready', 'leased')",
  )
  const prune = db.query("delete from job where state = 'done' and run_at < ?")
  const one = (query: typeof renew, ...values: (string | number | null)[]) =>
    write(() => query.run(...values).changes === 1)
  return {
    add: (drafts) => write(() => addNow(db, clock.now())(drafts)),
    claim: async (names, owner, now, length, limit) => {
      const at = next.get()?.at
      if (at === null || at === undefined || at > now) return []
      const rows = await write(() =>
        due
          .all(now, JSON.stringify(names), limit)
          .flatMap(({ id }) => lease.get(owner, now + length, id) ?? []),
      )
      return rows.map(toJob)
    },
    renew: (id, token, until) => one(renew, until, id, token),
    finish: (id, token) => one(done, id, token),
    again: (id, token, at, { error, fresh }) => one(again, at, error ?? null, fresh ? 1 : 0, id, token),
    bury: (id, token, error) => one(bury, error.slice(0, 500), id, token),
    dead: async (limit) => dead.all(limit).map(toJob),
    revive: (id, at) => one(revive, at, id),
    nextAt: async () => next.get()?.at ?? null,
    prune: (before) => write(() => prune.run(before).changes),
  }
}

export type NoticeDoc = GatewayNotice & { v: number; outbox: JobDraft[] }

/** Jobs are stored if absent, then exactly those are taken out of the outbox; the order's version is left alone. */
export const makeRelay = (
  db: Database,
  write: Writer,
  given: { clock: { now(): number }; orders: Table<Order>; notices: Table<NoticeDoc> },
) => {
  const pending = db.query<{ n: number }, []>(
    'select (select count(*) from orders where pending = 1) + (select count(*) from notice where pending = 1) as n',
  )
  const drain = <Doc extends { v: number; outbox: JobDraft[] }>(table: Table<Doc>): number => {
    const docs = table.find('where pending = 1 limit 200')
    for (const doc of docs) {
      addNow(db, given.clock.now())(doc.outbox)
      table.replaceNow({ ...doc, outbox: [] }, doc.v)
    }
    return docs.reduce((sum, doc) => sum + doc.outbox.length, 0)
  }
  return async (): Promise<number> => {
    if ((pending.get()?.n ?? 0) === 0) return 0
    return write(() => drain(given.orders) + drain(given.notices))
  }
}
