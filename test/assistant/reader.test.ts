// The reader against every labelled message; each kind of costly mistake is counted apart and must be nought.
import { describe, expect, test } from 'bun:test'
import fc from 'fast-check'
import { read } from '../../src/assistant/reader/index.ts'
import { canonicalLink } from '../../src/model/target.ts'
import { type Asked, type AskedContext, SURE, type Understanding } from '../../src/model/understanding.ts'
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

const STATES: [Asked, AskedContext][] = [
  ['idle', {}],
  ['choosing', { shown: [4, 2, 9] }],
  ['choosing', { shown: [] }],
  ['asking_link', { mid: 2 }],
  ['asking_link', { mid: 999 }],
  ['asking_quantity', { mid: 2, link: 'https://instagram.com/kopi' }],
  ['asking_comments', { mid: 12 }],
  ['asking_amount', { for: 'withdraw' }],
  ['asking_destination', {}],
  ['confirming', { mid: 2, quantity: 1000, link: 'https://instagram.com/kopi' }],
  ['confirming', {}],
  ['paying', { order_id: 'K7Q2M' }],
]

const inState = (text: string, [state, context]: [Asked, AskedContext]) =>
  read({ text }, { state, context }, CATALOGUE)

describe('whatever is written', () => {
  const words = fc.constantFrom(
    ...'ya ok gas tidak jangan bukan kalau tapi 1000 2rb id 2 nomor ke - , . ? followers likes ig tiktok yang murah sudah belum bayar transfer'.split(
      ' ',
    ),
    ...'batal lain eh salah jadi ganti link @kopi https://instagram.com/kopi K7Q2M order pesanan dana 081234567890 besok saldo setengah juta ribu dapat berapa'.split(
      ' ',
    ),
  )
  const sentence = fc.array(words, { maxLength: 7 }).map((parts) => parts.join(' '))
  const text = fc.oneof(
    sentence,
    fc.string({ unit: 'grapheme', maxLength: 60 }),
    fc.string({ unit: 'binary', maxLength: 60 }),
  )
  const state = fc.constantFrom(...STATES)

  test('it is answered in form: known numbers only, whole quantities, certainty from 0 to 1', () => {
    fc.assert(
      fc.property(text, state, (written, asked) => {
        const meaning = inState(written, asked)
        expect(meaning.confidence).toBeGreaterThanOrEqual(0)
        expect(meaning.confidence).toBeLessThanOrEqual(1)
        for (const value of Object.values(meaning)) expect(value).not.toBeNull()
        for (const number of [meaning.quantity, meaning.budget, meaning.mid])
          expect(number === undefined || (Number.isSafeInteger(number) && number > 0)).toBe(true)
        expect((meaning.mids ?? []).length).toBeLessThanOrEqual(10)
        expect(
          (meaning.mids ?? []).every(
            (mid) => meaning.intent === 'ask_product' || CATALOGUE.some((entry) => entry.mid === mid),
          ),
        ).toBe(true)
        if (meaning.link?.startsWith('https'))
          expect(canonicalLink(meaning.link)).toMatchObject({ ok: true, link: meaning.link })
        expect(meaning).toEqual(inState(written, asked))
      }),
      { numRuns: 3000 },
    )
  })

  test('a yes is heard only while a card waits', () => {
    const elsewhere = fc.constantFrom(...STATES.filter(([name]) => name !== 'confirming'))
    fc.assert(
      fc.property(text, elsewhere, (written, asked) =>
        expect(inState(written, asked).intent).not.toBe('confirm'),
      ),
      { numRuns: 3000 },
    )
  })

  test('beside a no, a condition, a question or another number there is no yes', () => {
    const card: [Asked, AskedContext] = [
      'confirming',
      { mid: 2, quantity: 1000, link: 'https://instagram.com/kopi' },
    ]
    const spoiler = fc.constantFrom(
      'tidak',
      'jangan',
      'bukan',
      'kalau',
      'tapi',
      'besok',
      'nanti',
      'belum',
      'batal',
      '2000',
      '?',
      'ganti',
      'salah',
      'id 4',
      '@lain',
      'gak',
      'if',
      'but',
      'ragu',
      'zzzqq',
    )
    const yes = fc.constantFrom('ya', 'ok', 'gas lanjut', 'iya kak', 'bayar', 'setuju', 'siap')
    fc.assert(
      fc.property(yes, spoiler, fc.boolean(), (agreed, spoilt, first) => {
        const written = first && spoilt !== '?' ? `${spoilt} ${agreed}` : `${agreed} ${spoilt}`
        expect([written, inState(written, card).intent]).not.toEqual([written, 'confirm'])
      }),
      { numRuns: 1000 },
    )
  })

  test('beside a no, a condition or a plan there is no claim to have paid', () => {
    const spoiler = fc.constantFrom('belum', 'kalau', 'nanti', 'mau', 'besok', 'gagal', 'cara', 'apakah')
    const about = fc.constantFrom('bayar', 'saya bayar', 'transfer', 'sudah bayar', 'udah tf')
    fc.assert(
      fc.property(spoiler, about, (spoilt, paid) => {
        expect(inState(`${spoilt} ${paid}`, ['paying', { order_id: 'K7Q2M' }]).intent).not.toBe('paid_claim')
      }),
    )
  })

  test('a bare number is the quantity that was asked for', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99_999_999 }), (n) => {
        for (const written of [`${n}`, n.toLocaleString('de-DE'), `${n} ya kak`, `mau ${n}`])
          expect(inState(written, ['asking_quantity', { mid: 2 }])).toMatchObject({
            intent: 'give_quantity',
            quantity: n,
          })
      }),
    )
  })

  test('a number that the list holds is that product', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 1, max: 23 }), { minLength: 1, maxLength: 10 }),
        fc.nat(),
        (shown, at) => {
          const mid = shown[at % shown.length] as number
          expect(inState(`${mid}`, ['choosing', { shown }])).toMatchObject({ intent: 'select', mid })
        },
      ),
    )
  })
})

describe('speed', () => {
  test('nothing that can be written makes it slow', () => {
    for (const unit of [
      'a',
      '1',
      'ya ',
      '@a',
      'https://a.b/',
      '.',
      'sudah ',
      'a.',
      '1.',
      '08',
      'dua ',
      'lanjut',
    ]) {
      const from = performance.now()
      for (const asked of STATES) inState(unit.repeat(4000), asked)
      expect([unit, performance.now() - from < 2500]).toEqual([unit, true])
    }
  })
})
