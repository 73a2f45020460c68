// The knowledge base: heads in one table, their texts beside them, both written in one commit. A list never reads a text.
import type { Database } from 'bun:sqlite'
import type { KnowledgeDoc, KnowledgeHead } from '../../documents.ts'
import type { Store } from '../../store.ts'
import { knowledgeId, TABLES } from '../../tables.ts'
import { makeTable } from './table.ts'
import type { Writer } from './writer.ts'

const headOf = ({ text: _, ...head }: KnowledgeDoc): KnowledgeHead => head

const makeTexts = (db: Database) => {
  const one = db.query<{ body: string }, [string]>('select body from knowledge_text where id = ?')
  const put = db.query(
    'insert into knowledge_text (id, body) values (?, ?) on conflict (id) do update set body = excluded.body',
  )
  const erase = db.query('delete from knowledge_text where id = ?')
  return {
    read: (key: string): string => one.get(key)?.body ?? '',
    putNow: (key: string, text: string): void => void put.run(key, text),
    eraseNow: (key: string): void => void erase.run(key),
  }
}

export const makeKnowledge = (db: Database, write: Writer): Store['knowledge'] => {
  const table = makeTable(db, write, TABLES.knowledge)
  const texts = makeTexts(db)
  const erase = db.query('delete from knowledge where id = ?')
  const read = (key: string): KnowledgeDoc | null => {
    const head = table.read(key)
    return head && { ...head, text: texts.read(key) }
  }
  return {
    create: (doc) =>
      write(() => {
        const created = table.createNow(headOf(doc))
        if (created === 'created') texts.putNow(knowledgeId(doc), doc.text)
        return created
      }),
    get: async (shop, id) => read(knowledgeId({ shop, id })),
    list: async (shop) => table.find('where shop = ?', shop).sort((a, b) => b.at - a.at),
    change: (shop, id, decide) =>
      write(() => {
        const key = knowledgeId({ shop, id })
        const current = read(key)
        const next = current && decide(current)
        if (!current || !next) return current
        const stored = { ...next, id, shop, v: current.v + 1 }
        table.replaceNow(headOf(stored), current.v)
        if (stored.text !== current.text) texts.putNow(key, stored.text)
        return stored
      }),
    remove: (shop, id) =>
      write(() => {
        const key = knowledgeId({ shop, id })
        texts.eraseNow(key)
        return erase.run(key).changes === 1
      }),
  }
}
