// How it is known that a database is an older one, put back by hand: by each replica's own folder, whichever of them starts first, and
// never because one comes late or was away.
import { afterEach, beforeEach, describe, expect, test } from 'bun:test'
import { join } from 'node:path'
import { beat, beatBeside, isAlive, isPutBack, renamed } from '../../src/store/beat.ts'
import type { Platform } from '../../src/store/documents.ts'
import { openStore } from '../../src/store/open.ts'
import type { Store } from '../../src/store/store.ts'
import { fakeClock } from '../support/fake-clock.ts'
import { countingIds } from '../support/ids.ts'
import { scratch } from '../support/process.ts'

let place: ReturnType<typeof scratch>
let store: Store
const clock = fakeClock()
const ids = countingIds()

beforeEach(async () => {
  place = scratch()
  store = await openStore({ url: 'sqlite::memory:', clock })
  await store.platform.change((one) => ({ ...one, canary: 'sealed' }))
})
afterEach(async () => {
  await store.close()
  place.remove()
})

const folder = (replica: string) => join(place.folder, replica)
const beats = async (replica: string, { times = 1, up = true } = {}) => {
  for (let i = 0; i < times; i++) await beat({ store, clock, ids }, { dataDir: folder(replica), up })
}
const now = () => store.platform.get()
/** What `mongorestore` does. */
const putBack = (then: Platform) => store.platform.change(() => then)
const isMarked = async () => (await now()).copied !== undefined
/** What the heart does once it has marked. */
const settled = () => store.platform.change(({ copied: _, ...one }) => renamed(one as Platform, ids.id('db')))

describe('an older database', () => {
  test('is noticed by the replica that starts first, and is no surprise for those after it', async () => {
    await beats('a', { times: 3 })
    const copy = await now()
    await beats('a', { times: 2 })
    await beats('b', { times: 5 })
    await putBack(copy)
    await beats('a')
    expect(await isMarked()).toBe(true)
    await settled()
    for (const replica of ['a', 'b', 'c', 'b', 'a']) {
      await beats(replica)
      expect([replica, await isMarked()]).toEqual([replica, false])
    }
  })

  test('is noticed though a replica without any past has worked on it long since', async () => {
    await beats('a', { times: 3 })
    const copy = await now()
    await beats('a', { times: 4 })
    await putBack(copy)
    await beats('new', { times: 50 })
    expect(await isMarked()).toBe(false)
    await beats('a')
    expect(await isMarked()).toBe(true)
  })

  test('is noticed by a replica that joined after the copy was made', async () => {
    await beats('a', { times: 3 })
    const copy = await now()
    await beats('late')
    await putBack(copy)
    await beats('new', { times: 50 })
    await beats('late')
    expect(await isMarked()).toBe(true)
  })

  test('is noticed while replicas run', async () => {
    await beats('a', { times: 3 })
    const copy = await now()
    await beats('a', { times: 3 })
    await putBack(copy)
    await beats('a')
    expect(await isMarked()).toBe(true)
  })

  test('of before an earlier restore is noticed too', async () => {
    await beats('a', { times: 3 })
    const first = await now()
    await beats('a')
    await putBack(first)
    await beats('a')
    await settled()
    await beats('a')
    await putBack(first)
    await beats('a')
    expect(await isMarked()).toBe(true)
  })
})

describe('is no older database', () => {
  test('one that a replica comes to late, or comes back to, also after one of an earlier version', async () => {
    await beats('a', { times: 30 })
    await beats('late')
    await beats('a', { times: 30 })
    await beats('late')
    // An earlier version counts without a folder's name, and leaves the others' alone.
    await store.platform.change((one) => ({ ...one, beat: { database: one.beat?.database ?? '', n: 500 } }))
    await beats('a')
    await beats('late')
    expect(await isMarked()).toBe(false)
  })

  test('one that has forgotten a folder among hundreds', async () => {
    await beats('a')
    for (let i = 0; i < 250; i++) await beats(`gone-${i}`)
    expect(Object.keys((await now()).hearts ?? {})).toHaveLength(200)
    await beats('a')
    expect(await isMarked()).toBe(false)
  })

  test('another one under the same folder, to and fro', async () => {
    await beats('a', { times: 5 })
    const mine = store
    store = await openStore({ url: 'sqlite::memory:', clock })
    await store.platform.change((one) => ({ ...one, canary: 'of another' }))
    await beats('a', { times: 2 })
    expect(await isMarked()).toBe(false)
    await store.close()
    store = mine
    expect(isPutBack(await now(), beatBeside(folder('a')))).toBe(false)
  })
})

describe('whether anybody runs on it', () => {
  const watched = async (each: () => Promise<void>): Promise<[boolean, number]> => {
    let seconds = 0
    const alive = await isAlive(store, async () => {
      seconds += 1
      await each()
    })
    return [alive, seconds]
  }

  test('is known at once where each has ended in order', async () => {
    await beats('a', { times: 3 })
    await beats('a', { up: false })
    expect(await watched(async () => undefined)).toEqual([false, 0])
  })

  test('one that was killed moves no more, one that runs does, one that starts is seen', async () => {
    await beats('killed')
    expect(await watched(async () => undefined)).toEqual([false, 45])
    let second = 0
    const slow = async () => void (++second === 20 && (await beats('b')))
    expect(await watched(slow)).toEqual([true, 20])
  })

  test('one that was killed long ago is not waited for', async () => {
    await beats('killed')
    await beats('a', { times: 40 })
    await beats('a', { up: false })
    expect(await watched(async () => undefined)).toEqual([false, 0])
  })
})
