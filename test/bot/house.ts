// The bot at work without HTTP: a fake Bot API, the inbox, the lanes and the fleet, on a store in memory and a clock moved by hand.
import type { Update } from 'grammy/types'
import { read } from '../../src/assistant/reader/index.ts'
import { accept } from '../../src/bot/accept.ts'
import { type ConnectDeps, connectPreview, connectTelegram } from '../../src/bot/connect.ts'
import { makeFleet } from '../../src/bot/fleet.ts'
import { type PreviewInput, previewChat, sayInPreview } from '../../src/bot/preview.ts'
import { type TurnDeps, turn } from '../../src/bot/turn.ts'
import { viewOf } from '../../src/bot/view.ts'
import { makeLanes } from '../../src/jobs/lanes.ts'
import { makeLog } from '../../src/lib/log.ts'
import type { Service } from '../../src/model/service.ts'
import type { Shop, ShopPhase } from '../../src/model/shop.ts'
import { previewChannel } from '../../src/notices/drivers/preview.ts'
import { telegramChannel } from '../../src/notices/drivers/telegram.ts'
import type { InboxUpdate } from '../../src/store/documents.ts'
import type { Store } from '../../src/store/store.ts'
import { makeTelegram } from '../../src/telegram/api.ts'
import { noPace } from '../../src/telegram/pace.ts'
import { render } from '../../src/text/render.ts'
import { type Customer, type FakeBotApi, startFakeBotApi, TOKEN } from '../support/fake-bot-api.ts'
import { fakeClock } from '../support/fake-clock.ts'
import { countingIds } from '../support/ids.ts'
import { liveShop, practiceShop } from '../support/shops.ts'
import { openTestStore } from '../support/store-under-test.ts'

export { SHOP } from './stall.ts'

import { actsOf, goodsOf, readScript, SHOP, services, type Verbs } from './stall.ts'

export const ANI: Customer = { id: 501 }
export const BUDI: Customer = { id: 502, name: 'Budi' }

/** Kills: what is thrown where a process would have died. Nothing of the house catches it as anything else than a try. */
export type Hooks = {
  beforeTurn?: () => Promise<void> | void
  afterTurn?: () => Promise<void> | void
  /** Time that understanding takes. */
  thinking?: () => Promise<void>
  phase?: ShopPhase
  rows?: Service[]
  /** The reader of the house instead of the script. */
  builtin?: boolean
}

const botOf = (shop: Shop, token: string, username = 'toko_bot'): Shop => ({
  ...shop,
  bot: {
    id: Number(token.split(':')[0]),
    username,
    name: 'Toko',
    token,
    endsIn: '6789',
    mode: 'polling',
    secret: 's',
    at: 1,
  },
})

/** Waits of a turn's patience: they end when the test says so, or with the turn. */
const handWait = () => {
  const waiting: { ms: number; end: () => void }[] = []
  const wait = (ms: number, signal?: AbortSignal): Promise<void> =>
    new Promise((resolve) => {
      const one = { ms, end: () => resolve() }
      waiting.push(one)
      signal?.addEventListener('abort', () => resolve())
    })
  const pass = async () => {
    for (const { end } of waiting.splice(0)) end()
    await Bun.sleep(5)
  }
  return { wait, pass, asked: waiting }
}

type Given = { api: FakeBotApi; store: Store; clock: ReturnType<typeof fakeClock>; hooks: Hooks }

const turnDepsOf = ({ store, clock, hooks }: Given, seen: Verbs): TurnDeps => {
  const shopOf = (id: string) => store.shops.get(id)
  const ids = countingIds()
  return {
    store,
    clock,
    acts: actsOf({ store, clock, ids }, seen),
    view: (scene) =>
      viewOf(
        {
          store,
          clock,
          termsVersion: '1',
          shop: async (id) => {
            const shop = await shopOf(id)
            return (
              shop && { settings: shop.settings, phase: hooks.phase ?? ('open' as const), bound: [BUDI.id] }
            )
          },
          goods: async () => goodsOf(hooks.rows ?? services()),
        },
        scene,
      ),
    understand: async ({ message, asked, catalogue }) => {
      await hooks.thinking?.()
      return hooks.builtin ? read(message, asked, catalogue) : readScript(message, asked.state)
    },
    render: async (shop, language, says) => {
      const { settings } = (await shopOf(shop)) as Shop
      const { voice, timezone, name } = settings
      const how = { language: language ?? settings.language, voice, timezone, now: clock.now(), shop: name }
      return says.map((say) => render(say, how))
    },
    shopLanguage: async (shop) => ((await shopOf(shop)) as Shop).settings.language,
  }
}

const connectDepsOf = (given: Given, turns: TurnDeps, wait: ConnectDeps['wait']): ConnectDeps => {
  const { api, store, hooks } = given
  const say = async (shop: Shop, language: 'id' | 'en' | undefined, one: Parameters<typeof render>[0]) => {
    const [message] = await turns.render(shop.id, language, [one])
    return message as NonNullable<typeof message>
  }
  return {
    store,
    apiRoot: api.url,
    fetch,
    turn: async (input) => {
      await hooks.beforeTurn?.()
      const taken = await turn(turns, input)
      await hooks.afterTurn?.()
      return taken
    },
    groupLine: (shop, language) =>
      say(shop, language, { say: 'groupLine', username: shop.bot?.username ?? '' }),
    patience: (shop, language) => say(shop, language, { say: 'busy' }),
    wait,
  }
}

/** One process: its memory goes when a new one is made on the same store. */
const makeProcess = (given: Given, seen: Verbs, owner: string) => {
  const { api, store, clock } = given
  const { wait, pass, asked } = handWait()
  const log = makeLog('warn', { write: (line) => void logged.push(line) })
  const logged: string[] = []
  const turns = turnDepsOf(given, seen)
  const deps = connectDepsOf(given, turns, wait)
  const beats = new Set<() => void>()
  const fleet = makeFleet({
    store,
    clock,
    log,
    owner,
    every: (_ms, beat) => {
      beats.add(beat)
      return () => void beats.delete(beat)
    },
    // A hundred times as fast as said.
    wait: (ms, signal) =>
      new Promise((resolve) => {
        const timer = setTimeout(resolve, ms / 100)
        signal.addEventListener('abort', () => {
          clearTimeout(timer)
          resolve()
        })
      }),
    connectTelegram: async (shop, bot) => {
      const telegram = makeTelegram({ token: bot.token, apiRoot: api.url, fetch, clock, wait, pace: noPace })
      const channel = telegramChannel({ telegram, store, clock, shop: shop.id })
      return connectTelegram(deps, { shop, bot, token: bot.token }, { telegram, channel })
    },
    connectPreview: (shop) =>
      connectPreview(deps, shop, previewChannel({ store, clock, shop: shop.id, changed: () => undefined })),
  })
  const givenUp: InboxUpdate[] = []
  const lanes = makeLanes({
    store,
    clock,
    log,
    owner,
    handle: fleet.handle,
    onGivenUp: async (update) => void givenUp.push(update),
    every: () => () => undefined,
  })
  /** The bots are looked at again, as they are every few seconds. */
  const look = async () => {
    for (const beat of beats) beat()
    await fleet.refresh()
  }
  return { fleet, lanes, logged, givenUp, pass, asked, look }
}

/** Waits for what comes by itself, however slow the machine is. */
export const until = async (what: () => Promise<boolean> | boolean): Promise<void> => {
  for (let i = 0; i < 6000; i++) {
    if (await what()) return
    await Bun.sleep(5)
  }
  throw new Error('it did not come to that')
}

export const openHouse = async (hooks: Hooks = {}) => {
  const api = startFakeBotApi()
  const clock = fakeClock()
  const store = await openTestStore(clock)
  const seen: Verbs = { placed: [], confirmed: [], checked: [], bound: [] }
  const given = { api, store, clock, hooks }
  await store.shops.create(botOf(liveShop({ id: SHOP, owner: 'a_1' }), TOKEN))
  await store.shops.create(practiceShop({ id: 's_practice', owner: 'a_1' }))
  await store.keys.claim('bot:4242', SHOP)
  await store.services.putLot(SHOP, services())
  let life = 1
  const house = {
    api,
    store,
    clock,
    seen,
    hooks,
    now: makeProcess(given, seen, 'w1'),
    /** The process is gone with all it knew; leases run out. */
    restart: () => {
      life += 1
      clock.advance(31_000)
      house.now = makeProcess(given, seen, `w${life}`)
    },
    /** One more process beside it. */
    another: (owner: string) => makeProcess(given, seen, owner),
    accept: (update: Update, bot = '4242') => accept({ store, clock }, bot, update),
    drain: () => house.now.lanes.drain(),
    /** An update comes in and is answered; answers what the bot then said in the chat. */
    tell: async (update: Update, chat = ANI.id): Promise<string[]> => {
      const before = api.texts(chat).length
      await house.accept(update)
      await house.drain()
      return api.texts(chat).slice(before)
    },
    say: (text: string, from = ANI) => house.tell(api.message(from, { text }), from.id),
    press: (label: RegExp, from = ANI) => house.tell(api.pressed(from, label), from.id),
    dialogue: async (from = ANI) => (await store.chats.get(SHOP, `4242:${from.id}`))?.dialogue,
    orders: () => store.orders.list(SHOP, { limit: 50 }),
    secondShop: async (token: string) => {
      const id = Number(token.split(':')[0])
      api.addBot(token, { id, username: 'lain_bot' })
      await store.shops.create(botOf(liveShop({ id: 's_2', owner: 'a_2' }), token, 'lain_bot'))
      await store.keys.claim(`bot:${id}`, 's_2')
    },
    preview: async (input: PreviewInput, account = 'a_1') => {
      const who = { shop: 's_practice', account, name: 'Ani', language: 'id' as const }
      const chat = previewChat(who.shop, account)
      const list = async () => store.messages.list(who.shop, chat, { limit: 100 })
      const before = (await list()).length
      previewUpdate += 1
      await sayInPreview({ store, clock, updateId: () => previewUpdate }, who, input)
      await house.drain()
      return (await list()).slice(before)
    },
    close: async () => {
      await house.now.fleet.stop()
      await store.close()
      await api.stop()
    },
  }
  let previewUpdate = 0
  return house
}
export type House = Awaited<ReturnType<typeof openHouse>>

export const LINK = 'https://instagram.com/warungkopi.senja'

/** To the card, in the owner's own words. */
export const toCard = async (house: House, from = ANI, quantity = 1000): Promise<string[]> => {
  await house.say('/start', from)
  await house.say('saya mau beli followers', from)
  await house.say('saya pilih ID 2', from)
  await house.say(LINK, from)
  return house.say(String(quantity), from)
}
