// The model behind the shop as tests ask it: the real client against the scripted server, a budget on a store in memory, a clock by hand.
import { askModel } from '../../src/assistant/ask-model.ts'
import { makeBreaker } from '../../src/assistant/breaker.ts'
import { makeBudget, type Prices } from '../../src/assistant/budget.ts'
import { openaiCompletions } from '../../src/assistant/drivers/openai.ts'
import type { Passage, Question, ShopQuestion } from '../../src/assistant/llm.ts'
import { makeLog } from '../../src/lib/log.ts'
import { maskForModel } from '../../src/model/model-mask.ts'
import type { ProductLine } from '../../src/model/say.ts'
import type { ShopSettings } from '../../src/model/shop.ts'
import { fakeClock } from '../support/fake-clock.ts'
import { startFakeModel } from '../support/fake-model.ts'
import { liveShop } from '../support/shops.ts'
import { openTestStore } from '../support/store-under-test.ts'
import { CATALOGUE } from './catalogue.ts'

export const KEY = 'sk-test-secret-key-000000'
export const SHOP = 's_1'
export const BY = { shop: SHOP, chat: '4242:501', people: ['Rina Wulandari', 'rina_w'] }

export const openAsking = async (given: { timeMs?: number; settings?: Partial<ShopSettings> } = {}) => {
  const server = startFakeModel({ key: KEY })
  const clock = fakeClock()
  const store = await openTestStore(clock)
  const lines: string[] = []
  const log = makeLog('debug', { write: (line) => void lines.push(line) })
  const shop = liveShop({ id: SHOP, owner: 'a_1' })
  const knobs: { settings: Partial<ShopSettings>; prices: Prices | null } = {
    settings: given.settings ?? {},
    prices: null,
  }
  const breaker = makeBreaker({ clock })
  const llm = askModel({
    completions: openaiCompletions({ apiKey: KEY, baseUrl: server.url, model: 'm' }, { log }),
    breaker,
    budget: makeBudget({
      store,
      clock,
      settings: async () => ({ ...shop.settings, ...knobs.settings }),
      prices: async () => knobs.prices,
    }),
    mask: maskForModel,
    log,
    clock,
    timeMs: given.timeMs ?? 5000,
  })
  return {
    server,
    clock,
    store,
    lines,
    knobs,
    breaker,
    llm,
    stop: async () => {
      await server.stop()
      await store.close()
    },
  }
}

export const ask = (text: string, more: Partial<Question> = {}): Question => ({
  message: { text },
  asked: { state: 'idle', context: {} },
  catalogue: CATALOGUE,
  language: 'id',
  by: BY,
  ...more,
})

/** 1 rupiah a unit and ten for the number, so that each product has a price of its own. */
export const priceOf = (mid: number, quantity: number): number => quantity + 10 * mid

export const line = (mid: number, quantity?: number): ProductLine | null => {
  const entry = CATALOGUE.find((one) => one.mid === mid)
  if (!entry) return null
  const { name, platform, kind, min, max, type } = entry
  const fits = quantity !== undefined && quantity <= max
  const priceFor = fits ? quantity : 1000
  return {
    ...{ mid, service: `sv_${mid}`, name, platform, kind, type, min, max },
    linkKind: 'any',
    price: priceOf(mid, priceFor),
    priceOf: priceFor,
    minPrice: priceOf(mid, min),
  }
}

export const askShop = (text: string, more: Partial<ShopQuestion> & { documents?: Passage[] } = {}) => {
  const { documents = [], ...rest } = more
  const question: ShopQuestion = {
    text,
    language: 'id',
    voice: 'akrab',
    shop: 'Toko Ani',
    catalogue: CATALOGUE,
    line,
    passages: async () => documents,
    by: BY,
    ...rest,
  }
  return question
}
