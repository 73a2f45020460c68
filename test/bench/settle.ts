// From the arrival of a payment notice to the order's `paid`, with a gateway that answers at once; against a bare Hono route that
// makes one durable insert a request. Both over a real socket, 64 requests at once, on a file.
import { Database } from 'bun:sqlite'
import { join } from 'node:path'
import { Hono } from 'hono'
import type { AppEnv } from '../../src/http/env.ts'
import { midtransHook } from '../../src/http/webhooks/midtrans.ts'
import { makeWorker } from '../../src/jobs/worker.ts'
import { systemClock } from '../../src/lib/clock.ts'
import { makeLog } from '../../src/lib/log.ts'
import { born } from '../../src/model/flow.ts'
import type { Bill, Quote } from '../../src/model/order.ts'
import type { GatewayInUse } from '../../src/payments/deps.ts'
import type { Gateway } from '../../src/payments/gateway.ts'
import { settle as settleVerb } from '../../src/payments/settle.ts'
import type { Store } from '../../src/store/store.ts'
import { inParallel, ratio, withScratch } from './measure.ts'
import { openPlace, STORE } from './place.ts'
import type { Figure } from './run.ts'

const COUNT = STORE === 'mongodb' ? 400 : 2000
const WIDTH = 64
const SHOP = 'sh_bench'

const quote: Quote = {
  service: 'sv_1',
  provider: 'pr_1',
  service_id_api: '1',
  mid: 1,
  displayName: 'IG Followers',
  type: 'default',
  link: 'https://instagram.com/warungkopi.senja',
  linkRaw: 'warungkopi.senja',
  quantity: 1000,
  cost: { amount: '9000', currency: 'IDR', exchange: '1', rupiah: 9000 },
  price: 12_000,
  saldo: 0,
  toPay: 12_000,
  money: 'real',
  world: 'real',
  quotedAt: 0,
  expiresAt: Number.MAX_SAFE_INTEGER,
}

const numberOf = (i: number): string => `K${(i + 1_000_000).toString(36).toUpperCase().slice(-4)}`

/** Orders with an open bill, as the dialogue leaves them. */
const openBills = async (store: Store): Promise<string[]> => {
  const attempts: string[] = []
  for (let i = 0; i < COUNT; i++) {
    const id = `o_bench${i}`
    const attempt = `${id}-1`
    const now = systemClock.now()
    const bill: Bill = {
      attempt,
      gateway: 'midtrans',
      keySet: 'ks',
      amount: 12_000,
      state: 'open',
      createdAt: now,
    }
    const order = born({ id, shop: SHOP, number: numberOf(i), customer: 'cu_1', chat: '1:1', quote, now })
    await store.orders.create({ ...order, state: 'awaitingPayment', bills: { [attempt]: bill }, outbox: [] })
    attempts.push(attempt)
  }
  return attempts
}

/** Knows every bill as paid, without any wait. */
const instant = {
  id: 'midtrans',
  money: 'real',
  limits: { min: 1, max: 10_000_000, minMinutes: 15, maxMinutes: 180 },
  status: async ({ attempt }: { attempt: string }) => ({
    state: 'paid',
    attempt,
    reference: `r-${attempt}`,
    amount: 12_000,
    currency: 'IDR',
  }),
  readWebhook: (raw: Uint8Array) => {
    const attempt = new TextDecoder().decode(raw)
    return { kind: 'payment', attempt, reference: `r-${attempt}`, mark: 'settlement' }
  },
} as unknown as Gateway

type Ours = { rate: number; writes: number; plain: number }

const ours = async (folder: string): Promise<Ours> => {
  const place = await openPlace(folder)
  const { store } = place
  const attempts = await openBills(store)
  const use: GatewayInUse = { keySet: 'ks', gateway: instant }
  const log = makeLog('silent')
  const payments = {
    store,
    clock: systemClock,
    log,
    gatewayInUse: async () => use,
    gatewayOf: async () => use,
  }
  const handlers = {
    'payments.settle': (payload: Record<string, string>) => settleVerb(payments, payload),
    'notices.order': async () => 'done' as const,
  }
  const worker = makeWorker({ store, clock: systemClock, log, owner: 'bench', handlers })
  const readNotice = async (_: string | null, raw: Uint8Array, headers: Headers) =>
    instant.readWebhook(raw, headers)
  const app = new Hono<AppEnv>().route('/hooks', midtransHook({ store, clock: systemClock, log, readNotice }))
  const server = Bun.serve({ port: 0, hostname: '127.0.0.1', fetch: app.fetch })
  place.taken()
  worker.start()
  const begin = performance.now()
  await inParallel(attempts, WIDTH, async (attempt) => {
    const answer = await fetch(`http://127.0.0.1:${server.port}/hooks/midtrans/ks`, {
      method: 'POST',
      body: attempt,
      proxy: '',
    })
    if (answer.status !== 200) throw new Error(`notice refused: ${answer.status}`)
  })
  while (((await store.orders.counts(SHOP)).paid ?? 0) < COUNT) await Bun.sleep(2)
  const took = performance.now() - begin
  const { writes } = place.taken()
  await worker.stop()
  await server.stop(true)
  await store.close()
  const plain = writes / (await place.plainWrites(writes, WIDTH))
  await place.remove()
  return { rate: COUNT / took, writes, plain }
}

const bare = async (folder: string): Promise<number> => {
  const db = new Database(join(folder, 'bare.db'), { create: true })
  for (const pragma of ['busy_timeout = 5000', 'journal_mode = WAL', 'synchronous = FULL'])
    db.run(`PRAGMA ${pragma}`)
  db.run('create table notice (id integer primary key, body text not null) strict')
  const insert = db.query('insert into notice (body) values (?)')
  const app = new Hono().post('/notice', async (c) => {
    insert.run(await c.req.text())
    return c.body(null, 200)
  })
  const server = Bun.serve({ port: 0, hostname: '127.0.0.1', fetch: app.fetch })
  const begin = performance.now()
  await inParallel(
    Array.from({ length: COUNT }, (_, i) => `o_bench${i}-1`),
    WIDTH,
    async (attempt) => {
      await fetch(`http://127.0.0.1:${server.port}/notice`, { method: 'POST', body: attempt, proxy: '' })
    },
  )
  const took = performance.now() - begin
  await server.stop(true)
  db.close()
  return COUNT / took
}

/** Against as many plain guarded writes as it made, as quickly as that server takes them. */
const onServer = async (folder: string): Promise<Figure[]> => {
  const { rate, writes, plain } = await ours(folder)
  const each = writes / COUNT
  const share = (rate * each) / plain
  return [
    {
      what: `notice to paid, ${WIDTH} at once (${(rate * 1000).toFixed(0)}/s, ${each.toFixed(1)} writes each; the server takes ${(plain * 1000).toFixed(0)} plain writes/s)`,
      value: ratio(share),
      wanted: 'at least 0.3 of as many plain guarded writes',
      reached: share >= 0.3,
    },
  ]
}

const onFile = async (folder: string): Promise<Figure[]> => {
  const [{ rate: mine }, base] = [await ours(folder), await bare(folder)]
  const share = mine / base
  return [
    {
      what: `notice to paid, ${WIDTH} at once (${(mine * 1000).toFixed(0)}/s against ${(base * 1000).toFixed(0)}/s)`,
      value: ratio(share),
      wanted: 'at least 0.3 of a bare durable insert',
      reached: share >= 0.3,
    },
  ]
}

export const settle = (): Promise<Figure[]> => withScratch(STORE === 'mongodb' ? onServer : onFile)
