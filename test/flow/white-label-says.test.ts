// White label, sentence by sentence: everything that the shop can say, of orders that carry marks wherever a panel's word may stand, in
// both languages and voices; what is the panel's and what is ours is told field by field, so that a new field has to be judged. And the
// preview, whose practice panel's own texts stay out of the chat.
import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import { displayOf } from '../../src/catalog/names.ts'
import { makeShelves } from '../../src/catalog/shelf.ts'
import type { Order, Progress, Quote, Submission } from '../../src/model/order.ts'
import type { News, OrderLine, Outgoing, ProductLine, Say, WithdrawalNews } from '../../src/model/say.ts'
import type { Service } from '../../src/model/service.ts'
import { STATES } from '../../src/model/state.ts'
import { newsOf } from '../../src/notices/compose.ts'
import { openStore } from '../../src/store/open.ts'
import { type How, render, renderNews, renderWithdrawal } from '../../src/text/render.ts'
import { fakeClock } from '../support/fake-clock.ts'
import { panelOf, pricedShop, SHOP_ID, serviceOf } from '../support/goods.ts'
import { MARKS, marksIn } from '../support/marked-panel.ts'
import { type Browser, chatIn, setUp, stockUp, type Whole, whole } from '../support/whole.ts'
import { NEWS, NOW, order, SAYS, WITHDRAWALS } from '../text/samples.ts'

type Side = 'ours' | 'panel'

/** `panel`: may hold the panel's words, ids or cost. Whoever adds a field says which it is. */
const QUOTE: Record<keyof Required<Quote>, Side> = {
  service: 'ours',
  provider: 'panel',
  service_id_api: 'panel',
  mid: 'ours',
  displayName: 'ours',
  displayNote: 'ours',
  type: 'ours',
  sells: 'ours',
  link: 'ours',
  linkRaw: 'ours',
  quantity: 'ours',
  comments: 'ours',
  guarantee: 'ours',
  cost: 'panel',
  price: 'ours',
  perThousand: 'ours',
  saldo: 'ours',
  toPay: 'ours',
  money: 'ours',
  world: 'ours',
  quotedAt: 'ours',
  expiresAt: 'ours',
}
const SUBMISSION: Record<keyof Required<Submission>, Side> = {
  id: 'panel',
  provider: 'panel',
  service_id_api: 'panel',
  account: 'panel',
  job: 'panel',
  startedAt: 'ours',
  outcome: 'ours',
  endedAt: 'ours',
  panelId: 'panel',
  reason: 'ours',
  message: 'panel',
  balanceBefore: 'panel',
  balanceAfter: 'panel',
  hint: 'ours',
  doubted: 'ours',
}
const PROGRESS: Record<keyof Required<Progress>, Side> = {
  startCount: 'ours',
  remains: 'ours',
  charge: 'panel',
  currency: 'panel',
  word: 'panel',
  at: 'ours',
  movedAt: 'ours',
}

/** A value for every field that is the panel's; nested values keep their shape. */
const markedIn = (value: unknown): unknown => {
  if (value && typeof value === 'object')
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, markedIn(one)]))
  return typeof value === 'number' ? 77_431.5 : MARKS.status
}
const planted = <Doc extends object>(doc: Doc, sides: Record<string, Side>): Doc =>
  ({
    ...doc,
    ...Object.fromEntries(
      Object.entries(sides)
        .filter(([, side]) => side === 'panel')
        .map(([name]) => [
          name,
          name === 'cost' ? markedIn((doc as { cost: unknown }).cost) : `${MARKS.extra}-${name}`,
        ]),
    ),
  }) as Doc

const isOrder = (value: unknown): value is Order =>
  typeof value === 'object' && value !== null && 'quote' in value && 'submissions' in value

const marked = (plain: Order): Order => ({
  ...plain,
  quote: planted(plain.quote, QUOTE),
  route: {
    service: 'sv_x',
    provider: MARKS.provider,
    service_id_api: MARKS.id,
    cost: markedIn(plain.quote.cost) as Quote['cost'],
  },
  submissions: Object.fromEntries(
    Object.entries(plain.submissions).map(([key, one]) => [key, planted(one, SUBMISSION)]),
  ),
  ...(plain.progress ? { progress: planted(plain.progress, PROGRESS) } : {}),
  refunds: Object.fromEntries(
    Object.entries(plain.refunds).map(([key, one]) => [
      key,
      { ...one, fault: MARKS.refused, note: MARKS.funds },
    ]),
  ),
  events: plain.events.map((event) => ({
    ...event,
    reason: MARKS.refused,
    data: { ...event.data, message: MARKS.down },
  })),
})

const withMarks = <Told>(told: Told): Told => {
  if (isOrder(told)) return marked(told) as Told
  if (Array.isArray(told)) return told.map(withMarks) as Told
  if (told && typeof told === 'object' && !(told instanceof Uint8Array))
    return Object.fromEntries(Object.entries(told).map(([name, one]) => [name, withMarks(one)])) as Told
  return told
}

const HOWS: How[] = (['id', 'en'] as const).flatMap((language) =>
  (['akrab', 'resmi'] as const).map(
    (voice): How => ({ language, voice, timezone: 'Asia/Jakarta', now: NOW, shop: 'Toko Ani' }),
  ),
)

const leaks = (name: string, out: Outgoing): string[] =>
  marksIn(`${out.html}\n${JSON.stringify(out.buttons ?? [])}`).map((mark) => `${name}: ${mark}`)

describe('everything that can be said', () => {
  test('of orders with marks in all that is the panel’s', () => {
    const found = HOWS.flatMap((how) => [
      ...Object.values(SAYS).flatMap((says) =>
        (says as Say[]).flatMap((say) => leaks(say.say, render(withMarks(say), how))),
      ),
      ...Object.values(NEWS).flatMap((all) =>
        (all as News[]).flatMap((news) => leaks(news.news, renderNews(withMarks(news), how))),
      ),
      ...WITHDRAWALS.flatMap((news: WithdrawalNews) =>
        leaks(news.news, renderWithdrawal(withMarks(news), how)),
      ),
    ])
    expect([...new Set(found)]).toEqual([])
  })

  test('of an order in each state, for each reason that it may wait or be held, as the news are composed', () => {
    const WHYS: Order['why'][] = [
      undefined,
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
      'play',
      'sameLink',
      'price',
      'restored',
      'otherSum',
      'otherCurrency',
      'tries',
      'idMissing',
    ]
    let told = 0
    const found = STATES.flatMap((state) =>
      WHYS.flatMap((why) =>
        STATES.flatMap((from) => {
          const one = marked(
            order({
              state,
              why,
              deadline: NOW + 60_000,
              bills: {},
              events: [{ n: 1, at: NOW, type: 'moved', by: 'panel', from, to: state }],
            }),
          )
          const news = newsOf(one, { now: NOW, picture: () => new Uint8Array([1]) })
          if (!news) return []
          told += 1
          return HOWS.flatMap((how) => leaks(`${from} → ${state} (${why})`, renderNews(news.news, how)))
        }),
      ),
    )
    expect([...new Set(found)]).toEqual([])
    expect(told).toBeGreaterThan(500)
  })

  test('and a mark that is planted in our own words is seen', () => {
    const [how] = HOWS as [How]
    const one = order({}, { displayName: MARKS.name })
    expect(leaks('card', render({ say: 'card', order: one }, how))).toEqual([`card: ${MARKS.name}`])
    expect(leaks('completed', renderNews({ news: 'completed', order: one }, how))).toEqual([
      `completed: ${MARKS.name}`,
    ])
  })
})

/** What a customer is shown of a service, judged field by field. */
const LINE: Record<keyof Required<ProductLine>, 'ours'> = {
  mid: 'ours',
  service: 'ours',
  name: 'ours',
  description: 'ours',
  note: 'ours',
  platform: 'ours',
  kind: 'ours',
  linkKind: 'ours',
  type: 'ours',
  price: 'ours',
  priceOf: 'ours',
  min: 'ours',
  max: 'ours',
  minPrice: 'ours',
  guarantee: 'ours',
  measured: 'ours',
  within: 'ours',
  most: 'ours',
}
const ORDER_LINE: Record<keyof Required<OrderLine>, 'ours'> = {
  id: 'ours',
  number: 'ours',
  name: 'ours',
  link: 'ours',
  quantity: 'ours',
  price: 'ours',
  state: 'ours',
  at: 'ours',
  started: 'ours',
  delivered: 'ours',
  remains: 'ours',
  asOf: 'ours',
  deposit: 'ours',
}

describe('a service whose row is full of marks', () => {
  const texts = [
    '',
    'Instagram Followers',
    'TikTok Views',
    'YouTube Subscribers',
    'Facebook Page Likes',
    'Telegram Members',
    'Traffic',
    'Shopee',
    'Spotify Plays',
    'Custom Comments',
    'Package 100 Likes',
    'Live',
    'Story Views',
    'Vote',
    'Boost',
  ]
  const rows = texts.flatMap((what, n): Service[] =>
    (['default', 'package', 'custom_comments', MARKS.type] as const).map((type, m) => {
      const { own: _, ...service } = serviceOf(n * 4 + m + 1, {
        service_id_api: `${MARKS.id}${n}`,
        name: `${what} ${MARKS.name}`,
        category: `${MARKS.category} ${what}`,
        description: `${MARKS.description} ${MARKS.host}`,
        type,
        rate: MARKS.rate,
      })
      return { ...service, own: {} }
    }),
  )

  test('is shown to customers and to the reader in our words alone', async () => {
    const found = rows.flatMap((service) =>
      (['id', 'en'] as const).flatMap((language) =>
        marksIn(JSON.stringify(displayOf(service, language))).map((mark) => `${service.name}: ${mark}`),
      ),
    )
    const clock = fakeClock()
    const store = await openStore({ url: 'sqlite::memory:', clock })
    await store.shops.create(pricedShop())
    await store.providers.create(panelOf({ name: MARKS.provider }))
    await store.services.putLot(SHOP_ID, rows)
    const goods = await makeShelves({ store, clock })(SHOP_ID)
    await store.close()
    const lines = goods.entries.flatMap(({ mid }) => goods.line(goods.byMid(mid) ?? '', 1000) ?? [])
    expect(lines.length).toBeGreaterThan(30)
    expect([...found, ...marksIn(JSON.stringify([goods.entries, lines]))]).toEqual([])
    expect(
      [...new Set(lines.flatMap((line) => Object.keys(line)))].filter((name) => !(name in LINE)),
    ).toEqual([])
    expect(Object.keys(ORDER_LINE).length).toBeGreaterThan(10)
  })

  test('has a name of its own, also where nothing is known of it', () => {
    expect(
      rows.filter((service) => !/\p{L}{2}/u.test(displayOf(service).name)).map(({ name }) => name),
    ).toEqual([])
  })
})

describe('the preview', () => {
  let at: Whole
  let browser: Browser
  beforeAll(async () => {
    at = await whole()
    browser = at.browser()
  })
  afterAll(() => at.stop())

  test('shows nothing of the practice panel’s own texts', async () => {
    const shops = await setUp(at, browser)
    await stockUp(at, browser, shops.practice)
    const all = await at.app.store.services.list(shops.practice, { limit: 200 })
    const chat = chatIn(at, browser, shops.practice)
    for (const text of [
      '/start',
      'followers ig',
      'lainnya',
      'likes ig',
      'views tiktok',
      'id 1',
      'warung.kopi',
      '1000',
      'ya',
      '/riwayat',
      'aman ga',
      'id 1 ada garansi?',
    ])
      await chat.say(text)
    const shown = JSON.stringify(await chat.lines()).toLowerCase()
    const texts = all.flatMap(({ name, category, description, rate, own, madeName }) =>
      [name, category, description, rate].filter(
        (text) => text.length > 8 && text !== madeName && text !== own.displayName,
      ),
    )
    const ours = all.map(({ madeName }) => madeName.toLowerCase()).join('\n')
    expect(texts.length).toBeGreaterThan(100)
    expect(
      [...new Set(texts)].filter(
        (text) =>
          !ours.includes(text.toLowerCase()) &&
          shown.includes(JSON.stringify(text).slice(1, -1).toLowerCase()),
      ),
    ).toEqual([])
    expect(shown).not.toContain('provider')
  })
})
