// Conditions that a filter adds up to one fixed text.
import type { Value } from './table.ts'

/** A condition and the values of its marks. */
export type Clause = [condition: string, ...values: Value[]]

export const allOf = (clauses: Clause[]): { where: string; values: Value[] } => ({
  where: clauses.length === 0 ? '' : `where ${clauses.map(([condition]) => condition).join(' and ')}`,
  values: clauses.flatMap(([, ...values]) => values),
})
