// An older copy of a MongoDB, put back by other tools than ours: the first replica that starts closes the live shops, and one that starts
// after it, with a past of its own, leaves alone what the sellers have opened since.
import { afterEach, beforeEach, expect, setDefaultTimeout, test } from 'bun:test'
import { join } from 'node:path'
import { openStore } from '../../src/store/open.ts'
import type { Store } from '../../src/store/store.ts'
import { mongo, type TestMongo, whereMongo } from '../support/mongo.ts'
import { type Running, scratch, serve } from '../support/process.ts'
import { PERSON } from '../support/whole.ts'

setDefaultTimeout(180_000)

whereMongo(() => {
  let server: TestMongo
  let place: ReturnType<typeof scratch>
  const running: Running[] = []

  beforeEach(async () => {
    server = await mongo()
    place = scratch()
  })
  afterEach(async () => {
    for (const replica of running.splice(0)) await replica.kill()
    place.remove()
  })

  const start = async (name: string): Promise<Running> => {
    const replica = await serve(place.folder, {
      DATA_DIR: join(place.folder, name),
      DATABASE_URL: server.url,
      DATABASE_PREFIX: server.prefix,
      APP_SECRET: 'a secret of at least thirty-two characters',
      ADMIN_EMAIL: PERSON.email,
      ADMIN_PASSWORD: PERSON.password,
    })
    running.push(replica)
    return replica
  }

  const inStore = async <Seen>(look: (store: Store) => Promise<Seen>): Promise<Seen> => {
    const store = await openStore({ url: server.url, prefix: server.prefix })
    try {
      return await look(store)
    } finally {
      await store.close()
    }
  }
  const closed = () =>
    inStore(async ({ shops }) => {
      const live = (await shops.list()).filter(({ mode }) => mode === 'live')
      expect(live.length).toBeGreaterThan(0)
      return live.filter(({ restored }) => restored !== undefined).length
    })
  const opened = () =>
    inStore(async ({ shops }) => {
      for (const { id } of await shops.list()) await shops.change(id, ({ restored: _, ...shop }) => shop)
    })

  const collections = async () => {
    const db = server.client.db()
    const all = await db.listCollections({}, { nameOnly: true }).toArray()
    return all.filter(({ name }) => name.startsWith(server.prefix)).map(({ name }) => db.collection(name))
  }
  const copied = async () =>
    Promise.all((await collections()).map(async (one) => ({ one, rows: await one.find().toArray() })))

  test('it is noticed once, and not again by who comes later', async () => {
    const first = await start('a')
    const copy = await copied()
    const second = await start('b')
    for (const replica of [second, first]) expect(await replica.stop()).toBe(0)
    await (await start('b')).stop()
    expect(await closed()).toBe(0)

    for (const one of await collections()) await one.deleteMany({})
    for (const { one, rows } of copy) if (rows.length > 0) await one.insertMany(rows)
    const after = await start('a')
    expect(await closed()).toBeGreaterThan(0)
    await opened()
    for (const name of ['b', 'new']) {
      await start(name)
      expect([name, await closed()]).toEqual([name, 0])
    }
    expect(await after.stop()).toBe(0)
    await start('a')
    expect(await closed()).toBe(0)
  })
})
