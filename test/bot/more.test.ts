// "yang lain": ten by ten through everything that fits, however large the shop, with nothing twice and nothing left out.
import { describe, expect, test } from 'bun:test'
import { read } from '../../src/assistant/reader/index.ts'
import { step } from '../../src/bot/conversations/step.ts'
import type { ShopView } from '../../src/bot/goods.ts'
import type { Dialogue } from '../../src/model/dialogue.ts'
import { IDLE } from '../../src/model/dialogue.ts'
import type { CatalogueEntry } from '../../src/model/understanding.ts'
import { bigCatalogue } from '../assistant/catalogue.ts'

const shopOf = (entries: CatalogueEntry[]): ShopView => {
  const byMid = new Map(entries.map((entry) => [entry.mid, entry]))
  const line = (service: string) => {
    const entry = byMid.get(Number(service.slice(3)))
    return entry
      ? {
          ...entry,
          service,
          description: '',
          linkKind: 'any' as const,
          minPrice: entry.price,
          priceOf: 1000,
        }
      : null
  }
  return {
    now: 0,
    name: 'Toko',
    sells: 'yes',
    goods: {
      entries,
      byMid: (mid) => (byMid.has(mid) ? `sv_${mid}` : undefined),
      line,
      window: () => entries.filter(({ mid }) => mid <= 10).map(({ mid }) => `sv_${mid}`),
      largestWithin: () => undefined,
    },
    terms: '',
    chatDays: 30,
    bills: [],
  }
}

const says = (text: string, dialogue: Dialogue, shop: ShopView) => {
  const shown = dialogue.shown?.rows.map(({ mid }) => mid)
  const context = shown ? { shown } : {}
  const meaning = read({ text }, { state: dialogue.asked, context }, shop.goods.entries)
  return step(dialogue, { heard: 'words', text, meaning }, shop)
}

/** The numbers of each page, until there is no more. */
const pagesFrom = (first: ReturnType<typeof step>, shop: ShopView): number[][] => {
  const pages: number[][] = []
  for (let at = first; ; at = says('yang lain', at.dialogue, shop)) {
    const [list] = at.say
    if (list?.say !== 'list') {
      expect(list).toEqual({ say: 'noMore' })
      return pages
    }
    pages.push(list.rows.map(({ mid }) => mid))
    expect(list.more).toBe(list.rows.length === 10 && at.dialogue.shown?.next !== undefined)
    // Thousands of numbers are never kept in the chat's document.
    expect(JSON.stringify(at.dialogue).length).toBeLessThan(2000)
  }
}

const midsOf = (entries: CatalogueEntry[]) => entries.map(({ mid }) => mid).sort((a, b) => a - b)

describe('more', () => {
  const entries = bigCatalogue(10_000)
  const shop = shopOf(entries)

  test.each([
    ['views tiktok', (one: CatalogueEntry) => one.platform === 'tiktok' && one.kind === 'views'],
    [
      'followers ig indonesia yang garansi',
      (one: CatalogueEntry) =>
        one.platform === 'instagram' && one.kind === 'followers' && one.country === 'ID',
    ],
    ['likes yang paling murah', (one: CatalogueEntry) => one.kind === 'likes'],
  ])('%s: all that fit, each once', (text, fits) => {
    const pages = pagesFrom(says(text, IDLE, shop), shop)
    const all = pages.flat()
    expect(pages.slice(0, -1).every((page) => page.length === 10)).toBe(true)
    expect(new Set(all).size).toBe(all.length)
    expect([...all].sort((a, b) => a - b)).toEqual(midsOf(entries.filter(fits)))
  })

  test('cheapest first, fastest first, across all pages', () => {
    const byMid = new Map(entries.map((entry) => [entry.mid, entry]))
    const cheap = pagesFrom(says('views ig termurah', IDLE, shop), shop).flat()
    const prices = cheap.map((mid) => byMid.get(mid)?.price ?? 0)
    expect(prices).toEqual([...prices].sort((a, b) => a - b))
    const fast = pagesFrom(says('followers ig yang cepat', IDLE, shop), shop).flat()
    const speeds = fast.map((mid) => byMid.get(mid)?.speedPerDay ?? 0)
    expect(speeds).toEqual([...speeds].sort((a, b) => b - a))
    expect(fast.length).toBeGreaterThan(1000)
  })

  test('after the window the rest by number; after a platform by button all of it', () => {
    const small = shopOf(bigCatalogue(45))
    const window = says('menu', IDLE, small)
    expect(pagesFrom(window, small).flat()).toEqual(Array.from({ length: 45 }, (_, i) => i + 1))
    const pressed = step(IDLE, { heard: 'button', action: { do: 'browse', platform: 'tiktok' } }, shop)
    const all = pagesFrom(pressed, shop).flat()
    expect([...all].sort((a, b) => a - b)).toEqual(
      midsOf(entries.filter(({ platform }) => platform === 'tiktok')),
    )
  })

  test('what is gone meanwhile is not shown; where little fits there is no more', () => {
    const before = says('views tiktok', IDLE, shop)
    const left = shopOf(entries.filter(({ mid }) => mid % 2 === 0))
    const next = says('yang lain', before.dialogue, left).say[0]
    expect(next?.say === 'list' && next.rows.every(({ mid }) => mid % 2 === 0)).toBe(true)
    const few = shopOf(bigCatalogue(30))
    const list = says('views tiktok', IDLE, few)
    expect(list.say[0]).toMatchObject({ say: 'list', more: false })
    expect(says('yang lain', list.dialogue, few).say).toEqual([{ say: 'noMore' }])
  })
})
