// How the shop speaks and what it keeps.
import { put } from '../../api.ts'
import { AreaField, FormBox, SelectField, TextField } from '../../components/form.tsx'
import { Card } from '../../components/ui.tsx'
import { readWhole } from '../../lib/decimal.ts'
import { useForm } from '../../lib/form.ts'
import { say } from '../../lib/load.ts'
import { number, t } from '../../text/index.ts'
import { words } from '../../text/settings.ts'
import type { SettingsView } from '../../types.ts'

type Props = { base: string; settings: SettingsView; changed: () => Promise<void> }

/** One word a line, each once. */
export const linesOf = (text: string): string[] => [
  ...new Set(
    text
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean),
  ),
]

const valuesOf = (settings: SettingsView) => ({
  name: settings.name,
  language: settings.language as string,
  voice: settings.voice as string,
  timezone: settings.timezone,
  greeting: settings.greeting ?? '',
  contact: settings.contact ?? '',
  chatDays: String(settings.chatDays),
  blocked: settings.blocked.join('\n'),
})

const daysAreFine = (text: string): boolean => {
  const days = readWhole(text)
  return days !== null && days >= 1 && days <= 3650
}

export const ShopSettings = ({ base, settings, changed }: Props) => {
  const w = words()
  const form = useForm(valuesOf(settings), {
    check: ({ name, chatDays, greeting, contact }) => ({
      name: name.trim() ? undefined : t().required,
      chatDays: daysAreFine(chatDays) ? undefined : w.range('1', number(3650)),
      greeting: greeting.trim().length > 500 ? t().errors['tooLong'] : undefined,
      contact: contact.trim().length > 100 ? t().errors['tooLong'] : undefined,
    }),
    send: async ({ greeting, contact, chatDays, blocked, ...rest }) => {
      await put(`${base}/settings`, {
        ...rest,
        greeting: greeting.trim() || null,
        contact: contact.trim() || null,
        chatDays: readWhole(chatDays),
        blocked: linesOf(blocked),
      })
      say(t().saved)
      await changed()
    },
  })
  return (
    <Card>
      <FormBox form={form} submit={t().save} testid="shop-form">
        <TextField form={form} name="name" label={w.name} maxLength={64} />
        <div class="grid gap-4 sm:grid-cols-3">
          <SelectField
            form={form}
            name="language"
            label={w.language}
            options={[
              ['id', t().languages.id],
              ['en', t().languages.en],
            ]}
          />
          <SelectField form={form} name="voice" label={w.voice} options={Object.entries(w.voices)} />
          <SelectField form={form} name="timezone" label={w.timezone} options={Object.entries(w.zones)} />
        </div>
        <AreaField form={form} name="greeting" label={w.greeting} hint={w.greetingHint} rows={3} />
        <TextField form={form} name="contact" label={w.contact} hint={w.contactHint} />
        <TextField form={form} name="chatDays" label={w.chatDays} hint={w.chatDaysHint} inputMode="numeric" />
        <AreaField form={form} name="blocked" label={w.blocked} hint={w.blockedHint} rows={4} />
      </FormBox>
    </Card>
  )
}
