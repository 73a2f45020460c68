// What Telegram answers becomes data; a token gets into nothing that is kept; the bot speaks no faster than it may.
import { afterEach, beforeEach, describe, expect, test } from 'bun:test'
import { inspect } from 'node:util'
import { makeTelegram, type TelegramFault } from '../../src/telegram/api.ts'
import { makePace, noPace } from '../../src/telegram/pace.ts'
import { askToken, deleteWebhook, setMenu, setWebhook } from '../../src/telegram/token.ts'
import { pollUpdates } from '../../src/telegram/updates.ts'
import { type FakeBotApi, startFakeBotApi, TOKEN } from '../support/fake-bot-api.ts'
import { fakeClock } from '../support/fake-clock.ts'

let api: FakeBotApi
const clock = fakeClock()
beforeEach(() => {
  api = startFakeBotApi()
})
afterEach(() => api.stop())

const telegram = (token = TOKEN, apiRoot = api.url) =>
  makeTelegram({ token, apiRoot, fetch, clock, wait: async () => undefined, pace: noPace })
const say = (more: Record<string, unknown> = {}) =>
  telegram().call('sendMessage', { chat_id: '5', text: 'hi', ...more }, { chat: '5', timeoutMs: 300 })

describe('answers', () => {
  const faults: [
    fault: Parameters<FakeBotApi['fault']>[0],
    description: string | undefined,
    kind: TelegramFault['kind'],
  ][] = [
    ['429', undefined, 'later'],
    ['500', undefined, 'later'],
    ['html', undefined, 'later'],
    ['cut', undefined, 'later'],
    ['hang', undefined, 'later'],
    ['401', undefined, 'unauthorized'],
    ['409', undefined, 'conflict'],
    ['403', 'Forbidden: bot was blocked by the user', 'blocked'],
    ['403', 'Forbidden: user is deactivated', 'blocked'],
    ['400', 'Bad Request: chat not found', 'blocked'],
    ['400', 'Bad Request: message is not modified: specified new message content is the same', 'same'],
    ['400', 'Bad Request: message to edit not found', 'gone'],
    ['400', "Bad Request: message can't be deleted for everyone", 'gone'],
    ['400', 'Bad Request: message to delete not found', 'gone'],
    ['400', "Bad Request: can't parse entities: Unsupported start tag", 'refused'],
    ['400', 'Bad Request: BUTTON_DATA_INVALID', 'refused'],
  ]
  for (const [kind, description, wanted] of faults)
    test(`${kind} ${description ?? ''} is ${wanted}`, async () => {
      api.fault(kind, 1, description ? { description } : {})
      const answer = await say()
      expect(answer).toMatchObject({ ok: false, kind: wanted })
      expect(inspect(answer)).not.toContain(TOKEN.split(':')[1] as string)
      expect(await say()).toMatchObject({ ok: true, result: { text: 'hi' } })
    })

  test('429 says how long', async () => {
    api.fault('429', 1, { retryAfter: 9 })
    expect(await say()).toMatchObject({ kind: 'later', ms: 9000 })
  })

  test('an address where nobody is, is waited out, and named nowhere', async () => {
    const answer = await telegram(TOKEN, 'http://127.0.0.1:1').call('getMe')
    expect(answer).toMatchObject({ ok: false, kind: 'later' })
    expect(inspect(answer)).not.toContain('127.0.0.1')
    expect(inspect(answer)).not.toContain(TOKEN.slice(5))
  })

  test('pictures go as multipart, with everything else beside them', async () => {
    const params = {
      chat_id: '5',
      caption: 'x',
      reply_markup: { inline_keyboard: [[{ text: 'a', callback_data: 'm' }]] },
    }
    const files = { photo: new Uint8Array(777) }
    expect(await telegram().call('sendPhoto', params, { chat: '5', files })).toMatchObject({ ok: true })
    expect(api.calls).toMatchObject([{ method: 'sendPhoto', params, files: { photo: 777 } }])
  })
})

describe('pace', () => {
  /** Every wait passes at once, on the clock. */
  const paced = () => {
    const own = fakeClock()
    const pace = makePace({ clock: own, wait: async (ms) => own.advance(ms) })
    return { own, pace }
  }

  const to = (chat: string) => ({ method: 'sendMessage', chat, message: true })

  test('at most thirty calls in any second, however many ask', async () => {
    const { own, pace } = paced()
    const at: number[] = []
    for (let i = 0; i < 200; i++) {
      expect(await pace.turn(to(`c${i}`))).toBe(0)
      at.push(own.now())
    }
    const most = Math.max(...at.map((from) => at.filter((t) => t >= from && t < from + 1000).length))
    expect(most).toBeLessThanOrEqual(30)
    expect((at.at(-1) as number) - (at[0] as number)).toBeLessThan(9000)
  })

  test('five at once to one chat, then one a second', async () => {
    const { own, pace } = paced()
    const start = own.now()
    for (let i = 0; i < 5; i++) await pace.turn(to('5'))
    expect(own.now() - start).toBeLessThan(300)
    for (let i = 0; i < 5; i++) await pace.turn(to('5'))
    expect(own.now() - start).toBeGreaterThanOrEqual(5000)
  })

  test('what a chat was told to wait for is waited for without asking; other chats go on', async () => {
    const { own, pace } = paced()
    pace.rest(to('5'), 7000)
    expect(await pace.turn(to('5'))).toBe(7000)
    expect(await pace.turn(to('6'))).toBe(0)
    own.advance(7000)
    expect(await pace.turn(to('5'))).toBe(0)
  })

  test('a method that names no chat rests alone: a menu that may not be set stops no message', async () => {
    const { own, pace } = paced()
    pace.rest({ method: 'setMyCommands' }, 3_000_000)
    expect(await pace.turn({ method: 'setMyCommands' })).toBe(3_000_000)
    expect(await pace.turn({ method: 'getUpdates' })).toBe(0)
    expect(await pace.turn(to('6'))).toBe(0)
    own.advance(3_000_000)
    expect(await pace.turn({ method: 'setMyCommands' })).toBe(0)
  })

  test('a client that was told to wait does not ask before', async () => {
    const own = fakeClock()
    const client = makeTelegram({
      token: TOKEN,
      apiRoot: api.url,
      fetch,
      clock: own,
      wait: async (ms) => own.advance(ms),
    })
    const post = () => client.call('sendMessage', { chat_id: '5', text: 'hi' }, { chat: '5' })
    api.fault('429', 1, { retryAfter: 4 })
    expect(await post()).toMatchObject({ kind: 'later', ms: 4000 })
    expect(await post()).toMatchObject({ kind: 'later', ms: 4000 })
    expect(api.callsOf('sendMessage')).toHaveLength(1)
    own.advance(4000)
    expect(await post()).toMatchObject({ ok: true })
  })
})

describe('tokens', () => {
  test('whose it is, and where its updates go', async () => {
    expect(await askToken(telegram())).toEqual({
      ok: true,
      id: 4242,
      username: 'toko_bot',
      name: 'toko_bot',
      webhook: '',
    })
    await setWebhook(telegram(), { url: 'https://lapak.example/hooks/telegram/4242', secret: 's3cret' })
    expect(await askToken(telegram())).toMatchObject({ webhook: 'https://lapak.example/hooks/telegram/4242' })
    expect(api.bot().secret).toBe('s3cret')
    expect(api.callsOf('setWebhook')[0]?.params['allowed_updates']).toEqual(['message', 'callback_query'])
    expect(await deleteWebhook(telegram())).toBe(true)
    expect(api.bot().webhook).toBe('')
    expect(api.callsOf('deleteWebhook')[0]?.params['drop_pending_updates']).toBe(false)
  })

  test('an unknown one, and a Telegram that is away', async () => {
    expect(await askToken(telegram('1:AAAAAAAAAAAAAAAAAAAAAAAA'))).toMatchObject({
      ok: false,
      reason: 'unauthorized',
    })
    api.fault('500', 1)
    expect(await askToken(telegram())).toMatchObject({ ok: false, reason: 'unreachable' })
    api.fault('500', 1, { method: 'getWebhookInfo' })
    expect(await askToken(telegram())).toMatchObject({ ok: false, reason: 'unreachable' })
    api.fault('400', 1, { method: 'setWebhook' })
    expect(await setWebhook(telegram(), { url: 'x', secret: 'y' })).toBe(false)
  })

  test('the menu in the own language for all, in the other for who uses it', async () => {
    const menus = {
      id: [{ command: 'produk', description: 'Daftar' }],
      en: [{ command: 'products', description: 'List' }],
    }
    await setMenu(telegram(), menus, 'id')
    expect(
      api.callsOf('setMyCommands').map(({ params }) => [params['language_code'], params['commands']]),
    ).toEqual([
      [undefined, menus.id],
      ['en', menus.en],
    ])
  })
})

describe('updates', () => {
  const poll = (offset: number, signal = new AbortController().signal) =>
    pollUpdates(telegram(), offset, signal)

  test('come as soon as they are there, and until a later offset is asked for', async () => {
    const coming = poll(0)
    const update = api.say({ id: 5 }, 'halo')
    expect(await coming).toMatchObject({ ok: true, updates: [{ message: { text: 'halo' } }] })
    expect(await poll(0)).toMatchObject({ ok: true, updates: [{ update_id: update.update_id }] })
    const next = new AbortController()
    const held = poll(update.update_id + 1, next.signal)
    await Bun.sleep(20)
    next.abort()
    expect(await held).toMatchObject({ ok: false, reason: 'unreachable' })
  })

  test('are refused for a reason', async () => {
    api.bot().webhook = 'https://elsewhere.example'
    expect(await poll(0)).toMatchObject({ ok: false, reason: 'conflict' })
    api.bot().webhook = ''
    api.fault('401', 1, { method: 'getUpdates' })
    expect(await poll(0)).toMatchObject({ ok: false, reason: 'unauthorized' })
    api.fault('500', 1, { method: 'getUpdates' })
    expect(await poll(0)).toMatchObject({ ok: false, reason: 'unreachable' })
  })
})

test('the fake knows no other method and no other token', async () => {
  expect(await (await fetch(`${api.url}/bot${TOKEN}/sendRocket`)).json()).toMatchObject({ error_code: 404 })
  expect(await (await fetch(`${api.url}/bot1:x/getMe`)).json()).toMatchObject({ error_code: 401 })
  const form = new FormData()
  form.set('chat_id', '5')
  form.set('text', 'by form')
  await fetch(`${api.url}/bot${TOKEN}/sendMessage`, { method: 'POST', body: form })
  await fetch(`${api.url}/bot${TOKEN}/sendMessage?chat_id=5&text=by+query`)
  expect(api.texts(5)).toEqual(['by form', 'by query'])
  const [one, two] = api.screen(5)
  expect(two?.id).toBe((one?.id ?? 0) + 1)
})

test('the fake runs as a process of its own', async () => {
  const child = Bun.spawn([process.execPath, `${import.meta.dir}/../support/fake-bot-api.ts`], {
    stdout: 'pipe',
  })
  try {
    const reader = child.stdout.getReader()
    const { value } = await reader.read()
    const { url } = JSON.parse(new TextDecoder().decode(value)) as { url: string }
    const post = (path: string, body: object) =>
      fetch(`${url}${path}`, { method: 'POST', body: JSON.stringify(body) })
    await post('/_say', { chat: 5, text: '/start' })
    const updates = (await (await fetch(`${url}/bot${TOKEN}/getUpdates`)).json()) as { result: unknown[] }
    expect(updates.result).toHaveLength(1)
    await post('/_fault', { kind: '403', count: 1 })
    const refused = await fetch(`${url}/bot${TOKEN}/sendMessage?chat_id=5&text=x`)
    expect(refused.status).toBe(403)
    const { calls } = (await (await fetch(`${url}/_calls`)).json()) as { calls: { method: string }[] }
    expect(calls.map(({ method }) => method)).toEqual(['getUpdates', 'sendMessage'])
  } finally {
    child.kill()
  }
})
