// How a site passes updates on: written down first, asked about in their order in each chat, answered by its own bot when Lapak says that
// they are not the shop's, or doesn't say anything. What it could not pass on it passes on later, so that no word to the shop is lost.
import type { Update } from 'grammy/types'
import type { Collection } from 'mongodb'

export type Waiting = { _id: number; chat: number; update: Update; answered: boolean }

type Deps = {
  waiting: Collection<Waiting>
  /** Whether Lapak answers it; throws where it can't be asked. */
  ask(update: Update): Promise<boolean>
  /** The site's own answer. */
  say(update: Update): Promise<void>
}

const AGAIN = 300

const chatOf = ({ message, callback_query }: Update): number =>
  message?.chat.id ?? callback_query?.message?.chat.id ?? callback_query?.from.id ?? 0

export const makeForwarder = ({ waiting, ask, say }: Deps) => {
  const running = new Map<number, Promise<void>>()

  /** False: Lapak is away; the site has answered, and keeps the update to pass it on. */
  const pass = async ({ _id, update, answered }: Waiting): Promise<boolean> => {
    const handled = await ask(update).catch(() => null)
    if (!handled && !answered) await say(update)
    if (handled !== null) await waiting.deleteOne({ _id })
    else if (!answered) await waiting.updateOne({ _id }, { $set: { answered: true } })
    return handled !== null
  }
  const drain = async (chat: number): Promise<void> => {
    for (const one of await waiting.find({ chat }).sort({ _id: 1 }).toArray()) {
      if (await pass(one)) continue
      // The rest of this chat keeps its order behind it; nobody waits for an answer.
      const rest = await waiting.find({ chat, answered: false }).sort({ _id: 1 }).toArray()
      for (const { _id, update } of rest) {
        await say(update)
        await waiting.updateOne({ _id }, { $set: { answered: true } })
      }
      return
    }
  }
  /** One at a time in each chat. */
  const inTurn = (chat: number): Promise<void> => {
    const next = (running.get(chat) ?? Promise.resolve()).then(() => drain(chat)).catch(console.error)
    running.set(chat, next)
    return next
  }
  const again = async (): Promise<void> => {
    for (const chat of await waiting.distinct('chat')) await inTurn(chat)
    setTimeout(again, AGAIN)
  }
  setTimeout(again, AGAIN)
  return {
    /** Sent again by Telegram, it is passed on once while it still waits; Lapak knows it afterwards. */
    take: async (update: Update): Promise<void> => {
      const chat = chatOf(update)
      const row = { chat, update, answered: false }
      await waiting.updateOne({ _id: update.update_id }, { $setOnInsert: row }, { upsert: true })
      await inTurn(chat)
    },
  }
}
