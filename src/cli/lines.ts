// Lines in, lines out: read as they come, worked on several at a time, written in order.

/** One longer than this is cut, so that it answers with an error. */
const LONGEST = 1_000_000

/** With or without carriage returns, a byte order mark, or a line feed at the end. */
export async function* linesOf(stdin: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder()
  let rest = ''
  for await (const chunk of stdin) {
    const parts = (rest + decoder.decode(chunk, { stream: true })).split('\n')
    rest = (parts.pop() ?? '').slice(0, LONGEST)
    for (const part of parts) yield part.replace(/\r$/, '')
  }
  yield (rest + decoder.decode()).replace(/\r$/, '')
}

/** Works on at most `atOnce` inputs together; `take` gets what came of them in the order they came in. */
export const inOrder = async <Input, Result>(
  inputs: AsyncIterable<Input>,
  work: (input: Input) => Promise<Result>,
  { atOnce, take }: { atOnce: number; take(result: Result): void },
): Promise<void> => {
  const under: Promise<Result>[] = []
  for await (const input of inputs) {
    under.push(work(input))
    if (under.length >= atOnce) take(await (under.shift() as Promise<Result>))
  }
  for (const one of under) take(await one)
}
