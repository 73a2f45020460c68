// One withdrawal: to whom, how much, until when; the full number is asked for, and each look is written down.
import { useSignal } from '@preact/signals'
import { post } from '../../api.ts'
import { Badge, Button, Card, CopyButton, TextLink, type Tone } from '../../components/ui.tsx'
import { ask } from '../../lib/confirm.ts'
import { say } from '../../lib/load.ts'
import { rupiah, time } from '../../text/index.ts'
import { words } from '../../text/withdrawals.ts'
import type { DestinationView, WithdrawalView } from '../../types.ts'

const TONES = { due: 'wait', done: 'good', rejected: 'bad' } as const satisfies Record<string, Tone>

type Props = { base: string; row: WithdrawalView; again: () => Promise<void> }

const Line = ({ name, value, copied }: { name: string; value: string; copied?: string }) => (
  <div class="flex items-center justify-between gap-3 py-1">
    <div class="min-w-0">
      <dt class="text-xs text-stone-600">{name}</dt>
      <dd class="font-medium break-all tabular-nums" data-testid={`to-${name}`}>
        {value}
      </dd>
    </div>
    {copied !== undefined && <CopyButton text={copied} testid={`copy-${name}`} />}
  </div>
)

const Destination = ({ to, amount }: { to: DestinationView; amount: number }) => {
  const w = words()
  return (
    <dl data-testid="destination" class="divide-y divide-stone-100 rounded-lg bg-stone-50 p-3 text-sm">
      <Line name={w.method} value={to.method} />
      <Line name={w.number} value={to.number} copied={to.number} />
      <Line name={w.name} value={to.name} />
      <Line name={w.sum} value={rupiah(amount)} copied={String(amount)} />
    </dl>
  )
}

const Endings = ({ base, row, again }: Props) => {
  const w = words()
  const path = `${base}/${encodeURIComponent(row.id)}`
  const end = async (how: 'pay' | 'reject', body: Record<string, string>) => {
    try {
      await post(`${path}/${how}`, body)
      say(w.saved)
    } finally {
      await again()
    }
  }
  const sent = async () => {
    const proof = await ask({
      title: w.sentTitle,
      text: w.sentText(rupiah(row.amount), row.masked),
      yes: w.sent,
      field: { label: w.proof, hint: w.proofHint },
    })
    if (proof !== null) await end('pay', proof ? { proof } : {})
  }
  const refuse = async () => {
    const reason = await ask({
      title: w.refuseTitle,
      text: w.refuseText(rupiah(row.amount)),
      yes: w.refuse,
      danger: true,
      field: { label: w.reason, hint: w.reasonHint, required: true },
    })
    if (reason !== null) await end('reject', { reason })
  }
  return (
    <div class="flex flex-wrap gap-2">
      <Button kind="primary" testid="withdrawal-sent" onClick={sent}>
        {w.sent}
      </Button>
      <Button kind="danger" testid="withdrawal-refuse" onClick={refuse}>
        {w.refuse}
      </Button>
    </div>
  )
}

const When = ({ row }: { row: WithdrawalView }) => {
  const w = words()
  const late = row.state === 'due' && row.dueAt < Date.now()
  return (
    <p class="text-xs text-stone-600">
      {w.asked(time(row.at))} ·{' '}
      {row.state === 'due' ? w.until(time(row.dueAt)) : w.endedAt(time(row.endedAt ?? row.at))}{' '}
      {late && <Badge tone="bad">{w.late}</Badge>}
    </p>
  )
}

export const WithdrawalCard = ({ base, row, again }: Props) => {
  const w = words()
  const to = useSignal<DestinationView | null>(null)
  const show = async () => {
    to.value = await post<DestinationView>(`${base}/${encodeURIComponent(row.id)}/reveal`)
  }
  return (
    <Card testid="withdrawal">
      <div data-state={row.state} class="space-y-3">
        <div class="flex flex-wrap items-start justify-between gap-x-3">
          <div class="min-w-0">
            <p class="text-lg font-semibold tabular-nums">{rupiah(row.amount)}</p>
            <p class="text-sm text-stone-700">{row.masked}</p>
          </div>
          <Badge tone={TONES[row.state]}>{w.states[row.state]}</Badge>
        </div>
        <div>
          <TextLink to={`customers/${encodeURIComponent(row.customer.id)}`}>
            {row.customer.name}
            {row.customer.username ? ` · @${row.customer.username}` : ''}
          </TextLink>
          <When row={row} />
          {row.reason && <p class="mt-1 text-sm text-stone-700">{row.reason}</p>}
        </div>
        {to.value && <Destination to={to.value} amount={row.amount} />}
        {!to.value && row.kept && (
          <Button testid="withdrawal-show" onClick={show}>
            {w.show}
          </Button>
        )}
        {!row.kept && <p class="text-xs text-stone-600">{w.gone}</p>}
        {row.state === 'due' && <Endings base={base} row={row} again={again} />}
      </div>
    </Card>
  )
}
