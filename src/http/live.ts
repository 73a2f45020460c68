// Server-sent events of one shop: only hints that something changed; the page then asks. Closed before the server stops,
// since a stop waits for open streams.
import { Hono } from 'hono'
import { type SSEStreamingApi, streamSSE } from 'hono/streaming'
import * as v from 'valibot'
import { MINUTE, SECOND } from '../lib/clock.ts'
import { answers } from './describe.ts'
import type { AppEnv } from './env.ts'
import type { Hints, Topic } from './hints.ts'

export type { Hints, Topic } from './hints.ts'

export type LiveDeps = {
  hints: Pick<Hints, 'listen'>
  /** Calls again and again; answers how to stop. */
  every(ms: number, run: () => void): () => void
}

const BEAT = 15 * SECOND
/** Then the browser comes again, and a session that ended meanwhile is noticed. */
const LIFE = 10 * MINUTE

/** Topics that wait to be written, each once; a slow browser gets fewer hints, never a growing queue. */
const makeQueue = () => {
  const waiting = new Set<Topic | 'beat'>()
  let open = true
  let wake = () => {}
  return {
    add: (what: Topic | 'beat') => {
      waiting.add(what)
      wake()
    },
    end: () => {
      open = false
      wake()
    },
    /** Null: it has ended. */
    next: async (): Promise<(Topic | 'beat')[] | null> => {
      if (open && waiting.size === 0) await new Promise<void>((resolve) => (wake = resolve))
      const all = [...waiting]
      waiting.clear()
      return open ? all : null
    },
  }
}
type Queue = ReturnType<typeof makeQueue>

const pump = async (stream: SSEStreamingApi, queue: Queue): Promise<void> => {
  await stream.write(': here\nretry: 3000\n\n')
  for (let all = await queue.next(); all; all = await queue.next())
    for (const topic of all) {
      if (topic === 'beat') await stream.write(': beat\n\n')
      else await stream.writeSSE({ event: 'hint', data: JSON.stringify({ topic }) })
    }
}

export const makeLive = (deps: LiveDeps) => {
  const open = new Set<Queue>()
  const routes = new Hono<AppEnv>().get(
    '/shops/:shop/live',
    answers(v.string(), { summary: 'Hints that something changed', media: 'text/event-stream' }),
    (c) => {
      // Bun cuts a connection that is silent for ten seconds.
      c.env?.timeout?.(c.req.raw, 0)
      c.header('X-Accel-Buffering', 'no')
      const shop = c.get('shop').id
      return streamSSE(c, async (stream) => {
        const queue = makeQueue()
        open.add(queue)
        stream.onAbort(queue.end)
        let beats = 0
        const stops = [
          await deps.hints.listen(shop, queue.add),
          deps.every(BEAT, () => (++beats * BEAT >= LIFE ? queue.end() : queue.add('beat'))),
        ]
        await pump(stream, queue)
        for (const stop of stops) stop()
        open.delete(queue)
      })
    },
  )
  /** Ends every stream; call it before the server's own stop. */
  const close = () => {
    for (const queue of open) queue.end()
  }
  return { routes, close }
}
