// /hapusdata, and the nightly clean-up: chats go, orders stay (the books of a sale belong to the shop as well).
import type { ChatKey, CustomerId, ShopId } from '../lib/brand.ts'
import { type Clock, DAY } from '../lib/clock.ts'
import type { JobResult } from '../model/job.ts'
import type { Store } from '../store/store.ts'
import { FORGOTTEN } from './open.ts'

/** Deletes the transcript, the dialogue with its log, the words of what was asked for, and the name of the person; order history keeps
 *  its numbers, an open promise its time.
 *  The dialogue's value is emptied by the turn that asked for it, in the write that answers it. */
export const forgetCustomer = async (
  deps: {
    store: Pick<Store, 'chats' | 'messages' | 'customers' | 'conversations' | 'items'>
    clock: Pick<Clock, 'now'>
  },
  input: { shop: ShopId; chat: ChatKey; customer: CustomerId },
): Promise<void> => {
  await deps.store.messages.removeOf(input.shop, input.chat)
  await deps.store.conversations.remove(input.chat)
  for (const { id } of await deps.store.items.ofChat(input.shop, input.chat, MOST_ITEMS))
    await deps.store.items.change(input.shop, id, ({ more: _, answer: __, file: ___, ...item }) => ({
      ...item,
      text: FORGOTTEN,
      // Nobody can answer a question without its words.
      ...(item.kind === 'question' ? { doneAt: item.doneAt ?? deps.clock.now() } : {}),
    }))
  await deps.store.customers.change(
    input.shop,
    input.customer,
    ({ username: _, terms: __, ...customer }) => ({ ...customer, name: FORGOTTEN }),
  )
}

const MOST_ITEMS = 1000

/** Job `chats.prune`: chats that nobody used for the shop's number of days. */
export const pruneChats = async (deps: {
  store: Pick<Store, 'shops' | 'chats'>
  clock: Clock
}): Promise<JobResult> => {
  for (const shop of await deps.store.shops.list())
    await deps.store.chats.prune(shop.id, deps.clock.now() - shop.settings.chatDays * DAY)
  return 'done'
}
