// Answers about products: the facts that were asked for, one product or several; a comparison names prices, limits, guarantee and measured
// time, and recommends nothing.
import type { Button, Outgoing, ProductLine } from '../../model/say.ts'
import type { About } from '../../model/understanding.ts'
import { bold, clip, type Html, html, lines } from '../html.ts'
import { button, type Context, message } from './context.ts'
import { claim, nameOf, numberButtons } from './goods.ts'
import type { SayOf } from './renderers.ts'

type Asked = SayOf<'product'>
type Fact = (row: ProductLine, asked: Asked, c: Context) => Html

const budgetFact: Fact = ({ within, min, minPrice }, { budget = 0 }, { w, t, money, count }) =>
  within
    ? w.browsing.facts.within(t, {
        budget: money(budget),
        quantity: count(within.quantity),
        price: money(within.price),
      })
    : w.browsing.facts.notWithin(t, { budget: money(budget), min: count(min), price: money(minPrice) })

const priceFact: Fact = (row, asked, c) => {
  const { w, t, money, count } = c
  const { facts } = w.browsing
  const price = money(row.price)
  if (row.type === 'package') return facts.package(t, { price })
  const { quantity, budget } = asked
  if (quantity === undefined && budget !== undefined) return budgetFact(row, asked, c)
  if (quantity === undefined)
    return facts.unit(t, {
      price,
      of: count(row.priceOf),
      min: count(row.min),
      minPrice: money(row.minPrice),
    })
  if (row.most) return facts.most(t, { quantity: count(row.most.quantity), price: money(row.most.price) })
  if (quantity < row.min) return facts.under(t, { asked: count(quantity), min: count(row.min), price })
  if (quantity > row.max) return facts.over(t, { asked: count(quantity), max: count(row.max), price })
  return facts.price(t, { price, of: count(quantity) })
}

const guaranteeFact: Fact = ({ guarantee }, _asked, { w, t }) =>
  guarantee ? w.browsing.facts.guarantee(t, guarantee) : w.browsing.facts.noGuarantee()

const timeFact: Fact = ({ measured }, _asked, { w, t, count, duration }) =>
  measured
    ? w.browsing.facts.time(t, { time: duration(measured.ms), orders: count(measured.orders) })
    : w.browsing.facts.noTime()

const FACTS: Record<About, Fact[]> = {
  price: [priceFact],
  min: [
    (row, _asked, { w, t, money, count }) =>
      w.browsing.facts.min(t, { min: count(row.min), price: money(row.minPrice) }),
  ],
  max: [(row, _asked, { w, t, count }) => w.browsing.facts.max(t, { max: count(row.max) })],
  refill: [guaranteeFact],
  cheapest: [priceFact],
  compare: [priceFact, guaranteeFact],
  speed: [timeFact],
  dripfeed: [(_row, _asked, { w }) => w.browsing.facts.dripfeed()],
  other: [priceFact, guaranteeFact],
}

const title = (row: ProductLine): Html => html`${bold(row.mid)} · ${bold(nameOf(row))}`

/** The description only where nothing in particular was asked. */
const block = (row: ProductLine, asked: Asked, c: Context): Html => {
  const facts = [...new Set(asked.about.flatMap((about) => FACTS[about]))]
  const whole = asked.about.includes('other') && asked.rows.length === 1
  return lines(
    title(row),
    whole && row.description ? html`${clip(row.description, 300)}` : false,
    ...facts.map((fact) => fact(row, asked, c)),
  )
}

const comparedBlock = (row: ProductLine, asked: Asked, c: Context): Html => {
  const { w, t, money, count, duration } = c
  const { compared, perUnits, perPackage } = w.browsing
  const price = money(row.price)
  const each =
    row.type === 'package'
      ? perPackage(t, { price })
      : row.priceOf === asked.quantity
        ? price
        : perUnits(t, { price, of: count(row.priceOf) })
  const time = row.measured
    ? compared.time({ time: duration(row.measured.ms), orders: count(row.measured.orders) })
    : compared.noTime()
  return lines(
    title(row),
    html`    ${each}`,
    row.type === 'package'
      ? false
      : html`    ${compared.limits({ min: count(row.min), max: count(row.max) })}`,
    html`    ${claim(row.guarantee, c)}`,
    html`    ${time}`,
  )
}

/** Only of those that are the same thing, priced for the same. */
const cheaper = ({ rows, quantity }: Asked, { w, t, money }: Context): Html | false => {
  const [first, second, ...more] = [...rows].sort((a, b) => a.price - b.price)
  const same = rows.every(
    (row) => row.type === 'default' && row.priceOf === quantity && row.kind === rows[0]?.kind,
  )
  if (!same || !first || !second || first.price === second.price) return false
  const by = more.length === 0 ? money(second.price - first.price) : ''
  return w.browsing.compared.cheaper(t, { mid: first.mid, by })
}

const compare = (asked: Asked, c: Context): Html => {
  const { rows, quantity } = asked
  const of = rows.some(({ priceOf, type }) => type !== 'package' && priceOf === quantity)
  const less = cheaper(asked, c)
  return lines(
    c.w.browsing.compared.header(c.t, { of: of && quantity !== undefined ? c.count(quantity) : '' }),
    '',
    ...rows.map((row) => comparedBlock(row, asked, c)),
    ...(less ? ['', less] : []),
  )
}

/** The quantity that was asked about, where it can be ordered as it stands. */
const offered = ({ rows, quantity, chosen }: Asked, { money, count }: Context): Button[] => {
  const [row, ...others] = rows
  const fits = row?.service === chosen && row?.type === 'default' && row.priceOf === quantity && !row.most
  return row && fits && others.length === 0 && quantity !== undefined
    ? [button(`${count(quantity)} · ${money(row.price)}`, { do: 'quantity', quantity })]
    : []
}

export const product = (asked: Asked, c: Context): Outgoing => {
  const { w, t } = c
  const { chosen } = asked
  const comparing = asked.about.includes('compare') && asked.rows.length > 1
  const cheapest = asked.about.includes('cheapest') && !comparing
  const rows = cheapest
    ? [...asked.rows].sort((a, b) => a.price / a.priceOf - b.price / b.priceOf)
    : asked.rows
  const others = rows.filter(({ service }) => service !== chosen)
  const mid = rows[0]?.mid ?? 1
  const pick = rows.length > 1 ? w.browsing.pick(t, { mid }) : w.browsing.pickOne(t, { mid })
  const answer = comparing
    ? compare({ ...asked, rows }, c)
    : { html: rows.map((row) => block(row, { ...asked, rows }, c).html).join('\n\n') }
  return message(lines(cheapest ? w.browsing.cheapest() : false, answer, ...(chosen ? [] : ['', pick])), [
    offered(asked, c),
    ...numberButtons(others),
  ])
}
