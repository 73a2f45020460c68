// How long things take here, put to answers that are about time: measured by the shop's own orders, or left out.
import type { ShopId } from '../lib/brand.ts'
import type { ProductLine, Say } from '../model/say.ts'
import type { About } from '../model/understanding.ts'
import type { ActDeps } from './act-deps.ts'

const TIMED: About[] = ['speed', 'compare', 'other']

export const withTimes = (deps: Pick<ActDeps, 'measured'>, shop: ShopId, says: Say[]): Promise<Say[]> =>
  Promise.all(
    says.map(async (say) =>
      say.say === 'product' && say.about.some((about) => TIMED.includes(about))
        ? { ...say, rows: await Promise.all(say.rows.map((row) => timed(deps, shop, row))) }
        : say,
    ),
  )

const timed = async (
  deps: Pick<ActDeps, 'measured'>,
  shop: ShopId,
  row: ProductLine,
): Promise<ProductLine> => {
  const measured = await deps.measured(shop, row.service)
  return measured ? { ...row, measured } : row
}
