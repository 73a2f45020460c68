// Where the dashboard is: the address after `#`. Works under any base path and needs nothing of the server.
import { signal } from '@preact/signals'

export type Route = { path: string[]; query: URLSearchParams }

/** A hand-written address may hold a stray `%`. */
const decode = (part: string): string => {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}

const read = (): Route => {
  const [path = '', query = ''] = location.hash.replace(/^#\/?/, '').split('?', 2)
  return { path: path.split('/').filter(Boolean).map(decode), query: new URLSearchParams(query) }
}

export const route = signal<Route>(read())
addEventListener('hashchange', () => {
  const before = route.value
  route.value = read()
  if (before.path.join('/') !== route.value.path.join('/')) scrollTo(0, 0)
})

/** Goes to `orders/o_1?state=held`; an address without a leading `#/`. */
export const go = (to: string): void => {
  location.hash = `#/${to}`
}

/** Goes there in place of where we are: the address left behind is not to be come back to. */
export const replaceWith = (to: string): void => {
  history.replaceState(null, '', `#/${to}`)
  route.value = read()
}

/** Changes a query value of this page without a new step in the browser's history. */
export const setQuery = (changes: Record<string, string>): void => {
  const { path, query } = route.value
  const next = new URLSearchParams(query)
  for (const [name, value] of Object.entries(changes)) {
    if (value) next.set(name, value)
    else next.delete(name)
  }
  const tail = next.size > 0 ? `?${next}` : ''
  replaceWith(`${path.map(encodeURIComponent).join('/')}${tail}`)
}
