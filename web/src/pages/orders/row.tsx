// One order as a line that leads to its page; stands on the list and on the first page.
import { Badge, type Tone } from '../../components/ui.tsx'
import { number, rupiah, time } from '../../text/index.ts'
import { words } from '../../text/orders.ts'
import type { OrderRow } from '../../types.ts'

const TONES: Record<string, Tone> = {
  awaitingPayment: 'wait',
  paid: 'busy',
  waiting: 'wait',
  submitting: 'busy',
  unknown: 'bad',
  held: 'bad',
  submitted: 'busy',
  completed: 'good',
  partial: 'wait',
  stoppedByPanel: 'bad',
}

export const StateBadge = ({ state }: { state: string }) => (
  <span data-testid="order-state" data-state={state}>
    <Badge tone={TONES[state] ?? 'plain'}>{words().states[state] ?? state}</Badge>
  </span>
)

export const Marks = ({ order }: { order: Pick<OrderRow, 'money' | 'due'> }) => (
  <>
    {order.money === 'play' && <Badge>{words().play}</Badge>}
    {order.due && <Badge tone="bad">{words().due}</Badge>}
  </>
)

export const bare = (link: string): string => link.replace(/^https?:\/\//, '')

/** Of an order that was sent again and got no answer, the refusal before says nothing. */
const isStale = ({ state, why }: OrderRow): boolean => state === 'unknown' && why === 'other'

/** In practice all money is play money, so saying it on each line would only tire. */
export const OrderLine = ({ order, practice }: { order: OrderRow; practice: boolean }) => (
  <a
    href={`#/orders/${encodeURIComponent(order.id)}`}
    data-testid="order-row"
    data-order={order.id}
    class="grid grid-cols-[minmax(0,1fr)_auto] gap-x-3 gap-y-1 px-4 py-3 text-sm hover:bg-stone-50 md:grid-cols-[4.5rem_minmax(0,1fr)_9.5rem_6.5rem] md:items-center"
  >
    <span class="order-1 font-mono text-sm font-semibold text-stone-900">{order.number}</span>
    <span class="order-3 col-span-2 min-w-0 md:order-2 md:col-span-1">
      <span class="block truncate font-medium text-stone-900">{order.name}</span>
      <span class="block truncate text-stone-600">
        {number(order.quantity)} · {bare(order.link)}
      </span>
      {order.why && !isStale(order) && (
        <span class="block text-amber-900">{words().why[order.why] ?? order.why}</span>
      )}
    </span>
    <span class="order-2 flex flex-wrap justify-end gap-1 md:order-3 md:justify-start">
      <StateBadge state={order.state} />
      <Marks order={practice ? { ...order, money: 'real' } : order} />
    </span>
    <span class="order-4 col-span-2 flex justify-between gap-2 text-stone-600 md:col-span-1 md:block md:text-right">
      <span class="block font-medium tabular-nums text-stone-900">{rupiah(order.price)}</span>
      <span class="block text-xs">{time(order.createdAt)}</span>
    </span>
  </a>
)
