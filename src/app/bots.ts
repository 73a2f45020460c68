// The fleet of bots with its deps filled in: Telegram's Api for shops with a token, a transport of our own for previews.
import type { Update } from 'grammy/types'
import { read } from '../assistant/reader/index.ts'
import { chatKeyOf } from '../bot/accept.ts'
import { makeBeside } from '../bot/beside.ts'
import { type ConnectDeps, connectPreview, connectTelegram } from '../bot/connect.ts'
import { makeFleet } from '../bot/fleet.ts'
import type { TokenDeps } from '../bot/token.ts'
import { type TurnDeps, turn } from '../bot/turn.ts'
import type { Hints } from '../http/live.ts'
import { everyMs } from '../jobs/lease.ts'
import type { ShopId } from '../lib/brand.ts'
import { lastFour } from '../lib/seal.ts'
import type { Language } from '../model/dialogue.ts'
import type { Say } from '../model/say.ts'
import type { Shop, ShopBot } from '../model/shop.ts'
import { previewChannel } from '../notices/drivers/preview.ts'
import { telegramChannel } from '../notices/drivers/telegram.ts'
import type { InboxUpdate } from '../store/documents.ts'
import { makeTelegram, type Telegram } from '../telegram/api.ts'
import { askToken, deleteWebhook, setWebhook } from '../telegram/token.ts'
import { render } from '../text/render.ts'
import { type Base, publicBase } from './base.ts'
import { type ConsoleParts, type Desk, makeDesk } from './console.ts'
import { makeHow } from './talk.ts'

type Parts = ConsoleParts & { turn: TurnDeps; hints: Pick<Hints, 'tell'> }
type Desked = Parts & { desk: Desk }

const makeOpener =
  ({ box }: Base) =>
  (shop: ShopId, sealed: string, field: 'bot.token' | 'bot.secret'): string | null => {
    const opened = box.open(sealed, { shop, field })
    return opened.ok ? opened.plain : null
  }

/** Telegram's own addresses are named by the operator, so the plain client goes there; a proxy of the environment never does. */
const straight = ((input: string, init?: RequestInit) => fetch(input, { ...init, proxy: '' })) as typeof fetch

const telegramFor = ({ config, clock, wait, pace }: Base, token: string): Telegram =>
  makeTelegram({
    token,
    apiRoot: config.telegramApiRoot,
    fetch: straight,
    clock,
    wait,
    ...(pace ? { pace } : {}),
  })

const connectDeps = (base: Base, parts: Desked): ConnectDeps => {
  const how = makeHow(base)
  const say = async (shop: Shop, language: Language | undefined, one: Say) =>
    render(one, await how(shop.id, language))
  return {
    store: base.store,
    apiRoot: base.config.telegramApiRoot,
    fetch: straight,
    turn: async (input) => (await parts.desk.hear(input)) ?? turn(parts.turn, input),
    groupLine: (shop, language) =>
      say(shop, language, { say: 'groupLine', username: shop.bot?.username ?? '' }),
    patience: (shop, language) => say(shop, language, { say: 'busy' }),
    wait: base.wait,
  }
}

const makeOurFleet = (base: Base, parts: Desked) => {
  const open = makeOpener(base)
  const deps = connectDeps(base, parts)
  return makeFleet({
    ...base,
    owner: base.ids.id('w'),
    every: everyMs,
    connectTelegram: async (shop, bot) => {
      const token = open(shop.id, bot.token, 'bot.token')
      if (!token) throw new Error(`the token of shop ${shop.id} does not open with this APP_SECRET`)
      const telegram = telegramFor(base, token)
      const channel = telegramChannel({ ...base, telegram, shop: shop.id })
      return connectTelegram(deps, { shop, bot, token }, { telegram, channel })
    },
    connectPreview: (shop) => {
      const changed = (id: ShopId) => parts.hints.tell(id, 'preview')
      return connectPreview(deps, shop, previewChannel({ ...base, shop: shop.id, changed }))
    },
  })
}

type TokenVerbs = TokenDeps & { open(bot: ShopBot, shop: ShopId): string | null }

const tokenDeps = (base: Base, refresh: () => Promise<void>): TokenVerbs => {
  const open = makeOpener(base)
  const hooks = publicBase(base.config)
  return {
    ...base,
    seal: (plain, place) => base.box.seal(plain, place),
    lastFour,
    ask: (token) => askToken(telegramFor(base, token)),
    setWebhook: (token, hook) => setWebhook(telegramFor(base, token), hook),
    deleteWebhook: (token) => deleteWebhook(telegramFor(base, token)),
    webhookUrl: (bot) => (hooks ? `${hooks}/hooks/telegram/${bot}` : null),
    refresh,
    open: (bot, shop) => open(shop, bot.token, 'bot.token'),
  }
}

export const makeBots = (base: Base, parts: Parts) => {
  const { store } = base
  const desk = makeDesk(base, parts, (shop, chat) => fleet.channelOf(shop, chat))
  const fleet: ReturnType<typeof makeOurFleet> = makeOurFleet(base, { ...parts, desk })
  const open = makeOpener(base)
  const how = makeHow(base)
  const entries = async (id: ShopId) => (await parts.goods.shelf(id)).entries
  const isOurs = makeBeside({ ...base, entries, read })
  const shopOf = async (bot: string): Promise<Shop | null> => {
    const owner = await store.keys.owner(`bot:${bot}`)
    return owner ? store.shops.get(owner) : null
  }
  return {
    fleet,
    token: tokenDeps(base, fleet.refresh),
    /** Null: not one of ours, or it is polled. */
    secretOf: async (bot: string): Promise<string | null> => {
      const shop = await shopOf(bot)
      if (!shop?.bot || shop.bot.mode === 'polling') return null
      return open(shop.id, shop.bot.secret, 'bot.secret')
    },
    /** Undefined for a bot of our own, whose every update is the shop's. */
    wouldHandle: async (bot: string, update: Update): Promise<boolean | undefined> => {
      const shop = await shopOf(bot)
      if (shop?.bot?.mode !== 'beside') return undefined
      const chat = chatKeyOf(bot, update)
      return (await desk.isFor({ shop: shop.id, chat, update })) || isOurs({ shop: shop.id, bot, update })
    },
    onGivenUp: async ({ bot, chat }: InboxUpdate): Promise<void> => {
      const shop = bot.startsWith('preview-') ? bot.slice('preview-'.length) : (await shopOf(bot))?.id
      const channel = shop && (await fleet.channelOf(shop, chat))
      if (shop && channel) await channel.send(chat, render({ say: 'trouble' }, await how(shop)))
    },
  }
}
export type Bots = ReturnType<typeof makeBots>
