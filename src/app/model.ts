// The language model of a shop: the admin's from the dashboard, else the environment's; none when the shop wants none.
import { openaiLlm } from '../assistant/drivers/openai.ts'
import type { Llm } from '../assistant/llm.ts'
import type { ShopId } from '../lib/brand.ts'
import type { SafeFetch } from '../lib/safe-fetch.ts'
import { lastFour } from '../lib/seal.ts'
import { maskForModel } from '../model/secret-words.ts'
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
    const answer = await safeFetch(url, {
      method: init.method ?? 'GET',
      headers,
      ...body,
      maxBytes: 1_000_000,
    })
    if (!answer.ok) throw new TypeError(`the model's address could not be asked: ${answer.code}`)
    return new Response(new Uint8Array(answer.bytes), {
      status: answer.status,
      headers: plainHeaders(answer.headers),
    })
  }
  return ask as typeof fetch
}

/** The bytes are decompressed already. */
const plainHeaders = (headers: Headers): Headers => {
  const kept = new Headers(headers)
  kept.delete('content-encoding')
  kept.delete('content-length')
  return kept
}

export const makeModels = (base: Base) => {
  const { store, config, log, box, safeFetch } = base
  const made = new Map<string, Llm>()
  const once = (mark: string, make: () => Llm): Llm => {
    const known = made.get(mark)
    if (known) return known
    made.clear()
    const llm = make()
    made.set(mark, llm)
    return llm
  }
  const deps = { log, mask: maskForModel }
  const ofPage = ({ key, baseUrl, model, at }: NonNullable<Platform['openai']>): Llm | null => {
    const opened = box.open(key, PLACE)
    if (!opened.ok) return null
    const settings = {
      apiKey: opened.plain,
      model,
      ...(baseUrl ? { baseUrl, fetch: guarded(safeFetch) } : {}),
    }
    return once(`page:${at}`, () => openaiLlm(settings, deps))
  }
  return async (shop: ShopId): Promise<Llm | null> => {
    if ((await store.shops.get(shop))?.settings.aiOff) return null
    const { openai } = await store.platform.get()
    if (openai) return ofPage(openai)
    const { apiKey, baseUrl, model } = config.openai
    return apiKey ? once('env', () => openaiLlm({ apiKey, baseUrl, model }, deps)) : null
  }
}
