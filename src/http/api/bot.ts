// The shop's bot and its preview: token in, webhook or polling, the seller's own Telegram account, the chat in the browser.
import { Hono } from 'hono'
import * as v from 'valibot'
import type { PreviewInput } from '../../bot/preview.ts'
import type { Taken, TokenInput, TokenRefusal } from '../../bot/token.ts'
import type { AccountId, ChatKey, Millis, ShopId } from '../../lib/brand.ts'
import type { Outcome } from '../../lib/outcome.ts'
import type { ShopBot } from '../../model/shop.ts'
import type { ChatMessage } from '../../store/documents.ts'
import type { Store } from '../../store/store.ts'
import { answers, json, query } from '../describe.ts'
import type { AppEnv } from '../env.ts'
import { orReject, reject } from '../errors.ts'
import { BotTaken, BotView, PreviewPage } from './views.ts'

type Looking = { shop: ShopId; account: AccountId; name: string; language: 'id' | 'en' }

export type BotApiDeps = {
  store: Pick<Store, 'messages'>
  clock: { now(): Millis }
  connect(input: TokenInput): Promise<Outcome<Taken, TokenRefusal>>
  disconnect(shop: ShopId): Promise<Outcome<object, 'notFound'>>
  bindLink(given: {
    account: AccountId
    shop: ShopId
  }): Promise<Outcome<{ link: string; expiresAt: Millis }, 'noBot'>>
  unbind(shop: ShopId, user: number): Promise<unknown>
  previewChat(shop: ShopId, account: AccountId): ChatKey
  say(who: Looking, input: PreviewInput): Promise<void>
  /** Forgets the preview's chat: transcript, dialogue, conversation. */
  startAnew(shop: ShopId, chat: ChatKey): Promise<void>
}

export const botView = ({ id, username, name, endsIn, mode, webhook, lastError }: ShopBot): BotView => ({
  id,
  username,
  name,
  endsIn,
  mode,
  ...(webhook ? { webhook } : {}),
  ...(lastError ? { lastError } : {}),
})

const TokenForm = v.object({
  token: v.pipe(v.string(), v.trim(), v.minLength(1, 'is missing'), v.maxLength(120)),
  takeOver: v.optional(v.boolean()),
  mode: v.optional(v.picklist(['beside'])),
})

const Typed = v.union([
  v.object({ text: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(4096)) }),
  v.object({
    press: v.object({
      messageId: v.pipe(v.number(), v.integer()),
      payload: v.pipe(v.string(), v.maxLength(64)),
    }),
  }),
  v.object({ photo: v.literal(true) }),
])

const REFUSALS = {
  notFound: [404, 'There is no such shop'],
  practice: [409, 'The practice shop has the chat preview; a bot belongs to the live shop'],
  badToken: [422, 'Telegram does not know this token'],
  unreachable: [502, 'Telegram could not be reached; try again later'],
  takenByAnotherShop: [409, 'This bot belongs to another shop of this installation'],
  webhookElsewhere: [409, 'Another program uses this bot'],
  webhookRefused: [502, 'Telegram did not accept the change of the webhook; try again'],
} as const

/** The address is shown so that the seller knows whose bot it is; its query may hold secrets. */
const refuseElsewhere = (address: string | undefined): never => {
  const url = URL.parse(address ?? '')
  return reject(409, {
    code: 'webhookElsewhere',
    message: REFUSALS.webhookElsewhere[1],
    fields: { url: url ? `${url.origin}${url.pathname}` : '' },
  })
}

const boundAccounts = (deps: BotApiDeps) =>
  new Hono<AppEnv>()
    .post(
      '/shops/:shop/bot/bind',
      answers(v.object({ link: v.string(), expiresAt: v.number() }), {
        summary: "A one-time link that binds the seller's own Telegram account",
      }),
      async (c) => {
        const made = await deps.bindLink({ account: c.get('account').id, shop: c.get('shop').id })
        const { link, expiresAt } = orReject(made, { noBot: [409, 'Connect a bot first'] })
        return c.json({ link, expiresAt })
      },
    )
    .delete(
      '/shops/:shop/bound/:user',
      answers(null, { summary: 'Unbinds a Telegram account' }),
      async (c) => {
        const user = Number(c.req.param('user'))
        if (!c.get('shop').bound.some((one) => one.user === user))
          reject(404, { code: 'notFound', message: 'This Telegram account is not bound' })
        await deps.unbind(c.get('shop').id, user)
        return c.body(null, 204)
      },
    )

const previewChat = (deps: BotApiDeps) =>
  new Hono<AppEnv>()
    .get(
      '/shops/:shop/preview/messages',
      query(v.object({ since: v.optional(v.pipe(v.string(), v.regex(/^\d{1,16}$/), v.transform(Number))) })),
      answers(PreviewPage, { summary: 'The preview chat, or what changed in it since a moment' }),
      async (c) => {
        const { since } = c.req.valid('query')
        const now = deps.clock.now()
        const page = { limit: 200, ...(since === undefined ? {} : { changedSince: since as Millis }) }
        const messages = await deps.store.messages.list(
          c.get('shop').id,
          deps.previewChat(c.get('shop').id, c.get('account').id),
          page,
        )
        return c.json({ messages: messages.map(bare), now })
      },
    )
    .post(
      '/shops/:shop/preview/messages',
      json(Typed),
      answers(null, { summary: 'Says or presses something as a customer', status: 202 }),
      async (c) => {
        const { id, email, language } = c.get('account')
        await deps.say(
          { shop: c.get('shop').id, account: id, name: email.split('@')[0] ?? 'Preview', language },
          c.req.valid('json'),
        )
        return c.body(null, 202)
      },
    )
    .delete('/shops/:shop/preview', answers(null, { summary: 'Starts the preview chat anew' }), async (c) => {
      const shop = c.get('shop').id
      await deps.startAnew(shop, deps.previewChat(shop, c.get('account').id))
      return c.body(null, 204)
    })

export const botApi = (deps: BotApiDeps) =>
  new Hono<AppEnv>()
    .get('/shops/:shop/bot', answers(v.nullable(BotView), { summary: "The shop's bot" }), (c) => {
      const { bot } = c.get('shop')
      return c.json(bot ? botView(bot) : null)
    })
    .post(
      '/shops/:shop/bot',
      json(TokenForm),
      answers(BotTaken, {
        summary: 'Takes a bot token; a webhook of another program is only replaced with takeOver',
      }),
      async (c) => {
        const { token, takeOver, mode } = c.req.valid('json')
        const outcome = await deps.connect({
          shop: c.get('shop').id,
          token,
          ...(takeOver ? { takeOver } : {}),
          ...(mode ? { beside: true } : {}),
        })
        if (!outcome.ok && outcome.reason === 'webhookElsewhere') return refuseElsewhere(outcome.detail)
        const taken = orReject(outcome, REFUSALS)
        const bot = taken.shop.bot as ShopBot
        const forward = taken.secret && { path: `/hooks/telegram/${bot.id}`, secret: taken.secret }
        return c.json({ ...botView(bot), ...(forward ? { forward } : {}) })
      },
    )
    .delete('/shops/:shop/bot', answers(null, { summary: 'Takes the bot off the shop' }), async (c) => {
      orReject(await deps.disconnect(c.get('shop').id), { notFound: [404, 'The shop has no bot'] })
      return c.body(null, 204)
    })
    .route('/', boundAccounts(deps))
    .route('/', previewChat(deps))

const bare = ({ chat: _, shop: __, ...message }: ChatMessage) => message
