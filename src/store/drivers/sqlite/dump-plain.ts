// Tables that hold no versioned documents: how a row of each is said in the form of `store/dump.ts`, and written from it.
import type { Dumped, Noun } from '../../dump.ts'
import type { TABLES } from '../../tables.ts'
import { parsed } from './parsed.ts'
import type { Value } from './table.ts'

type Row = Record<string, Value>
export type Plain = {
  name: string
  key: readonly string[]
  columns: readonly string[]
  docOf(row: Row): Dumped
  rowOf(dumped: Dumped): Row
}

type Named = { id: string; doc: Record<string, unknown> }

/** `names`: column → field; the key that is one column is the document's id. */
type Simple = {
  key: string
  names: Record<string, string>
  /** Columns that hold JSON. */
  json?: readonly string[]
}

const simple = (name: string, { key, names, json = [] }: Simple): Plain => {
  const fields = Object.entries(names)
  return {
    name,
    key: [key],
    columns: [key, ...Object.keys(names)],
    docOf: (row) => {
      const kept = fields.filter(([column]) => row[column] !== null)
      const read = (column: string) => (json.includes(column) ? parsed(String(row[column])) : row[column])
      return { id: String(row[key]), doc: Object.fromEntries(kept.map(([column, to]) => [to, read(column)])) }
    },
    rowOf: (dumped) => {
      const { id, doc } = dumped as Named
      const said = (column: string, field: string) =>
        json.includes(column) ? JSON.stringify(doc[field]) : ((doc[field] ?? null) as Value)
      return {
        [key]: id,
        ...Object.fromEntries(fields.map(([column, field]) => [column, said(column, field)])),
      }
    },
  }
}

const importRows: Plain = {
  name: 'import_rows',
  key: ['plan', 'lot'],
  columns: ['plan', 'lot', 'body'],
  docOf: ({ plan, lot, body }) => ({ id: `${plan}/${lot}`, doc: { plan, lot, rows: parsed(String(body)) } }),
  rowOf: (dumped) => {
    const { plan, lot, rows } = (dumped as Named).doc
    return { plan: plan as string, lot: lot as number, body: JSON.stringify(rows) }
  },
}

const message: Plain = {
  name: 'message',
  key: ['chat', 'n'],
  columns: ['chat', 'n', 'shop', 'changed', 'body'],
  docOf: ({ chat, n, shop, changed, body }) => {
    const { id: _, ...said } = parsed(String(body)) as Record<string, unknown>
    return { id: `${chat}#${n}`, doc: { chat, n, shop, changed, said } }
  },
  rowOf: (dumped) => {
    const { said, ...row } = (dumped as Named).doc
    return { ...(row as Row), body: JSON.stringify(said) }
  },
}

const walletEntry: Plain = {
  name: 'wallet_entry',
  key: ['wallet', 'cause'],
  columns: ['wallet', 'cause', 'n', 'body'],
  docOf: ({ wallet, n, body }) => ({ id: `${wallet}#${n}`, doc: { wallet, entry: parsed(String(body)) } }),
  rowOf: (dumped) => {
    const { wallet, entry } = dumped.doc as { wallet: string; entry: { cause: string; n: number } }
    return { wallet, cause: entry.cause, n: entry.n, body: JSON.stringify(entry) }
  },
}

const INBOX = ['bot', 'update_id', 'chat', 'n', 'at', 'tries', 'state', 'error', 'body'] as const
const inbox: Plain = {
  name: 'inbox',
  key: ['bot', 'update_id'],
  columns: INBOX,
  docOf: ({ update_id: updateId = null, error = null, ...row }) => ({
    id: `${row['bot']}:${updateId}`,
    doc: { ...row, updateId, ...(error === null ? {} : { error }) },
  }),
  rowOf: (dumped) => {
    const { updateId, ...row } = (dumped as Named).doc
    return { ...(row as Row), update_id: updateId as number }
  },
}

const JOB = {
  name: 'name',
  state: 'state',
  run_at: 'runAt',
  owner: 'owner',
  token: 'token',
  attempts: 'attempts',
  payload: 'payload',
  error: 'error',
  created: 'created',
}

export const PLAIN: Record<Exclude<Noun, keyof typeof TABLES>, Plain> = {
  catalogue_version: simple('catalogue_version', { key: 'shop', names: { n: 'n' } }),
  import_rows: importRows,
  conversation: simple('conversation', { key: 'key', names: { state: 'state' } }),
  message,
  inbox,
  lane: simple('lane', {
    key: 'chat',
    names: { last: 'last', said: 'said', owner: 'owner', token: 'token', free_at: 'freeAt' },
  }),
  job: simple('job', { key: 'id', names: JOB, json: ['payload'] }),
  wallet_entry: walletEntry,
  practice: simple('practice', { key: 'key', names: { v: 'v', body: 'doc' }, json: ['body'] }),
  key: simple('key', { key: 'id', names: { owner: 'owner' } }),
  hit: simple('hit', { key: 'key', names: { n: 'n', until: 'until' } }),
}
