// Everything at the same moment, over real HTTP to real processes: one notice fifty times, one button fifty times, two processes on one
// database. One bill, one panel order, one sending at a time to a panel account.
import { afterAll, beforeAll, expect, test } from 'bun:test'
import { openShopProcess, type Person, type ShopProcess, until } from '../support/shop-process.ts'

const TIMES = 50

let shop: ShopProcess
beforeAll(async () => {
  shop = await openShopProcess()
}, 60_000)
afterAll(() => shop.close())

let next = 900
const somebody = () => {
  const who: Person = { id: ++next, name: `Ani ${next}` }
  return { who, name: `warung.k${next}`, link: `https://instagram.com/warung.k${next}` }
}
const together = <T>(act: () => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: TIMES }, () => act()))

test('one notice fifty times: each is answered 200, it is settled and sent once', async () => {
  const { who, name, link } = somebody()
  const id = await shop.order(who, name)
  await shop.midtrans.pay(`${id}-1`, { notify: false })
  const body = JSON.stringify(shop.midtrans.notice(`${id}-1`))
  const statuses = await together(async () => (await fetch(shop.hook(), { method: 'POST', body })).status)
  expect(new Set(statuses)).toEqual(new Set([200]))
  const { events } = await shop.inState(id, 'submitted')
  expect(events.filter(({ to }) => to === 'paid')).toHaveLength(1)
  expect(shop.panel.addsOf(link)).toBe(1)
}, 30_000)

test('the yes pressed fifty times: one bill', async () => {
  const { who, name } = somebody()
  await shop.wish(who, name)
  for (let i = 0; i < TIMES; i++) shop.telegram.press(who, /Setuju|Pesan|Ya|Bayar/i)
  await until('the bill', () => shop.telegram.texts(who.id).some((text) => /Tagihan/.test(text)))
  const id = await shop.latest()
  for (let i = 0; i < TIMES; i++) shop.telegram.press(who, /Cek pembayaran/)
  await shop.pay(`${id}-1`)
  await shop.inState(id, 'submitted')
  expect(shop.midtrans.bills.filter((bill) => bill.order_id.startsWith(id))).toHaveLength(1)
}, 60_000)

test('the seller gives back fifty times: once, and once in saldo', async () => {
  const { who, name } = somebody()
  shop.panel.fault('refuse', 1, { text: 'Bad link' })
  const id = await shop.order(who, name)
  await shop.pay(`${id}-1`)
  const { price, customer } = await shop.inState(id, 'held')
  const path = `/api${shop.path(`/orders/${id}/actions`)}`
  const answers = await together(() => shop.browser().send('POST', path, { action: 'giveBack' }))
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
  type Wallet = { balance: number; entries: unknown[] }
  const wallet = await until('the saldo', async () => {
    const found = await shop.browser().get<Wallet>(shop.path(`/customers/${customer.id}/wallet`))
    return found.balance > 0 && found
  })
  expect([wallet.balance, wallet.entries.length]).toEqual([price, 1])
}, 30_000)

test('two processes on one database: each message answered once, each order sent once, one sending at a time', async () => {
  const other = await shop.another()
  const adds: number[] = []
  const { push } = shop.panel.calls
  shop.panel.calls.push = (...calls) => {
    if (calls[0]?.action === 'add') adds.push(performance.now())
    return push.apply(shop.panel.calls, calls)
  }
  const SLOW = 120
  const people = Array.from({ length: 6 }, somebody)
  shop.panel.fault('slow', people.length, { slowMs: SLOW })
  await Promise.all(people.map(({ who, name }) => shop.wish(who, name)))
  await Promise.all(people.map(({ who }) => shop.say(who, 'ya', /Tagihan/)))
  const rows = (await shop.browser().get<{ rows: { id: string }[] }>(shop.path('/orders'))).rows
  const ids = rows.slice(0, people.length).map(({ id }) => id)
  await Promise.all(ids.map((id) => shop.pay(`${id}-1`)))
  await Promise.all(ids.map((id) => shop.inState(id, 'submitted')))
  for (const { who, link } of people) {
    expect(shop.panel.addsOf(link)).toBe(1)
    expect(shop.telegram.texts(who.id).filter((text) => /Tagihan|LUNAS/.test(text))).toHaveLength(1)
  }
  expect(adds).toHaveLength(people.length)
  const gaps = adds.slice(1).map((at, i) => at - (adds[i] ?? 0))
  expect(Math.min(...gaps)).toBeGreaterThan(SLOW * 0.9)
  await other.stop()
}, 60_000)
