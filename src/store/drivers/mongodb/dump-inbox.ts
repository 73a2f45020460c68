// Updates and lanes in the form of `store/dump.ts`: which updates wait is said by the lane's queue here, and by the updates there.
import type { Dumped } from '../../dump.ts'
import type { Part } from './dump-part.ts'
import { type Lane, numberAt, type Update } from './inbox.ts'
import type { Ring, Row } from './ring.ts'

type Said = {
  bot: string
  updateId: number
  chat: string
  n: number
  at: number
  tries: number
  state: Update['state']
  body: string
  error?: string
}

/** Ended, though a holder that was killed left it marked as waiting; nothing where it was never taken up: its sender was not answered. */
const said = (update: Update, lane: Lane | undefined): Said | null => {
  const { bot, updateId, chat, at, tries, error } = update
  const place = lane?.queue.indexOf(update._id) ?? -1
  const n = update.n ?? (lane && place >= 0 ? numberAt(lane, place) : undefined)
  if (n === undefined) return null
  const ended = update.state === 'waiting' && place < 0
  const [state, body] = ended ? (['done', ''] as const) : [update.state, update.body]
  return { bot, updateId, chat, n, at, tries, state, body, ...(error === undefined ? {} : { error }) }
}

export const inboxPart = (lanes: Ring): Part => ({
  dumped: async (rows) => {
    const updates = rows as Update[]
    const chats = [...new Set(updates.map(({ chat }) => chat))]
    const found = (await lanes.find({ _id: { $in: chats } })) as Lane[]
    const byChat = new Map(found.map((lane) => [lane._id, lane]))
    return updates.flatMap((update) => {
      const doc = said(update, byChat.get(update.chat))
      return doc ? [{ id: update._id, doc }] : []
    })
  },
  rows: async (dumped) => dumped.map(({ id, doc }): Row => ({ _id: id, ...(doc as Said) })),
})

type SaidLane = { last: number; said: number; owner?: string; token: number; freeAt: number }

/** From the oldest that waits up to the last number, without a gap: what is missing in between is passed over when its turn comes. */
const queueOf = (waiting: Update[], last: number): string[] => {
  const byNumber = new Map(waiting.map((update) => [update.n ?? 0, update._id]))
  const first = Math.min(...byNumber.keys())
  if (byNumber.size === 0) return []
  return Array.from({ length: last - first + 1 }, (_, i) => byNumber.get(first + i) ?? `gone:${first + i}`)
}

const laneRow = ({ id, doc }: Dumped, waiting: Update[]): Row => {
  const { owner, ...lane } = doc as SaidLane
  const last = Math.max(lane.last, ...waiting.map(({ n = 0 }) => n))
  const queue = queueOf(waiting, last)
  const head = waiting.find(({ _id }) => _id === queue[0])
  return {
    _id: id,
    ...lane,
    last,
    queue,
    waiting: queue.length > 0 ? 1 : 0,
    headAt: head?.at ?? 0,
    v: 0,
    ...(owner === undefined ? {} : { owner }),
  }
}

export const lanePart = (updates: Ring): Part => ({
  dumped: async (rows) =>
    (rows as Lane[]).map(({ _id, last, said: spoken, owner, token, freeAt }) => {
      const doc: SaidLane = { last, said: spoken, token, freeAt, ...(owner === undefined ? {} : { owner }) }
      return { id: _id, doc }
    }),
  rows: async (dumped) => {
    const chats = dumped.map(({ id }) => id)
    const waiting = (await updates.find({ state: 'waiting', chat: { $in: chats } })) as Update[]
    const of = Map.groupBy(waiting, ({ chat }) => chat)
    return dumped.map((one) => laneRow(one, of.get(one.id) ?? []))
  },
})
