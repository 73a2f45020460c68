import { expect, test } from 'bun:test'
import type { AuditLine, Payout } from '../../../src/store/ledger.ts'
import { entry, type OpenStore, OTHER_SHOP, part, SHOP, together } from './support.ts'

const payout = (n: number, change: Partial<Payout> = {}): Payout => ({
  id: `po_${n}`,
  shop: SHOP,
  amount: 1000 * n,
  day: '2026-02-14',
  proof: `transfer ${n}`,
  by: 'admin:a_1',
  at: 100 + n,
  ...change,
})

const line = (n: number, change: Partial<AuditLine> = {}): AuditLine => ({
  id: `au_${n}`,
  shop: SHOP,
  at: 1000 + n,
  by: 'seller:a_2',
  what: 'settings.changed',
  ...change,
})

export const booksContract = (name: string, open: OpenStore): void => {
  part(`${name}: payouts`, open, (at) => {
    test('are written once by id, whoever brings them, and listed newest first for their shop alone', async () => {
      const made = await together(30, (i) => at.store.payouts.create(payout(1 + (i % 3))))
      expect(made.filter((one) => one === 'created')).toHaveLength(3)
      await at.store.payouts.create(payout(9, { shop: OTHER_SHOP }))
      expect(await at.store.payouts.create(payout(1, { amount: 7 }))).toBe('exists')
      const listed = await (await at.reopen()).payouts.list(SHOP)
      expect(listed).toEqual([payout(3), payout(2), payout(1)])
    })
  })

  part(`${name}: saldo by day`, open, (at) => {
    const DAY = 86_400_000
    const add = (
      customer: string,
      cause: string,
      line: { amount: number; at: number },
      money: 'real' | 'play' = 'real',
    ) => at.store.wallets.credit(SHOP, customer, money, { ...entry(cause, line.amount), at: line.at })

    test('sums the entries of all wallets, the archived ones too, by the days of the clock asked for', async () => {
      for (let n = 0; n < 130; n++)
        await add('cu_1', `a${n}`, { amount: 10, at: n < 100 ? 5 * DAY : 6 * DAY })
      await add('cu_2', 'b', { amount: 7, at: 6 * DAY - 1 })
      await at.store.wallets.debit(SHOP, 'cu_2', 'real', { ...entry('c', -3), at: 6 * DAY })
      await add('cu_1', 'play', { amount: 999, at: 5 * DAY }, 'play')
      await at.store.wallets.credit(OTHER_SHOP, 'cu_1', 'real', { ...entry('x', 999), at: 5 * DAY })
      const perDay = (page: { since: number; ahead: number }) => at.store.wallets.perDay(SHOP, 'real', page)
      expect(await perDay({ since: 0, ahead: 0 })).toEqual([
        { day: 5, amount: 1007 },
        { day: 6, amount: 297 },
      ])
      expect(await perDay({ since: 0, ahead: 3_600_000 })).toEqual([
        { day: 5, amount: 1000 },
        { day: 6, amount: 304 },
      ])
      expect(await perDay({ since: 6 * DAY, ahead: 0 })).toEqual([{ day: 6, amount: 297 }])
      expect(await at.store.wallets.owed(SHOP, 'real')).toBe(1304)
    })
  })

  part(`${name}: audit`, open, (at) => {
    const ids = async (filter: Parameters<typeof at.store.audit.list>[0]) =>
      (await at.store.audit.list(filter)).map(({ id }) => id)

    test('a line is written once and never changed', async () => {
      const added = await together(20, () => at.store.audit.add(line(1)))
      expect(added.filter((one) => one === 'created')).toHaveLength(1)
      expect(await at.store.audit.add(line(1, { reason: 'rewritten' }))).toBe('exists')
      expect(await (await at.reopen()).audit.list({ shop: SHOP, limit: 9 })).toEqual([line(1)])
    })

    test("a shop's lines, the platform's own, and all of them", async () => {
      await at.store.audit.add(line(1))
      await at.store.audit.add(line(2, { shop: OTHER_SHOP }))
      const { shop: _, ...own } = line(3)
      await at.store.audit.add(own)
      expect(await ids({ shop: SHOP, limit: 9 })).toEqual(['au_1'])
      expect(await ids({ shop: null, limit: 9 })).toEqual(['au_3'])
      expect(await ids({ limit: 9 })).toEqual(['au_3', 'au_2', 'au_1'])
    })

    test('pages lose none and repeat none, though many lines are of the same moment', async () => {
      for (let n = 0; n < 25; n++) await at.store.audit.add(line(n, { at: 1000 + Math.floor(n / 10) }))
      const seen: string[] = []
      let before: Pick<AuditLine, 'at' | 'id'> | undefined
      for (;;) {
        const page = await at.store.audit.list({ shop: SHOP, limit: 4, ...(before ? { before } : {}) })
        seen.push(...page.map(({ id }) => id))
        before = page.at(-1)
        if (page.length < 4) break
      }
      expect(seen).toHaveLength(25)
      expect(new Set(seen).size).toBe(25)
      const all = await at.store.audit.list({ shop: SHOP, limit: 99 })
      expect(seen).toEqual(all.map(({ id }) => id))
    })

    test('is searched in who, what, about and why, by any of the texts, whatever their case', async () => {
      await at.store.audit.add(line(1, { what: 'order.givenBack', order: 'o_7', about: 'KOPI9' }))
      await at.store.audit.add(line(2, { reason: 'Salah nominal' }))
      await at.store.audit.add(line(3, { by: 'admin:a_1', data: { margin: 'KOPI9' } }))
      expect(await ids({ anyOf: ['kopi9'], limit: 9 })).toEqual(['au_1'])
      expect(await ids({ anyOf: ['SALAH', 'admin:a_1'], limit: 9 })).toEqual(['au_3', 'au_2'])
      expect(await ids({ anyOf: ['  '], limit: 9 })).toHaveLength(3)
      expect(await ids({ anyOf: ["'; drop table audit; --", '%', '"'], limit: 9 })).toEqual([])
    })
  })
}
