// The shop's knowledge base: documents of the seller (typed, files, links), the products that are in it by being on sale, what would be
// answered to a question, and what customers asked in vain.
import { Hono } from 'hono'
import * as v from 'valibot'
import type { KeepFault } from '../../assistant/documents/keep.ts'
import type { RawDocument } from '../../assistant/documents/reading.ts'
import type { Answer, Passage } from '../../assistant/knowledge.ts'
import type { Question } from '../../assistant/unanswered.ts'
import type { ShopId } from '../../lib/brand.ts'
import type { Outcome } from '../../lib/outcome.ts'
import type { By } from '../../model/order.ts'
import type { KnowledgeHead } from '../../store/documents.ts'
import type { Store } from '../../store/store.ts'
import { answers, json, query } from '../describe.ts'
import type { AppEnv } from '../env.ts'
import { orReject, reject } from '../errors.ts'
import { KNOWLEDGE_REFUSALS } from './knowledge-refusals.ts'
import { KnowledgeDocumentView, KnowledgeView, QuestionView, TryView } from './knowledge-views.ts'
import { uploaded } from './upload.ts'

type Kept = Promise<Outcome<{ head: KnowledgeHead }, KeepFault>>
type Asked = { shop: ShopId; question: string }
type Open = { shop: ShopId; key: string; by: By }

export type KnowledgeApiDeps = {
  store: Pick<Store, 'knowledge'>
  /** Products in the knowledge base: those on sale. */
  products(shop: ShopId): Promise<{ mid: number; name: string }[]>
  addTyped(given: { shop: ShopId; title: string; text: string }): Kept
  addFile(given: { shop: ShopId; title?: string | undefined; file: RawDocument }): Kept
  addLink(given: { shop: ShopId; title?: string | undefined; url: string }): Kept
  refresh(given: { shop: ShopId; id: string }): Kept
  change(given: { shop: ShopId; id: string; title: string; text?: string | undefined }): Kept
  passages(given: Asked & { limit: number }): Promise<Passage[]>
  answer(given: Asked): Promise<Answer | null>
  unanswered(shop: ShopId): Promise<Question[]>
  answerQuestion(
    given: Open & { title?: string | undefined; text: string },
  ): Promise<Outcome<{ head: KnowledgeHead; told: number }, 'notFound' | 'full'>>
  dismissQuestion(given: Open): Promise<Outcome<{ count: number }, 'notFound'>>
}

const TRIED = 5

const Title = v.pipe(v.string(), v.trim(), v.minLength(1, 'is missing'), v.maxLength(120))
const Text = v.pipe(
  v.string(),
  v.trim(),
  v.minLength(1, 'is missing'),
  v.maxLength(50_000, 'is longer than 50,000 characters'),
)
/** A text is needed for a new document, and for a changed one that was typed. */
const Written = v.object({ id: v.optional(v.string()), title: Title, text: v.optional(Text) })
const Link = v.object({
  url: v.pipe(v.string(), v.trim(), v.maxLength(2000), v.url('is no address')),
  title: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(120))),
})
const Solved = v.object({
  title: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(120))),
  text: v.pipe(
    v.string(),
    v.trim(),
    v.minLength(1, 'is missing'),
    v.maxLength(1500, 'is longer than 1,500 characters'),
  ),
})
const Made = v.object({ id: v.string() })

const viewOf = ({ shop: _, ...head }: KnowledgeHead): KnowledgeDocumentView => ({
  ...head,
  bytes: head.file?.bytes ?? head.length,
  ...(head.file ? { name: head.file.name } : {}),
})
const plainView = (head: KnowledgeHead): KnowledgeDocumentView => v.parse(KnowledgeDocumentView, viewOf(head))

const documents = (deps: KnowledgeApiDeps) =>
  new Hono<AppEnv>()
    .put(
      '/shops/:shop/knowledge',
      json(Written),
      answers(Made, { summary: 'Adds a typed document, or changes a document' }),
      async (c) => {
        const { id, title, text } = c.req.valid('json')
        const shop = c.get('shop').id
        if (!id && text === undefined)
          return reject(400, {
            code: 'invalid',
            message: 'Some fields are missing or wrong',
            fields: { text: 'is missing' },
          })
        const kept = id
          ? await deps.change({ shop, id, title, text })
          : await deps.addTyped({ shop, title, text: text ?? '' })
        return c.json({ id: orReject(kept, KNOWLEDGE_REFUSALS).head.id })
      },
    )
    .post(
      '/shops/:shop/knowledge/files',
      answers(KnowledgeDocumentView, {
        summary:
          'Reads a file (multipart: `file`, and `title` if wanted): PDF, DOCX, HTML, Markdown or text, at most 10 MB and 300 pages',
      }),
      async (c) => {
        const { title, file } = await uploaded(c)
        const kept = await deps.addFile({ shop: c.get('shop').id, title, file })
        const { head } = orReject(kept, KNOWLEDGE_REFUSALS)
        c.set('facts', { title: head.title, format: head.format })
        return c.json(plainView(head))
      },
    )
    .post(
      '/shops/:shop/knowledge/links',
      json(Link),
      answers(KnowledgeDocumentView, { summary: 'Fetches a public address and reads what it answers' }),
      async (c) => {
        const { url, title } = c.req.valid('json')
        const kept = await deps.addLink({ shop: c.get('shop').id, title, url })
        return c.json(plainView(orReject(kept, KNOWLEDGE_REFUSALS).head))
      },
    )
    .post(
      '/shops/:shop/knowledge/:id/refresh',
      answers(KnowledgeDocumentView, {
        summary: 'Fetches a link anew; if that fails the old text stays, and says so',
      }),
      async (c) => {
        const kept = await deps.refresh({ shop: c.get('shop').id, id: c.req.param('id') })
        return c.json(plainView(orReject(kept, KNOWLEDGE_REFUSALS).head))
      },
    )
    .delete('/shops/:shop/knowledge/:id', answers(null, { summary: 'Deletes a document' }), async (c) => {
      const removed = await deps.store.knowledge.remove(c.get('shop').id, c.req.param('id'))
      return removed ? c.body(null, 204) : missing()
    })

const missing = () => reject(404, { code: 'notFound', message: 'There is nothing with this id' })

const questions = (deps: KnowledgeApiDeps) =>
  new Hono<AppEnv>()
    .get(
      '/shops/:shop/knowledge/questions',
      answers(v.array(QuestionView), { summary: 'What customers asked and the shop could not answer' }),
      async (c) => c.json(await deps.unanswered(c.get('shop').id)),
    )
    .post(
      '/shops/:shop/knowledge/questions/:key/answer',
      json(Solved),
      answers(v.object({ id: v.string(), told: v.number() }), {
        summary: 'Answers a question once: it becomes knowledge, and who asked within a day is told',
      }),
      async (c) => {
        const { title, text } = c.req.valid('json')
        const by: By = `seller:${c.get('account').id}`
        const done = await deps.answerQuestion({
          shop: c.get('shop').id,
          key: c.req.param('key'),
          by,
          title,
          text,
        })
        const { head, told } = orReject(done, KNOWLEDGE_REFUSALS)
        c.set('facts', { title: head.title, told })
        return c.json({ id: head.id, told })
      },
    )
    .post(
      '/shops/:shop/knowledge/questions/:key/dismiss',
      answers(null, { summary: 'Puts a question aside' }),
      async (c) => {
        const by: By = `seller:${c.get('account').id}`
        orReject(
          await deps.dismissQuestion({ shop: c.get('shop').id, key: c.req.param('key'), by }),
          KNOWLEDGE_REFUSALS,
        )
        return c.body(null, 204)
      },
    )

export const knowledgeApi = (deps: KnowledgeApiDeps) =>
  new Hono<AppEnv>()
    .get(
      '/shops/:shop/knowledge',
      answers(KnowledgeView, { summary: 'Documents, and the products that are in it by being on sale' }),
      async (c) => {
        const shop = c.get('shop').id
        const [heads, products] = await Promise.all([deps.store.knowledge.list(shop), deps.products(shop)])
        return c.json({ documents: heads.map(plainView), products })
      },
    )
    .get(
      '/shops/:shop/knowledge/try',
      query(
        v.object({ question: v.pipe(v.string(), v.trim(), v.minLength(1, 'is missing'), v.maxLength(500)) }),
      ),
      answers(TryView, { summary: 'What a customer would be answered, and the passages that came nearest' }),
      async (c) => {
        const asked = { shop: c.get('shop').id, question: c.req.valid('query').question }
        const [answer, passages] = await Promise.all([
          deps.answer(asked),
          deps.passages({ ...asked, limit: TRIED }),
        ])
        return c.json({ answer, passages })
      },
    )
    .route('/', questions(deps))
    .get(
      '/shops/:shop/knowledge/:id',
      answers(v.object({ ...KnowledgeDocumentView.entries, text: v.string() }), {
        summary: 'One document with its text',
      }),
      async (c) => {
        const found = await deps.store.knowledge.get(c.get('shop').id, c.req.param('id'))
        return found ? c.json({ ...plainView(found), text: found.text }) : missing()
      },
    )
    .route('/', documents(deps))
