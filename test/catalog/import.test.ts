// Import Service: the plan, its application in lots, the numbers, and what happens when the process dies in the middle.
import { describe, expect, test } from 'bun:test'
import { runImport } from '../../src/catalog/import-run.ts'
import { serviceIdOf } from '../../src/catalog/stock.ts'
import type { ImportsApiDeps } from '../../src/http/api/imports.ts'
import type { Service } from '../../src/model/service.ts'
import { dying } from './dying.ts'
import {
  allRows,
  connected,
  deskOn,
  imported,
  openStall,
  planned,
  type Row,
  row,
  SHOP,
  type Stall,
  services,
} from './stall.ts'

const many = (count: number, from = 1): Row[] =>
  Array.from({ length: count }, (_, i) => row(from + i, { rate: String(9000 + i) }))
const numbers = (rows: Service[]) => rows.map(({ service_id_api, mid }) => [service_id_api, mid])

describe('the plan', () => {
  test('tells what is new, changed and how, the same, vanished and invalid, each at its place in the answer', async () => {
    const stall = await openStall({ services: [row(1), row(2), row(3), row(4)] })
    const { id } = await connected(stall)
    await imported(stall, id)
    stall.panel.setServices([
      row(9),
      row(2, { rate: '9500', max: '500', description: 'New words' }),
      { service: 77, name: 'No rate', min: 1, max: 2 },
      row(1),
      row(1),
      row(3, { type: 'Package' }),
    ])
    const plan = await planned(stall, id)
    expect(plan).toMatchObject({
      state: 'planned',
      lots: 1,
      counts: { new: 1, changed: 2, same: 1, vanished: 1, invalid: 2, total: 7 },
    })
    expect(
      (await allRows(stall, plan)).map(({ row: at, change, service_id_api, reasons }) => [
        at,
        change,
        service_id_api,
        reasons,
      ]),
    ).toEqual([
      [1, 'new', '9', undefined],
      [2, 'changed', '2', ['rate: 9000 → 9500', 'max: 10000 → 500', 'description']],
      [3, 'invalid', '77', ['rateUnreadable']],
      [4, 'same', '1', undefined],
      [5, 'invalid', '1', ['idDuplicate']],
      [6, 'changed', '3', ['min: 10 → 1', 'max: 10000 → 1', 'type: default → package']],
      [7, 'vanished', '4', undefined],
    ])
    expect(numbers(await services(stall)).length).toBe(4)
  })

  test('a known service whose row cannot be read any more is not sold any more', async () => {
    const stall = await openStall({ services: [row(1), row(2), row(3)] })
    const { id } = await connected(stall)
    await imported(stall, id)
    stall.panel.setServices([row(1), row(2, { rate: 'free' }), row(3)])
    const plan = await imported(stall, id)
    expect(plan.counts).toMatchObject({ same: 2, invalid: 1, vanished: 1 })
    expect((await services(stall)).map(({ vanishedAt }) => vanishedAt !== undefined)).toEqual([
      false,
      true,
      false,
    ])
  })

  test('an answer that is empty or under half of the last is short: nothing vanishes by it', async () => {
    const stall = await openStall({ services: many(10) })
    const { id } = await connected(stall)
    await imported(stall, id)
    for (const rows of [[], many(4)]) {
      stall.panel.setServices(rows)
      const plan = await imported(stall, id)
      expect(plan).toMatchObject({ state: 'done', short: true, counts: { vanished: 0 } })
      expect((await services(stall)).filter(({ vanishedAt }) => vanishedAt !== undefined)).toEqual([])
    }
    stall.panel.setServices(many(5))
    expect((await imported(stall, id)).short).toBeUndefined()
  })

  test('a fault ends it with a code that the page has words for, and stands at the panel', async () => {
    const stall = await openStall({ services: [row(1)] })
    const { id } = await connected(stall)
    const cases = [
      ['ip', 'ip'],
      ['error500', 'down'],
      ['html', 'unreadable'],
    ] as const
    for (const [kind, fault] of cases) {
      stall.panel.fault(kind, 1, { action: 'services' })
      expect(await planned(stall, id)).toMatchObject({
        state: 'failed',
        fault,
        finishedAt: stall.clock.now(),
      })
      expect((await stall.store.providers.get(SHOP, id))?.lastFault).toBeDefined()
    }
    stall.panel.fault('refuse', 1, { action: 'services', text: 'user_inactive' })
    expect(await planned(stall, id)).toMatchObject({ state: 'failed', fault: 'auth' })
    expect(await services(stall)).toEqual([])
    expect(await planned(stall, id)).toMatchObject({ state: 'planned' })
  })

  test('a balance that is refused does not stop it: some panels list services to everyone', async () => {
    const stall = await openStall({ services: [row(1)] })
    const { id } = await connected(stall)
    stall.panel.fault('ip', 1, { action: 'balance' })
    expect(await planned(stall, id)).toMatchObject({ state: 'planned', counts: { new: 1 } })
    expect(await stall.store.providers.get(SHOP, id)).not.toMatchObject({ currency: expect.anything() })
  })
})

describe('steering', () => {
  test('the desk is what the API asks for', async () => {
    const stall = await openStall()
    const deps: ImportsApiDeps = { store: stall.store, ...stall.catalogue }
    expect(typeof deps.startImport).toBe('function')
  })

  test('one import of a panel runs at a time; a plan that waited gives way to a newer one', async () => {
    const stall = await openStall({ services: [row(1)] })
    const { id } = await connected(stall)
    const shop = await stall.shop()
    const start = () => stall.catalogue.startImport(shop, id, 'seller:a_1')
    const both = await Promise.all([start(), start()])
    expect(both.map((one) => (one.ok ? 'started' : one.reason)).sort()).toEqual(['running', 'started'])
    expect(await start()).toMatchObject({ reason: 'running' })
    await stall.drain()
    const [first] = (await stall.store.imports.list(SHOP, 9)).filter(({ state }) => state === 'planned')
    expect(await start()).toMatchObject({ ok: true })
    expect(await stall.store.imports.get(SHOP, first?.id ?? '')).toMatchObject({ state: 'dropped' })
    expect(await stall.catalogue.applyImport(shop, first?.id ?? '')).toMatchObject({ reason: 'notPlanned' })
    expect(await stall.catalogue.startImport(shop, 'p_none', 'seller:a_1')).toMatchObject({
      reason: 'notFound',
    })
    expect(await stall.catalogue.applyImport({ ...shop, id: 's_2' }, first?.id ?? '')).toMatchObject({
      reason: 'notFound',
    })
  })

  test('a repeated apply is one; a dropped plan stores nothing', async () => {
    const stall = await openStall({ services: [row(1)] })
    const { id } = await connected(stall)
    const shop = await stall.shop()
    const plan = await planned(stall, id)
    expect(await stall.catalogue.applyImport(shop, plan.id)).toMatchObject({
      ok: true,
      plan: { state: 'applying' },
    })
    expect(await stall.catalogue.applyImport(shop, plan.id)).toMatchObject({
      ok: true,
      plan: { state: 'applying' },
    })
    expect(await stall.drain()).toBe(1)
    expect(await stall.catalogue.applyImport(shop, plan.id)).toMatchObject({ reason: 'notPlanned' })
    stall.panel.setServices([row(1), row(2)])
    const second = await planned(stall, id)
    expect(await stall.catalogue.dropImport(shop, second.id)).toMatchObject({
      ok: true,
      plan: { state: 'dropped' },
    })
    expect(await stall.catalogue.dropImport(shop, second.id)).toMatchObject({ ok: true })
    expect(await stall.catalogue.dropImport(shop, plan.id)).toMatchObject({ reason: 'notPlanned' })
    await stall.drain()
    expect((await services(stall)).length).toBe(1)
  })

  test('a job that got lost is made anew by the next tap', async () => {
    const stall = await openStall({ services: [row(1)] })
    const { id } = await connected(stall)
    const shop = await stall.shop()
    const { jobs } = stall.store
    stall.deps.store = { ...stall.store, jobs: { ...jobs, add: async () => {} } }
    const started = await stall.catalogue.startImport(shop, id, 'seller:a_1')
    expect(await stall.drain()).toBe(0)
    stall.deps.store = stall.store
    expect(await stall.catalogue.startImport(shop, id, 'seller:a_1')).toMatchObject({ reason: 'running' })
    expect(await stall.drain()).toBe(1)
    if (started.ok)
      expect(await stall.store.imports.get(SHOP, started.plan.id)).toMatchObject({ state: 'planned' })
  })

  test('an import of a panel that was taken away ends', async () => {
    const stall = await openStall({ services: [row(1)] })
    const { id } = await connected(stall)
    const plan = await planned(stall, id)
    await stall.catalogue.applyImport(await stall.shop(), plan.id)
    await stall.providers.remove(await stall.shop(), id)
    await stall.drain()
    expect(await stall.store.imports.get(SHOP, plan.id)).toMatchObject({ state: 'failed' })
    expect(await services(stall)).toEqual([])
  })
})

describe('numbers and words', () => {
  test('go on from 1 in panel order over panels and imports, are kept, and are never given again', async () => {
    const stall = await openStall({ services: [row(30), row(10), row(20)] })
    const { id } = await connected(stall)
    await imported(stall, id)
    expect(numbers(await services(stall))).toEqual([
      ['30', 1],
      ['10', 2],
      ['20', 3],
    ])
    const second = await stall.providers.add(await stall.shop(), {
      name: 'Q',
      endpoint: stall.panel.url,
      key: 'second-key-0001',
    })
    if (!second.ok) throw new Error(second.reason)
    stall.panel.fault('answer', 1, { action: 'balance', text: '{"balance":"1","currency":"IDR"}' })
    stall.panel.fault('answer', 1, { action: 'services', text: JSON.stringify([row(10)]) })
    await imported(stall, second.provider.id)
    stall.panel.setServices([row(5), row(20), row(6), row(30)])
    await imported(stall, id)
    expect(numbers(await services(stall))).toEqual([
      ['30', 1],
      ['10', 2],
      ['20', 3],
      ['10', 4],
      ['5', 5],
      ['6', 6],
    ])
    expect((await services(stall)).map(({ vanishedAt }) => vanishedAt !== undefined)).toEqual([
      false,
      true,
      false,
      false,
      false,
      false,
    ])
    stall.panel.setServices([row(10), row(5), row(20), row(6), row(30)])
    expect((await imported(stall, id)).counts).toMatchObject({ new: 0, changed: 1 })
    expect((await services(stall))[1]).toMatchObject({ mid: 2, service_id_api: '10' })
    expect((await services(stall))[1]?.vanishedAt).toBeUndefined()
    expect((await stall.shop()).nextMid).toBe(7)
  })

  test("everything is stored off sale under the owner's field names, with facts and a made name", async () => {
    const stall = await openStall({
      services: [
        row(7, { name: '🔥 Instagram Followers Indonesia [R30]', rate: '0.9', description: 'Guaranteed' }),
      ],
    })
    const { id } = await connected(stall)
    await imported(stall, id)
    expect(await services(stall)).toMatchObject([
      {
        id: serviceIdOf(id, '7'),
        mid: 1,
        name: '🔥 Instagram Followers Indonesia [R30]',
        description: 'Guaranteed',
        min: 10,
        max: 10_000,
        rate: '0.9',
        category: 'Instagram Followers',
        service_id_api: '7',
        facts: { platform: 'instagram', kind: 'followers', country: 'ID', guarantee: { days: 30 } },
        madeName: 'IG Followers Indonesia',
        onSale: false,
        own: {},
        provider: id,
      },
    ])
  })

  test('own words, sale, price and a corrected guarantee survive; what became another product goes off sale', async () => {
    const stall = await openStall({
      services: [row(1, { name: 'IG Followers R30' }), row(2), row(3), row(4)],
    })
    const { id } = await connected(stall)
    await imported(stall, id)
    const shop = await stall.shop()
    const ids = (await services(stall)).map((one) => one.id)
    await stall.catalogue.setOnSale(shop, ids, true)
    await stall.catalogue.edit(shop, ids[0] ?? '', { displayName: 'Jempolan', pin: 50_000, guaranteeDays: 0 })
    await stall.catalogue.edit(shop, ids[1] ?? '', { guaranteeDays: 90 })
    stall.panel.setServices([
      row(1, { name: 'IG Followers R30 v2', rate: '9900' }),
      row(2, { rate: '9900' }),
      row(3, { name: 'Instagram Likes', category: 'Instagram Likes' }),
      row(4, { type: 'Package' }),
    ])
    await imported(stall, id)
    const [first, second, third, fourth] = await services(stall)
    expect(first).toMatchObject({
      onSale: true,
      own: { displayName: 'Jempolan' },
      pin: 50_000,
      rate: '9900',
      facts: { noGuarantee: true },
    })
    expect(first?.facts.guarantee).toBeUndefined()
    expect(second).toMatchObject({ onSale: true, facts: { guarantee: { days: 90, source: 'seller' } } })
    expect(third).toMatchObject({ onSale: false, facts: { kind: 'likes' }, madeName: 'IG Likes' })
    expect(fourth).toMatchObject({ onSale: false, type: 'package' })
  })

  test('twins get A, B, C by price and keep them; who stood alone becomes A', async () => {
    const named = async () =>
      (await services(stall)).map(({ service_id_api, madeName }) => [service_id_api, madeName])
    const stall = await openStall({
      services: [row(1), row(2, { rate: '5000' }), row(3, { name: 'TikTok Views', category: 'TikTok' })],
    })
    const { id } = await connected(stall)
    await imported(stall, id)
    expect(await named()).toEqual([
      ['1', 'IG Followers B'],
      ['2', 'IG Followers A'],
      ['3', 'TikTok Views'],
    ])
    stall.panel.setServices([
      row(1, { rate: '1' }),
      row(2, { rate: '5000' }),
      row(3, { name: 'TikTok Views', category: 'TikTok' }),
      row(4, { rate: '10' }),
      row(5, { name: 'TikTok Views', category: 'TikTok' }),
    ])
    await imported(stall, id)
    expect(await named()).toEqual([
      ['1', 'IG Followers B'],
      ['2', 'IG Followers A'],
      ['3', 'TikTok Views A'],
      ['4', 'IG Followers C'],
      ['5', 'TikTok Views B'],
    ])
  })

  test('a plan that a sync has overtaken adds what is new and brings back no older rate', async () => {
    const stall = await openStall({ services: [row(1), row(2)] })
    const { id } = await connected(stall)
    await imported(stall, id)
    stall.clock.advance(1000)
    stall.panel.setServices([row(1, { rate: '8000' }), row(3)])
    const plan = await planned(stall, id)
    stall.clock.advance(1000)
    stall.panel.setServices([row(1, { rate: '7000' }), row(2), row(3)])
    expect(await stall.work.sync({ shop: SHOP, provider: id })).toMatchObject({
      ok: true,
      counts: { new: 1, changed: 1 },
    })
    await stall.catalogue.applyImport(await stall.shop(), plan.id)
    await stall.drain()
    expect((await services(stall)).map(({ mid, rate, vanishedAt }) => [mid, rate, vanishedAt])).toEqual([
      [1, '7000', undefined],
      [2, '9000', undefined],
      [3, '9000', undefined],
    ])
    expect((await stall.store.providers.get(SHOP, id))?.catalogue?.at).toBe(plan.createdAt)
  })
})

describe('killed at any step', () => {
  const catalogue = () => [...many(499), { service: 'x', name: 'broken' }, ...many(4, 1000)]

  /** Runs the job as a process that dies at its k-th write, then as one that lives. Answers whether it died. */
  const runDying = async (
    stall: Stall,
    importId: string,
    k: number,
    when: 'before' | 'after',
  ): Promise<boolean> => {
    const doomed = dying(stall.store, k, when)
    const payload = { shop: SHOP, import: importId }
    const { deps } = deskOn({ ...stall, store: doomed.store })
    const died = await runImport(deps, payload).then(
      () => false,
      () => true,
    )
    expect(died).toBe(doomed.died())
    await runImport(stall.deps, payload)
    return died
  }

  const undisturbed = async () => {
    const stall = await openStall({ services: catalogue() })
    const { id } = await connected(stall)
    await imported(stall, id)
    return (await services(stall)).map(({ v: _, ...rest }) => rest)
  }

  for (const when of ['before', 'after'] as const)
    test(`the same services under the same numbers, dying ${when} each write of reading and applying`, async () => {
      const wanted = await undisturbed()
      expect(wanted.map(({ mid }) => mid)).toEqual(Array.from({ length: 503 }, (_, i) => i + 1))
      let deaths = 0
      for (const stage of ['reading', 'applying'] as const) {
        for (let k = 1, died = true; died; k++) {
          const stall = await openStall({ services: catalogue() })
          const { id } = await connected(stall)
          const started = await stall.catalogue.startImport(await stall.shop(), id, 'seller:a_1')
          if (!started.ok) throw new Error(started.reason)
          const importId = started.plan.id
          if (stage === 'applying') await stall.drain()
          else died = await runDying(stall, importId, k, when)
          await stall.catalogue.applyImport(await stall.shop(), importId)
          if (stage === 'applying') died = await runDying(stall, importId, k, when)
          else await stall.drain()
          if (died) deaths++
          expect(await stall.store.imports.get(SHOP, importId)).toMatchObject({
            state: 'done',
            applied: 3,
            counts: { new: 503, invalid: 1 },
          })
          expect((await services(stall)).map(({ v: _, ...rest }) => rest)).toEqual(wanted)
          expect((await stall.shop()).nextMid).toBe(504)
        }
      }
      expect(deaths).toBeGreaterThan(12)
    }, 60_000)

  test('two processes applying the same plan make what one makes', async () => {
    const stall = await openStall({ services: catalogue() })
    const { id } = await connected(stall)
    const plan = await planned(stall, id)
    await stall.catalogue.applyImport(await stall.shop(), plan.id)
    const payload = { shop: SHOP, import: plan.id }
    await Promise.all([runImport(stall.deps, payload), runImport(deskOn(stall).deps, payload)])
    expect((await services(stall)).map(({ v: _, ...rest }) => rest)).toEqual(await undisturbed())
    expect((await stall.shop()).nextMid).toBe(504)
  })
})
