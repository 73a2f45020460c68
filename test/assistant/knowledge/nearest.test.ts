// Embeddings are an extra: with a server that has them a model reads what is near in meaning, and with one that lacks, breaks, stalls or
// lies nothing changes for anybody. A fake server at the HTTP contract.
import { afterEach, describe, expect, test } from 'bun:test'
import { openaiEmbedder } from '../../../src/assistant/drivers/openai-embeddings.ts'
import { answerFrom, makeKnowledge, passagesFor } from '../../../src/assistant/knowledge.ts'
import { makeNear } from '../../../src/assistant/nearest.ts'
import { MINUTE } from '../../../src/lib/clock.ts'
import { maskForModel } from '../../../src/model/model-mask.ts'
import { openSqlite } from '../../../src/store/drivers/sqlite/index.ts'
import { fakeClock } from '../../support/fake-clock.ts'

type Body = { model: string; input: string[] }
const MEANINGS: [RegExp, number[]][] = [
  [/rumah sakit|dokter|obat/i, [1, 0, 0]],
  [/terbang|pesawat|bandara/i, [0, 1, 0]],
]
const vectorOf = (text: string): number[] =>
  MEANINGS.find(([pattern]) => pattern.test(text))?.[1] ?? [0, 0, 1]
const good = ({ input }: Body): unknown => ({
  object: 'list',
  data: input.map((text, index) => ({ object: 'embedding', index, embedding: vectorOf(text) })).reverse(),
})

const stops: (() => void)[] = []
afterEach(() => {
  for (const stop of stops.splice(0)) stop()
})

const stand = async (answer: (body: Body) => unknown | Response | Promise<Response> = good) => {
  const seen: { body: Body; key: string | null }[] = []
  const server = Bun.serve({
    port: 0,
    hostname: '127.0.0.1',
    fetch: async (request) => {
      const body = (await request.json()) as Body
      seen.push({ body, key: request.headers.get('authorization') })
      const said = await answer(body)
      return said instanceof Response ? said : Response.json(said)
    },
  })
  stops.push(() => server.stop(true))
  const clock = fakeClock(1_760_000_000_000)
  const store = openSqlite(':memory:', clock)
  const warned: object[] = []
  const embedder = openaiEmbedder(
    { apiKey: 'sk-secret', baseUrl: `http://127.0.0.1:${server.port}/v1`, model: 'emb-1', timeoutMs: 300 },
    { clock, log: { warn: (about: object) => void warned.push(about) } as never },
  )
  const near = makeNear({ embedder, mask: (text) => maskForModel(text) })
  const deps = { ...makeKnowledge({ store }), near }
  const write = (id: string, text: string) =>
    store.knowledge.create({
      id,
      shop: 's_1',
      title: 'Catatan',
      kind: 'text',
      format: 'text',
      text,
      length: text.length,
      at: 1,
      v: 1,
    })
  await write('d_1', 'Klinik kami punya dokter jaga. Telepon 081234567890.')
  await write('d_2', 'Kantor dekat bandara.')
  await write('d_3', 'Parkir gratis.')
  const ask = async (question: string) =>
    (await passagesFor(deps, { shop: 's_1', question, limit: 3 })).map(({ document }) => document)
  /** The first question has the vectors made, behind its back. */
  const ready = async (count = 3) => {
    await ask('x')
    while (seen.reduce((sum, { body }) => sum + body.input.length, 0) < count) await Bun.sleep(2)
    await Bun.sleep(5)
  }
  return { deps, seen, ask, ready, warned, clock, store, write, server }
}

describe('a server that has embeddings', () => {
  test('gives a model the passages near in meaning, beside those with the words', async () => {
    const { ask, ready, seen } = await stand()
    expect(await ask('obat')).toEqual([])
    await ready()
    expect(await ask('mau beli obat')).toEqual(['d_1'])
    expect(await ask('parkir buat pesawat')).toEqual(['d_3', 'd_2'])
    expect(new Set(seen.map(({ body }) => body.model))).toEqual(new Set(['emb-1']))
    expect(new Set(seen.map(({ key }) => key))).toEqual(new Set(['Bearer sk-secret']))
  })

  test('is asked for each text once, and never hears a number of a person', async () => {
    const { ask, ready, seen, write } = await stand()
    await ready()
    await ask('dokter saya 081299998888 kapan')
    await write('d_4', 'Satu catatan baru.')
    await ask('obat')
    while (!JSON.stringify(seen).includes('catatan baru')) await Bun.sleep(2)
    const sent = seen.flatMap(({ body }) => body.input)
    expect(sent.filter((text) => text.includes('bandara'))).toHaveLength(1)
    expect(JSON.stringify(sent)).not.toContain('0812')
  })

  test('never decides alone what a customer is told', async () => {
    const { deps, ready } = await stand()
    await ready()
    expect(await answerFrom(deps, { shop: 's_1', question: 'mau beli obat' })).toBeNull()
  })
})

describe('a server that does not', () => {
  test.each<[string, (body: Body) => unknown]>([
    ['has none', () => new Response('{"error":{"message":"no"}}', { status: 404 })],
    ['refuses the key', () => new Response('{}', { status: 401 })],
    ['breaks', () => new Response('oops', { status: 500 })],
    ['stalls', () => Bun.sleep(5000).then(() => Response.json({}))],
    [
      'talks without end',
      () =>
        new Response(`{"data":"${'x'.repeat(9_000_000)}"}`, {
          headers: { 'content-type': 'application/json' },
        }),
    ],
    ['says something else', () => ({ data: [{ index: 0, embedding: 'none' }] })],
    [
      'leaves one out',
      ({ input }) => ({ data: input.slice(1).map((_, index) => ({ index, embedding: [1] })) }),
    ],
    ['says one twice', ({ input }) => ({ data: input.map(() => ({ index: 0, embedding: [1] })) })],
    [
      'gives vectors of other lengths',
      ({ input }) => ({ data: input.map((_, index) => ({ index, embedding: Array(index + 1).fill(1) })) }),
    ],
    [
      'sends the key elsewhere',
      () => new Response(null, { status: 302, headers: { location: 'http://127.0.0.1:1/' } }),
    ],
  ])('%s: words find what they find, and it is left alone for five minutes', async (_what, answer) => {
    const { ask, seen, warned, clock } = await stand(answer)
    expect(await ask('parkir gratis')).toEqual(['d_3'])
    while (warned.length === 0) await Bun.sleep(5)
    const asked = seen.length
    for (let n = 0; n < 5; n++) expect(await ask('parkir gratis')).toEqual(['d_3'])
    expect(seen).toHaveLength(asked)
    expect(warned).toHaveLength(1)
    expect(JSON.stringify(warned)).not.toContain('sk-secret')
    clock.advance(6 * MINUTE)
    await ask('parkir gratis')
    while (seen.length === asked) await Bun.sleep(5)
  })
})
