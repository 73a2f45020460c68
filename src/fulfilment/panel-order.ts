// The numbers that panels give: one belongs to one order, whichever shop on the account it is of.
import type { Order, Submission } from '../model/order.ts'
import type { FulfilmentDeps } from './deps.ts'

type At = Pick<Submission, 'provider' | 'account'>

/** By the account for all shops on it; by the provider for what an earlier key of it, or an earlier version, has taken. */
const keysOf = ({ provider, account }: At, panelId: string): string[] =>
  [account, provider].filter(Boolean).map((one) => `panelOrder:${one}:${panelId}`)

/** False: it is another order's, and nothing was claimed. */
export const claimPanelId = async (
  { store }: Pick<FulfilmentDeps, 'store'>,
  { id }: Pick<Order, 'id'>,
  { at, panelId }: { at: At; panelId: string },
): Promise<boolean> => {
  const owners: string[] = []
  for (const key of keysOf(at, panelId)) owners.push(await store.keys.claim(key, id))
  if (owners.every((owner) => owner === id)) return true
  await releasePanelId({ store }, { id }, { at, panelId })
  return false
}

export const releasePanelId = async (
  { store }: Pick<FulfilmentDeps, 'store'>,
  { id }: Pick<Order, 'id'>,
  { at, panelId }: { at: At; panelId: string },
): Promise<void> => {
  for (const key of keysOf(at, panelId)) await store.keys.release(key, id)
}
