// A collection as far as this driver may use it: the commands and operators that MongoDB from 4.4 on, standalone or replicated, and the
// engines compatible with it all do alike. Anything else, and `undefined` anywhere in a filter, is refused before it is sent: the client
// would drop it, and `{ shop: undefined }` would match every shop.
import type { Collection, Document, Filter, Sort, UpdateFilter } from 'mongodb'

/** What is stored: an id of our own, the version that writes are guarded by where there is one, and whatever else. */
export type Row = Document & { _id: string }
export type Where = Filter<Row>
/** Operator → fields → values. */
export type Update = Record<string, Record<string, unknown>>
/** `only`: these fields and the id. `without`: all but these. */
export type Page = { sort?: Sort; limit?: number; only?: string[]; without?: string[] }
export type Bulk = { insertOne: { document: Row } } | { replaceOne: { filter: Where; replacement: Document } }

export type Ring = {
  /** The name with its prefix. */
  name: string
  /** False: a unique index was first. */
  insert(row: Row): Promise<boolean>
  find(where: Where, page?: Page): Promise<Row[]>
  first(where: Where, sort?: Sort): Promise<Row | null>
  /** One guarded write that answers the row as it was, or as it then is. */
  take(where: Where, update: Update, how: { sort?: Sort; answer: 'before' | 'after' }): Promise<Row | null>
  removeFirst(where: Where): Promise<Row | null>
  /** True: exactly this caller changed a row. */
  update(where: Where, update: Update): Promise<boolean>
  replace(where: Where, row: Row): Promise<boolean>
  /** The last writer wins. */
  put(row: Row): Promise<void>
  /** In order, stopping at the first fault; how many rows were inserted or replaced. */
  bulk(writes: Bulk[]): Promise<number>
  remove(where: Where): Promise<number>
  count(where: Where): Promise<number>
  /** Sums `field` (or counts) by the value of `by`. */
  sums(where: Where, by: string | null, field?: string): Promise<{ of: unknown; sum: number }[]>
  /** Before a write that others came before is tried again. */
  pause(ms: number): Promise<void>
  /** So many writers of one document that wait together are one write. */
  together: number
}

const IN_FILTERS: ReadonlySet<string> = new Set(
  '$eq $in $nin $ne $gt $gte $lt $lte $exists $or $and $nor $not $regex $size $all'.split(' '),
)
const IN_UPDATES: ReadonlySet<string> = new Set(
  '$set $unset $inc $min $max $push $each $addToSet $pull $in $setOnInsert'.split(' '),
)

/** Throws: a mistake of ours, never a user's. */
const assertPlain = (value: unknown, allowed: ReadonlySet<string>, path: string): void => {
  if (value === undefined) throw new TypeError(`${path} is undefined`)
  if (Array.isArray(value)) for (const [i, one] of value.entries()) assertPlain(one, allowed, `${path}[${i}]`)
  else if (typeof value === 'object' && value !== null)
    for (const [key, one] of Object.entries(value)) {
      if (key.startsWith('$') && !allowed.has(key))
        throw new TypeError(`${path}: ${key} is not for every server`)
      assertPlain(one, allowed, `${path}.${key}`)
    }
}

export const assertWhere = (where: Where): Where => {
  assertPlain(where, IN_FILTERS, 'filter')
  return where
}

export const assertUpdate = (update: Update): UpdateFilter<Row> => {
  if (Array.isArray(update)) throw new TypeError('an update by pipeline is not for every server')
  for (const [operator, fields] of Object.entries(update)) {
    if (!IN_UPDATES.has(operator)) throw new TypeError(`${operator} is not for every server`)
    if (Object.keys(fields).length === 0) throw new TypeError(`${operator} is empty`)
  }
  return update as UpdateFilter<Row>
}

/** The one code that is told apart: somebody was first. */
export const isTaken = (cause: unknown): boolean =>
  typeof cause === 'object' && cause !== null && 'code' in cause && cause.code === 11000

const TRIES = 20
const MOST_TOGETHER = 100

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

/** The server gave way to another writer of the same document and wrote nothing (some engines tell, others try again themselves). */
const gaveWay = (cause: unknown): boolean =>
  typeof cause === 'object' && cause !== null && 'code' in cause && cause.code === 112

const untilWritten = async <Answer>(write: () => Promise<Answer>): Promise<Answer> => {
  for (let attempt = 1; ; attempt++)
    try {
      return await write()
    } catch (cause) {
      if (!gaveWay(cause) || attempt >= TRIES) throw cause
      await pause(attempt)
    }
}

export const ringOf = (collection: Collection<Row>): Ring => ({
  name: collection.collectionName,
  insert: async (row) => {
    try {
      await untilWritten(() => collection.insertOne(row))
      return true
    } catch (cause) {
      if (isTaken(cause)) return false
      throw cause
    }
  },
  ...readsOf(collection),
  take: async (where, update, { sort, answer }) =>
    untilWritten(() =>
      collection.findOneAndUpdate(assertWhere(where), assertUpdate(update), {
        returnDocument: answer,
        ...(sort ? { sort } : {}),
      }),
    ),
  removeFirst: async (where) => untilWritten(() => collection.findOneAndDelete(assertWhere(where))),
  update: async (where, update) =>
    (await untilWritten(() => collection.updateOne(assertWhere(where), assertUpdate(update))))
      .modifiedCount === 1,
  replace: async (where, row) => {
    const { _id, ...replacement } = row
    return (
      (await untilWritten(() => collection.replaceOne(assertWhere(where), replacement))).modifiedCount === 1
    )
  },
  put: async (row) => {
    const { _id, ...replacement } = row
    for (let attempt = 1; ; attempt++)
      try {
        await untilWritten(() => collection.replaceOne({ _id }, replacement, { upsert: true }))
        return
      } catch (cause) {
        if (!isTaken(cause) || attempt >= TRIES) throw cause // two upserts of one new row: the loser tries again
      }
  },
  bulk: async (writes) => {
    if (writes.length === 0) return 0
    for (const write of writes) if ('replaceOne' in write) assertWhere(write.replaceOne.filter)
    const { insertedCount, modifiedCount } = await collection.bulkWrite(writes, { ordered: true })
    return insertedCount + modifiedCount
  },
  remove: async (where) => (await untilWritten(() => collection.deleteMany(assertWhere(where)))).deletedCount,
  pause,
  together: MOST_TOGETHER,
})

const readsOf = (collection: Collection<Row>): Pick<Ring, 'find' | 'first' | 'count' | 'sums'> => ({
  find: async (where, { sort, limit, only, without } = {}) => {
    if (limit === 0) return []
    let cursor = collection.find(assertWhere(where))
    if (sort) cursor = cursor.sort(sort)
    if (limit !== undefined) cursor = cursor.limit(limit)
    if (only) cursor = cursor.project(Object.fromEntries(only.map((field) => [field, 1])))
    if (without) cursor = cursor.project(Object.fromEntries(without.map((field) => [field, 0])))
    return (await cursor.toArray()) as Row[]
  },
  first: async (where, sort) => collection.findOne(assertWhere(where), sort ? { sort } : {}),
  count: async (where) => collection.countDocuments(assertWhere(where)),
  sums: async (where, by, field) => {
    const stages = [
      { $match: assertWhere(where) },
      { $group: { _id: by === null ? null : `$${by}`, sum: { $sum: field ? `$${field}` : 1 } } },
    ]
    const rows = await collection.aggregate(stages).toArray()
    return rows.map(({ _id, sum }) => ({ of: _id, sum: Number(sum) }))
  },
})
