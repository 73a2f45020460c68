// Own words of a service, its fixed price, what was read wrongly, what stands in for it. Only what was changed is sent.
import { useSignal } from '@preact/signals'
import { put } from '../../api.ts'
import { Sheet } from '../../components/dialog.tsx'
import { AreaField, FormBox, TextField } from '../../components/form.tsx'
import { Facts } from '../../components/ui.tsx'
import { readWhole } from '../../lib/decimal.ts'
import { useForm } from '../../lib/form.ts'
import { say } from '../../lib/load.ts'
import { number, rupiah, t } from '../../text/index.ts'
import { words } from '../../text/services.ts'
import type { ServiceRow } from '../../types.ts'
import { Alternatives } from './alternatives.tsx'
import { Claims, type ClaimValues, claimChanges, claimFlaws, claimsOf } from './claims.tsx'
import { unitOf } from './facts.tsx'

type Props = { shop: string; row: ServiceRow; close: () => void; saved: () => Promise<void> }
type Form = {
  displayName: string
  displayDescription: string
  displayNote: string
  pin: string
} & ClaimValues

const MOST = { displayName: 32, displayDescription: 300, displayNote: 120 } as const
type Word = keyof typeof MOST
const WORDS = Object.keys(MOST) as Word[]

/** Characters as the server counts them: an emoji is one. */
const lengthOf = (text: string): number => [...text.trim()].length

const wholeOrEmpty = (text: string): string | undefined =>
  !text.trim() || readWhole(text) !== null ? undefined : words().whole

const valuesOf = (row: ServiceRow): Form => ({
  displayName: row.displayName ?? '',
  displayDescription: row.displayDescription ?? '',
  displayNote: row.displayNote ?? '',
  pin: row.pin === undefined ? '' : String(row.pin),
  ...claimsOf(row),
})

const check = (values: Form) => ({
  ...Object.fromEntries(
    WORDS.map((name) => [name, lengthOf(values[name]) > MOST[name] ? t().errors['tooLong'] : undefined]),
  ),
  pin: wholeOrEmpty(values.pin) ?? (readWhole(values.pin) === 0 ? words().whole : undefined),
  ...claimFlaws(values),
})

const changesOf = (before: Form, after: Form): Record<string, string | number | null> => {
  const changed = WORDS.filter((name) => after[name].trim() !== before[name])
  return {
    ...Object.fromEntries(changed.map((name) => [name, after[name].trim()])),
    ...(after.pin.trim() === before.pin ? {} : { pin: readWhole(after.pin.trim()) }),
    ...claimChanges(before, after),
  }
}

export const ServiceSheet = ({ shop, row, close, saved }: Props) => {
  const w = words()
  const before = valuesOf(row)
  const chosen = useSignal(row.alternatives)
  const form = useForm<Form>(before, {
    check,
    send: async (values) => {
      const others = chosen.value.join() === row.alternatives.join() ? {} : { alternatives: chosen.value }
      const changes = { ...changesOf(before, values), ...others }
      if (Object.keys(changes).length > 0) {
        await put(`/shops/${shop}/services/${row.id}`, changes)
        say(t().saved)
        await saved()
      }
      close()
    },
  })
  const counted = (name: Word, empty: string) => (
    <span class="flex justify-between gap-2">
      <span>{empty}</span>
      <span class="shrink-0 tabular-nums">{w.counter(lengthOf(form.values.value[name]), MOST[name])}</span>
    </span>
  )
  return (
    <Sheet title={w.editTitle} close={close} testid="service-sheet">
      <details class="mb-4 text-sm">
        <summary class="min-h-11 content-center font-medium">
          {w.panelRow}: {row.name}
        </summary>
        <Facts
          rows={[
            [w.panelId, row.service_id_api],
            [w.category, row.category],
            [w.type, row.type],
            [w.rate, row.rate],
            row.cost !== undefined && [`${w.cost} ${unitOf(row)}`, rupiah(row.cost)],
            row.price !== undefined && [`${w.price} ${unitOf(row)}`, rupiah(row.price)],
            ['min–max', `${number(row.min)}–${number(row.max)}`],
          ]}
        />
        {row.description && <p class="mt-2 text-xs whitespace-pre-line text-stone-700">{row.description}</p>}
      </details>
      <FormBox form={form} submit={t().save} testid="service-form">
        <TextField
          form={form}
          name="displayName"
          label={w.displayName}
          hint={counted('displayName', w.madeName(row.madeName))}
        />
        <AreaField
          form={form}
          name="displayDescription"
          label={w.displayDescription}
          hint={counted('displayDescription', w.fromFacts)}
        />
        <AreaField
          form={form}
          name="displayNote"
          label={w.displayNote}
          rows={2}
          hint={counted('displayNote', w.fromFacts)}
        />
        <TextField form={form} name="pin" label={w.pin} hint={w.pinHint} inputMode="numeric" />
        <Claims form={form} row={row} />
        {row.sellable && <Alternatives shop={shop} row={row} chosen={chosen} />}
      </FormBox>
    </Sheet>
  )
}
