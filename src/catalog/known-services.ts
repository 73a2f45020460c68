// The stored services of one panel, read in pages so that ten thousand of them never hold up the event loop.
import type { ProviderId, ShopId } from '../lib/brand.ts'
import type { Service } from '../model/service.ts'
import type { Store } from '../store/store.ts'

export type KnownDeps = { store: Pick<Store, 'services'>; pause(): Promise<void> }

const PAGE = 500

export async function* pagesOf(
  { store, pause }: KnownDeps,
  shop: ShopId,
  provider: ProviderId,
): AsyncGenerator<Service[]> {
  for (let after = 0; ; ) {
    const page = await store.services.list(shop, { provider, after, limit: PAGE })
    if (page.length > 0) yield page
    const last = page.at(-1)
    if (!last || page.length < PAGE) return
    after = last.mid
    await pause()
  }
}

/** By the panel's id. */
export const knownServices = async (
  deps: KnownDeps,
  shop: ShopId,
  provider: ProviderId,
): Promise<Map<string, Service>> => {
  const known = new Map<string, Service>()
  for await (const page of pagesOf(deps, shop, provider))
    for (const service of page) known.set(service.service_id_api, service)
  return known
}
