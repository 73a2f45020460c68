// Job `chats.item`: a promise is kept in sight. The seller is reminded before it is due; when it passes unanswered the customer is told
// honestly, with a new time, and the seller again; then the admin. It ends with the seller's words, never by time.
import type { Millis } from '../lib/brand.ts'
import type { Clock } from '../lib/clock.ts'
import { DEFAULTS } from '../model/defaults.ts'
import { deskJob } from '../model/desk-news.ts'
import type { JobResult } from '../model/job.ts'
import { PLATFORM, type Shop } from '../model/shop.ts'
import type { Item } from '../store/documents.ts'
import type { Store } from '../store/store.ts'
import { itemLetterJob } from './letters.ts'
import { promiseNow } from './promise.ts'

export type FollowDeps = { store: Pick<Store, 'items' | 'shops'>; clock: Clock }

/** Each missed time grants twice as long for the next: nobody is told every two hours for a week. */
const MOST_DOUBLED = 5

export const followItem = async (deps: FollowDeps, payload: Record<string, string>): Promise<JobResult> => {
  const { shop: shopId = '', item: id = '' } = payload
  const shop = await deps.store.shops.get(shopId)
  if (!shop) return 'done'
  const now = deps.clock.now()
  const item = await deps.store.items.change(shopId, id, (current) => step(current, shop, now))
  if (!item || !isOwed(item)) return 'done'
  if (item.missedAt !== undefined && now >= adminAt(item.missedAt)) await tellAdmin(deps, shop, item)
  return { again: nextAt(item, now) }
}

const isOwed = (item: Item): item is Item & { dueAt: Millis } =>
  item.doneAt === undefined && item.dueAt !== undefined

const adminAt = (missedAt: Millis): Millis => (missedAt + DEFAULTS.adminAfterMissed) as Millis
const remindAt = (item: Item & { dueAt: Millis }): Millis => (item.dueAt - DEFAULTS.remindPromise) as Millis

const nextAt = (item: Item & { dueAt: Millis }, now: Millis): Millis => {
  const moments = [
    remindAt(item),
    item.dueAt,
    ...(item.missedAt === undefined ? [] : [adminAt(item.missedAt)]),
  ]
  return Math.min(...moments.filter((moment) => moment > now)) as Millis
}

/** What has come due, once each; null: nothing has. */
const step = (item: Item, shop: Shop, now: Millis): Item | null => {
  if (!isOwed(item)) return null
  const owed = item.dueAt <= now ? missed(item, shop, now) : reminded(item, now)
  return adminDue(owed ?? item, now) ?? owed
}

const missed = (item: Item & { dueAt: Millis }, shop: Shop, now: Millis): Item => {
  const times = (item.missed ?? 0) + 1
  const { dueAt } = promiseNow(shop, now, 2 ** Math.min(times - 1, MOST_DOUBLED))
  const told = deskJob(shop.id, { news: 'item', item: item.id, mark: `late:${times}` }, now)
  const letters = item.chat ? [itemLetterJob({ ...item, chat: item.chat }, { say: 'late', at: now })] : []
  return {
    ...item,
    dueAt,
    missed: times,
    missedAt: item.missedAt ?? now,
    outbox: [...(item.outbox ?? []), told, ...letters],
  }
}

const reminded = (item: Item & { dueAt: Millis }, now: Millis): Item | null => {
  const mark = `remind:${item.dueAt}`
  // One that was promised for sooner than that has just been told.
  if (remindAt(item) > now || remindAt(item) < item.at || mark in (item.seen ?? {})) return null
  const told = deskJob(item.shop, { news: 'item', item: item.id, mark }, now)
  return { ...item, seen: { ...item.seen, [mark]: now }, outbox: [...(item.outbox ?? []), told] }
}

const adminDue = (item: Item, now: Millis): Item | null => {
  if (item.missedAt === undefined || now < adminAt(item.missedAt) || 'admin' in (item.seen ?? {})) return null
  const told = deskJob(item.shop, { news: 'itemLate', item: item.id, mark: 'admin' }, now)
  return { ...item, seen: { ...item.seen, admin: now }, outbox: [...(item.outbox ?? []), told] }
}

/** The admin's own list: which shop, which number; the customer's words stay in the shop. */
const tellAdmin = async (deps: FollowDeps, shop: Shop, { id, number = '' }: Item): Promise<void> => {
  await deps.store.items.create({
    id: `it_late_${id}`,
    shop: PLATFORM,
    kind: 'human',
    text: `${shop.settings.name}, ${number}: not answered by the promised time`,
    at: deps.clock.now(),
  })
}
