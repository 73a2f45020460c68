// When people answer: hours of each day, how long an answer may take, when the bot comes back.
import { put } from '../../api.ts'
import { control, FormBox, TextField } from '../../components/form.tsx'
import { Card } from '../../components/ui.tsx'
import { readWhole } from '../../lib/decimal.ts'
import { type Form, useForm } from '../../lib/form.ts'
import { say } from '../../lib/load.ts'
import { number, t } from '../../text/index.ts'
import { words } from '../../text/settings.ts'
import type { SettingsView } from '../../types.ts'

type Props = { base: string; settings: SettingsView; changed: () => Promise<void> }

const USUAL = {
  days: Array.from({ length: 7 }, () => ({ from: '09:00', to: '21:00' })),
  answerMinutes: 120,
  backHours: 12,
}
const DAYS = [0, 1, 2, 3, 4, 5, 6] as const
type Values = Record<string, string | boolean>

const valuesOf = ({ hours = USUAL }: SettingsView): Values => ({
  answerMinutes: String(hours.answerMinutes),
  backHours: String(hours.backHours),
  ...Object.fromEntries(
    DAYS.flatMap((day) => {
      const span = hours.days[day] ?? null
      return [
        [`open${day}`, span !== null],
        [`from${day}`, span?.from ?? '09:00'],
        [`to${day}`, span?.to ?? '21:00'],
      ]
    }),
  ),
})

/** "9:00", "9.00" and "9" are meant as well. */
const clockOf = (text: string): string | null => {
  const [, hours = '', minutes = '00'] = /^(\d{1,2})(?:[.:](\d{2}))?$/.exec(text.trim()) ?? []
  return hours && Number(hours) <= 24 && Number(minutes) < 60 ? `${hours.padStart(2, '0')}:${minutes}` : null
}

const daysOf = (values: Values) =>
  DAYS.map((day) => {
    if (values[`open${day}`] !== true) return null
    return { from: clockOf(String(values[`from${day}`])), to: clockOf(String(values[`to${day}`])) }
  })

const minutes = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3))

/** How long, in minutes; an evening may last until six in the morning. */
const lengthOf = ({ from, to }: { from: string; to: string }): number => {
  const length = minutes(to) - minutes(from)
  return length < 0 && minutes(to) <= 360 ? length + 1440 : length
}

const isFine = (values: Values): boolean => {
  const days = daysOf(values)
  return (
    days.some((day) => day !== null) &&
    days.every(
      (day) => day === null || (day.from && day.to && lengthOf({ from: day.from, to: day.to }) >= 30),
    )
  )
}

const within = (text: string | boolean | undefined, least: number, most: number): string | undefined => {
  const value = readWhole(String(text))
  return value !== null && value >= least && value <= most
    ? undefined
    : words().range(number(least), number(most))
}

const Day = ({ form, day }: { form: Form<Values>; day: number }) => {
  const w = words()
  const name = w.hoursDays[day] ?? ''
  const open = form.values.value[`open${day}`] === true
  const field = (which: 'from' | 'to', label: string) => (
    <input
      name={`${which}${day}`}
      aria-label={`${name}, ${label}`}
      inputMode="numeric"
      maxLength={5}
      disabled={!open}
      value={String(form.values.value[`${which}${day}`])}
      onInput={(event) => form.set(`${which}${day}`, event.currentTarget.value)}
      class={`${control()} max-w-20 tabular-nums`}
    />
  )
  return (
    <div class="flex items-center gap-2 py-1 text-sm">
      <label class="flex min-h-11 w-28 shrink-0 items-center gap-2">
        <input
          type="checkbox"
          name={`open${day}`}
          checked={open}
          onChange={(event) => form.set(`open${day}`, event.currentTarget.checked)}
          class="size-5 accent-brand-700"
        />
        {name}
      </label>
      {open ? (
        <>
          {field('from', w.hoursFrom)}
          <span aria-hidden="true">–</span>
          {field('to', w.hoursTo)}
        </>
      ) : (
        <span class="text-stone-600">{w.hoursClosed}</span>
      )}
    </div>
  )
}

export const HoursSettings = ({ base, settings, changed }: Props) => {
  const w = words()
  const form = useForm<Values>(valuesOf(settings), {
    check: (values) => ({
      answerMinutes: within(values['answerMinutes'], 15, 1440),
      backHours: within(values['backHours'], 1, 168),
      days: isFine(values) ? undefined : w.hoursBad,
    }),
    send: async (values) => {
      const hours = {
        days: daysOf(values),
        answerMinutes: readWhole(String(values['answerMinutes'])),
        backHours: readWhole(String(values['backHours'])),
      }
      await put(`${base}/settings`, { hours })
      say(t().saved)
      await changed()
    },
  })
  const wrong = form.errorOf('days')
  return (
    <Card>
      <p class="mb-4 text-sm text-stone-700">{w.hoursHint}</p>
      <FormBox form={form} submit={t().save} testid="hours-form">
        <div>
          {DAYS.map((day) => (
            <Day key={day} form={form} day={day} />
          ))}
          {wrong && (
            <p role="alert" class="mt-1 text-xs font-medium text-red-700">
              {wrong}
            </p>
          )}
        </div>
        <div class="grid gap-4 sm:grid-cols-2">
          <TextField
            form={form}
            name="answerMinutes"
            label={w.hoursAnswer}
            hint={w.hoursAnswerHint}
            inputMode="numeric"
          />
          <TextField
            form={form}
            name="backHours"
            label={w.hoursBack}
            hint={w.hoursBackHint}
            inputMode="numeric"
          />
        </div>
      </FormBox>
    </Card>
  )
}
