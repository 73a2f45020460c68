// How the rows of one collection are said in the form of `store/dump.ts`, and made from it.
import type { Dumped } from '../../dump.ts'
import type { Row } from './ring.ts'

/** A lot at a time, so that both may look at other collections; a row that says nothing is left out. */
export type Part = { dumped(rows: Row[]): Promise<Dumped[]>; rows(dumped: Dumped[]): Promise<Row[]> }
