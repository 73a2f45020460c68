// What the practice panel does on request: the words that make it fail, for the page that explains them.
import { Hono } from 'hono'
import * as v from 'valibot'
import { answers } from '../describe.ts'
import type { AppEnv } from '../env.ts'

export const PracticeFailure = v.object({
  /** Written into the link or a comment. */
  word: v.string(),
  meaning: v.object({ id: v.string(), en: v.string() }),
})
export type PracticeFailure = v.InferOutput<typeof PracticeFailure>

export type PracticeApiDeps = { failures: readonly PracticeFailure[] }

export const practiceApi = (deps: PracticeApiDeps) =>
  new Hono<AppEnv>().get(
    '/practice-failures',
    answers(v.array(PracticeFailure), { summary: 'Words that make the practice panel fail' }),
    (c) => c.json(deps.failures.map(({ word, meaning }) => ({ word, meaning }))),
  )
