// Uniqueness, shared limits, and the practice world's guarded documents.
import type { Database } from 'bun:sqlite'
import type { Store } from '../../store.ts'
import type { Writer } from './writer.ts'

export const makeKeys = (db: Database, write: Writer): Store['keys'] => {
  const insert = db.query('insert into key (id, owner) values (?, ?) on conflict (id) do nothing')
  const read = db.query<{ owner: string }, [string]>('select owner from key where id = ?')
  const remove = db.query('delete from key where id = ? and owner = ?')
  return {
    claim: (key, owner) =>
      write(() => {
        insert.run(key, owner)
        return (read.get(key) as { owner: string }).owner
      }),
    owner: async (key) => read.get(key)?.owner ?? null,
    release: (key, owner) => write(() => remove.run(key, owner).changes === 1),
  }
}

export const makeLimits = (db: Database, write: Writer): Store['limits'] => {
  const hit = db.query<{ n: number }, [string, number, number, number]>(
    'insert into hit (key, n, until) values (?, 1, ?) on conflict (key) do update set n = case when until <= ? then 1 else n + 1 end, until = case when until <= ? then excluded.until else until end returning n',
  )
  const sweep = db.query('delete from hit where until <= ?')
  const clear = db.query('delete from hit where key = ?')
  return {
    hit: (key, now, window) =>
      write(() => {
        const { n } = hit.get(key, now + window, now, now) as { n: number }
        if (n === 1) sweep.run(now)
        return n
      }),
    clear: (key) => write(() => void clear.run(key)),
  }
}

export const makePractice = (db: Database, write: Writer): Store['practice'] => {
  const read = db.query<{ v: number; body: string }, [string]>('select v, body from practice where key = ?')
  const insert = db.query('insert into practice (key, v, body) values (?, 1, ?) on conflict (key) do nothing')
  const update = db.query('update practice set v = v + 1, body = ? where key = ? and v = ?')
  return {
    get: async (key) => {
      const row = read.get(key)
      return row ? { doc: JSON.parse(row.body) as unknown, v: row.v } : null
    },
    put: (key, doc, v) => {
      const body = JSON.stringify(doc)
      return write(() => (v === 0 ? insert.run(key, body) : update.run(body, key, v)).changes === 1)
    },
  }
}
