// The frame around every page: header with the shop's switch, a bar at the foot on a phone, a column at the side on a desktop.
import type { ComponentChildren } from 'preact'
import { useEffect } from 'preact/hooks'
import { remove } from '../api.ts'
import { calling, watchCalling } from '../lib/calling.ts'
import { leaving, watchLeaving } from '../lib/leaving.ts'
import { needing, watchNeeding } from '../lib/needing.ts'
import { go, route } from '../lib/route.ts'
import { isAdmin, loadSession, mode, type ShopRef, session, setMode } from '../lib/session.ts'
import type { Words } from '../text/id.ts'
import { t } from '../text/index.ts'
import { ICONS, type IconName } from './icons.tsx'
import { LanguageSwitch } from './language.tsx'
import { RestoredBanner } from './restored.tsx'
import { Badge, type Tone } from './ui.tsx'

const TONE: Record<ShopRef['phase'], Tone> = {
  practice: 'busy',
  closed: 'bad',
  testing: 'wait',
  open: 'good',
}

const ModeSwitch = () => {
  const shops = session.value?.shops ?? []
  if (shops.length < 2) return null
  const pick = (to: 'practice' | 'live') => {
    setMode(to)
    // What the address names belongs to the other shop; its page has a fellow here.
    const { path } = route.value
    if (path.length > 1) go(path[0] ?? '')
  }
  return (
    <fieldset aria-label={t().mode.label} class="flex rounded-lg bg-stone-100 p-0.5">
      {(['practice', 'live'] as const).map((one) => (
        <button
          key={one}
          type="button"
          data-testid={`mode-${one}`}
          aria-pressed={mode.value === one}
          onClick={() => pick(one)}
          class={`min-h-11 rounded-md px-3 text-sm font-medium ${
            mode.value === one ? 'bg-white text-brand-800 shadow-xs ring-1 ring-stone-200' : 'text-stone-600'
          }`}
        >
          {t().mode[one]}
        </button>
      ))}
    </fieldset>
  )
}

const ALL: IconName[] = [
  'overview',
  'decisions',
  'orders',
  'chats',
  'preview',
  'services',
  'sale',
  'window',
  'providers',
  'import',
  'bot',
  'knowledge',
  'customers',
  'withdrawals',
  'money',
  'audit',
  'settings',
]
/** Four at the foot of a phone's screen, the rest behind "more". Who sells has customers there, who practises the chat to try. */
const footOf = (): IconName[] => {
  const chat = mode.value === 'live' ? 'chats' : 'preview'
  return ['overview', 'decisions', 'orders', chat, 'more']
}

/** Everything behind "more" on a phone, everything at all on a desktop. */
export const placesFor = (phone: boolean): IconName[] => {
  const own: IconName[] = isAdmin.value ? ['account', 'admin'] : ['account']
  return phone ? [...ALL.filter((one) => !footOf().includes(one)), ...own] : [...ALL, ...own]
}

const place = (name: IconName): string => (name === 'overview' ? '' : name)
const isHere = (name: IconName): boolean => (route.value.path[0] ?? '') === place(name)

/** On a phone withdrawals stand behind "more", and chats while the shop practises. */
const waitingAt = (name: IconName): number => {
  if (name === 'decisions') return needing.value
  if (name === 'chats') return calling.value
  if (name === 'more') return leaving.value + (footOf().includes('chats') ? 0 : calling.value)
  return name === 'withdrawals' ? leaving.value : 0
}

/** How much waits there for somebody. */
export const Count = ({ name }: { name: IconName }) => {
  const waiting = waitingAt(name)
  if (waiting === 0) return null
  return (
    <span
      data-testid="needing"
      class="rounded-full bg-red-700 px-1.5 text-center text-[0.7rem] leading-5 font-semibold text-white tabular-nums"
    >
      {waiting > 99 ? '99+' : waiting}
    </span>
  )
}

const SideItem = ({ name }: { name: IconName }) => {
  const Drawing = ICONS[name]
  const here = isHere(name)
  return (
    <a
      href={`#/${place(name)}`}
      aria-current={here ? 'page' : undefined}
      data-testid={`nav-${name}`}
      class={`flex min-h-11 items-center gap-3 rounded-lg px-3 text-sm font-medium ${
        here ? 'bg-brand-50 text-brand-800' : 'text-stone-700 hover:bg-stone-100'
      }`}
    >
      <Drawing />
      <span class="flex-1">{t().nav[name as keyof Words['nav']]}</span>
      <Count name={name} />
    </a>
  )
}

const FootItem = ({ name }: { name: IconName }) => {
  const Drawing = ICONS[name]
  const here = isHere(name) || (name === 'more' && !footOf().some(isHere))
  return (
    <a
      href={`#/${place(name)}`}
      aria-current={here ? 'page' : undefined}
      data-testid={`foot-${name}`}
      class={`relative flex min-h-14 flex-1 flex-col items-center justify-center gap-0.5 text-[0.7rem] font-medium ${
        here ? 'text-brand-700' : 'text-stone-600'
      }`}
    >
      <span class="absolute top-1 left-1/2 ml-1.5 min-w-5 text-center">
        <Count name={name} />
      </span>
      <Drawing />
      {t().nav[name === 'chats' ? 'preview' : (name as keyof Words['nav'])]}
    </a>
  )
}

export const signOut = async (): Promise<void> => {
  await remove('/session')
  go('')
  await loadSession()
}

const Header = ({ shop }: { shop: ShopRef }) => (
  <header class="sticky top-0 z-20 border-b border-stone-200 bg-white pt-[env(safe-area-inset-top)]">
    <div class="mx-auto flex h-15 max-w-7xl items-center justify-between gap-3 px-4">
      <p class="flex min-w-0 items-center gap-2">
        <span data-testid="shop-name" class="min-w-0 truncate font-semibold">
          {shop.name}
        </span>
        {shop.mode === 'live' && (
          <span data-testid="phase" title={t().phaseHint[shop.phase]}>
            <Badge tone={TONE[shop.phase]}>{t().phase[shop.phase]}</Badge>
          </span>
        )}
      </p>
      <div class="flex shrink-0 items-center gap-3">
        <ModeSwitch />
        <div class="hidden items-center gap-2 lg:flex">
          <LanguageSwitch />
          <button
            type="button"
            data-testid="sign-out"
            onClick={() => void signOut()}
            class="flex min-h-11 items-center gap-2 rounded-lg px-3 text-sm font-medium text-stone-700 hover:bg-stone-100"
          >
            <ICONS.signOut />
            {t().nav.signOut}
          </button>
        </div>
      </div>
    </div>
  </header>
)

export const Shell = ({ shop, children }: { shop: ShopRef; children: ComponentChildren }) => {
  const name = route.value.path[0] ?? 'overview'
  useEffect(() => watchNeeding(shop.id), [shop.id])
  useEffect(() => watchLeaving(shop.id), [shop.id])
  useEffect(() => watchCalling(shop.id), [shop.id])
  const page = Object.hasOwn(t().nav, name) ? t().nav[name as keyof Words['nav']] : ''
  useEffect(() => {
    document.title = page ? `${page} · ${shop.name}` : shop.name
  }, [page, shop.name])
  return (
    <div class="min-h-dvh">
      <button
        type="button"
        class="sr-only focus:not-sr-only focus:fixed focus:z-50 focus:bg-white focus:p-3"
        onClick={() => document.getElementById('main')?.focus()}
      >
        {t().nav.skip}
      </button>
      <Header shop={shop} />
      <div class="mx-auto flex max-w-7xl">
        <nav
          aria-label={t().nav.main}
          class="sticky top-15 hidden h-[calc(100dvh-3.8rem)] w-56 shrink-0 space-y-0.5 overflow-y-auto border-r border-stone-200 p-3 lg:block"
        >
          {placesFor(false).map((one) => (
            <SideItem key={one} name={one} />
          ))}
        </nav>
        <main
          id="main"
          tabIndex={-1}
          class="min-w-0 flex-1 space-y-4 p-4 pb-24 outline-none sm:p-6 sm:pb-24 lg:pb-8"
        >
          <RestoredBanner key={shop.id} shop={shop} />
          {children}
        </main>
      </div>
      <nav
        aria-label={t().nav.main}
        class="fixed inset-x-0 bottom-0 z-20 flex border-t border-stone-200 bg-white pb-[env(safe-area-inset-bottom)] lg:hidden"
      >
        {footOf().map((one) => (
          <FootItem key={one} name={one} />
        ))}
      </nav>
    </div>
  )
}
