// A chat and its customer, made on the first message. Customers belong to the shop and the person, never to a token or a bot.
import { createHash } from 'node:crypto'
import type { ChatKey, CustomerId, ShopId } from '../lib/brand.ts'
import type { Clock } from '../lib/clock.ts'
import { IDLE, type Language } from '../model/dialogue.ts'
import type { Chat, Customer } from '../store/documents.ts'
import type { Store } from '../store/store.ts'

export type Person = {
  channel: 'telegram' | 'preview'
  id: string
  name: string
  username?: string
  language?: Language
}

export const customerIdOf = (shop: ShopId, person: Pick<Person, 'channel' | 'id'>): CustomerId =>
  `cu_${createHash('sha256').update(`${shop}\n${person.channel}:${person.id}`).digest('base64url').slice(0, 22)}`

export const openChat = async (
  deps: { store: Pick<Store, 'customers' | 'chats'>; clock: Clock },
  input: { shop: ShopId; chat: ChatKey; person: Person },
): Promise<{ chat: Chat; customer: Customer }> => {
  const { shop, person } = input
  const known = await deps.store.chats.get(shop, input.chat)
  const owner = known && (await deps.store.customers.get(shop, known.customer))
  if (known && owner) return { chat: known, customer: owner }
  const now = deps.clock.now()
  const customer = await deps.store.customers.ensure({
    id: customerIdOf(shop, person),
    shop,
    person: `${person.channel}:${person.id}`,
    name: person.name,
    ...(person.username ? { username: person.username } : {}),
    ...(person.language ? { language: person.language } : {}),
    createdAt: now,
    seenAt: now,
    v: 1,
  })
  const chat = await deps.store.chats.ensure({
    key: input.chat,
    shop,
    customer: customer.id,
    dialogue: IDLE,
    ...(person.language ? { language: person.language } : {}),
    lastUpdate: 0,
    createdAt: now,
    seenAt: now,
    v: 1,
  })
  return { chat, customer }
}
