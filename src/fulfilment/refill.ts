// A refill: asked for at the panel by the seller's tap, once at a time for an order, within its guarantee. The intent is stored before
// the request leaves; an answer that can't be read is for a person to look up, never a second request. How it ends is asked for and told.
import type { Provider } from '../catalog/provider.ts'
import type { Millis, OrderId, ShopId } from '../lib/brand.ts'
import { DAY, HOUR, MINUTE } from '../lib/clock.ts'
import { type Outcome, refuse } from '../lib/outcome.ts'
import { deskJob } from '../model/desk-news.ts'
import type { JobDraft, JobResult } from '../model/job.ts'
import type { By, Order, Refill } from '../model/order.ts'
import { acceptedSubmission } from '../model/order.ts'
import type { Shop } from '../model/shop.ts'
import type { FulfilmentDeps } from './deps.ts'
import { itemToldJob, layItem } from './lay-item.ts'

export type RefillRefusal =
  | 'notFound'
  | 'noOrder'
  | 'refillState'
  | 'refillLate'
  | 'refillUnder'
  /** It is being asked for this moment: how that ends is not known yet. */
  | 'refillAsking'
  | 'refillRefused'
  | 'refillUnknown'
  | 'panelSilent'

type Asking = { shop: ShopId; order: OrderId; by: By }

/** `asked: false`: this panel takes no refill of this service by API. */
export const askRefill = async (
  deps: FulfilmentDeps,
  { shop, order: id, by }: Asking,
): Promise<Outcome<{ asked: boolean }, RefillRefusal>> => {
  const order = await deps.store.orders.get(shop, id)
  const sent = order && acceptedSubmission(order)
  if (!order || !sent?.panelId) return refuse('noOrder')
  const provider = await canRefill(deps, order)
  if (!provider?.refill) return { ok: true, asked: false }
  const why = notNow(order, deps.clock.now())
  if (why) return refuse(why)
  const refill = `rf${Object.keys(order.refills ?? {}).length + 1}`
  if (!(await intend(deps, order, { refill, by }))) return refuse('refillAsking')
  return send(deps, { order, refill, panelId: sent.panelId, provider })
}

const canRefill = async ({ store, provider }: FulfilmentDeps, order: Order): Promise<Provider | null> => {
  const sent = acceptedSubmission(order)
  const service = sent && (await store.services.get(order.shop, order.route?.service ?? order.quote.service))
  return sent && service?.refill ? provider(order.shop, sent.provider) : null
}

/** So long nobody asks again after an answer that could not be read; then it is the seller's to, who has looked. */
const LOOKED_UP = DAY

const dueOf = ({ refills = {} }: Order, now: Millis): Refill | undefined =>
  Object.values(refills).find(
    ({ state, unknown, at }) => state === 'due' && !(unknown && now - at >= LOOKED_UP),
  )

const completedAt = ({ events, state }: Order): Millis | undefined =>
  state === 'completed' || state === 'closed'
    ? events.findLast(({ to }) => to === 'completed' || to === 'partial')?.at
    : undefined

const notNow = (order: Order, now: Millis): RefillRefusal | null => {
  const ended = completedAt(order)
  if (ended === undefined) return 'refillState'
  const due = dueOf(order, now)
  if (due) return due.panelRefill || due.unknown ? 'refillUnder' : 'refillAsking'
  return now - ended > (order.quote.guarantee?.days ?? 0) * DAY ? 'refillLate' : null
}

/** An intent that nobody ends has lost its process: so long it may take at most. */
const CUT_OFF = 5 * MINUTE

const followJob = (order: Order, refill: string, at: Millis): JobDraft => ({
  id: `fulfilment.refill:${order.id}:${refill}`,
  name: 'fulfilment.refill',
  at,
  payload: { shop: order.shop, order: order.id, refill },
})

const intend = async (
  deps: FulfilmentDeps,
  { shop, id }: Order,
  { refill, by }: { refill: string; by: By },
): Promise<boolean> => {
  const now = deps.clock.now()
  const moved = await deps.store.orders.advance(shop, id, (order) => {
    if (dueOf(order, now) || order.refills?.[refill]) return { skip: 'due' }
    const entry: Refill = { id: refill, state: 'due', at: now, by }
    return {
      type: 'refillAsked',
      by,
      key: `refill:${refill}`,
      patch: { refills: { ...order.refills, [refill]: entry } },
      jobs: [followJob(order, refill, (now + CUT_OFF) as Millis)],
    }
  })
  return moved.ok
}

type Sending = { order: Order; refill: string; panelId: string; provider: Provider }

const send = async (
  deps: FulfilmentDeps,
  { order, refill, panelId, provider }: Sending,
): Promise<Outcome<{ asked: boolean }, RefillRefusal>> => {
  const outcome = await provider.refill?.(panelId).catch((cause) => {
    deps.log.error({ err: cause }, 'a panel driver threw')
    return { kind: 'unknown' as const, detail: '' }
  })
  const now = deps.clock.now()
  switch (outcome?.kind) {
    case 'accepted':
      await record(deps, order, {
        refill,
        change: { panelRefill: outcome.id, askAt: (now + ASK.soon) as Millis },
      })
      return { ok: true, asked: true }
    case 'refused':
      await record(deps, order, {
        refill,
        change: { state: 'failed', endedAt: now, message: outcome.message },
      })
      return refuse('refillRefused')
    case 'neverLeft':
      await record(deps, order, { refill, change: { state: 'failed', endedAt: now, message: outcome.code } })
      return refuse('panelSilent')
    default:
      await record(deps, order, { refill, change: { unknown: true }, jobs: [told(order, refill, now)] })
      return refuse('refillUnknown')
  }
}

type Recording = { refill: string; change: Partial<Refill>; jobs?: JobDraft[] }

/** Once: an entry that has ended, or is known to be unknown, stays so. */
const record = async (
  deps: FulfilmentDeps,
  { shop, id }: Order,
  { refill, change, jobs = [] }: Recording,
): Promise<boolean> => {
  const moved = await deps.store.orders.advance(shop, id, (order) => {
    const entry = order.refills?.[refill]
    if (entry?.state !== 'due' || entry.unknown) return { skip: 'ended' }
    const next: Refill = { ...entry, ...change }
    const type =
      next.state === 'done' ? 'refilled' : next.state === 'failed' ? 'refillFailed' : 'refillUnderWay'
    return {
      type: next.unknown ? 'refillUnknown' : type,
      by: 'panel',
      quiet: next.state === 'due' && !next.unknown && entry.panelRefill !== undefined,
      patch: { refills: { ...order.refills, [refill]: next } },
      jobs,
    }
  })
  return moved.ok
}

const told = (order: Order, refill: string, at: Millis): JobDraft =>
  deskJob(order.shop, { news: 'refill', order: order.id, mark: `${refill}:${at}` }, at)

/** A quarter of an hour for six hours, then each hour; after two weeks a person looks. */
const ASK = { soon: 15 * MINUTE, until: 6 * HOUR, later: HOUR, most: 14 * DAY }

/** Job `fulfilment.refill`. */
export const followRefill = async (
  deps: FulfilmentDeps,
  payload: Record<string, string>,
): Promise<JobResult> => {
  const { shop = '', order: id = '', refill = '' } = payload
  const order = await deps.store.orders.get(shop, id)
  const entry = order?.refills?.[refill]
  if (!order || entry?.state !== 'due' || entry.unknown) return 'done'
  const now = deps.clock.now()
  if (!entry.panelRefill || now - entry.at > ASK.most) {
    await layFor(deps, order, { refill, say: 'unread' })
    const jobs = [told(order, refill, now), itemToldJob(order, itemOf(order, refill), now)]
    await record(deps, order, { refill, change: { unknown: true }, jobs })
    return 'done'
  }
  if (entry.askAt !== undefined && now < entry.askAt) return { again: entry.askAt }
  return (await askHow(deps, order, { ...entry, panelRefill: entry.panelRefill }))
    ? 'done'
    : again(entry, now)
}

const itemOf = ({ id }: Order, refill: string): string => `it_refill_${id}_${refill}`

const WORDS = {
  rejected: { id: 'refill ditolak panel', en: 'the panel rejected the refill' },
  unread: {
    id: 'jawaban panel untuk refill tidak terbaca',
    en: "the panel's answer to the refill could not be read",
  },
}

/** The customer was told that it was asked for: it ends with words to them. Laid down before it is recorded, and once. */
const layFor = async (
  deps: FulfilmentDeps,
  order: Order,
  { refill, say }: { refill: string; say: keyof typeof WORDS },
): Promise<void> => {
  const owner = await deps.store.keys.owner(`open:${order.shop}:${order.id}`)
  const asked = owner === null ? null : await deps.store.items.get(order.shop, owner)
  // What the customer was promised is still open: it says so itself.
  if (asked && asked.doneAt === undefined) return
  const text = ({ settings }: Shop) => `${order.number}: ${WORDS[say][settings.language]}`
  await layItem(deps, order, { id: itemOf(order, refill), text })
}

const again = ({ at }: Refill, now: Millis): JobResult => ({
  again: (now + (now - at < ASK.until ? ASK.soon : ASK.later)) as Millis,
})

/** True: it has ended, and who waits for it is told. */
const askHow = async (
  deps: FulfilmentDeps,
  order: Order,
  { id, panelRefill }: Refill & { panelRefill: string },
): Promise<boolean> => {
  const sent = acceptedSubmission(order)
  const provider = sent && (await deps.provider(order.shop, sent.provider))
  const answer = await provider?.refillStatus?.(panelRefill).catch((cause) => {
    deps.log.error({ err: cause }, 'a panel driver threw')
    return null
  })
  const state = answer?.ok ? answer.state : undefined
  if (state !== 'done' && state !== 'failed') return false
  const now = deps.clock.now()
  if (state === 'failed') await layFor(deps, order, { refill: id, say: 'rejected' })
  const letter: JobDraft = {
    id: `notices.letter:${order.id}:${id}`,
    name: 'notices.letter',
    at: now,
    payload: { shop: order.shop, chat: order.chat, order: order.id, refill: id },
  }
  await record(deps, order, {
    refill: id,
    change: { state, endedAt: now },
    jobs: [
      letter,
      told(order, id, now),
      ...(state === 'failed' ? [itemToldJob(order, itemOf(order, id), now)] : []),
    ],
  })
  return true
}
