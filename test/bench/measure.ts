// What the benchmarks share: percentiles, the longest piece of a busy event loop, a scratch folder.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export const percentile = (values: number[], share: number): number => {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}

export const median = (values: number[]): number => percentile(values, 0.5)

/** Watches the event loop: the longest time in which nothing else got its turn, milliseconds. */
export const watchLoop = () => {
  let longest = 0
  let last = performance.now()
  let on = true
  const tick = () => {
    const now = performance.now()
    longest = Math.max(longest, now - last)
    last = now
    if (on) setImmediate(tick)
  }
  setImmediate(tick)
  return () => {
    on = false
    return longest
  }
}

export const withScratch = async <Result>(work: (folder: string) => Promise<Result>): Promise<Result> => {
  const folder = mkdtempSync(join(tmpdir(), 'lapak-bench-'))
  try {
    return await work(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Does `work` for every item, at most `width` at once. */
export const inParallel = async <Item>(
  items: Item[],
  width: number,
  work: (item: Item) => Promise<void>,
): Promise<void> => {
  const queue = [...items]
  const lane = async () => {
    for (let item = queue.shift(); item !== undefined; item = queue.shift()) await work(item)
  }
  await Promise.all(Array.from({ length: width }, lane))
}

export const ms = (value: number): string => `${value.toFixed(value < 10 ? 2 : 0)} ms`
export const ratio = (value: number): string => value.toFixed(2)
