// From a typed URL to the one address that its request goes to, or the reason why it goes nowhere. Nothing is sent here.
import { promises as dns } from 'node:dns'
import { isIP } from 'node:net'
import { isPublicIp, mayBeOpened } from './addresses.ts'
import { codeOf, type Fault, fault } from './never-left.ts'

export type Resolve = (host: string) => Promise<string[]>
export type PinRules = {
  /** `host:port` entries, as `parseHostPort` writes them, that may be private. */
  allowHosts: readonly string[]
  resolve: Resolve
  deadline: AbortSignal
}

export const systemResolve: Resolve = async (host) =>
  (await dns.lookup(host, { all: true, verbatim: true })).map(({ address }) => address)

/** The host as a name or address, without the brackets of IPv6. */
export const bareHost = (url: URL): string => url.hostname.replace(/^\[|\]$/g, '')

const portOf = (url: URL): number => Number(url.port || (url.protocol === 'https:' ? 443 : 80))

const checkUrl = (url: URL, listed: boolean): Fault | null => {
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return fault('BLOCKED_URL')
  if (url.username || url.password) return fault('BLOCKED_URL')
  const port = portOf(url)
  // Below 1024 live mail, SSH and the like, which an HTTP request could be made to speak to.
  return listed || port === 80 || port === 443 || port >= 1024 ? null : fault('BLOCKED_PORT')
}

const untilExpired = <T>(deadline: AbortSignal, work: Promise<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    const expire = () => reject(deadline.reason)
    if (deadline.aborted) expire()
    deadline.addEventListener('abort', expire, { once: true })
    work.then(resolve, reject).finally(() => deadline.removeEventListener('abort', expire))
  })

const addressesOf = async (rules: PinRules, host: string): Promise<{ ok: true; all: string[] } | Fault> => {
  if (isIP(host)) return { ok: true, all: [host] }
  try {
    const all = await untilExpired(rules.deadline, rules.resolve(host))
    return all.length > 0 ? { ok: true, all } : fault('ENOTFOUND')
  } catch (cause) {
    if (rules.deadline.aborted) return fault('DNS_TIMEOUT')
    return fault(codeOf(cause) === 'ENOTFOUND' ? 'ENOTFOUND' : 'DNS_FAILED')
  }
}

/** Resolves once. A single closed address among open ones blocks: such a name is not to be trusted. */
export const pin = async (rules: PinRules, url: URL): Promise<{ ok: true; address: string } | Fault> => {
  const listed = rules.allowHosts.includes(`${url.hostname}:${portOf(url)}`)
  const wrong = checkUrl(url, listed)
  if (wrong) return wrong
  const found = await addressesOf(rules, bareHost(url))
  if (!found.ok) return found
  const allowed = (ip: string) => isPublicIp(ip) || (listed && mayBeOpened(ip))
  if (!found.all.every(allowed)) return fault('BLOCKED_ADDRESS')
  // Panels keep lists of their customers' IPv4 addresses.
  return { ok: true, address: found.all.find((ip) => isIP(ip) === 4) ?? found.all[0]! }
}
