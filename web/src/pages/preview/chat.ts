// The preview's transcript as a value: what is new is asked for with `since`, merged by number. Hints make it ask at once; it also
// asks slowly by itself, and quickly for a while after the seller said something.
import { type Signal, useSignal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import { type Failure, get, post, remove } from '../../api.ts'
import { watch } from '../../lib/live.ts'
import { failureOf } from '../../lib/load.ts'
import type { PreviewMessage, PreviewPage } from '../../types.ts'

export type Said = { text: string } | { press: { messageId: number; payload: string } } | { photo: true }

export type Chat = {
  /** Undefined until the first answer. */
  messages: Signal<PreviewMessage[] | undefined>
  failure: Signal<Failure | null>
  /** Something was said and the bot has not answered yet. */
  waiting: Signal<boolean>
  read(): Promise<void>
  tell(said: Said): Promise<void>
  anew(): Promise<void>
}

const SLOW = 5000
const QUICK = 1200
const PATIENCE = 12_000

/** A message bears the time it was made at and is stored a moment later: what was made shortly before the last answer is asked for again. */
const OVERLAP = 15_000

const isNews = (old: PreviewMessage | undefined, fresh: PreviewMessage): boolean =>
  old === undefined || old.editedAt !== fresh.editedAt || old.deleted !== fresh.deleted

/** The same list when nothing in it is new. */
const merge = (old: PreviewMessage[], fresh: PreviewMessage[]): PreviewMessage[] => {
  const known = new Map(old.map((one) => [one.id, one]))
  const news = fresh.filter((one) => isNews(known.get(one.id), one))
  if (news.length === 0) return old
  for (const one of news) known.set(one.id, one)
  return [...known.values()].sort((a, b) => a.id - b.id)
}

export const useChat = (shop: string): Chat => {
  const messages = useSignal<PreviewMessage[] | undefined>(undefined)
  const failure = useSignal<Failure | null>(null)
  const waiting = useSignal(false)
  const mark = useRef({
    since: undefined as number | undefined,
    toldAt: 0,
    run: 0,
    busy: false,
    again: false,
  })

  const read = async (): Promise<void> => {
    const at = mark.current
    if (at.busy) {
      at.again = true
      return
    }
    at.busy = true
    const { run } = at
    try {
      const since = at.since === undefined ? '' : `?since=${at.since - OVERLAP}`
      const page = await get<PreviewPage>(`/shops/${shop}/preview/messages${since}`)
      if (run !== at.run) return
      at.since = page.now
      failure.value = null
      if (page.messages.some((one) => one.from !== 'customer' && (one.editedAt ?? one.at) >= at.toldAt))
        waiting.value = false
      messages.value = merge(messages.value ?? [], page.messages)
    } catch (cause) {
      failure.value = failureOf(cause)
    } finally {
      at.busy = false
      if (at.again) {
        at.again = false
        void read()
      }
    }
  }
  const tell = async (said: Said): Promise<void> => {
    // The server's clock counts, and it is that of the last answer.
    mark.current.toldAt = mark.current.since ?? 0
    waiting.value = true
    try {
      await post(`/shops/${shop}/preview/messages`, said)
    } catch (cause) {
      waiting.value = false
      throw cause
    }
    quickUntil.current = Date.now() + PATIENCE
    await read()
  }
  const anew = async (): Promise<void> => {
    await remove(`/shops/${shop}/preview`)
    mark.current.run++
    mark.current.since = undefined
    messages.value = []
    waiting.value = false
    await read()
  }
  const quickUntil = useRef(0)
  useEffect(() => {
    void read()
    const stop = watch(shop, ['preview'], () => void read())
    let timer: ReturnType<typeof setTimeout>
    const beat = () => {
      const quick = Date.now() < quickUntil.current
      if (!quick) waiting.value = false
      if (!document.hidden) void read()
      timer = setTimeout(beat, quick ? QUICK : SLOW)
    }
    timer = setTimeout(beat, QUICK)
    return () => {
      clearTimeout(timer)
      mark.current.run++
      stop()
    }
  }, [shop])
  return { messages, failure, waiting, read, tell, anew }
}
