// Whether a service can be put on sale, and if not, why: a code for the dashboard's words.
import { parseDecimal } from '../lib/money.ts'
import type { Service } from '../model/service.ts'
import type { Shop } from '../model/shop.ts'
import type { ProviderDoc } from '../store/documents.ts'
import { isPackage, type Price, priceOf, ruleOf } from './price.ts'
import { sellableType } from './quote.ts'

export type SaleRefusal = 'type' | 'vanished' | 'provider' | 'margin' | 'exchange' | 'noPrice'
export type Panels = ReadonlyMap<string, ProviderDoc>

export const panelsOf = (providers: readonly ProviderDoc[]): Panels =>
  new Map(providers.map((provider) => [provider.id, provider]))

/** Quantity that a page prices a service for: 1000, one package. */
export const USUAL = 1000

/** For 1000 units (one package); null without a margin, a currency, or its rate. */
export const usualPrice = (shop: Shop, panels: Panels, service: Service): Price | null => {
  const rule = ruleOf(shop, panels.get(service.provider)?.currency)
  return rule && priceOf(rule, service, { quantity: USUAL })
}

/** Far below the balance nothing need be worked out to the cent: a shelf has thousands to judge. */
const isFarBelow = (balance: number, { rate, type, min }: Service): boolean =>
  Number(rate) * (isPackage(type) ? 1 : Math.max(1, min) / 1000) < balance / 2

/** Whether the panel's balance, as last read, covers the least quantity; what nobody has read or can compare stops nothing. */
export const coversLeast = (shop: Shop, panels: Panels, service: Service): boolean => {
  const panel = panels.get(service.provider)
  const told = panel?.balance
  if (!told || isFarBelow(Number(told.amount), service)) return true
  const balance = parseDecimal(told.amount)
  const rule = ruleOf(shop, panel.currency)
  if (!balance || !rule || (told.currency ?? rule.currency) !== rule.currency) return true
  const settings = { ...rule.settings, margin: '0' }
  const cost = priceOf({ ...rule, settings }, service, { quantity: Math.max(1, service.min) })?.cost
  return !cost || balance.gte(cost.amount)
}

const hasExchange = ({ exchange }: Shop, currency: string | undefined): boolean =>
  currency === undefined || currency === 'IDR' || exchange[currency] !== undefined

export const refusalOf = (shop: Shop, panels: Panels, service: Service): SaleRefusal | null => {
  const panel = panels.get(service.provider)
  if (!sellableType(service.type)) return 'type'
  if (service.vanishedAt !== undefined) return 'vanished'
  if (!panel || panel.disabled) return 'provider'
  if (shop.settings.margin === undefined) return 'margin'
  if (!hasExchange(shop, panel.currency)) return 'exchange'
  const rule = ruleOf(shop, panel.currency)
  return rule && priceOf(rule, service, { quantity: Math.max(1, service.min) }) ? null : 'noPrice'
}
