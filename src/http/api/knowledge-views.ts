// What the dashboard sees of the knowledge base: heads of documents, never a list of their texts.
import * as v from 'valibot'

const Time = v.number()

export const KnowledgeDocumentView = v.object({
  id: v.string(),
  title: v.string(),
  kind: v.picklist(['text', 'file', 'link', 'answer']),
  format: v.picklist(['text', 'markdown', 'html', 'pdf', 'docx']),
  /** Characters of text that answers are taken from. */
  length: v.number(),
  /** Of the file as it came, else of the text. */
  bytes: v.number(),
  pages: v.optional(v.number()),
  /** The file's name. */
  name: v.optional(v.string()),
  link: v.optional(
    v.object({
      url: v.string(),
      fetchedAt: Time,
      /** The last try failed: the text is that of `fetchedAt`. */
      fault: v.optional(v.object({ code: v.string(), at: Time })),
    }),
  ),
  at: Time,
})
export type KnowledgeDocumentView = v.InferOutput<typeof KnowledgeDocumentView>

export const KnowledgeView = v.object({
  documents: v.array(KnowledgeDocumentView),
  products: v.array(v.object({ mid: v.number(), name: v.string() })),
})
export type KnowledgeView = v.InferOutput<typeof KnowledgeView>

export const QuestionView = v.object({
  key: v.string(),
  text: v.string(),
  /** How often it was asked, and in how many chats. */
  times: v.number(),
  chats: v.number(),
  firstAt: Time,
  lastAt: Time,
})
export type QuestionView = v.InferOutput<typeof QuestionView>

export const TryView = v.object({
  /** What a customer would read; null: the question would be passed on to the seller. */
  answer: v.nullable(v.object({ document: v.string(), title: v.string(), text: v.string() })),
  /** Best first; `score` from 0 to 1. */
  passages: v.array(
    v.object({
      document: v.string(),
      title: v.string(),
      heading: v.string(),
      text: v.string(),
      score: v.number(),
    }),
  ),
})
export type TryView = v.InferOutput<typeof TryView>
