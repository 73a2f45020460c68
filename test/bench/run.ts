// `bun run bench`: each figure as a ratio to a baseline of the same run where one is named, else the figure itself.
// `bun run bench chat search` runs only those.
import { binary } from './binary.ts'
import { chat } from './chat.ts'
import { catalogueImport } from './import.ts'
import { search } from './search.ts'
import { settle } from './settle.ts'
import { size } from './size.ts'

export type Figure = { what: string; value: string; wanted: string; reached: boolean }

const ALL: Record<string, () => Promise<Figure[]>> = {
  size,
  search,
  import: catalogueImport,
  settle,
  chat,
  binary,
}

const wanted = process.argv.slice(2)
for (const [name, run] of Object.entries(ALL)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue
  for (const { what, value, wanted: goal, reached } of await run())
    console.log(`${reached ? 'ok  ' : 'MISS'} ${what}: ${value} (${goal})`)
}
process.exit(0)
