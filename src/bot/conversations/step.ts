// One step of the dialogue: where the chat stands, what was heard, what the shop has → where it stands now, what to say, what to do. Pure.

import { type Dialogue, IDLE, yesTo } from '../../model/dialogue.ts'
import { canonicalLink } from '../../model/target.ts'
import { type Intent, SURE, type Understanding } from '../../model/understanding.ts'
import type { ShopView } from '../goods.ts'
import { onButton } from './buttons.ts'
import { onCommand } from './commands.ts'
import type { Heard } from './heard.ts'
import { relist, type Step, showWindow } from './listing.ts'
import { closed } from './manners.ts'
import { about } from './meaning.ts'
import { askAgain, proceed } from './purchase.ts'
import { aboutSaldo, wordsOfPlaces } from './saldo.ts'

export const step = (dialogue: Dialogue, heard: Heard, shop: ShopView): Step => {
  if (shop.sells === 'blocked') return { dialogue, say: [{ say: 'blocked' }] }
  if (heard.heard === 'secret') return { dialogue, say: [{ say: 'secretDeleted' }] }
  if (heard.heard === 'voice') return { dialogue, say: [{ say: 'voice' }] }
  if (heard.heard === 'command') return onCommand(dialogue, heard.command, shop)
  if (heard.heard === 'button') return onButton(dialogue, heard.action, shop)
  return onWords(dialogue, heard, shop)
}

type Words = Heard & { heard: 'words' }

/** Below this even the second opinion was a guess: nothing is put on a bill, the customer is asked. */
export const GUESS = 0.45
const SELLING: Intent[] = [
  'browse',
  'select',
  'give_link',
  'give_quantity',
  'give_comments',
  'confirm',
  'change',
  'reorder',
]

const onWords = (dialogue: Dialogue, heard: Words, shop: ShopView): Step => {
  const { meaning } = heard
  const first = unworded(dialogue, heard) ?? wordsOfPlaces(dialogue, heard)
  if (first) return first
  if (meaning.confidence < GUESS) {
    const number = orderNumber(heard.text)
    return number ? { dialogue, say: [], act: { do: 'check', number } } : notUnderstood(dialogue, shop)
  }
  if (meaning.links && meaning.links.length > 1)
    return { dialogue, say: [{ say: 'whichLink', links: meaning.links }] }
  if (meaning.confidence < SURE && doubtful(meaning)) return meant(dialogue, meaning, shop)
  const saldo = aboutSaldo({ ...dialogue, misses: 0 }, heard, shop)
  if (saldo) return saldo
  if (shop.sells !== 'yes' && SELLING.includes(meaning.intent)) return { dialogue: IDLE, say: [closed(shop)] }
  const given = { ...keep(dialogue, meaning, heard.text), misses: 0 }
  if (given.asked === 'asking_link' && given.service && given.link && !meaning.link && !dialogue.link)
    return proceed(given, shop)
  return about(given, heard, shop) ?? { dialogue: given, say: [], act: { do: 'smallTalk', text: heard.text } }
}

const NUMBER = /^[A-HJKMNP-Z2-9]{5}$/

/** "67J2Z", "cek HERWW": read as another thing or as nothing, it is an order's number as it was shown, in capitals. */
const orderNumber = (text: string): string | undefined => {
  const words = text.trim().split(/\s+/)
  const said = words.filter((word) => NUMBER.test(word) && /[A-Z]/.test(word))
  return words.length <= 3 && said.length === 1 ? said[0] : undefined
}

/** A picture or PDF may be a proof of payment; what else came without words can't be read. */
const unworded = (dialogue: Dialogue, { meaning, media, file, text }: Words): Step | null => {
  const picture = media === 'photo' || media === 'document'
  if (picture && (!text || meaning.intent === 'paid_claim'))
    return { dialogue, say: [], act: { do: 'proof', ...(file ? { file } : {}) } }
  return media && !text ? { dialogue, say: [{ say: 'mediaUnread' }] } : null
}

/** Moves money, or puts something on a bill: never by a guess. */
const MOVING: Intent[] = ['confirm', 'cancel', 'cancel_order', 'paid_claim', 'withdraw', 'topup']
const doubtful = ({ intent, link }: Understanding): boolean =>
  MOVING.includes(intent) ||
  intent === 'select' ||
  intent === 'give_quantity' ||
  (intent === 'give_link' && link !== undefined)

/** One short question: with what was perhaps meant as a button, else for what is waited for. */
const meant = (dialogue: Dialogue, meaning: Understanding, shop: ShopView): Step => {
  const { intent, mid, quantity } = meaning
  // The sum that was perhaps said is asked for.
  if (intent === 'topup' && shop.sells === 'yes') return { dialogue, say: [], act: { do: 'topup' } }
  if (intent === 'withdraw') return { dialogue, say: [], act: { do: 'takeOut', text: '' } }
  const picked = intent === 'select' && mid !== undefined ? shop.goods.byMid(mid) : undefined
  const product = picked ? shop.goods.line(picked) : null
  if (product) return { dialogue, say: [{ say: 'meant', product }] }
  const line = dialogue.service ? shop.goods.line(dialogue.service, quantity) : null
  return intent === 'give_quantity' && quantity !== undefined && line?.priceOf === quantity
    ? { dialogue, say: [{ say: 'meant', quantity: { quantity, price: line.price } }] }
    : notUnderstood(dialogue, shop)
}

/** First a short question, then what there is to choose from or what is waited for, then a person. */
const notUnderstood = (dialogue: Dialogue, shop: ShopView): Step => {
  const misses = (dialogue.misses ?? 0) + 1
  const mid = dialogue.shown?.rows[0]?.mid
  const lost = {
    say: 'notUnderstood',
    asked: missed(dialogue),
    times: misses,
    ...(mid === undefined ? {} : { mid }),
  } as const
  const after = { ...dialogue, misses }
  if (misses !== 2) return { dialogue: after, say: [lost] }
  if (dialogue.asked !== 'idle' && dialogue.asked !== 'choosing')
    return { dialogue: after, say: [lost, ...askAgain(dialogue, shop)] }
  const list = shop.sells === 'yes' ? whatThereIs(dialogue, shop) : { dialogue, say: [] }
  return { dialogue: { ...list.dialogue, misses }, say: [lost, ...list.say] }
}

/** The list that was asked for, else the window. */
const whatThereIs = (dialogue: Dialogue, shop: ShopView): Step =>
  Object.keys(dialogue.wish ?? {}).length > 0 ? relist(dialogue, shop) : showWindow(dialogue, shop)

/** A card is named by what its yes would mean. */
const missed = (dialogue: Dialogue): string => {
  const card = yesTo(dialogue)
  return card && card !== 'order' ? card : dialogue.asked
}

/** What is only asked about is not what is ordered. */
const ASKING: Intent[] = ['ask_product', 'ask_general']

/** Slots count whatever the intent is, but for a question: a link or a quantity said along with a wish is kept. */
const keep = (dialogue: Dialogue, meaning: Understanding, text: string): Dialogue => {
  const asks = ASKING.includes(meaning.intent)
  const { quantity, comments } = asks ? {} : meaning
  const said = asks && dialogue.link ? undefined : meaning.link
  const link = said ?? (dialogue.link || asks ? undefined : nobodysAddress(text))
  return {
    ...dialogue,
    ...(link ? { link, linkRaw: text.slice(0, 500) } : {}),
    ...(quantity === undefined ? {} : { quantity }),
    ...(comments ? { comments } : {}),
  }
}

const ADDRESS = /^(?:https?:\/\/)?(?:[\w-]+\.)+[a-z]{2,24}\/\S+$/i

/** An address that no target can be made of: kept, so that it is named instead of being asked for as if nothing had come. */
const nobodysAddress = (text: string): string | undefined =>
  text
    .split(/\s+/)
    .map((word) => word.replace(/[,.;!?)]+$/, ''))
    .find((word) => ADDRESS.test(word) && !canonicalLink(word).ok)
