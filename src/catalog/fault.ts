// Why a panel gave no answer, for its seller: a short code where the dashboard has words for it, and one plain sentence.
import type { ProviderFault } from './provider.ts'

export type FaultCode = 'auth' | 'ip' | 'throttled' | 'down' | 'unreadable' | 'blocked' | 'refused'

export const codeOfFault = ({ reason, code }: ProviderFault): FaultCode => {
  if (code === 'throttled' || code === 'LIMITED') return 'throttled'
  return reason === 'unreachable' ? 'down' : reason
}

const SENTENCES: Record<FaultCode, string> = {
  auth: 'The panel refuses the API key',
  ip: "The panel refuses this server's address",
  throttled: 'The panel asks to slow down',
  down: 'The panel cannot be reached',
  unreadable: 'The answer of the panel cannot be read',
  blocked: 'This address may not be reached from here',
  refused: 'The panel refuses',
}

/** With the panel's own words, which are for the seller alone. */
export const sentenceOf = (fault: ProviderFault): string => {
  const transport = fault.status === undefined ? fault.code : `HTTP ${fault.status}`
  const detail = [transport, fault.message].filter(Boolean).join(': ')
  const sentence = SENTENCES[codeOfFault(fault)]
  return detail ? `${sentence} (${detail})` : sentence
}
