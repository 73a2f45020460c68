import { describe, expect, test } from 'bun:test'
import { randomIds } from '../../src/lib/ids.ts'
import { readAction } from '../../src/model/action.ts'
import { type DeskAction, markOf, readDesk, writeDesk } from '../../src/model/desk-action.ts'

const order = randomIds.id('o')
const mark = markOf('unknown:5')
const ON_ORDER = ['approve', 'giveBack', 'taken', 'sendAgain', 'notTaken', 'other'] as const
const ON_BILL = ['received', 'notYet', 'otherSum'] as const
const ON_WITHDRAWAL = ['withdrawal', 'reveal', 'paidOut', 'reject'] as const
const ON_SHOP = ['desk', 'report', 'mute', 'unmute', 'open', 'until', 'leave', 'failed'] as const
const ALL: DeskAction[] = [
  ...[...ON_ORDER, ...ON_BILL].map((desk) => ({ desk, order, mark })),
  { desk: 'order', order },
  { desk: 'route', order, mark, service: randomIds.id('sv') },
  ...ON_WITHDRAWAL.map((desk) => ({ desk, withdrawal: randomIds.id('wd') })),
  { desk: 'item', item: markOf('it_1') },
  { desk: 'itemDone', item: markOf('it_1') },
  { desk: 'retry', job: markOf('fulfilment.submit:o_1:4') },
  ...ON_SHOP.map((desk) => ({ desk })),
]

describe("payloads of the seller's buttons", () => {
  test('each is read as it was written, fits Telegram, and is no button of a customer', () => {
    const written = ALL.map(writeDesk)
    expect(written.map(readDesk)).toEqual(ALL)
    expect(new Set(written).size).toBe(ALL.length)
    expect(Math.max(...written.map((payload) => Buffer.byteLength(payload)))).toBeLessThanOrEqual(64)
    expect(written.map(readAction).filter((action) => action !== null)).toEqual([])
  })

  const good = writeDesk({ desk: 'approve', order, mark })
  for (const [what, payload] of [
    ['nothing', ''],
    ['the prefix alone', '!'],
    ['no prefix', good.slice(1)],
    ['an unknown code', `!zz:${order}:${mark}`],
    ['a code of the language', '!__proto__:x'],
    ['no order', `!a::${mark}`],
    ['no mark', `!a:${order}`],
    ['a mark that is none', `!a:${order}:ABCDEF01`],
    ['more than there is', `${good}:1`],
    ['a line break', `${good}\n`],
    ['an order that is a path', `!a:o_../../x:${mark}`],
    ['SQL', `!a:o_' or 1=1:${mark}`],
    ['too long', `!a:o_${'x'.repeat(60)}:${mark}`],
    ['a shop action with an id', `!m:${order}`],
    ['a service that is none', `!p:${order}:${mark}:12`],
    ['spaces', ` ${good}`],
  ] as const)
    test(`null for ${what}`, () => expect(readDesk(payload)).toBeNull())

  test('nothing that is typed at random is read', () => {
    const read = Array.from({ length: 2000 }, () => readDesk(`!${randomIds.token().slice(0, 40)}`))
    expect(read.filter((one) => one !== null)).toEqual([])
  })
})
