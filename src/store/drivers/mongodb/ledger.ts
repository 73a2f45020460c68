// Money that leaves the shop, and what is said about it: withdrawals, payouts, the audit, bills by the seller's own QRIS.
import type { Withdrawal } from '../../ledger.ts'
import type { Store, Withdrawals } from '../../store.ts'
import { TABLES } from '../../tables.ts'
import type { Collections } from './database.ts'
import { makeTable, type Table } from './table.ts'
import { inShop, ofShop } from './tenancy.ts'
import { foldedText, holding } from './words.ts'

export const makeWithdrawalTable = (of: Collections): Table<Withdrawal> =>
  makeTable(of('withdrawal'), TABLES.withdrawal)

const NEWEST = { 'x.at': -1, 'x.n': -1 } as const

export const makeWithdrawals = (table: Table<Withdrawal>): Withdrawals => ({
  create: table.create,
  get: async (shop, id) => inShop(shop, await table.read(id)),
  list: (shop, { state, customer, limit }) =>
    table.find(
      {
        'x.shop': shop,
        ...(state ? { 'x.state': state } : {}),
        ...(customer ? { 'x.customer': customer } : {}),
      },
      { sort: NEWEST, limit },
    ),
  change: (shop, id, decide) => table.change(id, decide, ofShop(shop)),
  forget: async (endedBefore) => {
    const old = await table.find({ 'x.forget': { $lt: endedBefore } })
    for (const { id } of old) await table.change(id, ({ to, ...rest }) => (to === undefined ? null : rest))
    return old.length
  },
})

const unversioned = <Doc extends { v: number }>({ v: _, ...doc }: Doc): Omit<Doc, 'v'> => doc

export const makePayouts = (of: Collections): Store['payouts'] => {
  const table = makeTable(of('payout'), TABLES.payout)
  return {
    create: (payout) => table.create({ ...payout, v: 1 }),
    list: async (shop) => (await table.find({ 'x.shop': shop }, { sort: NEWEST })).map(unversioned),
  }
}

export const makeAudit = (of: Collections): Store['audit'] => {
  const table = makeTable(of('audit'), TABLES.audit)
  return {
    add: (line) => table.create({ ...line, v: 1 }),
    list: async ({ shop, before, anyOf = [], limit }) => {
      const wanted = anyOf.flatMap((text) => foldedText(text) ?? [])
      const older = before && [{ 'x.at': { $lt: before.at } }, { 'x.at': before.at, _id: { $lt: before.id } }]
      const where = {
        // A filter on what it is sorted by: some engines use an index for that alone.
        'x.at': { $gte: 0 },
        ...(shop === undefined ? {} : { 'x.shop': shop === null ? { $exists: false } : shop }),
        ...(older ? { $or: older } : {}),
        ...(wanted.length > 0 ? { $and: [{ $or: wanted.map(holding) }] } : {}),
      }
      return (await table.find(where, { sort: { 'x.at': -1, _id: -1 }, limit })).map(unversioned)
    },
  }
}

export const makeClaims = (of: Collections): Store['claims'] => {
  const table = makeTable(of('claim'), TABLES.claim)
  return {
    create: table.create,
    get: table.read,
    change: (attempt, decide) => table.change(attempt, decide),
    waiting: (shop) => table.find({ 'x.shop': shop, 'x.waiting': 1 }),
  }
}
