// A PDF as plain text: the words of its pages, put together to lines and paragraphs by where they stand.
import { getDocumentProxy } from 'unpdf'
import { refuse } from '../../lib/outcome.ts'
import { READ_LIMITS, type ReadFault, type Reading } from './reading.ts'

type Line = { text: string; top: number; height: number; left: number; right: number }
type Item = { str?: string; hasEOL?: boolean; transform?: number[]; height?: number; width?: number }

const linesOf = (items: readonly Item[]): Line[] => {
  const lines: Line[] = []
  let now: Line | null = null
  for (const { str = '', hasEOL = false, transform = [], height = 0, width = 0 } of items) {
    if (str) {
      const [, , , , x = 0, top = 0] = transform
      now ??= { text: '', top, height: 0, left: Math.round(x), right: x }
      now.text += str
      now.height = Math.max(now.height, height)
      now.right = Math.max(now.right, x + width)
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

/** The size that most of the page is written in, and how far its columns reach, by where they begin. */
type Setting = { body: number; columns: ReadonlyMap<number, number> }

const settingOf = (lines: readonly Line[]): Setting => {
  const sizes = new Map<number, number>()
  const columns = new Map<number, number>()
  for (const { text, height, left, right } of lines) {
    const size = Math.round(height * 2) / 2
    sizes.set(size, (sizes.get(size) ?? 0) + text.length)
    columns.set(left, Math.max(columns.get(left) ?? 0, right))
  }
  const [[body] = [0]] = [...sizes].sort((a, b) => b[1] - a[1])
  return { body, columns }
}

const ENDS = /[.!?:;…)"”]$/
const POINT = /^(?:[-•*●▪–]|\d{1,3}[.)]|[a-z][.)])\s/i
const LONGEST_HEADING = 120

const isHeading = ({ text, height }: Line, { body }: Setting): boolean =>
  height > body * 1.12 && text.length <= LONGEST_HEADING && !/[.;,]$/.test(text)

/** A line that ends long before others of its column do, or of what it is indented from, was meant to end there. */
const isShort = ({ left, right }: Line, { columns }: Setting): boolean => {
  const reach = Math.max(...[...columns].filter(([from]) => from <= left).map(([, to]) => to))
  return right - left < 0.7 * (reach - left)
}

/** What stands between two lines of a page. */
const between = (above: Line, below: Line, setting: Setting): string => {
  const gap = above.top - below.top
  const far = gap > 1.7 * Math.max(above.height, below.height, 1) || gap < 0
  const asks = below.text.endsWith('?') && ENDS.test(above.text)
  const other = Math.abs(above.height - below.height) > 1.5
  if (far || asks || other) return '\n\n'
  if (POINT.test(below.text) || /[?:]$/.test(above.text) || isShort(above, setting)) return '\n'
  return above.text.endsWith('-') ? '' : ' '
}

const textOf = (lines: readonly Line[]): string => {
  const setting = settingOf(lines)
  return lines.reduce((text, line, at) => {
    const above = lines[at - 1]
    const mark = isHeading(line, setting) ? '# ' : ''
    return text + (above ? between(above, line, setting) : '') + mark + line.text
  }, '')
}

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
