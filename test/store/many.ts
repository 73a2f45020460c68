// Twenty thousand rows a collection, put there past the driver: as small as they can be and still be found as its own.
import type { TestMongo } from '../support/mongo.ts'
import { SHOP } from './contract/support.ts'

const COUNT = 20_000
const LOT = 2000
const SHOPS = 100

/** Half of all is one shop's. */
const shopOf = (i: number): string => (i % 2 === 0 ? SHOP : `s_many${i % SHOPS}`)
const STATES = ['closed', 'completed', 'submitted', 'paid', 'held']

type Row = { _id: string; [field: string]: unknown }
type Made = (i: number) => Record<string, unknown>

const x =
  (fields: Made): Made =>
  (i) => ({ v: 1, x: { n: i, ...fields(i) } })
/** One of so many. */
const oneIn = (many: number, i: number, fields: Record<string, unknown>) => (i % many === 0 ? fields : {})

const ROWS: Record<string, Made> = {
  account: x((i) => ({ email: `a${i}@example.com` })),
  session: x((i) => ({ account: `a_${i % 5000}`, expires: i })),
  shop: x((i) => ({ owner: `a_${i % 5000}`, ...oneIn(1000, i, { bot: i }) })),
  provider: x((i) => ({ shop: shopOf(i) })),
  import_plan: x((i) => ({ shop: shopOf(i), created: i })),
  customer: x((i) => ({ shop: shopOf(i), seen: i })),
  chat: x((i) => ({ shop: shopOf(i), seen: i, pending: 0, ...oneIn(500, i, { handoff: i }) })),
  message: (i) => ({ v: 1, shop: shopOf(i), chat: `1:${i % 100}`, n: i, changed: i, said: {} }),
  item: x((i) => ({ shop: shopOf(i), at: i, open: i % 2, chat: `1:${i % 1000}`, pending: 0 })),
  knowledge: x((i) => ({ shop: shopOf(i), at: i })),
  usage: x((i) => ({ day: `2026-${i % 200}`, whole: i % 2 })),
  notice: x((i) => ({ attempt: `o_many${i}-1`, pending: 0 })),
  orders: x((i) => ({
    shop: shopOf(i),
    customer: `cu_${i % 2000}`,
    number: `N${i}`,
    created: i,
    deposit: i % 50 === 0 ? 1 : 0,
    state: STATES[i % STATES.length],
    changed: i,
    provider: `p_${i % 700}`,
    due: i % 1000 === 0 ? 1 : 0,
    platform: i % 500 === 0 ? 1 : 0,
    pending: 0,
    words: `order ${i}`,
    ...oneIn(10, i, { poll: i }),
    ...oneIn(400, i, { needs: i }),
  })),
  service: x((i) => ({
    shop: shopOf(i),
    provider: `p_${i % 700}`,
    mid: i,
    sale: i % 20 === 0 ? 1 : 0,
    platform: 'instagram',
    kind: 'followers',
    vanished: 0,
    words: `service ${i}`,
  })),
  wallet: x((i) => ({ shop: shopOf(i), money: 'real', balance: i })),
  wallet_entry: (i) => ({ wallet: `w_${i % 200}`, cause: `c${i}`, n: i, entry: {} }),
  withdrawal: x((i) => ({
    shop: shopOf(i),
    customer: `cu_${i % 2000}`,
    at: i,
    state: i % 20 === 0 ? 'due' : 'done',
    pending: 0,
    ...oneIn(100, i, { forget: 10_000_000 + i }),
  })),
  payout: x((i) => ({ shop: shopOf(i), at: i })),
  audit: x((i) => ({ shop: shopOf(i), at: i, words: `line ${i}` })),
  claim: x((i) => ({ shop: shopOf(i), waiting: i % 100 === 0 ? 1 : 0 })),
  hit: (i) => ({ n: 1, until: 9_000_000_000_000 + i }),
  job: (i) => ({
    name: 'notices.order',
    state: i % 100 === 0 ? 'ready' : i % 101 === 0 ? 'dead' : 'done',
    runAt: i,
    token: 0,
    attempts: 0,
    created: i,
    payload: {},
  }),
  inbox: (i) => ({
    bot: '1',
    updateId: i,
    chat: `1:${i}`,
    n: 1,
    at: i,
    body: '',
    tries: 0,
    state: i % 100 === 0 ? 'waiting' : i % 101 === 0 ? 'dead' : 'done',
  }),
  lane: (i) => ({
    last: 1,
    said: 0,
    queue: i % 100 === 0 ? [`many${i}`] : [],
    waiting: i % 100 === 0 ? 1 : 0,
    headAt: i,
    token: 0,
    freeAt: 0,
    v: 0,
  }),
}

export const fillMany = async ({ client, prefix }: TestMongo): Promise<void> => {
  for (const [name, made] of Object.entries(ROWS)) {
    const collection = client.db().collection<Row>(`${prefix}${name}`)
    for (let from = 0; from < COUNT; from += LOT)
      await collection.insertMany(
        Array.from({ length: LOT }, (_, i) => ({ ...made(from + i), _id: `many${from + i}` })),
      )
  }
}
