// Which IP addresses are public, which private ones an operator may open, and which never. Judges parsed addresses, never text of a URL.
import { BlockList, isIP } from 'node:net'

type Family = 'ipv4' | 'ipv6'

const ranges = (family: Family, cidrs: string): BlockList => {
  const list = new BlockList()
  for (const cidr of cidrs.split(' ')) {
    const [net = '', bits] = cidr.split('/')
    list.addSubnet(net, Number(bits), family)
  }
  return list
}

// IANA's special-purpose registries: everything of IPv4 that is not globally reachable.
const CLOSED4 = ranges(
  'ipv4',
  '0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24 192.0.2.0/24 ' +
    '192.88.99.0/24 192.168.0.0/16 198.18.0.0/15 198.51.100.0/24 203.0.113.0/24 224.0.0.0/4 240.0.0.0/4',
)
// All else of IPv6 is closed: ::1, ::ffff:a.b.c.d, 64:ff9b::, fc00::, fe80::, ff00::.
const GLOBAL6 = ranges('ipv6', '2000::/3')
// Tunnels and documentation inside 2000::/3.
const CLOSED6 = ranges('ipv6', '2001::/23 2001:db8::/32 2002::/16 3fff::/20')

// What a local service can have. Link-local is not in it, nor are forms that hide an IPv4 address.
const PRIVATE4 = ranges('ipv4', '10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 172.16.0.0/12 192.168.0.0/16')
const PRIVATE6 = ranges('ipv6', '::1/128 fc00::/7')
// Clouds keep the machine's credentials at these private addresses.
const METADATA4 = ranges('ipv4', '100.100.100.200/32')
const METADATA6 = ranges('ipv6', 'fd00:ec2::/32')

const LINK_LOCAL4 = ranges('ipv4', '169.254.0.0/16')
const LINK_LOCAL6 = ranges('ipv6', 'fe80::/10')

export const isPublicIp = (ip: string): boolean => {
  if (isIP(ip) === 4) return !CLOSED4.check(ip, 'ipv4')
  return isIP(ip) === 6 && !ip.includes('%') && GLOBAL6.check(ip, 'ipv6') && !CLOSED6.check(ip, 'ipv6')
}

/** A private address that ALLOW_PRIVATE_HOSTS can open: loopback and private networks, no cloud's metadata service. */
export const mayBeOpened = (ip: string): boolean => {
  if (isIP(ip) === 4) return PRIVATE4.check(ip, 'ipv4') && !METADATA4.check(ip, 'ipv4')
  return isIP(ip) === 6 && !ip.includes('%') && PRIVATE6.check(ip, 'ipv6') && !METADATA6.check(ip, 'ipv6')
}

export const isLinkLocal = (ip: string): boolean => {
  if (isIP(ip) === 4) return LINK_LOCAL4.check(ip, 'ipv4')
  return isIP(ip) === 6 && LINK_LOCAL6.check(ip.replace(/%.*$/, ''), 'ipv6')
}

const LOOPBACK4 = ranges('ipv4', '127.0.0.0/8')
/** For a host as it stands in a URL: `localhost`, 127.0.0.0/8 or `[::1]`. */
export const isLoopbackHost = (hostname: string): boolean => {
  const host = hostname.replace(/^\[|\]$/g, '').toLowerCase()
  return host === 'localhost' || host === '::1' || (isIP(host) === 4 && LOOPBACK4.check(host, 'ipv4'))
}

const HOST_PORT = /^(\[[0-9a-f:.]+\]|[a-z0-9_.-]+):(\d{1,5})$/i

/** `host:port` as a URL's parser would write it (`LOCALHOST:0080` → `localhost:80`), or null. The port must be there. */
export const parseHostPort = (text: string): string | null => {
  const [, host, port] = HOST_PORT.exec(text) ?? []
  if (!host || Number(port) < 1 || Number(port) > 65_535) return null
  const url = URL.parse(`http://${host}/`)
  return url && `${url.hostname}:${Number(port)}`
}

/** An address or a range such as `10.0.0.0/8` in its parts, or null. */
const parseCidr = (text: string): { net: string; bits: number; family: Family } | null => {
  const [net = '', bits, ...more] = text.split('/')
  const version = isIP(net)
  const widest = version === 4 ? 32 : 128
  if (version === 0 || net.includes('%') || more.length > 0) return null
  if (bits !== undefined && (!/^\d{1,3}$/.test(bits) || Number(bits) > widest)) return null
  return { net, bits: bits === undefined ? widest : Number(bits), family: version === 4 ? 'ipv4' : 'ipv6' }
}

export const isCidr = (text: string): boolean => parseCidr(text) !== null

/** Is this peer in one of the ranges? An IPv4 peer on a double-stack socket (`::ffff:10.0.0.1`) counts as IPv4. */
export const addressMatcher = (cidrs: readonly string[]): ((ip: string) => boolean) => {
  const list = new BlockList()
  for (const cidr of cidrs) {
    const parsed = parseCidr(cidr)
    if (!parsed) throw new TypeError('not an address range')
    list.addSubnet(parsed.net, parsed.bits, parsed.family)
  }
  return (peer) => {
    const ip = peer.replace(/^::ffff:(?=\d+\.)/i, '')
    const version = isIP(ip)
    return version !== 0 && list.check(ip, version === 4 ? 'ipv4' : 'ipv6')
  }
}
