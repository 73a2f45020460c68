// Every call of a contract and of the store is a point: it waits here until the scheduler lets it go on. One call runs at a time, and
// the next is chosen only when all that followed from the last has come to its own next point.
import type { Millis } from '../../src/lib/brand.ts'

/** Who called: a process that can die. What a dead one asked for is never answered. */
export type Owner = { readonly name: string; dead: boolean }

export type Point = {
  n: number
  owner: Owner
  /** `orders.advance`, `panel.add`, … */
  name: string
  /** For the trace: what it is about. */
  about: string
  at: Millis
  /** Not before. */
  due: Millis
  run(): Promise<unknown>
  end(ended: Ended): void
}
export type Ended = { ok: true; value: unknown } | { ok: false; cause: unknown }

export type Call = { owner: Owner; name: string; about?: string; due?: Millis }

const never = new Promise<never>(() => undefined)

const immediate = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

/** All that follows without another call has happened: promises are done after one turn, a bare `setImmediate` after the second. */
export const quiet = async (): Promise<void> => {
  await immediate()
  await immediate()
}

export const makeScheduler = (now: () => Millis) => {
  let points: Point[] = []
  let count = 0

  const point = <T>({ owner, name, about = '', due = 0 }: Call, run: () => Promise<T>): Promise<T> => {
    if (owner.dead) return never
    return new Promise<T>((resolve, reject) => {
      const end = (ended: Ended): void => {
        if (owner.dead) return
        if (ended.ok) resolve(ended.value as T)
        else reject(ended.cause)
      }
      points.push({ n: ++count, owner, name, about, at: now(), due, run, end })
    })
  }

  const take = (one: Point): void => {
    points = points.filter((other) => other !== one)
  }

  /** Lets one call happen and answer. */
  const perform = async (one: Point): Promise<Ended> => {
    take(one)
    const ended = await outcome(one)
    one.end(ended)
    await quiet()
    return ended
  }

  /** The call happens, and whoever asked does not live to hear of it. */
  const unanswered = async (one: Point): Promise<void> => {
    take(one)
    await outcome(one)
  }

  /** The call is answered with a fault and does nothing. */
  const fail = async (one: Point, cause: unknown): Promise<void> => {
    take(one)
    one.end({ ok: false, cause })
    await quiet()
  }

  /** The call happens, and whoever asked hears of a fault. */
  const breakOff = async (one: Point, cause: unknown): Promise<void> => {
    take(one)
    await outcome(one)
    one.end({ ok: false, cause })
    await quiet()
  }

  return {
    point,
    perform,
    unanswered,
    fail,
    breakOff,
    drop: take,
    /** Calls that may go on now. */
    ready: (): Point[] => points.filter(({ due }) => due <= now()),
    all: (): readonly Point[] => points,
    /** The calls of one that died: gone, but for those that had left the house and still arrive. */
    forget: (owner: Owner, left: (point: Point) => boolean): void => {
      points = points.filter((one) => one.owner !== owner || left(one))
    },
  }
}
export type Scheduler = ReturnType<typeof makeScheduler>

const outcome = async (one: Point): Promise<Ended> => {
  try {
    return { ok: true, value: await one.run() }
  } catch (cause) {
    return { ok: false, cause }
  }
}
