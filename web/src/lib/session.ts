// Who is signed in, and which shop the header's switch shows.
import { computed, signal } from '@preact/signals'
import { csrf, get, onSignedOut } from '../api.ts'

export type ShopRef = {
  id: string
  mode: 'practice' | 'live'
  name: string
  phase: 'practice' | 'closed' | 'testing' | 'open'
}
export type Session = {
  setup: boolean
  account?: { id: string; email: string; role: 'admin' | 'seller'; language: 'id' | 'en' }
  shops?: ShopRef[]
  csrf: string
  platform: { publicUrl?: string; publicIpv4?: string; version: string }
}

export const session = signal<Session | null>(null)
/** Why there is nothing to show: the server can't be reached, or this page is older than the server. */
export const startFailure = signal<'offline' | 'newVersion' | null>(null)
const MODE = 'lapak.mode'
export const mode = signal<'practice' | 'live'>(localStorage.getItem(MODE) === 'live' ? 'live' : 'practice')

export const setMode = (to: 'practice' | 'live'): void => {
  localStorage.setItem(MODE, to)
  mode.value = to
}

export const shop = computed<ShopRef | undefined>(() => {
  const shops = session.value?.shops ?? []
  return shops.find((one) => one.mode === mode.value) ?? shops[0]
})

export const isAdmin = computed(() => session.value?.account?.role === 'admin')

/** What signing in, setting up and taking a link all answer with. */
export const enter = (entered: Session): void => {
  csrf.value = entered.csrf
  session.value = entered
}

export const loadSession = async (): Promise<void> => enter(await get<Session>('/session'))
onSignedOut.now = () => void loadSession().catch(() => undefined)
