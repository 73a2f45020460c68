// The QR on the picture: sharp and with its quiet zone while it may be paid, a ruin of one when it may not.
import { correction, generate } from 'lean-qr'
import { type Canvas, fillBox, fillShape, WHITE } from './canvas.ts'

/** Modules of white around the code that scanners need. */
const QUIET = 4
/** The code alone is at least this wide: smaller ones fail on cracked screens and when sent on. */
export const LEAST_WIDTH = 600

export type Measure = { modules: number; scale: number; width: number }

const PALE = 222
const STRIKE = 150

export const codeOf = (text: string) => generate(text, { minCorrectionLevel: correction.M })
type Code = ReturnType<typeof codeOf>

/** Whole pixels a module, as many as fit in `room` with the quiet zone, and never fewer than the code needs. */
export const measure = (code: Code, room: number): Measure => {
  const fits = Math.floor(room / (code.size + 2 * QUIET))
  const scale = Math.max(fits, Math.ceil(LEAST_WIDTH / code.size))
  return { modules: code.size, scale, width: (code.size + 2 * QUIET) * scale }
}

export type Drawn = { code: Code; measure: Measure; x: number; y: number }

const eachModule = ({ code, measure: { scale }, x, y }: Drawn, draw: (box: Module) => void): void => {
  for (let row = 0; row < code.size; row++)
    for (let column = 0; column < code.size; column++)
      draw({
        row,
        column,
        dark: code.get(column, row),
        box: { x: x + (column + QUIET) * scale, y: y + (row + QUIET) * scale, width: scale, height: scale },
      })
}
type Module = { row: number; column: number; dark: boolean; box: Parameters<typeof fillBox>[1] }

export const drawCode = (canvas: Canvas, drawn: Drawn): void =>
  eachModule(drawn, ({ dark, box }) => dark && fillBox(canvas, box, 0))

/** Looks like the bill's code and holds nothing of it: no corner marks, the modules turned by a pattern, a cross over all,
 *  so that no scanner and no contrast slider brings it back. */
export const drawRuin = (canvas: Canvas, drawn: Drawn): void => {
  const { modules, scale, width } = drawn.measure
  const corner = ({ row, column }: Module) =>
    (row < 8 || row >= modules - 8) && (column < 8 || column >= modules - 8)
  eachModule(drawn, (module) => {
    const turned =
      module.dark !== ((module.row * module.column + (module.row >> 1) + module.column) % 3 === 0)
    if (turned && !corner(module)) fillBox(canvas, module.box, PALE)
  })
  const [near, far] = [QUIET * scale, width - QUIET * scale]
  strike(canvas, drawn, [near, near, far, far])
  strike(canvas, drawn, [near, far, far, near])
}

const THICK = 9

const strike = (canvas: Canvas, { x, y }: Drawn, line: [number, number, number, number]): void => {
  const [fromX, fromY, toX, toY] = line
  const slant = toY > fromY ? THICK : -THICK
  fillShape(
    canvas,
    [
      [
        { x: x + fromX - THICK, y: y + fromY + slant },
        { x: x + fromX + THICK, y: y + fromY - slant },
        { x: x + toX + THICK, y: y + toY - slant },
        { x: x + toX - THICK, y: y + toY + slant },
      ],
    ],
    STRIKE,
  )
}

/** Clears a band for words to stand in. */
export const clearBand = (canvas: Canvas, { x, y, measure }: Drawn, height: number): void =>
  fillBox(canvas, { x, y: y + Math.round((measure.width - height) / 2), width: measure.width, height }, WHITE)
