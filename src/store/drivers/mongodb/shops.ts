// The platform's settings, shops, and the panels they buy from.
import type { Shop } from '../../../model/shop.ts'
import type { Platform, ProviderDoc } from '../../documents.ts'
import type { Store } from '../../store.ts'
import type { Collections } from './database.ts'
import { makeTable } from './table.ts'
import { inShop, ofShop } from './tenancy.ts'
import { lost, untilWon } from './turns.ts'

export const makePlatform = (of: Collections): Store['platform'] => {
  const ID = 'platform'
  const blank: Platform = { keySets: [], blocked: [], v: 0 }
  const table = makeTable<Platform>(of('platform'), { id: () => ID })
  return {
    get: async () => (await table.read(ID)) ?? blank,
    change: (decide) =>
      untilWon<Platform>('platform', async () => {
        const known = await table.change(ID, decide)
        if (known) return known
        const first = decide(blank)
        if (!first) return blank
        const stored = { ...first, v: 1 }
        return (await table.create(stored)) === 'created' ? stored : lost
      }),
  }
}

export const makeShops = (of: Collections): Store['shops'] => {
  const table = makeTable<Shop>(of('shop'), {
    id: ({ id }) => id,
    columns: { owner: ({ owner }) => owner, bot: ({ bot }) => bot?.id ?? null },
  })
  const sort = { 'x.n': 1 } as const
  return {
    create: table.create,
    get: table.read,
    ofOwner: (owner) => table.find({ 'x.owner': owner }, { sort }),
    withBot: () => table.find({ 'x.bot': { $exists: true } }, { sort }),
    list: () => table.find({}, { sort }),
    change: (id, decide) => table.change(id, decide),
  }
}

export const makeProviders = (of: Collections): Store['providers'] => {
  const table = makeTable<ProviderDoc>(of('provider'), {
    id: ({ id }) => id,
    columns: { shop: ({ shop }) => shop },
  })
  return {
    create: table.create,
    get: async (shop, id) => inShop(shop, await table.read(id)),
    list: (shop) => table.find({ 'x.shop': shop }, { sort: { 'x.n': 1 } }),
    change: (shop, id, decide) => table.change(id, decide, ofShop(shop)),
    remove: async (shop, id) => void (await table.ring.remove({ _id: id, 'x.shop': shop })),
  }
}
