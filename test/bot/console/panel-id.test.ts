// How a seller writes the number that the panel gave an order: with a word before it, or as it is, whatever it begins with.
import { expect, test } from 'bun:test'
import { readPanelId } from '../../../src/bot/console/on-order.ts'

test.each([
  ['23501', '23501'],
  ['#23501', '23501'],
  ['ID: 23501', '23501'],
  ['id 23501', '23501'],
  ['order #23501', '23501'],
  ['Order:VEGA123ABC', 'VEGA123ABC'],
  ['ID7712X', 'ID7712X'],
  ['order88', 'order88'],
  ['id-17', 'id-17'],
  ['ord.17', 'ord.17'],
])('%s is %s', (text, id) => expect(readPanelId(text)).toBe(id))

test.each(['', 'bukan id', '12 13', 'id', '#', '<b>1</b>', '1'.repeat(65), '../1'])('%s is none', (text) =>
  expect(readPanelId(text)).toBeNull(),
)
