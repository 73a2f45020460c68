// The preview draws what the bot wrote and nothing that anybody slipped into it.
import { describe, expect, test } from 'bun:test'
import fc from 'fast-check'
import { type Markup, readMarkup } from '../../web/src/lib/telegram-markup.ts'

const textOf = (markup: Markup[]): string =>
  markup.map((one) => (typeof one === 'string' ? one : textOf(one.inner))).join('')

const tagsOf = (markup: Markup[]): string[] =>
  markup.flatMap((one) => (typeof one === 'string' ? [] : [one.tag, ...tagsOf(one.inner)]))

const linksOf = (markup: Markup[]): string[] =>
  markup.flatMap((one) =>
    typeof one === 'string' ? [] : [...('href' in one ? [one.href] : []), ...linksOf(one.inner)],
  )

describe('readMarkup', () => {
  test('keeps the tags of Telegram, nested, and lines', () => {
    expect(readMarkup('a <b>x <i>y</i></b>\n<code>3</code><br>z')).toEqual([
      'a ',
      { tag: 'b', inner: ['x ', { tag: 'i', inner: ['y'] }] },
      '\n',
      { tag: 'code', inner: ['3'] },
      '\n',
      'z',
    ])
  })

  test('opens entities once', () => {
    expect(textOf(readMarkup('&lt;b&gt; &amp;lt; &quot;&#39;&#x41;&apos; &unknown;'))).toBe(
      "<b> &lt; \"'A' &unknown;",
    )
    expect(textOf(readMarkup('&#0; &#1114112; &#x110000;'))).toBe('&#0; &#1114112; &#x110000;')
  })

  test('links lead outside, or are plain text', () => {
    expect(readMarkup('<a href="https://x.com/a?b=1&amp;c=2">x</a>')).toEqual([
      { tag: 'a', href: 'https://x.com/a?b=1&c=2', inner: ['x'] },
    ])
    for (const href of ['javascript:alert(1)', ' java&#115;cript:alert(1)', 'data:text/html,x', '/api', ''])
      expect(readMarkup(`<a href="${href}">x</a>`)).toEqual(['x'])
    expect(readMarkup("<a onclick='x()' href='tg://user?id=1'>x</a>")).toEqual([
      { tag: 'a', href: 'tg://user?id=1', inner: ['x'] },
    ])
  })

  test('of foreign tags only the text remains', () => {
    const html = '<script>alert(1)</script><img src=x onerror=alert(2)><div>d</div><tg-spoiler>s</tg-spoiler>'
    expect(readMarkup(html).join('')).toBe('alert(1)ds')
  })

  test('what is not closed ends with the message, a stray end closes nothing', () => {
    expect(readMarkup('</b>a<b>b<i>c</b>d')).toEqual([
      'a',
      { tag: 'b', inner: ['b', { tag: 'i', inner: ['c'] }] },
      'd',
    ])
    expect(textOf(readMarkup('1 < 2 <b'))).toBe('1 < 2 <b')
  })

  test('for all input: known tags only, safe links only, escaped text comes back as written', () => {
    const known = ['b', 'strong', 'i', 'em', 'u', 'ins', 's', 'del', 'code', 'pre', 'blockquote', 'a']
    const piece = fc.oneof(
      fc.string(),
      fc.constantFrom(
        '<b>',
        '</b>',
        '<a href="',
        'javascript:',
        'https://',
        '">',
        '</a>',
        '<x ',
        '&lt;',
        '<',
      ),
    )
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const markup = readMarkup(pieces.join(''))
        expect(tagsOf(markup).every((tag) => known.includes(tag))).toBe(true)
        expect(linksOf(markup).every((href) => /^(https?|tg):\/\//i.test(href))).toBe(true)
      }),
    )
    const escaped = (text: string) =>
      text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
    fc.assert(fc.property(fc.string(), (text) => expect(textOf(readMarkup(escaped(text)))).toBe(text)))
  })
})
