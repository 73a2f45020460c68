// POST /hooks/midtrans/:keySet? — a payment notice is checked, stored once together with the job that asks the gateway, and
// answered. What it says is never believed: the job asks. Answers as Midtrans repeats them: 401 and 503 are tried again.
import { Hono } from 'hono'
import { type Clock, MINUTE } from '../../lib/clock.ts'
import type { Log } from '../../lib/log.ts'
import { orderOfAttempt } from '../../model/order.ts'
import type { WebhookReading } from '../../payments/gateway.ts'
import type { GatewayNotice } from '../../store/documents.ts'
import type { Store } from '../../store/store.ts'
import type { AppEnv } from '../env.ts'
import { reject } from '../errors.ts'

export type MidtransHookDeps = {
  store: Pick<Store, 'notices'>
  clock: Clock
  log: Log
  /** Reads with the key set of the address; without one, or with one that is gone, it tries every set that may have signed. */
  readNotice(keySet: string | null, raw: Uint8Array, headers: Headers): Promise<WebhookReading>
}

/** A notice comes once: for so long "still waiting" is not taken for the gateway's answer to it. */
const BELIEVED = 5 * MINUTE

type Payment = Extract<WebhookReading, { kind: 'payment' }>

const keep = async (deps: MidtransHookDeps, reading: Payment, raw: Uint8Array): Promise<void> => {
  const { attempt, reference, mark, waiting, keySet } = reading
  const at = deps.clock.now()
  const id = `${attempt}:${reference}:${mark}`
  const notice: GatewayNotice = { id, attempt, at, raw: new TextDecoder().decode(raw) }
  const until = waiting ? {} : { until: String(at + BELIEVED) }
  const signed = keySet ? { keySet } : {}
  const payload = { attempt, order: orderOfAttempt(attempt), reference, ...signed, ...until }
  await deps.store.notices.accept(notice, {
    id: `payments.settle:${id}`,
    name: 'payments.settle',
    at,
    payload,
  })
}

export const midtransHook = (deps: MidtransHookDeps) =>
  new Hono<AppEnv>().post('/midtrans/:keySet?', async (c) => {
    const raw = new Uint8Array(await c.req.arrayBuffer())
    const reading = await deps.readNotice(c.req.param('keySet') ?? null, raw, c.req.raw.headers)
    if (reading.kind === 'forged') {
      deps.log.warn(
        { keySet: c.req.param('keySet'), address: c.get('client').address },
        'a payment notice with a wrong signature',
      )
      reject(401, { code: 'forged', message: 'The signature does not fit' })
    }
    if (reading.kind === 'malformed') reject(400, { code: 'malformed', message: 'This is no notice' })
    if (reading.kind === 'ignored') deps.log.info({ why: reading.why }, 'a payment notice of no concern')
    if (reading.kind === 'payment') await keep(deps, reading, raw)
    return c.body(null, 200)
  })
