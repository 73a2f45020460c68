// The shop window: which service stands on the numbers 1 to 10. Two services trade their numbers.
import { useSignal } from '@preact/signals'
import { put } from '../../api.ts'
import type { PageProps } from '../../app.tsx'
import { Sheet } from '../../components/dialog.tsx'
import { Search } from '../../components/search.tsx'
import { BackLink, Button, Empty, Shown, Title } from '../../components/ui.tsx'
import { say, useLoad } from '../../lib/load.ts'
import { t } from '../../text/index.ts'
import { words } from '../../text/services.ts'
import type { ServicePage, ServiceRow } from '../../types.ts'
import { PriceTag, ServiceLine } from './facts.tsx'

const NUMBERS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]

type PickerProps = {
  shop: string
  number: number
  close: () => void
  put: (row: ServiceRow) => Promise<void>
}
const Picker = ({ shop, number, close, put: place }: PickerProps) => {
  const w = words()
  const text = useSignal('')
  const query = new URLSearchParams({ onSale: '1', limit: '50', ...(text.value ? { text: text.value } : {}) })
  const found = useLoad<ServicePage>(`/shops/${shop}/services?${query}`)
  return (
    <Sheet title={w.putTitle(number)} close={close} testid="window-picker">
      <Search
        value=""
        label={`${w.saleOnly}: ${w.search}`}
        testid="window-search"
        search={(typed) => {
          text.value = typed
        }}
      />
      <Shown loader={found}>
        {({ rows }) =>
          rows.length === 0 ? (
            <Empty>{w.empty}</Empty>
          ) : (
            <ul class="mt-2 divide-y divide-stone-100">
              {rows.map((row) => (
                <li key={row.id} class="flex items-center justify-between gap-3 py-2">
                  <ServiceLine row={row} />
                  <Button onClick={() => place(row)}>{w.choose}</Button>
                </li>
              ))}
            </ul>
          )
        }
      </Shown>
    </Sheet>
  )
}

export const WindowPage = ({ shop }: PageProps) => {
  const w = words()
  const page = useLoad<ServicePage>(`/shops/${shop.id}/services?limit=10`)
  const picking = useSignal<number | null>(null)
  const close = () => {
    picking.value = null
  }
  const place = async (row: ServiceRow) => {
    await put(`/shops/${shop.id}/window/${picking.value}`, { service: row.id })
    say(t().saved)
    close()
    await page.again()
  }
  return (
    <>
      <BackLink to="services">{t().nav.services}</BackLink>
      <Title hint={w.windowHint}>{t().nav.window}</Title>
      <Shown loader={page}>
        {({ rows }) => (
          <ol
            data-testid="window"
            class="divide-y divide-stone-100 overflow-hidden rounded-xl bg-white ring-1 ring-stone-200"
          >
            {NUMBERS.map((number) => {
              const row = rows.find((one) => one.mid === number)
              return (
                <li
                  key={number}
                  class="grid grid-cols-[2.5rem_minmax(0,1fr)_auto] items-center gap-3 p-3 md:grid-cols-[2.5rem_minmax(0,1fr)_auto_6rem]"
                >
                  <span class="text-center text-lg font-semibold text-brand-800 tabular-nums">{number}</span>
                  {row ? (
                    <ServiceLine row={row} bare />
                  ) : (
                    <span class="text-sm text-stone-600">{w.windowEmpty}</span>
                  )}
                  {row ? <PriceTag row={row} /> : <span />}
                  <span class="col-span-3 justify-self-end md:col-span-1">
                    <Button
                      label={`${w.put}: ${number}`}
                      testid={`window-${number}`}
                      onClick={() => {
                        picking.value = number
                      }}
                    >
                      {w.put}
                    </Button>
                  </span>
                </li>
              )
            })}
          </ol>
        )}
      </Shown>
      {picking.value !== null && <Picker shop={shop.id} number={picking.value} close={close} put={place} />}
    </>
  )
}
