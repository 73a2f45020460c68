// The contract of reading a seller's file: bytes in, plain text out, or a reason why not. Headings come as lines that begin with `# `,
// paragraphs with an empty line between them.
import type { Outcome } from '../../lib/outcome.ts'

export const FORMATS = ['text', 'markdown', 'html', 'pdf', 'docx'] as const
export type Format = (typeof FORMATS)[number]

/** `type`: the media type that the sender gave; neither it nor the name is believed against the bytes. */
export type RawDocument = { bytes: Uint8Array; name: string; type?: string }
export type ReadText = { format: Format; text: string; title?: string; pages?: number }

export const READ_FAULTS = [
  /** More bytes than are taken. */
  'tooLarge',
  /** Nothing in it. */
  'empty',
  /** No format that is read here. */
  'unsupported',
  /** Its name says one format, its bytes are not that. */
  'wrongKind',
  /** Locked with a password. */
  'encrypted',
  /** Pages, but no words: a scan. */
  'noText',
  'tooManyPages',
  'tooMuchText',
  /** Begins like its format and can't be read. */
  'broken',
  'tooSlow',
  'tooHeavy',
  /** Too many others are being read: later. */
  'busy',
] as const
export type ReadFault = (typeof READ_FAULTS)[number]

export type Reading = Outcome<ReadText, ReadFault>
export type ReadDocument = (file: RawDocument) => Promise<Reading>

const MEGABYTE = 1024 * 1024
export const READ_LIMITS = {
  bytes: 10 * MEGABYTE,
  pages: 300,
  /** Characters of text: 300 pages of 5,000. */
  text: 1_500_000,
  /** What an archive may unpack to, and how many entries it may have. */
  unpacked: 80 * MEGABYTE,
  entries: 2000,
} as const
