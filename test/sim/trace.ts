// What happened, line by line: the last lines for a reader, and a running hash that two runs of a seed must share.
import type { Clock } from '../../src/lib/clock.ts'

const KEPT = 60

export type Trace = {
  note(line: string): void
  last(): string[]
  lines(): number
  hash(): string
  /** Prints every line from now on. */
  print(): void
}

export const makeTrace = (clock: Clock): Trace => {
  const lines: string[] = []
  const start = clock.now()
  let hash = 0n
  let n = 0
  let loud = false
  return {
    note: (text) => {
      const line = `${++n} +${((clock.now() - start) / 1000).toFixed(1)}s ${text}`
      hash = Bun.hash.wyhash(line, hash)
      lines.push(line)
      if (lines.length > KEPT * 2) lines.splice(0, KEPT)
      if (loud) console.log(line)
    },
    last: () => lines.slice(-KEPT),
    lines: () => n,
    hash: () => hash.toString(16),
    print: () => {
      loud = true
      for (const line of lines) console.log(line)
    },
  }
}
