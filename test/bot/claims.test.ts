// "Sudah bayar": words, a button or a picture. Of a gateway's bill the gateway is asked; of the seller's own QRIS only the seller can tell,
// and gets what the customer sent. Nothing here settles anything.
import { afterEach, beforeEach, describe, expect, test } from 'bun:test'
import { DAY, MINUTE } from '../../src/lib/clock.ts'
import { openBill, openManualBill } from './bills.ts'
import { ANI, BUDI, type House, openHouse, SHOP } from './house.ts'

let house: House
beforeEach(async () => {
  house = await openHouse({ builtin: true })
})
afterEach(() => house.close())

const photo = {
  photo: [
    { file_id: 'small', file_unique_id: 's', width: 9, height: 9 },
    { file_id: 'large', file_unique_id: 'l', width: 900, height: 900 },
  ],
}
const pdf = { document: { file_id: 'doc', file_unique_id: 'd', mime_type: 'application/pdf' } }
const send = async (message: Record<string, unknown>, from = ANI) =>
  (await house.tell(house.api.message(from, message), from.id)).join('\n')
const say = async (text: string, from = ANI) => (await house.say(text, from)).join('\n')
const items = () => house.store.items.list(SHOP, true, 50)
const order = async () => (await house.store.orders.list(SHOP, { deposits: 'all', limit: 9 }))[0]
const jobs = async () =>
  (await order())?.outbox.filter(({ name }) => name === 'notices.desk').map(({ payload }) => payload['news'])

describe("a bill of the seller's own QRIS", () => {
  test.each(['sudah bayar kak', 'udah transfer ya'])('“%s”: passed on, not called paid', async (words) => {
    const { number } = await openManualBill(house)
    const answer = await say(words)
    expect(answer).toContain(`untuk <b>${number}</b> sudah diteruskan ke penjual`)
    expect(answer).toContain('nggak perlu bayar lagi')
    expect(answer).not.toMatch(/Belum masuk|dicek/)
    expect(await order()).toMatchObject({ state: 'awaitingPayment' })
    expect(Object.values((await order())?.bills ?? {})[0]?.claimedAt).toBe(house.clock.now())
    expect(await jobs()).toEqual(['claim'])
    expect(house.seen.checked).toEqual([])
  })

  test('its button, fifty times: one claim', async () => {
    const { id } = await openManualBill(house)
    await house.say('/tagihan')
    const tap = house.api.pressed(ANI, /🔄/)
    if (tap.callback_query) tap.callback_query.data = `cb:${id}`
    const taps = Array.from({ length: 50 }, (_, i) => ({ ...tap, update_id: tap.update_id + i + 1 }))
    await Promise.all(taps.map((one) => house.accept(one)))
    await house.drain()
    expect((await order())?.events.filter(({ type }) => type === 'claimed')).toHaveLength(1)
    expect(await jobs()).toEqual(['claim'])
  })

  test('a picture or PDF: the same, and the seller gets it as it came', async () => {
    const { id, number } = await openManualBill(house)
    expect(await send(photo)).toContain(`Bukti bayarnya untuk <b>${number}</b> sudah diteruskan ke penjual`)
    house.clock.advance(2 * MINUTE)
    await send(pdf)
    expect(await items()).toMatchObject([
      { kind: 'proof', order: id, file: { id: 'doc', kind: 'document' } },
      { kind: 'proof', order: id, file: { id: 'large', kind: 'photo' } },
    ])
    expect(await order()).toMatchObject({ state: 'awaitingPayment' })
    expect(await jobs()).toEqual(['claim'])
    const now = house.clock.now()
    const told = await house.store.jobs.claim(['notices.desk'], 'test', now, 1000, 9)
    expect(told.map(({ payload }) => payload['item']).sort()).toEqual(
      (await items()).map(({ id: one }) => one).sort(),
    )
  })

  test('“udah masuk belum”: not asked of anybody, and not said to be missing', async () => {
    await openManualBill(house)
    const before = await say('udah masuk belum?')
    expect(before).toContain('lalu tekan “Sudah bayar”')
    expect(before).not.toMatch(/Belum masuk|dicek/)
    await say('sudah bayar')
    expect(await say('udah masuk belum?')).toContain('sudah diteruskan ke penjual')
  })

  test('after it lapsed it may be claimed for a day; later the seller gets the picture alone', async () => {
    const { id, number } = await openManualBill(house)
    await house.store.orders.advance(SHOP, id, () => ({ to: 'lapsed', type: 'lapsed', by: 'system' }))
    house.clock.advance(23 * 60 * MINUTE)
    expect(await send(photo)).toContain(number)
    expect(await jobs()).toEqual(['claim'])
    house.clock.advance(3 * DAY)
    expect(await send(photo)).toContain('nggak ada tagihan')
    const other = house.api.pressed(ANI, /Admin/)
    if (other.callback_query) other.callback_query.data = `cb:${id}`
    expect((await house.tell(other)).join()).toContain('sudah diteruskan')
  })

  test("another customer's button claims nothing", async () => {
    const { id } = await openManualBill(house)
    await house.say('/start', BUDI)
    const stolen = house.api.pressed(BUDI, /^2$/)
    if (stolen.callback_query) stolen.callback_query.data = `cb:${id}`
    expect((await house.tell(stolen, BUDI.id)).join()).toContain('nggak ketemu')
    expect(await jobs()).toEqual([])
  })

  test('once the seller has said what came, a claim tells how the order stands', async () => {
    const { id, number } = await openManualBill(house)
    await house.store.orders.advance(SHOP, id, (current) => ({
      to: 'paid',
      type: 'paid',
      by: 'gateway',
      patch: {
        bills: Object.fromEntries(
          Object.entries(current.bills).map(([name, bill]) => [name, { ...bill, state: 'paid' as const }]),
        ),
      },
    }))
    await house.say('/riwayat')
    const tap = house.api.pressed(ANI, new RegExp(number))
    if (tap.callback_query) tap.callback_query.data = `cb:${id}`
    expect((await house.tell(tap)).join()).toContain(`Pesanan <b>${number}</b>`)
    expect(await items()).toEqual([])
  })
})

describe("a gateway's bill", () => {
  test('the picture goes to the seller when the gateway has seen nothing', async () => {
    const { id } = await openBill(house)
    expect(await send(photo)).toContain('Belum masuk')
    expect(house.seen.checked).toEqual([id])
    expect(await items()).toMatchObject([{ kind: 'proof', order: id, file: { id: 'large' } }])
  })

  test('“Sudah bayar” pressed on it asks the gateway', async () => {
    const { id } = await openBill(house)
    await house.say('/tagihan')
    const tap = house.api.pressed(ANI, /🔄/)
    if (tap.callback_query) tap.callback_query.data = `cb:${id}`
    expect((await house.tell(tap)).join()).toContain('Belum masuk')
    expect(house.seen.checked).toEqual([id])
  })
})

describe('a bill that fills saldo', () => {
  const openDeposit = async () => {
    await house.say('/deposit 50000')
    const made = await order()
    const bill = {
      attempt: `${made?.id}-1`,
      gateway: 'sandbox' as const,
      keySet: 'practice',
      amount: 50_000,
      state: 'open' as const,
      createdAt: house.clock.now(),
      expiresAt: house.clock.now() + 30 * MINUTE,
    }
    await house.store.orders.advance(SHOP, made?.id ?? '', () => ({
      to: 'awaitingPayment',
      type: 'billed',
      by: 'gateway',
      patch: { bills: { [bill.attempt]: bill } },
    }))
    return made?.id ?? ''
  }

  test('is asked about, claimed by picture, listed, and taken back like any other', async () => {
    const id = await openDeposit()
    expect(await say('udah masuk belum?')).toContain('Belum masuk')
    expect(await say('/tagihan')).toContain('Rp50.000')
    await send(photo)
    expect(await items()).toMatchObject([{ kind: 'proof', order: id }])
    expect(await say('/riwayat')).toContain('Belum ada pesanan')
    expect(await say('batal')).toContain('dibatalkan')
    expect(await order()).toMatchObject({ deposit: true, state: 'withdrawn' })
  })

  test('"ganti jumlah" asks for another sum', async () => {
    await openDeposit()
    expect(await say('ganti jumlah dong')).toContain('Mau isi saldo berapa')
    expect(await order()).toMatchObject({ state: 'withdrawn' })
    expect(await say('75rb')).toContain('Rp75.000')
  })
})

test('a picture without any bill is answered and kept from the seller', async () => {
  expect(await send(photo)).toContain('nggak ada tagihan')
  expect(await items()).toEqual([])
})
