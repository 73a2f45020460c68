// What a shop and a chat may spend on the model in a day. The most that a question can cost is taken before it is asked, in one guarded
// write each, and what it did not cost is given back: replicas and questions at once never spend more than the limit.
import type { ChatKey, Millis, Rupiah, ShopId } from '../lib/brand.ts'
import { DEFAULTS } from '../model/defaults.ts'
import type { ShopSettings } from '../model/shop.ts'
import type { Store } from '../store/store.ts'
import type { Usage, UsageOf } from '../store/usage.ts'
import { zoneOffset } from '../text/format.ts'
import type { Tokens } from './completions.ts'

/** Rupiah for a million tokens. */
export type Prices = { in: Rupiah; out: Rupiah }
export type Limits = { dayTokens: number; dayRupiah: Rupiah | null; chatCalls: number; chatTokens: number }

export type BudgetDeps = {
  store: Pick<Store, 'usage'>
  clock: { now(): Millis }
  settings(shop: ShopId): Promise<ShopSettings | null>
  prices(): Promise<Prices | null>
}
export type Reserved = { day: UsageOf; chat: UsageOf; most: Tokens; prices: Prices | null }
export type Budget = {
  /** Null: spent for today. */
  reserve(by: { shop: ShopId; chat: ChatKey }, most: Tokens): Promise<Reserved | null>
  settle(reserved: Reserved, used: { tokens: Tokens; fault: boolean }): Promise<void>
}

export const limitsOf = (settings: ShopSettings): Limits => ({
  dayTokens: settings.aiDayTokens ?? DEFAULTS.ai.dayTokens,
  dayRupiah: settings.aiDayRupiah ?? null,
  chatCalls: settings.aiChatCalls ?? DEFAULTS.ai.chatCalls,
  chatTokens: DEFAULTS.ai.chatTokens,
})

/** The shop's own calendar day, "2026-11-24". */
export const usageDay = (at: Millis, timezone: ShopSettings['timezone']): string =>
  new Date(at + zoneOffset(timezone)).toISOString().slice(0, 10)

export const microOf = (tokens: Tokens, prices: Prices | null): number =>
  prices ? tokens.in * prices.in + tokens.out * prices.out : 0

const MICRO = 1_000_000
const total = ({ tokensIn, tokensOut }: Usage): number => tokensIn + tokensOut

const plus = (
  usage: Usage,
  what: { calls: number; tokens: Tokens; micro: number; faults: number },
): Usage => ({
  ...usage,
  calls: usage.calls + what.calls,
  tokensIn: Math.max(0, usage.tokensIn + what.tokens.in),
  tokensOut: Math.max(0, usage.tokensOut + what.tokens.out),
  micro: Math.max(0, usage.micro + what.micro),
  faults: usage.faults + what.faults,
})

/** The most that one question can take. */
export const MOST_ASKED: Tokens = {
  in: DEFAULTS.ai.tokens - DEFAULTS.ai.steps * DEFAULTS.ai.answerTokens,
  out: DEFAULTS.ai.steps * DEFAULTS.ai.answerTokens,
}

const fitsDay = ({ dayTokens, dayRupiah }: Limits, next: Usage): boolean =>
  total(next) <= dayTokens && (dayRupiah === null || next.micro <= dayRupiah * MICRO)

/** Nothing more is asked today: the next question might go beyond the limit. */
export const isSpent = (usage: Usage, limits: Limits, prices: Prices | null): boolean => {
  const next = { calls: 1, tokens: MOST_ASKED, micro: microOf(MOST_ASKED, prices), faults: 0 }
  return !fitsDay(limits, plus(usage, next))
}

type Adding = { of: UsageOf; most: Tokens; prices: Prices | null; fits(next: Usage): boolean }

const take = async ({ store }: BudgetDeps, { of, most, prices, fits }: Adding): Promise<boolean> => {
  let taken = false
  await store.usage.change(of, (usage) => {
    const next = plus(usage, { calls: 1, tokens: most, micro: microOf(most, prices), faults: 0 })
    taken = fits(next)
    return taken ? next : null
  })
  return taken
}

const giveBack = async (
  { store }: BudgetDeps,
  of: UsageOf,
  { most, prices }: Omit<Reserved, 'day' | 'chat'>,
) => {
  const tokens = { in: -most.in, out: -most.out }
  await store.usage.change(of, (usage) =>
    plus(usage, { calls: -1, tokens, micro: -microOf(most, prices), faults: 0 }),
  )
}

export const makeBudget = (deps: BudgetDeps): Budget => ({
  reserve: async ({ shop, chat: key }, most) => {
    const settings = await deps.settings(shop)
    if (!settings || settings.aiOff) return null
    const limits = limitsOf(settings)
    const prices = await deps.prices()
    const day: UsageOf = { shop, day: usageDay(deps.clock.now(), settings.timezone) }
    const chat: UsageOf = { ...day, chat: key }
    const forChat = (next: Usage) => next.calls <= limits.chatCalls && total(next) <= limits.chatTokens
    if (!(await take(deps, { of: chat, most, prices, fits: forChat }))) return null
    const forShop = (next: Usage) => fitsDay(limits, next)
    if (await take(deps, { of: day, most, prices, fits: forShop })) return { day, chat, most, prices }
    await giveBack(deps, chat, { most, prices })
    return null
  },
  settle: async ({ day, chat, most, prices }, { tokens, fault }) => {
    const over = { in: tokens.in - most.in, out: tokens.out - most.out }
    const change = { calls: 0, tokens: over, micro: microOf(over, prices), faults: fault ? 1 : 0 }
    await deps.store.usage.change(chat, (usage) => plus(usage, change))
    await deps.store.usage.change(day, (usage) => plus(usage, change))
  },
})
