// Which of the shown entries a description fits: "yg garansi tapi bukan indo", "views yang biasa".
import type { CatalogueEntry, Prefer } from '../../model/understanding.ts'
import { ADDRESS, FILLER } from '../../model/words.ts'
import { type Case, soughtOf } from './case.ts'
import { nameWords } from './shelf.ts'
import { refused } from './wanted.ts'

const TESTS: Partial<Record<Prefer, (entry: CatalogueEntry) => boolean>> = {
  refill: ({ guaranteeDays = 0, traits }) => guaranteeDays > 0 || traits.includes('refill'),
  lifetime: ({ guaranteeDays = 0 }) => guaranteeDays >= 36_500,
  custom: ({ type, traits }) => type === 'custom_comments' || traits.includes('custom'),
  indonesia: ({ country }) => country === 'ID',
}

const testOf = (wish: Prefer) => TESTS[wish] ?? ((entry: CatalogueEntry) => entry.traits.includes(wish))

/** The one with the least price or the greatest speed; nothing when two share it. */
const extreme = (entries: CatalogueEntry[], by: (entry: CatalogueEntry) => number): CatalogueEntry[] => {
  const least = Math.min(...entries.map(by))
  return entries.filter((entry) => by(entry) === least)
}

const isBegun = (folded: string, from: number, names: string[][]): boolean => {
  const before = nameWords(folded.slice(0, from)).at(-1)
  return before !== undefined && names.some((name) => name.includes(before))
}

/** Words of the message that some of the shown names have, and others have not: "yang campuran b". */
const tellingWords = ({ said, shown }: Case): string[] => {
  const names = shown.map(({ name }) => nameWords(name))
  const words = said.pieces.map((value, at) => ({ value, at, to: at + 1 }))
  const marks = [...said.kinds, ...said.platforms]
  const goods = said.pieces.filter((_, at) => marks.some((mark) => mark.at <= at && at < mark.to))
  const not = [
    ...words.filter((word) => refused([word], said.pieces).length > 0).map(({ value }) => value),
    ...goods,
  ]
  return said.pieces
    .filter((piece) => !not.includes(piece))
    .filter(
      // "campuran a": a letter of a name, where the name was begun.
      ({ sort, raw, from }) =>
        sort === 'word' &&
        ((/^[a-z]$/i.test(raw) && isBegun(said.folded, from, names)) ||
          (!FILLER.has(raw.toLowerCase()) && !ADDRESS.has(raw.toLowerCase()))),
    )
    .map(({ raw }) => raw.toLowerCase())
    .filter((word) => {
      const having = names.filter((name) => name.includes(word)).length
      return having > 0 && having < names.length
    })
}

/** Which of the shown ones a description fits. */
export const described = (one: Case): CatalogueEntry[] | null => {
  const { wishes, countries } = soughtOf(one)
  const { platforms, kinds, against } = one.said
  const not = against.kinds.length + against.countries.length + against.wishes.length
  const spoken = tellingWords(one)
  const dearest = /\b(?:paling mahal|termahal)\b/.test(one.said.line)
  const says =
    not + Number(dearest) + platforms.length + kinds.length + wishes.length + countries.length + spoken.length
  if (says === 0) return null
  const goods = soughtOf(one)
  const fitting = one.shown.filter(
    (entry) =>
      (platforms.length === 0 || goods.platforms.includes(entry.platform)) &&
      (kinds.length === 0 || goods.kinds.includes(entry.kind)) &&
      !against.kinds.includes(entry.kind) &&
      !against.countries.includes(entry.country ?? '') &&
      !against.wishes.some((wish) => testOf(wish)(entry)) &&
      (countries.length === 0 || countries.includes(entry.country ?? '')) &&
      spoken.every((word) => nameWords(entry.name).includes(word)) &&
      wishes.filter((wish) => wish !== 'cheapest' && wish !== 'fast').every((wish) => testOf(wish)(entry)),
  )
  // "views yg biasa": the one that is nothing special.
  if (/\bbiasa\b/.test(one.said.line) && fitting.length > 1)
    return fitting.filter(({ traits, country }) => traits.length === 0 && country === undefined)
  if (dearest) return extreme(fitting, ({ price }) => -price)
  if (wishes.includes('cheapest')) return extreme(fitting, ({ price }) => price)
  return wishes.includes('fast') ? extreme(fitting, ({ speedPerDay = 0 }) => -speedPerDay) : fitting
}
