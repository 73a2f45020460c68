// One shop's bot in grammY. The conversation is a loop that holds no fact of its own: checkpoint, wait, one verb inside `external`,
// rewind; so its log stays small, and a replay, an upgrade, another replica and the preview see the same.
import {
  type Conversation,
  type ConversationFlavor,
  conversations,
  createConversation,
  type VersionedStateStorage,
} from '@grammyjs/conversations'
import { Bot, type Context } from 'grammy'
import type { Update, UserFromGetMe } from 'grammy/types'
import type { ChatKey, ShopId } from '../lib/brand.ts'
import type { Language } from '../model/dialogue.ts'
import type { Outgoing } from '../model/say.ts'
import type { Channel } from '../notices/channel.ts'
import { chatKeyOf } from './accept.ts'
import { isBeside, type StoredUpdate } from './hear.ts'
import type { Turn, TurnInput } from './turn.ts'

type BotContext = ConversationFlavor<Context>

export type BotDeps = {
  shop: ShopId
  /** The bot's part of a chat key: its Telegram number, or `preview-<shop>`. */
  key: string
  token: string
  botInfo: UserFromGetMe
  apiRoot: string
  /** Paces and retries, or plays Telegram for the preview; below grammY, so that replayed calls are not sent again. */
  fetch: typeof fetch
  channel: Channel
  storage: VersionedStateStorage<string, unknown>
  turn(input: TurnInput): Promise<Turn>
  groupLine(language: Language): Promise<Outgoing>
  /** Said when a turn takes longer than a person waits in silence. */
  patience(language: Language | undefined): Promise<Outgoing>
  wait(ms: number, signal?: AbortSignal): Promise<void>
}

/** `wait`: Telegram could not be reached; the update comes again after so many milliseconds and is answered from what was written. */
export type Handled = { kind: 'done' } | { kind: 'wait'; ms: number; error: string }

const DONE: Handled = { kind: 'done' }

export const makeBot = (deps: BotDeps): { handle(update: StoredUpdate): Promise<Handled> } => {
  const bot = new Bot<BotContext>(deps.token, {
    botInfo: deps.botInfo,
    client: { apiRoot: deps.apiRoot, fetch: deps.fetch as never },
  })
  const outcomes = new Map<string, Handled>()
  const answer = (update: StoredUpdate) => answerUpdate(deps, update, outcomes)
  bot.on('callback_query', async (ctx, next) => {
    await ctx.answerCallbackQuery().catch(() => undefined)
    await next()
  })
  const inChat = bot.chatType('private')
  inChat.use(async (ctx, next) => {
    if (isBeside(ctx.update as Update)) await answer(ctx.update as Update)
    else await next()
  })
  inChat.use(conversations({ storage: deps.storage as never }))
  inChat.use(
    createConversation(
      (conversation: Conversation<BotContext, Context>, ctx: Context) => talk(conversation, ctx, answer),
      { id: 'order' },
    ),
  )
  inChat.use((ctx) => ctx.conversation.enter('order'))
  bot.chatType(['group', 'supergroup']).command(['start', 'harga'], async (ctx) => {
    const line = await deps.groupLine(ctx.from?.language_code === 'en' ? 'en' : 'id')
    await ctx.reply(line.html, { parse_mode: 'HTML' })
  })
  return {
    handle: async (update) => {
      const chat = chatKeyOf(deps.key, update)
      outcomes.delete(chat)
      await bot.handleUpdate(update)
      const outcome = outcomes.get(chat) ?? DONE
      outcomes.delete(chat)
      return outcome
    },
  }
}

const talk = async (
  conversation: Conversation<BotContext, Context>,
  first: Context,
  answer: (update: Update) => Promise<boolean>,
): Promise<void> => {
  let ctx = first
  for (;;) {
    const update = ctx.update
    if (await conversation.external(() => answer(update))) return
    const mark = conversation.checkpoint()
    ctx = await conversation.wait()
    const next = ctx.update
    if (await conversation.external(() => answer(next))) return
    await conversation.rewind(mark)
  }
}

/** Takes the turn and sends its replies; true when the conversation has reached its yes. */
const answerUpdate = async (
  deps: BotDeps,
  update: StoredUpdate,
  outcomes: Map<string, Handled>,
): Promise<boolean> => {
  const from = update.message?.from ?? update.callback_query?.from
  if (!from || from.is_bot) return false
  const chat = chatKeyOf(deps.key, update)
  const language: Language | undefined = from.language_code?.startsWith('en') ? 'en' : undefined
  const channel = deps.key.startsWith('preview-') ? 'preview' : 'telegram'
  const name = [from.first_name, from.last_name].filter(Boolean).join(' ').slice(0, 64)
  const person = {
    channel,
    id: String(from.id),
    name,
    ...(from.username ? { username: from.username } : {}),
    ...(language ? { language } : {}),
  } as const
  const input = { shop: deps.shop, chat, person, n: update.update_id, update }
  const taken = await withPatience(deps, { chat, language }, () => deps.turn(input))
  if (taken.deleteMessage) await deps.channel.remove(chat, taken.deleteMessage)
  const fault = await sendAll(deps.channel, chat, taken.replies)
  if (fault) outcomes.set(chat, fault)
  return taken.ended
}

const SILENCE = 3000

/** "typing" at once, a word after three seconds; neither may fail the turn. */
const withPatience = async <Result>(
  { channel, patience, wait }: BotDeps,
  { chat, language }: { chat: ChatKey; language: Language | undefined },
  work: () => Promise<Result>,
): Promise<Result> => {
  const done = new AbortController()
  const comfort = async () => {
    await channel.typing(chat)
    await wait(SILENCE, done.signal)
    if (!done.signal.aborted) await channel.send(chat, await patience(language))
  }
  comfort().catch(() => undefined)
  try {
    return await work()
  } finally {
    done.abort()
  }
}

const sendAll = async (channel: Channel, chat: ChatKey, replies: Outgoing[]): Promise<Handled | null> => {
  for (const reply of replies) {
    const sent = await channel.send(chat, reply)
    if (sent.kind === 'later') return { kind: 'wait', ms: sent.ms, error: sent.detail }
    if (sent.kind === 'blocked') return null
    if (sent.kind === 'refused') throw new Error(`Telegram refused a reply: ${sent.detail}`)
  }
  return null
}
