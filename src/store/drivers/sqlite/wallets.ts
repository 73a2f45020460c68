// Saldo: one document per customer and kind of money; every entry and hold has its cause, free saldo never falls below zero.
import type { Database } from 'bun:sqlite'
import type { Rupiah } from '../../../lib/brand.ts'
import type { MoneyKind } from '../../../model/order.ts'
import type { Wallet } from '../../documents.ts'
import type { Wallets } from '../../store.ts'
import { makeTable } from './table.ts'
import type { Writer } from './writer.ts'

const keyOf = (shop: string, customer: string, money: MoneyKind): string => `${shop}/${customer}/${money}`

export const freeOf = ({ balance, holds }: Wallet): Rupiah =>
  balance - Object.values(holds).reduce((sum, hold) => sum + hold, 0)

export const makeWallets = (db: Database, write: Writer): Wallets => {
  const table = makeTable<Wallet>(db, write, {
    name: 'wallet',
    id: (wallet) => wallet.id,
    columns: { shop: (wallet) => wallet.shop },
  })
  const read = (shop: string, customer: string, money: MoneyKind): Wallet =>
    table.read(keyOf(shop, customer, money)) ?? {
      id: keyOf(shop, customer, money),
      shop,
      customer,
      money,
      balance: 0,
      holds: {},
      entries: [],
      v: 0,
    }
  /** The next wallet, or null when nothing changes; a new one is inserted, a known one replaced by its version. */
  const save = (wallet: Wallet, next: Wallet): Wallet => {
    const stored = { ...next, v: wallet.v + 1 }
    if (wallet.v === 0) table.createNow(stored)
    else table.replaceNow(stored, wallet.v)
    return stored
  }
  return {
    get: async (shop, customer, money) => read(shop, customer, money),
    credit: async (shop, customer, money, entry) =>
      write(() => {
        const wallet = read(shop, customer, money)
        if (wallet.entries.some(({ cause }) => cause === entry.cause)) return { fresh: false, wallet }
        return {
          fresh: true,
          wallet: save(wallet, {
            ...wallet,
            balance: wallet.balance + entry.amount,
            entries: [...wallet.entries, entry],
          }),
        }
      }),
    hold: async (shop, customer, money, { order, amount }) =>
      write((): 'held' | 'short' => {
        const wallet = read(shop, customer, money)
        if (wallet.holds[order] !== undefined) return 'held'
        if (amount <= 0 || freeOf(wallet) < amount) return 'short'
        save(wallet, { ...wallet, holds: { ...wallet.holds, [order]: amount } })
        return 'held'
      }),
    release: async (shop, customer, money, order) =>
      write(() => {
        const wallet = read(shop, customer, money)
        if (wallet.holds[order] === undefined) return
        const { [order]: _, ...holds } = wallet.holds
        save(wallet, { ...wallet, holds })
      }),
    capture: async (shop, customer, money, order, at) =>
      write(() => {
        const wallet = read(shop, customer, money)
        const amount = wallet.holds[order]
        if (amount === undefined) return false
        const { [order]: _, ...holds } = wallet.holds
        const entry = { cause: `paid:${order}`, amount: -amount, at, note: 'paid', order }
        save(wallet, {
          ...wallet,
          holds,
          balance: wallet.balance - amount,
          entries: [...wallet.entries, entry],
        })
        return true
      }),
  }
}
