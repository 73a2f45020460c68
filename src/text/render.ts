// The one door from what the shop says to what a customer reads: Telegram HTML, escaped, with its buttons.
import type { News, Outgoing, Say, WithdrawalNews } from '../model/say.ts'
import { browsingSays } from './render/browsing.ts'
import { buyingSays } from './render/buying.ts'
import { type Context, contextOf, type How } from './render/context.ts'
import { handoffSays } from './render/handoff.ts'
import { newsRenderers } from './render/news.ts'
import { orderSays } from './render/orders.ts'
import type { SayRenderers } from './render/renderers.ts'
import { saldoSays, withdrawalNews } from './render/saldo.ts'
import { shopSays } from './render/shop.ts'

export type { How } from './render/context.ts'

const SAYS: SayRenderers = {
  ...browsingSays,
  ...buyingSays,
  ...orderSays,
  ...saldoSays,
  ...shopSays,
  ...handoffSays,
}

/** What a say's own renderer takes is narrower than the union; its name picks the right one. */
type Any<Told> = (told: Told, c: Context) => Outgoing

export const render = (say: Say, how: How): Outgoing => (SAYS[say.say] as Any<Say>)(say, contextOf(how))

export const renderNews = (news: News, how: How): Outgoing =>
  (newsRenderers[news.news] as Any<News>)(news, contextOf(how))

export const renderWithdrawal = (news: WithdrawalNews, how: How): Outgoing =>
  withdrawalNews(news, contextOf(how))
