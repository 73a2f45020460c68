// The bot's lines are Telegram HTML. They are read here, not by the browser's parser, so that nothing in them can ever be live markup:
// only the tags that Telegram knows become nodes; of everything else the bare text remains.

const TAGS = ['b', 'strong', 'i', 'em', 'u', 'ins', 's', 'del', 'code', 'pre', 'blockquote'] as const
export type Tag = (typeof TAGS)[number]
export type Markup = string | { tag: Tag; inner: Markup[] } | { tag: 'a'; href: string; inner: Markup[] }

type Open = { name: string; inner: Markup[] }

const NAMED: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'", nbsp: '\u00a0' }

const plain = (text: string): string =>
  text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,4}));/gi, (whole, ten, sixteen, name) => {
    if (name) return NAMED[name.toLowerCase()] ?? whole
    const code = ten ? Number(ten) : Number.parseInt(sixteen, 16)
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole
  })

/** Only what a browser may open from a chat; no `javascript:`, no address of ours that acts. */
const hrefOf = (attributes: string): string | null => {
  const [, quoted, single] = /\shref\s*=\s*(?:"([^"]*)"|'([^']*)')/i.exec(attributes) ?? []
  const href = plain(quoted ?? single ?? '').trim()
  return /^(https?|tg):\/\//i.test(href) ? href : null
}

const nodeOf = (name: string, attributes: string, inner: Markup[]): Exclude<Markup, string> | undefined => {
  if (name === 'a') {
    const href = hrefOf(attributes)
    return href ? { tag: 'a', href, inner } : undefined
  }
  const tag = TAGS.find((one) => one === (name === 'strike' ? 's' : name))
  return tag && { tag, inner }
}

/** A closing tag closes what was left open inside it; one that was never opened closes nothing. */
const close = (stack: Open[], name: string): void => {
  const at = stack.findLastIndex((open) => open.name === name)
  if (at > 0) stack.length = at
}

const open = (stack: Open[], name: string, attributes: string): void => {
  const parent = stack.at(-1)?.inner ?? []
  const inner: Markup[] = []
  const node = nodeOf(name, attributes, inner)
  if (node) parent.push(node)
  // An unknown tag draws nothing, and what it holds goes on where it stood.
  stack.push({ name, inner: node ? inner : parent })
}

const TOKEN = /<(\/?)([a-z][a-z\d-]*)(\s[^<>]*)?\/?>|[^<]+|</gi

export const readMarkup = (html: string): Markup[] => {
  const root: Open = { name: '', inner: [] }
  const stack: Open[] = [root]
  for (const [token, slash, tag, attributes = ''] of html.matchAll(TOKEN)) {
    const name = tag?.toLowerCase()
    if (name === undefined) stack.at(-1)?.inner.push(plain(token))
    else if (name === 'br') stack.at(-1)?.inner.push('\n')
    else if (slash) close(stack, name)
    else open(stack, name, attributes)
  }
  return root.inner
}
