// How documents come in: from the phone's files, dragged onto the page, from a link, or typed. Each file says how far it is and what
// became of it.
import { type Signal, useSignal } from '@preact/signals'
import { useRef } from 'preact/hooks'
import { Button } from '../../components/ui.tsx'
import { messageOf } from '../../lib/failure.ts'
import { failureOf, say } from '../../lib/load.ts'
import { upload } from '../../lib/upload.ts'
import { number, t } from '../../text/index.ts'
import { words } from '../../text/knowledge.ts'
import type { KnowledgeDocumentView } from '../../types.ts'

type Props = { base: string; again: () => Promise<void>; write: () => void; link: () => void }
type Sent = { name: string; percent: number; trouble?: string }

const TYPES = '.pdf,.docx,.md,.markdown,.txt,.html,.htm,.csv,application/pdf,text/*'
const LARGEST = 10 * 1024 * 1024

const Progress = ({ sent }: { sent: Sent }) => {
  const w = words()
  if (sent.trouble)
    return (
      <p role="alert" class="text-sm text-red-800" data-testid="upload-trouble">
        <span class="font-medium break-words">{sent.name}</span>: {sent.trouble}
      </p>
    )
  const done = sent.percent >= 100
  return (
    <div role="status" class="text-sm text-stone-700">
      <p class="break-words">{done ? w.reading(sent.name) : w.uploading(sent.name, number(sent.percent))}</p>
      <progress
        class="mt-1 h-2 w-full accent-brand-700"
        max={100}
        {...(done ? {} : { value: sent.percent })}
      />
    </div>
  )
}

/** One after the other: a phone's connection is small, and the server reads two at a time for everybody. */
const useUploads = ({ base, again }: Pick<Props, 'base' | 'again'>) => {
  const sent: Signal<Sent[]> = useSignal<Sent[]>([])
  const busy = useSignal(false)
  const change = (at: number, to: Partial<Sent>) => {
    sent.value = sent.value.map((one, n) => (n === at ? { ...one, ...to } : one))
  }
  const sendOne = async (file: File, at: number) => {
    try {
      if (file.size > LARGEST) return change(at, { trouble: t().errors['tooLarge'] ?? '' })
      const made = await upload<KnowledgeDocumentView>(`${base}/files`, file, (percent) =>
        change(at, { percent }),
      )
      say(words().added(made.title))
      change(at, { name: '' })
    } catch (cause) {
      change(at, { trouble: messageOf(failureOf(cause)) })
    }
  }
  const send = async (files: File[]) => {
    if (busy.value || files.length === 0) return
    busy.value = true
    sent.value = files.map(({ name }) => ({ name, percent: 0 }))
    for (const [at, file] of files.entries()) await sendOne(file, at)
    sent.value = sent.value.filter(({ trouble }) => trouble)
    busy.value = false
    await again()
  }
  return { sent, busy, send }
}

export const Adding = ({ base, again, write, link }: Props) => {
  const w = words()
  const picker = useRef<HTMLInputElement>(null)
  const over = useSignal(false)
  const { sent, busy, send } = useUploads({ base, again })
  const drag = (is: boolean) => (event: DragEvent) => {
    event.preventDefault()
    over.value = is
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dragging is an extra way; the button beside does the same
    <div
      data-testid="upload-zone"
      onDragOver={drag(true)}
      onDragLeave={drag(false)}
      onDrop={(event) => {
        drag(false)(event)
        void send([...(event.dataTransfer?.files ?? [])])
      }}
      class={`space-y-3 rounded-xl border-2 border-dashed p-3 ${over.value ? 'border-brand-600 bg-brand-50' : 'border-stone-200'}`}
    >
      <input
        ref={picker}
        type="file"
        multiple
        accept={TYPES}
        class="sr-only"
        tabIndex={-1}
        aria-label={w.upload}
        data-testid="upload-file"
        onChange={(event) => {
          const { files } = event.currentTarget
          void send([...(files ?? [])])
          event.currentTarget.value = ''
        }}
      />
      <div class="flex flex-wrap gap-2">
        <Button
          kind="primary"
          disabled={busy.value}
          testid="document-upload"
          onClick={() => picker.current?.click()}
        >
          {w.upload}
        </Button>
        <Button onClick={link} testid="document-link">
          {w.link}
        </Button>
        <Button onClick={write} testid="document-add">
          {w.type}
        </Button>
      </div>
      <p class="text-xs text-stone-600">
        {w.uploadHint} <span class="hidden pointer-fine:inline">{w.drop}</span>
      </p>
      {sent.value
        .filter(({ name }) => name)
        .map((one) => (
          <Progress key={one.name} sent={one} />
        ))}
    </div>
  )
}
