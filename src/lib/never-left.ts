// Which failures prove that a request was never sent. Fulfilment rests on it: only these may be tried again (architecture §2, rule 7).

/**
 * The codes after which the request certainly never left, each with its reason; a code that isn't here may have left.
 * Every row has a test against a real socket or the real check. EPROTO is not here on purpose: under TLS 1.3 a server
 * may refuse the client after it has read the request.
 */
export const NEVER_LEFT = {
  BLOCKED_URL: 'the address is no http or https address, or carries a name and password',
  BLOCKED_PORT: 'the port is closed for public hosts (open: 80, 443, 1024 to 65535)',
  BLOCKED_ADDRESS: 'the host has an address that is not public and not opened by ALLOW_PRIVATE_HOSTS',
  BLOCKED_HEADER: 'a header can not be sent (a line break in a key, for example)',
  LIMITED: 'our own limiter held it back',
  ENOTFOUND: 'the host name does not exist',
  DNS_FAILED: 'the host name could not be looked up',
  DNS_TIMEOUT: 'looking up the host name took too long',
  ECONNREFUSED: 'nobody listens there',
  CERT_HAS_EXPIRED: 'the certificate has expired',
  CERT_NOT_YET_VALID: 'the certificate is not valid yet',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'the certificate is signed by itself',
  SELF_SIGNED_CERT_IN_CHAIN: 'the certificate comes from an authority nobody knows',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'the certificate comes from an authority nobody knows',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'the certificate comes from an authority nobody knows',
  ERR_TLS_CERT_ALTNAME_INVALID: 'the certificate is for another name',
} as const satisfies Record<string, string>

export const neverLeft = (code: string): boolean => Object.hasOwn(NEVER_LEFT, code)

export type Fault = { ok: false; code: string }
export const fault = (code: string): Fault => ({ ok: false, code })

/** The code of a thrown network error: the system's own, TIMEOUT for the deadline, else UNKNOWN. */
export const codeOf = (cause: unknown): string => {
  const { name, code } = (cause ?? {}) as { name?: unknown; code?: unknown }
  if (name === 'TimeoutError') return 'TIMEOUT'
  return typeof code === 'string' && code !== '' ? code : 'UNKNOWN'
}
