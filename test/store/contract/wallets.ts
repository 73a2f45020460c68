import { expect, test } from 'bun:test'
import type { WalletEntry } from '../../../src/store/ledger.ts'
import { freeOf, NEWEST, withdrawable } from '../../../src/store/wallet.ts'
import { entry, type OpenStore, OTHER_SHOP, part, SHOP, together } from './support.ts'

export const walletsContract = (name: string, open: OpenStore): void => {
  part(`${name}: wallets`, open, (at) => {
    const wallets = () => at.store.wallets
    const wallet = () => wallets().get(SHOP, 'cu_1', 'real')
    const credit = (cause: string, amount: number, change: Partial<WalletEntry> = {}) =>
      wallets().credit(SHOP, 'cu_1', 'real', { ...entry(cause, amount), ...change })
    const fill = (amount: number, cause = 'refund:1') => credit(cause, amount)
    const topUp = (amount: number, cause = 'deposit:1') => credit(cause, amount, { topup: true })
    const debit = (cause: string, amount: number) =>
      wallets().debit(SHOP, 'cu_1', 'real', entry(cause, -amount))
    const hold = (id: string, amount: number, out?: 'all' | 'refunds') =>
      wallets().hold(SHOP, 'cu_1', 'real', { id, amount, ...(out ? { out } : {}) })
    const release = (id: string) => wallets().release(SHOP, 'cu_1', 'real', id)
    const capture = (id: string, amount?: number) => {
      const line = { id, order: id, at: 5, note: 'paid', ...(amount === undefined ? {} : { amount }) }
      return wallets().capture(SHOP, 'cu_1', 'real', line)
    }
    const page = (limit: number, before?: number) =>
      wallets().entries(SHOP, 'cu_1', 'real', { limit, ...(before === undefined ? {} : { before }) })

    test('a cause counts once, whoever brings it: fifty credits at once are one', async () => {
      const credited = await together(50, () => fill(100))
      expect(credited.filter(({ fresh }) => fresh)).toHaveLength(1)
      await together(40, (i) => fill(1, `other:${i}`))
      expect(await wallet()).toMatchObject({ balance: 140, v: 41 })
      expect((await wallet()).entries).toHaveLength(41)
    })

    test('fifty debits of one cause are one; together they never take more than is free', async () => {
      await fill(100)
      await hold('o_1', 40)
      expect((await together(50, () => debit('a', 25))).sort().slice(0, 2)).toEqual(['done', 'repeated'])
      expect(await wallet()).toMatchObject({ balance: 75 })
      const more = await together(50, (i) => debit(`b${i}`, 10))
      expect(more.filter((one) => one === 'done')).toHaveLength(3)
      expect(more.filter((one) => one === 'short')).toHaveLength(47)
      expect(await wallet()).toMatchObject({ balance: 45, holds: { o_1: 40 } })
      expect(await debit('a', 25)).toBe('repeated')
    })

    test('fifty holds at once never exceed what is free; twenty orders of ten on a hundred: ten get it', async () => {
      await fill(100)
      const held = await together(60, (i) => hold(`o_${i % 20}`, 10))
      const orders = new Set(held.flatMap((one, i) => (one === 'held' ? [`o_${i % 20}`] : [])))
      expect(orders.size).toBe(10)
      expect(Object.keys((await wallet()).holds).sort()).toEqual([...orders].sort())
      expect(await hold('o_99', 1)).toBe('short')
      for (const order of orders) await release(order)
      expect(await wallet()).toMatchObject({ balance: 100, holds: {} })
    })

    test('a hold becomes one debit; a late caller neither debits again nor reserves again', async () => {
      await fill(100)
      await hold('o_1', 60)
      const captured = await together(20, () => capture('o_1'))
      expect(captured.filter((one) => one === 'done')).toHaveLength(1)
      expect(captured.filter((one) => one === 'repeated')).toHaveLength(19)
      expect(await hold('o_1', 60)).toBe('held')
      expect(await capture('o_1')).toBe('repeated')
      expect(await capture('o_2')).toBe('none')
      expect(await wallet()).toMatchObject({ balance: 40, holds: {} })
      expect((await wallet()).entries).toMatchObject([
        { amount: 100 },
        { amount: -60, cause: 'paid:o_1', order: 'o_1', note: 'paid', at: 5 },
      ])
    })

    test('a capture of another sum than is held takes nothing and frees the hold', async () => {
      await fill(1000)
      await hold('o_1', 300)
      expect(await capture('o_1', 200)).toBe('none')
      expect(await wallet()).toMatchObject({ balance: 1000, holds: {} })
      await hold('o_1', 200)
      expect(await capture('o_1', 200)).toBe('done')
      expect(await wallet()).toMatchObject({ balance: 800, holds: {} })
    })

    test('a capture and a release at once: one of them, never both', async () => {
      await fill(100)
      for (let i = 0; i < 10; i++) {
        await hold(`o_${i}`, 5)
        const [captured] = await Promise.all([capture(`o_${i}`), release(`o_${i}`)])
        expect(['done', 'none']).toContain(captured)
      }
      const { balance, holds, entries } = await wallet()
      expect({ balance, holds }).toEqual({
        balance: entries.reduce((sum, { amount }) => sum + amount, 0),
        holds: {},
      })
    })

    test('holds one kind of money of one customer at one shop', async () => {
      await fill(100)
      for (const [shop, customer, money] of [
        [SHOP, 'cu_1', 'play'],
        [SHOP, 'cu_2', 'real'],
        [OTHER_SHOP, 'cu_1', 'real'],
      ] as const) {
        expect(await wallets().get(shop, customer, money)).toMatchObject({ balance: 0, entries: [] })
        expect(await wallets().hold(shop, customer, money, { id: 'o_1', amount: 1 })).toBe('short')
        expect(await wallets().debit(shop, customer, money, entry('x', -1))).toBe('short')
        expect(await wallets().entries(shop, customer, money, { limit: 9 })).toEqual([])
        // The same cause is another one's own.
        expect(await wallets().credit(shop, customer, money, entry('refund:1', 7))).toMatchObject({
          fresh: true,
        })
      }
      expect(await wallet()).toMatchObject({ balance: 100 })
    })

    test('takes whole rupiah above zero and nothing else', async () => {
      await fill(100)
      for (const amount of [0, -5, 0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53]) {
        expect(await fill(amount, 'x').catch(() => 'refused')).toBe('refused')
        expect(await debit('x', amount).catch(() => 'refused')).toBe('refused')
        expect(await hold('o_1', amount).catch(() => 'refused')).toBe('refused')
      }
      // A sum that is no longer exact.
      expect(await fill(Number.MAX_SAFE_INTEGER, 'x').catch(() => 'refused')).toBe('refused')
      expect(await wallet()).toMatchObject({ balance: 100, holds: {}, v: 1 })
    })

    test('what was topped up is spent first, so that what came back can be paid out', async () => {
      await fill(40)
      await topUp(60)
      expect(withdrawable(await wallet(), false)).toBe(40)
      expect(withdrawable(await wallet(), true)).toBe(100)
      await hold('o_1', 70) // all that was topped up, and ten
      expect(withdrawable(await wallet(), false)).toBe(30)
      expect(await hold('w_1', 31, 'refunds')).toBe('short')
      await release('o_1')
      expect(await hold('w_1', 41, 'refunds')).toBe('short')
      expect(await hold('w_1', 40, 'refunds')).toBe('held')
      expect(await hold('w_2', 1, 'refunds')).toBe('short')
      expect(freeOf(await wallet())).toBe(60)
      expect(await capture('w_1')).toBe('done')
      expect(await wallet()).toMatchObject({ balance: 60, topup: 60, holds: {} })
      expect((await wallet()).leaving).toBeUndefined()
      await hold('o_2', 25)
      await capture('o_2')
      expect(await wallet()).toMatchObject({ balance: 35, topup: 35 })
      expect(await debit('adjust:1', 5)).toBe('done')
      expect(await wallet()).toMatchObject({ balance: 30, topup: 30 })
      expect(await hold('w_3', 30, 'all')).toBe('held')
      await capture('w_3')
      expect(await wallet()).toMatchObject({ balance: 0 })
      expect((await wallet()).topup).toBeUndefined()
    })

    test('older entries move to the archive and stay known: by their cause, in their order, after a restart', async () => {
      const count = 3 * NEWEST + 7
      for (let i = 1; i <= count; i++) await fill(i, `refund:${i}`)
      await hold('o_1', 3)
      await capture('o_1')
      for (let i = 1; i <= NEWEST; i++) await fill(1, `more:${i}`)
      expect((await wallet()).entries).toHaveLength(NEWEST)
      const at1 = await wallet()
      const store = await at.reopen()
      Object.assign(at, { store })
      expect(await wallet()).toEqual(at1)
      // Everything that is only in the archive by now.
      expect(await fill(1, 'refund:1')).toMatchObject({ fresh: false })
      expect(await debit('refund:2', 1)).toBe('repeated')
      expect(await hold('o_1', 3)).toBe('held')
      expect(await capture('o_1')).toBe('repeated')
      expect(await wallet()).toEqual(at1)
      const all = await page(1000)
      expect(all).toHaveLength(count + 1 + NEWEST)
      expect(all.map(({ n }) => n)).toEqual(all.map((_, i) => all.length - i))
      expect(all.reduce((sum, { amount }) => sum + amount, 0)).toBe(at1.balance)
      expect(new Set(all.map(({ cause }) => cause)).size).toBe(all.length)
    })

    test('entries come in pages, newest first, over both', async () => {
      for (let i = 1; i <= NEWEST + 20; i++) await fill(i, `c${i}`)
      const seen: number[] = []
      for (let before: number | undefined; ; before = seen.at(-1)) {
        const rows = await page(9, before)
        seen.push(...rows.map(({ n }) => n))
        if (rows.length < 9) break
      }
      expect(seen).toEqual(Array.from({ length: NEWEST + 20 }, (_, i) => NEWEST + 20 - i))
      expect(await page(2)).toMatchObject([{ cause: `c${NEWEST + 20}` }, { cause: `c${NEWEST + 19}` }])
      expect(await page(2, 21)).toMatchObject([
        { cause: 'c20', amount: 20 },
        { cause: 'c19', amount: 19 },
      ])
      expect(await page(9, 1)).toEqual([])
    })

    test('what a shop owes is the sum of its balances, of one kind of money', async () => {
      await fill(100)
      await hold('o_1', 60)
      await wallets().credit(SHOP, 'cu_2', 'real', entry('a', 11))
      await wallets().credit(SHOP, 'cu_2', 'play', entry('a', 500))
      await wallets().credit(OTHER_SHOP, 'cu_1', 'real', entry('a', 7000))
      expect(await wallets().owed(SHOP, 'real')).toBe(111)
      await capture('o_1')
      expect(await wallets().owed(SHOP, 'real')).toBe(51)
      expect(await wallets().owed(SHOP, 'play')).toBe(500)
      expect(await wallets().owed('s_9', 'real')).toBe(0)
    })
  })
}
