// What the seller may change of a service: own words, a fixed price, a guarantee that the row states wrongly, which services stand in.
import type { ServiceId, ShopId } from '../lib/brand.ts'
import { type Outcome, refuse } from '../lib/outcome.ts'
import type { Facts, OwnWords, Service } from '../model/service.ts'
import type { Store } from '../store/store.ts'
import { unfitAmong } from './alternatives.ts'
import { readFacts } from './facts.ts'

export type ServiceEdit = {
  /** An empty text gives the word back to the one made from the facts. */
  displayName?: string
  displayDescription?: string
  displayNote?: string
  /** Whole rupiah per 1000 (per package); null: the shop's rule. */
  pin?: number | null
  /** 0: none, whatever the row says; null: what the row says. */
  guaranteeDays?: number | null
  /** Services that stand in for this one, in this order; none: it stands alone. */
  alternatives?: ServiceId[]
}
export type EditRefusal = 'notFound' | 'tooLong' | 'invalid' | 'badAlternative'

const LONGEST: Record<keyof OwnWords, number> = { displayName: 32, displayDescription: 300, displayNote: 120 }
const FIELDS = Object.keys(LONGEST) as (keyof OwnWords)[]
const MOST_PIN = 100_000_000
const LIFETIME = 36_500

export const editService = async (
  { store }: { store: Pick<Store, 'services'> },
  shop: ShopId,
  { id, words }: { id: ServiceId; words: ServiceEdit },
): Promise<Outcome<object, EditRefusal>> => {
  const wrong = flawIn(words)
  if (wrong) return refuse(wrong)
  const unfit = await unfitAmong({ store }, shop, { id, wanted: words.alternatives ?? [] })
  if (unfit !== null) return refuse('badAlternative', unfit)
  const changed = await store.services.change(shop, id, (service) => edited(service, words))
  return changed ? { ok: true } : refuse('notFound')
}

const UNSEEN = /[\p{Cc}\p{Cf}]/gu
/** Holds an emoji of several signs together. */
const JOINER = '\u200d'

/** One line, but for the description; what can't be seen is no letter, and would let two names look alike. */
const tidy = (field: keyof OwnWords, text: string): string => {
  const seen = text.toWellFormed().replace(UNSEEN, (one) => (/\s/.test(one) || one === JOINER ? one : ''))
  const spaced =
    field === 'displayDescription'
      ? seen.replace(/[^\S\n]+/g, ' ').replace(/\s*\n\s*/g, '\n')
      : seen.replace(/\s+/g, ' ')
  return spaced.trim()
}

const flawIn = (words: ServiceEdit): 'tooLong' | 'invalid' | null => {
  const tooLong = FIELDS.some((field) => [...tidy(field, words[field] ?? '')].length > LONGEST[field])
  if (tooLong) return 'tooLong'
  const { pin, guaranteeDays } = words
  const within = (value: number | null | undefined, least: number, most: number) =>
    value === undefined || value === null || (Number.isInteger(value) && value >= least && value <= most)
  return within(pin, 1, MOST_PIN) && within(guaranteeDays, 0, LIFETIME) ? null : 'invalid'
}

const ownWords = (own: OwnWords, words: ServiceEdit): OwnWords => {
  const given = FIELDS.filter((field) => words[field] !== undefined).map(
    (field) => [field, tidy(field, words[field] ?? '')] as const,
  )
  return Object.fromEntries(
    Object.entries({ ...own, ...Object.fromEntries(given) }).filter(([, text]) => text),
  )
}

const edited = (service: Service, words: ServiceEdit): Service => {
  const { pin: stored, alternatives: mapped = [], ...rest } = service
  const pin = words.pin === undefined ? stored : (words.pin ?? undefined)
  const alternatives = words.alternatives ?? mapped
  return {
    ...rest,
    own: ownWords(service.own, words),
    facts: words.guaranteeDays === undefined ? service.facts : corrected(service, words.guaranteeDays),
    ...(pin === undefined ? {} : { pin }),
    ...(alternatives.length === 0 ? {} : { alternatives }),
  }
}

const corrected = (service: Service, days: number | null): Facts => {
  if (days === null) return readFacts(service)
  const { guarantee: _, noGuarantee: __, ...facts } = service.facts
  return days === 0
    ? { ...facts, noGuarantee: true }
    : { ...facts, guarantee: { days, source: 'seller' as const } }
}
