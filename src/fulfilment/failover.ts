// Another way for an order that its panel has definitely refused: along the alternatives that the seller mapped, each once, within the
// loss limit. Never while it is not known what became of a sending.
import { standsIn } from '../catalog/alternatives.ts'
import type { OfferNow } from '../catalog/freshness.ts'
import type { ProviderId, ServiceId } from '../lib/brand.ts'
import type { Order, Route, Submission } from '../model/order.ts'
import type { RefusalReason } from '../model/service.ts'
import type { FulfilmentDeps } from './deps.ts'
import { costsTooMuch, fitsLimits } from './guards.ts'

/** Whether another service may do what this one refused. What is wrong with the link or the words is wrong everywhere; funds, a running
 *  order on the link and a throttle pass by themselves. */
const MENDED_ELSEWHERE: Readonly<Record<RefusalReason, boolean>> = {
  service: true,
  quantity: true,
  auth: true,
  other: true,
  link: false,
  private: false,
  comments: false,
  funds: false,
  activeOrder: false,
  throttled: false,
}

/** Somebody may have taken it already: no answer, not ended, or only the seller's word that it did not go in. */
const isOpenSending = ({ outcome, doubted }: Submission): boolean =>
  doubted === true || outcome === undefined || outcome === 'unknown' || outcome === 'accepted'

/** `refused`: the sending that was just refused. Null: none is left. */
export const nextRoute = async (
  deps: FulfilmentDeps,
  order: Order,
  { refused, reason }: { refused: Submission; reason: RefusalReason },
): Promise<Route | null> => {
  const others = Object.values(order.submissions).filter(({ id }) => id !== refused.id)
  if (!MENDED_ELSEWHERE[reason] || others.some(isOpenSending)) return null
  const service = await deps.store.services.get(order.shop, order.quote.service)
  for (const id of service?.alternatives ?? []) {
    const route = await routeVia(deps, order, id)
    if (route && !wasTried(order, route)) return route
  }
  return null
}

const wasTried = (order: Order, { provider, service_id_api }: Route): boolean =>
  Object.values(order.submissions).some(
    (one) => one.provider === provider && one.service_id_api === service_id_api,
  )

/** Judged anew: what was mapped may be something else by now, cost more, or be gone. */
const routeVia = async (deps: FulfilmentDeps, order: Order, id: ServiceId): Promise<Route | null> => {
  const [service, other] = await Promise.all([
    deps.store.services.get(order.shop, order.quote.service),
    deps.store.services.get(order.shop, id),
  ])
  if (!service || !other || !standsIn(service, other)) return null
  const offer = await offerAt(deps, order, { service: id, provider: other.provider })
  if (!offer || !fitsLimits(order, offer) || (await costsTooMuch(deps, order, offer))) return null
  const { provider, service_id_api } = other
  return { service: id, provider, service_id_api, cost: offer.cost }
}

/** Null where the panel is off, or of the other world: play money goes to practice panels, real money to real ones. */
export const offerAt = async (
  deps: FulfilmentDeps,
  order: Order,
  at: { service: ServiceId; provider: ProviderId },
): Promise<OfferNow | null> => {
  const panel = await deps.provider(order.shop, at.provider)
  return panel?.world === order.quote.world ? deps.offerNow(order, at) : null
}
