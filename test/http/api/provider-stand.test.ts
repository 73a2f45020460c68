// How a panel account stands: its balance with the time of reading, whether it is low, and who waits for it.
import { expect, test } from 'bun:test'
import { providerStands, type StandDeps } from '../../../src/http/api/provider-stand.ts'
import type { ProviderDoc } from '../../../src/store/documents.ts'
import { openSqlite } from '../../../src/store/drivers/sqlite/index.ts'
import { newOrder, quote, SHOP } from '../../store/contract/support.ts'
import { fakeClock } from '../../support/fake-clock.ts'
import { liveShop } from '../../support/shops.ts'

const panel = (id: string, change: Partial<ProviderDoc> = {}): ProviderDoc => ({
  id,
  shop: SHOP,
  name: `Panel ${id}`,
  driver: 'smm-v2',
  endpoint: 'https://panel.example/api/v2',
  key: 'sealed-key',
  endsIn: '1234',
  createdAt: 1,
  v: 1,
  ...change,
})

test('balance, low, silent, in doubt, and the queue for funds of this provider alone', async () => {
  const clock = fakeClock()
  const store = openSqlite(':memory:', clock)
  const shop = liveShop({ id: SHOP, owner: 'a_1' })
  await store.providers.create(panel('p_1', { currency: 'IDR', balance: { amount: '500', at: 77 } }))
  await store.providers.create(panel('p_2'))
  const lane = await store.lanes.take('lane-1', 'w', clock.now(), 1000)
  await store.lanes.change('lane-1', lane?.token ?? 0, (one) => ({
    ...one,
    low: { at: 5, need: '9000' },
    silent: { since: 6, at: 7, times: 2 },
    doubt: { shop: 's_other', order: 'o_secret', submission: 's1', at: 8 },
  }))
  const waiting = { state: 'waiting' as const, why: 'funds' as const }
  await store.orders.create(newOrder(1, { ...waiting, deadline: 900 }))
  await store.orders.create(newOrder(2, { ...waiting, deadline: 800 }))
  await store.orders.create(newOrder(3, { state: 'waiting', why: 'price' }))
  await store.orders.create(newOrder(4, { ...waiting, quote: quote({ provider: 'p_2' }) }))
  await store.orders.create(newOrder(5, { ...waiting, shop: 's_2' }))
  const deps: StandDeps = {
    store,
    account: async (_shop, id) => (id === 'p_1' ? 'lane-1' : null),
    uncovered: async () => new Map([['p_1', 3]]),
  }
  const [first, second] = await providerStands(deps, shop)
  expect(first).toMatchObject({
    balance: { amount: '500', at: 77 },
    low: { at: 5, need: '9000' },
    silentSince: 6,
    doubtSince: 8,
    queue: { orders: 2, cost: 18_000, until: 800 },
    uncovered: 3,
  })
  expect(second).toMatchObject({ queue: { orders: 1, cost: 9000 }, uncovered: 0 })
  expect(second?.low).toBeUndefined()
  expect(JSON.stringify([first, second])).not.toMatch(/secret|sealed|s_other|lane-1/)
  await store.close()
})
