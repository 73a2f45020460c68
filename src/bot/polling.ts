// Long polling of one bot: asks, stores, asks again. Telegram forgets an update once a later offset is asked for, so the offset moves
// only after the update is stored; a fault is shown on the bot's page and waited out.
import type { Update } from 'grammy/types'
import type { Millis, ShopId } from '../lib/brand.ts'
import { type Clock, SECOND } from '../lib/clock.ts'
import type { Log } from '../lib/log.ts'
import type { Store } from '../store/store.ts'
import { accept, chatKeyOf } from './accept.ts'

export type Polled =
  | { ok: true; updates: Update[] }
  | { ok: false; reason: 'unauthorized' | 'conflict' | 'unreachable'; detail: string }

export type PollDeps = {
  store: Pick<Store, 'shops' | 'inbox'>
  clock: Clock
  log: Log
  wait(ms: number, signal: AbortSignal): Promise<void>
}

/** Waits for updates after an offset. */
type Poll = (offset: number, signal: AbortSignal) => Promise<Polled>

export type Polls = {
  /** The bot's part of its chat keys. */
  key: string
  shop: ShopId
  /** Since when the bot has this token and mode: a fault of before is not shown on another one. */
  at: Millis
  /** False while somebody else may be asking. */
  mayAsk(): boolean
  /** Asked anew in every round; null: this bot is ours no more. */
  connected(): Promise<{ poll: Poll } | null>
}

const SOON = 3 * SECOND
/** A wrong token or somebody else who asks for the same updates: nothing that ends by itself. */
const LATER = 30 * SECOND

type Round = { ended: true } | { offset: number; fault: string | null; rest: number }

export const pollLoop = async (deps: PollDeps, polls: Polls, signal: AbortSignal): Promise<void> => {
  let offset = 0
  // What the bot's page shows is not known at first.
  let shown: string | null | undefined
  while (!signal.aborted) {
    const round = await ask(deps, polls, { offset, signal }).catch((cause) => broken(deps, cause, offset))
    if ('ended' in round || signal.aborted) return
    offset = round.offset
    if (round.fault !== shown) {
      shown = round.fault
      await noteFault(deps, polls, round.fault).catch((cause) => broken(deps, cause, offset))
    }
    if (round.rest > 0) await deps.wait(round.rest, signal)
  }
}

const broken = ({ log }: PollDeps, cause: unknown, offset: number): Round => {
  log.error({ err: cause }, 'updates could not be taken')
  return { offset, fault: 'updates could not be taken; the log says why', rest: SOON }
}

const ask = async (
  deps: PollDeps,
  { key, connected, mayAsk }: Polls,
  { offset, signal }: { offset: number; signal: AbortSignal },
): Promise<Round> => {
  const bot = await connected()
  if (!bot) return { ended: true }
  if (!mayAsk()) return { offset, fault: null, rest: SOON }
  const polled = await bot.poll(offset, signal)
  if (!polled.ok) {
    const rest = polled.reason === 'unreachable' ? SOON : LATER
    return { offset, fault: `${polled.reason}: ${polled.detail}`.slice(0, 200), rest }
  }
  await storeAll(deps, key, polled.updates)
  const last = polled.updates.at(-1)
  return { offset: last ? last.update_id + 1 : offset, fault: null, rest: 0 }
}

/** In their order within a chat, which gives them their numbers. */
const storeAll = async (deps: PollDeps, key: string, updates: Update[]): Promise<void> => {
  const chats = Map.groupBy(updates, (update) => chatKeyOf(key, update))
  const each = [...chats.values()].map(async (ofChat) => {
    for (const update of ofChat) await accept(deps, key, update)
  })
  await Promise.all(each)
}

/** Shown on the bot's page. */
const noteFault = async (
  { store, clock, log }: PollDeps,
  { shop, at }: Pick<Polls, 'shop' | 'at'>,
  message: string | null,
) => {
  if (message) log.warn({ shop, message }, 'the bot could not ask for updates')
  await store.shops.change(shop, (current) => {
    if (current.bot?.at !== at || (current.bot.lastError?.message ?? null) === message) return null
    const { lastError: _, ...bot } = current.bot
    return {
      ...current,
      bot: message ? { ...bot, lastError: { at: clock.now() as Millis, message } } : bot,
    }
  })
}
