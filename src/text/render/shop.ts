// Says about the shop itself: help, manners, terms, privacy, closed, trouble.
import type { Dialogue } from '../../model/dialogue.ts'
import type { Say } from '../../model/say.ts'
import { clip, type Html, html, lines } from '../html.ts'
import type { shop as shopWords } from '../id/shop.ts'
import { adminButton, button, type Context, message, productsButton } from './context.ts'
import type { SayOf } from './renderers.ts'

/** Telegram's limit is 4096; what a seller or a model wrote stays far below it, also when escaped. */
const OWN_TEXT = 1500

type Lost = keyof typeof shopWords.notUnderstood

const LOST: Record<Dialogue['asked'] | 'payout' | 'repeat', Lost> = {
  idle: 'once',
  choosing: 'choosing',
  asking_link: 'link',
  asking_quantity: 'quantity',
  asking_comments: 'comments',
  asking_amount: 'amount',
  asking_destination: 'destination',
  payout: 'payout',
  repeat: 'repeat',
  confirming: 'confirming',
}

const notUnderstood = (say: SayOf<'notUnderstood'>, c: Context) => {
  const lost = say.times > 2 ? 'often' : (LOST[say.asked as keyof typeof LOST] ?? 'once')
  return message(
    c.w.shop.notUnderstood[lost](c.t, { mid: say.mid ?? 1 }),
    say.times > 1 ? [[productsButton(c), adminButton(c)]] : [],
  )
}

/** What was quoted from the seller's documents stands as a quote: it can never pass for a card or a bill of ours. */
const general = ({ answer, quoted, sources }: SayOf<'general'>, c: Context) => {
  if (!answer) return message(c.w.shop.general(c.t), [[adminButton(c)]])
  const text = html`${answer.slice(0, OWN_TEXT)}`
  const said = message(quoted ? html`<blockquote>${text}</blockquote>` : text)
  return sources?.length ? { ...said, sources } : said
}

const questionAnswered = ({ question, answer }: SayOf<'questionAnswered'>, { w, t }: Context) =>
  message(
    lines(
      w.shop.questionAnswered(t, { question: clip(question, 200) }),
      html`<blockquote>${answer.slice(0, OWN_TEXT)}</blockquote>`,
    ),
  )

const askLanguage = (_say: Say, { w }: Context) =>
  message(w.shop.askLanguage(), [
    [
      button(w.words.buttons.indonesian, { do: 'language', language: 'id' }),
      button(w.words.buttons.english, { do: 'language', language: 'en' }),
    ],
  ])

const contact = (written: string | undefined): string => (written ?? '').slice(0, 100)

/** Says that are one sentence and nothing else. */
const plain = (pick: (c: Context) => Html) => (_say: Say, c: Context) => message(pick(c))

export const shopSays = {
  notUnderstood,
  general,
  priceHow: plain(({ w, t }) => w.shop.priceHow(t)),
  questionAnswered,
  askLanguage,
  payHow: plain(({ w, t }) => w.shop.payHow(t)),
  topic: ({ topic }: SayOf<'topic'>, { w, t }: Context) =>
    message(topic === 'pay' ? w.shop.payHow(t) : w.shop.topics[topic](t)),
  thanks: plain(({ w, t }) => w.shop.thanks(t)),
  chitchat: ({ text, open, pick, bill }: SayOf<'chitchat'>, { w, t }: Context) => {
    if (text) return message(html`${text.slice(0, OWN_TEXT)}`)
    const rest = pick
      ? w.shop.small.pick(t, { mid: pick })
      : bill
        ? w.shop.small.bill(t, { number: bill })
        : ''
    return message(html`${w.shop.small.yes(t)}${open ? '' : ' '}${open ? '' : rest || w.shop.small.offer(t)}`)
  },
  refuseAttack: plain(({ w, t }) => w.shop.refuseAttack(t)),
  languageSet: plain(({ w, t }) => w.shop.languageSet(t)),
  askAway: ({ mids: [one = 1, other = 0] }: SayOf<'askAway'>, c: Context) =>
    message(c.w.shop.askAway(c.t, { one, other }), [[adminButton(c)]]),
  help: (_say: Say, c: Context) => message(c.w.shop.help(c.t), [[productsButton(c), adminButton(c)]]),
  terms: (say: SayOf<'terms'>, { w, t, shop }: Context) =>
    message(w.shop.terms(t, { shop, version: say.version, contact: contact(say.contact) })),
  privacy: (say: SayOf<'privacy'>, { w, t, shop }: Context) =>
    message(w.shop.privacy(t, { shop, days: say.days, contact: contact(say.contact) })),
  dataDeleted: plain(({ w, t }) => w.shop.dataDeleted(t)),
  bound: plain(({ w }) => w.shop.bound()),
  bindLapsed: plain(({ w }) => w.shop.bindLapsed()),
  voice: plain(({ w, t }) => w.shop.voice(t)),
  photoNoBill: ({ link }: SayOf<'photoNoBill'>, c: Context) =>
    link ? message(c.w.shop.photoNoLink(c.t)) : message(c.w.shop.photoNoBill(c.t), [[adminButton(c)]]),
  mediaUnread: plain(({ w, t }) => w.shop.mediaUnread(t)),
  secretDeleted: plain(({ w, t }) => w.shop.secretDeleted(t)),
  groupLine: ({ username }: SayOf<'groupLine'>, { w, t }: Context) =>
    message(w.shop.groupLine(t, { username: username.replace(/\W/g, '') })),
  shopClosed: ({ until }: SayOf<'shopClosed'>, { w, t, moment }: Context) =>
    message(until === undefined ? w.shop.closed(t) : w.shop.closedUntil(t, { at: moment(until) })),
  shopTesting: plain(({ w, t }) => w.shop.testing(t)),
  blocked: plain(({ w }) => w.shop.blocked()),
  busy: plain(({ w, t }) => w.shop.busy(t)),
  trouble: plain(({ w, t }) => w.shop.trouble(t)),
}
