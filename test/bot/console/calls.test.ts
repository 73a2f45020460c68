// A customer asks for a person: the promise, the seller's card, words there and back, silence meanwhile, and the bot's return.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'bun:test'
import type { Update } from 'grammy/types'
import { DAY, HOUR, MINUTE, SECOND } from '../../../src/lib/clock.ts'
import { PLATFORM } from '../../../src/model/shop.ts'
import { press, say, update } from '../../support/live.ts'
import { openSeat, plain, SARI, type SeatHouse, TONO } from './seat.ts'

let at: SeatHouse
beforeAll(async () => {
  at = await openSeat()
})
afterAll(() => at.stop())

const JAKARTA = 7 * HOUR
/** The next time that it is this hour in Jakarta; work on the way is done. */
const until = async (hour: number, minute = 0) => {
  const now = at.clock.now() + JAKARTA
  const today = Math.floor(now / DAY) * DAY + hour * HOUR + minute * MINUTE
  await at.later((today > now ? today : today + DAY) - now)
}
beforeEach(() => until(10))

const heard = (who: { id: number }) => at.telegram.texts(who.id).map(plain)
const newly = async (who: { id: number }, work: () => Promise<unknown>) => {
  const before = heard(who).length
  await work()
  return heard(who).slice(before)
}
const items = () => at.app.store.items.list(at.shops.live, false, 200)
const chatKey = (who: { id: number }) => `4242:${who.id}`
const chatOf = (who: { id: number }) => at.app.store.chats.get(at.shops.live, chatKey(who))
const chatPath = (who: { id: number }, rest = '') =>
  at.path(`/chats/${encodeURIComponent(chatKey(who))}${rest}`)
const replyTo = (message: number, text: string, who = SARI): Update => {
  const made = at.telegram.message(who, { text }) as unknown as { message: Record<string, unknown> }
  made.message['reply_to_message'] = {
    message_id: message,
    date: 1,
    chat: { id: who.id, type: 'private' },
    from: { id: 4242, is_bot: true, first_name: 'Toko' },
    text: '…',
  }
  return made as unknown as Update
}
const called = async (who = at.customer()) => {
  const told = plain(await say(at, 'panggil admin dong kak', who))
  const number = /T-\d{4}/.exec(told)?.[0] ?? ''
  return { who, told, number }
}

describe('asking for a person', () => {
  test('the customer reads a number, the hours and a time; the seller a card with name and words', async () => {
    const { who, told, number } = await called()
    expect(number).not.toBe('')
    expect(told).toContain('Admin balas jam 09.00–21.00 WIB; paling lambat 12.00 WIB.')
    const card = at.card(`${who.name} · ${number}`)
    expect(plain(card?.text ?? '')).toContain('👤: panggil admin dong kak')
    expect(plain(card?.text ?? '')).toContain('Dijanjikan paling lambat 12.00 WIB')
    expect(card?.buttons.flat().map(({ text }) => text)).toEqual(['✏️ Balas', '🤖 Kembalikan ke bot'])
    expect(at.card(`${who.name} · ${number}`, TONO)).toBeDefined()
    expect(at.faults()).toEqual([])
  })

  test('outside the hours the promise is of the next morning', async () => {
    await until(22)
    const { told } = await called()
    expect(told).toMatch(/09\.00–21\.00 WIB; paling lambat 11\.00 WIB, \d+ \w+/)
  })

  test('the shop’s own hours are used', async () => {
    const days = Array.from({ length: 7 }, () => ({ from: '08:00', to: '16:00' }))
    await at.browser.put(at.path('/settings'), { hours: { days, answerMinutes: 30, backHours: 2 } })
    expect((await called()).told).toContain('jam 08.00–16.00 WIB; paling lambat 10.30 WIB.')
    const bad = await at.browser.send('PUT', `/api${at.path('/settings')}`, {
      hours: { days: days.slice(1), answerMinutes: 30, backHours: 2 },
    })
    expect(bad.status).toBe(400)
    await at.browser.put(at.path('/settings'), { hours: null })
  })

  test('fifty messages make one item; meanwhile the bot is silent, orders and commands go on', async () => {
    const { who, number } = await called()
    const before = (await items()).length
    const silent = await newly(who, async () => {
      for (let i = 0; i < 50; i++) await update(at, at.telegram.message(who, { text: 'admin' }))
      await at.app.drain()
    })
    expect([silent, (await items()).length]).toEqual([[], before])
    expect(plain(await say(at, '/saldo', who))).toContain('Saldo')
    expect(plain(await say(at, '/bantuan', who))).toContain('/produk')
    expect(plain(await press(at, /Admin/, who))).toContain(`nomor ${number}`)
    expect(await at.later(20 * SECOND)).toBeUndefined()
    // One card for both of them, shown anew, not fifty.
    expect(
      at.telegram.screen(SARI.id).filter(({ text, deleted }) => !deleted && text.includes(number)),
    ).toHaveLength(1)
  })

  test('a blocked customer calls nobody', async () => {
    const { who } = await called()
    const chat = await chatOf(who)
    await at.browser.put(at.path(`/customers/${chat?.customer}`), { blocked: true })
    const other = at.customer()
    await say(at, 'halo', other)
    const fresh = await chatOf(other)
    await at.browser.put(at.path(`/customers/${fresh?.customer}`), { blocked: true })
    const before = (await items()).length
    expect(plain(await say(at, 'panggil admin dong kak', other))).not.toMatch(/T-\d/)
    expect([(await items()).length, (await chatOf(other))?.handoff]).toEqual([before, undefined])
    expect(await newly(SARI, () => say(at, 'woi', who))).toEqual([])
  })
})

describe('the seller answers', () => {
  test('by the button and words, by a reply, on the dashboard: each once, as the shop’s, in the transcript', async () => {
    const { who, number } = await called()
    expect(await at.press(number, /Balas/)).toContain(`Tulis balasan untuk ${who.name}`)
    const first = await newly(who, () => at.say('Halo kak, ada yang bisa dibantu?'))
    expect(first).toEqual(['💬 Admin: Halo kak, ada yang bisa dibantu?'])
    const card = at.card(number)
    const second = await newly(who, () => at.send(replyTo(card?.id ?? 0, 'Sebentar ya <b>kak</b>'), SARI))
    expect(second).toEqual(['💬 Admin: Sebentar ya <b>kak</b>'])
    const body = { text: 'Sudah dicek', key: 'a-key-of-the-page' }
    const third = await newly(who, async () => {
      await Promise.all([1, 2, 3].map(() => at.browser.post(chatPath(who, '/messages'), body)))
      await at.app.drain()
      await at.browser.post(chatPath(who, '/messages'), body)
      await at.app.drain()
    })
    expect(third).toEqual(['💬 Admin: Sudah dicek'])
    const page = await at.browser.get<{
      lines: { from: string; text: string }[]
      items: { answeredAt?: number }[]
    }>(chatPath(who))
    expect(page.lines.filter(({ from }) => from === 'seller').map(({ text }) => text)).toHaveLength(3)
    expect(page.items[0]?.answeredAt).toBeGreaterThan(0)
    // The promise is kept: nobody is reminded, nothing is called late.
    expect(await newly(who, () => at.later(5 * HOUR))).toEqual([])
  })

  test('words meant for the shop’s own chat are not sent to a customer', async () => {
    const { who } = await called()
    expect(await newly(who, () => at.say('saya mau beli followers ig'))).toEqual([])
    for (const nonsense of ['   ', 'x'.repeat(2001)]) {
      const bad = await at.browser.send('POST', `/api${chatPath(who, '/messages')}`, {
        text: nonsense,
        key: 'another-key',
      })
      expect(bad.status).toBe(400)
    }
  })

  test('a customer who has blocked the bot: the seller is told, and it is not tried for ever', async () => {
    const { who, number } = await called()
    at.telegram.fault('403', 99, { method: 'sendMessage', chat: who.id })
    const told = await newly(SARI, async () => {
      await at.press(number, /Balas/)
      await at.say('Halo?')
      await at.later(MINUTE)
    })
    expect(told.join('\n')).toContain(`Pesan ke ${who.name} tidak sampai`)
    const page = await at.browser.get<{ lines: { from: string; unsent?: boolean }[]; waiting: number }>(
      chatPath(who),
    )
    expect([page.lines.some(({ unsent }) => unsent), page.waiting]).toEqual([true, 0])
  })
})

test('what is written, given back and ended in the chat stands in the audit as from the dashboard, once', async () => {
  const seen = (await at.app.store.audit.list({ shop: at.shops.live, limit: 100 })).length
  const { who, number } = await called()
  const item = (await items()).find((one) => one.number === number)
  await at.press(number, /Balas/)
  await at.say('Sudah dicek ya kak')
  const card = at.card(number)
  const back = card?.buttons.flat().find(({ text }) => /Kembalikan/.test(text))?.callback_data ?? ''
  await Promise.all([SARI, TONO].map((seller) => at.forge(back, seller, at.card(number, seller)?.id)))
  await at.app.drain()
  await say(at, 'pesanan saya belum masuk, gimana ini??', who)
  const complaint = (await items())[0]
  expect(complaint?.id).not.toBe(item?.id)
  await at.press(complaint?.number ?? '', /Balas|Tulis/)
  await at.say('Kami cek')
  await at.app.drain()
  const all = await at.app.store.audit.list({ shop: at.shops.live, limit: 100 })
  const lines = all.slice(0, all.length - seen)
  const told = lines.filter(({ what }) => /^(?:chat|item)\./.test(what))
  expect(told.map(({ what, about }) => [what, about]).sort()).toEqual([
    ['chat.givenBack', chatKey(who)],
    ['chat.written', chatKey(who)],
    ['item.done', complaint?.id as string],
  ])
  expect(told.every(({ by }) => /^seller:.+:90[12]$/.test(by))).toBe(true)
})

describe('what is no text, while a person has the chat', () => {
  test('a picture and a file reach the seller as they came, each once, with the buttons of the chat; a voice is named', async () => {
    const { who, number } = await called()
    const before = at.telegram.screen(SARI.id).length
    const size = { file_unique_id: 'u', width: 1, height: 1 }
    const photo = at.telegram.message(who, {
      caption: 'ini buktinya kak',
      photo: [{ ...size, file_id: 'file-bukti' }],
    })
    await update(at, photo)
    await update(at, photo)
    await update(at, at.telegram.message(who, { document: { file_id: 'file-berkas', file_unique_id: 'u' } }))
    await update(at, at.telegram.message(who, { voice: { file_id: 'file-suara', duration: 3 } }))
    // One at a time for a chat: who finds another at it comes again.
    for (let i = 0; i < 4; i++) await at.later(10 * SECOND)
    const shown = at.telegram.screen(SARI.id).slice(before)
    const files = shown.filter((one) => one.photo !== undefined)
    expect(files.map(({ text }) => plain(text))).toEqual(Array(2).fill(`💬 ${who.name}`))
    for (const { buttons } of files)
      expect(buttons.flat().map(({ text }) => text)).toEqual(['✏️ Balas', '🤖 Kembalikan ke bot'])
    const lines = plain(at.card(`${who.name} · ${number}`)?.text ?? '')
    expect(lines).toContain('[photo] ini buktinya kak')
    expect(lines).toContain('[voice]')
    expect(at.faults()).toEqual([])
  })
})

describe('back to the bot', () => {
  test('not before the customer has words; then by one press, of two sellers once', async () => {
    const { who, number } = await called()
    expect(await at.press(number, /Kembalikan/)).toContain('belum dijawab')
    expect((await chatOf(who))?.handoff).toBeDefined()
    const refused = await at.browser.send('POST', `/api${chatPath(who, '/back')}`, {})
    expect([refused.status, ((await refused.json()) as { error: { code: string } }).error.code]).toEqual([
      409,
      'needsMessage',
    ])
    await at.press(number, /Balas/)
    await at.say('Sudah beres ya kak')
    const [item] = (await items()).filter((one) => one.number === number)
    const back = await newly(who, async () => {
      const card = at
        .card(number)
        ?.buttons.flat()
        .find(({ text }) => /Kembalikan/.test(text))
      await Promise.all(
        [SARI, TONO].map((seller) =>
          at.forge(card?.callback_data ?? '', seller, at.card(number, seller)?.id),
        ),
      )
      await at.app.drain()
    })
    expect(back).toEqual(['🤖 Aku kembali kak. Mau pesan atau tanya, tulis aja.'])
    expect((await chatOf(who))?.handoff).toBeUndefined()
    expect((await items()).find(({ id }) => id === item?.id)?.doneAt).toBeGreaterThan(0)
    expect(at.card(number)).toBeUndefined()
    expect(plain(await say(at, 'saya mau beli followers ig', who))).toContain('IG Followers')
  })

  test('by itself twelve hours after the seller’s last word', async () => {
    const { who, number } = await called()
    await at.press(number, /Balas/)
    await at.say('Ditunggu ya')
    await at.later(11 * HOUR)
    expect(await newly(who, () => at.press(number, /Balas/))).toEqual([])
    await at.say('Masih dicek')
    expect(await newly(who, () => at.later(11 * HOUR))).toEqual([])
    expect(await newly(who, () => at.later(2 * HOUR))).toEqual([expect.stringContaining('Aku kembali')])
    expect((await items()).find((one) => one.number === number)?.doneAt).toBeGreaterThan(0)
  })

  test('nobody answers: told with a new time, seller reminded before, at it, then the bot is back and it stays open', async () => {
    const { who, number } = await called()
    const reminded = await newly(SARI, () => at.later(91 * MINUTE))
    expect(reminded.join('\n')).toContain(
      `${number} belum dijawab. Pelanggan dijanjikan jawaban paling lambat 12.00 WIB`,
    )
    const late = await newly(who, () => at.later(30 * MINUTE))
    expect(late.join('\n')).toMatch(
      new RegExp(`${number} belum sempat dijawab[\\s\\S]*paling lambat 14\\.01 WIB`),
    )
    expect(plain(at.card(number)?.text ?? '')).toContain('lewat dari janji')
    await at.later(31 * MINUTE)
    const admins = await at.app.store.items.list(PLATFORM, true, 50)
    expect(admins.map(({ text }) => text)).toContain(`Toko Ani, ${number}: not answered by the promised time`)
    const back = await newly(who, async () => {
      for (let hour = 0; hour < 11; hour++) await at.later(HOUR)
    })
    expect(back.at(-1)).toContain(`${number} belum dijawab dan tetap ditangani admin`)
    const item = (await items()).find((one) => one.number === number)
    expect([item?.doneAt, (await chatOf(who))?.handoff]).toEqual([undefined, undefined])
    const refused = await at.browser.send('POST', `/api${at.path(`/items/${item?.id}/done`)}`, {})
    expect(refused.status).toBe(409)
    const closed = await newly(who, async () => {
      await at.browser.post(at.path(`/items/${item?.id}/done`), { text: 'Maaf lama, sudah kami cek.' })
      await at.app.drain()
    })
    expect(closed).toEqual(['💬 Admin: Maaf lama, sudah kami cek.'])
  })
})

test('who complained of no order and then asks for a person has one: ended with words, the bot is back at once', async () => {
  const who = at.customer()
  const told = plain(await say(at, 'saya kecewa banget, pelayanannya parah, mau komplain', who))
  const number = /T-\d{4}/.exec(told)?.[0] ?? ''
  expect(plain(await say(at, 'panggil admin dong kak', who))).toContain(number)
  await at.later(20 * SECOND)
  const item = (await items()).find((one) => one.number === number)
  expect([item?.kind, (await chatOf(who))?.handoff?.item]).toEqual(['human', item?.id as string])
  expect(
    at
      .card(number)
      ?.buttons.flat()
      .map(({ text }) => text),
  ).toContain('🤖 Kembalikan ke bot')
  const last = await newly(who, async () => {
    await at.browser.post(at.path(`/items/${item?.id}/done`), { text: 'Maaf ya kak, sudah kami bereskan' })
    await at.app.drain()
  })
  expect(last).toEqual(['💬 Admin: Maaf ya kak, sudah kami bereskan', expect.stringContaining('Aku kembali')])
  expect((await chatOf(who))?.handoff).toBeUndefined()
})

test('a question whose words were deleted waits for nobody', async () => {
  const who = at.customer()
  await say(at, 'tokonya punya cabang di balikpapan tidak ya?', who)
  const asked = (await items()).find(({ chat, kind }) => chat === chatKey(who) && kind === 'question')
  expect(asked).toBeDefined()
  await say(at, '/hapusdata', who)
  await at.app.drain()
  expect((await items()).find(({ id }) => id === asked?.id)).toMatchObject({
    text: '–',
    doneAt: expect.any(Number),
  })
})

describe('the item of a call', () => {
  test('opened from the desk it is the chat; ended with words, they are the last before the bot is back', async () => {
    const { who, number } = await called()
    const item = (await items()).find((one) => one.number === number)
    await at.say('/meja')
    await at.press('Meja', /Minta admin/)
    expect(plain(at.card(`${who.name} · ${number}`)?.text ?? '')).toContain('👤: panggil admin dong kak')
    const told = await newly(who, async () => {
      await at.browser.post(at.path(`/items/${item?.id}/done`), { text: 'Sudah beres ya' })
      await at.app.drain()
    })
    expect(told).toEqual(['💬 Admin: Sudah beres ya', expect.stringContaining('Aku kembali')])
    expect([(await chatOf(who))?.handoff, (await items()).find(({ id }) => id === item?.id)?.answer]).toEqual(
      [undefined, 'Sudah beres ya'],
    )
  })
})

describe('killed in between', () => {
  for (const [noun, method, when] of [
    ['items', 'create', 'before'],
    ['items', 'create', 'after'],
    ['shops', 'change', 'after'],
    ['chats', 'answer', 'before'],
    ['chats', 'answer', 'after'],
  ] as const)
    test(`${when} ${noun}.${method}: one item, one handoff, one promise`, async () => {
      const who = at.customer()
      await say(at, 'halo', who)
      const before = (await items()).length
      const told = await newly(who, async () => {
        await dieOnce(noun, method, when, () => say(at, 'panggil admin dong kak', who))
        for (let i = 0; i < 4; i++) await at.later(31 * SECOND)
      })
      const made = (await items()).slice(0, (await items()).length - before)
      expect(made).toHaveLength(1)
      expect(told.filter((text) => text.includes(made[0]?.number ?? '–'))).toHaveLength(1)
      expect((await chatOf(who))?.handoff?.item).toBe(made[0]?.id as string)
      at.faults()
    })

  for (const [noun, method, when] of [
    ['chats', 'change', 'before'],
    ['chats', 'change', 'after'],
    ['chats', 'answer', 'before'],
    ['chats', 'answer', 'after'],
    ['messages', 'append', 'after'],
    ['items', 'change', 'before'],
  ] as const)
    test(`the seller's words, ${when} ${noun}.${method}: one message`, async () => {
      const { who, number } = await called()
      await at.press(number, /Balas/)
      const told = await newly(who, async () => {
        await dieOnce(noun, method, when, () => at.say('Halo, ada apa?'))
        for (let i = 0; i < 6; i++) await at.later(31 * SECOND)
      })
      expect(told).toEqual(['💬 Admin: Halo, ada apa?'])
      at.faults()
    })
})

type Noun = 'items' | 'shops' | 'chats' | 'messages'

/** The next call dies, before or after it has done its work; what comes afterwards is another process. */
const dieOnce = async (
  noun: Noun,
  method: string,
  ...[when, work]: ['before' | 'after', () => Promise<unknown>]
) => {
  const table = at.app.store[noun] as unknown as Record<string, (...given: never[]) => Promise<unknown>>
  const real = table[method] as (...given: never[]) => Promise<unknown>
  table[method] = async (...given) => {
    table[method] = real
    if (when === 'after') await real(...given)
    throw new Error('killed')
  }
  await work()
  table[method] = real
}

test('the same update twice is one call; who deletes their data leaves no words', async () => {
  const who = at.customer()
  const body = at.telegram.message(who, { text: 'panggil admin dong kak' })
  const before = (await items()).length
  await Promise.all([update(at, body), update(at, body)])
  await at.app.drain()
  await update(at, body)
  await at.app.drain()
  expect((await items()).length).toBe(before + 1)
  await say(at, '/hapusdata', who)
  expect((await items())[0]).toMatchObject({ text: '–', number: expect.stringMatching(/^T-/) })
})
