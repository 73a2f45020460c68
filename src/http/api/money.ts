// A shop's money for its seller: figures, what the platform owes it, what is left to look at after a copy was put back.
import { Hono } from 'hono'
import { moneyPage, type ReportDeps } from '../../reports/nightly.ts'
import type { PlatformBooks } from '../../reports/platform-books.ts'
import { leftToLook } from '../../reports/restored.ts'
import type { Store } from '../../store/store.ts'
import { answers } from '../describe.ts'
import type { AppEnv } from '../env.ts'
import { MoneyView, OwedView, RestoredView } from './money-views.ts'
import { owedView } from './owed.ts'

export type MoneyApiDeps = ReportDeps & {
  store: ReportDeps['store'] & Pick<Store, 'items'>
  books: PlatformBooks
}

export const moneyApi = (deps: MoneyApiDeps) =>
  new Hono<AppEnv>()
    .get(
      '/shops/:shop/money',
      answers(MoneyView, { summary: 'Turnover, cost and profit of today, seven and thirty days' }),
      async (c) => c.json(await moneyPage(deps, c.get('shop'))),
    )
    .get(
      '/shops/:shop/owed',
      answers(OwedView, { summary: "What the platform's keys took for the shop, and what is still owed" }),
      async (c) => {
        const shop = c.get('shop')
        return c.json(owedView(shop, await deps.books.days(shop)))
      },
    )
    .get(
      '/shops/:shop/restored',
      answers(RestoredView, { summary: 'What is left to look at after a copy was put back' }),
      async (c) => {
        const { id, restored } = c.get('shop')
        if (restored === undefined) return c.json({ orders: 0, items: 0 })
        return c.json({ restored, ...(await leftToLook(deps.store, id)) })
      },
    )
