// What a panel account has told of itself, kept at its provider: balance and currency, or the fault.
import type { Clock } from '../lib/clock.ts'
import type { ProviderDoc } from '../store/documents.ts'
import type { Store } from '../store/store.ts'
import { sentenceOf } from './fault.ts'
import type { Provider, ProviderFault } from './provider.ts'

export type ToldDeps = { store: Pick<Store, 'providers'>; clock: Clock }
type Which = Pick<ProviderDoc, 'shop' | 'id'>
type Balance = Extract<Awaited<ReturnType<Provider['balance']>>, { ok: true }>

const CURRENCY = /^[A-Z]{3,5}$/

export const noteFault = async (
  { store, clock }: ToldDeps,
  { shop, id }: Which,
  message: string,
): Promise<void> => {
  const lastFault = { at: clock.now(), message: message.slice(0, 400) }
  await store.providers.change(shop, id, (doc) => ({ ...doc, lastFault }))
}

export const noteProviderFault = (deps: ToldDeps, which: Which, fault: ProviderFault): Promise<void> =>
  noteFault(deps, which, sentenceOf(fault))

export const clearFault = async ({ store }: ToldDeps, { shop, id }: Which): Promise<void> => {
  await store.providers.change(shop, id, (doc) => {
    if (!doc.lastFault) return null
    const { lastFault: _, ...rest } = doc
    return rest
  })
}

/**
 * Keeps the balance. The currency is taken when none was known; another one than before is never taken silently, since every
 * rate would mean another price: the sentence that says so is answered, and the seller decides.
 */
export const noteBalance = async (
  { store, clock }: ToldDeps,
  { shop, id }: Which,
  told: Balance,
): Promise<string | null> => {
  const currency = CURRENCY.test(told.currency) ? told.currency : ''
  const balance = { amount: told.balance, at: clock.now(), ...(currency ? { currency } : {}) }
  let contradiction: string | null = null
  await store.providers.change(shop, id, (doc) => {
    const open = !doc.currency || (!doc.catalogue && !doc.currencyFixed)
    contradiction =
      currency && !open && !doc.currencyFixed && currency !== doc.currency
        ? `The panel counts in ${currency} now, its rates were read as ${doc.currency}: set the currency that is right`
        : null
    return { ...doc, balance, ...(currency && open ? { currency } : {}) }
  })
  return contradiction
}
