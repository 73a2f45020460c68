// Works off the inbox: the updates of one chat in their order, other chats beside it. The outside world's faults are waited out;
// a bug is tried again over minutes and then given up where it is seen.
import type { Millis } from '../lib/brand.ts'
import { type Clock, MINUTE, SECOND } from '../lib/clock.ts'
import type { Log } from '../lib/log.ts'
import { backoff, drawFrom } from '../lib/retry.ts'
import { DEFAULTS } from '../model/defaults.ts'
import type { InboxUpdate } from '../store/documents.ts'
import type { Store } from '../store/store.ts'
import { type Every, holding } from './lease.ts'
import { type Loop, makeLoop } from './loop.ts'

/** `wait`: the outside world is at fault (Telegram away, 429, 5xx); no try is counted. */
export type Answered = { kind: 'done' } | { kind: 'wait'; ms: number; error: string }

export type LaneDeps = {
  store: Pick<Store, 'inbox' | 'onWork'>
  clock: Clock
  log: Log
  /** This process, for the lease. */
  owner: string
  /** May run twice for one update. A throw is a try. */
  handle(update: InboxUpdate): Promise<Answered>
  /** Told once an update was given up: the customer hears that something went wrong. */
  onGivenUp(update: InboxUpdate): Promise<void>
  /** The beat that renews leases; a test hands in its own. */
  every?: Every
  parallel?: number
}

type Claimed = { update: InboxUpdate; token: number }

const PARALLEL = 32
/** Claims asked for in one go, which the store commits together; if all of them find something it is a crowd, and the rest go at once. */
const AT_ONCE = 8
const TRIES = 5
const RETRY = { base: 10 * SECOND, cap: 2 * MINUTE }

export const makeLanes = (deps: LaneDeps): Loop => {
  const { inbox, onWork } = deps.store
  return makeLoop({
    claim: async (limit) => (await claim(deps, limit)).map((claimed) => () => work(deps, claimed)),
    nextAt: inbox.nextAt,
    onWork,
    clock: deps.clock,
    log: deps.log,
    parallel: deps.parallel ?? PARALLEL,
  })
}

const claim = async ({ store, owner, clock }: LaneDeps, limit: number): Promise<Claimed[]> => {
  const claimed: Claimed[] = []
  for (;;) {
    const wanted = claimed.length === 0 ? Math.min(AT_ONCE, limit) : limit - claimed.length
    const found = await Promise.all(
      Array.from({ length: wanted }, () => store.inbox.claim(owner, clock.now(), DEFAULTS.lease)),
    )
    claimed.push(...found.filter((one) => one !== null))
    if (claimed.length === limit || found.includes(null)) return claimed
  }
}

const work = async (deps: LaneDeps, { update, token }: Claimed): Promise<void> => {
  const { inbox } = deps.store
  const { chat, n } = update
  if (update.tries >= TRIES) return giveUp(deps, { update, token }, 'its worker died again and again')
  const held = { what: chat, renew: (until: Millis) => inbox.renew(chat, token, until) }
  await holding(deps, held, async () => {
    const answered = await answer(deps, update)
    if ('threw' in answered) return failed(deps, { update, token }, answered.threw)
    if (answered.kind === 'done') return void (await inbox.done(chat, token, n))
    const until = (deps.clock.now() + answered.ms) as Millis
    await inbox.retry(chat, token, n, until, answered.error, false)
  })
}

const answer = async (deps: LaneDeps, update: InboxUpdate): Promise<Answered | { threw: unknown }> => {
  try {
    return await deps.handle(update)
  } catch (cause) {
    return { threw: cause }
  }
}

const failed = async (deps: LaneDeps, claimed: Claimed, cause: unknown): Promise<void> => {
  const { update, token } = claimed
  const { chat, n, tries } = update
  const error = cause instanceof Error ? `${cause.name}: ${cause.message}` : 'thrown'
  deps.log.error({ chat, n, err: cause }, 'an update could not be answered')
  if (tries + 1 >= TRIES) return giveUp(deps, claimed, error)
  const wait = backoff(tries + 1, { ...RETRY, jitter: drawFrom(`${chat}:${n}`) })
  await deps.store.inbox.retry(chat, token, n, (deps.clock.now() + wait) as Millis, error, true)
}

const giveUp = async (deps: LaneDeps, { update, token }: Claimed, error: string): Promise<void> => {
  const { chat, n } = update
  deps.log.error({ chat, n, error }, 'an update was given up')
  const buried = await deps.store.inbox.bury(chat, token, n, error)
  if (!buried) return
  await deps
    .onGivenUp(update)
    .catch((cause) => deps.log.error({ chat, err: cause }, 'the customer could not be told'))
}
