// Keeps stored services as the panel has them now: rates, limits, what vanished, what came back. New rows are only counted: numbers are
// given by imports alone. A sync that fails, or whose answer is suddenly short, switches nothing off.
import type { Millis, ProviderId, ShopId } from '../lib/brand.ts'
import { DAY } from '../lib/clock.ts'
import { type Outcome, refuse } from '../lib/outcome.ts'
import type { JobResult } from '../model/job.ts'
import type { ProviderDoc } from '../store/documents.ts'
import type { Store } from '../store/store.ts'
import { type AnswerDeps, type AnswerRefusal, askCatalogue, type Catalogue } from './answer.ts'
import { knownServices } from './known-services.ts'
import { type Known, lotsOf, planOf } from './plan.ts'
import { type Origin, updateServices } from './stock.ts'
import { noteFault } from './told.ts'

export type SyncDeps = AnswerDeps & {
  store: Pick<Store, 'providers' | 'services'>
  pause(): Promise<void>
}
export type Panel = { shop: ShopId; provider: ProviderId }
/** `new`: rows that an import would add. */
export type SyncCounts = { new: number; changed: number; vanished: number }
export type Synced = Outcome<{ counts: SyncCounts }, AnswerRefusal | 'notFound' | 'off' | 'short'>

/** What stays missing that long is not coming back: it goes off sale, and its return would be the seller's to decide on. */
const GRACE = 2 * DAY

export const syncCatalogue = async (deps: SyncDeps, panel: Panel): Promise<Synced> => {
  const doc = await deps.store.providers.get(panel.shop, panel.provider)
  if (!doc) return refuse('notFound')
  if (doc.disabled) return refuse('off')
  const asked = await askCatalogue(deps, doc)
  if (!asked.ok) return asked
  const { catalogue } = asked
  if (catalogue.short) return tooShort(deps, doc, catalogue)
  const origin: Origin = { ...panel, at: catalogue.at }
  const known = await knownServices(deps, panel.shop, panel.provider)
  const counts = await takeOver(deps, origin, { known, catalogue })
  await retireMissing(deps, origin, known)
  await noteCatalogue(deps, panel, catalogue)
  return { ok: true, counts }
}

/** Job `catalog.sync`, every six hours. A fault stands at the provider; the next round, or the next buyer, asks again. */
export const runSync = async (
  sync: (panel: Panel) => Promise<Synced>,
  payload: Record<string, string>,
): Promise<JobResult> => {
  const { shop = '', provider = '' } = payload
  await sync({ shop, provider })
  return 'done'
}

const tooShort = async (deps: SyncDeps, doc: ProviderDoc, { services }: Catalogue): Promise<Synced> => {
  const before = doc.catalogue?.rows ?? 0
  const said = `The panel's list is suddenly short: ${services.length} services, ${before} before; nothing was switched off`
  await noteFault(deps, doc, said)
  return refuse('short', said)
}

type News = { known: Known; catalogue: Catalogue }

const takeOver = async (deps: SyncDeps, origin: Origin, { known, catalogue }: News): Promise<SyncCounts> => {
  const counts: SyncCounts = { new: 0, changed: 0, vanished: 0 }
  for (const lot of lotsOf(planOf(known, catalogue))) {
    for (const { change } of lot) if (change in counts) counts[change as keyof SyncCounts]++
    await updateServices(deps, origin, lot)
    await deps.pause()
  }
  return counts
}

/** Measured at a good answer, so that a broken panel cannot empty the shop. */
const retireMissing = async (deps: SyncDeps, { shop, at }: Origin, known: Known): Promise<void> => {
  for (const { id, onSale, vanishedAt } of known.values())
    if (onSale && vanishedAt !== undefined && vanishedAt + GRACE <= at)
      await deps.store.services.change(shop, id, (one) =>
        one.vanishedAt === vanishedAt ? { ...one, onSale: false } : null,
      )
}

const noteCatalogue = async (
  { store }: SyncDeps,
  { shop, provider }: Panel,
  { at, services }: Catalogue,
): Promise<void> => {
  const catalogue = { at: at as Millis, rows: services.length }
  await store.providers.change(shop, provider, ({ lastFault: _, ...doc }) => ({ ...doc, catalogue }))
}
