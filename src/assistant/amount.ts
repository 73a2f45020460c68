// A sum of money as a customer writes it after a command, alone or beside where it shall go: "50000", "50rb", "lima puluh ribu", "Rp50.000". Pure.
import { hear } from './reader/said.ts'

/** "10.15" is a time and "9000.50" no rupiah; only a full sum's own zeros ("9.000,00") may follow its comma. */
const FRACTION = /(?:(?<!\d{3})[.,]0{1,2}|[.,](?!0{1,2}(?!\d))\d{1,2})(?![.,]?\d)/

/** Null: no sum, more than one, or one that cannot be meant ("-5"). */
export const sumIn = (text: string): number | null => {
  if (/[-−–]\s*(?:rp\.?\s*)?\d/i.test(text)) return null
  const { counts, strange, pieces } = hear(text)
  const [only, second] = counts
  const other = strange.length > 0 || pieces.some(({ sort }) => sort === 'link' || sort === 'phone')
  if (!only || second || other || (!only.scaled && FRACTION.test(text.normalize('NFKC')))) return null
  if (only.broken || !Number.isSafeInteger(only.value)) return null
  return only.value > 0 ? only.value : null
}

const COUNTED = ['free', 'money', 'picked', 'amount', 'orderPerhaps']

/** The sum in "20000 dana 0812… a.n. Ani": the one number that is no account's. */
export const sumBeside = (text: string): number | null => {
  const { counts } = hear(text)
  const [only, second] = counts.filter(({ role, broken }) => COUNTED.includes(role) && !broken)
  return only && !second && only.value > 0 && Number.isSafeInteger(only.value) ? only.value : null
}
