// One update in its chat: who wrote, where, and the inbox's number of it.
import type { Asker } from '../assistant/llm.ts'
import type { ChatKey, CustomerId, Millis, ShopId } from '../lib/brand.ts'
import type { Language } from '../model/dialogue.ts'
import { accountsIn } from '../model/model-mask.ts'

export type Scene = {
  shop: ShopId
  chat: ChatKey
  customer: CustomerId
  /** Number of the update in its chat, rising. */
  n: number
  language: Language
  /** Telegram's user, for binding; 0 in the preview. */
  user: number
  name: string
  username?: string
  /** When the turn began. */
  at?: Millis
}

/** For whom a model is asked, and which names it never sees. */
export const askerOf = ({ shop, chat, name, username, at }: Scene, links: string[] = []): Asker => ({
  shop,
  chat,
  people: [name, ...(username ? [username] : []), ...accountsIn(links)],
  ...(at === undefined ? {} : { since: at }),
})
