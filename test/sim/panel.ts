// A panel account with its own book: what it REALLY took, charged and told, whatever it answered.
import type {
  AddOutcome,
  Provider,
  ProviderFault,
  ProviderOrder,
  ProviderStatus,
} from '../../src/catalog/provider.ts'
import type { Millis } from '../../src/lib/brand.ts'
import type { ProviderService, RefusalReason } from '../../src/model/service.ts'
import type { Chance } from './chance.ts'

export type PanelRow = {
  id: string
  order: ProviderOrder
  at: Millis
  charge: number
  state: ProviderStatus
  /** What was last told about it, as we heard it. */
  told?: ProviderStatus
}

const REASONS: readonly RefusalReason[] = [
  'link',
  'private',
  'quantity',
  'service',
  'funds',
  'activeOrder',
  'auth',
  'throttled',
  'other',
]

export type PanelDeps = {
  now(): Millis
  chance: Chance
  trouble(): number
  /** No answer at all, for a while. */
  away(): boolean
  /** Looked at when the request arrives; answers what to call when it was answered. */
  onAdd(
    order: ProviderOrder,
  ): Promise<{ taken(id: string): Promise<void>; answered(outcome: AddOutcome): void }>
  /** The request is taken some time after we gave up waiting. */
  later(work: () => Promise<void>): void
}

const SILENT: ProviderFault = { ok: false, reason: 'unreachable', message: 'silent' }

export type PanelSetup = {
  world: Provider['world']
  /** Rate per 1000 by service. */
  rates: Record<string, number>
  balance: number
  /** Refuses a second order on a link that is still under way. */
  refusesTwins: boolean
}

export const makePanel = (setup: PanelSetup, deps: PanelDeps) => {
  const { now, chance, trouble, away } = deps
  const lost = () => away() || chance.may(trouble())
  const rows: PanelRow[] = []
  const state = { ...setup, rates: new Map(Object.entries(setup.rates)) }

  const running = (order: ProviderOrder): boolean =>
    rows.some(
      ({ order: other, state: { state: word } }) =>
        other.link === order.link &&
        other.service === order.service &&
        (word === 'pending' || word === 'inProgress'),
    )
  /** What an honest panel says no to. */
  const refusal = (order: ProviderOrder): RefusalReason | null => {
    const rate = state.rates.get(order.service)
    if (rate === undefined) return 'service'
    if ((rate * order.quantity) / 1000 > state.balance) return 'funds'
    return state.refusesTwins && running(order) ? 'activeOrder' : null
  }
  const take = (order: ProviderOrder): PanelRow => {
    const charge = ((state.rates.get(order.service) ?? 0) * order.quantity) / 1000
    state.balance -= charge
    const row: PanelRow = {
      id: String(90_000 + rows.length),
      order,
      at: now(),
      charge,
      state: { state: 'pending', word: 'Pending', charge: String(charge), currency: 'IDR' },
    }
    rows.push(row)
    return row
  }
  type Arrived = Awaited<ReturnType<PanelDeps['onAdd']>>
  const honest = async (order: ProviderOrder, arrived: Arrived): Promise<AddOutcome> => {
    const reason = refusal(order)
    if (reason) return { kind: 'refused', reason, message: `no: ${reason}` }
    const row = take(order)
    await arrived.taken(row.id)
    return { kind: 'accepted', id: row.id, charge: String(row.charge) }
  }
  const ODD = ['hang', 'nothing', 'refuse', 'neverLeft', 'oddId', 'late'] as const
  const GONE = ['nothing', 'neverLeft'] as const
  const answer = async (order: ProviderOrder, arrived: Arrived): Promise<AddOutcome> => {
    const fate = away()
      ? chance.one(GONE)
      : chance.may(Math.min(0.6, 3 * trouble()))
        ? chance.one(ODD)
        : 'honest'
    if (fate === 'neverLeft') return { kind: 'neverLeft', code: 'ECONNREFUSED' }
    if (fate === 'refuse') return { kind: 'refused', reason: chance.one(REASONS), message: 'no' }
    if (fate === 'nothing') return { kind: 'unknown', detail: 'HTML' }
    if (fate === 'late') {
      deps.later(async () => void (await honest(order, arrived)))
      return { kind: 'unknown', detail: 'TIMEOUT' }
    }
    const outcome = await honest(order, arrived)
    if (fate === 'hang') return { kind: 'unknown', detail: 'TIMEOUT' }
    // Of an order that we know by it: we have asked about it.
    const other = rows.find(({ id, told }) => told && outcome.kind === 'accepted' && id !== outcome.id)
    if (fate === 'oddId' && other) return { kind: 'accepted', id: other.id }
    return outcome
  }
  const provider: Provider = {
    world: setup.world,
    balance: async () =>
      lost() ? SILENT : { ok: true, balance: String(state.balance), currency: 'IDR', raw: '' },
    services: async () =>
      lost() ? SILENT : { ok: true, services: servicesOf(state.rates), invalid: [], raw: '' },
    add: async (order) => {
      const arrived = await deps.onAdd(order)
      const outcome = await answer(order, arrived)
      arrived.answered(outcome)
      return outcome
    },
    status: async (ids) => {
      if (lost()) return SILENT
      const asked = rows.filter(({ id }) => ids.includes(id) && !chance.may(trouble() / 3))
      for (const row of asked) row.told = row.state
      return { ok: true, orders: new Map(asked.map(({ id, state: word }) => [id, word])) }
    },
  }
  return { provider, rows, state, running }
}
export type Panel = ReturnType<typeof makePanel>

const servicesOf = (rates: Map<string, number>): ProviderService[] =>
  [...rates].map(([service_id_api, rate]) => ({
    service_id_api,
    name: `Instagram Followers S${service_id_api}`,
    description: '',
    category: 'Instagram',
    rate: String(rate),
    min: 10,
    max: 1_000_000,
    type: 'default',
    refill: false,
    cancel: false,
    dripfeed: false,
  }))
