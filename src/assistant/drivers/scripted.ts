// A model that plays a script: for tests and for a demonstration without a key.
import type { Understanding } from '../../model/understanding.ts'
import type { Llm } from '../llm.ts'

export const scriptedLlm = (script: Map<string, Understanding>): Llm & { asked: string[] } => {
  const asked: string[] = []
  return {
    asked,
    understand: async ({ message }) => {
      asked.push(message.text)
      return script.get(message.text) ?? null
    },
  }
}
