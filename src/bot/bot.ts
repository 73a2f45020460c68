// One shop's bot in grammY. The conversation is a loop that holds no fact of its own: checkpoint, wait, one verb inside `external`,
// rewind; so its log stays small, and a replay, an upgrade, another replica and the preview see the same.
import {
  type Conversation,
  type ConversationFlavor,
  conversations,
  createConversation,
  type VersionedStateStorage,
} from '@grammyjs/conversations'
import { Bot, BotError, type Context } from 'grammy'
import type { Update, UserFromGetMe } from 'grammy/types'
import type { ChatKey, ShopId } from '../lib/brand.ts'
import type { Language } from '../model/dialogue.ts'
import type { Outgoing } from '../model/say.ts'
import type { Channel } from '../notices/channel.ts'
import { chatKeyOf } from './accept.ts'
import { isBeside, type StoredUpdate } from './hear.ts'
import { withPatience } from './patience.ts'
import { DONE, type Handled, makeReplies, type Remember, type SendReplies } from './replies.ts'
import type { Turn, TurnInput } from './turn.ts'

type BotContext = ConversationFlavor<Context>

export type BotDeps = {
  shop: ShopId
  /** The bot's part of a chat key: its Telegram number, or `preview-<shop>`. */
  key: string
  token: string
  botInfo: UserFromGetMe
  apiRoot: string
  /** Carries grammY's own calls, or plays Telegram for the preview; below grammY, so that replayed calls are not sent again. */
  fetch: typeof fetch
  channel: Channel
  remember: Remember
  storage: VersionedStateStorage<string, unknown>
  turn(input: TurnInput): Promise<Turn>
  groupLine(language: Language): Promise<Outgoing>
  /** Said when a turn takes longer than a person waits in silence. */
  patience(chat: ChatKey, language: Language | undefined): Promise<Outgoing>
  wait(ms: number, signal?: AbortSignal): Promise<void>
}

export type { Handled } from './replies.ts'

/** An answered button must not hold up the answer itself. */
const BUTTON_SECONDS = 5

type Answer = (update: Update) => Promise<boolean>

export const makeBot = (deps: BotDeps): { handle(update: StoredUpdate): Promise<Handled> } => {
  const bot = new Bot<BotContext>(deps.token, {
    botInfo: deps.botInfo,
    client: { apiRoot: deps.apiRoot, fetch: deps.fetch as never, timeoutSeconds: BUTTON_SECONDS },
  })
  const outcomes = new Map<string, Handled>()
  const send = makeReplies(deps.channel, deps.remember)
  const answer: Answer = (update) => answerUpdate(deps, { update, send, outcomes })
  bot.on('callback_query', async (ctx, next) => {
    const told = ctx.answerCallbackQuery().catch(() => undefined)
    await next()
    await told
  })
  inPrivate(bot, deps, answer)
  bot.chatType(['group', 'supergroup']).use((ctx) => inGroup(deps, ctx, { send, outcomes }))
  return {
    handle: async (update) => {
      const chat = chatKeyOf(deps.key, update)
      outcomes.delete(chat)
      await bot.handleUpdate(update).catch(throwCause)
      const outcome = outcomes.get(chat) ?? DONE
      outcomes.delete(chat)
      return outcome
    },
  }
}

/** grammY wraps what was thrown together with the whole context, and the context holds the token. */
const throwCause = (thrown: unknown): never => {
  throw thrown instanceof BotError ? thrown.error : thrown
}

/** Commands and order actions at any time, beside the conversation; all else goes through it. */
const inPrivate = (bot: Bot<BotContext>, deps: BotDeps, answer: Answer): void => {
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
}

const talk = async (
  conversation: Conversation<BotContext, Context>,
  first: Context,
  answer: Answer,
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

const languageOf = (code: string | undefined): Language | undefined =>
  code?.startsWith('en') ? 'en' : undefined

type Sending = { send: SendReplies; outcomes: Map<string, Handled> }

/** A group is answered with one line and a link when it calls the bot, and hears nothing else. */
const inGroup = async (deps: BotDeps, ctx: Context, { send, outcomes }: Sending): Promise<void> => {
  const name = `@${deps.botInfo.username}`.toLowerCase()
  const named = ctx.entities('mention').some(({ text }) => text.toLowerCase() === name)
  if (!ctx.message || ctx.from?.is_bot || !(named || ctx.hasCommand(['start', 'harga']))) return
  const chat = chatKeyOf(deps.key, ctx.update)
  const line = await deps.groupLine(languageOf(ctx.from?.language_code) ?? 'id')
  outcomes.set(chat, await send({ chat, n: ctx.update.update_id, replies: [line] }))
}

/** Takes the turn and sends its replies; true when the conversation has reached its yes. */
const answerUpdate = async (
  deps: BotDeps,
  { update, send, outcomes }: Sending & { update: StoredUpdate },
): Promise<boolean> => {
  const from = update.message?.from ?? update.callback_query?.from
  if (!from || from.is_bot) return false
  const chat = chatKeyOf(deps.key, update)
  const n = update.update_id
  const language = languageOf(from.language_code)
  const person = {
    channel: deps.key.startsWith('preview-') ? ('preview' as const) : ('telegram' as const),
    id: String(from.id),
    name: [from.first_name, from.last_name].filter(Boolean).join(' ').slice(0, 64),
    ...(from.username ? { username: from.username } : {}),
    ...(language ? { language } : {}),
  }
  const comfort = { ...deps, words: () => deps.patience(chat, language) }
  const taken = await withPatience(comfort, chat, () =>
    deps.turn({ shop: deps.shop, chat, person, n, update }),
  )
  const { replies, deleteMessage, from: first = 0 } = taken
  const remove = deleteMessage === undefined ? {} : { remove: deleteMessage }
  outcomes.set(chat, await send({ chat, n, replies, from: first, ...remove }))
  return taken.ended
}
