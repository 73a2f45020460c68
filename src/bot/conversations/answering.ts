// Questions about products, answered from the shelf: price of a quantity, limits, guarantee, time, the cheapest, a comparison. Pure. An
// answer changes nothing of the order under way: its question follows, and the number that was asked about is not the one ordered.
import type { ServiceId } from '../../lib/brand.ts'
import { DEFAULTS } from '../../model/defaults.ts'
import type { Dialogue, ShownList, Wish } from '../../model/dialogue.ts'
import type { ProductLine, Say } from '../../model/say.ts'
import type { About, Understanding } from '../../model/understanding.ts'
import type { ShopView } from '../goods.ts'
import type { Step } from './listing.ts'
import { askAgain } from './purchase.ts'
import { askSaldoAgain } from './sums.ts'

/** As many as can be read on a phone. */
const ROWS = 10
const COMPARED = 5

export const explain = (
  dialogue: Dialogue,
  meaning: Understanding,
  { shop, otherwise }: { shop: ShopView; otherwise(): Step },
): Step => {
  const abouts: About[] = meaning.about === undefined ? ['price'] : [meaning.about].flat()
  const { quantity, budget } = meaning
  const comparing = abouts.includes('compare')
  const services = askedAbout(dialogue, meaning, shop)
  const of = comparing && quantity === undefined ? sameQuantity(services, shop) : quantity
  const rows = services
    .flatMap((service) => answerFor(service, { quantity: of, budget }, shop) ?? [])
    .slice(0, comparing ? COMPARED : ROWS)
  if (rows.length === 0) {
    const open = askSaldoAgain(dialogue)
    return open.length > 0 ? { dialogue, say: open } : otherwise()
  }
  const say: Say = {
    say: 'product',
    rows,
    about: abouts,
    ...(of === undefined ? {} : { quantity: of }),
    ...(budget === undefined ? {} : { budget }),
    ...(dialogue.service ? { chosen: dialogue.service } : {}),
  }
  const shown = listWith(dialogue.shown, rows, shop)
  if (dialogue.service) return { dialogue: { ...dialogue, shown }, say: [say, ...askAgain(dialogue, shop)] }
  const wish = wishWith(dialogue.wish, { quantity, budget })
  return {
    dialogue: { ...dialogue, asked: 'choosing', shown, ...(wish ? { wish } : {}) },
    say: [say],
  }
}

type Amount = { quantity: number | undefined; budget: number | undefined }

/** What was asked about before anything is chosen is a wish: a sum and a number take each other's place. */
const wishWith = (before: Wish | undefined, { quantity, budget }: Amount): Wish | undefined => {
  if (quantity === undefined && budget === undefined) return before
  const { quantity: _, budget: __, ...kept } = before ?? {}
  return {
    ...kept,
    ...(quantity === undefined ? {} : { quantity }),
    ...(budget === undefined ? {} : { budget }),
  }
}

/** A number means the list that was seen. Named, else chosen, else shown. */
const askedAbout = (dialogue: Dialogue, meaning: Understanding, shop: ShopView): ServiceId[] => {
  const mids = meaning.mids ?? (meaning.mid === undefined ? [] : [meaning.mid])
  const named = mids.flatMap(
    (mid) => dialogue.shown?.rows.find((row) => row.mid === mid)?.service ?? shop.goods.byMid(mid) ?? [],
  )
  if (named.length > 0 || meaning.platform || meaning.kind) return named
  if (dialogue.service) return [dialogue.service]
  return dialogue.asked === 'choosing' ? (dialogue.shown?.rows ?? []).map((row) => row.service) : []
}

/** Priced for what was asked; out of the limits, for the nearest that can be ordered. */
const answerFor = (
  service: ServiceId,
  { quantity, budget }: Amount,
  { goods }: ShopView,
): ProductLine | null => {
  const usual = goods.line(service)
  if (!usual) return null
  const within = budget === undefined ? undefined : goods.largestWithin(service, budget)
  const asked = quantity === undefined || usual.type === 'package' ? undefined : quantity
  const nearest = asked === undefined ? undefined : Math.min(Math.max(asked, usual.min), usual.max)
  const line = (nearest === undefined ? null : goods.line(service, nearest)) ?? usual
  const most = line.price > DEFAULTS.billMax ? goods.largestWithin(service, DEFAULTS.billMax) : undefined
  return { ...line, ...(within ? { within } : {}), ...(most && nearest !== undefined ? { most } : {}) }
}

const USUAL = 1000

/** What all of them sell: a thousand, else the least that each allows. */
const sameQuantity = (services: ServiceId[], { goods }: ShopView): number | undefined => {
  const lines = services
    .flatMap((service) => goods.line(service) ?? [])
    .filter(({ type }) => type === 'default')
  if (lines.length < 2) return undefined
  const least = Math.max(...lines.map(({ min }) => min))
  const most = Math.min(...lines.map(({ max }) => max))
  const of = Math.min(Math.max(USUAL, least), most)
  return of >= least ? of : undefined
}

/** What the customer has before them: the answer's own numbers first where it lists several, and those that were shown before it. */
const listWith = (before: ShownList | undefined, rows: ProductLine[], shop: ShopView): ShownList => {
  const answered = rows.map(({ mid, service }) => ({ mid, service }))
  const fresh = before && shop.now - before.at <= DEFAULTS.listLife ? before : undefined
  if (!fresh) return { at: shop.now, rows: answered, rest: [] }
  const isIn = (list: ShownList['rows']) => (row: ShownList['rows'][number]) =>
    list.some(({ service }) => service === row.service)
  if (answered.length === 1 && answered.every(isIn(fresh.rows))) return fresh
  const numbers = new Set(answered.map(({ mid }) => mid))
  const older = fresh.rows.filter((row) => !isIn(answered)(row) && !numbers.has(row.mid))
  return { ...fresh, rows: [...answered, ...older] }
}
