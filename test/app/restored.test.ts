// A restored copy, as it happens to a seller: the shop as a process, a copy of its database taken while one order is being sent and
// another waits for money, both go on, the machine dies, the copy is put back. Nothing is bought twice, nothing paid is lost.
import { afterEach, beforeEach, expect, test } from 'bun:test'
import { copyFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { openStore } from '../../src/store/open.ts'
import { startFakeMidtrans } from '../support/fake-midtrans.ts'
import { startFakePanel } from '../support/fake-panel.ts'
import { KEY, panelRow } from '../support/live.ts'
import { type Running, scratch, serve } from '../support/process.ts'
import { type Browser, makeBrowser, PERSON } from '../support/whole.ts'

const MAIN = join(import.meta.dir, '../../src/main.ts')
const link = (name: string) => `https://instagram.com/${name}`

type Shown = { state: string; why?: string; restored?: number; events: { type: string; to?: string }[] }

const makePlace = () => {
  const panel = startFakePanel({
    services: [panelRow(11, 'Instagram Followers [R30]')],
    currency: 'IDR',
    balance: '1000000',
  })
  const midtrans = startFakeMidtrans({ serverKey: KEY })
  return { ...scratch(), panel, midtrans }
}

let at: ReturnType<typeof makePlace>
let shop: Running
let browser: Browser
let live = ''

const env = () => ({
  DATA_DIR: at.folder,
  ADMIN_EMAIL: PERSON.email,
  ADMIN_PASSWORD: PERSON.password,
  ALLOW_PRIVATE_HOSTS: new URL(at.panel.url).host,
  MIDTRANS_BASE_URL: at.midtrans.url,
})

const start = async () => {
  shop = await serve(at.folder, env())
  browser = makeBrowser({ fetch: (request) => fetch(request, { proxy: '' }) }, shop.url.replace(/\/$/, ''))
  const { shops } = await browser.post<{ shops: { id: string; mode: string }[] }>('/session', PERSON)
  live = shops.find(({ mode }) => mode === 'live')?.id ?? ''
}

const lapak = async (...argv: string[]): Promise<{ code: number; said: string }> => {
  const child = Bun.spawn([process.execPath, MAIN, ...argv], {
    env: { PATH: process.env['PATH'] ?? '', ...env() },
    stdout: 'pipe',
    stderr: 'pipe',
  })
  const said = (await new Response(child.stdout).text()) + (await new Response(child.stderr).text())
  return { code: await child.exited, said }
}

const until = async <T>(what: string, ask: () => Promise<T | null | undefined | false>): Promise<T> => {
  const limit = performance.now() + 40_000
  for (;;) {
    const found = await ask()
    if (found) return found
    if (performance.now() > limit) throw new Error(`waited in vain for ${what}`)
    await Bun.sleep(50)
  }
}

const path = (rest: string) => `/shops/${live}${rest}`
const look = (id: string) => browser.get<Shown>(path(`/orders/${id}`))
const inState = (id: string, state: string) =>
  until(`${id} in ${state}`, async () => {
    const found = await look(id)
    return found.state === state && found
  })

const equip = async () => {
  const form = { name: 'Panel', endpoint: at.panel.url, key: 'panel-key-1234' }
  const { id } = await browser.post<{ id: string }>(path('/providers'), form)
  await browser.post(path(`/providers/${id}/test`))
  const plan = await browser.post<{ id: string }>(path('/imports'), { provider: id })
  const state = async () => (await browser.get<{ state: string }>(path(`/imports/${plan.id}`))).state
  await until('a plan', async () => (await state()) === 'planned')
  await browser.post(path(`/imports/${plan.id}/apply`))
  await until('the import', async () => (await state()) === 'done')
  await browser.put(path('/settings'), { margin: '40' })
  const proposal = await browser.get<{ id: string }[]>(path('/services/proposal'))
  await browser.post(path('/services/proposal'), { ids: proposal.map((one) => one.id) })
  await browser.post(path('/keysets'), { environment: 'production', serverKey: KEY })
}

const say = async (text: string, expected: RegExp): Promise<void> => {
  type Lines = { messages: { id: number; from: string; text: string }[] }
  const lines = async () => (await browser.get<Lines>(path('/preview/messages'))).messages
  const last = (await lines()).at(-1)?.id ?? 0
  await browser.post(path('/preview/messages'), { text })
  await until(`an answer to "${text}"`, async () =>
    (await lines()).some((line) => line.id > last && line.from === 'bot' && expected.test(line.text)),
  )
}

/** From the wish to the bill; answers the order's id. */
const order = async (name: string): Promise<string> => {
  await say('saya mau beli followers ig', /pilih ID produk/i)
  await say('1', /link|username/i)
  await say(name, /berapa/i)
  await say('1000', new RegExp(name))
  await say('ya', /Tagihan/)
  const { rows } = await browser.get<{ rows: { id: string }[] }>(path('/orders'))
  return rows[0]?.id ?? ''
}

const pay = async (id: string): Promise<void> => {
  expect(await at.midtrans.pay(`${id}-1`)).toBe('paid')
  await browser.post(path(`/orders/${id}/actions`), { action: 'checkPayment' })
}

const copyOf = async (name: string): Promise<string> => {
  const file = join(at.folder, name)
  const store = await openStore({ url: `sqlite:${join(at.folder, 'lapak.db')}` })
  await store.copyTo(file)
  await store.close()
  return file
}

beforeEach(async () => {
  at = makePlace()
  await start()
})
afterEach(async () => {
  await shop.stop()
  await Promise.all([at.panel.stop(), at.midtrans.stop()])
  at.remove()
})

test('taken before a submission and put back after it: closed, unknown, nothing sent twice, nothing lost', async () => {
  await equip()
  const waiting = await order('warung.pagi')
  const sending = await order('warung.malam')
  at.panel.fault('slow', 1, { slowMs: 6000 })
  await pay(sending)
  await until('the panel has the first', async () => at.panel.addsOf(link('warung.malam')) === 1)
  const copy = await copyOf('before.db')
  // After the copy: the other one is paid and delivered to the panel too.
  await pay(waiting)
  await inState(sending, 'submitted')
  await inState(waiting, 'submitted')
  expect(await lapak('restore', copy)).toMatchObject({
    code: 1,
    said: expect.stringContaining('stop it first'),
  })
  await shop.kill()

  const restored = await lapak('restore', copy)
  expect(restored).toMatchObject({ code: 0, said: expect.stringContaining('1 live shops start closed') })
  await start()
  const { phase, restored: since } = await browser.get<{ phase: string; restored?: number }>(path(''))
  expect([phase, typeof since]).toEqual(['closed', 'number'])
  // One was being sent; the other is found paid by asking the gateway, and goes the same way.
  expect(await inState(sending, 'unknown')).toMatchObject({ why: 'restored' })
  const found = await inState(waiting, 'unknown')
  expect(found.why).toBe('restored')
  expect(found.events.filter(({ to }) => to === 'paid')).toHaveLength(1)
  await Bun.sleep(3000)
  expect(at.panel.orders.map(({ link: to }) => to).toSorted()).toEqual([
    link('warung.malam'),
    link('warung.pagi'),
  ])
  for (const id of [sending, waiting]) {
    const name = id === sending ? 'warung.malam' : 'warung.pagi'
    const panelId = at.panel.orders.find((one) => one.link === link(name))?.id
    await browser.post(path(`/orders/${id}/actions`), { action: 'taken', panelId })
    await inState(id, 'submitted')
  }
  await browser.post(path('/open'))
  expect((await browser.get<{ phase: string }>(path(''))).phase).toBe('open')
  expect(at.panel.orders).toHaveLength(2)
  const { rows } = await browser.get<{ rows: { what: string }[] }>(path('/audit'))
  expect(rows.map(({ what }) => what)).toEqual(expect.arrayContaining(['order.foundAtPanel', 'shop.opened']))
}, 120_000)

test('an old file put back by hand is noticed at the start, a nightly copy and a plain one alike', async () => {
  await equip()
  const copy = await copyOf('before.db')
  const plain = join(at.folder, 'plain.db')
  await shop.stop()
  copyFileSync(join(at.folder, 'lapak.db'), plain)
  await start()
  expect((await browser.get<{ phase: string }>(path(''))).phase).toBe('open')
  for (const old of [plain, copy]) {
    await shop.stop()
    for (const end of ['-wal', '-shm']) rmSync(join(at.folder, `lapak.db${end}`), { force: true })
    copyFileSync(old, join(at.folder, 'lapak.db'))
    await start()
    expect((await browser.get<{ phase: string }>(path(''))).phase).toBe('closed')
    await browser.post(path('/open'))
    await shop.stop()
    await start()
    expect((await browser.get<{ phase: string }>(path(''))).phase).toBe('open')
  }
}, 120_000)
