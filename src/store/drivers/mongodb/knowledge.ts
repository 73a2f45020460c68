// The knowledge base: a document with its text is one document here; a list leaves the texts where they are.
import type { KnowledgeDoc, KnowledgeHead } from '../../documents.ts'
import type { Store } from '../../store.ts'
import type { Collections } from './database.ts'
import { makeTable } from './table.ts'

/** The shop is part of the id: a document is found and changed only in its own shop. */
const idOf = ({ shop, id }: Pick<KnowledgeHead, 'shop' | 'id'>): string => `${shop}/${id}`

export const makeKnowledge = (of: Collections): Store['knowledge'] => {
  const table = makeTable<KnowledgeDoc>(of('knowledge'), {
    id: idOf,
    columns: { shop: ({ shop }) => shop, at: ({ at }) => at },
  })
  return {
    create: table.create,
    get: (shop, id) => table.read(idOf({ shop, id })),
    list: (shop) => table.find({ 'x.shop': shop }, { sort: { 'x.at': -1, 'x.n': 1 }, without: ['text'] }),
    change: (shop, id, decide) =>
      table.change(idOf({ shop, id }), (current) => {
        const next = decide(current)
        return next && { ...next, id, shop }
      }),
    remove: (shop, id) => table.remove(idOf({ shop, id })),
  }
}
