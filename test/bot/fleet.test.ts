// Bots at work: polled or hooked, each update to the bot it is for, faults shown and outlived; notices follow the shop, not the token.
import { afterEach, beforeEach, describe, expect, test } from 'bun:test'
import { connectBot, disconnectBot, type TokenDeps } from '../../src/bot/token.ts'
import { makeTelegram } from '../../src/telegram/api.ts'
import { noPace } from '../../src/telegram/pace.ts'
import { askToken, deleteWebhook, setWebhook } from '../../src/telegram/token.ts'
import { TOKEN } from '../support/fake-bot-api.ts'
import { countingIds } from '../support/ids.ts'
import { ANI, type House, openHouse, SHOP, until } from './house.ts'

let house: House
beforeEach(async () => {
  house = await openHouse()
})
afterEach(() => house.close())

const answered = (count: number) =>
  until(async () => {
    await house.drain()
    return house.api.texts(ANI.id).length >= count
  })
const lastError = async () => (await house.store.shops.get(SHOP))?.bot?.lastError?.message

describe('polling', () => {
  test('from a said word to the answer, without a public address', async () => {
    await house.now.fleet.refresh()
    house.api.say(ANI, 'saya mau beli followers')
    await answered(1)
    house.api.press(ANI, /^2$/)
    await answered(2)
    expect(house.api.texts(ANI.id).at(-1)).toContain('IG Followers B')
    const offsets = house.api.callsOf('getUpdates').map(({ params }) => params['offset'])
    expect(offsets[0]).toBe(0)
    expect(Number(offsets.at(-1))).toBeGreaterThan(700_000)
    expect(house.api.callsOf('setMyCommands')).toHaveLength(2)
  })

  test('what came while nobody asked is answered in order after a restart, what was stored before only once', async () => {
    await house.now.fleet.refresh()
    house.api.say(ANI, 'saya mau beli followers')
    await answered(1)
    await house.now.fleet.stop()
    house.api.say(ANI, 'saya pilih ID 2')
    house.restart()
    await house.now.fleet.refresh()
    await answered(2)
    expect(house.api.texts(ANI.id)).toHaveLength(2)
    expect(house.api.texts(ANI.id)[1]).toContain('IG Followers B')
  })

  test('a fault is shown on the page of the bot and goes when it is over', async () => {
    house.api.fault('500', 1, { method: 'getUpdates' })
    await house.now.fleet.refresh()
    await until(async () => ((await lastError()) ?? '').startsWith('unreachable'))
    expect(await lastError()).not.toContain(TOKEN.slice(5))
    house.api.say(ANI, 'halo')
    await until(async () => (await lastError()) === undefined)
  }, 10_000)

  test('a store that fails for a moment loses no update and ends no loop', async () => {
    const { accept } = house.store.inbox
    let left = 1
    house.store.inbox.accept = async (update) => {
      if (left-- > 0) throw new Error('database is locked')
      return accept(update)
    }
    await house.now.fleet.refresh()
    house.api.say(ANI, 'halo')
    await answered(2)
    expect(house.now.logged.join()).toContain('database is locked')
  }, 10_000)

  test('refreshed twice at once there is one loop; a bot taken off is asked for no more', async () => {
    await Promise.all([house.now.fleet.refresh(), house.now.fleet.refresh()])
    await until(() => house.api.callsOf('getUpdates').length > 0)
    await Bun.sleep(30)
    expect(house.api.callsOf('getUpdates')).toHaveLength(1)
    await house.store.shops.change(SHOP, ({ bot: _, ...shop }) => shop)
    await house.now.fleet.refresh()
    house.api.say(ANI, 'halo')
    await Bun.sleep(50)
    expect(house.api.callsOf('getUpdates')).toHaveLength(1)
  })

  test('a bot with a webhook is not polled', async () => {
    await house.store.shops.change(SHOP, (shop) =>
      shop.bot ? { ...shop, bot: { ...shop.bot, mode: 'webhook', at: 2 } } : null,
    )
    await house.now.fleet.refresh()
    await Bun.sleep(30)
    expect(house.api.callsOf('getUpdates')).toEqual([])
  })
})

describe('several processes', () => {
  const asked = () => house.api.callsOf('getUpdates').length
  const setBot = (change: object) =>
    house.store.shops.change(SHOP, (shop) => (shop.bot ? { ...shop, bot: { ...shop.bot, ...change } } : null))
  let other: ReturnType<House['another']>
  beforeEach(async () => {
    other = house.another('w9')
    await house.now.fleet.refresh()
    await until(() => asked() > 0)
    await other.fleet.refresh()
  })
  afterEach(() => other.fleet.stop())

  test('one of them asks; the others look on and ask nothing', async () => {
    for (let i = 0; i < 3; i++) await Promise.all([other.look(), house.now.look()])
    await Bun.sleep(30)
    expect(asked()).toBe(1)
  })

  test('one that looks no more is followed when its lease is over; what both then get is answered once, and it asks no more', async () => {
    house.clock.advance(14_000)
    await other.look()
    expect(asked()).toBe(1)
    house.clock.advance(1000)
    await other.look()
    await until(() => asked() === 2)
    house.api.say(ANI, 'saya mau beli followers')
    await answered(1)
    await until(() => asked() === 3)
    await Bun.sleep(50)
    await house.drain()
    expect(house.api.texts(ANI.id)).toHaveLength(1)
    expect(asked()).toBe(3)
    // Back again, it sees that the bot has gone to another one.
    await house.now.look()
    house.clock.advance(10_000)
    await other.look()
    await house.now.look()
    house.api.say(ANI, 'saya pilih ID 2')
    await answered(2)
    expect(asked()).toBe(4)
  })

  test('one that lengthens its lease keeps it for ever', async () => {
    for (let seconds = 0; seconds < 120; seconds += 5) {
      house.clock.advance(5000)
      await house.now.look()
      await other.look()
    }
    expect(asked()).toBe(1)
  })

  test('one that stops in order leaves it to the next that looks', async () => {
    await house.now.fleet.stop()
    await other.look()
    await until(() => asked() === 2)
  })

  test('a bot that gets a webhook on one process is let go by the one that asked, and no fault of before is shown', async () => {
    house.api.fault('409', 1, { method: 'getUpdates' })
    await setBot({ mode: 'webhook', at: 2 })
    house.api.say(ANI, 'halo')
    await until(() => asked() === 2)
    await Bun.sleep(20)
    expect(await lastError()).toBeUndefined()
    await house.now.look()
    await setBot({ mode: 'polling', at: 3 })
    await other.look()
    // From the beginning: what nobody confirmed comes once more.
    await until(() => asked() >= 3)
  })
})

describe('channels', () => {
  const kindOf = async (shop: string, chat: string) => {
    const channel = await house.now.fleet.channelOf(shop, chat)
    return channel && (await channel.send(chat, { html: 'kabar' })).kind
  }

  test("a shop's chats are reached by its own bot, a preview's in the preview, and by no other", async () => {
    await house.secondShop('77:BBBB-a-token-of-another-bot-0123456789')
    expect(await kindOf(SHOP, '4242:501')).toBe('sent')
    expect(await kindOf('s_practice', 'preview-s_practice:9')).toBe('sent')
    expect(await kindOf('s_practice', '4242:501')).toBeNull()
    expect(await kindOf('nobody', '4242:501')).toBeNull()
    expect(house.api.texts(501)).toEqual(['kabar'])
  })

  test('who wrote to a bot that is gone is reached by the one that took its place', async () => {
    const token = '77:BBBB-a-token-of-another-bot-0123456789'
    house.api.addBot(token, { id: 77, username: 'baru_bot' })
    await house.store.keys.release('bot:4242', SHOP)
    await house.store.keys.claim('bot:77', SHOP)
    await house.store.shops.change(SHOP, (shop) =>
      shop.bot ? { ...shop, bot: { ...shop.bot, id: 77, token, at: 2 } } : null,
    )
    expect(await kindOf(SHOP, '4242:501')).toBe('sent')
    expect(house.api.callsOf('sendMessage').map((call) => call.token)).toEqual([token])
  })

  test('without a bot there is none', async () => {
    await house.store.shops.change(SHOP, ({ bot: _, ...shop }) => shop)
    expect(await kindOf(SHOP, '4242:501')).toBeNull()
  })
})

describe('a token', () => {
  const telegram = (token: string) =>
    makeTelegram({
      token,
      apiRoot: house.api.url,
      fetch,
      clock: house.clock,
      wait: async () => undefined,
      pace: noPace,
    })
  const deps = (more: Partial<TokenDeps> = {}): TokenDeps => ({
    store: house.store,
    clock: house.clock,
    ids: countingIds(),
    seal: (plain) => `sealed:${plain.length}`,
    lastFour: (plain) => plain.slice(-4),
    ask: (token) => askToken(telegram(token)),
    setWebhook: (token, hook) => setWebhook(telegram(token), hook),
    deleteWebhook: (token) => deleteWebhook(telegram(token)),
    webhookUrl: () => null,
    refresh: async () => undefined,
    ...more,
  })
  const OWN = 'https://lapak.example/hooks/telegram/4242'
  const ELSEWHERE = 'https://other.example/bot'

  test('that works for another program is never silenced without a clear yes', async () => {
    house.api.bot().webhook = ELSEWHERE
    const input = { shop: SHOP, token: TOKEN }
    expect(await connectBot(deps(), input)).toMatchObject({
      ok: false,
      reason: 'webhookElsewhere',
      detail: ELSEWHERE,
    })
    expect(house.api.bot().webhook).toBe(ELSEWHERE)
    const beside = await connectBot(deps(), { ...input, beside: true })
    expect(beside).toMatchObject({ ok: true, shop: { bot: { mode: 'beside' } } })
    expect(house.api.bot().webhook).toBe(ELSEWHERE)
    expect(await connectBot(deps(), { ...input, takeOver: true })).toMatchObject({
      ok: true,
      shop: { bot: { mode: 'polling' } },
    })
    expect(house.api.bot().webhook).toBe('')
  })

  test('beside, the menu of the other program stays', async () => {
    house.api.bot().webhook = ELSEWHERE
    await connectBot(deps({ seal: (plain) => plain }), { shop: SHOP, token: TOKEN, beside: true })
    await house.say('saya mau beli followers')
    expect(house.api.callsOf('setMyCommands')).toEqual([])
    expect(house.api.texts(ANI.id)).toHaveLength(1)
  })

  test('with a public address the webhook is set with a secret; the own one is not "elsewhere"', async () => {
    const hooked = deps({ webhookUrl: () => OWN })
    expect(await connectBot(hooked, { shop: SHOP, token: TOKEN })).toMatchObject({
      ok: true,
      shop: { bot: { mode: 'webhook', webhook: OWN, endsIn: '6789' } },
    })
    expect(house.api.bot()).toMatchObject({ webhook: OWN, secret: expect.stringMatching(/^token-/) })
    expect(await connectBot(hooked, { shop: SHOP, token: TOKEN })).toMatchObject({ ok: true })
  })

  test('belongs to one shop; a wrong one, a practice shop and a Telegram that is away are refused', async () => {
    await house.secondShop('77:BBBB-a-token-of-another-bot-0123456789')
    const reason = async (input: Parameters<typeof connectBot>[1]) => {
      const outcome = await connectBot(deps(), input)
      return outcome.ok ? 'ok' : outcome.reason
    }
    expect(await reason({ shop: 's_2', token: TOKEN })).toBe('takenByAnotherShop')
    expect(await reason({ shop: SHOP, token: 'nonsense' })).toBe('badToken')
    expect(await reason({ shop: SHOP, token: '99:CCCC-unknown-token-0123456789' })).toBe('badToken')
    expect(await reason({ shop: 's_practice', token: TOKEN })).toBe('practice')
    expect(await reason({ shop: 'nobody', token: TOKEN })).toBe('notFound')
    house.api.fault('500', 1)
    expect(await reason({ shop: SHOP, token: TOKEN })).toBe('unreachable')
    expect((await house.store.shops.get('s_2'))?.bot?.id).toBe(77)
  })

  test('taken off the shop, only a webhook that was set here is deleted', async () => {
    const open = () => TOKEN
    house.api.bot().webhook = ELSEWHERE
    await connectBot(deps(), { shop: SHOP, token: TOKEN, beside: true })
    await disconnectBot({ ...deps(), open }, SHOP)
    expect(house.api.bot().webhook).toBe(ELSEWHERE)
    await connectBot(deps({ webhookUrl: () => OWN }), { shop: SHOP, token: TOKEN, takeOver: true })
    await disconnectBot({ ...deps(), open }, SHOP)
    expect(house.api.bot().webhook).toBe('')
    expect(await house.store.keys.owner('bot:4242')).toBeNull()
  })
})
