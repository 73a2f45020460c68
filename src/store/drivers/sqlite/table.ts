// A table of documents: the body as JSON, its version, and the columns that queries need. One row = one document.
import type { Database, Statement } from 'bun:sqlite'
import type { Change, Created } from '../../store.ts'
import type { Setup, Value } from '../../tables.ts'
import type { Writer } from './writer.ts'

export type { Value } from '../../tables.ts'
export type Versioned = { v: number }

/** Methods ending in `Now` are synchronous: for use inside a write. */
export type Table<Doc extends Versioned> = {
  read(id: string): Doc | null
  /** `where` is a fixed text: statements are kept by their text. */
  find(where: string, ...parameters: Value[]): Doc[]
  create(doc: Doc): Promise<Created>
  createNow(doc: Doc): Created
  /** Insert or replace, for what the last writer wins. */
  putNow(doc: Doc): void
  /** False when the version has moved on. */
  replaceNow(doc: Doc, read: number): boolean
  change(id: string, decide: Change<Doc>, belongs?: (doc: Doc) => boolean): Promise<Doc | null>
  remove(id: string): Promise<boolean>
}

const MOST_KEPT = 500

const frozen = <Value>(value: Value): Value => {
  if (typeof value === 'object' && value !== null) Object.values(Object.freeze(value)).forEach(frozen)
  return value
}

/** By the text itself, so that no change anywhere can make it stale; frozen, since every reader gets the same. */
const remembering = <Doc>(parse: (body: string) => Doc): ((body: string) => Doc) => {
  const kept = new Map<string, Doc>()
  return (body) => {
    const known = kept.get(body)
    if (known) return known
    if (kept.size >= MOST_KEPT) kept.clear()
    const doc = frozen(parse(body))
    kept.set(body, doc)
    return doc
  }
}

const statementsOf = (db: Database, name: string, columns: { fixed: string[]; moving: string[] }) => {
  const moving = ['v', ...columns.moving, 'body']
  const all = ['id', ...columns.fixed, ...moving]
  const insert = `insert into ${name} (${all.join(', ')}) values (${all.map(() => '?').join(', ')})`
  const excluded = all.slice(1).map((one) => `${one} = excluded.${one}`)
  return {
    insert: db.query(`${insert} on conflict (id) do nothing`),
    put: db.query(`${insert} on conflict (id) do update set ${excluded.join(', ')}`),
    replace: db.query(
      `update ${name} set ${moving.map((one) => `${one} = ?`).join(', ')} where id = ? and v = ?`,
    ),
    byId: db.query<{ body: string }, [string]>(`select body from ${name} where id = ?`),
    erase: db.query(`delete from ${name} where id = ?`),
  }
}

/** Bun itself keeps the first twenty statements of a database and prepares every other text anew each time. */
export const keepingStatements = <Row>(db: Database): ((text: string) => Statement<Row, Value[]>) => {
  const kept = new Map<string, Statement<Row, Value[]>>()
  return (text) => {
    const statement = kept.get(text) ?? db.prepare<Row, Value[]>(text)
    kept.set(text, statement)
    return statement
  }
}

export const makeTable = <Doc extends Versioned>(
  db: Database,
  write: Writer,
  { name, id, fixed = {}, columns = {}, kept = false }: Setup<Doc>,
): Table<Doc> => {
  const statement = statementsOf(db, name, { fixed: Object.keys(fixed), moving: Object.keys(columns) })
  const fixedOf = Object.values(fixed)
  const movingOf = Object.values(columns)
  const moving = (doc: Doc): Value[] => [doc.v, ...movingOf.map((of) => of(doc)), JSON.stringify(doc)]
  const whole = (doc: Doc): Value[] => [id(doc), ...fixedOf.map((of) => of(doc)), ...moving(doc)]
  const plain = (body: string) => JSON.parse(body) as Doc
  const docOf = kept ? remembering(plain) : plain
  const statementFor = keepingStatements<{ body: string }>(db)
  const parse = ({ body }: { body: string }) => docOf(body)
  const read = (key: string): Doc | null => {
    const row = statement.byId.get(key)
    return row ? parse(row) : null
  }
  const createNow = (doc: Doc): Created =>
    statement.insert.run(...whole(doc)).changes === 1 ? 'created' : 'exists'
  const replaceNow = (doc: Doc, before: number): boolean =>
    statement.replace.run(...moving(doc), id(doc), before).changes === 1
  return {
    read,
    createNow,
    replaceNow,
    find: (where, ...parameters) =>
      statementFor(`select body from ${name} ${where}`)
        .all(...parameters)
        .map(parse),
    create: (doc) => write(() => createNow(doc)),
    putNow: (doc) => void statement.put.run(...whole(doc)),
    change: (key, decide, belongs) =>
      write(() => {
        const current = read(key)
        if (!current || (belongs && !belongs(current))) return null
        const next = decide(current)
        if (!next) return current
        const stored = { ...next, v: current.v + 1 }
        replaceNow(stored, current.v)
        return stored
      }),
    remove: (key) => write(() => statement.erase.run(key).changes === 1),
  }
}
