// Every act that leaves a line in the audit is said in words, in both languages.
import { expect, test } from 'bun:test'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { AUDITED } from '../../src/http/audited.ts'
import { en, id, UNTOLD } from '../../web/src/text/audit-words.ts'

const SRC = join(import.meta.dir, '../../src')

/** Acts that verbs write down themselves: `what: 'noun.verb'` in the source. */
const written = (): string[] =>
  readdirSync(SRC, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .flatMap((entry) => [
      ...readFileSync(join(entry.parentPath, entry.name), 'utf8').matchAll(/'([a-zA-Z]+\.[a-zA-Z]+)'/g),
    ])
    .flatMap(([, word = '']) => (/^(payout|withdrawal|saldo|shop|job)\.\w+$/.test(word) ? [word] : []))

test('no act lacks its words', () => {
  const acts = [...Object.values(AUDITED).flatMap((row) => row?.what ?? []), ...written()]
  expect(acts).toContain('payout.recorded')
  expect(acts).toContain('saldo.adjusted')
  for (const words of [id, en]) expect([...new Set(acts)].filter((act) => !words.what[act])).toEqual([])
})

test('no field that a line tells lacks its word', () => {
  const told = Object.values(AUDITED).flatMap((row) => row?.tell ?? [])
  expect(told).toContain('margin')
  for (const words of [id, en])
    expect(told.filter((name) => !words.facts[name] && !UNTOLD.has(name))).toEqual([])
})
