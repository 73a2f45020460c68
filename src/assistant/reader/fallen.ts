// "dari 1000 tinggal 300": less than there was, told after a sale. A fault, and no wish for a number.
import type { Understanding } from '../../model/understanding.ts'
import { answer, type Case } from './case.ts'

const FELL =
  /# (?:\S+ ){0,3}(?:tinggal|sisa|tersisa)(?: \S+)? #|\b(?:tinggal|sisa|tersisa) (?:\S+ )?#(?: \S+)? dari (?:\S+ )?#|\bdari # (?:\S+ )?(?:jadi|ke|menjadi) (?:\S+ )?#|\bdrop\b(?: \S+){0,2} #(?: \S+)? (?:ke|jadi) #/
const OF_MONEY = /\b(?:saldo|uang|harga|budget|bayar|nego|diskon|rupiah)\b/

/** "dari 1000 tinggal 300": less than there was, once nothing is being ordered. */
export const shrinks = ({ said, state }: Case): Understanding | null => {
  const [first, second, third] = said.counts
  if ((state !== 'idle' && state !== 'paying') || !first || !second || third) return null
  if (!FELL.test(said.line) || OF_MONEY.test(said.line) || /\b(?:kalau|apakah)\b/.test(said.line)) return null
  const left = /\b(?:tinggal|sisa|tersisa) (?:\S+ )?#(?: \S+)? dari\b/.test(said.line)
  const [before, now] = left ? [second, first] : [first, second]
  return now.value < before.value && before.role !== 'money' ? answer('complaint', 0.8) : null
}
