// A page of HTML as plain text: what a visitor reads, headings kept, menus, scripts and forms left out. Read as a stream of tags, so
// that no depth of nesting costs more than its length.
import { Parser } from 'htmlparser2'
import { READ_LIMITS } from './reading.ts'

/** Nothing in these is what the page has to say. */
const SILENT = new Set(
  'script style noscript template svg math iframe object embed canvas nav footer aside button select textarea dialog head'.split(
    ' ',
  ),
)
const BLOCKS = new Set(
  'p div section article main ul ol dl table thead tbody tfoot figure figcaption blockquote pre address hr details summary body html center fieldset'.split(
    ' ',
  ),
)
const LINES = new Set('br li tr dt dd option caption'.split(' '))
const CELLS = /^t[dh]$/
const HEADINGS = /^h[1-6]$/
/** Deeper than any page that people wrote. */
const DEEPEST = 20_000

export type HtmlText = { text: string; title?: string }

/** A cell that holds no more than this is one thing of a row; a longer one is a page that somebody laid out with a table. */
const LONGEST_CELL = 200

/** Puts down what is read, as text. */
const makeWriter = () => {
  const parts: string[] = []
  let size = 0
  /** Open tags whose content is left out; the title is in one of them. */
  let silent: string[] = []
  /** Where in the parts, and at what size, the open cells began. */
  const cells: { at: number; size: number }[] = []
  const put = (more: string) => {
    parts.push(more)
    size += more.length
  }
  const closeCell = () => {
    const begun = cells.pop()
    if (!begun || size - begun.size > LONGEST_CELL) return
    const cell = parts.splice(begun.at).join('').replace(/\s+/g, ' ')
    size = begun.size
    put(cell)
  }
  return {
    text: () => parts.join(''),
    isFull: () => size > READ_LIMITS.text * 2,
    open: (name: string) => {
      if (SILENT.has(name)) silent.push(name)
      if (silent.length > 0) return
      if (HEADINGS.test(name)) put('\n\n# ')
      else if (BLOCKS.has(name)) put('\n\n')
      else if (LINES.has(name)) put(name === 'li' ? '\n- ' : '\n')
      else if (CELLS.test(name)) {
        put(' | ')
        cells.push({ at: parts.length, size })
      }
    },
    close: (name: string) => {
      const at = silent.lastIndexOf(name)
      if (at >= 0) silent = silent.slice(0, at)
      else if (silent.length > 0) return
      else if (CELLS.test(name)) closeCell()
      else if (BLOCKS.has(name) || HEADINGS.test(name)) put('\n\n')
    },
    say: (words: string) => {
      if (silent.length === 0) put(words.replace(/\s+/g, ' '))
    },
  }
}

const STEP = 65_536

/** Null: more text, or deeper nesting, than is taken. */
export const readHtml = (source: string): HtmlText | null => {
  const writer = makeWriter()
  let title = ''
  let inTitle = false
  let depth = 0
  let over = false
  const parser = new Parser(
    {
      onopentagname: (name) => {
        depth++
        over ||= depth > DEEPEST || writer.isFull()
        if (over) return
        if (name === 'title') inTitle = true
        writer.open(name)
      },
      ontext: (words) => {
        over ||= writer.isFull()
        if (over) return
        if (inTitle) title += title.length < 1000 ? words : ''
        else writer.say(words)
      },
      onclosetag: (name) => {
        depth--
        if (over) return
        if (name === 'title') inTitle = false
        writer.close(name)
      },
    },
    { decodeEntities: true, lowerCaseTags: true },
  )
  for (let from = 0; from < source.length && !over; from += STEP)
    parser.write(source.slice(from, from + STEP))
  if (over) return null
  parser.end()
  const named = title.replace(/\s+/g, ' ').trim()
  return { text: tidied(writer.text()), ...(named ? { title: named } : {}) }
}

const tidied = (text: string): string =>
  text
    .replace(/[^\S\n]+/g, ' ')
    .replace(/^ *(\| *)+/gm, '')
    .replace(/ ?\n ?/g, '\n')
    .replace(/^# *\n+/gm, '# ')
    .replace(/^#\s*$/gm, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim()

/** What the page itself says of its letters; looked for where browsers look. */
export const charsetOf = (bytes: Uint8Array, type = ''): string | undefined => {
  const head = Buffer.from(bytes.subarray(0, 2048)).toString('latin1')
  const [, said] =
    /charset\s*=\s*["']?([\w-]{3,40})/i.exec(type) ??
    /<meta[^>]+charset\s*=\s*["']?([\w-]{3,40})/i.exec(head) ??
    []
  return said
}
