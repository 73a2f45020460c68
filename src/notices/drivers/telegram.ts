// The channel of a shop's bot: messages, pictures, edits in place. What was said goes into the chat's transcript, without pictures;
// an edit is a line of its own there, since the transcript has its own numbers.
import type { ChatKey, ShopId } from '../../lib/brand.ts'
import type { Clock } from '../../lib/clock.ts'
import { cut, escapeHtml } from '../../lib/text.ts'
import type { Button, Outgoing, SentFile } from '../../model/say.ts'
import type { Store } from '../../store/store.ts'
import type { Telegram, TelegramAnswer, TelegramFault } from '../../telegram/api.ts'
import { visible } from '../../text/html.ts'
import type { Channel, EditOutcome, SendOutcome } from '../channel.ts'

export type TelegramChannelDeps = {
  telegram: Telegram
  store: Pick<Store, 'messages'>
  clock: Clock
  shop: ShopId
}

const chatId = (chat: ChatKey): string => chat.slice(chat.lastIndexOf(':') + 1)

type Key = { text: string; callback_data: string } | { text: string; url: string }

const key = (button: Button): Key[] =>
  'payload' in button
    ? [{ text: button.label, callback_data: button.payload }]
    : /^https?:/.test(button.url)
      ? [{ text: button.label, url: button.url }]
      : []

const keyboard = ({ buttons = [] }: Outgoing) => ({
  reply_markup: { inline_keyboard: buttons.map((row) => row.flatMap(key)).filter((row) => row.length > 0) },
})

/** Telegram's limit for the words under a picture, in characters that are seen. */
const CAPTION = 1024

/** Words that would not fit are cut as plain text: half a tag would be refused. */
const captionOf = ({ html }: Outgoing): string => {
  const seen = visible(html)
  return seen.length <= CAPTION ? html : escapeHtml(cut(seen, CAPTION))
}

const HTML = { parse_mode: 'HTML' }
const NO_PREVIEW = { link_preview_options: { is_disabled: true } }

const failed = (fault: TelegramFault): Exclude<SendOutcome, { kind: 'sent' }> => {
  if (fault.kind === 'later') return { kind: 'later', ms: fault.ms, detail: fault.detail }
  if (fault.kind === 'unauthorized' || fault.kind === 'conflict')
    return { kind: 'later', ms: 60_000, detail: fault.detail }
  return fault.kind === 'blocked' ? { kind: 'blocked' } : { kind: 'refused', detail: fault.detail }
}

const changed = (answer: TelegramAnswer, messageId: number): EditOutcome => {
  if (answer.ok) return { kind: 'sent', messageId }
  return answer.kind === 'same' || answer.kind === 'gone' ? { kind: answer.kind } : failed(answer)
}

const isPhoto = (answer: TelegramAnswer): boolean =>
  !answer.ok && answer.kind === 'refused' && /no text in the message/i.test(answer.detail)

type At = { chat_id: string; message_id: number }

/** The message's own kind is not known here: what has no text has a caption. */
const editWords = async (telegram: Telegram, at: At, message: Outgoing): Promise<TelegramAnswer> => {
  const how = { chat: at.chat_id }
  const text = await telegram.call(
    'editMessageText',
    { ...at, text: message.html, ...HTML, ...NO_PREVIEW, ...keyboard(message) },
    how,
  )
  if (!isPhoto(text)) return text
  return telegram.call(
    'editMessageCaption',
    { ...at, caption: captionOf(message), ...HTML, ...keyboard(message) },
    how,
  )
}

const editPicture = (
  telegram: Telegram,
  at: At,
  message: Outgoing & { picture: Uint8Array },
): Promise<TelegramAnswer> => {
  const media = { type: 'photo', media: 'attach://picture', caption: captionOf(message), ...HTML }
  return telegram.call(
    'editMessageMedia',
    { ...at, media, ...keyboard(message) },
    { chat: at.chat_id, files: { picture: message.picture } },
  )
}

/** A file that this bot was sent before. One that it does not know (of an earlier bot) leaves the words. */
const sendFile = async (
  telegram: Telegram,
  chat: string,
  { message, file }: { message: Outgoing; file: SentFile },
): Promise<TelegramAnswer<{ message_id: number }>> => {
  const { file: _, ...words } = message
  const common = { chat_id: chat, ...HTML, ...keyboard(message), caption: captionOf(message) }
  const sent =
    file.kind === 'photo'
      ? await telegram.call<{ message_id: number }>('sendPhoto', { ...common, photo: file.id }, { chat })
      : await telegram.call<{ message_id: number }>(
          'sendDocument',
          { ...common, document: file.id },
          { chat },
        )
  return !sent.ok && sent.kind === 'refused' ? sendOne(telegram, chat, words) : sent
}

const sendOne = (
  telegram: Telegram,
  chat: string,
  message: Outgoing,
): Promise<TelegramAnswer<{ message_id: number }>> => {
  const { file } = message
  if (file) return sendFile(telegram, chat, { message, file })
  const common = {
    chat_id: chat,
    ...HTML,
    ...keyboard(message),
    ...(message.silent ? { disable_notification: true } : {}),
  }
  return message.picture
    ? telegram.call<{ message_id: number }>(
        'sendPhoto',
        { ...common, caption: captionOf(message) },
        { chat, files: { photo: message.picture } },
      )
    : telegram.call<{ message_id: number }>(
        'sendMessage',
        { ...common, text: message.html, ...NO_PREVIEW },
        { chat },
      )
}

/** A group's line is no chat of a customer. */
const record = async (
  { store, clock, shop }: TelegramChannelDeps,
  chat: ChatKey,
  message: Outgoing,
): Promise<void> => {
  if (message.offRecord || chatId(chat).startsWith('-')) return
  const { html, buttons = [], letter } = message
  await store.messages.append({
    chat,
    shop,
    from: letter?.from ?? 'bot',
    text: visible(html),
    at: clock.now(),
    ...(buttons.length > 0 ? { buttons: buttons.map((row) => row.map((button) => ({ ...button }))) } : {}),
    ...(letter ? { letter: letter.id } : {}),
  })
}

export const telegramChannel = (deps: TelegramChannelDeps): Channel => {
  const { telegram } = deps
  return {
    send: async (chat, message) => {
      const answer = await sendOne(telegram, chatId(chat), message)
      if (!answer.ok) return failed(answer)
      await record(deps, chat, message)
      return { kind: 'sent', messageId: answer.result.message_id }
    },
    edit: async (chat, messageId, message) => {
      const at = { chat_id: chatId(chat), message_id: messageId }
      const { picture } = message
      const answer = picture
        ? await editPicture(telegram, at, { ...message, picture })
        : await editWords(telegram, at, message)
      if (answer.ok) await record(deps, chat, message)
      return changed(answer, messageId)
    },
    remove: async (chat, messageId) => {
      const answer = await telegram.call('deleteMessage', { chat_id: chatId(chat), message_id: messageId })
      const outcome = changed(answer, messageId)
      return outcome.kind === 'same' ? { kind: 'gone' } : outcome
    },
    typing: async (chat) => {
      await telegram.call('sendChatAction', { chat_id: chatId(chat), action: 'typing' })
    },
  }
}
