// `bun run bench`: each figure as a ratio to a baseline of the same run where one is named, else the figure itself.
// `bun run bench chat search` runs only those; `bun run bench --store mongodb` has the store on the server of TEST_MONGODB_URL.
import { binary } from './binary.ts'
import { chat } from './chat.ts'
import { catalogueImport } from './import.ts'
import { STORE } from './place.ts'
import { sale } from './sale.ts'
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
  sale,
  binary,
}

/** What a store has no part in is run once, on the standard one. */
const OF_STORE = ['import', 'settle', 'chat', 'sale']
const given = process.argv.slice(2)
const named = given.filter((name, i) => name !== '--store' && given[i - 1] !== '--store')
const wanted = named.length === 0 && STORE === 'mongodb' ? OF_STORE : named
for (const [name, run] of Object.entries(ALL)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue
  for (const { what, value, wanted: goal, reached } of await run())
    console.log(`${reached ? 'ok  ' : 'MISS'} ${what}: ${value} (${goal})`)
}
process.exit(0)
