// What must hold before a customer's money is taken: the service is still sold, at a cost that the price on the card covers, within its
// limits, and the panel's balance covers it. A panel that can't be asked in time stops no sale: the last good catalogue counts, and an
// unknown balance is no reason.
import { balanceNow, freshBalance, type Reading } from '../catalog/balance.ts'
import { type Held, isUser, join } from '../catalog/lane.ts'
import { SECOND } from '../lib/clock.ts'
import { type Outcome, refuse } from '../lib/outcome.ts'
import { within } from '../lib/within.ts'
import type { Order } from '../model/order.ts'
import type { Lane } from '../store/ledger.ts'
import type { FulfilmentDeps } from './deps.ts'
import { settleDoubt } from './doubt.ts'
import { coversNew, releaseFunded, tellLow } from './funds.ts'
import { costsTooMuch, fitsLimits } from './guards.ts'

/** `changed`: at another price or within other limits it can still be had. `soldOut`: not now. */
export type BuyRefusal = 'changed' | 'soldOut'

/** How long a customer waits for the panel. */
const PATIENCE = 5 * SECOND

/** The card's own service: what stands in for it comes into question only once that is refused. */
export const mayBuy = async (deps: FulfilmentDeps, order: Order): Promise<Outcome<object, BuyRefusal>> => {
  const { shop, quote } = order
  const panel = await deps.provider(shop, quote.provider)
  if (panel?.world !== quote.world) return refuse('soldOut', 'panel')
  const [offer, known] = await Promise.all([deps.offerNow(order, quote), balanceOf(deps, order)])
  if (!offer?.onSale) return refuse('soldOut', 'service')
  if (await costsTooMuch(deps, order, offer)) return refuse('changed', 'cost')
  if (!fitsLimits(order, offer)) return refuse('changed', 'limits')
  if (!known) return { ok: true }
  const { lane, reading } = known
  const { cost } = offer
  if (await coversNew(deps, lane, { order, cost, reading })) return { ok: true }
  const low = { shop, provider: quote.provider, cost }
  await within(
    deps.wait,
    PATIENCE,
    deps.lanes.hold(lane.id, (held) => tellLow(deps, held, low)),
  )
  return refuse('soldOut', 'balance')
}

type Known = { lane: Lane; reading: Reading }

/** A reading of at most a minute ago; one question serves all who wait for it. */
const balanceOf = async (deps: FulfilmentDeps, { shop, quote }: Order): Promise<Known | null> => {
  const user = { shop, provider: quote.provider }
  const account = await deps.account(shop, quote.provider)
  if (!account) return null
  const lane = await deps.store.lanes.get(account)
  const reading = lane && isUser(lane, user) ? freshBalance(lane, deps.clock.now()) : null
  if (lane && reading) return { lane, reading }
  const read = deps.lanes.shared(account, (held) => ask(deps, held, user))
  return (await within(deps.wait, PATIENCE, read))?.value ?? null
}

const ask = async (
  deps: FulfilmentDeps,
  held: Held,
  user: { shop: string; provider: string },
): Promise<Known | null> => {
  await join(held, user)
  // A reading that is owed after an earlier sending serves this one too.
  await settleDoubt(deps, held)
  const panel = await deps.provider(user.shop, user.provider)
  const before = held.lane().balance?.at
  const reading = panel && (await balanceNow(deps, held, panel))
  if (!reading) return null
  if (reading.at !== before) await releaseFunded(deps, held, reading)
  return { lane: held.lane(), reading }
}
