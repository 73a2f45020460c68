// One page of services with a tick each; what is ticked is turned on or off sale together.
import { useSignal } from '@preact/signals'
import { Button } from '../../components/ui.tsx'
import { number, t } from '../../text/index.ts'
import { words } from '../../text/services.ts'
import type { ServiceRow } from '../../types.ts'
import { nameOf, PriceTag, ServiceLine } from './facts.tsx'
import { setSale } from './sale.ts'

type Props = {
  shop: string
  rows: ServiceRow[]
  changed: () => Promise<void>
  edit: (row: ServiceRow) => void
}

const Bulk = ({
  count,
  sell,
  clear,
}: {
  count: number
  sell: (on: boolean) => Promise<void>
  clear: () => void
}) => {
  const w = words()
  return (
    <div
      data-testid="bulk"
      class="sticky bottom-16 z-10 flex flex-wrap items-center gap-2 rounded-xl bg-white p-3 shadow-lg ring-1 ring-stone-300 lg:bottom-3"
    >
      <span class="mr-auto text-sm font-medium">{w.selected(number(count))}</span>
      <Button kind="primary" testid="bulk-on" onClick={() => sell(true)}>
        {w.putOn}
      </Button>
      <Button testid="bulk-off" onClick={() => sell(false)}>
        {w.takeOff}
      </Button>
      <Button kind="quiet" onClick={clear}>
        {t().clear}
      </Button>
    </div>
  )
}

type RowProps = Omit<Props, 'rows'> & { row: ServiceRow; ticked: boolean; tick: (on: boolean) => void }
const Row = ({ shop, row, changed, edit, ticked, tick }: RowProps) => {
  const w = words()
  const toggle = async () => {
    await setSale(shop, [row.id], !row.onSale)
    await changed()
  }
  return (
    <li
      data-testid="service-row"
      data-service={row.id}
      class="grid grid-cols-[auto_minmax(0,1fr)_auto] items-start gap-x-3 gap-y-2 p-3 md:grid-cols-[auto_minmax(0,1fr)_auto_14.5rem] sm:px-4"
    >
      <label class="-m-2 grid size-11 place-items-center">
        <input
          type="checkbox"
          aria-label={w.select(nameOf(row))}
          checked={ticked}
          onChange={(event) => tick(event.currentTarget.checked)}
          class="size-5 accent-brand-700"
        />
      </label>
      <ServiceLine row={row} />
      <PriceTag row={row} />
      <div class="col-span-3 flex justify-end gap-2 md:col-span-1">
        <Button kind="quiet" testid="service-edit" onClick={() => edit(row)}>
          {w.edit}
        </Button>
        <Button
          testid="service-sale"
          disabled={!row.onSale && (!row.sellable || row.vanishedAt !== undefined)}
          onClick={toggle}
        >
          {row.onSale ? w.takeOff : w.putOn}
        </Button>
      </div>
    </li>
  )
}

export const ServiceList = ({ shop, rows, changed, edit }: Props) => {
  const w = words()
  const ticked = useSignal<ReadonlySet<string>>(new Set())
  const tick = (ids: string[], on: boolean) => {
    const next = new Set(ticked.value)
    for (const id of ids) {
      if (on) next.add(id)
      else next.delete(id)
    }
    ticked.value = next
  }
  const clear = () => {
    ticked.value = new Set()
  }
  const sell = async (on: boolean) => {
    await setSale(shop, [...ticked.value], on)
    clear()
    await changed()
  }
  const all = rows.map((row) => row.id)
  return (
    <>
      <label class="flex min-h-11 items-center gap-3 px-3 text-sm sm:px-4">
        <input
          type="checkbox"
          data-testid="select-page"
          checked={all.length > 0 && all.every((id) => ticked.value.has(id))}
          onChange={(event) => tick(all, event.currentTarget.checked)}
          class="size-5 accent-brand-700"
        />
        {w.selectPage}
      </label>
      <ul
        data-testid="services"
        class="divide-y divide-stone-100 overflow-hidden rounded-xl bg-white ring-1 ring-stone-200"
      >
        {rows.map((row) => (
          <Row
            key={row.id}
            shop={shop}
            row={row}
            changed={changed}
            edit={edit}
            ticked={ticked.value.has(row.id)}
            tick={(on) => tick([row.id], on)}
          />
        ))}
      </ul>
      {ticked.value.size > 0 && <Bulk count={ticked.value.size} sell={sell} clear={clear} />}
    </>
  )
}
