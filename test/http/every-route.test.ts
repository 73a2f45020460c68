// Walks the API by its own description, so that a route added later is tested here without a line more.
import { describe, expect, test } from 'bun:test'
import { OPEN_ROUTES } from '../../src/http/api/api.ts'
import { adminId, browser, house, SELLER, withSeller } from './house.ts'

type Operation = {
  summary: string
  security?: unknown[]
  parameters: { name: string; in: string }[]
  requestBody?: { content: Record<string, { schema: { type?: string } }> }
  responses: Record<string, { content?: Record<string, { schema: object }> }>
}
type Document = { openapi: string; paths: Record<string, Record<string, Operation>> }

const at = await house()
const seller = await withSeller(at)
/** Signed in once: sign-ins are counted. */
const me = browser(at)
await me.signIn()
const them = browser(at)
await them.signIn(SELLER)
const mine = `live-${await adminId(at)}`
const document: Document = (await browser(at).api('GET /openapi.json')).body
const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ method: method.toUpperCase(), path, operation })),
)
const named = operations.map((one): [string, (typeof operations)[number]] => [
  `${one.method} ${one.path}`,
  one,
])
const shut = named.filter(([, { operation }]) => !operation.security)
const inShops = shut.filter(([, { path }]) => path.startsWith('/shops/{shop}'))
const filled = (path: string, shop: string) => path.replace('{shop}', shop).replace(/\{\w+\}/g, 'x1')

describe('the description', () => {
  test('has every route that the API answers', () => {
    const listed = at.routes.map(
      ({ method, path }) => `${method} ${path.replace(/:(\w+)(\{[^}]*\})?/g, '{$1}')}`,
    )
    expect(named.map(([name]) => name).sort()).toEqual(listed.sort())
    expect(document.openapi).toBe('3.1.0')
    expect(operations.length).toBeGreaterThan(20)
  })

  test.each(named)('%s: summary, path parameters, answer', (_name, { path, operation }) => {
    expect(operation.summary).not.toBe('')
    const told = operation.parameters.filter((one) => one.in === 'path').map(({ name }) => `{${name}}`)
    expect(told).toEqual(path.match(/\{\w+\}/g) ?? [])
    const [[status, answer] = ['', {}]] = Object.entries(operation.responses).filter(
      ([code]) => code !== 'default',
    )
    expect(status).toMatch(/^20\d$/)
    const media = Object.values(answer.content ?? {})
    if (!['202', '204'].includes(status)) expect(Object.keys(media[0]?.schema ?? {})).not.toEqual([])
  })

  test('names as open exactly what the gate lets through', () => {
    const open = named.filter(([, { operation }]) => operation.security?.length === 0).map(([name]) => name)
    expect(new Set(open)).toEqual(new Set(OPEN_ROUTES))
  })
})

describe('without a session', () => {
  test.each(shut)('%s answers 401', async (_name, { method, path }) => {
    const { status, body } = await browser(at).api(`${method} ${filled(path, 'live-x')}`, {
      body: method === 'GET' ? undefined : {},
    })
    expect(status).toBe(401)
    expect(body.error.code).toBe('noSession')
  })
})

describe("another account's shop", () => {
  test.each(inShops)('%s answers 404', async (_name, { method, path }) => {
    for (const shop of [`live-${seller.id}`, 'sh_none']) {
      const { status } = await me.api(`${method} ${filled(path, shop)}`, {
        body: method === 'GET' ? undefined : {},
      })
      expect(status).toBe(404)
    }
  })
})

describe('without the CSRF token', () => {
  test.each(shut.filter(([, { method }]) => method !== 'GET'))(
    '%s answers 403',
    async (_name, { method, path }) => {
      const { status, body } = await me.api(`${method} ${filled(path, mine)}`, { csrf: null, body: {} })
      expect([status, body.error.code]).toEqual([403, 'csrf'])
    },
  )
})

describe("a seller at the admin's routes", () => {
  const admins = shut.filter(([, { path }]) => /^\/(accounts|platform|invitations)(\/|$)/.test(path))
  test.each(admins)('%s answers 403', async (_name, { method, path }) => {
    const { status, body } = await them.api(`${method} ${filled(path, '')}`, {
      body: method === 'GET' ? undefined : {},
    })
    expect([status, body.error.code]).toEqual([403, 'adminOnly'])
  })
})

describe('what is no JSON object', () => {
  const taking = shut.filter(([, { operation }]) => operation.requestBody)
  test.each(taking)('%s answers 400', async (_name, { method, path }) => {
    for (const raw of ['{', '"text"', '[1]', '{"nonsense":1']) {
      const headers = { 'content-type': 'application/json' }
      const { status, body } = await me.api(`${method} ${filled(path, mine)}`, { raw, headers })
      expect([status, typeof body.error.code]).toEqual([400, 'string'])
    }
  })
})
