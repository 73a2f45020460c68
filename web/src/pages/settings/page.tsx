// A shop's settings, a part at a time.
import type { PageProps } from '../../app.tsx'
import { KeySets } from '../../components/keys.tsx'
import { Card, Shown, Tabs, Title } from '../../components/ui.tsx'
import { useLoad } from '../../lib/load.ts'
import { route, setQuery } from '../../lib/route.ts'
import { loadSession, type ShopRef } from '../../lib/session.ts'
import { t } from '../../text/index.ts'
import { words } from '../../text/settings.ts'
import type { ShopView } from '../../types.ts'
import { AiSettings } from './ai.tsx'
import { Exchange } from './exchange.tsx'
import { HoursSettings } from './hours.tsx'
import { ManualQris } from './manual-qris.tsx'
import { MoneySettings } from './money.tsx'
import { Opening } from './opening.tsx'
import { PriceSettings } from './price.tsx'
import { ShopSettings } from './shop.tsx'

const PARTS = ['shop', 'hours', 'price', 'money', 'midtrans', 'exchange', 'ai', 'open'] as const
type Part = (typeof PARTS)[number]

type PartProps = { part: Part; shop: ShopRef; view: ShopView; changed: () => Promise<void> }
const ShownPart = ({ part, shop, view, changed }: PartProps) => {
  const w = words()
  const base = `/shops/${shop.id}`
  if (part === 'shop') return <ShopSettings base={base} settings={view.settings} changed={changed} />
  if (part === 'hours') return <HoursSettings base={base} settings={view.settings} changed={changed} />
  if (part === 'price') return <PriceSettings shop={shop.id} settings={view.settings} changed={changed} />
  if (part === 'money')
    return (
      <MoneySettings
        base={base}
        settings={view.settings}
        platformRefunds={view.platformRefunds}
        changed={changed}
      />
    )
  if (part === 'ai') return <AiSettings base={base} settings={view.settings} changed={changed} />
  if (part === 'exchange') return <Exchange base={base} exchange={view.exchange} changed={changed} />
  if (part === 'open') return <Opening base={base} view={view} changed={changed} />
  if (shop.mode === 'practice')
    return (
      <Card title="Midtrans">
        <p class="text-sm text-stone-700">{w.midtransPractice}</p>
      </Card>
    )
  return (
    <div class="space-y-4">
      <Card title="Midtrans">
        <p class="mb-4 text-sm text-stone-700">{w.midtransHint}</p>
        <KeySets base={`${base}/keysets`} rows={view.keySets} none={w.noOwnKeys} changed={changed} />
      </Card>
      <ManualQris base={base} changed={changed} />
    </div>
  )
}

export const SettingsPage = ({ shop }: PageProps) => {
  const w = words()
  const view = useLoad<ShopView>(`/shops/${shop.id}`)
  const asked = route.value.query.get('part')
  const part = PARTS.find((one) => one === asked) ?? 'shop'
  /** The header shows name and phase, which a setting may have changed. */
  const changed = async () => {
    await Promise.all([view.again(), loadSession()])
  }
  return (
    <>
      <Title>{t().nav.settings}</Title>
      <Tabs
        label={w.partsLabel}
        chosen={part}
        choose={(id) => setQuery({ part: id === 'shop' ? '' : id })}
        tabs={PARTS.map((id) => ({ id, label: w.parts[id] }))}
      />
      <div class="max-w-2xl">
        <Shown loader={view}>
          {(data) => <ShownPart key={part} part={part} shop={shop} view={data} changed={changed} />}
        </Shown>
      </div>
    </>
  )
}
