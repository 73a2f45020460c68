// The contract of a way to reach a customer. Faults of the outside are data: a channel never throws for them.
import type { ChatKey } from '../lib/brand.ts'
import type { Outgoing } from '../model/say.ts'

export type SendOutcome =
  | { kind: 'sent'; messageId: number }
  /** The customer blocked the bot or the chat is gone: an outcome, not an error. */
  | { kind: 'blocked' }
  /** Network, 429, 5xx: try again after so many milliseconds. */
  | { kind: 'later'; ms: number; detail: string }
  /** Telegram will never take it (bad markup, too long): a bug of ours, to be seen. */
  | { kind: 'refused'; detail: string }

export type EditOutcome = SendOutcome | { kind: 'same' } | { kind: 'gone' }

export type Channel = {
  send(chat: ChatKey, message: Outgoing): Promise<SendOutcome>
  /** Replaces text, buttons and, when given, the picture of an own message. */
  edit(chat: ChatKey, messageId: number, message: Outgoing): Promise<EditOutcome>
  remove(chat: ChatKey, messageId: number): Promise<SendOutcome | { kind: 'gone' }>
  /** Shows for some seconds that an answer is on its way; a fault is of no concern. */
  typing(chat: ChatKey): Promise<void>
}

/** The channel of a shop's chats: its bot, or the preview. Null: the shop has no bot now; the notice waits. */
export type ChannelOf = (shop: string, chat: ChatKey) => Promise<Channel | null>
