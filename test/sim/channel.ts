// The way to people, and what they have on their screens.
import type { Channel, SendOutcome } from '../../src/notices/channel.ts'
import type { World } from './world.ts'

export const makeChannel = (world: World): Channel => {
  const { chance, truth, clock } = world
  let id = 0
  const bring = (chat: string, text: string): SendOutcome => {
    if (!chance.may(world.trouble / 2)) {
      truth.told.push({ chat, at: clock.now(), text })
      return { kind: 'sent', messageId: ++id }
    }
    const arrived = chance.may(0.3)
    if (arrived) truth.told.push({ chat, at: clock.now(), text })
    return { kind: 'later', ms: 5000, detail: '502' }
  }
  return {
    send: async (chat, { html }) => bring(chat, html),
    edit: async (chat, _, { html }) => bring(chat, html),
    remove: async (_, messageId) => ({ kind: 'sent', messageId }),
    typing: async () => undefined,
  }
}
