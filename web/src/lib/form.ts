// A form as a value: what is typed, what is wrong with it, whether it is under way. Errors of the server land at their field.
import { type Signal, useSignal } from '@preact/signals'
import type { Failure } from '../api.ts'
import { messageOf, wordsOfField } from './failure.ts'
import { failureOf } from './load.ts'

export type Values = Record<string, string | boolean>

export type Form<V extends Values = Values> = {
  values: Signal<V>
  busy: Signal<boolean>
  /** What is wrong with the whole; what is wrong with a field is `errorOf`. */
  trouble: Signal<string>
  errorOf(name: keyof V & string): string | undefined
  set(name: keyof V & string, value: string | boolean): void
  reset(values: V): void
  submit(event: Event): Promise<void>
}

type Errors = Record<string, string | undefined>
type Ways<V extends Values> = {
  send(values: V): Promise<unknown>
  check?(values: V): Errors
  /** Codes of the server that belong to one field. */
  codes?: Record<string, keyof V & string>
}

const errorsFrom = <V extends Values>(failure: Failure, { codes }: Ways<V>, known: string[]): Errors => {
  const field = codes?.[failure.code]
  if (field) return { [field]: messageOf(failure) }
  const own = Object.entries(failure.fields).filter(([name]) => known.includes(name.split('.')[0] ?? ''))
  return Object.fromEntries(own.map(([name, text]) => [name.split('.')[0] ?? name, wordsOfField(text)]))
}

export const useForm = <V extends Values>(initial: V, ways: Ways<V>): Form<V> => {
  const values = useSignal(initial)
  const errors = useSignal<Errors>({})
  const trouble = useSignal('')
  const busy = useSignal(false)
  const submit = async (event: Event) => {
    event.preventDefault()
    const form = event.currentTarget as HTMLFormElement
    if (busy.value) return
    trouble.value = ''
    errors.value = ways.check?.(values.value) ?? {}
    if (Object.values(errors.value).some(Boolean)) return focusFirst(form)
    busy.value = true
    try {
      await ways.send(values.value)
    } catch (cause) {
      const failure = failureOf(cause)
      errors.value = errorsFrom(failure, ways, Object.keys(values.value))
      if (Object.values(errors.value).some(Boolean)) focusFirst(form)
      else trouble.value = messageOf(failure)
    } finally {
      busy.value = false
    }
  }
  return {
    values,
    busy,
    trouble,
    errorOf: (name) => errors.value[name],
    set: (name, value) => {
      values.value = { ...values.value, [name]: value }
      if (errors.value[name]) errors.value = { ...errors.value, [name]: undefined }
    },
    reset: (to) => {
      values.value = to
      errors.value = {}
      trouble.value = ''
    },
    submit,
  }
}

/** After the errors are drawn. */
const focusFirst = (form: HTMLFormElement): void => {
  requestAnimationFrame(() => form.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus())
}
