// An item ends with a message to its customer: one of the one-tap answers or the seller's own words. Of two who press at once the first
// one's message goes out, and no other.
import type { Rupiah, ShopId } from '../lib/brand.ts'
import type { Clock } from '../lib/clock.ts'
import { type Outcome, refuse } from '../lib/outcome.ts'
import { deskJob } from '../model/desk-news.ts'
import type { By } from '../model/order.ts'
import type { QuickAnswer } from '../model/quick-answer.ts'
import type { Item } from '../store/documents.ts'
import type { Store } from '../store/store.ts'
import { releaseItem } from './items.ts'
import { itemLetterJob, readLetter } from './letters.ts'

export type CloseDeps = {
  store: Pick<Store, 'items' | 'keys' | 'shops' | 'orders'>
  clock: Clock
  /** What came back to this customer's saldo since that moment, of whatever cause. */
  moneyBack(item: Item): Promise<Rupiah>
  /** What a one-tap answer says, in the shop's own language. */
  wordsOf(item: Item, pick: QuickAnswer): Promise<string>
}

export type Closing = { shop: ShopId; id: string; by: By; text?: string; pick?: QuickAnswer }
export type CloseRefusal = 'notFound' | 'needsMessage' | 'text' | 'noMoneyBack'

/** Whether its customer waits for an answer: it was given a number, and no words have reached them. */
export const owesAnswer = (item: Item): boolean =>
  item.number !== undefined && item.chat !== undefined && item.answeredAt === undefined

export const closeItem = async (
  deps: CloseDeps,
  { shop, id, by, text, pick }: Closing,
): Promise<Outcome<{ item: Item; already: boolean }, CloseRefusal>> => {
  const found = await deps.store.items.get(shop, id)
  if (!found) return refuse('notFound')
  if (found.doneAt !== undefined) return { ok: true, item: found, already: true }
  const words = pick ? await deps.wordsOf(found, pick) : text === undefined ? undefined : readLetter(text)
  if (words === null) return refuse('text')
  if (words === undefined && owesAnswer(found)) return refuse('needsMessage')
  if (pick === 'saldo' && (await deps.moneyBack(found)) <= 0) return refuse('noMoneyBack')
  const ended = await end(deps, found, {
    by,
    ...(words === undefined ? {} : { words }),
    ...(pick ? { pick } : {}),
  })
  if (!ended.item) return refuse('notFound')
  return { ok: true, item: ended.item, already: !ended.mine }
}

type Ending = { by: By; words?: string; pick?: QuickAnswer }

const end = async (deps: CloseDeps, { shop, id }: Item, { by, words, pick }: Ending) => {
  const now = deps.clock.now()
  let mine = false
  const item = await deps.store.items.change(shop, id, (current) => {
    mine = current.doneAt === undefined
    if (!mine) return null
    const { chat } = current
    const told = deskJob(shop, { news: 'item', item: id, mark: 'ended' }, now)
    const letter =
      chat && words !== undefined ? [itemLetterJob({ ...current, chat }, { say: 'answer', at: now })] : []
    return {
      ...current,
      doneAt: now,
      by,
      ...(words === undefined ? {} : { answer: words }),
      ...(pick ? { pick } : {}),
      outbox: [...(current.outbox ?? []), told, ...letter],
    }
  })
  if (item) await releaseItem(deps, item)
  return { item, mine }
}
