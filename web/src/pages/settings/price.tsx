// The price rule, with the worked example of the margin that is being typed; life of a bill and the loss limit.
import { put } from '../../api.ts'
import { FormBox, TextField } from '../../components/form.tsx'
import { Card } from '../../components/ui.tsx'
import { readPercent, readWhole } from '../../lib/decimal.ts'
import { useForm } from '../../lib/form.ts'
import { say } from '../../lib/load.ts'
import { number, rupiah, t } from '../../text/index.ts'
import { words } from '../../text/settings.ts'
import type { SettingsView } from '../../types.ts'
import { Example } from '../sale/steps.tsx'

/** What the server takes; told before it is asked. */
const RANGES = {
  fee: [0, 1_000_000],
  leastProfit: [0, 1_000_000],
  step: [1, 100_000],
  leastBill: [1000, 10_000_000],
  billMinutes: [15, 180],
} as const
type Whole = keyof typeof RANGES
const WHOLES = Object.keys(RANGES) as Whole[]
const MONEY: Whole[] = ['fee', 'leastProfit', 'step', 'leastBill']

const valuesOf = (settings: SettingsView) => ({
  margin: settings.margin ?? '',
  lossLimit: String(settings.lossLimit),
  fee: String(settings.fee),
  leastProfit: String(settings.leastProfit),
  step: String(settings.step),
  leastBill: String(settings.leastBill),
  billMinutes: String(settings.billMinutes),
})
type Values = ReturnType<typeof valuesOf>

const outOfRange = (name: Whole, text: string): string | undefined => {
  const [least, most] = RANGES[name]
  const value = readWhole(text)
  if (value === null) return words().whole
  return value < least || value > most ? words().range(number(least), number(most)) : undefined
}

const check = (values: Values) => ({
  ...Object.fromEntries(WHOLES.map((name) => [name, outOfRange(name, values[name])])),
  margin: !values.margin.trim() || readPercent(values.margin) !== null ? undefined : words().percent,
  lossLimit: Number(readPercent(values.lossLimit) ?? 101) > 100 ? words().range('0', '100') : undefined,
})

const sent = (values: Values) => ({
  ...Object.fromEntries(WHOLES.map((name) => [name, readWhole(values[name])])),
  margin: values.margin.trim() ? readPercent(values.margin) : null,
  lossLimit: Number(readPercent(values.lossLimit)),
})

type Props = { shop: string; settings: SettingsView; changed: () => Promise<void> }

export const PriceSettings = ({ shop, settings, changed }: Props) => {
  const w = words()
  const form = useForm(valuesOf(settings), {
    check,
    send: async (values) => {
      await put(`/shops/${shop}/settings`, sent(values))
      say(t().saved)
      await changed()
    },
  })
  const rupiahHint = (name: Whole): string => rupiah(readWhole(form.values.value[name]) ?? 0)
  const margin = readPercent(form.values.value.margin)
  return (
    <Card>
      <FormBox form={form} submit={t().save} testid="price-form">
        <TextField form={form} name="margin" label={w.margin} hint={w.marginHint} inputMode="decimal" />
        {margin && <Example shop={shop} margin={margin} />}
        <div class="grid gap-4 sm:grid-cols-2">
          {MONEY.map((name) => (
            <TextField
              key={name}
              form={form}
              name={name}
              label={w[name as 'fee']}
              hint={rupiahHint(name)}
              inputMode="numeric"
            />
          ))}
          <TextField
            form={form}
            name="billMinutes"
            label={w.billMinutes}
            hint={w.billMinutesHint}
            inputMode="numeric"
          />
          <TextField
            form={form}
            name="lossLimit"
            label={w.lossLimit}
            hint={w.lossLimitHint}
            inputMode="decimal"
          />
        </div>
      </FormBox>
    </Card>
  )
}
