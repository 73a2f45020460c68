// Jobs `notices.desk` and `reports.nightly`: what the seller hears that no order carries (see model/desk-news). Each bound account hears
// each once; what can't be brought now is brought later, what is a day old is not.
import type { Millis } from '../lib/brand.ts'
import { DAY } from '../lib/clock.ts'
import { DEFAULTS } from '../model/defaults.ts'
import type { JobResult } from '../model/job.ts'
import type { Order } from '../model/order.ts'
import type { Button, Outgoing } from '../model/say.ts'
import type { Shop } from '../model/shop.ts'
import type { Store } from '../store/store.ts'
import { type ReportFigures, renderDesk } from '../text/desk.ts'
import { zoneOffset } from '../text/format.ts'
import { renderSeller } from '../text/seller.ts'
import { tellCall } from './call-news.ts'
import { tellChat, tellItem } from './calls.ts'
import { type CardDeps, type Ear, sayTo, sellerHow } from './cards.ts'
import { failedOf } from './failed.ts'
import { itemCard } from './item.ts'
import { showWithdrawal } from './payouts.ts'
import { type SellerDeps, tellSeller } from './seller.ts'
import { standingsOf } from './standing.ts'
import { inTurn } from './turn.ts'

export type DeskDeps = SellerDeps &
  CardDeps & {
    store: Pick<
      Store,
      | 'items'
      | 'keys'
      | 'shops'
      | 'orders'
      | 'customers'
      | 'withdrawals'
      | 'providers'
      | 'jobs'
      | 'audit'
      | 'chats'
      | 'messages'
    >
    /** The figures of a day of the shop, `YYYY-MM-DD` in its zone; null: there are none. */
    report(shop: Shop, day: string): Promise<ReportFigures | null>
  }

type Payload = Record<string, string>
type Context = { job: string }

const SOON = 2000

export const tellDesk = async (deps: DeskDeps, payload: Payload, context: Context): Promise<JobResult> => {
  const shop = await deps.store.shops.get(payload['shop'] ?? '')
  if (!shop) return 'done'
  if (payload['news'] === 'claim') return tellSeller(deps, payload, context)
  const about = payload['withdrawal'] ?? payload['item'] ?? payload['chat'] ?? shop.id
  const turn = { order: `desk:${about}`, job: context.job }
  const wait = await inTurn(deps, turn, () => tell(deps, shop, { payload, context }))
  if (wait === null) return { again: (deps.clock.now() + SOON) as Millis }
  return wait > 0 ? later(deps, wait, context) : 'done'
}

/** A news that nobody can be brought for a day is given up: the dashboard shows the same. */
const later = async (deps: DeskDeps, wait: number, { job }: Context): Promise<JobResult> => {
  const now = deps.clock.now()
  const since = Number(await deps.store.keys.claim(`since:${job}`, String(now)))
  return now - since < DAY ? { again: (now + wait) as Millis } : 'done'
}

const tell = async (
  deps: DeskDeps,
  shop: Shop,
  { payload, context }: { payload: Payload; context: Context },
): Promise<number> => {
  const { news, withdrawal = '', mark = '' } = payload
  switch (news) {
    case 'withdrawal':
      return showWithdrawal(deps, shop, { id: withdrawal, mark })
    case 'panelBalance':
      return tellBalance(deps, shop, { provider: payload['provider'] ?? '', job: context.job })
    case 'proof':
      return tellProof(deps, shop, { item: payload['item'] ?? '', job: context.job })
    case 'failedJobs':
      return tellFailed(deps, shop)
    case 'item':
      return tellItem(deps, shop, { item: payload['item'] ?? '', mark, job: context.job })
    case 'chat':
      return tellChat(deps, shop, { chat: payload['chat'] ?? '', mark, job: context.job })
    case 'itemLate':
    case 'unreached':
    case 'file':
    case 'refill':
      return tellCall(deps, shop, { payload, job: context.job })
    default:
      return 0
  }
}

/** To everybody who is bound, once each: `mark` names what is told. */
const tellOnce = async (
  deps: DeskDeps,
  shop: Shop,
  { mark, message, loud }: { mark: string; message: Outgoing; loud: boolean },
): Promise<number> => {
  let wait = 0
  for (const { user } of shop.bound) {
    const ear: Ear = { shop, user }
    const key = `told:${mark}:${user}`
    if ((await deps.store.keys.owner(key)) !== null) continue
    const heard = await sayTo(deps, ear, { message, loud })
    if (heard.kind === 'later') wait = Math.max(wait, heard.ms)
    else await deps.store.keys.claim(key, heard.kind)
  }
  return wait
}

const tellBalance = async (
  deps: DeskDeps,
  shop: Shop,
  { provider, job }: { provider: string; job: string },
): Promise<number> => {
  const panel = await deps.store.providers.get(shop.id, provider)
  if (!panel || panel.disabled) return 0
  const balance = `${panel.balance?.amount ?? '–'} ${panel.currency ?? ''}`.trim()
  const message = renderSeller(
    { news: 'panelBalance', provider: panel.name, balance },
    sellerHow(shop, deps.clock.now()),
  )
  return tellOnce(deps, shop, { mark: job, message, loud: true })
}

/** The picture itself, as it came; one that was looked at on the dashboard meanwhile is not told. */
const tellProof = async (
  deps: DeskDeps,
  shop: Shop,
  { item: id, job }: { item: string; job: string },
): Promise<number> => {
  const item = await deps.store.items.get(shop.id, id)
  if (!item || item.doneAt !== undefined) return 0
  const order = item.order ? await deps.store.orders.get(shop.id, item.order) : null
  const now = deps.clock.now()
  const message = itemCard(shop, item, { now, number: order?.number })
  const buttons = [...answersTo(order, shop, now), ...(message.buttons ?? [])]
  return tellOnce(deps, shop, { mark: job, message: { ...message, buttons }, loud: true })
}

/** A claimed bill is answered under the picture too. */
const answersTo = (order: Order | null, shop: Shop, now: Millis): Button[][] => {
  const claim = order && standingsOf(order, now).find(({ news }) => news.news === 'claim')
  return claim ? (renderSeller(claim.news, sellerHow(shop, now)).buttons ?? []) : []
}

/** Those that were not told before, in one message. */
const tellFailed = async (deps: DeskDeps, shop: Shop): Promise<number> => {
  const failed = await failedOf(deps, shop.id)
  let wait = 0
  for (const { user } of shop.bound) {
    const fresh = []
    for (const job of failed)
      if ((await deps.store.keys.owner(`told:dead:${job.id}:${job.token}:${user}`)) === null) fresh.push(job)
    if (fresh.length === 0) continue
    const message = renderSeller({ news: 'failedJobs', jobs: fresh }, sellerHow(shop, deps.clock.now()))
    const heard = await sayTo(deps, { shop, user }, { message, loud: true })
    if (heard.kind === 'later') wait = Math.max(wait, heard.ms)
    else
      for (const { id, token } of fresh)
        await deps.store.keys.claim(`told:dead:${id}:${token}:${user}`, heard.kind)
  }
  return wait
}

/** The day that was over when this job first ran, though it is brought much later. */
const dayTold = async (deps: DeskDeps, { settings }: Shop, { job }: Context): Promise<string> => {
  const yesterday = deps.clock.now() + zoneOffset(settings.timezone) - DAY
  return deps.store.keys.claim(`day:${job}`, new Date(yesterday).toISOString().slice(0, 10))
}

/** Job `reports.nightly`, payload `{ shop }`: the figures of the day that is over, once a day and account. */
export const tellNightly = async (deps: DeskDeps, payload: Payload, context: Context): Promise<JobResult> => {
  const shop = await deps.store.shops.get(payload['shop'] ?? '')
  if (!shop?.bot || shop.bound.length === 0) return 'done'
  const day = await dayTold(deps, shop, context)
  const figures = await deps.report(shop, day)
  if (!figures) return 'done'
  const percent = shop.settings.gatewayFee ?? DEFAULTS.gatewayFee
  const now = deps.clock.now()
  const message = renderDesk({ say: 'report', figures, percent }, sellerHow(shop, now))
  const mark = `nightly:${shop.id}:${day}`
  const wait = await inTurn(deps, { order: mark, job: context.job }, () =>
    tellOnce(deps, shop, { mark, message, loud: false }),
  )
  if (wait === null) return { again: (now + SOON) as Millis }
  return wait > 0 ? later(deps, wait, context) : 'done'
}
