// Balance and catalogue of a v2 panel: scalars of every shape, rows that are no rows, faults in our words.
import { describe, expect, test } from 'bun:test'
import { newReading, readServices } from '../../../src/catalog/drivers/smm-v2-services.ts'
import { answer, answering, KEY } from './answering.ts'

const balanceWith = (body: unknown, status = 200) => answering(answer(body, status)).provider.balance()
const servicesWith = (body: unknown, status = 200) => answering(answer(body, status)).provider.services()
const ROW = {
  service: 1,
  name: 'IG Likes',
  type: 'Default',
  category: 'IG',
  rate: '0.9000',
  min: '50',
  max: '10000',
}

const only = async (row: Record<string, unknown>) => {
  const read = await servicesWith([{ ...ROW, ...row }])
  if (!read.ok) throw new Error(read.message)
  return { service: read.services[0], reasons: read.invalid[0]?.reasons }
}

describe('balance', () => {
  test.each([
    [{ balance: '100.84292', currency: 'USD' }, '100.84292', 'USD'],
    [{ status: 'success', balance: 5, currency: 'idr ' }, '5', 'IDR'],
    [{ balance: '-3.5', currency: 'Rp' }, '-3.5', 'IDR'],
    [[{ balance: 1e-7, currency: 'EUR' }], '0.0000001', 'EUR'],
    [{ status: true, data: { balance: '250000' } }, '250000', ''],
  ])('%j → %s %s', async (body, balance, currency) => {
    expect(await balanceWith(body)).toMatchObject({ ok: true, balance, currency })
  })

  test.each([
    [{ error: 'Invalid API key' }, 200, 'auth'],
    [{ error: 'words unknown' }, 401, 'auth'],
    [{ status: false, msg: 'IP 203.0.113.7 tidak diizinkan.' }, 200, 'ip'],
    ['<html>Forbidden</html>', 403, 'ip'],
    [{ error: 'Invalid API key' }, 403, 'auth'],
    [{ error: 'Unknown action specified!' }, 200, 'refused'],
    [{ error: 'words unknown' }, 200, 'refused'],
    [{ error: 'Too many requests' }, 429, 'refused'],
    ['<html>Welcome</html>', 200, 'unreadable'],
    ['', 200, 'unreadable'],
    [{ balance: '1,234.56', currency: 'USD' }, 200, 'unreadable'],
    ['<html>Bad gateway</html>', 502, 'unreachable'],
    [{ balance: '5', currency: 'USD' }, 500, 'unreachable'],
  ])('%j (HTTP %d) is the fault "%s"', async (body, status, reason) => {
    expect(await balanceWith(body, status)).toMatchObject({ ok: false, reason: reason as 'ip', status })
  })

  test.each([
    ['BLOCKED_ADDRESS', false, 'blocked'],
    ['ECONNREFUSED', false, 'unreachable'],
    ['TIMEOUT', true, 'unreachable'],
    ['TOO_LARGE', true, 'unreadable'],
  ])('no answer, code "%s" (left %p): %s', async (code, left, reason) => {
    const read = await answering({ ok: false, code, left }).provider.balance()
    expect(read).toMatchObject({ ok: false, reason: reason as 'blocked', code })
  })

  test.each([
    ['as it is', KEY],
    ['in a form', encodeURIComponent(KEY)],
    ['in the JSON of PHP', KEY.replaceAll('/', '\\/')],
  ])('the panel’s text never holds the key: %s', async (_, spelling) => {
    const read = await balanceWith(`${'y'.repeat(190)}${spelling} and more`)
    if (read.ok) throw new Error('read')
    expect(read.message).toBe(`${'y'.repeat(190)}[key] and`)
  })
})

describe('a row', () => {
  test.each([
    [{ service: '464' }, { service_id_api: '464' }],
    [{ service: '64b7f0c2a1e9d83f5c0a7b12' }, { service_id_api: '64b7f0c2a1e9d83f5c0a7b12' }],
    [
      { min: 50, max: 10000 },
      { min: 50, max: 10000 },
    ],
    [
      { min: '1.000', max: '5.000.000' },
      { min: 1000, max: 5_000_000 },
    ],
    [{ min: '1,000', max: '50.00' }, undefined],
    [{ min: '0' }, { min: 1 }],
    [{ max: '2147483647' }, { max: 2_147_483_647 }],
    [{ max: 99_999_999_999 }, { max: 2_147_483_647 }],
    [{ rate: 60.0 }, { rate: '60' }],
    [{ rate: '0.0004' }, { rate: '0.0004' }],
    [{ rate: 4e-7 }, { rate: '0.0000004' }],
    [{ rate: '1.234' }, { rate: '1.234' }],
    [{ type: 'Custom Comments' }, { type: 'custom_comments' }],
    [{ type: 'custom_comments' }, { type: 'custom_comments' }],
    [{ type: 'Mentions with Hashtags' }, { type: 'mentions_with_hashtags' }],
    [{ type: undefined }, { type: 'default' }],
    [
      { type: 'Package', min: '', max: null },
      { type: 'package', min: 1, max: 1 },
    ],
    [
      { refill: true, cancel: '1', dripfeed: 1 },
      { refill: true, cancel: true, dripfeed: true },
    ],
    [
      { refill: 'false', cancel: '0', dripfeed: 0 },
      { refill: false, cancel: false, dripfeed: false },
    ],
    [{ desc: 'lama' }, { description: 'lama' }],
    [{ description: null, desc: 'lama' }, { description: 'lama' }],
    [{ description: null }, { description: '' }],
    [
      { name: '  - Emoji cut \uD83D', category: null },
      { name: '- Emoji cut \uFFFD', category: '' },
    ],
  ])('%j', async (row, expected) => {
    const { service } = await only(row)
    if (expected === undefined) expect(service).toBeUndefined()
    else expect(service).toMatchObject(expected)
  })

  test.each([
    [{ service: '' }, ['idMissing']],
    [{ service: null }, ['idMissing: null']],
    [{ name: '  ' }, ['nameMissing']],
    [{ rate: '1,5' }, ['rateUnreadable: "1,5"']],
    [{ rate: '-1' }, ['rateUnreadable: "-1"']],
    [{ rate: '1.234.567' }, ['rateUnreadable: "1.234.567"']],
    [{ rate: null }, ['rateUnreadable: null']],
    [{ rate: '0.0000' }, ['rateZero']],
    [{ min: 'ten' }, ['minUnreadable: "ten"']],
    [{ max: 10.5 }, ['maxUnreadable: 10.5']],
    [{ max: '0' }, ['maxUnreadable: "0"']],
    [{ min: '100', max: '50' }, ['maxBelowMin: 50 < 100']],
    [{ name: '', rate: 'free', max: '1' }, ['nameMissing', 'rateUnreadable: "free"', 'maxBelowMin: 1 < 50']],
  ])('%j is invalid: %j', async (row, reasons) => {
    expect(await only(row)).toEqual({ service: undefined, reasons })
  })
})

describe('a catalogue', () => {
  test('keeps the panel’s order, the first of two equal ids, and tells which rows fell out', async () => {
    const read = await servicesWith([
      { ...ROW, service: 9 },
      'advert',
      { ...ROW, service: 3, name: 'first' },
      { ...ROW, service: '3', name: 'second' },
      null,
      { ...ROW, service: 1 },
    ])
    if (!read.ok) throw new Error(read.message)
    expect(read.services.map((row) => row.service_id_api)).toEqual(['9', '3', '1'])
    expect(read.services[1]?.name).toBe('first')
    expect(read.invalid).toEqual([
      { row: 2, reasons: ['notARow'] },
      { row: 4, id: '3', name: 'second', reasons: ['idDuplicate'] },
      { row: 5, reasons: ['notARow'] },
    ])
  })

  test('an invalid row does not use up its id', async () => {
    const read = await servicesWith([{ ...ROW, rate: 'x' }, ROW])
    expect(read.ok && read.services.length).toBe(1)
  })

  test('empty, as a list and as SmartPanel says it', async () => {
    for (const body of [[], { status: 'success', data: 'Empty Data' }])
      expect(await servicesWith(body)).toMatchObject({ ok: true, services: [], invalid: [] })
  })

  test.each([
    [{ services: [ROW] }, 200, 'unreadable'],
    [{ error: 'Invalid API key' }, 200, 'auth'],
    [[{ error: 'Invalid API key' }], 200, 'auth'],
    [{ status: 'error', message: 'user_inactive' }, 200, 'auth'],
    ['<html>', 200, 'unreadable'],
    [[ROW], 503, 'unreachable'],
  ])('%j (HTTP %d) is no catalogue: %s', async (body, status, reason) => {
    expect(await servicesWith(body, status)).toMatchObject({ ok: false, reason: reason as 'auth' })
  })

  test('gets 60 seconds, and a long one is read in slices with a pause between', async () => {
    const rows = Array.from({ length: 2500 }, (_, at) => ({ ...ROW, service: at + 1 }))
    const { provider, asked } = answering(answer(rows))
    const read = await provider.services()
    expect(read.ok && read.services.length).toBe(2500)
    expect(asked[0]?.request.timeoutMs).toBe(60_000)
    const reading = newReading()
    readServices(reading, rows, { from: 0, to: 1000 })
    readServices(reading, rows, { from: 1000, to: 9999 })
    expect(reading.services).toEqual(read.ok ? read.services : [])
  })

  test('a real panel’s answer is read whole', async () => {
    const php =
      '[{"service":"464","name":"S3 view Twitter \\ud83d\\ude80","category":"Twitter\\/X","rate":"0.0200","min":"50","max":"100000","type":"default","desc":"","dripfeed":"0"}]'
    const read = await servicesWith(`\uFEFF${php}`)
    expect(read.ok && read.services).toEqual([
      {
        service_id_api: '464',
        name: 'S3 view Twitter 🚀',
        description: '',
        category: 'Twitter/X',
        rate: '0.0200',
        min: 50,
        max: 100_000,
        type: 'default',
        refill: false,
        cancel: false,
        dripfeed: false,
      },
    ])
  })
})
