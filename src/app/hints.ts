// The store, and a hint to the open pages of a shop after each write that they show.
import type { Topic } from '../http/live.ts'
import type { ShopId } from '../lib/brand.ts'
import type { Store } from '../store/store.ts'

type Tell = (shop: ShopId, topic: Topic) => void

/** The same method; the shop (its first word, or a field of it) is told when it has answered. */
const telling =
  <Input extends unknown[], Output>(
    method: (...input: Input) => Promise<Output>,
    after: (input: Input, output: Output) => void,
  ) =>
  async (...input: Input): Promise<Output> => {
    const output = await method(...input)
    after(input, output)
    return output
  }

export const withHints = (store: Store, tell: Tell): Store => ({
  ...store,
  orders: {
    ...store.orders,
    create: telling(store.orders.create, ([order]) => tell(order.shop, 'orders')),
    advance: telling(store.orders.advance, ([shop], moved) => moved.ok && tell(shop, 'orders')),
  },
  imports: {
    ...store.imports,
    create: telling(store.imports.create, ([plan]) => tell(plan.shop, 'imports')),
    change: telling(store.imports.change, ([shop]) => tell(shop, 'imports')),
  },
  items: {
    ...store.items,
    create: telling(store.items.create, ([item]) => tell(item.shop, 'items')),
    change: telling(store.items.change, ([shop]) => tell(shop, 'items')),
  },
  chats: {
    ...store.chats,
    change: telling(store.chats.change, ([shop]) => tell(shop, 'chats')),
  },
  withdrawals: {
    ...store.withdrawals,
    create: telling(store.withdrawals.create, ([one]) => tell(one.shop, 'withdrawals')),
    change: telling(store.withdrawals.change, ([shop]) => tell(shop, 'withdrawals')),
  },
  messages: {
    ...store.messages,
    append: telling(store.messages.append, ([message]) => {
      tell(message.shop, 'preview')
      tell(message.shop, 'chats')
    }),
  },
})
