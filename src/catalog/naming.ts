// Names told apart within a shop: the same made name twice gets A, B, C by price. A name once given stays, whatever prices do later,
// because customers know it: newcomers take the next letters.
import type { ServiceId, ShopId } from '../lib/brand.ts'
import type { Service } from '../model/service.ts'
import type { KnownDeps } from './known-services.ts'
import { madeName } from './names.ts'

export type Nameless = { id: ServiceId; base: string; rate: string }
export type Named = { id: ServiceId; base: string; madeName: string }

const LONGEST = 32

/** A … Z, AA, AB, …: the n-th from 0. */
const letterOf = (n: number): string =>
  n < 26 ? String.fromCharCode(65 + n) : `${letterOf(Math.floor(n / 26) - 1)}${letterOf(n % 26)}`

const placeOfLetter = (letters: string): number =>
  [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1

const lettered = (base: string, n: number): string => {
  const letter = letterOf(n)
  return `${base.slice(0, LONGEST - letter.length - 1).trimEnd()} ${letter}`
}

/** The letter that a name carries; −1 for a name without. */
const letterIn = ({ base, madeName }: Pick<Named, 'base' | 'madeName'>): number => {
  const letters = madeName === base ? undefined : / ([A-Z]{1,3})$/.exec(madeName)?.[1]
  return letters && lettered(base, placeOfLetter(letters)) === madeName ? placeOfLetter(letters) : -1
}

/** Whether the name is the base, alone or with a letter. */
export const isMadeOf = (named: Pick<Named, 'base' | 'madeName'>): boolean =>
  named.madeName === named.base || letterIn(named) >= 0

/** The name that a service would have if it were the only one of its kind. */
export const baseOf = (service: Service): string => madeName(service.facts, service)

/** Only an order is asked for, which a binary fraction keeps: nothing is paid by it. */
const byPrice = (one: Nameless, other: Nameless): number => Number(one.rate) - Number(other.rate)

const groupsOf = <Row extends { base: string }>(rows: readonly Row[]): Map<string, Row[]> => {
  const groups = new Map<string, Row[]>()
  for (const row of rows) {
    const group = groups.get(row.base)
    if (group) group.push(row)
    else groups.set(row.base, [row])
  }
  return groups
}

const nameGroup = (newcomers: Nameless[], settled: Named[]): [ServiceId, string][] => {
  const [only] = newcomers
  if (settled.length === 0 && newcomers.length === 1 && only) return [[only.id, only.base]]
  const bare = settled.filter((one) => letterIn(one) < 0)
  const first = settled.reduce((most, one) => Math.max(most, letterIn(one)), -1) + 1
  const unlettered = [...bare, ...[...newcomers].sort(byPrice)]
  return unlettered.map((one, i) => [one.id, lettered(one.base, first + i)])
}

/** A name for each newcomer; also the new name of one that stood alone until now and becomes A. */
export const nameApart = (newcomers: Nameless[], settled: readonly Named[]): Map<ServiceId, string> => {
  const known = groupsOf(settled)
  const groups = [...groupsOf(newcomers)]
  return new Map(groups.flatMap(([base, group]) => nameGroup(group, known.get(base) ?? [])))
}

const PAGE = 500

/** Every service of the shop with its name, but for those about to be named anew. */
export const settledNames = async (
  { store, pause }: KnownDeps,
  shop: ShopId,
  except: ReadonlySet<ServiceId>,
): Promise<Named[]> => {
  const named: Named[] = []
  for (let after = 0; ; ) {
    const page = await store.services.list(shop, { after, limit: PAGE })
    for (const service of page) if (!except.has(service.id)) named.push(namedOf(service))
    const last = page.at(-1)
    if (!last || page.length < PAGE) return named
    after = last.mid
    await pause()
  }
}

const namedOf = (service: Service): Named => ({
  id: service.id,
  base: baseOf(service),
  madeName: service.madeName,
})
