// Complaints and refills: one item for an order with its number, its time and the panel's word of that moment; ended by one tap or words,
// each once. A refill is asked for at the panel once, and how it ends is told.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'bun:test'
import { DAY, HOUR, MINUTE } from '../../../src/lib/clock.ts'
import { markOf, writeDesk } from '../../../src/model/desk-action.ts'
import type { Item } from '../../../src/store/documents.ts'
import { billOf, press, say } from '../../support/live.ts'
import { openSeat, plain, SARI, type SeatHouse, TONO } from './seat.ts'

let at: SeatHouse
beforeAll(async () => {
  at = await openSeat()
})
afterAll(() => at.stop())

const JAKARTA = 7 * HOUR
beforeEach(async () => {
  const now = at.clock.now() + JAKARTA
  const ten = Math.floor(now / DAY) * DAY + 10 * HOUR
  await at.later((ten > now ? ten : ten + DAY) - now)
})

const heard = (who: { id: number }) => at.telegram.texts(who.id).map(plain)
const newly = async (who: { id: number }, work: () => Promise<unknown>) => {
  const before = heard(who).length
  await work()
  return heard(who).slice(before)
}
const items = () => at.app.store.items.list(at.shops.live, false, 200)
const itemOf = async (number: string) => (await items()).find((one) => one.number === number) as Item

/** Paid, sent and delivered. */
const delivered = async (who = at.customer()) => {
  const id = await billOf(at, who)
  await at.pay(id)
  for (let i = 0; i < 4; i++) await at.later(MINUTE)
  const order = await at.order(id)
  expect(order.state).toBe('completed')
  return { id, who, number: order.number }
}
const complained = async (words = 'followersnya pada turun kak') => {
  const bought = await delivered()
  const told = plain(await say(at, `${bought.number} ${words}`, bought.who))
  return { ...bought, told, item: /T-\d{4}/.exec(told)?.[0] ?? '' }
}
const refillCalls = () => at.panel.calls.filter(({ action }) => action === 'refill').length

describe('a complaint', () => {
  test('has a number and a time; the seller sees order, words and what the panel said then', async () => {
    const { number, told, item, who, id } = await complained()
    expect(told).toContain(`keluhan untuk ${number} dicatat dengan nomor ${item}`)
    expect(told).toContain('jam 09.00–21.00 WIB; paling lambat 12.')
    const card = plain(at.card(item)?.text ?? '')
    expect(card).toContain(`Keluhan ${item} · ${who.name}`)
    expect(card).toContain(`📦 ${number}`)
    expect(card).toContain('Panel: Completed')
    expect(
      at
        .card(item)
        ?.buttons.flat()
        .map(({ text }) => text),
    ).toEqual([
      '➡️ Sudah diteruskan',
      '♻️ Refill diminta',
      '✅ Sudah normal',
      '💰 Uang kembali ke saldo',
      '✏️ Balas',
    ])
    expect(await itemOf(item)).toMatchObject({ order: id, stand: { state: 'completed', word: 'Completed' } })
    const [shown] = (
      await at.browser.get<{ number?: string; orderNumber?: string; chat?: string }[]>(
        at.path('/items?open=1'),
      )
    ).filter((one) => one.number === item)
    expect(shown).toMatchObject({ orderNumber: number, chat: `4242:${who.id}` })
    // The bot goes on beside it.
    expect(plain(await say(at, 'saya mau beli followers ig', who))).toContain('IG Followers')
    expect(at.faults()).toEqual([])
  })

  test('said again it is added, by words and by the button; of another order it is another', async () => {
    const { number, item, who } = await complained()
    const again = plain(await say(at, `${number} masih turun terus nih`, who))
    expect(again).toContain(`ditambahkan kak ke ${item}`)
    expect(plain(await press(at, /Ada masalah/, who))).toContain(item)
    expect((await itemOf(item)).more?.map(({ text }) => text)).toEqual([
      `${number} masih turun terus nih`,
      'by button',
    ])
    expect((await complained()).item).not.toBe(item)
  })

  test('numbers are the shop’s own, each once, also when many ask at once', async () => {
    const people = Array.from({ length: 12 }, () => at.customer())
    await Promise.all(people.map((who) => say(at, 'panggil admin dong kak', who)))
    const numbers = (await items()).flatMap(({ number = [] }) => number)
    expect(new Set(numbers).size).toBe(numbers.length)
  })
})

describe('the answer', () => {
  test('one tap of two sellers at once is one message, and the item keeps it', async () => {
    const { item, who, number } = await complained()
    const { id } = await itemOf(item)
    const payload = writeDesk({ desk: 'itemTell', item: markOf(id), pick: 'passed' })
    const told = await newly(who, async () => {
      await Promise.all([SARI, TONO].map((seller) => at.forge(payload, seller, at.card(item, seller)?.id)))
      await at.browser.post(at.path(`/items/${id}/done`), { pick: 'normal' })
      await at.app.drain()
    })
    expect(told).toEqual([
      `💬 ${item} (${number}): sudah kami teruskan ke server kak. Kalau besok belum berubah, tulis lagi di sini ya.`,
    ])
    const done = await itemOf(item)
    expect([done.doneAt !== undefined, done.answer]).toEqual([true, told[0] as string])
    for (const seller of [SARI, TONO]) expect(at.card(item, seller)?.buttons).toEqual([])
    // The next word of this order is an item of its own.
    expect(plain(await say(at, `${number} masih turun juga`, who))).not.toContain(item)
  })

  test('own words by a reply to the card; without words there is no end', async () => {
    const { item, who } = await complained()
    const { id } = await itemOf(item)
    const refused = await at.browser.send('POST', `/api${at.path(`/items/${id}/done`)}`, {})
    expect(refused.status).toBe(409)
    expect(await at.forge(writeDesk({ desk: 'itemDone', item: markOf(id) }), SARI)).toContain('belum dijawab')
    expect((await itemOf(item)).doneAt).toBeUndefined()
    await at.press(item, /Balas/)
    expect(await newly(who, () => at.say('Sudah kami isi ulang ya kak'))).toEqual([
      '💬 Admin: Sudah kami isi ulang ya kak',
    ])
    expect((await itemOf(item)).answer).toBe('Sudah kami isi ulang ya kak')
  })

  test('"money back" is only said when money came back', async () => {
    const { item, who, id } = await complained()
    expect(await at.press(item, /Uang kembali/)).toContain('Belum ada uang yang kembali')
    expect((await itemOf(item)).doneAt).toBeUndefined()
    const { customer } = await at.order(id)
    await at.browser.post(at.path(`/customers/${customer}/wallet/entries`), {
      amount: 5000,
      reason: 'ganti rugi',
      cause: 'c-12345678',
    })
    const told = await newly(who, () => at.press(item, /Uang kembali/))
    expect(told.join()).toContain('sudah kembali ke saldo kamu')
    expect((await itemOf(item)).doneAt).toBeGreaterThan(0)
  })

  for (const [noun, method, when] of [
    ['items', 'change', 'before'],
    ['items', 'change', 'after'],
    ['chats', 'answer', 'after'],
    ['chats', 'change', 'before'],
    ['chats', 'change', 'after'],
    ['messages', 'append', 'after'],
    ['keys', 'release', 'before'],
  ] as const)
    test(`killed ${when} ${noun}.${method}: one message all the same`, async () => {
      const { item, who, number } = await complained()
      const table = at.app.store[noun] as unknown as Record<string, (...given: never[]) => Promise<unknown>>
      const real = table[method] as (...given: never[]) => Promise<unknown>
      const told = await newly(who, async () => {
        table[method] = async (...given) => {
          table[method] = real
          if (when === 'after') await real(...given)
          throw new Error('killed')
        }
        await at.press(item, /Sudah normal/)
        table[method] = real
        for (let i = 0; i < 6; i++) await at.later(31_000)
      })
      expect(told).toEqual([expect.stringContaining(`${item} (${number}): sudah kami cek`)])
      at.faults()
    })
})

describe('a chat that was forgotten by its age', () => {
  test('still gets the answer, and the word that it is late, in the customer’s own language', async () => {
    const { item, who } = await complained()
    const { customer } = await itemOf(item)
    await at.app.store.customers.change(at.shops.live, customer ?? '', (one) => ({ ...one, language: 'en' }))
    await at.app.store.chats.prune(at.shops.live, at.clock.now() + 1)
    expect((await newly(who, () => at.later(3 * HOUR))).join()).toContain(`${item}`)
    await at.app.store.chats.prune(at.shops.live, at.clock.now() + 1)
    const { id } = await itemOf(item)
    expect(
      await newly(who, async () => {
        await at.browser.post(at.path(`/items/${id}/done`), { text: 'Already checked.' })
        await at.app.drain()
      }),
    ).toEqual(['💬 Admin: Already checked.'])
    expect((await itemOf(item)).answeredAt).toBeGreaterThan(0)
    // The dialogue begins anew and goes on.
    expect(plain(await say(at, 'saya mau beli followers ig', who))).toContain('IG Followers')
    expect(at.faults()).toEqual([])
  })
})

describe('a refill', () => {
  test('is asked for at the panel once, and its end is told to both', async () => {
    const { item, who, id, number } = await complained('minta refill dong, garansinya masih ada')
    const before = refillCalls()
    const told = await newly(who, () => at.press(item, /Refill diminta/))
    expect(told.join()).toContain(`refill untuk ${number} sudah diminta`)
    expect([refillCalls() - before, (await at.order(id)).refills?.['rf1']?.state]).toEqual([1, 'due'])
    const next = plain(await say(at, `${number} followersnya masih turun kak`, who))
    const second = /T-\d{4}/.exec(next)?.[0] ?? ''
    await at.press(second, /Refill diminta/)
    expect(refillCalls() - before).toBe(1)
    Object.assign(at.panel.refills.at(-1) ?? {}, { status: 'Completed' })
    const seller = heard(SARI).length
    expect((await newly(who, () => at.later(16 * MINUTE))).join()).toContain(
      `✅ Refill untuk ${number} selesai`,
    )
    expect(heard(SARI).slice(seller).join()).toContain(`Refill ${number} selesai di panel`)
    expect((await at.order(id)).refills?.['rf1']?.state).toBe('done')
    expect(await newly(who, () => at.later(2 * HOUR))).toEqual([])
    expect(at.faults()).toEqual([])
  })

  test('rejected by the panel later: both are told, and it lies on the desk until its customer has an answer', async () => {
    const { item, who, number, id } = await complained()
    await at.press(item, /Refill diminta/)
    Object.assign(at.panel.refills.at(-1) ?? {}, { status: 'Rejected' })
    expect((await newly(who, () => at.later(16 * MINUTE))).join()).toContain(
      `refill untuk ${number} tidak bisa`,
    )
    const open = (await items()).filter((one) => one.order === id && one.doneAt === undefined)
    expect(open.map(({ kind, text }) => [kind, text])).toEqual([
      ['complaint', `${number}: refill ditolak panel`],
    ])
    await at.later(HOUR)
    expect(at.card(open[0]?.number ?? '–')).toBeDefined()
    const refused = await at.browser.send('POST', `/api${at.path(`/items/${open[0]?.id}/done`)}`, {})
    expect(refused.status).toBe(409)
    await at.press(open[0]?.number ?? '', /Balas/)
    expect(await newly(who, () => at.say('Maaf kak, uangnya kami kembalikan ke saldo.'))).toEqual([
      '💬 Admin: Maaf kak, uangnya kami kembalikan ke saldo.',
    ])
  })

  test('refused at once: nothing is said to the customer, the item stays open', async () => {
    const { item, who } = await complained()
    at.panel.fault('refuse', 1, { action: 'refill', text: 'Order not eligible for refill.' })
    expect(await newly(who, () => at.press(item, /Refill diminta/))).toEqual([])
    expect([(await itemOf(item)).doneAt, plain(heard(SARI).at(-1) ?? '')]).toEqual([
      undefined,
      expect.stringContaining('Panel menolak refill'),
    ])
  })

  test('refused while a second seller presses too: nothing is said to the customer either', async () => {
    const { item, who } = await complained()
    const before = refillCalls()
    at.panel.fault('refuse', 1, { action: 'refill', text: 'Order not eligible for refill.' })
    const payload = writeDesk({ desk: 'itemTell', item: markOf((await itemOf(item)).id), pick: 'refill' })
    const told = await newly(who, async () => {
      await Promise.all([SARI, TONO].map((seller) => at.forge(payload, seller)))
      await at.app.drain()
    })
    expect([told, refillCalls() - before, (await itemOf(item)).doneAt]).toEqual([[], 1, undefined])
  })

  test('no readable answer: never asked for again by itself, the seller looks', async () => {
    const { item, who, id } = await complained()
    const before = refillCalls()
    at.panel.fault('html', 1, { action: 'refill' })
    expect(await newly(who, () => at.press(item, /Refill diminta/))).toEqual([])
    await at.later(HOUR)
    expect([refillCalls() - before, (await at.order(id)).refills?.['rf1']]).toEqual([
      1,
      expect.objectContaining({ state: 'due', unknown: true }),
    ])
    expect(heard(SARI).join()).toContain('jawaban panel tidak terbaca')
    // Looked at for a day, it is the seller's to ask anew: a guarantee of months does not end with one bad answer.
    await at.later(DAY)
    await at.press(item, /Refill diminta/)
    expect([refillCalls() - before, (await at.order(id)).refills?.['rf2']?.state]).toEqual([2, 'due'])
  })

  test('a process that died while it asked, and a second tap: what became of it is the seller’s to find out', async () => {
    const { item, who, id, number } = await complained()
    const real = at.app.store.orders.advance
    let asked = false
    at.app.store.orders.advance = async (...given) => {
      const done = await real(...given)
      if (done.ok && done.order.refills?.['rf1'] && !asked) {
        asked = true
        throw new Error('killed')
      }
      return done
    }
    await at.press(item, /Refill diminta/).catch(() => undefined)
    at.app.store.orders.advance = real
    await at.later(MINUTE)
    await at.press(item, /Refill diminta/).catch(() => undefined)
    await at.later(6 * MINUTE)
    const order = await at.order(id)
    expect(order.refills?.['rf1']).toMatchObject({ state: 'due', unknown: true })
    // Nothing was said of a refill, and what the customer was promised is open as it was.
    expect(heard(who).join()).not.toContain('sudah diminta')
    const open = (await items()).filter((one) => one.order === id && one.doneAt === undefined)
    expect(open.map((one) => one.number)).toEqual([item])
    expect(heard(SARI).join()).toContain(`${number}`)
    at.faults()
  })

  test('two weeks without an end: the seller looks, and the customer is owed words again', async () => {
    const { item, id, number } = await complained()
    await at.press(item, /Refill diminta/)
    await at.later(15 * DAY)
    expect((await at.order(id)).refills?.['rf1']).toMatchObject({ state: 'due', unknown: true })
    const open = (await items()).filter((one) => one.order === id && one.doneAt === undefined)
    expect(open.map(({ text }) => text)).toEqual([`${number}: jawaban panel untuk refill tidak terbaca`])
  })

  test('after the guarantee none is asked for', async () => {
    const { item, who } = await complained()
    await at.later(31 * DAY)
    const before = refillCalls()
    expect(await newly(who, () => at.press(item, /Refill diminta/))).toEqual([])
    expect([refillCalls() - before, plain(heard(SARI).at(-1) ?? '')]).toEqual([
      0,
      expect.stringContaining('Masa garansi'),
    ])
  })
})
