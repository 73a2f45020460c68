// One update as the dialogue hears it: words with their meaning, a button, or a command.

import type { OrderId, Rupiah, ServiceId } from '../../lib/brand.ts'
import type { Action } from '../../model/action.ts'
import type { SentFile } from '../../model/say.ts'
import type { Media, Understanding } from '../../model/understanding.ts'

export type Command =
  | { command: 'start'; service?: ServiceId; number?: string; bind?: string }
  | {
      command: 'products' | 'order' | 'history' | 'bills' | 'help' | 'cancel' | 'terms' | 'privacy' | 'forget'
    }
  | { command: 'saldo' }
  /** `sum`: what was written after the command. */
  | { command: 'topup' | 'takeOut'; sum: string }
  | { command: 'status'; number?: string }
  | { command: 'language'; language?: 'id' | 'en' }

export type Heard =
  | { heard: 'words'; text: string; media?: Media; file?: SentFile; meaning: Understanding }
  | { heard: 'button'; action: Action }
  | { heard: 'command'; command: Command }
  | { heard: 'secret' }
  | { heard: 'voice' }

/** What takes the place of what an open bill is for. */
export type NewValue = { quantity?: number; link?: string; linkRaw?: string; service?: ServiceId }

/** What a step wants done outside; its verb says what came of it. */
export type Act =
  /** `repeat`: said yes to another beside the one that is running. */
  | { do: 'quote'; repeat?: true }
  | { do: 'confirm'; order: OrderId }
  /** `with`: the new value, where it was said along. */
  | { do: 'withdraw'; order: OrderId; next?: 'edit' | 'quantity' | 'link'; with?: NewValue }
  | { do: 'check'; order?: OrderId; number?: string; claim?: 'words' | 'picture' }
  /** A picture or PDF, perhaps of a payment. */
  | { do: 'proof'; file?: SentFile }
  /** "Sudah bayar" on a bill of the seller's own QRIS. */
  | { do: 'claim'; order: OrderId }
  | { do: 'myOrders' }
  | { do: 'bills' }
  | { do: 'resendBill' }
  | { do: 'balance' }
  | { do: 'topup'; amount?: Rupiah }
  /** `unread`: a sum was written that is none. `text`: words that may say where to. */
  | { do: 'takeOut'; amount?: Rupiah; all?: true; unread?: true; text: string }
  | { do: 'destination'; text: string }
  | { do: 'payOut'; card: string }
  | { do: 'reorder'; order?: OrderId; number?: string }
  | { do: 'complain'; order?: OrderId; number?: string; text: string; refill?: boolean }
  | { do: 'cannotStop'; number?: string }
  /** Asked for and not sold here. */
  | { do: 'demand'; text: string }
  /** A question about the shop as such. */
  | { do: 'question'; text: string }
  /** Beside what the shelf says of a product. */
  | { do: 'aside'; text: string }
  /** A word in passing. */
  | { do: 'smallTalk'; text: string }
  | { do: 'human'; text: string }
  | { do: 'choice'; order: OrderId; choice: 'wait' | 'toSaldo' }
  | { do: 'otherProduct'; order: OrderId }
  | { do: 'language'; language: 'id' | 'en' }
  | { do: 'forget' }
  | { do: 'bind'; token: string }
