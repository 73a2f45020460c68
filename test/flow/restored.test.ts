// A copy of the database may be of any moment. Taken before each write of a story, put back after its end: no second order at the
// panel, every rupiah in its place, and nothing goes out before the seller has said what became of it.
import { afterAll, describe, expect, test } from 'bun:test'
import { join } from 'node:path'
import { type Clock, MINUTE } from '../../src/lib/clock.ts'
import { leftToLook, markRestored } from '../../src/reports/restored.ts'
import { NOUNS, pagesOf } from '../../src/store/dump.ts'
import { openStore } from '../../src/store/open.ts'
import type { Store } from '../../src/store/store.ts'
import { scratch } from '../support/process.ts'
import { billed, deliver, faults, makeWorld, openShop, pay, SHOP, type Shop } from '../support/sale.ts'
import { liveShop } from '../support/shops.ts'
import { DRIVER, openTestStore } from '../support/store-under-test.ts'

const place = scratch()
afterAll(() => place.remove())

const READS =
  /^(get|list|find|ofCustomer|byNumber|owner|toPoll|counts|nextAt|dead|known|version|count|onWork|claim|entries|owed|needing|rows|relay)$/

let copies = 0

type Reopen = () => Promise<Store>

/** As each driver's own backup does it: SQLite's file as a whole, MongoDB document by document. */
const copyOf = async (store: Store, clock: Clock): Promise<Reopen> => {
  if (DRIVER === 'sqlite') {
    const file = join(place.folder, `${++copies}.db`)
    await store.copyTo(file)
    return () => openStore({ url: `sqlite:${file}`, clock })
  }
  const copy = await openTestStore(clock)
  for (const noun of NOUNS)
    for await (const { rows } of pagesOf(store.dump, noun)) await copy.dump.write(noun, rows)
  return async () => copy
}

/** Makes a copy before the n-th write from now; `copy` is null when there was none. */
const copying = ({ store, clock }: { store: Store; clock: Clock }, n: number) => {
  let left = n
  let copy: Reopen | null = null
  const before = async () => {
    if (left-- === 0) copy = await copyOf(store, clock)
  }
  const noun = (methods: object): object =>
    Object.fromEntries(
      Object.entries(methods).map(([name, method]) => [
        name,
        READS.test(name) || typeof method !== 'function'
          ? method
          : async (...input: unknown[]) => {
              await before()
              return (method as (...input: unknown[]) => unknown)(...input)
            },
      ]),
    )
  const wrapped = Object.entries(store).map(([name, one]) => [
    name,
    typeof one === 'object' ? noun(one) : one,
  ])
  return { copy: (): Reopen | null => copy, store: Object.fromEntries(wrapped) as Store }
}

type Story = { name: string; saldo: number; tell(shop: Shop): Promise<void> }

const STORIES: Story[] = [
  {
    name: 'paid from saldo and by QRIS, delivered',
    saldo: 5000,
    tell: async (shop) => {
      const id = await billed(shop)
      await pay(shop, id)
      await deliver(shop)
    },
  },
  {
    name: 'refused by the panel, back to saldo',
    saldo: 0,
    tell: async (shop) => {
      const id = await billed(shop)
      shop.world.panel.scripts.add.push(() => ({ kind: 'refused', reason: 'link', message: 'Bad link' }))
      await pay(shop, id)
      await shop.act((now) => now.choose(id, 'toSaldo'))
      await shop.work()
    },
  },
  {
    name: 'left by the customer, paid all the same',
    saldo: 3000,
    tell: async (shop) => {
      const id = await billed(shop)
      await shop.act((now) => now.withdraw(id))
      await pay(shop, id, { late: true })
      await shop.pass(30 * MINUTE)
    },
  },
]

/** Puts the copy in the place of the present database, as `lapak restore` does, and starts the shop on it. */
const restoreInto = async (shop: Shop, copy: Reopen): Promise<Shop> => {
  const { world } = shop
  const store = await copy()
  await markRestored({ store, clock: world.clock })
  world.store = store
  // It looks into the database that is gone.
  world.panel.watch.onAdd = async () => undefined
  return openShop(world)
}

describe.each(STORIES)('$name', ({ saldo, tell }) => {
  test('put back from any moment', async () => {
    let moments = 0
    for (let n = 0; ; n++) {
      const world = await makeWorld({ saldo })
      await world.store.shops.create(liveShop({ id: SHOP, owner: 'a_1' }))
      const watched = copying(world, n)
      world.store = watched.store
      await tell(openShop(world))
      const copy = watched.copy()
      if (!copy) break
      moments += 1
      const sent = world.panel.taken.length
      const later = await restoreInto(openShop(world), copy)
      await later.pass(40 * MINUTE)
      // Nobody has decided anything: nothing has gone out.
      expect([n, world.panel.taken.length]).toEqual([n, sent])
      expect([n, await faults(world)]).toEqual([n, []])
      await deliver(later)
      expect([n, await faults(world)]).toEqual([n, []])
      expect([n, (await leftToLook(world.store, SHOP)).orders]).toEqual([n, 0])
      await world.store.close()
    }
    expect(moments).toBeGreaterThan(10)
  }, 120_000)
})
