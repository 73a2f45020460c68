// What is open of a shop, in the order of who waits: promises first, the oldest ahead, then what only the seller can look at, then
// questions that nobody has answered, the newest ahead. Those are many; they hide nothing.
import type { ShopId } from '../lib/brand.ts'
import type { Item } from '../store/documents.ts'
import type { Store } from '../store/store.ts'

/** More open ones no shop has that looks at its desk now and then. */
const LOOKED_AT = 3000

const isPromised = ({ number }: Item): boolean => number !== undefined

export const openItems = async (
  { store }: { store: Pick<Store, 'items'> },
  shop: ShopId,
  most: number,
): Promise<Item[]> => {
  const all = await store.items.list(shop, true, LOOKED_AT)
  const promised = all.filter(isPromised).sort((a, b) => (a.dueAt ?? a.at) - (b.dueAt ?? b.at))
  const others = all.filter((item) => !isPromised(item))
  const questions = others.filter(({ kind }) => kind === 'question')
  return [...promised, ...others.filter(({ kind }) => kind !== 'question'), ...questions].slice(0, most)
}
