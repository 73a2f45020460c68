// The dashboard's small parts: buttons, fields, cards, badges. Plain HTML with the house's manner.

import { useSignal } from '@preact/signals'
import type { ComponentChildren, JSX } from 'preact'
import type { Failure } from '../api.ts'
import { failureOf, say } from '../lib/load.ts'
import { t } from '../text/index.ts'

type ButtonProps = {
  children: ComponentChildren
  kind?: 'primary' | 'plain' | 'danger' | 'quiet'
  onClick?: () => unknown
  type?: 'button' | 'submit'
  disabled?: boolean
  name?: string
}
const LOOK = {
  primary: 'bg-brand-700 text-white hover:bg-brand-800 disabled:bg-stone-300',
  plain: 'bg-white text-stone-800 ring-1 ring-stone-300 hover:bg-stone-100 disabled:text-stone-400',
  danger: 'bg-white text-red-700 ring-1 ring-red-300 hover:bg-red-50 disabled:text-stone-400',
  quiet: 'text-brand-700 hover:bg-brand-50 disabled:text-stone-400',
}

/** Works once at a time: while its promise runs it is disabled; a failure is said at the foot of the screen. */
export const Button = ({
  children,
  kind = 'plain',
  onClick,
  type = 'button',
  disabled,
  name,
}: ButtonProps) => {
  const busy = useSignal(false)
  const press = async () => {
    busy.value = true
    try {
      await onClick?.()
    } catch (cause) {
      say(messageOf(failureOf(cause)), true)
    } finally {
      busy.value = false
    }
  }
  return (
    <button
      type={type}
      name={name}
      disabled={disabled || busy.value}
      onClick={onClick ? () => void press() : undefined}
      class={`inline-flex min-h-10 items-center justify-center gap-2 rounded-lg px-4 py-2 text-sm font-medium disabled:cursor-not-allowed ${LOOK[kind]}`}
    >
      {children}
    </button>
  )
}

export const messageOf = (failure: Failure): string =>
  t().errors[failure.code] ?? (failure.message || t().errors['unknown'] || '')

type FieldProps = {
  label: string
  hint?: ComponentChildren
  error?: string | undefined
  children: ComponentChildren
}
export const Field = ({ label, hint, error, children }: FieldProps) => (
  <label class="block text-sm">
    <span class="mb-1 block font-medium text-stone-700">{label}</span>
    {children}
    {hint && <span class="mt-1 block text-xs text-stone-500">{hint}</span>}
    {error && (
      <span role="alert" class="mt-1 block text-xs text-red-700">
        {error}
      </span>
    )}
  </label>
)

export const inputClass =
  'block w-full min-h-10 rounded-lg bg-white px-3 py-2 text-sm ring-1 ring-stone-300 placeholder:text-stone-400 disabled:bg-stone-100'
export const Input = (props: JSX.IntrinsicElements['input']) => <input {...props} class={inputClass} />

export const Card = ({
  title,
  aside,
  children,
}: {
  title?: ComponentChildren
  aside?: ComponentChildren
  children: ComponentChildren
}) => (
  <section class="rounded-xl bg-white p-4 shadow-xs ring-1 ring-stone-200 sm:p-5">
    {(title || aside) && (
      <header class="mb-3 flex flex-wrap items-center justify-between gap-2">
        <h2 class="text-base font-semibold">{title}</h2>
        {aside}
      </header>
    )}
    {children}
  </section>
)

const TONES = {
  good: 'bg-emerald-100 text-emerald-800',
  busy: 'bg-sky-100 text-sky-800',
  wait: 'bg-amber-100 text-amber-900',
  bad: 'bg-red-100 text-red-800',
  plain: 'bg-stone-100 text-stone-700',
}
export type Tone = keyof typeof TONES
export const Badge = ({ tone = 'plain', children }: { tone?: Tone; children: ComponentChildren }) => (
  <span class={`inline-block whitespace-nowrap rounded-full px-2 py-0.5 text-xs font-medium ${TONES[tone]}`}>
    {children}
  </span>
)

export const Trouble = ({ failure, again }: { failure: Failure; again?: () => unknown }) => (
  <div
    role="alert"
    class="flex flex-wrap items-center justify-between gap-2 rounded-lg bg-red-50 p-3 text-sm text-red-800"
  >
    <span>{messageOf(failure)}</span>
    {again && <Button onClick={again}>{t().again}</Button>}
  </div>
)

export const Empty = ({ children }: { children: ComponentChildren }) => (
  <p class="py-8 text-center text-sm text-stone-500">{children}</p>
)
export const Loading = () => (
  <p role="status" class="py-8 text-center text-sm text-stone-500">
    {t().loading}
  </p>
)
