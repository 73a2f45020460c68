// A bot's line as it is drawn in the preview.
import type { ComponentChildren } from 'preact'
import { type Markup, readMarkup } from './telegram-markup.ts'

const drawn = (markup: Markup, n: number): ComponentChildren => {
  if (typeof markup === 'string') return markup
  const inner = markup.inner.map(drawn)
  if (markup.tag === 'a')
    return (
      <a
        key={n}
        href={markup.href}
        target="_blank"
        rel="noreferrer noopener"
        class="text-brand-700 underline underline-offset-2"
      >
        {inner}
      </a>
    )
  if (markup.tag === 'blockquote')
    return (
      <blockquote key={n} class="my-1 rounded-r border-l-3 border-brand-600 bg-brand-50 px-2 py-1">
        {inner}
      </blockquote>
    )
  const Tag = markup.tag
  return <Tag key={n}>{inner}</Tag>
}

export const TelegramHtml = ({ html }: { html: string }) => <>{readMarkup(html).map(drawn)}</>
