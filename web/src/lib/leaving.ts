// How many withdrawals wait for the seller's transfer, for the mark in the menu. Asked anew when the server hints at one.
import { signal } from '@preact/signals'
import { get } from '../api.ts'
import type { WithdrawalPage } from '../types.ts'
import { watch } from './live.ts'

export const leaving = signal(0)

/** Keeps the count of one shop; answers how to stop. */
export const watchLeaving = (shop: string): (() => void) => {
  let stopped = false
  const ask = async () => {
    try {
      const { due } = await get<WithdrawalPage>(`/shops/${shop}/withdrawals?state=due`)
      if (!stopped) leaving.value = due
    } catch {
      // The page itself says what is wrong; the mark stays as it was.
    }
  }
  leaving.value = 0
  void ask()
  const stop = watch(shop, ['withdrawals'], () => void ask())
  return () => {
    stopped = true
    stop()
  }
}
