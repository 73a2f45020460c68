// The command by its own door: lines in, lines out, exit codes.
import { afterAll, beforeEach, describe, expect, test } from 'bun:test'
import { join } from 'node:path'
import { understandCommand } from '../../src/cli/understand.ts'
import { calls, fault, says, slow, startFakeModel, status, understood } from '../support/fake-model.ts'

const SERVICES = [
  {
    service: 11,
    name: 'Instagram Followers [Refill 30 Days]',
    category: 'Instagram Followers',
    rate: '9800',
    min: '100',
    max: '100000',
    type: 'Default',
  },
  {
    service: 12,
    name: 'Instagram Likes',
    category: 'Instagram Likes',
    rate: '850.5',
    min: '10',
    max: '50000',
    type: 'Default',
  },
  { service: 13, name: 'broken', category: 'x', rate: 'free', min: '10', max: '5', type: 'Default' },
  {
    service: 14,
    name: 'TikTok Views',
    category: 'TikTok',
    rate: '48.5',
    min: '100',
    max: '1000000',
    type: 'Default',
  },
  {
    service: 15,
    name: 'Instagram Followers Indonesia 🇮🇩',
    category: 'Instagram Followers',
    rate: '42500',
    min: '50',
    max: '20000',
    type: 'Default',
  },
]

const streamOf = (...chunks: string[]): ReadableStream<Uint8Array> =>
  new ReadableStream({
    start: (controller) => {
      for (const chunk of chunks) controller.enqueue(new TextEncoder().encode(chunk))
      controller.close()
    },
  })

const run = async (
  argv: string[],
  chunks: string[],
  files: Record<string, string> = { 's.json': JSON.stringify(SERVICES) },
  env = {},
) => {
  const out: string[] = []
  const warned: string[] = []
  const code = await understandCommand({
    argv,
    stdin: streamOf(...chunks),
    write: (line) => void out.push(line),
    warn: (line) => void warned.push(line),
    readFile: async (path) => {
      const text = files[path]
      if (text === undefined) throw new Error('ENOENT')
      return text
    },
    env,
  })
  return { code, out: out.map((line) => JSON.parse(line)), raw: out, warned: warned.join('') }
}

const line = (id: string, text: string, more: object = {}) =>
  `${JSON.stringify({ id, state: 'idle', context: {}, text, ...more })}\n`
const GOOD = ['--catalogue', 's.json']

describe('lapak understand', () => {
  test('answers one line per message, in order, with numbers by position', async () => {
    const { code, out, raw } = await run(GOOD, [
      line('a1', 'ya', { state: 'choosing', context: { shown: [4, 2, 5] } }),
      line('a2', '2', { state: 'choosing', context: { shown: [4, 2, 5] } }),
      line('a3', 'mau followers ig'),
      line('a4', '1000 aja', { state: 'asking_quantity', context: { mid: 1 } }),
      line('a5', '', { state: 'paying', media: 'photo' }),
    ])
    expect(code).toBe(0)
    expect(raw.every((one) => one.endsWith('}\n'))).toBe(true)
    expect(out.map(({ id }) => id)).toEqual(['a1', 'a2', 'a3', 'a4', 'a5'])
    expect(out[1]).toMatchObject({ intent: 'select', mid: 2 })
    expect(out[2]).toMatchObject({ intent: 'browse', platform: 'instagram', kind: 'followers', mids: [1, 5] })
    expect(out[3]).toMatchObject({ intent: 'give_quantity', quantity: 1000 })
    expect(out[4]).toMatchObject({ intent: 'paid_claim' })
  })

  test('lines may arrive in any pieces, with and without the last line feed', async () => {
    const whole = line('a', 'halo') + line('b', 'batal').trimEnd()
    const bytes = [...whole]
    const { out } = await run(GOOD, bytes)
    expect(out.map(({ id, intent }) => [id, intent])).toEqual([
      ['a', 'greet'],
      ['b', 'cancel'],
    ])
  })

  test('a bad line answers with an error, and the command goes on', async () => {
    const { code, out } = await run(GOOD, [
      '{oops\n',
      '\n',
      line('b', 'x', { state: 'nowhere' }),
      '[]\n',
      `${JSON.stringify({ id: 'c', state: 'idle', text: 5 })}\n`,
      line('d', 'halo'),
    ])
    expect(code).toBe(0)
    expect(out).toHaveLength(5)
    expect(out[0]).toEqual({ error: 'no JSON' })
    expect(out[1]).toMatchObject({ id: 'b', error: expect.stringContaining('state') })
    expect(out[2]).toHaveProperty('error')
    expect(out[3]).toMatchObject({ id: 'c', error: expect.stringContaining('text') })
    expect(out[4]).toMatchObject({ id: 'd', intent: 'greet' })
  })

  test('a row that cannot be read keeps its number to itself', async () => {
    const { out } = await run(GOOD, [line('a', 'views tiktok'), line('b', 'followers ig indo')])
    expect(out[0].mids).toEqual([4])
    expect(out[1].mids).toEqual([5])
  })

  test('called wrongly, it says how and answers 2; a catalogue that is none answers 1', async () => {
    for (const argv of [
      [],
      ['--catalogue'],
      [...GOOD, '--reader', 'oracle'],
      [...GOOD, '--speed', '9'],
      ['s.json'],
    ]) {
      const { code, out, warned } = await run(argv, [line('a', 'halo')])
      expect([argv, code, out]).toEqual([argv, 2, []])
      expect(warned).toContain('usage: lapak understand')
    }
    for (const text of ['{"error":"Invalid key"}', 'not json', '[{"error":"x"}]']) {
      const { code, warned } = await run(GOOD, [line('a', 'halo')], { 's.json': text })
      expect([text, code]).toEqual([text, 1])
      expect(warned).toContain('s.json')
    }
    expect((await run(['--catalogue=gone.json'], [])).code).toBe(1)
  })

  test('the model needs a key', async () => {
    const { code, warned } = await run([...GOOD, '--reader', 'model'], [line('a', 'halo')])
    expect(code).toBe(2)
    expect(warned).toContain('OPENAI_API_KEY')
  })

  test('carriage returns and a byte order mark are no part of a line, wherever the pieces break', async () => {
    const text = `\ufeff${line('a', 'halo').trimEnd()}\r\n\r\n${line('b', 'batal').trimEnd()}\r\n${line('c', 'halo').trimEnd()}\r`
    const bytes = new TextEncoder().encode(text)
    for (const size of [1, 7, bytes.length]) {
      const stdin = new ReadableStream<Uint8Array>({
        start: (controller) => {
          for (let at = 0; at < bytes.length; at += size) controller.enqueue(bytes.slice(at, at + size))
          controller.close()
        },
      })
      const out: string[] = []
      const readFile = async () => `\ufeff${JSON.stringify(SERVICES)}`
      await understandCommand({ argv: GOOD, stdin, write: (one) => void out.push(one), readFile, env: {} })
      expect(out.map((one) => (JSON.parse(one) as { id: string }).id)).toEqual(['a', 'b', 'c'])
    }
  })

  test('a line of megabytes is read in part, and the next one is answered', async () => {
    const long = 'a '.repeat(600_000)
    const pieces = line('big', long).match(/[\s\S]{1,65536}/g) ?? []
    const { code, out } = await run(GOOD, [
      ...pieces,
      line('b', 'halo'),
      line('whole', `halo ${long}`),
      line('c', 'halo'),
    ])
    expect(code).toBe(0)
    expect(out.map(({ id, intent, error }) => id ?? error ?? intent)).toEqual(['big', 'b', 'whole', 'c'])
  })

  test('thousands of lines keep their order', async () => {
    const lines = Array.from({ length: 3000 }, (_, i) => line(`n${i}`, i % 2 ? 'halo' : 'mau followers ig'))
    const { out } = await run(GOOD, [lines.join('')])
    expect(out.map(({ id }) => id)).toEqual(lines.map((_, i) => `n${i}`))
  })

  test('an empty input has no answer; nulls and a number for an order are taken', async () => {
    expect(await run(GOOD, [''])).toMatchObject({ code: 0, out: [] })
    const { out } = await run(GOOD, [
      `${JSON.stringify({ id: 1, state: 'paying', context: { mid: null, order_id: 12345 }, text: null, media: null })}\n`,
      `${JSON.stringify({ id: 2, state: 'idle', context: null, text: 'halo' })}\n`,
    ])
    expect(out).toMatchObject([{ id: 1 }, { id: 2, intent: 'greet' }])
  })
})

describe('with a model', () => {
  const model = startFakeModel({ key: 'sk-x' })
  afterAll(() => model.stop())
  beforeEach(() => model.forget())
  const env = { OPENAI_API_KEY: 'sk-x', OPENAI_BASE_URL: model.url, OPENAI_MODEL: 'm' }
  const ask = (lines: string[], more = {}) =>
    run([...GOOD, '--reader', 'model'], lines, undefined, { ...env, ...more })

  test('it answers where the reader is unsure, and only there', async () => {
    model.when('zzz', understood({ intent: 'browse', platform: 'tiktok' }))
    const { out } = await ask([line('a', 'halo'), line('b', 'zzz qqq www xxx')])
    expect(out[1]).toEqual({ id: 'b', intent: 'browse', platform: 'tiktok', mids: [4], confidence: 0.95 })
    expect(model.requests).toHaveLength(1)
  })

  test('the quick do not overtake the slow', async () => {
    model.otherwise(understood({ intent: 'thanks' }))
    model.when('slow', slow(150, understood({ intent: 'more' })))
    const { out } = await ask([
      line('a', 'slow zzz qqq www'),
      line('b', 'zzz qqq www xxx'),
      line('c', 'halo'),
    ])
    expect(out.map(({ id, intent }) => [id, intent])).toEqual([
      ['a', 'more'],
      ['b', 'thanks'],
      ['c', 'greet'],
    ])
  })

  test("where it fails the reader's word stands, for every line", async () => {
    const lines = Array.from({ length: 20 }, (_, i) => line(`n${i}`, `zzz qqq www ${i}xx`))
    const alone = (await run(GOOD, lines)).out
    for (const reply of [
      fault('html'),
      fault('cut'),
      status(401),
      status(500),
      calls('nothing'),
      says('hm'),
    ]) {
      model.forget()
      model.otherwise(reply)
      const { code, out } = await ask(lines)
      expect(code).toBe(0)
      expect(out).toEqual(alone)
    }
    expect((await ask(lines, { OPENAI_BASE_URL: 'http://127.0.0.1:1/v1' })).out).toEqual(alone)
  })

  test('half-way: what it answered counts, the rest is the reader’s', async () => {
    model.otherwise(understood({ intent: 'thanks' }))
    model.failFrom(3, status(401))
    const lines = Array.from({ length: 12 }, (_, i) => line(`n${i}`, `zzz qqq www ${i}xx`))
    const { out } = await ask(lines)
    expect(out).toHaveLength(12)
    expect(out.filter(({ intent }) => intent === 'thanks')).toHaveLength(2)
  })

  test('of a panel’s catalogue no rate goes out, nor what is private in the message', async () => {
    model.otherwise(understood({ intent: 'chitchat' }))
    await ask([line('a', 'zzz qqq www xxx otp 482913 password: kopi99 nama saya Rahasia')])
    expect(model.bytes()).toContain('Instagram Likes')
    for (const hidden of ['9800', '850.5', '42500', '48.5', '482913', 'Rahasia', 'kopi99'])
      expect(model.bytes()).not.toContain(hidden)
  })
})

test('is a command of the binary, and takes its lines from standard input', async () => {
  const main = join(import.meta.dir, '../../src/main.ts')
  const catalogue = join(import.meta.dir, '../../node_modules/.cache-none.json')
  const child = Bun.spawn(['bun', main, 'understand', '--catalogue', catalogue], {
    stdin: new Blob([line('a', 'halo')]),
    stdout: 'pipe',
    stderr: 'pipe',
  })
  expect(await child.exited).toBe(1)
  expect(await new Response(child.stderr).text()).toContain('cannot be read')
})
