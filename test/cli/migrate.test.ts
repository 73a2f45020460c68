// The command on real databases: what it refuses, what it leaves untouched, what stands on the other side, and what a kill does to it.
import { afterEach, beforeEach, describe, expect, setDefaultTimeout, test } from 'bun:test'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { migrate } from '../../src/cli/migrate.ts'
import { readConfig } from '../../src/config.ts'
import { checkCanary, makeCanary, sealer } from '../../src/lib/seal.ts'
import { beat } from '../../src/store/beat.ts'
import { openStore } from '../../src/store/open.ts'
import type { Store } from '../../src/store/store.ts'
import { service } from '../store/contract/support.ts'
import { fill, goesOn } from '../store/filled.ts'
import { digestsOf } from '../store/moving.ts'
import { fakeClock } from '../support/fake-clock.ts'
import { countingIds } from '../support/ids.ts'
import { mongo, type TestMongo, whereMongo } from '../support/mongo.ts'
import { scratch } from '../support/process.ts'

setDefaultTimeout(180_000)

const MAIN = join(import.meta.dir, '../../src/main.ts')
const SECRET = 'a secret of at least thirty-two characters'

let place: ReturnType<typeof scratch>
let clock: ReturnType<typeof fakeClock>
let said: string[]

beforeEach(() => {
  place = scratch()
  clock = fakeClock()
  said = []
})
afterEach(() => place.remove())

const at = (name: string) => join(place.folder, name)
const file = (name: string) => `sqlite:${at(name)}`
const env = (more: Record<string, string> = {}) => ({ DATA_DIR: place.folder, APP_SECRET: SECRET, ...more })

type Run = { wait?: () => Promise<void>; env?: Record<string, string> }
const run = (argv: string[], { wait = async () => undefined, env: more = {} }: Run = {}): Promise<number> => {
  const reading = readConfig(env(more))
  if (!reading.ok) throw new Error(JSON.stringify(reading.errors))
  const note = (line: string) => void said.push(line)
  return migrate(reading.config, argv, { clock, wait, say: { write: note, warn: note } })
}

const used = async (store: Store): Promise<Store> => {
  await store.platform.change((one) => ({ ...one, canary: makeCanary(sealer(SECRET)) }))
  await beat({ store, clock, ids: countingIds() }, { dataDir: at('elsewhere'), up: false })
  await fill(store, clock)
  return store
}

/** So much that a kill finds it at work. */
const plenty = async ({ dump }: Store): Promise<void> => {
  const numbers = (count: number) => Array.from({ length: count }, (_, i) => i)
  const account = (i: number) => ({ id: `a_${i}`, n: i, doc: { id: `a_${i}`, email: `${i}@x`, v: 1 } })
  await dump.write('account', numbers(1000).map(account))
  const rows = numbers(4000).map((i) => service(100 + i, { v: 1 }))
  await dump.write(
    'service',
    rows.map((doc) => ({ id: doc.id, n: 100 + doc.mid, doc })),
  )
  await dump.write(
    'key',
    numbers(6000).map((i) => ({ id: `link:${i}`, doc: { owner: `o_${i}` } })),
  )
}

/** A shop's database, closed. */
const shopIn = async (url: string, prefix = 'lapak_', more?: typeof plenty) => {
  const store = await used(await openStore({ url, prefix, clock }))
  await more?.(store)
  const digests = await digestsOf(store.dump)
  await store.close()
  return digests
}

const lookInto = async <Seen>(
  { url, prefix = 'lapak_' }: { url: string; prefix?: string },
  look: (store: Store) => Promise<Seen>,
): Promise<Seen> => {
  const store = await openStore({ url, prefix, clock })
  try {
    return await look(store)
  } finally {
    await store.close()
  }
}

const bytesOf = (name: string) => Bun.hash(readFileSync(at(name))).toString()

const lapak = (argv: string[], more: Record<string, string> = {}) =>
  Bun.spawn([process.execPath, MAIN, ...argv], {
    env: { PATH: process.env['PATH'] ?? '', LOG_LEVEL: 'silent', PORT: '0', ...env(more) },
    stdout: 'pipe',
    stderr: 'pipe',
  })

/** Kills the command as soon as it has said so many lines. Answers how it ended: killed, or by itself with a code and words. */
const killedAfter = async (lines: number, argv: string[]) => {
  const child = lapak(argv)
  let told = 0
  const decoder = new TextDecoder()
  for await (const chunk of child.stdout) {
    told += decoder.decode(chunk).split('\n').length - 1
    if (told < lines) continue
    child.kill('SIGKILL')
    break
  }
  await child.exited
  const warned = await new Response(child.stderr).text()
  return child.signalCode ? 'killed' : `${child.exitCode} ${warned}`.trim()
}

describe('lapak migrate', () => {
  test('brings all from one file to another, leaves the first as it is, and the shop goes on', async () => {
    const digests = await shopIn(file('old.db'))
    const before = bytesOf('old.db')
    expect(await run(['--from', file('old.db'), `--to=${file('new/lapak.db')}`])).toBe(0)
    expect(bytesOf('old.db')).toBe(before)
    expect(readdirSync(place.folder).filter((name) => name.startsWith('old'))).toEqual(['old.db'])
    await lookInto({ url: file('new/lapak.db') }, async (store) => {
      expect(await digestsOf(store.dump)).toEqual(digests)
      expect(checkCanary(sealer(SECRET), (await store.platform.get()).canary ?? '').ok).toBe(true)
      await goesOn(store, clock)
    })
    expect(said.join('\n')).toMatch(/Compared by counts and hashes: \d+ documents, the same on both sides/)
  })

  test('an address that is left out is DATABASE_URL', async () => {
    await shopIn(file('old.db'))
    expect(await run(['--from', file('old.db')], { env: { DATABASE_URL: file('new.db') } })).toBe(0)
    expect(await lookInto({ url: file('new.db') }, (store) => store.shops.list())).toHaveLength(1)
  })

  test('killed again and again it goes on; until it has ended no shop starts there', async () => {
    const digests = await shopIn(file('old.db'), 'lapak_', plenty)
    const argv = ['migrate', '--from', file('old.db'), '--to', file('new.db')]
    const isHalf = () =>
      lookInto({ url: file('new.db') }, async ({ platform }) => (await platform.get()).arriving)
    let halves = 0
    for (let lines = 1; ; lines++) {
      const end = await killedAfter(lines, argv)
      if (end === '0') break
      expect(end).toBe('killed')
      if (!(await isHalf())) break
      if (++halves > 1) continue
      const shop = lapak(['serve'], { DATABASE_URL: file('new.db') })
      expect(await new Response(shop.stderr).text()).toContain('lapak migrate has not finished')
      expect(await shop.exited).toBe(2)
    }
    expect(halves).toBeGreaterThan(1)
    await lookInto({ url: file('new.db') }, async (store) => {
      expect(await digestsOf(store.dump)).toEqual(digests)
      expect((await store.platform.get()).arriving).toBeUndefined()
    })
  })

  /** A target that an earlier run has left half full. */
  const halfDone = async () => {
    await shopIn(file('old.db'), 'lapak_', plenty)
    expect(await killedAfter(1, ['migrate', '--from', file('old.db'), '--to', file('new.db')])).toBe('killed')
  }

  test('a source that has worked on since is brought from the start, what is gone from it too', async () => {
    await halfDone()
    const digests = await lookInto({ url: file('old.db') }, async (store) => {
      await store.keys.release('bot:7', 's_1')
      await store.services.change('s_1', 'sv_1', (one) => ({ ...one, onSale: true }))
      await beat({ store, clock, ids: countingIds() }, { dataDir: at('elsewhere'), up: false })
      return digestsOf(store.dump)
    })
    expect(await run(['--from', file('old.db'), '--to', file('new.db')])).toBe(0)
    expect(said.join('\n')).not.toContain('Going on')
    expect(await lookInto({ url: file('new.db') }, ({ dump }) => digestsOf(dump))).toEqual(digests)
  })

  test('what somebody else wrote into the target is found, and the next run is right again', async () => {
    await halfDone()
    await lookInto({ url: file('new.db') }, ({ dump }) =>
      dump.write('account', [{ id: 'a_x', doc: { id: 'a_x', email: 'x', v: 1 } }]),
    )
    expect(await run(['--from', file('old.db'), '--to', file('new.db')])).toBe(1)
    expect(said.join('\n')).toContain('account differ on the two sides')
    expect(await run(['--from', file('old.db'), '--to', file('new.db')])).toBe(0)
  })

  describe('is refused, and nothing is touched,', () => {
    const refused = async (words: RegExp, argv: string[], how?: Run) => {
      const picture = () => readdirSync(place.folder, { recursive: true }).toSorted()
      const before = [picture(), existsSync(at('old.db')) && bytesOf('old.db')]
      expect(await run(argv, how)).toBe(1)
      expect(said.join('\n')).toMatch(words)
      expect([picture(), existsSync(at('old.db')) && bytesOf('old.db')]).toEqual(before)
    }
    const fromTo = (from: string, to = 'new.db') => ['--from', file(from), '--to', file(to)]

    test('for what is no database, has never been used, is of another version, or opens with another secret', async () => {
      await refused(/no such file/, fromTo('old.db'))
      await Bun.write(at('text.db'), 'no database, however long it goes on '.repeat(200))
      await refused(/is no database/, fromTo('text.db'))
      await (await openStore({ url: file('empty.db') })).close()
      await refused(/never been used/, fromTo('empty.db'))
      await shopIn(file('old.db'))
      await refused(/same database/, fromTo('old.db', 'old.db'))
      const other = { APP_SECRET: 'another secret of thirty-two characters' }
      await refused(/APP_SECRET is not the one/, fromTo('old.db'), { env: other })
      const { Database } = await import('bun:sqlite')
      const db = new Database(at('old.db'))
      db.run('PRAGMA user_version = 3')
      db.close()
      await refused(/older Lapak: start this one on it once/, fromTo('old.db'))
    })

    test('while a shop has the source open, be it idle', async () => {
      const shop = await used(await openStore({ url: file('old.db'), clock }))
      expect(await run(fromTo('old.db'))).toBe(1)
      expect(said.join('\n')).toContain('stop it first')
      expect(existsSync(at('new.db'))).toBe(false)
      await shop.close()
      expect(await run(fromTo('old.db'))).toBe(0)
    })

    test('over a database that holds something; it says what', async () => {
      await shopIn(file('old.db'))
      await shopIn(file('new.db'))
      const before = bytesOf('new.db')
      await refused(/not empty.*1 shop, 30 service.*5 orders/, fromTo('old.db'))
      expect(bytesOf('new.db')).toBe(before)
    })

    test('into the unfinished target of another one', async () => {
      await halfDone()
      await shopIn(file('other.db'))
      expect(await run(fromTo('other.db'))).toBe(1)
      expect(said.join('\n')).toContain('unfinished target of something else')
      expect(await run(fromTo('new.db', 'third.db'))).toBe(1)
      expect(said.join('\n')).toContain('itself the unfinished target')
      expect(existsSync(at('third.db'))).toBe(false)
    })

    test('when it is called wrongly', async () => {
      for (const argv of [
        [],
        ['--from'],
        ['--from', 'postgres://x', '--to', file('new.db')],
        ['--from', file('old.db'), '--into', file('new.db')],
        ['--from', 'sqlite::memory:', '--to', file('new.db')],
        [file('old.db'), file('new.db')],
        ['--from', file('old.db'), '--to', file('new.db'), '--to-prefix', 'a-b'],
      ])
        expect(await run(argv)).toBe(2)
      expect(readdirSync(place.folder)).toEqual([])
    })
  })
})

whereMongo(() => {
  let server: TestMongo
  beforeEach(async () => {
    server = await mongo()
  })
  const other = () => `${server.prefix}b_`
  const to = (prefix: string) => ['--to', server.url, '--to-prefix', prefix]
  const from = (prefix: string) => ['--from', server.url, '--from-prefix', prefix]

  describe('lapak migrate with MongoDB', () => {
    test('there, beside another site, to another prefix, and back: always the same', async () => {
      const digests = await shopIn(file('old.db'))
      const site = server.client.db().collection<{ _id: string; visits: number }>(`${server.prefix}zz_site`)
      await site.insertOne({ _id: 'page', visits: 7 })
      expect(await run(['--from', file('old.db'), ...to(server.prefix)])).toBe(0)
      expect(await run([...from(server.prefix), ...to(other())])).toBe(0)
      expect(await run([...from(other()), '--to', file('back.db')])).toBe(0)
      for (const where of [
        { url: server.url, prefix: server.prefix },
        { url: server.url, prefix: other() },
        { url: file('back.db') },
      ])
        expect(await lookInto(where, ({ dump }) => digestsOf(dump))).toEqual(digests)
      await lookInto({ url: server.url, prefix: other() }, (store) => goesOn(store, clock))
      expect(await site.find().toArray()).toEqual([{ _id: 'page', visits: 7 }])
      expect(said.join('\n')).not.toContain('secret" of DATA_DIR')
    })

    test('killed again and again it goes on, and ends the same', async () => {
      const digests = await shopIn(file('old.db'), 'lapak_', plenty)
      const argv = ['migrate', '--from', file('old.db'), ...to(server.prefix)]
      const ends: string[] = []
      for (let lines = 1; ends.at(-1) !== '0' && lines < 20; lines += 3)
        ends.push(await killedAfter(lines, argv))
      expect(new Set(ends)).toEqual(new Set(['killed', '0']))
      const where = { url: server.url, prefix: server.prefix }
      expect(await lookInto(where, ({ dump }) => digestsOf(dump))).toEqual(digests)
    })

    test('is refused while a replica runs on the source, and not because one was killed', async () => {
      await shopIn(server.url, server.prefix)
      await lookInto({ url: server.url, prefix: server.prefix }, async (store) => {
        const replica = () => beat({ store, clock, ids: countingIds() }, { dataDir: at('replica'), up: true })
        await replica()
        const argv = [...from(server.prefix), '--to', file('new.db')]
        let seconds = 0
        const wait = async () => void (++seconds % 20 === 0 && (await replica()))
        expect(await run(argv, { wait })).toBe(1)
        expect(said.join('\n')).toContain('stop it first')
        expect(existsSync(at('new.db'))).toBe(false)
        expect(await run(argv)).toBe(0)
      })
    })

    test('says what is in the way, and where there is no Lapak', async () => {
      await shopIn(file('old.db'))
      await shopIn(server.url, server.prefix)
      expect(await run(['--from', file('old.db'), ...to(server.prefix)])).toBe(1)
      expect(said.join('\n')).toMatch(/not empty.*30 service/)
      expect(await run([...from('nobody_'), '--to', file('new.db')])).toBe(1)
      expect(said.join('\n')).toContain('holds no Lapak')
      const named = await server.client.db().listCollections({ name: 'nobody_schema' }).toArray()
      expect(named).toEqual([])
    })
  })
})
