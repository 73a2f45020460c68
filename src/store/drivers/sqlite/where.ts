// Conditions that a filter adds up to one fixed text, and the folding of words that are searched.
import type { Value } from './table.ts'

/** A condition and the values of its marks. */
export type Clause = [condition: string, ...values: Value[]]

export const allOf = (clauses: Clause[]): { where: string; values: Value[] } => ({
  where: `where ${clauses.map(([condition]) => condition).join(' and ')}`,
  values: clauses.flatMap(([, ...values]) => values),
})

// biome-ignore lint/suspicious/noControlCharactersInRegex: all of ASCII but NUL: most names have nothing to fold
const PLAIN = /^[\x01-\x7f]*$/

/** Lower case, without accents, ornamental letters read as plain ones: panels write names in all of them. */
export const fold = (text: string): string =>
  PLAIN.test(text)
    ? text.toLowerCase()
    : text
        .normalize('NFKD')
        .replace(/\p{M}+/gu, '')
        .replaceAll('\0', ' ')
        .toLowerCase()
