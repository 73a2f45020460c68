// A process that takes from a shop's budget as often as it can, and says how often it could: the limit is fifty questions of a thousand tokens.
import { makeBudget } from '../../src/assistant/budget.ts'
import { openStore } from '../../src/store/open.ts'
import { fakeClock } from '../support/fake-clock.ts'
import { liveShop } from '../support/shops.ts'

const [, , url = '', chat = '', times = '0'] = process.argv
const clock = fakeClock()
const store = await openStore({ url, clock })
const { settings } = liveShop({ id: 's_1', owner: 'a_1' })
const budget = makeBudget({
  store,
  clock,
  settings: async () => ({ ...settings, aiDayTokens: 50_000 }),
  prices: async () => null,
})
let took = 0
for (let i = 0; i < Number(times); i++) {
  const reserved = await budget.reserve({ shop: 's_1', chat }, { in: 1000, out: 0 })
  if (!reserved) continue
  took += 1
  await budget.settle(reserved, { tokens: { in: 1000, out: 0 }, fault: false })
}
process.stdout.write(String(took))
await store.close()
