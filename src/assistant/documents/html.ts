// A page of HTML as plain text: what a visitor reads, headings kept, menus, scripts and forms left out. Read as a stream of tags, so
// that no depth of nesting costs more than its length.
import { Parser } from 'htmlparser2'
import { READ_LIMITS } from './reading.ts'

/** Nothing in these is what the page has to say. */
const SILENT = new Set(
  'script style noscript template svg math iframe object embed canvas nav header footer aside form button select textarea dialog head'.split(
    ' ',
  ),
)
const BLOCKS = new Set(
  'p div section article main ul ol dl table thead tbody tfoot figure figcaption blockquote pre address hr details summary body html center fieldset'.split(
    ' ',
  ),
)
const LINES = new Set('br li tr dt dd option caption'.split(' '))
const HEADINGS = /^h[1-6]$/
/** Deeper than any page that people wrote. */
const DEEPEST = 20_000

export type HtmlText = { text: string; title?: string }

/** Null: more text than is taken. */
export const readHtml = (source: string): HtmlText | null => {
  let text = ''
  let title = ''
  let over = false
  /** Open tags whose content is left out; the title is in one of them. */
  let silent: string[] = []
  let inTitle = false
  let depth = 0
  const put = (more: string) => {
    text += more
    if (text.length > READ_LIMITS.text * 2) {
      over = true
      parser.reset()
    }
  }
  const begin = (name: string) => {
    if (SILENT.has(name)) silent.push(name)
    if (silent.length > 0) return
    if (HEADINGS.test(name)) put('\n\n# ')
    else if (BLOCKS.has(name)) put('\n\n')
    else if (LINES.has(name)) put(name === 'li' ? '\n- ' : '\n')
    else if (name === 'td' || name === 'th') put(' | ')
  }
  const end = (name: string) => {
    const at = silent.lastIndexOf(name)
    if (at >= 0) silent = silent.slice(0, at)
    else if (silent.length === 0 && (BLOCKS.has(name) || HEADINGS.test(name))) put('\n\n')
  }
  const parser = new Parser(
    {
      onopentagname: (name) => {
        depth++
        over ||= depth > DEEPEST
        if (over) return
        if (name === 'title') inTitle = true
        begin(name)
      },
      ontext: (words) => {
        if (over) return
        if (inTitle) title += title.length < 1000 ? words : ''
        else if (silent.length === 0) put(words.replace(/\s+/g, ' '))
      },
      onclosetag: (name) => {
        depth--
        if (over) return
        if (name === 'title') inTitle = false
        end(name)
      },
    },
    { decodeEntities: true, lowerCaseTags: true },
  )
  for (let from = 0; from < source.length && !over; from += 65_536)
    parser.write(source.slice(from, from + 65_536))
  if (over) return null
  parser.end()
  return { text: tidied(text), ...(title.trim() ? { title: title.replace(/\s+/g, ' ').trim() } : {}) }
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
