// Saldo: one document per customer and kind of money; every entry and hold has its cause, free saldo never falls below zero.
import type { Database } from 'bun:sqlite'
import type { OrderId, Rupiah } from '../../../lib/brand.ts'
import type { MoneyKind } from '../../../model/order.ts'
import type { Wallet, WalletEntry } from '../../ledger.ts'
import type { Wallets } from '../../store.ts'
import { makeTable } from './table.ts'
import type { Writer } from './writer.ts'

const idOf = (shop: string, customer: string, money: MoneyKind): string => `${shop}/${customer}/${money}`

const freeOf = ({ balance, holds }: Wallet): Rupiah =>
  balance - Object.values(holds).reduce((sum, hold) => sum + hold, 0)

const withEntry = (wallet: Wallet, entry: WalletEntry): Wallet => ({
  ...wallet,
  balance: wallet.balance + entry.amount,
  entries: [...wallet.entries, entry],
})

const hasCause = ({ entries }: Wallet, cause: string): boolean =>
  entries.some((entry) => entry.cause === cause)

const withoutHold = (wallet: Wallet, order: OrderId): Wallet => {
  const { [order]: _, ...holds } = wallet.holds
  return { ...wallet, holds }
}

/** The debit of an order: a second one would be the same cause. */
const paidCause = (order: OrderId): string => `paid:${order}`

const assertAmount = (amount: Rupiah): void => {
  if (!Number.isSafeInteger(amount) || amount <= 0)
    throw new RangeError(`not an amount of whole rupiah: ${amount}`)
}

/** Reads a wallet, lets `work` make the next one (null: nothing to change), writes it guarded by the version read. */
const makeMove = (db: Database, write: Writer) => {
  const table = makeTable<Wallet>(db, write, {
    name: 'wallet',
    id: (wallet) => wallet.id,
    fixed: { shop: (wallet) => wallet.shop },
  })
  const read = (shop: string, customer: string, money: MoneyKind): Wallet => {
    const id = idOf(shop, customer, money)
    return table.read(id) ?? { id, shop, customer, money, balance: 0, holds: {}, entries: [], v: 0 }
  }
  const save = (next: Wallet, before: number): Wallet => {
    const stored = { ...next, v: before + 1 }
    if (before === 0) table.createNow(stored)
    else table.replaceNow(stored, before)
    return stored
  }
  const move = <Answer>(of: Parameters<typeof read>, work: (wallet: Wallet) => [Answer, Wallet | null]) =>
    write(() => {
      const wallet = read(...of)
      const [answer, next] = work(wallet)
      return { answer, wallet: next ? save(next, wallet.v) : wallet }
    })
  return { read, move }
}

export const makeWallets = (db: Database, write: Writer): Wallets => {
  const { read, move } = makeMove(db, write)
  return {
    get: async (shop, customer, money) => read(shop, customer, money),
    credit: async (shop, customer, money, entry) => {
      assertAmount(entry.amount)
      const { answer, wallet } = await move([shop, customer, money], (found) =>
        hasCause(found, entry.cause) ? [false, null] : [true, withEntry(found, entry)],
      )
      return { fresh: answer, wallet }
    },
    hold: async (shop, customer, money, { order, amount }) => {
      assertAmount(amount)
      const { answer } = await move<'held' | 'short'>([shop, customer, money], (found) => {
        // Captured already: a late caller must not reserve for it again.
        if (found.holds[order] !== undefined || hasCause(found, paidCause(order))) return ['held', null]
        if (freeOf(found) < amount) return ['short', null]
        return ['held', { ...found, holds: { ...found.holds, [order]: amount } }]
      })
      return answer
    },
    release: async (shop, customer, money, order) => {
      await move([shop, customer, money], (found) =>
        found.holds[order] === undefined ? [null, null] : [null, withoutHold(found, order)],
      )
    },
    capture: async (shop, customer, money, order, at) => {
      const { answer } = await move([shop, customer, money], (found) => {
        const amount = found.holds[order]
        if (amount === undefined) return [false, null]
        const entry = { cause: paidCause(order), amount: -amount, at, note: 'paid', order }
        return [true, withEntry(withoutHold(found, order), entry)]
      })
      return answer
    },
  }
}
