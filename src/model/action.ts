// Button payloads: ≤ 64 bytes, checked as if typed by an enemy. They carry ids, never a mid or a price; a sum only where the customer chooses it.
import type { OrderId, Rupiah, ServiceId } from '../lib/brand.ts'

export type Action =
  | { do: 'choose'; service: ServiceId }
  | { do: 'more' }
  | { do: 'categories' }
  | { do: 'browse'; platform: string }
  | { do: 'ask' }
  | { do: 'quantity'; quantity: number }
  | { do: 'pay'; order: OrderId }
  | { do: 'changeQuantity'; order: OrderId }
  | { do: 'changeLink'; order: OrderId }
  | { do: 'withdraw'; order: OrderId }
  | { do: 'check'; order: OrderId }
  | { do: 'editBill'; order: OrderId }
  | { do: 'status'; order: OrderId }
  | { do: 'again'; order: OrderId }
  | { do: 'problem'; order: OrderId }
  | { do: 'wait'; order: OrderId }
  | { do: 'otherProduct'; order: OrderId }
  | { do: 'toSaldo'; order: OrderId }
  | { do: 'sameAgain' }
  /** "Sudah bayar" on a bill of the seller's own QRIS. */
  | { do: 'claim'; order: OrderId }
  /** "Ulangi": yes to another order beside this one, which is still running. */
  | { do: 'repeat'; order: OrderId }
  | { do: 'repeatNo' }
  | { do: 'saldo' }
  | { do: 'topup'; amount?: Rupiah }
  | { do: 'takeOut'; amount?: Rupiah }
  /** The buttons of a withdrawal's card. */
  | { do: 'takeOutYes' | 'takeOutNo'; card: string }
  | { do: 'human' }
  | { do: 'language'; language: 'id' | 'en' }

const CODES = {
  choose: 'c',
  more: 'm',
  categories: 'k',
  browse: 'b',
  ask: 'a',
  quantity: 'q',
  pay: 'p',
  changeQuantity: 'cq',
  changeLink: 'cl',
  withdraw: 'w',
  check: 'ch',
  editBill: 'e',
  status: 's',
  again: 'ag',
  problem: 'pr',
  wait: 'wt',
  otherProduct: 'op',
  toSaldo: 'ts',
  sameAgain: 'sa',
  claim: 'cb',
  repeat: 'rp',
  repeatNo: 'rn',
  saldo: 'sl',
  topup: 'tu',
  takeOut: 'to',
  takeOutYes: 'ty',
  takeOutNo: 'tn',
  human: 'h',
  language: 'l',
} as const satisfies Record<Action['do'], string>

const NAMES = new Map(Object.entries(CODES).map(([name, code]) => [code as string, name as Action['do']]))

const argument = (action: Action): string => {
  if ('service' in action) return action.service
  if ('order' in action) return action.order
  if ('platform' in action) return action.platform
  if ('quantity' in action) return String(action.quantity)
  if ('card' in action) return action.card
  if ('amount' in action) return String(action.amount ?? '')
  return 'language' in action ? action.language : ''
}

export const writeAction = (action: Action): string => {
  const rest = argument(action)
  return rest ? `${CODES[action.do]}:${rest}` : CODES[action.do]
}

const ID = /^[a-z]{1,3}_[A-Za-z0-9_-]{1,40}$/

/** `null` for anything that we did not write. Whether the customer may do it is checked by the verb. */
export const readAction = (payload: string): Action | null => {
  if (payload.length > 64) return null
  const [code = '', rest = ''] = payload.split(':', 2)
  const name = NAMES.get(code)
  if (!name) return null
  switch (name) {
    case 'choose':
      return ID.test(rest) ? { do: name, service: rest } : null
    case 'browse':
      return /^[a-z]{1,20}$/.test(rest) ? { do: name, platform: rest } : null
    case 'quantity':
      return /^[1-9]\d{0,9}$/.test(rest) ? { do: name, quantity: Number(rest) } : null
    case 'topup':
    case 'takeOut':
      if (rest === '') return { do: name }
      return /^[1-9]\d{0,9}$/.test(rest) ? { do: name, amount: Number(rest) } : null
    case 'takeOutYes':
    case 'takeOutNo':
      return ID.test(rest) ? { do: name, card: rest } : null
    case 'language':
      return rest === 'id' || rest === 'en' ? { do: name, language: rest } : null
    case 'more':
    case 'categories':
    case 'ask':
    case 'sameAgain':
    case 'repeatNo':
    case 'saldo':
    case 'human':
      return rest === '' ? { do: name } : null
    default:
      return ID.test(rest) ? { do: name, order: rest } : null
  }
}
