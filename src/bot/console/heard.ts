// What a bound account's update is to the console: a button of ours, a command of ours, or the answer to what was asked. Null: it is
// the shop's as for everybody, and the dialogue of the same chat goes on with it. Pure.

import { MINUTE } from '../../lib/clock.ts'
import { type DeskAction, readDesk } from '../../model/desk-action.ts'
import type { Chat } from '../../store/documents.ts'
import type { StoredUpdate } from '../hear.ts'

export type DeskCommand = 'desk' | 'report' | 'close' | 'open' | 'mute' | 'unmute' | 'help'

export type DeskHeard =
  | { heard: 'press'; action: DeskAction; message?: number }
  | { heard: 'command'; command: DeskCommand; rest: string }
  | { heard: 'leave' }
  /** In reply to a message of the bot: perhaps to the card of a customer who waits. */
  | { heard: 'reply'; text: string; message: number }
  | { heard: 'answer'; text: string; question: NonNullable<Chat['desk']> }

const COMMANDS: Record<string, DeskCommand> = {
  meja: 'desk',
  desk: 'desk',
  pesanan: 'desk',
  orders: 'desk',
  laporan: 'report',
  report: 'report',
  tutup: 'close',
  close: 'close',
  buka: 'open',
  open: 'open',
  senyap: 'mute',
  mute: 'mute',
  bunyi: 'unmute',
  unmute: 'unmute',
  konsol: 'help',
  console: 'help',
}
const LEAVES = ['batal', 'cancel']

/** So long a question waits for its answer; what is written later is meant for the shop. */
const PATIENCE = 15 * MINUTE

export const openQuestion = ({ desk }: Pick<Chat, 'desk'>, now: number): NonNullable<Chat['desk']> | null =>
  desk && now - desk.at <= PATIENCE ? desk : null

/** Words that reply to a message of the bot. */
export const hearReply = ({ message, blanked }: StoredUpdate): (DeskHeard & { heard: 'reply' }) | null => {
  const to = message?.reply_to_message
  const text = (message?.text ?? '').trim()
  if (blanked || !to?.from?.is_bot || !text || text.startsWith('/')) return null
  return { heard: 'reply', text, message: to.message_id }
}

export const hearDesk = (
  update: StoredUpdate,
  question: NonNullable<Chat['desk']> | null,
): DeskHeard | null => {
  if (update.blanked) return null
  const { callback_query: press, message } = update
  if (press) {
    const action = readDesk(press.data ?? '')
    const pressed = press.message?.message_id
    return action ? { heard: 'press', action, ...(pressed ? { message: pressed } : {}) } : null
  }
  if (!message) return null
  const text = (message.text ?? message.caption ?? '').trim()
  const [, name = '', rest = ''] = /^\/([a-z]+)(?:@\w+)?(?:\s+([\s\S]*))?$/i.exec(text) ?? []
  const word = name.toLowerCase()
  if (Object.hasOwn(COMMANDS, word) && COMMANDS[word])
    return { heard: 'command', command: COMMANDS[word], rest: rest.trim() }
  if (!question) return null
  if (LEAVES.includes(word)) return { heard: 'leave' }
  return text.startsWith('/') ? null : { heard: 'answer', text, question }
}
