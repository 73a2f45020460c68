// One customer's saldo: what there is, what of it is reserved, its entries, and the seller's own entry with a reason.
import { useSignal } from '@preact/signals'
import { get, post } from '../../api.ts'
import { AreaField, FormBox, SelectField, TextField } from '../../components/form.tsx'
import { BackLink, Button, Card, Empty, Facts, Shown, TextLink, Title } from '../../components/ui.tsx'
import { readWhole } from '../../lib/decimal.ts'
import { useForm } from '../../lib/form.ts'
import { say, useLoad } from '../../lib/load.ts'
import { rupiah, time } from '../../text/index.ts'
import { words } from '../../text/withdrawals.ts'
import type { WalletEntryView, WalletPage } from '../../types.ts'

const FIRST = 10
const PAGE = 50

const noteOf = ({ note }: WalletEntryView): string => words().notes[note] ?? words().backNote

const Entry = ({ entry }: { entry: WalletEntryView }) => (
  <li data-testid="wallet-entry" class="flex items-start justify-between gap-3 py-2 text-sm">
    <div class="min-w-0">
      <p class="font-medium">{noteOf(entry)}</p>
      {entry.reason && <p class="text-stone-700 break-words">{entry.reason}</p>}
      <p class="text-xs text-stone-600">{time(entry.at)}</p>
      {entry.order && (
        <TextLink to={`orders/${encodeURIComponent(entry.order.id)}`}>{entry.order.number}</TextLink>
      )}
    </div>
    <p
      class={`shrink-0 font-semibold tabular-nums ${entry.amount < 0 ? 'text-stone-900' : 'text-emerald-800'}`}
    >
      {entry.amount > 0 ? '+' : ''}
      {rupiah(entry.amount)}
    </p>
  </li>
)

const Entries = ({ path, first }: { path: string; first: WalletEntryView[] }) => {
  const w = words()
  const older = useSignal<WalletEntryView[]>([])
  const newest = first[0]?.n ?? 0
  const rows = [...first, ...older.value.filter(({ n }) => n < (first.at(-1)?.n ?? 0))]
  const last = rows.at(-1)
  const more = async (before: number) => {
    const page = await get<WalletPage>(`${path}?limit=${PAGE}&before=${before}`)
    older.value = [...older.value, ...page.entries]
  }
  return (
    <Card title={w.entries} key={newest}>
      {rows.length === 0 && <Empty>{w.noEntries}</Empty>}
      <ul class="divide-y divide-stone-100">
        {rows.map((entry) => (
          <Entry key={entry.n} entry={entry} />
        ))}
      </ul>
      {last && last.n > 1 && <Button onClick={() => more(last.n)}>{w.older}</Button>}
    </Card>
  )
}

/** The same form sent twice is one entry. */
const newCause = (): string => crypto.randomUUID()

const Adjust = ({ path, again }: { path: string; again: () => Promise<void> }) => {
  const w = words()
  const cause = useSignal(newCause())
  const empty = { direction: 'add', amount: '', reason: '' }
  const form = useForm(empty, {
    check: ({ amount, reason }) => ({
      amount: (readWhole(amount) ?? 0) > 0 ? undefined : w.amountWrong,
      reason: reason.trim().length >= 3 ? undefined : w.reasonWrong,
    }),
    codes: { amount: 'amount', short: 'amount', reason: 'reason' },
    send: async ({ direction, amount, reason }) => {
      const sum = (readWhole(amount) ?? 0) * (direction === 'take' ? -1 : 1)
      await post(`${path}/entries`, { amount: sum, reason, cause: cause.value })
      cause.value = newCause()
      form.reset(empty)
      say(w.saved)
      await again()
    },
  })
  return (
    <Card title={w.adjust}>
      <p class="mb-3 text-sm text-stone-600">{w.adjustHint}</p>
      <FormBox form={form} submit={w.adjust} testid="adjust-form">
        <SelectField
          form={form}
          name="direction"
          label={w.direction}
          options={[
            ['add', w.add],
            ['take', w.take],
          ]}
        />
        <TextField form={form} name="amount" label={w.amount} inputMode="numeric" placeholder="10.000" />
        <AreaField form={form} name="reason" label={w.reason} hint={w.reasonHint} rows={2} />
      </FormBox>
    </Card>
  )
}

export const CustomerWallet = ({ shop, id }: { shop: string; id: string }) => {
  const w = words()
  const path = `/shops/${shop}/customers/${encodeURIComponent(id)}/wallet`
  const page = useLoad<WalletPage>(`${path}?limit=${FIRST}`, { shop, topics: ['withdrawals', 'orders'] })
  return (
    <>
      <BackLink to="customers">{w.back}</BackLink>
      <Shown loader={page}>
        {({ customer, balance, held, withdrawable, entries }) => (
          <>
            <Title hint={customer.username && `@${customer.username}`}>{customer.name}</Title>
            <Card
              title={w.saldo}
              aside={<span class="text-lg font-semibold tabular-nums">{rupiah(balance)}</span>}
            >
              <Facts
                rows={[
                  [w.held, rupiah(held)],
                  [w.withdrawable, rupiah(withdrawable)],
                ]}
              />
            </Card>
            <Entries path={path} first={entries} />
            <Adjust path={path} again={page.again} />
          </>
        )}
      </Shown>
    </>
  )
}
