// Gateways behind their contract: practice QRIS for practice shops; for live ones Midtrans with the shop's own keys or the platform's,
// or the seller's own static QRIS.
import type { ShopId } from '../lib/brand.ts'
import { DEFAULTS } from '../model/defaults.ts'
import { type KeySet, PLATFORM, type Shop } from '../model/shop.ts'
import type { GatewayInUse, KeysOwner } from '../payments/deps.ts'
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

/** The gateway of a key set with what a bill made with it needs to know. */
const makeUse = (base: Base) => {
  const midtrans = makeMidtrans(base)
  const hooks = publicBase(base.config)
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
  return { midtrans, inUse }
}

const makeManual =
  ({ store, clock }: Base) =>
  (shop: ShopId): GatewayInUse => {
    const qris = async () => {
      const set = (await store.shops.get(shop))?.manualQris
      return set?.on ? set.qr : null
    }
    return { keySet: MANUAL_KEYS, gateway: manualGateway({ store, clock, shop, qris }) }
  }

const makeSets = ({ store }: Pick<Base, 'store'>) => {
  const ofPlatform = async () => setsOf((await store.platform.get()).keySets, { platform: true })
  const ofShop = (shop: Shop | null) => (shop ? setsOf(shop.keySets, { shop: shop.id }) : [])
  return {
    /** A shop's own and those that serve every shop. */
    for: async (id: ShopId): Promise<Owned[]> => [
      ...ofShop(await store.shops.get(id)),
      ...(await ofPlatform()),
    ],
    every: async (): Promise<Owned[]> => [
      ...(await ofPlatform()),
      ...(await store.shops.list()).flatMap(ofShop),
    ],
  }
}

/** What a payment costs at this moment: by the admin's rate on the platform's keys, by the shop's on its own. */
const feeNow = async (
  { store }: Pick<Base, 'store'>,
  { settings }: Shop,
  owner: KeySetOwner,
): Promise<string> => {
  const { gatewayFee } = 'platform' in owner ? await store.platform.get() : settings
  return gatewayFee ?? DEFAULTS.gatewayFee
}

const withKeys = (sets: Owned[], id: string): Owned | undefined => sets.find(({ keySet }) => keySet.id === id)

export const makeGateways = (base: Base) => {
  const { store } = base
  const { midtrans, inUse } = makeUse(base)
  const manual = makeManual(base)
  const sets = makeSets(base)
  const practice = sandboxGateway({ ...base, payUrl: (attempt) => `practice/pay/${attempt}` })

  return {
    practice,
    gatewayInUse: async (id: ShopId): Promise<GatewayInUse | null> => {
      const shop = await store.shops.get(id)
      if (!shop) return null
      if (shop.mode === 'practice') return { keySet: PRACTICE_KEYS, gateway: practice }
      const use = await wayToPay({ store }, shop)
      if (use?.way === 'manual') return manual(id)
      const made = use && inUse(use)
      return made && { ...made, fee: await feeNow(base, shop, use.owner) }
    },
    gatewayOf: async (id: ShopId, keySet: string): Promise<GatewayInUse | null> => {
      if (keySet === PRACTICE_KEYS) return { keySet, gateway: practice }
      if (keySet === MANUAL_KEYS) return manual(id)
      const owned = withKeys(await sets.for(id), keySet)
      return owned ? inUse(owned) : null
    },
    /** Whose keys signed a notice, and their gateway. */
    keysOwner: async (keySet: string): Promise<KeysOwner | null> => {
      const owned = withKeys(await sets.every(), keySet)
      const use = owned && inUse(owned)
      return use ? { use, shop: 'shop' in owned.owner ? owned.owner.shop : PLATFORM } : null
    },
    /** The address names the key set; where it is gone or missing, whichever set signed it. */
    readNotice: async (id: string | null, raw: Uint8Array, headers: Headers): Promise<WebhookReading> => {
      const all = await sets.every()
      const named = all.filter(({ keySet }) => keySet.id === id)
      const readings = (named.length > 0 ? named : all).map((one): WebhookReading => {
        const reading = midtrans(one)?.readWebhook(raw, headers) ?? { kind: 'forged' }
        return reading.kind === 'payment' ? { ...reading, keySet: one.keySet.id } : reading
      })
      return readings.find((reading) => reading.kind !== 'forged') ?? { kind: 'forged' }
    },
  }
}
export type Gateways = ReturnType<typeof makeGateways>
