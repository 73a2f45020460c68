// A question that nobody could answer: seen once however often it came, answered once, known from then on, told to who still waits, once,
// whatever is repeated and wherever the process dies.
import { expect, test } from 'bun:test'
import { answerFrom, makeKnowledge } from '../../src/assistant/knowledge.ts'
import {
  answerQuestion,
  dismissQuestion,
  keyOf,
  type UnansweredDeps,
  unanswered,
} from '../../src/assistant/unanswered.ts'
import { DAY, HOUR } from '../../src/lib/clock.ts'
import type { Item } from '../../src/store/documents.ts'
import { openSqlite } from '../../src/store/drivers/sqlite/index.ts'
import type { Store } from '../../src/store/store.ts'
import { chat, OTHER_SHOP, SHOP } from '../store/contract/support.ts'
import { fakeClock } from '../support/fake-clock.ts'

const BY = 'seller:ac_1' as const
const START = 1_760_000_000_000

const stand = async () => {
  const clock = fakeClock(START)
  const store = openSqlite(':memory:', clock)
  const deps: UnansweredDeps = { store, clock }
  let n = 0
  const asked = async (text: string, key?: string, change: Partial<Item> = {}): Promise<string> => {
    const id = `it_${++n}`
    if (key) await store.chats.ensure(chat(key))
    const item: Item = {
      id,
      shop: SHOP,
      kind: 'question',
      text,
      at: clock.now(),
      ...(key ? { chat: key } : {}),
      ...change,
    }
    await store.items.create(item)
    return id
  }
  const letters = async (key: string) =>
    ((await store.chats.get(SHOP, key))?.letters ?? []).map((one) => ('say' in one ? one.say : one))
  const jobs = async () => {
    await store.relay()
    return (await store.jobs.claim(['notices.letter'], 'w', (clock.now() + DAY) as never, 1, 50)).map(
      ({ id }) => id,
    )
  }
  const answer = (key: string, text = 'Bisa, lewat kurir toko.') =>
    answerQuestion(deps, { shop: SHOP, key, by: BY, text })
  return { clock, store, deps, asked, letters, jobs, answer }
}

test('the same words in another order, spelling or with other fillers are one question; the most asked comes first', async () => {
  const { deps, asked, clock } = await stand()
  await asked('ada cabang di bali?', '1:9')
  clock.advance(1000)
  await asked('bisa COD kak?', '1:1')
  clock.advance(1000)
  await asked('kak bisa cod gak', '1:2')
  await asked('COD bisa??', '1:2')
  await asked('minta admin', '1:3', { kind: 'human' })
  await asked('bisa cod', '1:4', { shop: OTHER_SHOP })
  await asked('bisa cod', '1:5', { doneAt: 1 })
  expect(await unanswered(deps, SHOP)).toEqual([
    {
      key: keyOf('bisa cod'),
      text: 'COD bisa??',
      times: 3,
      chats: 2,
      firstAt: START + 1000,
      lastAt: START + 2000,
    },
    {
      key: keyOf('cabang bali'),
      text: 'ada cabang di bali?',
      times: 1,
      chats: 1,
      firstAt: START,
      lastAt: START,
    },
  ])
  expect(keyOf('🙏🙏')).not.toBe(keyOf('???!'))
})

test('answered once: it is knowledge, its items are closed, each chat that still waits is told once', async () => {
  const { deps, store, clock, asked, letters, jobs, answer } = await stand()
  await asked('bisa cod kak?', '1:1')
  clock.advance(DAY + HOUR)
  await asked('bisa COD?', '1:2')
  await asked('cod bisa ga', '1:2')
  await asked('bisa cod', '1:3')
  await asked('bisa cod')
  await asked('ada cabang di bali?', '1:3')
  const done = await answer(keyOf('bisa cod'))
  expect(done).toMatchObject({ ok: true, told: 2, head: { kind: 'answer', title: 'bisa cod' } })
  const told = { say: 'questionAnswered', answer: 'Bisa, lewat kurir toko.' }
  expect(await letters('1:1')).toEqual([])
  expect(await letters('1:2')).toMatchObject([told])
  expect(await letters('1:3')).toMatchObject([told])
  expect(await jobs()).toHaveLength(2)
  expect((await unanswered(deps, SHOP)).map(({ text }) => text)).toEqual(['ada cabang di bali?'])
  const closed = (await store.items.list(SHOP, false, 99)).filter(({ doneAt }) => doneAt !== undefined)
  expect(closed.map(({ by }) => by)).toEqual(Array(5).fill(BY))
  const index = makeKnowledge({ store })
  expect((await answerFrom(index, { shop: SHOP, question: 'min bisa cod ngga ya' }))?.text).toBe(
    'Bisa, lewat kurir toko.',
  )
  expect(await answerFrom(index, { shop: OTHER_SHOP, question: 'bisa cod' })).toBeNull()
})

test('pressed twice at once, or again: one document, one letter a chat', async () => {
  const { store, asked, letters, answer, jobs } = await stand()
  await asked('bisa cod kak?', '1:1')
  const key = keyOf('bisa cod')
  await Promise.all(Array.from({ length: 10 }, () => answer(key)))
  expect(await answer(key)).toEqual({ ok: false, reason: 'notFound' })
  expect(await store.knowledge.list(SHOP)).toHaveLength(1)
  expect(await letters('1:1')).toHaveLength(1)
  expect(await jobs()).toHaveLength(1)
  // Asked again a while later, answered in other words: the document has the new ones.
  await asked('bisa cod?', '1:1')
  await answer(key, 'Sekarang tidak bisa.')
  expect(await store.knowledge.list(SHOP)).toHaveLength(1)
  expect((await store.knowledge.get(SHOP, `kd_q_${key}`))?.text).toBe('Sekarang tidak bisa.')
  expect(await letters('1:1')).toHaveLength(2)
})

test('killed after any write: pressed again, everything is there and nothing twice', async () => {
  for (let dies = 1; dies < 12; dies++) {
    const { deps, store, asked, letters, jobs } = await stand()
    for (const key of ['1:1', '1:2']) await asked('bisa cod kak?', key)
    let writes = 0
    const dying = <F extends (...input: never[]) => Promise<unknown>>(method: F): F =>
      (async (...input: never[]) => {
        const output = await method(...input)
        if (++writes === dies) throw new Error('killed')
        return output
      }) as F
    const mortal: Store = {
      ...store,
      knowledge: {
        ...store.knowledge,
        create: dying(store.knowledge.create),
        change: dying(store.knowledge.change),
      },
      chats: { ...store.chats, change: dying(store.chats.change) },
      items: { ...store.items, change: dying(store.items.change) },
    }
    const given = { shop: SHOP, key: keyOf('bisa cod'), by: BY, text: 'Tidak bisa.' }
    const first = await answerQuestion({ ...deps, store: mortal }, given).catch(
      ({ message }) => message as string,
    )
    if (first === 'killed') await answerQuestion(deps, given)
    expect(await store.knowledge.list(SHOP)).toHaveLength(1)
    expect(await unanswered(deps, SHOP)).toEqual([])
    for (const key of ['1:1', '1:2']) expect(await letters(key)).toHaveLength(1)
    expect(await jobs()).toHaveLength(2)
  }
})

test('put aside: closed, nobody is told, nothing is learnt', async () => {
  const { deps, store, asked, letters } = await stand()
  await asked('jual sepatu?', '1:1')
  const key = keyOf('jual sepatu')
  expect(await dismissQuestion(deps, { shop: OTHER_SHOP, key, by: BY })).toEqual({
    ok: false,
    reason: 'notFound',
  })
  expect(await dismissQuestion(deps, { shop: SHOP, key, by: BY })).toEqual({ ok: true, count: 1 })
  expect(await dismissQuestion(deps, { shop: SHOP, key, by: BY })).toEqual({ ok: false, reason: 'notFound' })
  expect(await letters('1:1')).toEqual([])
  expect(await store.knowledge.list(SHOP)).toEqual([])
})
