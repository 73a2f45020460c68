// Is the process there (`/healthz`), and can it work (`/readyz`)? For a container's check and a load balancer.
import { Hono } from 'hono'
import type { AppEnv } from './env.ts'

/** What must be true to take traffic; a part that throws is not ready. */
export type Readiness = { store(): Promise<boolean>; worker(): boolean }

export const makeHealth = (ready: Readiness) =>
  new Hono<AppEnv>()
    .get('/healthz', (c) => c.json({ ok: true }))
    .get('/readyz', async (c) => {
      const store = await ready.store().catch(() => false)
      const worker = ready.worker()
      return c.json({ ok: store && worker, store, worker }, store && worker ? 200 : 503)
    })
