// Says of saldo: what is in it, filling it, taking it out; and what became of a withdrawal.
import type { Rupiah } from '../../lib/brand.ts'
import { HOUR } from '../../lib/clock.ts'
import { DEFAULTS } from '../../model/defaults.ts'
import type { Button, Outgoing, SaldoLine, Say, WithdrawalNews } from '../../model/say.ts'
import { clip, lines } from '../html.ts'
import { adminButton, button, type Context, message, productsButton, rowsOf } from './context.ts'
import type { SayOf } from './renderers.ts'

const topupButton = ({ w }: Context): Button => button(w.words.buttons.topup, { do: 'topup' })
const saldoButton = ({ w }: Context): Button => button(w.words.buttons.saldo, { do: 'saldo' })

/** What an entry was for: our word for its note, whose order, and the seller's reason. */
const whatWords = ({ what, amount, number, reason }: SaldoLine, { w }: Context): string => {
  const { what: known } = w.saldo
  const word = what in known ? known[what as keyof typeof known] : amount < 0 ? known.out : known.back
  return [word, number, reason && `(${clip(reason, 60)})`].filter(Boolean).join(' ')
}

const signed = (amount: Rupiah, { money }: Context): string =>
  amount > 0 ? `+${money(amount)}` : money(amount)

const balance = (say: SayOf<'balance'>, c: Context) => {
  const { w, t, money, moment } = c
  const { saldo, held, withdrawable, entries } = say
  const text = lines(
    w.saldo.balance(t, { saldo: money(saldo) }),
    held > 0 ? w.saldo.held(t, { held: money(held), free: money(saldo - held) }) : false,
    withdrawable > 0 ? w.saldo.withdrawable(t, { sum: money(withdrawable) }) : false,
    saldo > 0 ? w.saldo.used() : false,
    ...(entries.length > 0 ? ['', w.saldo.entries()] : []),
    ...entries
      .slice(0, 10)
      .map((one) =>
        w.saldo.entry({ at: moment(one.at), sum: signed(one.amount, c), what: whatWords(one, c) }),
      ),
  )
  const out = withdrawable > 0 ? [button(w.words.buttons.takeOut, { do: 'takeOut' })] : []
  return message(text, [[topupButton(c), ...out]])
}

type Offering = { offers: Rupiah[]; min: Rupiah; max: Rupiah }

const topupButtons = ({ offers }: Offering, { money }: Context): Button[][] =>
  rowsOf(
    offers.map((amount) => button(money(amount), { do: 'topup', amount })),
    2,
  )

const bounds = ({ min, max }: { min: Rupiah; max: Rupiah }, { money }: Context) => ({
  min: money(min),
  max: money(max),
})

type Taking = { withdrawable: Rupiah; min: Rupiah }

const takeBounds = ({ withdrawable, min }: Taking, c: Context) => bounds({ min, max: withdrawable }, c)

const allButton = ({ withdrawable }: Taking, { w, money }: Context): Button[][] => [
  [button(w.words.buttons.all(money(withdrawable)), { do: 'takeOut', amount: withdrawable })],
]

const withdrawCard = ({ card, amount, masked }: SayOf<'withdrawCard'>, c: Context) => {
  const { w, t, money } = c
  const words = w.saldo.card
  const text = lines(
    words.title(t),
    words.sum(money(amount)),
    words.to(clip(masked, 80)),
    words.promise(t, { hours: Math.round(DEFAULTS.withdrawalDue / HOUR) }),
  )
  return message(text, [
    [
      button(w.words.buttons.takeOutYes, { do: 'takeOutYes', card }),
      button(w.words.buttons.cancel, { do: 'takeOutNo', card }),
    ],
  ])
}

const nothingToWithdraw = (say: SayOf<'nothingToWithdraw'>, c: Context) => {
  const { w, t, money } = c
  const saldo = money(say.saldo)
  const why = {
    empty: () => w.saldo.nothing.empty(t),
    held: () => w.saldo.nothing.held(t, { saldo }),
    topup: () => w.saldo.nothing.topup(t, { saldo }),
    play: () => w.saldo.nothing.play(t, { saldo }),
    least: () => w.saldo.nothing.least(t, { max: money(say.withdrawable), min: money(say.min) }),
  }
  return message(why[say.why](), [[productsButton(c), adminButton(c)]])
}

export const saldoSays = {
  balance,
  withdrawCard,
  nothingToWithdraw,
  askTopup: (say: SayOf<'askTopup'>, c: Context) =>
    message(c.w.saldo.askTopup(c.t, bounds(say, c)), topupButtons(say, c)),
  topupOut: (say: SayOf<'topupOut'>, c: Context) =>
    message(c.w.saldo.topupOut(c.t, bounds(say, c)), topupButtons(say, c)),
  preparingTopup: ({ amount }: SayOf<'preparingTopup'>, { w, t, money }: Context) =>
    message(w.saldo.preparing(t, { sum: money(amount) })),
  askWithdrawAmount: (say: SayOf<'askWithdrawAmount'>, c: Context) =>
    message(c.w.saldo.askAmount(c.t, takeBounds(say, c)), allButton(say, c)),
  withdrawOut: (say: SayOf<'withdrawOut'>, c: Context) =>
    message(c.w.saldo.amountOut(c.t, takeBounds(say, c)), allButton(say, c)),
  askDestination: ({ amount }: SayOf<'askDestination'>, { w, t, money }: Context) =>
    message(
      lines(
        w.saldo.askDestination(t, { sum: money(amount) }),
        w.saldo.destinationKept(t, { days: DEFAULTS.destinationDays }),
      ),
    ),
  destinationUnread: (_say: Say, { w, t }: Context) => message(w.saldo.destinationUnread(t)),
  withdrawCardLapsed: (_say: Say, c: Context) => message(c.w.saldo.cardLapsed(c.t), [[saldoButton(c)]]),
  withdrawn: (say: SayOf<'withdrawn'>, c: Context) =>
    message(
      c.w.saldo.withdrawn(c.t, {
        sum: c.money(say.amount),
        to: clip(say.masked, 80),
        at: c.moment(say.dueAt),
      }),
      [[saldoButton(c)]],
    ),
  tooManyWithdrawals: ({ max }: SayOf<'tooManyWithdrawals'>, { w, t }: Context) =>
    message(w.saldo.tooMany(t, { max })),
}

/** What became of a withdrawal: paid by the seller, or declined with the money back in the saldo. */
export const withdrawalNews = (news: WithdrawalNews, c: Context): Outgoing => {
  const { w, t, money } = c
  const said = { sum: money(news.amount), to: clip(news.masked, 80) }
  if (news.news === 'withdrawalPaid')
    return message(w.saldo.paidOut(t, said), [[saldoButton(c), adminButton(c)]])
  const { reason, saldo } = news
  return message(w.saldo.rejected(t, { ...said, reason: clip(reason, 200), saldo: money(saldo) }), [
    [saldoButton(c), adminButton(c)],
  ])
}
