// Looks at an archive before anything unpacks it: the table of contents at its end, what each text in it really unpacks to. A bomb,
// whether it says so or lies, ends here.
import { inflateRawSync } from 'node:zlib'
import { type Outcome, refuse } from '../../lib/outcome.ts'
import { READ_LIMITS, type ReadFault } from './reading.ts'

const END = 0x06054b50
const ENTRY = 0x02014b50
const END_SIZE = 22
const ENTRY_SIZE = 46
const LONGEST_COMMENT = 65_535

export type ZipEntry = {
  name: string
  locked: boolean
  method: number
  packed: number
  unpacked: number
  at: number
}

const endOf = (zip: Buffer): number => {
  const last = zip.length - END_SIZE
  for (let at = last; at >= Math.max(0, last - LONGEST_COMMENT); at--)
    if (zip.readUInt32LE(at) === END) return at
  return -1
}

const entriesOf = (zip: Buffer): ZipEntry[] | null => {
  const end = endOf(zip)
  if (end < 0) return null
  const count = zip.readUInt16LE(end + 10)
  const entries: ZipEntry[] = []
  let at = zip.readUInt32LE(end + 16)
  for (let n = 0; n < count; n++) {
    if (at + ENTRY_SIZE > zip.length || zip.readUInt32LE(at) !== ENTRY) return null
    const length = zip.readUInt16LE(at + 28)
    entries.push({
      name: zip.toString('utf8', at + ENTRY_SIZE, at + ENTRY_SIZE + length),
      locked: (zip.readUInt16LE(at + 8) & 1) === 1,
      method: zip.readUInt16LE(at + 10),
      packed: zip.readUInt32LE(at + 20),
      unpacked: zip.readUInt32LE(at + 24),
      at: zip.readUInt32LE(at + 42),
    })
    at += ENTRY_SIZE + length + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32)
  }
  return entries
}

/** Whether it unpacks to no more than it says. */
const isHonest = (zip: Buffer, { method, packed, unpacked, at }: ZipEntry): boolean => {
  if (method === 0) return packed === unpacked
  if (method !== 8 || at + 30 > zip.length) return false
  const from = at + 30 + zip.readUInt16LE(at + 26) + zip.readUInt16LE(at + 28)
  try {
    return (
      inflateRawSync(zip.subarray(from, from + packed), { maxOutputLength: unpacked + 1 }).length === unpacked
    )
  } catch {
    return false
  }
}

const IS_READ = /\.(xml|rels)$/i

/** The entries of an archive that can be unpacked without harm. */
export const checkZip = (bytes: Uint8Array): Outcome<{ entries: ZipEntry[] }, ReadFault> => {
  const zip = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const entries = entriesOf(zip)
  if (!entries) return refuse('broken')
  if (entries.some(({ locked }) => locked)) return refuse('encrypted')
  const whole = entries.reduce((sum, { unpacked }) => sum + unpacked, 0)
  if (entries.length > READ_LIMITS.entries || whole > READ_LIMITS.unpacked) return refuse('tooHeavy')
  const honest = entries.every((entry) => !IS_READ.test(entry.name) || isHonest(zip, entry))
  return honest ? { ok: true, entries } : refuse('broken')
}
