// A search field that asks once the typing rests.
import { useEffect, useRef } from 'preact/hooks'
import { control } from './form.tsx'

type SearchProps = { value: string; search: (text: string) => void; label: string; testid?: string }

export const Search = ({ value, search, label, testid }: SearchProps) => {
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])
  return (
    <input
      type="search"
      aria-label={label}
      placeholder={label}
      data-testid={testid ?? 'search'}
      defaultValue={value}
      maxLength={200}
      // Inside a form, Enter would send it.
      onKeyDown={(event) => {
        if (event.key === 'Enter') event.preventDefault()
      }}
      onInput={(event) => {
        const text = event.currentTarget.value.trim()
        clearTimeout(timer.current)
        timer.current = setTimeout(() => search(text), 300)
      }}
      class={control()}
    />
  )
}
