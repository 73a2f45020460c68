// The account of one shop on the platform's keys, the same for its seller and the admin: in all, by day, and the payouts.
import { useSignal } from '@preact/signals'
import { Badge, Button, Card, Facts } from '../../components/ui.tsx'
import { rupiah, time } from '../../text/index.ts'
import { words } from '../../text/money.ts'
import type { OwedView } from '../../types.ts'

const COLUMNS = ['settled', 'fee', 'refunded', 'chargedBack', 'paidOut', 'owed', 'saldo'] as const
const FIRST = 14

const InAll = ({ view }: { view: OwedView }) => {
  const { columns, inAll } = words().owed
  return (
    <Card title={inAll}>
      <div data-testid="owed-sums">
        <Facts
          rows={COLUMNS.map((name) => [
            columns[name],
            <span
              key={name}
              data-testid={`owed-${name}`}
              class={name === 'owed' ? 'text-base font-semibold tabular-nums' : 'tabular-nums'}
            >
              {rupiah(view[name])}
            </span>,
          ])}
        />
      </div>
    </Card>
  )
}

/** A table where there is room, one card a day on a phone: eight columns of rupiah fit on no small screen. */
const Days = ({ days }: Pick<OwedView, 'days'>) => {
  const { columns, days: title, more } = words().owed
  const shown = useSignal(FIRST)
  const rows = days.slice(0, shown.value)
  return (
    <Card title={title}>
      <table class="hidden w-full text-sm md:table" data-testid="owed-days">
        <thead>
          <tr class="border-b border-stone-200 text-xs text-stone-600">
            <th scope="col" class="py-2 text-left font-medium">
              {columns.day}
            </th>
            {COLUMNS.map((name) => (
              <th key={name} scope="col" class="py-2 pl-3 text-right font-medium">
                {columns[name]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody class="divide-y divide-stone-100">
          {rows.map((day) => (
            <tr key={day.day}>
              <th scope="row" class="py-2 text-left font-medium whitespace-nowrap">
                {day.day}
              </th>
              {COLUMNS.map((name) => (
                <td key={name} class="py-2 pl-3 text-right whitespace-nowrap tabular-nums">
                  {day[name] === 0 ? '–' : rupiah(day[name])}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <ul class="divide-y divide-stone-200 md:hidden">
        {rows.map((day) => (
          <li key={day.day} class="py-3">
            <p class="text-sm font-semibold">{day.day}</p>
            <Facts
              rows={COLUMNS.map(
                (name) =>
                  (day[name] !== 0 || name === 'owed') && ([columns[name], rupiah(day[name])] as const),
              )}
            />
          </li>
        ))}
      </ul>
      {days.length > rows.length && (
        <div class="mt-3">
          <Button
            onClick={() => {
              shown.value += FIRST
            }}
          >
            {more}
          </Button>
        </div>
      )}
    </Card>
  )
}

const Payouts = ({ payouts }: Pick<OwedView, 'payouts'>) => {
  const w = words().owed
  return (
    <Card title={w.payouts}>
      {payouts.length === 0 && <p class="text-sm text-stone-600">{w.noPayouts}</p>}
      <ul class="divide-y divide-stone-100 text-sm" data-testid="payouts">
        {payouts.map((one) => (
          <li key={one.id} class="py-2">
            <p class="flex flex-wrap justify-between gap-x-3">
              <span class="font-medium tabular-nums">
                {rupiah(one.amount)} {one.amount < 0 && <Badge tone="wait">{w.correction}</Badge>}
              </span>
              <span class="text-stone-600">{one.day}</span>
            </p>
            <p class="break-words text-stone-700">{one.proof}</p>
            <p class="text-xs text-stone-600">{time(one.at)}</p>
          </li>
        ))}
      </ul>
    </Card>
  )
}

export const Account = ({ view }: { view: OwedView }) => (
  <>
    <div class="grid items-start gap-4 xl:grid-cols-2">
      <InAll view={view} />
      <Payouts payouts={view.payouts} />
    </div>
    <Days days={view.days} />
  </>
)
