// The shop window: the numbers 1 to 10, which customers are shown first. A service that is put on a number trades with the one that
// stands there; every number that then differs from the import's stands in the shop's own document.
import type { ServiceId } from '../lib/brand.ts'
import { type Outcome, refuse } from '../lib/outcome.ts'
import type { Service } from '../model/service.ts'
import type { Shop } from '../model/shop.ts'
import type { Store } from '../store/store.ts'
import { numbersOf, placedIn } from './numbers.ts'
import { type SaleDeps, type SaleResult, setOnSale } from './sale.ts'

export type WindowDeps = { store: Pick<Store, 'services' | 'shops'> }

export const WINDOW = 10
type Window = Shop['window']
type Numbered = Pick<Service, 'id' | 'mid'>
type Trade = { number: number; service: ServiceId }

export const setWindow = async (
  deps: WindowDeps,
  shop: Shop,
  trade: Trade,
): Promise<Outcome<object, 'notFound' | 'badNumber'>> => {
  const { number, service: id } = trade
  if (!Number.isInteger(number) || number < 1 || number > WINDOW) return refuse('badNumber')
  const service = await deps.store.services.get(shop.id, id)
  if (!service) return refuse('notFound')
  await changeWindow(deps, shop, { services: [service], tradesIn: () => [trade] })
  return { ok: true }
}

/** Puts on sale; what was put on sale by it goes, in order, on the window's numbers that show nothing on sale. */
export const acceptProposal = async (
  deps: SaleDeps & WindowDeps,
  shop: Shop,
  ids: ServiceId[],
): Promise<SaleResult> => {
  const before = await deps.store.services.list(shop.id, { ids })
  const fresh = new Set(before.filter(({ onSale }) => !onSale).map(({ id }) => id))
  const result = await setOnSale(deps, shop, { ids, on: true })
  const refused = new Set(result.refused.map(({ id }) => id))
  const accepted = [...new Set(ids)].filter((id) => fresh.has(id) && !refused.has(id))
  if (accepted.length > 0) await fillWindow(deps, shop, { accepted, services: before })
  return result
}

const fillWindow = async (
  deps: WindowDeps,
  shop: Shop,
  { accepted, services }: { accepted: ServiceId[]; services: Service[] },
): Promise<void> => {
  const newcomers = new Set(accepted)
  const tradesIn = (seen: Seen): Trade[] => {
    const taken = (number: number): boolean => {
      const id = seen.at(number)
      return id !== undefined && seen.isOnSale(id) && !newcomers.has(id)
    }
    const free = NUMBERS.filter((number) => !taken(number))
    return accepted.slice(0, free.length).flatMap((service, i) => {
      const number = free[i]
      return number === undefined ? [] : [{ number, service }]
    })
  }
  await changeWindow(deps, shop, { services, tradesIn })
}

const NUMBERS = Array.from({ length: WINDOW }, (_, i) => i + 1)

/** The window as it was read: which service stands where, and whether it is on sale. */
type Seen = { at(number: number): ServiceId | undefined; isOnSale(id: ServiceId): boolean }
type Plan = { services: Service[]; tradesIn(seen: Seen): Trade[] }

/** Trades are worked out on the services that the window names; a window that another has changed meanwhile is read anew. */
const changeWindow = async (deps: WindowDeps, { id }: Shop, { services, tradesIn }: Plan): Promise<void> => {
  for (;;) {
    const shop = await deps.store.shops.get(id)
    if (!shop) return
    const known = await involved(deps, shop, services)
    const onSale = new Set(known.filter((service) => service.onSale).map((service) => service.id))
    const { at } = numbersOf(shop, known)
    const trades = tradesIn({ at, isOnSale: (service) => onSale.has(service) })
    const window = trades.reduce((now, trade) => tradeIn(now, known, trade), shop.window)
    let raced = false
    await deps.store.shops.change(id, (current) => {
      raced = !sameWindow(current.window, shop.window)
      return raced ? null : { ...current, window }
    })
    if (!raced) return
  }
}

/** Those to be placed, those placed before, and those whose own numbers are in question. */
const involved = async ({ store }: WindowDeps, shop: Shop, services: Service[]): Promise<Service[]> => {
  const first = await store.services.list(shop.id, { after: 0, limit: WINDOW })
  const ids = placedIn(shop)
  const placed = ids.length > 0 ? await store.services.list(shop.id, { ids }) : []
  return [...new Map([...first, ...placed, ...services].map((service) => [service.id, service])).values()]
}

/** The two services trade numbers, all others stay where they are. A number that is the import's own needs no override. */
export const tradeIn = (window: Window, known: readonly Numbered[], { number, service }: Trade): Window => {
  const { of, at } = numbersOf({ window }, known)
  const mids = new Map(known.map(({ id, mid }) => [id, mid]))
  const mine = mids.get(service)
  if (mine === undefined) return window
  const from = of({ id: service, mid: mine })
  const other = at(number)
  if (other === service) return window
  const kept = Object.entries(window).filter(([, id]) => id !== service && id !== other)
  const moved = [[number, service], ...(other ? [[from, other]] : [])] as [number, ServiceId][]
  const overrides = moved.filter(([to, id]) => mids.get(id) !== to)
  return Object.fromEntries([...kept, ...overrides])
}

const sameWindow = (one: Window, other: Window): boolean => {
  const entries = Object.entries(one)
  return entries.length === Object.keys(other).length && entries.every(([number, id]) => other[number] === id)
}
