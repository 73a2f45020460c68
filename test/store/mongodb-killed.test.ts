// MongoDB's driver where one method is several commands: the process dies before and after every one of them, and another does it again.
// Nothing is lost, nothing is there twice. Two planted faults show that a breach would be seen.
import { describe, expect, test } from 'bun:test'
import { MINUTE } from '../../src/lib/clock.ts'
import type { Collections, Database } from '../../src/store/drivers/mongodb/database.ts'
import { storeOver } from '../../src/store/drivers/mongodb/index.ts'
import type { Ring, Row } from '../../src/store/drivers/mongodb/ring.ts'
import type { Store } from '../../src/store/store.ts'
import { NEWEST } from '../../src/store/wallet.ts'
import { type FakeClock, fakeClock } from '../support/fake-clock.ts'
import { type MemoryDatabase, memoryDatabase } from '../support/memory-ring.ts'
import { entry, newOrder, SHOP, service } from './contract/support.ts'

type Death = { command: number; when: 'before' | 'after' }
type At = { store: Store; clock: FakeClock; name: string; log: string[] }
type Spoil = (database: Database) => Database

type Story = {
  title: string
  begin?(at: At): Promise<unknown>
  /** May be cut off anywhere, and is then done again by another process. */
  act(at: At): Promise<unknown>
  end(at: At): Promise<unknown>
  ends: unknown
}

/** A process that dies at a command: what it asked for then is never answered. */
const mortal = (memory: MemoryDatabase, death: Death | null) => {
  let commands = 0
  let die = (): void => undefined
  const died = new Promise<void>((resolve) => {
    die = resolve
  })
  const never = new Promise<never>(() => undefined)
  let dead = false
  const database = memory.seenBy({
    around: async (_, work) => {
      const isLast = ++commands === death?.command
      if (dead || (isLast && death?.when === 'before')) {
        dead = true
        die()
        return never
      }
      const answer = work()
      if (!isLast) return answer
      dead = true
      die()
      return never
    },
    pause: async () => undefined,
    together: 1,
  })
  return { database, died, commands: () => commands }
}

const play = async (story: Story, death: Death | null, spoil: Spoil = (database) => database) => {
  const [memory, clock, log] = [memoryDatabase(), fakeClock(), [] as string[]]
  const by = (name: string, database: Database): At => ({
    store: storeOver(spoil(database), clock),
    clock,
    name,
    log,
  })
  await story.begin?.(by('first', memory))
  const process = mortal(memory, death)
  await Promise.race([story.act(by('mortal', process.database)), process.died])
  clock.advance(MINUTE)
  const next = by('next', memory)
  if (death) await story.act(next)
  return { end: await story.end(next), commands: process.commands() }
}

/** Every moment at which it ends otherwise. */
const wrongMoments = async (story: Story, spoil?: Spoil): Promise<unknown[]> => {
  const { commands } = await play(story, null)
  expect(commands).toBeGreaterThan(1)
  const wrong: unknown[] = []
  for (let command = 1; command <= commands; command++)
    for (const when of ['before', 'after'] as const) {
      const { end } = await play(story, { command, when }, spoil)
      if (!Bun.deepEquals(end, story.ends)) wrong.push({ command, when, end })
    }
  return wrong
}

const update = (updateId: number) => ({ bot: '1', updateId, chat: '1:7', at: updateId, body: `${updateId}` })
const LEASE = 30_000

/** Works off what waits; what it was handed stands in the log. */
const workOff = async ({ store, clock, name, log }: At): Promise<void> => {
  for (;;) {
    const held = await store.inbox.claim(name, clock.now(), LEASE)
    if (!held) return
    if (log.at(-1) !== held.update.body) log.push(held.update.body)
    await store.inbox.done(held.update.chat, held.token, held.update.n)
  }
}

const OF = [SHOP, 'cu_1', 'real'] as const
const draft = (id: string) => ({ id, name: 'payments.ask' as const, at: 0, payload: { of: id } })

const INBOX: Story = {
  title: 'updates are taken in and answered in their order, none lost, each under one number',
  act: async (at) => {
    const numbers: number[] = []
    for (const id of [11, 12, 13]) numbers.push((await at.store.inbox.accept(update(id))).n)
    await workOff(at)
    return numbers
  },
  end: async (at) => {
    const again = await Promise.all([11, 12, 13].map((id) => at.store.inbox.accept(update(id))))
    await workOff(at)
    return { handed: at.log, again: again.map(({ n, fresh }) => [n, fresh]) }
  },
  ends: {
    handed: ['11', '12', '13'],
    again: [
      [1, false],
      [2, false],
      [3, false],
    ],
  },
}

const WALLET: Story = {
  title: 'a wallet that is full to the brim: entries go to the archive before they leave the document',
  begin: async ({ store }) => {
    for (let n = 1; n <= NEWEST; n++) await store.wallets.credit(...OF, entry(`c${n}`, 10))
  },
  act: async ({ store }) => {
    await store.wallets.credit(...OF, entry('new', 7))
    await store.wallets.hold(...OF, { id: 'o_1', amount: 100 })
    await store.wallets.capture(...OF, { id: 'o_1', at: 0, note: 'order' })
  },
  end: async ({ store }) => {
    const known = await store.wallets.credit(...OF, entry('c1', 10))
    const entries = await store.wallets.entries(...OF, { limit: 100 })
    const { balance, holds } = await store.wallets.get(...OF)
    return { fresh: known.fresh, numbers: entries.map(({ n }) => n).toReversed(), balance, holds }
  },
  ends: {
    fresh: false,
    numbers: Array.from({ length: NEWEST + 2 }, (_, i) => i + 1),
    balance: NEWEST * 10 + 7 - 100,
    holds: {},
  },
}

const RELAY: Story = {
  title: 'jobs leave the outbox once, and what is done is not made again',
  begin: ({ store }) => store.orders.create(newOrder(1, { outbox: ['a', 'b', 'c'].map(draft) })),
  act: async ({ store, clock, name, log }) => {
    // What was handed over before the death is done before anybody looks into the outbox again.
    for (const from of ['before', 'after']) {
      if (from === 'after') await store.relay()
      for (const { id, token } of await store.jobs.claim(['payments.ask'], name, clock.now(), LEASE, 10)) {
        log.push(`begun ${id}`)
        if (await store.jobs.finish(id, token)) log.push(`done ${id}`)
      }
    }
  },
  end: async ({ store, log, clock }) => {
    const left = await store.jobs.claim(['payments.ask'], 'end', clock.now() + LEASE, LEASE, 10)
    const order = await store.orders.get(SHOP, 'o_1')
    return {
      left: left.length + (await store.relay()),
      boxed: order?.outbox,
      most: mostOf(log, 'done'),
      begun: begunIn(log),
    }
  },
  ends: { left: 0, boxed: [], most: 1, begun: 3 },
}
const mostOf = (log: string[], what: string): number =>
  Math.max(
    1,
    ...log.filter((one) => one.startsWith(what)).map((one) => log.filter((other) => other === one).length),
  )
const begunIn = (log: string[]): number => new Set(log.filter((one) => one.startsWith('begun'))).size

const LOT: Story = {
  title: 'a lot of services: whoever saw the old ones under a version sees another version in the end',
  begin: ({ store }) => store.services.putLot(SHOP, [service(1), service(2)]),
  act: async ({ store, log }) => {
    const version = await store.services.version(SHOP)
    const before = (await store.services.list(SHOP, {})).map(({ rate }) => rate).join(' ')
    log.push(`${version}: ${before}`)
    await store.services.putLot(SHOP, [service(1, { rate: '7' }), service(2, { rate: '8' }), service(3)])
  },
  end: async ({ store, log }) => {
    const rows = await store.services.list(SHOP, {})
    const now = `${await store.services.version(SHOP)}: `
    return {
      rates: rows.slice(0, 2).map(({ rate }) => rate),
      count: rows.length,
      stale: log.some((one) => one.startsWith(now)),
    }
  },
  ends: { rates: ['7', '8'], count: 3, stale: false },
}

const STORIES = [INBOX, WALLET, RELAY, LOT]

describe('killed inside a method', () => {
  for (const story of STORIES)
    test(story.title, async () => {
      expect((await play(story, null)).end).toEqual(story.ends)
      expect(await wrongMoments(story)).toEqual([])
    })
})

const spoilt =
  (name: string, spoil: (ring: Ring, of: Collections) => Partial<Ring>): Spoil =>
  (database) => ({
    ...database,
    of: (one) =>
      one === name ? { ...database.of(one), ...spoil(database.of(one), database.of) } : database.of(one),
  })

describe('a planted fault is seen', () => {
  test('a wallet that is written before its archive', async () => {
    const late: Row[] = []
    const archive = spoilt('wallet_entry', () => ({ insert: async (row) => late.push(row) > 0 }))
    const wallet = spoilt('wallet', (ring, of) => ({
      replace: async (where, row) => {
        const mine = late.splice(0)
        const written = await ring.replace(where, row)
        for (const one of mine) await of('wallet_entry').insert(one)
        return written
      },
    }))
    expect(
      await wrongMoments(WALLET, (database) => wallet({ ...database, of: archive(database).of })),
    ).not.toEqual([])
  })

  test('an update that is known before it is queued', async () => {
    const known = spoilt('inbox', (ring) => ({
      insert: (row) => ring.insert({ ...row, n: Number(row['updateId']) - 10 }),
    }))
    expect(await wrongMoments(INBOX, known)).not.toEqual([])
  })

  test('an outbox that is emptied before its jobs are stored', async () => {
    const early = spoilt('orders', (ring) => ({
      find: async (where, page) => {
        const rows = await ring.find(where, page)
        if (page?.only) for (const { _id } of rows) await ring.update({ _id }, { $set: { outbox: [] } })
        return rows
      },
    }))
    expect(await wrongMoments(RELAY, early)).not.toEqual([])
  })
})
