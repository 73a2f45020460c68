import { expect, test } from 'bun:test'
import { hashToken, sameText, sha256Hex, sha512Hex } from '../../src/lib/signature.ts'

test('digests are those of FIPS 180-2', () => {
  expect(sha256Hex('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
  expect(sha512Hex('abc')).toStartWith('ddaf35a193617abacc417349ae204131')
  expect(sha512Hex('abc')).toHaveLength(128)
  expect(sha256Hex(new TextEncoder().encode('abc'))).toBe(sha256Hex('abc'))
})

test('texts are the same or not, whatever their lengths', () => {
  expect(sameText('rahasia', 'rahasia')).toBe(true)
  expect(sameText('', '')).toBe(true)
  expect(sameText('rahasia', 'rahasib')).toBe(false)
  expect(sameText('rahasia', 'rahasia ')).toBe(false)
  expect(sameText('rahasia', 'rah')).toBe(false)
  expect(sameText('rahasia', '')).toBe(false)
  expect(sameText('', 'rahasia')).toBe(false)
})

test('a stored token does not show the token and is found by it', () => {
  const stored = hashToken('q1w2e3r4t5')
  expect(stored).toBe(hashToken('q1w2e3r4t5'))
  expect(stored).not.toBe(hashToken('q1w2e3r4t6'))
  expect(stored).toMatch(/^[\w-]{43}$/)
})
