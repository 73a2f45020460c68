// Told to stop, a process behind a load balancer is not ready at once, and serves on until the balancer has seen it.
import { expect, test } from 'bun:test'
import { scratch, serve } from '../support/process.ts'
import { until } from '../support/shop-process.ts'

test('after SIGTERM it says that it is not ready, and answers on; then it ends in order', async () => {
  const place = scratch()
  const shop = await serve(place.folder, { DRAIN_SECONDS: '3' })
  const statusOf = async (path: string) => (await fetch(`${shop.url}${path}`, { proxy: '' })).status
  expect(await statusOf('readyz')).toBe(200)
  const ended = shop.stop()
  await until('the word', async () => (await statusOf('readyz')) === 503)
  expect([await statusOf('healthz'), await statusOf('api/session')]).toEqual([200, 200])
  expect(await ended).toBe(0)
  expect(await statusOf('healthz').catch(() => 'gone')).toBe('gone')
  place.remove()
}, 60_000)
