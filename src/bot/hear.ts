// A Telegram update → what the dialogue hears. Reads only the update; the meaning of words comes from `assistant/understand`.
import type { Message as TelegramMessage, Update } from 'grammy/types'
import { type Action, readAction } from '../model/action.ts'
import type { SentFile } from '../model/say.ts'
import type { Media } from '../model/understanding.ts'
import type { Command, Heard } from './conversations/heard.ts'

export type Reading =
  | Exclude<Heard, { heard: 'words' }>
  | { heard: 'text'; text: string; media?: Media; file?: SentFile }
  | null

/** Set by `accept` when what looked like a password, PIN or OTP was blanked before the update was stored. */
export type StoredUpdate = Update & { blanked?: boolean }

const COMMANDS: Record<string, Command['command']> = {
  start: 'start',
  produk: 'products',
  products: 'products',
  harga: 'products',
  prices: 'products',
  pesan: 'order',
  order: 'order',
  saldo: 'saldo',
  balance: 'saldo',
  deposit: 'topup',
  topup: 'topup',
  tarik: 'takeOut',
  withdraw: 'takeOut',
  riwayat: 'history',
  history: 'history',
  status: 'status',
  tagihan: 'bills',
  bills: 'bills',
  bantuan: 'help',
  help: 'help',
  batal: 'cancel',
  cancel: 'cancel',
  bahasa: 'language',
  language: 'language',
  snk: 'terms',
  terms: 'terms',
  privasi: 'privacy',
  privacy: 'privacy',
  hapusdata: 'forget',
  deletedata: 'forget',
}

const START = /^(?:p(sv_[A-Za-z0-9_-]{1,40})|o([A-Z0-9]{5})|b([A-Za-z0-9_-]{16,60}))$/

export const readCommand = (text: string): Command | null => {
  const [, name = '', rest = ''] = /^\/([a-z]+)(?:@\w+)?(?:\s+([\s\S]*))?$/i.exec(text.trim()) ?? []
  const command = COMMANDS[name.toLowerCase()]
  if (!command) return null
  const argument = rest.trim()
  if (command === 'start') {
    const [, service, number, bind] = START.exec(argument) ?? []
    return {
      command,
      ...(service ? { service } : {}),
      ...(number ? { number } : {}),
      ...(bind ? { bind } : {}),
    }
  }
  if (command === 'topup' || command === 'takeOut') return { command, sum: argument.slice(0, 300) }
  if (command === 'status')
    return /^[A-Z0-9]{5}$/i.test(argument) ? { command, number: argument.toUpperCase() } : { command }
  if (command === 'language')
    return argument === 'id' || argument === 'en' ? { command, language: argument } : { command }
  return { command } as Command
}

export const hear = (update: StoredUpdate): Reading => {
  if (update.blanked) return { heard: 'secret' }
  const payload = update.callback_query?.data
  if (payload !== undefined) {
    const action = readAction(payload)
    return action ? { heard: 'button', action } : null
  }
  const message = update.message
  if (!message) return null
  const text = textOf(message)
  const command = text.startsWith('/') ? readCommand(text) : null
  if (command) return { heard: 'command', command }
  if (message.voice || message.audio || message.video_note) return { heard: 'voice' }
  const media = mediaOf(message)
  if (!text && !media) return null
  const file = fileOf(message)
  return { heard: 'text', text, ...(media ? { media } : {}), ...(file ? { file } : {}) }
}

/** The largest size of a picture, or the document: what the seller is shown as it came. */
const fileOf = ({ photo, document }: TelegramMessage): SentFile | undefined => {
  const picture = photo?.at(-1)
  if (picture) return { id: picture.file_id, kind: 'photo' }
  return document ? { id: document.file_id, kind: 'document' } : undefined
}

/** Link entities and shared posts give their link as if it had been written; the words of a shared post are somebody else's. */
const textOf = (message: TelegramMessage): string => {
  const shared = sharedLink(message)
  if (shared) return shared
  const text = message.text ?? message.caption ?? ''
  const hidden = [...(message.entities ?? []), ...(message.caption_entities ?? [])].flatMap((entity) =>
    entity.type === 'text_link' ? [entity.url] : [],
  )
  return [text, ...hidden.filter((url) => !text.includes(url))].join('\n').slice(0, 8000)
}

const sharedLink = ({ forward_origin: from, story }: TelegramMessage): string | undefined => {
  if (from?.type === 'channel' && from.chat.username)
    return `https://t.me/${from.chat.username}/${from.message_id}`
  return story?.chat.username ? `https://t.me/${story.chat.username}/s/${story.id}` : undefined
}

/** Kinds that have no word of their own for the reader, but get an answer. */
const UNREAD = [
  'sticker',
  'animation',
  'dice',
  'location',
  'venue',
  'poll',
  'game',
  'paid_media',
  'checklist',
  'invoice',
] as const

const mediaOf = (message: TelegramMessage): Media | undefined => {
  if (UNREAD.some((kind) => kind in message)) return 'sticker'
  if (sharedLink(message) || message.story || message.video) return 'share'
  if (message.photo) return 'photo'
  if (message.document) return 'document'
  return message.contact ? 'contact' : undefined
}

type Ours = NonNullable<Reading>

const BUTTONS_ANY_TIME: Action['do'][] = ['language', 'saldo', 'topup', 'takeOut', 'takeOutYes', 'takeOutNo']

/** Belongs to an order, to saldo or to the shop as such: answered at any time, whoever has the chat. */
export const isAtAnyTime = (reading: Ours): boolean =>
  reading.heard === 'command' ||
  reading.heard === 'secret' ||
  (reading.heard === 'button' && (BUTTONS_ANY_TIME.includes(reading.action.do) || 'order' in reading.action))

/** Answered beside the conversation: all that may come at any time but the yes, which ends the dialogue. */
export const isBeside = (update: StoredUpdate): boolean => {
  const reading = hear(update)
  if (!reading || !isAtAnyTime(reading)) return false
  return !(reading.heard === 'button' && reading.action.do === 'pay')
}
