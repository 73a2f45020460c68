// What processes on one file have between them: which shops are looked at and what was told of them, and who alone does something now.
import type { Database } from 'bun:sqlite'
import type { Feed, Leases, Told } from '../../together.ts'
import type { Writer } from './writer.ts'

type FeedRow = { shop: string; told: string }

export const makeFeed = (db: Database, write: Writer): Feed => {
  const look = db.query<{ told: string }, [string, number]>(
    'insert into feed (shop, until, told) values (?, ?, json_object()) on conflict (shop) do update set until = excluded.until returning told',
  )
  const sweep = db.query('delete from feed where until <= ?')
  const watched = db.query<{ one: number }, [string, number]>(
    'select 1 as one from feed where shop = ? and until > ?',
  )
  const count = db.query<{ n: number }, [string, string, string, string]>(
    'update feed set told = json_set(told, ?, coalesce(json_extract(told, ?), 0) + 1) where shop = ? returning json_extract(told, ?) as n',
  )
  const read = db.query<FeedRow, [string]>(
    'select shop, told from feed where shop in (select value from json_each(?))',
  )
  return {
    watch: (shop, now, until) =>
      write(() => {
        sweep.run(now)
        return JSON.parse((look.get(shop, until) as { told: string }).told) as Told
      }),
    // Mostly nobody looks, and then nothing is written.
    tell: async (shop, topic, now) => {
      if (!watched.get(shop, now)) return null
      const path = `$.${topic}`
      return write(() => count.get(path, path, shop, path)?.n ?? null)
    },
    told: async (shops) =>
      read.all(JSON.stringify(shops)).map(({ shop, told }) => ({ shop, told: JSON.parse(told) as Told })),
  }
}

type LeaseRow = { owner: string; token: number; until: number }

export const makeLeases = (db: Database, write: Writer): Leases => {
  const read = db.query<LeaseRow, [string]>('select owner, token, until from lease where name = ?')
  const put = db.query(
    'insert into lease (name, owner, token, until) values (?, ?, ?, ?) on conflict (name) do update set owner = excluded.owner, token = excluded.token, until = excluded.until',
  )
  const free = db.query("update lease set until = 0, owner = '' where name = ? and token = ?")
  const isAnothers = (held: LeaseRow | null, owner: string, now: number): boolean =>
    held !== null && held.owner !== owner && held.until > now
  return {
    take: async (name, owner, now, lease) => {
      // Who only looks whether it is free writes nothing.
      if (isAnothers(read.get(name), owner, now)) return null
      return write(() => {
        const held = read.get(name)
        if (isAnothers(held, owner, now)) return null
        const token = held?.owner === owner ? held.token : (held?.token ?? 0) + 1
        put.run(name, owner, token, now + lease)
        return { token }
      })
    },
    leave: (name, token) => write(() => void free.run(name, token)),
  }
}
