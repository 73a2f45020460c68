// One order: what was agreed, what it stands at, what the seller may decide, and every step it took.
import type { ComponentChildren } from 'preact'
import { BackLink, Badge, Card, Facts, Note, Shown } from '../../components/ui.tsx'
import { useLoad } from '../../lib/load.ts'
import type { ShopRef } from '../../lib/session.ts'
import { number, rupiah, t, time } from '../../text/index.ts'
import { words } from '../../text/orders.ts'
import type { OrderDetail } from '../../types.ts'
import { Decisions } from './decisions.tsx'
import { bare, Marks, StateBadge } from './row.tsx'
import { Timeline } from './timeline.tsx'

const targetOf = (link: string): ComponentChildren =>
  /^https?:\/\//.test(link) ? (
    <a
      href={link}
      target="_blank"
      rel="noreferrer noopener"
      class="text-brand-700 underline underline-offset-2"
    >
      {bare(link)}
    </a>
  ) : (
    link
  )

const Agreed = ({ order }: { order: OrderDetail }) => {
  const { facts, cards } = words()
  return (
    <Card title={cards.order}>
      <Facts
        rows={[
          [facts.product, `${order.name} (mid ${order.mid})`],
          [facts.target, targetOf(order.link)],
          order.linkRaw !== order.link && [facts.written, order.linkRaw],
          [facts.quantity, number(order.quantity)],
          [facts.price, rupiah(order.price)],
          order.saldo > 0 && [facts.saldo, rupiah(order.saldo)],
          [facts.toPay, rupiah(order.toPay)],
          [facts.cost, rupiah(order.cost)],
          [facts.profit, rupiah(order.price - order.cost)],
          [facts.customer, order.customer.name],
          [facts.panelService, order.service_id_api],
          [facts.created, time(order.createdAt)],
        ]}
      />
      {order.comments && (
        <details class="mt-2 text-sm">
          <summary class="min-h-11 content-center font-medium">
            {cards.comments} ({order.comments.length})
          </summary>
          <ol class="ml-5 list-decimal space-y-1 text-stone-700">
            {order.comments.map((comment, n) => (
              <li key={`${n}:${comment}`}>{comment}</li>
            ))}
          </ol>
        </details>
      )}
    </Card>
  )
}

const Progress = ({ order }: { order: OrderDetail }) => {
  const { facts, cards } = words()
  const { progress } = order
  if (!progress) return null
  const delivered = progress.remains === undefined ? undefined : order.quantity - progress.remains
  return (
    <Card title={cards.progress}>
      {delivered !== undefined && (
        <progress value={Math.max(0, delivered)} max={order.quantity} aria-label={cards.progress} />
      )}
      <Facts
        rows={[
          progress.startCount !== undefined && [facts.start, number(progress.startCount)],
          progress.remains !== undefined && [facts.remains, number(progress.remains)],
          progress.charge !== undefined && [facts.charge, progress.charge],
          progress.word !== undefined && [facts.word, progress.word],
          [facts.asOf, time(progress.at)],
        ]}
      />
    </Card>
  )
}

type EntryProps = { title: ComponentChildren; state: string; children?: ComponentChildren }
const Entry = ({ title, state, children }: EntryProps) => (
  <li class="py-2 text-sm">
    <p class="flex flex-wrap items-center justify-between gap-2">
      <span class="font-medium tabular-nums">{title}</span>
      <Badge>{state}</Badge>
    </p>
    <p class="text-xs text-stone-600">{children}</p>
  </li>
)

const joined = (...parts: (string | false | undefined)[]): string => parts.filter(Boolean).join(' · ')

const Bills = ({ bills }: { bills: OrderDetail['bills'] }) => {
  const w = words()
  if (bills.length === 0) return null
  return (
    <Card title={w.cards.bills} testid="bills">
      <ul class="divide-y divide-stone-100">
        {bills.map((bill) => (
          <Entry
            key={bill.attempt}
            title={rupiah(bill.amount)}
            state={w.billStates[bill.state] ?? bill.state}
          >
            {joined(
              bill.gateway,
              time(bill.createdAt),
              bill.state === 'open' && bill.expiresAt !== undefined && `${w.until} ${time(bill.expiresAt)}`,
              bill.paidAt !== undefined && `${w.paidAt} ${time(bill.paidAt)}`,
              bill.paidAmount !== undefined && bill.paidAmount !== bill.amount && rupiah(bill.paidAmount),
              bill.issuer,
            )}
          </Entry>
        ))}
      </ul>
    </Card>
  )
}

const Submissions = ({ rows }: { rows: OrderDetail['submissions'] }) => {
  const w = words()
  if (rows.length === 0) return null
  return (
    <Card title={w.cards.submissions} testid="submissions">
      <ul class="divide-y divide-stone-100">
        {rows.map((row) => (
          <Entry
            key={row.id}
            title={row.panelId ? `${w.panelOrder} ${row.panelId}` : row.id}
            state={w.outcomes[row.outcome ?? ''] ?? row.outcome ?? ''}
          >
            {joined(time(row.startedAt), row.reason && (w.why[row.reason] ?? row.reason), row.message)}
          </Entry>
        ))}
      </ul>
    </Card>
  )
}

const MoneyBack = ({ order }: { order: OrderDetail }) => {
  const w = words()
  return (
    <>
      {order.refunds.length > 0 && (
        <Card title={w.cards.refunds} testid="refunds">
          <ul class="divide-y divide-stone-100">
            {order.refunds.map((row) => (
              <Entry key={row.id} title={rupiah(row.amount)} state={w.entryStates[row.state] ?? row.state}>
                {joined(time(row.at), w.why[row.reason] ?? row.reason)}
              </Entry>
            ))}
          </ul>
        </Card>
      )}
      {order.stray.length > 0 && (
        <Card title={w.cards.stray}>
          <ul class="divide-y divide-stone-100">
            {order.stray.map((row) => (
              <Entry key={row.id} title={rupiah(row.amount)} state={w.entryStates[row.state] ?? row.state}>
                {joined(time(row.at), w.strayKinds[row.kind] ?? row.kind)}
              </Entry>
            ))}
          </ul>
        </Card>
      )}
    </>
  )
}

const Head = ({ order, practice }: { order: OrderDetail; practice: boolean }) => {
  const w = words()
  return (
    <header class="space-y-2">
      <BackLink to="orders">{w.title}</BackLink>
      <div class="flex flex-wrap items-center gap-2">
        <h1 class="font-mono text-2xl font-semibold">{order.number}</h1>
        <StateBadge state={order.state} />
        <Marks order={practice ? { ...order, money: 'real' } : order} />
      </div>
      {order.why && (
        <Note tone="warn">
          <p>{w.why[order.why] ?? order.why}</p>
          {order.deadline !== undefined && (
            <p class="text-xs">
              {w.facts.deadline}: {time(order.deadline)}
            </p>
          )}
        </Note>
      )}
      {order.state === 'unknown' && <Note tone="warn">{w.unknownNote}</Note>}
    </header>
  )
}

export const OrderPage = ({ shop, id }: { shop: ShopRef; id: string }) => {
  const path = `/shops/${shop.id}/orders/${encodeURIComponent(id)}`
  const loader = useLoad<OrderDetail>(path, { shop: shop.id, topics: ['orders'] })
  const failure = loader.state.value.failure
  return (
    <>
      {failure?.status === 404 && <BackLink to="orders">{t().nav.orders}</BackLink>}
      <Shown loader={loader}>
        {(order) => (
          <>
            <Head order={order} practice={shop.mode === 'practice'} />
            <Decisions path={path} order={order} decided={loader.again} />
            <div class="grid items-start gap-4 xl:grid-cols-2">
              <div class="min-w-0 space-y-4">
                <Agreed order={order} />
                <Progress order={order} />
                <Bills bills={order.bills} />
                <Submissions rows={order.submissions} />
                <MoneyBack order={order} />
              </div>
              <Timeline events={order.events} />
            </div>
          </>
        )}
      </Shown>
    </>
  )
}
