// Test connection: what the panel says to "balance" and "services", raw, and the address to whitelist when it refuses ours.
import { useSignal } from '@preact/signals'
import { post } from '../../api.ts'
import { Badge, Button, CopyButton, Note } from '../../components/ui.tsx'
import { number } from '../../text/index.ts'
import { words } from '../../text/providers.ts'
import type { ConnectionView } from '../../types.ts'

type Answer = ConnectionView['balance']

const AnswerLine = ({ label, answer }: { label: string; answer: Answer }) => {
  const w = words()
  return (
    <div class="py-2 text-sm">
      <p class="flex flex-wrap items-center gap-2">
        <span class="font-medium">{label}</span>
        <Badge tone={answer.ok ? 'good' : 'bad'}>{answer.ok ? w.works : w.fails}</Badge>
        <span>{answer.count === undefined ? answer.text : w.count(number(answer.count))}</span>
      </p>
      <details class="mt-1">
        <summary class="min-h-11 content-center text-xs text-stone-600">{w.raw}</summary>
        <pre class="max-h-48 overflow-auto rounded-lg bg-stone-900 p-3 text-xs break-all whitespace-pre-wrap text-stone-100">
          {answer.raw || '–'}
        </pre>
      </details>
    </div>
  )
}

/** Tests what is stored, or what stands in a form (`body`). */
export const ConnectionTest = ({
  ask,
  body,
  after,
}: {
  ask: string
  body?: () => unknown
  after?: () => Promise<void>
}) => {
  const w = words()
  const seen = useSignal<ConnectionView | null>(null)
  const busy = useSignal(false)
  const test = async () => {
    busy.value = true
    try {
      seen.value = await post<ConnectionView>(ask, body?.() ?? {})
      await after?.()
    } finally {
      busy.value = false
    }
  }
  return (
    <div>
      <Button testid="test-connection" onClick={test}>
        {busy.value ? w.testing : w.test}
      </Button>
      {seen.value && (
        <div data-testid="connection" class="mt-3 divide-y divide-stone-100">
          <AnswerLine label={w.balance} answer={seen.value.balance} />
          <AnswerLine label={w.services} answer={seen.value.services} />
          {seen.value.whitelist && (
            <Note tone="warn">
              <p>{w.whitelist}</p>
              <p class="mt-2 flex flex-wrap items-center gap-2">
                <code class="font-mono text-base font-semibold">{seen.value.whitelist}</code>
                <CopyButton text={seen.value.whitelist} />
              </p>
            </Note>
          )}
        </div>
      )}
    </div>
  )
}
