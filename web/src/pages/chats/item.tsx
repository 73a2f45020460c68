// An item of a customer: what was asked, by when it is to be answered, and the answers: one tap or own words. Done, it keeps its answer.
import { useSignal } from '@preact/signals'
import { post } from '../../api.ts'
import { Badge, Button, LinkButton } from '../../components/ui.tsx'
import { ask } from '../../lib/confirm.ts'
import { say } from '../../lib/load.ts'
import { words } from '../../text/chats.ts'
import { number, time } from '../../text/index.ts'
import { words as overview } from '../../text/overview.ts'
import type { ItemView } from '../../types.ts'

type Props = { shop: string; item: ItemView; changed: () => Promise<void>; inChat?: boolean }

export const Promised = ({ dueAt, missed }: { dueAt?: number | undefined; missed?: number | undefined }) => {
  if (dueAt === undefined) return null
  const late = (missed ?? 0) > 0
  return (
    <p class={`text-xs font-medium ${late ? 'text-red-800' : 'text-amber-900'}`}>
      {late ? words().missed(time(dueAt)) : words().promised(time(dueAt))}
    </p>
  )
}

const Head = ({ item }: { item: ItemView }) => (
  <p class="flex flex-wrap items-center gap-x-2 gap-y-1">
    {item.number && <span class="font-mono font-semibold">{item.number}</span>}
    <Badge tone={item.doneAt === undefined ? 'wait' : 'plain'}>
      {overview().itemKinds[item.kind] ?? item.kind}
    </Badge>
    {item.refill && <Badge tone="busy">{words().refill}</Badge>}
    {item.customer && <span>{item.customer.name}</span>}
    <span class="text-xs text-stone-600">{time(item.at)}</span>
    {item.doneAt !== undefined && <Badge tone="good">{words().done}</Badge>}
  </p>
)

const Stand = ({ item }: { item: ItemView }) => {
  const { stand } = item
  if (!stand || (stand.word === undefined && stand.remains === undefined)) return null
  const remains = stand.remains === undefined ? '' : number(stand.remains)
  const at = stand.asOf === undefined ? '' : time(stand.asOf)
  return <p class="text-xs text-stone-600">{words().stand(stand.word ?? '', remains, at)}</p>
}

export const ItemBody = ({ item }: { item: ItemView }) => (
  <div class="space-y-1">
    <Head item={item} />
    <p class="break-words whitespace-pre-line">{overview().itemTold[item.text] ?? item.text}</p>
    {item.more?.map(({ at, text }) => (
      <p key={`${at}:${text}`} class="border-l-2 border-stone-200 pl-2 text-xs text-stone-700">
        {time(at)}: {text}
      </p>
    ))}
    <Stand item={item} />
    {item.doneAt === undefined && <Promised dueAt={item.dueAt} missed={item.missed} />}
    {item.answer && (
      <p class="rounded-lg bg-stone-50 p-2 text-xs break-words whitespace-pre-line">
        <span class="font-medium">{words().answer}:</span> {item.answer}
      </p>
    )}
    {item.unreached && <p class="text-xs text-red-800">{words().unreached}</p>}
  </div>
)

const Links = ({ item, inChat }: Pick<Props, 'item' | 'inChat'>) => (
  <>
    {item.order && (
      <LinkButton to={`orders/${encodeURIComponent(item.order)}`}>
        {words().toOrder}
        {item.orderNumber && <span class="font-mono">{item.orderNumber}</span>}
      </LinkButton>
    )}
    {item.chat && !inChat && (
      <LinkButton
        to={`chats/${encodeURIComponent(item.chat)}`}
        kind={item.kind === 'human' && item.doneAt === undefined ? 'primary' : 'plain'}
        testid="item-chat"
      >
        {words().toChat}
      </LinkButton>
    )}
  </>
)

const PICKS = ['passed', 'refill', 'normal', 'saldo'] as const

/** Ends with a message: nothing is ticked off behind a customer's back. */
const Answers = ({ shop, item, changed }: Props) => {
  const w = words()
  const busy = useSignal(false)
  const human = item.kind === 'human'
  const done = async (body: { text?: string; pick?: string }) => {
    busy.value = true
    try {
      await post(`/shops/${shop}/items/${item.id}/done`, body)
      say(w.answered)
    } finally {
      busy.value = false
      await changed()
    }
  }
  const tell = async (pick: (typeof PICKS)[number]) => {
    const yes = await ask({
      title: w.picks[pick] ?? pick,
      text: w.pickHint[pick] ?? '',
      yes: w.send,
    })
    if (yes !== null) await done({ pick })
  }
  const own = async () => {
    const text = await ask({
      title: item.number ?? w.own,
      text: human ? w.lastHint : w.ownHint,
      yes: w.send,
      field: { label: w.own, required: true },
    })
    if (text?.trim()) await done({ text })
  }
  return (
    <>
      {item.order &&
        PICKS.map((pick) => (
          <Button key={pick} testid={`pick-${pick}`} disabled={busy.value} onClick={() => tell(pick)}>
            {w.picks[pick]}
          </Button>
        ))}
      <Button kind={human ? 'plain' : 'primary'} testid="item-own" disabled={busy.value} onClick={own}>
        {human ? w.last : w.own}
      </Button>
    </>
  )
}

/** One that a customer waits for: with its links and answers. */
export const CustomerItem = ({ shop, item, changed, inChat = false }: Props) => (
  <article data-testid="item" data-number={item.number} class="space-y-2 py-3 text-sm">
    <ItemBody item={item} />
    <div class="flex flex-wrap gap-2">
      <Links item={item} inChat={inChat} />
      {item.doneAt === undefined && !(inChat && item.kind === 'human') && (
        <Answers shop={shop} item={item} changed={changed} />
      )}
    </div>
  </article>
)
