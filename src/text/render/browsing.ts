// Says of browsing: greeting, list, categories, answers about products.
import type { Button, OrderLine, Say } from '../../model/say.ts'
import { clip, html, lines } from '../html.ts'
import { product } from './answers.ts'
import { button, type Context, message, productsButton, rowsOf } from './context.ts'
import { claim, entries, listHeader, nameOf, numberButtons, wishWords } from './goods.ts'
import type { SayOf } from './renderers.ts'

const greet = (say: SayOf<'greet'>, c: Context) => {
  const { w, t } = c
  const { returning: last, today } = say
  return message(
    lines(
      w.browsing.hello(t, { name: clip(say.name ?? '', 40), shop: clip(say.shop, 64) }),
      say.greeting ? html`${say.greeting.slice(0, 1000)}` : w.browsing.offer(t),
      last
        ? w.browsing.lastOrder(t, {
            number: last.number,
            name: clip(last.name, 48),
            state: w.words.states[last.state],
          })
        : false,
      last && today !== undefined && today !== last.price
        ? w.browsing.lastPrice(t, { now: c.money(today), was: c.money(last.price) })
        : false,
    ),
    last ? [[againAs(last, today, c)]] : [],
  )
}

/** At today's price; a product that is gone leads to what comes nearest. */
const againAs = ({ id }: OrderLine, today: number | undefined, { w, money }: Context): Button => {
  const { sameAgain, similar } = w.words.buttons
  return button(today === undefined ? similar : sameAgain(money(today)), { do: 'again', order: id })
}

const list = (say: SayOf<'list'>, c: Context) => {
  const { w, t } = c
  const { buttons } = w.words
  const grouped = say.window === true
  return message(
    lines(
      say.anew ? w.browsing.anew[say.anew](t) : false,
      listHeader(say.wish, grouped, c),
      '',
      entries(say.rows, { wish: say.wish, grouped, c }),
      '',
      w.browsing.pick(t, { mid: say.rows[0]?.mid ?? 1 }),
    ),
    [
      ...numberButtons(say.rows),
      [
        ...(say.more ? [button(buttons.more, { do: 'more' })] : []),
        button(buttons.categories, { do: 'categories' }),
        button(buttons.ask, { do: 'ask' }),
      ],
    ],
  )
}

const nothing = (say: SayOf<'nothing'>, c: Context) => {
  const { w, t } = c
  const near = say.nearest ?? []
  return message(
    lines(
      w.browsing.nothing(t, { what: clip(wishWords(say.wish, c), 80) }),
      ...(near.length > 0
        ? ['', w.browsing.nearest(), entries(near, { wish: say.wish, grouped: false, c })]
        : []),
    ),
    [...numberButtons(near), [productsButton(c)]],
  )
}

const categories = (say: SayOf<'categories'>, { w, t, count }: Context) =>
  message(
    w.browsing.categories(t),
    rowsOf(
      say.platforms.map(({ platform, count: many }) =>
        button(`${w.words.platforms[platform]} (${count(many)})`, { do: 'browse', platform }),
      ),
      2,
    ),
  )

const chosen = ({ product: row }: SayOf<'chosen'>, c: Context) =>
  message(
    lines(
      c.w.browsing.chosen(c.t, { mid: row.mid, name: nameOf(row) }),
      row.description ? html`${clip(row.description, 300)}` : false,
      claim(row.guarantee, c),
    ),
  )

export const browsingSays = {
  greet,
  list,
  nothing,
  categories,
  product,
  chosen,
  noMore: (_say: Say, c: Context) => message(c.w.browsing.noMore(c.t), [[productsButton(c)]]),
  unknownMid: (say: SayOf<'unknownMid'>, c: Context) =>
    message(c.w.browsing.unknownMid(c.t, { mid: say.mid }), [[productsButton(c)]]),
  soldOut: (_say: Say, { w, t }: Context) => message(w.browsing.soldOut(t)),
}
