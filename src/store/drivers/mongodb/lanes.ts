// Lanes of panel accounts: leased to one sender at a time, whoever of the shops, processes and replicas it is.
import type { Lane } from '../../ledger.ts'
import type { Lanes } from '../../store.ts'
import { TABLES } from '../../tables.ts'
import type { Collections } from './database.ts'
import { makeTable } from './table.ts'

export const makeAccountLanes = (of: Collections): Lanes => {
  const table = makeTable(of('account_lane'), TABLES.account_lane)
  const takeKnown = (account: string, owner: string, { now, lease }: { now: number; lease: number }) =>
    table.move<Lane | null>(account, (found) => {
      if (found.owner !== undefined && found.until > now) return { next: null, answer: null }
      const taken = { ...found, owner, token: found.token + 1, until: now + lease, v: found.v + 1 }
      return { next: taken, answer: taken }
    })
  return {
    get: table.read,
    take: async (account, owner, now, lease) => {
      const first: Lane = { id: account, owner, token: 1, until: now + lease, v: 1 }
      if (!(await table.read(account)) && (await table.create(first)) === 'created') return first
      return takeKnown(account, owner, { now, lease })
    },
    change: async (account, token, decide) =>
      (await table.move<boolean>(account, (found) => {
        if (found.owner === undefined || found.token !== token) return { next: null, answer: false }
        const next = decide(found)
        return { next: next && { ...next, token, v: found.v + 1 }, answer: true }
      })) ?? false,
    leave: async (account, token) => {
      await table.change(account, (lane) => {
        if (lane.token !== token) return null
        const { owner: _, ...free } = lane
        return { ...free, until: 0 }
      })
    },
  }
}
