// The chat preview: what is typed in the browser becomes an update like Telegram's and takes the same way through inbox and lanes.
import type { Update } from 'grammy/types'
import type { AccountId, ChatKey, ShopId } from '../lib/brand.ts'
import type { Clock } from '../lib/clock.ts'
import type { ChatMessage } from '../store/documents.ts'
import type { Store } from '../store/store.ts'
import { accept } from './accept.ts'

export type PreviewInput =
  | { text: string }
  | { press: { messageId: number; payload: string } }
  | { photo: true }

export const previewKey = (shop: ShopId): string => `preview-${shop}`

/** The preview's customer: one per account that looks, numbered like a Telegram user. */
export const previewUser = (account: AccountId): number =>
  Number(BigInt(`0x${Bun.hash(account).toString(16)}`) % 9_000_000_000n) + 1

export const previewChat = (shop: ShopId, account: AccountId): ChatKey =>
  `${previewKey(shop)}:${previewUser(account)}`

/** `updateId`: rising, unique in this shop's preview. */
export type PreviewDeps = { store: Pick<Store, 'inbox' | 'messages'>; clock: Clock; updateId(): number }
type Looking = { shop: ShopId; account: AccountId; name: string; language: 'id' | 'en' }

export const sayInPreview = async (deps: PreviewDeps, who: Looking, input: PreviewInput): Promise<void> => {
  const id = previewUser(who.account)
  const from = { id, is_bot: false as const, first_name: who.name, language_code: who.language }
  const chat = { id, type: 'private' as const, first_name: who.name }
  const date = Math.floor(deps.clock.now() / 1000)
  const update = await toUpdate(deps, who, { input, update_id: deps.updateId(), base: { from, chat, date } })
  if (update) await accept(deps, previewKey(who.shop), update)
}

/** The numbers of the transcript are taken: what is deleted or edited by them is the bot's. */
const numberOf = (updateId: number): number => -updateId

type Base = {
  from: { id: number; is_bot: false; first_name: string; language_code: string }
  chat: { id: number; type: 'private'; first_name: string }
  date: number
}
type Making = { input: PreviewInput; update_id: number; base: Base }

const toUpdate = async (
  deps: PreviewDeps,
  who: Looking,
  { input, update_id, base }: Making,
): Promise<Update | null> => {
  if ('text' in input) {
    const command = /^\/\w+/.exec(input.text)?.[0]
    const entities = command ? [{ type: 'bot_command' as const, offset: 0, length: command.length }] : []
    return {
      update_id,
      message: { message_id: numberOf(update_id), ...base, text: input.text, entities },
    } as Update
  }
  if ('photo' in input)
    return {
      update_id,
      message: {
        message_id: numberOf(update_id),
        ...base,
        photo: [{ file_id: 'preview', file_unique_id: 'preview', width: 1, height: 1 }],
      },
    } as Update
  const pressed = await pressedMessage(deps, who, input.press)
  if (!pressed) return null
  const message = {
    message_id: pressed.id,
    ...base,
    text: pressed.text,
    reply_markup: { inline_keyboard: keyboard(pressed) },
  }
  return {
    update_id,
    callback_query: {
      id: String(update_id),
      from: base.from,
      chat_instance: who.shop,
      data: input.press.payload,
      message,
    },
  } as Update
}

const keyboard = (message: ChatMessage) =>
  (message.buttons ?? []).map((row) =>
    row.map((button) => ({ text: button.label, callback_data: button.payload ?? '' })),
  )

const pressedMessage = async (
  deps: PreviewDeps,
  who: Looking,
  press: { messageId: number; payload: string },
): Promise<ChatMessage | null> => {
  const [message] = await deps.store.messages.list(who.shop, previewChat(who.shop, who.account), {
    after: press.messageId - 1,
    limit: 1,
  })
  return message?.id === press.messageId ? message : null
}
