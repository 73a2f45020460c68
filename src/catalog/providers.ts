// Panels of a shop: connected, changed, taken away. A key is sealed on the way in; one panel account is connected once per shop.
import type { ProviderId, ShopId } from '../lib/brand.ts'
import type { Clock } from '../lib/clock.ts'
import type { Ids } from '../lib/ids.ts'
import { type Outcome, refuse } from '../lib/outcome.ts'
import { lastFour, type Sealer } from '../lib/seal.ts'
import type { Shop } from '../model/shop.ts'
import type { ProviderDoc } from '../store/documents.ts'
import type { Store } from '../store/store.ts'
import { pagesOf } from './known-services.ts'
import {
  accountOf,
  claimAccount,
  isSameAccount,
  keyPlace,
  type PanelAccount,
  releaseAccount,
} from './panel-account.ts'

export type ProviderForm = { name: string; endpoint: string; key: string }
export type ProviderChanges = {
  name?: string
  endpoint?: string
  key?: string
  disabled?: boolean
  /** For a panel that doesn't tell its currency, or tells a wrong one: from now on this counts. */
  currency?: string
}
export type ProviderRefusal = 'notFound' | 'practice' | 'badEndpoint' | 'taken' | 'ordersOpen'

export type ProviderDeps = {
  store: Pick<Store, 'providers' | 'services' | 'orders' | 'keys'>
  clock: Clock
  ids: Ids
  box: Sealer
  mayReach(endpoint: string): boolean | Promise<boolean>
  pause(): Promise<void>
}

/** The practice shop has its own practice panel and takes no other: practice money must not meet a real panel. */
export const addProvider = async (
  deps: ProviderDeps,
  shop: Shop,
  { name, endpoint, key }: ProviderForm,
): Promise<Outcome<{ provider: ProviderDoc }, ProviderRefusal>> => {
  if (shop.mode === 'practice') return refuse('practice')
  if (!(await deps.mayReach(endpoint))) return refuse('badEndpoint')
  const id: ProviderId = deps.ids.id('p')
  const provider: ProviderDoc = {
    id,
    shop: shop.id,
    name,
    driver: 'smm-v2',
    endpoint,
    key: deps.box.seal(key, keyPlace(shop.id, id)),
    endsIn: lastFour(key),
    createdAt: deps.clock.now(),
    v: 1,
  }
  // The document first: a claim whose owner is not there counts as left behind.
  await deps.store.providers.create(provider)
  if (await claimAccount(deps, provider, { endpoint, key })) return { ok: true, provider }
  await deps.store.providers.remove(shop.id, id)
  return refuse('taken')
}

export const editProvider = async (
  deps: ProviderDeps,
  shop: ShopId,
  { id, form }: { id: ProviderId; form: ProviderChanges },
): Promise<Outcome<{ provider: ProviderDoc }, ProviderRefusal>> => {
  const doc = await deps.store.providers.get(shop, id)
  if (!doc) return refuse('notFound')
  const { endpoint, key, currency } = form
  if (doc.driver === 'sandbox' && (endpoint ?? key ?? currency) !== undefined) return refuse('practice')
  const moved = await moveAccount(deps, doc, form)
  if (!moved.ok) return moved
  const provider = await deps.store.providers.change(shop, id, (current) => edited(deps, current, form))
  if (!provider) return refuse('notFound')
  if (moved.from) await releaseAccount(deps, doc, moved.from)
  return { ok: true, provider }
}

export const removeProvider = async (
  deps: ProviderDeps,
  shop: ShopId,
  id: ProviderId,
): Promise<Outcome<object, ProviderRefusal>> => {
  const doc = await deps.store.providers.get(shop, id)
  if (!doc) return refuse('notFound')
  if (doc.driver === 'sandbox') return refuse('practice')
  if (await deps.store.orders.openAtProvider(shop, id)) return refuse('ordersOpen')
  // Switched off first: nothing new is quoted from here on. An order that slipped in keeps the panel.
  await deps.store.providers.change(shop, id, (current) => ({ ...current, disabled: true }))
  if (await deps.store.orders.openAtProvider(shop, id)) return refuse('ordersOpen')
  await retireServices(deps, shop, id)
  await deps.store.providers.remove(shop, id)
  const account = accountOf(deps, doc)
  if (account) await releaseAccount(deps, doc, account)
  return { ok: true }
}

type Moved = Outcome<{ from?: PanelAccount }, ProviderRefusal>

/** Claims the account that the change leads to. Answers the one that is left, to be released once the change is written. */
const moveAccount = async (deps: ProviderDeps, doc: ProviderDoc, form: ProviderChanges): Promise<Moved> => {
  if (form.endpoint === undefined && form.key === undefined) return { ok: true }
  const from = accountOf(deps, doc)
  if (!from) throw new Error(`the key of provider ${doc.id} does not open with this APP_SECRET`)
  const to = { endpoint: form.endpoint ?? from.endpoint, key: form.key ?? from.key }
  if (to.endpoint !== from.endpoint && !(await deps.mayReach(to.endpoint))) return refuse('badEndpoint')
  // Another panel knows nothing of these orders, and would tell of its own under the same numbers.
  const elsewhere = originOf(to.endpoint) !== originOf(from.endpoint)
  if (elsewhere && (await deps.store.orders.openAtProvider(doc.shop, doc.id))) return refuse('ordersOpen')
  if (isSameAccount(from, to)) return { ok: true }
  return (await claimAccount(deps, doc, to)) ? { ok: true, from } : refuse('taken')
}

const originOf = (endpoint: string): string | undefined => URL.parse(endpoint)?.origin

const edited = ({ box }: ProviderDeps, doc: ProviderDoc, form: ProviderChanges): ProviderDoc => {
  const { name, endpoint, key, disabled, currency } = form
  const elsewhere = endpoint !== undefined && originOf(endpoint) !== originOf(doc.endpoint)
  const base = elsewhere ? ofAnotherPanel(doc) : doc
  const asked = endpoint !== undefined || key !== undefined ? withoutAnswers(base) : base
  return {
    ...asked,
    ...(name === undefined ? {} : { name }),
    ...(endpoint === undefined ? {} : { endpoint }),
    ...(key === undefined ? {} : { key: box.seal(key, keyPlace(doc.shop, doc.id)), endsIn: lastFour(key) }),
    ...(disabled === undefined ? {} : { disabled }),
    ...(currency === undefined ? {} : { currency, currencyFixed: true }),
  }
}

/** What the account answered counts no longer once its address or key is another. */
const withoutAnswers = ({ balance: _, lastFault: __, ...rest }: ProviderDoc): ProviderDoc => rest
const ofAnotherPanel = ({
  currency: _,
  currencyFixed: __,
  catalogue: ___,
  ...rest
}: ProviderDoc): ProviderDoc => rest

/** Kept for the orders that name them, with their numbers; never sold again. */
const retireServices = async (deps: ProviderDeps, shop: ShopId, provider: ProviderId): Promise<void> => {
  const vanishedAt = deps.clock.now()
  for await (const page of pagesOf(deps, shop, provider)) {
    for (const { id, onSale } of page)
      if (onSale) await deps.store.services.change(shop, id, (one) => ({ ...one, onSale: false }))
    const left = page.filter((service) => service.vanishedAt === undefined)
    if (left.length > 0)
      await deps.store.services.putLot(
        shop,
        left.map((service) => ({ ...service, vanishedAt })),
      )
  }
}
