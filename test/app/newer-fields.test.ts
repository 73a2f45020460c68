// Two versions side by side: the newer one keeps things in documents that this one does not know. Whatever this one does to a document,
// they stay. Everything that a seller and a customer do is done on a store whose documents all have such a field, at two depths.
import { expect, test } from 'bun:test'
import { openSqlite } from '../../src/store/drivers/sqlite/index.ts'
import type { Store } from '../../src/store/store.ts'
import { ANI, billOf, equip, lookAt, openLive, press, say } from '../support/live.ts'

const NEWER = { since: 'a later version' }
type Doc = Record<string, unknown>
type Method = (...input: unknown[]) => unknown

/** Objects of a document that may well get a field more. */
const PARTS = ['settings', 'bot', 'quote']

const withNewer = (doc: Doc): Doc => {
  const parts = PARTS.flatMap((part) => (doc[part] ? [[part, { ...(doc[part] as Doc), newer: NEWER }]] : []))
  return { ...doc, ...Object.fromEntries(parts), newer: NEWER }
}
const lacking = (before: Doc, after: Doc): string[] => [
  ...('newer' in after ? [] : ['newer']),
  ...PARTS.filter((part) => before[part] && after[part] && !('newer' in (after[part] as Doc))),
]

const watched = (store: Store) => {
  const lost = new Set<string>()
  const changed = new Set<string>()
  const deciding =
    (name: string, method: Method): Method =>
    (...input) => {
      const decide = input.at(-1) as (doc: Doc) => Doc | null
      return method(...input.slice(0, -1), (doc: Doc) => {
        const before = withNewer(doc)
        const after = decide(before)
        if (!after) return after
        changed.add(name)
        for (const what of lacking(before, after)) lost.add(`${name}: ${what}`)
        return after
      })
    }
  const nouns = Object.entries(store).map(([noun, methods]) => {
    if (typeof methods !== 'object' || methods === null) return [noun, methods]
    const known = methods as Record<string, Method>
    const { change, answer } = known
    return [
      noun,
      {
        ...known,
        ...(change ? { change: deciding(noun, change) } : {}),
        ...(answer ? { answer: deciding(`${noun}.answer`, answer) } : {}),
      },
    ]
  })
  const all = Object.fromEntries(nouns) as Store
  const { create, advance } = store.orders
  all.orders = {
    ...all.orders,
    create: (order) => create(withNewer(order as unknown as Doc) as unknown as typeof order),
    advance: async (...input) => {
      const moved = await advance(...input)
      if (moved.ok) {
        changed.add('orders')
        const after = moved.order as unknown as Doc
        for (const what of lacking(after, after)) lost.add(`orders: ${what}`)
      }
      return moved
    },
  }
  return { store: all, lost, changed }
}

test('no move of this version drops what a newer one has written', async () => {
  let seen: ReturnType<typeof watched> | undefined
  const at = await openLive(undefined, {
    store: (clock) => {
      seen = watched(openSqlite(':memory:', clock))
      return seen.store
    },
  })
  await equip(at)
  await at.browser.put(at.path('/settings'), { margin: '45', topupsOut: true })
  const sold = await billOf(at)
  await at.midtrans.pay(`${sold}-1`, { notify: false })
  const keySet = (await at.browser.get<{ keySets: { id: string }[] }>(at.path(''))).keySets[0]?.id
  await at.post(`/hooks/midtrans/${keySet}`, JSON.stringify(at.midtrans.notice(`${sold}-1`)))
  await at.app.drain()
  for (let i = 0; i < 4; i++) {
    at.clock.advance(120_000)
    await at.app.drain()
  }
  expect((await lookAt(at, sold)).state).toBe('completed')
  const refused = await billOf(at, { id: 72, name: 'Budi' })
  await say(at, '/batal', { id: 72, name: 'Budi' })
  await press(at, /Batal/, { id: 72, name: 'Budi' }).catch(() => undefined)
  await at.browser.post(at.path(`/orders/${refused}/actions`), { action: 'giveBack' }).catch(() => undefined)
  await say(at, '/deposit 50000')
  await say(at, '/en', ANI)
  await say(at, 'saya mau bicara dengan manusia')
  await at.app.drain()
  expect([...(seen?.lost ?? ['nothing was watched'])].toSorted()).toEqual([])
  expect([...(seen?.changed ?? [])].toSorted()).toEqual(
    expect.arrayContaining(['chats.answer', 'imports', 'lanes', 'orders', 'providers', 'services', 'shops']),
  )
  await at.stop()
}, 120_000)
