// Text made safe, short or plain: for Telegram's HTML mode, for limits that count characters, for comparing and searching.

/** Telegram's HTML knows only these; the quote too, because a link's address stands between quotes. */
export const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

/** At most `max` (from 1) code points, the last one `…` when something was cut. Never half of a surrogate pair. */
export const cut = (text: string, max: number): string => {
  if (text.length <= max) return text
  const points = Array.from(text)
  if (points.length <= max) return text
  return `${points
    .slice(0, max - 1)
    .join('')
    .trimEnd()}…`
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: all of ASCII but NUL: most names have nothing to fold
const PLAIN = /^[\x01-\x7f]*$/

/** Lower case, without accents, ornamental letters read as plain ones: panels write names in all of them. */
export const fold = (text: string): string =>
  PLAIN.test(text)
    ? text.toLowerCase()
    : text
        .normalize('NFKD')
        .replace(/\p{M}+/gu, '')
        .replaceAll('\0', ' ')
        .toLowerCase()

/** Digits of every script, of ornaments and of keys as 0–9, letters in their plain form, nothing that can't be seen. */
export const plainDigits = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/\p{Cf}|\p{Variation_Selector}|\u20e3|\u034f|\u115f|\u1160|\u3164/gu, '')
    .replace(/\p{Nd}/gu, (digit) => String(digitOf(digit)))

/** Blocks of decimal digits are ten in a row, each beginning with its zero; runs of several blocks are all forms that NFKC made 0–9. */
const digitOf = (digit: string): number => {
  const point = digit.codePointAt(0) ?? 48
  let back = 0
  while (back < 9 && /\p{Nd}/u.test(String.fromCodePoint(point - back - 1))) back += 1
  return back
}
