// What happened to an order, in plain words and with the few facts that a decision needs.
import type { ComponentChildren } from 'preact'
import { Facts, Note } from '../../components/ui.tsx'
import { words } from '../../text/decisions.ts'
import { number, rupiah, time } from '../../text/index.ts'
import { words as orderWords } from '../../text/orders.ts'
import type { OrderMatter } from '../../types.ts'
import { money } from '../providers/balance.ts'

type Need = OrderMatter['needs'][number]['need']
type Row = readonly [string, ComponentChildren] | false

const panelOf = ({ providerName }: OrderMatter): string => providerName ?? words().facts.panel

const whyOf = ({ why }: OrderMatter): string => (why ? (orderWords().why[why] ?? why) : '–')

/** What this is waiting for passes by itself or by the seller; anything else is the customer's "wait" after a refusal. */
const waitingStory = (order: OrderMatter): string => {
  const { story } = words()
  switch (order.why) {
    case 'funds':
      return story.funds(panelOf(order))
    case 'price':
      return story.price
    case 'play':
      return story.play
    case 'sameLink':
    case 'activeOrder':
      return story.sameLink
    default:
      return story.customerWaits(whyOf(order))
  }
}

const heldStory = (order: OrderMatter): string => {
  const { story } = words()
  if (order.why === 'otherSum') return story.otherSum
  if (order.why === 'otherCurrency') return story.otherCurrency
  return story.held(whyOf(order))
}

const unknownStory = (order: OrderMatter): string => {
  const { story } = words()
  return order.restored ? story.restored(time(order.restored)) : story.unknown(panelOf(order))
}

const strayStory = ({ kind, amount, currency }: OrderMatter['stray'][number]): string => {
  const { story } = words()
  if (kind === 'chargeback') return story.chargeback(rupiah(amount))
  if (kind === 'otherCurrency') return story.strayCurrency(money(String(amount), currency))
  return story.stray(rupiah(amount))
}

const refundStory = ({ amount, to, state, fault }: OrderMatter['refunds'][number]): string => {
  const w = words()
  const say = state === 'failed' ? w.story.refundFailed : w.story.refundDue
  const told = say(rupiah(amount), w.to[to])
  return fault ? `${told} ${w.facts.fault}: ${fault}.` : told
}

const storyOf = (order: OrderMatter, need: Need): string[] => {
  const { story } = words()
  switch (need) {
    case 'unknown':
      return [unknownStory(order)]
    case 'held':
      return [heldStory(order)]
    case 'waiting':
      return [waitingStory(order)]
    case 'idMissing':
      return [story.idMissing]
    case 'claimed':
      return [story.claimed]
    case 'refundFailed':
    case 'refundDue':
      return order.refunds
        .filter(({ state }) => state === (need === 'refundDue' ? 'due' : 'failed'))
        .map(refundStory)
    case 'stray':
      return order.stray.filter(({ state }) => state === 'due').map(strayStory)
    case 'stuck':
      return [order.state === 'submitted' ? story.stuck : story.stuckHere]
  }
}

export const Story = ({ order }: { order: OrderMatter }) => (
  <div class="space-y-1.5 text-sm text-stone-800">
    {order.needs
      // What is held for another sum is told once.
      .filter(({ need }) => need !== 'stray' || order.state !== 'held')
      .flatMap(({ need }) => storyOf(order, need))
      .map((line) => (
        <p key={line}>{line}</p>
      ))}
  </div>
)

/** Where the panel's balance stood before and after, and what that hints at. */
export const Doubt = ({ doubt }: { doubt: NonNullable<OrderMatter['doubt']> }) => {
  const w = words()
  const shown = (amount: string | undefined) => (amount ? money(amount, doubt.currency) : w.facts.unread)
  return (
    <Note tone={doubt.hint === 'probablyTaken' ? 'warn' : 'info'}>
      <div data-testid="doubt" data-hint={doubt.hint}>
        <p class="font-medium">{doubt.hint ? w.hints[doubt.hint] : w.noHint}</p>
        <Facts
          rows={[
            [w.facts.before, shown(doubt.before)],
            [w.facts.after, shown(doubt.after)],
            [w.facts.sentAt, time(doubt.at)],
            doubt.message !== undefined && [w.facts.said, doubt.message],
          ]}
        />
        <p class="mt-1 text-xs">{w.notProof}</p>
      </div>
    </Note>
  )
}

const priceRows = (order: OrderMatter): Row[] => {
  const { facts } = words()
  if (order.state !== 'waiting' || order.why !== 'price') return []
  const left = order.costNow === undefined ? undefined : order.price - order.costNow
  return [
    [facts.price, rupiah(order.price)],
    [facts.quoted, rupiah(order.cost)],
    [facts.now, order.costNow === undefined ? facts.gone : rupiah(order.costNow)],
    left !== undefined && [left < 0 ? facts.loss : facts.profit, rupiah(Math.abs(left))],
  ]
}

/** What is looked for at a panel; the rest is about money alone. */
const OF_PANELS: readonly Need[] = ['unknown', 'held', 'waiting', 'idMissing', 'stuck']

export const Matter = ({ order }: { order: OrderMatter }) => {
  const { facts } = words()
  const progress = order.state === 'submitted' ? order.progress : undefined
  const ofOrders = orderWords().facts
  const atPanel = !order.deposit && order.needs.some(({ need }) => OF_PANELS.includes(need))
  const came = order.stray.find(({ kind, state }) => kind === 'otherSum' && state === 'due')
  const rows: Row[] = [
    ...priceRows(order),
    order.claim !== undefined && [facts.claimed, `${rupiah(order.claim.amount)} · ${time(order.claim.at)}`],
    came !== undefined && [facts.came, rupiah(came.amount)],
    order.refundable > 0 && order.state !== 'submitted' && [facts.paid, rupiah(order.refundable)],
    order.deadline !== undefined && [facts.deadline, time(order.deadline)],
    progress?.word !== undefined && [ofOrders.word, progress.word],
    progress?.remains !== undefined && [ofOrders.remains, number(progress.remains)],
    atPanel && order.providerName !== undefined && [facts.panel, order.providerName],
    atPanel && [facts.panelService, order.service_id_api],
    order.routed !== undefined && [facts.routed, order.routed],
  ]
  return <Facts rows={rows} />
}
