// Every route of the composed app, with the real parts behind it: what another seller's ids, other accounts, nonsense and repeated or
// simultaneous requests get. The routes come from the API's own description, so that a new one can't be forgotten here.
import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import { OPEN_ROUTES } from '../../src/http/api/api.ts'
import { type Browser, chatIn, PERSON, setUp, stockUp, type Whole, whole } from '../support/whole.ts'

type Operation = {
  parameters: { name: string; in: string }[]
  requestBody?: { content: Record<string, { schema: { properties?: Record<string, { type?: string }> } }> }
}
type Route = { method: string; path: string; operation: Operation }
type Session = { shops: { id: string; mode: string }[] }

const BUDI = { email: 'budi@toko.example', password: 'bakso malang enak' }
const shopOf = ({ shops }: Session, mode: string) => shops.find((shop) => shop.mode === mode)?.id ?? ''

let at: Whole
let ani: Browser
let budi: Browser
let mine: string
let theirs: { practice: string; live: string }
let routes: Route[]
/** Ids of Ani's, by the noun of the path that they stand in. */
let ids: Record<string, string>

const invited = async (email: string): Promise<string> => {
  const { link } = await ani.post<{ link: string }>('/invitations', { email })
  return new URLSearchParams(link.split('?')[1]).get('token') ?? ''
}

/** Something of every noun: an order with an open bill, its customer, a page, an item that needs a person. */
const fill = async (shop: string): Promise<Record<string, string>> => {
  await stockUp(at, ani, shop)
  const chat = chatIn(at, ani, shop)
  const list = (await chat.say('saya mau beli followers')).map(({ text }) => text).join('\n')
  await chat.say(`saya pilih ID ${/<b>(\d+)<\/b> · IG Followers/.exec(list)?.[1]}`)
  await chat.say('warungkopi.senja')
  await chat.say('1000')
  await chat.say('ya')
  const page = await ani.put<{ id: string }>(`/shops/${shop}/knowledge`, {
    title: 'Jam buka',
    text: '24 jam',
  })
  await at.app.store.items.create({ id: 'it_1', shop, kind: 'human', text: 'tolong', at: at.clock.now() })
  const now = at.clock.now()
  await at.app.store.withdrawals.create({
    id: 'wd_1',
    shop,
    customer: 'cu_1',
    chat: '1:1',
    money: 'play',
    amount: 20_000,
    masked: 'DANA …1234',
    state: 'due',
    at: now,
    dueAt: now,
    seen: {},
    outbox: [],
    v: 1,
  })
  const first = async (path: string, key?: string): Promise<string> => {
    const found = await ani.get<Record<string, { id: string }[]> & { id: string }[]>(`/shops/${shop}${path}`)
    return ((key ? found[key] : found) as { id: string }[])[0]?.id ?? ''
  }
  return {
    knowledge: page.id,
    items: 'it_1',
    withdrawals: 'wd_1',
    providers: await first('/providers'),
    imports: await first('/imports'),
    customers: await first('/customers'),
    services: await first('/services', 'rows'),
    orders: await first('/orders', 'rows'),
    keysets: 'ks_1',
    bound: '71',
    chats: (await at.app.store.chats.list(shop, 1))[0]?.key ?? '',
  }
}

beforeAll(async () => {
  at = await whole()
  ani = at.browser()
  mine = (await setUp(at, ani)).practice
  ids = await fill(mine)
  budi = at.browser()
  const session = await budi.post<Session>('/invitations/take', {
    token: await invited(BUDI.email),
    password: BUDI.password,
  })
  theirs = { practice: shopOf(session, 'practice'), live: shopOf(session, 'live') }
  const { paths } = await ani.get<{ paths: Record<string, Record<string, Operation>> }>('/openapi.json')
  routes = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      method: method.toUpperCase(),
      path,
      operation,
    })),
  )
})
afterAll(() => at.stop())

const nounOf = (path: string): string => path.split('/')[3] ?? ''
const inShops = () => routes.filter(({ path }) => path.startsWith('/shops/{shop}'))
const filled = (path: string, shop: string, id: string) =>
  path.replace('{shop}', shop).replace(/\{\w+\}/g, id)

/** A body that would do if the id were one's own. */
const BODIES: Record<string, object> = {
  'PUT /shops/{shop}/providers/{id}': { name: 'Taken' },
  'PUT /shops/{shop}/services/{id}': { displayName: 'Taken' },
  'PUT /shops/{shop}/customers/{id}': { blocked: true },
  'POST /shops/{shop}/customers/{id}/wallet/entries': {
    cause: 'taken-1234567',
    amount: 1000,
    reason: 'just so',
  },
  'POST /shops/{shop}/withdrawals/{id}/reject': { reason: 'just so' },
  'POST /shops/{shop}/chats/{chat}/messages': { text: 'hi', key: 'taken-1234567' },
  'POST /shops/{shop}/knowledge/questions/{key}/answer': { answer: 'not mine', text: 'not mine' },
  'POST /shops/{shop}/orders/{id}/actions': { action: 'giveBack' },
}
const bodyFor = ({ method, path }: Route): object | undefined =>
  method === 'GET' || method === 'DELETE' ? undefined : (BODIES[`${method} ${path}`] ?? {})

describe("another seller's", () => {
  test('shop is not there, on any route', async () => {
    for (const route of inShops()) {
      const path = filled(route.path, mine, ids[nounOf(route.path)] ?? 'x1')
      const { status } = await budi.send(route.method, `/api${path}`, bodyFor(route))
      expect([route.method, route.path, status]).toEqual([route.method, route.path, 404])
    }
  })

  test("provider, service, order, import, customer, withdrawal, page, item, keys and account are not there in one's own shop", async () => {
    const before = await at.app.store.orders.get(mine, ids['orders'] ?? '')
    const withId = inShops().filter(({ path }) => /\{(?!shop)\w+\}/.test(path) && !path.includes('{number}'))
    expect(new Set(withId.map(({ path }) => nounOf(path)))).toEqual(new Set(Object.keys(ids)))
    for (const shop of [theirs.practice, theirs.live])
      for (const route of withId) {
        const path = filled(route.path, shop, ids[nounOf(route.path)] ?? '')
        const { status } = await budi.send(route.method, `/api${path}`, bodyFor(route))
        expect([route.method, route.path, status]).toEqual([route.method, route.path, 404])
      }
    expect(await at.app.store.orders.get(mine, ids['orders'] ?? '')).toEqual(before)
    expect((await at.app.store.withdrawals.get(mine, 'wd_1'))?.state).toBe('due')
    expect((await at.app.store.chats.get(mine, ids['chats'] ?? ''))?.handoff).toBeUndefined()
    expect(await at.app.store.knowledge.get(mine, ids['knowledge'] ?? '')).toMatchObject({ text: '24 jam' })
  })

  test("ids inside a body: nothing is sold, imported or written over with another's", async () => {
    const [service, shop] = [ids['services'], theirs.practice]
    const sale = await budi.post<{ changed: number; refused: unknown[] }>(`/shops/${shop}/services/sale`, {
      ids: [service],
      on: true,
    })
    expect([sale.changed, sale.refused.length]).toEqual([0, 1])
    const statusOf = async (method: string, path: string, body: object) =>
      (await budi.send(method, `/api/shops/${shop}${path}`, body)).status
    expect(await statusOf('PUT', '/window/1', { service })).toBe(404)
    expect(await statusOf('POST', '/imports', { provider: ids['providers'] })).toBe(404)
    expect(await statusOf('PUT', '/knowledge', { id: ids['knowledge'], title: 'x', text: 'x' })).toBe(404)
  })

  test("admin's pages are the admin's", async () => {
    const admins = routes.filter(({ path }) => /^\/(accounts|platform|invitations$)/.test(path))
    expect(admins.length).toBeGreaterThan(8)
    for (const route of admins) {
      const { status } = await budi.send(route.method, `/api${filled(route.path, '', 'x')}`, bodyFor(route))
      expect([route.method, route.path, status]).toEqual([route.method, route.path, 403])
    }
  })
})

const LONG = 'x'.repeat(60_000)
const VALUES: unknown[] = [
  null,
  '',
  0,
  -1,
  1e308,
  1.5,
  true,
  [],
  {},
  [null],
  LONG,
  '\u0000',
  '\ud800',
  '\'; drop table "order"; --',
  '../../etc/passwd',
  '<b>',
  '__proto__',
  '٣',
]
const IN_PATHS = ['%00', '%E0%A4%A', '..%2f..', 'x'.repeat(3000), '%F0%9F%8E%89', '%25', '__proto__']
const IN_QUERIES = ['', '-1', '1e9', '9'.repeat(21), '%00', '%E0%A4%A', 'x'.repeat(3000), '<b>']

describe('without a session', () => {
  test('every route but the open ones is 401, and answers nothing of its noun', async () => {
    const shut = routes.filter(({ method, path }) => !OPEN_ROUTES.has(`${method} ${path}`))
    expect(shut.map(({ path }) => path)).toContain('/practice-failures')
    for (const route of shut) {
      const path = filled(route.path, mine, ids[nounOf(route.path)] ?? 'x1')
      const response = await at.browser().send(route.method, `/api${path}`, bodyFor(route))
      const { error } = (await response.json()) as { error: { code: string } }
      expect([route.path, response.status, error.code]).toEqual([route.path, 401, 'noSession'])
    }
  })

  test("the practice bank's page: any bill that is there, none that is not, no other site's form", async () => {
    const stranger = at.browser()
    const bill = `${ids['orders']}-1`
    expect((await stranger.send('GET', `/practice/pay/${bill}`)).status).toBe(200)
    for (const odd of ['o_none-1', '%00', '..%2f..%2fapi', 'x'.repeat(51), '%F0%9F%8E%89'])
      expect((await stranger.send('GET', `/practice/pay/${odd}`)).status).toBe(404)
    const foreign = await at.app.fetch(
      new Request(`http://localhost/practice/pay/${bill}`, {
        method: 'POST',
        headers: { origin: 'https://evil.example' },
      }),
    )
    expect(foreign.status).toBe(403)
    expect((await at.app.store.orders.get(mine, ids['orders'] ?? ''))?.state).toBe('awaitingPayment')
  })
})

describe('nonsense', () => {
  /** `live` never ends; these would sign Budi out. */
  const spared = /\/live$|^\/session|^\/setup|^\/account$|^\/invitations/
  const open = () => inShops().filter(({ path }) => !spared.test(path))

  test('in any field, path or query is refused or done, and never a fault', async () => {
    const statuses: Record<number, number> = {}
    const send = async (method: string, path: string, body?: unknown) => {
      const { status } = await budi.send(method, `/api${path}`, body)
      if (status >= 500)
        throw new Error(`${status}: ${method} ${path} ${JSON.stringify(body)?.slice(0, 200)}`)
      statuses[status] = (statuses[status] ?? 0) + 1
    }
    for (const route of open()) {
      const { method, path, operation } = route
      const own = filled(path, theirs.live, ids[nounOf(path)] ?? 'x1')
      if (/\{(?!shop)/.test(path))
        for (const odd of IN_PATHS) await send(method, filled(path, theirs.live, odd), bodyFor(route))
      for (const { name } of operation.parameters.filter((one) => one.in === 'query'))
        for (const odd of IN_QUERIES) await send(method, `${own}?${name}=${odd}`)
      const fields = operation.requestBody?.content['application/json']?.schema.properties ?? {}
      for (const name of Object.keys(fields))
        for (const odd of VALUES) await send(method, own, { ...bodyFor(route), [name]: odd })
    }
    expect(statuses[400]).toBeGreaterThan(300)
    expect(statuses[404]).toBeGreaterThan(50)
    await at.app.drain()
    expect(at.logged).toEqual([])
  })

  test('a body above its limit is 413, whatever the route', async () => {
    const huge = { text: 'x'.repeat(1_100_000) }
    for (const { method, path } of open().filter(({ operation }) => operation.requestBody)) {
      const { status } = await budi.send(method, `/api${filled(path, theirs.live, 'x1')}`, huge)
      expect([path, status]).toEqual([path, 413])
    }
  })
})

describe('at once', () => {
  test('the set-up link twice: one admin, the other is told', async () => {
    const other = await whole()
    const token = await other.app.firstRunLink()
    const form = (email: string) => ({ token, ...PERSON, email, shopName: 'Toko', language: 'id' })
    const answers = await Promise.all(
      ['a@toko.example', 'b@toko.example'].map((email) =>
        other.browser().send('POST', '/api/setup', form(email)),
      ),
    )
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409])
    expect((await other.app.store.accounts.list()).length).toBe(1)
    const late = await other.browser().send('POST', '/api/setup', form('c@toko.example'))
    expect(late.status).toBe(410)
    expect(await other.app.firstRunLink()).toBeNull()
    await other.stop()
  })

  test('an invitation twice: one account, one pair of shops', async () => {
    const token = await invited('citra@toko.example')
    const take = () =>
      at.browser().send('POST', '/api/invitations/take', { token, password: 'soto betawi hangat' })
    const statuses = (await Promise.all([take(), take(), take()])).map(({ status }) => status)
    expect(statuses.toSorted()).toEqual([200, 410, 410])
    const account = await at.app.store.accounts.byEmail('citra@toko.example')
    expect((await at.app.store.shops.ofOwner(account?.id ?? '')).length).toBe(2)
  })

  test('the same decision five times is one; the rest hear that the order has moved on', async () => {
    const order = ids['orders'] ?? ''
    const act = () => ani.send('POST', `/api/shops/${mine}/orders/${order}/actions`, { action: 'giveBack' })
    const statuses = (await Promise.all(Array.from({ length: 5 }, act))).map(({ status }) => status)
    expect(new Set(statuses)).toEqual(new Set([409]))
    expect((await at.app.store.orders.get(mine, order))?.state).toBe('awaitingPayment')
  })

  test('the same import twice is one', async () => {
    const start = () => ani.send('POST', `/api/shops/${mine}/imports`, { provider: ids['providers'] })
    const statuses = (await Promise.all([start(), start(), start()])).map(({ status }) => status)
    expect(statuses.toSorted()).toEqual([200, 409, 409])
    await at.app.drain()
  })
})
