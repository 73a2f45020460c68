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

export const loadSession = async (): Promise<void> => {
  const loaded = await get<Session>('/session')
  csrf.value = loaded.csrf
  session.value = loaded
}
onSignedOut.now = () => void loadSession()
