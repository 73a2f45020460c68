// The schema as a list of versions; `user_version` tells how many have run. Never edit one that has landed: add the next.

export type Migration = { version: number; sql: string }

/** `n` numbers the rows for good (a copy keeps it); the body stands last, so that a query by columns never reads past it. */
const documents = (name: string, columns: string, indexes: string[] = []): string =>
  [
    `create table ${name} (n integer primary key, id text not null unique, v integer not null${columns ? `, ${columns}` : ''}, body text not null) strict;`,
    ...indexes.map(
      (index, i) =>
        `create ${index.startsWith('unique ') ? 'unique ' : ''}index ${name}_${i} on ${name} ${index.replace(/^unique /, '')};`,
    ),
  ].join('\n')

const FIRST = [
  documents('platform', ''),
  documents('account', 'email text not null', ['(email)']),
  documents('session', 'account text not null, expires integer not null', ['(account)', '(expires)']),
  documents('link', 'purpose text not null'),
  documents('shop', 'owner text not null, bot integer', ['(owner)', '(bot) where bot is not null']),
  documents('provider', 'shop text not null', ['(shop)']),
  documents('import_plan', 'shop text not null, created integer not null', ['(shop, created)']),
  documents('customer', 'shop text not null, seen integer not null', ['(shop, seen)']),
  documents('chat', 'shop text not null, seen integer not null', ['(shop, seen)']),
  documents('wallet', 'shop text not null'),
  documents('item', 'shop text not null, at integer not null, open integer not null', [
    '(shop, open, at)',
    '(shop, at)',
  ]),
  documents('knowledge', 'shop text not null', ['(shop)']),
  documents('notice', 'attempt text not null, pending integer not null', [
    '(attempt)',
    '(pending) where pending = 1',
  ]),
  documents(
    'orders',
    `shop text not null, customer text not null, number text not null, created integer not null,
     state text not null, provider text not null, poll integer, due integer not null, pending integer not null, words text not null`,
    [
      'unique (shop, number)',
      '(shop, created)',
      '(shop, customer, created)',
      '(shop, state, created)',
      '(shop, provider, poll) where poll is not null',
      '(shop, created) where due = 1',
      '(pending) where pending = 1',
    ],
  ),
  documents(
    'service',
    `shop text not null, provider text not null, mid integer not null, sale integer not null, platform text not null,
     kind text not null, vanished integer not null, words text not null`,
    ['(shop, mid)', '(shop, provider)', '(shop, sale, mid)'],
  ),
  "create virtual table service_text using fts5(words, content = '', contentless_delete = 1, tokenize = 'trigram');",
  'create table catalogue_version (shop text primary key, n integer not null) strict, without rowid;',
  'create table import_rows (plan text not null, lot integer not null, body text not null, primary key (plan, lot)) strict;',
  'create table key (id text primary key, owner text not null) strict, without rowid;',
  'create table hit (key text primary key, n integer not null, until integer not null) strict, without rowid;',
  'create index hit_until on hit (until);',
  'create table practice (key text primary key, v integer not null, body text not null) strict;',
  'create table conversation (key text primary key, state text not null) strict;',
  `create table message (chat text not null, n integer not null, shop text not null, changed integer not null, body text not null,
     primary key (chat, n)) strict;`,
  `create table job (id text primary key, name text not null, state text not null, run_at integer not null, owner text, token integer not null,
     attempts integer not null, payload text not null, error text, created integer not null) strict, without rowid;`,
  "create index job_due on job (run_at) where state in ('ready', 'leased');",
  "create index job_done on job (run_at) where state = 'done';",
  "create index job_dead on job (run_at) where state = 'dead';",
  // A lane outlives its updates and messages: the numbers of both rise for as long as the chat exists.
  `create table lane (chat text primary key, last integer not null default 0, said integer not null default 0, owner text,
     token integer not null default 0, free_at integer not null default 0) strict, without rowid;`,
  `create table inbox (bot text not null, update_id integer not null, chat text not null, n integer not null, at integer not null,
     tries integer not null, state text not null, error text, body text not null, primary key (bot, update_id)) strict;`,
  "create index inbox_waiting on inbox (chat, n) where state = 'waiting';",
  'create index inbox_state on inbox (state, at);',
].join('\n')

/** A trigram index cost an import more than the rows themselves; reading the words in order is quick enough for any catalogue. */
const WORDS_IN_ORDER = [
  'drop table service_text;',
  'drop index service_0;',
  'create index service_words on service (shop, mid, words);',
].join('\n')

/** Lanes of panel accounts, what is paid out, who did what, bills by the seller's own QRIS, and the older lines of wallets. */
const MONEY = [
  documents('account_lane', ''),
  documents(
    'withdrawal',
    'shop text not null, customer text not null, at integer not null, state text not null, pending integer not null, forget integer',
    [
      '(shop, state, at)',
      '(shop, customer, at)',
      '(pending) where pending = 1',
      '(forget) where forget is not null',
    ],
  ),
  documents('payout', 'shop text not null, at integer not null', ['(shop, at)']),
  documents('audit', 'shop text, at integer not null, words text not null', ['(shop, at)']),
  documents('claim', 'shop text not null, waiting integer not null', ['(shop) where waiting = 1']),
  `create table wallet_entry (wallet text not null, cause text not null, n integer not null, body text not null,
     primary key (wallet, cause)) strict, without rowid;`,
  'create index wallet_entry_n on wallet_entry (wallet, n);',
  'alter table orders add column deposit integer not null default 0;',
  'alter table orders add column changed integer not null default 0;',
  "update orders set changed = json_extract(body, '$.updatedAt');",
  'create index orders_changed on orders (shop, changed);',
].join('\n')

/** What a shop owes its customers is one sum over an index. */
const OWED = [
  "alter table wallet add column money text not null default '';",
  'alter table wallet add column balance integer not null default 0;',
  "update wallet set money = json_extract(body, '$.money'), balance = json_extract(body, '$.balance');",
  'create index wallet_owed on wallet (shop, money, balance);',
].join('\n')

/** What needs a person, and from when on; a row's own next write says it exactly. */
const NEEDS = [
  'alter table orders add column needs integer;',
  "update orders set needs = changed where state in ('unknown', 'held', 'waiting') or due = 1;",
  "update orders set needs = changed + 86400000 where state = 'submitted' and needs is null;",
  'create index orders_needs on orders (shop, needs) where needs is not null;',
].join('\n')

/** The admin reads the lines of all shops together. */
const AUDIT_BY_TIME = 'create index audit_at on audit (at);'

/** What a shop is owed is read from its bills on the platform's keys, which most shops have none of. */
const ON_PLATFORM = [
  'alter table orders add column platform integer not null default 0;',
  `update orders set platform = 1 where body like '%"platform":true%';`,
  'create index orders_platform on orders (shop, changed) where platform = 1;',
].join('\n')

/** Chats that a person has are listed; what a chat or an item leaves to do is found; an item is found by its chat. */
const HANDOFF = [
  'alter table chat add column handoff integer;',
  'alter table chat add column pending integer not null default 0;',
  "update chat set handoff = json_extract(body, '$.handoff.since');",
  'create index chat_handoff on chat (shop, handoff) where handoff is not null;',
  'create index chat_pending on chat (pending) where pending = 1;',
  'alter table item add column chat text;',
  'alter table item add column pending integer not null default 0;',
  "update item set chat = json_extract(body, '$.chat');",
  'create index item_chat on item (shop, chat, at) where chat is not null;',
  'create index item_pending on item (pending) where pending = 1;',
].join('\n')

/** What a list of documents reads is small, however long their texts are. */
const TEXTS_BESIDE = [
  'create table knowledge_text (id text primary key, body text not null) strict;',
  "insert into knowledge_text (id, body) select id, json_extract(body, '$.text') from knowledge;",
  `update knowledge set body = json_set(json_remove(body, '$.text'), '$.kind', 'text', '$.format', 'text',
     '$.length', length(json_extract(body, '$.text')));`,
].join('\n')

/** What the language model was asked for, by shop and day and by chat and day. */
const USAGE = documents('usage', 'day text not null, whole integer not null', [
  '(day) where whole = 1',
  '(day)',
])

/** Between processes on one file: what is told to open pages, and who alone does something now. */
const TOGETHER = [
  'create table feed (shop text primary key, until integer not null, told text not null) strict, without rowid;',
  'create table lease (name text primary key, owner text not null, token integer not null, until integer not null) strict, without rowid;',
].join('\n')

export const MIGRATIONS: readonly Migration[] = [
  { version: 1, sql: FIRST },
  { version: 2, sql: WORDS_IN_ORDER },
  { version: 3, sql: MONEY },
  { version: 4, sql: NEEDS },
  { version: 5, sql: OWED },
  { version: 6, sql: AUDIT_BY_TIME },
  { version: 7, sql: ON_PLATFORM },
  { version: 8, sql: HANDOFF },
  { version: 9, sql: TEXTS_BESIDE },
  { version: 10, sql: USAGE },
  { version: 11, sql: TOGETHER },
]
