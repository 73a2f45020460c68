// A panel that counts what it REALLY took, whatever it answered.
import type { AddOutcome, Provider, ProviderOrder, ProviderStatus } from '../../../src/catalog/provider.ts'

type Taken = { id: string; order: ProviderOrder; row: ProviderStatus }
/** `take` really takes the order and answers its id. */
type AddScript = (take: () => string) => AddOutcome
type StatusAnswer = Awaited<ReturnType<Provider['status']>>

export type FakePanel = ReturnType<typeof makePanel>

export const makePanel = (world: Provider['world'] = 'real') => {
  const taken: Taken[] = []
  const calls = { add: 0, status: 0, balance: 0 }
  /** What the account has, and what a unit takes off it; `silent`: it is not told. */
  const purse = { balance: 1_000_000_000, costOfOne: 9, currency: 'IDR', silent: false }
  const scripts: { add: AddScript[]; status: ((ids: string[]) => StatusAnswer)[] } = { add: [], status: [] }
  const watch: {
    onAdd?: (order: ProviderOrder) => Promise<void>
    onBalance?: () => Promise<void>
    silent?: boolean
  } = {}

  const take = (order: ProviderOrder): string => {
    const id = String(90_000 + taken.length)
    taken.push({ id, order, row: { state: 'pending', word: 'Pending' } })
    purse.balance -= order.quantity * purse.costOfOne
    return id
  }
  const rows = (ids: string[]): StatusAnswer => ({
    ok: true,
    orders: new Map(taken.filter(({ id }) => ids.includes(id)).map(({ id, row }) => [id, row])),
  })
  const provider: Provider = {
    world,
    balance: async () => {
      calls.balance++
      await watch.onBalance?.()
      const { balance, currency, silent } = purse
      if (silent) return { ok: false, reason: 'unreachable', message: 'silent' }
      return { ok: true, balance: String(balance), currency, raw: '' }
    },
    services: async () => ({ ok: true, services: [], invalid: [], raw: '' }),
    add: async (order) => {
      calls.add++
      await watch.onAdd?.(order)
      const script = scripts.add.shift()
      return script ? script(() => take(order)) : { kind: 'accepted', id: take(order) }
    },
    status: async (ids) => {
      calls.status++
      if (watch.silent) return { ok: false, reason: 'unreachable', message: 'silent' }
      return scripts.status.shift()?.(ids) ?? rows(ids)
    },
  }
  return {
    provider,
    taken,
    calls,
    purse,
    scripts,
    watch,
    tell: (id: string, row: ProviderStatus): void => {
      const found = taken.find((one) => one.id === id)
      if (!found) throw new Error(`the panel has no order ${id}`)
      found.row = row
    },
  }
}
