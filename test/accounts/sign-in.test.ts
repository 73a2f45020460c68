import { describe, expect, test } from 'bun:test'
import { setUpUnattended } from '../../src/accounts/first-run.ts'
import { argonPasswords } from '../../src/accounts/password.ts'
import { setDisabled } from '../../src/accounts/roles.ts'
import { openSession, readSession, signOut, signOutEverywhere } from '../../src/accounts/sessions.ts'
import { changePassword, signIn } from '../../src/accounts/sign-in.ts'
import { DAY, MINUTE } from '../../src/lib/clock.ts'
import { ADMIN, HERE, people } from './people.ts'

const settled = async () => {
  const house = people()
  const made = await setUpUnattended(house.deps, ADMIN)
  if (!made.ok) throw new Error(made.reason)
  return { ...house, account: made.account }
}
const right = { email: ADMIN.email, password: ADMIN.password, address: HERE }
const wrong = { ...right, password: 'salah sekali' }

describe('sign-in', () => {
  test('the right password opens a session that only its token finds', async () => {
    const { deps } = await settled()
    const entered = await signIn(deps, { ...right, email: ' ADMIN@toko.id' })
    if (!entered.ok) throw new Error(entered.reason)
    expect(await readSession(deps, entered.token)).toMatchObject({ account: { email: ADMIN.email } })
    expect(await readSession(deps, entered.session.id)).toBeNull()
    expect(entered.session.csrf).not.toBe(entered.token)
  })

  test('an unknown e-mail and a wrong password look and work alike', async () => {
    const { deps, seen } = await settled()
    const before = seen.verified
    const strangers = await signIn(deps, { ...right, email: 'nobody@toko.id' })
    expect(seen.verified).toBe(before + 1)
    expect(await signIn(deps, wrong)).toEqual(strangers)
    expect(strangers).toEqual({ ok: false, reason: 'wrong' })
  })

  test('ten wrong tries shut the account for a quarter of an hour, from every address', async () => {
    const { deps, advance } = await settled()
    for (let n = 0; n < 10; n++)
      expect(await signIn(deps, { ...wrong, address: `203.0.113.${n}` })).toMatchObject({ reason: 'wrong' })
    expect(await signIn(deps, { ...right, address: '198.51.100.7' })).toMatchObject({ reason: 'tooMany' })
    advance(15 * MINUTE)
    expect(await signIn(deps, right)).toMatchObject({ ok: true })
  })

  test('a good sign-in forgets the wrong tries before it', async () => {
    const { deps } = await settled()
    for (let round = 0; round < 2; round++) {
      for (let n = 0; n < 9; n++) await signIn(deps, wrong)
      expect(await signIn(deps, right)).toMatchObject({ ok: true })
    }
  })

  test('one address may not try many accounts; one IPv6 home counts as one', async () => {
    const { deps } = await settled()
    for (let n = 0; n < 30; n++)
      await signIn(deps, { ...wrong, email: `a${n}@toko.id`, address: `2001:db8:1:2::${n + 1}` })
    expect(await signIn(deps, { ...right, address: '2001:db8:1:2:ffff::1' })).toMatchObject({
      reason: 'tooMany',
    })
    expect(await signIn(deps, { ...right, address: '2001:db8:1:3::1' })).toMatchObject({ ok: true })
  })

  test('argon2id with the figures named; the decoy costs as much and never fits', async () => {
    const stored = await argonPasswords.hash('kopi susu gula')
    expect(stored).toStartWith('$argon2id$v=19$m=19456,t=2,p=1$')
    expect(await argonPasswords.verify('kopi susu gula', stored)).toBe(true)
    expect(await argonPasswords.verify('kopi susu', stored)).toBe(false)
    expect(await argonPasswords.verify('', stored)).toBe(false)
    expect(await argonPasswords.verify('kopi susu gula', undefined)).toBe(false)
  })
})

describe('sessions', () => {
  test('live thirty days from the last use', async () => {
    const { deps, advance, account } = await settled()
    const { token } = await openSession(deps, account)
    advance(29 * DAY)
    expect(await readSession(deps, token)).toMatchObject({ slid: true })
    advance(29 * DAY)
    expect(await readSession(deps, token)).not.toBeNull()
    advance(31 * DAY)
    expect(await readSession(deps, token)).toBeNull()
  })

  test('are not written with every request', async () => {
    const { deps, advance, account } = await settled()
    const { token } = await openSession(deps, account)
    advance(DAY - 1)
    expect((await readSession(deps, token))?.slid).toBeUndefined()
  })

  test('sign-out ends one, everywhere ends all', async () => {
    const { deps, account } = await settled()
    const [a, b, c] = [
      await openSession(deps, account),
      await openSession(deps, account),
      await openSession(deps, account),
    ]
    await signOut(deps, a.session)
    expect(await readSession(deps, a.token)).toBeNull()
    expect(await readSession(deps, b.token)).not.toBeNull()
    await signOutEverywhere(deps, account.id)
    expect(await readSession(deps, b.token)).toBeNull()
    expect(await readSession(deps, c.token)).toBeNull()
  })

  test('a new password ends the others and needs the old one', async () => {
    const { deps, account } = await settled()
    const other = await openSession(deps, account)
    expect(
      await changePassword(deps, account, { old: 'salah sekali', new: 'teh tawar hangat' }),
    ).toMatchObject({ reason: 'wrong' })
    expect(await changePassword(deps, account, { old: ADMIN.password, new: 'teh' })).toMatchObject({
      reason: 'passwordShort',
    })
    expect(await readSession(deps, other.token)).not.toBeNull()
    const changed = await changePassword(deps, account, { old: ADMIN.password, new: 'teh tawar hangat' })
    if (!changed.ok) throw new Error(changed.reason)
    expect(await readSession(deps, other.token)).toBeNull()
    expect(await readSession(deps, changed.token)).not.toBeNull()
    expect(await signIn(deps, right)).toMatchObject({ reason: 'wrong' })
    expect(await signIn(deps, { ...right, password: 'teh tawar hangat' })).toMatchObject({ ok: true })
  })

  test('a sign-in with the old password that is under way while it changes opens nothing', async () => {
    const { deps, account, advance } = await settled()
    const slow = {
      ...deps,
      passwords: {
        ...deps.passwords,
        verify: async (plain: string, stored: string | undefined) => {
          advance(50)
          await changePassword(deps, account, { old: ADMIN.password, new: 'teh tawar hangat' })
          return deps.passwords.verify(plain, stored)
        },
      },
    }
    const entered = await signIn(slow, right)
    if (!entered.ok) throw new Error(entered.reason)
    expect(await readSession(deps, entered.token)).toBeNull()
  })

  test('somebody shut out is out at once and can not come in', async () => {
    const { deps, account } = await settled()
    const { token } = await openSession(deps, account)
    expect(await setDisabled(deps, { by: account.id, account: account.id, disabled: true })).toMatchObject({
      reason: 'self',
    })
    expect(await setDisabled(deps, { by: 'ac_other', account: account.id, disabled: true })).toMatchObject({
      ok: true,
    })
    expect(await readSession(deps, token)).toBeNull()
    expect(await signIn(deps, right)).toMatchObject({ reason: 'wrong' })
    await setDisabled(deps, { by: 'ac_other', account: account.id, disabled: false })
    expect(await readSession(deps, token)).toBeNull()
    expect(await signIn(deps, right)).toMatchObject({ ok: true })
  })
})
