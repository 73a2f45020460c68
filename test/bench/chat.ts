// A chat update from the webhook to all its replies at a Bot API on loopback: 32 chats, the whole dialogue to the card. Against a bot
// with the same conversation plugin that keeps its state in memory and says as much; the ratio to a bare echo bot stands beside it.
import {
  type Conversation,
  type ConversationFlavor,
  conversations,
  createConversation,
} from '@grammyjs/conversations'
import { Bot, type Context, webhookCallback } from 'grammy'
import type { Update, UserFromGetMe } from 'grammy/types'
import { systemClock } from '../../src/lib/clock.ts'
import { noPace } from '../../src/telegram/pace.ts'
import { startFakeBotApi, TOKEN } from '../support/fake-bot-api.ts'
import { startFakePanel } from '../support/fake-panel.ts'
import { type Browser, setUp, type Whole, whole } from '../support/whole.ts'
import { inParallel, ratio, withScratch } from './measure.ts'
import { openPlace, STORE } from './place.ts'
import { manyRawRows } from './rows.ts'
import type { Figure } from './run.ts'

const CHATS = 32
const ROUNDS = 3
const SECRET_HEADER = 'x-telegram-bot-api-secret-token'

/** The dialogue, and how many messages each line is answered with. */
const linesOf = (mid: number): [text: string, replies: number][] => [
  ['/start', 2],
  ['saya mau beli followers instagram', 1],
  [`saya pilih ID ${mid}`, 1],
  ['instagram.com/warungkopi.senja', 1],
  ['1000', 1],
]

type Fake = ReturnType<typeof startFakeBotApi>

/** How many messages each chat has been sent; reads only what came since it was asked last, to cost neither bot more than the other. */
const sayings = ({ calls }: Fake) => {
  const said = new Map<number, number>()
  let read = 0
  return (chat: number): number => {
    for (; read < calls.length; read++) {
      const { method, params } = calls[read] as Fake['calls'][number]
      const to = Number(params['chat_id'])
      if (method === 'sendMessage') said.set(to, (said.get(to) ?? 0) + 1)
    }
    return said.get(chat) ?? 0
  }
}

/** One chat after the other line by line: posts the update and waits until the bot has said what it has to say. */
const talk = async (
  fake: Fake,
  lines: [string, number][],
  post: (update: Update) => Promise<void>,
): Promise<number> => {
  const said = sayings(fake)
  const begin = performance.now()
  for (let round = 0; round < ROUNDS; round++)
    await inParallel(
      Array.from({ length: CHATS }, (_, i) => 1000 + round * CHATS + i),
      CHATS,
      async (id) => {
        for (const [text, replies] of lines) {
          const wanted = said(id) + replies
          await post(fake.message({ id }, { text, ...command(text) }))
          const limit = performance.now() + 60_000
          while (said(id) < wanted) {
            if (performance.now() > limit)
              throw new Error(`no answer to "${text}": ${fake.texts(id).join(' | ')}`)
            await Bun.sleep(1)
          }
        }
      },
    )
  return (CHATS * ROUNDS * lines.length) / (performance.now() - begin)
}

const command = (text: string) =>
  text.startsWith('/') ? { entities: [{ type: 'bot_command' as const, offset: 0, length: text.length }] } : {}

const poster = (
  fetch: (request: Request) => Response | Promise<Response>,
  path: string,
  headers: Record<string, string>,
) => {
  const server = Bun.serve({ port: 0, hostname: '127.0.0.1', idleTimeout: 120, fetch })
  const url = `http://127.0.0.1:${server.port}${path}`
  const post = async (update: Update) => {
    const body = JSON.stringify(update)
    const answer = await globalThis.fetch(url, {
      method: 'POST',
      body,
      headers: { ...headers, 'content-type': 'application/json' },
      proxy: '',
    })
    if (!answer.ok) throw new Error(`webhook: ${answer.status} ${await answer.text()}`)
  }
  return { post, stop: () => server.stop(true) }
}

/** A live shop with stock, keys and the fake bot. */
const openShop = async (at: Whole, browser: Browser) => {
  const { live } = await setUp(at, browser)
  const panel = startFakePanel({ services: manyRawRows(60), key: 'k', currency: 'IDR' })
  await browser.put(`/shops/${live}/settings`, { margin: '30' })
  await browser.post(`/shops/${live}/keysets`, {
    environment: 'production',
    serverKey: 'Mid-server-bench-0123456789',
  })
  const provider = await browser.post<{ id: string }>(`/shops/${live}/providers`, {
    name: 'P',
    endpoint: panel.url,
    key: 'k',
  })
  const plan = await browser.post<{ id: string }>(`/shops/${live}/imports`, { provider: provider.id })
  await at.app.drain()
  await browser.post(`/shops/${live}/imports/${plan.id}/apply`)
  await at.app.drain()
  const proposal = await browser.get<{ id: string }[]>(`/shops/${live}/services/proposal`)
  await browser.post(`/shops/${live}/services/proposal`, { ids: proposal.map(({ id }) => id) })
  const { rows } = await browser.get<{ rows: { mid: number; platform: string; kind: string }[] }>(
    `/shops/${live}/services?onSale=1&limit=200`,
  )
  const mid = rows.find(({ platform, kind }) => platform === 'instagram' && kind === 'followers')?.mid ?? 1
  await browser.post(`/shops/${live}/bot`, { token: TOKEN })
  return { panel, mid }
}

const ours = async (folder: string): Promise<{ rate: number; writes: number; plain: number }> => {
  const fake = startFakeBotApi()
  const place = await openPlace(folder)
  const { store } = place
  const env = {
    TELEGRAM_API_ROOT: fake.url,
    PUBLIC_URL: 'http://localhost:1',
    ALLOW_PRIVATE_HOSTS: everyLoopbackPort(),
  }
  const clock = { ...systemClock, advance: () => {}, set: () => {} }
  const at = await whole({ store, env, clock, pace: noPace })
  const browser = at.browser()
  const { panel, mid } = await openShop(at, browser)
  await at.app.start()
  const bot = fake.bot(TOKEN)
  const { post, stop } = poster((request) => at.app.fetch(request), `/hooks/telegram/${bot.id}`, {
    [SECRET_HEADER]: bot.secret,
  })
  place.taken()
  const rate = await talk(fake, linesOf(mid), post)
  const { writes } = place.taken()
  await stop()
  await at.stop()
  panel.stop()
  await fake.stop()
  const plain = writes / (await place.plainWrites(writes, CHATS))
  await place.remove()
  return { rate, writes, plain }
}

/** The panel's port is drawn when it starts; the list is read before that. */
const everyLoopbackPort = (): string =>
  Array.from({ length: 28_000 }, (_, i) => `127.0.0.1:${32_768 + i}`).join(',')

type Talk = ConversationFlavor<Context>
const INFO = { id: 4242, is_bot: true, first_name: 'B', username: 'toko_bot' } as UserFromGetMe
const ANSWER = 'Silakan pilih ID produk (mid) yang kamu mau, contoh: 3. '.repeat(8)

const plain = async (inner: (bot: Bot<Talk>) => void): Promise<number> => {
  const fake = startFakeBotApi()
  const bot = new Bot<Talk>(TOKEN, { botInfo: INFO, client: { apiRoot: fake.url } })
  inner(bot)
  const { post, stop } = poster(webhookCallback(bot, 'bun') as never, '/', {})
  const rate = await talk(fake, linesOf(1), post)
  await stop()
  await fake.stop()
  return rate
}

const sayTo = (ctx: Context) =>
  ctx.reply(ANSWER, { reply_markup: { inline_keyboard: [[{ text: '1', callback_data: 'c:1' }]] } })

const withPlugin = (bot: Bot<Talk>) => {
  const dialogue = async (conversation: Conversation<Talk, Context>, ctx: Context) => {
    await sayTo(ctx)
    await sayTo(ctx)
    for (let i = 0; i < 4; i++) await sayTo(await conversation.wait())
  }
  bot.use(conversations())
  bot.use(createConversation(dialogue, { id: 'order' }))
  bot.use((ctx) => ctx.conversation.enter('order'))
}

const echo = (bot: Bot<Talk>) => {
  bot.on('message:text', async (ctx) => {
    await sayTo(ctx)
    if (ctx.message.text === '/start') await sayTo(ctx)
  })
}

const UPDATES = CHATS * ROUNDS * linesOf(1).length

/** Against as many plain guarded writes as it made, as quickly as that server takes them. */
const onServer = async (folder: string): Promise<Figure[]> => {
  const { rate, writes, plain } = await ours(folder)
  const each = writes / UPDATES
  const share = (rate * each) / plain
  return [
    {
      what: `chat update to all replies, ${CHATS} chats (${(rate * 1000).toFixed(0)}/s, ${each.toFixed(1)} writes each; the server takes ${(plain * 1000).toFixed(0)} plain writes/s)`,
      value: ratio(share),
      wanted: 'at least 0.3 of as many plain guarded writes',
      reached: share >= 0.3,
    },
  ]
}

const onFile = async (folder: string): Promise<Figure[]> => {
  const base = await plain(withPlugin)
  const bare = await plain(echo)
  const { rate: mine } = await ours(folder)
  const share = mine / base
  return [
    {
      what: `chat update to all replies, ${CHATS} chats (${(mine * 1000).toFixed(0)}/s against ${(base * 1000).toFixed(0)}/s; ${ratio(mine / bare)} of a bare echo bot's ${(bare * 1000).toFixed(0)}/s)`,
      value: ratio(share),
      wanted: 'at least 0.5 of the plugin on memory',
      reached: share >= 0.5,
    },
  ]
}

export const chat = (): Promise<Figure[]> => withScratch(STORE === 'mongodb' ? onServer : onFile)
