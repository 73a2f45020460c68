// The dialogue with its deps filled in: what a turn sees, understands, does and says.
import { takeBind } from '../accounts/bind.ts'
import { answerFrom, type KnowledgeDeps, passagesFor } from '../assistant/knowledge.ts'
import { understand } from '../assistant/understand.ts'
import type { ActDeps, Discussed } from '../bot/act-deps.ts'
import { askerOf, type Scene } from '../bot/scene.ts'
import type { TurnDeps } from '../bot/turn.ts'
import { viewOf } from '../bot/view.ts'
import { forgetCustomer } from '../chats/forget.ts'
import { openItem } from '../chats/items.ts'
import { promisedAt } from '../chats/promise.ts'
import type { ShopId } from '../lib/brand.ts'
import type { Language } from '../model/dialogue.ts'
import type { Outgoing, Say } from '../model/say.ts'
import { makeMeasured } from '../orders/measured.ts'
import { moneyOf, withdrawalIdOf } from '../payments/withdrawal.ts'
import { moneyNow, phaseOf } from '../shops/phase.ts'
import { type How, render } from '../text/render.ts'
import { TERMS_VERSION } from '../text/terms.ts'
import type { Base } from './base.ts'
import type { Goods } from './goods.ts'
import type { Models } from './model.ts'
import type { Saldo } from './saldo.ts'
import type { Sales } from './sales.ts'

/** How a shop speaks now, in the language asked for or its own. */
export const makeHow =
  ({ store, clock }: Base) =>
  async (id: ShopId, language?: Language): Promise<How> => {
    const shop = await store.shops.get(id)
    if (!shop) throw new Error(`shop ${id} is gone`)
    const { voice, timezone, name, language: own } = shop.settings
    return { language: language ?? own, voice, timezone, now: clock.now(), shop: name }
  }

const pause = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

/** Where a destination belongs while it waits for the yes to its card. */
const PENDING = 'dialogue.destination'

const saldoActs = (base: Base, saldo: Saldo) => {
  const { store, clock, box } = base
  const paidFrom = async (shop: ShopId) => {
    const found = await store.shops.get(shop)
    return found ? moneyOf(found) : 'real'
  }
  return {
    deposit: saldo.deposit,
    askWithdrawal: saldo.askWithdrawal,
    purse: async ({ shop, customer }: Scene) => {
      const money = (await moneyNow({ store, clock }, { shop, customer })) ?? (await paidFrom(shop))
      return saldo.walletEntries({ shop, customer, money, limit: 10 })
    },
    payable: async ({ shop, customer }: Scene) =>
      saldo.walletEntries({ shop, customer, money: await paidFrom(shop), limit: 1 }),
    withdrawalOf: async (shop: ShopId, cause: string) =>
      store.withdrawals.get(shop, withdrawalIdOf(shop, cause)),
    seal: (shop: ShopId, plain: string) => box.seal(plain, { shop, field: PENDING }),
    open: (shop: ShopId, sealed: string) => {
      const opened = box.open(sealed, { shop, field: PENDING })
      return opened.ok ? opened.plain : null
    },
  }
}

/** What the model is given to speak about: the shelf as this turn sees it, and the seller's documents. */
const discussion =
  ({ store }: Base, { knowledge, models }: Pick<Parts, 'knowledge' | 'models'>) =>
  async (scene: Scene, { text, small, shown, links, goods }: Discussed) => {
    const [llm, shop] = await Promise.all([models.of(scene.shop), store.shops.get(scene.shop)])
    if (!llm || !shop) return null
    const { voice, name } = shop.settings
    return llm.answer({
      text,
      ...(small ? { small } : {}),
      language: scene.language,
      voice,
      shop: name,
      catalogue: goods.entries,
      shown,
      line: (mid, quantity) => {
        const service = goods.byMid(mid)
        return service === undefined ? null : goods.line(service, quantity)
      },
      passages: (question) => passagesFor(knowledge, { shop: scene.shop, question, limit: 3 }),
      by: askerOf(scene, links),
    })
  }

const makeActs = (base: Base, { sales, saldo, knowledge, models }: Omit<Parts, 'goods'>): ActDeps => {
  const { store, clock } = base
  return {
    ...saldoActs(base, saldo),
    store,
    clock,
    place: sales.place,
    confirm: sales.confirm,
    withdraw: sales.withdraw,
    check: sales.check,
    choose: sales.choose,
    claim: sales.claim,
    measured: makeMeasured({ store, clock, pause }),
    openItem: (asking) => openItem({ store, clock }, asking),
    promised: async (shop, dueAt) => {
      const found = await store.shops.get(shop)
      return found && promisedAt(found, dueAt)
    },
    forget: (scene) => forgetCustomer({ store, clock }, scene),
    setLanguage: async ({ shop, customer }: Scene, language) => {
      await store.customers.change(shop, customer, (one) => ({ ...one, language }))
    },
    answer: async (shop, question) => {
      const found = await answerFrom(knowledge, { shop, question })
      return found && { text: found.text, sources: [found.title] }
    },
    discuss: discussion(base, { knowledge, models }),
    bind: async ({ shop, user, name }, token) =>
      user > 0 && (await takeBind({ store, clock }, { shop, token, user: { id: user, name } })).ok,
  }
}

type Parts = { sales: Sales; goods: Goods; saldo: Saldo; knowledge: KnowledgeDeps; models: Models }

export const makeTalk = (base: Base, { sales, goods, saldo, knowledge, models }: Parts): TurnDeps => {
  const { store, clock } = base
  const how = makeHow(base)
  const shopOf = async (id: ShopId) => {
    const shop = await store.shops.get(id)
    if (!shop) return null
    const phase = await phaseOf({ store }, shop, clock.now())
    return { settings: shop.settings, phase, bound: shop.bound.map(({ user }) => user) }
  }
  return {
    store,
    clock,
    acts: makeActs(base, { sales, saldo, knowledge, models }),
    view: (scene) =>
      viewOf({ store, clock, termsVersion: TERMS_VERSION, shop: shopOf, goods: goods.shelf }, scene),
    understand: async (input) => understand({ llm: await models.of(input.shop) }, input),
    render: async (shop: ShopId, language: Language | undefined, say: Say[]): Promise<Outgoing[]> => {
      const manner = await how(shop, language)
      return say.map((one) => render(one, manner))
    },
    shopLanguage: async (shop) => (await how(shop)).language,
  }
}
