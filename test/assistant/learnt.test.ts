// What the reader has learnt from stays learnt.
import { expect, test } from 'bun:test'
import { read } from '../../src/assistant/reader/index.ts'
import type { Asked, AskedContext, Understanding } from '../../src/model/understanding.ts'
import { CATALOGUE } from './catalogue.ts'
import { LEARNT } from './learnt.ts'

const holds = (have: unknown, want: unknown): boolean =>
  JSON.stringify(have) === JSON.stringify(want) || (Array.isArray(have) && have.includes(want))

const wrong = (
  text: string,
  asked: { state: Asked; context: AskedContext },
  wanted: [string, Partial<Understanding>],
) => {
  const meaning = read({ text }, asked, CATALOGUE)
  const [intents, slots] = wanted
  const missed = Object.entries(slots).filter(
    ([slot, value]) => !holds(meaning[slot as keyof Understanding], value),
  )
  const right = intents.split(' ').includes(meaning.intent) && missed.length === 0
  return right ? [] : [`${text}: ${meaning.intent}${missed.map(([slot]) => ` without ${slot}`).join('')}`]
}

test.each(LEARNT)('%s %j', (state, context, rows) => {
  expect(
    rows.flatMap(([text, intents, slots = {}]) => wrong(text, { state, context }, [intents, slots])),
  ).toEqual([])
})
