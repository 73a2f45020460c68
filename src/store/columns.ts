// What orders and services are found by, and what an import may not overwrite: for every driver the same.
import { fold } from '../lib/text.ts'
import { needsFrom } from '../model/attention.ts'
import { type Order, providerOf } from '../model/order.ts'
import type { ProviderService, Service } from '../model/service.ts'

const isDue = ({ refunds, money }: Order): boolean =>
  [...Object.values(refunds), ...Object.values(money)].some((entry) => entry.state !== 'done')

/** What the seller finds an order by. */
const orderWords = ({ number, quote, bills, submissions }: Order): string =>
  fold(
    [
      number,
      quote.displayName,
      quote.link,
      quote.linkRaw,
      ...Object.values(bills).map((bill) => bill.reference),
      ...Object.values(submissions).map((submission) => submission.panelId),
    ]
      .filter(Boolean)
      .join('\n'),
  )

/** Never change in an order's life. */
export const ORDER_FIXED = {
  shop: (order: Order) => order.shop,
  customer: (order: Order) => order.customer,
  number: (order: Order) => order.number,
  created: (order: Order) => order.createdAt,
  deposit: (order: Order) => (order.deposit ? 1 : 0),
}

export const ORDER_MOVING = {
  state: (order: Order) => order.state,
  changed: (order: Order) => order.updatedAt,
  provider: providerOf,
  // Without the panel's number there is nothing to ask about.
  poll: ({ state, why, pollAt = 0 }: Order) => (state === 'submitted' && why !== 'idMissing' ? pollAt : null),
  due: (order: Order) => (isDue(order) ? 1 : 0),
  needs: needsFrom,
  platform: ({ bills }: Order) => (Object.values(bills).some(({ platform }) => platform) ? 1 : 0),
  pending: (order: Order) => (order.outbox.length > 0 ? 1 : 0),
  words: orderWords,
}

const serviceWords = ({ name, madeName, own, category, service_id_api, mid }: Service): string =>
  fold(
    [name, madeName, own.displayName, own.displayDescription, category, service_id_api, String(mid)]
      .filter(Boolean)
      .join('\n'),
  )

export const SERVICE_FIXED = {
  shop: (service: Service) => service.shop,
  provider: (service: Service) => service.provider,
}

export const SERVICE_MOVING = {
  mid: (service: Service) => service.mid,
  sale: (service: Service) => (service.onSale ? 1 : 0),
  platform: (service: Service) => service.facts.platform,
  kind: (service: Service) => service.facts.kind,
  vanished: (service: Service) => (service.vanishedAt === undefined ? 0 : 1),
  words: serviceWords,
}

const isReadWith = (row: Service, corrected: Service['corrected']): boolean =>
  corrected === undefined || JSON.stringify(row.corrected ?? {}) === JSON.stringify(corrected)

/** What an import may not overwrite. Facts read without a correction that came meanwhile stay as they were, and due to be read anew. */
export const keptOver = (row: Service, stored: Service): Service => {
  if (stored.shop !== row.shop) throw new Error(`service ${row.id} belongs to another shop`)
  const { pin: _, alternatives: __, ...rest } = row
  const { corrected } = stored
  return {
    ...rest,
    ...(corrected === undefined ? {} : { corrected }),
    ...(isReadWith(row, corrected) ? {} : { facts: { ...stored.facts, tables: 0 } }),
    ...(stored.pin === undefined ? {} : { pin: stored.pin }),
    ...(stored.alternatives === undefined ? {} : { alternatives: stored.alternatives }),
    mid: stored.mid,
    own: stored.own,
    onSale: stored.onSale,
    v: stored.v + 1,
  }
}

export const panelRow = (service: Service): ProviderService => ({
  service_id_api: service.service_id_api,
  name: service.name,
  description: service.description,
  category: service.category,
  rate: service.rate,
  min: service.min,
  max: service.max,
  type: service.type,
  refill: service.refill,
  cancel: service.cancel,
  dripfeed: service.dripfeed,
})

export const LONGEST_SEARCH = 8

/** Each of them must occur. */
export const searchedWords = (text: string): string[] =>
  fold(text).split(/\s+/).filter(Boolean).slice(0, LONGEST_SEARCH)
