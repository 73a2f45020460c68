// Which service takes the place of the one that was bought: mapped ones first, each with what it would leave of the price.
import { useSignal } from '@preact/signals'
import { Search } from '../../components/search.tsx'
import { Badge, Shown } from '../../components/ui.tsx'
import { useLoad } from '../../lib/load.ts'
import { words } from '../../text/decisions.ts'
import { rupiah } from '../../text/index.ts'
import type { OtherService } from '../../types.ts'

type Props = {
  path: string
  price: number
  chosen: string
  choose: (id: string) => void
  error?: string | undefined
}

const Leaves = ({ price, cost }: { price: number; cost: number | undefined }) => {
  const w = words()
  if (cost === undefined) return null
  const left = price - cost
  return (
    <span class="block text-xs tabular-nums">
      {w.costs(rupiah(cost))} ·{' '}
      <span class={left < 0 ? 'font-medium text-red-800' : 'text-emerald-800'}>
        {left < 0 ? w.lose(rupiah(-left)) : w.gain(rupiah(left))}
      </span>
    </span>
  )
}

type RowProps = Omit<Props, 'path' | 'error'> & { row: OtherService }
const Row = ({ row, price, chosen, choose }: RowProps) => {
  const w = words()
  return (
    <li>
      <label class="flex min-h-12 items-start gap-3 py-2 text-sm">
        <input
          type="radio"
          name="instead"
          data-testid="instead"
          checked={chosen === row.id}
          disabled={!row.fits}
          onChange={() => choose(row.id)}
          class="mt-0.5 size-5 shrink-0 accent-brand-700"
        />
        <span class={row.fits ? 'min-w-0' : 'min-w-0 opacity-60'}>
          <span class="flex flex-wrap items-center gap-1.5 font-medium">
            {row.name}
            {row.mapped && <Badge tone="good">{w.mapped}</Badge>}
            {!row.fits && <Badge tone="wait">{w.notFit}</Badge>}
          </span>
          <span class="block text-xs text-stone-600">
            {row.providerName} · ID {row.service_id_api}
          </span>
          <span class="line-clamp-2 text-xs text-stone-500">{row.panelName}</span>
          <Leaves price={price} cost={row.cost} />
        </span>
      </label>
    </li>
  )
}

export const Instead = ({ path, error, ...rest }: Props) => {
  const w = words()
  const text = useSignal('')
  const found = useLoad<OtherService[]>(
    `${path}/services${text.value ? `?${new URLSearchParams({ text: text.value })}` : ''}`,
  )
  return (
    <fieldset aria-label={w.actions.otherService} aria-invalid={Boolean(error)} class="space-y-2">
      <Search
        value=""
        label={w.searchService}
        testid="instead-search"
        search={(typed) => {
          text.value = typed
        }}
      />
      <Shown loader={found}>
        {(rows) =>
          rows.length === 0 ? (
            <p class="py-3 text-sm text-stone-600">{w.noService}</p>
          ) : (
            <ul class="max-h-80 divide-y divide-stone-100 overflow-y-auto">
              {rows.map((row) => (
                <Row key={row.id} row={row} {...rest} />
              ))}
            </ul>
          )
        }
      </Shown>
      {error && (
        <p role="alert" class="text-xs font-medium text-red-700">
          {error}
        </p>
      )}
    </fieldset>
  )
}
