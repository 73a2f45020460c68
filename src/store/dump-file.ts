// A copy as one file: gzip, a line of JSON for each document, between a head (what it is, of when) and a foot (counts and hashes, by
// which a file that is cut off or changed is told from a whole one). Whole under its name, or not there.
import { once } from 'node:events'
import {
  chmodSync,
  closeSync,
  createReadStream,
  createWriteStream,
  fsyncSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { dirname } from 'node:path'
import { createGunzip, createGzip } from 'node:zlib'
import * as v from 'valibot'
import type { Millis } from '../lib/brand.ts'
import { type Outcome, refuse } from '../lib/outcome.ts'
import type { Platform } from './documents.ts'
import { type Digests, type Dump, digestOf, isSame, makeDigest, NOUNS, type Noun, pagesOf } from './dump.ts'

const FORMAT = 1
const Head = v.object({
  lapak: v.literal('copy'),
  format: v.number(),
  version: v.string(),
  made: v.number(),
})
export type Head = v.InferOutput<typeof Head>
const Line = v.object({
  noun: v.string(),
  id: v.string(),
  n: v.optional(v.number()),
  doc: v.unknown(),
})
const Foot = v.object({
  end: v.literal(true),
  digests: v.record(v.string(), v.object({ count: v.number(), hash: v.string() })),
})

type Reading = { dump: Pick<Dump, 'read'>; made: Millis; version: string }
type Writing = Reading & { file: string }

/** Saldo moved while the copy was read. */
export class Moved extends Error {}

/** Marked as a copy, on which nobody runs. */
const asCopy = (platform: Platform, made: Millis): Platform => ({
  ...platform,
  copied: made,
  hearts: Object.fromEntries(
    Object.entries(platform.hearts ?? {}).map(([replica, { n }]) => [replica, { n }]),
  ),
})

/**
 * Throws `Moved` when a wallet is not what it was before the first order was read: only then each order, whenever it was read, fits the
 * saldo that stands beside it.
 */
export async function* copyLines({ dump, made, version }: Reading): AsyncGenerator<object> {
  const saldo = await digestOf(dump, 'wallet')
  const head: Head = { lapak: 'copy', format: FORMAT, version, made }
  yield head
  const digests: Digests = {}
  for (const noun of NOUNS) {
    const digest = makeDigest()
    for await (const { rows } of pagesOf(dump, noun))
      for (const row of rows) {
        const said = noun === 'platform' ? { ...row, doc: asCopy(row.doc as Platform, made) } : row
        digest.add(said)
        yield { noun, ...said }
      }
    digests[noun] = digest.end()
    if (noun === 'wallet' && !isSame(saldo, digests[noun])) throw new Moved('saldo moved')
  }
  yield { end: true, digests }
}

const sync = (path: string): void => {
  const file = openSync(path, 'r')
  fsyncSync(file)
  closeSync(file)
}

export type Written = { documents: number; bytes: number }
const TRIES = 5

/** A shop at work is read again until its saldo stood still meanwhile; `busy`: it never did. */
export const writeCopy = async (writing: Writing): Promise<Outcome<Written, 'busy'>> => {
  for (let tries = 1; ; tries++)
    try {
      return { ok: true, ...(await writeOnce(writing)) }
    } catch (cause) {
      if (!(cause instanceof Moved)) throw cause
      if (tries === TRIES) return refuse('busy')
    }
}

const writeOnce = async (writing: Writing): Promise<Written> => {
  const draft = `${writing.file}.part`
  rmSync(draft, { force: true })
  const out = createWriteStream(draft, { mode: 0o600, flags: 'wx' })
  const packed = createGzip()
  const written = new Promise<void>((resolve, reject) => {
    out.once('close', resolve)
    for (const stream of [out, packed]) stream.once('error', reject)
  })
  written.catch(() => undefined) // told below
  packed.pipe(out)
  let documents = -2
  try {
    for await (const line of copyLines(writing)) {
      documents += 1
      if (!packed.write(`${JSON.stringify(line)}\n`)) await Promise.race([once(packed, 'drain'), written])
    }
    packed.end()
    await written
    chmodSync(draft, 0o600)
    sync(draft)
    renameSync(draft, writing.file)
    sync(dirname(writing.file))
    return { documents, bytes: statSync(writing.file).size }
  } catch (cause) {
    packed.destroy()
    out.destroy()
    rmSync(draft, { force: true })
    throw cause
  }
}

/** By its first bytes: whatever its name is. */
export const isDumpFile = (file: string): boolean => {
  const start = Buffer.alloc(2)
  const opened = openSync(file, 'r')
  const read = readSync(opened, start, 0, 2, 0)
  closeSync(opened)
  return read === 2 && start[0] === 0x1f && start[1] === 0x8b
}

const LINE_FEED = 10

async function* textLines(file: string): AsyncGenerator<string> {
  const unpacked = createReadStream(file)
    .on('error', (cause) => unpacked.destroy(cause))
    .pipe(createGunzip())
  let rest: Buffer[] = []
  for await (const chunk of unpacked as AsyncIterable<Buffer>) {
    let from = 0
    for (let at = chunk.indexOf(LINE_FEED); at >= 0; at = chunk.indexOf(LINE_FEED, from)) {
      yield Buffer.concat([...rest, chunk.subarray(from, at)]).toString('utf8')
      rest = []
      from = at + 1
    }
    if (from < chunk.length) rest.push(chunk.subarray(from))
  }
  if (rest.length > 0) throw new Error('the last line is cut off')
}

export type CopyFault = 'noCopy' | 'damaged' | 'newer'
export type CopyRead = { head: Head; digests: Digests; platform: Platform | null; documents: number }
type Row = v.InferOutput<typeof Line> & { noun: Noun }

const lineOf = <Schema extends v.GenericSchema>(
  schema: Schema,
  text: string,
): v.InferOutput<Schema> | null => {
  try {
    const parsed = v.safeParse(schema, JSON.parse(text))
    return parsed.success ? parsed.output : null
  } catch {
    return null
  }
}

class Unsound extends Error {}
/** Of a Lapak that keeps more than this one knows of. */
class Newer extends Error {}

const isNoun = (noun: string): noun is Noun => NOUNS.some((one) => one === noun)
const known = ({ noun, ...row }: v.InferOutput<typeof Line>): Row => {
  if (!isNoun(noun)) throw new Newer(`it holds ${noun.slice(0, 40)}`)
  return { ...row, noun }
}
const NOTHING = makeDigest().end()

const readRows = async (
  texts: AsyncGenerator<string>,
  each: (row: Row) => Promise<void>,
): Promise<Omit<CopyRead, 'head'>> => {
  const made = new Map<Noun, ReturnType<typeof makeDigest>>(NOUNS.map((noun) => [noun, makeDigest()]))
  const read: Omit<CopyRead, 'head'> = { digests: {}, platform: null, documents: 0 }
  let foot: v.InferOutput<typeof Foot> | null = null
  for await (const text of texts) {
    const line = foot ? null : lineOf(Line, text)
    if (!line) {
      if (foot) throw new Unsound('something stands behind its end')
      foot = lineOf(Foot, text)
      if (!foot) throw new Unsound('a line of it is none of ours')
      continue
    }
    const row = known(line)
    made.get(row.noun)?.add({ id: row.id, doc: row.doc })
    if (row.noun === 'platform') read.platform = row.doc as Platform
    read.documents += 1
    await each(row)
  }
  if (!foot) throw new Unsound('its end is missing')
  for (const [noun, digest] of made) read.digests[noun] = digest.end()
  const wrong = NOUNS.filter((noun) => !isSame(foot.digests[noun] ?? NOTHING, read.digests[noun]))
  if (wrong.length > 0) throw new Unsound(`${wrong.join(', ')} are not what was written`)
  return read
}

/** Reads all of it; `each` gets every document before it is known whether the file is whole. */
export const readCopy = async (
  file: string,
  each: (row: Row) => Promise<void> = async () => undefined,
): Promise<Outcome<CopyRead, CopyFault>> => {
  const texts = textLines(file)
  try {
    const first = await texts.next()
    const head = first.done ? null : lineOf(Head, first.value)
    if (!head) return refuse('noCopy')
    if (head.format > FORMAT) return refuse('newer', `format ${head.format} > ${FORMAT}`)
    return { ok: true, head, ...(await readRows(texts, each)) }
  } catch (cause) {
    if (cause instanceof Newer) return refuse('newer', cause.message)
    const ours = cause instanceof Unsound || (cause instanceof Error && isPacking(cause))
    if (!ours) throw cause
    return refuse('damaged', cause.message)
  }
}

const isPacking = (cause: Error): boolean =>
  ('code' in cause && /^(Z_|ERR_.*(ZLIB|BUFFER|STREAM))/.test(String(cause.code))) ||
  /cut off|unexpected end|incorrect|invalid/i.test(cause.message)
