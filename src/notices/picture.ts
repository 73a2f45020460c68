// The picture of a bill, portrait and white, that stands alone in a gallery: shop, QR, sum, recipient, number, until when.
// A bill that is over gets the same sheet with a QR that nobody can scan and the word that says why.
import type { Millis, Rupiah } from '../lib/brand.ts'
import { encodePng } from '../lib/png.ts'
import type { Language } from '../model/dialogue.ts'
import { dayTime, formatMoney, type Timezone } from '../text/format.ts'
import { type PictureWords, pictureWords } from '../text/picture.ts'
import { blank, type Canvas, fillBox } from './picture/canvas.ts'
import { clearBand, codeOf, type Drawn, drawCode, drawRuin, measure } from './picture/code.ts'
import { fitted, type Style, write } from './picture/lettering.ts'

export type BillMark = 'paid' | 'lapsed' | 'withdrawn'

export type BillFace = {
  shop: string
  /** EMV text of the QR. */
  qr: string
  amount: Rupiah
  /** Tag 59 of the QR. */
  receiver: string
  nmid?: string
  /** The order's number, as its customer knows it. */
  number: string
  until: Millis
  mark?: BillMark
  /** A practice bill: no bank pays it. */
  practice?: boolean
  language: Language
  timezone: Timezone
}

const WIDTH = 840
const MARGIN = 60
const INNER = WIDTH - 2 * MARGIN
/** Where the code begins, with its quiet zone. */
const HEAD = 128
const ROW = 50
/** The quiet zone may come closer to the edge than words do. */
const LEAST_EDGE = 52
const BLACK = 17
const SOFT = 110
const RULE = 215

const SHOP: Style = { size: 46, weight: 'bold', grey: BLACK }
const TITLE: Style = { size: 29, weight: 'regular', grey: SOFT }
const SUM: Style = { size: 88, weight: 'bold', grey: 0 }
const UNTIL: Style = { size: 33, weight: 'bold', grey: BLACK }
const LABEL: Style = { size: 28, weight: 'regular', grey: SOFT }
const VALUE: Style = { size: 30, weight: 'bold', grey: BLACK }
const FOOT: Style = { size: 23, weight: 'regular', grey: SOFT }
const WORD: Style = { size: 78, weight: 'bold', grey: BLACK }
const UNDER: Style = { size: 38, weight: 'bold', grey: BLACK }

type Sheet = { canvas: Canvas; words: PictureWords; face: BillFace }

const centred = (canvas: Canvas, text: string, line: { y: number; style: Style }): void => {
  const fit = fitted(text, line.style, { width: INNER, least: 20 })
  write(canvas, fit.text, { style: fit.style, place: { x: WIDTH / 2, y: line.y, align: 'center' } })
}

const rule = (canvas: Canvas, y: number): void =>
  fillBox(canvas, { x: MARGIN, y, width: INNER, height: 2 }, RULE)

/** Label on the left, value on the right. */
const drawRow = (canvas: Canvas, [label, value]: [string, string], y: number): void => {
  write(canvas, label, { style: LABEL, place: { x: MARGIN, y, align: 'left' } })
  const fit = fitted(value, VALUE, { width: INNER - 240, least: 20 })
  write(canvas, fit.text, { style: fit.style, place: { x: WIDTH - MARGIN, y, align: 'right' } })
}

const rowsOf = ({ words, face }: Pick<Sheet, 'words' | 'face'>): [string, string][] => [
  [words.receiver, face.receiver],
  ...(face.nmid ? [[words.nmid, face.nmid] as [string, string]] : []),
  [words.number, face.number],
]

/** The QR, or what is left of it with the word over it. */
const drawBillCode = ({ canvas, words, face }: Sheet, drawn: Drawn): void => {
  if (!face.mark) {
    drawCode(canvas, drawn)
    return
  }
  const { word, under } = words.ended[face.mark]
  drawRuin(canvas, drawn)
  clearBand(canvas, drawn, under ? 230 : 170)
  const middle = drawn.y + drawn.measure.width / 2
  centred(canvas, word, { y: middle + (under ? 8 : 30), style: WORD })
  if (under) centred(canvas, under, { y: middle + 74, style: UNDER })
}

/** The sum and until when; of a bill that is over the sum is pale and what became of it stands below. */
const drawSum = ({ canvas, words, face }: Sheet, below: number): void => {
  const { amount, language, mark, until, timezone } = face
  const style = mark && mark !== 'paid' ? { ...SUM, grey: SOFT } : SUM
  centred(canvas, formatMoney(amount, language), { y: below + 76, style })
  const line = mark ? words.ended[mark].note : words.until(dayTime(until, timezone, language))
  centred(canvas, line, { y: below + 138, style: UNTIL })
}

const footOf = ({ words, face }: Pick<Sheet, 'words' | 'face'>): string => {
  if (face.practice) return words.practice
  return face.mark ? '' : words.foot
}

export const billPicture = (face: BillFace): Uint8Array => {
  const words = pictureWords(face.language)
  const rows = rowsOf({ words, face })
  const code = codeOf(face.qr)
  const size = measure(code, WIDTH - 2 * LEAST_EDGE)
  const foot = footOf({ words, face })
  const below = HEAD + size.width
  const end = below + 214 + rows.length * ROW
  const sheet: Sheet = { canvas: blank(WIDTH, end + (foot ? 104 : 40)), words, face }
  const { canvas } = sheet
  centred(canvas, face.shop, { y: 74, style: SHOP })
  centred(canvas, words.title(face.number), { y: 118, style: TITLE })
  drawBillCode(sheet, { code, measure: size, x: Math.round((WIDTH - size.width) / 2), y: HEAD })
  drawSum(sheet, below)
  rule(canvas, below + 172)
  rows.forEach((one, i) => {
    drawRow(canvas, one, below + 226 + i * ROW)
  })
  if (foot) rule(canvas, end)
  centred(canvas, foot, { y: end + 54, style: FOOT })
  return encodePng({ ...canvas, bits: 8 })
}
