// Acts about saldo: what is in it, filling it, taking it out. A withdrawal becomes real by the yes to its own card and nothing else;
// until then where it goes is sealed in the dialogue.
import { createHash } from 'node:crypto'
import type { Rupiah } from '../lib/brand.ts'
import { DEFAULTS } from '../model/defaults.ts'
import { maskDestination, readDestination } from '../model/destination.ts'
import type { Dialogue, Payout } from '../model/dialogue.ts'
import type { SaldoLine, Say } from '../model/say.ts'
import type { NumberedEntry } from '../store/store.ts'
import type { ActDeps, Doing, Performed, Purse } from './act-deps.ts'
import type { Act } from './conversations/heard.ts'
import { askAgain } from './conversations/purchase.ts'
import { besidePurchase, talksOfSaldo, topupBounds, withoutSaldo } from './conversations/sums.ts'

type SaldoAct = Extract<Act, { do: 'balance' | 'topup' | 'takeOut' | 'destination' | 'payOut' }>

export const onSaldo = (deps: ActDeps, act: SaldoAct, doing: Doing): Promise<Performed> => {
  switch (act.do) {
    case 'balance':
      return balance(deps, doing)
    case 'topup':
      return topup(deps, act, doing)
    case 'takeOut':
      return takeOut(deps, act, doing)
    case 'destination':
      return destination(deps, act, doing)
    case 'payOut':
      return payOut(deps, act, doing)
  }
}

const NEWEST = 10

export const balance = async (deps: ActDeps, { scene, dialogue, shop }: Doing): Promise<Performed> => {
  const { balance: saldo, held, withdrawable, entries } = await deps.purse(scene)
  const lines = await Promise.all(entries.slice(0, NEWEST).map((entry) => lineOf(deps, scene, entry)))
  return {
    dialogue,
    say: [{ say: 'balance', saldo, held, withdrawable, entries: lines }, ...askAgain(dialogue, shop)],
  }
}

const lineOf = async (
  deps: ActDeps,
  { shop, customer }: Doing['scene'],
  { at, amount, note, order: id, reason }: NumberedEntry,
): Promise<SaldoLine> => {
  const order = id ? await deps.store.orders.ofCustomer(shop, customer, id) : null
  return {
    at,
    amount,
    what: note,
    ...(order && !order.deposit ? { number: order.number } : {}),
    ...(note === 'adjusted' && reason ? { reason } : {}),
  }
}

/** A sum that fits becomes a bill at once: asking for it is the yes. What is under way in the dialogue stays. */
const topup = async (
  deps: ActDeps,
  { amount }: Act & { do: 'topup' },
  { scene, dialogue, shop }: Doing,
): Promise<Performed> => {
  const asking: Dialogue = { ...besidePurchase(dialogue), asked: 'asking_amount', sumFor: 'topup' }
  if (amount === undefined) return { dialogue: asking, say: [{ say: 'askTopup', ...topupBounds }] }
  const made = await deps.deposit({ ...whoseOf(scene), amount, cause: `${scene.chat}#${scene.n}` })
  const after = talksOfSaldo(dialogue) ? withoutSaldo(dialogue) : dialogue
  if (made.ok) return { dialogue: after, say: [{ say: 'preparingTopup', amount }, ...askAgain(after, shop)] }
  if (made.reason === 'amount') return { dialogue: asking, say: [{ say: 'topupOut', ...topupBounds }] }
  return {
    dialogue: after,
    say: [
      made.reason === 'closed'
        ? { say: 'shopClosed' }
        : { say: 'tooManyBills', max: DEFAULTS.openBillsPerCustomer },
    ],
  }
}

const whoseOf = ({ shop, customer, chat }: Doing['scene']) => ({ shop, customer, chat })

/** Why nothing can be taken out, or null. */
const nothing = async (
  deps: ActDeps,
  scene: Doing['scene'],
  { balance: saldo, held, withdrawable }: Purse,
): Promise<Say | null> => {
  const min = DEFAULTS.withdrawMin
  if (withdrawable >= min) return null
  const other = saldo === 0 ? (await deps.purse(scene)).balance : 0
  if (other > 0) return { say: 'nothingToWithdraw', why: 'play', saldo: other, withdrawable, min }
  const why = saldo === 0 ? 'empty' : withdrawable > 0 ? 'least' : held >= saldo ? 'held' : 'topup'
  return { say: 'nothingToWithdraw', why, saldo, withdrawable, min }
}

type Asked = { amount?: Rupiah; to?: string; masked?: string }

/** A new withdrawal takes the place of what was under way; of an unfinished one what was said stays. */
const takeOut = async (deps: ActDeps, act: Act & { do: 'takeOut' }, doing: Doing): Promise<Performed> => {
  const purse = await deps.payable(doing.scene)
  const none = await nothing(deps, doing.scene, purse)
  if (none) return { dialogue: withoutSaldo(doing.dialogue), say: [none] }
  const before = doing.dialogue.payout
  const kept = before?.to && before.masked ? { to: before.to, masked: before.masked } : {}
  const place = placeIn(deps, doing, act.text) ?? kept
  const amount = act.all ? purse.withdrawable : (act.amount ?? (act.unread ? undefined : before?.amount))
  const known = { ...(amount === undefined ? {} : { amount }), ...place }
  return asked(deps, { purse, known, unread: act.unread === true }, doing)
}

type Asking = { purse: Purse; known: Asked; unread?: boolean }

/** Sum, destination, card: the first that is missing or does not fit is asked for. */
const asked = (deps: ActDeps, { purse, known, unread }: Asking, { scene, dialogue }: Doing): Performed => {
  const { withdrawable } = purse
  const bounds = { withdrawable, min: DEFAULTS.withdrawMin }
  const { amount, to, masked } = known
  const at = deps.clock.now()
  const base = besidePurchase(dialogue)
  if (amount === undefined || amount < bounds.min || amount > withdrawable) {
    const payout: Payout = { at, ...(to && masked ? { to, masked } : {}) }
    const say = amount === undefined && !unread ? 'askWithdrawAmount' : 'withdrawOut'
    const asking: Dialogue = { ...base, asked: 'asking_amount', sumFor: 'withdraw', payout }
    return { dialogue: asking, say: [{ say, ...bounds }] }
  }
  if (!to || !masked)
    return {
      dialogue: { ...base, asked: 'asking_destination', payout: { amount, at } },
      say: [{ say: 'askDestination', amount }],
    }
  const card = cardOf(scene)
  return {
    dialogue: { ...base, asked: 'confirming', payout: { amount, to, masked, card, at } },
    say: [{ say: 'withdrawCard', card, amount, masked }],
  }
}

const cardOf = ({ chat, n }: Doing['scene']): string =>
  `wd_${createHash('sha256').update(`${chat}#${n}`).digest('base64url').slice(0, 22)}`

const placeIn = (deps: ActDeps, { scene }: Doing, text: string): { to: string; masked: string } | null => {
  const read = readDestination(text)
  return read && { to: deps.seal(scene.shop, text), masked: maskDestination(read) }
}

/** Enough for a bank, a number and a name in a few messages. */
const LONGEST = 400

/** Method, number and name may come one after the other: what was said before counts, unless the new words say all of it. */
const destination = async (
  deps: ActDeps,
  { text }: Act & { do: 'destination' },
  doing: Doing,
): Promise<Performed> => {
  const { scene, dialogue } = doing
  const { amount, to } = dialogue.payout ?? {}
  const before = (to && deps.open(scene.shop, to)) || ''
  const together = `${before}\n${text}`.slice(-LONGEST)
  const place = placeIn(deps, doing, text) ?? placeIn(deps, doing, together)
  if (!place && amount !== undefined)
    return {
      dialogue: {
        ...dialogue,
        payout: { amount, at: deps.clock.now(), to: deps.seal(scene.shop, together) },
      },
      say: [{ say: 'destinationUnread', amount }],
    }
  const purse = await deps.payable(scene)
  const none = await nothing(deps, scene, purse)
  if (none) return { dialogue: withoutSaldo(dialogue), say: [none] }
  return asked(
    deps,
    { purse, known: { ...(amount === undefined ? {} : { amount }), ...(place ?? {}) } },
    doing,
  )
}

/** The yes: once per card, however often it is pressed. An old card, or somebody else's, takes nothing out. */
const payOut = async (deps: ActDeps, { card }: Act & { do: 'payOut' }, doing: Doing): Promise<Performed> => {
  const { scene, dialogue } = doing
  const cause = `${scene.chat}#${card}`
  const made = await deps.withdrawalOf(scene.shop, cause)
  if (made) {
    const { amount, masked, dueAt } = made
    return made.state === 'due'
      ? { dialogue, say: [{ say: 'withdrawn', amount, masked, dueAt }] }
      : balance(deps, doing)
  }
  const { payout } = dialogue
  const words = payout?.card === card && payout.to ? deps.open(scene.shop, payout.to) : null
  const to = words && readDestination(words)
  const fresh = payout && deps.clock.now() - payout.at < DEFAULTS.quoteLife
  if (!payout?.amount || !to || !fresh)
    return {
      dialogue: payout?.card === card ? withoutSaldo(dialogue) : dialogue,
      say: [{ say: 'withdrawCardLapsed' }],
    }
  const { amount } = payout
  const asking = await deps.askWithdrawal({ ...whoseOf(scene), amount, destination: to, cause })
  if (asking.ok) {
    const { masked, dueAt } = asking.withdrawal
    const after = withoutSaldo(dialogue)
    return {
      dialogue: after,
      say: [{ say: 'withdrawn', amount, masked, dueAt }, ...askAgain(after, doing.shop)],
    }
  }
  if (asking.reason === 'tooMany')
    return {
      dialogue: withoutSaldo(dialogue),
      say: [{ say: 'tooManyWithdrawals', max: DEFAULTS.openWithdrawalsPerCustomer }],
    }
  // Less is there than the card said: asked anew by what there is now.
  return takeOut(deps, { do: 'takeOut', amount, text: '' }, doing)
}
