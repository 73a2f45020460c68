// The bot as a customer sees it, in the browser: the same bot, another transport.
import { useSignal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import type { PageProps } from '../../app.tsx'
import { control } from '../../components/form.tsx'
import { PhotoIcon, SendIcon } from '../../components/icons.tsx'
import { Button, Loading, Trouble } from '../../components/ui.tsx'
import { ask } from '../../lib/confirm.ts'
import { messageOf } from '../../lib/failure.ts'
import { failureOf, say } from '../../lib/load.ts'
import { words } from '../../text/preview.ts'
import { Bubble } from './bubble.tsx'
import { type Chat, type Said, useChat } from './chat.ts'

const Typing = () => (
  <p role="status" class="px-1 text-xs text-stone-600">
    {words().typing}
  </p>
)

const Transcript = ({ chat, tell }: { chat: Chat; tell: (said: Said) => Promise<void> }) => {
  const end = useRef<HTMLDivElement>(null)
  const messages = chat.messages.value
  const last = messages?.at(-1)
  const tail = `${last?.id}:${last?.editedAt}:${messages?.length}:${chat.waiting.value}`
  useEffect(() => {
    const box = end.current
    if (box) box.scrollTop = box.scrollHeight
  }, [tail])
  const shown = messages?.filter((one) => !one.deleted) ?? []
  return (
    <div
      ref={end}
      role="log"
      aria-label={words().transcript}
      data-testid="chat"
      class="flex min-h-0 flex-1 flex-col gap-2 overflow-y-auto bg-[#e7efe9] p-3"
    >
      {messages === undefined && !chat.failure.value && <Loading />}
      {chat.failure.value && <Trouble failure={chat.failure.value} again={chat.read} />}
      {messages && shown.length === 0 && (
        <div class="m-auto space-y-3 text-center text-sm text-stone-700">
          <p>{words().empty}</p>
          <Button kind="primary" testid="chat-start" onClick={() => tell({ text: '/start' })}>
            {words().start}
          </Button>
        </div>
      )}
      {shown.map((message) => (
        <Bubble key={message.id} message={message} press={tell} grown={() => stick(end.current)} />
      ))}
      {chat.waiting.value && <Typing />}
    </div>
  )
}

/** A picture that has just been drawn pushes the end out of sight. */
const stick = (box: HTMLElement | null): void => {
  if (box) box.scrollTop = box.scrollHeight
}

const Composer = ({ tell }: { tell: (said: Said) => Promise<void> }) => {
  const w = words()
  const text = useSignal('')
  const send = async (event: Event) => {
    event.preventDefault()
    const typed = text.value.trim()
    if (!typed) return
    text.value = ''
    try {
      await tell({ text: typed })
    } catch (cause) {
      if (!text.value) text.value = typed
      say(messageOf(failureOf(cause)), true)
    }
  }
  return (
    <form
      onSubmit={(event) => void send(event)}
      class="flex items-end gap-2 border-t border-stone-200 bg-white p-2"
    >
      <Button kind="quiet" label={w.photo} testid="chat-photo" onClick={() => tell({ photo: true })}>
        <PhotoIcon />
      </Button>
      <textarea
        rows={1}
        maxLength={4096}
        enterkeyhint="send"
        aria-label={w.field}
        placeholder={w.field}
        data-testid="chat-input"
        value={text.value}
        onInput={(event) => {
          text.value = event.currentTarget.value
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) void send(event)
        }}
        class={`${control()} max-h-40 flex-1 resize-none field-sizing-content`}
      />
      <Button type="submit" kind="primary" label={w.send} testid="chat-send">
        <SendIcon />
      </Button>
    </form>
  )
}

export const PreviewChat = ({ shop }: PageProps) => {
  const w = words()
  const chat = useChat(shop.id)
  const anew = async () => {
    if ((await ask({ title: w.anew, text: w.anewText, yes: w.anew, danger: true })) !== null)
      await chat.anew()
  }
  return (
    <section class="-mx-4 -mt-4 -mb-24 flex h-[calc(100dvh-7.4rem)] flex-col sm:-mx-6 sm:-mt-6 lg:mx-auto lg:my-0 lg:-mb-2 lg:h-[calc(100dvh-6.8rem)] lg:max-w-xl lg:overflow-hidden lg:rounded-2xl lg:ring-1 lg:ring-stone-300">
      <header class="flex items-center justify-between gap-3 border-b border-stone-200 bg-white px-4 py-2">
        <div class="min-w-0">
          <h1 class="truncate font-semibold">{w.title}</h1>
          <p class="truncate text-xs text-stone-600">
            {shop.mode === 'practice' ? w.practiceHint : w.liveHint}
          </p>
        </div>
        <Button kind="quiet" testid="chat-anew" onClick={anew}>
          {w.anew}
        </Button>
      </header>
      <Transcript chat={chat} tell={chat.tell} />
      <Composer tell={chat.tell} />
    </section>
  )
}
