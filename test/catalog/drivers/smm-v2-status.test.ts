// Order statuses of v2 panels: the words, the eight shapes of a batch, and that silence is no news.
import { describe, expect, test } from 'bun:test'
import type { ProviderStatus } from '../../../src/catalog/provider.ts'
import { answer, answering } from './answering.ts'

const ROW = { charge: '0.27819', start_count: '3572', status: 'Partial', remains: '157', currency: 'USD' }
const READ: ProviderStatus = {
  state: 'partial',
  word: 'Partial',
  startCount: 3572,
  remains: 157,
  charge: '0.27819',
  currency: 'USD',
}

const ask = async (body: unknown, ids: string[], status = 200) => {
  const { provider, asked } = answering(answer(body, status))
  const read = await provider.status(ids)
  return { read, orders: read.ok ? Object.fromEntries(read.orders) : undefined, asked }
}
const one = async (row: unknown) => (await ask(row, ['5'])).orders?.['5']

describe('words', () => {
  test.each([
    ['Pending', 'pending'],
    ['Queued', 'pending'],
    ['Processing', 'processing'],
    ['In progress', 'inProgress'],
    ['in_progress', 'inProgress'],
    ['INPROGRESS', 'inProgress'],
    ['Completed', 'completed'],
    ['Partial', 'partial'],
    ['Canceled', 'canceled'],
    ['Cancelled', 'canceled'],
    ['Refunded', 'canceled'],
    ['Refunds', 'canceled'],
    ['Fail', 'failed'],
    ['Failed', 'failed'],
    ['Error', 'failed'],
  ])('%s is %s', async (word, state) => {
    expect(await one({ ...ROW, status: word })).toMatchObject({ state: state as 'failed', word })
  })

  test.each(['Old', 'Active', 'Success', '3', 3, 'Selesai', 'constructor'])(
    '%p is kept as a word without a state',
    async (word) => {
      const status = await one({ ...ROW, status: word })
      expect(status?.word).toBe(String(word))
      expect(status).not.toHaveProperty('state')
    },
  )
})

describe('fields', () => {
  test.each([
    [{ remains: '-2' }, { remains: 0 }],
    [{ remains: 12 }, { remains: 12 }],
    [{ start_count: '1.000' }, { startCount: 1000 }],
    [{ charge: 0.00000027819 }, { charge: '0.00000027819' }],
    [{ currency: 'idr' }, { currency: 'IDR' }],
    [{ currency: 'Rp' }, { currency: 'IDR' }],
    [{ order: 5 }, { state: 'partial' }],
  ])('%j', async (patch, expected) => {
    expect(await one({ ...ROW, ...patch })).toMatchObject(expected)
  })

  test('what is missing or unreadable is left out', async () => {
    expect(await one({ status: 'Pending', charge: null, start_count: '', remains: 'Unknown' })).toEqual({
      state: 'pending',
      word: 'Pending',
    })
  })
})

describe('one order', () => {
  test.each([[{ order: 6 }], [{ order_id: '51' }]])(
    'told as another, %j, is no news of it',
    async (named) => {
      expect((await ask({ ...ROW, ...named }, ['5'])).read).toEqual({ ok: true, orders: new Map() })
    },
  )

  test.each([
    [ROW],
    [[ROW]],
    [{ '5': ROW }],
    [{ orders: { '5': ROW } }],
    [{ status: true, data: ROW }],
    [[{ order: 5, ...ROW }]],
  ])('is asked for with `order` and found in %j', async (body) => {
    const { orders, asked } = await ask(body, ['5'])
    expect(orders).toEqual({ '5': READ })
    expect(asked.map(({ fields }) => [fields['order'], fields['orders']])).toEqual([['5', undefined]])
  })

  test('a drip-feed order’s own `orders` are not its status', async () => {
    const body = { status: 'In progress', runs: '3', orders: ['43', '45'] }
    expect(await one(body)).toEqual({ state: 'inProgress', word: 'In progress' })
  })

  test('an order that failed is no failed question', async () => {
    expect((await one({ ...ROW, status: 'Error' }))?.state).toBe('failed')
    expect((await ask({ status: 'error', message: 'user_inactive' }, ['5'])).read).toMatchObject({
      reason: 'auth',
    })
  })

  test('the panel does not know it: missing, not an error', async () => {
    for (const body of [
      { error: 'Incorrect order ID' },
      [{ error: 'Incorrect order ID' }],
      '"Incorrect order ID"',
    ])
      expect((await ask(body, ['5'])).read).toEqual({ ok: true, orders: new Map() })
  })
})

describe('a batch', () => {
  const IDS = ['1', '10', 'A7']

  test.each([
    [{ '1': ROW, '10': { error: 'Incorrect order ID' }, A7: ROW }],
    [{ '1': ROW, '10': 'Incorrect order ID', A7: ROW }],
    [{ '1': ROW, A7: ROW }],
    [{ orders: { '1': ROW, '10': { msg: 'Pesanan tidak ditemukan' }, A7: ROW } }],
    [
      [
        { order: 'A7', ...ROW },
        { order: 10, error: 'Incorrect order ID' },
        { order: 1, ...ROW },
      ],
    ],
    [{ status: 'success', data: { '1': ROW, A7: ROW, '999': ROW } }],
  ])('%j: two are told, the third is no news', async (body) => {
    const { orders, asked } = await ask(body, IDS)
    expect(orders).toEqual({ '1': READ, A7: READ })
    expect(asked.map(({ fields }) => fields['orders'])).toEqual(['1,10,A7'])
  })

  test('rows without ids count in the order asked, if all are there and fine', async () => {
    const rows = IDS.map((_, at) => ({ ...ROW, remains: at }))
    const { orders, asked } = await ask(rows, IDS)
    expect(Object.values(orders ?? {}).map(({ remains }) => remains)).toEqual([0, 1, 2])
    expect(asked.length).toBe(1)
  })

  test('rows without ids that may have shifted are asked for in halves', async () => {
    const ids = ['1', '2', '3', '4', '5']
    const { provider, asked } = answering(({ fields }) => {
      const wanted = (fields['orders'] ?? fields['order'] ?? '').split(',')
      const rows = wanted.filter((id) => id !== '4').map((id) => ({ ...ROW, remains: Number(id) }))
      return answer(wanted.includes('4') ? [{ error: 'Incorrect order ID' }, ...rows] : rows)
    })
    const read = await provider.status(ids)
    const told = read.ok ? [...read.orders].map(([id, { remains }]) => [id, remains]) : []
    expect(told.sort()).toEqual([
      ['1', 1],
      ['2', 2],
      ['3', 3],
      ['5', 5],
    ])
    expect(asked.length).toBeLessThan(10)
  })

  test('one panel that shifts everything is not asked for ever', async () => {
    const { provider, asked } = answering(answer([{ error: 'x' }, { error: 'y' }]))
    await provider.status(Array.from({ length: 100 }, (_, at) => String(at + 1)))
    expect(asked.length).toBeLessThanOrEqual(24)
  })

  test.each([
    [{ error: 'Incorrect request' }, 200, 'auth'],
    [{ error: 'Incorrect order ID' }, 200, 'refused'],
    ['<html>', 200, 'unreadable'],
    [{ foo: 1 }, 200, 'unreadable'],
    [{ '1': ROW }, 500, 'unreachable'],
  ])('%j (HTTP %d) for the whole batch is a fault, asked once', async (body, status, reason) => {
    const { read, asked } = await ask(body, IDS, status)
    expect(read).toMatchObject({ ok: false, reason: reason as 'auth' })
    expect(asked.length).toBe(1)
  })

  test('equal ids are asked once, more than 100 are a mistake of the caller', async () => {
    const { asked } = await ask({}, ['1', '1', '2'])
    expect(asked[0]?.fields['orders']).toBe('1,2')
    const many = Array.from({ length: 101 }, (_, at) => String(at))
    expect(answering(answer({})).provider.status(many)).rejects.toThrow(RangeError)
  })
})
