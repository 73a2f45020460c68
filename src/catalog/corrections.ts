// What the seller has put right of a service's facts: how it is read with them, and how they are changed.
import type { Corrections, Service } from '../model/service.ts'
import { readFacts } from './facts.ts'

const NONE: Corrections = {}

/** Of a service stored before corrections had a place of their own, the guarantee is told by its source. */
const earlier = ({ facts, ...row }: Service): Corrections => {
  if (facts.guarantee?.source === 'seller') return { guaranteeDays: facts.guarantee.days }
  const denied = facts.tables === 1 && facts.noGuarantee && !facts.guarantee && readFacts(row).guarantee
  return denied ? { guaranteeDays: 0 } : NONE
}

export const correctionsOf = (service: Service): Corrections => service.corrected ?? earlier(service)

export type Changes = { [Field in keyof Corrections]?: Corrections[Field] | null }

const FIELDS = ['platform', 'kind', 'linkKind', 'country', 'guaranteeDays', 'speedPerDay'] as const

/** Null takes a correction back; what is not named stays. */
const changed = (known: Corrections, changes: Changes): Corrections => {
  const next = { ...known, ...Object.fromEntries(FIELDS.map((name) => [name, changes[name] ?? known[name]])) }
  const kept = FIELDS.filter((name) => changes[name] !== null && next[name] !== undefined)
  return Object.fromEntries(kept.map((name) => [name, next[name]]))
}

/** An empty record says that there was one: a row that was never corrected has none. */
export const reread = (service: Service, known: Corrections): Service => ({
  ...service,
  facts: readFacts(service, known),
  ...(service.corrected || Object.keys(known).length > 0 ? { corrected: known } : {}),
})

export const isCorrecting = (changes: Changes): boolean => FIELDS.some((name) => changes[name] !== undefined)

export const withChanges = (service: Service, changes: Changes): Service =>
  reread({ ...service, corrected: {} }, changed(correctionsOf(service), changes))
