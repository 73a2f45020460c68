// The dashboard's words in the signed-in account's language, else the browser's. The words of one page stand in a file of its own.
import { computed, signal } from '@preact/signals'
import { session } from '../lib/session.ts'
import { en } from './en.ts'
import { id, type Words } from './id.ts'

export type Language = 'id' | 'en'

/** What a visitor without an account chose on the first page. */
export const chosen = signal<Language | null>(null)
const browser: Language = navigator.language.startsWith('en') ? 'en' : 'id'
const current = computed<Language>(() => session.value?.account?.language ?? chosen.value ?? browser)
export const language = (): Language => current.value

/** The two languages of one page: `speak(id, en)()` is the one in use. */
export const speak =
  <W>(indonesian: W, english: W): (() => W) =>
  () =>
    language() === 'en' ? english : indonesian

export const t: () => Words = speak(id, en)

const locale = (): string => (language() === 'en' ? 'en-GB' : 'id-ID')
export const rupiah = (amount: number): string =>
  `${amount < 0 ? '−' : ''}Rp${Math.abs(Math.round(amount)).toLocaleString(locale())}`
export const number = (value: number): string => value.toLocaleString(locale(), { maximumFractionDigits: 8 })
export const time = (at: number): string =>
  new Date(at).toLocaleString(locale(), {
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
  })
export const clock = (at: number): string =>
  new Date(at).toLocaleTimeString(locale(), { hour: '2-digit', minute: '2-digit' })
export const date = (at: number): string =>
  new Date(at).toLocaleDateString(locale(), { day: 'numeric', month: 'short', year: 'numeric' })
export const size = (bytes: number): string => {
  if (bytes < 1024) return `${bytes} B`
  const kb = bytes / 1024
  return kb < 1024 ? `${number(Math.round(kb))} kB` : `${number(Math.round(kb / 102.4) / 10)} MB`
}
