// Coming in and going out: set-up, sign-in, sign-out, links from the admin, one's own account.

import type { Context } from 'hono'
import { Hono } from 'hono'
import * as v from 'valibot'
import type { AccountDeps, CreateShops } from '../../accounts/deps.ts'
import { hasAdmin, type SetUpRefusal, setUp } from '../../accounts/first-run.ts'
import { type TakeRefusal, takeInvitation } from '../../accounts/invite.ts'
import { type Entered, type SignedIn, signOut, signOutEverywhere } from '../../accounts/sessions.ts'
import { changePassword, type SignInRefusal, signIn } from '../../accounts/sign-in.ts'
import type { Shop, ShopPhase } from '../../model/shop.ts'
import type { Store } from '../../store/store.ts'
import { ANONYMOUS_CSRF, safeTransport } from '../auth.ts'
import { clearCookie, writeCookie } from '../cookie.ts'
import { answers, json } from '../describe.ts'
import type { AppEnv, HttpSettings } from '../env.ts'
import { orReject, type RefusalTable } from '../errors.ts'
import { Email, Language, PASSWORD_REFUSALS, Password, ShopName, Token } from './fields.ts'

export type SessionApiDeps = {
  accounts: AccountDeps & { createShops: CreateShops }
  store: Pick<Store, 'shops'>
  settings: HttpSettings
  /** What this shop may do now. */
  phaseOf(shop: Shop): Promise<ShopPhase>
}

export const SessionView = v.strictObject({
  /** Nobody has set this installation up yet. */
  setup: v.boolean(),
  account: v.optional(
    v.strictObject({
      id: v.string(),
      email: v.string(),
      role: v.picklist(['admin', 'seller']),
      language: Language,
    }),
  ),
  shops: v.optional(
    v.array(
      v.strictObject({
        id: v.string(),
        mode: v.picklist(['practice', 'live']),
        name: v.string(),
        phase: v.picklist(['practice', 'closed', 'testing', 'open']),
      }),
    ),
  ),
  csrf: v.string(),
  /** Only who is signed in hears of the installation. */
  platform: v.strictObject({
    publicUrl: v.optional(v.string()),
    publicIpv4: v.optional(v.string()),
    version: v.string(),
  }),
})
export type SessionView = v.InferOutput<typeof SessionView>

const REFUSALS: RefusalTable<SignInRefusal | SetUpRefusal | TakeRefusal> = {
  ...PASSWORD_REFUSALS,
  wrong: [401, 'E-mail or password is wrong'],
  tooMany: [429, 'Too many tries. Wait a quarter of an hour'],
  badLink: [410, 'This link is used up or too old'],
  hasAdmin: [409, 'This installation has an admin already'],
}

/** Not 401: the session is good, only the old password isn't. */
const OWN_REFUSALS: typeof REFUSALS = { ...REFUSALS, wrong: [403, 'The old password is wrong'] }

const viewOf = async (deps: SessionApiDeps, signedIn: SignedIn | null): Promise<SessionView> => {
  const { publicUrl, publicIpv4, version } = deps.settings
  if (!signedIn)
    return { setup: !(await hasAdmin(deps.accounts)), csrf: ANONYMOUS_CSRF, platform: { version: '' } }
  const { id, email, role, language } = signedIn.account
  const shops = await deps.store.shops.ofOwner(id)
  const rows = shops.map(async (shop) => ({
    id: shop.id,
    mode: shop.mode,
    name: shop.settings.name,
    phase: await deps.phaseOf(shop),
  }))
  return {
    setup: false,
    account: { id, email, role, language },
    shops: await Promise.all(rows),
    csrf: signedIn.session.csrf,
    platform: { ...(publicUrl ? { publicUrl } : {}), ...(publicIpv4 ? { publicIpv4 } : {}), version },
  }
}

const enter = (deps: SessionApiDeps, c: Context<AppEnv>, entered: Entered): Promise<SessionView> => {
  writeCookie(c, deps.settings.basePath, entered.token)
  return viewOf(deps, entered)
}

const SetUpForm = v.strictObject({
  token: Token,
  email: Email,
  password: Password,
  shopName: ShopName,
  language: Language,
})
const SignInForm = v.strictObject({ email: Email, password: Password })
const TakeForm = v.strictObject({ token: Token, email: v.optional(Email), password: Password })
const AccountForm = v.strictObject({
  language: v.optional(Language),
  password: v.optional(v.strictObject({ old: Password, new: Password })),
})

/** Sets up, signs in, takes links: whoever has no session yet. */
const entrances = (deps: SessionApiDeps) =>
  new Hono<AppEnv>()
    .get('/session', answers(SessionView, { summary: 'Who is signed in' }), async (c) =>
      c.json(await viewOf(deps, c.get('signedIn'))),
    )
    .post(
      '/session',
      answers(SessionView, { summary: 'Sign in' }),
      safeTransport,
      json(SignInForm),
      async (c) => {
        const { address } = c.get('client')
        const entered = orReject(await signIn(deps.accounts, { ...c.req.valid('json'), address }), REFUSALS)
        return c.json(await enter(deps, c, entered))
      },
    )
    .post(
      '/setup',
      answers(SessionView, { summary: 'First run' }),
      safeTransport,
      json(SetUpForm),
      async (c) => {
        const { address } = c.get('client')
        const entered = orReject(await setUp(deps.accounts, { ...c.req.valid('json'), address }), REFUSALS)
        return c.json(await enter(deps, c, entered))
      },
    )
    .post(
      '/invitations/take',
      answers(SessionView, { summary: 'Take up an invitation or a reset link' }),
      safeTransport,
      json(TakeForm),
      async (c) => {
        const { address } = c.get('client')
        const { token, password } = c.req.valid('json')
        const taken = await takeInvitation(deps.accounts, { token, password, address })
        return c.json(await enter(deps, c, orReject(taken, REFUSALS)))
      },
    )

export const sessionRoutes = (deps: SessionApiDeps) =>
  entrances(deps)
    .delete('/session', answers(null, { summary: 'Sign out' }), async (c) => {
      await signOut(deps.accounts, c.get('session'))
      clearCookie(c, deps.settings.basePath)
      return c.body(null, 204)
    })
    .delete('/session/all', answers(null, { summary: 'Sign out everywhere' }), async (c) => {
      await signOutEverywhere(deps.accounts, c.get('account').id)
      clearCookie(c, deps.settings.basePath)
      return c.body(null, 204)
    })
    .put(
      '/account',
      answers(SessionView, { summary: 'Own language or password; a new password ends every other session' }),
      safeTransport,
      json(AccountForm),
      async (c) => {
        const { language, password } = c.req.valid('json')
        const { id } = c.get('account')
        const changed =
          language && (await deps.accounts.store.accounts.change(id, (one) => ({ ...one, language })))
        const account = changed || c.get('account')
        if (!password) return c.json(await viewOf(deps, { account, session: c.get('session') }))
        const entered = orReject(await changePassword(deps.accounts, account, password), OWN_REFUSALS)
        return c.json(await enter(deps, c, entered))
      },
    )
