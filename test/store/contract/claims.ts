import { expect, test } from 'bun:test'
import type { Claim } from '../../../src/store/ledger.ts'
import { type OpenStore, OTHER_SHOP, part, SHOP, together } from './support.ts'

const claim = (attempt: string, change: Partial<Claim> = {}): Claim => ({
  attempt,
  shop: SHOP,
  amount: 12_000,
  qr: 'x',
  createdAt: 1,
  expiresAt: 1000,
  v: 1,
  ...change,
})

export const claimsContract = (name: string, open: OpenStore): void => {
  part(`${name}: claims`, open, (at) => {
    const waiting = async (shop = SHOP) => (await at.store.claims.waiting(shop)).map(({ attempt }) => attempt)
    const decide = (amount: number) =>
      at.store.claims.change('o_1-1', (one) =>
        one.word ? null : { ...one, word: { amount, by: 'seller:a', at: amount } },
      )

    test('the first of fifty makes the bill, and the others find it', async () => {
      const made = await together(50, (i) => at.store.claims.create(claim('o_1-1', { amount: 1000 + i })))
      expect(made.filter((one) => one === 'created')).toHaveLength(1)
      expect(await at.store.claims.get('o_1-1')).toMatchObject({ amount: 1000 + made.indexOf('created') })
      expect(await at.store.claims.get('o_1-2')).toBeNull()
      expect(await at.store.claims.change('o_1-2', (one) => one)).toBeNull()
    })

    test('of fifty words at once one counts', async () => {
      await at.store.claims.create(claim('o_1-1'))
      const heard = await together(50, (i) => decide(1000 + i))
      const sums = new Set(heard.map((one) => one?.word?.amount))
      expect(sums.size).toBe(1)
      expect(await at.store.claims.get('o_1-1')).toMatchObject({ word: { amount: [...sums][0] }, v: 2 })
    })

    test('those that wait are claimed and without a word, of their shop alone, oldest first', async () => {
      for (const [attempt, change] of [
        ['o_3-1', { claimedAt: 5 }],
        ['o_1-1', { claimedAt: 9 }],
        ['o_2-1', {}],
        ['o_4-1', { claimedAt: 5, shop: OTHER_SHOP }],
        ['o_5-1', { claimedAt: 5, word: { amount: 1, by: 'x', at: 6 } }],
      ] as [string, Partial<Claim>][])
        await at.store.claims.create(claim(attempt, change))
      expect(await waiting()).toEqual(['o_3-1', 'o_1-1'])
      await decide(12_000)
      await at.store.claims.change('o_3-1', ({ claimedAt: _, ...rest }) => ({ ...rest, notYetAt: 7 }))
      await at.store.claims.change('o_2-1', (one) => ({ ...one, claimedAt: 8 }))
      expect(await waiting()).toEqual(['o_2-1'])
      expect(await waiting(OTHER_SHOP)).toEqual(['o_4-1'])
    })

    test('is there after a restart', async () => {
      await at.store.claims.create(claim('o_1-1', { claimedAt: 4, told: 7 }))
      const again = await at.reopen()
      expect(await again.claims.get('o_1-1')).toEqual(claim('o_1-1', { claimedAt: 4, told: 7 }))
    })
  })
}
