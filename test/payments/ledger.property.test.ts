// The wallet against the simplest books one can keep: a list of lines per wallet. Whatever comes in whatever order, from two processes on
// one file, both tell the same, and what must always hold holds.
import { afterAll, describe, expect, test } from 'bun:test'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import type { MoneyKind } from '../../src/model/order.ts'
import { saldoPart } from '../../src/orders/place.ts'
import { openSqlite } from '../../src/store/drivers/sqlite/index.ts'
import type { Store, Wallet } from '../../src/store/store.ts'
import { freeOf, NEWEST, withdrawable } from '../../src/store/wallet.ts'
import { fakeClock } from '../support/fake-clock.ts'

type Of = readonly [shop: string, customer: string, money: MoneyKind]
const MAIN: Of = ['s_1', 'cu_1', 'real']
const WALLETS: readonly Of[] = [
  MAIN,
  ['s_1', 'cu_1', 'play'],
  ['s_1', 'cu_2', 'real'],
  ['s_2', 'cu_1', 'real'],
]

/** Mostly the first, whose entries then go to the archive. */
const where = fc.oneof({ weight: 9, arbitrary: fc.constant(0) }, fc.nat({ max: WALLETS.length - 1 }))
const amount = fc.integer({ min: 1, max: 100 })
const cause = fc.nat({ max: 300 }).map((n) => `c${n}`)
const id = fc.nat({ max: 12 }).map((n) => `h${n}`)
const operation = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant('credit' as const), where, cause, amount, topup: fc.boolean() }),
  },
  fc.record({ do: fc.constant('debit' as const), where, cause, amount }),
  fc.record({
    do: fc.constant('hold' as const),
    where,
    id,
    amount,
    out: fc.constantFrom(undefined, 'all' as const, 'refunds' as const),
  }),
  fc.record({ do: fc.constant('release' as const), where, id }),
  fc.record({ do: fc.constant('capture' as const), where, id }),
)
type Operation = typeof operation extends fc.Arbitrary<infer One> ? One : never

type Held = { amount: number; out: boolean }
type Books = { lines: [cause: string, amount: number][]; holds: Map<string, Held>; topup: number }

const total = (numbers: Iterable<number>): number => [...numbers].reduce((sum, one) => sum + one, 0)
const balanceOf = ({ lines }: Books): number => total(lines.map(([, sum]) => sum))
const heldOf = ({ holds }: Books, counts = (_: Held) => true): number =>
  total([...holds.values()].filter(counts).map((one) => one.amount))
const toPayOut = (books: Books): number =>
  Math.max(0, balanceOf(books) - heldOf(books) - Math.max(0, books.topup - heldOf(books, ({ out }) => !out)))

/** What a careful person with a sheet of paper would answer. */
const onPaper = (books: Books, one: Operation): string => {
  const knows = (wanted: string) => books.lines.some(([known]) => known === wanted)
  const free = balanceOf(books) - heldOf(books)
  switch (one.do) {
    case 'credit':
      if (knows(one.cause)) return 'known'
      books.lines.push([one.cause, one.amount])
      if (one.topup) books.topup += one.amount
      return 'fresh'
    case 'debit':
      if (knows(one.cause)) return 'repeated'
      if (free < one.amount) return 'short'
      books.lines.push([one.cause, -one.amount])
      books.topup = Math.max(0, books.topup - one.amount)
      return 'done'
    case 'hold':
      if (books.holds.has(one.id) || knows(`paid:${one.id}`)) return 'held'
      if ((one.out === 'refunds' ? toPayOut(books) : free) < one.amount) return 'short'
      books.holds.set(one.id, { amount: one.amount, out: one.out !== undefined })
      return 'held'
    case 'release':
      books.holds.delete(one.id)
      return 'released'
    case 'capture': {
      const held = books.holds.get(one.id)
      if (!held) return knows(`paid:${one.id}`) ? 'repeated' : 'none'
      books.holds.delete(one.id)
      books.lines.push([`paid:${one.id}`, -held.amount])
      books.topup = held.out
        ? Math.min(books.topup, balanceOf(books))
        : Math.max(0, books.topup - held.amount)
      return 'done'
    }
  }
}

const inStore = async ({ wallets }: Store, one: Operation): Promise<string> => {
  const of = WALLETS[one.where] ?? MAIN
  switch (one.do) {
    case 'credit': {
      const { fresh } = await wallets.credit(...of, {
        cause: one.cause,
        amount: one.amount,
        at: 0,
        note: 'x',
        ...(one.topup ? { topup: true as const } : {}),
      })
      return fresh ? 'fresh' : 'known'
    }
    case 'debit':
      return wallets.debit(...of, { cause: one.cause, amount: -one.amount, at: 0, note: 'x' })
    case 'hold':
      return wallets.hold(...of, { id: one.id, amount: one.amount, ...(one.out ? { out: one.out } : {}) })
    case 'release':
      await wallets.release(...of, one.id)
      return 'released'
    case 'capture':
      return wallets.capture(...of, { id: one.id, at: 0, note: 'paid' })
  }
}

/** What holds of every wallet at every moment. */
const soundness = (wallet: Wallet): void => {
  const { balance, holds, topup = 0, leaving = [], entries } = wallet
  for (const number of [balance, topup, freeOf(wallet), ...Object.values(holds)])
    expect(Number.isSafeInteger(number) && number >= 0).toBe(true)
  expect(topup).toBeLessThanOrEqual(balance)
  expect(leaving.every((one) => one in holds)).toBe(true)
  expect(withdrawable(wallet, false)).toBeLessThanOrEqual(withdrawable(wallet, true))
  expect(entries.length).toBeLessThanOrEqual(NEWEST)
}

const folder = mkdtempSync(join(tmpdir(), 'lapak-ledger-'))
afterAll(() => rmSync(folder, { recursive: true }))
let opened = 0

describe('a wallet', () => {
  test('tells what the books tell, after any operations by two processes on one file', async () => {
    let archived = 0
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(operation, fc.boolean()), { maxLength: 250, size: 'max' }),
        async (steps) => {
          const file = join(folder, `${++opened}.db`)
          const stores = [openSqlite(file, fakeClock()), openSqlite(file, fakeClock())] as const
          const books = WALLETS.map((): Books => ({ lines: [], holds: new Map(), topup: 0 }))
          for (const [one, second] of steps) {
            const paper = books[one.where]
            if (!paper) throw new Error('no such wallet')
            const answer = await inStore(stores[second ? 1 : 0], one)
            expect([one, answer]).toEqual([one, onPaper(paper, one)])
          }
          for (const [i, of] of WALLETS.entries()) {
            const paper = books[i] as Books
            const wallet = await stores[0].wallets.get(...of)
            soundness(wallet)
            archived += wallet.archived ?? 0
            expect(wallet.balance).toBe(balanceOf(paper))
            expect(wallet.topup ?? 0).toBe(paper.topup)
            expect(wallet.holds).toEqual(
              Object.fromEntries([...paper.holds].map(([key, held]) => [key, held.amount])),
            )
            expect(withdrawable(wallet, false)).toBe(toPayOut(paper))
            const entries = await stores[1].wallets.entries(...of, { limit: 1000 })
            expect(entries.map((line) => [line.cause, line.amount]).reverse()).toEqual(paper.lines)
          }
          const owed = WALLETS.flatMap(([shop, , money], i) =>
            shop === 's_1' && money === 'real' ? [balanceOf(books[i] as Books)] : [],
          )
          expect(await stores[0].wallets.owed('s_1', 'real')).toBe(total(owed))
          for (const store of stores) await store.close()
          rmSync(file, { force: true })
        },
      ),
      { numRuns: 40, interruptAfterTimeLimit: 40_000 },
    )
    expect(archived).toBeGreaterThan(0)
  }, 60_000)

  test('is sound after any operations all at once, and its lines sum to its balance', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(operation, { minLength: 100, maxLength: 400, size: 'max' }),
        async (steps) => {
          const store = openSqlite(':memory:', fakeClock())
          await Promise.all(steps.map((one) => inStore(store, one)))
          for (const of of WALLETS) {
            const wallet = await store.wallets.get(...of)
            soundness(wallet)
            const entries = await store.wallets.entries(...of, { limit: 1000 })
            expect(total(entries.map((line) => line.amount))).toBe(wallet.balance)
            expect(new Set(entries.map((line) => line.cause)).size).toBe(entries.length)
          }
          await store.close()
        },
      ),
      { numRuns: 60, interruptAfterTimeLimit: 40_000 },
    )
  }, 60_000)
})

describe('the parts of a price', () => {
  test('sum to it; the part by QRIS is nothing or a sum that a bill can take; saldo never pays more than is free', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 20_000_000 }),
        fc.integer({ min: 1000, max: 10_000_000 }),
        (free, price) => {
          const saldo = saldoPart(free, price)
          const toPay = price - saldo
          expect(Number.isSafeInteger(saldo) && saldo >= 0 && saldo <= free && saldo <= price).toBe(true)
          expect(toPay === 0 || toPay >= 1000).toBe(true)
          // As much as there is: only the rest that a bill needs is left.
          expect(saldo === Math.min(free, price) || toPay === 1000).toBe(true)
          expect(saldoPart(free + 1, price)).toBeGreaterThanOrEqual(saldo)
        },
      ),
    )
  })
})
