// Facts outlive their tables: newer tables read what is stored anew, in the background, and take nothing from the seller.
import { describe, expect, test } from 'bun:test'
import { FACT_TABLES } from '../../src/catalog/facts.ts'
import type { Service } from '../../src/model/service.ts'
import { dying } from './dying.ts'
import { connected, deskOn, imported, openStall, row, SHOP, type Stall, services } from './stall.ts'

const OLD = FACT_TABLES - 1

/** As an older version left it: nothing of the country, no guarantee, another kind, and names made of that. */
const age = async (stall: Stall): Promise<void> => {
  for (const { id } of await services(stall))
    await stall.store.services.change(SHOP, id, (one) => ({
      ...one,
      facts: { tables: OLD, platform: 'instagram', kind: 'other', linkKind: 'any', traits: [] },
      madeName: `IG Lainnya ${String.fromCharCode(64 + one.mid)}`,
    }))
  await stall.store.shops.change(SHOP, (one) => ({ ...one, factTables: OLD }))
}

const stocked = async (count = 3) => {
  const rows = Array.from({ length: count }, (_, i) =>
    row(i + 1, { name: `Instagram Followers Indonesia R30 [${i}]`, rate: String(9000 + i) }),
  )
  const stall = await openStall({ services: rows })
  const { id } = await connected(stall)
  await imported(stall, id)
  return { stall, ids: (await services(stall)).map((one) => one.id) }
}

const told = ({ facts, madeName }: Service) => [
  facts.tables,
  facts.kind,
  facts.country,
  facts.guarantee?.days,
  madeName,
]

describe('newer tables of facts', () => {
  test('are read into every service of the shop, names too, and the catalogue is another one then', async () => {
    const { stall } = await stocked()
    const before = await services(stall)
    await age(stall)
    const version = await stall.store.services.version(SHOP)
    await stall.work.readAnew()
    expect(await stall.drain()).toBe(1)
    const after = await services(stall)
    expect(after.map(told)).toEqual(before.map(told))
    expect(after.map(told)[0]).toEqual([FACT_TABLES, 'followers', 'ID', 30, 'IG Followers Indonesia A'])
    expect(await stall.store.services.version(SHOP)).toBeGreaterThan(version)
    expect((await stall.shop()).factTables).toBe(FACT_TABLES)
  })

  test('leave alone what the seller has put right, own words, prices and what is on sale', async () => {
    const { stall, ids } = await stocked()
    const [first = '', second = ''] = ids
    const shop = await stall.shop()
    await stall.catalogue.setOnSale(shop, [first], true)
    await stall.catalogue.edit(shop, first, {
      displayName: 'Jempolan',
      pin: 50_000,
      country: 'MY',
      guaranteeDays: 0,
      kind: 'likes',
    })
    await stall.catalogue.edit(shop, second, { speedPerDay: 500 })
    await age(stall)
    await stall.work.readAnew()
    await stall.drain()
    const [one, other] = await services(stall)
    expect(one).toMatchObject({
      onSale: true,
      pin: 50_000,
      own: { displayName: 'Jempolan' },
      corrected: { country: 'MY', guaranteeDays: 0, kind: 'likes' },
      facts: { kind: 'likes', linkKind: 'post', country: 'MY', noGuarantee: true },
      madeName: 'IG Likes Malaysia',
    })
    expect(one?.facts.guarantee).toBeUndefined()
    expect(other?.facts).toMatchObject({
      speedPerDay: 500,
      country: 'ID',
      guarantee: { days: 30, source: 'name' },
    })
  })

  test('are asked for once, by however many processes, and not where nothing is behind', async () => {
    const { stall } = await stocked()
    await stall.work.readAnew()
    expect(await stall.drain()).toBe(0)
    await age(stall)
    await Promise.all([stall.work.readAnew(), stall.work.readAnew()])
    await stall.work.readAnew()
    expect(await stall.drain()).toBe(1)
    await stall.work.readAnew()
    expect(await stall.drain()).toBe(0)
    const version = await stall.store.services.version(SHOP)
    await stall.work.runDerive({ shop: SHOP })
    await stall.work.runDerive({ shop: 's_gone' })
    expect(await stall.store.services.version(SHOP)).toBe(version)
  })

  test('killed at any write, the next process brings it to the same end', async () => {
    const { stall } = await stocked(4)
    const wanted = (await services(stall)).map(told)
    const desk = (store: Stall['store']) =>
      deskOn({ store, clock: stall.clock, ids: stall.ids, hosts: stall.hosts })
    for (const when of ['before', 'after'] as const)
      for (let k = 1; ; k++) {
        await age(stall)
        const doomed = dying(stall.store, k, when)
        const end = await desk(doomed.store)
          .work.runDerive({ shop: SHOP })
          .catch(() => 'died')
        if (!doomed.died()) {
          expect(end).toBe('done')
          break
        }
        expect(await desk(stall.store).work.runDerive({ shop: SHOP })).toBe('done')
        expect((await services(stall)).map(told)).toEqual(wanted)
        expect((await stall.shop()).factTables).toBe(FACT_TABLES)
      }
  })

  test('what a sync changes meanwhile is not undone', async () => {
    const { stall, ids } = await stocked(2)
    await age(stall)
    const [first = ''] = ids
    const { services: verbs } = stall.store
    let raced = false
    const store = {
      ...stall.store,
      services: {
        ...verbs,
        change: async (...input: Parameters<typeof verbs.change>) => {
          if (!raced) {
            raced = true
            await verbs.change(SHOP, first, (one) => ({
              ...one,
              rate: '7',
              name: 'Instagram Likes',
              onSale: true,
            }))
          }
          return verbs.change(...input)
        },
      },
    }
    await deskOn({ store, clock: stall.clock, ids: stall.ids, hosts: stall.hosts }).work.runDerive({
      shop: SHOP,
    })
    expect((await services(stall))[0]).toMatchObject({ rate: '7', onSale: true, facts: { kind: 'likes' } })
  })
})

describe('what the seller puts right', () => {
  test('is read at once, renames what is named by it, is taken back field by field', async () => {
    const { stall, ids } = await stocked(2)
    const [first = ''] = ids
    const edit = async (words: Parameters<typeof stall.catalogue.edit>[2]) => {
      expect(await stall.catalogue.edit(await stall.shop(), first, words)).toEqual({ ok: true })
      return (await services(stall))[0] as Service
    }
    const one = await edit({ platform: 'tiktok', kind: 'likes', country: '', speedPerDay: 100 })
    expect(one).toMatchObject({
      madeName: 'TikTok Likes',
      facts: { platform: 'tiktok', kind: 'likes', linkKind: 'video', speedPerDay: 100 },
    })
    expect(one.facts.country).toBeUndefined()
    expect((await services(stall))[1]?.madeName).toBe('IG Followers Indonesia B')
    const back = await edit({ platform: null, country: null, linkKind: 'any' })
    expect(back).toMatchObject({
      corrected: { kind: 'likes', speedPerDay: 100, linkKind: 'any' },
      madeName: 'IG Likes Indonesia',
      facts: { platform: 'instagram', country: 'ID', linkKind: 'any' },
    })
    const plain = await edit({ kind: null, speedPerDay: null, linkKind: null })
    expect(plain).toMatchObject({ corrected: {}, facts: { kind: 'followers', linkKind: 'profile' } })
    expect(plain.madeName).toBe('IG Followers Indonesia C')
  })

  test('survives a changed row and every sync, and is not said of another product under the same number', async () => {
    const { stall, ids } = await stocked(2)
    const [first = '', second = ''] = ids
    const shop = await stall.shop()
    for (const id of [first, second])
      await stall.catalogue.edit(shop, id, { country: 'MY', guaranteeDays: 60 })
    stall.panel.setServices([
      row(1, { name: 'Instagram Followers Indonesia [No Refill] v2' }),
      row(2, { name: 'TikTok Views', category: 'TikTok' }),
    ])
    const [{ provider }] = (await services(stall)) as [Service]
    await stall.work.sync({ shop: SHOP, provider })
    const [one, other] = (await services(stall)) as [Service, Service]
    expect(one).toMatchObject({
      corrected: { country: 'MY', guaranteeDays: 60 },
      facts: { country: 'MY', guarantee: { days: 60, source: 'seller' } },
    })
    expect(other).toMatchObject({ corrected: {}, facts: { platform: 'tiktok', kind: 'views' } })
    expect([other.facts.country, other.facts.guarantee]).toEqual([undefined, undefined])
  })

  test('is bounded: no place that is no country, no speed below none', async () => {
    const { stall, ids } = await stocked(1)
    const shop = await stall.shop()
    for (const words of [
      { country: 'Indonesia' },
      { country: 'i' },
      { speedPerDay: -1 },
      { speedPerDay: 1.5 },
    ])
      expect(await stall.catalogue.edit(shop, ids[0] ?? '', words)).toMatchObject({ reason: 'invalid' })
  })
})
