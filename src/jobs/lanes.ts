// Works off the inbox: the updates of one chat in their order, other chats beside it. The outside world's faults are waited out;
// a bug is tried again over minutes and then given up where it is seen.
import type { Millis } from '../lib/brand.ts'
import { type Clock, MINUTE, SECOND } from '../lib/clock.ts'
import type { Log } from '../lib/log.ts'
import { backoff, drawFrom } from '../lib/retry.ts'
import { DEFAULTS } from '../model/defaults.ts'
import type { InboxUpdate } from '../store/documents.ts'
import type { Store } from '../store/store.ts'
import { type Loop, makeLoop } from './loop.ts'

export type Answered = { kind: 'done' } | { kind: 'wait'; ms: number; error: string }

export type LaneDeps = {
  store: Pick<Store, 'inbox' | 'onWork'>
  clock: Clock
  log: Log
  owner: string
  handle(update: InboxUpdate): Promise<Answered>
  /** Told once an update was given up: the customer hears that something went wrong. */
  onGivenUp(update: InboxUpdate): Promise<void>
  every?(ms: number, beat: () => void): () => void
  parallel?: number
}

const TRIES = 5

export const makeLanes = (deps: LaneDeps): Loop => {
  const { inbox, onWork } = deps.store
  const claim = async (limit: number) => {
    const claimed: (() => Promise<void>)[] = []
    while (claimed.length < limit) {
      const next = await inbox.claim(deps.owner, deps.clock.now(), DEFAULTS.lease)
      if (!next) break
      claimed.push(() => work(deps, next.update, next.token))
    }
    return claimed
  }
  return makeLoop({
    claim,
    nextAt: inbox.nextAt,
    onWork,
    clock: deps.clock,
    log: deps.log,
    parallel: deps.parallel ?? 32,
  })
}

const work = async (deps: LaneDeps, update: InboxUpdate, token: number): Promise<void> => {
  const { inbox } = deps.store
  const { chat, n } = update
  const stop = deps.every?.(
    DEFAULTS.lease / 3,
    () => void inbox.renew(chat, token, (deps.clock.now() + DEFAULTS.lease) as Millis),
  )
  try {
    const answered = await deps.handle(update)
    if (answered.kind === 'done') return void (await inbox.done(chat, token, n))
    await inbox.retry(chat, token, n, (deps.clock.now() + answered.ms) as Millis, answered.error, false)
  } catch (cause) {
    await failed(deps, update, { token, cause })
  } finally {
    stop?.()
  }
}

const failed = async (
  deps: LaneDeps,
  update: InboxUpdate,
  { token, cause }: { token: number; cause: unknown },
): Promise<void> => {
  const { chat, n, tries } = update
  const error = cause instanceof Error ? `${cause.name}: ${cause.message}` : 'thrown'
  deps.log.error({ chat, n, err: cause }, 'an update could not be answered')
  if (tries + 1 < TRIES) {
    const wait = backoff(tries + 1, { base: 2 * SECOND, cap: 2 * MINUTE, jitter: drawFrom(`${chat}:${n}`) })
    return void (await deps.store.inbox.retry(
      chat,
      token,
      n,
      (deps.clock.now() + wait) as Millis,
      error,
      true,
    ))
  }
  await deps.store.inbox.bury(chat, token, n, error)
  await deps
    .onGivenUp(update)
    .catch((fault) => deps.log.error({ chat, err: fault }, 'the customer could not be told'))
}
