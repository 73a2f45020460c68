// What the seller may change of a service: own words, a fixed price, what was read wrongly from its row, which services stand in.
import type { ServiceId, ShopId } from '../lib/brand.ts'
import { type Outcome, refuse } from '../lib/outcome.ts'
import type { OwnWords, Service } from '../model/service.ts'
import type { Store } from '../store/store.ts'
import { unfitAmong } from './alternatives.ts'
import { type Changes, isCorrecting, withChanges } from './corrections.ts'
import { LIFETIME } from './facts-claims.ts'
import { baseOf, nameApart, settledNames } from './naming.ts'
import { renameOthers } from './stock.ts'

/** What is put right of the facts is null where the row is to be believed again. */
export type ServiceEdit = Changes & {
  /** An empty text gives the word back to the one made from the facts. */
  displayName?: string
  displayDescription?: string
  displayNote?: string
  /** Whole rupiah per 1000 (per package); null: the shop's rule. */
  pin?: number | null
  /** Services that stand in for this one, in this order; none: it stands alone. */
  alternatives?: ServiceId[]
}
export type EditRefusal = 'notFound' | 'tooLong' | 'invalid' | 'badAlternative'

const LONGEST: Record<keyof OwnWords, number> = { displayName: 32, displayDescription: 300, displayNote: 120 }
const FIELDS = Object.keys(LONGEST) as (keyof OwnWords)[]
const MOST_PIN = 100_000_000
const FASTEST = 1_000_000_000

export type EditDeps = { store: Pick<Store, 'services'>; pause(): Promise<void> }

export const editService = async (
  deps: EditDeps,
  shop: ShopId,
  { id, words }: { id: ServiceId; words: ServiceEdit },
): Promise<Outcome<object, EditRefusal>> => {
  const wrong = flawIn(words)
  if (wrong) return refuse(wrong)
  const unfit = await unfitAmong(deps, shop, { id, wanted: words.alternatives ?? [] })
  if (unfit !== null) return refuse('badAlternative', unfit)
  const name = isCorrecting(words) ? await renamed(deps, shop, { id, words }) : undefined
  const changed = await deps.store.services.change(shop, id, (service) => edited(service, words, name))
  return changed ? { ok: true } : refuse('notFound')
}

type Made = { base: string; name: string }

/** A made name that would now read otherwise is made anew, apart from the shop's others. */
const renamed = async (
  deps: EditDeps,
  shop: ShopId,
  { id, words }: { id: ServiceId; words: ServiceEdit },
): Promise<Made | undefined> => {
  const service = await deps.store.services.get(shop, id)
  if (!service) return undefined
  const base = baseOf(withChanges(service, words))
  if (base === baseOf(service)) return undefined
  const names = nameApart([{ id, base, rate: service.rate }], await settledNames(deps, shop, new Set([id])))
  const name = names.get(id) ?? base
  names.delete(id)
  await renameOthers(deps, shop, names)
  return { base, name }
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
  const { pin, guaranteeDays, speedPerDay, country } = words
  const within = (value: number | null | undefined, least: number, most: number) =>
    value === undefined || value === null || (Number.isInteger(value) && value >= least && value <= most)
  const figures = within(pin, 1, MOST_PIN) && within(guaranteeDays, 0, LIFETIME)
  const isPlace = !country || /^[A-Z]{2}$/.test(country)
  return figures && within(speedPerDay, 0, FASTEST) && isPlace ? null : 'invalid'
}

const ownWords = (own: OwnWords, words: ServiceEdit): OwnWords => {
  const given = FIELDS.filter((field) => words[field] !== undefined).map(
    (field) => [field, tidy(field, words[field] ?? '')] as const,
  )
  return Object.fromEntries(
    Object.entries({ ...own, ...Object.fromEntries(given) }).filter(([, text]) => text),
  )
}

const edited = (service: Service, words: ServiceEdit, made: Made | undefined): Service => {
  const { pin: stored, alternatives: mapped = [], ...rest } = service
  const pin = words.pin === undefined ? stored : (words.pin ?? undefined)
  const alternatives = words.alternatives ?? mapped
  const told: Service = {
    ...rest,
    own: ownWords(service.own, words),
    ...(pin === undefined ? {} : { pin }),
    ...(alternatives.length === 0 ? {} : { alternatives }),
  }
  if (!isCorrecting(words)) return told
  const read = withChanges(told, words)
  return made && baseOf(read) === made.base ? { ...read, madeName: made.name } : read
}
