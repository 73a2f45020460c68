// One process, many shops' bots: makes each bot when it is first needed, polls its part of those without a webhook, and hands every stored
// update to the bot it is for. A bot's token belongs to one live shop; the preview's bot to its shop.
import type { ChatKey, ShopId } from '../lib/brand.ts'
import type { Shop, ShopBot } from '../model/shop.ts'
import type { Channel } from '../notices/channel.ts'
import type { InboxUpdate } from '../store/documents.ts'
import type { Store } from '../store/store.ts'
import type { StoredUpdate } from './hear.ts'
import type { Polled } from './polling.ts'
import { makePollings, type PollingsDeps } from './pollings.ts'
import type { Handled } from './replies.ts'

export type { Polled } from './polling.ts'

/** A bot at work: `poll` waits for updates of Telegram (≤ 30 s) and answers them, or why there are none. */
export type Connected = {
  handle(update: StoredUpdate): Promise<Handled>
  channel: Channel
  poll(offset: number, signal: AbortSignal): Promise<Polled>
}

export type FleetDeps = PollingsDeps & {
  store: Pick<Store, 'shops' | 'keys' | 'inbox' | 'leases'>
  connectTelegram(shop: Shop, bot: ShopBot): Promise<Connected>
  connectPreview(shop: Shop): Promise<Connected>
}

const PREVIEW = 'preview-'
const isPreview = (key: string): boolean => key.startsWith(PREVIEW)

export const makeFleet = (deps: FleetDeps) => {
  const connected = makeConnections(deps)
  const { refresh, stop } = makePollings(deps, connected)
  return {
    refresh,
    stop,
    /** The inbox's handler: the update carries the inbox's number instead of Telegram's, which jumps. */
    handle: async (row: InboxUpdate): Promise<Handled> => {
      const bot = await connected(row.bot)
      if (!bot) return { kind: 'done' }
      return bot.handle({ ...(JSON.parse(row.body) as StoredUpdate), update_id: row.n })
    },
    /** Null while the shop has no bot that reaches this chat. Who wrote to a bot that is gone is reached by the one that took its
     *  place, as far as Telegram lets it: customers belong to the shop, never to a token. */
    channelOf: async (id: ShopId, chat: ChatKey): Promise<Channel | null> => {
      const key = chat.slice(0, chat.lastIndexOf(':'))
      if ((await shopOf(deps, key))?.id === id) return (await connected(key))?.channel ?? null
      const shop = isPreview(key) ? null : await deps.store.shops.get(id)
      return shop?.bot ? ((await connected(String(shop.bot.id)))?.channel ?? null) : null
    },
  }
}

/** The shop that this bot works for now. */
const shopOf = async ({ store }: FleetDeps, key: string): Promise<Shop | null> => {
  if (isPreview(key)) return store.shops.get(key.slice(PREVIEW.length))
  const owner = await store.keys.owner(`bot:${key}`)
  const shop = owner ? await store.shops.get(owner) : null
  return String(shop?.bot?.id) === key ? shop : null
}

const makeConnections = (deps: FleetDeps) => {
  const bots = new Map<string, { mark: string; bot: Promise<Connected> }>()
  const connect = (key: string, shop: Shop): Promise<Connected> =>
    shop.bot && !isPreview(key) ? deps.connectTelegram(shop, shop.bot) : deps.connectPreview(shop)
  return async (key: string): Promise<Connected | null> => {
    const shop = await shopOf(deps, key)
    if (!shop) return null
    // A new token or mode makes a new bot; settings are read anew with every turn.
    const mark = isPreview(key) ? 'preview' : `${shop.bot?.at}`
    const known = bots.get(key)
    if (known?.mark === mark) return known.bot
    const made = { mark, bot: connect(key, shop) }
    bots.set(key, made)
    // What failed is tried anew by the next who asks.
    made.bot.catch(() => bots.get(key) === made && bots.delete(key))
    return made.bot
  }
}
