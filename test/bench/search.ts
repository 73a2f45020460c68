// A customer's words searched in 10,000 services, and the shelf of them made anew: how long either holds up everybody else.
import { prepareShelf } from '../../src/assistant/reader/shelf.ts'
import { readFacts } from '../../src/catalog/facts.ts'
import { madeName } from '../../src/catalog/names.ts'
import { makeShelves } from '../../src/catalog/shelf.ts'
import { systemClock } from '../../src/lib/clock.ts'
import { openStore } from '../../src/store/open.ts'
import { panelOf, pricedShop, SHOP_ID, serviceOf } from '../support/goods.ts'
import { ms, ratio, watchLoop } from './measure.ts'
import { entriesOfRows, readingOf, withWords } from './reading-time.ts'
import { manyRows } from './rows.ts'
import type { Figure } from './run.ts'

const COUNT = 10_000
const WISHES = [
  'saya mau beli followers ig',
  'ada views tiktok yang murah?',
  'like ig indonesia garansi 5000',
  'subscriber youtube 1k berapa',
  'kak member telegram channel ada ga',
  'mau nambah love buat reels 10rb',
  'views yt shorts yg bergaransi',
  'followers shopee',
  'komentar custom ig',
  'termurah apa aja',
].map((text) => ({ text, state: 'idle' as const, context: {} }))

const stocked = async () => {
  const store = await openStore({ url: 'sqlite::memory:' })
  await store.shops.create(pricedShop())
  await store.providers.create(panelOf())
  const rows = manyRows(COUNT).map((row, i) => {
    const facts = readFacts(row)
    return serviceOf(i + 1, { ...row, facts, madeName: madeName(facts, row) })
  })
  await store.services.putLot(SHOP_ID, rows)
  return { store, rows }
}

const pause = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

/** Against reading the same services as JSON in one go. */
const shelving = async (): Promise<Figure> => {
  const { store, rows } = await stocked()
  const json = JSON.stringify(rows)
  const begin = performance.now()
  JSON.parse(json)
  const baseline = performance.now() - begin
  const shelf = makeShelves({
    store,
    clock: systemClock,
    pause,
    ready: (entries) => prepareShelf(entries, pause),
  })
  await pause()
  const stop = watchLoop()
  await shelf(SHOP_ID)
  await pause()
  const held = stop()
  await store.close()
  return {
    what: 'a shelf of 10,000 services holds up the loop at a time, against reading them as JSON',
    value: `${ratio(held / baseline)} (${ms(held)})`,
    wanted: 'under 1.5',
    reached: held / baseline < 1.5,
  }
}

export const search = async (): Promise<Figure[]> => {
  const catalogue = entriesOfRows(COUNT)
  const plain = readingOf(catalogue, WISHES).p99
  const words = readingOf(catalogue, withWords()).p99
  return [
    { what: 'search in 10,000 services, p99', value: ms(plain), wanted: 'under 3 ms', reached: plain < 3 },
    {
      what: '… by words of no vocabulary, p99',
      value: ms(words),
      wanted: 'under 5 ms',
      reached: words < 5,
    },
    await shelving(),
  ]
}
