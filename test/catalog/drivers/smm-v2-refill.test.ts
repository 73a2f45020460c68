// The shapes in which panels answer a refill: taken, refused, or unreadable, which is never a yes.
import { describe, expect, test } from 'bun:test'
import { type PanelFetch, smmV2Provider } from '../../../src/catalog/drivers/smm-v2.ts'

const KEY = 'panel-key-1234'
const asked: string[] = []
const panel = (body: unknown, status = 200) => {
  const fetch: PanelFetch = async (_url, request) => {
    asked.push(request.body)
    const text = typeof body === 'string' ? body : JSON.stringify(body)
    return { ok: true, status, headers: new Headers(), bytes: new TextEncoder().encode(text) }
  }
  return smmV2Provider({ endpoint: 'https://panel.example/api/v2', key: KEY, fetch })
}
const broken = (left: boolean) =>
  smmV2Provider({
    endpoint: 'https://panel.example/api/v2',
    key: KEY,
    fetch: async () => ({ ok: false, code: 'ECONNRESET', left }),
  })

describe('a refill', () => {
  test.each([
    [{ refill: '1' }, '1'],
    [{ refill: 1 }, '1'],
    [{ success: 'Refill requested', refill: 12345 }, '12345'],
    [[{ order: 1, refill: 7 }], '7'],
  ])('%j is taken', async (body, id) => {
    asked.length = 0
    expect(await panel(body).refill?.('9')).toEqual({ kind: 'accepted', id })
    expect(asked).toEqual([`key=${KEY}&action=refill&order=9`])
  })

  test.each([
    [{ error: 'Incorrect order ID' }],
    [{ error: 'a sentence that nobody knows' }],
    [[{ order: 3, refill: { error: 'Refill is disabled for this service' } }]],
    [{ refill: { error: 'Order not eligible for refill.' } }],
    [{ status: 'error', message: 'refill is not possible' }],
  ])('%j is a refusal', async (body) => {
    expect((await panel(body).refill?.('9'))?.kind).toBe('refused')
  })

  test.each([
    ['<html>', 200],
    ['', 200],
    [{ refill: '' }, 200],
    [{ refill: null }, 200],
    [{}, 200],
    [[], 200],
    [{ refill: '5' }, 500],
  ])('%j with %d is unknown', async (body, status) => {
    expect((await panel(body, status).refill?.('9'))?.kind).toBe('unknown')
  })

  test('what never left is told apart from what may have', async () => {
    expect(await broken(false).refill?.('9')).toEqual({ kind: 'neverLeft', code: 'ECONNRESET' })
    expect((await broken(true).refill?.('9'))?.kind).toBe('unknown')
  })

  test('the panel’s text is cleaned of the key', async () => {
    const refused = await panel({ error: `no refill for ${KEY}` }).refill?.('9')
    expect(JSON.stringify(refused)).not.toContain(KEY)
  })
})

describe('how it stands', () => {
  test.each([
    [{ status: 'Completed' }, 'done'],
    [{ status: 'Rejected' }, 'failed'],
    [{ status: 'Cancelled' }, 'failed'],
    [{ status: 'In progress' }, 'pending'],
    [[{ status: 'Pending' }], 'pending'],
    [{ status: 'Somewhere' }, undefined],
  ] as const)('%j', async (body, state) => {
    const told = await panel(body).refillStatus?.('1')
    expect(told?.ok && told.state).toBe(state as 'done')
  })

  test.each([
    [{ error: 'Refill not found' }, 200],
    [{ status: 'error', message: 'try later' }, 200],
    [{ status: 'Completed' }, 503],
    ['<html>', 200],
  ])('%j with %d is no word of it', async (body, status) => {
    expect((await panel(body, status).refillStatus?.('1'))?.ok).toBe(false)
  })
})
