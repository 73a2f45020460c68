// What stands about saldo in a dialogue: the question that is open, and what stopping it means.
import type { Rupiah } from '../../lib/brand.ts'
import { DEFAULTS } from '../../model/defaults.ts'
import { type Dialogue, IDLE, yesTo } from '../../model/dialogue.ts'
import type { Say } from '../../model/say.ts'

const TOPUPS: Rupiah[] = [20_000, 50_000, 100_000, 200_000]
export const topupBounds = { offers: TOPUPS, min: DEFAULTS.topupMin, max: DEFAULTS.topupMax }

/** The question about saldo that is open, asked again after something else was answered. */
export const askSaldoAgain = ({ asked, sumFor, payout }: Dialogue): Say[] => {
  if (asked === 'asking_amount' && sumFor === 'topup') return [{ say: 'askTopup', ...topupBounds }]
  if (asked === 'asking_amount') return [{ say: 'notUnderstood', asked, times: 1 }]
  if (asked === 'asking_destination' && payout?.amount !== undefined)
    return [{ say: 'askDestination', amount: payout.amount }]
  return []
}

/** Whether the dialogue is about saldo now, so that "batal" means that. */
export const talksOfSaldo = (dialogue: Dialogue): boolean =>
  dialogue.asked === 'asking_amount' ||
  dialogue.asked === 'asking_destination' ||
  yesTo(dialogue) === 'payout'

/** A dialogue in which nothing of saldo is under way: what was under way before it goes on, what else it holds stays. */
export const withoutSaldo = (dialogue: Dialogue): Dialogue => {
  if (talksOfSaldo(dialogue))
    return dialogue.aside ?? { ...IDLE, ...(dialogue.shown ? { shown: dialogue.shown } : {}) }
  const { payout: _, sumFor: __, aside: ___, ...kept } = dialogue
  return kept
}

/** The beginning of a talk about saldo: the purchase under way is laid aside. */
export const besidePurchase = (dialogue: Dialogue): Dialogue => {
  const { shown } = dialogue
  const aside = talksOfSaldo(dialogue)
    ? dialogue.aside
    : dialogue.service
      ? withoutSaldo(dialogue)
      : undefined
  return { ...IDLE, ...(shown ? { shown } : {}), ...(aside ? { aside } : {}) }
}

/** Nothing was reserved yet: the saldo stays as it is. Null: there is nothing of saldo to stop. */
export const stopSaldo = (dialogue: Dialogue): { dialogue: Dialogue; say: Say[] } | null =>
  talksOfSaldo(dialogue)
    ? { dialogue: withoutSaldo(dialogue), say: [{ say: 'cancelled', saldo: true }] }
    : null
