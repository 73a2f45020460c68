// A copy of either database as one file, and what it becomes when it is put back: whole or not at all, marked, others' data untouched.
import { afterEach, beforeEach, describe, expect, setDefaultTimeout, spyOn, test } from 'bun:test'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { backup } from '../../src/cli/backup.ts'
import { restore } from '../../src/cli/restore.ts'
import { readConfig } from '../../src/config.ts'
import { makeCanary, sealer } from '../../src/lib/seal.ts'
import { beat } from '../../src/store/beat.ts'
import { readCopy, writeCopy } from '../../src/store/dump-file.ts'
import { openStore } from '../../src/store/open.ts'
import type { Store } from '../../src/store/store.ts'
import { newOrder, SHOP, service } from '../store/contract/support.ts'
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
const spies: { mockRestore(): void }[] = []

beforeEach(() => {
  place = scratch()
  clock = fakeClock()
  said = []
  const listen = (text: unknown) => {
    said.push(String(text))
    return true
  }
  spies.push(spyOn(process.stdout, 'write').mockImplementation(listen))
  spies.push(spyOn(process.stderr, 'write').mockImplementation(listen))
})
afterEach(() => {
  for (const spy of spies.splice(0)) spy.mockRestore()
  place.remove()
})

const at = (name: string) => join(place.folder, name)
const text = () => said.join('')
const configOf = (env: Record<string, string> = {}) => {
  const reading = readConfig({ DATA_DIR: place.folder, APP_SECRET: SECRET, ...env })
  if (!reading.ok) throw new Error(JSON.stringify(reading.errors))
  return reading.config
}
const note = (line: string) => void said.push(`${line}\n`)
const make = (env: Record<string, string>, ...argv: string[]) =>
  backup(configOf(env), argv, { clock, say: { write: note, warn: note } })
const wait = async () => undefined
const put = (env: Record<string, string>, ...argv: string[]) => restore(configOf(env), argv, { clock, wait })

const used = async (store: Store): Promise<Store> => {
  await store.platform.change((one) => ({ ...one, canary: makeCanary(sealer(SECRET)) }))
  await fill(store, clock)
  return store
}
const inFile = (name = 'lapak.db') => openStore({ url: `sqlite:${at(name)}`, clock })

describe('lapak backup of a file', () => {
  test('while the shop runs: a copy that opens by itself and knows that it is one', async () => {
    const shop = await used(await inFile())
    expect(await make({}, at('copies/mine.db'))).toBe(0)
    await shop.orders.create(newOrder(9))
    await shop.close()
    expect(statSync(at('copies/mine.db')).mode & 0o777).toBe(0o600)
    const copy = await inFile('copies/mine.db')
    expect(await copy.orders.get(SHOP, 'o_9')).toBeNull()
    expect((await copy.platform.get()).copied).toBe(clock.now())
    await copy.close()
    expect(await put({}, at('copies/mine.db'))).toBe(0)
  })

  test('without a name it goes beside the nightly ones; of its own kind the newest are kept', async () => {
    await (await used(await inFile())).close()
    await Bun.write(at('backups/lapak-20200101-000000.db'), 'nightly')
    for (let i = 0; i < 3; i++) {
      expect(await make({}, '--keep', '2')).toBe(0)
      clock.advance(60_000)
    }
    expect(readdirSync(at('backups')).toSorted()).toEqual([
      'lapak-20200101-000000.db',
      'lapak-20261124-030100-by-hand.db',
      'lapak-20261124-030200-by-hand.db',
    ])
  })

  test('is refused over a file that is there, of no database, and when it is called wrongly', async () => {
    expect(await make({}, at('x.db'))).toBe(1)
    expect(text()).toContain('has the shop ever been started')
    expect(readdirSync(place.folder)).toEqual([])
    await (await used(await inFile())).close()
    writeFileSync(at('x.db'), 'mine')
    expect(await make({}, at('x.db'))).toBe(1)
    expect(readFileSync(at('x.db'), 'utf8')).toBe('mine')
    for (const argv of [
      ['--keep'],
      ['--keep', '0'],
      ['--keep', 'x'],
      ['a', 'b'],
      ['--all'],
      ['--keep', '2', 'a'],
    ])
      expect(await make({}, ...argv)).toBe(2)
  })
})

describe('a copy as a file of documents', () => {
  const copied = async (): Promise<string> => {
    const store = await used(await inFile('source.db'))
    const file = at('copy.jsonl.gz')
    expect((await writeCopy({ dump: store.dump, file, made: clock.now(), version: '1.0.0' })).ok).toBe(true)
    await store.close()
    return file
  }

  test('is whole and for its owner alone, or not there', async () => {
    const file = await copied()
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(readdirSync(place.folder).filter((name) => name.endsWith('.part'))).toEqual([])
    const store = await inFile('source.db')
    const dump = { read: async () => Promise.reject(new Error('the server is gone')) }
    const writing = { dump, file: at('half.gz'), made: clock.now(), version: '1.0.0' }
    expect(String(await writeCopy(writing).catch(String))).toContain('the server is gone')
    expect(readdirSync(place.folder).filter((name) => name.startsWith('half'))).toEqual([])
    await store.close()
  })

  test('of a shop whose saldo never stands still is none, and leaves nothing', async () => {
    const store = await used(await inFile('source.db'))
    let [moves, reads] = [0, 0]
    const read: Store['dump']['read'] = async (noun, after) => {
      if (noun === 'orders' && moves-- > 0)
        await store.wallets.credit(SHOP, 'cu_1', 'real', {
          cause: `m${++reads}`,
          amount: 1,
          at: 0,
          note: 'x',
        })
      return store.dump.read(noun, after)
    }
    const writing = { dump: { read }, file: at('busy.gz'), made: clock.now(), version: '1.0.0' }
    moves = 99
    expect(await writeCopy(writing)).toEqual({ ok: false, reason: 'busy' })
    expect(readdirSync(place.folder).filter((name) => name.startsWith('busy'))).toEqual([])
    moves = 3
    expect((await writeCopy(writing)).ok).toBe(true)
    await store.close()
  })

  test('every cut and every change is noticed', async () => {
    const file = await copied()
    const bytes = readFileSync(file)
    const lines = gunzipSync(bytes).toString().trimEnd().split('\n')
    const packed = (changed: string[]) => gzipSync(`${changed.join('\n')}\n`)
    const spoiled: Record<string, Uint8Array> = {
      cut: bytes.subarray(0, bytes.length >> 1),
      'cut at its end': bytes.subarray(0, -1),
      'without its foot': packed(lines.slice(0, -1)),
      'without a line': packed(lines.toSpliced(5, 1)),
      'with a line twice': packed(lines.toSpliced(5, 0, lines[5] ?? '')),
      'with another word': packed(lines.map((line) => line.replace('IG Followers', 'IG Likes'))),
      'with a strange line': packed(lines.toSpliced(5, 0, '{"noun":"secrets","id":"x","doc":1}')),
      'with a byte turned': bytes.map((byte, i) => (i === bytes.length >> 1 ? byte ^ 0xff : byte)),
    }
    for (const [name, content] of Object.entries(spoiled)) {
      writeFileSync(at('spoiled.gz'), content)
      expect([name, (await readCopy(at('spoiled.gz'))).ok]).toEqual([name, false])
      expect([name, await put({}, at('spoiled.gz'))]).toEqual([name, 1])
    }
    writeFileSync(at('spoiled.gz'), gzipSync('{"some":"thing"}\n'))
    expect(await put({}, '--check', at('spoiled.gz'))).toBe(1)
    expect(text()).toContain('no copy that Lapak has made')
    writeFileSync(
      at('spoiled.gz'),
      packed([(lines[0] ?? '').replace('"format":1', '"format":2'), ...lines.slice(1)]),
    )
    expect(await put({}, '--check', at('spoiled.gz'))).toBe(1)
    expect(text()).toContain('newer Lapak')
    const old = lines.toSpliced(-1, 1, (lines.at(-1) ?? '').replace(/"usage":\{[^}]*\},/, ''))
    expect(old.at(-1)).not.toBe(lines.at(-1))
    writeFileSync(at('old.gz'), packed(old)) // of a time before that noun
    expect(await put({}, '--check', at('old.gz'))).toBe(0)
    expect(existsSync(at('lapak.db'))).toBe(false)
    expect(await put({}, '--check', file)).toBe(0)
  })

  test('is put back to an SQLite file too: marked, nothing lost', async () => {
    const file = await copied()
    expect(await put({}, file)).toBe(0)
    const store = await inFile()
    expect((await store.shops.get(SHOP))?.restored).toBe(clock.now())
    expect((await store.platform.get()).copied).toBeUndefined()
    expect(await store.services.list(SHOP, {})).toHaveLength(30)
    await store.close()
  })
})

whereMongo(() => {
  let server: TestMongo
  const env = () => ({ DATABASE_URL: server.url, DATABASE_PREFIX: server.prefix })
  const open = () => openStore({ url: server.url, prefix: server.prefix, clock })
  const withStore = async <Seen>(work: (store: Store) => Promise<Seen>): Promise<Seen> => {
    const store = await open()
    try {
      return await work(store)
    } finally {
      await store.close()
    }
  }
  beforeEach(async () => {
    server = await mongo()
  })

  describe('lapak backup and restore of a MongoDB', () => {
    test('everything comes back, marked as after a restore; another site’s collections stay', async () => {
      const before = await withStore(async (store) => digestsOf((await used(store)).dump))
      expect(await make(env(), at('copy.jsonl.gz'))).toBe(0)
      const site = server.client.db().collection<{ _id: string; n: number }>(`${server.prefix}zz_site`)
      await site.insertOne({ _id: 'page', n: 7 })
      await withStore(async (store) => {
        await store.keys.release('bot:7', SHOP)
        await store.services.putLot(SHOP, [service(77)])
        await store.orders.advance(SHOP, 'o_1', () => ({ to: 'billing', type: 'confirmed', by: 'customer' }))
      })
      expect(await put(env(), '--check', at('copy.jsonl.gz'))).toBe(0)
      expect(await put(env(), at('copy.jsonl.gz'))).toBe(1)
      expect(text()).toMatch(/not empty; it holds .*31 service.*--replace/)
      expect(await put(env(), '--replace', at('copy.jsonl.gz'))).toBe(0)
      const [kept = ''] = readdirSync(at('backups'))
      expect(kept).toMatch(/^lapak-before-restore-\d{8}-\d{6}\.jsonl\.gz$/)
      await withStore(async (store) => {
        const after = await digestsOf(store.dump)
        for (const noun of [
          'service',
          'key',
          'message',
          'inbox',
          'lane',
          'wallet',
          'wallet_entry',
          'practice',
        ])
          expect([noun, after[noun]]).toEqual([noun, before[noun]])
        expect((await store.orders.get(SHOP, 'o_1'))?.state).toBe('quoted')
        expect((await store.orders.get(SHOP, 'o_1'))?.restored).toBe(clock.now())
        expect((await store.shops.get(SHOP))?.restored).toBe(clock.now())
        expect((await store.platform.get()).copied).toBeUndefined()
        expect((await store.platform.get()).arriving).toBeUndefined()
      })
      expect(await site.find().toArray()).toEqual([{ _id: 'page', n: 7 }])
      // What was there is itself a copy, and goes back.
      expect(await put(env(), '--replace', at(`backups/${kept}`))).toBe(0)
      await withStore(async (store) => expect((await store.orders.get(SHOP, 'o_1'))?.state).toBe('billing'))
    })

    test('into an empty one the shop goes on where the copy was made', async () => {
      await withStore(used)
      expect(await make(env(), at('copy.jsonl.gz'))).toBe(0)
      const other = { ...env(), DATABASE_PREFIX: `${server.prefix}c_` }
      expect(await put(other, at('copy.jsonl.gz'))).toBe(0)
      const store = await openStore({ url: server.url, prefix: other.DATABASE_PREFIX, clock })
      await goesOn(store, clock)
      await store.close()
    })

    test('killed in the middle no shop starts on it, and the next run ends it', async () => {
      await withStore(async (store) => {
        await used(store)
        const rows = Array.from({ length: 6000 }, (_, i) => ({ id: `link:${i}`, doc: { owner: 'o' } }))
        await store.dump.write('key', rows)
      })
      expect(await make(env(), at('copy.jsonl.gz'))).toBe(0)
      const lapak = (...argv: string[]) =>
        Bun.spawn([process.execPath, MAIN, ...argv], {
          env: {
            PATH: process.env['PATH'] ?? '',
            DATA_DIR: place.folder,
            APP_SECRET: SECRET,
            PORT: '0',
            ...env(),
          },
          stdout: 'ignore',
          stderr: 'pipe',
        })
      const child = lapak('restore', '--replace', at('copy.jsonl.gz'))
      const arriving = async () => (await withStore(({ platform }) => platform.get())).arriving
      while (!(await arriving()) && child.exitCode === null) await Bun.sleep(5)
      child.kill('SIGKILL')
      await child.exited
      expect((await arriving())?.by).toBe('restore')
      const shop = lapak('serve')
      expect(await new Response(shop.stderr).text()).toContain('lapak restore has not finished')
      expect(await shop.exited).toBe(2)
      expect(await make(env(), at('half.gz'))).toBe(1)
      expect(await put(env(), at('copy.jsonl.gz'))).toBe(0)
      await withStore(async (store) => {
        expect(await store.dump.count('key')).toBe(6001)
        expect((await store.shops.get(SHOP))?.restored).toBe(clock.now())
      })
    })

    test('is refused while a replica runs, and for what is no such copy or opens with another secret', async () => {
      await withStore(used)
      expect(await make(env(), at('copy.jsonl.gz'))).toBe(0)
      const other = { ...env(), APP_SECRET: 'another secret of thirty-two characters' }
      expect(await put(other, '--replace', at('copy.jsonl.gz'))).toBe(1)
      expect(text()).toContain('APP_SECRET is not the one')
      await (await used(await inFile('file.db'))).close()
      expect(await put(env(), '--replace', at('file.db'))).toBe(1)
      expect(text()).toContain('brought here by lapak migrate')
      expect(await put(env(), '--replace', at('none.gz'))).toBe(1)
      await withStore(async (store) => {
        const replica = () => beat({ store, clock, ids: countingIds() }, { dataDir: at('replica'), up: true })
        await replica()
        const alive = { clock, wait: async () => void (await replica()) }
        const given = ['--replace', at('copy.jsonl.gz')]
        expect(await restore(configOf(env()), given, alive)).toBe(1)
        expect(await restore(configOf(env()), ['--present'], alive)).toBe(1)
        expect(text()).toContain('stop each replica first')
        expect((await store.shops.get(SHOP))?.restored).toBeUndefined()
      })
      expect(await put(env(), '--present')).toBe(0)
      await withStore(async (store) => expect((await store.shops.get(SHOP))?.restored).toBe(clock.now()))
    })
  })
})
