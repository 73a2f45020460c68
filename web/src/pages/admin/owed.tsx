// What the admin owes the shops on the platform's keys: the list, one shop's account, and the record of a payout.
import { useSignal } from '@preact/signals'
import { ApiError, post, put } from '../../api.ts'
import { FormBox, TextField } from '../../components/form.tsx'
import { Button, Card, Empty, Shown } from '../../components/ui.tsx'
import { ask } from '../../lib/confirm.ts'
import { useForm } from '../../lib/form.ts'
import { say, useLoad } from '../../lib/load.ts'
import { route, setQuery } from '../../lib/route.ts'
import { rupiah, t } from '../../text/index.ts'
import { words } from '../../text/money.ts'
import type { OwedRow, OwedView } from '../../types.ts'
import { Account } from '../money/account.tsx'
import type { PlatformView } from './types.ts'

const Rate = ({ view, changed }: { view: PlatformView; changed: () => Promise<void> }) => {
  const w = words().owed
  const form = useForm(
    { gatewayFee: view.gatewayFee },
    {
      check: ({ gatewayFee }) => ({
        gatewayFee: /^(10|\d)([.,]\d{1,2})?$/.test(gatewayFee.trim()) ? undefined : w.feeBad,
      }),
      send: async ({ gatewayFee }) => {
        await put('/platform/fee', { gatewayFee: gatewayFee.trim().replace(',', '.') })
        say(t().saved)
        await changed()
      },
    },
  )
  return (
    <Card>
      <FormBox form={form} submit={t().save} testid="fee-form">
        <TextField form={form} name="gatewayFee" label={w.fee} hint={w.feeHint} inputMode="decimal" />
      </FormBox>
    </Card>
  )
}

const Row = ({ row }: { row: OwedRow }) => {
  const w = words().owed
  return (
    <li data-testid="owed-row" class="flex flex-wrap items-center justify-between gap-2 py-2 text-sm">
      <span class="min-w-0">
        <span class="block font-medium break-words">{row.name}</span>
        <span class="block text-xs break-all text-stone-600">{row.owner}</span>
        <span class="block text-xs text-stone-600">
          {w.columns.settled} {rupiah(row.settled)} · {w.columns.paidOut} {rupiah(row.paidOut)} ·{' '}
          {w.columns.saldo} {rupiah(row.saldo)}
        </span>
      </span>
      <span class="flex items-center gap-3">
        <span class="font-semibold tabular-nums">{rupiah(row.owed)}</span>
        <Button onClick={() => setQuery({ part: 'owed', shop: row.id })}>{w.open}</Button>
      </span>
    </li>
  )
}

const List = () => {
  const w = words().owed
  const rows = useLoad<OwedRow[]>('/platform/owed')
  return (
    <Card title={w.title}>
      <p class="mb-2 text-sm text-stone-700">{w.adminHint}</p>
      <Shown loader={rows}>
        {(found) =>
          found.length === 0 ? (
            <Empty>{w.none}</Empty>
          ) : (
            <ul class="divide-y divide-stone-100">
              {found.map((row) => (
                <Row key={row.id} row={row} />
              ))}
            </ul>
          )
        }
      </Shown>
    </Card>
  )
}

/** Of this form: the same press twice is one payout. */
const newForm = (): string => crypto.randomUUID()
const sumOf = (typed: string): number =>
  Number(
    typed
      .trim()
      .replace(/^[−-]\s*/, '-')
      .replace(/[.\s]|^Rp/gi, ''),
  )

const Payout = ({ view, changed }: { view: OwedView; changed: () => Promise<void> }) => {
  const w = words().owed
  const number = useSignal(newForm())
  const blank = { amount: '', day: '', proof: '' }
  const send = async (values: typeof blank, anyway: boolean): Promise<void> => {
    const { proof, day } = values
    const body = { id: number.value, amount: sumOf(values.amount), day: day.trim(), proof }
    await post(`/platform/owed/${view.shop.id}/payouts`, { ...body, ...(anyway ? { anyway } : {}) })
  }
  const form = useForm(blank, {
    check: ({ amount, day, proof }) => ({
      amount: Number.isSafeInteger(sumOf(amount)) && sumOf(amount) !== 0 ? undefined : w.amountBad,
      day: /^\d{4}-\d{2}-\d{2}$/.test(day.trim()) ? undefined : w.dayBad,
      proof: proof.trim().length >= 3 ? undefined : w.proofBad,
    }),
    codes: { amount: 'amount', day: 'day', abovePaidOut: 'amount' },
    send: async (values) => {
      try {
        await send(values, false)
      } catch (cause) {
        const above = cause instanceof ApiError && cause.failure.code === 'aboveOwed'
        if (!above) throw cause
        const question = { title: w.aboveTitle, text: w.aboveText(rupiah(view.owed)), yes: w.aboveYes }
        if ((await ask(question)) === null) return
        await send(values, true)
      }
      number.value = newForm()
      form.reset(blank)
      say(w.saved)
      await changed()
    },
  })
  return (
    <Card title={w.record}>
      <p class="mb-3 text-sm text-stone-700">{w.recordHint}</p>
      <FormBox form={form} submit={w.record} testid="payout-form">
        <div class="grid gap-4 sm:grid-cols-2">
          <TextField form={form} name="amount" label={w.amount} hint={w.amountHint} inputMode="text" />
          <TextField form={form} name="day" label={w.day} hint={w.dayHint} placeholder="2026-02-14" />
        </div>
        <TextField form={form} name="proof" label={w.proof} hint={w.proofHint} maxLength={200} />
      </FormBox>
    </Card>
  )
}

const One = ({ shop }: { shop: string }) => {
  const w = words().owed
  const view = useLoad<OwedView>(`/platform/owed/${encodeURIComponent(shop)}`)
  return (
    <div class="space-y-4" data-testid="owed-shop">
      <Button kind="quiet" onClick={() => setQuery({ part: 'owed', shop: '' })}>
        ← {w.back}
      </Button>
      <Shown loader={view}>
        {(data) => (
          <>
            <h2 class="text-lg font-semibold">{data.shop.name}</h2>
            <Payout view={data} changed={view.again} />
            <Account view={data} />
          </>
        )}
      </Shown>
    </div>
  )
}

export const Owed = (props: { view: PlatformView; changed: () => Promise<void> }) => {
  const shop = route.value.query.get('shop')
  if (shop) return <One shop={shop} />
  return (
    <div class="space-y-4">
      <List />
      <Rate {...props} />
    </div>
  )
}
