// A refusal of the server in the reader's words: by its code, else by what the server says.
import type { Failure } from '../api.ts'
import { language, t } from '../text/index.ts'

export const messageOf = (failure: Failure): string => {
  const known = t().errors[failure.code]
  if (known) return known
  const unknown = t().errors['unknown'] ?? ''
  // The server speaks English; to an Indonesian reader its words are better than none, after ours.
  if (language() === 'id' && failure.message) return `${unknown} (${failure.message})`
  return failure.message || unknown
}

export const wordsOfField = (text: string): string => {
  if (language() === 'en') return /^[A-Z]/.test(text) ? text : `This ${text || 'cannot be used'}`
  return t().fieldErrors[text] ?? t().fieldErrors['other'] ?? text
}
