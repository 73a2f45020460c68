// One update as the dialogue hears it: words with their meaning, a button, or a command.

import type { OrderId, ServiceId } from '../../lib/brand.ts'
import type { Action } from '../../model/action.ts'
import type { Media, Understanding } from '../../model/understanding.ts'

export type Command =
  | { command: 'start'; service?: ServiceId; number?: string; bind?: string }
  | {
      command: 'products' | 'order' | 'history' | 'bills' | 'help' | 'cancel' | 'terms' | 'privacy' | 'forget'
    }
  | { command: 'status'; number?: string }
  | { command: 'language'; language?: 'id' | 'en' }

export type Heard =
  | { heard: 'words'; text: string; media?: Media; meaning: Understanding }
  | { heard: 'button'; action: Action }
  | { heard: 'command'; command: Command }
  | { heard: 'secret' }
  | { heard: 'voice' }

/** What a step wants done outside; its verb says what came of it. */
export type Act =
  | { do: 'quote' }
  | { do: 'confirm'; order: OrderId }
  | { do: 'withdraw'; order: OrderId; next?: 'edit' | 'quantity' | 'link' }
  | { do: 'check'; order?: OrderId; number?: string; claim?: 'words' | 'picture' }
  /** A picture or PDF, perhaps of a payment. */
  | { do: 'proof' }
  | { do: 'myOrders' }
  | { do: 'bills' }
  | { do: 'resendBill' }
  | { do: 'balance' }
  | { do: 'saldoOut' }
  | { do: 'reorder'; order?: OrderId; number?: string }
  | { do: 'complain'; order?: OrderId; number?: string; text: string; refill?: boolean }
  | { do: 'cannotStop'; number?: string }
  /** Asked for and not sold here. */
  | { do: 'demand'; text: string }
  /** A question about the shop as such. */
  | { do: 'question'; text: string }
  | { do: 'human'; text: string }
  | { do: 'choice'; order: OrderId; choice: 'wait' | 'toSaldo' }
  | { do: 'otherProduct'; order: OrderId }
  | { do: 'language'; language: 'id' | 'en' }
  | { do: 'forget' }
  | { do: 'bind'; token: string }
