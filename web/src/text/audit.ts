// Who did what, in words.
import { en, id } from './audit-words.ts'
import { speak } from './index.ts'

export const words = speak(id, en)
