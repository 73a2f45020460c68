// Fields of a form: each label belongs to its input, each error is read out with it.
import type { ComponentChildren, JSX } from 'preact'
import { useId } from 'preact/hooks'
import type { Form as FormState, Values } from '../lib/form.ts'
import { Button } from './ui.tsx'

const CONTROL =
  'block w-full min-h-11 rounded-lg bg-white px-3 py-2 text-base sm:text-sm ring-1 ring-inset placeholder:text-stone-400 disabled:bg-stone-100'
export const control = (bad?: boolean): string => `${CONTROL} ${bad ? 'ring-red-400' : 'ring-stone-300'}`

type Aria = { id: string; 'aria-describedby': string | undefined; 'aria-invalid': boolean }
type FieldProps = {
  label: ComponentChildren
  hint?: ComponentChildren
  error?: string | undefined
  children: (aria: Aria) => ComponentChildren
}
export const Field = ({ label, hint, error, children }: FieldProps) => {
  const id = useId()
  const told = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ')
  return (
    <div class="min-w-0 text-sm">
      <label for={id} class="mb-1 block font-medium text-stone-800">
        {label}
      </label>
      {children({ id, 'aria-describedby': told || undefined, 'aria-invalid': Boolean(error) })}
      {hint && (
        <div id={`${id}-hint`} class="mt-1 text-xs text-stone-600">
          {hint}
        </div>
      )}
      {error && (
        <p id={`${id}-error`} role="alert" class="mt-1 text-xs font-medium text-red-700">
          {error}
        </p>
      )}
    </div>
  )
}

type Bound<V extends Values> = {
  form: FormState<V>
  name: keyof V & string
  label: ComponentChildren
  hint?: ComponentChildren
}
type TextProps<V extends Values> = Bound<V> & {
  type?: 'text' | 'email' | 'password' | 'url' | 'search' | 'datetime-local'
  inputMode?: 'numeric' | 'decimal' | 'url' | 'email' | 'text'
  autocomplete?: string
  placeholder?: string
  maxLength?: number
  list?: string
  disabled?: boolean
}
type InputProps = JSX.IntrinsicElements['input']

export const TextField = <V extends Values>({ form, name, label, hint, ...rest }: TextProps<V>) => (
  <Field label={label} hint={hint} error={form.errorOf(name)}>
    {(aria) => (
      <input
        {...(rest as InputProps)}
        {...aria}
        name={name}
        autocapitalize="off"
        spellcheck={false}
        value={String(form.values.value[name] ?? '')}
        onInput={(event) => form.set(name, event.currentTarget.value)}
        class={control(aria['aria-invalid'])}
      />
    )}
  </Field>
)

type AreaProps<V extends Values> = Bound<V> & { rows?: number; placeholder?: string }
export const AreaField = <V extends Values>({
  form,
  name,
  label,
  hint,
  rows = 4,
  placeholder,
}: AreaProps<V>) => (
  <Field label={label} hint={hint} error={form.errorOf(name)}>
    {(aria) => (
      <textarea
        {...aria}
        name={name}
        rows={rows}
        placeholder={placeholder}
        value={String(form.values.value[name] ?? '')}
        onInput={(event) => form.set(name, event.currentTarget.value)}
        class={control(aria['aria-invalid'])}
      />
    )}
  </Field>
)

type SelectProps<V extends Values> = Bound<V> & { options: (readonly [value: string, label: string])[] }
export const SelectField = <V extends Values>({ form, name, label, hint, options }: SelectProps<V>) => (
  <Field label={label} hint={hint} error={form.errorOf(name)}>
    {(aria) => (
      <select
        {...aria}
        name={name}
        value={String(form.values.value[name] ?? '')}
        onChange={(event) => form.set(name, event.currentTarget.value)}
        class={control(aria['aria-invalid'])}
      >
        {options.map(([value, text]) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    )}
  </Field>
)

export const CheckField = <V extends Values>({ form, name, label, hint }: Bound<V>) => (
  <label class="flex min-h-11 items-start gap-3 py-2 text-sm">
    <input
      type="checkbox"
      name={name}
      checked={form.values.value[name] === true}
      onChange={(event) => form.set(name, event.currentTarget.checked)}
      class="mt-0.5 size-5 shrink-0 accent-brand-700"
    />
    <span>
      <span class="font-medium text-stone-800">{label}</span>
      {hint && <span class="block text-xs text-stone-600">{hint}</span>}
    </span>
  </label>
)

type FormProps<V extends Values> = {
  form: FormState<V>
  submit: string
  children: ComponentChildren
  testid?: string
  wide?: boolean
  beside?: ComponentChildren
}
export const FormBox = <V extends Values>({ form, submit, children, testid, wide, beside }: FormProps<V>) => (
  <form noValidate data-testid={testid} onSubmit={(event) => void form.submit(event)} class="space-y-4">
    {children}
    {form.trouble.value && (
      <p role="alert" class="rounded-lg bg-red-50 p-3 text-sm text-red-900 ring-1 ring-inset ring-red-200">
        {form.trouble.value}
      </p>
    )}
    <div class="flex flex-wrap gap-2">
      <Button type="submit" kind="primary" disabled={form.busy.value} {...(wide ? { wide } : {})}>
        {submit}
      </Button>
      {beside}
    </div>
  </form>
)
