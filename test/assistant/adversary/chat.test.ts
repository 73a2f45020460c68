// Attacks in chat, in every state of the dialogue, through the whole app: an answer is given, and nothing else happens.
import { afterAll, beforeAll, expect, test } from 'bun:test'
import { ATTACKS } from './chat-cases.ts'
import { faultsOf } from './judge.ts'
import { EVERY_STATE, makeCrowd, openStall, react, type Stall, type State } from './stall.ts'

/** Hundreds of messages through the whole app. */
const LONG = 600_000

let at: Stall
let crowd: ReturnType<typeof makeCrowd>
beforeAll(async () => {
  at = await openStall()
  crowd = makeCrowd(at)
})
afterAll(() => at.stop())

/** While comments are asked for every line is one, whoever wrote it: a card for them is no harm. */
const allowedIn = (state: State) => (state === 'asking_comments' ? { card: true, dialogue: true } : {})

const attempt = async (state: State, text: string): Promise<string[]> => {
  const { who, used } = await crowd(state)
  const reaction = await react(at, who, text)
  const faults = faultsOf(at, reaction, text, allowedIn(state))
  const still = reaction.before.dialogue.asked === reaction.after.dialogue.asked && faults.length === 0
  used(still && reaction.before.orders.length === reaction.after.orders.length)
  return faults
}

test.each(EVERY_STATE.map((state) => [state]))(
  'nothing comes of an attack while %s',
  async (state) => {
    const faults: string[] = []
    for (const [name, text] of ATTACKS)
      for (const fault of await attempt(state, text)) faults.push(`${name}: ${fault}`)
    expect(faults).toEqual([])
  },
  LONG,
)

test('how many', () => {
  console.log(`attacks in chat: ${ATTACKS.length} messages, each in ${EVERY_STATE.length} states`)
  expect(ATTACKS.length).toBeGreaterThan(110)
  expect(new Set(ATTACKS.map(([, text]) => text)).size).toBe(ATTACKS.length)
})
