// Withdrawals in the seller's chat: shown with a masked destination, in full only when asked for and only here, paid by hand or refused
// with a reason. What has ended says by whom and when.
import type { DeskAction } from '../../model/desk-action.ts'
import type { Destination } from '../../model/destination.ts'
import type { Outgoing } from '../../model/say.ts'
import { sellerHow, showCard } from '../../notices/cards.ts'
import { withdrawalCard, withdrawalEnded } from '../../notices/payouts.ts'
import type { Withdrawal } from '../../store/store.ts'
import { renderSeller } from '../../text/seller.ts'
import type { Answered, DeskDeps, Seat } from './deps.ts'
import { say } from './on-order.ts'

export type WithdrawalAction = Extract<DeskAction, { withdrawal: string }>

export const onWithdrawal = async (
  deps: DeskDeps,
  seat: Seat,
  action: WithdrawalAction,
): Promise<Answered> => {
  const found = await deps.store.withdrawals.get(seat.shop.id, action.withdrawal)
  if (!found) return say(seat, { say: 'notHere' })
  if (found.state !== 'due') return over(deps, seat, found)
  switch (action.desk) {
    case 'withdrawal':
      return show(deps, seat, found)
    case 'reveal':
      return reveal(deps, seat, found)
    case 'paidOut':
      return end(deps, seat, await deps.payouts.pay(on(seat, found)))
    case 'reject':
      return {
        ...say(seat, { say: 'ask', ask: 'reason', sum: found.amount }),
        ask: { ask: 'reason', about: action },
      }
  }
}

const on = ({ shop, by }: Seat, { id }: Withdrawal) => ({ shop: shop.id, id, by })

const cardOf = async (
  deps: DeskDeps,
  { shop, now }: Seat,
  { found, full }: { found: Withdrawal; full?: Destination },
): Promise<Outgoing> => {
  const card = { ...(await withdrawalCard(deps, found)), ...(full ? { full } : {}) }
  return renderSeller({ news: 'withdrawal', card }, sellerHow(shop, now))
}

const show = async (deps: DeskDeps, seat: Seat, found: Withdrawal): Promise<Answered> => {
  const message = await cardOf(deps, seat, { found })
  const shown = await showCard(deps, seat, { subject: found.id, message })
  return shown.kind === 'sent' ? {} : { replies: [message] }
}

/** In place of the masked card; the end of the withdrawal masks it again. */
const reveal = async (deps: DeskDeps, seat: Seat, found: Withdrawal): Promise<Answered> => {
  const opened = await deps.payouts.reveal(on(seat, found))
  if (!opened.ok) return say(seat, { say: 'refused', why: opened.reason })
  return { edit: await cardOf(deps, seat, { found, full: opened.destination }) }
}

type Outcome = Awaited<ReturnType<DeskDeps['payouts']['pay']>>

const end = async (deps: DeskDeps, seat: Seat, outcome: Outcome): Promise<Answered> => {
  if (!outcome.ok) return say(seat, { say: 'refused', why: outcome.reason })
  if (outcome.already) return over(deps, seat, outcome.withdrawal)
  return { edit: await withdrawalEnded(deps, seat.shop, outcome.withdrawal) }
}

const over = async (deps: DeskDeps, seat: Seat, found: Withdrawal): Promise<Answered> => {
  const edit = await withdrawalEnded(deps, seat.shop, found)
  return { replies: [edit], edit, once: true }
}

const REASON = { least: 3, most: 200 }

export const answerOnWithdrawal = async (
  deps: DeskDeps,
  seat: Seat,
  { about, text }: { about: WithdrawalAction; text: string },
): Promise<Answered> => {
  const found = await deps.store.withdrawals.get(seat.shop.id, about.withdrawal)
  if (!found) return say(seat, { say: 'notHere' })
  if (found.state !== 'due') return over(deps, seat, found)
  const reason = text.replace(/\s+/g, ' ').trim()
  if (reason.length < REASON.least || reason.length > REASON.most || !/\p{L}{2}/u.test(reason))
    return { ...say(seat, { say: 'unread', ask: 'reason' }), stay: true }
  const { edit, replies } = await end(deps, seat, await deps.payouts.reject({ ...on(seat, found), reason }))
  return { replies: replies ?? (edit ? [edit] : []) }
}
