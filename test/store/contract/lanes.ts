import { expect, test } from 'bun:test'
import { MINUTE, SECOND } from '../../../src/lib/clock.ts'
import { type OpenStore, part, together } from './support.ts'

const LEASE = 30 * SECOND

export const lanesContract = (name: string, open: OpenStore): void => {
  part(`${name}: lanes of panel accounts`, open, (at) => {
    const take = (owner: string, account = 'a_1') =>
      at.store.lanes.take(account, owner, at.clock.now(), LEASE)

    test('forty takers at once, the same one among them: one has it, the others get nothing', async () => {
      const taken = await together(40, (i) => take(`w${i % 4}`))
      const held = taken.filter((lane) => lane !== null)
      expect(held).toHaveLength(1)
      expect(held[0]).toMatchObject({ id: 'a_1', token: 1, until: at.clock.now() + LEASE })
      expect(await take('w9', 'a_2')).toMatchObject({ token: 1 })
    })

    test('a lane that nobody has taken is not there', async () => {
      expect(await at.store.lanes.get('a_1')).toBeNull()
      expect(await at.store.lanes.change('a_1', 1, (lane) => lane)).toBe(false)
      await at.store.lanes.leave('a_1', 1)
      expect(await at.store.lanes.get('a_1')).toBeNull()
    })

    test('left at once, or free when its lease is over; the number rises with every taking', async () => {
      await take('w1')
      await at.store.lanes.leave('a_1', 1)
      expect(await take('w2')).toMatchObject({ token: 2, owner: 'w2' })
      at.clock.advance(LEASE - 1)
      expect(await take('w3')).toBeNull()
      at.clock.advance(1)
      expect(await take('w3')).toMatchObject({ token: 3, owner: 'w3' })
    })

    test('an older holder writes nothing and frees nothing', async () => {
      await take('w1')
      at.clock.advance(LEASE)
      await take('w2')
      const late = await at.store.lanes.change('a_1', 1, (lane) => ({
        ...lane,
        balance: { amount: '1', currency: 'IDR', at: 1 },
      }))
      await at.store.lanes.leave('a_1', 1)
      expect(late).toBe(false)
      expect(await at.store.lanes.get('a_1')).toMatchObject({ owner: 'w2', token: 2 })
      expect((await at.store.lanes.get('a_1'))?.balance).toBeUndefined()
      expect(await take('w3')).toBeNull()
    })

    test('whose lease is over but whose lane nobody took may still write, and lengthen its lease', async () => {
      await take('w1')
      at.clock.advance(MINUTE)
      const until = at.clock.now() + LEASE
      expect(await at.store.lanes.change('a_1', 1, (lane) => ({ ...lane, until }))).toBe(true)
      expect(await take('w2')).toBeNull()
    })

    test('who has left it writes no more', async () => {
      await take('w1')
      await at.store.lanes.leave('a_1', 1)
      expect(await at.store.lanes.change('a_1', 1, (lane) => lane)).toBe(false)
    })

    test('what was written stays over a taking and a restart; a change can not take the token along', async () => {
      const balance = { amount: '41.5', currency: 'USD', at: 7, moved: true }
      const doubt = { shop: 's_1', order: 'o_1', submission: 's1', at: 7 }
      await take('w1')
      await at.store.lanes.change('a_1', 1, (lane) => ({ ...lane, balance, doubt, token: 99 }))
      expect(await at.store.lanes.change('a_1', 1, () => null)).toBe(true)
      await at.store.lanes.leave('a_1', 1)
      const again = await at.reopen()
      expect(await again.lanes.get('a_1')).toMatchObject({ balance, doubt, token: 1 })
      expect(await again.lanes.take('a_1', 'w2', at.clock.now(), LEASE)).toMatchObject({ balance, token: 2 })
    })
  })
}
