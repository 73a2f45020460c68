// Bytes that should be text, as text: Unicode by its mark, UTF-8, else the western code page of old Windows programs.
import { type Outcome, refuse } from '../../lib/outcome.ts'
import type { ReadFault } from './reading.ts'

const marked = (bytes: Uint8Array): string | undefined => {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  return undefined
}

const tryDecode = (bytes: Uint8Array, label: string): string | null => {
  try {
    return new TextDecoder(label as 'utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

/** One sign in fifty that no text has, or a NUL: this is not writing. */
const isBinary = (text: string): boolean => {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
  const strange = text.match(/[\x00-\x08\x0e-\x1a\x1c-\x1f\ufffd]/g)
  return strange !== null && (strange.includes('\x00') || strange.length * 50 > text.length)
}

/** `charset`: what the sender or the page itself says; believed if the bytes allow it. */
export const decodeText = (bytes: Uint8Array, charset?: string): Outcome<{ text: string }, ReadFault> => {
  const labels = [marked(bytes), 'utf-8', charset, 'windows-1252'].filter((label) => label !== undefined)
  for (const label of labels) {
    const text = tryDecode(bytes, label)
    if (text !== null && !isBinary(text)) return { ok: true, text: text.replace(/^\ufeff/, '') }
  }
  return refuse('unsupported')
}

/** Line ends of all systems as one, no trailing spaces, at most one empty line in a row. */
export const tidyText = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: nothing a reader could see
    .replace(/[\x00-\x08\x0b\x0e-\x1f\x7f\u200b\u2060\ufeff\u00ad]/g, '')
    .replace(/\f/g, '\n\n')
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
