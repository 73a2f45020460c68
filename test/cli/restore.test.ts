// The command on real files: what it refuses, what it leaves untouched, what stands there afterwards.
import { Database } from 'bun:sqlite'
import { afterEach, beforeEach, describe, expect, spyOn, test } from 'bun:test'
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { restore } from '../../src/cli/restore.ts'
import { readConfig } from '../../src/config.ts'
import { makeCanary, sealer } from '../../src/lib/seal.ts'
import { beat, beatBeside, isPutBack } from '../../src/store/beat.ts'
import { openStore } from '../../src/store/open.ts'
import { newOrder, SHOP } from '../store/contract/support.ts'
import { fakeClock } from '../support/fake-clock.ts'
import { countingIds } from '../support/ids.ts'
import { scratch } from '../support/process.ts'
import { liveShop } from '../support/shops.ts'

const SECRET = 'a secret of at least thirty-two characters'

let place: ReturnType<typeof scratch>
let said: string[]
let clock: ReturnType<typeof fakeClock>
const spies: { mockRestore(): void }[] = []

beforeEach(() => {
  place = scratch()
  said = []
  clock = fakeClock()
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

const wait = async () => undefined
const at = (name: string) => join(place.folder, name)
const open = (name = 'lapak.db') => openStore({ url: `sqlite:${at(name)}`, clock })
const configOf = (env: Record<string, string> = {}) => {
  const reading = readConfig({ DATA_DIR: place.folder, APP_SECRET: SECRET, ...env })
  if (!reading.ok) throw new Error(JSON.stringify(reading.errors))
  return reading.config
}
const run = (...argv: string[]) => restore(configOf(), argv, { clock, wait })

/** A database with one shop and one order that is about to be billed. */
const filled = async (name = 'lapak.db') => {
  const store = await open(name)
  await store.platform.change((one) => ({ ...one, canary: makeCanary(sealer(SECRET)) }))
  await store.shops.create(liveShop({ id: SHOP, owner: 'a_1' }))
  await store.orders.create(newOrder(1))
  return store
}

/** The shop's database, and a copy of it from before its last change. */
const twoTimes = async () => {
  const store = await filled()
  await store.copyTo(at('copy.db'))
  await store.orders.advance(SHOP, 'o_1', () => ({ to: 'billing', type: 'confirmed', by: 'customer' }))
  await store.close()
}

/** Names, sizes and bytes: what must be the same when nothing was touched. */
const picture = () =>
  readdirSync(place.folder)
    .toSorted()
    .map((name) => [
      name,
      statSync(at(name)).isFile() ? Bun.hash(readFileSync(at(name))).toString() : 'folder',
    ])

describe('lapak restore', () => {
  test('puts the copy in place, keeps what was there, and marks what may have moved', async () => {
    await twoTimes()
    expect(await run(at('copy.db'))).toBe(0)
    const now = await open()
    expect((await now.orders.get(SHOP, 'o_1'))?.state).toBe('quoted')
    expect((await now.orders.get(SHOP, 'o_1'))?.restored).toBe(clock.now())
    expect((await now.shops.get(SHOP))?.restored).toBe(clock.now())
    expect((await now.platform.get()).copied).toBeUndefined()
    await now.close()
    const [kept = ''] = readdirSync(place.folder).filter((name) => name.includes('before-restore'))
    expect(kept).toMatch(/^lapak-before-restore-\d{8}-\d{6}\.db$/)
    expect(statSync(at(kept)).mode & 0o777).toBe(0o600)
    const before = await open(kept)
    expect((await before.orders.get(SHOP, 'o_1'))?.state).toBe('billing')
    await before.close()
    expect(readdirSync(place.folder).filter((name) => /restoring|\.part/.test(name))).toEqual([])
    expect(said.join('')).toContain('1 live shops start closed')
  })

  test('and back again: what was kept is itself a copy that can be put back', async () => {
    await twoTimes()
    expect(await run(at('copy.db'))).toBe(0)
    clock.advance(5000)
    Bun.gc(true) // a run of its own would begin without the statements of the first
    const [kept = ''] = readdirSync(place.folder).filter((name) => name.includes('before-restore'))
    expect(await run(at(kept))).toBe(0)
    const now = await open()
    expect((await now.orders.get(SHOP, 'o_1'))?.state).toBe('billing')
    await now.close()
  })

  test('on a machine that has no database yet', async () => {
    const store = await filled('elsewhere.db')
    await store.copyTo(at('copy.db'))
    await store.close()
    expect(await run(at('copy.db'))).toBe(0)
    const now = await open()
    expect((await now.shops.get(SHOP))?.restored).toBe(clock.now())
    await now.close()
    const folder = { DATABASE_URL: `sqlite:${at('new/folder/lapak.db')}` }
    expect(await restore(configOf(folder), [at('copy.db')], { clock, wait })).toBe(0)
    expect(statSync(at('new/folder')).mode & 0o777).toBe(0o700)
  })

  test('takes along what a hand-made copy of a running shop has in its log', async () => {
    const store = await filled('running.db')
    for (const end of ['', '-wal']) copyFileSync(at(`running.db${end}`), at(`copy.db${end}`))
    await store.close()
    expect(statSync(at('copy.db-wal')).size).toBeGreaterThan(0)
    expect(await run(at('copy.db'))).toBe(0)
    const now = await open()
    expect((await now.orders.get(SHOP, 'o_1'))?.number).toBeDefined()
    await now.close()
  })

  test('a database that can no longer be read is kept as it lies there', async () => {
    await twoTimes()
    const rubbish = Buffer.alloc(8192, 'x')
    writeFileSync(at('lapak.db'), rubbish)
    expect(await run(at('copy.db'))).toBe(0)
    const [kept = ''] = readdirSync(place.folder).filter((name) => name.includes('before-restore'))
    expect(readFileSync(at(kept)).equals(rubbish)).toBe(true)
    expect(said.join('')).toContain('could not be read')
    const now = await open()
    expect((await now.orders.get(SHOP, 'o_1'))?.state).toBe('quoted')
    await now.close()
  })

  test('what a killed run left is no hindrance', async () => {
    await twoTimes()
    for (const end of ['', '-wal', '-shm', '-journal'])
      writeFileSync(at(`lapak.db.restoring${end}`), 'left over')
    expect(await run(at('copy.db'))).toBe(0)
    const now = await open()
    expect((await now.orders.get(SHOP, 'o_1'))?.restored).toBe(clock.now())
    await now.close()
  })
})

describe('is refused, and nothing is touched,', () => {
  const refused = async (words: RegExp, ...argv: string[]) => {
    const before = picture()
    expect(await run(...argv)).toBe(1)
    expect(said.join('')).toMatch(words)
    expect(picture()).toEqual(before)
  }

  test('while the shop has the database open, be it idle', async () => {
    await twoTimes()
    const shop = await open()
    expect(await run(at('copy.db'))).toBe(1)
    expect(await run('--present')).toBe(1)
    expect(said.join('')).toContain('stop it first')
    expect((await shop.orders.get(SHOP, 'o_1'))?.state).toBe('billing')
    await shop.close()
    expect(readdirSync(place.folder).filter((name) => /restoring|before/.test(name))).toEqual([])
    expect(await run(at('copy.db'))).toBe(0)
  })

  test('for no file, a folder, no database, another program’s, an empty one, a newer one', async () => {
    await twoTimes()
    await refused(/no such file/, at('none.db'))
    mkdirSync(at('folder.db'))
    await refused(/no such file/, at('folder.db'))
    writeFileSync(at('text.db'), 'this is a text and no database, however long it goes on'.repeat(99))
    await refused(/no database/, at('text.db'))
    const other = new Database(at('other.db'))
    other.run('create table notes (id integer)')
    other.close()
    await refused(/no database of Lapak/, at('other.db'))
    writeFileSync(at('empty.db'), '')
    await refused(/no database of Lapak/, at('empty.db'))
    copyFileSync(at('copy.db'), at('newer.db'))
    const newer = new Database(at('newer.db'))
    newer.run('PRAGMA user_version = 999')
    newer.close()
    await refused(/newer Lapak/, at('newer.db'))
  })

  test('for a damaged one, and one that no shop has used', async () => {
    await twoTimes()
    const bytes = readFileSync(at('copy.db'))
    bytes.fill(0xff, 8192, 8192 * 6)
    writeFileSync(at('damaged.db'), bytes)
    await refused(/damaged/, at('damaged.db'))
    const unused = await open('unused.db')
    await unused.close()
    await refused(/never been used/, at('unused.db'))
  })

  test('under another APP_SECRET, or none at all; none is made', async () => {
    await twoTimes()
    const before = picture()
    const other = { APP_SECRET: 'another secret of thirty-two characters' }
    expect(await restore(configOf(other), [at('copy.db')], { clock, wait })).toBe(1)
    expect(said.join('')).toContain('APP_SECRET is not the one')
    expect(await restore(configOf({ APP_SECRET: '' }), [at('copy.db')], { clock, wait })).toBe(1)
    expect(said.join('')).toContain('no APP_SECRET is set')
    expect(picture()).toEqual(before)
    expect(existsSync(at('secret'))).toBe(false)
  })

  test('when the disk refuses, and says why', async () => {
    await twoTimes()
    writeFileSync(at('file'), '')
    const below = { DATABASE_URL: `sqlite:${at('file/lapak.db')}` }
    expect(await restore(configOf(below), [at('copy.db')], { clock, wait })).toBe(1)
    expect(said.join('')).toMatch(/it could not be done: .*(EEXIST|ENOTDIR|directory)/i)
  })

  test('for the present database itself, and when it is called wrongly', async () => {
    await twoTimes()
    await refused(/--present/, at('lapak.db'))
    const before = picture()
    for (const argv of [
      [],
      ['a.db', 'b.db'],
      ['--force', 'a.db'],
      ['--present', 'a.db'],
      ['--check'],
      ['--present', '--check'],
    ])
      expect(await run(...argv)).toBe(2)
    expect(
      await restore(configOf({ DATABASE_URL: 'sqlite::memory:' }), [at('copy.db')], { clock, wait }),
    ).toBe(2)
    expect(picture()).toEqual(before)
  })
})

describe('lapak restore --check', () => {
  test('says whether a copy can be used, also while the shop runs, and touches nothing', async () => {
    await twoTimes()
    const shop = await open()
    const before = picture()
    expect(await run('--check', at('copy.db'))).toBe(0)
    expect(said.join('')).toContain('sound')
    expect(said.join('')).toContain('2026-11-24 03:00:00 UTC')
    expect(await run('--check', at('none.db'))).toBe(1)
    expect(picture()).toEqual(before)
    await shop.close()
  })
})

describe('lapak restore --present', () => {
  test('marks the database that is there, after a whole disk was put back', async () => {
    await twoTimes()
    expect(await run('--present')).toBe(0)
    const now = await open()
    expect((await now.shops.get(SHOP))?.restored).toBe(clock.now())
    expect(await now.orders.get(SHOP, 'o_1')).toMatchObject({ state: 'billing', restored: clock.now() })
    await now.close()
  })
})

describe('a copy that is put back by hand', () => {
  const deps = (store: Awaited<ReturnType<typeof open>>) => ({ store, clock, ids: countingIds() })
  const putBack = async (name: string) => {
    const store = await open(name)
    const answer = isPutBack(await store.platform.get(), beatBeside(place.folder))
    await store.close()
    return answer
  }

  test('says itself that it is one', async () => {
    await twoTimes()
    expect(await putBack('copy.db')).toBe(true)
    expect(await putBack('lapak.db')).toBe(false)
  })

  test('is older than what stands beside it, though it is a plain copy of the file', async () => {
    const store = await filled()
    await beat(deps(store), { dataDir: place.folder, up: true })
    await store.close()
    copyFileSync(at('lapak.db'), at('plain.db'))
    const later = await open()
    await beat(deps(later), { dataDir: place.folder, up: true })
    await later.close()
    expect(await putBack('plain.db')).toBe(true)
    expect(await putBack('lapak.db')).toBe(false)
  })

  test('is told from another shop’s database, and from a first start', async () => {
    const store = await filled()
    await beat(deps(store), { dataDir: place.folder, up: true })
    await beat(deps(store), { dataDir: place.folder, up: true })
    await store.close()
    const other = await filled('other.db')
    await other.platform.change((one) => ({ ...one, beat: { database: 'db_other', n: 1 } }))
    await other.close()
    expect(await putBack('other.db')).toBe(false)
    writeFileSync(at('beat.json'), 'not json')
    expect(await putBack('lapak.db')).toBe(false)
  })

  test('and one that lapak restore has put back is no surprise at the start', async () => {
    await twoTimes()
    const running = await open()
    for (let minute = 0; minute < 5; minute++) await beat(deps(running), { dataDir: place.folder, up: true })
    await running.close()
    expect(await run(at('copy.db'))).toBe(0)
    expect(await putBack('lapak.db')).toBe(false)
  })
})
