// The part of the store that accounts and the doors use, in a few maps. The contract suite of the store is elsewhere.

import type { Shop } from '../../src/model/shop.ts'
import type {
  Account,
  GatewayNotice,
  Job,
  OneTimeLink,
  Platform,
  Session,
} from '../../src/store/documents.ts'
import type { Store } from '../../src/store/store.ts'

type Doc = { id: string; v: number }
const changer =
  <D extends Doc>(docs: Map<string, D>) =>
  async (id: string, decide: (doc: D) => D | null): Promise<D | null> => {
    const current = docs.get(id)
    if (!current) return null
    const next = decide(structuredClone(current))
    if (!next) return current
    const written = { ...next, v: current.v + 1 }
    docs.set(id, written)
    return written
  }

export const bareStore = () => {
  const accounts = new Map<string, Account>()
  const sessions = new Map<string, Session>()
  const links = new Map<string, OneTimeLink>()
  const keys = new Map<string, string>()
  const hits = new Map<string, { since: number; count: number }>()
  const shops = new Map<string, Shop>()
  const notices = new Map<string, GatewayNotice>()
  const jobs = new Map<string, Partial<Job>>()
  let platform: Platform = { keySets: [], blocked: [], v: 1 }
  const create = <D extends { id: string }>(docs: Map<string, D>, doc: D) => {
    if (docs.has(doc.id)) return 'exists' as const
    docs.set(doc.id, doc)
    return 'created' as const
  }
  const store = {
    platform: {
      get: async () => platform,
      change: async (decide) => (platform = decide(platform) ?? platform),
    },
    accounts: {
      create: async (account) => create(accounts, account),
      get: async (id) => accounts.get(id) ?? null,
      byEmail: async (email) => [...accounts.values()].find((one) => one.email === email) ?? null,
      list: async () => [...accounts.values()],
      change: changer(accounts),
    },
    sessions: {
      create: async (session) => void sessions.set(session.id, session),
      get: async (id) => sessions.get(id) ?? null,
      extend: async (id, expiresAt) => {
        const session = sessions.get(id)
        if (session) sessions.set(id, { ...session, expiresAt })
      },
      remove: async (id) => void sessions.delete(id),
      removeOf: async (account) => {
        for (const [id, one] of sessions) if (one.account === account) sessions.delete(id)
      },
      prune: async () => 0,
    },
    links: {
      put: async (link) => void links.set(link.id, link),
      get: async (id) => links.get(id) ?? null,
      take: async (id) => {
        const link = links.get(id) ?? null
        links.delete(id)
        return link
      },
      remove: async (id) => void links.delete(id),
    },
    keys: {
      claim: async (key, owner) => {
        if (!keys.has(key)) keys.set(key, owner)
        return keys.get(key) as string
      },
      owner: async (key) => keys.get(key) ?? null,
      release: async (key, owner) => keys.get(key) === owner && keys.delete(key),
    },
    limits: {
      hit: async (key, now, window) => {
        const known = hits.get(key)
        const fresh = !known || now - known.since >= window ? { since: now, count: 0 } : known
        hits.set(key, { ...fresh, count: fresh.count + 1 })
        return fresh.count + 1
      },
      clear: async (key) => void hits.delete(key),
    },
    shops: {
      create: async (shop) => create(shops, shop),
      get: async (id) => shops.get(id) ?? null,
      ofOwner: async (owner) => [...shops.values()].filter((one) => one.owner === owner),
      withBot: async () => [...shops.values()].filter((one) => one.bot),
      list: async () => [...shops.values()],
      change: changer(shops),
    },
    notices: {
      accept: async (notice, job) => {
        const outcome = create(notices, notice)
        if (outcome === 'created') jobs.set(job.id, job)
        return outcome
      },
      list: async (attempt) => [...notices.values()].filter((one) => one.attempt === attempt),
    },
    jobs: {
      dead: async () => [...jobs.values()].filter((one) => one.state === 'dead') as Job[],
      revive: async (id: string) => jobs.get(id)?.state === 'dead' && jobs.delete(id),
    },
  } satisfies Omit<
    Pick<Store, 'platform' | 'accounts' | 'sessions' | 'links' | 'keys' | 'limits' | 'shops' | 'notices'>,
    never
  > & { jobs: Pick<Store['jobs'], 'dead' | 'revive'> }
  return {
    store: store as typeof store & Pick<Store, 'jobs'>,
    jobs,
    notices,
    accounts,
    sessions,
    links,
    shops,
  }
}
