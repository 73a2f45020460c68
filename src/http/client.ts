// Who is asking, and over what: headers of proxies count only when the peer is a proxy that the operator trusts.
import { isIP } from 'node:net'
import { addressMatcher, isLoopbackHost, isPublicIp } from '../lib/addresses.ts'

export type Client = {
  /** The address that limits are counted by; `unknown` when the server can't tell. */
  address: string
  https: boolean
  /** Host and port as the browser wrote them. */
  host: string
  /** A password may travel: https, or the browser and the server are on one machine. */
  safe: boolean
}

const plain = (address: string): string => address.replace(/^::ffff:(?=\d+\.)/i, '')

const listed = (header: string | null): string[] =>
  (header ?? '').split(',').flatMap((one) => (one.trim() ? [one.trim()] : []))

const hostnameOf = (host: string): string => URL.parse(`http://${host}/`)?.hostname ?? ''

/** From the nearest hop outwards, the first that is no trusted proxy; what isn't an address ends the walk. */
const nearestStranger = (peer: string, hops: string[], trusted: (ip: string) => boolean): string => {
  let address = peer
  for (const hop of hops.toReversed()) {
    if (!trusted(address) || isIP(plain(hop)) === 0) return address
    address = plain(hop)
  }
  return address
}

/** `peer`: the other end of the socket, null when it can't be known. */
export const clientReader = (trustedProxies: readonly string[]) => {
  const trusted = addressMatcher(trustedProxies)
  return (request: Request, peer: string | null): Client => {
    const { headers } = request
    const url = new URL(request.url)
    const socket = plain(peer ?? '')
    const proxied = trusted(socket)
    const told = (name: string) => (proxied ? listed(headers.get(name)).at(-1) : undefined)
    const address = nearestStranger(socket, proxied ? listed(headers.get('x-forwarded-for')) : [], trusted)
    const https = (told('x-forwarded-proto') ?? url.protocol.replace(':', '')) === 'https'
    const host = told('x-forwarded-host') ?? headers.get('host') ?? url.host
    // A container's or tunnel's near end is a private address; the name in the browser's address bar is what counts.
    const near = isIP(address) !== 0 && !isPublicIp(address) && isLoopbackHost(hostnameOf(host))
    return { address: address || 'unknown', https, host, safe: https || near }
  }
}
