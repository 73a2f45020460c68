// `bun run bench:understanding`: the built-in reader over the first set, which it was tuned by, and over both halves of the second
// and the third. `--wrong tuned` also prints what went wrong, of one set by its name, but for the untouched half. Of that only figures are
// ever known.
import { understand } from '../../src/assistant/understand.ts'
import { SURE, type Understanding } from '../../src/model/understanding.ts'
import { bigCatalogue, CATALOGUE } from '../assistant/catalogue.ts'
import { HALVES, UNSEEN, type Unseen } from '../assistant/unseen/index.ts'
import { baseline, entriesOfRows, readingOf, type Times, withWords } from './reading-time.ts'
import { COSTLY, type Score, type SlotName, scored } from './understanding-score.ts'

type Result = { test: Unseen; got: Understanding; score: Score }

const SETS: string[] = ['first', 'second', 'third']
const results: Result[] = []
for (const test of UNSEEN) {
  const { state, context, text, media } = test
  const got = await understand(
    { llm: null },
    {
      message: { text, ...(media ? { media } : {}) },
      asked: { state, context },
      catalogue: CATALOGUE,
      language: 'id',
    },
  )
  results.push({ test, got, score: scored(test, got) })
}

const share = (part: number, whole: number): string =>
  whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)} %  ${part}/${whole}`
const count = <T>(all: T[], test: (one: T) => boolean | undefined): number => all.filter(test).length
const sum = (all: Result[], of: (score: Score) => number): number =>
  all.reduce((total, { score }) => total + of(score), 0)

type Line = [what: string, value: (of: Result[]) => string]

const LINES: Line[] = [
  ['messages', (of) => String(of.length)],
  [
    'right in everything',
    (of) =>
      share(
        count(of, ({ score }) => score.perfect),
        of.length,
      ),
  ],
  [
    'intent',
    (of) =>
      share(
        count(of, ({ score }) => score.intent),
        of.length,
      ),
  ],
  ['intent, where sure', (of) => intents(of.filter(({ got }) => got.confidence >= SURE))],
  ['slot precision', (of) => precision(of)],
  ['slot recall', (of) => recall(of)],
  ['service picked', (of) => yes(of.flatMap(({ score }) => score.pick ?? []))],
  ['list or answer right', (of) => yes(of.flatMap(({ score }) => score.list ?? []))],
  ['services named that fit', (of) => fitting(of)],
  ['listed though not sold', (of) => String(count(of, ({ score }) => score.instead))],
]

const intents = (of: Result[]): string =>
  share(
    count(of, ({ score }) => score.intent),
    of.length,
  )
const yes = (values: boolean[]): string =>
  share(
    count(values, (value) => value),
    values.length,
  )
const only = (slots: SlotName[], slot?: SlotName): number =>
  slot ? count(slots, (one) => one === slot) : slots.length
const precision = (of: Result[], slot?: SlotName): string => {
  const right = sum(of, (score) => only(score.right, slot))
  return share(right, right + sum(of, (score) => only(score.extra, slot)))
}
const recall = (of: Result[], slot?: SlotName): string => {
  const right = sum(of, (score) => only(score.right, slot))
  return share(right, right + sum(of, (score) => only(score.missed, slot)))
}
const fitting = (of: Result[]): string =>
  share(
    sum(of, (score) => score.fitting?.fit ?? 0),
    sum(of, (score) => score.fitting?.named ?? 0),
  )

const parts = [
  results.filter(({ test }) => test.set === 'first'),
  ...(['second', 'third'] as const).flatMap((set) =>
    HALVES.map((half) => results.filter(({ test }) => test.set === set && test.half === half)),
  ),
]
const row = (what: string, value: (of: Result[]) => string): void =>
  console.log(`${what.padEnd(34)}${parts.map((of) => value(of).padEnd(22)).join('')}`.trimEnd())

row('', (of) => `${of[0]?.test.set}, ${of[0]?.test.half}`)
for (const [what, value] of LINES) row(what, value)

console.log('\nCostly mistakes (in brackets those the reader was sure of)')
for (const kind of COSTLY)
  row(kind, (of) => {
    const made = of.filter(({ score }) => score.costly.includes(kind))
    return `${made.length} (${count(made, ({ got }) => got.confidence >= SURE)})`
  })

console.log('\nConfidence: the intent and all that matters of it right')
const BANDS = [0.95, 0.9, 0.85, 0.8, 0.75, SURE, 0.5, 0]
for (const [at, least] of BANDS.entries()) {
  const below = BANDS[at - 1] ?? 1.01
  row(`${least.toFixed(2)} and more`, (of) => {
    const band = of.filter(({ got }) => got.confidence >= least && got.confidence < below)
    return share(
      count(band, ({ score }) => score.intent && score.costly.length === 0),
      band.length,
    )
  })
}

console.log('\nIntent by state')
for (const state of new Set(results.map(({ test }) => test.state)))
  row(state, (of) => intents(of.filter(({ test }) => test.state === state)))

console.log('\nSlot precision · recall')
// biome-ignore format: one line
const NAMES: SlotName[] = ['mid', 'quantity', 'budget', 'link', 'links', 'comments', 'destination', 'order_id', 'field', 'platform', 'kind', 'prefer', 'about']
const brief = (text: string): string => text.split('  ')[0] ?? text
for (const slot of NAMES) row(slot, (of) => `${brief(precision(of, slot))} · ${brief(recall(of, slot))}`)

const unit = baseline()
console.log(`\nOne reading, beside reading ${CATALOGUE.length} products as JSON (${unit.p50.toFixed(3)} ms)`)
const timeRow = (what: string, { p50, p99 }: Times, goal: number): void => {
  const times = (ms: number) => `${ms.toFixed(2)} ms (${(ms / unit.p50).toFixed(0)} ×)`
  const reached = p99 < goal ? '' : '  MISS'
  console.log(
    `${what.padEnd(34)}median ${times(p50)}, of a hundred the slowest ${times(p99)}, under ${goal} ms${reached}`,
  )
}
timeRow('60 products', readingOf(bigCatalogue(60), UNSEEN), 1)
timeRow('10000 products', readingOf(bigCatalogue(10_000), UNSEEN), 3)
timeRow('10000, by words of no vocabulary', readingOf(entriesOfRows(10_000), withWords()), 5)

const asked = process.argv.slice(2)
if (asked.includes('--wrong')) {
  if (asked[asked.indexOf('--wrong') + 1] !== 'tuned') {
    console.error('only `--wrong tuned`: the other half is not for looking at')
    process.exit(2)
  }
  const wrong = results
    .filter(({ test, score }) => test.half === 'tuned' && !score.perfect)
    .filter(({ test }) => !asked.some((word) => SETS.includes(word)) || asked.includes(test.set))
  console.log(`\n${wrong.length} wrong of those that may be looked at`)
  for (const { test, got, score } of wrong) {
    const { id, state, context, text, media, label } = test
    console.log(
      `\n${id} ${state} ${JSON.stringify(context)} ${media ? `[${media}] ` : ''}${JSON.stringify(text)}`,
    )
    console.log(`  want ${JSON.stringify(label)}`)
    console.log(`  got  ${JSON.stringify(got)}`)
    console.log(`  ${verdict(score)}`)
  }
}

function verdict({ intent, missed, extra, list, costly }: Score): string {
  return [
    ...(intent ? [] : ['intent']),
    ...(missed.length ? [`missed ${missed.join(', ')}`] : []),
    ...(extra.length ? [`extra ${extra.join(', ')}`] : []),
    ...(list === false ? ['list'] : []),
    ...costly.map((kind) => kind.toUpperCase()),
  ].join(' · ')
}
