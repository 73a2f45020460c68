// How a refusal looks from outside: `{ error: { code, message, fields? } }`. A fault of ours shows its number and nothing else.
import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import * as v from 'valibot'
import type { Log } from '../lib/log.ts'
import type { Outcome } from '../lib/outcome.ts'
import type { AppEnv } from './env.ts'

export const ErrorAnswer = v.strictObject({
  error: v.strictObject({
    /** For the dashboard's own words; stable. */
    code: v.string(),
    message: v.string(),
    /** What is wrong with which field of the request, by its dotted path. */
    fields: v.optional(v.record(v.string(), v.string())),
  }),
})
type ErrorBody = v.InferOutput<typeof ErrorAnswer>['error']

/** Ends the request. Thrown, so that a route's type is that of its success. */
export function reject(status: ContentfulStatusCode, error: ErrorBody): never {
  throw new HTTPException(status, { res: Response.json({ error }, { status }) })
}

export type RefusalTable<Reason extends string> = Record<
  Reason,
  readonly [status: ContentfulStatusCode, message: string]
>

/** The data of an outcome, or the answer that the table has for its reason. */
export function orReject<Data, Reason extends string>(
  outcome: Outcome<Data, Reason>,
  table: RefusalTable<Reason>,
): { ok: true } & Data {
  if (outcome.ok) return outcome
  const { reason } = outcome as { reason: Reason }
  const [status, message] = table[reason]
  return reject(status, { code: reason, message })
}

const NAMES: Partial<Record<number, string>> = {
  400: 'badRequest',
  404: 'notFound',
  405: 'badMethod',
  413: 'tooLarge',
  503: 'busy',
  504: 'timeout',
}

/** `hooks`: path of the webhooks. Their senders repeat a 503 for hours and a 500 hardly ever. */
export const onFault =
  (deps: { log: Log; hooks: string }) =>
  (cause: Error, c: Context<AppEnv>): Response => {
    if (cause instanceof HTTPException) return answerOf(cause)
    const requestId = c.get('requestId')
    deps.log.error({ requestId, path: c.req.path, err: cause }, 'a request failed')
    const status = c.req.path.startsWith(deps.hooks) ? 503 : 500
    const message = `Something went wrong here. Its number in the log: ${requestId}`
    return Response.json({ error: { code: 'fault', message } }, { status })
  }

const answerOf = (cause: HTTPException): Response => {
  if (cause.res) return cause.res
  const code = NAMES[cause.status] ?? 'refused'
  return Response.json({ error: { code, message: cause.message || code } }, { status: cause.status })
}

export const notFound = (): Response =>
  Response.json({ error: { code: 'notFound', message: 'There is nothing here' } }, { status: 404 })
