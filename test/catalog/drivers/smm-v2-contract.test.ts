// The v2 driver under the provider contract, against the fake panel over real HTTP.
import { afterEach, beforeEach, describe, expect, test } from 'bun:test'
import { type PanelFetch, smmV2Provider } from '../../../src/catalog/drivers/smm-v2.ts'
import type { ProviderOrder } from '../../../src/catalog/provider.ts'
import { makeSafeFetch } from '../../../src/lib/safe-fetch.ts'
import type { RefusalReason } from '../../../src/model/service.ts'
import { type FakePanel, startFakePanel } from '../../support/fake-panel.ts'
import { type End, type ProviderUnderTest, providerContract } from '../provider-contract.ts'

const KEY = 'k3y-of-the-panel'
const ROWS = [
  {
    service: 1,
    name: 'IG Followers',
    type: 'Default',
    category: 'IG',
    rate: '0.9000',
    min: '50',
    max: '10000',
  },
  { service: '2', name: 'Paket', type: 'package', category: 'IG', rate: 3.5, min: 1, max: 1 },
  { service: 3, name: 'Komentar', type: 'Custom Comments', category: 'IG', rate: '8', min: '2', max: '1500' },
]
const SERVICE = { default: '1', package: '2', custom_comments: '3' }

const SENTENCES: Record<RefusalReason, string> = {
  link: 'neworder.error.invalid_link',
  private: 'Account is private',
  quantity: 'Quantity less than minimal 100',
  service: 'Incorrect service ID',
  comments: 'neworder.error.comment',
  funds: 'Not enough funds on balance',
  activeOrder: 'You have active order with this link. Please wait until order being completed.',
  auth: 'Invalid API key',
  throttled: 'Spam protection, wait 7 seconds',
  other: 'Incorrect action',
}

const ENDS: Record<End, { status: string; remains: string }> = {
  completed: { status: 'Completed', remains: '0' },
  partial: { status: 'Partial', remains: '157' },
  canceled: { status: 'Cancelled', remains: '500' },
}

/** The guarded client as the app binds it; hanging answers are not waited for half a minute. */
const guarded = (endpoint: string, timeoutMs: number): PanelFetch => {
  const safeFetch = makeSafeFetch({ allowHosts: [new URL(endpoint).host] })
  return (url, request) => safeFetch(url, { ...request, timeoutMs })
}
const provider = (endpoint: string, timeoutMs = 5000, key = KEY) =>
  smmV2Provider({ endpoint, key, fetch: guarded(endpoint, timeoutMs) })

const newPanel = () => startFakePanel({ services: ROWS, key: KEY, balance: '100.5', currency: 'USD' })

const start = (): ProviderUnderTest => {
  const panel = newPanel()
  let links = 0
  const order = (type: ProviderOrder['type'] = 'default'): ProviderOrder => ({
    service: SERVICE[type],
    type,
    link: `https://instagram.com/buyer${++links}`,
    quantity: 500,
    ...(type === 'custom_comments' ? { comments: ['bagus', '', 'mantap'] } : {}),
  })
  const armed = (arm: () => void) => {
    arm()
    return order()
  }
  return {
    provider: provider(panel.url),
    order,
    orderEnding: () => order(),
    finish: (id, end) => panel.setState(id, ENDS[end]),
    orderRefused: (reason) => armed(() => panel.fault('refuse', 1, { text: SENTENCES[reason] })),
    orderLost: (taken) => armed(() => panel.fault('reset', 1, { taken })),
    unreachable: () => ({ provider: provider('http://127.0.0.1:1/api/v2'), order: order() }),
    taken: panel.addsOf,
    stop: panel.stop,
  }
}

providerContract('smm-v2', start)

describe('smm-v2 over HTTP', () => {
  let panel: FakePanel
  beforeEach(() => {
    panel = newPanel()
  })
  afterEach(() => panel.stop())
  const order: ProviderOrder = { service: '1', type: 'default', link: 'https://x.test/a', quantity: 100 }

  test('an answer that never comes is unknown, asked once, and the panel has the order', async () => {
    panel.fault('hang')
    expect((await provider(panel.url, 100).add(order)).kind).toBe('unknown')
    expect(panel.calls.length).toBe(1)
    expect(panel.addsOf(order.link)).toBe(1)
  })

  test.each(['html', 'error500', 'empty', 'redirect'] as const)(
    '%s instead of an answer is unknown, asked once',
    async (kind) => {
      panel.fault(kind)
      expect((await provider(panel.url).add(order)).kind).toBe('unknown')
      expect(panel.calls.length).toBe(1)
      expect(panel.addsOf(order.link)).toBe(1)
    },
  )

  test('a redirect is not followed: the key goes to no other address', async () => {
    panel.fault('redirect', 1, { action: 'balance' })
    expect(await provider(panel.url).balance()).toMatchObject({
      ok: false,
      reason: 'unreadable',
      status: 302,
    })
    expect(panel.calls.length).toBe(1)
  })

  test('a panel that does not know our address says so', async () => {
    panel.fault('ip', 1, { action: 'balance' })
    const answer = await provider(panel.url).balance()
    expect(answer).toMatchObject({ ok: false, reason: 'ip', message: 'IP 203.0.113.7 tidak diizinkan.' })
    panel.fault('ip')
    expect(await provider(panel.url).add(order)).toMatchObject({ kind: 'refused', reason: 'auth' })
  })

  test('a wrong key is an auth fault and an auth refusal', async () => {
    const wrong = provider(panel.url, 5000, 'wrong-key')
    expect(await wrong.services()).toMatchObject({ ok: false, reason: 'auth' })
    expect(await wrong.add(order)).toMatchObject({ kind: 'refused', reason: 'auth' })
    expect(panel.orders).toEqual([])
  })

  test('an id of another shape is the id that status asks for', async () => {
    panel.fault('answer', 1, { text: '[{"status":"success","order":"{id}"}]', status: 201 })
    const outcome = await provider(panel.url).add(order)
    expect(outcome).toEqual({ kind: 'accepted', id: panel.orders[0]!.id })
  })
})
