// Indonesian or English: kept in the account, before signing in only on this page.
import { put } from '../api.ts'
import { enter, type Session, session } from '../lib/session.ts'
import { chosen, type Language, language } from '../text/index.ts'

export const LanguageSwitch = () => {
  const pick = async (to: Language) => {
    if (session.value?.account) enter(await put<Session>('/account', { language: to }))
    else chosen.value = to
  }
  return (
    <fieldset aria-label="Bahasa / Language" class="flex rounded-lg bg-stone-100 p-0.5">
      {(['id', 'en'] as const).map((one) => (
        <button
          key={one}
          type="button"
          data-testid={`language-${one}`}
          aria-pressed={language() === one}
          aria-label={one === 'id' ? 'Bahasa Indonesia' : 'English'}
          onClick={() => void pick(one)}
          class={`min-h-11 min-w-11 rounded-md px-2 text-sm font-medium ${
            language() === one ? 'bg-white text-brand-800 shadow-xs ring-1 ring-stone-200' : 'text-stone-600'
          }`}
        >
          {one.toUpperCase()}
        </button>
      ))}
    </fieldset>
  )
}
