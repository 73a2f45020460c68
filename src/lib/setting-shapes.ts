// The shapes that settings come in: a text, a list with commas, an address, a private host. Every message is a fixed text: valibot's own
// would repeat the value.
import * as v from 'valibot'
import { isLinkLocal, isLoopbackHost, parseHostPort } from './addresses.ts'

export const text = (problem: string, pattern: RegExp) => v.pipe(v.string(), v.regex(pattern, problem))
export const list = (problem: string, read: (entry: string) => string | null) =>
  v.pipe(
    v.string(),
    v.transform((all) => all.split(',').flatMap((entry) => (entry.trim() ? [read(entry.trim())] : []))),
    v.check((entries) => !entries.includes(null), problem),
    v.transform((entries) => entries.filter((entry) => entry !== null)),
  )

export const address = (problem: string, fits: (url: URL) => boolean) =>
  v.pipe(
    v.string(),
    v.check((value) => {
      const url = URL.parse(value)
      if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password) return false
      return !/[?#]/.test(value) && fits(url)
    }, problem),
    v.transform((value) => new URL(value).href.replace(/\/+$/, '')),
  )
export const guarded = (url: URL): boolean => url.protocol === 'https:' || isLoopbackHost(url.hostname)

export const privateHost = (entry: string): string | null => {
  const parsed = parseHostPort(entry)
  const host = parsed?.replace(/:\d+$/, '').replace(/^\[|\]$/g, '')
  return host && !isLinkLocal(host) ? parsed : null
}
