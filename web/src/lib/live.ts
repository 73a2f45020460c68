// Server-sent hints of the shown shop. One stream serves the whole page: a browser opens only six connections to a server.
import { listen } from '../api.ts'

type Listener = { topics: string[]; run: () => void }
type Stream = { close: () => void; listeners: Set<Listener> }

const streams = new Map<string, Stream>()

const open = (shop: string): Stream => {
  const listeners = new Set<Listener>()
  const close = listen(shop, {
    hint: (topic) => {
      for (const one of listeners) if (one.topics.includes(topic)) one.run()
    },
    // Hints that fell into a gap, or before the first opening, are lost: everything that listens is read anew.
    back: () => {
      for (const one of listeners) one.run()
    },
  })
  return { close, listeners }
}

/** Runs when one of the topics changed in this shop; answers how to stop. */
export const watch = (shop: string, topics: string[], run: () => void): (() => void) => {
  const stream = streams.get(shop) ?? open(shop)
  streams.set(shop, stream)
  const listener = { topics, run }
  stream.listeners.add(listener)
  return () => {
    stream.listeners.delete(listener)
    // The next page listens in the same breath; only a stream that nobody took over is closed.
    setTimeout(() => {
      if (stream.listeners.size > 0 || streams.get(shop) !== stream) return
      stream.close()
      streams.delete(shop)
    }, 1000)
  }
}
