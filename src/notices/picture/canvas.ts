// A sheet of grey and the two things drawn on it: rectangles, and polygons with smooth edges.
import type { Point } from './font.ts'

export type Canvas = { width: number; height: number; pixels: Uint8Array }
export type Box = { x: number; y: number; width: number; height: number }

export const WHITE = 255

export const blank = (width: number, height: number): Canvas => ({
  width,
  height,
  pixels: new Uint8Array(width * height).fill(WHITE),
})

/** Whole pixels; what lies outside the sheet is not drawn. */
export const fillBox = ({ width, height, pixels }: Canvas, box: Box, grey: number): void => {
  const [left, right] = [Math.max(0, box.x), Math.min(width, box.x + box.width)]
  const bottom = Math.min(height, box.y + box.height)
  for (let y = Math.max(0, box.y); y < bottom; y++) pixels.fill(grey, y * width + left, y * width + right)
}

/** Lines that a row of pixels is looked at along; between them the edge is taken as straight. */
const LINES = 8

type Crossing = { x: number; turn: 1 | -1 }

/** Where the polygons' edges cross the lines, one list a line, counted from line `top`. */
const crossings = (polygons: Point[][], top: number, bottom: number): Crossing[][] => {
  const rows: Crossing[][] = Array.from({ length: Math.max(0, bottom - top) }, () => [])
  for (const corners of polygons)
    corners.forEach((to, i) => {
      const from = corners.at(i - 1)!
      const [high, low] = from.y < to.y ? [from, to] : [to, from]
      const slope = (low.x - high.x) / (low.y - high.y)
      // A line stands in the middle of its strip; an edge owns its upper end and not its lower one.
      const first = Math.max(top, Math.ceil(high.y * LINES - 0.5))
      const end = Math.min(bottom, Math.ceil(low.y * LINES - 0.5))
      for (let line = first; line < end; line++)
        rows[line - top]!.push({
          x: high.x + ((line + 0.5) / LINES - high.y) * slope,
          turn: from.y < to.y ? 1 : -1,
        })
    })
  return rows
}

/** Adds what a span of one line covers of each pixel. */
const cover = (sums: Float32Array, from: number, to: number): void => {
  const [left, right] = [Math.max(0, from), Math.min(sums.length, to)]
  for (let x = Math.floor(left); x < right; x++) sums[x]! += Math.min(right, x + 1) - Math.max(left, x)
}

const coverLine = (sums: Float32Array, line: Crossing[]): void => {
  let winding = 0
  let start = 0
  for (const { x, turn } of line.sort((a, b) => a.x - b.x)) {
    if (winding === 0) start = x
    winding += turn
    if (winding === 0) cover(sums, start, x)
  }
}

/** The whole pixels around the polygons that lie on the sheet. */
const bounds = (polygons: Point[][], { width, height }: Canvas) => {
  const corners = polygons.flat()
  const xs = corners.map(({ x }) => x)
  const ys = corners.map(({ y }) => y)
  return {
    left: Math.max(0, Math.floor(Math.min(...xs))),
    right: Math.min(width, Math.ceil(Math.max(...xs))),
    top: Math.max(0, Math.floor(Math.min(...ys))),
    bottom: Math.min(height, Math.ceil(Math.max(...ys))),
  }
}

/** Everything that the polygons wind around, blended into what is there. */
export const fillShape = (canvas: Canvas, polygons: Point[][], grey: number): void => {
  const { left, right, top, bottom } = bounds(polygons, canvas)
  if (left >= right || top >= bottom) return
  const rows = crossings(polygons, top * LINES, bottom * LINES)
  const sums = new Float32Array(right)
  for (let y = top; y < bottom; y++) {
    for (let line = 0; line < LINES; line++) coverLine(sums, rows[(y - top) * LINES + line]!)
    for (let x = left; x < right; x++) {
      const at = y * canvas.width + x
      canvas.pixels[at]! += Math.round((grey - canvas.pixels[at]!) * Math.min(1, sums[x]! / LINES))
    }
    sums.fill(0, left)
  }
}
