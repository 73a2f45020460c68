// What one sale costs the database, from the first word to "done": commands by the part they belong to, and how large its documents are.
// Counted, not timed, at the door of the MongoDB driver over a database in memory; the page of the README that plans for many shops
// takes its figures from here.
import type { Clock } from '../../src/lib/clock.ts'
import { storeOver } from '../../src/store/drivers/mongodb/index.ts'
import { billOf, equip, type Live, lookAt, openLive } from '../support/live.ts'
import { type MemoryDatabase, memoryDatabase } from '../support/memory-ring.ts'
import { type Counts, counted } from './counted.ts'
import type { Figure } from './run.ts'

/** The sale from the payment's notice to the panel's last word. */
const deliver = async (at: Live, order: string): Promise<void> => {
  const { keySets } = await at.browser.get<{ keySets: { id: string }[] }>(at.path(''))
  const attempt = `${order}-1`
  await at.midtrans.pay(attempt, { notify: false })
  await at.post(`/hooks/midtrans/${keySets[0]?.id}`, JSON.stringify(at.midtrans.notice(attempt)), {
    'content-type': 'application/json',
  })
  await at.app.drain()
  const state = async () => (await lookAt(at, order)).state
  for (let i = 0; i < 40 && (await state()) !== 'completed'; i++) {
    at.clock.advance(30_000)
    await at.app.drain()
  }
  if ((await state()) !== 'completed') throw new Error(`the order ended as ${await state()}`)
}

const sizesOf = async (database: MemoryDatabase): Promise<string> => {
  const sizes: string[] = []
  for (const name of [
    'orders',
    'chat',
    'conversation',
    'message',
    'customer',
    'job',
    'inbox',
    'notice',
    'lane',
  ]) {
    const rows = await database.of(name).find({})
    const bytes = rows.reduce((sum, row) => sum + JSON.stringify(row).length, 0)
    if (rows.length > 0) sizes.push(`${name} ${rows.length} × ${Math.round(bytes / rows.length)}`)
  }
  return sizes.join(', ')
}

const figure = (what: string, { writes, idle, reads, byCollection }: Counts, most: number): Figure => {
  const parts = Object.entries(byCollection).sort(([, a], [, b]) => b - a)
  return {
    what: `${what}: ${parts.map(([name, count]) => `${name} ${count}`).join(', ')}; ${idle} that found nothing to do, ${reads} reads`,
    value: `${writes} writes`,
    wanted: `at most ${most}`,
    reached: writes <= most,
  }
}

export const sale = async (): Promise<Figure[]> => {
  const memory = memoryDatabase()
  const { database, taken } = counted(memory)
  const at = await openLive(undefined, { store: (clock: Clock) => storeOver(database, clock) })
  await equip(at)
  // The first customer's visit makes what all later ones find.
  await deliver(at, await billOf(at, { id: 70, name: 'Budi' }))
  for (const name of [
    'orders',
    'chat',
    'conversation',
    'message',
    'customer',
    'job',
    'inbox',
    'notice',
    'lane',
  ])
    await memory.of(name).remove({})
  taken()
  const order = await billOf(at)
  const talk = taken()
  await deliver(at, order)
  const rest = taken()
  const sizes = await sizesOf(memory)
  await at.stop()
  return [
    figure('a sale from the first word to the bill', talk, 130),
    figure('… from the payment to the last word', rest, 90),
    { what: '… its documents, bytes as JSON', value: sizes, wanted: 'a figure', reached: true },
  ]
}
