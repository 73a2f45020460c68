// One order: what was agreed, what it stands at, what the seller may decide, and every step it took.
import type { ComponentChildren } from 'preact'
import { BackLink, Badge, Card, Facts, Shown } from '../../components/ui.tsx'
import { useLoad } from '../../lib/load.ts'
import type { ShopRef } from '../../lib/session.ts'
import { number, rupiah, t, time } from '../../text/index.ts'
import { words } from '../../text/orders.ts'
import type { OrderDetail } from '../../types.ts'
import { Doubt, Story } from '../decisions/story.tsx'
import { money } from '../providers/balance.ts'
import { Actions } from './act.tsx'
import { Bills, joined, Refunds, Stray, Submissions } from './books.tsx'
import { profitOf } from './profit.ts'
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

/** What the panel charged in the end, and how far that is from what was quoted. */
const realText = (real: number, difference: number): string => {
  if (difference === 0) return rupiah(real)
  return `${rupiah(real)} (${difference > 0 ? '+' : '−'}${rupiah(Math.abs(difference))})`
}

const Agreed = ({ order }: { order: OrderDetail }) => {
  const { facts, cards } = words()
  const real = order.realCost
  return (
    <Card title={cards.order}>
      <Facts
        rows={[
          [facts.product, order.deposit ? order.name : `${order.name} (mid ${order.mid})`],
          !order.deposit && [facts.target, targetOf(order.link)],
          order.linkRaw !== order.link && [facts.written, order.linkRaw],
          !order.deposit && [facts.quantity, number(order.quantity)],
          [facts.price, rupiah(order.price)],
          order.saldo > 0 && [facts.saldo, rupiah(order.saldo)],
          [facts.toPay, rupiah(order.toPay)],
          !order.deposit && [facts.cost, rupiah(order.cost)],
          real !== undefined && [facts.realCost, realText(real, real - order.cost)],
          !order.deposit && [facts.profit, rupiah(profitOf(order))],
          [facts.customer, order.customer.name],
          !order.deposit && [facts.panelService, joined(order.providerName, order.service_id_api)],
          order.routed !== undefined && [facts.routed, order.routed],
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
          progress.charge !== undefined && [facts.charge, money(progress.charge, progress.currency)],
          progress.word !== undefined && [facts.word, progress.word],
          [facts.asOf, time(progress.at)],
        ]}
      />
    </Card>
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
      {order.deposit && <Badge>{w.deposit}</Badge>}
    </header>
  )
}

/** What it waits for, until when, and what the seller may do about it. */
const Standing = ({
  path,
  order,
  decided,
}: {
  path: string
  order: OrderDetail
  decided: () => Promise<void>
}) => {
  const w = words()
  if (order.needs.length === 0 && order.actions.length === 0) return null
  return (
    <Card title={w.cards.actions} testid="decision">
      <div class="space-y-3">
        <Story order={order} />
        {order.deadline !== undefined && (
          <p class="text-sm font-medium text-amber-900">
            {w.facts.deadline}: {time(order.deadline)}
          </p>
        )}
        {order.doubt && <Doubt doubt={order.doubt} />}
        <Actions path={path} order={order} decided={decided} />
      </div>
    </Card>
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
            <Standing path={path} order={order} decided={loader.again} />
            <div class="grid items-start gap-4 xl:grid-cols-2">
              <div class="min-w-0 space-y-4">
                <Agreed order={order} />
                <Progress order={order} />
                <Bills bills={order.bills} />
                <Submissions rows={order.submissions} />
                <Refunds rows={order.refunds} />
                <Stray rows={order.stray} />
              </div>
              <Timeline events={order.events} />
            </div>
          </>
        )}
      </Shown>
    </>
  )
}
