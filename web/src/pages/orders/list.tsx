// The list by state, with search and older ones on demand; what needs the seller has a page of its own. Lives by hints of the server.
import { useSignal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import { get } from '../../api.ts'
import { Search } from '../../components/search.tsx'
import { Button, Empty, LinkButton, Shown, Tabs, Title } from '../../components/ui.tsx'
import { useLoad } from '../../lib/load.ts'
import { route, setQuery } from '../../lib/route.ts'
import type { ShopRef } from '../../lib/session.ts'
import { t } from '../../text/index.ts'
import { words } from '../../text/orders.ts'
import type { OrderPage, OrderRow } from '../../types.ts'
import { OrderLine } from './row.tsx'

/** Which states stand behind a tab; `quoted` is only a card that nobody said yes to. */
const TABS = {
  all: [],
  unpaid: ['billing', 'awaitingPayment'],
  running: ['paid', 'submitting', 'submitted'],
  done: ['completed'],
  stopped: ['partial', 'stoppedByPanel'],
  ended: ['closed', 'lapsed', 'withdrawn', 'quoted'],
  due: [],
  deposits: [],
} as const satisfies Record<string, readonly string[]>
type Tab = keyof typeof TABS

const isTab = (name: string): name is Tab => name in TABS
const PAGE = 50

const pathOf = (shop: string, tab: Tab, text: string): string => {
  const query = new URLSearchParams({ limit: String(PAGE) })
  if (TABS[tab].length > 0) query.set('state', TABS[tab].join(','))
  if (tab === 'due') query.set('due', '1')
  if (tab === 'deposits') query.set('deposits', '1')
  if (text) query.set('text', text)
  return `/shops/${shop}/orders?${query}`
}

const countOf = (counts: Record<string, number>, tab: Tab): number | undefined =>
  TABS[tab].length === 0 ? undefined : TABS[tab].reduce((sum, state) => sum + (counts[state] ?? 0), 0)

type Older = { rows: OrderRow[]; end: boolean }

export const OrderList = ({ shop }: { shop: ShopRef }) => {
  const { query } = route.value
  const asked = query.get('tab') ?? 'all'
  const tab = isTab(asked) ? asked : 'all'
  const text = query.get('text') ?? ''
  const path = pathOf(shop.id, tab, text)
  const page = useLoad<OrderPage>(path, { shop: shop.id, topics: ['orders'] })
  const older = useSignal<Older>({ rows: [], end: false })
  const shown = useRef(path)
  useEffect(() => {
    shown.current = path
    older.value = { rows: [], end: false }
  }, [path])
  const more = async (last: OrderRow) => {
    const next = await get<OrderPage>(`${path}&before=${last.createdAt}`)
    if (shown.current === path)
      older.value = { rows: [...older.value.rows, ...next.rows], end: next.rows.length < PAGE }
  }
  const w = words()
  const counts = page.state.value.data?.counts ?? {}
  return (
    <>
      <Title aside={<LinkButton to="decisions">{t().nav.decisions}</LinkButton>}>{w.title}</Title>
      <Tabs
        label={w.tabsLabel}
        chosen={tab}
        choose={(id) => setQuery({ tab: id === 'all' ? '' : id })}
        tabs={(Object.keys(TABS) as Tab[]).map((id) => ({
          id,
          label: w.tabs[id],
          count: countOf(counts, id),
        }))}
      />
      <Search value={text} label={w.searchLabel} search={(typed) => setQuery({ text: typed })} />
      <Shown loader={page}>
        {(data) => (
          <Rows
            rows={unique([...data.rows, ...older.value.rows])}
            practice={shop.mode === 'practice'}
            more={data.rows.length < PAGE || older.value.end ? null : more}
          />
        )}
      </Shown>
    </>
  )
}

/** A new order pushes one from the first page to the second, which may hold it already. */
const unique = (rows: OrderRow[]): OrderRow[] =>
  [...new Map(rows.toReversed().map((row) => [row.id, row])).values()].reverse()

type RowsProps = { rows: OrderRow[]; practice: boolean; more: ((last: OrderRow) => Promise<void>) | null }
const Rows = ({ rows, practice, more }: RowsProps) => {
  const last = rows.at(-1)
  if (!last) return <Empty>{words().empty}</Empty>
  return (
    <>
      <div
        data-testid="orders"
        class="divide-y divide-stone-100 overflow-hidden rounded-xl bg-white ring-1 ring-stone-200"
      >
        {rows.map((order) => (
          <OrderLine key={order.id} order={order} practice={practice} />
        ))}
      </div>
      {more && (
        <div class="text-center">
          <Button onClick={() => more(last)}>{t().more}</Button>
        </div>
      )}
    </>
  )
}
