// The costly mistakes: a yes, or a payment, heard where there was none. The reader alone, in every state.
import { expect, test } from 'bun:test'
import { read } from '../../../src/assistant/reader/index.ts'
import type { Asked, AskedContext } from '../../../src/model/understanding.ts'
import { CATALOGUE } from '../catalogue.ts'
import { NO_PAID, NO_YES, PAID, READY, YES } from './yes-cases.ts'

const LINK = 'https://instagram.com/warungkopi'
const ORDER = { mid: 1, quantity: 1000, link: LINK }
const STATES: readonly [Asked, AskedContext][] = [
  ['confirming', ORDER],
  ['paying', { ...ORDER, order_id: 'K7Q2M' }],
  ['idle', {}],
  ['choosing', { shown: [1, 2, 3] }],
  ['asking_link', { mid: 1, quantity: 1000 }],
  ['asking_quantity', { mid: 1, link: LINK }],
  ['asking_amount', { for: 'topup' }],
  ['asking_destination', { budget: 50_000 }],
]

const heard = (text: string, [state, context]: [Asked, AskedContext]) =>
  read({ text }, { state, context }, CATALOGUE)

const MISTAKES = ['confirm', 'paid_claim']

test.each(STATES)('no yes and no payment is heard while %s', (state, context) => {
  const wrong = [...NO_YES, ...NO_PAID].flatMap((text) => {
    const { intent, confidence } = heard(text, [state, context])
    return MISTAKES.includes(intent) ? [`${text}: ${intent} ${confidence}`] : []
  })
  expect(wrong).toEqual([])
  expect(READY.filter((text) => heard(text, [state, context]).intent === 'paid_claim')).toEqual([])
})

test('a plain yes is one, and a plain payment', () => {
  const missed = (texts: readonly string[], state: [Asked, AskedContext], intent: string) =>
    texts.filter((text) => heard(text, state).intent !== intent)
  expect(missed(YES, ['confirming', ORDER], 'confirm')).toEqual([])
  expect(missed(PAID, ['paying', { ...ORDER, order_id: 'K7Q2M' }], 'paid_claim')).toEqual([])
})

test('how many', () => {
  const count = NO_YES.length + NO_PAID.length
  console.log(`no yes, no payment: ${count} messages, each in ${STATES.length} states`)
  expect(count).toBeGreaterThan(200)
})
