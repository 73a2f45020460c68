// Which shops may give money back through the platform's keys: the admin's word alone, and on record.
import { expect, test } from 'bun:test'
import { platformShopsApi } from '../../../src/http/api/platform-shops.ts'
import { ADMIN } from '../../accounts/people.ts'
import { browser, house, SELLER, withSeller } from '../house.ts'

const opened = async () => {
  const at = await house({ nouns: ({ deps }) => [platformShopsApi(deps)] })
  const seller = await withSeller(at)
  const me = browser(at)
  await me.signIn()
  return { at, me, live: `live-${seller.id}`, practice: `practice-${seller.id}` }
}

test('lists the live shops with their owners, without anything sealed', async () => {
  const { at, me, live } = await opened()
  await at.deps.store.shops.change(live, (shop) => ({
    ...shop,
    keySets: [{ id: 'k', environment: 'production', serverKey: 'sealed-server', endsIn: '1111', at: 1 }],
  }))
  const { body } = await me.api('GET /platform/shops')
  expect(body.map((one: { owner: string }) => one.owner).sort()).toEqual([ADMIN.email, SELLER.email].sort())
  expect(body.find((one: { id: string }) => one.id === live)).toMatchObject({
    ownKeys: true,
    platformRefunds: false,
  })
  expect(JSON.stringify(body)).not.toContain('sealed')
})

test('the permission is given and taken, each time with a line of who did it', async () => {
  const { at, me, live } = await opened()
  for (const on of [true, false]) {
    const { body } = await me.api(`PUT /platform/shops/${live}`, { body: { platformRefunds: on } })
    expect(body.platformRefunds).toBe(on)
    expect((await at.deps.store.shops.get(live))?.platformRefunds).toBe(on)
  }
  const lines = await at.deps.store.audit.list({ shop: live, limit: 10 })
  expect(lines.map(({ what, data }) => [what, data?.['on']])).toEqual([
    ['shop.platformRefunds', false],
    ['shop.platformRefunds', true],
  ])
  expect(lines[0]?.by).toStartWith('admin:')
})

test('no seller, no practice shop, no unknown shop, no other field', async () => {
  const { at, me, live, practice } = await opened()
  const them = browser(at)
  await them.signIn(SELLER)
  const route = `PUT /platform/shops/${live}`
  expect((await them.api(route, { body: { platformRefunds: true } })).status).toBe(403)
  for (const shop of [practice, 'sh_none'])
    expect((await me.api(`PUT /platform/shops/${shop}`, { body: { platformRefunds: true } })).status).toBe(
      404,
    )
  for (const body of [{}, { platformRefunds: 'yes' }, { platformRefunds: true, owner: 'me' }])
    expect((await me.api(route, { body })).status).toBe(400)
  expect((await at.deps.store.shops.get(live))?.platformRefunds).toBeUndefined()
  expect(await at.deps.store.audit.list({ limit: 10 })).toEqual([])
})
