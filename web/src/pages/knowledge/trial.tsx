// A question as a customer would write it, and what of the documents would answer it.
import { useSignal } from '@preact/signals'
import { get } from '../../api.ts'
import { FormBox, TextField } from '../../components/form.tsx'
import { Card } from '../../components/ui.tsx'
import { useForm } from '../../lib/form.ts'
import { number, t } from '../../text/index.ts'
import { words } from '../../text/knowledge.ts'
import type { TryView } from '../../types.ts'

const Found = ({ answer, passages }: TryView) => {
  const w = words()
  return (
    <div class="mt-4 space-y-3 text-sm" data-testid="try-result" role="status">
      {answer ? (
        <div>
          <p class="text-stone-700">{w.wouldSay}</p>
          <blockquote class="mt-1 rounded-lg border-l-4 border-brand-600 bg-brand-50 p-3 break-words whitespace-pre-wrap">
            {answer.text}
          </blockquote>
          <p class="mt-1 text-xs text-stone-600">{w.from(answer.title)}</p>
        </div>
      ) : (
        <p class="rounded-lg bg-amber-50 p-3 text-amber-950 ring-1 ring-inset ring-amber-200">
          {w.wouldPass}
        </p>
      )}
      {passages.length > 0 && (
        <details>
          <summary class="min-h-11 cursor-pointer py-3 font-medium">{w.nearest}</summary>
          <ul class="divide-y divide-stone-100">
            {passages.map(({ title, heading, text, score }) => (
              <li key={`${title}:${text}`} class="py-2">
                <p class="text-xs text-stone-600">
                  {w.fits(number(Math.round(score * 100)))} · {title}
                </p>
                {heading && <p class="font-medium break-words">{heading}</p>}
                <p class="break-words whitespace-pre-wrap">{text}</p>
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  )
}

export const Trial = ({ base }: { base: string }) => {
  const w = words()
  const found = useSignal<TryView | null>(null)
  const form = useForm(
    { question: '' },
    {
      check: ({ question }) => ({ question: question.trim() ? undefined : t().required }),
      send: async ({ question }) => {
        found.value = await get<TryView>(`${base}/try?question=${encodeURIComponent(question.trim())}`)
      },
    },
  )
  return (
    <Card title={w.try} testid="try">
      <FormBox form={form} submit={w.tryButton} testid="try-form">
        <TextField
          form={form}
          name="question"
          label={w.tryField}
          placeholder={w.tryPlaceholder}
          maxLength={500}
        />
      </FormBox>
      {found.value && <Found {...found.value} />}
    </Card>
  )
}
