// Lines of text on the canvas: what cannot be drawn is left out, what is too long gets smaller, then shorter.
import { type Canvas, fillShape } from './canvas.ts'
import { EM, fontOf, outline, type Weight } from './font.ts'

export type Style = { size: number; weight: Weight; grey: number }
export type Place = { x: number; y: number; align: 'left' | 'center' | 'right' }

/** Letters that we have: accents that we lack are dropped from their letter, emoji and other scripts altogether. */
export const drawable = (text: string): string => {
  const font = fontOf('regular')
  const known = Array.from(text.normalize('NFC'), (character) => {
    if (font.has(character)) return character
    const [base = ''] = character.normalize('NFKD')
    return font.has(base) ? base : ' '
  })
  return known.join('').replace(/\s+/g, ' ').trim()
}

export const widthOf = (text: string, { size, weight }: Pick<Style, 'size' | 'weight'>): number => {
  const font = fontOf(weight)
  return (Array.from(text).reduce((sum, letter) => sum + (font.get(letter)?.advance ?? 0), 0) * size) / EM
}

/** The text and style that fit in `width`: smaller down to `least`, then cut with an ellipsis. */
export const fitted = (text: string, style: Style, room: { width: number; least: number }) => {
  const clean = drawable(text)
  const size = Math.floor(style.size * Math.min(1, room.width / Math.max(1, widthOf(clean, style))))
  const fit: Style = { ...style, size: Math.max(room.least, size) }
  let shown = clean
  while (shown.length > 1 && widthOf(shown, fit) > room.width) shown = `${shown.slice(0, -2).trimEnd()}…`
  return { text: shown, style: fit }
}

/** `y` is the line that the letters stand on. */
export const write = (
  canvas: Canvas,
  text: string,
  { style, place }: { style: Style; place: Place },
): void => {
  const font = fontOf(style.weight)
  const width = widthOf(text, style)
  let x = place.x - { left: 0, center: width / 2, right: width }[place.align]
  for (const letter of text) {
    const glyph = font.get(letter)
    if (!glyph) continue
    if (glyph.contours.length > 0)
      fillShape(canvas, outline(glyph, { x, y: place.y, size: style.size }), style.grey)
    x += (glyph.advance * style.size) / EM
  }
}
