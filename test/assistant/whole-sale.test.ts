// What customers say over a whole sale is heard as what it is, and never as a quantity that nobody asked for.
import { expect, test } from 'bun:test'
import { read } from '../../src/assistant/reader/index.ts'
import { SURE, type Understanding } from '../../src/model/understanding.ts'
import { CATALOGUE } from './catalogue.ts'
import { SALE, type Scene, type Told } from './whole-sale.ts'

const have = (meaning: Understanding, slot: string): string =>
  JSON.stringify(meaning[slot as keyof Understanding] ?? null)

const wrong = ([, state, context]: Scene, [text, intents, slots = {}]: Told): string[] => {
  const meaning = read({ text }, { state, context }, CATALOGUE)
  const amiss = Object.entries(slots).filter(([slot, value]) => have(meaning, slot) !== JSON.stringify(value))
  // Half a guess at a number is asked about; it reaches no bill.
  const right = intents.split(' ').includes(meaning.intent) && amiss.length === 0
  const unsure = meaning.intent === 'give_quantity' && slots.quantity === null && meaning.confidence >= SURE
  return right && !unsure
    ? []
    : [
        `${text}: ${meaning.intent} ${meaning.confidence}${amiss.map(([slot]) => ` ${slot} ${have(meaning, slot)}`).join('')}`,
      ]
}

test.each(SALE.map((scene) => [scene[0], scene] as const))('%s', (_, scene) => {
  expect(scene[3].flatMap((told) => wrong(scene, told))).toEqual([])
})
