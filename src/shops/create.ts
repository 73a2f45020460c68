// An account's two shops: practice, with the built-in panel connected, and live, closed until it has keys.
import { createHash } from 'node:crypto'
import type { AccountId, ProviderId, ShopId } from '../lib/brand.ts'
import type { Clock } from '../lib/clock.ts'
import { DEFAULTS } from '../model/defaults.ts'
import type { Language } from '../model/dialogue.ts'
import type { Shop, ShopMode } from '../model/shop.ts'
import type { ProviderDoc } from '../store/documents.ts'
import type { Store } from '../store/store.ts'

export type CreateDeps = { store: Pick<Store, 'shops' | 'providers'>; clock: Clock }

/** From the owner's id, so that a repeat finds what the first one made. */
const idOf = (prefix: string, owner: AccountId, mode: ShopMode): string =>
  `${prefix}_${createHash('sha256').update(`${owner}\n${mode}`).digest('base64url').slice(0, 16)}`

export const createShops = async (
  deps: CreateDeps,
  owner: AccountId,
  first: { name: string; language: Language },
): Promise<void> => {
  for (const mode of ['practice', 'live'] as const)
    await deps.store.shops.create(shopFor(deps, owner, { ...first, mode }))
  await deps.store.providers.create(practicePanel(deps, owner, first.language))
}

const shopFor = (
  { clock }: CreateDeps,
  owner: AccountId,
  { mode, name, language }: { mode: ShopMode; name: string; language: Language },
): Shop => ({
  id: idOf('sh', owner, mode) as ShopId,
  owner,
  mode,
  v: 1,
  createdAt: clock.now(),
  settings: {
    name,
    language,
    voice: 'akrab',
    fee: 0,
    leastProfit: 0,
    step: DEFAULTS.step,
    leastBill: DEFAULTS.leastBill,
    billMinutes: DEFAULTS.billMinutes,
    lossLimit: 0,
    chatDays: DEFAULTS.chatDays,
    blocked: [],
    timezone: 'Asia/Jakarta',
  },
  keySets: [],
  bound: [],
  window: {},
  nextMid: 1,
  midBlocks: {},
  exchange: {},
})

const practicePanel = ({ clock }: CreateDeps, owner: AccountId, language: Language): ProviderDoc => ({
  id: idOf('pr', owner, 'practice') as ProviderId,
  shop: idOf('sh', owner, 'practice') as ShopId,
  name: language === 'id' ? 'Panel latihan' : 'Practice panel',
  driver: 'sandbox',
  endpoint: 'sandbox:',
  key: '',
  endsIn: '',
  currency: 'IDR',
  createdAt: clock.now(),
  v: 1,
})
