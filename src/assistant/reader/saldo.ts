// Money in the customer's saldo: the sum to top up or take out, and where a withdrawal goes.
import type { Understanding } from '../../model/understanding.ts'
import { answer, type Case } from './case.ts'
import { isWallet } from './roles.ts'
import { wanted } from './wanted.ts'

const SUMS = ['free', 'money', 'picked', 'amount', 'orderPerhaps']

export const sumOf = ({ said }: Case): { value?: number; torn: boolean } => {
  const sums = said.counts.filter(({ role, broken }) => SUMS.includes(role) && !broken)
  const meant = wanted(
    sums.map(({ value, at, to }) => ({ value, at, to })),
    said.pieces,
  )
  const values = [...new Set(meant.map(({ value }) => value))]
  const [only] = values
  return { ...(values.length === 1 && only !== undefined ? { value: only } : {}), torn: values.length > 1 }
}

/** From the wallet's or bank's name to the end, as written. */
export const destinationIn = ({ said }: Case): string | undefined => {
  const wallets = said.pieces.flatMap(({ sort, text }, at) => (sort === 'word' && isWallet(text) ? [at] : []))
  // "tarik dana ke BCA": the one that the money goes to.
  const at = wallets.find((at) => said.pieces[at - 1]?.text === 'ke') ?? wallets[0] ?? -1
  const wallet = said.pieces[at]
  const digits = said.pieces.slice(at).some(({ sort }) => sort === 'phone' || sort === 'number')
  return wallet && at >= 0 && digits ? said.folded.slice(wallet.from).trim() : undefined
}

export const onAskingAmount = (one: Case): Understanding | null => {
  const intent = one.context.for ?? 'topup'
  const { value, torn } = sumOf(one)
  const destination = destinationIn(one)
  const slots = {
    ...(value === undefined ? {} : { budget: value }),
    ...(destination && intent === 'withdraw' ? { destination } : {}),
  }
  if (torn) return answer(intent, 0.5)
  // "gocap" among friends is fifty thousand.
  if (
    value !== undefined &&
    value < 1000 &&
    one.said.pieces.some(({ raw }) => /^(?:gocap|cepek|gopek|seket)$/i.test(raw))
  )
    return answer(intent, 0.6, { ...slots, budget: value * 1000 })
  if (/\bminimal\b/.test(one.said.line) && !one.said.asks && !/\bberapa\b/.test(one.said.line))
    return answer(intent, 0.5)
  // "50" may mean 50,000; a sum under the least bill is asked about again.
  if (value !== undefined) return answer(intent, value < 500 ? 0.6 : 0.95, slots)
  return /\b(?:semua|full|seluruh)\b/.test(one.said.line) && intent === 'withdraw'
    ? answer(intent, 0.85, slots)
    : null
}

/** "jumlahnya jadi 30rb aja": another sum. */
const otherSum = (one: Case): Understanding | null => {
  const { value, torn } = sumOf(one)
  if (value === undefined || torn || one.said.phone || value === one.context.budget) return null
  return answer('withdraw', 0.85, { budget: value })
}

export const onAskingDestination = (one: Case): Understanding | null => {
  const { said } = one
  const wallet = said.pieces.some(({ sort, text }) => sort === 'word' && isWallet(text))
  const account = said.phone || said.counts.some(({ value }) => String(value).length >= 6)
  if (!wallet && /\b(?:jumlah|ganti|jadi|tarik|semua)\b/.test(said.line)) return otherSum(one)
  if (!wallet && !account) return null
  const question = said.asks || /\b(?:bisa|berapa|apa|bagaimana|boleh)\b/.test(said.line)
  if (question && !account) return answer('ask_general', 0.75)
  return answer('give_destination', account ? 0.95 : 0.72, { destination: said.text.trim() })
}

/** What a wish for saldo carries. */
export const saldoSlots = (one: Case): Partial<Understanding> => {
  const { value } = sumOf(one)
  const destination = destinationIn(one)
  return { ...(value === undefined ? {} : { budget: value }), ...(destination ? { destination } : {}) }
}
