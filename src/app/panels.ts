// Panels behind their contract: the driver of each stored provider, its key opened, its requests paced.
import { sandboxProvider } from '../catalog/drivers/sandbox.ts'
import { type PanelFetch, smmV2Provider } from '../catalog/drivers/smm-v2.ts'
import { makeAccountLanes } from '../catalog/lane.ts'
import { accountIdOf, accountOf, laneOf } from '../catalog/panel-account.ts'
import type { Provider } from '../catalog/provider.ts'
import type { ProviderId, ShopId } from '../lib/brand.ts'
import { SECOND } from '../lib/clock.ts'
import { makeLimiter } from '../lib/limiter.ts'
import type { ProviderDoc } from '../store/documents.ts'
import type { Base } from './base.ts'

export type Form = { endpoint: string; key: string }

/** On average one request a second and account, five at once: under every panel's limit that is known. */
const PACE = { max: 5, per: 5 * SECOND }
/** Who waits longer for a turn has not left the house. */
const PATIENCE = 20 * SECOND

const paced = ({ clock, safeFetch, wait }: Base): ((account: string) => PanelFetch) => {
  const limiter = makeLimiter({ clock, ...PACE })
  return (account) => async (url, request) => {
    for (let waited = 0; ; ) {
      const turn = limiter.take(account)
      if (turn.ok) return safeFetch(url, request)
      waited += turn.retryAfter
      if (waited > PATIENCE) return { ok: false, code: 'LIMITED', left: false }
      await wait(turn.retryAfter)
    }
  }
}

/** Questions to one panel, one after the other; one that throws does not stop the next. */
const makeQuestions = () => {
  const lanes = new Map<string, Promise<unknown>>()
  return <T>(account: string, work: () => Promise<T>): Promise<T> => {
    const before = lanes.get(account) ?? Promise.resolve()
    const mine = before.then(work, work)
    const settled = mine.then(
      () => undefined,
      () => undefined,
    )
    lanes.set(account, settled)
    void settled.then(() => lanes.get(account) === settled && lanes.delete(account))
    return mine
  }
}

export const makePanels = (base: Base) => {
  const fetchFor = paced(base)
  const { store, clock, log, played } = base
  const lanes = { store, clock, log, owner: base.ids.id('w'), ...(played ? { every: played.every } : {}) }
  const connectForm = ({ endpoint, key }: Form): Provider =>
    base.played?.panel({ endpoint, key }) ??
    smmV2Provider({ endpoint, key, fetch: fetchFor(accountIdOf(base, { endpoint, key })) })
  const connect = (doc: ProviderDoc): Provider => {
    if (doc.driver === 'sandbox')
      return sandboxProvider({ ledger: base.store.practice, clock: base.clock, account: doc.shop })
    const account = accountOf(base, doc)
    if (!account) throw new Error(`the key of provider ${doc.id} does not open with this APP_SECRET`)
    return connectForm(account)
  }
  return {
    connect,
    connectForm,
    inLane: makeQuestions(),
    lanes: makeAccountLanes(lanes),
    /** Its lane, also while it is switched off; null when it was removed or its key does not open. */
    account: async (shop: ShopId, id: ProviderId): Promise<string | null> => {
      const doc = await store.providers.get(shop, id)
      return doc && laneOf(base, doc)
    },
    /** Null when it was removed or switched off. */
    provider: async (shop: ShopId, id: ProviderId): Promise<Provider | null> => {
      const doc = await store.providers.get(shop, id)
      return doc && !doc.disabled ? connect(doc) : null
    },
  }
}
export type Panels = ReturnType<typeof makePanels>
