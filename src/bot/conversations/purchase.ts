// The purchase as a form: product, link, comments or quantity, card. `proceed` asks for the first thing that is missing or does not fit.
import type { ServiceId } from '../../lib/brand.ts'
import { DEFAULTS } from '../../model/defaults.ts'
import { type Dialogue, yesTo } from '../../model/dialogue.ts'
import type { ProductLine, QuantityOffer, Say } from '../../model/say.ts'
import { canonicalLink, fits } from '../../model/target.ts'
import type { ShopView } from '../goods.ts'
import { relist, type Step, showWindow, withoutSaldoTalk } from './listing.ts'
import { askSaldoAgain } from './sums.ts'

/** Picks a product; what else was said before stays, and the next missing thing is asked for. */
export const choose = (dialogue: Dialogue, shop: ShopView, service: ServiceId): Step => {
  if (!shop.goods.line(service)) return relist(dialogue, shop, 'changed')
  const quantity = dialogue.quantity ?? dialogue.wish?.quantity
  return proceed(
    { ...withoutSaldoTalk(dialogue), service, ...(quantity === undefined ? {} : { quantity }), misses: 0 },
    shop,
  )
}

export const proceed = (dialogue: Dialogue, shop: ShopView): Step => {
  const product = dialogue.service ? shop.goods.line(dialogue.service, dialogue.quantity) : null
  if (!product) return dialogue.service ? relist(dialogue, shop, 'changed') : showWindow(dialogue, shop)
  return (
    missingLink(dialogue, product, shop) ??
    missingUnits(dialogue, product, shop) ?? { dialogue, say: [], act: { do: 'quote' } }
  )
}

const without = (dialogue: Dialogue, ...names: (keyof Dialogue)[]): Dialogue => {
  const kept = { ...dialogue }
  for (const name of names) delete kept[name]
  return kept
}

const askLink = ({ quantity }: Dialogue, product: ProductLine): Say & { say: 'askLink' } => ({
  say: 'askLink',
  product,
  linkKind: product.linkKind,
  ...(quantity === undefined || product.type !== 'default' ? {} : { quantity }),
})

const missingLink = (dialogue: Dialogue, product: ProductLine, shop: ShopView): Step | null => {
  const asking: Dialogue = { ...dialogue, asked: 'asking_link' }
  if (!dialogue.link) return { dialogue: asking, say: [askLink(dialogue, product)] }
  const target = canonicalLink(dialogue.link, product.platform)
  const again = without(asking, 'link', 'linkRaw')
  if (!target.ok)
    return {
      dialogue: again,
      say: [{ say: 'wrongLink', product, linkKind: product.linkKind, why: 'unreadable' }],
    }
  const fit = fits(target, product)
  if (fit.ok) {
    dialogue.link = target.link
    return null
  }
  const fitting = fit.reason === 'wrongKind' ? alternative(product, target.linkKind, shop) : undefined
  return {
    dialogue: again,
    say: [
      {
        say: 'wrongLink',
        product,
        linkKind: product.linkKind,
        why: fit.reason,
        ...(fit.reason === 'wrongPlatform' ? { link: target.link } : {}),
        ...(fitting ? { fitting } : {}),
      },
    ],
  }
}

/** "Itu link reel, sedangkan followers butuh profil": the product of the same platform that such a link would fit. */
const alternative = (product: ProductLine, linkKind: string, shop: ShopView): ProductLine | undefined =>
  shop.goods.entries
    .filter((entry) => entry.platform === product.platform)
    .flatMap((entry) => shop.goods.line(shop.goods.byMid(entry.mid) ?? '') ?? [])
    .find((line) => line.linkKind === linkKind)

const missingUnits = (dialogue: Dialogue, product: ProductLine, shop: ShopView): Step | null => {
  if (product.type === 'package') return null
  if (product.type === 'custom_comments') return missingComments(dialogue, product)
  const { quantity } = dialogue
  const asking: Dialogue = { ...dialogue, asked: 'asking_quantity' }
  if (quantity === undefined) return { dialogue: asking, say: [askQuantity(dialogue, product, shop)] }
  const why = quantity < product.min ? 'min' : quantity > product.max ? 'max' : null
  if (why)
    return {
      dialogue: without(asking, 'quantity'),
      say: [{ say: 'quantityOut', product, asked: quantity, why, offers: nearest(product, why, shop) }],
    }
  if (product.price <= DEFAULTS.billMax) return null
  const largest = shop.goods.largestWithin(product.service, DEFAULTS.billMax)
  return {
    dialogue: without(asking, 'quantity'),
    say: [{ say: 'overBill', product, ...(largest ? { largest } : {}) }],
  }
}

const missingComments = (dialogue: Dialogue, product: ProductLine): Step | null => {
  const asking: Dialogue = { ...dialogue, asked: 'asking_comments' }
  const count = dialogue.comments?.length
  if (!count) return { dialogue: asking, say: [{ say: 'askComments', product }] }
  const why = count < product.min ? 'min' : count > product.max ? 'max' : null
  return why
    ? { dialogue: without(asking, 'comments'), say: [{ say: 'commentsOut', product, count, why }] }
    : null
}

const priced = (product: ProductLine, quantities: number[], shop: ShopView): QuantityOffer[] =>
  [...new Set(quantities)]
    .filter((quantity) => quantity >= product.min && quantity <= product.max)
    .flatMap((quantity) => {
      const line = shop.goods.line(product.service, quantity)
      return line && line.price <= DEFAULTS.billMax ? [{ quantity, price: line.price }] : []
    })

const USUAL = [100, 500, 1000, 2000, 5000, 10_000, 50_000]

const OFFERS = 5

/** What the budget buys stands first. */
const askQuantity = ({ wish }: Dialogue, product: ProductLine, shop: ShopView): Say => {
  const { budget } = wish ?? {}
  const within = budget === undefined ? undefined : shop.goods.largestWithin(product.service, budget)
  const usual = priced(product, [product.min, ...USUAL], shop)
  const others = usual.filter(({ quantity }) => quantity !== within?.quantity)
  return { say: 'askQuantity', product, offers: [...(within ? [within] : []), ...others].slice(0, OFFERS) }
}

const nearest = (product: ProductLine, why: 'min' | 'max', shop: ShopView): QuantityOffer[] =>
  why === 'min'
    ? priced(product, [product.min, ...USUAL.filter((usual) => usual > product.min)], shop).slice(0, 3)
    : priced(product, [product.max], shop)

/** The question that is open, asked again after something else was answered. */
export const askAgain = (dialogue: Dialogue, shop: ShopView): Say[] => {
  const product = dialogue.service ? shop.goods.line(dialogue.service) : null
  if (!product) return askSaldoAgain(dialogue)
  if (dialogue.asked === 'asking_link') return [{ ...askLink(dialogue, product), again: true }]
  if (dialogue.asked === 'asking_quantity') return [askQuantity(dialogue, product, shop)]
  if (dialogue.asked === 'asking_comments') return [{ say: 'askComments', product }]
  return yesTo(dialogue) === 'order' ? [{ say: 'cardStands' }] : askSaldoAgain(dialogue)
}
