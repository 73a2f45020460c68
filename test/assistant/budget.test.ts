// What a shop and a chat may spend on the model in a day: counted, limited, and shared by processes.
import { afterAll, describe, expect, test } from 'bun:test'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DAY, HOUR } from '../../src/lib/clock.ts'
import { DEFAULTS } from '../../src/model/defaults.ts'
import { openStore } from '../../src/store/open.ts'
import { fakeClock } from '../support/fake-clock.ts'
import { calls, fault, understood } from '../support/fake-model.ts'
import { ask, BY, openAsking, SHOP } from './asking.ts'

const TODAY = { shop: SHOP, day: '2026-11-24' }
const CHAT = { ...TODAY, chat: BY.chat }
const usage = { prompt_tokens: 1500, completion_tokens: 60 }
const THANKS = { ...understood({ intent: 'thanks' }), usage }

describe('usage', () => {
  test('is counted for the shop and for the chat, with its cost by the prices of the moment', async () => {
    const at = await openAsking()
    at.knobs.prices = { in: 6000, out: 25_000 }
    at.server.otherwise({ ...calls('search_products', { query: 'ig' }), usage }, THANKS)
    await at.llm.understand(ask('a'))
    const counted = { calls: 1, tokensIn: 3000, tokensOut: 120, micro: 3000 * 6000 + 120 * 25_000, faults: 0 }
    expect(await at.store.usage.get(TODAY)).toMatchObject(counted)
    expect(await at.store.usage.get(CHAT)).toMatchObject(counted)
    await at.stop()
  })

  test('a question that got no answer costs what it used, and is a fault', async () => {
    const at = await openAsking()
    at.server.otherwise({ ...calls('transfer_money'), usage })
    await at.llm.understand(ask('a'))
    expect(await at.store.usage.get(TODAY)).toMatchObject({ calls: 1, tokensIn: 6000, faults: 1 })
    at.clock.advance(DAY)
    at.server.otherwise(fault('html'))
    await at.llm.understand(ask('a'))
    expect(await at.store.usage.get({ ...TODAY, day: '2026-11-25' })).toMatchObject({
      calls: 1,
      tokensIn: 0,
      faults: 1,
    })
    await at.stop()
  })

  test('a server that tells nothing, or nonsense, of what it used is counted by its letters', async () => {
    for (const lie of [
      null,
      'none',
      { prompt_tokens: -5, completion_tokens: 0 },
      { prompt_tokens: 1e12, completion_tokens: 1 },
    ]) {
      const at = await openAsking()
      at.server.otherwise({ ...understood({ intent: 'thanks' }), usage: lie })
      await at.llm.understand(ask('a'))
      const { tokensIn } = await at.store.usage.get(TODAY)
      expect(tokensIn).toBeGreaterThan(500)
      expect(tokensIn).toBeLessThan(DEFAULTS.ai.tokens)
      await at.stop()
    }
  })

  test("the day is the shop's own", async () => {
    const at = await openAsking({ settings: { timezone: 'Asia/Jayapura' } })
    at.server.otherwise(THANKS)
    at.clock.set(Date.UTC(2026, 10, 24, 15))
    await at.llm.understand(ask('a'))
    expect(await at.store.usage.get({ ...TODAY, day: '2026-11-25' })).toMatchObject({ calls: 1 })
    await at.stop()
  })
})

const asked = async (at: Awaited<ReturnType<typeof openAsking>>, times: number, by = BY) => {
  const heard = []
  for (let i = 0; i < times; i++) heard.push((await at.llm.understand(ask('a', { by }))) !== null)
  return heard
}

describe('limits', () => {
  test('of questions of a chat: the built-in word stands, other chats go on, the next day too', async () => {
    const at = await openAsking({ settings: { aiChatCalls: 2 } })
    at.server.otherwise(THANKS)
    expect(await asked(at, 4)).toEqual([true, true, false, false])
    expect(at.server.requests).toHaveLength(2)
    expect(await asked(at, 1, { ...BY, chat: '4242:502' })).toEqual([true])
    at.clock.advance(DAY)
    expect(await asked(at, 1)).toEqual([true])
    await at.stop()
  })

  test('of tokens of the shop: a question is asked only where the most it can cost is left', async () => {
    const at = await openAsking({ settings: { aiDayTokens: DEFAULTS.ai.tokens + 2 * 1560 } })
    at.server.otherwise(THANKS)
    expect(await asked(at, 5)).toEqual([true, true, true, false, false])
    expect(await at.store.usage.get(TODAY)).toMatchObject({ calls: 3, tokensIn: 4500 })
    expect(await at.store.usage.get(CHAT)).toMatchObject({ calls: 3, tokensIn: 4500 })
    await at.stop()
  })

  test('of rupiah, once prices are known', async () => {
    const at = await openAsking({ settings: { aiDayRupiah: 150 } })
    at.server.otherwise(THANKS)
    expect(await asked(at, 1)).toEqual([true])
    at.knobs.prices = { in: 6000, out: 25_000 }
    // The most of one question is about Rp102; each costs Rp10.5.
    expect(await asked(at, 7)).toEqual([true, true, true, true, true, false, false])
    await at.stop()
  })

  test('nothing at all: switched off, or no tokens', async () => {
    for (const settings of [{ aiOff: true }, { aiDayTokens: 0 }, { aiChatCalls: 0 }]) {
      const at = await openAsking({ settings })
      at.server.otherwise(THANKS)
      expect(await asked(at, 1)).toEqual([false])
      expect(at.server.requests).toEqual([])
      await at.stop()
    }
  })

  test('thirty at once get no more than is left', async () => {
    const at = await openAsking({ settings: { aiChatCalls: 7 } })
    at.server.otherwise(THANKS)
    const heard = await Promise.all(Array.from({ length: 30 }, () => at.llm.understand(ask('a'))))
    expect(heard.filter(Boolean)).toHaveLength(7)
    expect(at.server.requests).toHaveLength(7)
    await at.stop()
  })

  test('books that cannot be written fail no message', async () => {
    const at = await openAsking()
    at.server.otherwise(THANKS)
    await at.store.close()
    expect(await at.llm.understand(ask('a'))).toBeNull()
    expect(at.server.requests).toEqual([])
    await at.server.stop()
  })
})

describe('two processes', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lapak-usage-'))
  afterAll(() => rmSync(folder, { recursive: true }))

  test('share one budget: together they ask no more than one would', async () => {
    const url = `sqlite:${join(folder, 'shared.db')}`
    await (await openStore({ url, clock: fakeClock() })).close()
    const spend = (chat: string) =>
      Bun.spawn([process.execPath, join(import.meta.dir, 'spender.ts'), url, chat, '40'], { stdout: 'pipe' })
    const both = [spend('4242:1'), spend('4242:2')]
    const took = await Promise.all(both.map(async (one) => Number(await new Response(one.stdout).text())))
    await Promise.all(both.map((one) => one.exited))
    expect((took[0] ?? 0) + (took[1] ?? 0)).toBe(50)
    const store = await openStore({ url, clock: fakeClock() })
    expect(await store.usage.get({ ...TODAY, day: '2026-11-24' })).toMatchObject({
      calls: 50,
      tokensIn: 50 * 1000,
    })
    await store.close()
  })

  test('what a killed process had taken stays taken for its day', async () => {
    const at = await openAsking({ timeMs: HOUR })
    at.server.otherwise(fault('hang'))
    at.llm.understand(ask('a')).catch(() => undefined)
    while (at.server.requests.length === 0) await Bun.sleep(1)
    const { calls: taken, tokensIn, tokensOut } = await at.store.usage.get(TODAY)
    expect([taken, tokensIn + tokensOut]).toEqual([1, DEFAULTS.ai.tokens])
    await at.stop()
  })
})
