// Replicas that die and come back while others work: killed, or now and then stopped in order, one at least stays.
import type { Place, Replica } from './place.ts'

export type Chaos = { end(): Promise<{ kills: number; stops: number }> }

/** The same seed makes the same choices; when they fall is up to the machine. */
const drawFrom = (seed: number) => {
  let state = seed >>> 0
  return (below: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

/** `every`: between two deaths, at least. */
export const startChaos = (place: Place, { seed, every }: { seed: number; every: number }): Chaos => {
  const draw = drawFrom(seed)
  let going = true
  let [kills, stops] = [0, 0]
  const returning: Promise<void>[] = []
  const back = async (replica: Replica): Promise<void> => {
    await Bun.sleep(200 + draw(1500))
    await place.start(replica)
  }
  const strike = async (): Promise<void> => {
    const running = place.replicas.filter((replica) => replica.running)
    const victim = running[draw(running.length)]
    if (!victim || running.length < 2) return
    if (draw(4) === 0) {
      const code = await place.stop(victim)
      if (code !== 0) throw new Error(`${victim.name} stopped with ${code}`)
      stops += 1
    } else {
      await place.kill(victim)
      kills += 1
    }
    returning.push(back(victim))
  }
  const run = async (): Promise<void> => {
    while (going) {
      await Bun.sleep(every + draw(every))
      if (going) await strike()
    }
  }
  const ended = run()
  return {
    end: async () => {
      going = false
      await ended
      await Promise.all(returning)
      return { kills, stops }
    },
  }
}
