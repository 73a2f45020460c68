// The bot's lines are Telegram HTML. They are read by the browser's parser in a document that runs nothing, and only the tags that
// Telegram knows are drawn; of everything else the bare text remains.
import type { ComponentChildren } from 'preact'

const SAME = new Set([
  'b',
  'strong',
  'i',
  'em',
  'u',
  'ins',
  's',
  'strike',
  'del',
  'code',
  'pre',
  'blockquote',
])

const safeLink = (href: string): string | null =>
  /^(https?|tg):\/\//i.test(href.trim()) ? href.trim() : null

const drawn = (node: Node): ComponentChildren => {
  if (node.nodeType === 3) return node.nodeValue
  if (!(node instanceof Element)) return null
  const name = node.localName
  if (name === 'script' || name === 'style') return null
  const inner = [...node.childNodes].map(drawn)
  if (name === 'br') return '\n'
  if (name === 'a') {
    const href = safeLink(node.getAttribute('href') ?? '')
    return href ? (
      <a
        href={href}
        target="_blank"
        rel="noreferrer noopener"
        class="text-brand-700 underline underline-offset-2"
      >
        {inner}
      </a>
    ) : (
      inner
    )
  }
  if (!SAME.has(name)) return inner
  const Tag = name as 'b'
  return <Tag>{inner}</Tag>
}

export const TelegramHtml = ({ html }: { html: string }) => {
  const { body } = new DOMParser().parseFromString(html, 'text/html')
  return <>{[...body.childNodes].map(drawn)}</>
}
