// Services, panels and a shop with prices, for tests of the catalogue's reading side.
import { readFacts } from '../../src/catalog/facts.ts'
import { madeName } from '../../src/catalog/names.ts'
import type { Service } from '../../src/model/service.ts'
import type { Shop } from '../../src/model/shop.ts'
import type { ProviderDoc } from '../../src/store/documents.ts'
import { liveShop } from './shops.ts'

export const SHOP_ID = 'sh_goods'
export const PANEL_ID = 'pv_goods'

export type Change = Partial<Service>

/** On sale, with facts and name read from its row where the change does not give them. */
export const serviceOf = (mid: number, change: Change = {}): Service => {
  const row = {
    service_id_api: String(1000 + mid),
    name: 'Instagram Followers | R30',
    description: '',
    category: '',
    rate: '10000',
    min: 10,
    max: 10_000,
    type: 'default',
    refill: false,
    cancel: false,
    dripfeed: false,
    ...change,
  }
  const facts = change.facts ?? readFacts(row)
  return {
    ...row,
    id: `sv_${mid}`,
    shop: SHOP_ID,
    provider: PANEL_ID,
    mid,
    facts,
    madeName: madeName(facts, row),
    own: {},
    onSale: true,
    seenAt: 0,
    v: 1,
    ...change,
  }
}

export const panelOf = (change: Partial<ProviderDoc> = {}): ProviderDoc => ({
  id: PANEL_ID,
  shop: SHOP_ID,
  name: 'Panel',
  driver: 'smm-v2',
  endpoint: 'https://panel.example/api/v2',
  key: 'sealed',
  endsIn: 'wxyz',
  currency: 'IDR',
  createdAt: 0,
  v: 1,
  ...change,
})

/** Margin 25 %, step Rp100, least bill Rp1.000. */
export const pricedShop = (change: Partial<Shop> = {}): Shop => {
  const shop = liveShop({ id: SHOP_ID, owner: 'ac_1' })
  return { ...shop, settings: { ...shop.settings, margin: '25' }, ...change }
}
