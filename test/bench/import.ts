// Import of 10,000 services through the app's own doors (plan, then apply), against JSON.parse and a bare insert of the same rows.
// The panel's answer is in memory: what is measured is reading, checking, planning and storing.
import { Database } from 'bun:sqlite'
import { join } from 'node:path'
import { openStore } from '../../src/store/open.ts'
import { startFakePanel } from '../support/fake-panel.ts'
import { setUp, whole } from '../support/whole.ts'
import { ms, ratio, watchLoop, withScratch } from './measure.ts'
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
  const store = await openStore({ url: `sqlite:${join(folder, 'ours.db')}` })
  const at = await whole({ store, env: { ALLOW_PRIVATE_HOSTS: host } })
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
  const stop = watchLoop()
  const begin = performance.now()
  const plan = await browser.post<{ id: string }>(`/shops/${live}/imports`, { provider: provider.id })
  await at.app.drain()
  await browser.post(`/shops/${live}/imports/${plan.id}/apply`)
  await at.app.drain()
  const took = performance.now() - begin
  const longest = stop()
  clearInterval(sampler)
  const done = await browser.get<{ state: string; counts: { new: number } }>(
    `/shops/${live}/imports/${plan.id}`,
  )
  if (done.state !== 'done' || done.counts.new !== COUNT)
    throw new Error(`the import ended as ${JSON.stringify(done)}`)
  await at.stop()
  panel.stop()
  return { took, longest, memory: (peak - before) / 1e6 }
}

export const catalogueImport = async (): Promise<Figure[]> =>
  withScratch(async (folder) => {
    const rows = manyRawRows(COUNT)
    const base = bare(folder, JSON.stringify(rows))
    const { took, longest, memory } = await ours(folder, rows)
    const share = took / base
    return [
      {
        what: `import of 10,000 services (${ms(took)} against ${ms(base)})`,
        value: ratio(share),
        wanted: 'at most 2.5 × JSON.parse and a bare insert',
        reached: share <= 2.5,
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
