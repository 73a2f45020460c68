// Who answers what, in which order: commands and order actions at any time, then a person who has the chat, then the dialogue;
// every kind of message gets an answer, groups one line, secrets none of us keeps.
import { afterEach, beforeEach, describe, expect, test } from 'bun:test'
import type { Update } from 'grammy/types'
import { openBill } from './bills.ts'
import { ANI, type House, LINK, openHouse, SHOP, toCard } from './house.ts'

let house: House
beforeEach(async () => {
  house = await openHouse()
})
afterEach(() => house.close())

const KEY = '4242:501'
const send = (fields: Record<string, unknown>) => house.tell(house.api.message(ANI, fields))
const photo = { photo: [{ file_id: 'f', file_unique_id: 'u', width: 9, height: 9 }] }
const pdf = { document: { file_id: 'f', file_unique_id: 'u', mime_type: 'application/pdf' } }

describe('commands', () => {
  const all: [command: string, id: RegExp, en: RegExp][] = [
    ['/start', /Selamat datang/, /Welcome/],
    ['/produk', /pilih ID produk/, /ID/],
    ['/products', /pilih ID produk/, /ID/],
    ['/harga', /pilih ID produk/, /ID/],
    ['/pesan', /pilih ID produk/, /ID/],
    ['/order', /pilih ID produk/, /ID/],
    ['/riwayat', /Belum ada pesanan/, /No orders|no orders/],
    ['/history', /Belum ada pesanan/, /No orders|no orders/],
    ['/status', /Belum ada pesanan/, /No orders|no orders/],
    ['/status K7Q2M', /nggak ketemu/, /K7Q2M/],
    ['/tagihan', /tagihan/, /bill/i],
    ['/bills', /tagihan/, /bill/i],
    ['/bantuan', /\/produk/, /\/products/],
    ['/help', /\/produk/, /\/products/],
    ['/batal', /batal/i, /cancel/i],
    ['/cancel', /batal/i, /cancel/i],
    ['/bahasa', /Pilih bahasa/, /Choose/],
    ['/language', /Pilih bahasa/, /Choose/],
    ['/snk', /Syarat/, /Terms/],
    ['/terms', /Syarat/, /Terms/],
    ['/privasi', /Privasi/, /Privacy/],
    ['/privacy', /Privasi/, /Privacy/],
    ['/hapusdata', /dihapus/, /deleted/],
  ]
  for (const [command, id, en] of all)
    test(`${command} in Indonesian and English`, async () => {
      expect((await house.say(command)).join('\n')).toMatch(id)
      const joe = { id: 600, name: 'Joe', language: 'en-GB' }
      expect((await house.say(command, joe)).join('\n')).toMatch(en)
    })

  test('are answered in the middle of a purchase, which then goes on', async () => {
    await house.say('saya mau beli followers')
    await house.say('saya pilih ID 2')
    for (const command of ['/bantuan', '/riwayat', '/tagihan', '/snk', '/privasi', '/status'])
      expect(await house.say(command)).not.toEqual([])
    expect((await house.dialogue())?.asked).toBe('asking_link')
    expect((await house.say(LINK)).join()).toContain('min 100')
  })

  test('an unknown one is read as words', async () => {
    expect(await house.say('/abracadabra')).toHaveLength(1)
  })

  test('/bahasa en turns the language, and it stays', async () => {
    expect((await house.say('/bahasa en')).join()).toContain('English')
    expect((await house.say('/bantuan')).join()).toContain('/products')
    await house.say('/bahasa')
    expect((await house.press(/Indonesia/)).join()).toContain('Bahasa Indonesia')
  })

  test("deep links: a product, an order, the seller's own account", async () => {
    expect((await house.say('/start psv_2')).join()).toContain('IG Followers B')
    expect((await house.say('/start psv_404')).join()).toContain('Selamat datang')
    expect((await house.say('/start oK7Q2M')).join()).toContain('nggak ketemu')
    expect((await house.say('/start bgood-token-of-22-chars')).join()).toContain('terhubung')
    expect((await house.say('/start bbad-token-of-22-charss')).join()).toContain('kedaluwarsa')
    expect(house.seen.bound).toEqual(['501:good-token-of-22-chars', '501:bad-token-of-22-charss'])
  })

  test("another customer's order is not found", async () => {
    await toCard(house)
    const [order] = await house.orders()
    const joe = { id: 600 }
    expect((await house.say(`/start o${order?.number}`, joe)).join()).toContain('nggak ketemu')
    expect((await house.say(`/status ${order?.number}`, joe)).join()).toContain('nggak ketemu')
  })

  test('/hapusdata deletes transcript, dialogue, log and name; the order stays', async () => {
    await toCard(house)
    await house.say('/hapusdata')
    expect(await house.store.conversations.read(KEY)).toBeNull()
    expect(await house.dialogue()).toEqual({ asked: 'idle' })
    const texts = await house.store.messages.list(SHOP, KEY, { limit: 99 })
    expect(texts.map(({ from }) => from)).toEqual(['bot'])
    const [customer] = await house.store.customers.list(SHOP, 9)
    expect(customer?.name).toBe('–')
    expect(await house.orders()).toHaveLength(1)
    expect(await house.say('saya mau beli followers')).toHaveLength(1)
  })
})

describe('a person who has the chat', () => {
  const handOver = () =>
    house.store.chats.change(SHOP, KEY, (chat) => ({
      ...chat,
      handoff: { since: house.clock.now(), reason: 'asked' },
    }))

  test('the bot says so once and is silent then; what is written is kept for the person', async () => {
    await house.say('saya mau beli followers')
    house.clock.advance(1000)
    await handOver()
    house.clock.advance(1000)
    expect((await house.say('halo kak')).join()).toContain('Admin sedang menangani')
    expect(await house.say('saya pilih ID 2')).toEqual([])
    expect(await send(photo)).toEqual([])
    expect((await house.dialogue())?.asked).toBe('choosing')
    const lines = await house.store.messages.list(SHOP, KEY, { limit: 99 })
    expect(lines.filter(({ from }) => from === 'customer').map(({ text }) => text)).toContain(
      'saya pilih ID 2',
    )
  })

  test('commands, order buttons and secrets are answered all the same, and afterwards the dialogue goes on', async () => {
    await toCard(house)
    house.clock.advance(1000)
    await handOver()
    house.clock.advance(1000)
    expect((await house.say('/riwayat')).join()).toContain('Belum ada')
    expect((await house.say('password saya: rahasia123')).join()).toContain('🔒')
    expect((await house.press(/Bayar/)).join()).toContain('QRIS')
    expect(await house.orders()).toMatchObject([{ state: 'billing' }])
    await house.store.chats.change(SHOP, KEY, ({ handoff: _, ...chat }) => chat)
    expect((await house.say('saya mau beli followers')).join()).toContain('IG Followers A')
  })
})

describe('a password', () => {
  test('is deleted in the chat, blanked before it is stored, and none is ever needed', async () => {
    await house.say('saya mau beli followers')
    const update = house.api.message(ANI, { text: 'password ig saya: Kucing#99' })
    const id = update.message?.message_id
    expect((await house.tell(update)).join()).toContain('🔒')
    expect(house.api.callsOf('deleteMessage')).toMatchObject([{ params: { chat_id: '501', message_id: id } }])
    expect(house.api.screen(ANI.id).find((shown) => shown.id === id)?.deleted).toBe(true)
    const everything = JSON.stringify([
      await house.store.messages.list(SHOP, KEY, { limit: 99 }),
      await house.store.chats.get(SHOP, KEY),
      await house.store.conversations.read(KEY),
    ])
    expect(everything).not.toContain('Kucing#99')
    expect((await house.dialogue())?.asked).toBe('choosing')
  })

  test('is not in the inbox either, nor when it was quoted or stands under a picture', async () => {
    const quoted = { message_id: 1, date: 1, chat: { id: ANI.id, type: 'private' }, text: 'pin: 987654' }
    await house.accept(house.api.message(ANI, { ...photo, caption: 'otp: 445566' }))
    await house.accept(house.api.message(ANI, { text: 'itu tadi', reply_to_message: quoted }))
    const one = await house.store.inbox.claim('w9', house.clock.now(), 1000)
    expect(one?.update.body).not.toContain('445566')
    await house.store.inbox.done(KEY, one?.token ?? 0, 1)
    const two = await house.store.inbox.claim('w9', house.clock.now(), 1000)
    expect(two?.update.n).toBe(2)
    expect(two?.update.body).not.toContain('987654')
  })

  test('is deleted by the next process when one died before; an outage is waited out', async () => {
    house.hooks.afterTurn = () => new Promise<never>(() => {})
    await house.accept(house.api.message(ANI, { text: 'pin atm: 998877' }))
    void house.drain()
    await Bun.sleep(30)
    delete house.hooks.afterTurn
    house.restart()
    house.api.fault('500', 1, { method: 'deleteMessage' })
    await house.drain()
    house.clock.advance(10_000)
    await house.drain()
    expect(house.api.screen(ANI.id)[0]?.deleted).toBe(true)
    expect(house.api.texts(ANI.id)).toHaveLength(1)
  })

  test('"pass 1000 ya" is a quantity', async () => {
    await house.say('pass 1000 ya')
    expect(house.api.callsOf('deleteMessage')).toEqual([])
  })
})

describe('every kind of message', () => {
  const kinds: [name: string, fields: Record<string, unknown>, answer: RegExp][] = [
    ['voice', { voice: { file_id: 'f', duration: 1 } }, /diketik/],
    ['audio', { audio: { file_id: 'f', duration: 1 } }, /diketik/],
    ['video note', { video_note: { file_id: 'f', duration: 1 } }, /diketik/],
    ['sticker', { sticker: { file_id: 'f', emoji: '🙏' } }, /diketik/],
    ['animation', { animation: { file_id: 'f' }, document: { file_id: 'f' } }, /diketik/],
    ['contact', { contact: { phone_number: '081234567890', first_name: 'X' } }, /diketik/],
    ['location', { location: { latitude: 1, longitude: 2 } }, /diketik/],
    ['dice', { dice: { emoji: '🎲', value: 6 } }, /diketik/],
    ['poll', { poll: { id: '1', question: 'x', options: [] } }, /diketik/],
    ['photo without a bill', photo, /tagihan/],
    ['PDF without a bill', pdf, /tagihan/],
  ]
  for (const [name, fields, answer] of kinds)
    test(name, async () => {
      await house.say('saya mau beli followers')
      const texts = await send(fields)
      expect(texts).toHaveLength(1)
      expect(texts[0]).toMatch(answer)
      expect((await house.dialogue())?.asked).toBe('choosing')
    })

  test("a link entity, and a post that was shared, give their link; the words of the post are not the customer's", async () => {
    await house.say('saya mau beli followers')
    await house.say('saya pilih ID 2')
    const entity = { type: 'text_link', offset: 0, length: 4, url: LINK }
    expect((await send({ text: 'ini', entities: [entity] })).join()).not.toBe('')
    const origin = {
      type: 'channel',
      chat: { id: -100, type: 'channel', username: 'kanalku' },
      message_id: 7,
    }
    const [answer] = await send({ text: 'ya', forward_origin: origin })
    expect(answer).toBeDefined()
    expect(house.seen.confirmed).toEqual([])
    const lines = await house.store.messages.list(SHOP, KEY, { limit: 99 })
    expect(lines.filter(({ from }) => from === 'customer').length).toBe(4)
  })

  test('service messages get none', async () => {
    expect(await send({ pinned_message: { message_id: 1 } })).toEqual([])
    expect(await send({ message_auto_delete_timer_changed: {} })).toEqual([])
  })

  const nothing: [name: string, update: Omit<Update, 'update_id'>][] = [
    [
      'an edited message',
      {
        edited_message: {
          message_id: 1,
          date: 1,
          edit_date: 2,
          text: 'ya',
          chat: { id: 501, type: 'private', first_name: 'A' },
          from: { id: 501, is_bot: false, first_name: 'A' },
        },
      },
    ],
    [
      'a channel post',
      {
        channel_post: {
          message_id: 1,
          date: 1,
          text: '/start',
          chat: { id: -100, type: 'channel', title: 'x' },
        },
      },
    ],
    [
      'an inline query',
      {
        inline_query: { id: '1', query: 'x', offset: '', from: { id: 501, is_bot: false, first_name: 'A' } },
      },
    ],
    [
      'a member who left',
      { my_chat_member: { chat: { id: 501, type: 'private', first_name: 'A' }, date: 1 } as never },
    ],
  ]
  for (const [name, update] of nothing)
    test(`${name} is not even stored`, async () => {
      await toCard(house)
      const calls = house.api.calls.length
      expect(await house.accept({ update_id: 999_999, ...update } as Update)).toEqual({ fresh: false })
      await house.drain()
      expect(house.api.calls.length).toBe(calls)
      expect(await house.orders()).toMatchObject([{ state: 'quoted' }])
    })

  test('a pressed button without its message is let go', async () => {
    const callback = {
      id: '5',
      from: { id: ANI.id, is_bot: false, first_name: 'Ani' },
      chat_instance: '1',
      data: 'm',
    }
    expect(await house.tell({ update_id: 999_999, callback_query: callback } as Update)).toEqual([])
    expect(house.api.callsOf('answerCallbackQuery')).toHaveLength(1)
    expect(house.now.givenUp).toEqual([])
  })

  test('another bot is not talked to', async () => {
    const update = house.api.message(ANI, { text: 'halo' })
    const from = { ...update.message?.from, is_bot: true }
    expect(await house.tell({ ...update, message: { ...update.message, from } } as Update)).toEqual([])
  })
})

describe('a group', () => {
  const GROUP = -100_500
  const inGroup = (text: string, more: Record<string, unknown> = {}) =>
    house.tell(
      house.api.message(ANI, { text, chat: { id: GROUP, type: 'supergroup', title: 'Warga' }, ...more }),
      GROUP,
    )
  const mention = (offset: number) => ({ entities: [{ type: 'mention', offset, length: 9 }] })

  test('gets one line and a link for /start, /harga and a mention', async () => {
    for (const text of ['/start', '/harga', '/harga@toko_bot'])
      expect(await inGroup(text)).toEqual(['Pesan di chat pribadi ya: https://t.me/toko_bot'])
    expect(await inGroup('@toko_bot mau beli', mention(0))).toHaveLength(1)
  })

  test('and nothing else, nor is what its members say kept', async () => {
    await toCard(house)
    for (const text of ['halo semua', 'ya', '/start@other_bot', '/produk', '/riwayat', 'ke @toko_both'])
      expect(await inGroup(text)).toEqual([])
    expect(
      await inGroup('ke @toko_both ya', { entities: [{ type: 'mention', offset: 3, length: 10 }] }),
    ).toEqual([])
    expect(await house.orders()).toMatchObject([{ state: 'quoted' }])
    expect(await house.store.chats.get(SHOP, `4242:${GROUP}`)).toBeNull()
    expect(await house.store.messages.list(SHOP, `4242:${GROUP}`, { limit: 9 })).toEqual([])
    expect(
      await house.accept(house.api.message(ANI, { text: 'rahasia', chat: { id: GROUP, type: 'group' } })),
    ).toEqual({ fresh: false })
  })

  test('that threw the bot out is let go', async () => {
    house.api.fault('403', 1, { method: 'sendMessage', chat: GROUP })
    expect(await inGroup('/start')).toEqual([])
    expect(house.now.givenUp).toEqual([])
  })
})

describe('a picture as proof', () => {
  test('while a bill is open: the gateway is asked; unpaid, it is an item of the seller, and nothing is settled', async () => {
    const order = await openBill(house)
    const texts = await send(photo)
    expect(house.seen.checked).toEqual([order.id])
    expect(texts[0]).toContain('Belum masuk')
    expect(texts[1]).toContain('dicatat'.slice(2, 6))
    expect(await house.store.items.list(SHOP, true, 9)).toMatchObject([
      { kind: 'proof', order: order.id, chat: KEY },
    ])
    expect(await house.orders()).toMatchObject([{ state: 'awaitingPayment' }])
    await send(pdf)
    await send({ ...photo, caption: 'sudah bayar' })
    expect(await house.store.items.list(SHOP, true, 9)).toHaveLength(1)
  })

  test('within a day after the bill ended, and no later', async () => {
    const order = await openBill(house)
    house.clock.advance(40 * 60_000)
    await house.store.orders.advance(SHOP, order.id, () => ({ to: 'lapsed', type: 'lapsed', by: 'gateway' }))
    await send(photo)
    expect(house.seen.checked).toEqual([order.id])
    expect(await house.store.items.list(SHOP, true, 9)).toMatchObject([{ kind: 'proof', order: order.id }])
    house.clock.advance(25 * 3_600_000)
    expect((await send(photo)).join()).toContain('nggak ada tagihan')
    expect(house.seen.checked).toHaveLength(1)
  })

  test('of what is paid already: how the order stands, and no item', async () => {
    const order = await openBill(house)
    await house.store.orders.advance(SHOP, order.id, () => ({ to: 'paid', type: 'paid', by: 'gateway' }))
    expect((await send(photo)).join()).toContain(order.number)
    expect(await house.store.items.list(SHOP, true, 9)).toEqual([])
  })

  test('the plain words are a claim, too', async () => {
    const order = await openBill(house)
    expect((await house.say('sudah bayar')).join()).toContain('Belum masuk')
    expect(await house.store.items.list(SHOP, true, 9)).toMatchObject([{ kind: 'proof', order: order.id }])
  })

  test("of somebody who owes nothing touches nobody's order", async () => {
    await openBill(house)
    const joe = { id: 600 }
    await house.tell(house.api.message(joe, photo), joe.id)
    expect(house.seen.checked).toEqual([])
  })
})
