// What lies over the page: a sheet with a form, a question before something that can't be undone, the line of news.
import type { ComponentChildren } from 'preact'
import { useEffect, useId, useRef } from 'preact/hooks'
import { type Asked, asked } from '../lib/confirm.ts'
import { useForm } from '../lib/form.ts'
import { toast } from '../lib/load.ts'
import { t } from '../text/index.ts'
import { AreaField } from './form.tsx'
import { CloseIcon } from './icons.tsx'
import { Button } from './ui.tsx'

type SheetProps = { title: string; close: () => void; children: ComponentChildren; testid?: string }

/** A modal dialog of the browser's own: it keeps the focus and closes by Escape. */
export const Sheet = ({ title, close, children, testid }: SheetProps) => {
  const dialog = useRef<HTMLDialogElement>(null)
  const id = useId()
  useEffect(() => {
    const shown = dialog.current
    shown?.showModal()
    return () => shown?.close()
  }, [])
  return (
    <dialog
      ref={dialog}
      aria-labelledby={id}
      data-testid={testid}
      onCancel={(event) => {
        event.preventDefault()
        close()
      }}
      class="m-auto max-h-[92dvh] w-[min(36rem,calc(100vw-1.5rem))] overflow-y-auto rounded-2xl bg-white p-4 text-stone-900 shadow-xl sm:p-6"
    >
      <header class="mb-4 flex items-start justify-between gap-3">
        <h2 id={id} class="pt-2 text-lg font-semibold">
          {title}
        </h2>
        <button
          type="button"
          aria-label={t().close}
          onClick={close}
          class="-mr-1 grid size-11 shrink-0 place-items-center rounded-lg text-stone-600 hover:bg-stone-100"
        >
          <CloseIcon />
        </button>
      </header>
      {children}
    </dialog>
  )
}

const QuestionForm = ({ question }: { question: Asked }) => {
  const { field } = question
  const form = useForm(
    { given: '' },
    {
      check: ({ given }) => ({ given: field?.required && !given.trim() ? t().required : undefined }),
      send: async ({ given }) => question.answer(given.trim()),
    },
  )
  return (
    <form noValidate onSubmit={(event) => void form.submit(event)} class="space-y-4">
      {question.text && <p class="text-sm text-stone-700">{question.text}</p>}
      {field && <AreaField form={form} name="given" label={field.label} hint={field.hint} rows={2} />}
      <div class="flex flex-wrap justify-end gap-2">
        <Button onClick={() => question.answer(null)}>{t().cancel}</Button>
        <Button type="submit" kind={question.danger ? 'danger' : 'primary'} testid="confirm-yes">
          {question.yes}
        </Button>
      </div>
    </form>
  )
}

/** Stands once, at the root. */
export const Questions = () => {
  const question = asked.value
  if (!question) return null
  return (
    <Sheet key={question.title} title={question.title} close={() => question.answer(null)} testid="confirm">
      <QuestionForm question={question} />
    </Sheet>
  )
}

export const News = () => (
  <div aria-live="polite" class="pointer-events-none fixed inset-x-0 top-18 z-40 flex justify-center px-4">
    {toast.value && (
      <p
        data-testid="toast"
        class={`pointer-events-auto rounded-lg px-4 py-3 text-sm text-white shadow-lg ${toast.value.bad ? 'bg-red-800' : 'bg-stone-800'}`}
      >
        {toast.value.text}
      </p>
    )}
  </div>
)
