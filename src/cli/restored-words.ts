// What a restore marks in the database that it has put in place, and what it says about it.
import type { Millis } from '../lib/brand.ts'
import type { Clock } from '../lib/clock.ts'
import { randomIds } from '../lib/ids.ts'
import { markRestored, type Restored } from '../reports/restored.ts'
import { renamed } from '../store/beat.ts'
import type { CopyFault } from '../store/drivers/sqlite/restore.ts'
import type { LoadFault } from '../store/load.ts'
import type { Store } from '../store/store.ts'
import type { Say } from './say.ts'

export const FAULTS: Record<CopyFault | LoadFault, string> = {
  missing: 'there is no such file',
  noDatabase: 'is no database',
  noCopy: 'is no copy that Lapak has made',
  damaged: 'is damaged',
  differs: 'came out differently than it was written',
  notOurs: 'is no database of Lapak',
  newer: 'was written by a newer Lapak: restore it with that one',
}

export const detail = (text: string | undefined): string => (text ? ` (${text.slice(0, 200)})` : '')
export const when = (at: Millis): string => `${new Date(at).toISOString().slice(0, 19).replace('T', ' ')} UTC`

/** Under a new name, so that no replica's folder takes it for a surprise; each step may run again. */
export const markIn = async (store: Store, clock: Clock): Promise<Restored> => {
  await store.platform.change((one) => renamed(one, randomIds.id('db')))
  return markRestored({ store, clock })
}

export const tell = (say: Say, { shops, unknown, unpaid, items }: Restored): void => {
  say.write(`${shops} live shops start closed, until their sellers have looked.`)
  say.write(`${unknown} orders may have been sent since: they wait as "unknown" for the seller's word.`)
  say.write(`${unpaid} orders may have been paid since: the gateway is asked, and they go the same way.`)
  say.write(`${items} withdrawals and refunds may have been paid by hand since: each is an item to look at.`)
  say.write('Lost is what was written after the copy: settings, payouts, adjustments of saldo, chats.')
  say.write('Everybody signs in again. Now start the shop.')
}
