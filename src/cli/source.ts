// What a migration reads from: a file that is held alone, or a server's database that nobody runs on. Neither is written to.
import { type Outcome, refuse } from '../lib/outcome.ts'
import { isAlive } from '../store/beat.ts'
import type { Platform } from '../store/documents.ts'
import { openSource, type SourceFault } from '../store/drivers/sqlite/source.ts'
import type { Dump } from '../store/dump.ts'
import { isMongo } from '../store/open.ts'

export type Address = { url: string; prefix: string }

export type Source = {
  dump: Pick<Dump, 'read' | 'count'>
  platform(): Promise<Platform | null>
  close(): Promise<void>
}

export type Wait = (ms: number) => Promise<void>

const FAULTS: Record<SourceFault, string> = {
  missing: 'there is no such file',
  inUse: 'a Lapak is running on it: stop it first',
  noDatabase: 'is no database',
  notOurs: 'is no database of Lapak',
  older: 'was written by an older Lapak: start this one on it once, stop it, and run this again',
  newer: 'was written by a newer Lapak: use that one',
}

/** Without what an address may hold of a password. */
export const shown = ({ url, prefix }: Address): string =>
  isMongo(url) ? `${url.replace(/\/\/[^/?]*@/, '//…@')} (${prefix}*)` : url

const platformIn = async (dump: Pick<Dump, 'read'>): Promise<Platform | null> =>
  ((await dump.read('platform', null)).rows[0]?.doc as Platform | undefined) ?? null

export const fileOf = (url: string): string | null => {
  const file = /^sqlite:(.+)$/.exec(url)?.[1]
  return file && file !== ':memory:' ? file : null
}

export const sourceOf = async (
  address: Address,
  wait: Wait,
): Promise<Outcome<{ source: Source }, string>> => {
  const file = fileOf(address.url)
  if (!file) return serverSource(address, wait)
  const opened = openSource(file)
  if (!opened.ok) return refuse(opened.reason, `${file} ${FAULTS[opened.reason]}`)
  const { dump, close } = opened.source
  return { ok: true, source: { dump, platform: () => platformIn(dump), close } }
}

const serverSource = async (address: Address, wait: Wait): Promise<Outcome<{ source: Source }, string>> => {
  const { openAsIs } = await import('../store/drivers/mongodb/database.ts')
  const { makeDump } = await import('../store/drivers/mongodb/dump.ts')
  const database = await openAsIs(address)
  if (!database) return refuse('notOurs', `${shown(address)} holds no Lapak`)
  const dump = makeDump(database.of)
  const platform = async () => (await platformIn(dump)) ?? { keySets: [], blocked: [], v: 0 }
  if (await isAlive({ platform: { get: platform } }, wait)) {
    await database.close()
    return refuse('inUse', `${shown(address)}: ${FAULTS.inUse}`)
  }
  return { ok: true, source: { dump, platform: () => platformIn(dump), close: database.close } }
}
