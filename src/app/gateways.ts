// Gateways behind their contract: practice QRIS for practice shops; for live ones Midtrans with the shop's own keys or the platform's,
// or the seller's own static QRIS.
import type { ShopId } from '../lib/brand.ts'
import type { KeySet, Shop } from '../model/shop.ts'
import type { GatewayInUse } from '../payments/deps.ts'
import { manualGateway } from '../payments/drivers/manual.ts'
import { midtransGateway } from '../payments/drivers/midtrans.ts'
import { sandboxGateway } from '../payments/drivers/sandbox.ts'
import type { Gateway, WebhookReading } from '../payments/gateway.ts'
import { type KeySetOwner, openServerKey } from '../shops/key-sets.ts'
import { wayToPay } from '../shops/phase.ts'
import { type Base, publicBase } from './base.ts'

/** Stands where a key set's id stands on bills of practice QRIS. */
export const PRACTICE_KEYS = 'practice'
/** And on those of the seller's own static QRIS, which there is one of. */
export const MANUAL_KEYS = 'manual'

type Owned = { keySet: KeySet; owner: KeySetOwner }

/** One gateway a key set for as long as the process lives: keys are never changed, only replaced. */
const makeMidtrans = (base: Base) => {
  const made = new Map<string, Gateway>()
  return ({ keySet, owner }: Owned): Gateway | null => {
    const known = made.get(keySet.id)
    if (known) return known
    const serverKey = openServerKey(base.box, owner, keySet)
    if (!serverKey) return null
    const { environment } = keySet
    const gateway =
      base.played?.gateway(keySet) ??
      midtransGateway(
        { environment, serverKey, baseUrl: base.config.midtransBaseUrl },
        { clock: base.clock, log: base.log },
      )
    made.set(keySet.id, gateway)
    return gateway
  }
}

const setsOf = (keySets: KeySet[], owner: KeySetOwner): Owned[] =>
  keySets.map((keySet) => ({ keySet, owner }))

export const makeGateways = (base: Base) => {
  const { store, config } = base
  const midtrans = makeMidtrans(base)
  const practice = sandboxGateway({
    store,
    clock: base.clock,
    payUrl: (attempt) => `practice/pay/${attempt}`,
  })
  const hooks = publicBase(config)

  const inUse = (owned: Owned): GatewayInUse | null => {
    const gateway = midtrans(owned)
    const { id, merchantId } = owned.keySet
    return (
      gateway && {
        keySet: id,
        gateway,
        ...(merchantId ? { merchantId } : {}),
        ...('platform' in owned.owner ? { platform: true as const } : {}),
        ...(hooks ? { notifyUrl: `${hooks}/hooks/midtrans/${id}` } : {}),
      }
    )
  }
  const manual = (shop: ShopId): GatewayInUse => {
    const qris = async () => {
      const set = (await store.shops.get(shop))?.manualQris
      return set?.on ? set.qr : null
    }
    return { keySet: MANUAL_KEYS, gateway: manualGateway({ store, clock: base.clock, shop, qris }) }
  }
  const platformSets = async () => setsOf((await store.platform.get()).keySets, { platform: true })
  const shopSets = (shop: Shop | null) => (shop ? setsOf(shop.keySets, { shop: shop.id }) : [])
  const everySet = async (): Promise<Owned[]> => [
    ...(await platformSets()),
    ...(await store.shops.list()).flatMap(shopSets),
  ]

  return {
    practice,
    gatewayInUse: async (id: ShopId): Promise<GatewayInUse | null> => {
      const shop = await store.shops.get(id)
      if (!shop) return null
      if (shop.mode === 'practice') return { keySet: PRACTICE_KEYS, gateway: practice }
      const use = await wayToPay({ store }, shop)
      if (use?.way === 'manual') return manual(id)
      return use && inUse(use)
    },
    gatewayOf: async (id: ShopId, keySet: string): Promise<GatewayInUse | null> => {
      if (keySet === PRACTICE_KEYS) return { keySet, gateway: practice }
      if (keySet === MANUAL_KEYS) return manual(id)
      const sets = [...shopSets(await store.shops.get(id)), ...(await platformSets())]
      const owned = sets.find((one) => one.keySet.id === keySet)
      return owned ? inUse(owned) : null
    },
    /** The address names the key set; where it is gone or missing, whichever set signed it. */
    readNotice: async (id: string | null, raw: Uint8Array, headers: Headers): Promise<WebhookReading> => {
      const sets = await everySet()
      const named = sets.filter((one) => one.keySet.id === id)
      const readings = (named.length > 0 ? named : sets).map(
        (one): WebhookReading => midtrans(one)?.readWebhook(raw, headers) ?? { kind: 'forged' },
      )
      return readings.find((reading) => reading.kind !== 'forged') ?? { kind: 'forged' }
    },
  }
}
export type Gateways = ReturnType<typeof makeGateways>
