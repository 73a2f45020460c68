// What an `add` answer means, shape by shape: accepted and refused on clear words only, all else unknown.
import { describe, expect, test } from 'bun:test'
import type { ProviderOrder } from '../../../src/catalog/provider.ts'
import { answer, answering, KEY } from './answering.ts'

const ORDER: ProviderOrder = {
  service: '7',
  type: 'default',
  link: 'https://x.test/a?b=1&c=é',
  quantity: 100,
}
const addWith = (body: unknown, status = 200) => answering(answer(body, status)).provider.add(ORDER)

describe('accepted', () => {
  test.each([
    [{ order: 23501 }, '23501'],
    [{ order: '23501' }, '23501'],
    [{ order: 'VEGA123ABC', success: true }, 'VEGA123ABC'],
    [{ order: '64b7f0c2a1e9d83f5c0a7b12' }, '64b7f0c2a1e9d83f5c0a7b12'],
    [{ status: 'success', order: 5, message: 'Order placed', msg: 'ok' }, '5'],
    [{ order: 5, error: '' }, '5'],
    [{ order: 5, error: null, errors: [] }, '5'],
    [[{ order: 23501 }], '23501'],
    [{ order: [23501] }, '23501'],
    [{ order: { id: 23501 } }, '23501'],
    [{ order: { order: '23501' } }, '23501'],
    [{ status: 'success', data: { order: 23501 } }, '23501'],
    [{ response: { order_id: '23501' } }, '23501'],
    [{ success: true, order: ['VEGA123ABC'] }, 'VEGA123ABC'],
    [[{ status: 'success', order: '23501', charge: null, remaining_balance: '7.1' }], '23501'],
    [{ status: true, data: { id: 1107, price: 10900 } }, '1107'],
    [{ order_id: 23501 }, '23501'],
    [{ status: 'success', id: 23501 }, '23501'],
    ['23501', '23501'],
    ['"23501"', '23501'],
    ['\uFEFF{"order":23501}\r\n', '23501'],
    ['{"order":12345678901234567890}', '12345678901234567890'],
    ['{"order":7,"message":"ref: 1234567890123456, thanks"}', '7'],
  ])('%j → %s', async (body, id) => {
    expect(await addWith(body)).toEqual({ kind: 'accepted', id })
  })

  test('HTTP 201, and the charge when it is told', async () => {
    expect(await addWith({ order: 9, charge: '0.27819', currency: 'USD' }, 201)).toEqual({
      kind: 'accepted',
      id: '9',
      charge: '0.27819',
    })
  })
})

const REFUSED: [string, string[]][] = [
  ['auth', ['Invalid API key', 'API key should not be empty', 'Incorrect request', 'user_inactive']],
  [
    'auth',
    [
      'Your account suspended',
      'account suspended',
      'API is disabled, contact support',
      'API is disabled for this user',
      'IP 1.2.3.4 tidak diizinkan.',
      'API Key salah',
    ],
  ],
  ['other', ['Incorrect action', 'Invalid Action', 'Unknown action specified!', 'This action is invalid']],
  [
    'service',
    ['Incorrect service ID', 'Invalid Service ID', 'Service Not Active', 'Service ID does not exists'],
  ],
  [
    'service',
    ['error.incorrect_service_id', 'neworder.error.service_not_found', 'neworder.error.service_inactive'],
  ],
  ['service', ['Layanan tidak ditemukan', 'Layanan tidak tersedia']],
  ['link', ['Bad link', 'Invalid Link', 'Link is wrong']],
  ['link', ['neworder.error.link', 'neworder.error.invalid_link', 'neworder.error.link_not_found']],
  ['activeOrder', ['You have active order with this link. Please wait until order being completed.']],
  ['activeOrder', ['neworder.error.link_duplicate']],
  ['quantity', ['Quantity less than minimal 100', 'Quantity more than maximum 5000', 'Not enough quantity']],
  [
    'quantity',
    ['Quantity must to be greater than or equal to 10', 'Quantity must to be less than or equal to 10'],
  ],
  ['quantity', ['Quantity should be within min quantity to max quantity', 'Jumlah pesan tidak sesuai']],
  ['quantity', ['neworder.error.min_quantity', 'neworder.error.max_quantity']],
  ['comments', ['neworder.error.comment']],
  [
    'funds',
    ['Not enough funds on balance', 'Insuffcient Funds', 'Insufficient balance', 'Saldo tidak cukup'],
  ],
  ['funds', ['neworder.error.not_enough_funds', 'neworder.error.insufficient_balance']],
  ['throttled', ['Spam protection, wait 7 seconds', 'Too many requests, slow down']],
]

describe('refused', () => {
  test.each(REFUSED.flatMap(([reason, texts]) => texts.map((text) => [reason, text] as const)))(
    '%s: %s',
    async (reason, text) => {
      expect(await addWith({ error: text })).toEqual({
        kind: 'refused',
        reason: reason as 'auth',
        message: text,
      })
    },
  )

  test.each([
    [{ status: 'error', message: 'Bad link' }, 200],
    [{ status: 'error', msg: 'neworder.error.link', error: 'neworder.error.link' }, 200],
    [{ status: false, data: 'Bad link' }, 200],
    [{ status: false, data: { msg: 'Bad link' } }, 200],
    [{ success: false, errors: { link: ['Bad link'] } }, 422],
    [{ message: 'Bad link' }, 400],
    [[{ error: 'BAD LINK' }], 200],
    ['"Bad link"', 200],
    ['Bad link', 200],
    [{ order: null, error: 'Error: bad link' }, 200],
    [{ order: 0, error: 'Bad link' }, 200],
  ])('any shape of the same refusal: %j (HTTP %d)', async (body, status) => {
    expect(await addWith(body, status)).toMatchObject({ kind: 'refused', reason: 'link' })
  })

  test.each([
    [401, 'auth'],
    [403, 'auth'],
    [429, 'throttled'],
  ])('HTTP %d with words we do not know is %s', async (status, reason) => {
    expect(await addWith({ error: 'computer says no' }, status)).toMatchObject({ kind: 'refused', reason })
  })
})

describe('unknown', () => {
  test.each([
    ['', 200],
    ['   ', 200],
    ['<!DOCTYPE html><p>Bad link</p>', 200],
    ['<html>Invalid API key</html>', 403],
    ['<html>Too many requests</html>', 429],
    ['{"order":', 200],
    [{}, 200],
    [[], 200],
    ['null', 200],
    ['true', 200],
    [{ error: 'The moon is in the wrong house' }, 200],
    [{ error: 'The moon is in the wrong house' }, 422],
    [{ error: 'Incorrect order ID' }, 200],
    [{ error: 'Order was placed, bad link will be checked' }, 200],
    [{ error: 'Not enough funds on balance' }, 500],
    [{ order: 23501 }, 502],
    [{ order: 23501 }, 302],
    [{ order: 23501, error: 'Bad link' }, 200],
    [{ order: 23501, status: 'error' }, 200],
    [{ order: 0 }, 200],
    [{ order: '' }, 200],
    [{ order: true }, 200],
    [{ order: 1.5 }, 200],
    [{ order: -4 }, 200],
    [{ order: 'created' }, 200],
    [{ order: 'neworder.error.v2' }, 200],
    [{ id: 77 }, 200],
    [[{ order: 1 }, { order: 2 }], 200],
    ['OK', 200],
    ['0', 200],
  ])('%j (HTTP %d)', async (body, status) => {
    expect((await addWith(body, status)).kind).toBe('unknown')
  })

  test('the seller reads status and text, without the key and in 200 characters', async () => {
    const outcome = await addWith({ error: `new trouble with ${KEY}: ${'x'.repeat(400)}` })
    const detail = outcome.kind === 'unknown' ? outcome.detail : ''
    expect(detail).toStartWith('HTTP 200 {"error":"new trouble with [key]: xxx')
    expect(detail.length).toBe(200)
  })
})

describe('the request', () => {
  test('one form, one time, to exactly the stored address, looking like a browser', async () => {
    const { provider, asked } = answering(answer({ order: 1 }))
    await provider.add(ORDER)
    expect(asked.length).toBe(1)
    expect(asked[0]?.url).toBe('https://panel.test/api/v2/')
    expect(asked[0]?.fields).toEqual({
      key: KEY,
      action: 'add',
      service: '7',
      link: ORDER.link,
      quantity: '100',
    })
    expect(asked[0]?.request).toMatchObject({ method: 'POST', timeoutMs: 30_000, maxBytes: 16 * 1024 * 1024 })
    expect(asked[0]?.request.headers['content-type']).toStartWith('application/x-www-form-urlencoded')
    expect(asked[0]?.request.headers['user-agent']).toStartWith('Mozilla/5.0')
  })

  test('a package has no quantity; comments go as lines, blanks left out', async () => {
    const { provider, asked } = answering(answer({ order: 1 }))
    await provider.add({ ...ORDER, type: 'package' })
    await provider.add({ ...ORDER, type: 'custom_comments', comments: ['satu', ' ', '', ' dua '] })
    expect(asked[0]?.fields).toEqual({ key: KEY, action: 'add', service: '7', link: ORDER.link })
    expect(asked[1]?.fields['comments']).toBe('satu\ndua')
    expect(asked[1]?.fields).not.toHaveProperty('quantity')
  })

  test('only a client that is sure says "never left"; one that throws has said nothing', async () => {
    const sure = answering({ ok: false, code: 'ENOTFOUND', left: false })
    expect(await sure.provider.add(ORDER)).toEqual({ kind: 'neverLeft', code: 'ENOTFOUND' })
    const unsure = answering({ ok: false, code: 'ECONNRESET', left: true })
    expect(await unsure.provider.add(ORDER)).toEqual({ kind: 'unknown', detail: 'ECONNRESET' })
    const throwing = answering(() => {
      throw new Error(`broken at ${KEY}`)
    })
    expect(await throwing.provider.add(ORDER)).toEqual({ kind: 'unknown', detail: 'Error: broken at [key]' })
    for (const { asked } of [sure, unsure, throwing]) expect(asked.length).toBe(1)
  })
})
