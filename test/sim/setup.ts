// What a seed begins with: one shop with its keys, two panel accounts, services on sale, customers with some saldo.
import type { CustomerId, Rupiah } from '../../src/lib/brand.ts'
import type { ProviderDoc } from '../../src/store/documents.ts'
import { service } from '../store/contract/support.ts'
import { liveShop } from '../support/shops.ts'
import { staticQris } from '../support/static-qris.ts'
import { MERCHANT } from './bank.ts'
import { checkWallet } from './rules/wallet.ts'
import { PANEL_ONE, PANEL_TWO } from './traits.ts'
import { BOX, type Customer, SELLER, SELLER_USER, SHOP, type World } from './world.ts'

export const keySetOf = (world: World, id = 'ks_1') => {
  return {
    id,
    environment: world.traits.money === 'real' ? ('production' as const) : ('sandbox' as const),
    serverKey: BOX.seal('Mid-server-of-the-simulation', { shop: SHOP, field: `keySets.${id}.serverKey` }),
    merchantId: MERCHANT,
    endsIn: '…tion',
    at: world.clock.now(),
  }
}

const manualQrisOf = ({ clock }: World) => ({
  qr: staticQris(),
  merchantName: 'WARUNG KOPI SENJA',
  at: clock.now(),
  by: SELLER,
  on: true,
})

const providerOf = (world: World, id: string, endpoint: string): ProviderDoc => ({
  id,
  shop: SHOP,
  name: id,
  driver: 'smm-v2',
  endpoint,
  key: BOX.seal(`key-of-${id}`, { shop: SHOP, field: `provider.${id}.key` }),
  endsIn: id,
  currency: 'IDR',
  catalogue: { at: world.clock.now(), rows: 2 },
  createdAt: world.clock.now(),
  v: 1,
})

const people = (world: World): Customer[] =>
  Array.from({ length: world.traits.customers }, (_, i) => {
    const user = 71 + i
    return { id: `cu_${user}` as CustomerId, user, chat: `4242:${user}` }
  })

const greet = async (world: World, { id, user }: Customer): Promise<void> => {
  const { store, clock, traits, truth } = world
  const at = clock.now()
  await store.customers.ensure({
    id,
    shop: SHOP,
    person: `telegram:${user}`,
    name: `Ani ${user}`,
    createdAt: at,
    seenAt: at,
    v: 1,
  })
  if (traits.opening === 0) return
  const cause = `opening:${id}`
  truth.allowed.set(cause, traits.opening as Rupiah)
  await store.wallets.credit(SHOP, id, traits.money, { cause, amount: traits.opening, at, note: 'gift' })
  checkWallet(world, await store.wallets.get(SHOP, id, traits.money))
}

export const setUp = async (world: World): Promise<void> => {
  const { store, traits } = world
  const shop = liveShop({ id: SHOP, owner: 'a_1', bot: true })
  world.customers = people(world)
  await store.shops.create({
    ...shop,
    settings: { ...shop.settings, margin: traits.margin, topupsOut: traits.topupsOut },
    ...(traits.way === 'manual' ? { manualQris: manualQrisOf(world) } : { keySets: [keySetOf(world)] }),
    bound: [
      { user: SELLER_USER, name: 'Seller', at: 1 },
      ...world.customers.map(({ user }) => ({ user, name: 'Ani', at: 1 })),
    ],
  })
  await store.providers.create(providerOf(world, 'p_1', PANEL_ONE))
  await store.providers.create(providerOf(world, 'p_2', PANEL_TWO))
  const row = { onSale: true, min: 10, max: 1_000_000 }
  await store.services.putLot(SHOP, [
    service(1, {
      ...row,
      ...(traits.alternatives ? { alternatives: ['sv_3', 'sv_2'] } : {}),
      service_id_api: '1001',
      rate: '9000',
    }),
    service(2, { ...row, service_id_api: '1002', rate: '9500' }),
    service(3, { ...row, provider: 'p_2', service_id_api: '1001', rate: '9000' }),
  ])
  for (const one of world.customers) await greet(world, one)
}
