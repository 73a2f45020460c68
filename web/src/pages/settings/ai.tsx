// The language model for this shop: on or off, what it may be asked a day, and what it was asked today.
import { put } from '../../api.ts'
import { CheckField, FormBox, TextField } from '../../components/form.tsx'
import { Card, Facts, Shown } from '../../components/ui.tsx'
import { readWhole } from '../../lib/decimal.ts'
import { useForm } from '../../lib/form.ts'
import { say, useLoad } from '../../lib/load.ts'
import { clock, number, rupiah, t } from '../../text/index.ts'
import { words } from '../../text/settings.ts'
import type { ModelView, SettingsView } from '../../types.ts'

type Props = { base: string; settings: SettingsView; changed: () => Promise<void> }

const LIMITS = ['aiDayTokens', 'aiDayRupiah', 'aiChatCalls'] as const
const MOST = { aiDayTokens: 100_000_000, aiDayRupiah: 100_000_000, aiChatCalls: 10_000 }

/** What one question may take: with less it would never be asked. */
const LEAST_TOKENS = 12_000

const typed = (value: number | undefined): string => (value === undefined ? '' : String(value))

/** Empty: the usual limit. */
const fault = (name: (typeof LIMITS)[number], text: string): string | undefined => {
  if (!text.trim()) return undefined
  const value = readWhole(text)
  if (name === 'aiDayTokens' && value !== null && value > 0 && value < LEAST_TOKENS)
    return words().range(number(LEAST_TOKENS), number(MOST[name]))
  return value !== null && value <= MOST[name] ? undefined : words().range('0', number(MOST[name]))
}

const Today = ({ view }: { view: ModelView }) => {
  const w = words()
  const { used, limits, state, until } = view
  const spent = used.rupiah === undefined ? [] : [rupiah(used.rupiah)]
  return (
    <div data-testid="ai-today">
      <p class="mb-3 text-sm text-stone-700">
        {state === 'resting' && until !== undefined ? w.aiResting(clock(until)) : w.aiStates[state]}
      </p>
      <Facts
        rows={[
          [
            w.aiCalls,
            `${number(used.calls)}${used.faults > 0 ? ` (${w.aiFaults(number(used.faults))})` : ''}`,
          ],
          [w.aiTokens, w.aiOf(number(used.tokens), number(limits.dayTokens))],
          spent.length > 0 && [
            w.aiCost,
            limits.dayRupiah === undefined ? spent.join() : w.aiOf(spent.join(), rupiah(limits.dayRupiah)),
          ],
        ]}
      />
    </div>
  )
}

export const AiSettings = ({ base, settings, changed }: Props) => {
  const w = words()
  const view = useLoad<ModelView>(`${base}/model`)
  const form = useForm(
    {
      aiOff: settings.aiOff ?? false,
      aiDayTokens: typed(settings.aiDayTokens),
      aiDayRupiah: typed(settings.aiDayRupiah),
      aiChatCalls: typed(settings.aiChatCalls),
    },
    {
      check: (values) => Object.fromEntries(LIMITS.map((name) => [name, fault(name, values[name])])),
      send: async ({ aiOff, ...limits }) => {
        const read = LIMITS.map((name) => [name, readWhole(limits[name])])
        await put(`${base}/settings`, { aiOff, ...Object.fromEntries(read) })
        say(t().saved)
        await Promise.all([changed(), view.again()])
      },
    },
  )
  return (
    <div class="space-y-4">
      <Card title={w.aiToday}>
        <Shown loader={view}>{(data) => <Today view={data} />}</Shown>
      </Card>
      <Card>
        <p class="mb-4 text-sm text-stone-700">{w.aiHint}</p>
        <FormBox form={form} submit={t().save} testid="ai-form">
          <CheckField form={form} name="aiOff" label={w.aiOff} hint={w.aiOffHint} />
          <div class="grid gap-4 sm:grid-cols-2">
            <TextField
              form={form}
              name="aiDayTokens"
              label={w.aiDayTokens}
              hint={w.aiDayTokensHint}
              inputMode="numeric"
            />
            <TextField
              form={form}
              name="aiDayRupiah"
              label={w.aiDayRupiah}
              hint={w.aiDayRupiahHint}
              inputMode="numeric"
            />
            <TextField
              form={form}
              name="aiChatCalls"
              label={w.aiChatCalls}
              hint={w.aiChatCallsHint}
              inputMode="numeric"
            />
          </div>
        </FormBox>
      </Card>
    </div>
  )
}
