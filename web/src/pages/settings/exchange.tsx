// What a unit of a foreign currency costs in rupiah, with its date and buffer.
import { put } from '../../api.ts'
import { FormBox, TextField } from '../../components/form.tsx'
import { Card } from '../../components/ui.tsx'
import { readDecimal, readPercent } from '../../lib/decimal.ts'
import { useForm } from '../../lib/form.ts'
import { say } from '../../lib/load.ts'
import { date, number, rupiah, t } from '../../text/index.ts'
import { words } from '../../text/settings.ts'
import type { ShopView } from '../../types.ts'

type Props = { base: string; exchange: ShopView['exchange']; changed: () => Promise<void> }

const blank = { currency: 'USD', rate: '', buffer: '3' }

export const Exchange = ({ base, exchange, changed }: Props) => {
  const w = words()
  const form = useForm(blank, {
    check: ({ currency, rate, buffer }) => ({
      currency: /^[A-Z]{3,5}$/i.test(currency.trim()) ? undefined : w.badCurrency,
      rate: Number(readDecimal(rate)) > 0 ? undefined : w.badRate,
      buffer: Number(readPercent(buffer) ?? 51) > 50 ? w.range('0', '50') : undefined,
    }),
    send: async ({ currency, rate, buffer }) => {
      await put(`${base}/exchange`, {
        currency: currency.trim().toUpperCase(),
        rate: readDecimal(rate),
        buffer: Number(readPercent(buffer)),
      })
      say(t().saved)
      form.reset(blank)
      await changed()
    },
  })
  const rows = Object.entries(exchange)
  const { rate } = form.values.value
  const read = readDecimal(rate)
  return (
    <Card>
      <p class="mb-3 text-sm text-stone-700">{w.exchangeHint}</p>
      {rows.length === 0 && <p class="text-sm text-stone-600">{w.noRates}</p>}
      <ul class="mb-4 divide-y divide-stone-100">
        {rows.map(([currency, one]) => (
          <li key={currency} class="flex justify-between gap-3 py-2 text-sm">
            <span class="font-medium tabular-nums">
              {w.rateLine(currency, rupiah(Number(one.rate)), number(one.buffer))}
            </span>
            <span class="text-stone-600">{date(one.at)}</span>
          </li>
        ))}
      </ul>
      <FormBox form={form} submit={t().save} testid="rate-form">
        <div class="grid gap-4 sm:grid-cols-3">
          <TextField form={form} name="currency" label={w.currency} maxLength={5} />
          <TextField
            form={form}
            name="rate"
            label={w.rate}
            inputMode="decimal"
            placeholder="16250"
            hint={read ? rupiah(Number(read)) : ''}
          />
          <TextField form={form} name="buffer" label={w.buffer} inputMode="decimal" />
        </div>
      </FormBox>
    </Card>
  )
}
