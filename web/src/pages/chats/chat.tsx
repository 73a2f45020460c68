// One chat: who it is, what was said with the buttons that stood under it, a box to write, and back to the bot.
import { useSignal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import { post } from '../../api.ts'
import { control } from '../../components/form.tsx'
import { SendIcon } from '../../components/icons.tsx'
import { BackLink, Button, Card, LinkButton, Shown } from '../../components/ui.tsx'
import { ask } from '../../lib/confirm.ts'
import { messageOf } from '../../lib/failure.ts'
import { failureOf, say, useLoad } from '../../lib/load.ts'
import { words } from '../../text/chats.ts'
import { time } from '../../text/index.ts'
import type { ChatLine, ChatPage } from '../../types.ts'
import { CustomerItem, Promised } from './item.tsx'
import { StateOf } from './page.tsx'

const LOOK = {
  customer: 'self-start bg-white rounded-bl-sm',
  bot: 'self-end bg-stone-100 rounded-br-sm',
  seller: 'self-end bg-brand-100 rounded-br-sm',
}

const Line = ({ line }: { line: ChatLine }) => {
  const w = words()
  return (
    <article
      data-testid="line"
      data-from={line.from}
      class={`max-w-[88%] rounded-2xl px-3 pt-2 pb-1.5 text-sm shadow-xs ${LOOK[line.from]}`}
    >
      <p class="text-[0.6875rem] font-medium text-stone-600">{w.from[line.from]}</p>
      {line.picture && <p class="text-xs text-stone-600">{w.picture}</p>}
      <p class="break-words whitespace-pre-wrap">{line.text}</p>
      {line.buttons?.map((row) => (
        <p key={row.join('|')} class="mt-1 flex flex-wrap gap-1">
          {row.map((label) => (
            <span key={label} class="rounded-md bg-white/80 px-2 py-0.5 text-xs ring-1 ring-stone-300">
              {label}
            </span>
          ))}
        </p>
      ))}
      {line.unsent && <p class="text-xs font-medium text-red-800">{w.unsent}</p>}
      <p class="mt-0.5 text-right text-[0.6875rem] text-stone-600">
        {line.editedAt !== undefined && `${w.edited} `}
        {time(line.editedAt ?? line.at)}
      </p>
    </article>
  )
}

const Transcript = ({ page }: { page: ChatPage }) => {
  const box = useRef<HTMLDivElement>(null)
  const tail = `${page.lines.at(-1)?.id}:${page.outgoing.length}`
  useEffect(() => {
    if (box.current) box.current.scrollTop = box.current.scrollHeight
  }, [tail])
  return (
    <div
      ref={box}
      role="log"
      aria-label={words().transcript}
      data-testid="transcript"
      class="flex min-h-40 flex-1 flex-col gap-2 overflow-y-auto bg-[#e7efe9] p-3"
    >
      {page.lines.map((line) => (
        <Line key={line.id} line={line} />
      ))}
      {page.outgoing.map(({ id, text }) => (
        <p key={id} class="max-w-[88%] self-end rounded-2xl bg-brand-50 px-3 py-2 text-sm opacity-80">
          {text}
          <span class="block text-right text-[0.6875rem] text-stone-600">{words().sending}</span>
        </p>
      ))}
    </div>
  )
}

type Own = { path: string; page: ChatPage; again: () => Promise<void> }

/** Sent under a key of its own: pressed twice, or tried again after a broken line, it is one message. */
const Composer = ({ path, page, again }: Own) => {
  const w = words()
  const text = useSignal('')
  const key = useRef(crypto.randomUUID())
  const send = async (event: Event) => {
    event.preventDefault()
    const typed = text.value.trim()
    if (!typed) return
    try {
      await post(`${path}/messages`, { text: typed, key: key.current })
      key.current = crypto.randomUUID()
      if (text.value.trim() === typed) text.value = ''
      await again()
    } catch (cause) {
      say(messageOf(failureOf(cause)), true)
    }
  }
  return (
    <form onSubmit={(event) => void send(event)} class="border-t border-stone-200 bg-white p-2">
      {!page.handoff && <p class="px-1 pb-1 text-xs text-stone-600">{w.takes}</p>}
      <div class="flex items-end gap-2">
        <textarea
          rows={1}
          maxLength={2000}
          aria-label={w.field}
          placeholder={w.field}
          data-testid="reply"
          value={text.value}
          onInput={(event) => {
            text.value = event.currentTarget.value
          }}
          class={`${control()} max-h-40 flex-1 resize-none field-sizing-content`}
        />
        <Button type="submit" kind="primary" label={w.send} testid="reply-send">
          <SendIcon />
        </Button>
      </div>
    </form>
  )
}

const HandBack = ({ path, page, again }: Own) => {
  const w = words()
  const { handoff } = page
  if (!handoff) return null
  const owed = handoff.dueAt !== undefined && handoff.answeredAt === undefined
  const back = async () => {
    const text = owed
      ? await ask({
          title: w.handBack,
          text: w.lastWordsHint,
          yes: w.handBack,
          field: { label: w.lastWords, required: true },
        })
      : ''
    if (text === null) return
    await post(`${path}/back`, text.trim() ? { text } : {})
    say(w.handedBack)
    await again()
  }
  return (
    <Button testid="hand-back" onClick={back}>
      {w.handBack}
    </Button>
  )
}

const Head = (own: Own) => {
  const { page } = own
  return (
    <header class="flex flex-wrap items-center justify-between gap-2 border-b border-stone-200 bg-white px-4 py-2">
      <div class="min-w-0">
        <h1 class="flex flex-wrap items-center gap-2 font-semibold">
          <span class="min-w-0 truncate">{page.customer.name}</span>
          {page.username && <span class="text-xs font-normal text-stone-600">@{page.username}</span>}
          {page.handoff?.number && <span class="font-mono text-sm">{page.handoff.number}</span>}
          <StateOf chat={page} />
        </h1>
        <Promised dueAt={page.handoff?.dueAt} missed={page.handoff?.missed} />
      </div>
      <HandBack {...own} />
    </header>
  )
}

const Beside = ({ shop, page, again }: { shop: string; page: ChatPage; again: () => Promise<void> }) => (
  <div class="space-y-4 pt-4">
    {page.items.length > 0 && (
      <Card title={words().items} testid="chat-items">
        <div class="divide-y divide-stone-100">
          {page.items.map((item) => (
            <CustomerItem key={item.id} shop={shop} item={item} changed={again} inChat />
          ))}
        </div>
      </Card>
    )}
    {page.orders.length > 0 && (
      <Card title={words().orders}>
        <div class="flex flex-wrap gap-2">
          {page.orders.map(({ id, number, name }) => (
            <LinkButton key={id} to={`orders/${encodeURIComponent(id)}`}>
              <span class="font-mono">{number}</span> {name}
            </LinkButton>
          ))}
        </div>
      </Card>
    )}
  </div>
)

export const OneChat = ({ shop, chat }: { shop: string; chat: string }) => {
  const path = `/shops/${shop}/chats/${encodeURIComponent(chat)}`
  const loaded = useLoad<ChatPage>(path, { shop, topics: ['chats', 'items'] })
  return (
    <>
      <div class="lg:hidden">
        <BackLink to="chats">{words().back}</BackLink>
      </div>
      <Shown loader={loaded}>
        {(page) => (
          <>
            <div class="-mx-4 flex h-[calc(100dvh-12rem)] flex-col overflow-hidden sm:mx-0 sm:rounded-2xl sm:ring-1 sm:ring-stone-300 lg:h-[calc(100dvh-8rem)]">
              <Head path={path} page={page} again={loaded.again} />
              <Transcript page={page} />
              <Composer path={path} page={page} again={loaded.again} />
            </div>
            <Beside shop={shop} page={page} again={loaded.again} />
          </>
        )}
      </Shown>
    </>
  )
}
