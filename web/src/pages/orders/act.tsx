// One decision: what it does, what it needs to know, and one more yes. The server's answer counts; a refusal is said here in words.
import { useSignal } from '@preact/signals'
import { post } from '../../api.ts'
import { Sheet } from '../../components/dialog.tsx'
import { AreaField, FormBox, SelectField, TextField } from '../../components/form.tsx'
import { Button, Note } from '../../components/ui.tsx'
import { type Form, useForm } from '../../lib/form.ts'
import { say } from '../../lib/load.ts'
import { words } from '../../text/decisions.ts'
import { rupiah, t } from '../../text/index.ts'
import type { OrderAction, OrderMatter } from '../../types.ts'
import {
  amountOf,
  bodyOf,
  checked,
  firstWay,
  GIVES,
  MUST_SAY_WHY,
  TAKES_WHY,
  type Values,
} from './act-form.ts'
import { Instead } from './instead.tsx'
import { explanationOf, goesByItself, isGrave, labelOf } from './labels.ts'

const BackFields = ({ form, order }: { form: Form<Values>; order: OrderMatter }) => {
  const w = words()
  return (
    <>
      <SelectField
        form={form}
        name="to"
        label={w.toLabel}
        options={order.ways.map((way) => [way, w.toOptions[way]] as const)}
      />
      {form.values.value.to === 'hand' && (
        <AreaField form={form} name="note" label={w.note} hint={w.noteHint} rows={2} />
      )}
    </>
  )
}

type FieldsProps = { form: Form<Values>; action: OrderAction; order: OrderMatter; path: string }
const Fields = ({ form, action, order, path }: FieldsProps) => {
  const w = words()
  const must = MUST_SAY_WHY.includes(action)
  return (
    <>
      {action === 'taken' && (
        <TextField form={form} name="panelId" label={w.panelId} autocomplete="off" maxLength={60} />
      )}
      {action === 'endedPartial' && (
        <TextField form={form} name="remains" label={w.remains} inputMode="numeric" />
      )}
      {action === 'otherSum' && <TextField form={form} name="sum" label={w.sum} inputMode="numeric" />}
      {action === 'otherService' && (
        <Instead
          path={path}
          price={order.price}
          chosen={form.values.value.service}
          choose={(id) => form.set('service', id)}
          error={form.errorOf('service')}
        />
      )}
      {GIVES.includes(action) && <BackFields form={form} order={order} />}
      {TAKES_WHY.includes(action) && (
        <AreaField
          form={form}
          name="reason"
          label={must ? w.reason : `${w.reason} (${t().optional})`}
          hint={w.reasonHint}
          rows={2}
        />
      )}
    </>
  )
}

type SheetProps = {
  path: string
  /** As it was shown when the button was pressed: the server refuses a decision on anything later. */
  order: OrderMatter
  action: OrderAction
  close: () => void
  decided: () => Promise<void>
}
const ActSheet = ({ path, order, action, close, decided }: SheetProps) => {
  const w = words()
  const form = useForm<Values>(
    { panelId: '', reason: '', remains: '', sum: '', to: firstWay(action, order), note: '', service: '' },
    {
      check: (values) => checked(action, values),
      send: async (values) => {
        try {
          await post(`${path}/actions`, bodyOf(action, order, values))
          say(action === 'checkPayment' ? w.checked : w.done)
          close()
        } finally {
          // Refused or not, the order may stand elsewhere by now.
          await decided()
        }
      },
      codes: {
        unknownPanelId: 'panelId',
        usedPanelId: 'panelId',
        otherCharge: 'panelId',
        remains: 'remains',
        noWay: 'to',
      },
    },
  )
  const amount = amountOf(action, order)
  const label = labelOf(action, order)
  return (
    <Sheet title={`${label} · ${order.number}`} close={close} testid="act">
      <div class="space-y-4">
        <Note tone={isGrave(action) ? 'warn' : 'info'}>
          <p>{explanationOf(action, order)}</p>
          {amount !== undefined && <p class="mt-1 font-semibold tabular-nums">{rupiah(amount)}</p>}
          {action === 'otherService' && (
            <p class="mt-1 font-semibold tabular-nums">
              {w.facts.price}: {rupiah(order.price)}
            </p>
          )}
        </Note>
        <FormBox
          form={form}
          submit={label}
          testid="act-form"
          beside={<Button onClick={close}>{t().cancel}</Button>}
        >
          <Fields form={form} action={action} order={order} path={path} />
        </FormBox>
      </div>
    </Sheet>
  )
}

const lookOf = (action: OrderAction, first: boolean): 'primary' | 'danger' | 'plain' => {
  if (action === 'giveBack' || action === 'notTakenGiveBack') return 'danger'
  return first ? 'primary' : 'plain'
}

type Props = { path: string; order: OrderMatter; decided: () => Promise<void> }

/** The buttons; a question that moves no money is asked at once. */
export const Actions = ({ path, order, decided }: Props) => {
  const acting = useSignal<{ action: OrderAction; order: OrderMatter } | null>(null)
  const close = () => {
    acting.value = null
  }
  const press = async (action: OrderAction) => {
    if (action !== 'checkPayment') {
      acting.value = { action, order }
      return
    }
    await post(`${path}/actions`, { action })
    say(words().checked)
    await decided()
  }
  if (order.actions.length === 0) return null
  return (
    <>
      <div class="grid gap-2 sm:flex sm:flex-wrap" data-testid="actions">
        {order.actions.map((action, n) => (
          <Button
            key={action}
            kind={lookOf(action, n === 0 && !goesByItself(order))}
            testid={`action-${action}`}
            onClick={() => press(action)}
          >
            {labelOf(action, order)}
          </Button>
        ))}
      </div>
      {acting.value && <ActSheet {...acting.value} path={path} close={close} decided={decided} />}
    </>
  )
}
