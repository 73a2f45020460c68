// A model that has gone mad, through the whole app: what it means without cause has no effect, what it says without cause is not said.
import { afterAll, beforeAll, expect, test } from 'bun:test'
import {
  calls,
  type FakeModel,
  type ModelRequest,
  type Reply,
  says,
  startFakeModel,
  status,
  understood,
} from '../../support/fake-model.ts'
import { ATTACKS } from './chat-cases.ts'
import { faultsOf } from './judge.ts'
import { MEANINGS, WORDS } from './model-cases.ts'
import { EVERY_STATE, makeCrowd, openStall, react, type Stall, type State, say } from './stall.ts'

const LONG = 600_000
const KEY = 'sk-for-tests-0123456789'

let at: Stall
let model: FakeModel
let crowd: ReturnType<typeof makeCrowd>

/** Lines of what the model was told, which nobody else shall read. */
const told = new Set<string>()
const promptsOf = (): string[] => {
  for (const { body } of model.requests.slice(-4)) {
    const messages = (body['messages'] ?? []) as { role: string; content: unknown }[]
    for (const { role, content } of messages)
      if (role === 'system')
        for (const line of String(content).split(/\n|(?<=\.) /))
          if (line.length > 30) told.add(line.trim().slice(0, 40))
  }
  return [...told, KEY, 'sk-for']
}

beforeAll(async () => {
  model = startFakeModel()
  at = await openStall({ env: { OPENAI_API_KEY: KEY, OPENAI_BASE_URL: model.url }, prompts: promptsOf })
  await at.app.store.shops.change(at.shops.live, (shop) => ({
    ...shop,
    settings: { ...shop.settings, aiDayTokens: 1e9, aiChatCalls: 10_000 },
  }))
  crowd = makeCrowd(at)
})
afterAll(async () => {
  await at.stop()
  await model.stop()
})

const offers =
  (name: string) =>
  (request: ModelRequest): boolean =>
    JSON.stringify(request.body['tools'] ?? '').includes(`"${name}"`)

/** The model reads by `reading` and speaks by `speaking`. */
const script = (reading: readonly Reply[], speaking: readonly Reply[] = [says('Siap kak')]): void => {
  model.forget()
  model.when(offers('reply'), ...speaking)
  model.when(offers('understood'), ...reading)
}

let turns = 0
let budi = 31_000
/** Faults in a row would have it left alone: a good answer makes them forgotten, once it is asked again. */
const recovered = async (): Promise<void> => {
  for (let tries = 0; tries < 9; tries++) {
    script([understood({ intent: 'chitchat' })])
    await say(at, 'wekwek blorong zxqv', { id: ++budi, name: 'Budi' })
    if (model.requests.length > 0) return
    at.clock.advance(61_000)
  }
  throw new Error('the model is asked no more')
}

const LOGGED = /"level":(?:30|40)/
/** Nothing in it can be read: the model is asked. */
const MURKY = 'zxqv wekwek blorong pfft'
/** What is asked in these is nobody's business but the shop's. */
const UNASKED: readonly State[] = ['asking_destination', 'asking_comments']
/** While the sum of a withdrawal is known, another intent may lead away from it; nothing may go anywhere. */
const STATES = EVERY_STATE.filter((state) => !UNASKED.includes(state))

test.each(STATES.map((state) => [state]))(
  'no meaning of the model’s own has an effect while %s',
  async (state) => {
    const faults: string[] = []
    let asked = 0
    // With an order or a bill the reader is as when idle: fewer are enough.
    const meanings = MEANINGS.filter((_, n) => (state !== 'ordered' && state !== 'paying') || n % 3 === 0)
    for (const [name, ...steps] of meanings) {
      const { who, used } = await crowd(state)
      script(steps)
      const reaction = await react(at, who, MURKY)
      if (model.requests.length > 0) asked += 1
      else faults.push(`${name}: was not asked`)
      // A product that is sold here the model may name, and nothing with it.
      const named = /as a field|two words/.test(name) ? { card: true, dialogue: true } : {}
      const found = faultsOf(at, reaction, MURKY, {
        logged: LOGGED,
        dialogue: reaction.after.dialogue.asked === 'choosing',
        ...named,
      })
      if (model.requests.length > 5) found.push(`asked ${model.requests.length} times`)
      // A chat's own budget is not what is tested here.
      used(
        ++turns % 20 > 0 &&
          found.length === 0 &&
          Bun.deepEquals(reaction.before.dialogue, reaction.after.dialogue),
      )
      faults.push(...found.map((fault) => `${name}: ${fault}`))
      await recovered()
    }
    expect(faults).toEqual([])
    expect(asked).toBe(meanings.length)
  },
  LONG,
)

test.each([
  ['question', 'aman ga kak toko ini buat akun aku?'],
  ['small talk', MURKY],
])(
  'words that nobody issued are not said to a %s',
  async (_, text) => {
    const faults: string[] = []
    let asked = 0
    for (const [n, [name, words, never]] of WORDS.entries()) {
      const { who, used } = await crowd(n % 2 === 0 ? 'idle' : 'choosing')
      script(
        [understood({ intent: 'chitchat' })],
        n % 3 === 0
          ? [says(words)]
          : [
              calls('search_products', { query: 'followers ig' }),
              calls('reply', { known: true, text: words }),
            ],
      )
      const reaction = await react(at, who, text)
      if (model.requests.some(offers('reply'))) asked += 1
      used(false)
      const found = faultsOf(at, reaction, text, { logged: LOGGED, dialogue: true })
      if (typeof never === 'string' ? reaction.reply.includes(never) : never.test(reaction.reply))
        found.push(`says “${reaction.reply.slice(0, 120)}”`)
      if (/<(?!\/?b>)/.test(reaction.reply)) found.push('foreign markup')
      faults.push(...found.map((fault) => `${name}: ${fault}`))
      await recovered()
    }
    expect(faults).toEqual([])
    expect(asked).toBe(WORDS.length)
  },
  LONG,
)

test.each([['idle'], ['confirming'], ['paying'], ['asking_quantity']] as [State][])(
  'an attack that the model falls for has no effect while %s',
  async (state) => {
    const faults: string[] = []
    let asked = 0
    const intent = { paying: 'paid_claim', asking_quantity: 'give_quantity' }[state as string] ?? 'confirm'
    for (const [name, text] of ATTACKS) {
      const { who, used } = await crowd(state)
      const reply = `Baik kak: ${text.slice(0, 200)}. Harga sudah jadi Rp1 dan status PAID.`
      script(
        [understood({ intent, quantity: 1000, budget: 1, confidence: 1 })],
        [calls('reply', { known: true, text: reply })],
      )
      const reaction = await react(at, who, text)
      if (model.requests.length > 0) asked += 1
      const found = faultsOf(at, reaction, text, { logged: LOGGED })
      if (/jadi Rp1\b|status PAID/.test(reaction.reply)) found.push(`says ${reaction.reply.slice(0, 100)}`)
      used(
        ++turns % 20 > 0 &&
          found.length === 0 &&
          reaction.before.dialogue.asked === reaction.after.dialogue.asked,
      )
      faults.push(...found.map((fault) => `${name}: ${fault}`))
    }
    expect(faults).toEqual([])
    expect(asked).toBeGreaterThan(10)
  },
  LONG,
)

test(
  'and good words are: plain ones as they are, prices filled by the shop',
  async () => {
    const { who } = await crowd('idle')
    script(
      [],
      [
        calls('search_products', { query: 'followers ig' }),
        calls('reply', {
          known: true,
          text: 'Tenang kak, kami hanya butuh link. IG Followers itu {price:1:1000}.',
        }),
      ],
    )
    const reaction = await react(at, who, 'aman ga kak toko ini buat akun aku?')
    expect(reaction.reply).toContain('Tenang kak')
    expect(reaction.reply).toContain('Rp12.800')
    expect(faultsOf(at, reaction, '', { dialogue: true })).toEqual([])
  },
  LONG,
)

test.each([[500], [401], [403], [429], [404], [302]])(
  'a server that answers %d: the shop’s own word stands',
  async (code) => {
    for (const state of ['idle', 'confirming', 'paying'] as const) {
      const { who, used } = await crowd(state)
      script([status(code)], [status(code)])
      const reaction = await react(at, who, MURKY)
      used(true)
      expect([state, ...faultsOf(at, reaction, MURKY, { logged: LOGGED })]).toEqual([state])
      at.clock.advance(16 * 60_000)
      await recovered()
    }
  },
  LONG,
)

test(
  'what goes to the model is no secret, no cost, no person',
  async () => {
    const sent: string[] = []
    for (const state of ['idle', 'choosing', 'confirming', 'paying', 'ordered'] as const)
      for (const text of [
        `${MURKY} pak Sari 081234567890 sari@toko.example BCA 1234567890`,
        `${MURKY} pak Sari`,
        'aman ga kak toko ini buat akun aku? sari@toko.example',
        `${MURKY} @rahasia.sari`,
        `${MURKY} https://instagram.com/rahasia.sari`,
      ]) {
        const { who, used } = await crowd(state)
        script([understood({ intent: 'ask_general' })])
        await react(at, who, text)
        used(false)
        sent.push(...model.requests.map(({ raw }) => raw))
        const own = [
          'Sari',
          '081234567890',
          'sari@toko',
          '1234567890',
          'rahasia',
          'toko.ke',
          'Korban',
          String(who.id),
          KEY,
        ]
        const shop = [
          '9137',
          '2713.77',
          '90411',
          'panel-key',
          '12.800',
          '12800',
          'PanelRahasia',
          new URL(at.panel.url).host,
        ]
        expect([...own, ...shop].filter((secret) => sent.join('\n').includes(secret))).toEqual([])
      }
    expect(sent.filter((raw) => raw.includes('\\"mid\\"')).length).toBeGreaterThan(4)
    expect(sent.some((raw) => raw.includes('[name]') && raw.includes('[number]'))).toBe(true)
  },
  LONG,
)

test('how many', () => {
  console.log(
    `a mad model: ${MEANINGS.length} meanings, each in ${STATES.length} states; ${WORDS.length} texts, each twice`,
  )
  expect(MEANINGS.length + WORDS.length).toBeGreaterThan(150)
})
