// Import of 10,000 services through the app's own doors (plan, then apply), against JSON.parse and a bare insert of the same rows.
// The panel's answer is in memory: what is measured is reading, checking, planning and storing.
import { Database } from 'bun:sqlite'
import { join } from 'node:path'
import { startFakePanel } from '../support/fake-panel.ts'
import { setUp, whole } from '../support/whole.ts'
import { ms, ratio, watchLoop, withScratch } from './measure.ts'
import { openPlace, STORE } from './place.ts'
import { manyRawRows } from './rows.ts'
import type { Figure } from './run.ts'

const COUNT = 10_000

const bare = (folder: string, answer: string): number => {
  const db = new Database(join(folder, 'bare.db'), { create: true })
  for (const pragma of ['journal_mode = WAL', 'synchronous = FULL']) db.run(`PRAGMA ${pragma}`)
  db.run('create table service (id text primary key, body text not null) strict')
  const insert = db.query('insert into service (id, body) values (?, ?)')
  const begin = performance.now()
  const rows = JSON.parse(answer) as { service: number }[]
  db.transaction(() => {
    for (const row of rows) insert.run(String(row.service), JSON.stringify(row))
  }).immediate()
  const took = performance.now() - begin
  db.close()
  return took
}

const ours = async (folder: string, rows: Record<string, unknown>[]) => {
  const panel = startFakePanel({ services: rows, key: 'k', currency: 'IDR' })
  const { host } = new URL(panel.url)
  const place = await openPlace(folder)
  const at = await whole({ store: place.store, env: { ALLOW_PRIVATE_HOSTS: host } })
  const browser = at.browser()
  const { live } = await setUp(at, browser)
  const provider = await browser.post<{ id: string }>(`/shops/${live}/providers`, {
    name: 'Panel',
    endpoint: panel.url,
    key: 'k',
  })
  Bun.gc(true)
  const before = process.memoryUsage().rss
  let peak = before
  const sampler = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage().rss)
  }, 5)
  place.taken()
  const stop = watchLoop()
  const begin = performance.now()
  const plan = await browser.post<{ id: string }>(`/shops/${live}/imports`, { provider: provider.id })
  await at.app.drain()
  await browser.post(`/shops/${live}/imports/${plan.id}/apply`)
  await at.app.drain()
  const took = performance.now() - begin
  const longest = stop()
  clearInterval(sampler)
  const { writes } = place.taken()
  const done = await browser.get<{ state: string; counts: { new: number } }>(
    `/shops/${live}/imports/${plan.id}`,
  )
  if (done.state !== 'done' || done.counts.new !== COUNT)
    throw new Error(`the import ended as ${JSON.stringify(done)}`)
  await at.stop()
  panel.stop()
  // A lot of 500 rows is one command there: a row each as plain writes is what a bare program would do.
  const plain = await place.plainWrites(COUNT, 16)
  await place.remove()
  return { took, longest, memory: (peak - before) / 1e6, writes, plain }
}

export const catalogueImport = async (): Promise<Figure[]> =>
  withScratch(async (folder) => {
    const rows = manyRawRows(COUNT)
    const file = bare(folder, JSON.stringify(rows))
    const { took, longest, memory, writes, plain } = await ours(folder, rows)
    const base = STORE === 'mongodb' ? plain : file
    const share = took / base
    const commands = STORE === 'mongodb' ? `, ${writes} commands that write` : ''
    return [
      {
        what: `import of 10,000 services (${ms(took)} against ${ms(base)}${commands})`,
        value: ratio(share),
        wanted:
          STORE === 'mongodb'
            ? 'at most 1 × a plain guarded write for each row'
            : 'at most 2.5 × JSON.parse and a bare insert',
        reached: share <= (STORE === 'mongodb' ? 1 : 2.5),
      },
      {
        what: 'import, longest piece of the event loop',
        value: ms(longest),
        wanted: 'at most 100 ms',
        reached: longest <= 100,
      },
      {
        what: 'import, extra memory',
        value: `${memory.toFixed(0)} MB`,
        wanted: 'under 150 MB',
        reached: memory < 150,
      },
    ]
  })
