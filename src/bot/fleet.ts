// One process, many shops' bots: makes each bot when it is first needed, polls those without a webhook, and hands every stored
// update to the bot it is for. A bot's token belongs to one live shop; the preview's bot to its shop.
import type { Update } from 'grammy/types'
import type { ChatKey, Millis, ShopId } from '../lib/brand.ts'
import type { Clock } from '../lib/clock.ts'
import type { Log } from '../lib/log.ts'
import type { Shop, ShopBot } from '../model/shop.ts'
import type { Channel } from '../notices/channel.ts'
import type { InboxUpdate } from '../store/documents.ts'
import type { Store } from '../store/store.ts'
import { accept } from './accept.ts'
import type { Handled } from './bot.ts'
import type { StoredUpdate } from './hear.ts'

/** A bot at work: `poll` waits for updates of Telegram (≤ 30 s) and answers them, or why there are none. */
export type Connected = {
  handle(update: StoredUpdate): Promise<Handled>
  channel: Channel
  poll(offset: number, signal: AbortSignal): Promise<Polled>
}
export type Polled =
  | { ok: true; updates: Update[] }
  | { ok: false; reason: 'unauthorized' | 'conflict' | 'unreachable'; detail: string }

export type FleetDeps = {
  store: Pick<Store, 'shops' | 'keys' | 'inbox'>
  clock: Clock
  log: Log
  wait(ms: number, signal: AbortSignal): Promise<void>
  connectTelegram(shop: Shop, bot: ShopBot): Promise<Connected>
  connectPreview(shop: Shop): Promise<Connected>
}

export type Fleet = ReturnType<typeof makeFleet>

type Polling = { stop: AbortController; ended: Promise<void> }
const PREVIEW = 'preview-'

export const makeFleet = (deps: FleetDeps) => {
  const bots = new Map<string, { mark: string; bot: Promise<Connected> }>()
  const polling = new Map<string, Polling & { mark: string }>()

  const connected = async (key: string): Promise<Connected | null> => {
    const shop = await shopOf(deps, key)
    if (!shop || (!key.startsWith(PREVIEW) && !shop.bot)) return null
    // A new token or mode makes a new bot; settings are read anew with every turn.
    const mark = key.startsWith(PREVIEW) ? 'preview' : `${shop.bot?.at}`
    const known = bots.get(key)
    if (known?.mark === mark) return known.bot
    const bot =
      shop.bot && mark !== 'preview' ? deps.connectTelegram(shop, shop.bot) : deps.connectPreview(shop)
    bots.set(key, { mark, bot })
    return bot
  }

  const stopPolling = async (key: string): Promise<void> => {
    const loop = polling.get(key)
    polling.delete(key)
    loop?.stop.abort()
    await loop?.ended
  }

  /** Polls what is to be polled, stops what is not; called at the start and after a bot was changed. */
  const refresh = async (): Promise<void> => {
    const wanted = new Map(
      (await deps.store.shops.withBot()).flatMap((shop) =>
        shop.bot?.mode === 'polling' ? [[String(shop.bot.id), shop] as const] : [],
      ),
    )
    for (const [key, loop] of polling)
      if (!wanted.has(key) || `${wanted.get(key)?.bot?.at}` !== loop.mark) await stopPolling(key)
    for (const [key, shop] of wanted) {
      if (polling.has(key)) continue
      const stop = new AbortController()
      polling.set(key, {
        stop,
        mark: `${shop.bot?.at}`,
        ended: pollLoop(deps, { key, shop: shop.id, connected: () => connected(key) }, stop.signal),
      })
    }
  }

  return {
    refresh,
    /** The inbox's handler: the update carries the inbox's number instead of Telegram's, which jumps. */
    handle: async (row: InboxUpdate): Promise<Handled> => {
      const bot = await connected(row.bot)
      if (!bot) return { kind: 'done' }
      return bot.handle({ ...(JSON.parse(row.body) as StoredUpdate), update_id: row.n })
    },
    /** Null while the shop has no bot that reaches this chat. */
    channelOf: async (_shop: ShopId, chat: ChatKey): Promise<Channel | null> =>
      (await connected(chat.slice(0, chat.lastIndexOf(':'))))?.channel ?? null,
    stop: async (): Promise<void> => {
      for (const key of [...polling.keys()]) await stopPolling(key)
    },
  }
}

const shopOf = async (deps: FleetDeps, key: string): Promise<Shop | null> => {
  if (key.startsWith(PREVIEW)) return deps.store.shops.get(key.slice(PREVIEW.length))
  const owner = await deps.store.keys.owner(`bot:${key}`)
  return owner ? deps.store.shops.get(owner) : null
}

type Polls = { key: string; shop: ShopId; connected(): Promise<Connected | null> }

/** Telegram forgets an update once a later offset is asked for: the offset moves only after the update is stored. */
const pollLoop = async (
  deps: FleetDeps,
  { key, shop, connected }: Polls,
  signal: AbortSignal,
): Promise<void> => {
  let offset = 0
  while (!signal.aborted) {
    const bot = await connected()
    if (!bot) return
    const polled = await bot.poll(offset, signal)
    if (signal.aborted) return
    if (!polled.ok) {
      await noteFault(deps, shop, `${polled.reason}: ${polled.detail}`)
      await deps.wait(polled.reason === 'unreachable' ? 3000 : 30_000, signal)
      continue
    }
    if (polled.updates.length > 0) await noteFault(deps, shop, null)
    for (const update of polled.updates) {
      await accept(deps, key, update)
      offset = update.update_id + 1
    }
  }
}

/** Shown on the bot's page; written only when it changes. */
const noteFault = async (deps: FleetDeps, shop: ShopId, message: string | null): Promise<void> => {
  if (message) deps.log.warn({ shop, message }, 'the bot could not ask for updates')
  await deps.store.shops.change(shop, (current) => {
    if (!current.bot || (current.bot.lastError?.message ?? null) === message) return null
    const { lastError: _, ...bot } = current.bot
    return {
      ...current,
      bot: message
        ? { ...bot, lastError: { at: deps.clock.now() as Millis, message: message.slice(0, 200) } }
        : bot,
    }
  })
}
