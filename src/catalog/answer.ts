// A panel's whole catalogue as it stands now, judged against the last good one: silence and a sudden shrink are no news.
import type { Millis } from '../lib/brand.ts'
import { type Outcome, refuse } from '../lib/outcome.ts'
import type { ProviderService } from '../model/service.ts'
import type { ProviderDoc } from '../store/documents.ts'
import { codeOfFault, type FaultCode, sentenceOf } from './fault.ts'
import type { Provider, ProviderFault } from './provider.ts'
import { noteBalance, noteFault, noteProviderFault, type ToldDeps } from './told.ts'

export type InvalidRow = { row: number; id?: string; name?: string; reasons: string[] }
export type Catalogue = {
  services: ProviderService[]
  invalid: InvalidRow[]
  /** When it was asked for: what came later is newer. */
  at: Millis
  /** Empty, or under half of the last good answer: nothing is switched off by it. */
  short: boolean
}

export type AnswerDeps = ToldDeps & { connect(doc: ProviderDoc): Provider }
export type AnswerRefusal = FaultCode | 'currency'

/** Balance first: it tells the currency that the rates are in. Without a balance the rates are taken all the same. */
export const askCatalogue = async (
  deps: AnswerDeps,
  doc: ProviderDoc,
): Promise<Outcome<{ catalogue: Catalogue }, AnswerRefusal>> => {
  const at = deps.clock.now()
  const panel = deps.connect(doc)
  const balance = await panel.balance()
  const contradiction = balance.ok ? await noteBalance(deps, doc, balance) : null
  if (contradiction) {
    await noteFault(deps, doc, contradiction)
    return refuse('currency', contradiction)
  }
  const answer = await panel.services()
  if (!answer.ok) return faulty(deps, doc, answer)
  if (!balance.ok) await noteProviderFault(deps, doc, balance)
  const { services, invalid } = answer
  const short = services.length === 0 || services.length * 2 < (doc.catalogue?.rows ?? 0)
  return { ok: true, catalogue: { services, invalid, at, short } }
}

const faulty = async (deps: AnswerDeps, doc: ProviderDoc, fault: ProviderFault) => {
  await noteProviderFault(deps, doc, fault)
  return refuse(codeOfFault(fault), sentenceOf(fault))
}
