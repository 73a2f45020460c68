// The numbers that customers see. A service keeps its import number (mid) for ever; where the seller puts a service on another's
// number, the two trade. `shop.window` holds only the placed ones (number → service), so the rest of the trade is worked out here.
import type { ServiceId } from '../lib/brand.ts'
import type { Service } from '../model/service.ts'
import type { Shop } from '../model/shop.ts'

type Numbered = Pick<Service, 'id' | 'mid'>

export type Numbers = {
  /** The number that a service is shown under today. */
  of(service: Numbered): number
  /** Which of the given services stands on a number. */
  at(number: number): ServiceId | undefined
}

/** The services that `numbersOf` must be given besides those that are asked about. */
export const placedIn = ({ window }: Pick<Shop, 'window'>): ServiceId[] => Object.values(window)

type Placed = { numberOf: Map<ServiceId, number>; midOn: Map<number, number> }

/** A service placed twice stays on the lowest number; a placed service that is not there leaves its number to its own. */
const placedOf = (window: Shop['window'], midOf: Map<ServiceId, number>): Placed => {
  const placed: Placed = { numberOf: new Map(), midOn: new Map() }
  const overrides = Object.entries(window).map(([number, id]) => [Number(number), id] as const)
  for (const [number, id] of overrides.sort(([a], [b]) => a - b)) {
    const mid = midOf.get(id)
    if (mid === undefined || placed.numberOf.has(id)) continue
    placed.numberOf.set(id, number)
    placed.midOn.set(number, mid)
  }
  return placed
}

/**
 * Both directions of the mapping, as one permutation of the mids: who is pushed off a number takes the number that its
 * newcomer came from, and the one that was there before that the next, until a number is free.
 * `services` holds those asked about and those of `placedIn(shop)`.
 */
export const numbersOf = ({ window }: Pick<Shop, 'window'>, services: readonly Numbered[]): Numbers => {
  const { numberOf, midOn } = placedOf(window, new Map(services.map(({ id, mid }) => [id, mid])))
  const of = ({ id, mid }: Numbered): number => {
    const placed = numberOf.get(id)
    if (placed !== undefined) return placed
    let number = mid
    for (let next = midOn.get(number); next !== undefined; next = midOn.get(number)) number = next
    return number
  }
  const shown = new Map(services.map((service) => [of(service), service.id]))
  return { of, at: (number) => shown.get(number) }
}
