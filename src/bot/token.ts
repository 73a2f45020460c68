// A seller's token: checked at Telegram, sealed, bound to one shop. A webhook that Lapak did not set is never touched without "take over".
import type { Millis, ShopId } from '../lib/brand.ts'
import type { Clock } from '../lib/clock.ts'
import type { Ids } from '../lib/ids.ts'
import { type Outcome, refuse } from '../lib/outcome.ts'
import type { Shop, ShopBot } from '../model/shop.ts'
import type { Store } from '../store/store.ts'

export type TokenAnswer =
  | { ok: true; id: number; username: string; name: string; webhook: string }
  | { ok: false; reason: 'unauthorized' | 'unreachable'; detail: string }

export type TokenDeps = {
  store: Pick<Store, 'shops' | 'keys'>
  clock: Clock
  ids: Ids
  seal(plain: string, place: { shop: string; field: string }): string
  lastFour(plain: string): string
  ask(token: string): Promise<TokenAnswer>
  setWebhook(token: string, hook: { url: string; secret: string }): Promise<boolean>
  deleteWebhook(token: string): Promise<boolean>
  /** Where Telegram shall send updates of this bot; null without a public address. */
  webhookUrl(bot: number): string | null
  refresh(): Promise<void>
}

export type TokenInput = { shop: ShopId; token: string; takeOver?: boolean; beside?: boolean }
export type TokenRefusal =
  | 'notFound'
  | 'practice'
  | 'badToken'
  | 'unreachable'
  | 'takenByAnotherShop'
  | 'webhookElsewhere'
  | 'webhookRefused'

const TOKEN = /^\d{4,16}:[A-Za-z0-9_-]{20,80}$/

/** `secret`: what the program beside us forwards with, told this once. */
export type Taken = { shop: Shop; secret?: string }

/** `webhookElsewhere` carries the address in `detail`: the form then offers to take over, or to work beside. */
export const connectBot = async (
  deps: TokenDeps,
  input: TokenInput,
): Promise<Outcome<Taken, TokenRefusal>> => {
  const shop = await deps.store.shops.get(input.shop)
  if (!shop) return refuse('notFound')
  if (shop.mode === 'practice') return refuse('practice')
  if (!TOKEN.test(input.token)) return refuse('badToken')
  const answer = await deps.ask(input.token)
  if (!answer.ok) return refuse(answer.reason === 'unauthorized' ? 'badToken' : 'unreachable', answer.detail)
  const own = deps.webhookUrl(answer.id)
  const elsewhere = answer.webhook !== '' && answer.webhook !== own && answer.webhook !== shop.bot?.webhook
  if (elsewhere && !input.takeOver && !input.beside) return refuse('webhookElsewhere', answer.webhook)
  if ((await deps.store.keys.claim(`bot:${answer.id}`, shop.id)) !== shop.id)
    return refuse('takenByAnotherShop')
  const secret = deps.ids.token()
  const mode: ShopBot['mode'] = input.beside ? 'beside' : own ? 'webhook' : 'polling'
  const hooked = mode === 'webhook' && own ? await deps.setWebhook(input.token, { url: own, secret }) : true
  const freed = mode === 'polling' && answer.webhook !== '' ? await deps.deleteWebhook(input.token) : true
  if (!hooked || !freed) return refuse('webhookRefused')
  return save(deps, shop, {
    input,
    answer,
    secret,
    mode,
    ...(mode === 'webhook' && own ? { webhook: own } : {}),
  })
}

type Saving = {
  input: TokenInput
  answer: TokenAnswer & { ok: true }
  secret: string
  mode: ShopBot['mode']
  webhook?: string
}

const save = async (
  deps: TokenDeps,
  shop: Shop,
  { input, answer, secret, mode, webhook }: Saving,
): Promise<Outcome<Taken, TokenRefusal>> => {
  const bot: ShopBot = {
    id: answer.id,
    username: answer.username,
    name: answer.name,
    token: deps.seal(input.token, { shop: shop.id, field: 'bot.token' }),
    endsIn: deps.lastFour(input.token),
    mode,
    secret: deps.seal(secret, { shop: shop.id, field: 'bot.secret' }),
    ...(webhook ? { webhook } : {}),
    at: deps.clock.now() as Millis,
  }
  const before = shop.bot?.id
  const saved = await deps.store.shops.change(shop.id, (current) => ({ ...current, bot }))
  if (before !== undefined && before !== bot.id) await deps.store.keys.release(`bot:${before}`, shop.id)
  await deps.refresh()
  if (!saved) return refuse('notFound')
  return { ok: true, shop: saved, ...(mode === 'beside' ? { secret } : {}) }
}

/** Takes the bot off the shop; only a webhook that Lapak set is deleted. `token` opens the sealed one. */
export const disconnectBot = async (
  deps: TokenDeps & { open(bot: ShopBot, shop: ShopId): string | null },
  id: ShopId,
): Promise<Outcome<object, 'notFound'>> => {
  const shop = await deps.store.shops.get(id)
  if (!shop?.bot) return refuse('notFound')
  const token = deps.open(shop.bot, id)
  if (shop.bot.mode === 'webhook' && token) await deps.deleteWebhook(token)
  await deps.store.shops.change(id, ({ bot: _, ...rest }) => rest)
  await deps.store.keys.release(`bot:${shop.bot.id}`, id)
  await deps.refresh()
  return { ok: true }
}
