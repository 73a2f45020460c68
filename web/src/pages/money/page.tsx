// What the shop turned over, what it kept, what it owes and is owed.
import type { PageProps } from '../../app.tsx'
import { Card, Facts, Shown, TextLink, Title } from '../../components/ui.tsx'
import { useLoad } from '../../lib/load.ts'
import { number, rupiah, t } from '../../text/index.ts'
import { words } from '../../text/money.ts'
import type { FiguresView, MoneyView, OwedView } from '../../types.ts'
import { money } from '../providers/balance.ts'
import { Account } from './account.tsx'

const COUNTS = ['paid', 'done', 'partial', 'stopped'] as const
const SUMS = ['turnover', 'cost', 'gatewayFee', 'profit'] as const

type Spans = [name: string, figures: FiguresView][]

type RowProps = { name: string; spans: Spans; cell: (figures: FiguresView) => string; strong?: boolean }
const Row = ({ name, spans, cell, strong }: RowProps) => (
  <tr class={strong ? 'font-semibold' : ''}>
    <th scope="row" class={`py-2 pr-2 text-left ${strong ? '' : 'font-normal'}`}>
      {name}
    </th>
    {spans.map(([span, figures]) => (
      <td key={span} class="py-2 pl-2 text-right whitespace-nowrap tabular-nums sm:pl-3">
        {cell(figures)}
      </td>
    ))}
  </tr>
)

const Table = ({ spans }: { spans: Spans }) => {
  const w = words()
  return (
    <div class="-mx-4 overflow-x-auto px-4 sm:mx-0 sm:px-0">
      <table class="w-full text-xs sm:text-sm" data-testid="figures" aria-label={w.table}>
        <thead>
          <tr class="border-b border-stone-200 text-xs text-stone-600">
            <td />
            {spans.map(([name]) => (
              <th key={name} scope="col" class="py-2 pl-3 text-right font-medium whitespace-nowrap">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody class="divide-y divide-stone-100">
          {COUNTS.map((name) => (
            <Row key={name} name={w.rows[name]} spans={spans} cell={(one) => number(one[name])} />
          ))}
          {SUMS.map((name) => (
            <Row
              key={name}
              name={w.rows[name]}
              spans={spans}
              cell={(one) => rupiah(one[name])}
              strong={name === 'profit'}
            />
          ))}
        </tbody>
      </table>
    </div>
  )
}

const Panels = ({ panels }: Pick<MoneyView, 'panels'>) => {
  const w = words()
  return (
    <Card title={w.panels} aside={<TextLink to="providers">{t().nav.providers}</TextLink>}>
      {panels.length === 0 && <p class="text-sm text-stone-600">{w.noPanels}</p>}
      <Facts
        rows={panels.map(({ name, currency, balance, daysLeft }) => [
          name,
          <>
            {balance === undefined ? w.noBalance : money(balance, currency)}
            {daysLeft !== undefined && (
              <span class={daysLeft < 3 ? 'text-red-800' : 'text-stone-600'}>
                {' '}
                · {w.lasts(number(daysLeft))}
              </span>
            )}
          </>,
        ])}
      />
      {panels.length > 0 && <p class="mt-2 text-xs text-stone-600">{w.lastsHint}</p>}
    </Card>
  )
}

const Standing = ({ view }: { view: MoneyView }) => {
  const w = words()
  return (
    <Card title={w.standing}>
      <Facts
        rows={[
          [
            w.stuck,
            <a key="stuck" href="#/decisions" class="underline underline-offset-4">
              {number(view.stuck)}
            </a>,
          ],
          [w.saldoOwed, rupiah(view.saldoOwed)],
          [w.notYet, rupiah(view.notYetWithdrawable)],
        ]}
      />
      <p class="mt-2 text-xs text-stone-600">{w.saldoHint}</p>
      <p class="mt-1 text-xs text-stone-600">{w.notYetHint}</p>
    </Card>
  )
}

const Owed = ({ shop }: { shop: string }) => {
  const w = words()
  const view = useLoad<OwedView>(`/shops/${shop}/owed`)
  const { data } = view.state.value
  if (!data || (data.settled === 0 && data.paidOut === 0)) return null
  return (
    <section class="space-y-4" data-testid="owed">
      <div>
        <h2 class="text-lg font-semibold">{w.owed.title}</h2>
        <p class="mt-1 text-sm text-stone-600">{w.owed.hint}</p>
      </div>
      <Account view={data} />
    </section>
  )
}

export const MoneyPage = ({ shop }: PageProps) => {
  const w = words()
  const view = useLoad<MoneyView>(`/shops/${shop.id}/money`)
  return (
    <>
      <Title hint={w.hint}>{t().nav.money}</Title>
      <Shown loader={view}>
        {(data) => (
          <>
            <Card>
              <Table
                spans={[
                  [w.spans.today, data.today],
                  [w.spans.week, data.week],
                  [w.spans.month, data.month],
                ]}
              />
            </Card>
            <div class="grid items-start gap-4 xl:grid-cols-2">
              <Standing view={data} />
              <Panels panels={data.panels} />
            </div>
          </>
        )}
      </Shown>
      {shop.mode === 'live' && <Owed shop={shop.id} />}
    </>
  )
}
