// Job `catalog.derive`: when the tables of facts have grown, a shop's services are read anew from the rows that are stored, lot by lot.
// What the seller has put right, own words, prices and what is on sale stay. Killed anywhere, it goes on with what is not read yet.
import type { ServiceId, ShopId } from '../lib/brand.ts'
import type { Clock } from '../lib/clock.ts'
import type { JobDraft, JobResult } from '../model/job.ts'
import type { Service } from '../model/service.ts'
import type { Shop } from '../model/shop.ts'
import type { Store } from '../store/store.ts'
import { correctionsOf, reread } from './corrections.ts'
import { FACT_TABLES } from './facts.ts'
import type { KnownDeps } from './known-services.ts'
import { baseOf, isMadeOf, type Named, type Nameless, nameApart } from './naming.ts'

export type DeriveDeps = KnownDeps & { store: Pick<Store, 'services' | 'shops'> }
type QueueDeps = { store: Pick<Store, 'shops' | 'jobs'>; clock: Clock }

/** A shop without services has nothing to read; its first import says by which tables it was read. */
export const isBehind = ({ factTables = 0, nextMid }: Shop): boolean =>
  factTables < FACT_TABLES && (factTables > 0 || nextMid > 1)

export const shopsBehind = async ({ store }: { store: Pick<Store, 'shops'> }): Promise<Shop[]> =>
  (await store.shops.list()).filter(isBehind)

/** At the start of a process. One job per shop and version of the tables, however many processes start. */
export const queueDerivations = async ({ store, clock }: QueueDeps): Promise<void> => {
  const now = clock.now()
  const drafts = (await shopsBehind({ store })).map(
    ({ id }): JobDraft => ({
      id: `catalog.derive:${id}:${FACT_TABLES}`,
      name: 'catalog.derive',
      at: now,
      payload: { shop: id },
    }),
  )
  if (drafts.length === 0) return
  await store.jobs.add(drafts)
  for (const { id } of drafts) await store.jobs.revive(id, now)
}

/** Written in one go, which the store commits together; the event loop has its turn after each. */
const LOT = 100

export const deriveFacts = async (deps: DeriveDeps, payload: Record<string, string>): Promise<JobResult> => {
  const { store, pause } = deps
  const shop = await store.shops.get(payload['shop'] ?? '')
  if (!shop || !isBehind(shop)) return 'done'
  const names = await namesAnew(deps, shop.id)
  for await (const lot of lotsOf(deps, shop.id)) {
    await Promise.all(lot.map((service) => derive(deps, service, names.get(service.id))))
    await pause()
  }
  await store.shops.change(shop.id, (one) => ({ ...one, factTables: FACT_TABLES }))
  return 'done'
}

async function* lotsOf({ store }: DeriveDeps, shop: ShopId): AsyncGenerator<Service[]> {
  for (let after = 0; ; ) {
    const lot = await store.services.list(shop, { after, limit: LOT })
    if (lot.length > 0) yield lot
    const last = lot.at(-1)
    if (!last || lot.length < LOT) return
    after = last.mid
  }
}

const isDue = ({ facts }: Service): boolean => facts.tables !== FACT_TABLES

const anew = (service: Service): Service =>
  isDue(service) ? reread(service, correctionsOf(service)) : service

type Made = { base: string; name: string }

/** Names depend on each other, so all are known before the first is written. One that still fits its facts stays. */
const namesAnew = async (deps: DeriveDeps, shop: ShopId): Promise<ReadonlyMap<ServiceId, Made>> => {
  const settled: Named[] = []
  const nameless: Nameless[] = []
  const bases = new Map<ServiceId, string>()
  for await (const lot of lotsOf(deps, shop)) {
    for (const service of lot) {
      const { id, rate, madeName } = service
      const base = baseOf(anew(service))
      bases.set(id, base)
      if (isMadeOf({ base, madeName })) settled.push({ id, base, madeName })
      else nameless.push({ id, base, rate })
    }
    await deps.pause()
  }
  const names = [...nameApart(nameless, settled)]
  return new Map(names.map(([id, name]): [ServiceId, Made] => [id, { base: bases.get(id) ?? '', name }]))
}

/** Decided on the row as it stands at the write: a sync may have changed it meanwhile. */
const derive = async ({ store }: DeriveDeps, service: Service, made: Made | undefined): Promise<void> => {
  if (!isDue(service) && (!made || made.name === service.madeName)) return
  await store.services.change(service.shop, service.id, (one) => {
    const read = anew(one)
    if (!made || baseOf(read) !== made.base) return isDue(one) ? read : null
    return { ...read, madeName: made.name }
  })
}
