// Midtrans on loopback, for tests of every level and as a process of its own:
//   bun test/support/fake-midtrans.ts [--port 0] [--key SB-Mid-server-…] [--merchant G…] [--errors http|body]
// It prints {"url": …} as one line; that is MIDTRANS_BASE_URL. It is steered over HTTP, every control by POST with JSON:
//   /_pay {id?, amount?, late?, notify?, url?}   /_expire {id?}   /_notify {id?, url?, times?, state?, forged?}   /_test {url}
//   /_fault {kind, operation?, count?, taken?, status?, text?}    GET /_calls  GET /_bills      (without id: the newest bill)
import { correction, generate } from 'lean-qr'
import { toPngBuffer } from 'lean-qr/extras/node_export'
import {
  bodyOf,
  charge,
  coded,
  type Desk,
  type FakeBill,
  find,
  operate,
  settleClock,
  type Told,
  unauthorised,
} from './fake-midtrans-desk.ts'
import { deliver, type NoticeHow, noticeOf, testNotice } from './fake-midtrans-notices.ts'

export type FakeOperation = 'charge' | 'status' | 'cancel' | 'expire' | 'refund'
export type FakeMidtransCall = {
  operation: FakeOperation
  id?: string
  headers: Record<string, string>
  body: unknown
}

export type FakeMidtransFault = {
  kind:
    | 'hang'
    | 'drip'
    | 'reset'
    | 'html'
    | 'empty'
    | 'null'
    | 'redirect'
    | 'oversize'
    | 'code'
    | 'running'
    | 'deny'
    | 'answer'
  /** Which operation it meets; any unless told. */
  operation?: FakeOperation
  /** Whether the work is done although the answer is bad. `code`, `running` and `deny` do none unless told. */
  taken?: boolean
  /** HTTP status of `html`, `empty` and `answer`; the code of `code`. */
  status?: number
  /** Body of `answer`; message of `code`. */
  text?: string
}

export type FakeMidtransOptions = {
  serverKey?: string
  merchantId?: string
  errorsIn?: 'http' | 'body'
  port?: number
  now?: () => number
  /** Time between two tries of a notice; none by default. */
  wait?: (ms: number) => Promise<void>
}

type PayHow = { amount?: number; late?: boolean; notify?: boolean; url?: string }

export type FakeMidtrans = {
  url: string
  serverKey: string
  calls: FakeMidtransCall[]
  bills: FakeBill[]
  /** The customer pays; by order or transaction id. `late`: although the bill is over. Tells the charge's addresses unless `notify` is false. */
  pay(id: string, how?: PayHow): Promise<'paid' | 'notPending' | 'notFound'>
  expire(id: string): void
  /** Answers the statuses that each address gave. */
  notify(id: string, how?: NoticeHow): Promise<number[]>
  notice(id: string, how?: NoticeHow): Record<string, unknown>
  test(url: string): Promise<number[]>
  fault(kind: FakeMidtransFault['kind'], how?: Omit<FakeMidtransFault, 'kind'> & { count?: number }): void
  stop(): Promise<void>
}

const json = ({ status, body }: Told): Response => Response.json(body, { status })

const broken = (): Response =>
  new Response(
    new ReadableStream({
      start(controller) {
        controller.enqueue(new TextEncoder().encode('{"stat'))
        controller.error()
      },
    }),
  )

/** A byte now and then, for ever: an idle time-out alone would never end it. */
const drip = (): Response => {
  let timer: ReturnType<typeof setInterval> | undefined
  return new Response(
    new ReadableStream({
      start(controller) {
        timer = setInterval(() => controller.enqueue(new TextEncoder().encode(' ')), 20)
      },
      cancel: () => clearInterval(timer),
    }),
  )
}

/** Good in every way but its size. */
const newestBody = (desk: Desk): Record<string, unknown> => {
  const bill = desk.bills.at(-1)
  return bill ? { ...bodyOf(desk, bill, '201'), qr_string: bill.qr } : {}
}

const DENIED = {
  status_code: '202',
  status_message: 'Deny by provider',
  transaction_status: 'deny',
  channel_response_code: '900',
}

const badAnswer = (
  desk: Desk,
  { kind, status = 200, text = '' }: FakeMidtransFault,
): Response | Promise<Response> => {
  const answers: Record<FakeMidtransFault['kind'], () => Response | Promise<Response>> = {
    hang: () => new Promise<Response>(() => {}),
    drip,
    reset: broken,
    html: () => new Response('<!DOCTYPE html><title>Just a moment…</title>', { status }),
    empty: () => new Response('', { status }),
    null: () => Response.json(null, { status }),
    redirect: () => new Response(null, { status: 302, headers: { location: '/elsewhere' } }),
    oversize: () => Response.json({ ...newestBody(desk), filler: 'x'.repeat(400_000) }),
    code: () => json(coded(desk, status, text || 'Refused by the fake')),
    running: () => Response.json({ status_code: '202', status_message: 'In progress' }, { status: 202 }),
    deny: () => Response.json(DENIED),
    answer: () => new Response(text, { status, headers: { 'content-type': 'application/json' } }),
  }
  return answers[kind]()
}

const IDLE: FakeMidtransFault['kind'][] = ['code', 'running', 'deny']
const FIVE_MINUTES = 300_000

/** The same key again gets the first answer, whatever it asks. (`running` plays a first call that is not done yet.) */
const once = (desk: Desk, key: string, work: () => Told): Told => {
  if (!key || key.length > 46) return work()
  const known = desk.kept.get(key)
  if (known && desk.now() - known.at < FIVE_MINUTES) return known.answer
  const told = work()
  if (Number(told.body['status_code']) < 300) desk.kept.set(key, { at: desk.now(), answer: told })
  return told
}

const perform = (desk: Desk, { operation, id = '', headers, body }: FakeMidtransCall): Told => {
  const asked = (body ?? {}) as Record<string, never>
  const work = () =>
    operation === 'charge'
      ? charge(desk, asked, headers['x-override-notification'] ?? '')
      : operate(desk, operation, { id, asked })
  return once(desk, operation === 'status' ? '' : (headers['idempotency-key'] ?? ''), work)
}

const readCall = async (request: Request): Promise<FakeMidtransCall | null> => {
  const { pathname } = new URL(request.url)
  const [, id, word] = /^\/v2\/([^/]+)\/(status|cancel|expire|refund)$/.exec(pathname) ?? []
  const operation = pathname === '/v2/charge' ? 'charge' : (word as FakeOperation | undefined)
  if (!operation || request.method !== (operation === 'status' ? 'GET' : 'POST')) return null
  const text = await request.text()
  const headers = Object.fromEntries(request.headers)
  return {
    operation,
    ...(id ? { id: decodeURIComponent(id) } : {}),
    headers,
    body: text ? JSON.parse(text) : null,
  }
}

type Armed = FakeMidtransFault & { left: number }

const api = async (
  fake: FakeMidtrans,
  desk: Desk,
  { request, faults }: { request: Request; faults: Armed[] },
) => {
  const picture = /^\/v2\/qris\/([^/]+)\/qr-code$/.exec(new URL(request.url).pathname)?.[1]
  if (picture) return png(find(desk, picture))
  const call = await readCall(request)
  // As an API gateway in front of it says it: a 404 that is none of Midtrans' own.
  if (!call) return Response.json({ message: 'no Route matched with those values' }, { status: 404 })
  fake.calls.push(call)
  const right = `Basic ${Buffer.from(`${desk.serverKey}:`).toString('base64')}`
  if (call.headers['authorization'] !== right) return json(unauthorised(desk))
  const fault = faults.find((one) => one.left > 0 && (one.operation ?? call.operation) === call.operation)
  if (!fault) return json(perform(desk, call))
  fault.left -= 1
  if (fault.taken ?? !IDLE.includes(fault.kind)) perform(desk, call)
  return badAnswer(desk, fault)
}

const png = (bill: FakeBill | undefined): Response => {
  if (!bill) return Response.json({ status_code: '503' }, { status: 503 })
  const code = generate(bill.qr, { minCorrectionLevel: correction.M })
  const bytes = toPngBuffer(code, { scale: 8, pad: 4, on: [0, 0, 0, 255], off: [255, 255, 255, 255] })
  return new Response(new Uint8Array(bytes), { headers: { 'content-type': 'image/png' } })
}

type Controls = PayHow & NoticeHow & Partial<FakeMidtransFault> & { id?: string; count?: number }

const control = async (fake: FakeMidtrans, path: string, request: Request): Promise<Response> => {
  if (path === '/_calls') return Response.json(fake.calls)
  if (path === '/_bills') return Response.json(fake.bills)
  const { id: named, kind, count, ...how } = ((await request.json().catch(() => ({}))) ?? {}) as Controls
  const id = named ?? fake.bills.at(-1)?.order_id ?? ''
  if (path === '/_pay') return Response.json({ result: await fake.pay(id, how) })
  if (path === '/_expire') fake.expire(id)
  else if (path === '/_notify') return Response.json({ statuses: await fake.notify(id, how) })
  else if (path === '/_test') return Response.json({ statuses: await fake.test(how.url ?? '') })
  else if (path === '/_fault' && kind)
    fake.fault(kind, { ...(how as Omit<FakeMidtransFault, 'kind'>), ...(count ? { count } : {}) })
  else return new Response('no such control', { status: 404 })
  return Response.json({ ok: true })
}

const must = (desk: Desk, id: string): FakeBill => {
  settleClock(desk)
  const bill = find(desk, id)
  if (!bill) throw new Error(`the fake has no bill ${id}`)
  return bill
}

const settle = (desk: Desk, id: string, { amount, late }: PayHow): 'paid' | 'notPending' | 'notFound' => {
  settleClock(desk)
  const bill = find(desk, id)
  if (!bill) return 'notFound'
  if (bill.state !== 'pending' && !(late && ['expire', 'cancel'].includes(bill.state))) return 'notPending'
  Object.assign(bill, { state: 'settlement', settledAt: desk.now(), ...(amount ? { paid: amount } : {}) })
  return 'paid'
}

/** Starts it on 127.0.0.1. */
export const startFakeMidtrans = (options: FakeMidtransOptions = {}): FakeMidtrans => {
  const { serverKey = 'SB-Mid-server-FAKE0000000000000000', wait = async () => {}, now = Date.now } = options
  const { merchantId = 'G000000001', errorsIn = 'http' } = options
  const faults: Armed[] = []
  const desk: Desk = {
    serverKey,
    merchantId,
    errorsIn,
    now,
    root: () => fake.url,
    bills: [],
    kept: new Map(),
  }
  const server = Bun.serve({
    hostname: '127.0.0.1',
    port: options.port ?? 0,
    idleTimeout: 255,
    error: () => new Response('', { status: 500 }),
    fetch: (request) => {
      const { pathname } = new URL(request.url)
      return pathname.startsWith('/_')
        ? control(fake, pathname, request)
        : api(fake, desk, { request, faults })
    },
  })
  const send = async (urls: string[], body: Record<string, unknown>, times = 1) => {
    const all = urls.flatMap((url) => Array.from({ length: times }, () => url))
    return (await Promise.all(all.map((url) => deliver(url, body, wait)))).flat()
  }
  const fake: FakeMidtrans = {
    url: `http://127.0.0.1:${server.port}`,
    serverKey,
    calls: [],
    bills: desk.bills,
    async pay(id, how = {}) {
      const result = settle(desk, id, how)
      if (result === 'paid' && how.notify !== false) await fake.notify(id, how.url ? { url: how.url } : {})
      return result
    },
    expire: (id) => void Object.assign(must(desk, id), { state: 'expire' }),
    notice: (id, how) => noticeOf(desk, must(desk, id), how),
    notify: (id, how = {}) =>
      send(how.url ? [how.url] : must(desk, id).notify, fake.notice(id, how), how.times),
    test: (url) => send([url], testNotice(desk)),
    fault: (kind, { count = 1, ...how } = {}) => void faults.push({ ...how, kind, left: count }),
    stop: () => server.stop(true),
  }
  return fake
}

const argument = (name: string): string | undefined => {
  const at = process.argv.indexOf(`--${name}`)
  return at < 0 ? undefined : process.argv[at + 1]
}

if (import.meta.main) {
  const [key, merchant, errors] = [argument('key'), argument('merchant'), argument('errors')]
  const fake = startFakeMidtrans({
    port: Number(argument('port') ?? 0),
    ...(key ? { serverKey: key } : {}),
    ...(merchant ? { merchantId: merchant } : {}),
    ...(errors === 'body' ? { errorsIn: 'body' as const } : {}),
  })
  console.log(JSON.stringify({ url: fake.url }))
}
