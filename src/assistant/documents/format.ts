// What a file is, by its first bytes; its name and media type only tell plain text, Markdown and HTML apart.
import { type Outcome, refuse } from '../../lib/outcome.ts'
import type { Format, RawDocument, ReadFault } from './reading.ts'

const latin = (bytes: Uint8Array, from: number, to: number): string =>
  Buffer.from(bytes.subarray(from, to)).toString('latin1')

const PICTURES_AND_OTHERS = [
  '\x89PNG', // picture
  '\xff\xd8\xff', // JPEG
  'GIF8',
  'RIFF', // WebP, sound
  '{\\rtf',
  '7z\xbc\xaf',
  'Rar!',
  '\x1f\x8b', // gzip
  '\x7fELF',
  'MZ\x90',
  'SQLite format',
]

/** The box of old Office files; a locked DOCX is one too, with a stream of this name in it. */
const OLD_OFFICE = '\xd0\xcf\x11\xe0'
const LOCKED = Buffer.from('EncryptedPackage', 'utf16le')

const endingOf = (name: string): string => /\.([a-z0-9]{1,10})$/i.exec(name.trim())?.[1]?.toLowerCase() ?? ''

const looksLikeHtml = (head: string): boolean =>
  /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b/i.test(head)

const ofText = ({ bytes, name, type = '' }: RawDocument): Format => {
  const ending = endingOf(name)
  const head = latin(bytes, 0, 2000).replace(/^\xef\xbb\xbf/, '')
  if (ending === 'md' || ending === 'markdown' || /markdown/i.test(type)) return 'markdown'
  if (ending === 'html' || ending === 'htm' || /\bx?html\b/i.test(type) || looksLikeHtml(head)) return 'html'
  return 'text'
}

/** Media types of text, and none at all: what remains is looked at as text. */
const mayBeText = ({ name, type = '' }: RawDocument): boolean =>
  ['', 'txt', 'text', 'md', 'markdown', 'html', 'htm', 'xhtml', 'csv', 'tsv', 'log'].includes(
    endingOf(name),
  ) || /^text\/|html|markdown/i.test(type)

export const formatOf = (file: RawDocument): Outcome<{ format: Format }, ReadFault> => {
  const { bytes, name } = file
  if (bytes.length === 0) return refuse('empty')
  const head = latin(bytes, 0, 1024)
  const ending = endingOf(name)
  // Some writers put a few bytes before the header.
  if (head.includes('%PDF-')) return { ok: true, format: 'pdf' }
  if (head.startsWith(OLD_OFFICE))
    return refuse(Buffer.from(bytes).includes(LOCKED) ? 'encrypted' : 'unsupported')
  if (head.startsWith('PK\x03\x04')) return { ok: true, format: 'docx' }
  if (ending === 'pdf' || ending === 'docx') return refuse('wrongKind')
  if (PICTURES_AND_OTHERS.some((magic) => head.startsWith(magic)) || !mayBeText(file))
    return refuse('unsupported')
  return { ok: true, format: ofText(file) }
}
