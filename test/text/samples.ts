// One or more of everything that the shop can say, complete by type; names, links and comments as an enemy writes them.
import type { Order, Quote } from '../../src/model/order.ts'
import { QUICK_ANSWERS } from '../../src/model/quick-answer.ts'
import type { News, OrderLine, ProductLine, SaldoLine, Say, WithdrawalNews } from '../../src/model/say.ts'
import type { RefusalReason } from '../../src/model/service.ts'
import { STATES } from '../../src/model/state.ts'
import { KINDS, PLATFORMS } from '../../src/model/vocabulary.ts'
import type { NewsOf, SayOf } from '../../src/text/render/renderers.ts'

/** 24 November 2026, 10.00 WIB. */
export const NOW = Date.UTC(2026, 10, 24, 3)
export const EVIL = `<b>"x"</b> & <a href='javascript:1'>y</a> &amp; <`
export const LONG = `${'panjang sekali '.repeat(400)}`
/** Words of a panel and of a gateway: no customer ever reads one. */
export const SECRETS = ['TopPanelXYZ', 'p_secretpanel', 'api-77812', 'ref-midtrans-9', 'o_7-1', 'k_keyset']

const PROMISED = { from: '09:00', to: '21:00', dueAt: NOW + 7_200_000 }
const ALL_DAY = { from: '00:00', to: '24:00', dueAt: NOW + 90_000_000 }
const ID = 'o_0123456789abcdefghijkl'
const SERVICE = 'sv_0123456789abcdefghijkl'

export const product = (change: Partial<ProductLine> = {}): ProductLine => ({
  mid: 3,
  service: SERVICE,
  name: 'IG Followers Campuran',
  platform: 'instagram',
  kind: 'followers',
  linkKind: 'profile',
  type: 'default',
  price: 18_500,
  priceOf: 1000,
  min: 50,
  max: 100_000,
  minPrice: 1000,
  guarantee: { days: 30, way: 'admin' },
  ...change,
})

const evilProduct = product({
  name: EVIL,
  description: EVIL,
  note: EVIL,
  measured: { ms: 7_200_000, orders: 14 },
})
const longProduct = product({ name: LONG, description: LONG, note: LONG })
const package_ = product({
  mid: 7,
  type: 'package',
  priceOf: 1,
  price: 250_000,
  min: 1,
  max: 1,
  minPrice: 250_000,
})
const rows = [
  product(),
  evilProduct,
  longProduct,
  package_,
  ...PLATFORMS.slice(0, 6).map((platform, i) => product({ mid: 20 + i, platform })),
]

export const quote = (change: Partial<Quote> = {}): Quote => ({
  service: SERVICE,
  provider: 'p_secretpanel',
  service_id_api: 'api-77812',
  mid: 3,
  displayName: 'IG Followers Campuran',
  type: 'default',
  link: 'https://instagram.com/warungkopi.senja',
  linkRaw: '@warungkopi.senja',
  quantity: 2000,
  guarantee: { days: 30, way: 'admin' },
  cost: { amount: '11111', currency: 'IDR', exchange: '1', rupiah: 11_111 },
  price: 37_000,
  perThousand: 18_500,
  saldo: 13_320,
  toPay: 23_680,
  money: 'real',
  world: 'real',
  quotedAt: NOW,
  expiresAt: NOW + 900_000,
  ...change,
})

export const order = (change: Partial<Order> = {}, asked: Partial<Quote> = {}): Order => ({
  id: ID,
  shop: 's_1',
  number: 'K7Q2M',
  customer: 'cu_1',
  chat: '1:1',
  v: 5,
  state: 'submitted',
  createdAt: NOW,
  updatedAt: NOW,
  quote: quote(asked),
  bills: {
    'o_7-1': {
      attempt: 'o_7-1',
      gateway: 'midtrans',
      keySet: 'k_keyset',
      amount: quote(asked).toPay,
      state: 'open',
      createdAt: NOW,
      reference: 'ref-midtrans-9',
      expiresAt: NOW + 1_800_000,
      paidAt: NOW - 360_000,
    },
  },
  submissions: {
    s1: {
      id: 's1',
      provider: 'p_secretpanel',
      service_id_api: 'api-77812',
      job: 'j',
      startedAt: NOW,
      outcome: 'refused',
      reason: 'link',
      message: 'TopPanelXYZ says no',
    },
  },
  refunds: {},
  money: {},
  progress: { startCount: 1204, remains: 720, charge: '0.1', word: 'TopPanelXYZ', at: NOW },
  events: [],
  seen: {},
  outbox: [],
  ...change,
})

/** Everything at its longest, and hostile. */
export const evilOrder = order(
  {},
  {
    displayName: EVIL,
    displayNote: LONG,
    link: `https://instagram.com/${'x'.repeat(300)}?q="><b>`,
    type: 'custom_comments',
    comments: [EVIL, LONG, 'tiga'],
    quantity: 3,
    price: 9_999_900,
    toPay: 9_999_900,
    saldo: 0,
  },
)
const packaged = order({}, { type: 'package', quantity: 1, price: 250_000, toPay: 0, saldo: 250_000 })
const unguarded = order({}, { displayNote: 'Kirim username saja' })
delete unguarded.quote.guarantee
const orders = [
  order(),
  evilOrder,
  packaged,
  unguarded,
  order({ number: 'A2B3C' }, { link: 'javascript:alert(1)' }),
]

export const line = (change: Partial<OrderLine> = {}): OrderLine => ({
  id: ID,
  number: 'K7Q2M',
  name: 'IG Followers Campuran',
  link: 'https://instagram.com/warung',
  quantity: 2000,
  price: 37_000,
  state: 'submitted',
  at: NOW - 86_400_000,
  started: 1204,
  delivered: 1280,
  remains: 720,
  asOf: NOW,
  ...change,
})
const lines = [...STATES.map((state) => line({ state })), line({ name: EVIL, link: `https://x.com/"><b>` })]

const offers = [50, 1000, 2000, 5000].map((quantity) => ({ quantity, price: quantity * 19 }))

const plain = <Name extends Say['say']>(say: Name) => [{ say } as unknown as SayOf<Name>]

const topups = { offers: [20_000, 50_000, 100_000, 200_000], min: 10_000, max: 2_000_000 }
const saldoLines: SaldoLine[] = [
  'topup',
  'paid',
  'withdrawn',
  'late',
  'second',
  'otherSum',
  'partial',
  'stoppedByPanel',
  'TopPanelXYZ',
].map((what, i) => ({ at: NOW - i * 86_400_000, amount: i % 2 ? -1000 : 1000, what, number: 'K7Q2M' }))
saldoLines.push({ at: NOW, amount: -500, what: 'adjusted', reason: EVIL + LONG })

export const SAYS: { [Name in Say['say']]: SayOf<Name>[] } = {
  greet: [
    { say: 'greet', shop: EVIL },
    { say: 'greet', shop: 'Warung', name: EVIL, greeting: LONG, returning: line({ name: EVIL }) },
    { say: 'greet', shop: 'Warung', returning: line(), today: 40_000 },
    { say: 'greet', shop: LONG, name: LONG },
  ],
  list: [
    {
      say: 'list',
      wish: { platform: 'instagram', kind: 'followers', quantity: 1000 },
      rows: rows.slice(0, 2),
      more: true,
    },
    { say: 'list', wish: {}, rows, more: true, window: true, anew: 'old' },
    {
      say: 'list',
      wish: { budget: 100_000, kind: ['likes', 'views'], prefer: ['cheapest', 'no_bot'] },
      rows,
      more: false,
      anew: 'changed',
    },
    ...PLATFORMS.map(
      (platform): SayOf<'list'> => ({
        say: 'list',
        wish: { platform },
        rows: [product({ platform })],
        more: false,
      }),
    ),
    ...KINDS.map(
      (kind): SayOf<'list'> => ({ say: 'list', wish: { kind }, rows: [product({ kind })], more: false }),
    ),
  ],
  nothing: [
    { say: 'nothing', wish: {} },
    {
      say: 'nothing',
      wish: { platform: ['tiktok', 'youtube'], kind: 'watch_time' },
      nearest: rows.slice(0, 3),
    },
  ],
  noMore: plain('noMore'),
  categories: [{ say: 'categories', platforms: PLATFORMS.map((platform, count) => ({ platform, count })) }],
  unknownMid: [{ say: 'unknownMid', mid: 9_999_999 }],
  chosen: [product(), evilProduct, longProduct].map((one) => ({ say: 'chosen', product: one })),
  askLink: (['profile', 'post', 'video', 'channel', 'page', 'website', 'any'] as const).flatMap((linkKind) =>
    PLATFORMS.map(
      (platform): SayOf<'askLink'> => ({ say: 'askLink', product: { ...evilProduct, platform }, linkKind }),
    ),
  ),
  wrongLink: (['unreadable', 'wrongPlatform', 'wrongKind'] as const).flatMap((why): SayOf<'wrongLink'>[] => [
    { say: 'wrongLink', product: product(), linkKind: 'profile', why },
    {
      say: 'wrongLink',
      product: evilProduct,
      linkKind: 'profile',
      why,
      link: EVIL,
      fitting: { ...longProduct, linkKind: 'video' },
    },
  ]),
  whichLink: [{ say: 'whichLink', links: [EVIL, `https://x.com/${LONG}`, 'a', 'b', 'c', 'd'] }],
  blockedTarget: plain('blockedTarget'),
  askQuantity: [{ say: 'askQuantity', product: evilProduct, offers }],
  quantityOut: (['min', 'max', 'unreadable'] as const).map((why) => ({
    say: 'quantityOut',
    product: product(),
    asked: 7,
    why,
    offers,
  })),
  overBill: [
    { say: 'overBill', product: product() },
    { say: 'overBill', product: product(), largest: { quantity: 540_000, price: 9_990_000 } },
  ],
  askComments: [{ say: 'askComments', product: evilProduct }],
  commentsOut: (['min', 'max'] as const).map((why) => ({
    say: 'commentsOut',
    product: product(),
    count: 4,
    why,
  })),
  card: orders.map((one) => ({ say: 'card', order: one })),
  cardStands: plain('cardStands'),
  billReplaced: [{ say: 'billReplaced', number: 'K7Q2M' }],
  asBefore: [37_000, 40_000].map((now) => ({ say: 'asBefore', number: 'K7Q2M', was: 37_000, now })),
  meant: [
    { say: 'meant', product: evilProduct },
    { say: 'meant', quantity: { quantity: 500, price: 9300 } },
  ],
  cardLapsed: [{ say: 'cardLapsed' }, { say: 'cardLapsed', product: evilProduct }],
  confirmWhich: plain('confirmWhich'),
  preparing: [{ say: 'preparing' }, { say: 'preparing', saldo: true }],
  cancelled: plain('cancelled'),
  nothingToCancel: plain('nothingToCancel'),
  tooManyBills: [{ say: 'tooManyBills', max: 3 }],
  repeatAsk: [{ say: 'repeatAsk', number: 'K7Q2M', order: ID }],
  changed: (['price', 'limits'] as const).map((why) => ({ say: 'changed', why })),
  productOut: [EVIL, LONG].flatMap((name) =>
    [true, false].map((others): SayOf<'productOut'> => ({ say: 'productOut', name, others })),
  ),
  product: [
    {
      say: 'product',
      rows: [evilProduct],
      about: ['price', 'min', 'max', 'refill', 'cheapest', 'compare', 'speed', 'dripfeed', 'other'],
    },
    { say: 'product', rows, about: ['cheapest'], quantity: 1000 },
    { say: 'product', rows: [package_], about: ['price', 'speed'] },
    { say: 'product', rows: rows.slice(0, 5), about: ['compare'], quantity: 1000 },
    { say: 'product', rows: [product({ priceOf: 50 })], about: ['price'], quantity: 7, chosen: SERVICE },
    { say: 'product', rows: [product({ priceOf: 100_000 })], about: ['price'], quantity: 900_000 },
    { say: 'product', rows: [product()], about: ['price'], budget: 100_000 },
    {
      say: 'product',
      rows: [product({ within: { quantity: 5400, price: 99_900 }, most: { quantity: 500, price: 9_000 } })],
      about: ['price', 'max'],
      budget: 100_000,
    },
  ],
  payHow: plain('payHow'),
  topic: (['pay', 'safe', 'password', 'refund', 'private', 'real', 'haggle', 'link', 'hours'] as const).map(
    (topic) => ({
      say: 'topic',
      topic,
    }),
  ),
  priceHow: [{ say: 'priceHow' }],
  general: [
    { say: 'general' },
    { say: 'general', answer: EVIL },
    { say: 'general', answer: LONG },
    { say: 'general', answer: EVIL, quoted: true, sources: [EVIL] },
    { say: 'general', answer: LONG, sources: ['FAQ'] },
  ],
  questionAnswered: [
    { say: 'questionAnswered', question: EVIL, answer: EVIL },
    { say: 'questionAnswered', question: LONG, answer: LONG },
  ],
  orderStatus: [
    ...lines.map((one): SayOf<'orderStatus'> => ({ say: 'orderStatus', order: one })),
    {
      say: 'orderStatus',
      order: line({ state: 'awaitingPayment' }),
      bill: { amount: 37_000, until: NOW + 60_000 },
    },
  ],
  myOrders: [{ say: 'myOrders', orders: lines }],
  noOrders: plain('noOrders'),
  noSuchOrder: plain('noSuchOrder'),
  billNotYet: [
    { say: 'billNotYet', number: 'K7Q2M', at: NOW, id: ID },
    { say: 'billNotYet', number: 'K7Q2M', at: NOW, id: ID, due: { amount: 37_000, until: NOW + 60_000 } },
  ],
  bills: [
    {
      say: 'bills',
      orders: [1, 2, 3].map((n) => ({ number: `K7Q2${n}`, amount: 37_000, until: NOW, id: ID })),
    },
  ],
  noBill: plain('noBill'),
  balance: [
    { say: 'balance', saldo: 0, held: 0, withdrawable: 0, entries: [] },
    { say: 'balance', saldo: 13_320, held: 3320, withdrawable: 10_000, entries: saldoLines },
  ],
  askTopup: [{ say: 'askTopup', ...topups }],
  topupOut: [{ say: 'topupOut', ...topups }],
  preparingTopup: [{ say: 'preparingTopup', amount: 50_000 }],
  askWithdrawAmount: [{ say: 'askWithdrawAmount', withdrawable: 13_320, min: 10_000 }],
  withdrawOut: [{ say: 'withdrawOut', withdrawable: 13_320, min: 10_000 }],
  askDestination: [{ say: 'askDestination', amount: 13_320 }],
  destinationUnread: [{ say: 'destinationUnread', amount: 13_320 }],
  withdrawCard: [EVIL, LONG, 'DANA ••••7890 a.n. S•••'].map((masked) => ({
    say: 'withdrawCard',
    card: 'wd_0123456789abcdefghijkl',
    amount: 13_320,
    masked,
  })),
  withdrawCardLapsed: plain('withdrawCardLapsed'),
  withdrawn: [EVIL, LONG].map((masked) => ({
    say: 'withdrawn',
    amount: 13_320,
    masked,
    dueAt: NOW + 86_400_000,
  })),
  nothingToWithdraw: (['empty', 'held', 'topup', 'least', 'play'] as const).map((why) => ({
    say: 'nothingToWithdraw',
    why,
    saldo: 13_320,
    withdrawable: 9000,
    min: 10_000,
  })),
  tooManyWithdrawals: [{ say: 'tooManyWithdrawals', max: 3 }],
  claimPassed: [true, false].map((picture) => ({ say: 'claimPassed', number: 'K7Q2M', picture })),
  claimNoted: [
    { say: 'claimNoted', item: '1', picture: false },
    { say: 'claimNoted', item: '1', number: 'K7Q2M', picture: true },
  ],
  complaintNoted: [
    { say: 'complaintNoted', item: 'T-0001' },
    { say: 'complaintNoted', item: 'T-0001', number: 'K7Q2M', promised: PROMISED },
    { say: 'complaintNoted', item: 'T-0001', number: 'K7Q2M', promised: PROMISED, refill: true },
    { say: 'complaintNoted', item: 'T-0001', number: 'K7Q2M', promised: PROMISED, again: true },
  ],
  humanCalled: [
    { say: 'humanCalled', item: 'T-0001', promised: PROMISED },
    { say: 'humanCalled', item: 'T-0001', promised: ALL_DAY, again: true },
  ],
  handoffOn: [{ say: 'handoffOn' }, { say: 'handoffOn', item: 'T-0001', promised: PROMISED }],
  promiseLate: [{ say: 'promiseLate', item: 'T-0001', promised: PROMISED }],
  botBack: [{ say: 'botBack' }, { say: 'botBack', item: 'T-0001', promised: PROMISED }],
  fromSeller: [
    { say: 'fromSeller', text: EVIL },
    { say: 'fromSeller', text: LONG },
  ],
  itemAnswered: QUICK_ANSWERS.flatMap((pick) => [
    { say: 'itemAnswered' as const, item: 'T-0001', pick },
    { say: 'itemAnswered' as const, item: 'T-0001', pick, number: 'K7Q2M' },
  ]),
  refillEnded: [
    { say: 'refillEnded', number: 'K7Q2M', done: true },
    { say: 'refillEnded', number: 'K7Q2M', done: false },
  ],
  cannotStop: [{ say: 'cannotStop' }, { say: 'cannotStop', number: EVIL }],
  thanks: plain('thanks'),
  chitchat: [
    { say: 'chitchat' },
    { say: 'chitchat', open: true },
    { say: 'chitchat', pick: 7 },
    { say: 'chitchat', bill: 'K7Q2M' },
    { say: 'chitchat', text: EVIL },
    { say: 'chitchat', text: LONG },
  ],
  refuseAttack: plain('refuseAttack'),
  notUnderstood: [
    'idle',
    'choosing',
    'asking_link',
    'asking_quantity',
    'asking_comments',
    'asking_amount',
    'asking_destination',
    'confirming',
    'payout',
    'repeat',
    'paying',
    EVIL,
  ].flatMap((asked) =>
    [1, 2, 3].map((times): SayOf<'notUnderstood'> => ({ say: 'notUnderstood', asked, times })),
  ),
  askLanguage: plain('askLanguage'),
  languageSet: plain('languageSet'),
  help: plain('help'),
  askAway: [
    { say: 'askAway', mids: [3, 7] },
    { say: 'askAway', mids: [] },
  ],
  terms: [
    { say: 'terms', shop: 'Warung', version: '2026-11-24' },
    { say: 'terms', shop: EVIL, version: '2026-11-24', contact: EVIL },
  ],
  privacy: [
    { say: 'privacy', shop: 'Warung', days: 90 },
    { say: 'privacy', shop: EVIL, days: 90, contact: LONG },
  ],
  dataDeleted: plain('dataDeleted'),
  bound: plain('bound'),
  bindLapsed: plain('bindLapsed'),
  voice: plain('voice'),
  photoNoBill: [{ say: 'photoNoBill' }, { say: 'photoNoBill', link: true }],
  mediaUnread: plain('mediaUnread'),
  secretDeleted: plain('secretDeleted'),
  groupLine: [
    { say: 'groupLine', username: 'toko_bot' },
    { say: 'groupLine', username: EVIL },
  ],
  shopClosed: [{ say: 'shopClosed' }, { say: 'shopClosed', until: NOW + 86_400_000 }],
  shopTesting: plain('shopTesting'),
  soldOut: plain('soldOut'),
  blocked: plain('blocked'),
  busy: plain('busy'),
  trouble: plain('trouble'),
}

const picture = new Uint8Array([1])
const until = NOW + 3_600_000
const REASONS: (RefusalReason | 'other')[] = [
  'link',
  'private',
  'quantity',
  'service',
  'funds',
  'activeOrder',
  'comments',
  'auth',
  'throttled',
  'other',
]

export const NEWS: { [Name in News['news']]: NewsOf<Name>[] } = {
  bill: orders.flatMap((one): NewsOf<'bill'>[] => [
    { news: 'bill', order: one, receiver: 'NAIKINYUK DIGITAL', nmid: 'ID102', picture },
    { news: 'bill', order: one, receiver: EVIL + LONG, picture },
  ]),
  billLapsed: orders.map((one) => ({ news: 'billLapsed', order: one, picture })),
  billWithdrawn: orders.map((one) => ({ news: 'billWithdrawn', order: one, picture })),
  billReminder: orders.map((one) => ({ news: 'billReminder', order: one })),
  billPaid: orders.flatMap((one): NewsOf<'billPaid'>[] => [
    { news: 'billPaid', order: one },
    { news: 'billPaid', order: one, picture },
  ]),
  billFailed: orders.flatMap((one) =>
    [true, false].map((alarm): NewsOf<'billFailed'> => ({ news: 'billFailed', order: one, alarm })),
  ),
  paid: orders.map((one) => ({ news: 'paid', order: one })),
  waiting: (['sameLink', 'funds', 'price', 'play', 'seller'] as const).flatMap((why) =>
    orders.map((one): NewsOf<'waiting'> => ({ news: 'waiting', order: one, why, until })),
  ),
  unknown: orders.flatMap((one): NewsOf<'unknown'>[] => [
    { news: 'unknown', order: one, still: false, until },
    { news: 'unknown', order: one, still: true, until },
    { news: 'unknown', order: one, still: true },
  ]),
  refused: REASONS.flatMap((why) =>
    orders.map((one): NewsOf<'refused'> => ({ news: 'refused', order: one, why, until })),
  ),
  processing: orders.map((one) => ({ news: 'processing', order: one })),
  stalled: orders.map((one) => ({ news: 'stalled', order: one, since: NOW - 90_000_000 })),
  started: orders.map((one) => ({ news: 'started', order: one })),
  completed: orders.map((one) => ({ news: 'completed', order: one })),
  partial: orders.flatMap((one) =>
    [0, 13_320].map((back): NewsOf<'partial'> => ({ news: 'partial', order: one, delivered: 1280, back })),
  ),
  stopped: orders.map((one) => ({ news: 'stopped', order: one, back: 37_000 })),
  backToSaldo: orders.map((one) => ({ news: 'backToSaldo', order: one, back: 37_000 })),
  lateMoney: orders.map((one) => ({ news: 'lateMoney', order: one, amount: 37_000 })),
  otherSum: orders.map((one) => ({ news: 'otherSum', order: one, amount: 20_000 })),
  otherCurrency: orders.map((one) => ({ news: 'otherCurrency', order: one })),
  sentBack: orders.flatMap((one) =>
    (['gateway', 'hand'] as const).flatMap((to) =>
      [true, false].map(
        (arrived): NewsOf<'sentBack'> => ({ news: 'sentBack', order: one, amount: 37_000, to, arrived }),
      ),
    ),
  ),
  deposited: orders.map((one) => ({ news: 'deposited', order: one, amount: 50_000, saldo: 63_320 })),
  claimNotYet: orders.map((one) => ({ news: 'claimNotYet', order: one, at: NOW })),
}

export const WITHDRAWALS: WithdrawalNews[] = [EVIL, LONG].flatMap((text): WithdrawalNews[] => [
  { news: 'withdrawalPaid', amount: 13_320, masked: text },
  { news: 'withdrawalRejected', amount: 13_320, masked: text, reason: text, saldo: 63_320 },
  { news: 'withdrawalRejected', amount: 13_320, masked: text, reason: '', saldo: 63_320 },
])
