// The dashboard's small parts: buttons, cards, badges, states of a page. Plain HTML with the house's manner.
import { useSignal } from '@preact/signals'
import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import type { Failure } from '../api.ts'
import { messageOf } from '../lib/failure.ts'
import { failureOf, type Loader, say } from '../lib/load.ts'
import { number, t } from '../text/index.ts'

const LOOK = {
  primary: 'bg-brand-700 text-white hover:bg-brand-800 disabled:bg-stone-300 disabled:text-stone-600',
  plain:
    'bg-white text-stone-800 ring-1 ring-inset ring-stone-300 hover:bg-stone-100 disabled:text-stone-400',
  danger: 'bg-white text-red-700 ring-1 ring-inset ring-red-300 hover:bg-red-50 disabled:text-stone-400',
  quiet: 'text-brand-700 hover:bg-brand-50 disabled:text-stone-400',
}
type Look = keyof typeof LOOK
const shape = (kind: Look, wide?: boolean): string =>
  `inline-flex min-h-11 items-center justify-center gap-2 rounded-lg px-4 py-2 text-sm font-medium ${LOOK[kind]} ${wide ? 'w-full' : ''}`

type ButtonProps = {
  children: ComponentChildren
  kind?: Look
  onClick?: () => unknown
  type?: 'button' | 'submit'
  disabled?: boolean
  wide?: boolean
  testid?: string
  /** Spoken instead of the children, where those are too short to stand alone. */
  label?: string
}

/** Works once at a time: while its promise runs it is disabled; a failure is said at the foot of the screen. */
export const Button = ({ children, kind = 'plain', onClick, type = 'button', ...rest }: ButtonProps) => {
  const busy = useSignal(false)
  const press = async () => {
    busy.value = true
    try {
      await onClick?.()
    } catch (cause) {
      say(messageOf(failureOf(cause)), true)
    } finally {
      busy.value = false
    }
  }
  return (
    <button
      type={type}
      disabled={rest.disabled || busy.value}
      aria-label={rest.label}
      data-testid={rest.testid}
      onClick={onClick ? () => void press() : undefined}
      class={shape(kind, rest.wide)}
    >
      {children}
    </button>
  )
}

type LinkProps = { to: string; children: ComponentChildren; kind?: Look; testid?: string; wide?: boolean }
/** Leads to another page and looks like a button. */
export const LinkButton = ({ to, children, kind = 'plain', testid, wide }: LinkProps) => (
  <a href={`#/${to}`} data-testid={testid} class={shape(kind, wide)}>
    {children}
  </a>
)

/** Up from a page to the list it belongs to. */
export const BackLink = ({ to, children }: { to: string; children: ComponentChildren }) => (
  <div class="-my-2">
    <TextLink to={to}>← {children}</TextLink>
  </div>
)

export const TextLink = ({ to, children, testid }: Omit<LinkProps, 'kind'>) => (
  <a
    href={`#/${to}`}
    data-testid={testid}
    class="inline-flex min-h-11 items-center text-sm font-medium text-brand-700 underline-offset-4 hover:underline"
  >
    {children}
  </a>
)

type CardProps = {
  title?: ComponentChildren
  aside?: ComponentChildren
  children: ComponentChildren
  testid?: string
}
export const Card = ({ title, aside, children, testid }: CardProps) => (
  <section data-testid={testid} class="rounded-xl bg-white p-4 shadow-xs ring-1 ring-stone-200 sm:p-5">
    {(title || aside) && (
      <header class="mb-3 flex flex-wrap items-center justify-between gap-x-3 gap-y-1">
        <h2 class="text-base font-semibold">{title}</h2>
        {aside}
      </header>
    )}
    {children}
  </section>
)

export const Title = ({
  children,
  hint,
  aside,
}: {
  children: ComponentChildren
  hint?: ComponentChildren
  aside?: ComponentChildren
}) => (
  <header class="flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
    <div class="min-w-0">
      <h1 class="text-xl font-semibold tracking-tight sm:text-2xl">{children}</h1>
      {hint && <p class="mt-1 max-w-prose text-sm text-stone-600">{hint}</p>}
    </div>
    {aside && <div class="flex flex-wrap gap-2">{aside}</div>}
  </header>
)

const TONES = {
  good: 'bg-emerald-100 text-emerald-900',
  busy: 'bg-sky-100 text-sky-900',
  wait: 'bg-amber-100 text-amber-950',
  bad: 'bg-red-100 text-red-900',
  plain: 'bg-stone-100 text-stone-700',
}
export type Tone = keyof typeof TONES
export const Badge = ({ tone = 'plain', children }: { tone?: Tone; children: ComponentChildren }) => (
  <span class={`inline-block whitespace-nowrap rounded-full px-2 py-0.5 text-xs font-medium ${TONES[tone]}`}>
    {children}
  </span>
)

const NOTES = {
  info: 'bg-brand-50 text-brand-900 ring-brand-200',
  warn: 'bg-amber-50 text-amber-950 ring-amber-200',
  bad: 'bg-red-50 text-red-900 ring-red-200',
}
export const Note = ({
  tone = 'info',
  children,
}: {
  tone?: keyof typeof NOTES
  children: ComponentChildren
}) => <div class={`rounded-lg p-3 text-sm ring-1 ring-inset ${NOTES[tone]}`}>{children}</div>

export const Trouble = ({ failure, again }: { failure: Failure; again?: () => unknown }) => (
  <div
    role="alert"
    class="flex flex-wrap items-center justify-between gap-2 rounded-lg bg-red-50 p-3 text-sm text-red-900 ring-1 ring-inset ring-red-200"
  >
    <span>{messageOf(failure)}</span>
    {again && <Button onClick={again}>{t().again}</Button>}
  </div>
)

export const Empty = ({ children }: { children: ComponentChildren }) => (
  <div class="py-8 text-center text-sm text-stone-600">{children}</div>
)
export const Loading = () => (
  <p role="status" class="py-8 text-center text-sm text-stone-600">
    {t().loading}
  </p>
)

/** A page's data in its three states; while it is read anew the old data stays in place. */
export const Shown = <T,>({
  loader,
  children,
}: {
  loader: Loader<T>
  children: (data: T) => ComponentChildren
}) => {
  const { data, failure } = loader.state.value
  return (
    <>
      {failure && <Trouble failure={failure} again={loader.again} />}
      {data === undefined ? !failure && <Loading /> : children(data)}
    </>
  )
}

/** Name and value, one under the other on a phone and side by side where there is room. */
export const Facts = ({ rows }: { rows: (readonly [string, ComponentChildren] | false | undefined)[] }) => (
  <dl class="divide-y divide-stone-100 text-sm">
    {rows.map(
      (row) =>
        row && (
          <div key={row[0]} class="flex flex-wrap justify-between gap-x-4 gap-y-0.5 py-2">
            <dt class="text-stone-600">{row[0]}</dt>
            <dd class="ml-auto min-w-0 text-right font-medium">{row[1]}</dd>
          </div>
        ),
    )}
  </dl>
)

type Tab = { id: string; label: string; count?: number | undefined }
type TabsProps = { tabs: Tab[]; chosen: string; choose: (id: string) => void; label: string }

/** A row of choices that scrolls inside itself on a narrow screen; the chosen one is brought into sight. */
export const Tabs = ({ tabs, chosen, choose, label }: TabsProps) => {
  const row = useRef<HTMLFieldSetElement>(null)
  useEffect(() => {
    row.current
      ?.querySelector('[aria-pressed="true"]')
      ?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [chosen])
  return (
    <fieldset
      ref={row}
      aria-label={label}
      class="-mx-4 flex min-w-0 scroll-px-4 gap-1.5 overflow-x-auto px-4 py-1 sm:mx-0 sm:flex-wrap sm:px-0.5"
    >
      {tabs.map(({ id, label: name, count }) => (
        <button
          key={id}
          type="button"
          aria-pressed={chosen === id}
          data-testid={`tab-${id}`}
          onClick={() => choose(id)}
          class={`min-h-11 shrink-0 whitespace-nowrap rounded-full px-3.5 text-sm font-medium ${
            chosen === id
              ? 'bg-brand-700 text-white'
              : 'bg-white text-stone-700 ring-1 ring-inset ring-stone-300 hover:bg-stone-100'
          }`}
        >
          {name}
          {count !== undefined && <span class="ml-1.5 tabular-nums opacity-80">{number(count)}</span>}
        </button>
      ))}
    </fieldset>
  )
}

export const CopyButton = ({ text, testid }: { text: string; testid?: string }) => (
  <Button
    {...(testid ? { testid } : {})}
    onClick={async () => {
      await navigator.clipboard.writeText(text)
      say(t().copied)
    }}
  >
    {t().copy}
  </Button>
)
