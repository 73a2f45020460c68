// Asks before something that can't be undone; also for a reason, or for the one fact that is needed.
import { signal } from '@preact/signals'

export type Question = {
  title: string
  text?: string
  yes: string
  danger?: boolean
  field?: { label: string; hint?: string; required?: boolean }
}
export type Asked = Question & { answer: (given: string | null) => void }

export const asked = signal<Asked | null>(null)

/** Null: no. Else what was typed, empty without a field. */
export const ask = (question: Question): Promise<string | null> =>
  new Promise((resolve) => {
    asked.value?.answer(null)
    asked.value = {
      ...question,
      answer: (given) => {
        asked.value = null
        resolve(given)
      },
    }
  })
