// Chats with customers: on a phone the list or one chat, on a wide screen both. Hints of the server keep them fresh.
import type { PageProps } from '../../app.tsx'
import { Badge, Empty, Shown, Title } from '../../components/ui.tsx'
import { type Loader, useLoad } from '../../lib/load.ts'
import { words } from '../../text/chats.ts'
import { time } from '../../text/index.ts'
import type { ChatView } from '../../types.ts'
import { OneChat } from './chat.tsx'

export const StateOf = ({ chat }: { chat: ChatView }) => {
  const w = words()
  const { handoff } = chat
  if (!handoff) return null
  if (chat.unread)
    return (
      <Badge tone={(handoff.missed ?? 0) > 0 ? 'bad' : 'wait'}>
        {(handoff.missed ?? 0) > 0 ? w.late : w.waits}
      </Badge>
    )
  return <Badge tone="busy">{w.yours}</Badge>
}

const Row = ({ chat, here }: { chat: ChatView; here: boolean }) => (
  <li>
    <a
      href={`#/chats/${encodeURIComponent(chat.key)}`}
      aria-current={here ? 'page' : undefined}
      data-testid="chat-row"
      class={`block min-h-14 px-4 py-2.5 text-sm ${here ? 'bg-brand-50' : 'hover:bg-stone-50'}`}
    >
      <span class="flex items-center justify-between gap-2">
        <span class="min-w-0 truncate font-medium">{chat.customer.name}</span>
        <span class="shrink-0 text-xs text-stone-600">{time(chat.last?.at ?? chat.seenAt)}</span>
      </span>
      <span class="mt-0.5 block truncate text-xs text-stone-600">
        {chat.last ? `${words().from[chat.last.from]}: ${chat.last.text}` : '–'}
      </span>
      <span class="mt-1 flex flex-wrap gap-1 empty:hidden">
        <StateOf chat={chat} />
        {chat.preview && <Badge>{words().preview}</Badge>}
        {chat.customer.blocked && <Badge tone="bad">{words().blocked}</Badge>}
      </span>
    </a>
  </li>
)

const List = ({ chats, chosen }: { chats: Loader<ChatView[]>; chosen: string | undefined }) => (
  <Shown loader={chats}>
    {(rows) =>
      rows.length === 0 ? (
        <Empty>{words().empty}</Empty>
      ) : (
        <ul
          data-testid="chats"
          class="divide-y divide-stone-100 overflow-hidden rounded-xl bg-white ring-1 ring-stone-200"
        >
          {rows.map((chat) => (
            <Row key={chat.key} chat={chat} here={chat.key === chosen} />
          ))}
        </ul>
      )
    }
  </Shown>
)

export const ChatsPage = ({ shop, path: [chosen] }: PageProps) => {
  const chats = useLoad<ChatView[]>(`/shops/${shop.id}/chats`, { shop: shop.id, topics: ['chats'] })
  return (
    <div class="grid grid-cols-[minmax(0,1fr)] items-start gap-4 lg:grid-cols-[20rem_minmax(0,1fr)]">
      <section class={`space-y-3 ${chosen ? 'hidden lg:block' : ''}`}>
        <Title hint={words().hint}>{words().title}</Title>
        <List chats={chats} chosen={chosen} />
      </section>
      <section class={chosen ? '' : 'hidden lg:block'}>
        {chosen ? <OneChat key={chosen} shop={shop.id} chat={chosen} /> : <Empty>{words().pick}</Empty>}
      </section>
    </div>
  )
}
