// `lapak understand --catalogue services.json [--reader builtin|model]`: messages as JSON lines in, what they mean as JSON lines out,
// in order. A line that cannot be read answers with an `error`, and the command goes on. No network, database or key with the
// built-in reader.
import * as v from 'valibot'
import { askModel } from '../assistant/ask-model.ts'
import { makeBreaker } from '../assistant/breaker.ts'
import { openaiCompletions } from '../assistant/drivers/openai.ts'
import type { Llm } from '../assistant/llm.ts'
import { understand } from '../assistant/understand.ts'
import { catalogueRows, newReading, readServices } from '../catalog/drivers/smm-v2-services.ts'
import { readFacts } from '../catalog/facts.ts'
import { sellableType } from '../catalog/quote.ts'
import { readConfig } from '../config.ts'
import { systemClock } from '../lib/clock.ts'
import { makeLog } from '../lib/log.ts'
import { type Outcome, refuse } from '../lib/outcome.ts'
import { maskForModel } from '../model/model-mask.ts'
import type { ProviderService } from '../model/service.ts'
import type { CatalogueEntry } from '../model/understanding.ts'
import { inOrder, linesOf } from './lines.ts'

export type UnderstandCli = {
  argv: string[]
  stdin: ReadableStream<Uint8Array>
  /** Gets whole lines, each with its line feed. */
  write(line: string): void
  /** For what was called wrongly. */
  warn?(line: string): void
  readFile(path: string): Promise<string>
  /** Where `--reader model` finds its key. */
  env?: Record<string, string | undefined>
}

const USAGE = 'usage: lapak understand --catalogue <services.json> [--reader builtin|model]'

/** A model takes its time with each message. */
const AT_ONCE = 8
/** As the bot hears it. */
const LONGEST_TEXT = 8000

/** 0 done (lines with an `error` among them or not), 1 the catalogue can't be used, 2 called wrongly. */
export const understandCommand = async (cli: UnderstandCli): Promise<number> => {
  const warn = cli.warn ?? ((line: string) => void process.stderr.write(line))
  const options = optionsOf(cli.argv)
  if (!options) {
    warn(`${USAGE}\n`)
    return 2
  }
  const model = options.reader === 'model' ? modelOf(cli.env ?? {}) : { ok: true as const, llm: null }
  if (!model.ok) {
    warn(`${model.detail ?? model.reason}\n`)
    return 2
  }
  const catalogue = await readCatalogue(cli, options.catalogue)
  if (!catalogue.ok) {
    warn(`${options.catalogue}: ${catalogue.detail ?? catalogue.reason}\n`)
    return 1
  }
  const answer = answering(catalogue.entries, model.llm)
  await inOrder(linesOf(cli.stdin), async (line) => (line.trim() ? answer(line) : null), {
    atOnce: model.llm ? AT_ONCE : 1,
    take: (said) => said && cli.write(`${JSON.stringify(said)}\n`),
  })
  return 0
}

type Options = { catalogue: string; reader: 'builtin' | 'model' }

const optionsOf = (argv: string[]): Options | null => {
  const words = argv.flatMap((word) =>
    /^--\w+=/.test(word) ? [word.slice(0, word.indexOf('=')), word.slice(word.indexOf('=') + 1)] : [word],
  )
  const named = new Map<string, string>()
  for (let at = 0; at < words.length; at += 2) named.set(words[at] ?? '', words[at + 1] ?? '')
  const catalogue = named.get('--catalogue')
  const reader = named.get('--reader') ?? 'builtin'
  const known = [...named.keys()].every((name) => name === '--catalogue' || name === '--reader')
  return known && catalogue && (reader === 'builtin' || reader === 'model') ? { catalogue, reader } : null
}

const modelOf = (env: Record<string, string | undefined>): Outcome<{ llm: Llm }> => {
  const reading = readConfig(env)
  if (!reading.ok)
    return refuse(
      'config',
      reading.errors.map(({ variable, problem, remedy }) => `${variable} ${problem}: ${remedy}`).join('\n'),
    )
  const { apiKey, baseUrl, model } = reading.config.openai
  if (!apiKey) return refuse('noKey', '--reader model needs OPENAI_API_KEY')
  const log = makeLog('silent')
  const completions = openaiCompletions({ apiKey, baseUrl, model }, { log })
  const breaker = makeBreaker({ clock: systemClock })
  return {
    ok: true,
    llm: askModel({ completions, breaker, budget: null, mask: maskForModel, log, clock: systemClock }),
  }
}

const readCatalogue = async (
  cli: UnderstandCli,
  path: string,
): Promise<Outcome<{ entries: CatalogueEntry[] }>> => {
  const text = await cli.readFile(path).catch(() => null)
  if (text === null) return refuse('unreadable', 'the file cannot be read')
  const json = parsed(text)
  const rows = json === undefined ? undefined : catalogueRows(json)
  return rows
    ? { ok: true, entries: entriesOf(rows) }
    : refuse('noCatalogue', "is no panel's services answer (a JSON list)")
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''))
  } catch {
    return undefined
  }
}

/** mid = position from 1; a row that cannot be sold keeps its number to itself. */
const entriesOf = (rows: readonly unknown[]): CatalogueEntry[] => {
  const reading = newReading()
  return rows.flatMap((_, at) => {
    const before = reading.services.length
    readServices(reading, rows, { from: at, to: at + 1 })
    const service = reading.services[before]
    return service ? [entryOf(service, at + 1)] : []
  })
}

/** Rates count as rupiah per 1000, unrounded: they only order the list. */
const entryOf = (service: ProviderService, mid: number): CatalogueEntry => {
  const { platform, kind, traits, country, guarantee, speedPerDay } = readFacts(service)
  return {
    mid,
    name: service.name,
    platform,
    kind,
    traits,
    ...(country ? { country } : {}),
    ...(guarantee ? { guaranteeDays: guarantee.days } : {}),
    min: service.min,
    max: service.max,
    price: Number(service.rate),
    type: sellableType(service.type) ?? 'default',
    ...(speedPerDay ? { speedPerDay } : {}),
  }
}

const count = v.pipe(v.number(), v.integer(), v.minValue(0))
const orNull = <Schema extends v.GenericSchema>(schema: Schema) => v.optional(v.nullable(schema))
const Line = v.object({
  id: v.union([v.string(), v.number()]),
  state: v.picklist([
    'idle',
    'choosing',
    'asking_link',
    'asking_quantity',
    'asking_comments',
    'asking_amount',
    'asking_destination',
    'confirming',
    'paying',
  ]),
  context: orNull(
    v.object({
      shown: orNull(v.array(count)),
      mid: orNull(count),
      quantity: orNull(count),
      link: orNull(v.string()),
      order_id: orNull(v.union([v.string(), v.pipe(v.number(), v.transform(String))])),
      for: orNull(v.picklist(['topup', 'withdraw'])),
      budget: orNull(count),
    }),
  ),
  text: orNull(v.string()),
  media: orNull(v.picklist(['photo', 'document', 'voice', 'sticker', 'contact', 'share'])),
})

const answering =
  (catalogue: CatalogueEntry[], llm: Llm | null) =>
  async (line: string): Promise<object> => {
    const json = parsed(line)
    const reading = v.safeParse(Line, json)
    if (!reading.success)
      return { ...idOf(json), error: json === undefined ? 'no JSON' : faultOf(reading.issues[0]) }
    const { id, state, context, text, media } = reading.output
    const known = Object.fromEntries(
      Object.entries(context ?? {}).filter(([, value]) => value !== null && value !== undefined),
    )
    const message = { text: (text ?? '').slice(0, LONGEST_TEXT), ...(media ? { media } : {}) }
    const asked = { state, context: known }
    try {
      const meaning = await understand({ llm }, { message, asked, catalogue, language: 'id' })
      const { intent, confidence, sought: _, ...slots } = meaning
      return { id, intent, ...slots, confidence }
    } catch (cause) {
      return { id, error: `not understood: ${cause instanceof Error ? cause.message : String(cause)}` }
    }
  }

const idOf = (json: unknown): { id?: unknown } =>
  typeof json === 'object' && json !== null && 'id' in json ? { id: json.id } : {}

const faultOf = (issue: v.BaseIssue<unknown>): string => {
  const where = v.getDotPath(issue)
  return where ? `${where}: ${issue.message}` : issue.message
}
