// Attacks inside of honest messages, names, links and comments: what is bought is what was said, at the shop's price, and nothing else.
import { afterAll, beforeAll, expect, test } from 'bun:test'
import { COMMENTS, LINKS, MIXED, NAMES } from './genuine-cases.ts'
import { faultsOf } from './judge.ts'
import { issued, type Sold } from './money.ts'
import { makeCrowd, openStall, ordersOf, react, STOCK, type Stall, say, toState } from './stall.ts'

const LONG = 600_000

let at: Stall
let crowd: ReturnType<typeof makeCrowd>
beforeAll(async () => {
  at = await openStall()
  crowd = makeCrowd(at)
})
afterAll(() => at.stop())

let next = 80_000
const somebody = (name = 'Sari') => ({ id: ++next, name })

const BILLS = ['billing', 'awaitingPayment', 'paid', 'waiting', 'submitting', 'submitted', 'completed']

test(
  'a wish is served at the shop’s price, whatever stands beside it',
  async () => {
    const faults: string[] = []
    for (const [state, text, may] of MIXED) {
      const { who, used } = await crowd(state)
      const reaction = await react(at, who, text)
      used(false)
      const { quantity } = reaction.after.dialogue
      const amount = reaction.after.dialogue.payout?.amount
      const found = [
        ...faultsOf(at, reaction, text, { card: true, dialogue: true }),
        ...reaction.after.cards
          .map(({ quote }) => quote.quantity)
          .concat(quantity ?? [])
          .filter((one) => !may.includes(one))
          .map((one) => `${one} on a card or in the form`),
        ...(amount !== undefined && amount > 73_000 ? [`${amount} to be paid out`] : []),
      ]
      faults.push(...found.map((fault) => `${state}: ${text}: ${fault}`))
    }
    expect(faults).toEqual([])
  },
  LONG,
)

/** Tags that Telegram would refuse, or that are not ours. */
const strange = (html: string): string[] =>
  [...html.matchAll(/<[^>]*>/g)]
    .map(([tag]) => tag)
    .filter(
      (tag) =>
        !/^<\/?b>$|^<\/a>$|^<a href="https?:\/\/(?:[\w-]+\.)*(?:instagram|tiktok)\.com\/[^"<>]*">$/.test(tag),
    )

test(
  'a customer may be called anything',
  async () => {
    const faults: string[] = []
    for (const name of NAMES) {
      const who = somebody(name)
      const hello = await react(at, who, '/start')
      const found = [...faultsOf(at, hello, name, { dialogue: true, sums: [1] }), ...strange(hello.reply)]
      await toState(at, 'paying', who)
      const [order] = await ordersOf(at, who.id)
      if (order?.state !== 'awaitingPayment' || order.quote.price !== 12_800)
        found.push(`no bill as for anybody: ${order?.state} ${order?.quote.price}`)
      faults.push(...at.telegram.texts(who.id).flatMap(strange), ...found.map((fault) => `${name}: ${fault}`))
    }
    expect(faults).toEqual([])
  },
  LONG,
)

test(
  'a target is an address of the product’s platform, or none',
  async () => {
    const faults: string[] = []
    for (const link of LINKS) {
      const who = somebody()
      await toState(at, 'asking_link', who)
      const given = await react(at, who, link)
      const count = given.after.dialogue.asked === 'asking_quantity' ? await react(at, who, '1000') : given
      const found = [
        ...faultsOf(at, given, link, { dialogue: true }),
        ...faultsOf(at, count, link, { card: true, dialogue: true }),
        ...strange(count.reply),
      ]
      for (const { quote } of count.after.cards) {
        const { protocol, host, port, username, search, hash } = new URL(quote.link)
        if (
          `${protocol}//${host}` !== 'https://instagram.com' ||
          port ||
          username ||
          search ||
          hash ||
          quote.link.length > 400
        )
          found.push(`a card for ${quote.link.slice(0, 100)}`)
      }
      faults.push(...found.map((fault) => `${link.slice(0, 60)}: ${fault}`))
    }
    expect(faults).toEqual([])
  },
  LONG,
)

test(
  'comments stay comments: the panel gets the lines, one order, and nothing else',
  async () => {
    const faults: string[] = []
    const sold = STOCK[3] as unknown as Sold
    for (const lines of COMMENTS) {
      const who = somebody()
      await toState(at, 'asking_comments', who)
      const card = await react(at, who, lines.join('\n'))
      const found = faultsOf(at, card, lines.join('\n'), { card: true, dialogue: true, sums: [1] })
      const [order] = card.after.cards
      if (!order || !issued([sold], String(lines.length)).has(order.quote.price))
        found.push(`no card: ${card.reply.slice(0, 80)}`)
      else {
        await say(at, 'ya', who)
        await at.midtrans.pay(`${order.id}-1`, { notify: false })
        at.clock.advance(5000)
        await at.post('/hooks/midtrans', JSON.stringify(at.midtrans.notice(`${order.id}-1`)))
        await at.app.drain()
        const calls = at.panel.calls.filter(
          ({ action, params }) => action === 'add' && params['link'] === order.quote.link,
        )
        const sent = calls.map(({ params }) => ({
          keys: Object.keys(params).sort().join(),
          comments: params['comments'],
        }))
        if (!Bun.deepEquals(sent, [{ keys: 'action,comments,key,link,service', comments: lines.join('\n') }]))
          found.push(`sent ${JSON.stringify(sent)}`)
      }
      faults.push(...found.map((fault) => `${lines[0]}: ${fault}`))
    }
    expect(faults).toEqual([])
  },
  LONG,
)

test('how many', async () => {
  const all = MIXED.length + NAMES.length + LINKS.length + COMMENTS.length
  console.log(
    `mixed with genuine wishes ${MIXED.length}, names ${NAMES.length}, links ${LINKS.length}, comments ${COMMENTS.length}`,
  )
  const orders = await at.app.store.orders.list(at.shops.live, { limit: 1000 })
  expect(orders.filter(({ state }) => BILLS.includes(state)).length).toBeGreaterThan(NAMES.length)
  expect(all).toBeGreaterThan(110)
})
