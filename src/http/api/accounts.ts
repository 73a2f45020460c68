// The admin's list of people: invite, hand out a reset link, shut out and let in again.

import type { Context } from 'hono'
import { Hono } from 'hono'
import * as v from 'valibot'
import type { AccountDeps, IssuedLink } from '../../accounts/deps.ts'
import { invite, resetLink } from '../../accounts/invite.ts'
import { setDisabled } from '../../accounts/roles.ts'
import type { Account } from '../../store/documents.ts'
import { answers, json } from '../describe.ts'
import type { AppEnv, HttpSettings } from '../env.ts'
import { orReject, type RefusalTable } from '../errors.ts'
import { Email, Language, Time } from './fields.ts'

export type AccountsApiDeps = { accounts: AccountDeps; settings: HttpSettings }

export const AccountView = v.strictObject({
  id: v.string(),
  email: v.string(),
  role: v.picklist(['admin', 'seller']),
  language: Language,
  createdAt: Time,
  disabled: v.boolean(),
  /** Invited, and has not chosen a password yet. */
  invited: v.boolean(),
})
export type AccountView = v.InferOutput<typeof AccountView>
const LinkView = v.strictObject({ link: v.string(), expiresAt: v.optional(Time) })

const viewAccount = (account: Account): AccountView => ({
  id: account.id,
  email: account.email,
  role: account.role,
  language: account.language,
  createdAt: account.createdAt,
  disabled: account.disabled ?? false,
  invited: account.password === undefined,
})

/** The secret stands in the fragment, which no server and no log gets to see. */
const linkView = (c: Context<AppEnv>, settings: HttpSettings, issued: IssuedLink) => {
  const { https, host } = c.get('client')
  const origin = settings.publicUrl ?? `${https ? 'https' : 'http'}://${host}`
  return {
    link: `${origin}${settings.basePath}/#/join?token=${issued.token}`,
    ...(issued.expiresAt ? { expiresAt: issued.expiresAt } : {}),
  }
}

const REFUSALS: RefusalTable<'taken' | 'notFound' | 'self'> = {
  taken: [409, 'There is an account with this e-mail already'],
  notFound: [404, 'There is no such account'],
  self: [409, "You can't shut yourself out"],
}

export const accountRoutes = ({ accounts, settings }: AccountsApiDeps) =>
  new Hono<AppEnv>()
    .get('/accounts', answers(v.array(AccountView), { summary: 'Everybody who has an account' }), async (c) =>
      c.json(
        (await accounts.store.accounts.list()).sort((a, b) => a.createdAt - b.createdAt).map(viewAccount),
      ),
    )
    .post(
      '/invitations',
      answers(LinkView, { summary: 'Invite a seller: a link for seven days, once' }),
      json(v.strictObject({ email: Email, language: v.optional(Language, 'id') })),
      async (c) => {
        const issued = orReject(await invite(accounts, c.req.valid('json')), REFUSALS)
        return c.json(linkView(c, settings, issued))
      },
    )
    .post('/accounts/:id/reset', answers(LinkView, { summary: 'A reset link: one day, once' }), async (c) => {
      const issued = orReject(await resetLink(accounts, c.req.param('id')), REFUSALS)
      return c.json(linkView(c, settings, issued))
    })
    .put(
      '/accounts/:id',
      answers(AccountView, { summary: 'Shut out, or let in again' }),
      json(v.strictObject({ disabled: v.boolean() })),
      async (c) => {
        const given = { by: c.get('account').id, account: c.req.param('id'), ...c.req.valid('json') }
        const { account } = orReject(await setDisabled(accounts, given), REFUSALS)
        return c.json(viewAccount(account))
      },
    )
