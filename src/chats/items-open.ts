// What is open of a shop, in the order of who waits: promises first, the oldest ahead, then what nobody was promised, the newest ahead.
// Questions that nobody has answered are many; they hide no customer.
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
  return [...promised, ...all.filter((item) => !isPromised(item))].slice(0, most)
}
