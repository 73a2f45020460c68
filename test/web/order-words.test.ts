// The history of an order is told in words: each kind of line that a verb writes has them in both languages.
import { expect, test } from 'bun:test'
import { join } from 'node:path'
import { Glob } from 'bun'
import { en } from '../../web/src/text/orders-en.ts'
import { id } from '../../web/src/text/orders-id.ts'

/** Notes without a line in the history, and types of other things. */
const NO_LINE = new Set(['asked', 'reminded', 'silence', 'default', 'package', 'key', 'unreachable'])

const SRC = join(import.meta.dir, '../../src')
const ROOMS = ['orders', 'payments', 'fulfilment']

const kinds = async (): Promise<string[]> => {
  const found = new Set<string>()
  for (const room of ROOMS)
    for await (const file of new Glob('*.ts').scan(join(SRC, room)))
      for (const [, kind = ''] of (await Bun.file(join(SRC, room, file)).text()).matchAll(
        /\btype: '([\w.]+)'/g,
      ))
        found.add(kind)
  return [...found].filter((kind) => !NO_LINE.has(kind)).sort()
}

test('every line of the history has its words', async () => {
  const all = await kinds()
  expect(all.length).toBeGreaterThan(30)
  for (const [language, words] of Object.entries({ id, en }))
    expect([language, all.filter((kind) => !(kind in words.events))]).toEqual([language, []])
})

test('both languages have the same words', () => {
  for (const part of ['states', 'why', 'events', 'strayKinds', 'refundTo', 'outcomes'] as const)
    expect([part, Object.keys(en[part]).sort()]).toEqual([part, Object.keys(id[part]).sort()])
})
