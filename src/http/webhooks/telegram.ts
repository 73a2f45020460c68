// POST /hooks/telegram/:bot — Telegram's updates of one bot, or those that a site beside us passes on. The secret is compared in
// constant time; the update is stored before it is answered.
import { Hono } from 'hono'
import * as v from 'valibot'
import { sameText } from '../../lib/signature.ts'
import type { AppEnv } from '../env.ts'
import { reject } from '../errors.ts'

/** An update as far as the door looks into it; the rest is the bot's. */
export type RawUpdate = { update_id: number; [field: string]: unknown }

export type TelegramHookDeps = {
  /** The webhook secret of this bot, opened; null: not one of ours, or it takes no webhook. */
  secretOf(bot: string): Promise<string | null>
  /** Stores the update (secrets in its words blanked). `handled`: beside another bot, whether Lapak answers this one. */
  accept(bot: string, update: RawUpdate): Promise<{ handled?: boolean }>
}

const Id = v.pipe(v.number(), v.safeInteger())
/** What everything behind the door relies on; a message without it is none. */
const Message = v.looseObject({
  chat: v.looseObject({ id: Id, type: v.string() }),
  text: v.optional(v.string()),
  caption: v.optional(v.string()),
})
const Press = v.looseObject({ from: v.looseObject({ id: Id }), data: v.optional(v.string()) })
const Update = v.looseObject({
  update_id: v.pipe(Id, v.minValue(0)),
  message: v.optional(Message),
  callback_query: v.optional(Press),
})

const readUpdate = async (body: Promise<unknown>): Promise<RawUpdate> => {
  const parsed = v.safeParse(Update, await body.catch(() => null))
  if (!parsed.success) reject(400, { code: 'malformed', message: 'This is no update' })
  return parsed.output
}

export const telegramHook = (deps: TelegramHookDeps) =>
  new Hono<AppEnv>().post('/telegram/:bot', async (c) => {
    const bot = c.req.param('bot')
    const secret = await deps.secretOf(bot)
    // An unknown bot takes the same way as a wrong secret.
    const fits = sameText(c.req.header('x-telegram-bot-api-secret-token') ?? '', secret ?? 'no secret')
    if (!secret || !fits) reject(401, { code: 'wrongSecret', message: 'The secret does not fit' })
    const { handled } = await deps.accept(bot, await readUpdate(c.req.json()))
    return handled === undefined ? c.body(null, 200) : c.json({ handled })
  })
