// How many orders wait for the seller, for the mark in the menu. Asked anew at hints, but never in a burst of them, and by the minute:
// what stands still calls by the clock alone.
import { signal } from '@preact/signals'
import { get } from '../api.ts'
import { watch } from './live.ts'

export const needing = signal(0)

const MINUTE = 60_000
/** A busy shop hints with every move of every order. */
const REST = 2_000

/** Keeps the count of one shop; answers how to stop. */
export const watchNeeding = (shop: string): (() => void) => {
  let stopped = false
  let waiting: ReturnType<typeof setTimeout> | undefined
  const ask = async () => {
    waiting = undefined
    try {
      const { total } = await get<{ total: number }>(`/shops/${shop}/decisions/count`)
      if (!stopped) needing.value = total
    } catch {
      // The page itself says what is wrong; the mark stays as it was.
    }
  }
  const soon = () => {
    waiting ??= setTimeout(() => void ask(), REST)
  }
  needing.value = 0
  void ask()
  const timer = setInterval(soon, MINUTE)
  const stop = watch(shop, ['orders'], soon)
  return () => {
    stopped = true
    stop()
    clearInterval(timer)
    clearTimeout(waiting)
  }
}
