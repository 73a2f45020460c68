import { expect, test } from 'bun:test'
import type { Usage, UsageOf } from '../../../src/store/usage.ts'
import { type OpenStore, OTHER_SHOP, part, SHOP, together } from './support.ts'

const DAY = '2026-11-24'
const SHOPS_DAY: UsageOf = { shop: SHOP, day: DAY }
const CHATS_DAY: UsageOf = { ...SHOPS_DAY, chat: '4242:501' }

const more = (tokens: number) => (one: Usage) => ({
  ...one,
  calls: one.calls + 1,
  tokensIn: one.tokensIn + tokens,
})

export const usageContract = (name: string, open: OpenStore): void => {
  part(`${name}: usage`, open, (at) => {
    test('what was never counted is zero, and reading it writes nothing', async () => {
      expect(await at.store.usage.get(SHOPS_DAY)).toMatchObject({ ...SHOPS_DAY, calls: 0, tokensIn: 0, v: 0 })
      expect(await at.store.usage.ofDay(DAY)).toEqual([])
    })

    test('fifty who add at once all count, the first of them too', async () => {
      await together(50, (i) => at.store.usage.change(SHOPS_DAY, more(i)))
      expect(await at.store.usage.get(SHOPS_DAY)).toMatchObject({ calls: 50, tokensIn: 1225, v: 50 })
    })

    test('of fifty who may take the last ten, ten get one', async () => {
      const took = await together(50, async () => {
        let mine = false
        await at.store.usage.change(SHOPS_DAY, (one) => {
          mine = one.calls < 10
          return mine ? more(1)(one) : null
        })
        return mine
      })
      expect(took.filter(Boolean)).toHaveLength(10)
      expect(await at.store.usage.get(SHOPS_DAY)).toMatchObject({ calls: 10 })
    })

    test('a shop, its chats, its days and another shop are counted apart', async () => {
      await at.store.usage.change(SHOPS_DAY, more(1))
      await at.store.usage.change(CHATS_DAY, more(2))
      await at.store.usage.change({ ...SHOPS_DAY, day: '2026-11-25' }, more(3))
      await at.store.usage.change({ ...SHOPS_DAY, shop: OTHER_SHOP }, more(4))
      const read = async (of: UsageOf) => (await at.store.usage.get(of)).tokensIn
      expect(await Promise.all([SHOPS_DAY, CHATS_DAY].map(read))).toEqual([1, 2])
      expect((await at.store.usage.ofDay(DAY)).map(({ shop, tokensIn }) => [shop, tokensIn])).toEqual([
        [SHOP, 1],
        [OTHER_SHOP, 4],
      ])
    })

    test('older days are forgotten, of chats too, and the rest is there after a restart', async () => {
      await at.store.usage.change({ ...CHATS_DAY, day: '2026-10-01' }, more(1))
      await at.store.usage.change({ ...SHOPS_DAY, day: '2026-10-01' }, more(1))
      await at.store.usage.change(CHATS_DAY, more(5))
      expect(await at.store.usage.prune('2026-11-01')).toBe(2)
      const again = await at.reopen()
      expect(await again.usage.get(CHATS_DAY)).toMatchObject({ ...CHATS_DAY, tokensIn: 5, v: 1 })
      expect(await again.usage.get({ ...SHOPS_DAY, day: '2026-10-01' })).toMatchObject({ calls: 0 })
    })
  })
}
