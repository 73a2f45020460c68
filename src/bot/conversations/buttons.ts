// Buttons, checked as if typed by an enemy: they carry ids, and the verbs behind them look whether the customer may.
import type { Action } from '../../model/action.ts'
import type { Dialogue } from '../../model/dialogue.ts'
import type { Platform } from '../../model/vocabulary.ts'
import type { ShopView } from '../goods.ts'
import { ALL, type Step, showList } from './listing.ts'
import { closed, forget, found, more, stop } from './manners.ts'
import { choose, proceed } from './purchase.ts'
import { onSaldoButton } from './saldo.ts'

const SELLING: Action['do'][] = [
  'choose',
  'more',
  'categories',
  'browse',
  'quantity',
  'pay',
  'changeQuantity',
  'changeLink',
  'again',
  'sameAgain',
  'otherProduct',
  'editBill',
  'repeat',
]

export const onButton = (dialogue: Dialogue, action: Action, shop: ShopView): Step => {
  if (shop.sells !== 'yes' && SELLING.includes(action.do)) return { dialogue, say: [closed(shop)] }
  return (
    onGoods(dialogue, action, shop) ??
    onOrder(dialogue, action, shop) ??
    onSaldoButton(dialogue, action, shop) ?? { dialogue, say: [] }
  )
}

const onGoods = (dialogue: Dialogue, action: Action, shop: ShopView): Step | null => {
  switch (action.do) {
    case 'choose': {
      const { quantity: _, comments: __, card: ___, ...kept } = dialogue
      return choose(
        dialogue.service && dialogue.service !== action.service ? kept : dialogue,
        shop,
        action.service,
      )
    }
    case 'more':
      return more(dialogue, shop)
    case 'categories':
      return { dialogue, say: [{ say: 'categories', platforms: platforms(shop) }] }
    case 'browse':
      return browsePlatform(dialogue, action.platform, shop)
    case 'ask':
      return { dialogue, say: [{ say: 'askAway', mids: numbersOf(dialogue) }] }
    case 'quantity':
      return dialogue.service ? proceed({ ...dialogue, quantity: action.quantity }, shop) : null
    default:
      return null
  }
}

const numbersOf = ({ shown }: Dialogue): number[] => (shown?.rows ?? []).slice(0, 2).map(({ mid }) => mid)

const platforms = (shop: ShopView): { platform: Platform; count: number }[] => {
  const counts = new Map<Platform, number>()
  for (const { platform } of shop.goods.entries) counts.set(platform, (counts.get(platform) ?? 0) + 1)
  return [...counts].map(([platform, count]) => ({ platform, count })).sort((a, b) => b.count - a.count)
}

const browsePlatform = (dialogue: Dialogue, platform: string, shop: ShopView): Step => {
  const chosen = platform as Platform
  return showList(dialogue, shop, {
    ...found(shop, { ...ALL, platforms: [chosen] }),
    wish: { platform: chosen },
  })
}

const onOrder = (dialogue: Dialogue, action: Action, shop: ShopView): Step | null => {
  switch (action.do) {
    case 'pay':
      return { dialogue, say: [], act: { do: 'confirm', order: action.order } }
    case 'changeQuantity':
    case 'changeLink':
      return changeCard(dialogue, action, shop)
    case 'withdraw':
      return { dialogue, say: [], act: { do: 'withdraw', order: action.order } }
    case 'editBill':
      return { dialogue, say: [], act: { do: 'withdraw', order: action.order, next: 'edit' } }
    case 'check':
    case 'status':
      return { dialogue, say: [], act: { do: 'check', order: action.order } }
    case 'claim':
      return { dialogue, say: [], act: { do: 'claim', order: action.order } }
    case 'repeat':
      return dialogue.repeat === action.order && dialogue.service
        ? { dialogue, say: [], act: { do: 'quote', repeat: true } }
        : { dialogue, say: [{ say: 'cardLapsed' }] }
    case 'repeatNo':
      return dialogue.repeat ? stop(dialogue, shop) : { dialogue, say: [{ say: 'nothingToCancel' }] }
    case 'again':
      return { dialogue, say: [], act: { do: 'reorder', order: action.order } }
    case 'sameAgain':
      return { dialogue, say: [], act: { do: 'reorder' } }
    case 'problem':
      return { dialogue, say: [], act: { do: 'complain', order: action.order, text: '' } }
    case 'wait':
    case 'toSaldo':
      return { dialogue, say: [], act: { do: 'choice', order: action.order, choice: action.do } }
    case 'otherProduct':
      return { dialogue, say: [], act: { do: 'otherProduct', order: action.order } }
    case 'human':
      return { dialogue, say: [], act: { do: 'human', text: '' } }
    case 'language':
      return { dialogue, say: [], act: { do: 'language', language: action.language } }
    default:
      return null
  }
}

/** Only the last card can be changed; an older one belongs to an offer that a newer one replaced. */
const changeCard = (
  dialogue: Dialogue,
  action: Action & { do: 'changeQuantity' | 'changeLink' },
  shop: ShopView,
): Step => {
  if (dialogue.card !== action.order || !dialogue.service) return { dialogue, say: [{ say: 'cardLapsed' }] }
  return proceed(forget(dialogue, action.do === 'changeLink' ? 'link' : 'quantity'), shop)
}
