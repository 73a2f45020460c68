import { describe, expect, test } from 'bun:test'
import { firstRunLink, hasAdmin, setUp, setUpUnattended } from '../../src/accounts/first-run.ts'
import { hashToken } from '../../src/lib/signature.ts'
import { ADMIN, HERE, people } from './people.ts'

const tokenOf = async (deps: Parameters<typeof firstRunLink>[0]): Promise<string> => {
  const link = await firstRunLink(deps)
  if (!link) throw new Error('no link')
  return link.token
}

describe('first run', () => {
  test('the link makes the admin with shops and signs them in', async () => {
    const { deps, made } = people()
    const done = await setUp(deps, {
      ...ADMIN,
      email: ' Admin@Toko.ID ',
      token: await tokenOf(deps),
      address: HERE,
    })
    expect(done).toMatchObject({
      ok: true,
      account: { email: 'admin@toko.id', role: 'admin', language: 'id' },
    })
    expect(made).toEqual([
      { owner: (await deps.store.accounts.list())[0]?.id ?? '', name: 'Toko Ani', language: 'id' },
    ])
    expect(await hasAdmin(deps)).toBe(true)
  })

  test('only the hash of the link is stored', async () => {
    const { deps } = people()
    const token = await tokenOf(deps)
    expect(await deps.store.links.get(token)).toBeNull()
    expect(await deps.store.links.get(hashToken(token))).toMatchObject({ purpose: 'firstRun' })
  })

  test('every start has a link of its own until there is an admin; then none, and old ones are dead', async () => {
    const { deps, made } = people()
    const first = await tokenOf(deps)
    const second = await tokenOf(deps)
    expect(second).not.toBe(first)
    expect(await setUp(deps, { ...ADMIN, token: first, address: HERE })).toMatchObject({ ok: true })
    expect(await firstRunLink(deps)).toBeNull()
    const again = { ...ADMIN, email: 'thief@toko.id', address: HERE }
    expect(await setUp(deps, { ...again, token: first })).toMatchObject({ ok: false, reason: 'badLink' })
    expect(await setUp(deps, { ...again, token: second })).toMatchObject({ ok: false, reason: 'hasAdmin' })
    expect(await deps.store.accounts.list()).toHaveLength(1)
    expect(made).toHaveLength(1)
  })

  test('two at once make one admin', async () => {
    const { deps, made } = people()
    const token = await tokenOf(deps)
    const both = await Promise.all(
      ['a@toko.id', 'b@toko.id'].map((email) => setUp(deps, { ...ADMIN, email, token, address: HERE })),
    )
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await deps.store.accounts.list()).toHaveLength(1)
    expect(made).toHaveLength(1)
  })

  test('a process that dies half-way leaves the installation open for another try', async () => {
    const { deps, made } = people()
    const token = await tokenOf(deps)
    const dies = {
      ...deps,
      store: {
        ...deps.store,
        accounts: { ...deps.store.accounts, create: async () => Promise.reject(new Error('killed')) },
      },
    }
    // Awaited plainly: `expect().rejects` turns the loop by itself, and once in many runs never saw the store's next turn.
    const died = await setUp(dies, { ...ADMIN, token, address: HERE }).catch((cause: Error) => cause.message)
    expect(died).toBe('killed')
    expect(await hasAdmin(deps)).toBe(false)
    expect(await setUp(deps, { ...ADMIN, token, address: HERE })).toMatchObject({ ok: true })
    expect(made).toHaveLength(1)
  })

  test.each([
    ['passwordShort', 'pendek'],
    ['passwordLong', 'panjang '.repeat(30)],
    ['passwordGuessable', 'admin@toko.id'],
    ['passwordGuessable', 'aaaaaaaaaaaa'],
  ])('%s is refused and leaves the link', async (reason, password) => {
    const { deps } = people()
    const token = await tokenOf(deps)
    expect(await setUp(deps, { ...ADMIN, password, token, address: HERE })).toMatchObject({
      ok: false,
      reason,
    })
    expect(await setUp(deps, { ...ADMIN, token, address: HERE })).toMatchObject({ ok: true })
  })

  test('links can not be guessed for ever', async () => {
    const { deps } = people()
    const token = await tokenOf(deps)
    for (let n = 0; n < 30; n++)
      expect(await setUp(deps, { ...ADMIN, token: `guess-${n}`, address: HERE })).toMatchObject({
        reason: 'badLink',
      })
    expect(await setUp(deps, { ...ADMIN, token, address: HERE })).toMatchObject({ reason: 'tooMany' })
    expect(await setUp(deps, { ...ADMIN, token, address: '198.51.100.1' })).toMatchObject({ ok: true })
  })

  test('unattended: once, and never over an admin who is there', async () => {
    const { deps } = people()
    expect(await setUpUnattended(deps, ADMIN)).toMatchObject({ ok: true, account: { role: 'admin' } })
    expect(await setUpUnattended(deps, { email: 'x@toko.id', password: 'lain sekali 1' })).toMatchObject({
      reason: 'hasAdmin',
    })
    expect((await deps.store.accounts.list()).map(({ email }) => email)).toEqual(['admin@toko.id'])
    expect(await firstRunLink(deps)).toBeNull()
  })
})
