// The only dice of a simulation: one stream of draws for a seed (sfc32), so that a seed replays exactly.

export type Chance = {
  /** 0 ≤ draw < 1. */
  next(): number
  below(n: number): number
  may(probability: number): boolean
  one<T>(list: readonly T[]): T
  /** One of the entries, each as likely as its weight says; null when all weigh nothing. */
  weighed<T>(list: readonly (readonly [number, T])[]): T | null
}

const stream = (seed: number): (() => number) => {
  let [a, b, c, d] = [seed | 0, 0x9e3779b9, Math.imul(seed, 0x85ebca6b) | 0, 1]
  const draw = (): number => {
    const sum = (a + b + d) | 0
    d = (d + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = ((c << 21) | (c >>> 11)) + sum
    return (sum >>> 0) / 4_294_967_296
  }
  for (let i = 0; i < 12; i++) draw()
  return draw
}

export const makeChance = (seed: number): Chance => {
  const next = stream(seed)
  const below = (n: number): number => Math.floor(next() * n)
  return {
    next,
    below,
    may: (probability) => next() < probability,
    one: (list) => {
      if (list.length === 0) throw new Error('one of nothing')
      return list[below(list.length)] as (typeof list)[number]
    },
    weighed: (list) => {
      const all = list.reduce((sum, [weight]) => sum + weight, 0)
      let left = next() * all
      for (const [weight, value] of list) {
        if (weight > 0 && left < weight) return value
        left -= weight
      }
      return null
    },
  }
}
