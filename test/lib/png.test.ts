import { describe, expect, test } from 'bun:test'
import { crc32, inflateSync } from 'node:zlib'
import encodeQR from 'qr'
import decodeQR from 'qr/decode.js'
import { encodePng, type Picture } from '../../src/lib/png.ts'

type Chunk = { type: string; data: Buffer }
const chunksOf = (png: Uint8Array): Chunk[] => {
  const bytes = Buffer.from(png)
  const chunks: Chunk[] = []
  for (let at = 8; at < bytes.length; ) {
    const end = at + 8 + bytes.readUInt32BE(at)
    expect(bytes.readUInt32BE(end)).toBe(crc32(bytes.subarray(at + 4, end)))
    chunks.push({ type: bytes.toString('latin1', at + 4, at + 8), data: bytes.subarray(at + 8, end) })
    at = end + 4
  }
  return chunks
}

/** A reader written from the PNG specification: 0 or 255 for bits, the grey for bytes. */
const decodePng = (png: Uint8Array) => {
  const [header, data] = chunksOf(png) as [Chunk, Chunk]
  const [width, height, bits] = [header.data.readUInt32BE(0), header.data.readUInt32BE(4), header.data[8]!]
  const raw = inflateSync(data.data)
  const stride = 1 + Math.ceil((width * bits) / 8)
  expect(raw.length).toBe(stride * height)
  const pixel = (x: number, y: number): number => {
    const byte = raw[y * stride + 1 + Math.floor((x * bits) / 8)]!
    return bits === 8 ? byte : ((byte >> (7 - (x % 8))) & 1) * 255
  }
  const pixels = Array.from({ length: width * height }, (_, i) => pixel(i % width, Math.floor(i / width)))
  return { width, height, bits, pixels }
}

test('the file is a signature, a header, one lot of data and an end', () => {
  const png = encodePng({ width: 1, height: 1, bits: 8, pixels: Uint8Array.of(128) })
  expect([...png.subarray(0, 8)]).toEqual([137, 80, 78, 71, 13, 10, 26, 10])
  const chunks = chunksOf(png)
  expect(chunks.map(({ type }) => type)).toEqual(['IHDR', 'IDAT', 'IEND'])
  expect([...chunks[0]!.data]).toEqual([0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0])
})

describe('what is drawn is read back', () => {
  test.each([1, 7, 8, 9, 17])('%p bits wide', (width) => {
    const pixels = Uint8Array.from({ length: width * 3 }, (_, i) => (i * 7 + (i >> 2)) % 3 && 1)
    const read = decodePng(encodePng({ width, height: 3, bits: 1, pixels }))
    expect(read).toEqual({ width, height: 3, bits: 1, pixels: Array.from(pixels, (bit) => bit * 255) })
  })
  test('in grey', () => {
    const pixels = Uint8Array.from({ length: 256 }, (_, i) => i)
    expect(decodePng(encodePng({ width: 16, height: 16, bits: 8, pixels })).pixels).toEqual([...pixels])
  })
})

test('a QR drawn with it decodes to its text and stays small', () => {
  const content = `00020101021226610014COM.GO-JEK.WWW${'0123456789'.repeat(20)}6304ABCD`
  const modules = encodeQR(content, 'raw', { ecc: 'medium', border: 4 })
  const width = modules.length * 4
  const pixels = Uint8Array.from({ length: width * width }, (_, i) =>
    modules[Math.floor(i / width / 4)]![Math.floor((i % width) / 4)] ? 0 : 1,
  )
  const png = encodePng({ width, height: width, bits: 1, pixels })
  expect(png.length).toBeLessThan(2000)
  const read = decodePng(png)
  const data = Uint8Array.from(read.pixels.flatMap((grey) => [grey, grey, grey, 255]))
  expect(decodeQR({ width, height: width, data })).toBe(content)
})

test('a picture whose pixels do not fill it is a bug', () => {
  const broken: Picture = { width: 2, height: 2, bits: 1, pixels: new Uint8Array(3) }
  expect(() => encodePng(broken)).toThrow(RangeError)
  expect(() => encodePng({ ...broken, width: 0, height: 0, pixels: new Uint8Array() })).toThrow(RangeError)
})
