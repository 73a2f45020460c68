// The preview's channel: the transcript is the chat; what is sent, changed or deleted shows in the browser.
import type { ShopId } from '../../lib/brand.ts'
import type { Clock } from '../../lib/clock.ts'
import type { Outgoing } from '../../model/say.ts'
import type { Store } from '../../store/store.ts'
import type { Channel } from '../channel.ts'

export type PreviewChannelDeps = {
  store: Pick<Store, 'messages'>
  clock: Clock
  shop: ShopId
  /** The open page reads anew. */
  changed(shop: ShopId): void
}

const shown = ({ html, buttons, picture, sources }: Outgoing) => ({
  text: html,
  buttons: (buttons ?? []).map((row) => row.map((button) => ({ ...button }))),
  ...(sources?.length ? { sources } : {}),
  ...(picture ? { picture: Buffer.from(picture).toString('base64') } : {}),
})

export const previewChannel = ({ store, clock, shop, changed }: PreviewChannelDeps): Channel => ({
  send: async (chat, message) => {
    const messageId = await store.messages.append({
      chat,
      shop,
      from: message.letter?.from ?? 'bot',
      at: clock.now(),
      ...shown(message),
      ...(message.letter ? { letter: message.letter.id } : {}),
    })
    return { kind: 'sent', messageId }
  },
  edit: async (chat, messageId, message) => {
    const edited = await store.messages.edit(chat, messageId, { ...shown(message), editedAt: clock.now() })
    changed(shop)
    return edited ? { kind: 'sent', messageId } : { kind: 'gone' }
  },
  remove: async (chat, messageId) => {
    const patch = { deleted: true, text: '', buttons: [], editedAt: clock.now() }
    const removed = await store.messages.edit(chat, messageId, patch)
    changed(shop)
    return removed ? { kind: 'sent', messageId } : { kind: 'gone' }
  },
  typing: async () => undefined,
})
