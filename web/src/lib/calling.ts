// How many customers wait for a person, for the mark in the menu. Asked anew when the server hints at one, never in a burst.
import { signal } from '@preact/signals'
import { get } from '../api.ts'
import { watch } from './live.ts'

export const calling = signal(0)

const REST = 2_000

/** Keeps the count of one shop; answers how to stop. */
export const watchCalling = (shop: string): (() => void) => {
  let stopped = false
  let waiting: ReturnType<typeof setTimeout> | undefined
  const ask = async () => {
    waiting = undefined
    try {
      const { total } = await get<{ total: number }>(`/shops/${shop}/waiting`)
      if (!stopped) calling.value = total
    } catch {
      // The page itself says what is wrong; the mark stays as it was.
    }
  }
  const soon = () => {
    waiting ??= setTimeout(() => void ask(), REST)
  }
  calling.value = 0
  void ask()
  const stop = watch(shop, ['chats', 'items'], soon)
  return () => {
    stopped = true
    stop()
    clearTimeout(waiting)
  }
}
