// `lapak read-document`: what the shop calls to read a file in a process apart. One line of JSON (name, media type) and the bytes come
// in; what was read, or why not, goes out as JSON. Not meant for people.
import { readDocument } from '../assistant/documents/read.ts'
import { READ_LIMITS, type Reading } from '../assistant/documents/reading.ts'
import { refuse } from '../lib/outcome.ts'

const LONGEST_HEADER = 4096
const LINE_FEED = 10

const readAll = async (stdin: ReadableStream<Uint8Array>): Promise<Buffer | null> => {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of stream(stdin)) {
    size += chunk.byteLength
    if (size > READ_LIMITS.bytes + LONGEST_HEADER) return null
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

const stream = (stdin: ReadableStream<Uint8Array>) => stdin as unknown as AsyncIterable<Uint8Array>

const readInput = async (input: Buffer): Promise<Reading> => {
  const end = input.indexOf(LINE_FEED)
  const { name = '', type = '' } = JSON.parse(input.toString('utf8', 0, end)) as {
    name?: string
    type?: string
  }
  return readDocument({ bytes: new Uint8Array(input.subarray(end + 1)), name, type })
}

export const readDocumentCommand = async ({
  stdin,
  write,
}: {
  stdin: ReadableStream<Uint8Array>
  write(text: string): Promise<unknown>
}): Promise<number> => {
  const input = await readAll(stdin)
  const reading = input ? await readInput(input).catch((): Reading => refuse('broken')) : refuse('tooLarge')
  await write(JSON.stringify(reading))
  return 0
}
