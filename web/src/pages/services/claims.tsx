// What was read from a service's row, and what the seller puts right of it: once, and no import takes it back.
import { SelectField, TextField } from '../../components/form.tsx'
import { readWhole } from '../../lib/decimal.ts'
import type { Form } from '../../lib/form.ts'
import { language, number, t } from '../../text/index.ts'
import { words } from '../../text/services.ts'
import type { ServiceRow } from '../../types.ts'
import { daysOf } from './facts.tsx'

const TEXTS = ['platform', 'kind', 'linkKind', 'country'] as const
const NUMBERS = ['guaranteeDays', 'speedPerDay'] as const
type Fact = (typeof TEXTS)[number] | (typeof NUMBERS)[number]
export type ClaimValues = Record<Fact, string>

/** In a choice; the server takes an empty text for it. */
const NONE = 'none'
// biome-ignore format: one line, one part of the world
const COUNTRIES = [
  'ID MY SG TH VN PH MM KH BN JP KR CN TW HK IN PK BD LK NP AF',
  'KZ UZ AZ SA AE KW QA BH OM JO LB SY PS IQ IR YE IL TR EG MA DZ TN LY',
  'NG KE GH ZA ET TZ UG CM SN US CA MX BR AR CL CO PE VE EC BO UY PY CU',
  'GB IE FR DE IT ES PT NL BE LU CH AT PL CZ SK HU RO BG GR AL RS HR LT LV EE BY UA RU SE NO DK FI AU NZ',
].join(' ').split(' ')

export const placeOf = (code: string): string =>
  new Intl.DisplayNames([language()], { type: 'region', fallback: 'code' }).of(code) ?? code

const isCorrected = (row: ServiceRow, fact: Fact): boolean => row.corrected.includes(fact)

/** Empty: as it was read. */
export const claimsOf = (row: ServiceRow): ClaimValues => {
  const typedFor = (fact: Fact): string => {
    if (!isCorrected(row, fact)) return ''
    const value = row[fact]
    if (value !== undefined) return String(value)
    return fact === 'country' ? NONE : '0'
  }
  return Object.fromEntries([...TEXTS, ...NUMBERS].map((fact) => [fact, typedFor(fact)])) as ClaimValues
}

export const claimFlaws = (values: ClaimValues): Record<string, string | undefined> =>
  Object.fromEntries(
    NUMBERS.map((fact) => {
      const typed = values[fact]
      return [fact, !typed.trim() || readWhole(typed) !== null ? undefined : words().whole]
    }),
  )

/** As the server takes them; null gives the word back to the row. */
export const claimChanges = (
  before: ClaimValues,
  after: ClaimValues,
): Record<string, string | number | null> => {
  const changed = [...TEXTS, ...NUMBERS].filter((fact) => after[fact].trim() !== before[fact])
  return Object.fromEntries(
    changed.map((fact) => {
      const text = after[fact].trim()
      if (!text) return [fact, null]
      if (text === NONE) return [fact, '']
      return [fact, fact === 'guaranteeDays' || fact === 'speedPerDay' ? readWhole(text) : text]
    }),
  )
}

const namesOf = (fact: (typeof TEXTS)[number]): Record<string, string> => {
  if (fact === 'platform') return t().platforms
  if (fact === 'kind') return t().kinds
  return fact === 'linkKind'
    ? words().linkKinds
    : Object.fromEntries(COUNTRIES.map((code) => [code, placeOf(code)]))
}

/** What the row says of it, in words. */
const readIn = (row: ServiceRow, fact: Fact): string => {
  const value = (row.asRead ?? row)[fact]
  if (value === undefined) return words().notSaid
  if (fact === 'guaranteeDays') return daysOf(Number(value))
  if (typeof value === 'number') return number(value)
  return fact === 'country' ? placeOf(value) : (namesOf(fact as 'platform')[value] ?? value)
}

const sourceIn = ({ corrected, guaranteeSource, guaranteeDays }: ServiceRow): string =>
  guaranteeDays && guaranteeSource && !corrected.includes('guaranteeDays')
    ? ` (${words().sources[guaranteeSource]})`
    : ''

type Props<V extends ClaimValues> = { form: Form<V>; row: ServiceRow }

export const Claims = <V extends ClaimValues>({ form, row }: Props<V>) => {
  const w = words()
  const choice = (fact: (typeof TEXTS)[number]) => (
    <SelectField
      form={form}
      name={fact}
      label={w.claims[fact]}
      options={[
        ['', w.asRead(readIn(row, fact))],
        ...(fact === 'country' ? [[NONE, w.noCountry] as const] : []),
        ...Object.entries(namesOf(fact)),
      ]}
    />
  )
  const figure = (fact: (typeof NUMBERS)[number], more: string) => (
    <TextField
      form={form}
      name={fact}
      label={w.claims[fact]}
      hint={w.figureHint(`${readIn(row, fact)}${more}`)}
      inputMode="numeric"
    />
  )
  return (
    <details class="rounded-lg ring-1 ring-stone-200" open={row.corrected.length > 0} data-testid="claims">
      <summary class="min-h-11 content-center px-3 text-sm font-medium">{w.claimsTitle}</summary>
      <div class="space-y-4 px-3 pb-3">
        <p class="text-xs text-stone-600">{w.claimsHint}</p>
        {row.along.length > 0 && (
          <p class="text-xs text-stone-600">
            {w.along(row.along.map((kind) => (t().kinds as Record<string, string>)[kind] ?? kind).join(', '))}
          </p>
        )}
        <div class="grid gap-4 sm:grid-cols-2">
          {choice('platform')}
          {choice('kind')}
          {choice('linkKind')}
          {choice('country')}
          {figure('guaranteeDays', sourceIn(row))}
          {figure('speedPerDay', '')}
        </div>
      </div>
    </details>
  )
}
