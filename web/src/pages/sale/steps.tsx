// What a price needs before anything can be sold: what a foreign unit costs, and how much goes on top.
import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { put } from '../../api.ts'
import { FormBox, TextField } from '../../components/form.tsx'
import { Card, Shown } from '../../components/ui.tsx'
import { readDecimal, readPercent } from '../../lib/decimal.ts'
import { useForm } from '../../lib/form.ts'
import { say, useLoad } from '../../lib/load.ts'
import { number, rupiah, t } from '../../text/index.ts'
import { words } from '../../text/services.ts'
import type { PriceExample } from '../../types.ts'

export const Example = ({ shop, margin }: { shop: string; margin: string }) => {
  const w = words()
  const settled = useSignal(margin)
  useEffect(() => {
    const timer = setTimeout(() => {
      settled.value = margin
    }, 250)
    return () => clearTimeout(timer)
  }, [margin])
  const good = readPercent(settled.value) !== null
  const example = useLoad<PriceExample>(
    good ? `/shops/${shop}/price-example?margin=${encodeURIComponent(settled.value)}` : null,
  )
  if (!good) return null
  return (
    <Shown loader={example}>
      {({ rows }) =>
        rows.length === 0 ? (
          <p class="text-sm text-stone-600">{w.exampleEmpty}</p>
        ) : (
          <ul
            data-testid="price-example"
            class="divide-y divide-stone-100 rounded-lg bg-stone-50 px-3 ring-1 ring-inset ring-stone-200"
          >
            {rows.map((row) => (
              <li key={row.name} class="py-2 text-sm">
                <p class="font-medium">
                  {row.name} · {w.exampleRow(number(row.quantity))}
                </p>
                <p class="text-stone-700 tabular-nums">
                  {w.cost} {rupiah(row.cost)} → {w.price} <b>{rupiah(row.price)}</b> · {w.profit}{' '}
                  {rupiah(row.price - row.cost)}
                </p>
              </li>
            ))}
          </ul>
        )
      }
    </Shown>
  )
}

export const MarginStep = ({ shop, saved }: { shop: string; saved: () => Promise<void> }) => {
  const w = words()
  const form = useForm(
    { margin: '25' },
    {
      check: ({ margin }) => ({ margin: readPercent(margin) === null ? w.marginBad : undefined }),
      send: async ({ margin }) => {
        await put(`/shops/${shop}/settings`, { margin: readPercent(margin) })
        say(t().saved)
        await saved()
      },
    },
  )
  const typed = readPercent(form.values.value.margin) ?? '25'
  return (
    <Card title={w.marginTitle} testid="margin-step">
      <FormBox form={form} submit={w.marginSave} testid="margin-form">
        <TextField
          form={form}
          name="margin"
          label={w.margin}
          hint={w.marginHint}
          inputMode="decimal"
          placeholder="25"
        />
        <div>
          <p class="mb-1 text-sm font-medium">
            {w.example} ({typed} %)
          </p>
          <Example shop={shop} margin={typed} />
        </div>
      </FormBox>
    </Card>
  )
}

type ExchangeProps = { shop: string; currency: string; saved: () => Promise<void> }
export const ExchangeStep = ({ shop, currency, saved }: ExchangeProps) => {
  const w = words()
  const form = useForm(
    { rate: '' },
    {
      check: ({ rate }) => ({ rate: Number(readDecimal(rate)) > 0 ? undefined : w.exchangeBad }),
      send: async ({ rate }) => {
        await put(`/shops/${shop}/exchange`, { currency, rate: readDecimal(rate) })
        say(t().saved)
        await saved()
      },
    },
  )
  const read = readDecimal(form.values.value.rate)
  return (
    <Card title={w.exchangeTitle(currency)} testid="exchange-step">
      <FormBox form={form} submit={w.exchangeSave} testid="exchange-form">
        <TextField
          form={form}
          name="rate"
          label={w.exchange(currency)}
          hint={read ? `1 ${currency} = ${rupiah(Number(read))}` : w.exchangeHint(currency)}
          inputMode="decimal"
          placeholder="16250"
        />
      </FormBox>
    </Card>
  )
}
