// A panel's balance in the panel's own currency; decimal text from the server, so that no digit is lost on the way.
import { number } from '../../text/index.ts'
import type { ProviderView } from '../../types.ts'

export const money = (amount: string, currency: string | undefined): string => {
  const value = Number(amount)
  const shown = Number.isFinite(value) ? number(value) : amount
  return currency === 'IDR' ? `Rp${shown}` : `${shown} ${currency ?? ''}`.trim()
}

export const balanceOf = ({ balance, currency }: ProviderView): string | undefined =>
  balance && money(balance.amount, currency)
