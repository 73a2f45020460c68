// A start with settings that can't be: it stops before it listens, with the variable's name and what to do. And two processes on one database.

import { Database } from 'bun:sqlite'
import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Running, scratch, serve } from '../support/process.ts'
import { makeBrowser, PERSON } from '../support/whole.ts'

const MAIN = join(import.meta.dir, '../../src/main.ts')

const place = scratch()
const folder = place.folder
let running: Running
beforeAll(async () => {
  running = await serve(folder, { ADMIN_EMAIL: PERSON.email, ADMIN_PASSWORD: PERSON.password })
})
afterAll(async () => {
  await running.stop()
  place.remove()
})

/** Until it ends by itself; one that listens after all is ended after a while. */
const start = async (env: Record<string, string>): Promise<{ code: number; said: string; out: string }> => {
  const child = Bun.spawn([process.execPath, MAIN, 'serve'], {
    env: { PATH: process.env['PATH'] ?? '', PORT: '0', LOG_LEVEL: 'warn', ...env },
    cwd: folder,
    stdout: 'pipe',
    stderr: 'pipe',
  })
  const timer = setTimeout(() => child.kill('SIGKILL'), 15_000)
  const [out, said, code] = await Promise.all([
    new Response(child.stdout).text(),
    new Response(child.stderr).text(),
    child.exited,
  ])
  clearTimeout(timer)
  return { code, said, out }
}

const file = (name: string, content: string): string => {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}
const damaged = (): string => {
  const path = join(folder, 'damaged')
  mkdirSync(path, { recursive: true })
  file('damaged/secret', '')
  return path
}
const newer = (): string => {
  const path = join(folder, 'newer.db')
  const db = new Database(path)
  db.run('PRAGMA user_version = 9999')
  db.close()
  return path
}

describe('a start', () => {
  test.each<[string, () => Record<string, string>, RegExp]>([
    [
      'with another APP_SECRET',
      () => ({ APP_SECRET: 'another secret of thirty-two characters' }),
      /APP_SECRET.*old APP_SECRET/,
    ],
    ['with a short APP_SECRET', () => ({ APP_SECRET: 'short' }), /APP_SECRET.*at least 32/],
    [
      'with a DATA_DIR that is a file',
      () => ({ DATA_DIR: file('a-file', 'x') }),
      /DATA_DIR .*a-file.*folder that this user may write to/,
    ],
    [
      'with a DATA_DIR below a file',
      () => ({ DATA_DIR: join(file('b-file', 'x'), 'x') }),
      /DATA_DIR .*folder that this user may write to/,
    ],
    [
      'with a damaged secret',
      () => ({
        DATA_DIR: damaged(),
      }),
      /secret is damaged.*APP_SECRET/,
    ],
    [
      'with a database that is a folder',
      () => ({ DATABASE_URL: `sqlite:${folder}` }),
      /DATABASE_URL: .*can't be opened/,
    ],
    [
      'with a database that is none',
      () => ({ DATABASE_URL: `sqlite:${file('none.db', 'no database '.repeat(500))}` }),
      /DATABASE_URL: .*can't be opened.*copy/,
    ],
    ['with a newer database', () => ({ DATABASE_URL: `sqlite:${newer()}` }), /version 9999.*newer Lapak/],
    [
      'with another kind of database',
      () => ({ DATABASE_URL: 'postgres://somewhere/lapak' }),
      /DATABASE_URL .*sqlite:/,
    ],
    ['on a port that is taken', () => ({ PORT: new URL(running.url).port }), /PORT \d+ .*another PORT/],
    ['on an address that is none', () => ({ HOST: '256.1.1.1' }), /HOST 256\.1\.1\.1/],
    ['below a path that is none', () => ({ BASE_PATH: '../x' }), /BASE_PATH .*\/lapak/],
    [
      'with a password that anybody guesses',
      () => ({
        DATA_DIR: join(folder, 'fresh'),
        ADMIN_EMAIL: 'a@toko.example',
        ADMIN_PASSWORD: 'aaaaaaaaaaaa',
      }),
      /ADMIN_PASSWORD/,
    ],
  ])(
    '%s stops, and says what to do',
    async (_name, env, expected) => {
      const { code, said, out } = await start({ DATA_DIR: folder, ...env() })
      expect(said).toMatch(expected)
      expect([code, out]).toEqual([2, ''])
      expect(said).not.toMatch(/\n\s+at /)
    },
    20_000,
  )
})

describe('two processes on one database', () => {
  test('serve one shop: what is written at one is read at the other, and a message is answered once', async () => {
    const second = await serve(folder)
    const sign = async ({ url }: Running) => {
      const browser = makeBrowser(
        { fetch: (request) => fetch(request, { proxy: '' }) },
        url.replace(/\/$/, ''),
      )
      const session = await browser.post<{ shops: { id: string; mode: string }[] }>('/session', PERSON)
      return { browser, shop: session.shops.find(({ mode }) => mode === 'practice')?.id ?? '' }
    }
    const [one, other] = [await sign(running), await sign(second)]
    expect(other.shop).toBe(one.shop)
    const writes = Array.from({ length: 20 }, (_, i) =>
      (i % 2 ? one : other).browser.put<{ id: string }>(`/shops/${one.shop}/knowledge`, {
        title: `${i}`,
        text: 'x',
      }),
    )
    expect(new Set((await Promise.all(writes)).map(({ id }) => id)).size).toBe(20)
    const { documents } = await other.browser.get<{ documents: unknown[] }>(`/shops/${one.shop}/knowledge`)
    expect(documents.length).toBe(20)

    const path = `/shops/${one.shop}/preview/messages`
    for (const { browser } of [one, other, one, other]) await browser.post(path, { text: '/bantuan' })
    const answers = async () =>
      (await one.browser.get<{ messages: { from: string }[] }>(path)).messages.filter(
        ({ from }) => from === 'bot',
      ).length
    for (let i = 0; i < 100 && (await answers()) < 4; i++) await Bun.sleep(50)
    await Bun.sleep(300)
    expect(await answers()).toBe(4)
    await second.stop()
  }, 30_000)
})
