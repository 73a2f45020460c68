import { Database } from 'bun:sqlite'
import { describe, expect, test } from 'bun:test'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDatabase } from '../../src/store/drivers/sqlite/database.ts'
import { openSqlite } from '../../src/store/drivers/sqlite/index.ts'
import { MIGRATIONS } from '../../src/store/drivers/sqlite/migrations.ts'
import { openStore } from '../../src/store/open.ts'
import { fakeClock } from '../support/fake-clock.ts'
import { storeContract } from './contract/index.ts'
import { newOrder, SHOP, service } from './contract/support.ts'
import { survivesMoves } from './moving.ts'

const folder = () => mkdtempSync(join(tmpdir(), 'lapak-store-'))

storeContract('sqlite', async (clock) => {
  const at = folder()
  const file = join(at, 'lapak.db')
  let store = openSqlite(file, clock)
  const reopen = async () => {
    await store.close()
    store = openSqlite(file, clock)
    return store
  }
  const close = async () => {
    await survivesMoves(store)
    await store.close()
    rmSync(at, { recursive: true })
  }
  return { store, reopen, close }
})

describe('sqlite', () => {
  test('the file is for its owner alone, a copy opens by itself', async () => {
    const at = folder()
    const store = openSqlite(join(at, 'lapak.db'), fakeClock())
    await store.orders.create(newOrder(1))
    expect(statSync(join(at, 'lapak.db')).mode & 0o777).toBe(0o600)
    expect(await store.copyTo(join(at, 'copy.db'))).toMatchObject({ ok: true })
    await store.close()
    const copy = openSqlite(join(at, 'copy.db'), fakeClock())
    expect((await copy.orders.get(SHOP, 'o_1'))?.id).toBe('o_1')
    await copy.close()
    rmSync(at, { recursive: true })
  })

  test('a database of a newer version is refused, and so is an address of another kind', async () => {
    const at = folder()
    const db = new Database(join(at, 'new.db'), { create: true })
    db.run('PRAGMA user_version = 999')
    db.close()
    expect(() => openSqlite(join(at, 'new.db'), fakeClock())).toThrow('version 999')
    expect(String(await openStore({ url: 'postgres://x' }).catch(String))).toContain('sqlite:<file>')
    rmSync(at, { recursive: true })
  })

  test('a database of the first version keeps its services, and they are found by their words', async () => {
    const at = folder()
    const file = join(at, 'old.db')
    const old = openDatabase(file, MIGRATIONS.slice(0, 1))
    const body = JSON.stringify(service(1, { name: 'Pengikut Lama' }))
    old
      .query(
        `insert into service (id, shop, provider, v, mid, sale, platform, kind, vanished, words, body)
         values ('sv_1', ?, 'p_1', 1, 1, 0, 'instagram', 'followers', 0, 'pengikut lama', ?)`,
      )
      .run(SHOP, body)
    old.close()
    const store = openSqlite(file, fakeClock())
    expect(await store.services.list(SHOP, { text: 'ikut la' })).toMatchObject([{ id: 'sv_1', mid: 1 }])
    expect(await store.services.count(SHOP, { text: 'baru' })).toBe(0)
    await store.close()
    rmSync(at, { recursive: true })
  })

  test('a database of an earlier version owes what its wallets hold, and trims them with the next entry', async () => {
    const at = folder()
    const file = join(at, 'old.db')
    const old = openDatabase(file, MIGRATIONS.slice(0, 3))
    const entries = Array.from({ length: 70 }, (_, i) => ({ cause: `c${i}`, amount: 10, at: 0, note: 'x' }))
    const wallet = { id: 's_1/cu_1/real', shop: SHOP, customer: 'cu_1', money: 'real', holds: {}, v: 70 }
    const body = JSON.stringify({ ...wallet, balance: 700, entries })
    old.query('insert into wallet (id, shop, v, body) values (?, ?, 70, ?)').run(wallet.id, SHOP, body)
    old.close()
    const { wallets, close } = openSqlite(file, fakeClock())
    expect(await wallets.owed(SHOP, 'real')).toBe(700)
    expect(await wallets.owed(SHOP, 'play')).toBe(0)
    await wallets.credit(SHOP, 'cu_1', 'real', { cause: 'new', amount: 5, at: 0, note: 'x' })
    expect(
      await wallets.credit(SHOP, 'cu_1', 'real', { cause: 'c0', amount: 5, at: 0, note: 'x' }),
    ).toMatchObject({ fresh: false, wallet: { balance: 705, archived: 21 } })
    expect(await wallets.entries(SHOP, 'cu_1', 'real', { limit: 100 })).toHaveLength(71)
    expect(await wallets.owed(SHOP, 'real')).toBe(705)
    await close()
    rmSync(at, { recursive: true })
  })

  test('a database of an earlier version keeps its knowledge, the texts now beside their heads', async () => {
    const at = folder()
    const file = join(at, 'old.db')
    const old = openDatabase(file, MIGRATIONS.slice(0, 7))
    const body = JSON.stringify({ id: 'kd_1', shop: SHOP, title: 'Jam', text: 'buka 9–17', at: 5, v: 3 })
    old.query('insert into knowledge (id, shop, v, body) values (?, ?, 3, ?)').run(`${SHOP}/kd_1`, SHOP, body)
    old.close()
    const store = openSqlite(file, fakeClock())
    const head = {
      id: 'kd_1',
      shop: SHOP,
      title: 'Jam',
      kind: 'text',
      format: 'text',
      length: 9,
      at: 5,
      v: 3,
    }
    expect(await store.knowledge.list(SHOP)).toEqual([head] as never)
    expect((await store.knowledge.get(SHOP, 'kd_1'))?.text).toBe('buka 9–17')
    expect(await store.knowledge.remove(SHOP, 'kd_1')).toBe(true)
    await store.close()
    rmSync(at, { recursive: true })
  })

  test('two processes on one file: four hundred moves of one order, none lost; what was answered survives kill -9', async () => {
    const at = folder()
    const file = join(at, 'lapak.db')
    const store = openSqlite(file, fakeClock())
    await store.orders.create(newOrder(1, { outbox: [] }))
    await store.close()
    const child = () =>
      Bun.spawn([process.execPath, join(import.meta.dir, 'two-processes.ts'), file], {
        stdout: 'pipe',
        stderr: 'inherit',
      })
    const children = [child(), child()]
    const said = await Promise.all(
      children.map(async (one) => {
        const text = await new Response(one.stdout).text()
        return text
          .trim()
          .split('\n')
          .filter((line) => line === 'moved').length
      }),
    )
    expect(said).toEqual([200, 200])
    await Promise.all(children.map((one) => one.exited))
    const again = openSqlite(file, fakeClock())
    expect((await again.orders.get(SHOP, 'o_1'))?.v).toBe(401)
    await again.close()
    rmSync(at, { recursive: true })
  }, 30_000)
})
