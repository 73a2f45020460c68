// How fast one bot may speak: about thirty calls a second, about one message a second and chat, five at once. What Telegram itself
// asked to wait for (429) is waited for by everybody who would go the same way, without asking again.
import type { Millis } from '../lib/brand.ts'
import { type Clock, SECOND } from '../lib/clock.ts'
import { makeLimiter } from '../lib/limiter.ts'

export type PaceDeps = { clock: Clock; wait(ms: number, signal?: AbortSignal): Promise<void> }

export type Pace = {
  /** Waits for its turn; answers how long Telegram still asked to wait, 0 to go. */
  turn(chat: string | undefined, signal?: AbortSignal): Promise<number>
  /** Telegram said 429 to this chat, or to the bot where no chat was named. */
  rest(chat: string | undefined, ms: number): void
}

/** Six at once and 24 a second after them: never more than thirty within a second. */
const PER_BOT = { max: 6, per: SECOND / 4 }
const PER_CHAT = { max: 5, per: 5 * SECOND }
const WHOLE_BOT = ''
/** Chats at rest that are remembered; those that are over go first. */
const MOST = 1000

/** For a Bot API server that has no limits, such as one on loopback. */
export const noPace: Pace = { turn: async () => 0, rest: () => undefined }

export const makePace = ({ clock, wait }: PaceDeps): Pace => {
  const bot = makeLimiter({ clock, ...PER_BOT })
  const chats = makeLimiter({ clock, ...PER_CHAT })
  const resting = new Map<string, Millis>()
  const left = (key: string): number => Math.max(0, (resting.get(key) ?? 0) - clock.now())
  const until = async (take: () => ReturnType<typeof bot.take>, signal?: AbortSignal): Promise<void> => {
    for (let taken = take(); !taken.ok && !signal?.aborted; taken = take())
      await wait(taken.retryAfter, signal)
  }
  return {
    turn: async (chat, signal) => {
      if (chat !== undefined && left(chat) === 0) await until(() => chats.take(chat), signal)
      const rest = Math.max(left(WHOLE_BOT), chat === undefined ? 0 : left(chat))
      if (rest > 0) return rest
      await until(() => bot.take(WHOLE_BOT), signal)
      return 0
    },
    rest: (chat = WHOLE_BOT, ms) => {
      if (resting.size >= MOST) for (const key of resting.keys()) if (left(key) === 0) resting.delete(key)
      resting.set(chat, (clock.now() + ms) as Millis)
    },
  }
}
