// What customers want to have or to know and do not get here: the seller sees it, each thing once a day and chat.
import { createHash } from 'node:crypto'
import { DAY } from '../lib/clock.ts'
import { maskAccounts } from '../model/account-numbers.ts'
import type { ActDeps, Doing, Performed } from './act-deps.ts'
import { askAgain } from './conversations/purchase.ts'

export const wanted = async (deps: ActDeps, { scene }: Doing, text: string): Promise<void> => {
  const now = deps.clock.now()
  const about = `${scene.chat}\n${text.trim().toLowerCase()}\n${Math.floor(now / DAY)}`
  await deps.store.items.create({
    id: `it_${createHash('sha256').update(about).digest('base64url').slice(0, 22)}`,
    shop: scene.shop,
    kind: 'question',
    chat: scene.chat,
    text: maskAccounts(text).slice(0, 1000),
    at: now,
  })
}

/** The seller's own documents answer; what they do not know goes to the seller. */
export const question = async (deps: ActDeps, doing: Doing, text: string): Promise<Performed> => {
  const { dialogue, shop, scene } = doing
  const answer = (await deps.answer?.(scene.shop, text)) ?? null
  if (answer === null) await wanted(deps, doing, text)
  const general = { say: 'general' as const, ...(answer === null ? {} : { answer }) }
  return { dialogue, say: [general, ...askAgain(dialogue, shop)] }
}
