// A Word document as plain text, by way of the HTML that Mammoth makes of it; pictures are never unpacked.
import mammoth from 'mammoth'
import { refuse } from '../../lib/outcome.ts'
import { readHtml } from './html.ts'
import type { Reading } from './reading.ts'
import { checkZip } from './zip.ts'

const OPTIONS = {
  convertImage: mammoth.images.imgElement(async () => ({ src: '' })),
  includeEmbeddedStyleMap: false,
  ignoreEmptyParagraphs: true,
}

export const readDocx = async (bytes: Uint8Array): Promise<Reading> => {
  const checked = checkZip(bytes)
  if (!checked.ok) return checked
  // Spreadsheets, slides and plain archives begin with the same bytes.
  if (!checked.entries.some(({ name }) => name === 'word/document.xml')) return refuse('unsupported')
  try {
    const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(bytes) }, OPTIONS)
    const read = readHtml(value)
    return read ? { ok: true, format: 'docx', text: read.text } : refuse('tooMuchText')
  } catch {
    return refuse('broken')
  }
}
