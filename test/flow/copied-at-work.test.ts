// A copy of a server is read document by document while the shop works on. Begun before each write of a story, a few documents
// between one write and the next, and put back after its end: no second order at the panel, and every rupiah in its place.
import { describe, expect, test } from 'bun:test'
import { type Clock, MINUTE } from '../../src/lib/clock.ts'
import { markRestored } from '../../src/reports/restored.ts'
import type { Noun } from '../../src/store/dump.ts'
import { copyLines, Moved } from '../../src/store/dump-file.ts'
import { openStore } from '../../src/store/open.ts'
import type { Store } from '../../src/store/store.ts'
import { billed, deliver, faults, makeWorld, openShop, pay, SHOP, type Shop } from '../support/sale.ts'
import { liveShop } from '../support/shops.ts'

const READS =
  /^(get|list|find|ofCustomer|byNumber|owner|toPoll|counts|nextAt|dead|known|version|count|onWork|claim|entries|owed|needing|rows|relay|read)$/

type Line = { noun?: Noun; id: string; doc: unknown; n?: number }
type Copy = Line[]

/** Reads `each` documents before the n-th write from now and before each one after it, anew when the copy says that it must; `end` reads the rest. */
const copying = ({ store, clock }: { store: Store; clock: Clock }, n: number, each: number) => {
  const begun = () => copyLines({ dump: store.dump, made: clock.now(), version: '1' })
  let [lines, copy, ended, anew, left] = [begun(), [] as Copy, false, 0, n]
  const readNow = async (count: number): Promise<void> => {
    for (let i = 0; i < count && !ended; i++)
      try {
        const line = await lines.next()
        if (line.done) ended = true
        else copy.push(line.value as Line)
      } catch (cause) {
        if (!(cause instanceof Moved)) throw cause
        ;[lines, copy] = [begun(), []]
        anew += 1
      }
  }
  let turn = Promise.resolve()
  /** Writers at once: one after the other. */
  const read = (count: number): Promise<void> => {
    turn = turn.then(() => readNow(count))
    return turn
  }
  const noun = (methods: object): object =>
    Object.fromEntries(
      Object.entries(methods).map(([name, method]) => [
        name,
        READS.test(name) || typeof method !== 'function'
          ? method
          : async (...input: unknown[]) => {
              if (left-- <= 0) await read(each)
              return (method as (...input: unknown[]) => unknown)(...input)
            },
      ]),
    )
  const wrapped = Object.entries(store).map(([name, one]) => [
    name,
    typeof one === 'object' && name !== 'dump' ? noun(one) : one,
  ])
  const end = async (): Promise<{ copy: Copy; anew: number } | null> => {
    if (left >= 0) return null
    await read(Number.MAX_SAFE_INTEGER)
    return { copy, anew }
  }
  return { end, store: Object.fromEntries(wrapped) as Store }
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

const restoreInto = async (shop: Shop, copy: Copy): Promise<Shop> => {
  const { world } = shop
  const store = await openStore({ url: 'sqlite::memory:', clock: world.clock })
  for (const { noun, ...row } of copy) if (noun) await store.dump.write(noun, [row])
  await markRestored({ store, clock: world.clock })
  world.store = store
  // It looks into the database that is gone.
  world.panel.watch.onAdd = async () => undefined
  return openShop(world)
}

describe.each(STORIES)('$name', ({ saldo, tell }) => {
  test.each([1, 3, 8])(
    'read %i documents at a time, from any moment on',
    async (each) => {
      let [moments, again] = [0, 0]
      for (let n = 0; ; n++) {
        const world = await makeWorld({ saldo })
        await world.store.shops.create(liveShop({ id: SHOP, owner: 'a_1' }))
        const watched = copying(world, n, each)
        world.store = watched.store
        await tell(openShop(world))
        const done = await watched.end()
        if (!done) break
        again += done.anew
        moments += 1
        const sent = world.panel.taken.length
        const later = await restoreInto(openShop(world), done.copy)
        await later.pass(40 * MINUTE)
        expect([each, n, world.panel.taken.length]).toEqual([each, n, sent])
        await deliver(later)
        expect([each, n, await faults(world)]).toEqual([each, n, []])
        await world.store.close()
      }
      expect(moments).toBeGreaterThan(10)
      if (each < 8) expect(again).toBeGreaterThan(0)
      if (each < 8) expect(again).toBeGreaterThan(0)
    },
    240_000,
  )
})
