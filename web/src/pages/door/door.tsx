// The three ways in: first run, e-mail and password, a one-time link.
import type { ComponentChildren } from 'preact'
import { post } from '../../api.ts'
import { FormBox, SelectField, TextField } from '../../components/form.tsx'
import { LanguageSwitch } from '../../components/language.tsx'
import { Note, TextLink } from '../../components/ui.tsx'
import { useForm } from '../../lib/form.ts'
import { replaceWith, route } from '../../lib/route.ts'
import { enter, type Session } from '../../lib/session.ts'
import { words } from '../../text/door.ts'
import { type Language, language, t } from '../../text/index.ts'

const Door = ({ title, hint, children }: { title: string; hint: string; children: ComponentChildren }) => (
  <main class="mx-auto flex min-h-dvh w-full max-w-md flex-col justify-center gap-6 p-4 py-10">
    <div class="flex items-center justify-between">
      <p class="text-lg font-bold tracking-tight text-brand-800">Lapak</p>
      <LanguageSwitch />
    </div>
    <section class="rounded-2xl bg-white p-5 shadow-xs ring-1 ring-stone-200 sm:p-7">
      <h1 class="text-xl font-semibold tracking-tight">{title}</h1>
      <p class="mt-1 mb-5 text-sm text-stone-600">{hint}</p>
      {children}
    </section>
  </main>
)

const missing = (value: string): string | undefined => (value.trim() ? undefined : t().required)
const badEmail = (value: string): string | undefined =>
  missing(value) ?? (/^\S+@\S+\.\S+$/.test(value.trim()) ? undefined : words().badEmail)
const shortPassword = (value: string): string | undefined =>
  missing(value) ?? ([...value].length < 10 ? t().errors['passwordShort'] : undefined)
const PASSWORD_CODES = {
  passwordShort: 'password',
  passwordLong: 'password',
  passwordGuessable: 'password',
} as const

/** The token has done its work; it should not stay in the address or in the browser's history. */
const enterShop = (session: Session): void => {
  replaceWith('')
  enter(session)
}

export const SetUp = () => {
  const token = route.value.query.get('token') ?? ''
  const form = useForm(
    { email: '', password: '', shopName: '', language: language() as string },
    {
      check: ({ email, password, shopName }) => ({
        email: badEmail(email),
        password: shortPassword(password),
        shopName: missing(shopName),
      }),
      send: async (values) => enterShop(await post<Session>('/setup', { token, ...values })),
      codes: PASSWORD_CODES,
    },
  )
  const w = words()
  return (
    <Door title={w.setUp} hint={w.setUpHint}>
      {token ? (
        <FormBox form={form} submit={w.create} testid="setup-form" wide>
          <TextField form={form} name="shopName" label={w.shopName} hint={w.shopNameHint} maxLength={64} />
          <TextField form={form} name="email" label={w.email} type="email" autocomplete="username" />
          <TextField
            form={form}
            name="password"
            label={w.password}
            hint={w.passwordHint}
            type="password"
            autocomplete="new-password"
          />
          <SelectField
            form={form}
            name="language"
            label={w.language}
            options={(['id', 'en'] as Language[]).map((one) => [one, t().languages[one]] as const)}
          />
        </FormBox>
      ) : (
        <Note tone="warn">{w.setUpNoToken}</Note>
      )}
    </Door>
  )
}

export const SignIn = () => {
  const form = useForm(
    { email: '', password: '' },
    {
      check: ({ email, password }) => ({ email: missing(email), password: missing(password) }),
      send: async (values) => enter(await post<Session>('/session', values)),
    },
  )
  const w = words()
  return (
    <Door title={w.signIn} hint={w.signInHint}>
      <FormBox form={form} submit={w.signIn} testid="sign-in-form" wide>
        <TextField form={form} name="email" label={w.email} type="email" autocomplete="username" />
        <TextField
          form={form}
          name="password"
          label={w.password}
          type="password"
          autocomplete="current-password"
        />
      </FormBox>
      <p class="mt-5 text-xs text-stone-600">
        {w.lost} <code class="font-mono">lapak admin reset</code>
      </p>
    </Door>
  )
}

export const Join = () => {
  const token = route.value.query.get('token') ?? ''
  const form = useForm(
    { password: '' },
    {
      check: ({ password }) => ({ password: shortPassword(password) }),
      send: async ({ password }) => enterShop(await post<Session>('/invitations/take', { token, password })),
      codes: PASSWORD_CODES,
    },
  )
  const w = words()
  return (
    <Door title={w.join} hint={w.joinHint}>
      {token ? (
        <FormBox form={form} submit={w.enter} testid="join-form" wide>
          <TextField
            form={form}
            name="password"
            label={w.password}
            hint={w.passwordHint}
            type="password"
            autocomplete="new-password"
          />
        </FormBox>
      ) : (
        <Note tone="warn">{w.joinNoToken}</Note>
      )}
      <TextLink to="">{w.toSignIn}</TextLink>
    </Door>
  )
}
