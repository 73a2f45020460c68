// Payloads of the buttons in the seller's own chat: ≤ 64 bytes, read as if typed by an enemy. They begin with `!`, so that they are
// never read as a customer's (model/action). `mark` is what the button was shown for: what has come since needs a button of its own.
import type { OrderId, ServiceId } from '../lib/brand.ts'
import { sha256Hex } from '../lib/signature.ts'
import { isQuickAnswer, type QuickAnswer } from './quick-answer.ts'

/** On how an order stood when the card was shown. */
export type OnOrder =
  /** "Kirim saja", "kirim ulang", "kirim sungguhan". */
  | 'approve'
  | 'giveBack'
  /** Unknown: "it went in" (asks for the panel's id), "it did not: send again", "it did not: give back". */
  | 'taken'
  | 'sendAgain'
  | 'notTaken'
  /** Another service instead: shows which. */
  | 'other'
/** On a claimed bill of the seller's own QRIS. `otherSum` asks for the sum. */
export type OnBill = 'received' | 'notYet' | 'otherSum'
export type OnWithdrawal = 'withdrawal' | 'reveal' | 'paidOut' | 'reject'
/** `itemReply` asks for the words that end it. */
export type OnItem = 'item' | 'itemDone' | 'itemReply'
/** On a chat that a person has: shown anew, asks for words, given back to the bot. */
export type OnChat = 'chat' | 'reply' | 'handBack'
/** What concerns the shop as such. `until` is what was asked for; `leave` takes a question back. */
export type OnShop = 'desk' | 'report' | 'mute' | 'unmute' | 'open' | 'until' | 'leave' | 'failed'

export type DeskAction =
  | { desk: OnOrder; order: OrderId; mark: string }
  | { desk: OnBill; order: OrderId; mark: string }
  | { desk: 'order'; order: OrderId }
  | { desk: 'route'; order: OrderId; mark: string; service: ServiceId }
  | { desk: OnWithdrawal; withdrawal: string }
  /** `item`, `job`, `chat`: the marks of an item's and of a failed job's id, of a chat's key. */
  | { desk: OnItem; item: string }
  | { desk: 'itemTell'; item: string; pick: QuickAnswer }
  | { desk: OnChat; chat: string }
  | { desk: 'retry'; job: string }
  | { desk: OnShop }

const CODES = {
  approve: 'a',
  giveBack: 'g',
  taken: 't',
  sendAgain: 's',
  notTaken: 'b',
  other: 'o',
  received: 'r',
  notYet: 'n',
  otherSum: 'u',
  order: 'c',
  route: 'p',
  withdrawal: 'w',
  reveal: 'wl',
  paidOut: 'wp',
  reject: 'wr',
  item: 'i',
  itemDone: 'id',
  itemReply: 'ir',
  itemTell: 'it',
  chat: 'h',
  reply: 'hr',
  handBack: 'hb',
  retry: 'j',
  desk: 'm',
  report: 'l',
  mute: 'q',
  unmute: 'qu',
  open: 'ob',
  until: 'cl',
  leave: 'x',
  failed: 'f',
} as const satisfies Record<DeskAction['desk'], string>

export const DESK_PREFIX = '!'
const NAMES = new Map(
  Object.entries(CODES).map(([name, code]) => [code as string, name as DeskAction['desk']]),
)

export const writeDesk = (action: DeskAction): string => {
  const parts: (string | number)[] = [`${DESK_PREFIX}${CODES[action.desk]}`]
  if ('order' in action) parts.push(action.order)
  if ('mark' in action) parts.push(action.mark)
  if ('service' in action) parts.push(action.service)
  if ('withdrawal' in action) parts.push(action.withdrawal)
  if ('item' in action) parts.push(action.item)
  if ('pick' in action) parts.push(action.pick)
  if ('chat' in action) parts.push(action.chat)
  if ('job' in action) parts.push(action.job)
  return parts.join(':')
}

const ID = /^[a-z]{1,3}_[A-Za-z0-9_-]{1,40}$/
const MARK = /^[0-9a-f]{8}$/

/** A mark as it travels: eight hexadecimal figures of whatever names it. */
export const markOf = (what: string): string => sha256Hex(what).slice(0, 8)

type Rest = readonly string[]
type Reads = (rest: Rest) => DeskAction | null

const onStanding =
  (desk: OnOrder | OnBill): Reads =>
  ([order = '', mark = '', ...more]) =>
    ID.test(order) && MARK.test(mark) && more.length === 0 ? { desk, order, mark } : null

const onId =
  (make: (id: string) => DeskAction): Reads =>
  ([id = '', ...more]) =>
    ID.test(id) && more.length === 0 ? make(id) : null

const onMark =
  (make: (mark: string) => DeskAction): Reads =>
  ([mark = '', ...more]) =>
    MARK.test(mark) && more.length === 0 ? make(mark) : null

const onShop =
  (desk: OnShop): Reads =>
  (rest) =>
    rest.length === 0 ? { desk } : null

const READS: Record<DeskAction['desk'], Reads> = {
  approve: onStanding('approve'),
  giveBack: onStanding('giveBack'),
  taken: onStanding('taken'),
  sendAgain: onStanding('sendAgain'),
  notTaken: onStanding('notTaken'),
  other: onStanding('other'),
  received: onStanding('received'),
  notYet: onStanding('notYet'),
  otherSum: onStanding('otherSum'),
  order: onId((order) => ({ desk: 'order', order })),
  route: ([order = '', mark = '', service = '', ...more]) =>
    ID.test(order) && MARK.test(mark) && ID.test(service) && more.length === 0
      ? { desk: 'route', order, mark, service }
      : null,
  withdrawal: onId((withdrawal) => ({ desk: 'withdrawal', withdrawal })),
  reveal: onId((withdrawal) => ({ desk: 'reveal', withdrawal })),
  paidOut: onId((withdrawal) => ({ desk: 'paidOut', withdrawal })),
  reject: onId((withdrawal) => ({ desk: 'reject', withdrawal })),
  item: onMark((item) => ({ desk: 'item', item })),
  itemDone: onMark((item) => ({ desk: 'itemDone', item })),
  itemReply: onMark((item) => ({ desk: 'itemReply', item })),
  itemTell: ([item = '', pick = '', ...more]) =>
    MARK.test(item) && isQuickAnswer(pick) && more.length === 0 ? { desk: 'itemTell', item, pick } : null,
  chat: onMark((chat) => ({ desk: 'chat', chat })),
  reply: onMark((chat) => ({ desk: 'reply', chat })),
  handBack: onMark((chat) => ({ desk: 'handBack', chat })),
  retry: onMark((job) => ({ desk: 'retry', job })),
  desk: onShop('desk'),
  report: onShop('report'),
  mute: onShop('mute'),
  unmute: onShop('unmute'),
  open: onShop('open'),
  until: onShop('until'),
  leave: onShop('leave'),
  failed: onShop('failed'),
}

/** `null` for anything that we did not write. Whether it may be done is judged where it is done. */
export const readDesk = (payload: string): DeskAction | null => {
  if (payload.length > 64 || !payload.startsWith(DESK_PREFIX)) return null
  const [code = '', ...rest] = payload.slice(DESK_PREFIX.length).split(':')
  const name = NAMES.get(code)
  return name ? READS[name](rest) : null
}
