// Every line of an order's history, oldest first, in words.
import { Card } from '../../components/ui.tsx'
import { number, rupiah, time } from '../../text/index.ts'
import { words } from '../../text/orders.ts'
import type { OrderDetail } from '../../types.ts'

type Event = OrderDetail['events'][number]

export const who = (by: string): string => {
  const [kind = ''] = by.split(':')
  return words().by[kind] ?? kind
}

/** What the line already says in words is not repeated as data. */
const HIDDEN = new Set(['outcome', 'attempt', 'submission', 'refund', 'entry', 'service'])
const MONEY = new Set(['amount', 'sum', 'price', 'back'])

const dataOf = ({ data = {} }: Event): string => {
  const { facts, panelOrder, panelSays, refundTo, strayKinds } = words()
  const names: Record<string, string> = {
    panelId: panelOrder,
    remains: facts.remains,
    word: facts.word,
    message: panelSays,
    amount: '',
    note: '',
    fault: '',
    to: '',
    kind: '',
  }
  return Object.entries(data)
    .filter(([name]) => !HIDDEN.has(name))
    .map(([name, value]) => {
      const word = refundTo[String(value)] ?? strayKinds[String(value)] ?? String(value)
      const shown = typeof value !== 'number' ? word : MONEY.has(name) ? rupiah(value) : number(value)
      return `${names[name] ?? name} ${shown}`.trim()
    })
    .join(' · ')
}

const Line = ({ event }: { event: Event }) => {
  const w = words()
  const reason = event.reason && (w.why[event.reason] ?? event.reason)
  const detail = [reason, dataOf(event)].filter(Boolean).join(' · ')
  return (
    <li
      data-testid="event"
      data-type={event.type}
      data-to={event.to}
      class="relative border-l-2 border-stone-200 pb-4 pl-5 last:pb-0"
    >
      <span
        aria-hidden="true"
        class={`absolute top-1 -left-[0.4375rem] size-3 rounded-full ring-2 ring-white ${event.to ? 'bg-brand-600' : 'bg-stone-300'}`}
      />
      <p class="text-sm font-medium">{w.events[event.type] ?? event.type}</p>
      {detail && <p class="text-sm text-stone-700">{detail}</p>}
      <p class="text-xs text-stone-600">
        <time datetime={new Date(event.at).toISOString()}>{time(event.at)}</time> · {who(event.by)}
        {event.to && ` · ${w.states[event.to] ?? event.to}`}
      </p>
    </li>
  )
}

export const Timeline = ({ events }: { events: Event[] }) => (
  <Card title={words().cards.timeline}>
    <ol data-testid="timeline" class="ml-1.5">
      {events.map((event) => (
        <Line key={event.n} event={event} />
      ))}
    </ol>
  </Card>
)
