// Saldo: one document per customer and kind of money; `store/wallet.ts` judges. The wallet is read, then its archive, then it is written
// guarded by the version read; entries that leave it are in the archive before that.
import type { NumberedEntry, SaldoDay, Wallet } from '../../ledger.ts'
import type { Wallets } from '../../store.ts'
import { TABLES } from '../../tables.ts'
import {
  type Archived,
  captured,
  capturedCause,
  credited,
  debited,
  emptyWallet,
  held,
  numbered,
  released,
  type Step,
  trimmed,
  walletId,
} from '../../wallet.ts'
import type { Collections } from './database.ts'
import type { Ring } from './ring.ts'
import { fromStored, toStored } from './stored.ts'
import { makeTable, type Table } from './table.ts'
import { lost, untilWon } from './turns.ts'

type Of = Parameters<typeof emptyWallet>

const makeArchive = (ring: Ring) => ({
  /** An entry that is there already was put by a writer who then lost. */
  put: (wallet: string, entry: NumberedEntry) =>
    ring.insert({
      _id: `${wallet}#${entry.n}`,
      wallet,
      cause: entry.cause,
      n: entry.n,
      ...toStored({ entry }),
    }),
  knows: async (wallet: string, cause: string): Promise<boolean> =>
    (await ring.first({ wallet, cause })) !== null,
  page: async (wallet: string, n: number, limit: number): Promise<NumberedEntry[]> =>
    (await ring.find({ wallet, n: { $lt: n } }, { sort: { n: -1 }, limit })).map(entryOf),
  since: async (wallets: string[]): Promise<{ wallet: string; entry: NumberedEntry }[]> =>
    (await ring.find({ wallet: { $in: wallets } })).map((row) => ({
      wallet: row['wallet'],
      entry: entryOf(row),
    })),
})
type Archive = ReturnType<typeof makeArchive>

const entryOf = (row: Record<string, unknown>): NumberedEntry => fromStored<NumberedEntry>(row['entry'])

type Asked<Answer> = { cause?: string; work: (wallet: Wallet, archived: Archived) => Step<Answer> }

/** Reads a wallet, lets `work` take a step, writes what comes of it guarded by the version read. `cause`: what the step may ask for. */
const makeMove = (table: Table<Wallet>, archive: Archive) => {
  const read = async (...of: Of): Promise<Wallet> => (await table.read(walletId(...of))) ?? emptyWallet(...of)
  const save = async (next: Wallet, before: number): Promise<Wallet | null> => {
    const { wallet, old } = trimmed({ ...next, v: before + 1 })
    for (const entry of old) await archive.put(wallet.id, entry)
    if (before === 0) return (await table.create(wallet)) === 'created' ? wallet : null
    const written = await table.ring.replace({ _id: wallet.id, v: before }, table.rowOf(wallet))
    return written ? wallet : null
  }
  const move = <Answer>(
    of: Of,
    { cause, work }: Asked<Answer>,
  ): Promise<{ answer: Answer; wallet: Wallet }> =>
    table.inTurn(walletId(...of), () =>
      untilWon<{ answer: Answer; wallet: Wallet }>(table.ring, walletId(...of), async () => {
        const wallet = await read(...of)
        const known =
          cause !== undefined && (wallet.archived ?? 0) > 0 && (await archive.knows(wallet.id, cause))
        const { answer, next } = work(wallet, (asked) => known && asked === cause)
        if (!next) return { answer, wallet }
        const saved = await save(next, wallet.v)
        return saved ? { answer, wallet: saved } : lost
      }),
    )
  return { read, move }
}

const DAY = 86_400_000
const AT_ONCE = 500

const makePerDay = (table: Table<Wallet>, archive: Archive): Wallets['perDay'] => {
  return async (shop, money, { since, ahead }) => {
    const days = new Map<number, number>()
    const add = ({ at, amount }: { at: number; amount: number }) => {
      if (at < since) return
      const day = Math.floor((at + ahead) / DAY)
      days.set(day, (days.get(day) ?? 0) + amount)
    }
    const wallets = await table.find({ 'x.shop': shop, 'x.money': money })
    for (const { entries } of wallets) for (const entry of entries) add(entry)
    const deep = wallets.filter(({ archived = 0 }) => archived > 0)
    const counted = new Map(deep.map(({ id, archived = 0 }) => [id, archived]))
    for (let at = 0; at < deep.length; at += AT_ONCE)
      for (const { wallet, entry } of await archive.since(deep.slice(at, at + AT_ONCE).map(({ id }) => id)))
        if (entry.n <= (counted.get(wallet) ?? 0)) add(entry)
    return [...days].sort(([a], [b]) => a - b).map(([day, amount]): SaldoDay => ({ day, amount }))
  }
}

const makeSteps = (
  move: ReturnType<typeof makeMove>['move'],
): Omit<Wallets, 'get' | 'entries' | 'owed' | 'perDay'> => ({
  credit: async (shop, customer, money, entry) => {
    const { answer, wallet } = await move<boolean>([shop, customer, money], {
      cause: entry.cause,
      work: (found, archived) => credited(found, entry, archived),
    })
    return { fresh: answer, wallet }
  },
  debit: async (shop, customer, money, entry) =>
    (
      await move([shop, customer, money], {
        cause: entry.cause,
        work: (found, archived) => debited(found, entry, archived),
      })
    ).answer,
  hold: async (shop, customer, money, hold) =>
    (
      await move([shop, customer, money], {
        cause: capturedCause(hold.id),
        work: (found, archived) => held(found, hold, archived),
      })
    ).answer,
  release: async (shop, customer, money, id) =>
    void (await move([shop, customer, money], { work: (found) => released(found, id) })),
  capture: async (shop, customer, money, line) =>
    (
      await move([shop, customer, money], {
        cause: capturedCause(line.id),
        work: (found, archived) => captured(found, line, archived),
      })
    ).answer,
})

export const makeWallets = (of: Collections): Wallets => {
  const table = makeTable(of('wallet'), TABLES.wallet)
  const archive = makeArchive(of('wallet_entry'))
  const { read, move } = makeMove(table, archive)
  return {
    ...makeSteps(move),
    get: read,
    entries: async (shop, customer, money, { before = Number.MAX_SAFE_INTEGER, limit }) => {
      const wallet = await read(shop, customer, money)
      const newest = numbered(wallet).filter(({ n }) => n < before)
      const page = newest.reverse().slice(0, limit)
      const rest = limit - page.length
      // What the archive has beyond the document's own beginning was put by a writer who then lost.
      const below = Math.min(page.at(-1)?.n ?? before, (wallet.archived ?? 0) + 1)
      return rest > 0 ? [...page, ...(await archive.page(wallet.id, below, rest))] : page
    },
    owed: async (shop, money) =>
      (await table.ring.sums({ 'x.shop': shop, 'x.money': money }, null, 'x.balance'))[0]?.sum ?? 0,
    perDay: makePerDay(table, archive),
  }
}
