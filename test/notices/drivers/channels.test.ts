// Both ways to reach a customer keep the same contract: what was sent can be changed and removed, and faults are outcomes.
import { afterEach, beforeEach, describe, expect, test } from 'bun:test'
import type { Outgoing } from '../../../src/model/say.ts'
import type { Channel } from '../../../src/notices/channel.ts'
import { previewChannel } from '../../../src/notices/drivers/preview.ts'
import { telegramChannel } from '../../../src/notices/drivers/telegram.ts'
import { openStore } from '../../../src/store/open.ts'
import type { Store } from '../../../src/store/store.ts'
import { makeTelegram } from '../../../src/telegram/api.ts'
import { noPace } from '../../../src/telegram/pace.ts'
import { type FakeBotApi, startFakeBotApi, TOKEN } from '../../support/fake-bot-api.ts'
import { fakeClock } from '../../support/fake-clock.ts'

const CHAT = '4242:501'
const PICTURE = new Uint8Array([137, 80, 78, 71, 1, 2, 3])
const clock = fakeClock()
let store: Store
let api: FakeBotApi
let told: string[]
let channels: Record<'telegram' | 'preview', Channel>

beforeEach(async () => {
  store = await openStore({ url: 'sqlite::memory:', clock })
  api = startFakeBotApi()
  told = []
  const telegram = makeTelegram({
    token: TOKEN,
    apiRoot: api.url,
    fetch,
    clock,
    wait: async () => undefined,
    pace: noPace,
  })
  channels = {
    telegram: telegramChannel({ telegram, store, clock, shop: 's_1' }),
    preview: previewChannel({ store, clock, shop: 's_1', changed: (shop) => void told.push(shop) }),
  }
})
afterEach(async () => {
  await store.close()
  await api.stop()
})

const lines = () => store.messages.list('s_1', CHAT, { limit: 50 })
const message: Outgoing = {
  html: '<b>Halo</b> &amp; &lt;kak&gt;',
  buttons: [[{ label: 'Bayar', payload: 'p:o_1' }], [{ label: 'Situs', url: 'https://toko.example' }]],
}
const sent = async (channel: Channel, what: Outgoing = message): Promise<number> => {
  const outcome = await channel.send(CHAT, what)
  if (outcome.kind !== 'sent') throw new Error(outcome.kind)
  return outcome.messageId
}

for (const name of ['telegram', 'preview'] as const)
  describe(name, () => {
    test('a message is sent, changed and removed; what is gone is said to be gone', async () => {
      const channel = channels[name]
      const id = await sent(channel)
      expect(await channel.edit(CHAT, id, { html: 'baru' })).toEqual({ kind: 'sent', messageId: id })
      expect(await channel.remove(CHAT, id)).toEqual({ kind: 'sent', messageId: id })
      expect(await channel.edit(CHAT, 987_654, { html: 'x' })).toEqual({ kind: 'gone' })
      expect(await channel.remove(CHAT, 987_654)).toEqual({ kind: 'gone' })
    })

    test('a picture keeps its words and buttons, is replaced, and its words alone are changed', async () => {
      const channel = channels[name]
      const id = await sent(channel, { ...message, picture: PICTURE })
      const paid = { html: 'LUNAS', picture: new Uint8Array([...PICTURE, 9]) }
      expect(await channel.edit(CHAT, id, paid)).toEqual({ kind: 'sent', messageId: id })
      expect(await channel.edit(CHAT, id, { html: 'Selesai' })).toEqual({ kind: 'sent', messageId: id })
    })

    test('the transcript has what was said', async () => {
      await sent(channels[name])
      expect(await lines()).toMatchObject([{ from: 'bot', shop: 's_1', at: clock.now() }])
    })
  })

describe('Telegram', () => {
  test('gets HTML without link previews, payloads and only addresses that it would take', async () => {
    await sent(channels.telegram, {
      html: message.html,
      silent: true,
      buttons: [
        [...(message.buttons?.flat() ?? []), { label: 'Bayar (latihan)', url: 'practice/pay/o_1-1' }],
      ],
    })
    expect(api.calls[0]?.params).toEqual({
      chat_id: '501',
      text: message.html,
      parse_mode: 'HTML',
      disable_notification: true,
      link_preview_options: { is_disabled: true },
      reply_markup: {
        inline_keyboard: [
          [
            { text: 'Bayar', callback_data: 'p:o_1' },
            { text: 'Situs', url: 'https://toko.example' },
          ],
        ],
      },
    })
  })

  test('an edit without buttons takes the buttons away', async () => {
    const id = await sent(channels.telegram)
    await channels.telegram.edit(CHAT, id, { html: 'x' })
    expect(api.screen(501)).toMatchObject([{ text: 'x', buttons: [], edits: 1 }])
  })

  test('the same again is the same', async () => {
    const id = await sent(channels.telegram)
    expect(await channels.telegram.edit(CHAT, id, message)).toEqual({ kind: 'same' })
  })

  test('words that are too long for a picture are cut, never refused', async () => {
    const html = `<b>${'panjang '.repeat(200)}</b>`
    await sent(channels.telegram, { html, picture: PICTURE })
    const [shown] = api.screen(501)
    expect(shown?.text.length).toBeLessThanOrEqual(1024)
    expect(shown?.text).not.toContain('<')
    expect(shown?.photo).toBe(PICTURE.length)
  })

  test('words at the limit stay as they are, counted as they are seen', async () => {
    const html = `<b>${'&amp;'.repeat(1000)}</b>`
    await sent(channels.telegram, { html, picture: PICTURE })
    expect(api.screen(501)[0]?.text).toBe(html)
  })

  test('faults are outcomes and leave no line', async () => {
    const { telegram } = channels
    api.fault('403')
    expect(await telegram.send(CHAT, message)).toEqual({ kind: 'blocked' })
    api.fault('500')
    expect(await telegram.send(CHAT, message)).toMatchObject({ kind: 'later' })
    api.fault('401')
    expect(await telegram.send(CHAT, message)).toMatchObject({ kind: 'later', ms: 60_000 })
    api.fault('400')
    expect(await telegram.send(CHAT, message)).toMatchObject({ kind: 'refused' })
    api.fault('500')
    await telegram.typing(CHAT)
    expect(await lines()).toEqual([])
  })

  test('a line in a group is no chat of a customer', async () => {
    await channels.telegram.send('4242:-100500', message)
    expect(await store.messages.list('s_1', '4242:-100500', { limit: 9 })).toEqual([])
  })

  test('the transcript is plain words, without pictures; an edit is a line of its own', async () => {
    const id = await sent(channels.telegram, { ...message, picture: PICTURE })
    await channels.telegram.edit(CHAT, id, { html: '<i>LUNAS</i>' })
    const all = await lines()
    expect(all.map(({ text }) => text)).toEqual(['Halo & <kak>', 'LUNAS'])
    expect(all.some((line) => line.picture)).toBe(false)
  })
})

test('what an answer is from is shown in the preview alone: no byte of it goes to Telegram or its transcript', async () => {
  const answer: Outgoing = {
    html: '<blockquote>Buka jam 9.</blockquote>',
    sources: ['Catatan rahasia penjual'],
  }
  const id = await sent(channels.telegram, answer)
  await channels.telegram.edit(CHAT, id, answer)
  expect(api.calls.length).toBeGreaterThan(1)
  expect(JSON.stringify(api.calls)).not.toContain('rahasia')
  expect(JSON.stringify(await lines())).not.toContain('rahasia')
  await sent(channels.preview, answer)
  expect((await lines()).at(-1)?.sources).toEqual(['Catatan rahasia penjual'])
})

describe('the preview', () => {
  test('is its transcript: HTML, buttons, picture; changes are told to the page', async () => {
    const id = await sent(channels.preview, { ...message, picture: PICTURE })
    expect(await lines()).toMatchObject([
      { id, text: message.html, buttons: message.buttons, picture: Buffer.from(PICTURE).toString('base64') },
    ])
    clock.advance(1000)
    await channels.preview.edit(CHAT, id, { html: 'baru' })
    expect(await lines()).toMatchObject([{ id, text: 'baru', buttons: [], editedAt: clock.now() }])
    await channels.preview.remove(CHAT, id)
    expect(await lines()).toMatchObject([{ id, text: '', deleted: true }])
    expect(told).toEqual(['s_1', 's_1'])
    expect(api.calls).toEqual([])
  })
})
