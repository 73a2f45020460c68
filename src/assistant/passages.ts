// A document's text cut into passages that can stand alone as an answer: a paragraph, or a part of a long one, under its heading.
import { cut } from '../lib/text.ts'

export type Cutting = { heading: string; text: string }

/** What a quote may be long. */
export const LONGEST_QUOTE = 500
const LONGEST_HEADING = 150
/** No heading with its marks is longer. */
const LONGEST_LINE = 400

/** Marks of Markdown that say nothing to a reader. What stands between two marks is short: no text can make this search without end. */
const plain = (text: string): string =>
  text
    .replace(/!\[([^\][]{0,200})\]\([^()]{0,500}\)/g, '$1')
    .replace(/\[([^\][]{1,200})\]\(([^()\s]{1,500})[^()]{0,200}\)/g, (_, label: string, url: string) =>
      label === url || !/^https?:/i.test(url) ? label : `${label} (${url})`,
    )
    .replace(/(\*\*|__)(?=\S)([^\n]{0,300}?\S)\1/g, '$2')
    .replace(/`+/g, '')

const tidy = (block: string): string =>
  plain(block)
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => line && !/^([-=*_]{3,}|\|?[\s:|-]+\|?)$/.test(line))
    .join('\n')

const MARKED = /^#{1,6}\s+(.*)$/
/** "Q: …" and "Tanya: …" are questions, whether they end in a mark or not. */
const ASKED = /^(?:q|t|tanya|pertanyaan|question|p)\s*[:.)-]\s*/i
const ANSWERED = /^(?:a|j|jawab|jawaban|answer)\s*[:.)-]\s*/i

const isQuestion = (line: string): boolean =>
  line.length <= LONGEST_HEADING && (/\?\s*$/.test(line) || ASKED.test(line))

type Block = { heading?: string; asks?: boolean; body: string }

/** A paragraph as lines; its first line may be a heading or a question that the rest answers. */
const blockOf = (paragraph: string): Block => {
  const [first = '', ...rest] = paragraph.split('\n')
  const marked = first.length <= LONGEST_LINE ? MARKED.exec(first)?.[1]?.replace(/\s#+$/, '') : undefined
  if (marked !== undefined)
    return { heading: cut(marked, LONGEST_HEADING), asks: isQuestion(marked), body: rest.join('\n') }
  if (isQuestion(first))
    return { heading: first.replace(ASKED, ''), asks: true, body: rest.join('\n').replace(ANSWERED, '') }
  if (rest.length === 0 && first.length <= 60 && /:$/.test(first)) return { heading: first, body: '' }
  return { body: paragraph.replace(ANSWERED, '') }
}

/** After the end of a sentence, else at a line or a space; a word longer than a passage is cut where it is. */
const splitLong = (text: string): string[] => {
  const parts: string[] = []
  let rest = text
  while (rest.length > LONGEST_QUOTE) {
    const head = rest.slice(0, LONGEST_QUOTE)
    const ends = [...head.matchAll(/[.!?;]\s|\n/g)].map(({ index, 0: found }) => index + found.length)
    const end =
      [ends.at(-1) ?? 0, head.lastIndexOf(' ')].find((one) => one >= LONGEST_QUOTE / 3) ?? LONGEST_QUOTE
    const whole = /[\ud800-\udbff]$/.test(rest.slice(0, end)) ? end - 1 : end
    parts.push(rest.slice(0, whole).trim())
    rest = rest.slice(whole).trim()
  }
  return rest ? [...parts, rest] : parts
}

/** What answers one question stays together as far as a quote can hold it. */
const joined = (made: Cutting[], next: Cutting, asks: boolean): void => {
  const last = made.at(-1)
  const both = last && `${last.text}\n${next.text}`
  if (asks && last && both && last.heading === next.heading && both.length <= LONGEST_QUOTE)
    made[made.length - 1] = { heading: last.heading, text: both }
  else made.push(next)
}

/** A heading or a question in the midst of a paragraph begins a new one. */
const apart = (text: string): string =>
  text.replace(/\r\n?/g, '\n').replace(/\n(?=#{1,6}\s|(?:q|tanya|pertanyaan|question)\s*:)/gi, '\n\n')

/** "Kami buka 24 jam setiap hari" says something by itself, "Jam buka" does not. */
const saysSomething = (heading: string): boolean => heading.split(' ').length > 4

/** From here on paragraphs are put together as far as a quote can hold them; a book of nothing but headings ends somewhere. */
const MANY = 5000
const MOST = 10_000

const together = (cuttings: readonly Cutting[]): Cutting[] => {
  if (cuttings.length <= MANY) return [...cuttings]
  const made: Cutting[] = []
  for (const one of cuttings) joined(made, one, true)
  return made.slice(0, MOST)
}

/** Paragraphs between two breaths of the event loop. */
const SLICE = 2000

/** The passages of a text, in order; it may be left and gone on with in between. A heading that nothing follows stands for itself if it says something, a question does not. */
export function* cutting(text: string): Generator<undefined, Cutting[]> {
  const made: Cutting[] = []
  let above = { heading: '', asks: false, used: true }
  const leave = () => {
    if (!above.used && !above.asks && saysSomething(above.heading))
      made.push({ heading: '', text: above.heading })
  }
  for (const [at, paragraph] of apart(text)
    .split(/\n[ \t]*\n/)
    .entries()) {
    if (at % SLICE === SLICE - 1) yield
    const tidied = tidy(paragraph)
    if (!tidied) continue
    const { heading, asks = false, body } = blockOf(tidied)
    if (heading !== undefined) {
      leave()
      above = { heading, asks, used: false }
    }
    if (!body) continue
    for (const part of splitLong(body)) joined(made, { heading: above.heading, text: part }, above.asks)
    above.used = true
  }
  leave()
  return together(made.filter(({ text: words }) => /[\p{L}\p{N}]/u.test(words)))
}

export const cutUp = (text: string): Cutting[] => {
  const work = cutting(text)
  for (;;) {
    const step = work.next()
    if (step.done) return step.value
  }
}
