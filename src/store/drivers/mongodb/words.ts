// What is found by its words: folded texts in one field, asked for by plain pieces of them.
import { fold } from '../../../lib/text.ts'
import type { Where } from './ring.ts'

const SIGNS = /[\\^$.*+?()[\]{}|/-]/g

/** The server gets a pattern that matches the text itself and nothing else. */
export const holding = (text: string): Where => ({
  'x.words': { $regex: text.replace(SIGNS, (sign) => `\\${sign}`).replaceAll('\0', '\\x00') },
})

/** Null: nothing to look for. */
export const foldedText = (text: string | undefined): string | null => fold(text ?? '').trim() || null
