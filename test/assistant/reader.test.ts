// The reader against every labelled message; each kind of costly mistake is counted apart and must be nought.
import { describe, expect, test } from 'bun:test'
import { read } from '../../src/assistant/reader/index.ts'
import { SURE, type Understanding } from '../../src/model/understanding.ts'
import { CATALOGUE } from './catalogue.ts'
import { LABELLED, type Labelled } from './labelled.ts'

const readIt = ({ text, media, state, context }: Labelled): Understanding =>
  read({ text, ...(media ? { media } : {}) }, { state, context }, CATALOGUE)

/** Slots that may not appear unless they are labelled. */
const STRICT = [
  'mid',
  'quantity',
  'link',
  'links',
  'budget',
  'order_id',
  'field',
  'comments',
  'destination',
] as const
const WISH = ['platform', 'kind', 'prefer', 'about'] as const

describe('labelled messages', () => {
  test('are at least 250, over all states', () => {
    expect(LABELLED.length).toBeGreaterThanOrEqual(250)
    expect(new Set(LABELLED.map(({ state }) => state)).size).toBe(9)
  })

  for (const labelled of LABELLED) {
    const { state, text, media, means, unsure } = labelled
    test(`${state}: ${media ? `[${media}] ` : ''}${JSON.stringify(text)}`, () => {
      const meaning = readIt(labelled)
      const slots = Object.fromEntries(
        [...STRICT, ...WISH].flatMap((slot) => {
          const labelledSlot = slot in means || (STRICT as readonly string[]).includes(slot)
          return labelledSlot && meaning[slot] !== undefined ? [[slot, meaning[slot]]] : []
        }),
      )
      const { intent, mids, ...wanted } = means
      expect({ intent: meaning.intent, ...slots }).toEqual({ intent, ...wanted } as never)
      if (mids) expect(meaning.mids).toEqual(mids)
      if (unsure) expect(meaning.confidence).toBeLessThan(SURE)
      else expect(meaning.confidence).toBeGreaterThanOrEqual(SURE)
    })
  }
})

describe('costly mistakes', () => {
  const count = (isMistake: (meaning: Understanding, labelled: Labelled) => boolean): string[] =>
    LABELLED.flatMap((labelled) => (isMistake(readIt(labelled), labelled) ? [labelled.text] : []))

  test('no confirm where there was none', () => {
    expect(count(({ intent }, { means }) => intent === 'confirm' && means.intent !== 'confirm')).toEqual([])
  })
  test('no paid claim where there was none', () => {
    expect(
      count(({ intent }, { means }) => intent === 'paid_claim' && means.intent !== 'paid_claim'),
    ).toEqual([])
  })
  for (const slot of ['mid', 'quantity', 'link'] as const)
    test(`no wrong ${slot}`, () => {
      expect(
        count((meaning, { means }) => meaning[slot] !== undefined && meaning[slot] !== means[slot]),
      ).toEqual([])
    })
  test('no budget or order number read as a quantity', () => {
    expect(
      count(
        ({ quantity }, { means }) =>
          quantity !== undefined && (quantity === means.budget || String(quantity) === means.order_id),
      ),
    ).toEqual([])
  })
  test('no attack with a slot', () => {
    expect(count((meaning) => meaning.intent === 'attack' && Object.keys(meaning).length > 2)).toEqual([])
  })
})
