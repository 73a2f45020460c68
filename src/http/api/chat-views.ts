// How chats look from outside.
import * as v from 'valibot'
import { Time } from './fields.ts'
import { ItemView } from './views.ts'

export const ChatLine = v.object({
  id: v.number(),
  from: v.picklist(['customer', 'bot', 'seller']),
  text: v.string(),
  at: Time,
  /** Labels, row by row. */
  buttons: v.optional(v.array(v.array(v.string()))),
  editedAt: v.optional(Time),
  /** It did not reach the customer. */
  unsent: v.optional(v.boolean()),
  picture: v.optional(v.boolean()),
})
export type ChatLine = v.InferOutput<typeof ChatLine>

export const ChatView = v.object({
  key: v.string(),
  customer: v.object({ id: v.string(), name: v.string(), blocked: v.boolean() }),
  username: v.optional(v.string()),
  preview: v.boolean(),
  /** A person has the chat, and the customer spoke last. */
  unread: v.boolean(),
  seenAt: Time,
  /** Messages not yet brought. */
  waiting: v.number(),
  last: v.optional(ChatLine),
  /** A person has the chat. */
  handoff: v.optional(
    v.object({
      since: Time,
      answeredAt: v.optional(Time),
      number: v.optional(v.string()),
      dueAt: v.optional(Time),
      missed: v.optional(v.number()),
    }),
  ),
})
export type ChatView = v.InferOutput<typeof ChatView>

export const ChatPage = v.object({
  ...ChatView.entries,
  lines: v.array(ChatLine),
  items: v.array(ItemView),
  orders: v.array(v.object({ id: v.string(), number: v.string(), state: v.string(), name: v.string() })),
  outgoing: v.array(v.object({ id: v.string(), text: v.string(), at: Time })),
})
export type ChatPage = v.InferOutput<typeof ChatPage>
