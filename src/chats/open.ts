// A chat and its customer, made on the first message. Customers belong to the shop and the person, never to a token or a bot.
import { createHash } from 'node:crypto'
import type { ChatKey, CustomerId, Millis, ShopId } from '../lib/brand.ts'
import { type Clock, HOUR } from '../lib/clock.ts'
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
  const now = deps.clock.now()
  if (known && owner) return { chat: known, customer: await seen(deps, owner, { person, now }) }
  const id = customerIdOf(shop, person)
  const language = person.language ? { language: person.language } : {}
  const [customer, chat] = await Promise.all([
    deps.store.customers.ensure({
      id,
      shop,
      person: `${person.channel}:${person.id}`,
      name: person.name,
      ...(person.username ? { username: person.username } : {}),
      ...language,
      createdAt: now,
      seenAt: now,
      v: 1,
    }),
    deps.store.chats.ensure({
      key: input.chat,
      shop,
      customer: id,
      dialogue: IDLE,
      ...language,
      lastUpdate: 0,
      createdAt: now,
      seenAt: now,
      v: 1,
    }),
  ])
  return { chat, customer }
}

/** Stands for the name of a person who had their data deleted. */
export const FORGOTTEN = '–'

/** When a customer was last here, to the hour, and their name of today; one that was deleted at their wish stays deleted. */
const seen = async (
  { store }: { store: Pick<Store, 'customers'> },
  customer: Customer,
  { person, now }: { person: Person; now: Millis },
): Promise<Customer> => {
  if (now - customer.seenAt < HOUR) return customer
  const changed = await store.customers.change(customer.shop, customer.id, (current) => {
    if (current.name === FORGOTTEN) return { ...current, seenAt: now }
    const { username: _, ...kept } = current
    return {
      ...kept,
      name: person.name,
      ...(person.username ? { username: person.username } : {}),
      seenAt: now,
    }
  })
  return changed ?? customer
}
