// The form of a panel: known ones fill in name and address. An empty key on an edit leaves the stored one.
import { post, put } from '../../api.ts'
import { Sheet } from '../../components/dialog.tsx'
import { FormBox, SelectField, TextField } from '../../components/form.tsx'
import { useForm } from '../../lib/form.ts'
import { say, useLoad } from '../../lib/load.ts'
import { t } from '../../text/index.ts'
import { words } from '../../text/providers.ts'
import type { ProviderView } from '../../types.ts'
import { ConnectionTest } from './test.tsx'

type Props = { shop: string; provider: ProviderView | null; close: () => void; saved: () => Promise<void> }
type Panel = { name: string; endpoint: string }

export const ProviderSheet = ({ shop, provider, close, saved }: Props) => {
  const w = words()
  const known = useLoad<Panel[]>(provider ? null : '/known-panels')
  const panels = known.state.value.data ?? []
  const base = `/shops/${shop}/providers`
  const form = useForm(
    { name: provider?.name ?? '', endpoint: provider?.endpoint ?? '', key: '', currency: '', panel: '' },
    {
      check: ({ name, endpoint, key, currency }) => ({
        name: name.trim() ? undefined : t().required,
        endpoint: endpoint.trim() ? undefined : t().required,
        key: provider || key.trim() ? undefined : t().required,
        currency: /^([a-z]{3,5})?$/i.test(currency.trim()) ? undefined : w.badCurrency,
      }),
      send: async ({ panel: _, currency, ...values }) => {
        const named = currency.trim() ? { currency } : {}
        await (provider ? put(`${base}/${provider.id}`, { ...values, ...named }) : post(base, values))
        say(t().saved)
        await saved()
        close()
      },
      codes: { badEndpoint: 'endpoint', taken: 'key' },
    },
  )
  const pick = (name: string) => {
    const panel = panels.find((one) => one.name === name)
    form.values.value = { ...form.values.value, ...(panel ?? {}), panel: name }
  }
  const typed = () => {
    const { name, endpoint, key } = form.values.value
    return { name: name.trim() || endpoint.trim(), endpoint, key }
  }
  return (
    <Sheet title={provider ? w.editTitle : w.addTitle} close={close} testid="provider-sheet">
      <FormBox form={form} submit={t().save} testid="provider-form">
        {panels.length > 0 && (
          <SelectField
            form={{ ...form, set: (_, value) => pick(String(value)) }}
            name="panel"
            label={w.known}
            options={[['', w.knownOther], ...panels.map((one) => [one.name, one.name] as const)]}
          />
        )}
        <TextField form={form} name="name" label={w.name} maxLength={60} />
        <TextField
          form={form}
          name="endpoint"
          label={w.endpoint}
          hint={w.endpointHint}
          type="url"
          maxLength={300}
        />
        <TextField
          form={form}
          name="key"
          label={w.key}
          type="password"
          autocomplete="off"
          {...(provider ? { hint: `${w.keyKeep} (${t().endsIn} ${provider.endsIn})` } : {})}
        />
        {provider && (
          <TextField
            form={form}
            name="currency"
            label={`${w.currency} (${t().optional})`}
            hint={w.currencyHint}
            maxLength={5}
            placeholder={provider.currency ?? 'USD'}
          />
        )}
      </FormBox>
      <div class="mt-4 border-t border-stone-200 pt-4">
        {!provider && <ConnectionTest ask={`${base}/test`} body={typed} />}
      </div>
    </Sheet>
  )
}
