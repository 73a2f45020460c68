// Buttons that the bot never made: somebody else's orders, sums and numbers out of the air. Checked as if typed by an enemy.
import { afterAll, beforeAll, expect, test } from 'bun:test'
import { faultsOf } from './judge.ts'
import { makeCrowd, openStall, ordersOf, react, type Stall, type State, standingOf, VICTIM } from './stall.ts'

const LONG = 600_000
let at: Stall
let crowd: ReturnType<typeof makeCrowd>
let theirs = ''
beforeAll(async () => {
  at = await openStall()
  crowd = makeCrowd(at)
  theirs = (await ordersOf(at, VICTIM.id))[0]?.id ?? ''
})
afterAll(() => at.stop())

const CODES = ['p', 'cq', 'cl', 'w', 'ch', 'e', 's', 'ag', 'pr', 'wt', 'op', 'ts', 'cb', 'rp']
const MADE = [
  'q:0',
  'q:-1',
  'q:1.5',
  'q:1e9',
  'q:99999999999',
  'q:１０００',
  'tu:0',
  'tu:-5',
  'tu:999999999',
  'tu:1',
  'to:-5',
  'to:999999999',
  'ty:wd_0123456789',
  'tn:wd_0123456789',
  'ty:',
  'ty:wd_../../x',
  'c:sv_nothere',
  'c:1',
  'c:sv_',
  "c:sv_' OR 1=1",
  'b:__proto__',
  'b:constructor',
  'b:instagram; drop',
  'l:xx',
  'l:',
  'm:x',
  'k:x',
  'h:x',
  '__proto__',
  'constructor',
  'toString',
  '',
  ':',
  'p',
  'p:',
  'p:o_',
  'p:o_nothere12345',
  `p:o_${'x'.repeat(60)}`,
  'x'.repeat(200),
  '{"do":"pay"}',
  'pay:1',
  'P:o_1',
  '\u0000',
  'p:o_1:o_2',
]

test.each([['idle'], ['confirming'], ['paying'], ['payout'], ['ordered']] as [State][])(
  'none has an effect while %s',
  async (state) => {
    const before = await standingOf(at, VICTIM.id)
    const faults: string[] = []
    for (const payload of [...CODES.map((code) => `${code}:${theirs}`), ...MADE]) {
      const { who, used } = await crowd(state)
      const reaction = await react(at, who, { press: payload })
      used(Bun.deepEquals(reaction.before.dialogue, reaction.after.dialogue))
      faults.push(...faultsOf(at, reaction, '', { quiet: true }).map((fault) => `${payload}: ${fault}`))
    }
    expect(faults).toEqual([])
    const { dialogue: _, ...after } = await standingOf(at, VICTIM.id)
    expect(after.orders).toEqual(before.orders)
  },
  LONG,
)

test('how many', () => {
  console.log(`buttons that nobody made: ${CODES.length + MADE.length}, each in five states`)
})
