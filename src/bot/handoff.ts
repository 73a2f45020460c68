// A customer asks for a person, or has something to complain about: it becomes an item with a number and a time. Who asks for a person
// hands the chat over; a complaint does not, the bot goes on beside it.
import type { Asking } from '../chats/items.ts'
import type { Dialogue } from '../model/dialogue.ts'
import type { Order } from '../model/order.ts'
import type { Say } from '../model/say.ts'
import type { Chat, Item } from '../store/documents.ts'
import type { ActDeps, Doing, Performed } from './act-deps.ts'
import { find } from './checking.ts'
import type { Act } from './conversations/heard.ts'
import type { Reading } from './hear.ts'

export const callHuman = async (deps: ActDeps, doing: Doing, text: string): Promise<Performed> => {
  const { scene, dialogue } = doing
  const opened = await deps.openItem(asking(doing, { kind: 'human', text }))
  if (!opened) return { dialogue, say: [] }
  const { item, fresh } = opened
  const say: Say = { say: 'humanCalled', ...(await promiseIn(deps, scene.shop, item)), again: !fresh }
  return { dialogue: { ...dialogue, misses: 0 }, say: [say], handoff: item }
}

export const complain = async (
  deps: ActDeps,
  act: Act & { do: 'complain' },
  doing: Doing,
): Promise<Performed> => {
  const { scene, dialogue } = doing
  const order = await find(deps, scene, act)
  if (!order && (act.order || act.number)) return { dialogue, say: [{ say: 'noSuchOrder' }] }
  const { text, refill = false } = act
  const opened = await deps.openItem(asking(doing, { kind: 'complaint', text, order, refill }))
  if (!opened) return { dialogue, say: [] }
  const say: Say = {
    say: 'complaintNoted',
    ...(await promiseIn(deps, scene.shop, opened.item)),
    ...(order ? { number: order.number } : {}),
    again: !opened.fresh,
    refill,
  }
  return { dialogue, say: [say] }
}

type Asked = Pick<Asking, 'kind' | 'text'> & { order?: Order | null; refill?: boolean }

const asking = ({ scene }: Doing, asked: Asked): Asking => {
  const { shop, chat, customer, n } = scene
  return { shop, chat, customer, n, ...asked, text: asked.text || 'by button' }
}

const promiseIn = async (deps: ActDeps, shop: string, item: Item) => {
  const promised = item.dueAt === undefined ? null : await deps.promised(shop, item.dueAt)
  return { item: item.number ?? '', ...(promised ? { promised } : {}) }
}

type Silent = { dialogue: Dialogue; say: Say[]; heard?: true }

/** A person has the chat: the bot is silent. The button that calls the admin is answered, with the promise that stands. */
export const inHandoff = async (
  deps: Pick<ActDeps, 'promised'> & { item(shop: string, id: string): Promise<Item | null> },
  { shop, handoff, dialogue, seenAt }: Pick<Chat, 'shop' | 'handoff' | 'dialogue' | 'seenAt'>,
  reading: NonNullable<Reading>,
): Promise<Silent> => {
  // Who did not ask for it is told once, unless the seller's own words have told it.
  const unasked = handoff !== undefined && seenAt < handoff.since && handoff.answeredAt === undefined
  if (reading.heard !== 'button') return { dialogue, say: unasked ? [{ say: 'handoffOn' }] : [], heard: true }
  if (reading.action.do !== 'human') return { dialogue, say: [{ say: 'handoffOn' }] }
  const item = handoff?.item && !handoff.answeredAt ? await deps.item(shop, handoff.item) : null
  const promised = item?.dueAt === undefined ? null : await deps.promised(shop, item.dueAt)
  const told = item?.number && promised ? { item: item.number, promised } : {}
  return { dialogue, say: [{ say: 'handoffOn', ...told }] }
}
