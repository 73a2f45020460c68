// What customers asked and nobody could answer: each question once, answered once, or put aside.
import { useSignal } from '@preact/signals'
import { post } from '../../api.ts'
import { Sheet } from '../../components/dialog.tsx'
import { AreaField, FormBox, TextField } from '../../components/form.tsx'
import { Button, Card, Shown } from '../../components/ui.tsx'
import { ask } from '../../lib/confirm.ts'
import { useForm } from '../../lib/form.ts'
import { say, useLoad } from '../../lib/load.ts'
import { number, t, time } from '../../text/index.ts'
import { words } from '../../text/knowledge.ts'
import type { QuestionView } from '../../types.ts'

type Props = { shop: string; base: string; answered: () => Promise<void> }
type FormProps = { base: string; question: QuestionView; close: () => void; done: () => Promise<void> }

const LONGEST = 1500

const AnswerForm = ({ base, question, close, done }: FormProps) => {
  const w = words()
  const form = useForm(
    { title: question.text.slice(0, 120), text: '' },
    {
      check: ({ text }) => ({
        text: !text.trim() ? t().required : text.trim().length > LONGEST ? t().errors['tooLong'] : undefined,
      }),
      send: async ({ title, text }) => {
        const { told } = await post<{ told: number }>(`${base}/questions/${question.key}/answer`, {
          title,
          text,
        })
        say(w.answered(number(told)))
        await done()
        close()
      },
    },
  )
  return (
    <FormBox form={form} submit={t().save} testid="answer-form">
      <p class="text-sm break-words text-stone-700">“{question.text}”</p>
      <TextField form={form} name="title" label={w.name} maxLength={120} />
      <AreaField form={form} name="text" label={w.answerField} rows={6} hint={w.answerHint} />
    </FormBox>
  )
}

export const Questions = ({ shop, base, answered }: Props) => {
  const w = words()
  const list = useLoad<QuestionView[]>(`${base}/questions`, { shop, topics: ['items'] })
  const open = useSignal<QuestionView | null>(null)
  const close = () => {
    open.value = null
  }
  const dismiss = async ({ key }: QuestionView) => {
    const question = { title: w.dismissTitle, text: w.dismissText, yes: w.dismiss, danger: true }
    if ((await ask(question)) === null) return
    await post(`${base}/questions/${key}/dismiss`)
    say(w.dismissed)
    await list.again()
  }
  const done = async () => {
    await Promise.all([list.again(), answered()])
  }
  return (
    <Shown loader={list}>
      {(questions) => (
        <Card title={`${w.questions} (${number(questions.length)})`} testid="questions">
          <p class="text-sm text-stone-700">{questions.length > 0 ? w.questionsHint : w.noQuestions}</p>
          <ul class="max-h-[28rem] divide-y divide-stone-100 overflow-y-auto">
            {questions.map((one) => (
              <li
                key={one.key}
                data-testid="question"
                class="flex flex-wrap items-center justify-between gap-2 py-2 text-sm"
              >
                <span class="min-w-0">
                  <span class="block font-medium break-words">“{one.text}”</span>
                  <span class="block text-xs text-stone-600">
                    {w.asked(number(one.times), number(one.chats), time(one.lastAt))}
                  </span>
                </span>
                <span class="flex gap-2">
                  <Button
                    kind="primary"
                    testid="question-answer"
                    onClick={() => {
                      open.value = one
                    }}
                  >
                    {w.answer}
                  </Button>
                  <Button onClick={() => dismiss(one)}>{w.dismiss}</Button>
                </span>
              </li>
            ))}
          </ul>
          {open.value && (
            <Sheet title={w.answerTitle} close={close} testid="answer-sheet">
              <AnswerForm base={base} question={open.value} close={close} done={done} />
            </Sheet>
          )}
        </Card>
      )}
    </Shown>
  )
}
