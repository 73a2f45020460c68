// What only a seller can settle, through the dashboard's own doors and the composed app: the practice panel fails on request, the
// seller looks, decides, and what follows is counted.
import { afterEach, beforeEach, describe, expect, test } from 'bun:test'
import { DAY, HOUR, MINUTE } from '../../src/lib/clock.ts'
import { type Browser, chatIn, setUp, stockUp, type Whole, whole } from '../support/whole.ts'

let at: Whole
let browser: Browser
let shop: string
beforeEach(async () => {
  at = await whole()
  browser = at.browser()
  shop = (await setUp(at, browser)).practice
  await stockUp(at, browser, shop)
})
afterEach(() => at.stop())

type Matter = {
  id: string
  state: string
  why?: string
  needs: { need: string }[]
  standing: number
  actions: string[]
  ways: string[]
  price: number
  doubt?: { before?: string; after?: string; hint?: string }
  refunds: { amount: number; to: string; state: string; note?: string }[]
  submissions: { outcome?: string; service_id_api: string; panelId?: string }[]
  routed?: string
  events: { type: string; by: string }[]
}

const joined = (lines: { text: string }[]) => lines.map(({ text }) => text).join('\n')

/** Bought and paid in the chat, and worked off. */
const bought = async (target: string): Promise<string> => {
  const chat = chatIn(at, browser, shop)
  await chat.say('/start')
  const list = joined(await chat.say('saya mau beli followers ig'))
  await chat.say(`saya pilih ID ${/<b>(\d+)<\/b> · IG Followers/.exec(list)?.[1]}`)
  await chat.say(`instagram.com/${target}`)
  await chat.say('1000')
  await chat.say('ya')
  const pay = await chat.button(/latihan/i)
  expect((await browser.send('POST', `/${pay.found.url}`)).status).toBe(303)
  await at.app.drain()
  const { rows } = await browser.get<{ rows: { id: string }[] }>(`/shops/${shop}/orders`)
  return rows[0]?.id ?? ''
}
const decisions = () => browser.get<{ rows: Matter[]; total: number }>(`/shops/${shop}/decisions`)
const count = async () => (await browser.get<{ total: number }>(`/shops/${shop}/decisions/count`)).total
const look = (id: string) => browser.get<Matter>(`/shops/${shop}/orders/${id}`)
const act = async (id: string, body: Record<string, unknown>) => {
  const answer = await browser.send('POST', `/api/shops/${shop}/orders/${id}/actions`, body)
  await at.app.drain()
  const { error } = (await answer.json()) as { error?: { code: string } }
  return error ? `${answer.status} ${error.code}` : answer.status
}
const saldo = async (): Promise<number> => {
  const [customer] = await browser.get<{ saldo: number }[]>(`/shops/${shop}/customers`)
  return customer?.saldo ?? 0
}
describe('a sending without an answer', () => {
  test('stands in the list with its balances, asks for nothing of the customer, and is sent again only by word', async () => {
    const id = await bought('habis.waktu')
    at.clock.advance(2 * MINUTE)
    await at.app.drain()
    const { rows, total } = await decisions()
    expect(total).toBe(1)
    expect(rows[0]).toMatchObject({
      id,
      state: 'unknown',
      needs: [{ need: 'unknown' }],
      actions: ['taken', 'sendAgain', 'notTakenGiveBack'],
      doubt: { hint: 'probablyNotTaken', before: '10000000', after: '10000000' },
    })
    expect(await act(id, { action: 'giveBack' })).toBe('409 wrongState')
    expect(await act(id, { action: 'sendAnyway' })).toBe('409 wrongState')
    expect(await act(id, { action: 'otherService', service: 'sv_x' })).toMatch(/^4\d\d /)
    const standing = rows[0]?.standing
    expect(await act(id, { action: 'sendAgain', standing, reason: 'looked' })).toBe(200)
    const after = await look(id)
    expect(after.events.map(({ type }) => type)).toContain('notAtPanel')
    expect(after.submissions.map(({ outcome }) => outcome)).toEqual(['refused', 'unknown'])
    // The word was on the first sending alone.
    expect(await act(id, { action: 'sendAgain', standing })).toBe('409 wrongState')
    expect((await look(id)).submissions).toHaveLength(2)
  })

  test('is given back by word, once, and the customer has it in saldo', async () => {
    const id = await bought('habis.waktu')
    at.clock.advance(2 * MINUTE)
    await at.app.drain()
    const { price, standing } = await look(id)
    const body = { action: 'notTakenGiveBack', standing }
    const [first, second] = await Promise.all([act(id, body), act(id, body)])
    expect([first, second].sort()).toEqual([200, '409 wrongState'])
    expect(await saldo()).toBe(price)
    expect(await look(id)).toMatchObject({ state: 'closed', refunds: [{ to: 'saldo', state: 'done' }] })
    expect(await count()).toBe(0)
  })

  test('is found at the panel by its id, which is checked', async () => {
    const id = await bought('hilang')
    at.clock.advance(2 * MINUTE)
    await at.app.drain()
    expect((await look(id)).state).toBe('unknown')
    expect(await act(id, { action: 'taken', panelId: '999999' })).toBe('422 unknownPanelId')
    const { doubt, state } = await look(id)
    expect(state).toBe('unknown')
    expect(doubt).toMatchObject({ hint: 'probablyTaken', before: '10000000' })
    expect(Number(doubt?.after)).toBeLessThan(10_000_000)
    expect(await act(id, { action: 'taken', panelId: '700001' })).toBe(200)
    expect(await look(id)).toMatchObject({ state: 'submitted', submissions: [{ panelId: '700001' }] })
    expect(await count()).toBe(0)
    const other = await bought('hilang.lagi')
    at.clock.advance(2 * MINUTE)
    await at.app.drain()
    expect(await act(other, { action: 'taken', panelId: '700001' })).toBe('409 usedPanelId')
  })
})

describe('a refusal', () => {
  test('is sent again, by another service, or given back by hand with a note', async () => {
    const id = await bought('gagal.link')
    expect(await look(id)).toMatchObject({
      state: 'held',
      why: 'link',
      actions: ['sendAnyway', 'otherService', 'giveBack'],
    })
    const others = await browser.get<{ id: string; fits: boolean; cost?: number }[]>(
      `/shops/${shop}/orders/${id}/services`,
    )
    const other = others.find(({ fits }) => fits)
    expect(others.length).toBeGreaterThan(1)
    expect(await act(id, { action: 'otherService', service: 'sv_none' })).toBe('422 otherService')
    expect(await act(id, { action: 'otherService', service: other?.id })).toBe(200)
    const rerouted = await look(id)
    expect(rerouted.state).toBe('held')
    expect(rerouted.routed).toBeDefined()
    expect(new Set(rerouted.submissions.map(({ service_id_api }) => service_id_api)).size).toBe(2)

    expect(await act(id, { action: 'giveBack', to: 'hand' })).toBe('400 invalid')
    expect(await act(id, { action: 'giveBack', to: 'hand', note: 'BCA 10.15' })).toBe(200)
    const after = await look(id)
    expect(after.refunds).toMatchObject([
      { amount: after.price, to: 'hand', state: 'done', note: 'BCA 10.15' },
    ])
    expect(await saldo()).toBe(0)
    expect(await count()).toBe(0)
  })

  test('is given back through the gateway that took the money, where that can be', async () => {
    const id = await bought('gagal.link')
    const { ways, price } = await look(id)
    expect(ways).toEqual(['saldo', 'gateway', 'hand'])
    expect(await act(id, { action: 'giveBack', to: 'gateway' })).toBe(200)
    expect(await look(id)).toMatchObject({
      state: 'closed',
      refunds: [{ amount: price, to: 'gateway', state: 'done' }],
    })
    expect(await saldo()).toBe(0)
    expect(await count()).toBe(0)
  })

  test('goes along the mapped alternatives by itself before anybody is asked', async () => {
    const { rows } = await browser.get<{ rows: { id: string; kind: string; platform: string }[] }>(
      `/shops/${shop}/services?limit=200&platform=instagram&kind=followers`,
    )
    await browser.put(`/shops/${shop}/settings`, { lossLimit: 100 })
    for (const { id } of rows) {
      const path = `/shops/${shop}/services/${id}`
      const fitting = await browser.get<{ id: string }[]>(`${path}/alternatives`)
      await browser.put(path, { alternatives: fitting.slice(0, 2).map((one) => one.id) })
    }
    const order = await look(await bought('gagal.layanan'))
    const ids = order.submissions.map(({ service_id_api }) => service_id_api)
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids.length).toBeGreaterThan(1)
    expect(order.state).toBe('held')
  })
})

test('an order waiting for the panel balance goes by itself; the panel page says who waits', async () => {
  const id = await bought('gagal.saldo')
  expect(await look(id)).toMatchObject({ state: 'waiting', why: 'funds' })
  const [panel] = await browser.get<{ queue: { orders: number; cost: number; until?: number } }[]>(
    `/shops/${shop}/providers`,
  )
  expect(panel?.queue.orders).toBe(1)
  expect(panel?.queue.cost).toBeGreaterThan(0)
  expect(panel?.queue.until).toBeGreaterThan(at.clock.now())
  expect(await act(id, { action: 'giveBack' })).toBe(200)
  const [after] = await browser.get<{ queue: { orders: number } }[]>(`/shops/${shop}/providers`)
  expect(after?.queue.orders).toBe(0)
})

test('an order at which nothing moves is called for after a day', async () => {
  const id = await bought('diam')
  expect(await count()).toBe(0)
  at.clock.advance(DAY + HOUR)
  await at.app.drain()
  expect(await look(id)).toMatchObject({ state: 'submitted', needs: [{ need: 'stuck' }] })
  expect(await count()).toBe(1)
})

test('decisions leave who and why in the audit', async () => {
  const id = await bought('gagal.link')
  await act(id, { action: 'giveBack', reason: 'pelanggan minta' })
  const lines = await at.app.store.audit.list({ shop, limit: 20 })
  expect(lines.find(({ order }) => order === id)).toMatchObject({ reason: 'pelanggan minta' })
})
