// Pilih yang dijual: at most thirty of thousands, to begin with. Per platform and kind the cheapest, the cheapest with a stated
// guarantee, the cheapest with Indonesian accounts; what sells most comes first, because the first ten become the window.
import type { ServiceId } from '../lib/brand.ts'
import type { Service } from '../model/service.ts'
import type { Shop } from '../model/shop.ts'
import { KINDS, type Kind, PLATFORMS, type Platform } from '../model/vocabulary.ts'
import type { Store } from '../store/store.ts'
import { numbersOf, placedIn } from './numbers.ts'
import { type Panels, panelsOf } from './offers.ts'
import { priceOf, ruleOf } from './price.ts'
import { sellableType } from './quote.ts'
import { rowOf, type ServiceRow } from './rows.ts'

export type ProposalDeps = { store: Pick<Store, 'services' | 'providers'>; pause(): Promise<void> }

const MOST = 30
/** Groups that get all three picks; the others get their cheapest, as far as there is room. */
const MAIN_GROUPS = 12

/** What is on sale already is not proposed again. */
export const proposal = async (deps: ProposalDeps, shop: Shop): Promise<ServiceRow[]> => {
  const panels = panelsOf(await deps.store.providers.list(shop.id))
  const picks = (await pickServices(deps, shop, panels)).filter(({ onSale }) => !onSale)
  const placed = await placedServices(deps, shop)
  const numbers = numbersOf(shop, [...placed, ...picks])
  return picks.map((service) => rowOf(shop, panels, { ...service, mid: numbers.of(service) }))
}

/** The cheapest of the groups that sell most; also for the worked example of a margin. */
export const pickServices = async (deps: ProposalDeps, shop: Shop, panels: Panels): Promise<Service[]> => {
  const groups = new Map<string, Group>()
  for await (const candidate of candidates(deps, shop, panels)) enter(groups, candidate)
  const ordered = [...groups.values()].sort((a, b) => a.rank - b.rank)
  const main = ordered.slice(0, MAIN_GROUPS)
  const rest = ordered.slice(MAIN_GROUPS)
  const picks = [
    ...main.map(({ cheapest }) => cheapest),
    ...main.map(({ guaranteed }) => guaranteed),
    ...main.map(({ indonesian }) => indonesian),
    ...rest.map(({ cheapest }) => cheapest),
  ].flatMap((candidate) => (candidate ? [candidate.service] : []))
  return [...new Map(picks.map((service) => [service.id, service])).values()].slice(0, MOST)
}

const placedServices = async ({ store }: ProposalDeps, shop: Shop): Promise<Service[]> => {
  const ids: ServiceId[] = placedIn(shop)
  return ids.length > 0 ? store.services.list(shop.id, { ids }) : []
}

type Candidate = { service: Service; cost: number }
type Group = { rank: number; cheapest?: Candidate; guaranteed?: Candidate; indonesian?: Candidate }

const PAGE = 500

async function* candidates(
  { store, pause }: ProposalDeps,
  shop: Shop,
  panels: Panels,
): AsyncGenerator<Candidate> {
  const units = unitsOf(shop, panels)
  for (let after = 0; ; ) {
    const page = await store.services.list(shop.id, { vanished: false, after, limit: PAGE })
    for (const service of page) {
      const panel = panels.get(service.provider)
      if (panel && !panel.disabled && sellableType(service.type))
        yield { service, cost: Number(service.rate) * (units.get(panel.id) ?? 1) }
    }
    const last = page.at(-1)
    if (!last || page.length < PAGE) return
    after = last.mid
    await pause()
  }
}

/** Rupiah for one unit of each panel's currency; 1 where that is not known yet. Only an order is asked for. */
const unitsOf = (shop: Shop, panels: Panels): Map<string, number> => {
  const settings = { ...shop.settings, margin: '0' }
  const one = { rate: '1', type: 'package' }
  return new Map(
    [...panels].map(([id, { currency }]) => {
      const rule = ruleOf(shop, currency)
      const priced = rule && priceOf({ ...rule, settings }, one, { quantity: 1 })
      return [id, Number(priced?.cost.exchange ?? 1)]
    }),
  )
}

const enter = (groups: Map<string, Group>, candidate: Candidate): void => {
  const { platform, kind, guarantee, country } = candidate.service.facts
  const name = `${platform} ${kind}`
  const group = groups.get(name) ?? { rank: rankOf(platform, kind) }
  groups.set(name, group)
  group.cheapest = cheaper(group.cheapest, candidate)
  if (guarantee && guarantee.days > 0) group.guaranteed = cheaper(group.guaranteed, candidate)
  if (country === 'ID') group.indonesian = cheaper(group.indonesian, candidate)
}

/** The earlier one keeps its place at the same cost. */
const cheaper = (known: Candidate | undefined, other: Candidate): Candidate =>
  known && known.cost <= other.cost ? known : other

const FIRST_PLATFORMS: readonly Platform[] = ['instagram', 'tiktok', 'youtube', 'facebook', 'telegram']
const FIRST_KINDS: readonly Kind[] = ['followers', 'likes', 'views', 'subscribers', 'members', 'comments']
const WEIGHT = 100

const placeIn = <Word extends string>(first: readonly Word[], all: readonly Word[], word: Word): number => {
  const place = first.indexOf(word)
  return place >= 0 ? place : first.length + all.indexOf(word)
}

/** Subscribers and members are the followers of their platforms. What we have no word for comes last. */
const rankOf = (platform: Platform, kind: Kind): number => {
  if (platform === 'other' || kind === 'other') return WEIGHT * WEIGHT
  const places = {
    platform: placeIn(FIRST_PLATFORMS, PLATFORMS, platform),
    kind: kind === 'subscribers' || kind === 'members' ? 0 : placeIn(FIRST_KINDS, KINDS, kind),
  }
  return (places.platform + places.kind) * WEIGHT + places.platform
}
