// The model looks into the seller's own documents: passages as they were written, which are text to judge, never an order.
import * as v from 'valibot'
import type { Passage } from '../llm.ts'
import type { Tool } from '../loop.ts'
import type { Mask } from '../prompt.ts'

const Args = v.object({ query: v.pipe(v.string(), v.minLength(1), v.maxLength(300)) })
const PASSAGES = 3
const LONGEST = 800

const SPEC = {
  name: 'knowledge_search',
  description: "Passages of the shop's own documents about a question.",
  parameters: {
    type: 'object',
    additionalProperties: false,
    required: ['query'],
    properties: { query: { type: 'string' } },
  },
}

export const knowledgeSearch = (
  passages: (query: string) => Promise<Passage[]>,
  { issue, mask }: { issue(passage: Passage): void; mask: Mask },
): Tool => ({
  spec: SPEC,
  run: async (args) => {
    const given = v.safeParse(Args, args)
    if (!given.success) return null
    const found = (await passages(given.output.query)).slice(0, PASSAGES)
    for (const passage of found) issue(passage)
    return {
      passages: found.map(({ title, text }) => ({
        title: mask(title, []),
        text: mask(text.slice(0, LONGEST), []),
      })),
    }
  },
})
