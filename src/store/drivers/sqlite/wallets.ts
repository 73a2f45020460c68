// Saldo: one document per customer and kind of money; `store/wallet.ts` judges, entries that leave the document go to the archive in the
// same write.
import type { Database } from 'bun:sqlite'
import type { NumberedEntry, SaldoDay, Wallet } from '../../ledger.ts'
import type { Wallets } from '../../store.ts'
import { TABLES } from '../../tables.ts'
import {
  type Archived,
  captured,
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
import { makeTable } from './table.ts'
import type { Writer } from './writer.ts'

const makeArchive = (db: Database) => {
  const insert = db.query('insert into wallet_entry (wallet, cause, n, body) values (?, ?, ?, ?)')
  const byCause = db.query<{ n: number }, [string, string]>(
    'select n from wallet_entry where wallet = ? and cause = ?',
  )
  const before = db.query<{ body: string }, [string, number, number]>(
    'select body from wallet_entry where wallet = ? and n < ? order by n desc limit ?',
  )
  return {
    put: (wallet: string, entry: NumberedEntry) =>
      void insert.run(wallet, entry.cause, entry.n, JSON.stringify(entry)),
    knows:
      (wallet: string): Archived =>
      (cause) =>
        byCause.get(wallet, cause) !== null,
    page: (wallet: string, n: number, limit: number) =>
      before.all(wallet, n, limit).map(({ body }) => JSON.parse(body) as NumberedEntry),
  }
}

type Of = Parameters<typeof emptyWallet>
type Archive = ReturnType<typeof makeArchive>

/** Reads a wallet, lets `work` take a step, writes what comes of it guarded by the version read. */
const makeMove = (db: Database, write: Writer, archive: Archive) => {
  const table = makeTable(db, write, TABLES.wallet)
  const read = (...of: Of): Wallet => table.read(walletId(...of)) ?? emptyWallet(...of)
  const save = (next: Wallet, before: number): Wallet => {
    const { wallet, old } = trimmed({ ...next, v: before + 1 })
    for (const entry of old) archive.put(wallet.id, entry)
    if (before === 0) table.createNow(wallet)
    else table.replaceNow(wallet, before)
    return wallet
  }
  const move = <Answer>(of: Of, work: (wallet: Wallet, archived: Archived) => Step<Answer>) =>
    write(() => {
      const wallet = read(...of)
      const { answer, next } = work(wallet, archive.knows(wallet.id))
      return { answer, wallet: next ? save(next, wallet.v) : wallet }
    })
  return { read, move }
}

const DAY = 86_400_000

/** Entries of the documents and of the archive, as one list of moments and amounts. */
const ENTRIES = `select json_extract(entry.value, '$.at') as at, json_extract(entry.value, '$.amount') as amount
    from wallet, json_each(wallet.body, '$.entries') as entry where wallet.shop = ?1 and wallet.money = ?2
  union all select json_extract(wallet_entry.body, '$.at'), json_extract(wallet_entry.body, '$.amount')
    from wallet_entry join wallet on wallet.id = wallet_entry.wallet where wallet.shop = ?1 and wallet.money = ?2`

const makePerDay = (db: Database): Wallets['perDay'] => {
  const days = db.query<SaldoDay, [string, string, number, number]>(
    `select (at + ?3) / ${DAY} as day, sum(amount) as amount from (${ENTRIES}) where at >= ?4 group by day order by day`,
  )
  return async (shop, money, { since, ahead }) => days.all(shop, money, ahead, since)
}

export const makeWallets = (db: Database, write: Writer): Wallets => {
  const archive = makeArchive(db)
  const { read, move } = makeMove(db, write, archive)
  const sum = db.query<{ owed: number }, [string, string]>(
    'select coalesce(sum(balance), 0) as owed from wallet where shop = ? and money = ?',
  )
  return {
    get: async (...of) => read(...of),
    entries: async (shop, customer, money, { before = Number.MAX_SAFE_INTEGER, limit }) => {
      const wallet = read(shop, customer, money)
      const newest = numbered(wallet).filter(({ n }) => n < before)
      const page = newest.reverse().slice(0, limit)
      const rest = limit - page.length
      return rest > 0 ? [...page, ...archive.page(wallet.id, page.at(-1)?.n ?? before, rest)] : page
    },
    owed: async (shop, money) => sum.get(shop, money)?.owed ?? 0,
    perDay: makePerDay(db),
    credit: async (shop, customer, money, entry) => {
      const { answer, wallet } = await move([shop, customer, money], (found, archived) =>
        credited(found, entry, archived),
      )
      return { fresh: answer, wallet }
    },
    debit: async (shop, customer, money, entry) =>
      (await move([shop, customer, money], (found, archived) => debited(found, entry, archived))).answer,
    hold: async (shop, customer, money, hold) =>
      (await move([shop, customer, money], (found, archived) => held(found, hold, archived))).answer,
    release: async (shop, customer, money, id) =>
      void (await move([shop, customer, money], (found) => released(found, id))),
    capture: async (shop, customer, money, line) =>
      (await move([shop, customer, money], (found, archived) => captured(found, line, archived))).answer,
  }
}
