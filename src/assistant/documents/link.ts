// Fetches a document from an address that a seller typed, through the guarded client: public hosts only, at every hop; a size and a time.
import { type Outcome, refuse } from '../../lib/outcome.ts'
import type { SafeFetch } from '../../lib/safe-fetch.ts'
import { type RawDocument, READ_LIMITS } from './reading.ts'

export type LinkFault =
  /** No address, or one that this server does not go to: private, of another scheme or port. */
  | 'blockedAddress'
  | 'tooLarge'
  | 'linkTooSlow'
  /** It answered, and not with a document: 404, 403, 500 … */
  | 'linkStatus'
  | 'linkRedirects'
  | 'linkSilent'
export type FetchDocument = (url: string) => Promise<Outcome<{ file: RawDocument }, LinkFault>>

const TIMEOUT = 20_000
const MOST_REDIRECTS = 4

const FAULTS: Readonly<Record<string, LinkFault>> = {
  TOO_LARGE: 'tooLarge',
  TIMEOUT: 'linkTooSlow',
  DNS_TIMEOUT: 'linkTooSlow',
  TOO_MANY_REDIRECTS: 'linkRedirects',
  BAD_REDIRECT: 'linkRedirects',
}

const faultOf = (code: string): LinkFault =>
  FAULTS[code] ?? (code.startsWith('BLOCKED') ? 'blockedAddress' : 'linkSilent')

const nameIn = (disposition: string | null, url: string): string => {
  const [, given] = /filename="?([^";]+)"?/i.exec(disposition ?? '') ?? []
  return given ?? URL.parse(url)?.pathname.split('/').at(-1) ?? ''
}

/** A page's name in its address says nothing of its format: "index.php" is HTML if the answer says so. */
const fileOf = (bytes: Uint8Array, headers: Headers, url: string): RawDocument => {
  const type = headers.get('content-type') ?? ''
  const name = nameIn(headers.get('content-disposition'), url)
  const readable = /\.(pdf|docx|md|markdown|txt|html?|csv)$/i.test(name)
  return { bytes, type, name: readable && !/html/i.test(type) ? name : '' }
}

export const makeFetchDocument =
  (safeFetch: SafeFetch): FetchDocument =>
  async (url) => {
    const answer = await safeFetch(url, {
      headers: { accept: 'text/html, application/pdf, text/*;q=0.9, */*;q=0.5', 'user-agent': 'Lapak' },
      timeoutMs: TIMEOUT,
      maxBytes: READ_LIMITS.bytes,
      maxRedirects: MOST_REDIRECTS,
    })
    if (!answer.ok) return refuse(faultOf(answer.code))
    if (answer.status < 200 || answer.status > 299) return refuse('linkStatus', String(answer.status))
    return { ok: true, file: fileOf(answer.bytes, answer.headers, answer.url) }
  }
