// The order's books: bills, sendings to the panel, money given back, money that no bill waited for.
import type { ComponentChildren } from 'preact'
import { Badge, Card } from '../../components/ui.tsx'
import { rupiah, time } from '../../text/index.ts'
import { words } from '../../text/orders.ts'
import type { OrderDetail } from '../../types.ts'
import { money } from '../providers/balance.ts'
import { who } from './timeline.tsx'

export const joined = (...parts: (string | false | undefined)[]): string => parts.filter(Boolean).join(' · ')

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

export const Bills = ({ bills }: { bills: OrderDetail['bills'] }) => {
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
              w.gateways[bill.gateway] ?? bill.gateway,
              bill.platform && w.platformKeys,
              time(bill.createdAt),
              bill.state === 'open' && bill.expiresAt !== undefined && `${w.until} ${time(bill.expiresAt)}`,
              bill.claimedAt !== undefined && `${w.claimedAt} ${time(bill.claimedAt)}`,
              bill.paidAt !== undefined && `${w.paidAt} ${time(bill.paidAt)}`,
              bill.paidAmount !== undefined && bill.paidAmount !== bill.amount && rupiah(bill.paidAmount),
              bill.gateway === 'midtrans' && bill.issuer && `${w.issuer} ${bill.issuer}`,
            )}
          </Entry>
        ))}
      </ul>
    </Card>
  )
}

export const Submissions = ({ rows }: { rows: OrderDetail['submissions'] }) => {
  const w = words()
  if (rows.length === 0) return null
  return (
    <Card title={w.cards.submissions} testid="submissions">
      <ul class="divide-y divide-stone-100">
        {rows.map((row, n) => (
          <Entry
            key={row.id}
            title={row.panelId ? `${w.panelOrder} ${row.panelId}` : `${w.sending} ${n + 1}`}
            state={w.outcomes[row.outcome ?? ''] ?? row.outcome ?? ''}
          >
            {joined(
              row.providerName,
              `ID ${row.service_id_api}`,
              time(row.startedAt),
              row.reason && (w.why[row.reason] ?? row.reason),
              row.message,
              row.hint && (w.why[row.hint] ?? row.hint),
              row.balanceBefore !== undefined &&
                [row.balanceBefore, row.balanceAfter]
                  .flatMap((sum) => (sum === undefined ? [] : money(sum, row.currency)))
                  .join(' → ')
                  .replace(/^/, `${w.balances} `),
            )}
          </Entry>
        ))}
      </ul>
    </Card>
  )
}

export const Refunds = ({ rows }: { rows: OrderDetail['refunds'] }) => {
  const w = words()
  if (rows.length === 0) return null
  return (
    <Card title={w.cards.refunds} testid="refunds">
      <ul class="divide-y divide-stone-100">
        {rows.map((row) => (
          <Entry key={row.id} title={rupiah(row.amount)} state={w.entryStates[row.state] ?? row.state}>
            {joined(
              w.refundTo[row.to],
              time(row.at),
              w.why[row.reason] ?? row.reason,
              row.by !== undefined && who(row.by),
              row.note,
              row.fault,
            )}
          </Entry>
        ))}
      </ul>
    </Card>
  )
}

export const Stray = ({ rows }: { rows: OrderDetail['stray'] }) => {
  const w = words()
  if (rows.length === 0) return null
  return (
    <Card title={w.cards.stray} testid="stray">
      <ul class="divide-y divide-stone-100">
        {rows.map((row) => (
          <Entry
            key={row.id}
            title={row.currency ? money(String(row.amount), row.currency) : rupiah(row.amount)}
            state={w.entryStates[row.state] ?? row.state}
          >
            {joined(time(row.at), w.strayKinds[row.kind] ?? row.kind)}
          </Entry>
        ))}
      </ul>
    </Card>
  )
}
