// The platform's settings, shops, and the panels they buy from.
import type { Platform } from '../../documents.ts'
import type { Store } from '../../store.ts'
import { PLATFORM_ID, TABLES } from '../../tables.ts'
import type { Collections } from './database.ts'
import { makeTable } from './table.ts'
import { inShop, ofShop } from './tenancy.ts'
import { lost, untilWon } from './turns.ts'

export const makePlatform = (of: Collections): Store['platform'] => {
  const blank: Platform = { keySets: [], blocked: [], v: 0 }
  const table = makeTable(of('platform'), TABLES.platform)
  return {
    get: async () => (await table.read(PLATFORM_ID)) ?? blank,
    change: (decide) =>
      untilWon<Platform>(table.ring, PLATFORM_ID, async () => {
        const known = await table.change(PLATFORM_ID, decide)
        if (known) return known
        const first = decide(blank)
        if (!first) return blank
        const stored = { ...first, v: 1 }
        return (await table.create(stored)) === 'created' ? stored : lost
      }),
  }
}

export const makeShops = (of: Collections): Store['shops'] => {
  const table = makeTable(of('shop'), TABLES.shop)
  const sort = { 'x.n': 1 } as const
  return {
    create: table.create,
    get: table.read,
    ofOwner: (owner) => table.find({ 'x.owner': owner }, { sort }),
    polled: () => table.find({ 'x.bot': { $exists: true }, 'bot.mode': 'polling' }, { sort }),
    list: () => table.find({}, { sort }),
    change: (id, decide) => table.change(id, decide),
  }
}

export const makeProviders = (of: Collections): Store['providers'] => {
  const table = makeTable(of('provider'), TABLES.provider)
  return {
    create: table.create,
    get: async (shop, id) => inShop(shop, await table.read(id)),
    list: (shop) => table.find({ 'x.shop': shop }, { sort: { 'x.n': 1 } }),
    change: (shop, id, decide) => table.change(id, decide, ofShop(shop)),
    remove: async (shop, id) => void (await table.ring.remove({ _id: id, 'x.shop': shop })),
  }
}
