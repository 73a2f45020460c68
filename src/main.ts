#!/usr/bin/env bun
// The only file that acts when imported: picks a command of cli/ and ends with its code. The reader of documents is called often and
// needs nothing of the shop, so it loads nothing of it.
const [name, ...rest] = process.argv.slice(2)

const run = async (): Promise<number> => {
  if (name === 'read-document') {
    const { readDocumentCommand } = await import('./cli/read-document.ts')
    return readDocumentCommand({
      stdin: Bun.stdin.stream(),
      write: (text) => Bun.write(Bun.stdout, text),
    })
  }
  const { runCommand } = await import('./cli/commands.ts')
  return runCommand({ argv: name === undefined ? [] : [name, ...rest], env: process.env })
}

process.exitCode = await run()

export {}
