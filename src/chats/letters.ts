// Letters: what is said to a customer beside the dialogue. Written into the chat with the job that brings it; one id is one letter.
import type { ChatKey, Millis, ShopId } from '../lib/brand.ts'
import type { JobDraft } from '../model/job.ts'
import type { Chat, Letter } from '../store/documents.ts'

const REMEMBERED = 100
/** More than anybody waits to have sent: the bot is away. */
export const MOST_WAITING = 30
export const LONGEST_LETTER = 2000

export const isWritten = (chat: Chat, id: string): boolean =>
  (chat.letters ?? []).some((letter) => letter.id === id) || (chat.written ?? []).includes(id)

/** The chat with the letters that it does not know yet, and the job that brings them. */
export const withLetters = (chat: Chat, letters: Letter[]): Chat => {
  const fresh = letters.filter(({ id }) => !isWritten(chat, id))
  const [first] = fresh
  if (!first) return chat
  return {
    ...chat,
    letters: [...(chat.letters ?? []), ...fresh],
    written: [...(chat.written ?? []), ...fresh.map(({ id }) => id)].slice(-REMEMBERED),
    outbox: [...(chat.outbox ?? []), letterJob(chat, { id: first.id, at: first.at })],
  }
}

export const letterJob = (
  { shop, key }: { shop: ShopId; key: ChatKey },
  { id, at }: { id: string; at: Millis },
): JobDraft => ({
  id: `notices.letter:${shop}:${key}:${id}`,
  name: 'notices.letter',
  at,
  payload: { shop, chat: key },
})

/** Brings what an item has to say: its answer, or that its promise is late. */
export const itemLetterJob = (
  item: { shop: ShopId; id: string; chat: ChatKey },
  { say, at }: { say: 'answer' | 'late'; at: Millis },
): JobDraft => ({
  id: `notices.letter:${item.id}:${say}:${at}`,
  name: 'notices.letter',
  at,
  payload: { shop: item.shop, chat: item.chat, item: item.id, say },
})

/** Words as they are sent: trimmed; null where there are none, or too many. */
export const readLetter = (text: string): string | null => {
  const words = text.trim()
  return words.length > 0 && words.length <= LONGEST_LETTER && /[\p{L}\p{N}\p{P}\p{S}]/u.test(words)
    ? words
    : null
}
