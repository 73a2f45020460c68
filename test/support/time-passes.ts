// As if so long had passed since a process was killed: leases have run out, what was to be done later is due. Written into the database
// behind the shop's back, for a real process has the real clock.
import { Database } from 'bun:sqlite'
import { type Db, type Document, MongoClient } from 'mongodb'
import type { Order } from '../../src/model/order.ts'

export const letTimePassInFile = (file: string, ms: number): void => {
  const db = new Database(file)
  db.run("update job set run_at = run_at - ? where state in ('ready', 'leased')", [ms])
  db.run('update lane set free_at = free_at - ? where owner is not null', [ms])
  db.run('update lease set until = until - ?', [ms])
  db.run(
    `update account_lane set body = json_set(body, '$.until', json_extract(body, '$.until') - ?)
     where json_extract(body, '$.owner') is not null`,
    [ms],
  )
  db.run(
    `update key set owner = (cast(substr(owner, 1, instr(owner, ' ') - 1) as integer) - ?) || substr(owner, instr(owner, ' '))
     where id like 'telling:%'`,
    [ms],
  )
  const orders = db.query<{ id: string; body: string }, []>(
    "select id, body from orders where state in ('submitting', 'submitted')",
  )
  for (const { id, body } of orders.all()) {
    const order = JSON.parse(body) as Order
    for (const submission of Object.values(order.submissions)) submission.startedAt -= ms
    if (order.pollAt) order.pollAt -= ms
    db.run('update orders set body = ?, poll = poll - ? where id = ?', [JSON.stringify(order), ms, id])
  }
  db.close()
}

type Stored = Document & { _id: string }

const onServer = async (db: Db, prefix: string, ms: number): Promise<void> => {
  const of = (name: string) => db.collection<Stored>(`${prefix}${name}`)
  await of('job').updateMany(
    { state: { $in: ['ready', 'leased'] } },
    {
      $inc: { runAt: -ms },
    },
  )
  await of('lane').updateMany({ owner: { $exists: true } }, { $inc: { freeAt: -ms } })
  for (const name of ['lease', 'account_lane'])
    await of(name).updateMany({ owner: { $exists: true } }, { $inc: { until: -ms } })
  for (const { _id, owner = '' } of await of('key')
    .find({ _id: { $regex: '^telling:' } })
    .toArray()) {
    const [until = '', ...rest] = owner.split(' ')
    await of('key').updateOne({ _id }, { $set: { owner: [Number(until) - ms, ...rest].join(' ') } })
  }
  const orders = await of('orders')
    .find({ 'x.state': { $in: ['submitting', 'submitted'] } })
    .toArray()
  for (const { _id, submissions, pollAt } of orders) {
    const started = Object.keys(submissions).map((id) => [`submissions.${id}.startedAt`, -ms])
    const poll = pollAt ? { pollAt: -ms, 'x.poll': -ms } : {}
    await of('orders').updateOne({ _id }, { $inc: { ...Object.fromEntries(started), ...poll } })
  }
}

export const letTimePassOnServer = async (
  { url, prefix }: { url: string; prefix: string },
  ms: number,
): Promise<void> => {
  const client = await new MongoClient(url).connect()
  try {
    await onServer(client.db(), prefix, ms)
  } finally {
    await client.close()
  }
}
