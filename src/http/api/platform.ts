// The admin's page: keys for everyone, words that are refused as targets, work that failed for good, nightly copies.
import { Hono } from 'hono'
import * as v from 'valibot'
import type { Clock } from '../../lib/clock.ts'
import { DEFAULTS } from '../../model/defaults.ts'
import type { Platform } from '../../store/documents.ts'
import type { Store } from '../../store/store.ts'
import { answers, json } from '../describe.ts'
import type { AppEnv } from '../env.ts'
import { orReject, reject } from '../errors.ts'
import {
  Blocked,
  KEY_SET_REFUSALS,
  KeySetForm,
  type KeySetVerbs,
  Secret,
  Time,
  viewKeySet,
} from './fields.ts'
import { gatewayFee } from './shop-fields.ts'
import { KeySetView } from './views.ts'

export type PlatformApiDeps = {
  store: Pick<Store, 'platform' | 'jobs' | 'inbox'>
  clock: Clock
  keySets: KeySetVerbs
  /** Seals the model's key for the platform's document; `endsIn` is what may be shown of it. */
  sealModelKey(plain: string): { key: string; endsIn: string }
  /** Nightly copies, newest first. */
  /** Null: none are made by itself. */
  backups(): Promise<{ name: string; bytes: number; at: number }[] | null>
  /** Version of the tables of facts, and how many shops have services read by an older one. */
  facts(): Promise<{ tables: number; behind: number }>
}

const ModelForm = v.strictObject({
  key: Secret,
  model: v.pipe(v.string(), v.trim(), v.regex(/^[!-~]{1,100}$/, 'Expected the name of a model')),
  baseUrl: v.optional(
    v.pipe(
      v.string(),
      v.trim(),
      v.url(),
      v.regex(/^https?:\/\//, 'Expected http or https'),
      v.maxLength(300),
    ),
  ),
})

export const PlatformView = v.strictObject({
  keySets: v.array(KeySetView),
  openai: v.optional(
    v.strictObject({ endsIn: v.string(), model: v.string(), baseUrl: v.optional(v.string()) }),
  ),
  blocked: v.array(v.string()),
  /** What Midtrans keeps of payments on the platform's keys, percent. */
  gatewayFee: v.string(),
  backups: v.nullable(v.array(v.strictObject({ name: v.string(), bytes: v.number(), at: Time }))),
  /** Catalogues are read anew in the background when the tables of facts have grown; `behind` counts the shops it still comes to. */
  facts: v.strictObject({ tables: v.number(), behind: v.number() }),
  /** Messages that were given up: their senders have been told, and old words must not act late. */
  updates: v.array(
    v.strictObject({ bot: v.string(), update: v.number(), at: Time, tries: v.number(), error: v.string() }),
  ),
  jobs: v.strictObject({
    dead: v.array(
      v.strictObject({ id: v.string(), name: v.string(), error: v.string(), attempts: v.number() }),
    ),
  }),
})

export type PlatformView = v.InferOutput<typeof PlatformView>

const SHOWN_JOBS = 100

const viewOf = async (deps: PlatformApiDeps, platform: Platform): Promise<PlatformView> => {
  const { keySets, openai, blocked, gatewayFee = DEFAULTS.gatewayFee } = platform
  const dead = await deps.store.jobs.dead(SHOWN_JOBS)
  return {
    keySets: keySets.map(viewKeySet),
    ...(openai ? { openai: viewModel(openai) } : {}),
    blocked,
    gatewayFee,
    backups: await deps.backups(),
    facts: await deps.facts(),
    updates: (await deps.store.inbox.dead(SHOWN_JOBS)).map(({ bot, updateId, at, tries, error }) => ({
      bot,
      update: updateId,
      at,
      tries,
      error,
    })),
    jobs: { dead: dead.map(({ id, name, error, attempts }) => ({ id, name, error: error ?? '', attempts })) },
  }
}

const viewModel = ({ endsIn, model, baseUrl }: NonNullable<Platform['openai']>) => ({
  endsIn,
  model,
  ...(baseUrl ? { baseUrl } : {}),
})

const withoutModel = ({ openai: _, ...rest }: Platform): Platform => rest

const midtransRoutes = (deps: PlatformApiDeps) =>
  new Hono<AppEnv>()
    .get(
      '/platform',
      answers(PlatformView, { summary: 'Settings and health of the installation' }),
      async (c) => c.json(await viewOf(deps, await deps.store.platform.get())),
    )
    .post(
      '/platform/keysets',
      answers(KeySetView, { summary: 'Midtrans keys for every shop without its own; in use at once' }),
      json(KeySetForm),
      async (c) => {
        const added = await deps.keySets.add({ platform: true }, c.req.valid('json'))
        return c.json(viewKeySet(orReject(added, KEY_SET_REFUSALS).keySet))
      },
    )
    .delete('/platform/keysets/:id', answers(null, { summary: 'Remove a key set' }), async (c) => {
      orReject(await deps.keySets.remove({ platform: true }, c.req.param('id')), KEY_SET_REFUSALS)
      return c.body(null, 204)
    })

export const platformRoutes = (deps: PlatformApiDeps) =>
  midtransRoutes(deps)
    .put(
      '/platform/openai',
      answers(PlatformView, { summary: 'The language model for every shop' }),
      json(ModelForm),
      async (c) => {
        const { key, model, baseUrl } = c.req.valid('json')
        const at = deps.clock.now()
        const openai = { ...deps.sealModelKey(key), model, at, ...(baseUrl ? { baseUrl } : {}) }
        return c.json(await viewOf(deps, await deps.store.platform.change((one) => ({ ...one, openai }))))
      },
    )
    .delete('/platform/openai', answers(null, { summary: 'Forget the language model' }), async (c) => {
      await deps.store.platform.change(withoutModel)
      return c.body(null, 204)
    })
    .put(
      '/platform/blocked',
      answers(PlatformView, { summary: 'Words refused as targets in every shop' }),
      json(v.strictObject({ words: Blocked })),
      async (c) => {
        const { words } = c.req.valid('json')
        const changed = await deps.store.platform.change((one) => ({ ...one, blocked: words }))
        return c.json(await viewOf(deps, changed))
      },
    )
    .put(
      '/platform/fee',
      answers(PlatformView, {
        summary: "What Midtrans keeps of payments on the platform's keys from now on",
      }),
      json(v.strictObject({ gatewayFee })),
      async (c) => {
        const form = c.req.valid('json')
        return c.json(await viewOf(deps, await deps.store.platform.change((one) => ({ ...one, ...form }))))
      },
    )
    .post(
      '/platform/jobs/:id/revive',
      answers(null, { summary: 'Put failed work back to work' }),
      async (c) => {
        if (!(await deps.store.jobs.revive(c.req.param('id'), deps.clock.now())))
          reject(404, { code: 'notFound', message: 'There is no such failed work' })
        return c.body(null, 204)
      },
    )
