// The transcripts of chats. A message's number rises per chat and is kept on the chat's lane, so that none is given twice.
import type { ChatMessage } from '../../documents.ts'
import type { Store } from '../../store.ts'
import type { Collections } from './database.ts'
import { ensureLane } from './inbox.ts'
import type { Row } from './ring.ts'
import { fromStored, toStored } from './stored.ts'
import { lost, untilWon } from './turns.ts'

type Messages = Store['messages']

const toMessage = (row: Row): ChatMessage => ({
  ...fromStored<ChatMessage>(row['said']),
  id: Number(row['n']),
})

export const makeMessages = (of: Collections, clock: { now(): number }): Messages => {
  const [ring, lanes] = [of('message'), of('lane')]
  const idOf = (chat: string, n: number) => `${chat}#${n}`
  return {
    append: async (message) => {
      const { chat, shop, at } = message
      await ensureLane(lanes, chat)
      const lane = await lanes.take({ _id: chat }, { $inc: { said: 1 } }, { answer: 'after' })
      const n = Number(lane?.['said'])
      await ring.insert({
        _id: idOf(chat, n),
        chat,
        n,
        shop,
        changed: at,
        v: 1,
        ...toStored({ said: message }),
      })
      return n
    },
    edit: (chat, id, patch) =>
      untilWon<boolean>(ring, `${chat} ${id}`, async () => {
        const row = await ring.first({ _id: idOf(chat, id) })
        if (!row) return false
        const changed = Math.max(Number(row['changed']), patch.editedAt ?? clock.now())
        const { id: _, ...said } = { ...toMessage(row), ...patch }
        const v = Number(row['v'])
        const next = { ...row, changed, v: v + 1, ...toStored({ said }) }
        return (await ring.replace({ _id: row._id, v }, next)) || lost
      }),
    list: async (shop, chat, { after, changedSince, limit }) => {
      const mine = { shop, chat }
      if (after !== undefined)
        return (await ring.find({ ...mine, n: { $gt: after } }, { sort: { n: 1 }, limit })).map(toMessage)
      if (changedSince !== undefined)
        return (await ring.find({ ...mine, changed: { $gte: changedSince } }, { sort: { n: 1 }, limit })).map(
          toMessage,
        )
      return (await ring.find(mine, { sort: { n: -1 }, limit })).reverse().map(toMessage)
    },
    removeOf: async (shop, chat) => void (await ring.remove({ shop, chat })),
  }
}
