// The knowledge base: a document with its text is one document here; a list leaves the texts where they are.
import type { KnowledgeDoc } from '../../documents.ts'
import type { Store } from '../../store.ts'
import { knowledgeId, TABLES } from '../../tables.ts'
import type { Collections } from './database.ts'
import { makeTable, type Table } from './table.ts'

export const makeKnowledgeTable = (of: Collections): Table<KnowledgeDoc> =>
  makeTable<KnowledgeDoc>(of('knowledge'), { ...TABLES.knowledge, columns: { at: ({ at }) => at } })

export const makeKnowledge = (of: Collections): Store['knowledge'] => {
  const table = makeKnowledgeTable(of)
  return {
    create: table.create,
    get: (shop, id) => table.read(knowledgeId({ shop, id })),
    list: (shop) => table.find({ 'x.shop': shop }, { sort: { 'x.at': -1, 'x.n': 1 }, without: ['text'] }),
    change: (shop, id, decide) =>
      table.change(knowledgeId({ shop, id }), (current) => {
        const next = decide(current)
        return next && { ...next, id, shop }
      }),
    remove: (shop, id) => table.remove(knowledgeId({ shop, id })),
  }
}
