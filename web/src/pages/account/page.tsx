// One's own account: language, password, every session at once.
import { ApiError, put, remove } from '../../api.ts'
import { FormBox, TextField } from '../../components/form.tsx'
import { LanguageSwitch } from '../../components/language.tsx'
import { Button, Card, Facts, Title } from '../../components/ui.tsx'
import { ask } from '../../lib/confirm.ts'
import { useForm } from '../../lib/form.ts'
import { say } from '../../lib/load.ts'
import { go } from '../../lib/route.ts'
import { enter, loadSession, type Session, session } from '../../lib/session.ts'
import { t } from '../../text/index.ts'
import { words } from '../../text/settings.ts'

/** The server's `wrong` means e-mail or password at the door; here only the old password can be meant. */
const asOldPassword = (cause: unknown): unknown =>
  cause instanceof ApiError && cause.failure.code === 'wrong'
    ? new ApiError({ ...cause.failure, code: 'oldPassword' })
    : cause

const blank = { old: '', fresh: '' }

const PasswordForm = () => {
  const w = words()
  const form = useForm(blank, {
    check: ({ old, fresh }) => ({
      old: old ? undefined : t().required,
      fresh: [...fresh].length < 10 ? t().errors['passwordShort'] : undefined,
    }),
    send: async ({ old, fresh }) => {
      try {
        enter(await put<Session>('/account', { password: { old, new: fresh } }))
      } catch (cause) {
        throw asOldPassword(cause)
      }
      form.reset(blank)
      say(t().saved)
    },
    codes: {
      oldPassword: 'old',
      passwordShort: 'fresh',
      passwordLong: 'fresh',
      passwordGuessable: 'fresh',
    },
  })
  return (
    <Card title={w.password}>
      <FormBox form={form} submit={w.password} testid="password-form">
        <TextField
          form={form}
          name="old"
          label={w.oldPassword}
          type="password"
          autocomplete="current-password"
        />
        <TextField
          form={form}
          name="fresh"
          label={w.newPassword}
          hint={w.passwordHint}
          type="password"
          autocomplete="new-password"
        />
      </FormBox>
    </Card>
  )
}

export const AccountPage = () => {
  const w = words()
  const everywhere = async () => {
    if (
      (await ask({ title: w.everywhere, text: w.everywhereText, yes: w.everywhere, danger: true })) === null
    )
      return
    await remove('/session/all')
    go('')
    await loadSession()
  }
  return (
    <>
      <Title>{t().nav.account}</Title>
      <div class="grid max-w-4xl items-start gap-4 lg:grid-cols-2">
        <Card>
          <Facts
            rows={[
              [w.accountEmail, session.value?.account?.email],
              [w.dashboardLanguage, <LanguageSwitch />],
              [w.version, session.value?.platform.version],
            ]}
          />
          <div class="mt-4">
            <Button kind="danger" testid="sign-out-everywhere" onClick={everywhere}>
              {w.everywhere}
            </Button>
          </div>
        </Card>
        <PasswordForm />
      </div>
    </>
  )
}
