// What the AI was asked and what it cost, as sellers and the admin see it, with limits and prices set by hand.
import { afterEach, expect, test } from 'bun:test'
import { calls, startFakeModel, status, understood } from '../../support/fake-model.ts'
import { openTalk } from '../../support/talk.ts'

const KEY = 'sk-of-the-platform'
const open: { stop(): Promise<void> }[] = []
afterEach(async () => {
  for (const one of open.splice(0)) await one.stop()
})

const usage = { prompt_tokens: 2000, completion_tokens: 100 }
const isReading = ({ raw }: { raw: string }) => raw.includes('"name":"understood"')

const shop = async (more: Record<string, string> = {}) => {
  const model = startFakeModel({ key: KEY })
  const env = { OPENAI_API_KEY: KEY, OPENAI_BASE_URL: model.url, OPENAI_MODEL: 'm', ...more }
  const talk = await openTalk({ env })
  open.push(talk, model)
  model.otherwise({ ...calls('reply', { known: true, text: 'Bisa kak.' }), usage })
  model.when(isReading, { ...understood({ intent: 'ask_general' }), usage })
  const view = () => talk.browser.get<Record<string, unknown>>(talk.path('/model'))
  return { model, talk, view }
}
/** One question for the meaning, one for the answer. */
const QUESTION = 'cocok buat jualan ga sih'

test('counts questions and tokens of the day, and rupiah once the admin told prices', async () => {
  const { talk, view } = await shop()
  expect(await view()).toEqual({
    day: '2026-11-24',
    state: 'ready',
    used: { calls: 0, faults: 0, tokens: 0 },
    limits: { dayTokens: 2_000_000, chatCalls: 60 },
  })
  await talk.say(QUESTION)
  expect(await view()).toMatchObject({ used: { calls: 2, faults: 0, tokens: 4200 } })
  await talk.browser.put('/platform/model-prices', { prices: { in: 6000, out: 25_000 } })
  await talk.say(QUESTION)
  // 2 × (2000 × 6000 + 100 × 25000) millionths.
  expect(await view()).toMatchObject({ used: { calls: 4, rupiah: 29 } })
  const platform = await talk.browser.get<{ shops: { name: string; used: object }[] }>('/platform/model')
  expect(platform).toMatchObject({ state: 'ready', prices: { in: 6000, out: 25_000 } })
  expect(platform.shops).toEqual([
    {
      id: talk.shops.live,
      name: 'Warung Sosmed',
      mode: 'live',
      used: { calls: 4, faults: 0, tokens: 8400, rupiah: 29 },
    } as never,
  ])
  await talk.browser.put('/platform/model-prices', { prices: null })
  expect(await talk.browser.get('/platform/model')).not.toHaveProperty('prices')
})

test('the seller’s limits hold, and are forgotten with null', async () => {
  const { model, talk, view } = await shop()
  await talk.browser.put(talk.path('/settings'), { aiDayTokens: 0, aiChatCalls: 5 })
  await talk.say(QUESTION)
  expect(model.requests).toEqual([])
  expect(await view()).toMatchObject({ state: 'spent', limits: { dayTokens: 0, chatCalls: 5 } })
  await talk.browser.put(talk.path('/settings'), { aiDayTokens: null, aiChatCalls: null })
  await talk.say(QUESTION)
  expect(model.requests).toHaveLength(2)
  expect(await view()).toMatchObject({ state: 'ready', limits: { dayTokens: 2_000_000, chatCalls: 60 } })
  for (const wrong of [
    { aiDayTokens: -1 },
    // One question may take more: it would never be asked.
    { aiDayTokens: 11_999 },
    { aiDayRupiah: 1.5 },
    { aiChatCalls: '5' },
    { aiDayTokens: 1e12 },
  ])
    expect((await talk.browser.send('PUT', `/api${talk.path('/settings')}`, wrong)).status).toBe(400)
})

test('a limit that the next question does not fit into is a spent one', async () => {
  const { model, talk, view } = await shop()
  await talk.browser.put(talk.path('/settings'), { aiDayTokens: 14_000 })
  expect(await view()).toMatchObject({ state: 'ready' })
  await talk.say(QUESTION)
  expect(model.requests).toHaveLength(1)
  expect(await view()).toMatchObject({ state: 'spent', used: { tokens: 2100 } })
  await talk.browser.put(talk.path('/settings'), { aiDayTokens: null, aiDayRupiah: 1 })
  await talk.browser.put('/platform/model-prices', { prices: { in: 6000, out: 25_000 } })
  expect(await view()).toMatchObject({ state: 'spent' })
})

test('says that it is off, that there is none, and how long a server rests', async () => {
  const { model, talk, view } = await shop()
  await talk.browser.put(talk.path('/settings'), { aiOff: true })
  expect(await view()).toMatchObject({ state: 'off' })
  await talk.browser.put(talk.path('/settings'), { aiOff: false })
  model.forget()
  model.otherwise(status(401))
  await talk.say(QUESTION)
  expect(await view()).toMatchObject({
    state: 'resting',
    until: talk.clock.now() + 60_000,
    used: { faults: 1 },
  })
  expect(await talk.browser.get('/platform/model')).toMatchObject({ state: 'resting' })
  talk.clock.advance(60_000)
  expect(await view()).toMatchObject({ state: 'ready' })
  const none = await shop({ OPENAI_API_KEY: '' })
  expect(await none.view()).toMatchObject({ state: 'none' })
})

test('another key, or another address, starts without the old one’s trouble', async () => {
  const { model, talk, view } = await shop()
  model.forget()
  model.otherwise(status(401))
  await talk.say(QUESTION)
  expect(await view()).toMatchObject({ state: 'resting' })
  await talk.browser.put('/platform/openai', { key: 'sk-another-key-0001', model: 'm' })
  expect(await view()).toMatchObject({ state: 'ready' })
})

test('prices are the admin’s, and whole rupiah', async () => {
  const { talk } = await shop()
  for (const prices of [{ in: 1 }, { in: -1, out: 1 }, { in: 1.5, out: 1 }, { in: 1e9, out: 1 }, 'x'])
    expect((await talk.browser.send('PUT', '/api/platform/model-prices', { prices })).status).toBe(400)
})
