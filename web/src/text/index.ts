// The dashboard's words in the signed-in account's language, else the browser's.
import { session } from '../lib/session.ts'
import { en } from './en.ts'
import { id, type Words } from './id.ts'

const browser: 'id' | 'en' = navigator.language.startsWith('en') ? 'en' : 'id'
export const language = (): 'id' | 'en' => session.value?.account?.language ?? browser
export const t = (): Words => (language() === 'en' ? en : id)

const locale = (): string => (language() === 'en' ? 'en-GB' : 'id-ID')
export const rupiah = (amount: number): string => `Rp${Math.round(amount).toLocaleString('id-ID')}`
export const number = (value: number): string => value.toLocaleString(locale())
export const time = (at: number): string =>
  new Date(at).toLocaleString(locale(), {
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
  })
