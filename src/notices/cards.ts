// Cards in the seller's chat: messages with buttons, each about one thing that stands, one at a time for every bound account. What has
// ended is edited in place and its buttons go; a reminder takes the place of the older message. Which message it is, a key remembers.
import type { ChatKey } from '../lib/brand.ts'
import type { Clock } from '../lib/clock.ts'
import type { Log } from '../lib/log.ts'
import type { Outgoing } from '../model/say.ts'
import type { Shop } from '../model/shop.ts'
import type { Store } from '../store/store.ts'
import { hourIn } from '../text/format.ts'
import type { How } from '../text/render.ts'
import type { Channel, ChannelOf } from './channel.ts'
import { isNight } from './deliver.ts'

export type CardDeps = {
  store: Pick<Store, 'keys'>
  clock: Clock
  log: Log
  channelOf: ChannelOf
}

/** One bound account of a shop. */
export type Ear = { shop: Shop; user: number }

/** `missed`: this account can't be reached; it is not tried again. */
export type Heard = { kind: 'sent'; messageId: number } | { kind: 'missed' } | { kind: 'later'; ms: number }

/** How the shop speaks to its seller. */
export const sellerHow = ({ settings }: Shop, now: number): How => {
  const { name, voice, timezone, language } = settings
  return { shop: name, voice, timezone, language, now }
}

/** Without a bot there is no chat. */
export const chatOf = ({ shop, user }: Ear): ChatKey => `${shop.bot?.id ?? ''}:${user}`

export const isQuietHour = ({ settings }: Shop, now: number): boolean =>
  isNight(hourIn(now, settings.timezone))

/** `loud`: with sound at any hour, for what needs the seller. */
export const sayTo = async (
  deps: CardDeps,
  ear: Ear,
  { message, loud }: { message: Outgoing; loud: boolean },
): Promise<Heard> => {
  const chat = chatOf(ear)
  const channel = ear.shop.bot ? await deps.channelOf(ear.shop.id, chat) : null
  if (!channel) return { kind: 'missed' }
  const silent = !loud && isQuietHour(ear.shop, deps.clock.now())
  const outcome = await channel.send(chat, silent ? { ...message, silent } : message)
  if (outcome.kind === 'sent' || outcome.kind === 'later') return outcome
  deps.log.warn({ shop: ear.shop.id, outcome: outcome.kind }, 'a seller could not be told')
  return { kind: 'missed' }
}

const keyOf = (subject: string, { shop, user }: Ear): string => `card:${shop.id}:${subject}:${user}`

type Standing = { chat: ChatKey; messageId: number; value: string }

const read = (value: string | null): Standing | null => {
  const [, chat, id] = /^(\S+) (\d+)$/.exec(value ?? '') ?? []
  return value && chat && id ? { chat, messageId: Number(id), value } : null
}

const standingCard = async (deps: CardDeps, ear: Ear, subject: string): Promise<Standing | null> =>
  read(await deps.store.keys.owner(keyOf(subject, ear)))

/** Whether this message is the card that stands for the subject. */
export const isCardAt = async (
  deps: Pick<CardDeps, 'store'>,
  ear: Ear,
  { subject, message }: { subject: string; message: number },
): Promise<boolean> =>
  read(await deps.store.keys.owner(keyOf(subject, ear)))?.value === `${chatOf(ear)} ${message}`

/** The newest card of this subject; an older one is taken out of the chat. */
export const showCard = async (
  deps: CardDeps,
  ear: Ear,
  { subject, message, loud = true }: { subject: string; message: Outgoing; loud?: boolean },
): Promise<Heard> => {
  const heard = await sayTo(deps, ear, { message, loud })
  if (heard.kind !== 'sent') return heard
  const older = await standingCard(deps, ear, subject)
  if (older) {
    await deps.store.keys.release(keyOf(subject, ear), older.value)
    const channel = await deps.channelOf(ear.shop.id, older.chat)
    await channel?.remove(older.chat, older.messageId)
  }
  await deps.store.keys.claim(keyOf(subject, ear), `${chatOf(ear)} ${heard.messageId}`)
  return heard
}

/** Edits the card that stands, if one does; it goes on standing. */
export const changeCard = async (
  deps: CardDeps,
  ear: Ear,
  { subject, message }: { subject: string; message: Outgoing },
): Promise<Heard> => {
  const card = await standingCard(deps, ear, subject)
  const channel = card && (await deps.channelOf(ear.shop.id, card.chat))
  const outcome = card && channel ? await channel.edit(card.chat, card.messageId, message) : null
  if (outcome?.kind === 'later') return outcome
  return card && outcome?.kind === 'sent' ? outcome : { kind: 'missed' }
}

/** Edits the card that stands, if one does, and forgets it: it has ended. */
export const endCard = async (
  deps: CardDeps,
  ear: Ear,
  { subject, message }: { subject: string; message: Outgoing },
): Promise<'ended' | { kind: 'later'; ms: number }> => {
  const card = await standingCard(deps, ear, subject)
  if (!card) return 'ended'
  const channel: Channel | null = await deps.channelOf(ear.shop.id, card.chat)
  const outcome = await channel?.edit(card.chat, card.messageId, message)
  if (outcome?.kind === 'later') return outcome
  await deps.store.keys.release(keyOf(subject, ear), card.value)
  return 'ended'
}
