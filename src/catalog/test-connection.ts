// Test connection: balance and services, because panels exist that answer the one and refuse the other. Raw answers are for the seller.
import type { ProviderId, ShopId } from '../lib/brand.ts'
import { type Outcome, refuse } from '../lib/outcome.ts'
import type { ProviderDoc } from '../store/documents.ts'
import { codeOfFault, sentenceOf } from './fault.ts'
import type { PanelAccount } from './panel-account.ts'
import type { Provider, ProviderFault } from './provider.ts'
import type { ProviderForm } from './providers.ts'
import { clearFault, noteBalance, noteFault, noteProviderFault, type ToldDeps } from './told.ts'

type Answer = { ok: boolean; text: string; raw: string; count?: number }
/** `whitelist`: the server's own address, when the panel refuses it. */
export type ConnectionReport = { balance: Answer; services: Answer; whitelist?: string }

export type TestDeps = ToldDeps & {
  connect(doc: ProviderDoc): Provider
  connectForm(account: PanelAccount): Provider
  mayReach(endpoint: string): boolean | Promise<boolean>
  publicIpv4: string | null
}
export type TestRefusal = 'notFound' | 'badEndpoint'

/** Of a stored provider, whose document then holds what was learned, or of a form that is not stored yet. */
export const testConnection = async (
  deps: TestDeps,
  shop: ShopId,
  what: ProviderId | ProviderForm,
): Promise<Outcome<{ connection: ConnectionReport }, TestRefusal>> => {
  if (typeof what === 'string') {
    const doc = await deps.store.providers.get(shop, what)
    if (!doc) return refuse('notFound')
    const asked = await ask(deps.connect(doc))
    const contradiction = await remember(deps, doc, asked)
    return { ok: true, connection: reportOf(deps, asked, contradiction) }
  }
  if (!(await deps.mayReach(what.endpoint))) return refuse('badEndpoint')
  return { ok: true, connection: reportOf(deps, await ask(deps.connectForm(what)), null) }
}

type Asked = {
  balance: Awaited<ReturnType<Provider['balance']>>
  services: Awaited<ReturnType<Provider['services']>>
}

/** One after the other: panels count requests. */
const ask = async (panel: Provider): Promise<Asked> => {
  const balance = await panel.balance()
  return { balance, services: await panel.services() }
}

const remember = async (
  deps: TestDeps,
  doc: ProviderDoc,
  { balance, services }: Asked,
): Promise<string | null> => {
  const contradiction = balance.ok ? await noteBalance(deps, doc, balance) : null
  const fault = balance.ok ? services : balance
  if (contradiction) await noteFault(deps, doc, contradiction)
  else if (!fault.ok) await noteProviderFault(deps, doc, fault)
  else await clearFault(deps, doc)
  return contradiction
}

const faulty = (fault: ProviderFault): Answer => ({ ok: false, text: sentenceOf(fault), raw: fault.message })

const balanceAnswer = (balance: Asked['balance'], contradiction: string | null): Answer => {
  if (!balance.ok) return faulty(balance)
  const text = contradiction ?? `${balance.balance} ${balance.currency}`.trim()
  return { ok: contradiction === null, text, raw: balance.raw }
}

const servicesAnswer = (services: Asked['services']): Answer => {
  if (!services.ok) return faulty(services)
  const { services: rows, invalid, raw } = services
  const unread = invalid.length > 0 ? `, ${invalid.length} rows could not be read` : ''
  return { ok: rows.length > 0, text: `${rows.length} services${unread}`, raw, count: rows.length }
}

const reportOf = (
  { publicIpv4 }: TestDeps,
  { balance, services }: Asked,
  contradiction: string | null,
): ConnectionReport => {
  const refusesUs = [balance, services].some((answer) => !answer.ok && codeOfFault(answer) === 'ip')
  return {
    balance: balanceAnswer(balance, contradiction),
    services: servicesAnswer(services),
    ...(refusesUs && publicIpv4 ? { whitelist: publicIpv4 } : {}),
  }
}
