// Customers with their saldo, which leads to its entries; a blocked one can't order.
import { useSignal } from '@preact/signals'
import { put } from '../../api.ts'
import type { PageProps } from '../../app.tsx'
import { Search } from '../../components/search.tsx'
import { Badge, Button, Empty, Shown, TextLink, Title } from '../../components/ui.tsx'
import { ask } from '../../lib/confirm.ts'
import { useLoad } from '../../lib/load.ts'
import { words } from '../../text/customers.ts'
import { date, rupiah, t, time } from '../../text/index.ts'
import type { CustomerView } from '../../types.ts'
import { CustomerWallet } from './wallet.tsx'

const fits = ({ name, username }: CustomerView, text: string): boolean =>
  `${name} ${username ?? ''}`.toLowerCase().includes(text.toLowerCase())

const Row = ({ base, row, again }: { base: string; row: CustomerView; again: () => Promise<void> }) => {
  const w = words()
  const toggle = async () => {
    const question = { title: w.blockTitle, text: w.blockText(row.name), yes: w.block, danger: true }
    if (!row.blocked && (await ask(question)) === null) return
    await put(`${base}/${encodeURIComponent(row.id)}`, { blocked: !row.blocked })
    await again()
  }
  return (
    <li
      data-testid="customer-row"
      class="flex flex-wrap items-center justify-between gap-2 p-3 text-sm sm:px-4"
    >
      <div class="min-w-0">
        <p>
          <TextLink to={`customers/${encodeURIComponent(row.id)}`} testid="customer-wallet">
            {row.name}
          </TextLink>{' '}
          {row.blocked && <Badge tone="bad">{w.blocked}</Badge>}
        </p>
        <p class="text-xs text-stone-600">
          {row.person.startsWith('preview') ? w.preview : row.username ? `@${row.username}` : row.person}
        </p>
        <p class="text-xs text-stone-600">
          {w.since} {date(row.createdAt)} · {w.seen} {time(row.seenAt)}
        </p>
      </div>
      <div class="flex items-center gap-3">
        <p class="text-right">
          <span class="block text-xs text-stone-600">{w.saldo}</span>
          <span class="block font-semibold tabular-nums">{rupiah(row.saldo)}</span>
        </p>
        <Button kind={row.blocked ? 'plain' : 'danger'} onClick={toggle}>
          {row.blocked ? w.unblock : w.block}
        </Button>
      </div>
    </li>
  )
}

export const CustomersPage = ({ shop, path: [id] }: PageProps) =>
  id === undefined ? <CustomerList shop={shop} /> : <CustomerWallet shop={shop.id} id={id} />

const CustomerList = ({ shop }: Pick<PageProps, 'shop'>) => {
  const w = words()
  const base = `/shops/${shop.id}/customers`
  const customers = useLoad<CustomerView[]>(base)
  const text = useSignal('')
  return (
    <>
      <Title hint={w.hint}>{t().nav.customers}</Title>
      <Shown loader={customers}>
        {(rows) => {
          const shown = rows.filter((row) => fits(row, text.value))
          if (rows.length === 0) return <Empty>{w.empty}</Empty>
          return (
            <>
              <Search
                value=""
                label={w.search}
                search={(typed) => {
                  text.value = typed
                }}
              />
              {shown.length === 0 ? (
                <Empty>{w.none}</Empty>
              ) : (
                <ul class="divide-y divide-stone-100 overflow-hidden rounded-xl bg-white ring-1 ring-stone-200">
                  {shown.map((row) => (
                    <Row key={row.id} base={base} row={row} again={customers.again} />
                  ))}
                </ul>
              )}
            </>
          )
        }}
      </Shown>
    </>
  )
}
