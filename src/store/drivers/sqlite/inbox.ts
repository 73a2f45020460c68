// Updates as they arrived, numbered per chat; one worker at a time per chat, by a lease with a fencing token on the chat's lane.
import type { Database } from 'bun:sqlite'
import type { InboxUpdate } from '../../documents.ts'
import type { Inbox } from '../../store.ts'
import type { Writer } from './writer.ts'

type Row = {
  bot: string
  update_id: number
  chat: string
  n: number
  at: number
  body: string
  tries: number
  error: string | null
}

const toUpdate = ({ bot, update_id, chat, n, at, body, tries }: Row): InboxUpdate => ({
  bot,
  updateId: update_id,
  chat,
  n,
  at,
  body,
  tries,
})

const makeAccept = (db: Database, write: Writer): Inbox['accept'] => {
  const known = db.query<{ n: number }, [string, number]>(
    'select n from inbox where bot = ? and update_id = ?',
  )
  const number = db.query<{ last: number }, [string]>(
    'insert into lane (chat, last) values (?, 1) on conflict (chat) do update set last = last + 1 returning last',
  )
  const insert = db.query(
    `insert into inbox (bot, update_id, chat, n, at, tries, state, body) values (?, ?, ?, ?, ?, 0, 'waiting', ?)`,
  )
  return ({ bot, updateId, chat, at, body }) =>
    write(() => {
      const seen = known.get(bot, updateId)
      if (seen) return { n: seen.n, fresh: false }
      const { last } = number.get(chat) as { last: number }
      insert.run(bot, updateId, chat, last, at, body)
      return { n: last, fresh: true }
    })
}

type Free = { chat: string; died: number }

const makeClaim = (db: Database, write: Writer): Inbox['claim'] => {
  // The waiting rows are few, the lanes are as many as chats: the waiting ones are read first.
  const waiting = `select l.chat as chat, l.owner is not null as died
    from inbox i cross join lane l on l.chat = i.chat where i.state = 'waiting' and l.free_at <= ?`
  const any = db.query<Free, [number]>(`${waiting} order by i.at limit 1`)
  const one = db.query<Free, [number, string]>(`${waiting} and i.chat = ? limit 1`)
  const head = db.query<Row, [string]>(
    "select * from inbox where chat = ? and state = 'waiting' order by n limit 1",
  )
  const lease = db.query<{ token: number }, [string, number, string]>(
    'update lane set owner = ?, free_at = ?, token = token + 1 where chat = ? returning token',
  )
  const tried = db.query('update inbox set tries = tries + 1 where bot = ? and update_id = ?')
  const find = (now: number, only?: string) => (only === undefined ? any.get(now) : one.get(now, only))
  return async (owner, now, length, only) => {
    if (!find(now, only)) return null
    return write(() => {
      const free = find(now, only)
      const row = free && head.get(free.chat)
      if (!row) return null
      const { token } = lease.get(owner, now + length, row.chat) as { token: number }
      if (!free.died) return { update: toUpdate(row), token }
      // The former holder never came back: an update that kills its worker must not do so for ever.
      tried.run(row.bot, row.update_id)
      return { update: { ...toUpdate(row), tries: row.tries + 1 }, token }
    })
  }
}

type Held = { chat: string; token: number; n: number }
type End = { state: 'done' | 'dead' | 'waiting'; error?: string; tries?: number; at?: number }

/** What only the holder of the chat's newest lease may say. */
const makeEnds = (db: Database, write: Writer): Pick<Inbox, 'done' | 'retry' | 'bury' | 'renew'> => {
  const release = db.query(
    'update lane set owner = null, free_at = ? where chat = ? and token = ? and owner is not null',
  )
  const end = db.query(
    `update inbox set state = ?1, error = ?2, tries = tries + ?3, body = iif(?1 = 'done', '', body)
     where chat = ?4 and n = ?5 and state = 'waiting'`,
  )
  const renew = db.query('update lane set free_at = ? where chat = ? and token = ? and owner is not null')
  const finish = ({ chat, token, n }: Held, { state, error, tries = 0, at = 0 }: End) =>
    write(() => {
      if (release.run(at, chat, token).changes === 0) return false
      end.run(state, error?.slice(0, 500) ?? null, tries, chat, n)
      return true
    })
  return {
    done: (chat, token, n) => finish({ chat, token, n }, { state: 'done' }),
    retry: (chat, token, n, at, error, isTry) =>
      finish({ chat, token, n }, { state: 'waiting', error, tries: isTry ? 1 : 0, at }),
    bury: (chat, token, n, error) => finish({ chat, token, n }, { state: 'dead', error, tries: 1 }),
    renew: (chat, token, until) => write(() => renew.run(until, chat, token).changes === 1),
  }
}

export const makeInbox = (db: Database, write: Writer): Inbox => {
  const dead = db.query<Row, [number]>("select * from inbox where state = 'dead' order by at desc limit ?")
  const next = db.query<{ at: number | null }, []>(
    "select min(l.free_at) as at from inbox i cross join lane l on l.chat = i.chat where i.state = 'waiting'",
  )
  const prune = db.query("delete from inbox where state = 'done' and at < ?")
  const stored = db.query<unknown, [string, number]>('select 1 from inbox where bot = ? and update_id = ?')
  const waits = db.query<unknown, [string]>(
    "select 1 from inbox where chat = ? and state = 'waiting' limit 1",
  )
  return {
    ...makeEnds(db, write),
    accept: makeAccept(db, write),
    claim: makeClaim(db, write),
    about: async ({ bot, updateId, chat }) => ({
      known: stored.get(bot, updateId) !== null,
      waiting: waits.get(chat) !== null,
    }),
    dead: async (limit) => dead.all(limit).map((row) => ({ ...toUpdate(row), error: row.error ?? '' })),
    nextAt: async () => next.get()?.at ?? null,
    prune: (before) => write(() => prune.run(before).changes),
  }
}
