// One suite for every panel driver: what the rest of the shop may rely on. A driver's own quirks are in its own test.
import { afterEach, beforeEach, describe, expect, test } from 'bun:test'
import type { Provider, ProviderOrder } from '../../src/catalog/provider.ts'
import type { RefusalReason } from '../../src/model/service.ts'

export type End = 'completed' | 'partial' | 'canceled'

export type ProviderUnderTest = {
  provider: Provider
  /** A well-formed order; each has another link. */
  order(type?: ProviderOrder['type']): ProviderOrder
  /** An order that will end so, and the way to let it. */
  orderEnding(end: End): ProviderOrder
  finish(id: string, end: End): void
  /** An order that the panel will refuse. */
  orderRefused(reason: RefusalReason): ProviderOrder
  /** An order whose answer gets lost, taken or not. */
  orderLost(taken: boolean): ProviderOrder
  /** An order at a panel that can't be reached at all. */
  unreachable(): { provider: Provider; order: ProviderOrder }
  /** How many orders the panel really has for the link. */
  taken(link: string): number
  stop(): Promise<void>
}

const REFUSALS: RefusalReason[] = [
  'link',
  'private',
  'quantity',
  'service',
  'comments',
  'funds',
  'activeOrder',
  'auth',
  'throttled',
  'other',
]

const balanceOf = async (provider: Provider): Promise<number> => {
  const answer = await provider.balance()
  if (!answer.ok) throw new Error(answer.message)
  return Number(answer.balance)
}

const accepted = async (provider: Provider, order: ProviderOrder): Promise<string> => {
  const outcome = await provider.add(order)
  if (outcome.kind !== 'accepted') throw new Error(JSON.stringify(outcome))
  return outcome.id
}

const statusOf = async (provider: Provider, id: string) => {
  const answer = await provider.status([id])
  return answer.ok ? answer.orders.get(id) : undefined
}

const questions = (panel: () => ProviderUnderTest) => {
  test('balance is a decimal with a currency', async () => {
    const answer = await panel().provider.balance()
    expect(answer).toMatchObject({ ok: true, currency: expect.stringMatching(/^[A-Z]{3}$/) })
    expect(await balanceOf(panel().provider)).toBeGreaterThan(0)
  })

  test('services are rows with text ids, decimal rates and usable limits, each id once', async () => {
    const answer = await panel().provider.services()
    if (!answer.ok) throw new Error(answer.message)
    expect(answer.services.length).toBeGreaterThan(0)
    for (const row of answer.services) {
      expect(row.rate).toMatch(/^\d+(\.\d+)?$/)
      expect(row.min).toBeGreaterThanOrEqual(1)
      expect(row.max).toBeGreaterThanOrEqual(row.min)
      expect(row.max).toBeLessThanOrEqual(2_147_483_647)
      expect(row.type).toMatch(/^[a-z0-9_]+$/)
    }
    expect(new Set(answer.services.map((row) => row.service_id_api)).size).toBe(answer.services.length)
  })

  test('status leaves out what the panel does not know, and asks nothing for no ids', async () => {
    const { provider, order } = panel()
    const id = await accepted(provider, order())
    const answer = await provider.status([id, '99999999'])
    expect(answer.ok && [...answer.orders.keys()]).toEqual([id])
    expect(await provider.status(['99999999'])).toEqual({ ok: true, orders: new Map() })
    expect(await provider.status([])).toEqual({ ok: true, orders: new Map() })
  })
}

const adds = (panel: () => ProviderUnderTest) => {
  test.each(['default', 'package', 'custom_comments'] as const)(
    'an accepted %s order costs money and is known',
    async (type) => {
      const { provider, order, taken } = panel()
      const before = await balanceOf(provider)
      const sent = order(type)
      const id = await accepted(provider, sent)
      expect(await balanceOf(provider)).toBeLessThan(before)
      expect(taken(sent.link)).toBe(1)
      expect(['pending', 'processing', 'inProgress']).toContain((await statusOf(provider, id))?.state ?? '')
    },
  )

  test.each(REFUSALS)('a refusal for "%s" is told in our words, and nothing was taken', async (reason) => {
    const { provider, orderRefused, taken } = panel()
    const before = await balanceOf(provider)
    const order = orderRefused(reason)
    const outcome = await provider.add(order)
    expect(outcome).toMatchObject({ kind: 'refused', reason })
    expect(outcome.kind === 'refused' && outcome.message.length).toBeGreaterThan(0)
    expect(taken(order.link)).toBe(0)
    expect(await balanceOf(provider)).toBe(before)
  })

  test.each([true, false])(
    'a lost answer is unknown, whether the panel took it or not (%p)',
    async (wasTaken) => {
      const { provider, orderLost, taken } = panel()
      const order = orderLost(wasTaken)
      expect((await provider.add(order)).kind).toBe('unknown')
      expect(taken(order.link)).toBe(wasTaken ? 1 : 0)
    },
  )

  test('a panel that cannot be reached: the order never left', async () => {
    const { provider, order } = panel().unreachable()
    expect((await provider.add(order)).kind).toBe('neverLeft')
    expect(panel().taken(order.link)).toBe(0)
  })
}

const ends = (panel: () => ProviderUnderTest) => {
  test('completed: nothing remains', async () => {
    const { provider, orderEnding, finish } = panel()
    const id = await accepted(provider, orderEnding('completed'))
    finish(id, 'completed')
    expect(await statusOf(provider, id)).toMatchObject({ state: 'completed', remains: 0 })
  })

  test('partial: some units remain and the charge is told', async () => {
    const { provider, orderEnding, finish } = panel()
    const order = orderEnding('partial')
    const id = await accepted(provider, order)
    finish(id, 'partial')
    const status = await statusOf(provider, id)
    expect(status).toMatchObject({ state: 'partial', charge: expect.stringMatching(/^\d+(\.\d+)?$/) })
    expect(status?.remains).toBeGreaterThan(0)
    expect(status?.remains).toBeLessThan(order.quantity)
  })

  test('canceled: told with the panel’s own word', async () => {
    const { provider, orderEnding, finish } = panel()
    const id = await accepted(provider, orderEnding('canceled'))
    finish(id, 'canceled')
    expect(await statusOf(provider, id)).toMatchObject({ state: 'canceled', word: expect.any(String) })
  })

  test('many orders are told at once, each its own state', async () => {
    const { provider, order, orderEnding, finish } = panel()
    const done = await accepted(provider, orderEnding('completed'))
    finish(done, 'completed')
    const fresh = await accepted(provider, order())
    const answer = await provider.status([fresh, done])
    if (!answer.ok) throw new Error(answer.message)
    expect(answer.orders.get(done)?.state).toBe('completed')
    expect(answer.orders.get(fresh)?.state).not.toBe('completed')
  })
}

const refills = (panel: () => ProviderUnderTest) => {
  test('a refill is refused before the order is delivered, taken after, and how it stands is told', async () => {
    const { provider, orderEnding, finish } = panel()
    const id = await accepted(provider, orderEnding('completed'))
    expect((await provider.refill?.(id))?.kind).toBe('refused')
    finish(id, 'completed')
    const taken = await provider.refill?.(id)
    if (taken?.kind !== 'accepted') throw new Error(JSON.stringify(taken))
    expect(await provider.refillStatus?.(taken.id)).toMatchObject({ ok: true, state: 'pending' })
    expect((await provider.refill?.('99999999'))?.kind).toBe('refused')
  })
}

/** Runs the contract against what `start` makes, anew for each test. */
export const providerContract = (
  name: string,
  start: () => ProviderUnderTest | Promise<ProviderUnderTest>,
) => {
  describe(`provider contract: ${name}`, () => {
    let current: ProviderUnderTest
    beforeEach(async () => {
      current = await start()
    })
    afterEach(() => current.stop())
    questions(() => current)
    adds(() => current)
    ends(() => current)
    refills(() => current)
  })
}
