// Text made safe and short: for Telegram's HTML mode and for limits that count characters.

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
