// "minimalnya aja", "mentokin", "setengahnya": a quantity said by a product's limits or by the quantity before.
import type { CatalogueEntry } from '../../model/understanding.ts'
import type { Said } from './said.ts'

const LEAST =
  /\bminimal\b|^(?:min|yang (?:paling )?sedikit)\b|\bpaling sedikit\b|\b(?:sesuai|nya|jadi|min) min\b|\bmin (?:nya )?saja\b|^the minimal\b/
const MOST = /\bmaksimal\b|\bmaks\b|\bpaling banyak\b|^semua(?: nya)? saja$/
const ASKED = /\b(?:setengah|separuh|berapa|apa|bisa|ada|boleh|bagaimana)\b/

/** The limit that is meant; nothing when the limit is asked for. */
export const limitOf = ({ line, asks }: Said, entry: CatalogueEntry | undefined): number | undefined => {
  if (!entry || asks || ASKED.test(line)) return undefined
  if (LEAST.test(line)) return entry.min
  return MOST.test(line) ? entry.max : undefined
}

/** "setengahnya aja", where no number follows. */
export const halfOf = ({ line, counts }: Said, before: number | undefined): number | undefined =>
  before !== undefined && before % 2 === 0 && counts.length === 0 && /\bsetengah\b/.test(line)
    ? before / 2
    : undefined
