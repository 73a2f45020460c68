// What the language model was asked for today and what that cost: a seller's own shop, and for the admin every shop.
import { Hono } from 'hono'
import * as v from 'valibot'
import { isSpent, limitsOf, usageDay } from '../../assistant/budget.ts'
import type { Clock } from '../../lib/clock.ts'
import type { Shop } from '../../model/shop.ts'
import type { Store } from '../../store/store.ts'
import type { Usage } from '../../store/usage.ts'
import { answers, json } from '../describe.ts'
import type { AppEnv } from '../env.ts'
import { Time } from './fields.ts'

export type ModelApiDeps = {
  store: Pick<Store, 'usage' | 'shops' | 'platform'>
  clock: Clock
  model: {
    isThere(): Promise<boolean>
    /** After faults it is left alone until then. */
    restsUntil(): Promise<number | null>
  }
}

const Money = v.number()
const Used = v.strictObject({
  /** Questions, those among them without a usable answer, tokens. */
  calls: v.number(),
  faults: v.number(),
  tokens: v.number(),
  /** Absent while the admin has told no prices. */
  rupiah: v.optional(Money),
})

export const ModelView = v.strictObject({
  day: v.string(),
  state: v.picklist(['none', 'off', 'resting', 'spent', 'ready']),
  until: v.optional(Time),
  used: Used,
  limits: v.strictObject({
    dayTokens: v.number(),
    dayRupiah: v.optional(Money),
    chatCalls: v.number(),
  }),
})
export type ModelView = v.InferOutput<typeof ModelView>

const Prices = v.strictObject({
  in: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(10_000_000)),
  out: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(10_000_000)),
})

export const PlatformModelView = v.strictObject({
  state: v.picklist(['none', 'resting', 'ready']),
  until: v.optional(Time),
  /** Rupiah for a million tokens. */
  prices: v.optional(Prices),
  /** Today, by each shop's own calendar; the dearest first. */
  shops: v.array(v.strictObject({ id: v.string(), name: v.string(), mode: v.string(), used: Used })),
})
export type PlatformModelView = v.InferOutput<typeof PlatformModelView>

const MICRO = 1_000_000
const tokensOf = ({ tokensIn, tokensOut }: Usage): number => tokensIn + tokensOut

const usedOf = (usage: Usage, priced: boolean): v.InferOutput<typeof Used> => ({
  calls: usage.calls,
  faults: usage.faults,
  tokens: tokensOf(usage),
  ...(priced || usage.micro > 0 ? { rupiah: Math.ceil(usage.micro / MICRO) } : {}),
})

const standOf = async ({ model }: ModelApiDeps) => {
  const until = await model.restsUntil()
  return { there: await model.isThere(), until }
}

const today = ({ store, clock }: ModelApiDeps, { id, settings }: Shop): Promise<Usage> =>
  store.usage.get({ shop: id, day: usageDay(clock.now(), settings.timezone) })

const viewOf = async (deps: ModelApiDeps, shop: Shop): Promise<ModelView> => {
  const [{ there, until }, usage, platform] = await Promise.all([
    standOf(deps),
    today(deps, shop),
    deps.store.platform.get(),
  ])
  const limits = limitsOf(shop.settings)
  const { dayTokens, dayRupiah, chatCalls } = limits
  const spent = isSpent(usage, limits, platform.modelPrices ?? null)
  const state = !there
    ? 'none'
    : shop.settings.aiOff
      ? 'off'
      : until !== null && until > deps.clock.now()
        ? 'resting'
        : spent
          ? 'spent'
          : 'ready'
  return {
    day: usage.day,
    state,
    ...(state === 'resting' && until !== null ? { until } : {}),
    used: usedOf(usage, platform.modelPrices !== undefined),
    limits: { dayTokens, ...(dayRupiah === null ? {} : { dayRupiah }), chatCalls },
  }
}

const platformView = async (deps: ModelApiDeps): Promise<PlatformModelView> => {
  const [{ there, until }, { modelPrices }, shops] = await Promise.all([
    standOf(deps),
    deps.store.platform.get(),
    deps.store.shops.list(),
  ])
  const rows = await Promise.all(shops.map(async (shop) => ({ shop, usage: await today(deps, shop) })))
  const resting = until !== null && until > deps.clock.now()
  return {
    state: there ? (resting ? 'resting' : 'ready') : 'none',
    ...(there && resting ? { until } : {}),
    ...(modelPrices ? { prices: modelPrices } : {}),
    shops: rows
      .filter(({ usage }) => usage.calls > 0)
      .sort((a, b) => tokensOf(b.usage) - tokensOf(a.usage))
      .map(({ shop: { id, settings, mode }, usage }) => ({
        id,
        name: settings.name,
        mode,
        used: usedOf(usage, modelPrices !== undefined),
      })),
  }
}

export const modelApi = (deps: ModelApiDeps) =>
  new Hono<AppEnv>()
    .get(
      '/shops/:shop/model',
      answers(ModelView, { summary: 'What the language model was asked for today, and its limits' }),
      async (c) => c.json(await viewOf(deps, c.get('shop'))),
    )
    .get(
      '/platform/model',
      answers(PlatformModelView, { summary: 'What every shop asked of the language model today' }),
      async (c) => c.json(await platformView(deps)),
    )
    .put(
      '/platform/model-prices',
      answers(PlatformModelView, { summary: 'What a million tokens cost, in rupiah; null: not known' }),
      json(v.strictObject({ prices: v.nullable(Prices) })),
      async (c) => {
        const { prices } = c.req.valid('json')
        await deps.store.platform.change(({ modelPrices: _, ...one }) =>
          prices ? { ...one, modelPrices: prices } : one,
        )
        return c.json(await platformView(deps))
      },
    )
