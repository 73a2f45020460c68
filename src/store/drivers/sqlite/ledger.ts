// Money that leaves the shop, and what is said about it: withdrawals, payouts, the audit, bills by the seller's own QRIS.
import type { Database } from 'bun:sqlite'
import { fold } from '../../../lib/text.ts'
import type { Withdrawal } from '../../ledger.ts'
import type { Store, Withdrawals } from '../../store.ts'
import { TABLES } from '../../tables.ts'
import { makeTable, type Table } from './table.ts'
import { inShop, ofShop } from './tenancy.ts'
import { allOf, type Clause } from './where.ts'
import type { Writer } from './writer.ts'

export const makeWithdrawalTable = (db: Database, write: Writer): Table<Withdrawal> =>
  makeTable(db, write, TABLES.withdrawal)

export const makeWithdrawals = (table: Table<Withdrawal>): Withdrawals => ({
  create: (withdrawal) => table.create(withdrawal),
  get: async (shop, id) => inShop(shop, table.read(id)),
  list: async (shop, { state, customer, limit }) => {
    const clauses: Clause[] = [['shop = ?', shop]]
    if (state) clauses.push(['state = ?', state])
    if (customer) clauses.push(['customer = ?', customer])
    const { where, values } = allOf(clauses)
    return table.find(`${where} order by at desc, n desc limit ?`, ...values, limit)
  },
  change: (shop, id, decide) => table.change(id, decide, ofShop(shop)),
  forget: async (endedBefore) => {
    const old = table.find('where forget < ?', endedBefore)
    for (const { id } of old) await table.change(id, ({ to, ...rest }) => (to === undefined ? null : rest))
    return old.length
  },
})

export const makePayouts = (db: Database, write: Writer): Store['payouts'] => {
  const table = makeTable(db, write, TABLES.payout)
  return {
    create: (payout) => table.create({ ...payout, v: 1 }),
    list: async (shop) =>
      table.find('where shop = ? order by at desc, n desc', shop).map(({ v: _, ...payout }) => payout),
  }
}

const FOUND_IN_WORDS = 'exists (select 1 from json_each(?) where instr(words, value) > 0)'

export const makeAudit = (db: Database, write: Writer): Store['audit'] => {
  const table = makeTable(db, write, TABLES.audit)
  return {
    add: (line) => table.create({ ...line, v: 1 }),
    list: async ({ shop, before, anyOf = [], limit }) => {
      const clauses: Clause[] = [['at >= 0']]
      if (shop !== undefined) clauses.push(shop === null ? ['shop is null'] : ['shop = ?', shop])
      if (before) clauses.push(['(at, id) < (?, ?)', before.at, before.id])
      const wanted = anyOf.map((text) => fold(text).trim()).filter(Boolean)
      if (wanted.length > 0) clauses.push([FOUND_IN_WORDS, JSON.stringify(wanted)])
      const { where, values } = allOf(clauses)
      return table
        .find(`${where} order by at desc, id desc limit ?`, ...values, limit)
        .map(({ v: _, ...line }) => line)
    },
  }
}

export const makeClaims = (db: Database, write: Writer): Store['claims'] => {
  const table = makeTable(db, write, TABLES.claim)
  return {
    create: (claim) => table.create(claim),
    get: async (attempt) => table.read(attempt),
    change: (attempt, decide) => table.change(attempt, decide),
    waiting: async (shop) => table.find('where shop = ? and waiting = 1 order by n', shop),
  }
}
