// Updates as they arrived, and the lane of each chat: which of them wait, in their order, and who works on them. The lane is one document,
// so that an update's number and its place in the queue are one write; the words lie beside it. An update is handed out only when its
// number stands on its own row as well: sent again later, it is known by that.
import type { InboxUpdate } from '../../documents.ts'
import type { Inbox } from '../../store.ts'
import type { Collections } from './database.ts'
import type { Ring, Row } from './ring.ts'
import { lost, untilWon } from './turns.ts'

export type Update = Row &
  Omit<InboxUpdate, 'n'> & { n?: number; state: 'waiting' | 'done' | 'dead'; error?: string }
/** `queue`: ids of waiting updates, oldest first; their numbers end in `last`, without a gap. */
export type Lane = Row & {
  last: number
  said: number
  queue: string[]
  waiting: 0 | 1
  headAt: number
  owner?: string
  token: number
  freeAt: number
  v: number
}

/** A lane outlives its updates and messages: the numbers of both rise for as long as the chat exists. */
export const ensureLane = async (lanes: Ring, chat: string): Promise<void> => {
  if (await lanes.first({ _id: chat })) return
  const empty = { last: 0, said: 0, queue: [], waiting: 0, headAt: 0, token: 0, freeAt: 0, v: 0 }
  await lanes.insert({ _id: chat, ...empty })
}

const idOf = (bot: string, updateId: number): string => `${bot}:${updateId}`
export const numberAt = ({ last, queue }: Lane, at: number): number => last - (queue.length - 1 - at)

const toUpdate = ({ bot, updateId, chat, n = 0, at, body, tries }: Update): InboxUpdate => ({
  bot,
  updateId,
  chat,
  n,
  at,
  body,
  tries,
})

type Rings = { updates: Ring; lanes: Ring }

/** The number that its row, or its place in the queue, gives it. */
const queued = async ({ updates, lanes }: Rings, { _id: id, chat, at }: Update): Promise<number> => {
  const set = { waiting: 1 }
  const before = await lanes.first({ _id: chat })
  const headAt = (before?.['queue'] as string[] | undefined)?.length ? {} : { headAt: at }
  const lane = (await lanes.take(
    { _id: chat, queue: { $ne: id } },
    { $push: { queue: id }, $inc: { last: 1, v: 1 }, $set: { ...set, ...headAt } },
    { answer: 'after' },
  )) as Lane | null
  const found = lane ?? ((await lanes.first({ _id: chat })) as Lane)
  const place = found.queue.indexOf(id)
  if (place >= 0) return numberAt(found, place)
  const known = (await updates.first({ _id: id })) as Update | null
  return known?.n ?? found.last
}

const makeAccept =
  (rings: Rings): Inbox['accept'] =>
  async ({ bot, updateId, chat, at, body }) => {
    const id = idOf(bot, updateId)
    const update: Update = { _id: id, bot, updateId, chat, at, body, tries: 0, state: 'waiting' }
    const fresh = await rings.updates.insert(update)
    const stored = fresh ? update : ((await rings.updates.first({ _id: id })) as Update | null)
    if (stored?.n !== undefined) return { n: stored.n, fresh: false }
    // Stored by one who was killed before it was queued, or who is about to queue it: the queue takes it once.
    await ensureLane(rings.lanes, chat)
    const n = await queued(rings, stored ?? update)
    await rings.updates.update({ _id: id, n: { $exists: false } }, { $set: { n } })
    return { n, fresh }
  }

const FREE = { waiting: 1 }

/** Takes an update that has ended out of the queue, as a holder that was killed in between left it. */
const skipEnded = (lanes: Ring, lane: Lane, id: string): Promise<boolean> =>
  released(lanes, { chat: lane._id, token: lane.token }, { at: 0, out: id })

const makeClaim =
  ({ updates, lanes }: Rings): Inbox['claim'] =>
  (owner, now, length, only) =>
    untilWon<{ update: InboxUpdate; token: number } | null>(lanes, 'free', async () => {
      const before = (await lanes.take(
        { ...FREE, freeAt: { $lte: now }, ...(only === undefined ? {} : { _id: only }) },
        { $set: { owner, freeAt: now + length }, $inc: { token: 1, v: 1 } },
        { sort: { headAt: 1, _id: 1 }, answer: 'before' },
      )) as Lane | null
      if (!before) return null
      const [id = ''] = before.queue
      const token = before.token + 1
      const n = numberAt(before, 0)
      // A former holder that never came back counts as a try: an update that kills its worker must not do so for ever.
      const tried = before.owner === undefined ? {} : { $inc: { tries: 1 } }
      const update = (await updates.take(
        { _id: id, state: 'waiting' },
        { $set: { n }, ...tried },
        { answer: 'after' },
      )) as Update | null
      if (update) return { update: toUpdate(update), token }
      await skipEnded(lanes, { ...before, token }, id)
      return lost
    })

type Held = { chat: string; token: number }
/** `out`: what leaves the queue. */
type Leaving = { at: number; out?: string }

/** Frees the lane, for its holder alone. */
const released = (lanes: Ring, { chat, token }: Held, { at, out }: Leaving): Promise<boolean> =>
  untilWon<boolean>(lanes, chat, async () => {
    const lane = (await lanes.first({ _id: chat })) as Lane | null
    if (!lane || lane.token !== token || lane.owner === undefined) return false
    const queue = lane.queue.filter((one) => one !== out)
    const waiting = queue.length > 0 ? 1 : 0
    const done = await lanes.update(
      { _id: chat, token, v: lane.v },
      { $set: { queue, waiting, freeAt: at }, $unset: { owner: '' }, $inc: { v: 1 } },
    )
    return done || lost
  })

/** What only the holder of the chat's newest lease may say. */
const makeEnds = ({ updates, lanes }: Rings): Pick<Inbox, 'done' | 'retry' | 'bury' | 'renew'> => {
  const idAt = async (chat: string, n: number): Promise<string | undefined> => {
    const lane = (await lanes.first({ _id: chat })) as Lane | null
    return lane?.queue.find((_, at) => numberAt(lane, at) === n)
  }
  const LONGEST_ERROR = 500
  return {
    done: async (chat, token, n) => {
      const out = await idAt(chat, n)
      if (!(await released(lanes, { chat, token }, { at: 0, ...(out ? { out } : {}) }))) return false
      if (out) await updates.update({ _id: out, state: 'waiting' }, { $set: { state: 'done', body: '' } })
      return true
    },
    retry: async (chat, token, n, at, error, isTry) => {
      const id = await idAt(chat, n)
      if (!(await released(lanes, { chat, token }, { at }))) return false
      if (id)
        await updates.update(
          { _id: id },
          { $set: { error: error.slice(0, LONGEST_ERROR) }, ...(isTry ? { $inc: { tries: 1 } } : {}) },
        )
      return true
    },
    bury: async (chat, token, n, error) => {
      const out = await idAt(chat, n)
      if (!(await released(lanes, { chat, token }, { at: 0, ...(out ? { out } : {}) }))) return false
      if (out)
        await updates.update(
          { _id: out },
          { $set: { state: 'dead', error: error.slice(0, LONGEST_ERROR) }, $inc: { tries: 1 } },
        )
      return true
    },
    renew: (chat, token, until) =>
      lanes.update(
        { _id: chat, token, owner: { $exists: true } },
        { $set: { freeAt: until }, $inc: { v: 1 } },
      ),
  }
}

const SWEPT_AT_ONCE = 200

export const makeInbox = (of: Collections): Inbox => {
  const rings: Rings = { updates: of('inbox'), lanes: of('lane') }
  const { updates, lanes } = rings
  /** Left by a holder that was killed between freeing the lane and saying so here. */
  const sweepStray = async (before: number): Promise<number> => {
    const old = await updates.find({ state: 'waiting', at: { $lt: before } }, { limit: SWEPT_AT_ONCE })
    let swept = 0
    for (const { _id, chat } of old)
      if (!(await lanes.first({ _id: chat as string, queue: _id })))
        swept += await updates.remove({ _id, state: 'waiting' })
    return swept
  }
  return {
    ...makeEnds(rings),
    accept: makeAccept(rings),
    claim: makeClaim(rings),
    about: async ({ bot, updateId, chat }) => ({
      known: (await updates.first({ _id: idOf(bot, updateId) })) !== null,
      waiting: (await lanes.first({ _id: chat, ...FREE })) !== null,
    }),
    dead: async (limit) =>
      ((await updates.find({ state: 'dead' }, { sort: { at: -1 }, limit })) as Update[]).map((row) => ({
        ...toUpdate(row),
        error: row.error ?? '',
      })),
    nextAt: async () => {
      const next = await lanes.first(FREE, { freeAt: 1 })
      return next ? Number(next['freeAt']) : null
    },
    prune: async (before) =>
      (await updates.remove({ state: 'done', at: { $lt: before } })) + (await sweepStray(before)),
  }
}
