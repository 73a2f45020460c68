// Which page stands where. Pages are loaded when first visited; the doors (set-up, sign-in, links) need no session.
import { signal } from '@preact/signals'
import type { ComponentType } from 'preact'
import { useEffect } from 'preact/hooks'
import { News, Questions } from './components/dialog.tsx'
import { Shell } from './components/shell.tsx'
import { Button, Empty, Loading } from './components/ui.tsx'
import { route } from './lib/route.ts'
import { isAdmin, loadSession, type ShopRef, session, shop, startFailure } from './lib/session.ts'
import { Join, SetUp, SignIn } from './pages/door/door.tsx'
import { language, t } from './text/index.ts'

/** What a page is given: the shop that the switch shows, and what stands behind the page's name in the address. */
export type PageProps = { shop: ShopRef; path: string[] }
type Page = ComponentType<PageProps>

const PAGES: Record<string, () => Promise<Page>> = {
  '': async () => (await import('./pages/overview/page.tsx')).OverviewPage,
  // Whoever opens the first-run link a second time.
  setup: async () => (await import('./pages/overview/page.tsx')).OverviewPage,
  decisions: async () => (await import('./pages/decisions/page.tsx')).DecisionsPage,
  orders: async () => (await import('./pages/orders/page.tsx')).OrdersPage,
  services: async () => (await import('./pages/services/page.tsx')).ServicesPage,
  window: async () => (await import('./pages/services/window.tsx')).WindowPage,
  sale: async () => (await import('./pages/sale/page.tsx')).SalePage,
  providers: async () => (await import('./pages/providers/page.tsx')).ProvidersPage,
  import: async () => (await import('./pages/import/page.tsx')).ImportPage,
  preview: async () => (await import('./pages/preview/page.tsx')).PreviewChat,
  bot: async () => (await import('./pages/bot/page.tsx')).BotPage,
  knowledge: async () => (await import('./pages/knowledge/page.tsx')).KnowledgePage,
  chats: async () => (await import('./pages/chats/page.tsx')).ChatsPage,
  customers: async () => (await import('./pages/customers/page.tsx')).CustomersPage,
  withdrawals: async () => (await import('./pages/withdrawals/page.tsx')).WithdrawalsPage,
  money: async () => (await import('./pages/money/page.tsx')).MoneyPage,
  audit: async () => (await import('./pages/audit/page.tsx')).AuditPage,
  settings: async () => (await import('./pages/settings/page.tsx')).SettingsPage,
  account: async () => (await import('./pages/account/page.tsx')).AccountPage,
  admin: async () => (await import('./pages/admin/page.tsx')).AdminPage,
  more: async () => (await import('./pages/more/page.tsx')).MorePage,
}

const arrived = signal<Readonly<Record<string, Page>>>({})

const fetchPage = async (name: string): Promise<void> => {
  try {
    const page = await PAGES[name]?.()
    if (page) arrived.value = { ...arrived.value, [name]: page }
  } catch {
    startFailure.value = 'newVersion'
  }
}

const Current = ({ shop: shown }: { shop: ShopRef }) => {
  const [name = '', ...path] = route.value.path
  const known = Object.hasOwn(PAGES, name) && (name !== 'admin' || isAdmin.value)
  const Page = arrived.value[name]
  useEffect(() => {
    if (known && !Page) void fetchPage(name)
  }, [name, known])
  if (!known) return <Empty>{t().nav.missing}</Empty>
  return Page ? <Page key={`${shown.id}/${name}`} shop={shown} path={path} /> : <Loading />
}

const Stopped = ({ why }: { why: 'offline' | 'newVersion' }) => (
  <main class="mx-auto max-w-md p-6">
    <Empty>
      <p class="mb-4">{why === 'newVersion' ? t().newVersion : t().errors['offline']}</p>
      <Button
        kind="primary"
        onClick={async () => {
          if (why === 'newVersion') return location.reload()
          await loadSession()
          startFailure.value = null
        }}
      >
        {why === 'newVersion' ? t().reload : t().again}
      </Button>
    </Empty>
  </main>
)

const Room = () => {
  if (startFailure.value) return <Stopped why={startFailure.value} />
  const current = session.value
  if (!current) return <Loading />
  const [door] = route.value.path
  if (door === 'join') return <Join />
  if (!current.account) return current.setup ? <SetUp /> : <SignIn />
  const shown = shop.value
  return shown ? (
    <Shell shop={shown}>
      <Current shop={shown} />
    </Shell>
  ) : (
    <Empty>{t().errors['notFound']}</Empty>
  )
}

export const App = () => {
  const spoken = language()
  useEffect(() => {
    document.documentElement.lang = spoken
  }, [spoken])
  return (
    <>
      <Room />
      <Questions />
      <News />
    </>
  )
}
