// What a gateway keeps, which saldo may be paid out, and whether each sale is told in Telegram.
import { put } from '../../api.ts'
import { CheckField, FormBox, TextField } from '../../components/form.tsx'
import { Card } from '../../components/ui.tsx'
import { readPercent } from '../../lib/decimal.ts'
import { useForm } from '../../lib/form.ts'
import { say } from '../../lib/load.ts'
import { t } from '../../text/index.ts'
import { words } from '../../text/settings.ts'
import type { SettingsView } from '../../types.ts'

type Props = {
  base: string
  settings: SettingsView
  platformRefunds: boolean
  changed: () => Promise<void>
}

const MOST_FEE = 10

export const MoneySettings = ({ base, settings, platformRefunds, changed }: Props) => {
  const w = words()
  const form = useForm(
    {
      gatewayFee: settings.gatewayFee ?? '',
      topupsOut: settings.topupsOut ?? false,
      salesMuted: settings.salesMuted ?? false,
    },
    {
      check: ({ gatewayFee }) => ({
        gatewayFee:
          gatewayFee.trim() && Number(readPercent(gatewayFee) ?? MOST_FEE + 1) > MOST_FEE
            ? w.range('0', String(MOST_FEE))
            : undefined,
      }),
      send: async ({ gatewayFee, topupsOut, salesMuted }) => {
        const fee = gatewayFee.trim() ? readPercent(gatewayFee) : null
        await put(`${base}/settings`, { gatewayFee: fee, topupsOut, salesMuted })
        say(t().saved)
        await changed()
      },
    },
  )
  return (
    <Card>
      <FormBox form={form} submit={t().save} testid="money-form">
        <TextField
          form={form}
          name="gatewayFee"
          label={w.gatewayFee}
          hint={w.gatewayFeeHint}
          inputMode="decimal"
          placeholder="0.7"
        />
        <CheckField form={form} name="topupsOut" label={w.topupsOut} hint={w.topupsOutHint} />
        <CheckField form={form} name="salesMuted" label={w.salesMuted} hint={w.salesMutedHint} />
        <p class="text-xs text-stone-600">{platformRefunds ? w.platformRefundsOn : w.platformRefundsOff}</p>
      </FormBox>
    </Card>
  )
}
