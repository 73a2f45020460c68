// A shop without keys of its own sells on the platform's: each bill says so and keeps its rate, and the account of both sides follows.
import { afterEach, expect, test } from 'bun:test'
import type { OwedView } from '../../src/http/api/money-views.ts'
import { MINUTE } from '../../src/lib/clock.ts'
import { TOKEN } from '../support/fake-bot-api.ts'
import { billOf, importAll, KEY, type Live, openLive } from '../support/live.ts'

let at: Live
afterEach(() => at.stop())

const ANI = { id: 71, name: 'Ani' }
const BUDI = { id: 72, name: 'Budi' }

const equip = async (): Promise<void> => {
  await importAll(at)
  await at.browser.put(at.path('/settings'), { margin: '40', gatewayFee: '5' })
  const proposal = await at.browser.get<{ id: string }[]>(at.path('/services/proposal'))
  await at.browser.post(at.path('/services/proposal'), { ids: proposal.map(({ id }) => id) })
  await at.browser.post('/platform/keysets', { environment: 'production', serverKey: KEY })
  await at.browser.post(at.path('/bot'), { token: TOKEN })
}

const paid = async (
  who: typeof ANI,
): Promise<{ price: number; fee: string | undefined; platform: boolean | undefined }> => {
  at.clock.advance(MINUTE) // a panel account has its pace, by this clock
  const id = await billOf(at, who)
  expect(await at.midtrans.pay(`${id}-1`)).toBe('paid')
  await at.browser.post(at.path(`/orders/${id}/actions`), { action: 'checkPayment' })
  await at.app.drain()
  const order = await at.app.store.orders.get(at.shops.live, id)
  const bill = order?.bills[`${id}-1`]
  expect(bill?.state).toBe('paid')
  return { price: order?.quote.price ?? 0, fee: bill?.fee, platform: bill?.platform }
}

test('the admin owes what came in less the fee of each bill’s time; own keys end that', async () => {
  at = await openLive()
  await equip()
  const first = await paid(ANI)
  expect(first).toMatchObject({ fee: '0.7', platform: true })
  await at.browser.put('/platform/fee', { gatewayFee: '0.3' })
  const second = await paid(BUDI)
  expect(second).toMatchObject({ fee: '0.3', platform: true })
  const account = () => at.browser.get<OwedView>(at.path('/owed'))
  const fee = Math.ceil(first.price * 0.007) + Math.ceil(second.price * 0.003)
  const settled = first.price + second.price
  expect(await account()).toMatchObject({ settled, fee, owed: settled - fee, refunded: 0, chargedBack: 0 })

  await at.browser.post(at.path('/keysets'), { environment: 'production', serverKey: KEY })
  const own = await paid({ id: 73, name: 'Citra' })
  expect(own).toMatchObject({ fee: '5', platform: undefined })
  expect(await account()).toMatchObject({ settled, owed: settled - fee })
}, 60_000)
