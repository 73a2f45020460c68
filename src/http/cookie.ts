// The session's cookie: httpOnly, never sent from another site, bound to this host and path as tightly as the address allows.
import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import type { CookieOptions } from 'hono/utils/cookie'
import { SESSION_LIFE } from '../accounts/sessions.ts'
import type { AppEnv } from './env.ts'

const NAME = 'lapak'

const optionsOf = (c: Context<AppEnv>, basePath: string): CookieOptions => {
  const { https } = c.get('client')
  const kind = https
    ? { secure: true, prefix: basePath === '' ? ('host' as const) : ('secure' as const) }
    : {}
  return { path: basePath || '/', httpOnly: true, sameSite: 'Strict', ...kind }
}

export const readCookie = (c: Context<AppEnv>, basePath: string): string | undefined => {
  const { prefix } = optionsOf(c, basePath)
  return prefix ? getCookie(c, NAME, prefix) : getCookie(c, NAME)
}

export const writeCookie = (c: Context<AppEnv>, basePath: string, token: string): void =>
  setCookie(c, NAME, token, { ...optionsOf(c, basePath), maxAge: SESSION_LIFE / 1000 })

export const clearCookie = (c: Context<AppEnv>, basePath: string): void => {
  deleteCookie(c, NAME, optionsOf(c, basePath))
}
