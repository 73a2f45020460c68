// Panels behind their contract: the driver of each stored provider, its key opened, its requests paced.
import { sandboxProvider } from '../catalog/drivers/sandbox.ts'
import { type PanelFetch, smmV2Provider } from '../catalog/drivers/smm-v2.ts'
import type { Provider } from '../catalog/provider.ts'
import type { ProviderId, ShopId } from '../lib/brand.ts'
import { SECOND } from '../lib/clock.ts'
import { makeLimiter } from '../lib/limiter.ts'
import { sha256Hex } from '../lib/signature.ts'
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

/** Work of one account, one piece after the other; a piece that throws does not stop the next. */
const makeLanes = () => {
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
  const connectForm = ({ endpoint, key }: Form): Provider =>
    base.played?.panel({ endpoint, key }) ??
    smmV2Provider({ endpoint, key, fetch: fetchFor(sha256Hex(`${endpoint}\n${key}`)) })
  const connect = (doc: ProviderDoc): Provider => {
    if (doc.driver === 'sandbox')
      return sandboxProvider({ ledger: base.store.practice, clock: base.clock, account: doc.shop })
    const opened = base.box.open(doc.key, { shop: doc.shop, field: `provider.${doc.id}.key` })
    if (!opened.ok) throw new Error(`the key of provider ${doc.id} does not open with this APP_SECRET`)
    return connectForm({ endpoint: doc.endpoint, key: opened.plain })
  }
  return {
    connect,
    connectForm,
    inLane: makeLanes(),
    /** Null when it was removed or switched off. */
    provider: async (shop: ShopId, id: ProviderId): Promise<Provider | null> => {
      const doc = await base.store.providers.get(shop, id)
      return doc && !doc.disabled ? connect(doc) : null
    },
  }
}
export type Panels = ReturnType<typeof makePanels>
