// The model looks for products: rows of this shop, by the built-in reader's own search. No price is in them, nor has the model need of one.
import * as v from 'valibot'
import type { CatalogueEntry } from '../../model/understanding.ts'
import type { Tool } from '../loop.ts'
import { read } from '../reader/index.ts'

const LIFETIME = 36_500

/** A product as the model sees it: number, the shop's own name for it, limits, guarantee. */
export const rowOf = ({ mid, name, min, max, guaranteeDays }: CatalogueEntry) => ({
  mid,
  name,
  min,
  max,
  ...(guaranteeDays ? { guarantee: guaranteeDays >= LIFETIME ? 'lifetime' : `${guaranteeDays} days` } : {}),
})

const Args = v.object({ query: v.pipe(v.string(), v.minLength(1), v.maxLength(200)) })

const SPEC = {
  name: 'search_products',
  description:
    'Products of this shop that fit, best first, at most 10. Query in plain words: platform, kind, wishes ("tiktok views cheapest").',
  parameters: {
    type: 'object',
    additionalProperties: false,
    required: ['query'],
    properties: { query: { type: 'string' } },
  },
}

/** Every number it gives out is told to `issue`: only those may come back. */
export const searchProducts = (catalogue: CatalogueEntry[], issue: (mid: number) => void): Tool => ({
  spec: SPEC,
  run: (args) => {
    const given = v.safeParse(Args, args)
    if (!given.success) return null
    const found = read({ text: `cari ${given.output.query}` }, { state: 'idle', context: {} }, catalogue)
    const rows = (found.mids ?? []).flatMap((mid) => catalogue.find((entry) => entry.mid === mid) ?? [])
    for (const { mid } of rows) issue(mid)
    return { products: rows.map(rowOf) }
  },
})
