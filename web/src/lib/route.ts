// Where the dashboard is: the address after `#`. Works under any base path and needs nothing of the server.
import { signal } from '@preact/signals'

export type Route = { path: string[]; query: URLSearchParams }

const read = (): Route => {
  const [path = '', query = ''] = location.hash.replace(/^#\/?/, '').split('?', 2)
  return { path: path.split('/').filter(Boolean).map(decodeURIComponent), query: new URLSearchParams(query) }
}

export const route = signal<Route>(read())
addEventListener('hashchange', () => {
  route.value = read()
  scrollTo(0, 0)
})

/** Goes to `orders/o_1?state=held`; an address without a leading `#/`. */
export const go = (to: string): void => {
  location.hash = `#/${to}`
}
