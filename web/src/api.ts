// The one way to the server: JSON, the session's CSRF token, errors with the server's code and words.
import { signal } from '@preact/signals'

export type Failure = { status: number; code: string; message: string; fields: Record<string, string> }

export class ApiError extends Error {
  readonly failure: Failure
  constructor(failure: Failure) {
    super(failure.message)
    this.failure = failure
  }
}

/** Set from `GET /session`; sent with every request that changes something. */
export const csrf = signal('')
/** Called when the session has ended elsewhere. */
export const onSignedOut: { now: () => void } = { now: () => undefined }

export const address = (path: string): string => new URL(`api${path}`, document.baseURI.split('#')[0]).href

export const call = async <T>(
  method: 'GET' | 'POST' | 'PUT' | 'DELETE',
  path: string,
  body?: unknown,
): Promise<T> => {
  const response = await fetch(address(path), {
    method,
    credentials: 'same-origin',
    headers: {
      accept: 'application/json',
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(method === 'GET' ? {} : { 'x-csrf': csrf.value }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  }).catch(() => {
    throw new ApiError({ status: 0, code: 'offline', message: '', fields: {} })
  })
  const text = await response.text()
  const data = parse(text)
  if (response.ok) return data as T
  const error = (data as { error?: Partial<Failure> } | null)?.error
  if (response.status === 401 && path !== '/session') onSignedOut.now()
  throw new ApiError({
    status: response.status,
    code: error?.code ?? 'unknown',
    message: error?.message ?? '',
    fields: error?.fields ?? {},
  })
}

const parse = (text: string): unknown => {
  try {
    return text ? JSON.parse(text) : null
  } catch {
    return null
  }
}

export const get = <T>(path: string): Promise<T> => call<T>('GET', path)
export const post = <T>(path: string, body: unknown = {}): Promise<T> => call<T>('POST', path, body)
export const put = <T>(path: string, body: unknown): Promise<T> => call<T>('PUT', path, body)
export const remove = <T>(path: string): Promise<T> => call<T>('DELETE', path)

type Heard = { hint: (topic: string) => void; back: () => void }

/** Server-sent hints of one shop: what changed, to be read anew; `back` when a broken stream is there again. Answers how to stop. */
export const listen = (shop: string, heard: Heard): (() => void) => {
  const source = new EventSource(address(`/shops/${shop}/live`))
  // At the first opening too: what changed between the page's reading and this moment was hinted to nobody.
  source.addEventListener('open', heard.back)
  source.addEventListener('hint', (event) =>
    heard.hint((JSON.parse((event as MessageEvent<string>).data) as { topic: string }).topic),
  )
  return () => source.close()
}
