// Everything that the shop can say, in both languages and voices: well formed, within Telegram's limits, nobody's markup, no word that
// a customer must not read.
import { describe, expect, test } from 'bun:test'
import { readAction } from '../../src/model/action.ts'
import type { Outgoing, Say } from '../../src/model/say.ts'
import { visible } from '../../src/text/html.ts'
import { type How, render, renderNews, renderWithdrawal } from '../../src/text/render.ts'
import { EVIL, NEWS, NOW, SAYS, SECRETS, WITHDRAWALS } from './samples.ts'

const HOWS: [string, How][] = (['id', 'en'] as const).flatMap((language) =>
  (['akrab', 'resmi'] as const).map((voice): [string, How] => [
    `${language} ${voice}`,
    { language, voice, timezone: 'Asia/Jakarta', now: NOW, shop: EVIL },
  ]),
)

type Written = { name: string; out: Outgoing }

const written = (how: How): Written[] => [
  ...Object.values(SAYS).flatMap((says) =>
    (says as Say[]).map((say) => ({ name: say.say, out: render(say, how) })),
  ),
  ...Object.values(NEWS).flatMap((all) =>
    all.map((news) => ({ name: `news ${news.news}`, out: renderNews(news, how) })),
  ),
  ...WITHDRAWALS.map((news) => ({ name: news.news, out: renderWithdrawal(news, how) })),
]

const TAG = /<(\/?)(b|a|blockquote)((?: href="https?:\/\/[^"<>]*")?)>/g

/** Telegram takes a message only whole: known tags, closed in order, no other `<`, `>` or `&`. */
const illFormed = (html: string): string | null => {
  const open: string[] = []
  for (const [whole, closes, tag = '', href] of html.matchAll(TAG)) {
    if (closes ? open.pop() !== tag : tag === 'a' && !href) return `at ${whole}`
    if (!closes) open.push(tag)
  }
  const rest = html.replace(TAG, '')
  if (open.length > 0) return `left open: ${open}`
  const stray = /[<>]|&(?!(?:lt|gt|amp|quot);)/.exec(rest)
  return stray ? `stray ${rest.slice(stray.index, stray.index + 20)}` : null
}

/** What fails a check, by name, so that a test shows all of it at once. */
const wrong = (how: How, fault: (out: Outgoing, name: string) => string | null | false): string[] =>
  written(how).flatMap(({ name, out }) => {
    const found = fault(out, name)
    return found ? [`${name}: ${found}`] : []
  })

test('the check itself sees what Telegram would refuse', () => {
  for (const bad of [
    '<i>x</i>',
    '<b>x',
    'x</b>',
    '<b><a href="https://x">y</b></a>',
    'a & b',
    '1 < 2',
    '<a>x</a>',
    '<a href="javascript:1">x</a>',
  ])
    expect(illFormed(bad)).not.toBeNull()
  expect(illFormed('<b>x &amp; <a href="https://x.com/a?b&amp;c">y</a></b> &quot;')).toBeNull()
})

describe.each(HOWS)('in %s', (_name, how) => {
  test('there is always something to read, and it is well formed', () => {
    expect(wrong(how, ({ html }) => visible(html).trim() === '' && 'empty')).toEqual([])
    expect(wrong(how, ({ html }) => illFormed(html))).toEqual([])
    expect(wrong(how, ({ html }) => /undefined|null|NaN|\[object/.test(html) && html.slice(0, 200))).toEqual(
      [],
    )
  })

  test('a message stays within 4096 characters, a caption within 600', () => {
    const most = (out: Outgoing) => (out.picture ? 600 : 4096)
    expect(
      wrong(how, (out) => visible(out.html).length > most(out) && `${visible(out.html).length}`),
    ).toEqual([])
  })

  test('buttons: at most 64 bytes that we read back, a label, eight a row, a hundred in all', () => {
    const fault = ({ buttons = [] }: Outgoing): string | false => {
      if (buttons.flat().length > 100 || buttons.some((row) => row.length === 0 || row.length > 8))
        return 'too many'
      const bad = buttons.flat().find((button) => {
        if (button.label.trim() === '' || button.label.length > 64) return true
        if ('url' in button) return !/^https?:\/\//.test(button.url)
        return Buffer.byteLength(button.payload) > 64 || readAction(button.payload) === null
      })
      return bad ? JSON.stringify(bad) : false
    }
    expect(wrong(how, fault)).toEqual([])
  })

  test('no markup of anybody else: hostile names arrive as the characters they are', () => {
    const greeting = render({ say: 'greet', shop: EVIL, name: EVIL }, how)
    expect(visible(greeting.html)).toContain(EVIL.slice(0, 30))
  })

  test('nothing of a panel or a gateway, no fee, no promise that cannot be kept', () => {
    const secret = (text: string) => SECRETS.find((word) => text.includes(word))
    expect(wrong(how, (out) => secret(`${out.html} ${JSON.stringify(out.buttons ?? [])}`) ?? null)).toEqual(
      [],
    )
    const banned =
      /permanen|100\s?%|\breal\b|no drop|biaya (admin|qris|layanan|transaksi)|\bMDR\b|admin fee|service fee|tidak (dapat|bisa) dikembalikan|non-refundable|\bSMM\b|midtrans|\bpanel\b/i
    expect(wrong(how, ({ html }) => banned.exec(visible(html))?.[0] ?? null)).toEqual([])
  })

  test('one voice throughout', () => {
    const other =
      how.language === 'en'
        ? /\b(kak|kamu|pesanan|tagihan|silakan|maaf|bayar|saldo|nggak)\b/i
        : how.voice === 'resmi'
          ? /\b(kak|kamu|nggak|aja|aku|ya|mau|maunya|gan)\b|uangmu/i
          : /\b(Anda|kami kirimkan|mohon)\b/
    const spoken = (html: string) =>
      visible(html)
        .replace(/\/\w+/g, '')
        .replace('Pilih bahasa / Choose a language:', '')
        .replace('Pesanan Anda sedang diproses', '')
        .replace(/panjang sekali/g, '')
    expect(
      wrong(how, ({ html }, name) => name !== 'askLanguage' && (other.exec(spoken(html))?.[0] ?? null)),
    ).toEqual([])
  })
})
