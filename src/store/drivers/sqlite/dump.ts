// All that is in the database, read and written document by document, in the form of `store/dump.ts`.
import type { Database, Statement } from 'bun:sqlite'
import { type Dump, type Dumped, lotOf, type Noun, type Page } from '../../dump.ts'
import { type Setup, TABLES } from '../../tables.ts'
import { PLAIN, type Plain } from './dump-plain.ts'
import { parsed } from './parsed.ts'
import type { Value } from './table.ts'
import type { Writer } from './writer.ts'

type Doc = { v: number }
/** Synchronous: for use inside a write. */
type Part = { read(after: string | null, limit: number): Page; write(row: Dumped): void }

const paged = <Row>(rows: Row[], limit: number, page: { dumped(row: Row): Dumped; at(row: Row): string }) => {
  const last = rows.at(-1)
  return { rows: rows.map(page.dumped), next: last && rows.length === limit ? page.at(last) : null }
}

/** Ended with the database: a statement that is left keeps its file open. */
type Prepare = <Row>(text: string) => Statement<Row, Value[]>

const tablePart = (prepare: Prepare, { name, id, fixed = {}, columns = {} }: Setup<Doc>): Part => {
  const named = Object.entries({ ...fixed, ...columns })
  const all = ['n', 'id', 'v', ...named.map(([column]) => column), 'body']
  const excluded = all.slice(2).map((column) => `${column} = excluded.${column}`)
  const page = prepare<{ n: number; id: string; body: string }>(
    `select n, id, body from ${name} where n > ? order by n limit ?`,
  )
  const put = prepare(
    `insert into ${name} (${all.join(', ')}) values (${all.map(() => '?').join(', ')})
     on conflict (id) do update set ${excluded.join(', ')}`,
  )
  const taken = prepare<{ id: string }>(`select id from ${name} where n = ?`)
  /** Several replicas may have given one number twice. */
  const free = (n: number, key: string): number => {
    for (let at = n; ; at++) {
      const holder = taken.get(at)
      if (!holder || holder.id === key) return at
    }
  }
  return {
    read: (after, limit) =>
      paged(page.all(Number(after ?? -1), limit), limit, {
        dumped: ({ n, id: key, body }) => ({ id: key, doc: parsed(body), n }),
        at: ({ n }) => String(n),
      }),
    write: ({ doc, n }) => {
      const document = doc as Doc
      const key = id(document)
      const values = named.map(([, of]) => of(document))
      put.run(n === undefined ? null : free(n, key), key, document.v, ...values, JSON.stringify(document))
    },
  }
}

/** The texts lie beside. */
const knowledgePart = (prepare: Prepare): Part => {
  const heads = tablePart(prepare, TABLES.knowledge as unknown as Setup<Doc>)
  const text = prepare<{ body: string }>('select body from knowledge_text where id = ?')
  const put = prepare('insert or replace into knowledge_text (id, body) values (?, ?)')
  return {
    read: (after, limit) => {
      const page = heads.read(after, limit)
      const whole = ({ id, doc, ...rest }: Dumped): Dumped => ({
        id,
        doc: { ...(doc as Doc), text: text.get(id)?.body ?? '' },
        ...rest,
      })
      return { ...page, rows: page.rows.map(whole) }
    },
    write: ({ id, doc, ...rest }) => {
      const { text: body, ...head } = doc as Doc & { text: string }
      heads.write({ id, doc: head, ...rest })
      put.run(id, body)
    },
  }
}

const plainPart = (prepare: Prepare, { name, key, columns, docOf, rowOf }: Plain): Part => {
  const keys = key.join(', ')
  const marks = (names: readonly string[]) => names.map(() => '?').join(', ')
  const first = prepare<Record<string, Value>>(`select * from ${name} order by ${keys} limit ?`)
  const later = prepare<Record<string, Value>>(
    `select * from ${name} where (${keys}) > (${marks(key)}) order by ${keys} limit ?`,
  )
  const put = prepare(`insert or replace into ${name} (${columns.join(', ')}) values (${marks(columns)})`)
  return {
    read: (after, limit) =>
      paged(after === null ? first.all(limit) : later.all(...(JSON.parse(after) as Value[]), limit), limit, {
        dumped: docOf,
        at: (row) => JSON.stringify(key.map((column) => row[column])),
      }),
    write: (dumped) => {
      const row = rowOf(dumped)
      put.run(...columns.map((column) => row[column] ?? null))
    },
  }
}

const partOf = (prepare: Prepare, noun: Noun): Part => {
  if (noun === 'knowledge') return knowledgePart(prepare)
  if (noun in TABLES) return tablePart(prepare, TABLES[noun as keyof typeof TABLES] as unknown as Setup<Doc>)
  return plainPart(prepare, PLAIN[noun as keyof typeof PLAIN])
}

export const openDump = (db: Database, write: Writer): { dump: Dump; release(): void } => {
  const statements: { finalize(): void }[] = []
  const prepare: Prepare = <Row>(text: string) => {
    const statement = db.prepare<Row, Value[]>(text)
    statements.push(statement)
    return statement
  }
  const made = new Map<Noun, Part>()
  const part = (noun: Noun): Part => {
    const known = made.get(noun) ?? partOf(prepare, noun)
    made.set(noun, known)
    return known
  }
  const dump: Dump = {
    read: async (noun, after) => part(noun).read(after, lotOf(noun)),
    write: (noun, rows) =>
      write(() => {
        for (const row of rows) part(noun).write(row)
      }),
    count: async (noun) => prepare<{ n: number }>(`select count(*) as n from ${noun}`).get()?.n ?? 0,
    clear: (noun) =>
      write(() => {
        db.run(`delete from ${noun}`)
        if (noun === 'knowledge') db.run('delete from knowledge_text')
      }),
  }
  const release = () => {
    for (const statement of statements.splice(0)) statement.finalize()
    made.clear()
  }
  return { dump, release }
}
