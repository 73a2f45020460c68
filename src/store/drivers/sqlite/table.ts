// A table of documents: the body as JSON, its version, and the columns that queries need. One row = one document.
import type { Database, SQLQueryBindings } from 'bun:sqlite'
import type { Change, Created } from '../../store.ts'
import type { Writer } from './writer.ts'

type Value = string | number | null
export type Versioned = { v: number }
export type Columns<Doc> = Record<string, (doc: Doc) => Value | undefined>

export type Table<Doc extends Versioned> = {
  read(id: string): Doc | null
  find(where: string, ...parameters: Value[]): Doc[]
  create(doc: Doc): Promise<Created>
  /** Insert or replace, for what the last writer wins. Synchronous: inside a write. */
  putNow(doc: Doc): void
  /** Synchronous: inside a write. False when the version has moved on. */
  replaceNow(doc: Doc, read: number): boolean
  createNow(doc: Doc): Created
  change(id: string, decide: Change<Doc>, belongs?: (doc: Doc) => boolean): Promise<Doc | null>
  remove(id: string): Promise<boolean>
}

export type Setup<Doc> = { name: string; id: (doc: Doc) => string; columns: Columns<Doc> }

export const makeTable = <Doc extends Versioned>(
  db: Database,
  write: Writer,
  { name, id, columns }: Setup<Doc>,
): Table<Doc> => {
  const extra = Object.keys(columns)
  const names = ['id', 'v', 'body', ...extra]
  const marks = names.map(() => '?').join(', ')
  const insert = db.query(
    `insert into ${name} (${names.join(', ')}) values (${marks}) on conflict (id) do nothing`,
  )
  const upsert = db.query(
    `insert into ${name} (${names.join(', ')}) values (${marks}) on conflict (id) do update set ${names
      .slice(1)
      .map((one) => `${one} = excluded.${one}`)
      .join(', ')}`,
  )
  const update = db.query(
    `update ${name} set ${names
      .slice(1)
      .map((one) => `${one} = ?`)
      .join(', ')} where id = ? and v = ?`,
  )
  const byId = db.query<{ body: string }, [string]>(`select body from ${name} where id = ?`)
  const erase = db.query(`delete from ${name} where id = ?`)
  const valuesOf = (doc: Doc): SQLQueryBindings[] => [
    doc.v,
    JSON.stringify(doc),
    ...extra.map((one) => columns[one]?.(doc) ?? null),
  ]
  const parse = ({ body }: { body: string }) => JSON.parse(body) as Doc
  const read = (key: string): Doc | null => {
    const row = byId.get(key)
    return row ? parse(row) : null
  }
  const table: Table<Doc> = {
    read,
    find: (where, ...parameters) =>
      db
        .query<{ body: string }, Value[]>(`select body from ${name} ${where}`)
        .all(...parameters)
        .map(parse),
    createNow: (doc) => (insert.run(id(doc), ...valuesOf(doc)).changes === 1 ? 'created' : 'exists'),
    create: (doc) => write(() => table.createNow(doc)),
    putNow: (doc) => void upsert.run(id(doc), ...valuesOf(doc)),
    replaceNow: (doc, before) => update.run(...valuesOf(doc), id(doc), before).changes === 1,
    change: (key, decide, belongs) =>
      write(() => {
        const current = read(key)
        if (!current || (belongs && !belongs(current))) return null
        const next = decide(current)
        if (!next) return current
        const stored = { ...next, v: current.v + 1 }
        table.replaceNow(stored, current.v)
        return stored
      }),
    remove: (key) => write(() => erase.run(key).changes === 1),
  }
  return table
}
