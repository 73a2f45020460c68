// A database in memory with the face of the MongoDB driver's own door, for the simulation: the driver above it is the real one. What it
// understands is what the driver may send, no more; `test/store/ring.test.ts` holds it to the real server.
import type { Database } from '../../src/store/drivers/mongodb/database.ts'
import { MIGRATIONS } from '../../src/store/drivers/mongodb/migrations.ts'
import {
  assertUpdate,
  assertWhere,
  type Bulk,
  type Page,
  type Ring,
  type Row,
  type Update,
  type Where,
} from '../../src/store/drivers/mongodb/ring.ts'

type Value = unknown
type Condition = Record<string, Value>

const isMap = (value: Value): value is Record<string, Value> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof RegExp)

/** Plain data only, as a database has it. */
const copied = <Data>(value: Data): Data => {
  if (Array.isArray(value)) return value.map(copied) as Data
  if (!isMap(value)) return value
  const copy: Record<string, Value> = {}
  for (const key of Object.keys(value)) copy[key] = copied(value[key])
  return copy as Data
}

const follow = (value: Value, keys: string[], from: number): Value => {
  let found = value
  for (let i = from; i < keys.length; i++) {
    const key = keys[i] as string
    if (Array.isArray(found)) {
      if (!/^\d+$/.test(key)) return found.map((one) => follow(one, keys, i))
      found = found[Number(key)]
    } else if (isMap(found)) found = found[key]
    else return undefined
  }
  return found
}

const paths = new Map<string, string[]>()
const keysOf = (path: string): string[] => {
  const known = paths.get(path) ?? path.split('.')
  paths.set(path, known)
  return known
}
const at = (row: Value, path: string): Value => follow(row, keysOf(path), 0)

const same = (a: Value, b: Value): boolean =>
  a === b || (typeof a === 'object' && typeof b === 'object' && JSON.stringify(a) === JSON.stringify(b))
const equals = (found: Value, wanted: Value): boolean =>
  same(found ?? null, wanted ?? null) || (Array.isArray(found) && found.some((one) => same(one, wanted)))

/** Numbers with numbers, texts with texts: what is of another kind, or not there, is neither more nor less. */
const compared = (found: Value, wanted: Value, fits: (sign: number) => boolean): boolean => {
  if (typeof found !== typeof wanted || found === null || wanted === null) return false
  const sign = (found as number) < (wanted as number) ? -1 : (found as number) > (wanted as number) ? 1 : 0
  return fits(sign)
}

const TESTS: Record<string, (found: Value, wanted: Value) => boolean> = {
  $eq: equals,
  $ne: (found, wanted) => !equals(found, wanted),
  $in: (found, wanted) => (wanted as Value[]).some((one) => equals(found, one)),
  $nin: (found, wanted) => !(wanted as Value[]).some((one) => equals(found, one)),
  $gt: (found, wanted) => compared(found, wanted, (sign) => sign > 0),
  $gte: (found, wanted) => compared(found, wanted, (sign) => sign >= 0),
  $lt: (found, wanted) => compared(found, wanted, (sign) => sign < 0),
  $lte: (found, wanted) => compared(found, wanted, (sign) => sign <= 0),
  $exists: (found, wanted) => (found !== undefined) === wanted,
  $size: (found, wanted) => Array.isArray(found) && found.length === wanted,
  $regex: (found, wanted) => typeof found === 'string' && new RegExp(wanted as string).test(found),
}

const isCondition = (wanted: Value): wanted is Condition =>
  isMap(wanted) && Object.keys(wanted).length > 0 && Object.keys(wanted).every((key) => key.startsWith('$'))

type Test = (found: Value) => boolean

const testOf = (wanted: Value): Test => {
  if (!isCondition(wanted)) return (found) => equals(found, wanted)
  const tests = Object.entries(wanted).map(([operator, value]): Test => {
    const test = TESTS[operator]
    if (!test) throw new Error(`${operator} is not known in memory`)
    return (found) => test(found, value)
  })
  return (found) => tests.every((test) => test(found))
}

type Fits = (row: Row) => boolean

const fitsOf = (where: Where): Fits => {
  const parts = Object.entries(where).map(([key, wanted]): Fits => {
    if (key === '$or' || key === '$and') {
      const all = (wanted as Where[]).map(fitsOf)
      return key === '$or' ? (row) => all.some((fits) => fits(row)) : (row) => all.every((fits) => fits(row))
    }
    const test = testOf(wanted)
    return (row) => test(at(row, key))
  })
  return (row) => parts.every((fits) => fits(row))
}

const put = (row: Value, path: string, value: Value): void => {
  const keys = path.split('.')
  const last = keys.pop() ?? ''
  const holder = keys.reduce<Record<string, Value>>(
    (map, key) => {
      map[key] ??= {}
      return map[key] as Record<string, Value>
    },
    row as Record<string, Value>,
  )
  if (value === undefined) delete holder[last]
  else holder[last] = value
}

const pulled = (wanted: Value): Test => {
  if (!isMap(wanted) || isCondition(wanted)) return testOf(wanted)
  const fits = fitsOf(wanted as Where)
  return (one) => isMap(one) && fits(one as Row)
}

const CHANGES: Record<string, (row: Row, path: string, value: Value) => void> = {
  $set: put,
  $unset: (row, path) => put(row, path, undefined),
  $inc: (row, path, value) => put(row, path, Number(at(row, path) ?? 0) + Number(value)),
  $push: (row, path, value) => put(row, path, [...((at(row, path) ?? []) as Value[]), value]),
  $pull: (row, path, value) => {
    const goes = pulled(value)
    put(
      row,
      path,
      ((at(row, path) ?? []) as Value[]).filter((one) => !goes(one)),
    )
  },
}

const changed = (row: Row, update: Update): Row => {
  const next = copied(row)
  for (const [operator, fields] of Object.entries(update))
    for (const [path, value] of Object.entries(fields)) {
      const change = CHANGES[operator]
      if (!change) throw new Error(`${operator} is not known in memory`)
      change(next, path, copied(value))
    }
  return next
}

type Sort = Record<string, 1 | -1>
/** What is not there comes first. */
const rank = (a: Value, b: Value): number => {
  if (same(a ?? null, b ?? null)) return 0
  if (a === undefined || a === null) return -1
  if (b === undefined || b === null) return 1
  return (a as number) < (b as number) ? -1 : 1
}
const sorted = (rows: Row[], sort: Sort | undefined): Row[] =>
  sort
    ? [...rows].sort((a, b) => {
        for (const [path, way] of Object.entries(sort)) {
          const sign = rank(at(a, path), at(b, path)) * way
          if (sign !== 0) return sign
        }
        return 0
      })
    : rows

/** A call at the door. `about`: the row's id where it is known, and what an update sets its state to. */
export type Call = { collection: string; call: string; about: string }

/** How a process sees the database. */
export type Manner = {
  /** Each call, as the network has it: done at once, later, or never. */
  around<Answer>(call: Call, work: () => Answer): Promise<Answer>
  pause(ms: number): Promise<void>
  /** So many writers of one document are one write. */
  together: number
}

/** Told of every row that is written, in the order written. */
export type Watch = (collection: string, before: Row | null, after: Row | null) => void

const AT_ONCE: Manner = {
  around: async (_, work) => work(),
  pause: () => new Promise((resolve) => setImmediate(resolve)),
  together: 100,
}

const uniqueKeys = (name: string): string[][] =>
  MIGRATIONS.flatMap(({ indexes }) => indexes[name] ?? []).flatMap(({ keys, unique }) =>
    unique ? [Object.keys(keys)] : [],
  )

type Kept = { name: string; rows: Map<string, Row>; watch: Watch }

/** The commands, each done in one go. */
const commandsOn = ({ name, rows, watch }: Kept) => {
  const unique = uniqueKeys(name)
  const isThere = (row: Row): boolean =>
    rows.has(row._id) ||
    unique.some((paths) =>
      [...rows.values()].some((one) => paths.every((path) => same(at(one, path), at(row, path)))),
    )
  const matching = (where: Where, sort?: Sort): Row[] => {
    assertWhere(where)
    const id = where._id
    const few =
      typeof id === 'string' ? [rows.get(id)].filter((row) => row !== undefined) : [...rows.values()]
    return sorted(few.filter(fitsOf(where)), sort)
  }
  const write = (row: Row): void => {
    const before = rows.get(row._id) ?? null
    const after = copied(row)
    rows.set(row._id, after)
    watch(name, before, after)
  }
  const drop = (row: Row): void => {
    rows.delete(row._id)
    watch(name, row, null)
  }
  return {
    matching,
    write,
    insert: (row: Row): boolean => {
      if (isThere(row)) return false
      write(row)
      return true
    },
    update: (where: Where, update: Update, sort?: Sort): { was: Row; is: Row } | null => {
      assertUpdate(update)
      const [was] = matching(where, sort)
      if (!was) return null
      const is = changed(was, update)
      write(is)
      return { was, is }
    },
    replace: (where: Where, row: Row): boolean => {
      const [was] = matching(where)
      if (!was) return false
      write({ ...row, _id: was._id })
      return !same(was, row)
    },
    remove: (where: Where, most?: number): Row[] => {
      const gone = matching(where).slice(0, most)
      for (const row of gone) drop(row)
      return gone
    },
  }
}
type Commands = ReturnType<typeof commandsOn>

const bulk = (commands: Commands, writes: Bulk[]): number => {
  let done = 0
  for (const write of writes) {
    if ('insertOne' in write) {
      if (!commands.insert(write.insertOne.document)) throw Object.assign(new Error('taken'), { code: 11000 })
      done += 1
    } else {
      const { filter, replacement } = write.replaceOne
      if (commands.replace(filter, { ...replacement, _id: filter._id as string })) done += 1
    }
  }
  return done
}

const sums = (rows: Row[], by: string | null, field?: string): { of: Value; sum: number }[] => {
  const found = new Map<string, { of: Value; sum: number }>()
  for (const row of rows) {
    const of = by === null ? null : at(row, by)
    const known = found.get(JSON.stringify(of)) ?? { of, sum: 0 }
    known.sum += field ? Number(at(row, field) ?? 0) : 1
    found.set(JSON.stringify(of), known)
  }
  return [...found.values()]
}

const fieldsOf = (row: Row, { only, without = [] }: Page): Row =>
  only || without.length > 0
    ? (Object.fromEntries(
        Object.entries(row).filter(
          ([key]) => !without.includes(key) && (!only || key === '_id' || only.includes(key)),
        ),
      ) as Row)
    : row

const idIn = (where: Where): string => (typeof where._id === 'string' ? where._id : '')
const stateIn = ({ $set }: Update): string => (typeof $set?.['state'] === 'string' ? $set['state'] : '')

const ringIn = (kept: Kept, { around, pause, together }: Manner): Ring => {
  const commands = commandsOn(kept)
  const { matching } = commands
  const called = <Answer>(call: string, about: string, work: () => Answer): Promise<Answer> =>
    around({ collection: kept.name, call, about }, () => copied(work()))
  return {
    name: kept.name,
    pause,
    together,
    insert: (row) => called('insert', row._id, () => commands.insert(row)),
    find: (where, page = {}) =>
      called('find', idIn(where), () =>
        matching(where, page.sort as Sort)
          .slice(0, page.limit)
          .map((row) => fieldsOf(row, page)),
      ),
    first: (where, sort) => called('first', idIn(where), () => matching(where, sort as Sort)[0] ?? null),
    take: (where, update, { sort, answer }) =>
      called('take', idIn(where), () => {
        const moved = commands.update(where, update, sort as Sort)
        return moved && (answer === 'before' ? moved.was : moved.is)
      }),
    removeFirst: (where) => called('removeFirst', idIn(where), () => commands.remove(where, 1)[0] ?? null),
    update: (where, update) =>
      called('update', `${idIn(where)} ${stateIn(update)}`.trim(), () => {
        const moved = commands.update(where, update)
        return moved !== null && !same(moved.was, moved.is)
      }),
    replace: (where, row) => called('replace', idIn(where), () => commands.replace(where, row)),
    put: (row) => called('put', row._id, () => commands.write(row)),
    bulk: (writes) => called('bulk', '', () => bulk(commands, writes)),
    remove: (where) => called('remove', idIn(where), () => commands.remove(where).length),
    count: (where) => called('count', '', () => matching(where).length),
    sums: (where, by, field) => called('sums', '', () => sums(matching(where), by, field)),
  }
}

export type MemoryDatabase = Database & {
  rows: Map<string, Map<string, Row>>
  /** Another process's view of the same data: its calls are its own. */
  seenBy(manner: Manner): Database
  watched(by: Watch): void
}

export const memoryDatabase = (): MemoryDatabase => {
  const rows = new Map<string, Map<string, Row>>()
  const watches: Watch[] = []
  const watch: Watch = (...written) => {
    for (const one of watches) one(...written)
  }
  const rowsOf = (name: string): Map<string, Row> => {
    const known = rows.get(name) ?? new Map<string, Row>()
    rows.set(name, known)
    return known
  }
  const seenBy = (manner: Manner): Database => {
    const rings = new Map<string, Ring>()
    return {
      of: (name) => {
        const ring = rings.get(name) ?? ringIn({ name, rows: rowsOf(name), watch }, manner)
        rings.set(name, ring)
        return ring
      },
      ping: async () => true,
      close: async () => undefined,
    }
  }
  return { ...seenBy(AT_ONCE), rows, seenBy, watched: (by) => void watches.push(by) }
}
