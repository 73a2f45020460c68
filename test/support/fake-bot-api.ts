// Telegram's Bot API on loopback, for tests of every level and as a process of its own:
//   bun test/support/fake-bot-api.ts [--port 0] [--token 4242:… --username toko_bot]
// It prints {"url": …} as one line. Customers speak through `say` and `press` (POST /_say); GET /_calls tells what was asked of it,
// POST /_fault arms faults. Like the real one it forgets an update once a later offset is asked for.
import type { Update } from 'grammy/types'

export type BotCall = {
  token: string
  method: string
  params: Record<string, unknown>
  /** Sizes of uploaded files by their field. */
  files: Record<string, number>
}

/** What meets the next `left` calls of a method (`*`: any but getUpdates). `hang` never answers; `cut` breaks the connection. */
export type BotFault = {
  kind: '429' | '403' | '400' | '401' | '409' | '500' | 'html' | 'hang' | 'cut'
  method?: string
  /** Only calls for this chat. */
  chat?: number
  /** 429: seconds. */
  retryAfter?: number
  description?: string
  /** Whether the call does its work although the answer is bad. */
  taken?: boolean
}

/** One message as the chat's screen shows it now. */
export type Shown = {
  chat: number
  id: number
  from: 'bot' | 'customer'
  text: string
  photo?: number
  buttons: { text: string; callback_data?: string; url?: string }[][]
  silent?: boolean
  edits: number
  deleted?: boolean
}

type Known = { id: number; username: string; first_name: string; webhook: string; secret: string }
type State = {
  bots: Map<string, Known>
  calls: BotCall[]
  faults: (BotFault & { left: number })[]
  shown: Shown[]
  queues: Map<string, Update[]>
  /** Who asks for updates now, by token: a process that was killed may still stand among them. */
  waiting: Map<string, Set<() => void>>
  nextMessage: number
  nextUpdate: number
}

const json = (body: unknown, status = 200) => Response.json(body, { status })
const done = (result: unknown) => json({ ok: true, result })
const failed = (error_code: number, description: string, parameters?: object) =>
  json({ ok: false, error_code, description, ...(parameters ? { parameters } : {}) }, error_code)

const paramsOf = async (request: Request): Promise<Pick<BotCall, 'params' | 'files'>> => {
  const query = Object.fromEntries(new URL(request.url).searchParams)
  const type = request.headers.get('content-type') ?? ''
  if (type.startsWith('application/json'))
    return { params: { ...query, ...((await request.json()) as object) }, files: {} }
  if (!/form/.test(type)) return { params: query, files: {} }
  const params: Record<string, unknown> = query
  const files: Record<string, number> = {}
  for (const [name, value] of await request.formData()) {
    if (typeof value === 'string') params[name] = unpacked(value)
    else files[name] = value.size
  }
  return { params, files }
}

/** Forms carry nested values as JSON. */
const unpacked = (value: string): unknown => {
  if (!/^[[{]/.test(value)) return value
  try {
    return JSON.parse(value)
  } catch {
    return value
  }
}

type Doing = { state: State; call: BotCall; bot: Known }
type Markup = { inline_keyboard?: Shown['buttons'] }

const buttonsOf = (params: BotCall['params']): Shown['buttons'] =>
  (params['reply_markup'] as Markup | undefined)?.inline_keyboard ?? []

const messageOf = ({ bot }: Pick<Doing, 'bot'>, { chat, id, text, photo, buttons }: Shown) => ({
  message_id: id,
  date: 1,
  chat: { id: chat, type: chat < 0 ? 'group' : 'private' },
  from: { id: bot.id, is_bot: true, first_name: bot.first_name, username: bot.username },
  ...(photo === undefined
    ? { text }
    : { caption: text, photo: [{ file_id: 'f', file_unique_id: 'u', width: 1, height: 1 }] }),
  ...(buttons.length > 0 ? { reply_markup: { inline_keyboard: buttons } } : {}),
})

/** Characters that count for Telegram's limits: those that are seen. */
const visible = (html: string) => html.replace(/<[^>]*>/g, '').replace(/&\w+;/g, 'x')

const post = (doing: Doing, photo?: number): Response => {
  const { state, call } = doing
  const { chat_id, text, caption, disable_notification } = call.params
  const words = String((photo === undefined ? text : caption) ?? '')
  if (photo === undefined && !words) return failed(400, 'Bad Request: message text is empty')
  if (visible(words).length > (photo === undefined ? 4096 : 1024))
    return failed(400, `Bad Request: ${photo === undefined ? 'message' : 'message caption'} is too long`)
  const shown: Shown = {
    chat: Number(chat_id),
    id: state.nextMessage++,
    from: 'bot',
    text: words,
    ...(photo === undefined ? {} : { photo }),
    buttons: buttonsOf(call.params),
    ...(disable_notification ? { silent: true } : {}),
    edits: 0,
  }
  state.shown.push(shown)
  return done(messageOf(doing, shown))
}

/** A file by the id under which this bot was sent it. */
const knownFile = (doing: Doing, field: 'photo' | 'document'): Response | null => {
  const id = doing.call.params[field]
  if (typeof id !== 'string') return null
  return id.startsWith('file-')
    ? post(doing, 1)
    : failed(400, 'Bad Request: wrong file identifier/HTTP URL specified')
}

const found = ({ state, call }: Doing): Shown | undefined =>
  state.shown.find(
    (shown) =>
      shown.chat === Number(call.params['chat_id']) &&
      shown.id === Number(call.params['message_id']) &&
      !shown.deleted,
  )

const edit = (doing: Doing, kind: 'text' | 'caption' | 'media'): Response => {
  const shown = found(doing)
  if (!shown) return failed(400, 'Bad Request: message to edit not found')
  const { call } = doing
  if (kind === 'text' && shown.photo !== undefined)
    return failed(400, 'Bad Request: there is no text in the message to edit')
  const media = call.params['media'] as { caption?: string; media?: string } | undefined
  const text = String((kind === 'media' ? media?.caption : call.params[kind]) ?? '')
  const buttons = buttonsOf(call.params)
  const photo = kind === 'media' ? call.files[media?.media?.replace('attach://', '') ?? ''] : shown.photo
  if (kind === 'media' && photo === undefined) return failed(400, 'Bad Request: wrong file identifier')
  if (text === shown.text && photo === shown.photo && Bun.deepEquals(buttons, shown.buttons))
    return failed(400, 'Bad Request: message is not modified')
  Object.assign(shown, { text, buttons, edits: shown.edits + 1 }, photo === undefined ? {} : { photo })
  return done(messageOf(doing, shown))
}

const remove = (doing: Doing): Response => {
  const shown = found(doing)
  if (!shown) return failed(400, 'Bad Request: message to delete not found')
  shown.deleted = true
  return done(true)
}

const setWebhook = ({ call, bot }: Doing): Response => {
  bot.webhook = String(call.params['url'] ?? '')
  bot.secret = String(call.params['secret_token'] ?? '')
  return done(true)
}

const methods: Record<string, (doing: Doing) => Response | Promise<Response>> = {
  getMe: ({ bot: { id, username, first_name } }) => done({ id, is_bot: true, first_name, username }),
  getWebhookInfo: ({ state, bot, call }) =>
    done({ url: bot.webhook, pending_update_count: state.queues.get(call.token)?.length ?? 0 }),
  setWebhook,
  deleteWebhook: (doing) => {
    doing.bot.webhook = ''
    return done(true)
  },
  setMyCommands: () => done(true),
  sendChatAction: () => done(true),
  answerCallbackQuery: () => done(true),
  sendMessage: (doing) => post(doing),
  sendPhoto: (doing) => {
    const size = doing.call.files['photo']
    if (size) return post(doing, size)
    return knownFile(doing, 'photo') ?? failed(400, 'Bad Request: there is no photo in the request')
  },
  sendDocument: (doing) =>
    knownFile(doing, 'document') ?? failed(400, 'Bad Request: there is no document in the request'),
  editMessageText: (doing) => edit(doing, 'text'),
  editMessageCaption: (doing) => edit(doing, 'caption'),
  editMessageMedia: (doing) => edit(doing, 'media'),
  deleteMessage: remove,
  getUpdates: (doing) => poll(doing),
}

const poll = async ({ state, call, bot }: Doing): Promise<Response> => {
  if (bot.webhook) return failed(409, "Conflict: can't use getUpdates method while webhook is active")
  const offset = Number(call.params['offset'] ?? 0)
  const queue = state.queues.get(call.token) ?? []
  const left = queue.filter((update) => update.update_id >= offset)
  state.queues.set(call.token, left)
  if (left.length === 0) await until(state, call.token, Number(call.params['timeout'] ?? 0) * 1000)
  return done(
    (state.queues.get(call.token) ?? []).filter((update) => update.update_id >= offset).slice(0, 100),
  )
}

const until = (state: State, token: string, ms: number): Promise<void> =>
  new Promise((resolve) => {
    if (ms <= 0) return resolve()
    const all = state.waiting.get(token) ?? new Set()
    state.waiting.set(token, all)
    const end = () => {
      clearTimeout(timer)
      all.delete(end)
      resolve()
    }
    const timer = setTimeout(end, ms)
    all.add(end)
  })

const FAULTS: Record<Exclude<BotFault['kind'], 'hang' | 'cut'>, (fault: BotFault) => Response> = {
  '429': ({ retryAfter = 1 }) =>
    failed(429, `Too Many Requests: retry after ${retryAfter}`, { retry_after: retryAfter }),
  '403': ({ description }) => failed(403, description ?? 'Forbidden: bot was blocked by the user'),
  '400': ({ description }) => failed(400, description ?? "Bad Request: can't parse entities"),
  '401': () => failed(401, 'Unauthorized'),
  '409': () => failed(409, 'Conflict: terminated by other getUpdates request'),
  '500': () => failed(500, 'Internal Server Error'),
  html: () => new Response('<html>502 Bad Gateway</html>', { status: 502 }),
}

const broken = () =>
  new Response(
    new ReadableStream({
      start(controller) {
        controller.enqueue(new TextEncoder().encode('{"ok"'))
        controller.error()
      },
    }),
  )

const nextFault = ({ faults }: State, { method, params }: BotCall): BotFault | undefined => {
  const armed = faults.find(
    (fault) =>
      fault.left > 0 &&
      (fault.method === method || ((fault.method ?? '*') === '*' && method !== 'getUpdates')) &&
      (fault.chat === undefined || fault.chat === Number(params['chat_id'])),
  )
  if (armed) armed.left -= 1
  return armed
}

const api = async (state: State, path: string, request: Request): Promise<Response> => {
  const [, token = '', method = ''] = /^\/bot([^/]+)\/(\w+)$/.exec(path) ?? []
  const bot = state.bots.get(token)
  if (!bot) return failed(401, 'Unauthorized')
  const call: BotCall = { token, method, ...(await paramsOf(request)) }
  state.calls.push(call)
  const run = methods[method]
  if (!run) return failed(404, 'Not Found: method not found')
  const fault = nextFault(state, call)
  if (!fault) return run({ state, call, bot })
  if (fault.taken) await run({ state, call, bot })
  if (fault.kind === 'hang') return new Promise(() => {})
  return fault.kind === 'cut' ? broken() : FAULTS[fault.kind](fault)
}

/** The customer behind a private chat, or a member of a group. */
export type Customer = { id: number; name?: string; username?: string; language?: string }

const person = ({ id, name = 'Ani', username, language = 'id' }: Customer) => ({
  id,
  is_bot: false,
  first_name: name,
  language_code: language,
  ...(username ? { username } : {}),
})

export type FakeBotApi = {
  /** For TELEGRAM_API_ROOT. */
  url: string
  calls: BotCall[]
  /** Makes a token known; the first one is there from the start. */
  addBot(token: string, bot: { id: number; username: string; webhook?: string }): void
  bot(token?: string): Known
  fault(kind: BotFault['kind'], count?: number, how?: Omit<BotFault, 'kind'>): void
  /** What the chat shows now, oldest first. */
  screen(chat: number): Shown[]
  /** Texts of the bot in a chat. */
  texts(chat: number): string[]
  callsOf(method: string): BotCall[]
  /** Makes an update without sending it: `message` fields for a private chat with this customer. */
  message(from: Customer, fields: Record<string, unknown>): Update
  pressed(from: Customer, label: RegExp): Update
  /** Puts an update into the queue of getUpdates. */
  push(update: Update, token?: string): void
  say(from: Customer, text: string): Update
  press(from: Customer, label: RegExp): Update
  stop(): Promise<void>
}

const entitiesOf = (text: string) => {
  const command = /^\/\w+(?:@\w+)?/.exec(text)?.[0]
  return command ? { entities: [{ type: 'bot_command' as const, offset: 0, length: command.length }] } : {}
}

const speech = (state: State) => {
  const message: FakeBotApi['message'] = (from, fields) => {
    const id = state.nextMessage++
    const text = String(fields['text'] ?? fields['caption'] ?? '')
    state.shown.push({ chat: from.id, id, from: 'customer', text, buttons: [], edits: 0 })
    const chat = { id: from.id, type: 'private' as const, first_name: from.name ?? 'Ani' }
    const sent = { message_id: id, date: 1, chat, from: person(from), ...entitiesOf(text), ...fields }
    return { update_id: state.nextUpdate++, message: sent } as Update
  }
  const pressed: FakeBotApi['pressed'] = (from, label) => {
    const screen = state.shown.filter((shown) => shown.chat === from.id && !shown.deleted)
    const shown = screen.findLast(({ buttons }) => buttons.flat().some(({ text }) => label.test(text)))
    const button = shown?.buttons.flat().find(({ text }) => label.test(text))
    if (!shown || !button) throw new Error(`no button ${label} on ${JSON.stringify(screen.slice(-3))}`)
    const [bot] = state.bots.values()
    return {
      update_id: state.nextUpdate++,
      callback_query: {
        id: String(state.nextUpdate),
        from: person(from),
        chat_instance: '1',
        data: button.callback_data,
        message: messageOf({ bot: bot as Known }, shown),
      },
    } as Update
  }
  return { message, pressed }
}

type Said = { chat: number; name?: string; text?: string; press?: string; message?: Record<string, unknown> }

const control = async (fake: FakeBotApi, path: string, request: Request): Promise<Response> => {
  if (path === '/_calls') return json({ calls: fake.calls })
  if (path === '/_screen')
    return json({ screen: fake.screen(Number(new URL(request.url).searchParams.get('chat'))) })
  if (path === '/_fault') {
    const { kind, count, ...how } = (await request.json()) as BotFault & { count?: number }
    fake.fault(kind, count, how)
    return json({ ok: true })
  }
  const said = (await request.json()) as Said
  const from = { id: said.chat, ...(said.name ? { name: said.name } : {}) }
  if (said.press) return json(fake.press(from, new RegExp(said.press)))
  if (!said.message) return json(fake.say(from, said.text ?? ''))
  const update = fake.message(from, said.message)
  fake.push(update)
  return json(update)
}

export const TOKEN = '4242:AAAA-a-token-of-a-fake-bot-0123456789'

export type FakeBotApiOptions = { port?: number; token?: string; username?: string }

/** Starts a Bot API server on 127.0.0.1. */
export const startFakeBotApi = (options: FakeBotApiOptions = {}): FakeBotApi => {
  const { port = 0, token: first = TOKEN, username = 'toko_bot' } = options
  const state: State = {
    bots: new Map(),
    calls: [],
    faults: [],
    shown: [],
    queues: new Map(),
    waiting: new Map(),
    nextMessage: 100,
    nextUpdate: 700_000,
  }
  const server = Bun.serve({
    hostname: '127.0.0.1',
    port,
    idleTimeout: 120,
    error: () => new Response('', { status: 500 }),
    fetch: (request) => {
      const { pathname } = new URL(request.url)
      return pathname.startsWith('/_') ? control(fake, pathname, request) : api(state, pathname, request)
    },
  })
  const push: FakeBotApi['push'] = (update, token = first) => {
    state.queues.set(token, [...(state.queues.get(token) ?? []), update])
    for (const end of [...(state.waiting.get(token) ?? [])]) end()
  }
  const pushed = (update: Update) => {
    push(update)
    return update
  }
  const { message, pressed } = speech(state)
  const fake: FakeBotApi = {
    url: `http://127.0.0.1:${server.port}`,
    calls: state.calls,
    addBot: (token, { id, username: name, webhook = '' }) =>
      void state.bots.set(token, { id, username: name, first_name: name, webhook, secret: '' }),
    bot: (token = first) => state.bots.get(token) as Known,
    fault: (kind, count = 1, how = {}) => void state.faults.push({ ...how, kind, left: count }),
    screen: (chat) => state.shown.filter((shown) => shown.chat === chat),
    texts: (chat) =>
      state.shown
        .filter(({ from, ...shown }) => from === 'bot' && shown.chat === chat)
        .map(({ text }) => text),
    callsOf: (method) => state.calls.filter((call) => call.method === method),
    message,
    pressed,
    push,
    say: (from, text) => pushed(message(from, { text })),
    press: (from, label) => pushed(pressed(from, label)),
    stop: () => server.stop(true),
  }
  fake.addBot(first, { id: Number(first.split(':')[0]), username })
  return fake
}

const argument = (name: string): string | undefined => {
  const at = process.argv.indexOf(`--${name}`)
  return at < 0 ? undefined : process.argv[at + 1]
}

if (import.meta.main) {
  const token = argument('token')
  const username = argument('username')
  const fake = startFakeBotApi({
    port: Number(argument('port') ?? 0),
    ...(token ? { token } : {}),
    ...(username ? { username } : {}),
  })
  console.log(JSON.stringify({ url: fake.url }))
}
