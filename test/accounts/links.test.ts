import { describe, expect, test } from 'bun:test'
import { makeBindLink, takeBind, unbind } from '../../src/accounts/bind.ts'
import { setUpUnattended } from '../../src/accounts/first-run.ts'
import { invite, resetAdmin, resetLink, takeInvitation } from '../../src/accounts/invite.ts'
import { setDisabled } from '../../src/accounts/roles.ts'
import { openSession, readSession } from '../../src/accounts/sessions.ts'
import { signIn } from '../../src/accounts/sign-in.ts'
import { DAY, MINUTE } from '../../src/lib/clock.ts'
import { liveShop } from '../support/shops.ts'
import { ADMIN, HERE, people } from './people.ts'

const settled = async () => {
  const house = people()
  const made = await setUpUnattended(house.deps, ADMIN)
  if (!made.ok) throw new Error(made.reason)
  return { ...house, admin: made.account }
}
const BUDI = { email: 'budi@toko.id', language: 'id' } as const
const CHOSEN = { password: 'bakso malang enak', address: HERE }

const invited = async (deps: Parameters<typeof invite>[0]) => {
  const link = await invite(deps, BUDI)
  if (!link.ok) throw new Error(link.reason)
  return link
}

describe('invitations', () => {
  test('make a seller with shops, once', async () => {
    const { deps, made } = await settled()
    const { token, account } = await invited(deps)
    expect(await signIn(deps, { email: BUDI.email, password: '', address: HERE })).toMatchObject({
      reason: 'wrong',
    })
    const taken = await takeInvitation(deps, { token, ...CHOSEN })
    expect(taken).toMatchObject({ ok: true, account: { id: account, role: 'seller', email: BUDI.email } })
    expect(made.map(({ owner }) => owner)).toContain(account)
    expect(await takeInvitation(deps, { token, ...CHOSEN })).toMatchObject({ reason: 'badLink' })
    expect(await signIn(deps, { email: BUDI.email, ...CHOSEN })).toMatchObject({ ok: true })
  })

  test('only one of two at once gets in', async () => {
    const { deps } = await settled()
    const { token } = await invited(deps)
    const both = await Promise.all([
      takeInvitation(deps, { token, ...CHOSEN }),
      takeInvitation(deps, { token, ...CHOSEN }),
    ])
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
  })

  test('end after seven days', async () => {
    const { deps, advance } = await settled()
    const { token, expiresAt } = await invited(deps)
    expect(expiresAt).toBe(deps.clock.now() + 7 * DAY)
    advance(7 * DAY)
    expect(await takeInvitation(deps, { token, ...CHOSEN })).toMatchObject({ reason: 'badLink' })
  })

  test('a second invitation is the same seller; taking one kills the other', async () => {
    const { deps } = await settled()
    const [first, second] = [await invited(deps), await invited(deps)]
    expect(second.account).toBe(first.account)
    expect(await takeInvitation(deps, { token: second.token, ...CHOSEN })).toMatchObject({ ok: true })
    expect(await takeInvitation(deps, { token: first.token, ...CHOSEN })).toMatchObject({ reason: 'badLink' })
    expect(await invite(deps, BUDI)).toMatchObject({ reason: 'taken' })
    expect(await invite(deps, { ...BUDI, email: 'ADMIN@toko.id' })).toMatchObject({ reason: 'taken' })
  })

  test('a weak password leaves the link; a first-run token is no invitation', async () => {
    const { deps } = await settled()
    const { token } = await invited(deps)
    expect(await takeInvitation(deps, { token, password: 'pendek', address: HERE })).toMatchObject({
      reason: 'passwordShort',
    })
    expect(await takeInvitation(deps, { token: 'x'.repeat(40), ...CHOSEN })).toMatchObject({
      reason: 'badLink',
    })
    expect(await takeInvitation(deps, { token, ...CHOSEN })).toMatchObject({ ok: true })
  })
})

describe('reset links', () => {
  test('set a new password and end every session; the old password works until then', async () => {
    const { deps, admin } = await settled()
    const { token: session } = await openSession(deps, admin)
    const link = await resetLink(deps, admin.id)
    if (!link.ok) throw new Error(link.reason)
    expect(await signIn(deps, { ...ADMIN, address: HERE })).toMatchObject({ ok: true })
    expect(await takeInvitation(deps, { token: link.token, ...CHOSEN })).toMatchObject({ ok: true })
    expect(await readSession(deps, session)).toBeNull()
    expect(await signIn(deps, { ...ADMIN, address: HERE })).toMatchObject({ reason: 'wrong' })
    expect(await signIn(deps, { email: ADMIN.email, ...CHOSEN })).toMatchObject({ ok: true })
    expect(await takeInvitation(deps, { token: link.token, ...CHOSEN })).toMatchObject({ reason: 'badLink' })
  })

  test('from the host: for admins only, and it lets in one who was shut out', async () => {
    const { deps, admin } = await settled()
    await invited(deps)
    expect(await resetAdmin(deps, BUDI.email)).toMatchObject({ reason: 'notFound' })
    await setDisabled(deps, { by: 'ac_other', account: admin.id, disabled: true })
    const link = await resetAdmin(deps, ' Admin@toko.id')
    if (!link.ok) throw new Error(link.reason)
    expect(await takeInvitation(deps, { token: link.token, ...CHOSEN })).toMatchObject({ ok: true })
  })

  test('somebody shut out can not take one', async () => {
    const { deps, admin } = await settled()
    const link = await resetLink(deps, admin.id)
    if (!link.ok) throw new Error(link.reason)
    await setDisabled(deps, { by: 'ac_other', account: admin.id, disabled: true })
    expect(await takeInvitation(deps, { token: link.token, ...CHOSEN })).toMatchObject({ reason: 'badLink' })
  })
})

describe("a seller's own Telegram account", () => {
  const withShop = async (bot = true) => {
    const house = await settled()
    await house.deps.store.shops.create(liveShop({ id: 'sh_1', owner: house.admin.id, bot }))
    await house.deps.store.shops.create(liveShop({ id: 'sh_2', owner: 'ac_other', bot }))
    const given = { account: house.admin.id, shop: 'sh_1' }
    return { ...house, given }
  }
  const tokenIn = (link: string) => /\?start=b([\w-]{22})$/.exec(link)?.[1] ?? ''
  const ANI = { id: 77, name: 'Ani' }

  test('is bound by a deep link to the shop, once, within ten minutes', async () => {
    const { deps, given, advance } = await withShop()
    const made = await makeBindLink(deps, given)
    if (!made.ok) throw new Error(made.reason)
    expect(made.link).toStartWith('https://t.me/toko_bot?start=b')
    const token = tokenIn(made.link)
    expect(await takeBind(deps, { shop: 'sh_2', token, user: ANI })).toMatchObject({ reason: 'badLink' })
    expect(await takeBind(deps, { shop: 'sh_1', token, user: ANI })).toMatchObject({ ok: true })
    expect(await takeBind(deps, { shop: 'sh_1', token, user: { id: 78, name: 'Maling' } })).toMatchObject({
      reason: 'badLink',
    })
    expect((await deps.store.shops.get('sh_1'))?.bound).toEqual([
      { user: 77, name: 'Ani', at: deps.clock.now() },
    ])
    expect((await deps.store.shops.get('sh_2'))?.bound).toEqual([])

    const late = await makeBindLink(deps, given)
    advance(10 * MINUTE)
    expect(
      late.ok && (await takeBind(deps, { shop: 'sh_1', token: tokenIn(late.link), user: ANI })),
    ).toMatchObject({ reason: 'badLink' })
  })

  test('an invitation token binds nobody, and a bind token lets nobody in', async () => {
    const { deps, given } = await withShop()
    const { token } = await invited(deps)
    expect(await takeBind(deps, { shop: 'sh_1', token, user: ANI })).toMatchObject({ reason: 'badLink' })
    const made = await makeBindLink(deps, given)
    expect(made.ok && (await takeInvitation(deps, { token: tokenIn(made.link), ...CHOSEN }))).toMatchObject({
      reason: 'badLink',
    })
  })

  test('needs a bot; can be unbound', async () => {
    const { deps, given } = await withShop(false)
    expect(await makeBindLink(deps, given)).toMatchObject({ reason: 'noBot' })
    await deps.store.shops.change('sh_1', (shop) => ({ ...shop, bound: [{ user: 77, name: 'Ani', at: 1 }] }))
    expect((await unbind(deps, 'sh_1', 77))?.bound).toEqual([])
  })
})
