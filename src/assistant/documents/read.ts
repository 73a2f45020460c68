// Reads one file of any format. It may take long and much memory for a hostile one: it runs in a process of its own
// (drivers/document-process.ts), which is ended when it does.
import { refuse } from '../../lib/outcome.ts'
import { formatOf } from './format.ts'
import { charsetOf, readHtml } from './html.ts'
import { type Format, type RawDocument, READ_LIMITS, type Reading } from './reading.ts'
import { decodeText, tidyText } from './text.ts'

const readText = ({ bytes, type }: RawDocument, format: 'text' | 'markdown' | 'html'): Reading => {
  const decoded = decodeText(bytes, charsetOf(bytes, type))
  if (!decoded.ok) return decoded
  if (format !== 'html') return { ok: true, format, text: decoded.text }
  const read = readHtml(decoded.text)
  return read ? { ok: true, format, ...read } : refuse('tooMuchText')
}

/** Big libraries, loaded for the files that need them. */
const readAs = async (file: RawDocument, format: Format): Promise<Reading> => {
  if (format === 'pdf') return (await import('./pdf.ts')).readPdf(file.bytes)
  if (format === 'docx') return (await import('./docx.ts')).readDocx(file.bytes)
  return readText(file, format)
}

const titleIn = (text: string): string | undefined =>
  /^#\s+(\S.{0,118})$/m.exec(text.slice(0, 5000))?.[1]?.trim()

export const readDocument = async (file: RawDocument): Promise<Reading> => {
  if (file.bytes.length > READ_LIMITS.bytes) return refuse('tooLarge')
  const known = formatOf(file)
  if (!known.ok) return known
  const read = await readAs(file, known.format)
  if (!read.ok) return read
  const text = tidyText(read.text)
  if (!/[\p{L}\p{N}]/u.test(text)) return refuse('noText')
  if (text.length > READ_LIMITS.text) return refuse('tooMuchText')
  const title = read.title ?? titleIn(text)
  return { ...read, text, ...(title ? { title } : {}) }
}
