// A round robin before the replicas, with no knowledge of what they do: each request goes to the next one that is ready. One that does not
// answer is left out until it says that it is ready again, and whoever asked gets a 502.

export type RoundRobin = {
  url: string
  /** Replaces the addresses that requests go to. */
  aim(targets: string[]): void
  /** How often each was asked. */
  asked: Map<string, number>
  stop(): Promise<void>
}

const READY_EVERY = 250

export const startProxy = (): RoundRobin => {
  let targets: string[] = []
  const away = new Set<string>()
  const asked = new Map<string, number>()
  let next = 0
  const pick = (): string | undefined => {
    const there = targets.filter((target) => !away.has(target))
    next += 1
    return there[next % Math.max(1, there.length)]
  }
  const server = Bun.serve({
    hostname: '127.0.0.1',
    port: 0,
    idleTimeout: 255,
    // A stream that was cut in the middle by a kill.
    error: () => new Response('it broke off', { status: 502 }),
    fetch: async (request) => {
      const target = pick()
      if (!target) return new Response('nobody is there', { status: 502 })
      asked.set(target, (asked.get(target) ?? 0) + 1)
      const { pathname, search } = new URL(request.url)
      const headers = new Headers(request.headers)
      headers.set('x-forwarded-for', '203.0.113.9')
      try {
        const body = request.method === 'GET' ? null : await request.arrayBuffer()
        return await fetch(`${target}${pathname}${search}`, {
          method: request.method,
          headers,
          body,
          redirect: 'manual',
          proxy: '',
        })
      } catch {
        away.add(target)
        return new Response('it did not answer', { status: 502 })
      }
    },
  })
  const look = async (target: string): Promise<void> => {
    const answer = await fetch(`${target}/readyz`, { proxy: '', signal: AbortSignal.timeout(2000) }).catch(
      () => null,
    )
    if (answer?.ok) away.delete(target)
  }
  const timer = setInterval(() => void Promise.all([...away].map(look)), READY_EVERY)
  return {
    url: `http://127.0.0.1:${server.port}`,
    asked,
    aim: (given) => {
      for (const target of given) if (!targets.includes(target)) away.add(target)
      targets = given
      for (const target of away) if (!given.includes(target)) away.delete(target)
    },
    stop: async () => {
      clearInterval(timer)
      await server.stop(true)
    },
  }
}
