// Who has an account: invite, hand out a way back in, shut out. A link is shown once, for the admin to send.
import { useSignal } from '@preact/signals'
import { post, put } from '../../api.ts'
import { FormBox, SelectField, TextField } from '../../components/form.tsx'
import { Badge, Button, Card, CopyButton, Note, Shown } from '../../components/ui.tsx'
import { ask } from '../../lib/confirm.ts'
import { useForm } from '../../lib/form.ts'
import { useLoad } from '../../lib/load.ts'
import { session } from '../../lib/session.ts'
import { words } from '../../text/admin.ts'
import { date, language, t, time } from '../../text/index.ts'
import type { AccountView } from './types.ts'

type Issued = { email: string; link: string; expiresAt?: number }

const IssuedLink = ({ issued }: { issued: Issued }) => {
  const w = words()
  return (
    <Note>
      <div role="status" class="space-y-2">
        <p class="font-medium">{w.linkFor(issued.email)}</p>
        <p class="font-mono text-xs break-all" data-testid="issued-link">
          {issued.link}
        </p>
        {issued.expiresAt !== undefined && <p class="text-xs">{w.linkUntil(time(issued.expiresAt))}</p>}
        <CopyButton text={issued.link} />
      </div>
    </Note>
  )
}

const Invite = ({ invited }: { invited: (issued: Issued) => Promise<void> }) => {
  const w = words()
  const blank = { email: '', language: language() as string }
  const form = useForm(blank, {
    check: ({ email }) => ({ email: /^\S+@\S+\.\S+$/.test(email.trim()) ? undefined : w.badEmail }),
    send: async (values) => {
      const made = await post<Omit<Issued, 'email'>>('/invitations', values)
      form.reset(blank)
      await invited({ email: values.email, ...made })
    },
    codes: { taken: 'email' },
  })
  return (
    <Card title={w.invite}>
      <p class="mb-3 text-sm text-stone-700">{w.inviteHint}</p>
      <FormBox form={form} submit={w.makeLink} testid="invite-form">
        <div class="grid gap-4 sm:grid-cols-2">
          <TextField form={form} name="email" label={w.email} type="email" autocomplete="off" />
          <SelectField
            form={form}
            name="language"
            label={w.language}
            options={[
              ['id', t().languages.id],
              ['en', t().languages.en],
            ]}
          />
        </div>
      </FormBox>
    </Card>
  )
}

type RowProps = { row: AccountView; again: () => Promise<void>; issue: (issued: Issued) => void }
const Row = ({ row, again, issue }: RowProps) => {
  const w = words()
  const self = row.id === session.value?.account?.id
  const reset = async () => {
    issue({ email: row.email, ...(await post<Omit<Issued, 'email'>>(`/accounts/${row.id}/reset`)) })
  }
  const toggle = async () => {
    const question = { title: w.disable, text: w.disableText(row.email), yes: w.disable, danger: true }
    if (!row.disabled && (await ask(question)) === null) return
    await put(`/accounts/${row.id}`, { disabled: !row.disabled })
    await again()
  }
  return (
    <li data-testid="account-row" class="flex flex-wrap items-center justify-between gap-2 py-2 text-sm">
      <span class="min-w-0">
        <span class="block font-medium break-all">{row.email}</span>
        <span class="flex flex-wrap items-center gap-1 text-xs text-stone-600">
          {w.roles[row.role]} · {w.since} {date(row.createdAt)}
          {row.invited && <Badge tone="wait">{w.invited}</Badge>}
          {row.disabled && <Badge tone="bad">{w.disabled}</Badge>}
        </span>
      </span>
      <span class="flex flex-wrap gap-2">
        <Button onClick={reset}>{w.reset}</Button>
        {!self && (
          <Button kind={row.disabled ? 'plain' : 'danger'} onClick={toggle}>
            {row.disabled ? w.enable : w.disable}
          </Button>
        )}
      </span>
    </li>
  )
}

export const People = () => {
  const w = words()
  const accounts = useLoad<AccountView[]>('/accounts')
  const issued = useSignal<Issued | null>(null)
  const issue = (made: Issued) => {
    issued.value = made
  }
  return (
    <div class="space-y-4">
      <Invite
        invited={async (made) => {
          issue(made)
          await accounts.again()
        }}
      />
      {issued.value && <IssuedLink issued={issued.value} />}
      <Card title={w.people}>
        <Shown loader={accounts}>
          {(rows) => (
            <ul class="divide-y divide-stone-100">
              {rows.map((row) => (
                <Row key={row.id} row={row} again={accounts.again} issue={issue} />
              ))}
            </ul>
          )}
        </Shown>
      </Card>
    </div>
  )
}
