// Everything that the model server gets of a whole sale, byte by byte: no customer, no secret, no cost, no panel. And what the customer gets
// when the server hangs or is out of money: the same sale.
import { afterEach, expect, test } from 'bun:test'
import { calls, fault, type Reply, startFakeModel, status, understood } from '../support/fake-model.ts'
import { openTalk, type Talk } from '../support/talk.ts'

const KEY = 'sk-live-of-the-platform'
const open: { stop(): Promise<void> }[] = []
afterEach(async () => {
  for (const one of open.splice(0)) await one.stop()
})

const talkWith = async (more: Record<string, string> = {}) => {
  const model = startFakeModel({ key: KEY })
  const env = { OPENAI_API_KEY: KEY, OPENAI_BASE_URL: model.url, OPENAI_MODEL: 'm', ...more }
  const talk = await openTalk({ env })
  open.push(talk, model)
  return { model, talk }
}

const reply = (text: string) => calls('reply', { known: true, text })
const isReading = ({ raw }: { raw: string }) => raw.includes('"name":"understood"')

/** Words that the built-in reader is unsure of, or leaves to the model. */
const UNSURE = 'kalo akun baru bisa ga, nama saya Budi Santoso wa 0812-3456-7890'

const buy = async (talk: Talk) => {
  await talk.say('/start')
  await talk.say('hehe mantap nih tokonya, aku Rina pin gue 4321')
  await talk.say(UNSURE)
  await talk.say('tokonya di kota mana, email rina@contoh.id')
  await talk.say('mau followers ig')
  await talk.say('id 1')
  await talk.say('cocok buat @warungkopi.rahasia ga sih kira2')
  await talk.say('https://instagram.com/warungkopi.rahasia')
  await talk.say('yang biasa aja lah zzz')
  await talk.say('1000')
  await talk.say('ya')
  await talk.event('bill', () => undefined)
  await talk.say('hmm rek bca 123 456 7890 an Budi Santoso itu punyaku kalo akun baru bisa ga')
  await talk.pay()
  await talk.event('paid', () => undefined)
}

test('of a whole sale nothing goes out that says who buys, what it costs, or what is sealed', async () => {
  const { model, talk } = await talkWith()
  model.otherwise(calls('search_products', { query: 'followers' }), reply('Siap kak.'))
  model.when(
    isReading,
    calls('search_products', { query: 'ig followers' }),
    understood({ intent: 'ask_general' }),
  )
  await buy(talk)
  const sent = model.bytes()
  expect(model.requests.length).toBeGreaterThan(3)
  const { number, id, quote } = (await talk.order()) ?? { number: '', id: '', quote: undefined }
  const shop = await talk.app.store.shops.get(talk.shops.live)
  const [provider] = await talk.app.store.providers.list(talk.shops.live)
  const services = await talk.app.store.services.list(talk.shops.live, {})
  const hidden: [what: string, text: string][] = [
    ...['Rina', 'Budi', 'Santoso', '3456', '4321', '7890', 'rina@', 'warungkopi', 'instagram.com'].map(
      (text): [string, string] => ['the customer', text],
    ),
    ['the order', number],
    ['the order', id],
    ['the customer', quote?.link ?? 'instagram.com'],
    ['the shop', talk.shops.live],
    ['the bot', '4242'],
    ['the bot', shop?.bot?.token ?? '-none-'],
    ['a sealed key', provider?.key ?? '-none-'],
    ['the panel', 'panel-key-1234'],
    ['the panel', provider?.endpoint ?? '-none-'],
    ['the panel', `127.0.0.1:${new URL(talk.panel.url).port}`],
    ['a gateway key', 'Mid-server'],
    ['an address', 'ani@toko.example'],
    ...services.flatMap(({ name, service_id_api: api }): [string, string][] => [
      ["the panel's name", name],
      ["the panel's number", `"${api}"`],
    ]),
  ]
  for (const [what, text] of hidden) {
    expect(text.length).toBeGreaterThan(1)
    expect({ what, text, sent: sent.includes(text) }).toEqual({ what, text, sent: false })
  }
  // Neither cost nor price of anything: what they are per thousand and for this order.
  for (const figure of ['12000', '33000', '4000', '21000', '210000', '16800', '46200', '5600', '29400'])
    expect(sent).not.toMatch(new RegExp(`(?<![\\d.])${figure}(?![\\d.])`))
})

test('each question is counted for the shop', async () => {
  const { model, talk } = await talkWith()
  model.otherwise(reply('Bisa kak, asal akunnya publik.'))
  model.when(isReading, understood({ intent: 'ask_general' }))
  expect((await talk.say('cocok buat jualan ga sih')).join('\n')).toBe('Bisa kak, asal akunnya publik.')
  const used = await talk.app.store.usage.get({ shop: talk.shops.live, day: '2026-11-24' })
  expect(used.calls).toBe(model.requests.length)
  expect(used.tokensIn).toBeGreaterThan(300)
})

/** The customer's sale as it stands on the screen. */
const sale = async (given: {
  arm?: (model: ReturnType<typeof startFakeModel>) => void
  env?: Record<string, string>
}) => {
  const { model, talk } = await talkWith(given.env)
  given.arm?.(model)
  await buy(talk)
  const { state } = (await talk.order()) ?? { state: 'none' }
  return { state, lines: talk.lines.join('\n'), asked: model.requests.length }
}

const BAD: [name: string, reply: Reply][] = [
  ['refuses', status(401)],
  ['answers a page', fault('html')],
  ['breaks off', fault('cut')],
  ['calls what is not there', calls('transfer', {})],
]
for (const [name, bad] of BAD)
  test(`a server that ${name} changes no line of the sale`, async () => {
    const alone = await sale({ env: { OPENAI_API_KEY: '' } })
    expect(alone).toMatchObject({ state: 'submitted', asked: 0 })
    const beside = await sale({ arm: (model) => model.otherwise(bad) })
    expect(beside.asked).toBeGreaterThan(0)
    expect(beside).toEqual({ ...alone, asked: beside.asked })
  })

test('one that answers the first time and never again costs no more than that', async () => {
  const { state, asked } = await sale({
    arm: (model) => {
      model.otherwise(reply('Siap kak.'))
      model.failFrom(2, status(403))
    },
  })
  expect(state).toBe('submitted')
  expect(asked).toBe(2)
})

test('a shop that switched it off asks nothing', async () => {
  const { model, talk } = await talkWith()
  await talk.browser.put(talk.path('/settings'), { aiOff: true })
  await buy(talk)
  expect(model.requests).toEqual([])
})

test('what the shelf leaves open about a product is answered beside what it says, with the shop’s figures', async () => {
  const { model, talk } = await talkWith()
  await talk.say('mau followers ig')
  model.otherwise(reply('Cocok buat jualan kak. Harganya cuma 5 ribu. Untuk yang pertama {price:1:1000}.'))
  model.when(isReading, understood({ intent: 'ask_product', about: 'other', mids: [1, 2] }))
  const said = (await talk.say('kalo akun baru bisa ga')).join('\n')
  expect(said).toContain('Rp')
  expect(said).toContain('(ID 1, 1.000)')
  expect(said).not.toMatch(/5 ribu|5\.000/)
})

test('a price that it wanted to say itself is the shop’s to say; small talk is its own', async () => {
  const { model, talk } = await talkWith()
  model.otherwise(reply('Harganya cuma Rp5.'))
  model.when(isReading, understood({ intent: 'ask_general' }))
  const priced = (await talk.say('cocok buat jualan ga sih')).join('\n')
  expect(priced).toBe('Untuk harga, sebut produk dan jumlahnya ya, misalnya “harga 1000 followers ig”.')
  model.when(isReading, understood({ intent: 'chitchat' }))
  model.when(/mantap/, reply('Makasih ya kak, ditunggu orderannya!'))
  model.when((asked) => isReading(asked) && /mantap/.test(asked.message), understood({ intent: 'chitchat' }))
  expect((await talk.say('hehe mantap nih tokonya')).join('\n')).toBe('Makasih ya kak, ditunggu orderannya!')
  const asked = model.requests.length
  await talk.say('wkwk')
  expect(model.requests.length).toBe(asked)
})

test('a question that nobody can answer is noted for the seller, once', async () => {
  const { model, talk } = await talkWith()
  model.otherwise(calls('reply', { known: false, text: '' }))
  for (let i = 0; i < 2; i++) await talk.say('tokonya di kota mana')
  const items = await talk.app.store.items.list(talk.shops.live, true, 10)
  expect(items.filter(({ kind }) => kind === 'question').map(({ text }) => text)).toEqual([
    'tokonya di kota mana',
  ])
})
