// Two doors at once, where money stands between them: every rupiah that came is in one place afterwards.
import { afterAll, beforeAll, beforeEach, expect, test } from 'bun:test'
import { MINUTE } from '../../src/lib/clock.ts'
import { billOf, equip, type Live, openLive, say, update } from '../support/live.ts'

let at: Live
let hook: string
beforeAll(async () => {
  at = await openLive()
  await equip(at)
  const { keySets } = await at.browser.get<{ keySets: { id: string }[] }>(at.path(''))
  hook = `/hooks/midtrans/${keySets[0]?.id}`
})
afterAll(() => at.stop())

/** Requests to the panel are counted by the minute, and this clock stands still. */
const aMinuteLater = async (): Promise<void> => {
  at.clock.advance(MINUTE)
  await at.app.drain()
}
beforeEach(aMinuteLater)

let next = 7000
const stranger = () => ({ id: ++next, name: 'Orang' })
const notify = (order: string) => at.post(hook, JSON.stringify(at.midtrans.notice(`${order}-1`)))
const stored = async (order: string) => {
  const found = await at.app.store.orders.get(at.shops.live, order)
  if (!found) throw new Error(`no order ${order}`)
  const { balance } = await at.app.store.wallets.get(at.shops.live, found.customer, 'real')
  return { ...found, saldo: balance }
}
const act = (order: string, action: string) =>
  at.browser.send('POST', `/api${at.path(`/orders/${order}/actions`)}`, { action })

test('paid and cancelled in the same moment: delivered or in saldo, never both, never neither', async () => {
  for (let i = 0; i < 4; i++) {
    await aMinuteLater()
    const who = stranger()
    const order = await billOf(at, who)
    const sent = at.panel.orders.length
    const cancel = at.telegram.pressed(who, /Batal/)
    await at.midtrans.pay(`${order}-1`, { notify: false })
    const both = [() => notify(order), () => update(at, cancel)]
    await Promise.all((i % 2 ? both : both.toReversed()).map((one) => one()))
    await at.app.drain()
    const { state, saldo, quote } = await stored(order)
    const delivered = at.panel.orders.length - sent
    expect([state, delivered * quote.price + saldo]).toEqual([
      delivered ? 'submitted' : 'closed',
      quote.price,
    ])
  }
})

test('another sum came: the seller gives it back twice while the customer takes it to saldo, it is there once', async () => {
  const who = stranger()
  const order = await billOf(at, who)
  await at.midtrans.pay(`${order}-1`, { notify: false, amount: 9000 })
  await notify(order)
  await at.app.drain()
  expect((await stored(order)).state).toBe('held')
  const taking = at.telegram.pressed(who, /saldo/i)
  const [first, , second] = await Promise.all([
    act(order, 'giveBack'),
    update(at, taking).then(() => at.app.drain()),
    act(order, 'giveBack'),
  ])
  await at.app.drain()
  expect([first.status, second.status].filter((status) => status === 200).length).toBeLessThanOrEqual(1)
  const { state, saldo, refunds } = await stored(order)
  expect([state, saldo, refunds]).toEqual(['closed', 9000, {}])
})

test('an unreadable answer of the panel: the seller says "taken" and "not taken" at once, one of them counts', async () => {
  const order = await billOf(at, stranger())
  at.panel.fault('html', 1, { action: 'add' })
  await at.midtrans.pay(`${order}-1`, { notify: false })
  await notify(order)
  await at.app.drain()
  expect((await stored(order)).state).toBe('unknown')
  const sent = at.panel.orders.length
  expect((await act(order, 'giveBack')).status).toBe(409)
  expect((await act(order, 'sendAnyway')).status).toBe(409)
  const taken = at.browser.send('POST', `/api${at.path(`/orders/${order}/actions`)}`, {
    action: 'taken',
    panelId: at.panel.orders.at(-1)?.id,
  })
  const statuses = (await Promise.all([taken, act(order, 'notTaken')])).map(({ status }) => status)
  expect(statuses.toSorted()).toEqual([200, 409])
  await at.app.drain()
  expect(['submitted', 'held']).toContain((await stored(order)).state)
  expect(at.panel.orders.length).toBe(sent)
})

test('a message while the same customer deletes their data: both are answered, nothing is stuck', async () => {
  const who = stranger()
  await say(at, '/start', who)
  const updates = ['/hapusdata', 'saya mau beli followers ig', '/hapusdata'].map((text) =>
    at.telegram.message(who, { text }),
  )
  await Promise.all(updates.map((one) => update(at, one)))
  await at.app.drain()
  expect(await say(at, '/start', who)).toContain('Toko Ani')
  expect(at.logged.filter((line) => /"level":[56]0/.test(line))).toEqual([])
})

/** The last: whoever wins, this shop's bot may be another one afterwards. */
test('two shops take one bot in the same moment: one has it, and Telegram is told of one address', async () => {
  const token = '77777777:AAAA-a-token-of-a-fake-bot-0123456789'
  at.telegram.addBot(token, { id: 77_777_777, username: 'third_bot' })
  const { link } = await at.browser.post<{ link: string }>('/invitations', { email: 'budi@toko.example' })
  const budi = at.newBrowser()
  const { shops } = await budi.post<{ shops: { id: string; mode: string }[] }>('/invitations/take', {
    token: new URLSearchParams(link.split('?')[1]).get('token'),
    password: 'bakso malang enak',
  })
  const theirs = shops.find(({ mode }) => mode === 'live')?.id
  const statuses = await Promise.all([
    at.browser.send('POST', `/api${at.path('/bot')}`, { token }),
    budi.send('POST', `/api/shops/${theirs}/bot`, { token }),
  ])
  expect(statuses.map(({ status }) => status).toSorted()).toEqual([200, 409])
  const told = at.telegram.callsOf('setWebhook').filter((call) => call.token === token)
  expect(told.length).toBe(1)
})
