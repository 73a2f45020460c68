// How fast one bot may speak: about thirty calls a second, about one message a second and chat, five at once. What Telegram itself
// asked to wait for (429) is waited for by everybody who would go the same way, without asking again.
import type { Millis } from '../lib/brand.ts'
import { type Clock, SECOND } from '../lib/clock.ts'
import { makeLimiter } from '../lib/limiter.ts'

export type PaceDeps = { clock: Clock; wait(ms: number, signal?: AbortSignal): Promise<void> }

export type Pace = {
  /** Waits for its turn; answers how long Telegram still asked to wait on this way, 0 to go. */
  turn(way: Way, signal?: AbortSignal): Promise<number>
  /** Telegram said 429: the same way is not tried again before. */
  rest(way: Way, ms: number): void
}

/** Telegram's limits are those of a chat, or of a method that names none: a menu that may not be set now stops no message. */
export type Way = {
  method: string
  chat?: string /** A message: counts against the chat's pace. */
  message?: boolean
}

/** Six at once and 24 a second after them: never more than thirty within a second. */
const PER_BOT = { max: 6, per: SECOND / 4 }
const PER_CHAT = { max: 5, per: 5 * SECOND }
const WHOLE_BOT = ''
/** Ways at rest that are remembered; those that are over go first. */
const MOST = 1000

/** For a Bot API server that has no limits, such as one on loopback. */
export const noPace: Pace = { turn: async () => 0, rest: () => undefined }

const nameOf = ({ chat, method }: Way): string => chat ?? `/${method}`

export const makePace = ({ clock, wait }: PaceDeps): Pace => {
  const bot = makeLimiter({ clock, ...PER_BOT })
  const chats = makeLimiter({ clock, ...PER_CHAT })
  const resting = new Map<string, Millis>()
  const left = (name: string): number => Math.max(0, (resting.get(name) ?? 0) - clock.now())
  const until = async (take: () => ReturnType<typeof bot.take>, signal?: AbortSignal): Promise<void> => {
    for (let taken = take(); !taken.ok && !signal?.aborted; taken = take())
      await wait(taken.retryAfter, signal)
  }
  return {
    turn: async (way, signal) => {
      const name = nameOf(way)
      if (way.message && left(name) === 0) await until(() => chats.take(name), signal)
      const rest = left(name)
      if (rest === 0) await until(() => bot.take(WHOLE_BOT), signal)
      return rest
    },
    rest: (way, ms) => {
      if (resting.size >= MOST) for (const name of resting.keys()) if (left(name) === 0) resting.delete(name)
      resting.set(nameOf(way), (clock.now() + ms) as Millis)
    },
  }
}
