// The shop as a process, killed (SIGKILL) at every named step of an order, a deposit and a withdrawal, each time started anew and driven
// to the end over a panel, Midtrans and Telegram that count. One panel order each, no message lost, every rupiah in its place.
import { afterAll, beforeAll, expect, test } from 'bun:test'
import { openShopProcess, type Person, type ShopProcess, until } from '../support/shop-process.ts'

/** A machine that has other guests is slow now and then. */
const LIMIT = 300_000

let shop: ShopProcess
beforeAll(async () => {
  shop = await openShopProcess()
  await shop.browser().put(shop.path('/settings'), { topupsOut: true })
}, LIMIT)
afterAll(() => shop.close())

let next = 700
const somebody = () => {
  const who: Person = { id: ++next, name: `Ani ${next}` }
  return { who, name: `warung.k${next}`, link: `https://instagram.com/warung.k${next}` }
}
const texts = (who: Person) => shop.telegram.texts(who.id).join('\n')
const heard = (who: Person, what: RegExp) => until(`${what}`, () => what.test(texts(who)))
const billsOf = (order: string) => shop.midtrans.bills.filter((bill) => bill.order_id.startsWith(`${order}-`))

/** Something outside hangs at a request; once it is there the process is killed, and another one begins. */
const killAt = async (arrived: () => number, act: () => unknown): Promise<void> => {
  const before = arrived()
  const acted = Promise.resolve(act()).catch(() => undefined)
  await until('the request', () => arrived() > before)
  await shop.kill()
  await acted
  await shop.restart()
}
const callsOf = (what: 'charge' | 'status' | 'refund') => () =>
  shop.midtrans.calls.filter(({ operation }) => operation === what).length
const panelSaw = (action: string) => () => shop.panel.calls.filter((call) => call.action === action).length
const botSaw =
  (who: Person, what = /^(send|edit)/) =>
  () =>
    shop.telegram.calls.filter(
      ({ method, params }) => what.test(method) && Number(params['chat_id']) === who.id,
    ).length

/** Saldo of whoever made the order, and how many entries it has. */
const saldoOf = async ({ id }: { id: string }): Promise<[number, number]> => {
  const { customer } = await shop.look(id)
  type Wallet = { balance: number; entries: unknown[] }
  const wallet = await shop.browser().get<Wallet>(shop.path(`/customers/${customer.id}/wallet`))
  return [wallet.balance, wallet.entries.length]
}

type Made = { id: string; who: Person; link: string }
/** Orders that the panel has, to be finished together: a panel is asked about an order half a minute after it took it. */
const running: Made[] = []

const sold = async ({ id, who, link }: Made): Promise<void> => {
  await shop.inState(id, 'submitted')
  await heard(who, /sedang diproses/)
  expect([shop.panel.addsOf(link), billsOf(id).length]).toEqual([1, 1])
  expect(texts(who)).toContain('LUNAS')
  running.push({ id, who, link })
}

const bought = async (): Promise<Made> => {
  const { who, name, link } = somebody()
  return { id: await shop.order(who, name), who, link }
}

for (const taken of [false, true])
  test(
    `after the yes, the charge ${taken ? 'done and not answered' : 'not done'}`,
    async () => {
      const { who, name, link } = somebody()
      await shop.wish(who, name)
      shop.midtrans.fault('hang', { operation: 'charge', taken })
      await killAt(callsOf('charge'), () => shop.telegram.say(who, 'ya'))
      await heard(who, /Tagihan/)
      const id = await shop.latest()
      await shop.pay(`${id}-1`)
      await sold({ id, who, link })
    },
    LIMIT,
  )

for (const taken of [false, true])
  test(
    `billed, the picture ${taken ? 'sent and not noted' : 'not sent'}`,
    async () => {
      const { who, name, link } = somebody()
      await shop.wish(who, name)
      shop.telegram.fault('hang', 1, { method: 'sendPhoto', chat: who.id, taken })
      await killAt(botSaw(who, /^sendPhoto$/), () => shop.telegram.say(who, 'ya'))
      await heard(who, /Tagihan/)
      const id = await shop.latest()
      await shop.pay(`${id}-1`)
      await sold({ id, who, link })
    },
    LIMIT,
  )

test(
  'paid, the notice stored and the gateway not yet asked',
  async () => {
    const made = await bought()
    shop.midtrans.fault('hang', { operation: 'status', taken: true })
    await killAt(callsOf('status'), () => shop.pay(`${made.id}-1`))
    await sold(made)
  },
  LIMIT,
)

test(
  'paid, the word of it not sent',
  async () => {
    const made = await bought()
    shop.telegram.fault('hang', 1, { chat: made.who.id, taken: false })
    await killAt(botSaw(made.who), () => shop.pay(`${made.id}-1`))
    await sold(made)
  },
  LIMIT,
)

test(
  'sending, taken and not answered, another paid one behind it: unknown until found, and that one goes on',
  async () => {
    const made = await bought()
    const behind = await bought()
    shop.panel.fault('hang')
    const seen = panelSaw('add')()
    await shop.pay(`${made.id}-1`)
    await until('the sending', () => panelSaw('add')() > seen)
    await killAt(callsOf('status'), async () => {
      await shop.pay(`${behind.id}-1`)
      await shop.inState(behind.id, 'paid')
    })
    await shop.inState(made.id, 'unknown')
    await heard(made.who, /belum menjawab/)
    await sold(behind)
    const panelId = shop.panel.orders.find(({ link }) => link === made.link)?.id
    await shop.act(made.id, { action: 'taken', panelId })
    await sold(made)
  },
  LIMIT,
)

test(
  'sending, not taken and not answered: unknown, until the seller says so',
  async () => {
    const made = await bought()
    shop.panel.fault('hang', 1, { taken: false })
    await killAt(panelSaw('add'), () => shop.pay(`${made.id}-1`))
    const { events } = await shop.inState(made.id, 'unknown')
    expect(events.map(({ type }) => type)).toContain('cutOff')
    expect(shop.panel.addsOf(made.link)).toBe(0)
    await until('the seller may say so', async () =>
      shop.act(made.id, { action: 'sendAgain' }).catch(() => null),
    )
    await sold(made)
  },
  LIMIT,
)

test(
  'refused by the panel, the choice not shown; chosen, the saldo not told',
  async () => {
    const made = await bought()
    shop.panel.fault('refuse', 1, { text: 'Bad link' })
    shop.telegram.fault('hang', 1, { method: 'sendMessage', chat: made.who.id, taken: false })
    await killAt(botSaw(made.who, /^sendMessage$/), () => shop.pay(`${made.id}-1`))
    await shop.inState(made.id, 'held')
    await heard(made.who, /belum bisa diproses/)
    shop.telegram.fault('hang', 1, { method: 'sendMessage', chat: made.who.id, taken: false })
    await killAt(botSaw(made.who, /^sendMessage$/), () => shop.telegram.press(made.who, /ke saldo/i))
    await shop.inState(made.id, 'closed')
    await heard(made.who, /kembali ke saldo/)
    expect(await saldoOf(made)).toEqual([21_100, 1])
    expect(shop.panel.addsOf(made.link)).toBe(0)
  },
  LIMIT,
)

test(
  'given back through the gateway, done and not answered: once, and nothing to saldo',
  async () => {
    const made = await bought()
    shop.panel.fault('refuse', 1, { text: 'Bad link' })
    await shop.pay(`${made.id}-1`)
    await shop.inState(made.id, 'held')
    shop.midtrans.fault('hang', { operation: 'refund', taken: true })
    await killAt(callsOf('refund'), () => shop.act(made.id, { action: 'giveBack', to: 'gateway' }))
    await until('the refund', async () =>
      (await shop.look(made.id)).refunds.some(({ state }) => state === 'done'),
    )
    expect(billsOf(made.id).map(({ refunds }) => refunds.map((one) => Number(one.refund_amount)))).toEqual([
      [21_100],
    ])
    expect(await saldoOf(made)).toEqual([0, 0])
  },
  LIMIT,
)

test(
  'a deposit paid, a withdrawal asked for, and sent by the seller: each not told',
  async () => {
    const { who } = somebody()
    const cut = (act: () => unknown) => {
      shop.telegram.fault('hang', 1, { method: 'sendMessage', chat: who.id, taken: false })
      return killAt(botSaw(who, /^sendMessage$/), act)
    }
    await shop.say(who, '/deposit 50000', /Tagihan/)
    const attempt = shop.midtrans.bills.at(-1)?.order_id ?? ''
    const deposit = { id: attempt.replace(/-1$/, '') }
    await cut(() => shop.pay(attempt))
    await heard(who, /Saldo bertambah/)
    expect(await saldoOf(deposit)).toEqual([50_000, 1])

    await shop.say(who, '/tarik 20000 dana 081234567890 a.n. Ani Lestari', /Cek dulu/)
    await cut(() => shop.telegram.press(who, /Ya, tarik/))
    type Withdrawals = { rows: { id: string; state: string }[] }
    const asked = async () => (await shop.browser().get<Withdrawals>(shop.path('/withdrawals'))).rows
    const [due] = await until('the withdrawal', async () => {
      const rows = await asked()
      return rows.length > 0 && rows
    })
    await heard(who, /dikirim|diproses|Penarikan/)
    expect(await saldoOf(deposit)).toEqual([50_000, 1])

    const pay = () => shop.browser().send('POST', `/api${shop.path(`/withdrawals/${due?.id}/pay`)}`, {})
    await cut(pay)
    await heard(who, /sudah dikirim|ditransfer|terkirim/i)
    expect((await pay()).status).toBe(200)
    expect((await asked()).map(({ state }) => state)).toEqual(['done'])
    expect(await saldoOf(deposit)).toEqual([30_000, 2])
  },
  LIMIT,
)

test(
  'stopped half way, and finished, the news not sent: the rest is in saldo once',
  async () => {
    const [first, ...others] = running
    if (!first) throw new Error('nothing runs')
    for (const { id, link } of shop.panel.orders)
      shop.panel.setState(
        id,
        link === first.link ? { status: 'Partial', remains: '400' } : { status: 'Completed', remains: '0' },
      )
    await shop.kill()
    for (const { who } of running) shop.telegram.fault('hang', 1, { chat: who.id, taken: false })
    const cut = running.map(({ who }) => ({ seen: botSaw(who), before: botSaw(who)() }))
    await shop.restart()
    await until('the news of all of them', () => cut.every(({ seen, before }) => seen() > before))
    await Promise.all(others.map(({ id }) => shop.inState(id, 'completed')))
    await shop.inState(first.id, 'closed')
    await shop.kill()
    await shop.restart()
    await heard(first.who, /berhenti di 600 dari 1.000/)
    await Promise.all(others.map(({ who }) => heard(who, /Selesai/)))
    expect(await saldoOf(first)).toEqual([8440, 1])
    for (const { link } of running) expect(shop.panel.addsOf(link)).toBe(1)
    expect(shop.panel.orders).toHaveLength(running.length)
  },
  LIMIT,
)
