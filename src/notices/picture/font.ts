// Letters as outlines: read once from `glyphs.ts`, drawn at any size. A glyph is a list of closed contours of straight lines and
// quadratic curves, as TrueType keeps them: a point is on the curve or bends it; between two bending points lies one on the curve.
import { inflateSync } from 'node:zlib'
import { BOLD, REGULAR } from './glyphs.ts'

/** Units of an em: the outlines' own measure. */
export const EM = 1024

export type Point = { x: number; y: number }
type Knot = Point & { on: boolean }
type Glyph = { advance: number; contours: Knot[][] }
export type Font = ReadonlyMap<string, Glyph>
export type Weight = 'regular' | 'bold'

/** A glyph: character, advance, number of contours; a contour: number of points; a point: x doubled, its last bit "on the curve", and y. */
const readFont = (packed: string): Font => {
  const data = inflateSync(Buffer.from(packed, 'base64'))
  const font = new Map<string, Glyph>()
  let at = 0
  const knot = (): Knot => {
    const x = data.readInt16LE(at)
    const y = data.readInt16LE(at + 2)
    at += 4
    return { x: x >> 1, y, on: (x & 1) === 1 }
  }
  while (at < data.length) {
    const character = String.fromCharCode(data.readUInt16LE(at))
    const advance = data.readUInt16LE(at + 2)
    const contours = data[at + 4]!
    at += 5
    const glyph: Glyph = { advance, contours: [] }
    for (let n = 0; n < contours; n++) glyph.contours.push(Array.from({ length: data[at++]! }, knot))
    font.set(character, glyph)
  }
  return font
}

const fonts: Partial<Record<Weight, Font>> = {}

export const fontOf = (weight: Weight): Font => {
  fonts[weight] ??= readFont(weight === 'bold' ? BOLD : REGULAR)
  return fonts[weight]
}

const middle = (a: Point, b: Point): Point => ({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 })

/** Corners of a polygon that is the contour to within a fraction of a pixel. */
const polygon = (contour: Knot[], steps: number): Point[] => {
  const knots = contour.flatMap((knot, i): Knot[] => {
    const before = contour.at(i - 1)!
    return knot.on || before.on ? [knot] : [{ ...middle(before, knot), on: true }, knot]
  })
  return knots.flatMap((knot, i): Point[] => {
    if (knot.on) return [knot]
    const from = knots.at(i - 1)!
    const to = knots[(i + 1) % knots.length]!
    const end = to.on ? to : middle(knot, to)
    return Array.from({ length: steps - 1 }, (_, step) =>
      bend(from, knot, { to: end, t: (step + 1) / steps }),
    )
  })
}

const bend = (from: Point, over: Point, { to, t }: { to: Point; t: number }): Point => {
  const [a, b, c] = [(1 - t) ** 2, 2 * t * (1 - t), t ** 2]
  return { x: a * from.x + b * over.x + c * to.x, y: a * from.y + b * over.y + c * to.y }
}

/** The glyph's polygons with its origin at (x, y), y downwards. */
export const outline = (glyph: Glyph, at: Point & { size: number }): Point[][] => {
  const scale = at.size / EM
  const steps = at.size > 40 ? 6 : 4
  return glyph.contours.map((contour) =>
    polygon(contour, steps).map(({ x, y }) => ({ x: at.x + x * scale, y: at.y - y * scale })),
  )
}
