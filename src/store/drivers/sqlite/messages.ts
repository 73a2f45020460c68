// The transcripts of chats. A message's number rises per chat and is kept on the chat's lane, so that none is given twice.
import type { Database } from 'bun:sqlite'
import type { ChatMessage } from '../../documents.ts'
import type { Store } from '../../store.ts'
import type { Writer } from './writer.ts'

type Row = { chat: string; n: number; shop: string; changed: number; body: string }
type Messages = Store['messages']

const toMessage = ({ body, n }: Row): ChatMessage => ({ ...(JSON.parse(body) as ChatMessage), id: n })

const makeList = (db: Database): Messages['list'] => {
  const page = (condition: string) =>
    db.query<Row, [string, string, number, number]>(
      `select * from message where shop = ? and chat = ? and ${condition} order by n limit ?`,
    )
  const after = page('n > ?')
  const since = page('changed >= ?')
  const newest = db.query<Row, [string, string, number]>(
    'select * from message where shop = ? and chat = ? order by n desc limit ?',
  )
  return async (shop, chat, { after: last, changedSince, limit }) => {
    if (last !== undefined) return after.all(shop, chat, last, limit).map(toMessage)
    if (changedSince !== undefined) return since.all(shop, chat, changedSince, limit).map(toMessage)
    return newest.all(shop, chat, limit).reverse().map(toMessage)
  }
}

export const makeMessages = (db: Database, write: Writer, clock: { now(): number }): Messages => {
  const next = db.query<{ said: number }, [string]>(
    'insert into lane (chat, said) values (?, 1) on conflict (chat) do update set said = said + 1 returning said',
  )
  const insert = db.query('insert into message (chat, n, shop, changed, body) values (?, ?, ?, ?, ?)')
  const byId = db.query<Row, [string, number]>('select * from message where chat = ? and n = ?')
  const update = db.query('update message set body = ?, changed = ? where chat = ? and n = ?')
  const remove = db.query('delete from message where shop = ? and chat = ?')
  return {
    list: makeList(db),
    append: (message) =>
      write(() => {
        const { said } = next.get(message.chat) as { said: number }
        insert.run(message.chat, said, message.shop, message.at, JSON.stringify(message))
        return said
      }),
    edit: (chat, id, patch) =>
      write(() => {
        const row = byId.get(chat, id)
        if (!row) return false
        const changed = Math.max(row.changed, patch.editedAt ?? clock.now())
        update.run(JSON.stringify({ ...toMessage(row), ...patch }), changed, chat, id)
        return true
      }),
    removeOf: (shop, chat) => write(() => void remove.run(shop, chat)),
  }
}
