// A sum of money as a customer writes it after a command: "50000", "50rb", "lima puluh ribu", "Rp50.000". Pure.
import { hear } from './reader/said.ts'

/** Null: no sum, more than one, or one that cannot be meant ("-5"). */
export const sumIn = (text: string): number | null => {
  if (/[-−–]\s*(?:rp\.?\s*)?\d/i.test(text)) return null
  const { counts, strange, pieces } = hear(text)
  const [only, second] = counts
  const other = strange.length > 0 || pieces.some(({ sort }) => sort === 'link' || sort === 'phone')
  if (!only || second || other || only.broken || !Number.isSafeInteger(only.value)) return null
  return only.value > 0 ? only.value : null
}
