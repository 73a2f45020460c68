// What a command says, and how one that was asked for in vain ends.
import { type Outcome, refuse } from '../lib/outcome.ts'

export type Say = { write(line: string): void; warn(line: string): void }

export const STANDARD: Say = {
  write: (line) => void process.stdout.write(`${line}\n`),
  warn: (line) => void process.stderr.write(`${line}\n`),
}

/** What the disk or a server refuses: no room, no leave, no answer. */
export const tried = async (
  work: () => Promise<Outcome<object, string>>,
): Promise<Outcome<object, string>> => {
  try {
    return await work()
  } catch (cause) {
    if (!(cause instanceof Error)) throw cause
    return refuse('fault', `it could not be done: ${cause.message}`)
  }
}

/** 0 done, 1 refused. */
export const ended = (done: Outcome<object, string>, say: Say = STANDARD): number => {
  if (done.ok) return 0
  say.warn(done.detail ?? done.reason)
  return 1
}
