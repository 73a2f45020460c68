// A panel of the API v2 family on loopback, for tests of every level and as a process of its own:
//   bun test/support/fake-panel.ts --services file.json --port 0 [--key k] [--balance n] [--currency c] [--complete-after n]
// It prints {"url": …} as one line. It counts what was really taken, whatever it answered: GET /_orders; POST /_fault, /_state steer it.

export type FakeOrder = {
  id: string
  service: string
  link: string
  quantity?: string
  comments?: string
  charge: string
  status: string
  start_count: string
  remains: string
  /** Times that status told of it. */
  asked: number
}
export type FakeRefill = { id: string; order: string; status: string }
export type FakeCall = { action: string; params: Record<string, string>; headers: Record<string, string> }

/** What happens to a request. All but `ip` and `refuse` do their work first unless `taken` is false: what gets lost is the answer. */
export type FaultKind =
  | 'hang'
  | 'reset'
  | 'html'
  | 'error500'
  | 'empty'
  | 'slow'
  | 'redirect'
  | 'ip'
  | 'refuse'
  | 'answer'
export type Fault = {
  kind: FaultKind
  /** Which action it meets; `add` unless told. `*` = any. */
  action?: string
  /** Whether the order is taken although the answer is bad. */
  taken?: boolean
  /** `refuse`: the sentence or key. `answer`: the body, with `{id}` for the new order's id. */
  text?: string
  status?: number
  slowMs?: number
}

export type FakePanelOptions = {
  services: unknown
  balance?: string
  currency?: string
  key?: string
  port?: number
  /** An order completes by itself at the n-th question about it. */
  completeAfter?: number
}

type PanelState = {
  services: unknown
  balance: number
  currency: string
  key: string
  completeAfter: number
  orders: FakeOrder[]
  refills: FakeRefill[]
  calls: FakeCall[]
  faults: (Fault & { left: number })[]
  next: number
}

const json = (body: unknown, status = 200) =>
  new Response(typeof body === 'string' ? body : JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/json' },
  })

type Priced = { service: unknown; rate: unknown; type?: unknown }
const chargeOf = (state: PanelState, params: Record<string, string>): number | undefined => {
  const rows = Array.isArray(state.services) ? (state.services as Priced[]) : []
  const row = rows.find(({ service }) => String(service) === params['service'])
  if (!row) return undefined
  const units = params['comments']
    ? params['comments'].split('\n').length
    : Number(params['quantity'] ?? 1000)
  return (Number(row.rate) * units) / 1000
}

const add = (state: PanelState, params: Record<string, string>): FakeOrder | { error: string } => {
  const charge = chargeOf(state, params)
  if (charge === undefined) return { error: 'Incorrect service ID' }
  if (!params['link']) return { error: 'Bad link' }
  if (charge > state.balance) return { error: 'Not enough funds on balance' }
  state.balance -= charge
  const order: FakeOrder = {
    id: String(state.next++),
    service: params['service'] ?? '',
    link: params['link'],
    ...(params['quantity'] ? { quantity: params['quantity'] } : {}),
    ...(params['comments'] ? { comments: params['comments'] } : {}),
    charge: charge.toFixed(5),
    status: 'Pending',
    start_count: '',
    remains: params['quantity'] ?? '1',
    asked: 0,
  }
  state.orders.push(order)
  return order
}

const tell = (state: PanelState, id: string) => {
  const order = state.orders.find((known) => known.id === id)
  if (!order) return { error: 'Incorrect order ID' }
  order.asked += 1
  if (state.completeAfter && order.asked >= state.completeAfter && /pending|progress/i.test(order.status))
    Object.assign(order, { status: 'Completed', remains: '0' })
  const { charge, status, start_count, remains } = order
  return { charge, status, start_count, remains, currency: state.currency }
}

const refill = (state: PanelState, order: string): unknown => {
  const known = state.orders.find(({ id }) => id === order)
  if (known?.status !== 'Completed') return { error: 'Order not eligible for refill.' }
  const made = { id: String(state.refills.length + 1), order, status: 'Pending' }
  state.refills.push(made)
  return { refill: made.id }
}

const refillStatus = (state: PanelState, id: string): unknown => {
  const known = state.refills.find((one) => one.id === id)
  return known ? { status: known.status } : { error: 'Refill not found' }
}

const answerTo = (state: PanelState, params: Record<string, string>): unknown => {
  if (params['key'] !== state.key) return { error: 'Invalid API key' }
  if (params['action'] === 'balance') return { balance: state.balance.toFixed(5), currency: state.currency }
  if (params['action'] === 'services') return state.services
  if (params['action'] === 'status' && params['order']) return tell(state, params['order'])
  if (params['action'] === 'status')
    return Object.fromEntries((params['orders'] ?? '').split(',').map((id) => [id, tell(state, id)]))
  if (params['action'] === 'refill') return refill(state, params['order'] ?? '')
  if (params['action'] === 'refill_status') return refillStatus(state, params['refill'] ?? '')
  if (params['action'] !== 'add') return { error: 'Incorrect action' }
  const added = add(state, params)
  return 'error' in added ? added : { order: Number(added.id) }
}

// The connection breaks in the middle of a promised body.
const broken = () =>
  new Response(
    new ReadableStream({
      start(controller) {
        controller.enqueue(new TextEncoder().encode('{"ord'))
        controller.error()
      },
    }),
    { headers: { 'content-type': 'application/json' } },
  )

const REFUSING: readonly FaultKind[] = ['ip', 'refuse']

const faulty = async (state: PanelState, fault: Fault, params: Record<string, string>): Promise<Response> => {
  const does = fault.taken ?? !REFUSING.includes(fault.kind)
  const answer = does ? answerTo(state, params) : undefined
  const id = state.orders.at(-1)?.id ?? ''
  if (fault.kind === 'hang') return new Promise(() => {})
  if (fault.kind === 'reset') return broken()
  if (fault.kind === 'html')
    return new Response('<!DOCTYPE html><title>Just a moment…</title>', { status: fault.status ?? 200 })
  if (fault.kind === 'error500') return new Response('Internal Server Error', { status: fault.status ?? 500 })
  if (fault.kind === 'empty') return new Response('', { status: fault.status ?? 200 })
  if (fault.kind === 'redirect')
    return new Response(null, { status: 302, headers: { location: '/elsewhere' } })
  if (fault.kind === 'ip')
    return json({ status: false, msg: 'IP 203.0.113.7 tidak diizinkan.' }, fault.status ?? 403)
  if (fault.kind === 'refuse') return json({ error: fault.text ?? 'Bad link' }, fault.status ?? 200)
  if (fault.kind === 'answer') return json((fault.text ?? '').replaceAll('{id}', id), fault.status ?? 200)
  await Bun.sleep(fault.slowMs ?? 500)
  return json(answer)
}

const nextFault = (state: PanelState, action: string): Fault | undefined => {
  const found = state.faults.find((fault) => fault.left > 0 && ['*', action].includes(fault.action ?? 'add'))
  if (found) found.left -= 1
  return found
}

const api = async (state: PanelState, request: Request): Promise<Response> => {
  const params = Object.fromEntries(new URLSearchParams(await request.text()))
  const action = params['action'] ?? ''
  state.calls.push({ action, params, headers: Object.fromEntries(request.headers) })
  const fault = nextFault(state, action)
  return fault ? faulty(state, fault, params) : json(answerTo(state, params))
}

export type FakePanel = {
  /** The address to store as the panel's endpoint. */
  url: string
  orders: FakeOrder[]
  refills: FakeRefill[]
  calls: FakeCall[]
  /** Arms a fault for the next `count` requests it applies to. */
  fault(kind: FaultKind, count?: number, how?: Omit<Fault, 'kind'>): void
  /** Disarms what is left. */
  heal(): void
  /** Changes what the panel tells about an order. */
  setState(id: string, patch: Partial<FakeOrder>): void
  /** Taken orders with this link: more than one is a doubled order. */
  addsOf(link: string): number
  /** Replaces the catalogue. */
  setServices(services: unknown): void
  /** Frees the port; open answers are cut. */
  stop(): Promise<void>
}

const control = async (panel: FakePanel, path: string, request: Request): Promise<Response> => {
  if (path === '/_orders') return json({ orders: panel.orders, calls: panel.calls })
  const body = (await request.json()) as Fault & { count?: number; id?: string; patch?: Partial<FakeOrder> }
  const { kind, count, id, patch, ...how } = body
  if (path === '/_fault') panel.fault(kind, count, how)
  else if (id && patch) panel.setState(id, patch)
  return json({ ok: true })
}

/** Starts a panel on 127.0.0.1. */
export const startFakePanel = (options: FakePanelOptions): FakePanel => {
  const state: PanelState = {
    services: options.services,
    balance: Number(options.balance ?? '100'),
    currency: options.currency ?? 'USD',
    key: options.key ?? 'panel-key-1234',
    completeAfter: options.completeAfter ?? 0,
    orders: [],
    refills: [],
    calls: [],
    faults: [],
    next: 23_501,
  }
  const server = Bun.serve({
    hostname: '127.0.0.1',
    port: options.port ?? 0,
    idleTimeout: 255,
    error: () => new Response('', { status: 500 }),
    fetch: (request) => {
      const { pathname } = new URL(request.url)
      return pathname.startsWith('/_') ? control(panel, pathname, request) : api(state, request)
    },
  })
  const panel: FakePanel = {
    url: `http://127.0.0.1:${server.port}/api/v2`,
    orders: state.orders,
    refills: state.refills,
    calls: state.calls,
    fault: (kind, count = 1, how = {}) => void state.faults.push({ ...how, kind, left: count }),
    heal: () => void state.faults.splice(0),
    setState: (id, patch) => void Object.assign(state.orders.find((order) => order.id === id) ?? {}, patch),
    addsOf: (link) => state.orders.filter((order) => order.link === link).length,
    setServices: (services) => {
      state.services = services
    },
    stop: () => server.stop(true),
  }
  return panel
}

const argument = (name: string): string | undefined => {
  const at = process.argv.indexOf(`--${name}`)
  return at < 0 ? undefined : process.argv[at + 1]
}

if (import.meta.main) {
  const file = argument('services')
  const texts = { balance: argument('balance'), currency: argument('currency'), key: argument('key') }
  const panel = startFakePanel({
    services: file ? await Bun.file(file).json() : [],
    port: Number(argument('port') ?? 0),
    completeAfter: Number(argument('complete-after') ?? 0),
    ...Object.fromEntries(Object.entries(texts).filter(([, value]) => value !== undefined)),
  })
  console.log(JSON.stringify({ url: panel.url }))
}
