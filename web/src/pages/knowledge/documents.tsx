// The seller's documents: what each is, where it came from, what went wrong with it; seen, changed, fetched again, deleted.
import { useSignal } from '@preact/signals'
import { post, remove } from '../../api.ts'
import { Sheet } from '../../components/dialog.tsx'
import { Badge, Button, Card } from '../../components/ui.tsx'
import { ask } from '../../lib/confirm.ts'
import { say } from '../../lib/load.ts'
import { date, number, size, t, time } from '../../text/index.ts'
import { words } from '../../text/knowledge.ts'
import type { KnowledgeDocumentView } from '../../types.ts'
import { Adding } from './adding.tsx'
import { Editor, Existing } from './editor.tsx'
import { LinkForm } from './link-form.tsx'

type Row = KnowledgeDocumentView

const factsOf = (row: Row): string => {
  const w = words()
  return [
    (row.kind === 'file' || row.kind === 'link') && row.format.toUpperCase(),
    row.kind === 'file' ? size(row.bytes) : w.letters(number(row.length)),
    row.pages !== undefined && w.pages(number(row.pages)),
    row.link ? w.fetched(time(row.link.fetchedAt)) : date(row.at),
  ]
    .filter(Boolean)
    .join(' · ')
}

const Fault = ({ link }: { link: NonNullable<Row['link']> }) =>
  link.fault ? (
    <span class="mt-1 block text-xs font-medium text-red-700" data-testid="document-fault">
      {words().fault(time(link.fault.at), t().errors[link.fault.code] ?? t().errors['unknown'] ?? '')}
    </span>
  ) : null

const Entry = ({
  row,
  base,
  again,
  open,
}: {
  row: Row
  base: string
  again: () => Promise<void>
  open: () => void
}) => {
  const w = words()
  const typed = row.kind === 'text' || row.kind === 'answer'
  const drop = async () => {
    const question = { title: w.removeTitle, text: w.removeText(row.title), yes: t().remove, danger: true }
    if ((await ask(question)) === null) return
    await remove(`${base}/${row.id}`)
    say(t().removed)
    await again()
  }
  const refresh = async () => {
    try {
      await post(`${base}/${row.id}/refresh`)
      say(w.refreshed)
    } finally {
      await again()
    }
  }
  return (
    <li class="space-y-2 py-3 text-sm" data-testid="document">
      <div class="min-w-0">
        <span class="flex flex-wrap items-center gap-x-2 gap-y-1">
          <span class="min-w-0 font-medium break-words">{row.title}</span>
          <Badge tone={row.link?.fault ? 'bad' : 'plain'}>{w.kinds[row.kind]}</Badge>
        </span>
        <span class="block text-xs text-stone-600">{factsOf(row)}</span>
        {row.link && (
          <a
            href={row.link.url}
            target="_blank"
            rel="noopener noreferrer"
            class="block truncate text-xs text-brand-700 underline-offset-4 hover:underline"
          >
            {row.link.url}
          </a>
        )}
        {row.link && <Fault link={row.link} />}
      </div>
      <div class="flex flex-wrap gap-2">
        <Button onClick={open}>{typed ? t().edit : w.show}</Button>
        {row.link && (
          <Button onClick={refresh} testid="document-refresh">
            {w.refresh}
          </Button>
        )}
        <Button kind="danger" onClick={drop}>
          {t().remove}
        </Button>
      </div>
    </li>
  )
}

type Open = { what: 'new' } | { what: 'link' } | { what: 'row'; row: Row }

export const Documents = ({
  base,
  rows,
  again,
}: {
  base: string
  rows: Row[]
  again: () => Promise<void>
}) => {
  const w = words()
  const open = useSignal<Open | null>(null)
  const show = (next: Open | null) => () => {
    open.value = next
  }
  const shown = open.value
  const close = show(null)
  const title =
    shown?.what === 'new'
      ? w.addTitle
      : shown?.what === 'link'
        ? w.linkTitle
        : shown?.row.kind === 'text' || shown?.row.kind === 'answer'
          ? w.editTitle
          : w.showTitle
  return (
    <Card title={`${w.documents} (${number(rows.length)})`}>
      <Adding base={base} again={again} write={show({ what: 'new' })} link={show({ what: 'link' })} />
      {rows.length === 0 && <p class="mt-3 text-sm text-stone-600">{w.none}</p>}
      <ul class="mt-2 divide-y divide-stone-100" data-testid="documents">
        {rows.map((row) => (
          <Entry key={row.id} row={row} base={base} again={again} open={show({ what: 'row', row })} />
        ))}
      </ul>
      {shown && (
        <Sheet title={title} close={close} testid="document-sheet">
          {shown.what === 'new' && (
            <Editor doc={{ title: '', text: '' }} base={base} close={close} saved={again} />
          )}
          {shown.what === 'link' && <LinkForm base={base} close={close} saved={again} />}
          {shown.what === 'row' && <Existing row={shown.row} base={base} close={close} saved={again} />}
        </Sheet>
      )}
    </Card>
  )
}
