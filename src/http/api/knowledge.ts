// The shop's knowledge base: documents of the seller, and the products that are in it by being on sale.
import { Hono } from 'hono'
import * as v from 'valibot'
import type { ShopId } from '../../lib/brand.ts'
import type { Clock } from '../../lib/clock.ts'
import type { Ids } from '../../lib/ids.ts'
import type { Store } from '../../store/store.ts'
import { answers, json } from '../describe.ts'
import type { AppEnv } from '../env.ts'
import { reject } from '../errors.ts'
import { KnowledgeView } from './views.ts'

export type KnowledgeApiDeps = {
  store: Pick<Store, 'knowledge'>
  clock: Clock
  ids: Ids
  /** Products in the knowledge base: those on sale. */
  products(shop: ShopId): Promise<{ mid: number; name: string }[]>
}

const missing = () => reject(404, { code: 'notFound', message: 'There is nothing with this id' })

const Document = v.object({
  id: v.optional(v.string()),
  title: v.pipe(v.string(), v.trim(), v.minLength(1, 'is missing'), v.maxLength(120)),
  text: v.pipe(
    v.string(),
    v.trim(),
    v.minLength(1, 'is missing'),
    v.maxLength(50_000, 'is longer than 50,000 characters'),
  ),
})

export const knowledgeApi = (deps: KnowledgeApiDeps) =>
  new Hono<AppEnv>()
    .get(
      '/shops/:shop/knowledge',
      answers(KnowledgeView, { summary: 'Documents, and the products that are in it by being on sale' }),
      async (c) => {
        const shop = c.get('shop').id
        const [documents, products] = await Promise.all([
          deps.store.knowledge.list(shop),
          deps.products(shop),
        ])
        return c.json({
          documents: documents.map(({ id, title, text, at }) => ({
            id,
            title,
            at,
            bytes: Buffer.byteLength(text),
          })),
          products,
        })
      },
    )
    .get(
      '/shops/:shop/knowledge/:id',
      answers(v.object({ id: v.string(), title: v.string(), text: v.string() }), { summary: 'One document' }),
      async (c) => {
        const found = await deps.store.knowledge.get(c.get('shop').id, c.req.param('id'))
        return found ? c.json({ id: found.id, title: found.title, text: found.text }) : missing()
      },
    )
    .put(
      '/shops/:shop/knowledge',
      json(Document),
      answers(v.object({ id: v.string() }), { summary: 'Adds or replaces a document' }),
      async (c) => {
        const { id, title, text } = c.req.valid('json')
        const shop = c.get('shop').id
        if (id && !(await deps.store.knowledge.get(shop, id))) return missing()
        const doc = { id: id ?? deps.ids.id('kd'), shop, title, text, at: deps.clock.now(), v: 1 }
        await deps.store.knowledge.put(doc)
        return c.json({ id: doc.id })
      },
    )
    .delete('/shops/:shop/knowledge/:id', answers(null, { summary: 'Deletes a document' }), async (c) => {
      const [shop, id] = [c.get('shop').id, c.req.param('id')]
      if (!(await deps.store.knowledge.get(shop, id))) return missing()
      await deps.store.knowledge.remove(shop, id)
      return c.body(null, 204)
    })
