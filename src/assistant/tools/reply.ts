// The tool that ends an answer: the words for the customer, or that the shop does not know.
import * as v from 'valibot'
import type { Final } from '../loop.ts'

export type ReplyWord = { known: boolean; text: string }

const Args = v.object({ known: v.boolean(), text: v.pipe(v.string(), v.maxLength(3000)) })

export const replyTool: Final<ReplyWord> = {
  spec: {
    name: 'reply',
    description: 'Ends with the words for the customer. known: false when nothing given here answers it.',
    parameters: {
      type: 'object',
      additionalProperties: false,
      required: ['known', 'text'],
      properties: { known: { type: 'boolean' }, text: { type: 'string' } },
    },
  },
  read: (args) => {
    const given = v.safeParse(Args, args)
    return given.success ? given.output : null
  },
  plain: (text) => ({ known: true, text: text.slice(0, 3000) }),
}
