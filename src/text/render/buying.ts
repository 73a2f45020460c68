// Says of buying: link, quantity, comments, and what stops a purchase. The card has a file of its own.
import type { Button, ProductLine, QuantityOffer, Say } from '../../model/say.ts'
import type { LinkKind } from '../../model/service.ts'
import { clip, html, lines } from '../html.ts'
import { exampleLink } from '../places.ts'
import { card } from './card.ts'
import { adminButton, button, type Context, message, productsButton, rowsOf } from './context.ts'
import { nameOf } from './goods.ts'
import type { SayOf } from './renderers.ts'

/** Example, the two steps of copying, what must hold, and the shop's own note. */
const linkRules = (
  product: ProductLine,
  kind: LinkKind,
  { w, t, named = false }: Context & { named?: boolean },
) =>
  lines(
    w.buying.example(t, {
      kind: named ? w.words.linkKinds[kind] : '',
      link: exampleLink(product.platform, kind),
    }),
    w.buying.copy[kind],
    w.buying.holds[kind],
    product.note ? html`📌 ${clip(product.note, 120)}` : false,
  )

const askLink = ({ product, linkKind, quantity, again }: SayOf<'askLink'>, c: Context) =>
  message(
    lines(
      c.w.buying.askLink(c.t, {
        kind: c.w.words.linkKinds[linkKind],
        platform: c.w.words.shortPlatforms[product.platform],
        name: quantity === undefined ? nameOf(product) : `${c.count(quantity)} ${nameOf(product)}`,
      }),
      again ? false : linkRules(product, linkKind, c),
    ),
  )

/** What was sent is named by its host alone, and nothing to press: the shop passes no stranger's link on. */
const wrongLink = (say: SayOf<'wrongLink'>, c: Context) => {
  const { w, t } = c
  const { product, linkKind, fitting } = say
  const name = nameOf(product)
  const reasons = {
    unreadable: () => w.buying.unreadable(t),
    wrongPlatform: () =>
      w.buying.wrongPlatform(t, {
        platform: w.words.platforms[product.platform],
        name,
        given: clip(URL.parse(say.link ?? '')?.hostname ?? '', 60),
      }),
    wrongKind: () =>
      w.buying.wrongKind(t, {
        name,
        needs: w.words.linkKinds[linkKind],
        given: fitting ? w.words.linkKinds[fitting.linkKind] : '',
      }),
  }
  const other = fitting
    ? [[button(`${fitting.mid} · ${clip(fitting.name, 40)}`, { do: 'choose', service: fitting.service })]]
    : []
  return message(
    lines(
      reasons[say.why](),
      fitting ? w.buying.fitting(t, { mid: fitting.mid, name: nameOf(fitting) }) : false,
      '',
      linkRules(product, linkKind, { ...c, named: true }),
    ),
    other,
  )
}

const whichLink = ({ links }: SayOf<'whichLink'>, { w, t }: Context) =>
  message(lines(w.buying.whichLink(t), ...links.slice(0, 5).map((link) => html`• ${clip(link, 200)}`)))

const offerButtons = (offers: QuantityOffer[], { money, count }: Context): Button[][] =>
  rowsOf(
    offers.map(({ quantity, price }) =>
      button(`${count(quantity)} · ${money(price)}`, { do: 'quantity', quantity }),
    ),
    2,
  )

const bounds = (product: ProductLine, { count }: Context) => ({
  name: nameOf(product),
  min: count(product.min),
  max: count(product.max),
})

const quantityOut = (say: SayOf<'quantityOut'>, c: Context) => {
  const { w, t, count } = c
  const { min, max } = bounds(say.product, c)
  const asked = count(say.asked)
  const why = {
    min: () => w.buying.underMin(t, { asked, min }),
    max: () => w.buying.overMax(t, { asked, max }),
    unreadable: () => w.buying.unreadableQuantity(t),
  }
  return message(why[say.why](), offerButtons(say.offers, c))
}

const overBill = ({ largest }: SayOf<'overBill'>, c: Context) => {
  const fits = largest
    ? c.w.buying.largest(c.t, { quantity: c.count(largest.quantity), price: c.money(largest.price) })
    : ''
  return message(c.w.buying.overBill(c.t, { max: fits }), largest ? offerButtons([largest], c) : [])
}

const commentsOut = (say: SayOf<'commentsOut'>, c: Context) => {
  const { min, max } = bounds(say.product, c)
  const count = c.count(say.count)
  return message(
    say.why === 'min'
      ? c.w.buying.tooFewComments(c.t, { count, min })
      : c.w.buying.tooManyComments(c.t, { count, max }),
  )
}

const cardLapsed = ({ product }: SayOf<'cardLapsed'>, c: Context) =>
  message(c.w.buying.cardLapsed(c.t, { name: product ? nameOf(product) : '' }), [
    product
      ? [button(`🔁 ${clip(product.name, 40)}`, { do: 'choose', service: product.service })]
      : [productsButton(c)],
  ])

export const buyingSays = {
  askLink,
  wrongLink,
  whichLink,
  quantityOut,
  overBill,
  commentsOut,
  cardLapsed,
  card: ({ order }: SayOf<'card'>, c: Context) => card(order, c),
  blockedTarget: (_say: Say, { w, t }: Context) => message(w.buying.blockedTarget(t)),
  askQuantity: (say: SayOf<'askQuantity'>, c: Context) =>
    message(c.w.buying.askQuantity(c.t, bounds(say.product, c)), offerButtons(say.offers, c)),
  askComments: (say: SayOf<'askComments'>, c: Context) =>
    message(c.w.buying.askComments(c.t, bounds(say.product, c))),
  confirmWhich: (_say: Say, c: Context) => message(c.w.buying.confirmWhich(c.t), [[productsButton(c)]]),
  preparing: ({ saldo }: SayOf<'preparing'>, { w, t }: Context) =>
    message(saldo ? w.buying.preparingBySaldo(t) : w.buying.preparing(t)),
  cancelled: ({ saldo }: SayOf<'cancelled'>, c: Context) =>
    message(saldo ? c.w.saldo.cancelled(c.t) : c.w.buying.cancelled(c.t), [[productsButton(c)]]),
  nothingToCancel: (_say: Say, { w, t }: Context) => message(w.buying.nothingToCancel(t)),
  tooManyBills: ({ max }: SayOf<'tooManyBills'>, { w, t }: Context) =>
    message(w.buying.tooManyBills(t, { max })),
  billReplaced: ({ number }: SayOf<'billReplaced'>, { w, t }: Context) =>
    message(w.buying.billReplaced(t, { number })),
  cardStands: (_say: Say, { w, t }: Context) => message(w.buying.cardStands(t)),
  asBefore: ({ number, was, now }: SayOf<'asBefore'>, { w, t, money }: Context) =>
    message(
      was === now
        ? w.buying.asBefore.same(t, { number })
        : w.buying.asBefore.changed(t, { number, was: money(was), now: money(now) }),
    ),
  meant: ({ product, quantity: offer }: SayOf<'meant'>, c: Context) =>
    product
      ? message(c.w.buying.meant.product(c.t, { mid: product.mid, name: nameOf(product) }), [
          [button(String(product.mid), { do: 'choose', service: product.service })],
        ])
      : message(
          c.w.buying.meant.quantity(c.t, { quantity: c.count(offer?.quantity ?? 0) }),
          offerButtons(offer ? [offer] : [], c),
        ),
  repeatAsk: ({ number, order }: SayOf<'repeatAsk'>, { w, t }: Context) =>
    message(lines(w.buying.repeatAsk(t, { number }), w.buying.repeatWaits()), [
      [
        button(w.words.buttons.repeat, { do: 'repeat', order }),
        button(w.words.buttons.cancel, { do: 'repeatNo' }),
      ],
    ]),
  changed: ({ why }: SayOf<'changed'>, { w, t }: Context) => message(w.buying.changed[why](t)),
  productOut: ({ name, others }: SayOf<'productOut'>, c: Context) =>
    message(
      c.w.buying.productOut(c.t, { name: clip(name, 48), others }),
      others ? [] : [[productsButton(c), adminButton(c)]],
    ),
}
