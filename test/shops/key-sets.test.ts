import { describe, expect, test } from 'bun:test'
import { sealer } from '../../src/lib/seal.ts'
import { born } from '../../src/model/flow.ts'
import type { Bill, Quote } from '../../src/model/order.ts'
import { addKeySet, type KeySetOwner, openServerKey, removeKeySet } from '../../src/shops/key-sets.ts'
import { people } from '../accounts/people.ts'
import { liveShop } from '../support/shops.ts'

const SHOP = 'sh_1'
const KEYS = {
  environment: 'sandbox',
  serverKey: 'SB-Mid-server-RAHASIA1234',
  clientKey: 'SB-Mid-client-RAHASIA5678',
} as const
const owners: [string, KeySetOwner][] = [
  ['the platform', { platform: true }],
  ['a shop', { shop: SHOP }],
]

const QUOTE: Quote = {
  service: 'sv_1',
  provider: 'pr_1',
  service_id_api: '1',
  mid: 1,
  displayName: 'Followers IG',
  type: 'default',
  link: 'https://instagram.com/ani',
  linkRaw: '@ani',
  quantity: 1000,
  cost: { amount: '500', currency: 'IDR', exchange: '1', rupiah: 500 },
  price: 1000,
  saldo: 0,
  toPay: 1000,
  money: 'play',
  world: 'sandbox',
  quotedAt: 1,
  expiresAt: 2,
}

const opened = async () => {
  const { deps } = people()
  await deps.store.shops.create(liveShop({ id: SHOP, owner: 'ac_1' }))
  const box = sealer('0123456789abcdef0123456789abcdef')
  const sets = async (owner: KeySetOwner) =>
    'platform' in owner
      ? (await deps.store.platform.get()).keySets
      : ((await deps.store.shops.get(SHOP))?.keySets ?? [])
  const withBill = async (keySet: string) => {
    const facts = {
      id: 'o_1',
      shop: SHOP,
      number: 'ABCDE',
      customer: 'cu_1',
      chat: '1:1',
      now: deps.clock.now(),
    }
    await deps.store.orders.create(born({ ...facts, quote: QUOTE }))
    const bill: Bill = {
      attempt: 'o_1-1',
      gateway: 'midtrans',
      keySet,
      amount: 1000,
      state: 'open',
      createdAt: facts.now,
    }
    await deps.store.orders.advance(SHOP, 'o_1', () => ({ to: 'billing', type: 'yes', by: 'customer' }))
    await deps.store.orders.advance(SHOP, 'o_1', () => ({
      to: 'awaitingPayment',
      type: 'billed',
      by: 'gateway',
      patch: { bills: { [bill.attempt]: bill } },
    }))
    return bill
  }
  return { deps: { ...deps, box }, box, sets, withBill }
}

describe.each(owners)('keys of %s', (_name, owner) => {
  test('are sealed, and open only where they belong', async () => {
    const { deps, box, sets } = await opened()
    const keySet = await addKeySet(deps, owner, KEYS)
    const stored = JSON.stringify(await sets(owner))
    expect(stored).not.toContain('RAHASIA')
    expect(keySet).toMatchObject({ environment: 'sandbox', endsIn: '1234' })
    expect(openServerKey(box, owner, keySet)).toBe(KEYS.serverKey)
    expect(openServerKey(box, { shop: 'sh_2' }, keySet)).toBeNull()
    expect(openServerKey(box, owner, { ...keySet, id: 'ks_other' })).toBeNull()
    expect(openServerKey(sealer('another secret of thirty-two chars'), owner, keySet)).toBeNull()
  })

  test('the newest is in use, the one before stays until it is removed', async () => {
    const { deps, sets } = await opened()
    const old = await addKeySet(deps, owner, KEYS)
    const fresh = await addKeySet(deps, owner, {
      ...KEYS,
      environment: 'production',
      serverKey: 'Mid-server-BARU9999',
    })
    expect((await sets(owner)).map(({ id }) => id)).toEqual([fresh.id, old.id])
    expect(await removeKeySet(deps, owner, old.id)).toEqual({ ok: true })
    expect((await sets(owner)).map(({ id }) => id)).toEqual([fresh.id])
    expect(await removeKeySet(deps, owner, old.id)).toMatchObject({ reason: 'notFound' })
  })

  test('stay while money goes back by them', async () => {
    const { deps, withBill } = await opened()
    const used = await addKeySet(deps, owner, KEYS)
    const bill = await withBill(used.id)
    const refund = { id: 'r1', amount: 5000, to: 'gateway', reason: 'x', at: 1 } as const
    const turn = (state: 'due' | 'done' | 'failed') =>
      deps.store.orders.advance(SHOP, 'o_1', () => ({
        type: 'x',
        by: 'system',
        patch: {
          bills: { [bill.attempt]: { ...bill, state: 'paid', final: true } },
          refunds: { r1: { ...refund, attempt: bill.attempt, state } },
        },
      }))
    await turn('due')
    expect(await removeKeySet(deps, owner, used.id)).toMatchObject({ reason: 'inUse' })
    await turn('failed')
    expect(await removeKeySet(deps, owner, used.id)).toEqual({ ok: true })
  })

  test('stay while the word on a bill of theirs is not final', async () => {
    const { deps, sets, withBill } = await opened()
    const used = await addKeySet(deps, owner, KEYS)
    const other = await addKeySet(deps, owner, KEYS)
    const bill = await withBill(used.id)
    expect(await removeKeySet(deps, owner, used.id)).toMatchObject({ reason: 'inUse' })
    expect(await removeKeySet(deps, owner, other.id)).toEqual({ ok: true })
    await deps.store.orders.advance(SHOP, 'o_1', () => ({
      to: 'lapsed',
      type: 'expired',
      by: 'gateway',
      patch: { bills: { [bill.attempt]: { ...bill, state: 'expired' } } },
    }))
    expect(await removeKeySet(deps, owner, used.id)).toMatchObject({ reason: 'inUse' })
    await deps.store.orders.advance(SHOP, 'o_1', () => ({
      type: 'final',
      by: 'gateway',
      patch: { bills: { [bill.attempt]: { ...bill, state: 'expired', final: true } } },
    }))
    expect(await removeKeySet(deps, owner, used.id)).toEqual({ ok: true })
    expect(await sets(owner)).toEqual([])
  })
})
