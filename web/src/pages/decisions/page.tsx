// The one screen of what only the seller can settle: what happened, until when, and the buttons that settle it.
import { useEffect } from 'preact/hooks'
import type { PageProps } from '../../app.tsx'
import { Badge, Card, CopyButton, Empty, Shown, Tabs, TextLink, Title } from '../../components/ui.tsx'
import { useLoad } from '../../lib/load.ts'
import { route, setQuery } from '../../lib/route.ts'
import { words } from '../../text/decisions.ts'
import { number, time } from '../../text/index.ts'
import { words as orderWords } from '../../text/orders.ts'
import type { DecisionPage, OrderMatter } from '../../types.ts'
import { Actions } from '../orders/act.tsx'
import { bare, Marks, StateBadge } from '../orders/row.tsx'
import { Doubt, Matter, Story } from './story.tsx'

type Need = OrderMatter['needs'][number]['need']
const TABS = {
  all: null,
  unknown: ['unknown', 'idMissing'],
  held: ['held'],
  waiting: ['waiting'],
  money: ['claimed', 'refundFailed', 'refundDue', 'stray'],
  stuck: ['stuck'],
} as const satisfies Record<string, readonly Need[] | null>
type Tab = keyof typeof TABS
const isTab = (name: string): name is Tab => Object.hasOwn(TABS, name)

const belongs = (order: OrderMatter, tab: Tab): boolean => {
  const wanted: readonly Need[] | null = TABS[tab]
  return wanted === null || order.needs.some(({ need }) => wanted.includes(need))
}

type CardProps = { shop: string; order: OrderMatter; practice: boolean; decided: () => Promise<void> }

const What = ({ order }: { order: OrderMatter }) => (
  <p class="text-sm">
    <span class="font-medium">{order.name}</span>
    {!order.deposit && (
      <>
        {' '}
        · {orderWords().quantityOf(number(order.quantity))}
        <span class="mt-1 flex flex-wrap items-center justify-between gap-2">
          <span class="min-w-0 font-mono text-xs break-all text-stone-700">{bare(order.link)}</span>
          {order.state === 'unknown' && <CopyButton text={order.link} />}
        </span>
      </>
    )}
  </p>
)

const DecisionCard = ({ shop, order, practice, decided }: CardProps) => {
  const w = words()
  const [first] = order.needs
  return (
    <Card
      testid="decision"
      title={
        <span class="flex flex-wrap items-center gap-2">
          <span class="font-mono">{order.number}</span>
          {order.needs.map(({ need }) =>
            need === order.state ? (
              <StateBadge key={need} state={order.state} />
            ) : (
              <Badge key={need} tone="bad">
                {w.needs[need]}
              </Badge>
            ),
          )}
          <Marks order={{ money: practice ? 'real' : order.money, due: false }} />
        </span>
      }
      aside={first && <span class="text-xs text-stone-600">{w.since(time(first.since))}</span>}
    >
      <div class="space-y-3" data-order={order.id}>
        <What order={order} />
        <Story order={order} />
        {order.doubt && <Doubt doubt={order.doubt} />}
        <Matter order={order} />
        <Actions
          path={`/shops/${shop}/orders/${encodeURIComponent(order.id)}`}
          order={order}
          decided={decided}
        />
        <p class="flex flex-wrap items-center justify-between gap-2 text-sm text-stone-600">
          <span>{order.customer.name}</span>
          <TextLink to={`orders/${encodeURIComponent(order.id)}`}>{w.open}</TextLink>
        </p>
      </div>
    </Card>
  )
}

/** What stands still calls for somebody by the clock alone, of which no hint tells. */
const LOOK_AGAIN = 60_000

export const DecisionsPage = ({ shop }: PageProps) => {
  const w = words()
  const page = useLoad<DecisionPage>(`/shops/${shop.id}/decisions`, { shop: shop.id, topics: ['orders'] })
  useEffect(() => {
    const timer = setInterval(() => void page.again(), LOOK_AGAIN)
    return () => clearInterval(timer)
  }, [shop.id])
  const asked = route.value.query.get('tab') ?? 'all'
  const tab: Tab = isTab(asked) ? asked : 'all'
  return (
    <>
      <Title hint={w.hint}>{w.title}</Title>
      <Shown loader={page}>
        {({ rows, total }) => (
          <>
            <Tabs
              label={w.tabsLabel}
              chosen={tab}
              choose={(id) => setQuery({ tab: id === 'all' ? '' : id })}
              tabs={(Object.keys(TABS) as Tab[]).map((id) => ({
                id,
                label: w.tabs[id],
                count: id === 'all' ? total : rows.filter((order) => belongs(order, id)).length,
              }))}
            />
            {rows.filter((order) => belongs(order, tab)).length === 0 && <Empty>{w.empty}</Empty>}
            <div class="gap-4 space-y-4 xl:columns-2" data-testid="decisions">
              {rows
                .filter((order) => belongs(order, tab))
                .map((order) => (
                  <div key={order.id} class="break-inside-avoid">
                    <DecisionCard
                      shop={shop.id}
                      order={order}
                      practice={shop.mode === 'practice'}
                      decided={page.again}
                    />
                  </div>
                ))}
            </div>
            {total > rows.length && (
              <p class="text-center text-sm text-stone-600">{w.more(number(rows.length), number(total))}</p>
            )}
          </>
        )}
      </Shown>
    </>
  )
}
