// The same order while one like it runs: asked about before there is a card; and a yes to an offer that no longer holds.
import { afterEach, beforeEach, describe, expect, test } from 'bun:test'
import { writeAction } from '../../src/model/action.ts'
import { openBill } from './bills.ts'
import { ANI, BUDI, type House, LINK, openHouse, SHOP, toCard } from './house.ts'

let house: House
afterEach(() => house.close())

const joined = async (text: string, from = ANI) => (await house.say(text, from)).join('\n')
const pressed = async (label: RegExp, from = ANI) => (await house.press(label, from)).join('\n')
const labels = (): string[] =>
  house.api
    .screen(ANI.id)
    .at(-1)
    ?.buttons.flat()
    .map(({ text }) => text) ?? []

describe('the same product and target', () => {
  let running: string
  beforeEach(async () => {
    house = await openHouse()
    const order = await openBill(house)
    await house.store.orders.advance(SHOP, order.id, () => ({ to: 'paid', type: 'paid', by: 'gateway' }))
    running = order.number
  })
  const newest = async () => (await house.orders())[0]

  test('is asked about by the owner’s sentence, with the number of the one that runs, and no card yet', async () => {
    const asked = (await toCard(house)).join('\n')
    expect(asked).toStartWith(`Order sama masih berjalan (<b>${running}</b>). Ulangi?`)
    expect(asked).not.toContain('Cek dulu')
    expect(labels()).toEqual(['Ulangi', 'Batal'])
    expect(await house.orders()).toHaveLength(1)
  })

  test('“Ulangi” makes the card, and the order knows that it was asked for', async () => {
    await toCard(house)
    expect(await pressed(/Ulangi/)).toContain('Cek dulu')
    expect(await newest()).toMatchObject({ state: 'quoted', repeat: true, quote: { quantity: 1000 } })
    await house.say('ya')
    expect(await newest()).toMatchObject({ state: 'billing', repeat: true })
  })

  test('“ya” means the question, and only the next one the card', async () => {
    await toCard(house)
    expect(await joined('ya')).toContain('Cek dulu')
    expect(await newest()).toMatchObject({ state: 'quoted', repeat: true })
    expect(house.seen.confirmed).toHaveLength(1)
  })

  test('“Batal” and /batal make nothing', async () => {
    await toCard(house)
    expect(await pressed(/^Batal$/)).toContain('dibatalkan')
    expect(await house.dialogue()).toEqual({ asked: 'idle' })
    await toCard(house)
    await house.say('/batal')
    expect(await house.dialogue()).toEqual({ asked: 'idle' })
    expect(await house.orders()).toHaveLength(1)
  })

  test('an old “Ulangi” makes nothing; pressed fifty times it is one card', async () => {
    await toCard(house)
    const old = house.api.pressed(ANI, /Ulangi/)
    await house.say('/batal')
    expect((await house.tell(old)).join()).toContain('kedaluwarsa')
    await toCard(house)
    const taps = Array.from({ length: 50 }, () => house.api.pressed(ANI, /Ulangi/))
    await Promise.all(taps.map((tap) => house.accept(tap)))
    await house.drain()
    expect(await house.orders()).toHaveLength(2)
  })

  test('another link or product is not the same; another customer’s is not asked about', async () => {
    await toCard(house)
    expect(await joined('https://instagram.com/lain')).toContain('Cek dulu')
    expect(await newest()).not.toHaveProperty('repeat')
    expect((await toCard(house, BUDI)).join()).toContain('Cek dulu')
  })

  test('another quantity of the same is asked about anew', async () => {
    await toCard(house)
    expect(await joined('500')).toContain('Ulangi?')
    await pressed(/Ulangi/)
    expect(await newest()).toMatchObject({ repeat: true, quote: { quantity: 500 } })
  })

  test('“pesan lagi” while it runs is asked about as well', async () => {
    expect(await joined('pesan lagi')).toContain('Ulangi?')
    expect(await house.orders()).toHaveLength(1)
  })

  test('one that has ended, or was never paid, is none', async () => {
    await house.store.orders.advance(SHOP, (await newest())?.id ?? '', () => ({
      to: 'held',
      type: 'held',
      by: 'panel',
    }))
    expect((await toCard(house)).join()).toContain('Ulangi?')
    await house.store.orders.advance(SHOP, (await newest())?.id ?? '', () => ({
      to: 'closed',
      type: 'closed',
      by: 'system',
    }))
    expect((await toCard(house)).join()).toContain('Cek dulu')
  })
})

test('“ulangi” in the house’s own reader is the yes to that question', async () => {
  house = await openHouse({ builtin: true })
  await house.say('id 2')
  await house.say(LINK)
  await house.say('1000')
  await house.say('ya')
  const [order] = await house.orders()
  const moves = ['awaitingPayment', 'paid'] as const
  for (const to of moves)
    await house.store.orders.advance(SHOP, order?.id ?? '', () => ({ to, type: to, by: 'gateway' }))
  await house.say('id 2')
  await house.say(LINK)
  expect(await joined('1000')).toContain('Ulangi?')
  expect(await joined('tunggu dulu')).not.toContain('Cek dulu')
  expect(await joined('ulangi')).toContain('Cek dulu')
  expect(await house.orders()).toMatchObject([{ state: 'quoted', repeat: true }, { state: 'paid' }])
})

describe('a yes to an offer that no longer holds', () => {
  beforeEach(async () => {
    house = await openHouse()
  })

  test('sold out: no bill, what else there is with the link kept, and nothing of why', async () => {
    await toCard(house)
    house.seen.mayBuy = { ok: false, reason: 'soldOut', detail: 'balance' }
    const answer = await joined('ya')
    expect(answer).toContain('<b>IG Followers B</b> sedang kosong, jadi belum ada tagihan yang dibuat')
    expect(answer).toContain('IG Followers A')
    expect(answer.match(/IG Followers B/g)).toHaveLength(1)
    expect(answer).not.toMatch(/saldo|balance|panel/i)
    expect(await house.orders()).toMatchObject([{ state: 'quoted' }])
    delete house.seen.mayBuy
    const card = await pressed(/^1$/)
    expect(card).toContain('IG Followers A')
    expect(card).toContain('instagram.com/warungkopi.senja')
  })

  test('nothing like it: said plainly', async () => {
    house.hooks.rows = (await import('./stall.ts')).services().filter(({ mid }) => mid === 2 || mid === 5)
    await toCard(house)
    house.seen.mayBuy = { ok: false, reason: 'soldOut' }
    const answer = await joined('ya')
    expect(answer).toContain('Coba lagi nanti')
    expect(answer).not.toContain('TikTok')
    expect(await house.orders()).toMatchObject([{ state: 'quoted' }])
  })

  test('dearer: a new card at today’s price, and the old one can no longer be paid', async () => {
    await toCard(house)
    const old = house.api.pressed(ANI, /Bayar/)
    house.seen.mayBuy = { ok: false, reason: 'changed', detail: 'cost' }
    house.seen.price = 15
    const answer = await joined('ya')
    expect(answer).toContain('Harganya baru saja berubah')
    expect(answer).toContain('Rp15.000')
    expect(await house.orders()).toMatchObject([
      { state: 'quoted', quote: { price: 15_000 } },
      { state: 'withdrawn', quote: { price: 12_000 } },
    ])
    delete house.seen.mayBuy
    expect((await house.tell(old)).join()).toContain('kedaluwarsa')
    await house.say('ya')
    expect((await house.orders())[0]).toMatchObject({ state: 'billing', quote: { price: 15_000 } })
  })

  test('dearer for the shop alone: at the same price it can’t be had, and no card goes round in circles', async () => {
    await toCard(house)
    house.seen.mayBuy = { ok: false, reason: 'changed', detail: 'cost' }
    expect(await joined('ya')).toContain('sedang kosong')
    expect((await house.orders()).filter(({ state }) => state === 'billing')).toEqual([])
    expect(await house.dialogue()).not.toHaveProperty('card')
  })

  test('other limits: said, and the quantity asked for within them', async () => {
    await toCard(house)
    house.seen.mayBuy = { ok: false, reason: 'changed', detail: 'limits' }
    house.hooks.rows = (await import('./stall.ts'))
      .services()
      .map((row) => (row.mid === 2 ? { ...row, min: 2000 } : row))
    const answer = await joined('ya')
    expect(answer).toContain('Batas jumlahnya baru saja berubah')
    expect(answer).toContain('2.000')
    expect(await house.orders()).toMatchObject([{ state: 'withdrawn' }])
    expect((await house.dialogue())?.asked).toBe('asking_quantity')
  })
})

test('“Ganti produk” shows what sells the same, not what was bought, for what is still missing', async () => {
  house = await openHouse()
  const order = await openBill(house)
  const sells = { platform: 'instagram', kind: 'followers' } as const
  const advance = (change: Parameters<House['store']['orders']['advance']>[2]) =>
    house.store.orders.advance(SHOP, order.id, change)
  await advance((old) => ({
    to: 'paid',
    type: 'paid',
    by: 'gateway',
    patch: { quote: { ...old.quote, sells } },
  }))
  const tapped = house.api.pressed(ANI, /./)
  const data = writeAction({ do: 'otherProduct', order: order.id })
  const other = async () => {
    await house.tell({
      ...tapped,
      callback_query: { ...tapped.callback_query, id: crypto.randomUUID(), data },
    } as never)
    return house.api.screen(ANI.id).at(-1)?.text ?? ''
  }
  await advance(() => ({ to: 'held', type: 'held', by: 'panel' }))
  const list = await other()
  expect(list).toContain('1.000 followers IG')
  expect(list).toContain('IG Followers A')
  expect(list).not.toContain('IG Followers B')
  expect(list).not.toContain('TikTok')
})
