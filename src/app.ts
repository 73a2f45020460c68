// Composition root: opens the store, checks the secret, picks the drivers, wires the stages and binds job names to verbs.

import type { Base } from './app/base.ts'
import { makeBots } from './app/bots.ts'
import { makeGateways } from './app/gateways.ts'
import { makeGoods } from './app/goods.ts'
import { withHints } from './app/hints.ts'
import { makeKnowledgeDesk } from './app/knowledge.ts'
import { makeModels } from './app/model.ts'
import { makeNews } from './app/news.ts'
import { makePages } from './app/pages.ts'
import { makePanels } from './app/panels.ts'
import { checkSecret, firstAdmin, makePeople } from './app/people.ts'
import { makeSaldo } from './app/saldo.ts'
import { makeSales } from './app/sales.ts'
import { makeTalk } from './app/talk.ts'
import { waitFor } from './app/wait.ts'
import { makeCrews, recurring } from './app/work.ts'
import type { Config } from './config.ts'
import { makeHints } from './http/hints.ts'
import { makeLanes } from './jobs/lanes.ts'
import { everyMs } from './jobs/lease.ts'
import type { Loop } from './jobs/loop.ts'
import { keepSchedule } from './jobs/schedule.ts'
import type { Clock } from './lib/clock.ts'
import type { Ids } from './lib/ids.ts'
import type { Log } from './lib/log.ts'
import { makeSafeFetch } from './lib/safe-fetch.ts'
import { sealer } from './lib/seal.ts'
import { openStore } from './store/open.ts'
import type { Store } from './store/store.ts'
import type { Pace } from './telegram/pace.ts'

export type AppInput = {
  config: Config
  /** APP_SECRET, or what the data folder keeps in its place. */
  secret: string
  log: Log
  clock: Clock
  ids: Ids
  version: string
  /** For tests that lay a hand on it. */
  store?: Store
  pace?: Pace
}

export type App = {
  fetch(request: Request, server?: object): Response | Promise<Response>
  start(): Promise<void>
  stop(): Promise<void>
  /** Says that it is not ready any more, and goes on. */
  leave(): void
  /** Ends what never ends by itself; before the server stops. */
  closeStreams(): void
  /** The token of a link to the set-up page; null once there is an admin. */
  firstRunLink(): Promise<string | null>
  /** Works off all that is due, for tests: answers how much. */
  drain(): Promise<number>
  store: Store
}

export type MadeApp = { ok: true; app: App } | { ok: false; reason: string; detail?: string }

export const makeApp = async (input: AppInput): Promise<MadeApp> => {
  const opened = await open(input)
  if ('reason' in opened) return opened
  const hints = makeHints({ ...input, store: opened.store, every: everyMs, wait: waitFor })
  const base: Base = {
    ...input,
    store: withHints(opened.store, hints.tell),
    box: sealer(input.secret),
    safeFetch: makeSafeFetch({ allowHosts: input.config.allowPrivateHosts }),
    wait: waitFor,
  }
  const people = makePeople(base)
  const checked = await checkSecret(base)
  const admitted = checked.ok ? await firstAdmin(base, people) : checked
  if (admitted.ok) return { ok: true, app: compose(base, { hints, people }) }
  await opened.store.close()
  return admitted
}

const open = async (
  input: AppInput,
): Promise<{ store: Store } | { ok: false; reason: string; detail: string }> => {
  try {
    return await whole(input.store ?? (await openStore(addressOf(input))))
  } catch (cause) {
    return { ok: false, reason: 'store', detail: cause instanceof Error ? cause.message : String(cause) }
  }
}

const addressOf = ({ config, clock }: AppInput) => ({
  url: config.databaseUrl,
  prefix: config.databasePrefix,
  clock,
})

/** Not one that is still being brought from elsewhere. */
const whole = async (
  store: Store,
): Promise<{ store: Store } | { ok: false; reason: string; detail: string }> => {
  const { arriving } = await store.platform.get()
  if (!arriving) return { store }
  await store.close()
  return { ok: false, reason: 'arriving', detail: UNFINISHED(arriving.by) }
}

const UNFINISHED = (by: string): string =>
  `DATABASE_URL names a database that lapak ${by} has not finished: run that command again, to its end`

type Given = { hints: ReturnType<typeof makeHints>; people: ReturnType<typeof makePeople> }

const compose = (base: Base, { hints, people }: Given): App => {
  const gateways = makeGateways(base)
  const panels = makePanels(base)
  const goods = makeGoods(base, panels)
  const sales = makeSales(base, { gateways, panels, goods })
  const saldo = makeSaldo(base)
  const knowledge = makeKnowledgeDesk(base)
  const models = makeModels(base)
  const turn = makeTalk(base, { sales, goods, saldo, knowledge: knowledge.index, models })
  const bots = makeBots(base, { turn, sales, goods, saldo, hints })
  const owner = base.ids.id('w')
  const lanes = makeLanes({ ...base, owner, handle: bots.fleet.handle, onGivenUp: bots.onGivenUp })
  const news = makeNews(base, bots.fleet.channelOf)
  const loops = [lanes, ...makeCrews(base, owner, { sales, goods, news, saldo })]
  let leaving = false
  const working = () => !leaving && loops.every((loop) => loop.alive())
  const pages = makePages(base, {
    hints,
    people,
    gateways,
    goods,
    sales,
    saldo,
    knowledge,
    bots,
    models,
    working,
  })
  return {
    fetch: (request, server = {}) => pages.server.fetch(request, server),
    ...running(base, { loops, fleet: bots.fleet, hints, readAnew: goods.readAnew }),
    leave: () => {
      leaving = true
    },
    closeStreams: pages.close,
    firstRunLink: people.firstRunLink,
    drain: () => drain(loops),
    store: base.store,
  }
}

type Running = {
  loops: Loop[]
  fleet: { refresh(): Promise<void>; stop(): Promise<void> }
  hints: { stop(): void }
  readAnew(): Promise<void>
}

const running = (base: Base, { loops, fleet, hints, readAnew }: Running) => {
  let stopSchedule = () => {}
  return {
    start: async () => {
      for (const loop of loops) loop.start()
      await readAnew()
      stopSchedule = keepSchedule(base, () => recurring(base))
      await fleet.refresh()
    },
    stop: async () => {
      stopSchedule()
      await fleet.stop()
      await Promise.all(loops.map((loop) => loop.stop()))
      hints.stop()
      await base.store.close()
    },
  }
}

const drain = async (loops: Loop[]): Promise<number> => {
  let all = 0
  for (;;) {
    let count = 0
    for (const loop of loops) count += await loop.drain()
    if (count === 0) return all
    all += count
  }
}
