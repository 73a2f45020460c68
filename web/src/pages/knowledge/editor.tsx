// One document in a sheet: what was typed is changed, what was read from a file or link is looked at and named.
import { put } from '../../api.ts'
import { AreaField, FormBox, TextField } from '../../components/form.tsx'
import { Shown } from '../../components/ui.tsx'
import { useForm } from '../../lib/form.ts'
import { say, useLoad } from '../../lib/load.ts'
import { number, t } from '../../text/index.ts'
import { words } from '../../text/knowledge.ts'
import type { KnowledgeDocumentView } from '../../types.ts'

type Doc = { id?: string; title: string; text: string }
type Saving = { base: string; close: () => void; saved: () => Promise<void> }

const LONGEST = 50_000
/** A browser draws a book slowly; the beginning shows whether it was read well. */
const SHOWN = 20_000

export const Editor = ({ base, doc, close, saved }: Saving & { doc: Doc }) => {
  const w = words()
  const form = useForm(
    { title: doc.title, text: doc.text },
    {
      check: ({ title, text }) => ({
        title: title.trim() ? undefined : t().required,
        text: !text.trim() ? t().required : text.trim().length > LONGEST ? t().errors['tooLong'] : undefined,
      }),
      send: async (values) => {
        await put(base, { ...(doc.id ? { id: doc.id } : {}), ...values })
        say(t().saved)
        await saved()
        close()
      },
    },
  )
  return (
    <FormBox form={form} submit={t().save} testid="document-form">
      <TextField form={form} name="title" label={w.name} maxLength={120} />
      <AreaField
        form={form}
        name="text"
        label={w.text}
        rows={12}
        hint={w.textHint(number(form.values.value.text.length))}
      />
    </FormBox>
  )
}

const Reader = ({ base, doc, close, saved }: Saving & { doc: Required<Doc> }) => {
  const w = words()
  const form = useForm(
    { title: doc.title },
    {
      check: ({ title }) => ({ title: title.trim() ? undefined : t().required }),
      send: async ({ title }) => {
        await put(base, { id: doc.id, title })
        say(t().saved)
        await saved()
        close()
      },
    },
  )
  const { length } = doc.text
  return (
    <FormBox form={form} submit={t().save} testid="document-form">
      <TextField form={form} name="title" label={w.name} maxLength={120} />
      <div class="text-sm">
        <p class="mb-1 font-medium text-stone-800">{w.readText}</p>
        <div
          data-testid="document-text"
          class="max-h-80 overflow-y-auto rounded-lg bg-stone-50 p-3 break-words whitespace-pre-wrap ring-1 ring-inset ring-stone-200"
        >
          {doc.text.slice(0, SHOWN)}
        </div>
        {length > SHOWN && (
          <p class="mt-1 text-xs text-stone-600">{w.cutText(number(SHOWN), number(length))}</p>
        )}
      </div>
    </FormBox>
  )
}

/** An existing document is read whole before it is edited. */
export const Existing = ({ row, ...saving }: Saving & { row: KnowledgeDocumentView }) => {
  const doc = useLoad<Required<Doc>>(`${saving.base}/${row.id}`)
  const typed = row.kind === 'text' || row.kind === 'answer'
  return (
    <Shown loader={doc}>
      {({ id, title, text }) =>
        typed ? (
          <Editor doc={{ id, title, text }} {...saving} />
        ) : (
          <Reader doc={{ id, title, text }} {...saving} />
        )
      }
    </Shown>
  )
}
