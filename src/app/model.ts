// The language model of a shop: the admin's from the dashboard, else the environment's; none when the shop wants none. What a server has
// of trouble is remembered for all shops together, what is spent for each.
import { askModel, type ModelDeps } from '../assistant/ask-model.ts'
import { type Breaker, makeBreaker } from '../assistant/breaker.ts'
import { makeBudget } from '../assistant/budget.ts'
import { type OpenAiSettings, openaiCompletions } from '../assistant/drivers/openai.ts'
import type { Llm } from '../assistant/llm.ts'
import type { ShopId } from '../lib/brand.ts'
import type { SafeFetch } from '../lib/safe-fetch.ts'
import { lastFour } from '../lib/seal.ts'
import { DEFAULTS } from '../model/defaults.ts'
import { maskForModel } from '../model/model-mask.ts'
import type { Platform } from '../store/documents.ts'
import type { Base } from './base.ts'

const PLACE = { shop: 'platform', field: 'openai.key' }

export const sealModelKey = ({ box }: Base, plain: string): { key: string; endsIn: string } => ({
  key: box.seal(plain, PLACE),
  endsIn: lastFour(plain),
})

/** The guarded client with fetch's face, for an address that was typed on a page. Answers are read whole. */
const guarded = (safeFetch: SafeFetch): typeof fetch => {
  const ask = async (input: string | URL | Request, init: RequestInit = {}): Promise<Response> => {
    const url = input instanceof Request ? input.url : String(input)
    const headers = Object.fromEntries(new Headers(init.headers))
    const body = typeof init.body === 'string' ? { body: init.body } : {}
    const answer = await orAborted(
      safeFetch(url, {
        method: init.method ?? 'GET',
        headers,
        ...body,
        maxBytes: 1_000_000,
        timeoutMs: DEFAULTS.ai.timeMs,
      }),
      init.signal,
    )
    if (!answer.ok) throw new TypeError(`the model's address could not be asked: ${answer.code}`)
    return new Response(new Uint8Array(answer.bytes), {
      status: answer.status,
      headers: plainHeaders(answer.headers),
    })
  }
  return ask as typeof fetch
}

/** The guarded client has a time limit of its own; a customer's patience may end before it. */
const orAborted = async <Answer>(work: Promise<Answer>, signal?: AbortSignal | null): Promise<Answer> => {
  if (!signal) return work
  work.catch(() => undefined)
  return Promise.race([
    work,
    new Promise<never>((_, reject) => {
      if (signal.aborted) reject(signal.reason)
      signal.addEventListener('abort', () => reject(signal.reason), { once: true })
    }),
  ])
}

/** The bytes are decompressed already. */
const plainHeaders = (headers: Headers): Headers => {
  const kept = new Headers(headers)
  kept.delete('content-encoding')
  kept.delete('content-length')
  return kept
}

const budgetOf = ({ store, clock }: Base) =>
  makeBudget({
    store,
    clock,
    settings: async (shop) => (await store.shops.get(shop))?.settings ?? null,
    prices: async () => (await store.platform.get()).modelPrices ?? null,
  })

type Made = { llm: Llm; breaker: Breaker }

/** `mark` names the settings that it was made by: others make another, which knows of no trouble yet. */
type Named = { mark: string; settings: OpenAiSettings }

export type Models = {
  /** Null: this shop has none. */
  of(shop: ShopId): Promise<Llm | null>
  /** Until when the server is left alone after faults; null: it is asked, or there is none. */
  restsUntil(): Promise<number | null>
  isThere(): Promise<boolean>
}

export const makeModels = (base: Base, { timeMs }: Pick<ModelDeps, 'timeMs'> = {}): Models => {
  const { store, config, log, box, safeFetch, clock } = base
  const budget = budgetOf(base)
  let made: ({ mark: string } & Made) | null = null
  const once = ({ mark, settings }: Named): Made => {
    if (made?.mark === mark) return made
    const onOpen = (ms: number) => log.warn({ seconds: ms / 1000 }, 'the model is left alone for a while')
    const breaker = makeBreaker({ clock, onOpen })
    const completions = openaiCompletions(settings, { log })
    const llm = askModel({
      completions,
      breaker,
      budget,
      mask: maskForModel,
      log,
      clock,
      ...(timeMs ? { timeMs } : {}),
    })
    made = { mark, llm, breaker }
    return made
  }
  const ofPage = ({ key, baseUrl, model, at }: NonNullable<Platform['openai']>): Named | null => {
    const opened = box.open(key, PLACE)
    if (!opened.ok) return null
    const address = baseUrl ? { baseUrl, fetch: guarded(safeFetch) } : {}
    return { mark: `page:${at}`, settings: { apiKey: opened.plain, model, ...address } }
  }
  const now = async (): Promise<Made | null> => {
    const { openai } = await store.platform.get()
    const { apiKey, baseUrl, model } = config.openai
    const ofEnv = apiKey ? { mark: 'env', settings: { apiKey, baseUrl, model } } : null
    const named = openai ? ofPage(openai) : ofEnv
    return named && once(named)
  }
  return {
    of: async (shop) => {
      const settings = (await store.shops.get(shop))?.settings
      return settings?.aiOff ? null : ((await now())?.llm ?? null)
    },
    restsUntil: async () => (await now())?.breaker.restsUntil() ?? null,
    isThere: async () => (await now()) !== null,
  }
}
