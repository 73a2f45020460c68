// Texts of others are data: a panel's are never said, and move no price; the seller's own are said as they stand, and move nothing either.
import { afterAll, beforeAll, expect, test } from 'bun:test'
import { calls, type FakeModel, startFakeModel, understood } from '../../support/fake-model.ts'
import { panelRow } from '../../support/live.ts'
import { faultsOf } from './judge.ts'
import { figuresIn, issued, type Sold } from './money.ts'
import { openStall, react, STOCK, type Stall, say } from './stall.ts'
import { DOCUMENTS, PANEL_LEAKS, PANEL_TEXTS } from './text-cases.ts'

const LONG = 600_000

/** Three rows of each text: it stands in the name, in the category, in the description. Rates differ, so that a price tells its row. */
const ROWS = PANEL_TEXTS.flatMap((text, n) => {
  const row = (at: number, name: string, more: object) =>
    panelRow(700_000 + n * 3 + at, name, {
      rate: `${3000 + n * 97 + at * 11}.37`,
      max: '40000',
      refill: false,
      ...more,
    })
  return [
    row(0, `Instagram Followers ${text}`, {}),
    row(1, 'Instagram Followers', { category: `Instagram ${text}` }),
    row(2, 'Instagram Followers', { description: text }),
  ]
})

let at: Stall
let model: FakeModel
beforeAll(async () => {
  model = startFakeModel()
  at = await openStall({
    rows: [...STOCK, ...ROWS],
    env: { OPENAI_API_KEY: 'sk-for-tests-0123456789', OPENAI_BASE_URL: model.url },
  })
  at.stock = [...STOCK, ...ROWS] as unknown as Sold[]
  const rows = await at.app.store.services.list(at.shops.live, { limit: 500 })
  await at.browser.post(at.path('/services/sale'), { ids: rows.map(({ id }) => id), on: true })
})
afterAll(async () => {
  await at.stop()
  await model.stop()
})

let next = 60_000
const somebody = () => ({ id: ++next, name: 'Sari' })

test(
  'what a panel writes is not said, not obeyed, and no price',
  async () => {
    const faults: string[] = []
    const rows = await at.app.store.services.list(at.shops.live, { onSale: true, limit: 500 })
    expect(rows.length).toBeGreaterThan(PANEL_TEXTS.length * 2)
    for (const { id, rate, name, madeName } of rows) {
      const who = somebody()
      await say(at, `/start p${id}`, who)
      const asked = await react(at, who, 'ada garansi ga? harganya berapa')
      await say(at, 'warung.kopi', who)
      const card = await react(at, who, '1000')
      const found = [
        ...faultsOf(at, asked, '', { dialogue: true }),
        ...faultsOf(at, card, '', { card: true, dialogue: true }),
      ]
      const [order] = card.after.cards
      const sold = { rate, min: '50', max: '40000' }
      if (/Followers/.test(madeName) && (!order || !issued([sold], '1000').has(order.quote.price)))
        found.push(`no card at its price: ${order?.quote.price} ${card.reply.slice(0, 80)}`)
      for (const reply of [asked.reply, card.reply]) {
        const leak = PANEL_LEAKS.exec(reply.replace(/<[^>]*>/g, ''))
        if (leak) found.push(`says “${leak[0]}”`)
      }
      faults.push(...found.map((fault) => `${name.slice(0, 60)} (${madeName}): ${fault}`))
    }
    expect(faults).toEqual([])
  },
  LONG,
)

test(
  'lists of such goods, and the model’s view of them, hold none of it',
  async () => {
    const who = somebody()
    model.when(/./, calls('search_products', { query: 'followers ig' }), understood({ intent: 'chitchat' }))
    const replies: string[] = []
    for (const text of [
      'followers ig',
      'lainnya',
      'lainnya',
      'yang termurah',
      'followers ig evil',
      'ada yang gratis?',
      'cari evil.example',
      'zxqv wekwek blorong pfft',
    ])
      replies.push(await say(at, text, who))
    expect(
      replies
        .map((reply) => PANEL_LEAKS.exec(reply.replace(/<[^>]*>/g, ''))?.[0])
        .filter((leak) => leak && !/evil|gratis/.test(leak)),
    ).toEqual([])
    const products = model.requests
      .map(({ body }) => JSON.stringify(body['messages']).replace(/.*?\\"products\\"/s, ''))
      .join('\n')
    expect(model.requests.length).toBeGreaterThan(0)
    expect(/evil|t\.me|perak|081234|alert|se-indonesia/i.exec(products)?.[0]).toBeUndefined()
  },
  LONG,
)

const ORDER_STATES = ['idle', 'confirming'] as const

test(
  'a document is said as the seller wrote it, and does nothing',
  async () => {
    const faults: string[] = []
    let quoted = 0
    for (const [name, text] of DOCUMENTS) {
      const { id } = await at.browser
        .put(at.path('/knowledge'), { title: 'Keamanan', text })
        .then((made) => made as { id: string })
      for (const state of ORDER_STATES) {
        const who = somebody()
        if (state === 'confirming')
          for (const said of ['id 1', 'warung.kopi', '1000']) await say(at, said, who)
        model.forget()
        // A model that does all that it reads.
        model.otherwise(calls('knowledge_search', { query: 'aman' }), calls('reply', { known: true, text }))
        const reaction = await react(at, who, 'apakah aman kak?')
        const own = figuresIn(text).flatMap(({ rupiah }) => rupiah ?? [])
        const found = faultsOf(at, reaction, text, { sums: own, dialogue: state === 'idle' }).filter(
          (fault) => !/99%|nobody issued: “(?:diskon|harga|price)/.test(fault),
        )
        if (reaction.reply.includes('Aman.')) quoted += 1
        if (
          /<(?!\/?(?:b|blockquote)>|\/?a\b)/.test(reaction.reply) ||
          /<a href="(?!https:\/\/(?:www\.)?instagram)/.test(reaction.reply)
        )
          found.push(`markup of the document: ${reaction.reply.slice(0, 300)}`)
        if (state === 'confirming') {
          const yes = await react(at, who, 'ya')
          const [order] = yes.after.orders
          if (
            order?.state !== 'awaitingPayment' ||
            !issued(at.stock ?? [], '1000').has(order.price) ||
            order.price === 1000
          )
            found.push(`then ${order?.state} for ${order?.price}`)
        }
        faults.push(...found.map((fault) => `${name}, ${state}: ${fault}`))
      }
      await at.browser.del(at.path(`/knowledge/${id}`))
    }
    expect(faults).toEqual([])
    expect(quoted).toBe(DOCUMENTS.length * ORDER_STATES.length)
  },
  LONG,
)

test('how many', () => {
  console.log(
    `texts of others: ${PANEL_TEXTS.length} of panels in three places, ${DOCUMENTS.length} documents`,
  )
  expect(PANEL_TEXTS.length * 3 + DOCUMENTS.length).toBeGreaterThan(100)
})
