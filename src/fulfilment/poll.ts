// Job `fulfilment.poll`: the panel is asked how its orders stand, in batches: one order's job takes all that are due at the same panel.
// Silence is not news: a missing row, an unknown word, an unreadable field change nothing.

import type { Provider, ProviderStatus } from '../catalog/provider.ts'
import type { Millis } from '../lib/brand.ts'
import { MINUTE, SECOND } from '../lib/clock.ts'
import { DEFAULTS } from '../model/defaults.ts'
import type { Decision, OrderState } from '../model/flow.ts'
import { tell } from '../model/flow.ts'
import type { JobResult } from '../model/job.ts'
import type { Order, Progress } from '../model/order.ts'
import { acceptedSubmission, providerOf } from '../model/order.ts'
import type { FulfilmentDeps } from './deps.ts'
import { freeLink } from './link.ts'
import { goesOn, tellStalled } from './stalled.ts'

/** Orders due this soon are asked along. */
const ALONG = 5 * SECOND

export const poll = async (deps: FulfilmentDeps, payload: Record<string, string>): Promise<JobResult> => {
  const { shop = '', order: id = '' } = payload
  const order = await deps.store.orders.get(shop, id)
  // Without the panel's number there is nothing to ask about; whoever enters it starts this anew.
  if (order?.state !== 'submitted' || !panelIdOf(order)) return 'done'
  // One question at a time: whoever comes next finds that its order was asked about along with the others.
  if (isDue(order, deps.clock.now()))
    await deps.inLane(`poll:${providerOf(order)}`, () => askAbout(deps, order))
  const after = await deps.store.orders.get(shop, id)
  if (after?.state !== 'submitted') return 'done'
  return { again: after.pollAt ?? ((deps.clock.now() + MINUTE) as Millis) }
}

const panelIdOf = (order: Order): string | undefined => acceptedSubmission(order)?.panelId

const isDue = ({ pollAt }: Order, now: Millis): boolean => pollAt === undefined || pollAt <= now

const askAbout = async (deps: FulfilmentDeps, { shop, id }: Order): Promise<void> => {
  const now = deps.clock.now()
  const order = await deps.store.orders.get(shop, id)
  if (order?.state !== 'submitted' || !isDue(order, now)) return
  const soon = (now + ALONG) as Millis
  const due = await deps.store.orders.toPoll(shop, providerOf(order), soon, DEFAULTS.pollBatch)
  const others = due.filter((other) => other.id !== id && panelIdOf(other))
  const batch = [order, ...others].slice(0, DEFAULTS.pollBatch)
  await askPanel(deps, batch)
}

/** Asks once for the whole batch and moves each order by its own row. */
export const askPanel = async (deps: FulfilmentDeps, batch: Order[]): Promise<void> => {
  const first = batch[0]
  if (!first) return
  const provider = await deps.provider(first.shop, providerOf(first))
  const ids = batch.flatMap((order) => panelIdOf(order) ?? [])
  const answer = provider && ids.length > 0 ? await statusOf(deps, provider, ids) : null
  if (answer && !answer.ok)
    deps.log.warn(
      { provider: providerOf(first), reason: answer.reason },
      'the panel did not tell how its orders stand',
    )
  for (const order of batch) {
    const row = answer?.ok ? answer.orders.get(panelIdOf(order) ?? '') : undefined
    await apply(deps, order, row)
  }
}

/** A driver answers with data; should it throw, that is silence too, and the asking goes on. */
const statusOf = async (deps: FulfilmentDeps, provider: Provider, ids: string[]) => {
  try {
    return await provider.status(ids)
  } catch (cause) {
    deps.log.error({ err: cause }, 'a panel driver threw')
    return null
  }
}

const FINAL: Partial<Record<NonNullable<ProviderStatus['state']>, OrderState>> = {
  completed: 'completed',
  partial: 'partial',
  canceled: 'stoppedByPanel',
}

const apply = async (deps: FulfilmentDeps, order: Order, row: ProviderStatus | undefined): Promise<void> => {
  const now = deps.clock.now()
  const moved = await deps.store.orders.advance(order.shop, order.id, (current) => decide(current, row, now))
  if (moved.ok && moved.order.state !== 'submitted') await freeLink(deps, moved.order)
  if (row?.state === 'failed') await review(deps, order, row)
  if (moved.ok && moved.order.state === 'submitted') await tellStalled(deps, moved.order)
}

const decide = (order: Order, row: ProviderStatus | undefined, now: Millis): Decision => {
  if (order.state !== 'submitted') return { skip: order.state }
  const pollAt = nextPoll(order, now)
  if (!row) return { quiet: true, type: 'silence', by: 'system', patch: { pollAt } }
  const progress = progressOf(order, row, now)
  const to = row.state && FINAL[row.state]
  const data = {
    ...(row.word ? { word: row.word } : {}),
    ...(progress.remains === undefined ? {} : { remains: progress.remains }),
  }
  if (to === 'partial' && progress.remains === undefined)
    return { quiet: true, type: 'partialUnclear', by: 'panel', patch: { pollAt, progress } }
  if (to) return { to, type: to, by: 'panel', data, patch: { progress } }
  const started = order.progress?.startCount === undefined && progress.startCount !== undefined
  return {
    quiet: !started && order.progress?.word === progress.word,
    type: started ? 'started' : 'progress',
    by: 'panel',
    data,
    patch: { pollAt, progress },
    jobs: started ? [tell(order, 'started', now)] : goesOn(order, progress, now),
  }
}

/** `movedAt`: when its figures last changed; an order at which nothing moves any more shows by it. */
const progressOf = ({ progress: before }: Order, row: ProviderStatus, now: Millis): Progress => {
  const told = readable(row)
  const changed = (['word', 'startCount', 'remains'] as const).some(
    (field) => told[field] !== undefined && told[field] !== before?.[field],
  )
  return { ...before, ...told, at: now, ...(changed ? { movedAt: now } : {}) }
}

const readable = ({ startCount, remains, charge, currency, word }: ProviderStatus): Partial<Progress> => ({
  ...(startCount === undefined ? {} : { startCount }),
  ...(remains === undefined ? {} : { remains }),
  ...(charge === undefined ? {} : { charge }),
  ...(currency === undefined ? {} : { currency }),
  ...(word === undefined ? {} : { word }),
})

const submittedAt = (order: Order): Millis =>
  order.events.findLast((event) => event.to === 'submitted')?.at ?? order.createdAt

/** 30 s for ten minutes, 2 min for two hours, then every 15 min, counted from the panel's acceptance. */
const nextPoll = (order: Order, now: Millis): Millis => {
  const age = now - submittedAt(order)
  const step = DEFAULTS.poll.find(({ until }) => age < until)
  return (now + (step?.every ?? 15 * MINUTE)) as Millis
}

/** "Fail", "Error": no final word that money could follow; a person looks. */
const review = async (deps: FulfilmentDeps, order: Order, row: ProviderStatus): Promise<void> => {
  const item = {
    id: `it_failed_${order.id}`,
    shop: order.shop,
    kind: 'complaint' as const,
    order: order.id,
    text: `${order.number}: ${row.word ?? 'failed'}`,
    at: deps.clock.now(),
  }
  await deps.store.items.create(item)
}
