// One thing after the other: a call goes on, somebody does something, a process takes up work, time passes, a process is killed.
import type { Millis } from '../../src/lib/brand.ts'
import { HOUR, MINUTE, SECOND } from '../../src/lib/clock.ts'
import type { Deed } from './deeds.ts'
import { boot, type Process } from './process.ts'
import { type Point, quiet } from './scheduler.ts'
import type { Verb, World } from './world.ts'

const brief = (value: unknown): string => {
  const { ok, reason, detail, order, status } = (value ?? {}) as Record<string, unknown>
  const state = (order as { state?: string } | undefined)?.state
  return [ok === undefined ? '' : ok ? 'ok' : 'no', reason, detail, state, status].filter(Boolean).join(' ')
}

/** A verb begins in a process. One that a redelivered update would do again is done again when it was cut off. */
export const begin = (world: World, process: Process, verb: Verb): void => {
  const line = `${process.name} ${verb.name}`
  world.trace.note(line)
  const ended = (text: string) => {
    world.underWay = world.underWay.filter((one) => one !== mine)
    world.trace.note(`${line} → ${text}`)
  }
  const mine = { process, verb }
  world.underWay.push(mine)
  verb.start(process).then(
    (value) => ended(brief(value)),
    (cause) => {
      ended(`threw ${cause instanceof Error ? cause.message : cause}`)
      if (verb.again) world.redeliver.push(verb)
    },
  )
}

export const alive = (world: World): Process => world.chance.one(world.processes)

const stumbled = (world: World, process: Process, cause: unknown): void =>
  world.trace.note(`${process.name} a crew stumbled: ${cause instanceof Error ? cause.message : cause}`)

/** Idle crews that have something to do. */
const idle = ({ processes, due }: World): { process: Process; crew: Process['crews'][number] }[] => {
  const names = due.names()
  if (names.size === 0) return []
  return processes.flatMap((process) =>
    process.crews
      .filter(({ busy, worker }) => !busy && worker.does.some((name) => names.has(name)))
      .map((crew) => ({ process, crew })),
  )
}

/** A crew works off what is due. */
const kick = (world: World, { process, crew }: ReturnType<typeof idle>[number]): void => {
  crew.busy = true
  crew.worker
    .drain()
    .catch((cause) => stumbled(world, process, cause))
    .finally(() => {
      crew.busy = false
    })
}

const OUTSIDE = /^(gateway|panel|channel|clock|outside)\./

/** A job whose end is not written is done again. */
const isEnd = ({ name, about }: Point): boolean =>
  /^jobs\.(finish|again)$/.test(name) || (name === 'db.job.update' && /(done|ready)$/.test(about))

const LEAVES = /^(panel\.add|gateway\.(charge|cancel|refund)|channel\.send)$/

/** All memory is gone, the database stays. What had left the house may arrive all the same. */
const kill = (world: World, process: Process): void => {
  world.trace.note(`KILL ${process.name}`)
  process.dead = true
  world.scheduler.forget(process, ({ name }) => LEAVES.test(name) && world.chance.may(0.5))
  for (const { process: owner, verb } of world.underWay)
    if (owner === process && verb.again) world.redeliver.push(verb)
  world.underWay = world.underWay.filter((one) => one.process !== process)
  world.processes = world.processes.map((one) => (one === process ? boot(world) : one))
}

const goOn = async (world: World, one: Point): Promise<void> => {
  const { chance, traits, trace, scheduler, processes } = world
  const owner = processes.find((process) => process === one.owner)
  const rough = world.trouble > 0
  if (owner && rough && chance.may(traits.kills)) {
    const before = chance.may(0.5)
    trace.note(`${one.owner.name} ${one.name} ${one.about} ${before ? 'does not happen' : 'is not answered'}`)
    if (before) scheduler.drop(one)
    else await scheduler.unanswered(one)
    return kill(world, owner)
  }
  const isWrite = !OUTSIDE.test(one.name)
  const refused = isEnd(one) ? traits.repeats : isWrite ? traits.busy : 0
  if (rough && chance.may(refused)) {
    // A server that breaks off may have written: nobody knows.
    const written = one.name.startsWith('db.') && chance.may(0.5)
    const fault = new Error(written ? 'connection lost' : 'database is locked')
    trace.note(`${one.owner.name} ${one.name} ${one.about} → ${fault.message}`)
    return written ? scheduler.breakOff(one, fault) : scheduler.fail(one, fault)
  }
  trace.note(`${one.owner.name} ${one.name} ${one.about}`)
  await scheduler.perform(one)
}

/** A request to a panel is under way for less than a minute and a half: the house counts on it. */
const LONGEST_SENDING = 85 * SECOND

/** Until when a sending that has begun must have left, while whoever makes it lives. */
const sendingRoom = (world: World, now: Millis): number => {
  const points = world.scheduler.all().filter(({ owner }) => !owner.dead)
  const begun = [...world.truth.orders.values()].filter(({ state }) => state === 'submitting')
  const ends = begun.flatMap(({ id, submissions }) =>
    points.some(
      ({ name, about }) =>
        about.includes(id) || /^(panel\.add|lanes\.change|db\.account_lane\..*)$/.test(name),
    )
      ? Object.values(submissions).flatMap(({ outcome, startedAt }) => (outcome ? [] : startedAt))
      : [],
  )
  return Math.min(...ends.map((at) => at + LONGEST_SENDING - now), Number.POSITIVE_INFINITY)
}

/** A method of the store is some commands of MongoDB's. */
const patienceOf = ({ name }: Point, patience: number): number =>
  name.startsWith('db.') ? patience / 5 : patience

/** How far time may go: no call is held up longer than the patience of the seed. */
const room = (world: World): number => {
  const now = world.clock.now()
  const { patience } = world.traits
  return Math.min(
    sendingRoom(world, now),
    ...world.scheduler.all().map((one) => Math.max(one.at, one.due) + patienceOf(one, patience) - now),
    Number.POSITIVE_INFINITY,
  )
}

/** Leases are renewed every ten seconds, and at once: a process that lives does not miss its beat. */
const BEAT = 9 * SECOND

const RENEWS = /^(jobs\.renew|inbox\.renew|lanes\.change|db\.job\.update|db\.account_lane\..*)$/

const renew = async (world: World): Promise<void> => {
  for (const process of world.processes) process.strike()
  await quiet()
  // With MongoDB a renewal is two commands: reading and writing.
  for (let turn = world.memory ? 2 : 1; turn > 0; turn--)
    for (const one of [...world.scheduler.ready()])
      if (RENEWS.test(one.name) && world.scheduler.all().includes(one)) await goOn(world, one)
}

export const pass = async (world: World, ms: number): Promise<void> => {
  const step = Math.min(ms, room(world))
  if (step <= 0) return
  world.trace.note(`time passes: ${step / SECOND} s`)
  const until = world.clock.now() + step
  const held = world.traits.beats && world.processes.some(({ busy }) => busy())
  while (world.clock.now() < until) {
    world.clock.set(held ? Math.min(until, world.clock.now() + BEAT) : until)
    if (held) await renew(world)
  }
  world.bank.age()
  await quiet()
}

/** Until the next job is due, at most so long. */
export const untilDue = (world: World, most: number): number =>
  Math.min(most, Math.max(SECOND, world.due.nextAt() - world.clock.now()))

const timePasses = async (world: World): Promise<void> => {
  const how = world.chance.weighed([
    [8, 'due'],
    [3, SECOND],
    [2, 15 * SECOND],
    [1, MINUTE],
    [0.2, 10 * MINUTE],
    [0.05, HOUR],
    [0.01, 25 * HOUR],
  ] as [number, 'due' | Millis][])
  await pass(world, how === 'due' || how === null ? untilDue(world, HOUR) : how)
}

/** Whoever asks the outside waits longer than whoever asks the database. */
const nextPoint = ({ chance }: World, ready: Point[]): Point => {
  const inside = ready.filter(({ name }) => !OUTSIDE.test(name))
  return chance.one(inside.length > 0 && chance.may(0.8) ? inside : ready)
}

type Choice = 'point' | 'kick' | 'deed' | 'time' | 'again'

/** One step of the world; false: there was nothing to do but to let time pass. */
export const step = async (world: World, deed: Deed | null): Promise<boolean> => {
  const { chance, scheduler } = world
  const ready = scheduler.ready()
  const crews = idle(world)
  const isLull = world.clock.now() < world.lull
  const choice = chance.weighed<Choice>([
    [ready.length > 0 ? 12 : 0, 'point'],
    [crews.length > 0 ? 2 : 0, 'kick'],
    [deed && !isLull ? (ready.length > 6 ? 0.2 : 0.8) : 0, 'deed'],
    [world.redeliver.length > 0 ? 2 : 0, 'again'],
    [deed ? (ready.length > 0 || crews.length > 0 ? 0.15 : 1) : 0, 'time'],
  ])
  if (choice === null) return false
  if (choice === 'point') await goOn(world, nextPoint(world, ready))
  if (choice === 'kick') {
    kick(world, chance.one(crews))
    await quiet()
  }
  if (choice === 'deed' && deed) {
    await deed(world)
    await quiet()
  }
  if (choice === 'again') {
    const verb = world.redeliver.splice(chance.below(world.redeliver.length), 1)[0]
    if (verb) begin(world, alive(world), verb)
    await quiet()
  }
  if (choice === 'time') await timePasses(world)
  return true
}
