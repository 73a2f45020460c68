// What every driver promises of the knowledge base: texts beside their heads, one writer a document, shops apart.
import { expect, test } from 'bun:test'
import type { KnowledgeDoc } from '../../../src/store/documents.ts'
import { type OpenStore, OTHER_SHOP, part, SHOP, together } from './support.ts'

const doc = (id: string, change: Partial<KnowledgeDoc> = {}): KnowledgeDoc => ({
  id,
  shop: SHOP,
  title: 'Jam buka',
  kind: 'text',
  format: 'text',
  length: 4,
  text: '9–17',
  at: 1,
  v: 1,
  ...change,
})

export const knowledgeContract = (name: string, open: OpenStore): void =>
  part(`${name}: the knowledge base`, open, (at) => {
    test('a document is made once, with its text; the list has everything but the texts, newest first', async () => {
      const { knowledge } = at.store
      expect(await knowledge.create(doc('k_1'))).toBe('created')
      expect(await knowledge.create(doc('k_1', { text: 'other' }))).toBe('exists')
      await knowledge.create(doc('k_2', { at: 2, text: 'x'.repeat(1_000_000), length: 1_000_000 }))
      expect((await knowledge.get(SHOP, 'k_1'))?.text).toBe('9–17')
      expect((await knowledge.get(SHOP, 'k_2'))?.text).toHaveLength(1_000_000)
      const list = await knowledge.list(SHOP)
      expect(list.map(({ id, length }) => [id, length])).toEqual([
        ['k_2', 1_000_000],
        ['k_1', 4],
      ])
      expect(list.some((head) => 'text' in head)).toBe(false)
    })

    test('another shop neither sees, changes nor removes it, and may have the same id', async () => {
      const { knowledge } = at.store
      await knowledge.create(doc('k_1'))
      expect(await knowledge.get(OTHER_SHOP, 'k_1')).toBeNull()
      expect(await knowledge.change(OTHER_SHOP, 'k_1', (one) => ({ ...one, text: 'x' }))).toBeNull()
      expect(await knowledge.remove(OTHER_SHOP, 'k_1')).toBe(false)
      expect(await knowledge.create(doc('k_1', { shop: OTHER_SHOP, text: 'theirs' }))).toBe('created')
      expect((await knowledge.get(SHOP, 'k_1'))?.text).toBe('9–17')
      expect((await knowledge.list(OTHER_SHOP)).map(({ id }) => id)).toEqual(['k_1'])
    })

    test('each change gives the head another version and the text that goes with it; none of them is lost', async () => {
      const { knowledge } = at.store
      await knowledge.create(doc('k_1', { text: '' }))
      await together(20, (i) =>
        knowledge.change(SHOP, 'k_1', (now) => ({
          ...now,
          text: `${now.text}${i} `,
          length: now.length + 1,
        })),
      )
      const now = await knowledge.get(SHOP, 'k_1')
      expect(now?.text.trim().split(' ')).toHaveLength(20)
      expect([now?.v, now?.length]).toEqual([21, 24])
      expect(await knowledge.change(SHOP, 'k_1', () => null)).toMatchObject({ v: 21 })
      expect(await knowledge.change(SHOP, 'k_9', (one) => one)).toBeNull()
    })

    test('what is removed is gone with its text, once, and stays so after a restart', async () => {
      await at.store.knowledge.create(doc('k_1'))
      await at.store.knowledge.create(doc('k_2', { text: 'stays' }))
      const removed = await together(3, () => at.store.knowledge.remove(SHOP, 'k_1'))
      expect(removed.filter(Boolean)).toHaveLength(1)
      const again = await at.reopen()
      expect(await again.knowledge.get(SHOP, 'k_1')).toBeNull()
      expect((await again.knowledge.get(SHOP, 'k_2'))?.text).toBe('stays')
      await again.knowledge.create(doc('k_1', { text: 'new' }))
      expect((await again.knowledge.get(SHOP, 'k_1'))?.text).toBe('new')
    })
  })
