// Saldo in the dialogue: how much is there, fill it, take it out. What the wallet allows is the acts' to find; here is what was meant.
import { sumBeside, sumIn } from '../../assistant/amount.ts'
import type { Rupiah } from '../../lib/brand.ts'
import type { Action } from '../../model/action.ts'
import { readDestination } from '../../model/destination.ts'
import { type Dialogue, yesTo } from '../../model/dialogue.ts'
import { type Intent, SURE } from '../../model/understanding.ts'
import type { ShopView } from '../goods.ts'
import type { Act, Command, Heard } from './heard.ts'
import type { Step } from './listing.ts'
import { closed } from './manners.ts'
import { withoutSaldo } from './sums.ts'

type Words = Heard & { heard: 'words' }

const act = (dialogue: Dialogue, wanted: Act): Step => ({ dialogue, say: [], act: wanted })

const topup = (dialogue: Dialogue, shop: ShopView, amount: Rupiah | undefined): Step =>
  shop.sells === 'yes'
    ? act(dialogue, { do: 'topup', ...(amount === undefined ? {} : { amount }) })
    : { dialogue, say: [closed(shop)] }

const ALL = /(?<!\p{L})(?:semua(?:nya)?|seluruh(?:nya)?|full|all|everything)(?!\p{L})/iu

const takeOut = (dialogue: Dialogue, text: string, amount: Rupiah | undefined): Step =>
  act(dialogue, {
    do: 'takeOut',
    text,
    ...(amount === undefined ? {} : { amount }),
    ...(amount === undefined && ALL.test(text) ? { all: true } : {}),
  })

/** A command's own sum is read here, and never guessed: one that can't be read is asked about. */
export const onSaldoCommand = (
  dialogue: Dialogue,
  command: Command & { command: 'saldo' | 'topup' | 'takeOut' },
  shop: ShopView,
): Step => {
  if (command.command === 'saldo') return act(dialogue, { do: 'balance' })
  const place = command.command === 'takeOut' && readDestination(command.sum) !== null
  const amount = (place ? sumBeside(command.sum) : sumIn(command.sum)) ?? undefined
  const unread = command.sum !== '' && amount === undefined
  if (command.command === 'topup') return topup(dialogue, shop, unread ? 0 : amount)
  // "/tarik 50rb dana 0812… a.n. Ani": the act reads where to.
  const wanted = takeOut(dialogue, command.sum, amount)
  return unread && wanted.act?.do === 'takeOut' && !wanted.act.all
    ? { ...wanted, act: { ...wanted.act, unread: true } }
    : wanted
}

export const onSaldoButton = (dialogue: Dialogue, action: Action, shop: ShopView): Step | null => {
  switch (action.do) {
    case 'saldo':
      return act(dialogue, { do: 'balance' })
    case 'topup':
      return topup(dialogue, shop, action.amount)
    case 'takeOut':
      return takeOut(dialogue, '', action.amount)
    case 'takeOutYes':
      return act(dialogue, { do: 'payOut', card: action.card })
    case 'takeOutNo':
      return dialogue.payout?.card === action.card
        ? { dialogue: withoutSaldo(dialogue), say: [{ say: 'cancelled', saldo: true }] }
        : { dialogue, say: [{ say: 'withdrawCardLapsed' }] }
    default:
      return null
  }
}

const OTHER_SUM = /\b(?:jumlah|nominal|amount|sum)/i
/** What a name alone is taken for. */
const ASIDE: Intent[] = ['chitchat', 'greet']

/** While "where to" is asked, words that say nothing else are read together with what was said before; a whole bank account among words
 *  that mean nothing is where money shall go. */
export const wordsOfPlaces = (dialogue: Dialogue, { meaning, text }: Words): Step | null => {
  const unsure = meaning.confidence < SURE
  if (dialogue.asked !== 'asking_destination')
    return (unsure || meaning.intent === 'chitchat') && readDestination(text)
      ? act(dialogue, { do: 'takeOut', text })
      : null
  const { quantity } = meaning
  if (quantity !== undefined && OTHER_SUM.test(text))
    return act(dialogue, { do: 'takeOut', amount: quantity, text: '' })
  return unsure || ASIDE.includes(meaning.intent) ? act(dialogue, { do: 'destination', text }) : null
}

export const aboutSaldo = (dialogue: Dialogue, { meaning, text }: Words, shop: ShopView): Step | null => {
  switch (meaning.intent) {
    case 'balance':
      return act(dialogue, { do: 'balance' })
    case 'topup':
      return topup(dialogue, shop, meaning.budget)
    case 'withdraw':
      return takeOut(dialogue, text, meaning.budget)
    case 'give_destination':
      return dialogue.asked === 'asking_destination'
        ? act(dialogue, { do: 'destination', text })
        : takeOut(dialogue, text, meaning.budget)
    case 'confirm':
      return yesTo(dialogue) === 'payout'
        ? act(dialogue, { do: 'payOut', card: dialogue.payout?.card ?? '' })
        : null
    case 'change':
    case 'give_quantity':
      return otherSum(dialogue, meaning.budget ?? meaning.quantity)
    default:
      return null
  }
}

/** A number after the card of a withdrawal is another sum. */
const otherSum = (dialogue: Dialogue, amount: Rupiah | undefined): Step | null =>
  yesTo(dialogue) === 'payout' && amount !== undefined
    ? act(dialogue, { do: 'takeOut', amount, text: '' })
    : null
