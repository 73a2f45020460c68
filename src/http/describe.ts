// Checks and descriptions of routes from the same valibot schemas: what `json`, `query` and `answers` were given is what
// `openapi.ts` writes down. A route that lacks them is refused by a test.
import { vValidator } from '@hono/valibot-validator'
import type { MiddlewareHandler } from 'hono'
import * as v from 'valibot'
import { reject } from './errors.ts'

export type RouteFacts = {
  summary?: string
  body?: v.GenericSchema
  query?: v.GenericSchema
  answer?: v.GenericSchema | null
  status?: number
  /** Media type of an answer that isn't JSON. */
  media?: string
}

const facts = new WeakMap<object, RouteFacts>()
export const factsOf = (handler: object): RouteFacts | undefined => facts.get(handler)

const told = <Handler extends object>(handler: Handler, about: RouteFacts): Handler => {
  facts.set(handler, about)
  return handler
}

type Checked = { success: boolean; issues?: readonly v.BaseIssue<unknown>[] | undefined }

const refuseInvalid = (result: Checked): void => {
  if (result.success) return
  const fields = Object.fromEntries(
    // The first fault of a field is the one to mend; valibot's `received` could repeat a secret.
    (result.issues ?? []).toReversed().map((issue) => [v.getDotPath(issue) ?? '', wordsOf(issue)]),
  )
  reject(400, { code: 'invalid', message: 'Some fields are missing or wrong', fields })
}

const wordsOf = (issue: v.BaseIssue<unknown>): string =>
  issue.message.replace(/ but received [\s\S]*$/, '').replace(/^Invalid [a-z]+: /, '')

/** The request's JSON body, as `c.req.valid('json')`. */
export const json = <Schema extends v.GenericSchema>(schema: Schema) =>
  told(
    vValidator('json', schema, async (result, c): Promise<void> => {
      refuseInvalid(result)
      // To valibot a list is an object as well, one without the fields.
      if (Array.isArray(await c.req.json().catch(() => null)))
        reject(400, { code: 'invalid', message: 'A JSON object is expected' })
    }),
    { body: schema },
  )

/** The request's query, as `c.req.valid('query')`: texts, so numbers are read with a transformation. */
export const query = <Schema extends v.GenericSchema>(schema: Schema) =>
  told(
    vValidator('query', schema, (result): void => refuseInvalid(result)),
    { query: schema },
  )

/** What the route answers when it succeeds; `null`: nothing (204). */
export const answers = (
  answer: v.GenericSchema | null,
  about: Omit<RouteFacts, 'answer' | 'body' | 'query'>,
): MiddlewareHandler => {
  const pass: MiddlewareHandler = (_c, next) => next()
  return told(pass, { ...about, answer })
}
