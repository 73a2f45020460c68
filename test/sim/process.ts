// One run of the shop's process: the composition's own parts over a store and an outside whose every call is a point. It can die.
import { Hono } from 'hono'
import { HTTPException } from 'hono/http-exception'
import type { Base } from '../../src/app/base.ts'
import { makeDecisions } from '../../src/app/decisions.ts'
import { makeGateways } from '../../src/app/gateways.ts'
import { makeGoods } from '../../src/app/goods.ts'
import { makeNews } from '../../src/app/news.ts'
import { makePanels } from '../../src/app/panels.ts'
import { makeSaldo } from '../../src/app/saldo.ts'
import { makeSales } from '../../src/app/sales.ts'
import { makeCrews } from '../../src/app/work.ts'
import type { Provider } from '../../src/catalog/provider.ts'
import type { AppEnv } from '../../src/http/env.ts'
import { midtransHook } from '../../src/http/webhooks/midtrans.ts'
import type { Worker } from '../../src/jobs/worker.ts'
import type { Millis } from '../../src/lib/brand.ts'
import { makeLog } from '../../src/lib/log.ts'
import type { Gateway } from '../../src/payments/gateway.ts'
import type { Store } from '../../src/store/store.ts'
import type { MemoryDatabase } from '../support/memory-ring.ts'
import { makeChannel } from './channel.ts'
import { storeOfProcess } from './mongodb/store.ts'
import { saw } from './rules/watch.ts'
import type { Owner } from './scheduler.ts'
import { BOX, broke, CONFIG, type World } from './world.ts'

type Method = (...input: unknown[]) => unknown

/** What a line of the trace says of a call's input: ids and words, no documents. */
const aboutOf = (input: unknown[]): string =>
  input
    .map((one) => {
      if (typeof one === 'string') return one
      const { id, attempt, cause, name } = (one ?? {}) as Record<string, unknown>
      return String(attempt ?? id ?? cause ?? name ?? '')
    })
    .filter((word) => word !== '')
    .join(' ')
    .slice(0, 90)

/** One sending at a time to a panel account, whoever sends; a process that stood still as a whole has lost its turn. */
const oneAtATime = (world: World, owner: Owner, account: string): void => {
  const other = world.scheduler.all().find((one) => one.name === 'panel.add' && one.about === account)
  if (other && !other.owner.dead && world.traits.beats)
    broke(world, 6, `${owner.name} sends to ${account} while ${other.owner.name} does`)
}

/** The same methods, each a point of the scheduler. */
const gated = <Noun extends object>(
  world: World,
  owner: Owner,
  { noun, of, at = '' }: { noun: Noun; of: string; at?: string },
): Noun =>
  Object.fromEntries(
    Object.entries(noun).map(([method, value]) => {
      if (typeof value !== 'function') return [method, value]
      const name = `${of}.${method}`
      const isStore = of !== 'gateway' && of !== 'panel' && of !== 'channel'
      const call = async (...input: unknown[]): Promise<unknown> => {
        const output = await (value as Method)(...input)
        if (isStore) await saw(world, { name, input, output })
        return output
      }
      return [
        method,
        (...input: unknown[]) => {
          const about = at || aboutOf(input)
          if (name === 'panel.add') oneAtATime(world, owner, at)
          return world.scheduler.point({ owner, name, about }, () => call(...input))
        },
      ]
    }),
  ) as Noun

/** A look for work where there is none is no call worth a point. */
const lookingForWork = (world: World, jobs: Store['jobs'], relay: Store['relay']) => ({
  relay: async () => (world.due.boxed() ? relay() : 0),
  claim: async (...input: Parameters<Store['jobs']['claim']>) => {
    const due = world.due.names()
    return input[0].some((name) => due.has(name)) ? jobs.claim(...input) : []
  },
})

const mongoStore = (world: World, memory: MemoryDatabase, owner: Owner): Store => {
  const store = storeOfProcess(world, memory, owner)
  const { relay, claim } = lookingForWork(world, store.jobs, store.relay)
  const whole = { ...store, jobs: { ...store.jobs, claim }, relay, onWork: () => undefined }
  return world.defect.around?.(whole) ?? whole
}

const gatedStore = (world: World, owner: Owner): Store => {
  if (world.memory) return mongoStore(world, world.memory, owner)
  const store = world.defect.store?.(world.store) ?? world.store
  const nouns = Object.entries(store).map(([of, noun]) => [
    of,
    typeof noun === 'object' && noun !== null ? gated(world, owner, { noun: noun as object, of }) : noun,
  ])
  const all = Object.fromEntries(nouns) as Store
  const gate = gated(world, owner, { noun: { relay: store.relay }, of: 'store' })
  const { relay, claim } = lookingForWork(world, all.jobs, gate.relay)
  const whole = { ...all, jobs: { ...all.jobs, claim }, relay, onWork: () => undefined }
  return world.defect.around?.(whole) ?? whole
}

const countingIds = (name: string): Base['ids'] => {
  const letters = 'ABCDEFGHJKMNPQRSTUVWXYZ'
  let n = 0
  const number = (): string => {
    n += 7
    let left = n
    let text = ''
    for (let i = 0; i < 4; i++) {
      text += letters[left % letters.length]
      left = Math.floor(left / letters.length)
    }
    return text
  }
  return {
    id: (prefix) => `${prefix}_${name}_${++n}`,
    token: () => `token-${name}-${String(++n).padStart(30, '0')}`,
    orderNumber: () => `${letters[name.charCodeAt(0) % letters.length]}${number()}`,
  }
}

/** Leases are renewed by the beat of the told clock; a process that is held up misses some of them. */
const makeBeat = (world: World, owner: Owner) => {
  const beats = new Set<{ every: number; next: Millis; beat: () => void }>()
  return {
    every: (ms: number, beat: () => void) => {
      const one = { every: ms, next: (world.clock.now() + ms) as Millis, beat }
      beats.add(one)
      return () => void beats.delete(one)
    },
    busy: () => beats.size > 0,
    strike: (): void => {
      if (owner.dead || !world.traits.beats) return
      for (const one of [...beats]) {
        if (one.next > world.clock.now()) continue
        one.next = (world.clock.now() + one.every) as Millis
        one.beat()
      }
    },
  }
}

const baseOf = (world: World, owner: Owner, beat: ReturnType<typeof makeBeat>): Base => ({
  config: CONFIG,
  store: gatedStore(world, owner),
  clock: world.clock,
  ids: countingIds(owner.name),
  log: makeLog('silent'),
  box: BOX,
  safeFetch: async () => ({ ok: false, code: 'BLOCKED', left: false }) as never,
  wait: (ms) => {
    const due = (world.clock.now() + ms) as Millis
    return world.scheduler.point({ owner, name: 'clock.wait', about: String(ms), due }, async () => undefined)
  },
  version: 'simulation',
  played: {
    gateway: (keySet) => {
      const honest = world.bank.gatewayFor(keySet)
      const gateway = world.defect.gateway?.(world, honest) ?? honest
      const { readWebhook, ...rest } = gateway
      return { ...gated(world, owner, { noun: rest, of: 'gateway' }), readWebhook } as Gateway
    },
    panel: ({ endpoint }) => {
      const panel = world.panels.get(endpoint)
      if (!panel) throw new Error(`no panel at ${endpoint}`)
      return gated(world, owner, { noun: panel.provider, of: 'panel', at: endpoint }) as Provider
    },
    picture: () => new Uint8Array(1),
    every: beat.every,
  },
})

export type Process = Owner & {
  sales: ReturnType<typeof makeSales>
  saldo: ReturnType<typeof makeSaldo>
  decisions: ReturnType<typeof makeDecisions>
  base: Base
  crews: { worker: Worker; busy: boolean }[]
  /** The beat of its leases; whether it holds any. */
  strike(): void
  busy(): boolean
  /** The webhook's door: the status it answers. */
  hook(body: string): Promise<number>
}

const hookOf = (base: Base, readNotice: ReturnType<typeof makeGateways>['readNotice']) => {
  const door = new Hono<AppEnv>()
    .use(async (c, next) => {
      c.set('client', { address: '127.0.0.1' } as AppEnv['Variables']['client'])
      await next()
    })
    .route('/', midtransHook({ ...base, readNotice }))
    .onError((cause) => new Response(null, { status: cause instanceof HTTPException ? cause.status : 500 }))
  return async (body: string): Promise<number> =>
    (await door.request('/midtrans/ks_1', { method: 'POST', body })).status
}

export const boot = (world: World): Process => {
  const owner: Owner = { name: `${'AB'[world.count % 2]}${++world.count}`, dead: false }
  const beat = makeBeat(world, owner)
  const base = baseOf(world, owner, beat)
  const gateways = makeGateways(base)
  const panels = makePanels(base)
  const goods = makeGoods(base, panels)
  const sales = makeSales(base, { gateways, panels, goods })
  const saldo = makeSaldo(base)
  const channel = gated(world, owner, { noun: makeChannel(world), of: 'channel' })
  const news = makeNews(base, async () => channel)
  const crews = makeCrews(base, owner.name, { sales, goods, news, saldo }).map((worker) => ({
    worker,
    busy: false,
  }))
  world.trace.note(`boot ${owner.name}`)
  const decisions = makeDecisions(base, { sales, goods })
  const hook = hookOf(base, gateways.readNotice)
  const process = Object.assign(owner, {
    sales,
    saldo,
    decisions,
    base,
    crews,
    strike: beat.strike,
    busy: beat.busy,
    hook,
  })
  world.defect.process?.(process)
  return process
}
