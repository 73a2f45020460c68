// What the database must have before anything is asked of it, as a list of versions. Each may run twice and beside another process that
// runs it too. Never edit one that has landed: add the next. `least`: the oldest Lapak (by its own newest version here) that can still
// work beside it, so that replicas are renewed one by one.
export type IndexSpec = { keys: Record<string, 1 | -1>; unique?: true }

export type Migration = {
  version: number
  least: number
  indexes: Record<string, IndexSpec[]>
  /** Made by an earlier one and needed no more; taken away when the new ones stand. */
  gone?: Record<string, IndexSpec[]>
}

const on = (...fields: string[]): IndexSpec => ({
  keys: Object.fromEntries(
    fields.map((field) => (field.startsWith('-') ? [field.slice(1), -1] : [field, 1])),
  ),
})
const x = (...fields: string[]): IndexSpec =>
  on(...fields.map((field) => (field.startsWith('-') ? `-x.${field.slice(1)}` : `x.${field}`)))

const FIRST: Record<string, IndexSpec[]> = {
  account: [x('email')],
  session: [x('account'), x('expires')],
  shop: [x('owner'), x('bot')],
  provider: [x('shop')],
  import_plan: [x('shop', '-created')],
  customer: [x('shop', '-seen')],
  chat: [x('shop', '-seen'), x('shop', 'handoff', 'n'), x('pending')],
  message: [on('shop', 'chat', 'n'), on('shop', 'chat', 'changed')],
  item: [x('shop', 'open', '-at'), x('shop', '-at'), x('shop', 'chat', '-at'), x('pending')],
  knowledge: [x('shop', '-at')],
  usage: [x('day', 'whole')],
  notice: [x('attempt'), x('pending')],
  orders: [
    { ...x('shop', 'number'), unique: true },
    x('shop', '-created', '-n'),
    x('shop', 'customer', '-created'),
    x('shop', 'state', '-created'),
    x('shop', 'provider', 'poll'),
    x('shop', 'needs', 'n'),
    x('shop', 'changed', 'n'),
    x('shop', 'platform', 'changed'),
    x('pending'),
  ],
  service: [x('shop', 'mid'), x('shop', 'provider', 'n'), x('shop', 'sale', 'mid')],
  wallet: [x('shop', 'money', 'balance')],
  wallet_entry: [on('wallet', 'cause'), on('wallet', '-n')],
  withdrawal: [x('shop', '-at', '-n'), x('shop', 'state', '-at'), x('pending'), x('forget')],
  payout: [x('shop', '-at')],
  audit: [{ keys: { 'x.shop': 1, 'x.at': -1, _id: -1 } }, { keys: { 'x.at': -1, _id: -1 } }],
  claim: [x('shop', 'waiting')],
  hit: [on('until')],
  job: [on('state', 'runAt')],
  inbox: [on('state', 'at')],
  lane: [on('waiting', 'headAt', 'freeAt'), on('waiting', 'freeAt')],
}

/** A count by state reads no order, the entries that are due no other ones, and a claim as many lanes as it takes. */
const NARROWER: Migration = {
  version: 2,
  least: 1,
  indexes: {
    orders: [x('shop', 'state', 'deposit', '-created', '-n'), x('shop', 'due', '-created', '-n')],
    lane: [on('waiting', 'headAt', '_id', 'freeAt')],
  },
  gone: {
    orders: [x('shop', 'state', '-created')],
    lane: [on('waiting', 'headAt', 'freeAt')],
  },
}

export const MIGRATIONS: readonly Migration[] = [{ version: 1, least: 1, indexes: FIRST }, NARROWER]
