// Sends what a turn answered. A fault of Telegram is waited out by the lane, which brings the update again: what was sent before the
// fault is not sent twice. A process that died has forgotten that, and says all of it again.
import type { ChatKey } from '../lib/brand.ts'
import type { Outgoing } from '../model/say.ts'
import type { Channel, SendOutcome } from '../notices/channel.ts'

/** `wait`: Telegram could not be reached; the update comes again after so many milliseconds and is answered from what was written. */
export type Handled = { kind: 'done' } | { kind: 'wait'; ms: number; error: string }

export const DONE: Handled = { kind: 'done' }

export type Answering = {
  chat: ChatKey
  /** The inbox's number of the update. */
  n: number
  replies: Outgoing[]
  /** So many of them have been sent before. */
  from?: number
  /** A message of the customer that must not stay (a password). */
  remove?: number
}

export type SendReplies = (answering: Answering) => Promise<Handled>

const waiting = (sent: SendOutcome | { kind: 'gone' }): Handled | null =>
  sent.kind === 'later' ? { kind: 'wait', ms: sent.ms, error: sent.detail } : null

/** `remember` writes down how many of the replies to an update went out before a fault: whoever of the processes goes on knows it. */
export type Remember = (chat: ChatKey, said: { n: number; replies: number }) => Promise<unknown>

export const makeReplies = (channel: Channel, remember: Remember): SendReplies => {
  const halfSaid = ({ chat, n, replies }: Answering, sent: number) =>
    remember(chat, { n, replies: replies.slice(0, sent).filter(({ offRecord }) => !offRecord).length })
  const send = async (answering: Answering): Promise<Handled> => {
    const { chat, replies, from = 0 } = answering
    for (const [i, reply] of replies.entries()) {
      if (i < from) continue
      const sent = await channel.send(chat, reply)
      if (sent.kind === 'sent') continue
      // Who blocked the bot hears nothing of it; the rest would end the same way.
      if (sent.kind === 'blocked') return DONE
      if (i > from) await halfSaid(answering, i)
      if (sent.kind === 'refused') throw new Error(`a reply was refused: ${sent.detail}`)
      return waiting(sent) ?? DONE
    }
    return DONE
  }
  return async (answering) => {
    const { chat, remove } = answering
    const removed = remove === undefined ? null : waiting(await channel.remove(chat, remove))
    return removed ?? send(answering)
  }
}
