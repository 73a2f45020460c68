// Reads files in a process of its own, which is this program called with another command: whatever a hostile file does to it, it ends
// after a time, a weight or an answer, and the shop goes on. It is given no environment, so it knows no secret.
import { readFile } from 'node:fs/promises'
import * as v from 'valibot'
import type { Log } from '../../lib/log.ts'
import { type Outcome, refuse } from '../../lib/outcome.ts'
import {
  FORMATS,
  type RawDocument,
  READ_FAULTS,
  READ_LIMITS,
  type ReadDocument,
  type ReadFault,
  type Reading,
} from '../documents/reading.ts'

export type ProcessDeps = {
  /** The command that reads a file from its standard input (`cli/read-document.ts`). */
  command: string[]
  /** Ends early when the signal says so. */
  wait(ms: number, signal?: AbortSignal): Promise<void>
  log: Pick<Log, 'warn'>
  timeoutMs?: number
  /** Of memory, in bytes; looked at where the system tells it (Linux). */
  heaviest?: number
}

const MEGABYTE = 1024 * 1024
const TIMEOUT = 25_000
const HEAVIEST = 700 * MEGABYTE
const LOOK_EVERY = 100
const PAGE = 4096
/** The longest text, every character escaped. */
const MOST_OUTPUT = READ_LIMITS.text * 6 + 10_000
const AT_ONCE = 2
const MOST_WAITING = 6

/** One line of JSON, then the bytes. */
const inputOf = ({ bytes, name, type = '' }: RawDocument): Uint8Array =>
  Buffer.concat([Buffer.from(`${JSON.stringify({ name, type })}\n`), bytes])

const weightOf = async (pid: number): Promise<number> => {
  const statm = await readFile(`/proc/${pid}/statm`, 'utf8').catch(() => '')
  return Number(statm.split(' ')[1] ?? 0) * PAGE
}

type Watch = { stop: AbortSignal; kill(why: ReadFault): void }

const watchTime = async (
  { wait, timeoutMs = TIMEOUT }: ProcessDeps,
  { stop, kill }: Watch,
): Promise<void> => {
  await wait(timeoutMs, stop)
  if (!stop.aborted) kill('tooSlow')
}

const watchWeight = async (deps: ProcessDeps, pid: number, { stop, kill }: Watch): Promise<void> => {
  while (!stop.aborted) {
    await deps.wait(LOOK_EVERY, stop)
    if (!stop.aborted && (await weightOf(pid)) > (deps.heaviest ?? HEAVIEST)) return kill('tooHeavy')
  }
}

const readOutput = async (stream: ReadableStream<Uint8Array>): Promise<string | null> => {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of stream as unknown as AsyncIterable<Uint8Array>) {
    size += chunk.byteLength
    if (size > MOST_OUTPUT) return null
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}

/** What the process says is data too: it was in the hands of the file. */
const Said = v.variant('ok', [
  v.object({
    ok: v.literal(true),
    format: v.picklist(FORMATS),
    text: v.pipe(v.string(), v.maxLength(READ_LIMITS.text)),
    title: v.optional(v.pipe(v.string(), v.maxLength(2000))),
    pages: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0))),
  }),
  v.object({ ok: v.literal(false), reason: v.picklist(READ_FAULTS) }),
])

const readingIn = (output: string): Reading => {
  try {
    const said = v.safeParse(Said, JSON.parse(output))
    return said.success ? (said.output as Reading) : refuse('broken')
  } catch {
    return refuse('broken')
  }
}

const readOnce = async (deps: ProcessDeps, file: RawDocument): Promise<Reading> => {
  const child = Bun.spawn(deps.command, {
    stdin: inputOf(file),
    stdout: 'pipe',
    stderr: 'ignore',
    env: {},
    windowsHide: true,
  })
  const over = new AbortController()
  let why: ReadFault | null = null
  const kill = (reason: ReadFault) => {
    why ??= reason
    child.kill('SIGKILL')
  }
  const watch = { stop: over.signal, kill }
  const watched = Promise.all([watchTime(deps, watch), watchWeight(deps, child.pid, watch)])
  try {
    const output = await readOutput(child.stdout)
    if (output === null) kill('tooMuchText')
    const code = await child.exited
    // A file that kills its reader, or a reader that can't start: the seller hears the one, the log tells which.
    if (!why && code !== 0)
      deps.log.warn(
        { code, signal: child.signalCode, bytes: file.bytes.length },
        'reading a document ended badly',
      )
    return why ? refuse(why) : readingIn(output ?? '')
  } finally {
    over.abort()
    child.kill('SIGKILL')
    await watched
  }
}

/** Two at a time: a seller's file must not take the machine from the customers. Who would wait too long is told to come again. */
const inTurn = () => {
  let running = 0
  const queue: (() => void)[] = []
  return async <T>(work: () => Promise<T>): Promise<Outcome<{ result: T }, 'busy'>> => {
    if (running >= AT_ONCE) {
      if (queue.length >= MOST_WAITING) return refuse('busy')
      await new Promise<void>((resolve) => queue.push(resolve))
    } else running++
    try {
      return { ok: true, result: await work() }
    } finally {
      const next = queue.shift()
      if (next) next()
      else running--
    }
  }
}

export const documentProcess = (deps: ProcessDeps): ReadDocument => {
  const turn = inTurn()
  return async (file) => {
    if (file.bytes.length > READ_LIMITS.bytes) return refuse('tooLarge')
    const done = await turn(() => readOnce(deps, file))
    return done.ok ? done.result : done
  }
}
