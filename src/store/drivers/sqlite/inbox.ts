// Updates as they arrived, numbered per chat; one worker at a time per chat, by a lease with a fencing token.
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

export const makeInbox = (db: Database, write: Writer): Inbox => {
  const known = db.query<{ n: number }, [string, number]>(
    'select n from inbox where bot = ? and update_id = ?',
  )
  const number = db.query<{ last: number }, [string]>(
    'insert into lane (chat, last, token, free_at) values (?, 1, 0, 0) on conflict (chat) do update set last = last + 1 returning last',
  )
  const insert = db.query(
    "insert into inbox (bot, update_id, chat, n, at, body, tries, state) values (?, ?, ?, ?, ?, ?, 0, 'waiting')",
  )
  // The waiting rows are few, the lanes are as many as chats: the waiting ones are read first.
  const waiting =
    "from inbox i cross join lane l on l.chat = i.chat where i.state = 'waiting' and l.free_at <= ?"
  const free = db.query<{ chat: string }, [number]>(`select l.chat as chat ${waiting} order by i.at limit 1`)
  const freeOne = db.query<{ chat: string }, [number, string]>(
    `select l.chat as chat ${waiting} and l.chat = ? limit 1`,
  )
  const head = db.query<Row, [string]>(
    "select * from inbox where chat = ? and state = 'waiting' order by n limit 1",
  )
  const lease = db.query<{ token: number }, [string, number, string]>(
    'update lane set owner = ?, free_at = ?, token = token + 1 where chat = ? returning token',
  )
  const holds = db.query<{ ok: number }, [string, number]>(
    'select 1 as ok from lane where chat = ? and token = ? and owner is not null',
  )
  const release = db.query('update lane set owner = null, free_at = ? where chat = ?')
  const end = db.query(
    "update inbox set state = ?, error = ?, tries = tries + ? where chat = ? and n = ? and state = 'waiting'",
  )
  const renew = db.query('update lane set free_at = ? where chat = ? and token = ? and owner is not null')
  const dead = db.query<Row, [number]>("select * from inbox where state = 'dead' order by at desc limit ?")
  const next = db.query<{ at: number | null }, []>(
    "select min(l.free_at) as at from inbox i cross join lane l on l.chat = i.chat where i.state = 'waiting'",
  )
  const prune = db.query("delete from inbox where state = 'done' and at < ?")

  const finish = (
    chat: string,
    token: number,
    {
      n,
      state,
      error,
      tries,
      at,
    }: { n: number; state: string; error: string | null; tries: number; at: number },
  ) =>
    write(() => {
      if (!holds.get(chat, token)) return false
      end.run(state, error, tries, chat, n)
      release.run(at, chat)
      return true
    })

  return {
    accept: ({ bot, updateId, chat, at, body }) =>
      write(() => {
        const seen = known.get(bot, updateId)
        if (seen) return { n: seen.n, fresh: false }
        const { last } = number.get(chat) as { last: number }
        insert.run(bot, updateId, chat, last, at, body)
        return { n: last, fresh: true }
      }),
    claim: async (owner, now, length, only) => {
      if (!(only ? freeOne.get(now, only) : free.get(now))) return null
      return write(() => {
        const found = only ? freeOne.get(now, only) : free.get(now)
        const row = found && head.get(found.chat)
        if (!row) return null
        const { token } = lease.get(owner, now + length, row.chat) as { token: number }
        return { update: toUpdate(row), token }
      })
    },
    done: (chat, token, n) => finish(chat, token, { n, state: 'done', error: null, tries: 0, at: 0 }),
    retry: async (chat, token, n, at, error, isTry) =>
      finish(chat, token, { n, state: 'waiting', error: error.slice(0, 500), tries: isTry ? 1 : 0, at }),
    bury: (chat, token, n, error) =>
      finish(chat, token, { n, state: 'dead', error: error.slice(0, 500), tries: 1, at: 0 }),
    renew: (chat, token, until) => write(() => renew.run(until, chat, token).changes === 1),
    dead: async (limit) => dead.all(limit).map((row) => ({ ...toUpdate(row), error: row.error ?? '' })),
    nextAt: async () => next.get()?.at ?? null,
    prune: (before) => write(() => prune.run(before).changes),
  }
}
