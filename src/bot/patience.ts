// While a turn lasts: nothing for a moment, then "typing", after three seconds a word. Comfort never fails a turn.
import type { ChatKey } from '../lib/brand.ts'
import { SECOND } from '../lib/clock.ts'
import type { Outgoing } from '../model/say.ts'
import type { Channel } from '../notices/channel.ts'

export type PatienceDeps = {
  channel: Pick<Channel, 'typing' | 'send'>
  /** The words: "Sebentar ya kak…" */
  words(): Promise<Outgoing>
  wait(ms: number, signal?: AbortSignal): Promise<void>
}

/** Most turns are over before: they cost no call. */
const TYPING = 0.3 * SECOND
const WORDS = 3 * SECOND

/** Does the work; words that are on their way when it ends arrive before what it answers. */
export const withPatience = async <Result>(
  deps: PatienceDeps,
  chat: ChatKey,
  work: () => Promise<Result>,
): Promise<Result> => {
  const over = new AbortController()
  let words: Promise<unknown> = Promise.resolve()
  const comfort = async () => {
    await deps.wait(TYPING, over.signal)
    if (over.signal.aborted) return
    deps.channel.typing(chat).catch(() => undefined)
    await deps.wait(WORDS - TYPING, over.signal)
    if (over.signal.aborted) return
    const message = await deps.words()
    if (!over.signal.aborted) words = deps.channel.send(chat, message).catch(() => undefined)
  }
  comfort().catch(() => undefined)
  try {
    return await work()
  } finally {
    over.abort()
    await words
  }
}
