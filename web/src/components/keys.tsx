// Midtrans key sets: those that are stored (only their last characters) and the form for new ones. A shop's own and the platform's alike.
import { post, remove } from '../api.ts'
import { ask } from '../lib/confirm.ts'
import { useForm } from '../lib/form.ts'
import { say } from '../lib/load.ts'
import { date, t } from '../text/index.ts'
import { words } from '../text/settings.ts'
import type { KeySetView } from '../types.ts'
import { FormBox, SelectField, TextField } from './form.tsx'
import { Badge, Button } from './ui.tsx'

type Props = { base: string; rows: KeySetView[]; none: string; changed: () => Promise<void> }

const Stored = ({ base, rows, none, changed }: Props) => {
  const w = words()
  const drop = async (id: string) => {
    const question = { title: w.removeKeys, text: w.removeKeysText, yes: t().remove, danger: true }
    if ((await ask(question)) === null) return
    await remove(`${base}/${id}`)
    say(t().removed)
    await changed()
  }
  if (rows.length === 0) return <p class="text-sm text-stone-600">{none}</p>
  return (
    <ul class="divide-y divide-stone-100" data-testid="key-sets">
      {rows.map((row, n) => (
        <li key={row.id} class="flex flex-wrap items-center justify-between gap-2 py-2 text-sm">
          <span>
            <span class="flex flex-wrap items-center gap-2 font-medium">
              {w.environments[row.environment]}
              <Badge tone={n === 0 ? 'good' : 'plain'}>{n === 0 ? w.keysInUse : w.keysOld}</Badge>
            </span>
            <span class="block text-xs text-stone-600">
              {t().endsIn} {row.endsIn}
              {row.merchantId && ` · ${row.merchantId}`} · {date(row.at)}
            </span>
          </span>
          <Button kind="danger" onClick={() => drop(row.id)}>
            {t().remove}
          </Button>
        </li>
      ))}
    </ul>
  )
}

const blank = { environment: 'sandbox', serverKey: '', clientKey: '', merchantId: '' }

export const KeySets = (props: Props) => {
  const w = words()
  const form = useForm(blank, {
    check: ({ serverKey }) => ({ serverKey: serverKey.trim() ? undefined : t().required }),
    send: async ({ environment, serverKey, clientKey, merchantId }) => {
      await post(props.base, {
        environment,
        serverKey,
        ...(clientKey.trim() ? { clientKey } : {}),
        ...(merchantId.trim() ? { merchantId } : {}),
      })
      say(t().saved)
      form.reset(blank)
      await props.changed()
    },
    codes: { wrongKey: 'serverKey' },
  })
  return (
    <div class="space-y-5">
      <Stored {...props} />
      <FormBox form={form} submit={w.addKeys} testid="key-form">
        <SelectField
          form={form}
          name="environment"
          label={w.environment}
          options={[
            ['sandbox', w.environments.sandbox],
            ['production', w.environments.production],
          ]}
        />
        <TextField form={form} name="serverKey" label={w.serverKey} type="password" autocomplete="off" />
        <TextField
          form={form}
          name="clientKey"
          label={`${w.clientKey} (${t().optional})`}
          type="password"
          autocomplete="off"
        />
        <TextField
          form={form}
          name="merchantId"
          label={`${w.merchantId} (${t().optional})`}
          placeholder="G141532850"
          autocomplete="off"
        />
      </FormBox>
    </div>
  )
}
