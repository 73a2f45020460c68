// A model server on loopback that speaks Chat Completions by a script, well and badly, and keeps every byte it was sent. As a process:
//   bun test/support/fake-model.ts [--script file.json] [--port 0] [--key k]     prints {"url": …}; GET /_requests tells what came in.
// A script: {"rules": [{"match": "text of the message", "steps": [reply, …]}], "otherwise": [reply, …], "failFrom": {"n": 3, "reply": reply}}

export type ModelCall = {
  name: string
  /** A string is sent as it is: broken JSON, megabytes. */
  args: unknown
}
/** A page with status 200, JSON that ends early, nothing, JSON of another shape, half an answer and then a dead line, no answer ever. */
export type ModelFault = 'html' | 'badJson' | 'empty' | 'wrongShape' | 'cut' | 'hang' | 'reset'
export type Reply = {
  calls?: ModelCall[]
  text?: string
  fault?: ModelFault
  /** With an error's body, unless `body` says otherwise. */
  status?: number
  /** Instead of a completion. */
  body?: unknown
  headers?: Record<string, string>
  slowMs?: number
  /** What it says to have used, true or not; null: says nothing. */
  usage?: unknown
}
export type ModelRequest = {
  path: string
  headers: Record<string, string>
  /** As it came. */
  raw: string
  body: Record<string, unknown>
  /** The customer's message in it, and how many answers of ours it holds already. */
  message: string
  step: number
}
type Match = string | RegExp | ((request: ModelRequest) => boolean)
type Rule = { match: Match; steps: Reply[] }
type ChatMessage = { role?: string; content?: unknown }

/** A function of ours named with these arguments; of a slot that is not said the strict schema wants null. */
export const calls = (name: string, args: unknown = {}): Reply => ({ calls: [{ name, args }] })
const SLOTS = [
  'mid',
  'mids',
  'platform',
  'kind',
  'prefer',
  'about',
  'quantity',
  'budget',
  'order_id',
  'field',
]
export const understood = (slots: Record<string, unknown>): Reply =>
  calls('understood', {
    ...Object.fromEntries(SLOTS.map((slot) => [slot, null])),
    confidence: 0.95,
    ...slots,
  })
export const says = (text: string): Reply => ({ text })
export const fault = (kind: ModelFault): Reply => ({ fault: kind })
/** A client that tries again waits as long as is said here. */
export const status = (code: number, retryAfterMs = 1): Reply => ({
  status: code,
  headers: { 'retry-after-ms': String(retryAfterMs) },
})
export const slow = (ms: number, reply: Reply): Reply => ({ ...reply, slowMs: ms })

const contentOf = ({ content }: ChatMessage): string =>
  typeof content === 'string' ? content : JSON.stringify(content ?? '')

/** Ours is JSON with the customer's words as `message`. */
const messageIn = (messages: ChatMessage[]): string => {
  const content = contentOf(messages.findLast(({ role }) => role === 'user') ?? {})
  try {
    const { message } = JSON.parse(content) as { message?: unknown }
    return typeof message === 'string' ? message : content
  } catch {
    return content
  }
}

const requestOf = async (request: Request): Promise<ModelRequest> => {
  const raw = await request.text()
  const body = raw ? (JSON.parse(raw) as Record<string, unknown>) : {}
  const messages = Array.isArray(body['messages']) ? (body['messages'] as ChatMessage[]) : []
  return {
    path: new URL(request.url).pathname,
    headers: Object.fromEntries(request.headers),
    raw,
    body,
    message: messageIn(messages),
    step: messages.filter(({ role }) => role === 'assistant').length,
  }
}

const fits = (match: Match, request: ModelRequest): boolean => {
  if (typeof match === 'function') return match(request)
  return typeof match === 'string' ? request.message.includes(match) : match.test(request.message)
}

const completion = ({ calls: named = [], text, usage }: Reply, { raw, step }: ModelRequest) => {
  const tokens = {
    prompt_tokens: Math.ceil(raw.length / 4),
    completion_tokens: 20,
    total_tokens: Math.ceil(raw.length / 4) + 20,
  }
  const tool_calls = named.map(({ name, args }, at) => ({
    id: `call_${step}_${at}`,
    type: 'function',
    function: { name, arguments: typeof args === 'string' ? args : JSON.stringify(args) },
  }))
  return {
    id: `chatcmpl-${step}`,
    object: 'chat.completion',
    created: 1,
    model: 'scripted',
    choices: [
      {
        index: 0,
        finish_reason: tool_calls.length > 0 ? 'tool_calls' : 'stop',
        message: {
          role: 'assistant',
          content: text ?? null,
          ...(tool_calls.length > 0 ? { tool_calls } : {}),
        },
      },
    ],
    ...(usage === null ? {} : { usage: usage ?? tokens }),
  }
}

/** The line breaks in the middle of a promised body. */
const broken = (text: string) =>
  new Response(
    new ReadableStream({
      start(controller) {
        if (text) controller.enqueue(new TextEncoder().encode(text))
        controller.error()
      },
    }),
    { headers: { 'content-type': 'application/json' } },
  )

const faulty = (kind: ModelFault, whole: string): Response | Promise<Response> => {
  const type = { 'content-type': 'application/json' }
  if (kind === 'hang') return new Promise(() => {})
  if (kind === 'html')
    return new Response('<!DOCTYPE html><title>Sign in</title>', { headers: { 'content-type': 'text/html' } })
  if (kind === 'badJson') return new Response(whole.slice(0, whole.length / 2), { headers: type })
  if (kind === 'empty') return new Response('', { headers: type })
  if (kind === 'wrongShape') return Response.json({ choices: 'none', message: { tool_calls: 7 } })
  return broken(kind === 'cut' ? whole.slice(0, whole.length / 2) : '')
}

const answer = async (reply: Reply, request: ModelRequest): Promise<Response> => {
  if (reply.slowMs) await Bun.sleep(reply.slowMs)
  if (reply.fault) return faulty(reply.fault, JSON.stringify(completion({ text: 'half' }, request)))
  const { status: code = 200, headers = {} } = reply
  if (reply.body !== undefined) return Response.json(reply.body, { status: code, headers })
  if (code !== 200)
    return Response.json(
      { error: { message: `scripted ${code}`, type: 'error', code } },
      { status: code, headers },
    )
  return Response.json(completion(reply, request), { headers })
}

export type FakeModel = {
  /** The base URL: `<url>/chat/completions` answers. */
  url: string
  requests: ModelRequest[]
  /** Every byte that came in: paths, headers and bodies. */
  bytes(): string
  /** The n-th request of one message gets the n-th reply, the last one over and over. Later rules go first. */
  when(match: Match, ...steps: Reply[]): void
  otherwise(...steps: Reply[]): void
  /** From the n-th request on, counted from 1 since the start or `forget`. */
  failFrom(n: number, reply?: Reply): void
  /** Every n-th request. */
  failEvery(n: number, reply?: Reply): void
  /** Answers by its script again. */
  heal(): void
  /** Forgets what was asked, rules and faults too. */
  forget(): void
  stop(): Promise<void>
}

type State = {
  rules: Rule[]
  otherwise: Reply[]
  from?: { n: number; reply: Reply } | undefined
  every?: { n: number; reply: Reply } | undefined
  requests: ModelRequest[]
}

const replyTo = (state: State, request: ModelRequest): Reply => {
  const count = state.requests.length
  if (state.from && count >= state.from.n) return state.from.reply
  if (state.every && count % state.every.n === 0) return state.every.reply
  const steps = state.rules.findLast(({ match }) => fits(match, request))?.steps ?? state.otherwise
  return steps[Math.min(request.step, steps.length - 1)] ?? understood({ intent: 'chitchat' })
}

export const startFakeModel = (options: { port?: number; key?: string } = {}): FakeModel => {
  const state: State = { rules: [], otherwise: [], requests: [] }
  const server = Bun.serve({
    hostname: '127.0.0.1',
    port: options.port ?? 0,
    idleTimeout: 255,
    error: () => new Response('', { status: 500 }),
    fetch: async (request) => {
      if (new URL(request.url).pathname === '/_requests') return Response.json(state.requests)
      const asked = await requestOf(request)
      state.requests.push(asked)
      const known = !options.key || asked.headers['authorization'] === `Bearer ${options.key}`
      if (!known) return answer(status(401), asked)
      return asked.path === '/v1/chat/completions'
        ? answer(replyTo(state, asked), asked)
        : answer(status(404), asked)
    },
  })
  return {
    url: `http://127.0.0.1:${server.port}/v1`,
    requests: state.requests,
    bytes: () =>
      state.requests
        .map(({ path, headers, raw }) => `${path}\n${JSON.stringify(headers)}\n${raw}`)
        .join('\n'),
    when: (match, ...steps) => void state.rules.push({ match, steps }),
    otherwise: (...steps) => void Object.assign(state, { otherwise: steps }),
    failFrom: (n, reply = status(500)) => void Object.assign(state, { from: { n, reply } }),
    failEvery: (n, reply = status(500)) => void Object.assign(state, { every: { n, reply } }),
    heal: () => void Object.assign(state, { from: undefined, every: undefined }),
    forget: () => {
      state.requests.length = 0
      Object.assign(state, { rules: [], otherwise: [], from: undefined, every: undefined })
    },
    stop: () => server.stop(true),
  }
}

const argument = (name: string): string | undefined => {
  const at = process.argv.indexOf(`--${name}`)
  return at < 0 ? undefined : process.argv[at + 1]
}

type Script = { rules?: Rule[]; otherwise?: Reply[]; failFrom?: { n: number; reply?: Reply } }

if (import.meta.main) {
  const key = argument('key')
  const model = startFakeModel({ port: Number(argument('port') ?? 0), ...(key ? { key } : {}) })
  const file = argument('script')
  const script = (file ? await Bun.file(file).json() : {}) as Script
  for (const { match, steps } of script.rules ?? []) model.when(match, ...steps)
  if (script.otherwise) model.otherwise(...script.otherwise)
  if (script.failFrom) model.failFrom(script.failFrom.n, script.failFrom.reply)
  console.log(JSON.stringify({ url: model.url }))
}
