// What the language model costs: the prices that the admin knows, and what each shop asked of it today.
import { put } from '../../api.ts'
import { FormBox, TextField } from '../../components/form.tsx'
import { Card, Empty, Shown } from '../../components/ui.tsx'
import { readWhole } from '../../lib/decimal.ts'
import { useForm } from '../../lib/form.ts'
import { type Loader, say, useLoad } from '../../lib/load.ts'
import { words } from '../../text/admin.ts'
import { clock, number, rupiah, t } from '../../text/index.ts'
import type { PlatformModelView } from './types.ts'

const MOST = 10_000_000

const fault = (text: string, other: string): string | undefined => {
  if (!text.trim()) return other.trim() ? t().required : undefined
  const value = readWhole(text)
  return value !== null && value <= MOST ? undefined : t().errors['invalid']
}

type Props = { view: PlatformModelView; changed: () => Promise<void> }

const Prices = ({ view, changed }: Props) => {
  const w = words()
  const form = useForm(
    { in: view.prices ? String(view.prices.in) : '', out: view.prices ? String(view.prices.out) : '' },
    {
      check: (values) => ({ in: fault(values.in, values.out), out: fault(values.out, values.in) }),
      send: async (values) => {
        const prices = { in: readWhole(values.in), out: readWhole(values.out) }
        await put('/platform/model-prices', { prices: prices.in === null ? null : prices })
        say(t().saved)
        await changed()
      },
    },
  )
  return (
    <Card title={w.modelPrices}>
      <p class="mb-4 text-sm text-stone-700">{w.modelPricesHint}</p>
      <FormBox form={form} submit={t().save} testid="model-prices">
        <div class="grid gap-4 sm:grid-cols-2">
          <TextField form={form} name="in" label={w.modelPriceIn} inputMode="numeric" autocomplete="off" />
          <TextField form={form} name="out" label={w.modelPriceOut} inputMode="numeric" autocomplete="off" />
        </div>
      </FormBox>
    </Card>
  )
}

const Today = ({ view }: { view: PlatformModelView }) => {
  const w = words()
  return (
    <Card title={w.modelToday}>
      {view.until !== undefined && (
        <p class="mb-3 text-sm font-medium text-amber-800">{w.modelResting(clock(view.until))}</p>
      )}
      {view.shops.length === 0 ? (
        <Empty>{w.modelUnused}</Empty>
      ) : (
        <ul class="divide-y divide-stone-100 text-sm" data-testid="model-usage">
          {view.shops.map(({ id, name, mode, used }) => (
            <li key={id} class="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1 py-2">
              <span class="min-w-0 font-medium break-words">
                {name}
                {mode === 'practice' && (
                  <span class="ml-2 font-normal text-stone-600">{w.modelPractice}</span>
                )}
              </span>
              <span class="text-stone-700 tabular-nums">
                {w.modelUsed(number(used.calls), number(used.tokens))}
                {used.rupiah !== undefined && ` · ${rupiah(used.rupiah)}`}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}

const Shops = ({ loader }: { loader: Loader<PlatformModelView> }) => (
  <Shown loader={loader}>
    {(view) => (
      <div class="space-y-4">
        <Today view={view} />
        <Prices view={view} changed={loader.again} />
      </div>
    )}
  </Shown>
)

export const ModelUsage = () => <Shops loader={useLoad<PlatformModelView>('/platform/model')} />
