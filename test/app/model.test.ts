// Which model a shop has: the admin's from the page, through the guarded client; else the environment's; none where it is switched off.
import { afterAll, beforeEach, expect, test } from 'bun:test'
import type { Base } from '../../src/app/base.ts'
import { makeModels, sealModelKey } from '../../src/app/model.ts'
import { readConfig } from '../../src/config.ts'
import { makeLog } from '../../src/lib/log.ts'
import { makeSafeFetch } from '../../src/lib/safe-fetch.ts'
import { sealer } from '../../src/lib/seal.ts'
import { openStore } from '../../src/store/open.ts'
import { ask } from '../assistant/asking.ts'
import { fakeClock } from '../support/fake-clock.ts'
import { fault, startFakeModel, understood } from '../support/fake-model.ts'
import { countingIds } from '../support/ids.ts'
import { liveShop } from '../support/shops.ts'
import { SECRET } from '../support/whole.ts'

const ENV_KEY = 'sk-environment'
const PAGE_KEY = 'sk-from-the-page'
const page = startFakeModel({ key: PAGE_KEY })
const env = startFakeModel({ key: ENV_KEY })
afterAll(async () => {
  await page.stop()
  await env.stop()
})
beforeEach(() => {
  for (const one of [page, env]) {
    one.forget()
    one.otherwise(understood({ intent: 'thanks' }))
  }
})

const open = async (given: { allow?: string; envKey?: string; timeMs?: number } = {}) => {
  const reading = readConfig({
    DATABASE_URL: 'sqlite::memory:',
    OPENAI_API_KEY: given.envKey ?? ENV_KEY,
    OPENAI_BASE_URL: env.url,
    OPENAI_MODEL: 'env-model',
    ...(given.allow ? { ALLOW_PRIVATE_HOSTS: given.allow } : {}),
  })
  if (!reading.ok) throw new Error('config')
  const { config } = reading
  const clock = fakeClock()
  const lines: string[] = []
  const base: Base = {
    config,
    store: await openStore({ url: 'sqlite::memory:', clock }),
    clock,
    ids: countingIds(),
    log: makeLog('debug', { write: (line) => void lines.push(line) }),
    box: sealer(SECRET),
    safeFetch: makeSafeFetch({ allowHosts: config.allowPrivateHosts }),
    wait: async () => undefined,
    version: '0',
  }
  await base.store.shops.create(liveShop({ id: 's_1', owner: 'a_1' }))
  const models = makeModels(base, given.timeMs ? { timeMs: given.timeMs } : {})
  const heard = async () => (await (await models.of('s_1'))?.understand(ask('hmm'))) ?? null
  const set = (baseUrl?: string, key = PAGE_KEY) =>
    base.store.platform.change((one) => ({
      ...one,
      openai: {
        ...sealModelKey(base, key),
        model: 'page-model',
        at: clock.now(),
        ...(baseUrl ? { baseUrl } : {}),
      },
    }))
  return { base, clock, models, heard, set, lines }
}

test("the environment's, until the admin sets one on the page", async () => {
  const at = await open({ allow: new URL(page.url).host })
  expect(await at.heard()).toMatchObject({ intent: 'thanks' })
  await at.set(page.url)
  expect(await at.heard()).toMatchObject({ intent: 'thanks' })
  expect([env.requests.length, page.requests.length]).toEqual([1, 1])
  expect(env.requests[0]?.body['model']).toBe('env-model')
  expect(page.requests[0]?.body['model']).toBe('page-model')
  expect(page.bytes()).not.toContain(ENV_KEY)
  expect(at.lines).toEqual([])
})

test('a typed address inside the house is not asked, and its key goes nowhere', async () => {
  const at = await open()
  await at.set(page.url)
  expect(await at.heard()).toBeNull()
  await at.set('http://169.254.169.254/v1')
  expect(await at.heard()).toBeNull()
  expect([env.requests.length, page.requests.length]).toEqual([0, 0])
  expect(at.lines.join('\n')).not.toContain(PAGE_KEY)
})

test('a typed address that hangs, sends without end or redirects is left in time', async () => {
  const at = await open({ allow: new URL(page.url).host, timeMs: 300 })
  for (const reply of [
    fault('hang'),
    { text: 'x'.repeat(3_000_000) },
    { status: 302, headers: { location: `${env.url}/chat/completions` } },
  ]) {
    page.otherwise(reply)
    await at.set(page.url)
    expect(await at.heard()).toBeNull()
    at.clock.advance(3_600_000)
  }
  expect(env.requests).toEqual([])
})

test('none: switched off, no key at all, or one that no longer opens', async () => {
  const at = await open()
  await at.base.store.shops.change('s_1', (shop) => ({
    ...shop,
    settings: { ...shop.settings, aiOff: true },
  }))
  expect(await at.models.of('s_1')).toBeNull()
  const keyless = await open({ envKey: '' })
  expect([await keyless.models.isThere(), await keyless.models.of('s_1')]).toEqual([false, null])
  await at.base.store.platform.change((one) => ({
    ...one,
    openai: { key: 'sealed by another', endsIn: 'xxxx', model: 'm', at: 1 },
  }))
  expect(await at.models.isThere()).toBe(false)
})

test('all shops share what is known of a server’s trouble, not what they may spend', async () => {
  const at = await open()
  await at.base.store.shops.create(liveShop({ id: 's_2', owner: 'a_2' }))
  env.otherwise(fault('html'))
  for (let i = 0; i < 3; i++) await at.heard()
  const other = await at.models.of('s_2')
  expect(await other?.understand(ask('x', { by: { shop: 's_2', chat: '1:1', people: [] } }))).toBeNull()
  expect(env.requests).toHaveLength(3)
  expect(await at.models.restsUntil()).toBe(at.clock.now() + 60_000)
  expect(await at.base.store.usage.get({ shop: 's_2', day: '2026-11-24' })).toMatchObject({ calls: 0 })
})
