import { afterEach, beforeEach, expect, test } from 'bun:test'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { randomIds } from '../../src/lib/ids.ts'
import { secretOf } from '../../src/lib/secret-file.ts'

let root = ''
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'lapak-secret-'))
})
afterEach(() => rmSync(root, { recursive: true }))

test('is made once, in a folder made for it, for the owner alone', () => {
  const folder = join(root, 'a', 'data')
  const secret = secretOf(folder, randomIds)
  expect(secret).toHaveLength(43)
  expect(secretOf(folder, randomIds)).toBe(secret)
  expect(statSync(join(folder, 'secret')).mode & 0o777).toBe(0o600)
  expect(readdirSync(folder)).toEqual(['secret'])
})

test('two installations have two secrets', () => {
  expect(secretOf(join(root, 'a'), randomIds)).not.toBe(secretOf(join(root, 'b'), randomIds))
})

test('of two processes that start together both take what the first wrote', () => {
  const file = join(root, 'secret')
  const first = 'x'.repeat(43)
  const ids = {
    id: randomIds.id,
    token: () => {
      writeFileSync(file, first) // the other process is faster
      return 'y'.repeat(43)
    },
  }
  expect(secretOf(root, ids)).toBe(first)
  expect(readdirSync(root)).toEqual(['secret'])
})

test('a damaged one stops the start and is left as it is', () => {
  writeFileSync(join(root, 'secret'), 'short\n')
  expect(() => secretOf(root, randomIds)).toThrow(/secret is damaged: .*APP_SECRET/)
  expect(readFileSync(join(root, 'secret'), 'utf8')).toBe('short\n')
})
