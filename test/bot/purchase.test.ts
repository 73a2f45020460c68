// What can come between a wish and a card: numbers, links, quantities and offers that are not what they were.
import { afterEach, beforeEach, describe, expect, test } from 'bun:test'
import fc from 'fast-check'
import type { Update } from 'grammy/types'
import { openBill } from './bills.ts'
import { ANI, BUDI, type House, LINK, openHouse, SHOP, toCard } from './house.ts'
import { services } from './stall.ts'

let house: House
beforeEach(async () => {
  house = await openHouse()
})
afterEach(() => house.close())

const items = () => house.store.items.list(SHOP, true, 50)
const joined = async (text: string) => (await house.say(text)).join('\n')

describe('a number', () => {
  test('on a list older than a day is answered with the list anew', async () => {
    await house.say('saya mau beli followers')
    house.clock.advance(25 * 3_600_000)
    expect(await joined('saya pilih ID 2')).toContain('sudah lama')
    expect((await house.dialogue())?.asked).toBe('choosing')
  })

  test('whose product was taken off or swapped is answered with the list anew', async () => {
    await house.say('saya mau beli followers')
    house.hooks.rows = services().filter(({ mid }) => mid !== 2)
    expect(await joined('saya pilih ID 2')).toContain('sudah berubah')
    house.hooks.rows = services()
    await house.say('saya mau beli followers')
    house.hooks.rows = services().map((one) => ({
      ...one,
      mid: one.mid === 1 ? 2 : one.mid === 2 ? 1 : one.mid,
    }))
    expect(await joined('saya pilih ID 2')).toContain('sudah berubah')
    expect((await house.dialogue())?.service).toBeUndefined()
  })

  test('that nothing has is said to be unknown', async () => {
    expect(await joined('id 99')).toContain('99')
  })

  test('of a button means the product that was seen, even when the numbers moved', async () => {
    await house.say('saya mau beli followers')
    const pressed = house.api.pressed(ANI, /^2$/)
    house.hooks.rows = services().map((one) => ({ ...one, mid: one.mid + 10 }))
    expect((await house.tell(pressed)).join()).toContain('IG Followers B')
  })
})

describe('a link', () => {
  test('of the wrong kind names what would fit; a wrong platform and nonsense are said', async () => {
    await house.say('saya mau beli followers')
    await house.say('saya pilih ID 2')
    expect(await joined('https://instagram.com/p/Cabc123')).toContain('IG Komentar')
    expect(await joined('https://tiktok.com/@warung')).toContain('Instagram')
    expect((await house.dialogue())?.link).toBeUndefined()
    expect(await joined(LINK)).toContain('min 100')
  })

  test('twice in a message is never silently the first', async () => {
    await house.say('saya mau beli followers')
    await house.say('saya pilih ID 2')
    expect(await joined('yang ini atau itu')).toContain('lebih dari satu link')
    expect((await house.dialogue())?.link).toBeUndefined()
  })

  test('to what is refused makes no card', async () => {
    await house.say('saya mau beli followers')
    await house.say('saya pilih ID 2')
    await house.say('https://instagram.com/judi.gacor')
    expect(await joined('1000')).toContain('nggak bisa kami layani')
    expect(await house.orders()).toEqual([])
  })
})

describe('a quantity', () => {
  test('outside the limits is answered with the nearest that fit and their price', async () => {
    await house.say('saya mau beli followers')
    await house.say('saya pilih ID 2')
    await house.say(LINK)
    expect(await joined('50')).toContain('Minimalnya')
    expect(await joined('99999')).toContain('Maksimalnya')
    await house.press(/10\.000/)
    expect(await house.orders()).toMatchObject([{ quote: { quantity: 10_000, price: 120_000 } }])
  })

  test('over ten million rupiah: the largest that fits', async () => {
    await house.say('id 5')
    await house.say('https://tiktok.com/@warung/video/7123456789012345678')
    expect(await joined('2000000')).toContain('833.333')
    expect(await house.orders()).toEqual([])
  })

  test('a package needs none', async () => {
    await house.say('id 4')
    expect(await joined(LINK)).toContain('Cek dulu')
    expect(await house.orders()).toMatchObject([{ quote: { quantity: 1 } }])
  })

  test('too few comments are said', async () => {
    await house.say('id 3')
    await house.say('https://instagram.com/p/Cabc123')
    expect(await joined('satu')).toContain('minimalnya')
  })
})

describe('a card', () => {
  test('that lapsed can no longer be paid', async () => {
    await toCard(house)
    house.clock.advance(16 * 60_000)
    expect((await house.press(/Bayar/)).join()).toContain('kedaluwarsa')
    expect(await house.orders()).toMatchObject([{ state: 'quoted' }])
    await house.say('saya mau beli followers')
    await toCard(house)
    expect((await house.press(/Bayar/)).join()).toContain('QRIS')
  })

  test('is changed by its buttons and by words', async () => {
    await toCard(house)
    expect((await house.press(/Ubah jumlah/)).join()).toContain('min 100')
    await house.say('300')
    expect((await house.press(/Ganti link/)).join()).toContain('Kirim link')
    await house.say('https://instagram.com/lain')
    expect(await house.orders()).toMatchObject([
      { state: 'quoted', quote: { quantity: 300, link: 'https://instagram.com/lain' } },
      { state: 'withdrawn' },
      { state: 'withdrawn' },
    ])
  })

  test('is withdrawn by Batal', async () => {
    await toCard(house)
    expect((await house.press(/Batal/)).length).toBe(1)
    expect(await house.orders()).toMatchObject([{ state: 'withdrawn' }])
    expect(await house.dialogue()).toEqual({ asked: 'idle' })
  })

  test('for what is under way already says so', async () => {
    const order = await openBill(house)
    await house.store.orders.advance(SHOP, order.id, () => ({ to: 'paid', type: 'paid', by: 'gateway' }))
    const card = await toCard(house)
    expect(card.join()).toContain(order.number)
    expect(card.join()).toContain('masih berjalan')
    expect((await toCard(house, BUDI)).join()).not.toContain('masih berjalan')
  })

  test('of a shop that closed meanwhile cannot be paid; a blocked customer gets none', async () => {
    await toCard(house)
    house.hooks.phase = 'closed'
    expect((await house.press(/Bayar/)).join()).toContain('belum buka')
    expect(await house.orders()).toMatchObject([{ state: 'quoted' }])
    house.hooks.phase = 'open'
    const [customer] = await house.store.customers.list(SHOP, 1)
    await house.store.customers.change(SHOP, customer?.id ?? '', (one) => ({ ...one, blocked: true }))
    expect((await house.press(/Bayar/)).join()).toContain('tidak bisa memesan')
    expect(await joined('saya mau beli followers')).toContain('tidak bisa memesan')
  })
})

describe('an open bill', () => {
  test('locks nothing: asking and a second order go on', async () => {
    await openBill(house)
    expect(await joined('saya mau beli followers')).toContain('IG Followers A')
    await house.say('saya pilih ID 2')
    await house.say('https://instagram.com/kedua')
    await house.say('500')
    await house.say('ya')
    expect(await house.orders()).toMatchObject([{ state: 'billing' }, { state: 'awaitingPayment' }])
    expect(await joined('/tagihan')).toContain('Rp12.000')
  })

  test('is sent again when asked for', async () => {
    const order = await openBill(house)
    await house.say('mana qrnya')
    const after = await house.store.orders.get(SHOP, order.id)
    expect(after?.told).toBeUndefined()
    expect(after?.outbox.some(({ name }) => name === 'notices.order')).toBe(true)
  })

  test('of four the fourth is refused', async () => {
    for (let i = 0; i < 3; i++) {
      await house.say('saya mau beli followers')
      await house.say('saya pilih ID 2')
      await house.say(`https://instagram.com/warung${i}`)
      await house.say('100')
      await house.say('ya')
    }
    await toCard(house)
    expect(await joined('ya')).toContain('Masih ada 3')
    expect((await house.orders()).filter(({ state }) => state === 'billing')).toHaveLength(3)
    expect((await house.dialogue())?.asked).toBe('confirming')
  })

  test('changed is withdrawn and asked anew with the link that was', async () => {
    await openBill(house)
    expect(await joined('ganti jumlah')).toContain('min 100')
    expect(await joined('250')).toContain('Cek dulu')
    expect(await house.orders()).toMatchObject([
      { state: 'quoted', quote: { quantity: 250, link: LINK } },
      { state: 'withdrawn' },
    ])
  })

  test('ended by /batal', async () => {
    await openBill(house)
    await house.say('/batal')
    expect(await house.orders()).toMatchObject([{ state: 'withdrawn' }])
  })
})

describe('what is not sold', () => {
  test('is said, what comes nearest is named as something else, and the seller sees the demand once', async () => {
    const answer = await joined('jual story views ig?')
    expect(answer).toContain('Belum jual itu')
    expect(answer).toContain('beda')
    await house.say('jual story views ig?')
    expect(await items()).toMatchObject([{ kind: 'question', text: 'jual story views ig?' }])
    expect((await house.press(/^2$/)).join()).toContain('IG Followers B')
  })

  test('with nothing near offers nothing', async () => {
    expect(await joined('jual subs youtube?')).not.toContain('beda')
    expect((await house.dialogue())?.asked).toBe('idle')
  })
})

describe('a question about the shop', () => {
  test("is answered from the seller's documents, else from the terms, else it becomes an item of the seller; the open question is asked again", async () => {
    await house.say('saya mau beli followers')
    await house.say('saya pilih ID 2')
    const texts = await house.say('kantornya di mana?')
    expect(texts).toHaveLength(2)
    expect(texts[1]).toContain('Kirim link')
    expect(await items()).toMatchObject([{ kind: 'question', text: 'kantornya di mana?' }])
    expect(await joined('aman nggak?')).toContain('bisa membatasi akun')
    house.seen.knows = true
    expect(await joined('aman nggak?')).toContain('Aman kak.')
    expect(await items()).toHaveLength(1)
  })
})

test("the same again at today's price", async () => {
  await openBill(house)
  house.clock.advance(1000)
  expect(await joined('pesan lagi')).toContain('Cek dulu')
  expect(await house.orders()).toMatchObject([{ state: 'quoted', quote: { link: LINK, quantity: 1000 } }, {}])
})

test('who is not understood three times is offered the list and a person', async () => {
  for (let i = 0; i < 3; i++) await house.say('asdfgh')
  const labels = house.api
    .screen(ANI.id)
    .at(-1)
    ?.buttons.flat()
    .map(({ text }) => text)
  expect(labels).toHaveLength(2)
})

/** Whatever comes in: nothing is given up, no order is confirmed but by its own card, and no yes comes from anybody else. */
test('any order of words, taps, commands and odd updates by two people', async () => {
  const words = fc.constantFrom(
    'saya mau beli followers',
    'saya pilih ID 2',
    LINK,
    '100',
    '1000',
    '99999999',
    'ya',
    'batal',
    'id 3',
    'id 4',
    'a\nb\nc',
    'ganti link',
    'ganti jumlah',
    'ganti produk',
    '/start',
    '/produk',
    '/batal',
    '/hapusdata',
    '/status',
    'sudah bayar',
    'pesan lagi',
    'yang ini atau itu',
    'password: abc12345',
    'jual subs youtube?',
    '💥',
    '',
  )
  const tap = fc.nat(40)
  const odd = fc.constantFrom<Record<string, unknown>>(
    { photo: [] },
    { sticker: {} },
    { voice: {} },
    { location: {} },
    { text: 'x'.repeat(5000) },
    { entities: [{ type: 'text_link', offset: 0, length: 1, url: 'javascript:1' }], text: 'x' },
  )
  const event = fc.record({
    who: fc.constantFrom(ANI, BUDI),
    what: fc.oneof({ weight: 6, arbitrary: words }, { weight: 3, arbitrary: tap }, odd),
  })
  const updateOf = ({
    who,
    what,
  }: {
    who: typeof ANI
    what: string | number | Record<string, unknown>
  }): Update => {
    if (typeof what === 'string') return house.api.message(who, { text: what })
    if (typeof what === 'object') return house.api.message(who, what)
    const buttons = house.api.screen(who.id).flatMap((shown) => shown.buttons.flat().map(({ text }) => text))
    const label = buttons[what % Math.max(1, buttons.length)]
    if (!label) return house.api.message(who, { text: 'ya' })
    return house.api.pressed(who, new RegExp(`^${label.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`))
  }
  await fc.assert(
    fc.asyncProperty(fc.array(event, { minLength: 5, maxLength: 30 }), async (events) => {
      for (const one of events) {
        await house.tell(updateOf(one), one.who.id)
        expect(await house.store.inbox.nextAt()).toBeNull()
      }
      expect(house.now.givenUp).toEqual([])
      expect(house.now.logged).toEqual([])
      for (const order of await house.orders()) {
        const yes = order.events.filter(({ type }) => type === 'confirmed').length
        expect(yes).toBeLessThanOrEqual(1)
        expect(yes === 1).toBe(order.events.some(({ to }) => to === 'billing'))
      }
      for (const who of [ANI, BUDI])
        expect((await house.store.conversations.read(`4242:${who.id}`))?.length ?? 0).toBeLessThan(7000)
    }),
    { numRuns: 25 },
  )
}, 60_000)
