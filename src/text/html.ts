// Telegram HTML that cannot be injected into: only the `html` tag makes markup, and it escapes all that is not markup already.

import { cut, escapeHtml } from '../lib/text.ts'

/** Markup that is safe to send. A plain string is never one. */
export type Html = { readonly html: string }

type Value = string | number | Html

const markup = (value: Value): string => (typeof value === 'object' ? value.html : escapeHtml(String(value)))

/** Tags are written out; "S&K" in a sentence is not, so that nobody has to think of `&amp;`. */
export const html = (parts: TemplateStringsArray, ...values: Value[]): Html => ({
  html: parts
    .map((part) => part.replaceAll('&', '&amp;'))
    .reduce((all, part, i) => all + markup(values[i - 1] ?? '') + part),
})

/** Joins what is there, one a line; an empty string is an empty line. */
export const lines = (...all: (Value | false | undefined)[]): Html => ({
  html: all.flatMap((line) => (line === false || line === undefined ? [] : [markup(line)])).join('\n'),
})

export const bold = (value: Value): Html => html`<b>${value}</b>`

/** A canonical link, clickable and short: without scheme, cut at 60 characters. Anything but http(s) stays plain text. */
export const anchor = (url: string): Html => {
  const shown = clip(url.replace(/^https?:\/\//, ''), 60)
  return /^https?:\/\//.test(url) ? html`<a href="${url}">${shown}</a>` : html`${shown}`
}

/** One line of at most `most` characters. */
export const clip = (text: string, most: number): string => cut(text.replace(/\s+/g, ' ').trim(), most)

/** What a person reads of it: no tags, no entities. For transcripts and for counting. */
export const visible = (markup: string): string =>
  markup
    .replace(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
