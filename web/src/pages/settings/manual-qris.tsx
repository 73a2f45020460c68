// The seller's own static QRIS: a picture is read here, in the browser, and its text checked by the server.
import { useSignal } from '@preact/signals'
import { put, remove } from '../../api.ts'
import { Field } from '../../components/form.tsx'
import { QrCode } from '../../components/qr-code.tsx'
import { Badge, Button, Card, Facts, Note, Shown } from '../../components/ui.tsx'
import { ask } from '../../lib/confirm.ts'
import { messageOf } from '../../lib/failure.ts'
import { failureOf, say, useLoad } from '../../lib/load.ts'
import { namesIn } from '../../lib/qris-names.ts'
import { readQr } from '../../lib/read-qr.ts'
import { date, t } from '../../text/index.ts'
import { words } from '../../text/manual-qris.ts'
import type { ManualQrisPage } from '../../types.ts'

type Props = { base: string; changed: () => Promise<void> }
type Qris = NonNullable<ManualQrisPage['qris']>
type CardProps = { path: string; qris: Qris | undefined; changed: () => Promise<void> }

const Kept = ({ path, qris, changed }: CardProps & { qris: Qris }) => {
  const w = words()
  const turn = async () => {
    await put(path, { on: !qris.on })
    say(t().saved)
    await changed()
  }
  const drop = async () => {
    const question = { title: w.removeAsk, text: w.removeText, yes: t().remove, danger: true }
    if ((await ask(question)) === null) return
    await remove(path)
    say(t().removed)
    await changed()
  }
  return (
    <div class="grid gap-4 sm:grid-cols-[12rem_1fr]" data-testid="manual-qris">
      <div class="mx-auto w-48 rounded-lg ring-1 ring-stone-200">
        <QrCode text={qris.qr} label={w.drawn(qris.merchantName)} />
      </div>
      <div class="space-y-3">
        <Facts
          rows={[
            [w.merchant, <span data-testid="qris-merchant">{qris.merchantName}</span>],
            qris.nmid !== undefined && [w.nmid, <span data-testid="qris-nmid">{qris.nmid}</span>],
            [w.since, date(qris.at)],
          ]}
        />
        <p class="text-xs text-stone-600">{w.compare}</p>
        <div class="flex flex-wrap gap-2">
          <Button onClick={turn} testid="qris-turn">
            {qris.on ? w.turnOff : w.turnOn}
          </Button>
          <Button kind="danger" onClick={drop} testid="qris-remove">
            {t().remove}
          </Button>
        </div>
      </div>
    </div>
  )
}

/** Whom it pays is read before a customer can pay it; what names nobody the server refuses by itself. */
const isMeant = async (text: string, before: Qris | undefined): Promise<boolean> => {
  const names = namesIn(text)
  if (!names) return true
  const w = words()
  const { merchant, nmid } = names
  const question = {
    title: w.meant,
    text: [w.pays(merchant, nmid), !before || before.on ? w.opens : ''].filter(Boolean).join(' '),
    yes: w.use,
  }
  return (await ask(question)) !== null
}

const Upload = ({ path, qris, changed }: CardProps) => {
  const w = words()
  const text = useSignal('')
  const trouble = useSignal('')
  const reading = useSignal(false)
  const send = async () => {
    trouble.value = ''
    if (!(await isMeant(text.value, qris))) return
    try {
      await put(path, { text: text.value })
      text.value = ''
      say(t().saved)
      await changed()
    } catch (cause) {
      const failure = failureOf(cause)
      trouble.value = w.reasons[failure.code] ?? messageOf(failure)
    }
  }
  const choose = async (file: File | undefined) => {
    if (!file) return
    trouble.value = ''
    reading.value = true
    try {
      const found = await readQr(file)
      if (typeof found === 'string') trouble.value = w[found]
      else text.value = found.text
    } finally {
      reading.value = false
    }
    if (!trouble.value) await send()
  }
  return (
    <div class="space-y-4">
      <p class="text-xs text-stone-600">{w.fees}</p>
      <Field label={qris ? w.replace : w.picture} hint={reading.value ? w.reading : undefined}>
        {(aria) => (
          <input
            {...aria}
            type="file"
            accept="image/*"
            data-testid="qris-file"
            disabled={reading.value}
            class="block min-h-11 w-full text-sm file:mr-3 file:min-h-11 file:rounded-lg file:border-0 file:bg-brand-50 file:px-4 file:font-medium file:text-brand-800"
            onChange={(event) => {
              const input = event.currentTarget
              void choose(input.files?.[0]).then(() => {
                input.value = ''
              })
            }}
          />
        )}
      </Field>
      {trouble.value && (
        <div role="alert" data-testid="qris-trouble">
          <Note tone="bad">{trouble.value}</Note>
        </div>
      )}
      <details>
        <summary class="min-h-11 cursor-pointer py-3 text-sm font-medium text-brand-700">
          {w.pasteInstead}
        </summary>
        <div class="space-y-3">
          <Field label={w.text} hint={w.textHint}>
            {(aria) => (
              <textarea
                {...aria}
                rows={4}
                data-testid="qris-text"
                spellcheck={false}
                value={text.value}
                onInput={(event) => {
                  text.value = event.currentTarget.value
                }}
                class="block w-full rounded-lg bg-white px-3 py-2 font-mono text-xs ring-1 ring-inset ring-stone-300"
              />
            )}
          </Field>
          <Button kind="primary" onClick={send} disabled={!text.value.trim()} testid="qris-save">
            {w.save}
          </Button>
        </div>
      </details>
    </div>
  )
}

export const ManualQris = ({ base, changed }: Props) => {
  const w = words()
  const path = `${base}/manual-qris`
  const page = useLoad<ManualQrisPage>(path)
  const both = async () => {
    await Promise.all([page.again(), changed()])
  }
  const { qris } = page.state.value.data ?? {}
  return (
    <Card
      title={w.title}
      aside={qris && <Badge tone={qris.on ? 'good' : 'plain'}>{qris.on ? w.on : w.off}</Badge>}
    >
      <p class="mb-4 text-sm text-stone-700">{w.hint}</p>
      <Shown loader={page}>
        {({ qris: kept }) => (
          <div class="space-y-5">
            {kept && <Kept path={path} qris={kept} changed={both} />}
            <Upload path={path} qris={kept} changed={both} />
          </div>
        )}
      </Shown>
    </Card>
  )
}
