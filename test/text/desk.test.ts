// What the seller's console answers, in both languages: well formed, within Telegram's limits, with buttons that are read back.
import { describe, expect, test } from 'bun:test'
import { NEEDS } from '../../src/model/attention.ts'
import { readDesk } from '../../src/model/desk-action.ts'
import type { Outgoing } from '../../src/model/say.ts'
import { type DeskSay, type ReportFigures, renderDesk } from '../../src/text/desk.ts'
import { visible } from '../../src/text/html.ts'
import { renderEnded } from '../../src/text/seller.ts'
import { EVIL, evilOrder, NOW, order } from './samples.ts'

const LONG = `${EVIL} `.repeat(60)
const ORDER = `o_${'x'.repeat(22)}`
const MARK = 'abcdef01'
const FIGURES: ReportFigures = {
  day: '2026-11-24',
  paid: 12_000,
  done: 9,
  partial: 1,
  stopped: 3,
  stuck: 2,
  turnover: 240_000_000,
  cost: 150_000_000,
  gatewayFee: 1_680_000,
  profit: -88_320,
  saldoOwed: 13_320,
  notYetWithdrawable: 0,
  panels: Array.from({ length: 10 }, () => ({ name: LONG, currency: 'USD', balance: '12.50', daysLeft: 0 })),
}
const KINDS = ['proof', 'complaint', 'money', 'human', 'question', 'refund'] as const
const full = {
  orders: Array.from({ length: 15 }, (_, i) => ({
    id: ORDER,
    number: 'K7Q2M',
    need: NEEDS[i % NEEDS.length]!,
    since: NOW - i * 86_400_000,
  })),
  withdrawals: Array.from({ length: 6 }, () => ({ id: 'w_1', amount: 50_000, name: LONG, dueAt: NOW })),
  items: KINDS.map((kind) => ({ mark: MARK, kind, text: LONG })),
  failed: 3,
  panels: [{ name: LONG, balance: '1.25 USD', low: true }],
  more: 7,
}
const empty = { orders: [], withdrawals: [], items: [], failed: 0, panels: [], more: 0 }
const rows = Array.from({ length: 5 }, (_, i) => ({
  service: `sv_${'y'.repeat(22)}`,
  name: LONG,
  ...(i > 0 ? { cost: 9000 * i } : {}),
}))

const says: DeskSay[] = [
  ...(['help', 'notHere', 'left', 'again', 'muted', 'unmuted', 'noFailed', 'retried'] as const).map(
    (say): DeskSay => ({ say }),
  ),
  { say: 'already', number: 'K7Q2M', ending: { what: 'approved', who: EVIL, at: NOW } },
  { say: 'already', number: 'K7Q2M', ending: { what: { state: 'submitted' }, who: '', at: NOW } },
  { say: 'changed', number: 'K7Q2M' },
  ...(['panelId', 'sum', 'reason', 'until'] as const).flatMap((ask): DeskSay[] => [
    { say: 'ask', ask, number: 'K7Q2M', sum: 15_000 },
    { say: 'unread', ask },
  ]),
  ...['panelSilent', 'usedPanelId', 'toString', EVIL].map((why): DeskSay => ({ say: 'refused', why })),
  { say: 'others', order: ORDER, number: 'K7Q2M', price: 20_000, mark: MARK, rows },
  { say: 'others', order: ORDER, number: 'K7Q2M', price: 20_000, mark: MARK, rows: [] },
  { say: 'closed' },
  { say: 'closed', until: NOW + 3_600_000 },
  ...(['open', 'testing', 'closed', 'practice'] as const).map(
    (phase): DeskSay => ({ say: 'opened', phase, restored: false }),
  ),
  { say: 'opened', phase: 'closed', restored: true },
  { say: 'list', list: full },
  { say: 'list', list: empty },
  ...KINDS.map((kind): DeskSay => ({ say: 'item', mark: MARK, kind, text: LONG, at: NOW, number: 'K7Q2M' })),
  {
    say: 'item',
    mark: MARK,
    kind: 'proof',
    text: LONG,
    at: NOW,
    done: { what: 'itemDone', who: EVIL, at: NOW },
  },
  { say: 'report', figures: FIGURES, percent: '0.7' },
  { say: 'report', figures: FIGURES, percent: '0.7', until: NOW },
]

const isWellFormed = ({ html, buttons = [] }: Outgoing): void => {
  const text = visible(html)
  expect(text.trim()).not.toBe('')
  expect(text.length).toBeLessThanOrEqual(4096)
  expect(text).not.toMatch(/undefined|NaN|\[object|null/)
  expect(html.replace(/<\/?(?:b|code)>|<a href="https?:[^"<>]*">|<\/a>/g, '')).not.toMatch(/[<>]/)
  for (const row of buttons) expect(row.length).toBeLessThanOrEqual(8)
  expect(buttons.flat().length).toBeLessThanOrEqual(100)
  for (const button of buttons.flat()) {
    expect(button.label.trim()).not.toBe('')
    expect('payload' in button && readDesk(button.payload)).toBeTruthy()
  }
}

for (const language of ['id', 'en'] as const)
  describe(language, () => {
    const how = { language, voice: 'akrab', timezone: 'Asia/Jakarta', now: NOW, shop: EVIL } as const

    test('whatever is said is well formed', () => {
      for (const told of says) isWellFormed(renderDesk(told, how))
    })

    test('whatever has ended says so, and has no buttons', () => {
      const card = { id: 'w_1', amount: 50_000, name: LONG, masked: LONG, dueAt: NOW }
      for (const what of [
        'approved',
        'notAtPanel',
        'foundAtPanel',
        'givenBack',
        'rerouted',
        'declared',
        'customerWaits',
        'received',
        'notYet',
        'otherSum',
        'paidOut',
        'rejected',
        { state: 'closed' },
      ] as const)
        for (const about of [{ order: order() }, { order: evilOrder }, { card }]) {
          const ended = renderEnded(about, { what, who: EVIL, at: NOW }, how)
          isWellFormed(ended)
          expect(ended.buttons).toBeUndefined()
          expect(visible(ended.html)).toContain('✔️')
        }
    })
  })

test('an own word is refused with it, any other with the common one', () => {
  const how = { language: 'id', voice: 'akrab', timezone: 'Asia/Jakarta', now: NOW, shop: 'Warung' } as const
  const said = (why: string) => visible(renderDesk({ say: 'refused', why }, how).html)
  expect(said('usedPanelId')).toContain('sudah dipakai pesanan lain')
  expect(said('hasOwnProperty')).toBe(said('whatever'))
})
