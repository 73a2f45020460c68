// Collections that hold no versioned documents: how a row of each is said in the form of `store/dump.ts`, and made from it.
import type { Dumped, Noun } from '../../dump.ts'
import type { NumberedEntry } from '../../ledger.ts'
import type { TABLES } from '../../tables.ts'
import type { Collections } from './database.ts'
import { inboxPart, lanePart } from './dump-inbox.ts'
import type { Part } from './dump-part.ts'
import type { Ring, Row } from './ring.ts'
import { fromStored, toStored } from './stored.ts'

/** Rows that say by themselves what they are. */
const each = (docOf: (row: Row) => object, rowOf: (doc: Record<string, unknown>) => object): Part => ({
  dumped: async (rows) => rows.map((row) => ({ id: row._id, doc: docOf(row) })),
  rows: async (dumped) =>
    dumped.map(({ id, doc }): Row => ({ _id: id, ...rowOf(doc as Record<string, unknown>) })),
})

/** Fields as they are; absent ones stay so. */
const plain = (...fields: string[]): Part => {
  const kept = (from: Record<string, unknown>) =>
    Object.fromEntries(
      fields.flatMap((field) =>
        from[field] === undefined || from[field] === null ? [] : [[field, from[field]]],
      ),
    )
  return each(kept, kept)
}

const importRows = each(
  ({ _id, rows }) => {
    const at = _id.lastIndexOf('/')
    return { plan: _id.slice(0, at), lot: Number(_id.slice(at + 1)), rows: fromStored(rows) }
  },
  ({ rows }) => toStored({ rows }),
)

const message = each(
  ({ chat, n, shop, changed, said }) => ({ chat, n, shop, changed, said: fromStored(said) }),
  ({ chat, n, shop, changed, said }) => ({ chat, n, shop, changed, v: 1, ...toStored({ said }) }),
)

const practice = each(
  ({ v, doc }) => ({ v, doc: fromStored(doc) }),
  ({ v, doc }) => ({ v, ...toStored({ doc }) }),
)

const JOB = ['name', 'state', 'runAt', 'owner', 'token', 'attempts', 'error', 'created'] as const
const jobFields = (from: Record<string, unknown>) =>
  Object.fromEntries(JOB.flatMap((field) => (from[field] == null ? [] : [[field, from[field]]])))
const job = each(
  (row) => ({ ...jobFields(row), payload: fromStored(row['payload']) }),
  ({ payload, ...rest }) => ({ ...jobFields(rest), ...toStored({ payload }) }),
)

/** What the archive has beyond the wallet's own beginning was put by a writer who then lost. */
const walletEntry = (wallets: Ring): Part => ({
  dumped: async (rows) => {
    const ids = [...new Set(rows.map(({ wallet }) => wallet as string))]
    const found = await wallets.find({ _id: { $in: ids } }, { only: ['archived'] })
    const archived = new Map(found.map((row) => [row._id, Number(row['archived'] ?? 0)]))
    return rows
      .filter(({ wallet, n }) => Number(n) <= (archived.get(wallet) ?? 0))
      .map(({ _id, wallet, entry }) => ({ id: _id, doc: { wallet, entry: fromStored(entry) } }))
  },
  rows: async (dumped) => dumped.map(entryRow),
})

const entryRow = ({ id, doc }: Dumped): Row => {
  const { wallet, entry } = doc as { wallet: string; entry: NumberedEntry }
  return { _id: id, wallet, cause: entry.cause, n: entry.n, ...toStored({ entry }) }
}

export const plainParts = (of: Collections): Record<Exclude<Noun, keyof typeof TABLES>, Part> => ({
  catalogue_version: plain('n'),
  import_rows: importRows,
  conversation: plain('state'),
  message,
  inbox: inboxPart(of('lane')),
  lane: lanePart(of('inbox')),
  job,
  wallet_entry: walletEntry(of('wallet')),
  practice,
  key: plain('owner'),
  hit: plain('n', 'until'),
})
