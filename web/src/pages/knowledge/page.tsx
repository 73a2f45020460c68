// The knowledge base: the seller's documents, and the products that are in it by being on sale.
import { useSignal } from '@preact/signals'
import { put, remove } from '../../api.ts'
import type { PageProps } from '../../app.tsx'
import { Sheet } from '../../components/dialog.tsx'
import { AreaField, FormBox, TextField } from '../../components/form.tsx'
import { Button, Card, Shown, Title } from '../../components/ui.tsx'
import { ask } from '../../lib/confirm.ts'
import { useForm } from '../../lib/form.ts'
import { say, useLoad } from '../../lib/load.ts'
import { date, number, size, t } from '../../text/index.ts'
import { words } from '../../text/knowledge.ts'
import type { KnowledgeView } from '../../types.ts'

type Doc = { id?: string; title: string; text: string }
type EditorProps = { base: string; doc: Doc; close: () => void; saved: () => Promise<void> }

const Editor = ({ base, doc, close, saved }: EditorProps) => {
  const w = words()
  const form = useForm(
    { title: doc.title, text: doc.text },
    {
      check: ({ title, text }) => ({
        title: title.trim() ? undefined : t().required,
        text: !text.trim() ? t().required : text.trim().length > 50_000 ? t().errors['tooLong'] : undefined,
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

/** An existing document is read whole before it is edited. */
const Existing = ({ id, ...props }: Omit<EditorProps, 'doc'> & { id: string }) => {
  const doc = useLoad<Doc>(`${props.base}/${id}`)
  return <Shown loader={doc}>{(data) => <Editor doc={data} {...props} />}</Shown>
}

type Row = KnowledgeView['documents'][number]

const Documents = ({ base, rows, again }: { base: string; rows: Row[]; again: () => Promise<void> }) => {
  const w = words()
  const open = useSignal<string | null>(null)
  const close = () => {
    open.value = null
  }
  const drop = async (row: Row) => {
    const question = { title: w.removeTitle, text: w.removeText(row.title), yes: t().remove, danger: true }
    if ((await ask(question)) === null) return
    await remove(`${base}/${row.id}`)
    say(t().removed)
    await again()
  }
  const edit = (id: string) => () => {
    open.value = id
  }
  return (
    <Card
      title={w.documents}
      aside={
        <Button kind="primary" testid="document-add" onClick={edit('')}>
          {w.add}
        </Button>
      }
    >
      {rows.length === 0 && <p class="text-sm text-stone-600">{w.none}</p>}
      <ul class="divide-y divide-stone-100" data-testid="documents">
        {rows.map((row) => (
          <li key={row.id} class="flex flex-wrap items-center justify-between gap-2 py-2 text-sm">
            <span class="min-w-0">
              <span class="block font-medium">{row.title}</span>
              <span class="block text-xs text-stone-600">
                {size(row.bytes)} · {date(row.at)}
              </span>
            </span>
            <span class="flex gap-2">
              <Button onClick={edit(row.id)}>{t().edit}</Button>
              <Button kind="danger" onClick={() => drop(row)}>
                {t().remove}
              </Button>
            </span>
          </li>
        ))}
      </ul>
      {open.value !== null && (
        <Sheet title={open.value ? w.editTitle : w.addTitle} close={close} testid="document-sheet">
          {open.value ? (
            <Existing id={open.value} base={base} close={close} saved={again} />
          ) : (
            <Editor doc={{ title: '', text: '' }} base={base} close={close} saved={again} />
          )}
        </Sheet>
      )}
    </Card>
  )
}

export const KnowledgePage = ({ shop }: PageProps) => {
  const w = words()
  const base = `/shops/${shop.id}/knowledge`
  const view = useLoad<KnowledgeView>(base)
  return (
    <>
      <Title hint={w.hint}>{t().nav.knowledge}</Title>
      <Shown loader={view}>
        {({ documents, products }) => (
          <div class="grid items-start gap-4 xl:grid-cols-2">
            <Documents base={base} rows={documents} again={view.again} />
            <Card title={`${w.products} (${number(products.length)})`}>
              <p class="mb-2 text-sm text-stone-700">{w.productsHint}</p>
              {products.length === 0 && <p class="text-sm text-stone-600">{w.noProducts}</p>}
              <ul data-testid="products" class="divide-y divide-stone-100 text-sm">
                {products.map(({ mid, name }) => (
                  <li key={mid} class="py-1.5">
                    <span class="mr-2 inline-block min-w-8 font-mono text-xs text-stone-600">{mid}</span>
                    {name}
                  </li>
                ))}
              </ul>
            </Card>
          </div>
        )}
      </Shown>
    </>
  )
}
