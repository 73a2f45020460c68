import { expect, test } from 'bun:test'
import { type OpenStore, OTHER_SHOP, part, SHOP, service, together } from './support.ts'

export const catalogueContract = (name: string, open: OpenStore): void => {
  part(`${name}: services`, open, (at) => {
    const tiktok = { ...service(2).facts, platform: 'tiktok' as const, kind: 'views' as const }
    const found = async (filter: Parameters<typeof at.store.services.list>[1]) =>
      (await at.store.services.list(SHOP, filter)).map((one) => one.mid)
    const stock = () =>
      at.store.services.putLot(SHOP, [
        service(1, { category: 'Instagram [ 𝗜𝗻𝗱𝗼𝗻𝗲𝘀𝗶𝗮 ]' }),
        service(2, { name: 'TikTok Views ⚡', facts: tiktok, provider: 'p_2' }),
        service(3, { name: 'Café "best" 100% <real>', vanishedAt: 5 }),
      ])

    test("a new lot keeps the shop's own words, sale, pin, alternatives and mid, and the rest is the panel's", async () => {
      await stock()
      const own = { displayName: 'Pengikut Jempolan' }
      await at.store.services.change(SHOP, 'sv_1', (row) => ({
        ...row,
        onSale: true,
        pin: 5000,
        own,
        alternatives: ['sv_2'],
      }))
      const row = service(1, {
        mid: 99,
        rate: '2',
        name: 'Renamed',
        pin: 1,
        alternatives: ['sv_3'],
        own: { displayName: 'No' },
        seenAt: 7,
      })
      await at.store.services.putLot(SHOP, [row, service(4), service(3)])
      expect(await at.store.services.get(SHOP, 'sv_1')).toMatchObject({
        mid: 1,
        rate: '2',
        name: 'Renamed',
        onSale: true,
        pin: 5000,
        own,
        alternatives: ['sv_2'],
        seenAt: 7,
      })
      expect((await at.store.services.get(SHOP, 'sv_3'))?.vanishedAt).toBeUndefined()
      expect(await found({})).toEqual([1, 2, 3, 4])
    })

    test('a lot keeps what the seller has put right; facts read without it stay out until they are read anew', async () => {
      await stock()
      const facts = { ...service(1).facts, country: 'ID' }
      const corrected = { country: 'ID' }
      await at.store.services.change(SHOP, 'sv_1', (row) => ({ ...row, corrected, facts }))
      await at.store.services.putLot(SHOP, [service(1, { rate: '3' })])
      expect(await at.store.services.get(SHOP, 'sv_1')).toMatchObject({
        rate: '3',
        corrected,
        facts: { ...facts, tables: 0 },
      })
      await at.store.services.putLot(SHOP, [service(1, { corrected, facts: { ...facts, tables: 9 } })])
      expect(await at.store.services.get(SHOP, 'sv_1')).toMatchObject({ facts: { country: 'ID', tables: 9 } })
      await at.store.services.change(SHOP, 'sv_1', (row) => ({
        ...row,
        corrected: {},
        facts: service(1).facts,
      }))
      await at.store.services.putLot(SHOP, [service(1, { corrected, facts })])
      const taken = await at.store.services.get(SHOP, 'sv_1')
      expect([taken?.corrected, taken?.facts.country]).toEqual([{}, undefined])
    })

    test('are found by names, own words, category, and what stands in ornamental letters', async () => {
      await stock()
      await at.store.services.change(SHOP, 'sv_1', (row) => ({ ...row, own: { displayName: 'Jempolan' } }))
      expect(await found({ text: 'jempol' })).toEqual([1])
      expect(await found({ text: 'INDONESIA' })).toEqual([1])
      expect(await found({ text: 'tik vie' })).toEqual([2])
      expect(await found({ text: 'ti' })).toEqual([2])
      expect(await found({ text: 'cafe "best"' })).toEqual([3])
      await at.store.services.change(SHOP, 'sv_1', (row) => ({ ...row, own: { displayName: 'Mantap' } }))
      expect(await found({ text: 'jempol' })).toEqual([])
      expect(await found({ text: 'mantap' })).toEqual([1])
    })

    test('a search never fails, whatever is typed', async () => {
      await stock()
      const odd = [
        '""',
        '" OR *',
        "' --",
        'NEAR(',
        '((',
        'words:',
        '* * *',
        'a AND',
        '\0\0\0abc',
        '%_%',
        '😀😀',
      ]
      for (const text of odd) expect(await found({ text })).toEqual([])
      expect(await found({ text: '"' })).toEqual([3])
      expect(await found({ text: '   ' })).toEqual([1, 2, 3])
      expect(await found({ text: '100%' })).toEqual([3])
    })

    test('are filtered, counted and paged by mid', async () => {
      await stock()
      expect(await found({ platform: 'tiktok' })).toEqual([2])
      expect(await found({ kind: 'followers', vanished: false })).toEqual([1])
      expect(await found({ provider: 'p_2' })).toEqual([2])
      expect(await found({ onSale: true })).toEqual([])
      expect(await found({ ids: ['sv_3', 'sv_1', 'sv_9'] })).toEqual([1, 3])
      expect(await found({ after: 1, limit: 1 })).toEqual([2])
      expect(await at.store.services.count(SHOP, { text: 'tiktok' })).toBe(1)
      expect(await at.store.services.count(SHOP, {})).toBe(3)
      const known = await at.store.services.known(SHOP, 'p_1')
      expect(known.map(({ id, mid, vanishedAt, row }) => [id, mid, vanishedAt, row.service_id_api])).toEqual([
        ['sv_1', 1, undefined, '1001'],
        ['sv_3', 3, 5, '1003'],
      ])
    })

    test("a counter rises with every change; changes at once lose none; another shop's are out of reach", async () => {
      await stock()
      const before = await at.store.services.version(SHOP)
      await together(50, () =>
        at.store.services.change(SHOP, 'sv_1', (row) => ({ ...row, pin: (row.pin ?? 0) + 1 })),
      )
      expect(await at.store.services.get(SHOP, 'sv_1')).toMatchObject({ pin: 50, v: 51 })
      expect(await at.store.services.version(SHOP)).toBeGreaterThanOrEqual(before + 50)
      expect(await at.store.services.change(SHOP, 'sv_1', () => null)).toMatchObject({ v: 51 })
      expect(await at.store.services.get(OTHER_SHOP, 'sv_1')).toBeNull()
      expect(await at.store.services.change(OTHER_SHOP, 'sv_1', (row) => row)).toBeNull()
      const stolen = await at.store.services.putLot(OTHER_SHOP, [service(1)]).catch(() => 'refused')
      expect(stolen).toBe('refused')
      expect(await at.store.services.list(OTHER_SHOP, {})).toEqual([])
      expect(await at.store.services.version(OTHER_SHOP)).toBe(0)
    })
  })

  part(`${name}: imports`, open, (at) => {
    const counts = { new: 1, changed: 0, same: 0, vanished: 0, invalid: 0, total: 1 }
    const plan = (id: string, createdAt: number) => ({
      id,
      shop: SHOP,
      provider: 'p_1',
      state: 'reading' as const,
      by: 'seller:a_1',
      createdAt,
      counts,
      lots: 1,
      applied: 0,
      v: 1,
    })

    test('a plan keeps its rows in lots; a lot written again is that lot', async () => {
      expect(await at.store.imports.create(plan('im_1', 1))).toBe('created')
      expect(await at.store.imports.create(plan('im_1', 1))).toBe('exists')
      await at.store.imports.create(plan('im_2', 2))
      await at.store.imports.putRows(SHOP, 'im_1', 0, [{ row: 1, change: 'new' }])
      await at.store.imports.putRows(SHOP, 'im_1', 0, [{ row: 2, change: 'new' }])
      await at.store.imports.putRows(OTHER_SHOP, 'im_1', 0, [{ row: 3, change: 'new' }])
      expect(await at.store.imports.rows(SHOP, 'im_1', 0)).toEqual([{ row: 2, change: 'new' }])
      expect(await at.store.imports.rows(SHOP, 'im_1', 1)).toEqual([])
      expect(await at.store.imports.rows(OTHER_SHOP, 'im_1', 0)).toEqual([])
      await at.store.imports.change(SHOP, 'im_1', (one) => ({ ...one, state: 'planned' }))
      expect((await at.store.imports.list(SHOP, 9)).map(({ id, state }) => [id, state])).toEqual([
        ['im_2', 'reading'],
        ['im_1', 'planned'],
      ])
      expect(await at.store.imports.get(OTHER_SHOP, 'im_1')).toBeNull()
    })
  })
}
