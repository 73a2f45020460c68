// Saldo to be sent by hand: what waits comes first, the one that is due soonest at the top.
import type { PageProps } from '../../app.tsx'
import { Empty, Shown, Tabs, Title } from '../../components/ui.tsx'
import { useLoad } from '../../lib/load.ts'
import { route, setQuery } from '../../lib/route.ts'
import { rupiah, t } from '../../text/index.ts'
import { words } from '../../text/withdrawals.ts'
import type { WithdrawalPage } from '../../types.ts'
import { WithdrawalCard } from './card.tsx'

const isDue = ({ state }: { state: string }): boolean => state === 'due'

export const WithdrawalsPage = ({ shop }: PageProps) => {
  const w = words()
  const base = `/shops/${shop.id}/withdrawals`
  const page = useLoad<WithdrawalPage>(base, { shop: shop.id, topics: ['withdrawals'] })
  const due = route.value.query.get('tab') !== 'ended'
  return (
    <>
      <Title hint={w.hint}>{t().nav.withdrawals}</Title>
      <Shown loader={page}>
        {(data) => {
          const shown = due
            ? data.rows.filter(isDue).toSorted((one, other) => one.dueAt - other.dueAt)
            : data.rows.filter((row) => !isDue(row))
          return (
            <>
              <Tabs
                label={w.tabsLabel}
                chosen={due ? 'due' : 'ended'}
                choose={(tab) => setQuery({ tab: tab === 'ended' ? tab : '' })}
                tabs={[
                  { id: 'due', label: w.due, count: data.due },
                  { id: 'ended', label: w.ended },
                ]}
              />
              {shown.length === 0 && <Empty>{due ? w.noneDue : w.noneEnded}</Empty>}
              {shown.map((row) => (
                <WithdrawalCard key={row.id} base={base} row={row} again={page.again} />
              ))}
              <p class="text-sm text-stone-600">{w.owed(rupiah(data.owed))}</p>
            </>
          )
        }}
      </Shown>
    </>
  )
}
