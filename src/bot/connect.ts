// Puts a shop's bot to work: grammY on top, its channel below, Telegram or the preview's own transport under both.
import type { UserFromGetMe } from 'grammy/types'
import type { Language } from '../model/dialogue.ts'
import type { Outgoing } from '../model/say.ts'
import type { Shop, ShopBot } from '../model/shop.ts'
import type { Channel } from '../notices/channel.ts'
import type { Store } from '../store/store.ts'
import type { Telegram } from '../telegram/api.ts'
import { setMenu } from '../telegram/token.ts'
import { pollUpdates } from '../telegram/updates.ts'
import { makeBot } from './bot.ts'
import type { Connected } from './fleet.ts'
import { MENUS } from './menu.ts'
import { previewKey } from './preview.ts'
import { conversationStorage } from './storage.ts'
import type { Turn, TurnInput } from './turn.ts'

export type ConnectDeps = {
  store: Pick<Store, 'conversations' | 'chats'>
  apiRoot: string
  fetch: typeof fetch
  turn(input: TurnInput): Promise<Turn>
  groupLine(shop: Shop, language: Language): Promise<Outgoing>
  /** "Sebentar ya kak…", said when a turn takes long. */
  patience(shop: Shop, language: Language | undefined): Promise<Outgoing>
  wait(ms: number, signal?: AbortSignal): Promise<void>
}

const infoOf = (bot: { id: number; username: string; name: string }): UserFromGetMe =>
  ({
    id: bot.id,
    is_bot: true,
    first_name: bot.name,
    username: bot.username,
    can_join_groups: true,
    can_read_all_group_messages: false,
    supports_inline_queries: false,
  }) as UserFromGetMe

type Line = { key: string; token: string; botInfo: UserFromGetMe; channel: Channel; fetch: typeof fetch }

const botOf = (deps: ConnectDeps, shop: Shop, line: Line) =>
  makeBot({
    ...line,
    shop: shop.id,
    apiRoot: deps.apiRoot,
    storage: conversationStorage(deps.store, line.key),
    turn: deps.turn,
    remember: (chat, said) =>
      deps.store.chats.change(shop.id, chat, (known) =>
        known.lastUpdate === said.n ? { ...known, said } : null,
      ),
    groupLine: (language) => deps.groupLine(shop, language),
    // The language the customer chose here comes before that of their app.
    patience: async (chat, language) =>
      deps.patience(shop, (await deps.store.chats.get(shop.id, chat))?.language ?? language),
    wait: deps.wait,
  })

/** `token` opened. The menu is set beside the work and may fail alone. */
export const connectTelegram = async (
  deps: ConnectDeps,
  { shop, bot, token }: { shop: Shop; bot: ShopBot; token: string },
  { telegram, channel }: { telegram: Telegram; channel: Channel },
): Promise<Connected> => {
  const line = { key: String(bot.id), token, botInfo: infoOf(bot), channel, fetch: deps.fetch }
  const { handle } = botOf(deps, shop, line)
  // The menu of a bot that another program serves is that program's.
  if (bot.mode !== 'beside') void setMenu(telegram, MENUS, shop.settings.language)
  return { handle, channel, poll: (offset, signal) => pollUpdates(telegram, offset, signal) }
}

const PREVIEW_TOKEN = '1:preview'

/** grammY's own calls (the answer to a pressed button) are answered here; nothing leaves the house. */
const nobody = (async () => Response.json({ ok: true, result: true })) as unknown as typeof fetch

export const connectPreview = async (deps: ConnectDeps, shop: Shop, channel: Channel): Promise<Connected> => {
  const botInfo = infoOf({ id: 1, username: 'preview_bot', name: shop.settings.name })
  const line = { key: previewKey(shop.id), token: PREVIEW_TOKEN, botInfo, channel, fetch: nobody }
  const { handle } = botOf(deps, shop, line)
  return { handle, channel, poll: async () => ({ ok: true, updates: [] }) }
}
