// Reads something from the server for a page: loading, failed or there; read again on demand or when the server hints at a change.
import { type Signal, signal, useSignal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import { ApiError, type Failure, get } from '../api.ts'
import { watch } from './live.ts'

export type Loaded<T> = { data?: T; failure?: Failure; loading: boolean }
export type Loader<T> = { state: Signal<Loaded<T>>; again: () => Promise<void> }

export const failureOf = (cause: unknown): Failure =>
  cause instanceof ApiError
    ? cause.failure
    : { status: 0, code: 'unknown', message: cause instanceof Error ? cause.message : '', fields: {} }

/** `path` null: nothing to read yet. `topics`: hints that make it read again. What is shown stays until the next answer is there. */
export const useLoad = <T>(path: string | null, live?: { shop: string; topics: string[] }): Loader<T> => {
  const state = useSignal<Loaded<T>>({ loading: path !== null })
  const turn = useRef(0)
  const again = async () => {
    if (path === null) return
    const mine = ++turn.current
    const settle = (loaded: Loaded<T>) => {
      if (mine === turn.current) state.value = loaded
    }
    try {
      settle({ data: await get<T>(path), loading: false })
    } catch (cause) {
      settle({ ...state.value, failure: failureOf(cause), loading: false })
    }
  }
  useEffect(() => {
    state.value = { ...state.value, loading: path !== null }
    void again()
    return () => {
      turn.current++
    }
  }, [path])
  const shop = live?.shop
  useEffect(() => (shop ? watch(shop, live.topics, () => void again()) : undefined), [shop, path])
  return { state, again }
}

/** The line at the foot of the screen that says what just happened. */
export const toast = signal<{ text: string; bad: boolean } | null>(null)
let hide: ReturnType<typeof setTimeout> | undefined
export const say = (text: string, bad = false): void => {
  toast.value = { text, bad }
  clearTimeout(hide)
  hide = setTimeout(
    () => {
      toast.value = null
    },
    bad ? 7000 : 3000,
  )
}
