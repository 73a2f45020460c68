// Who may pass: everything of the API is shut unless it is named public; a shop is found only by its owner.
import type { Context, MiddlewareHandler } from 'hono'
import { readSession, type SessionDeps } from '../accounts/sessions.ts'
import { sameText } from '../lib/signature.ts'
import type { Store } from '../store/store.ts'
import { readCookie, writeCookie } from './cookie.ts'
import type { AppEnv, HttpSettings } from './env.ts'
import { reject } from './errors.ts'

/** What a page without a session is told to send as `x-csrf`; then any value does: another site's form can set no header at all. */
export const ANONYMOUS_CSRF = 'anonymous'

const isRead = (method: string): boolean => ['GET', 'HEAD', 'OPTIONS'].includes(method)

export const knowSession =
  (deps: SessionDeps, settings: HttpSettings): MiddlewareHandler<AppEnv> =>
  async (c, next) => {
    const token = readCookie(c, settings.basePath)
    const signedIn = token ? await readSession(deps, token) : null
    c.set('signedIn', signedIn)
    if (signedIn) {
      c.set('account', signedIn.account)
      c.set('session', signedIn.session)
      // The browser's copy slides with the store's.
      if (token && signedIn.slid) writeCookie(c, settings.basePath, token)
    }
    await next()
  }

/** Shut unless `METHOD /path` (relative to the API) is in the list: a new route is born protected. */
export const gate =
  (settings: HttpSettings, open: ReadonlySet<string>): MiddlewareHandler<AppEnv> =>
  async (c, next) => {
    const path = c.req.path.slice(`${settings.basePath}/api`.length)
    const method = c.req.method === 'HEAD' ? 'GET' : c.req.method
    if (!c.get('signedIn') && !open.has(`${method} ${path}`))
      reject(401, { code: 'noSession', message: 'Sign in first' })
    await next()
  }

/** Against requests that another site makes in the browser's name: where it comes from, and a header only our page can send. */
export const ownPagesOnly =
  (settings: HttpSettings): MiddlewareHandler<AppEnv> =>
  async (c, next) => {
    if (isRead(c.req.method)) return next()
    if (fromOtherSite(c, settings))
      reject(403, { code: 'wrongOrigin', message: 'This request came from another site' })
    const sent = c.req.header('x-csrf') ?? ''
    const signedIn = c.get('signedIn')
    if (!sent || (signedIn && !sameText(sent, signedIn.session.csrf)))
      reject(403, { code: 'csrf', message: 'The page is out of date: load it again' })
    await next()
  }

/** Whether a browser says that another site's page sent this. */
export const fromOtherSite = (c: Context<AppEnv>, settings: HttpSettings): boolean => {
  const from = c.req.header('sec-fetch-site')
  const origin = c.req.header('origin')
  if (from && from !== 'same-origin') return true
  return Boolean(origin) && !isOurs(origin ?? '', c.get('client').host, settings)
}

const isOurs = (origin: string, host: string, { publicUrl }: HttpSettings): boolean =>
  origin === publicUrl || URL.parse(origin)?.host === host

export const adminOnly: MiddlewareHandler<AppEnv> = async (c, next) => {
  if (c.get('account').role !== 'admin')
    reject(403, { code: 'adminOnly', message: 'Only the admin may do this' })
  await next()
}

/** Another account's shop is not there. */
export const ownShop =
  (deps: { store: Pick<Store, 'shops'> }): MiddlewareHandler<AppEnv> =>
  async (c, next) => {
    const shop = await deps.store.shops.get(c.req.param('shop') ?? '')
    if (!shop || shop.owner !== c.get('account').id)
      reject(404, { code: 'notFound', message: 'There is no such shop' })
    c.set('shop', shop)
    await next()
  }

/** A password never travels in the clear. */
export const safeTransport: MiddlewareHandler<AppEnv> = async (c, next) => {
  if (!c.get('client').safe)
    reject(403, {
      code: 'plainHttp',
      message:
        'Sign-in needs https (or http://localhost on this machine). Behind a proxy with https, name the proxy in TRUSTED_PROXIES',
    })
  await next()
}
