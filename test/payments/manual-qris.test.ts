// The seller's own QRIS in the shop's document: checked before it is kept, on and off, gone.
import { afterEach, beforeEach, expect, test } from 'bun:test'
import { removeManualQris, setManualQris, switchManualQris } from '../../src/payments/manual-qris.ts'
import { openStore } from '../../src/store/open.ts'
import type { Store } from '../../src/store/store.ts'
import { fakeClock } from '../support/fake-clock.ts'
import { liveShop, practiceShop } from '../support/shops.ts'
import { staticQris } from '../support/static-qris.ts'

let store: Store
const clock = fakeClock()
beforeEach(async () => {
  store = await openStore({ url: 'sqlite::memory:', clock })
  await store.shops.create(liveShop({ id: 'sh_1', owner: 'ac_1' }))
  await store.shops.create(practiceShop({ id: 'sh_p', owner: 'ac_1' }))
})
afterEach(() => store.close())

const put = (text: string, shop = 'sh_1') =>
  setManualQris({ store, clock }, { shop, text, by: 'seller:ac_1' })
const kept = async () => (await store.shops.get('sh_1'))?.manualQris

test('is kept with merchant and NMID, and is on at once', async () => {
  expect(await put(`  ${staticQris()}\n`)).toMatchObject({ ok: true })
  expect(await kept()).toEqual({
    qr: staticQris(),
    merchantName: 'WARUNG KOPI SENJA',
    nmid: 'ID1020000000007',
    on: true,
    at: clock.now(),
    by: 'seller:ac_1',
  })
})

test('another in its place leaves it as it was, on or off', async () => {
  await put(staticQris())
  expect(await switchManualQris({ store }, { shop: 'sh_1', on: false })).toMatchObject({
    ok: true,
    manualQris: { on: false },
  })
  await put(staticQris('TOKO BARU'))
  expect(await kept()).toMatchObject({ merchantName: 'TOKO BARU', on: false })
  await switchManualQris({ store }, { shop: 'sh_1', on: true })
  await switchManualQris({ store }, { shop: 'sh_1', on: true })
  expect(await kept()).toMatchObject({ merchantName: 'TOKO BARU', on: true })
})

test('taken away it is gone, and can not be switched on', async () => {
  await put(staticQris())
  await removeManualQris({ store }, 'sh_1')
  await removeManualQris({ store }, 'sh_1')
  expect(await kept()).toBeUndefined()
  expect(await switchManualQris({ store }, { shop: 'sh_1', on: true })).toMatchObject({ reason: 'notFound' })
})

test.each([
  ['', 'unreadable'],
  ['https://wa.me/6281', 'unreadable'],
  [staticQris().replace('010211', '010212'), 'checksum'],
  [staticQris('WARUNG', 'ID1020000000007', '540510000'), 'amount'],
  [staticQris('WARUNG', 'ID1020000000007', '550202560510000'), 'fee'],
  [staticQris('WARUNG', '?'), 'merchant'],
])('%p is refused: %p; what was there stays', async (text, reason) => {
  await put(staticQris())
  expect(await put(text)).toEqual({ ok: false, reason: reason as 'fee' })
  expect(await kept()).toMatchObject({ qr: staticQris() })
})

test('a practice shop takes no real money, and no shop none', async () => {
  expect(await put(staticQris(), 'sh_p')).toMatchObject({ reason: 'practice' })
  expect(await put(staticQris(), 'sh_none')).toMatchObject({ reason: 'notFound' })
})
