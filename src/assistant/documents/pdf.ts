// A PDF as plain text: the words of its pages, put together to lines and paragraphs by where they stand.
import { getDocumentProxy } from 'unpdf'
import { refuse } from '../../lib/outcome.ts'
import { READ_LIMITS, type ReadFault, type Reading } from './reading.ts'

type Line = { text: string; top: number; height: number }
type Item = { str?: string; hasEOL?: boolean; transform?: number[]; height?: number }

const linesOf = (items: readonly Item[]): Line[] => {
  const lines: Line[] = []
  let now: Line | null = null
  for (const { str = '', hasEOL = false, transform, height = 0 } of items) {
    if (str) {
      now ??= { text: '', top: transform?.[5] ?? 0, height: 0 }
      now.text += str
      now.height = Math.max(now.height, height)
    }
    if (hasEOL && now) {
      lines.push(now)
      now = null
    }
  }
  return [...lines, ...(now ? [now] : [])]
    .map((line) => ({ ...line, text: line.text.replace(/\s+/g, ' ').trim() }))
    .filter(({ text }) => text && !/^(?:-\s*)?\d{1,4}(?:\s*-)?$/.test(text))
}

const ENDS = /[.!?:;…)"”]$/
const POINT = /^(?:[-•*●▪–]|\d{1,3}[.)]|[a-z][.)])\s/i

/** What stands between two lines of a page. */
const between = (above: Line, below: Line): string => {
  const gap = above.top - below.top
  const far = gap > 1.7 * Math.max(above.height, below.height, 1) || gap < 0
  const asks = below.text.endsWith('?') && ENDS.test(above.text)
  const other = Math.abs(above.height - below.height) > 1.5
  if (far || asks || other) return '\n\n'
  if (POINT.test(below.text) || /[?:]$/.test(above.text)) return '\n'
  return above.text.endsWith('-') ? '' : ' '
}

const textOf = (lines: readonly Line[]): string =>
  lines.reduce((text, line, at) => {
    const above = lines[at - 1]
    return text + (above ? between(above, line) : '') + line.text
  }, '')

const faultOf = (cause: unknown): ReadFault =>
  (cause as { name?: string } | null)?.name === 'PasswordException' ? 'encrypted' : 'broken'

type Document = Awaited<ReturnType<typeof getDocumentProxy>>

const readPages = async (document: Document): Promise<Reading> => {
  const { numPages } = document
  if (numPages > READ_LIMITS.pages) return refuse('tooManyPages', String(numPages))
  const pages: string[] = []
  let length = 0
  for (let n = 1; n <= numPages; n++) {
    const page = await document.getPage(n)
    const { items } = await page.getTextContent()
    const text = textOf(linesOf(items as Item[]))
    page.cleanup()
    pages.push(text)
    length += text.length
    if (length > READ_LIMITS.text) return refuse('tooMuchText')
  }
  return { ok: true, format: 'pdf', text: pages.filter(Boolean).join('\n\n'), pages: numPages }
}

export const readPdf = async (bytes: Uint8Array): Promise<Reading> => {
  try {
    // It takes the buffer for its own.
    const document = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 })
    return await readPages(document)
  } catch (cause) {
    return refuse(faultOf(cause))
  }
}
