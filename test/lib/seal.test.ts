import { describe, expect, test } from 'bun:test'
import fc from 'fast-check'
import { checkCanary, lastFour, makeCanary, sealer } from '../../src/lib/seal.ts'

const box = sealer('a secret of at least thirty-two characters')
const other = sealer('another secret of thirty-two characters!')
const place = { shop: 'shop_1', field: 'serverKey' }

test('a mark is the same for the same text, and another under another secret', () => {
  expect(box.mark('kunci')).toMatch(/^[\w-]{43}$/)
  expect(box.mark('kunci')).toBe(box.mark('kunci'))
  expect(new Set([box.mark('kunci'), box.mark('kunci '), other.mark('kunci')]).size).toBe(3)
})

describe('a sealed secret', () => {
  test('opens at its place and nowhere else', () => {
    const sealed = box.seal('Mid-server-abc', place)
    expect(box.open(sealed, place)).toEqual({ ok: true, plain: 'Mid-server-abc' })
    const wrong = { ok: false, reason: 'wrongKey' } as const
    expect(box.open(sealed, { ...place, shop: 'shop_2' })).toEqual(wrong)
    expect(box.open(sealed, { ...place, field: 'clientKey' })).toEqual(wrong)
    expect(box.open(sealed, { shop: 'shop_1serverKey', field: '' })).toEqual(wrong)
    expect(other.open(sealed, place)).toEqual(wrong)
  })

  test('any text comes back, and two seals of it differ', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (plain) => {
        const sealed = box.seal(plain, place)
        expect(sealed).toMatch(/^v1\.[\w-]+$/)
        expect(sealed).not.toBe(box.seal(plain, place))
        expect(box.open(sealed, place)).toEqual({ ok: true, plain })
      }),
    )
  })

  test('opens in the next process, by secret as text or bytes', () => {
    const sealed = sealer(new TextEncoder().encode('a secret of at least thirty-two characters')).seal(
      'x',
      place,
    )
    expect(box.open(sealed, place)).toEqual({ ok: true, plain: 'x' })
  })

  test('the format of version 1 is what it says: another implementation opens it', async () => {
    const bytes = Buffer.from(box.seal('kunci panel', place).slice('v1.'.length), 'base64url')
    const text = (value: string) => new TextEncoder().encode(value)
    const { subtle } = globalThis.crypto
    const secret = text('a secret of at least thirty-two characters')
    const derivation = { name: 'HKDF', hash: 'SHA-256', salt: text('lapak'), info: text('seal v1') }
    const root = await subtle.importKey('raw', secret, 'HKDF', false, ['deriveKey'])
    const key = await subtle.deriveKey(derivation, root, { name: 'AES-GCM', length: 256 }, false, ['decrypt'])
    const [nonce, tag, body] = [bytes.subarray(0, 12), bytes.subarray(12, 28), bytes.subarray(28)]
    const additionalData = text('["v1","shop_1","serverKey"]')
    const opened = subtle.decrypt(
      { name: 'AES-GCM', iv: nonce, additionalData },
      key,
      Buffer.concat([body, tag]),
    )
    expect(new TextDecoder().decode(await opened)).toBe('kunci panel')
  })

  test('one changed byte anywhere is noticed', () => {
    const bytes = Buffer.from(box.seal('kunci', place).slice(3), 'base64url')
    for (let i = 0; i < bytes.length; i++) {
      const changed = Buffer.from(bytes)
      changed[i]! ^= 1
      expect(box.open(`v1.${changed.toString('base64url')}`, place)).toEqual({
        ok: false,
        reason: 'wrongKey',
      })
    }
  })

  test.each(['', 'v1', 'v1.', 'v1.abc', 'v2.AAAA', 'plain text', 'v1.a b', 'v1.AAAA.BBBB'])(
    '%p is none',
    (text) => {
      expect(box.open(text, place)).toEqual({ ok: false, reason: 'unreadable' })
    },
  )
})

test('the canary opens with its own secret only', () => {
  const canary = makeCanary(box)
  expect(checkCanary(box, canary)).toEqual({ ok: true })
  expect(checkCanary(other, canary)).toEqual({ ok: false, reason: 'wrongKey' })
  expect(checkCanary(box, 'nonsense')).toEqual({ ok: false, reason: 'unreadable' })
  const forged = box.seal('something else', { shop: 'platform', field: 'canary' })
  expect(checkCanary(box, forged)).toEqual({ ok: false, reason: 'wrongKey' })
})

test('the last four characters are shown only of a long secret', () => {
  expect(lastFour('Mid-server-1234')).toBe('1234')
  expect(lastFour('pendek12345')).toBe('')
})
