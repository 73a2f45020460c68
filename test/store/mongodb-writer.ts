// One of three processes that write to one MongoDB at once: says a line for each thing it got.
import { openMongo } from '../../src/store/drivers/mongodb/index.ts'
import { fakeClock } from '../support/fake-clock.ts'
import { newOrder, SHOP, together } from './contract/support.ts'

const [url = '', prefix = '', what = ''] = process.argv.slice(2)
const store = await openMongo({ url, prefix, clock: fakeClock(), pool: 20 })
const say = (line: string | number) => void process.stdout.write(`${line}\n`)

const DOES: Record<string, () => Promise<void>> = {
  compare: async () => {
    for (let round = 0; round < 10; round++)
      await together(20, async () => {
        const moved = await store.orders.advance(SHOP, `o_${round}`, () => ({
          type: 'test',
          by: 'system',
          to: 'billing',
          key: 'yes',
        }))
        if (moved.ok) say(`o_${round}`)
      })
  },
  lines: async () => {
    await together(40, async (i) => {
      const key = `${process.pid}-${i}`
      const job = { id: key, name: 'notices.order' as const, at: 0, payload: {} }
      const moved = await store.orders.advance(SHOP, 'o_1', () => ({
        type: 'test',
        by: 'system',
        key,
        jobs: [job],
      }))
      if (moved.ok) say(key)
      if (i % 10 === 0) await store.relay()
    })
  },
  lease: async () => {
    await together(10, async (i) => {
      for (;;) {
        const jobs = await store.jobs.claim(['notices.order'], `w${process.pid}-${i}`, 1_000_000, 60_000, 3)
        if (jobs.length === 0) return
        for (const { id, token } of jobs) if (await store.jobs.finish(id, token)) say(id)
      }
    })
  },
  create: async () => {
    await together(50, async () => say(await store.orders.create(newOrder(1))))
  },
  count: async () => {
    await together(100, async () => say(await store.limits.hit('all', 1000, 1_000_000)))
  },
  inbox: async () => {
    await together(20, async (i) => {
      const updateId = process.pid * 100 + i
      const { n } = await store.inbox.accept({ bot: '1', updateId, chat: '1:5', at: 1, body: '{}' })
      say(`n ${n}`)
    })
  },
}

await DOES[what]?.()
await store.close()
