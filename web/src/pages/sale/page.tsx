// Pilih yang dijual: first what a price needs (margin, exchange rate), then the proposal, ticked, to accept with one tap.
import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { post } from '../../api.ts'
import type { PageProps } from '../../app.tsx'
import { Button, Empty, LinkButton, Shown, Title } from '../../components/ui.tsx'
import { useLoad } from '../../lib/load.ts'
import { number, t } from '../../text/index.ts'
import { words } from '../../text/services.ts'
import type { ProviderView, ServicePage, ServiceRow, ShopView } from '../../types.ts'
import { nameOf, PriceTag, ServiceLine } from '../services/facts.tsx'
import { type SaleResult, tellSale } from '../services/sale.ts'
import { ExchangeStep, MarginStep } from './steps.tsx'

type Group = { title: string; rows: ServiceRow[] }

const grouped = (rows: ServiceRow[]): Group[] => {
  const groups = new Map<string, ServiceRow[]>()
  for (const row of rows) {
    const title = `${t().platforms[row.platform] ?? row.platform} · ${t().kinds[row.kind] ?? row.kind}`
    groups.set(title, [...(groups.get(title) ?? []), row])
  }
  return [...groups].map(([title, members]) => ({ title, rows: members }))
}

const Done = ({ result }: { result: SaleResult }) => {
  const w = words()
  return (
    <Empty>
      <p data-testid="sale-done" class="mb-4 text-base font-medium text-stone-900">
        {w.accepted(number(result.changed))}
      </p>
      <div class="flex flex-wrap justify-center gap-2">
        <LinkButton to="preview" kind="primary">
          {w.toChat}
        </LinkButton>
        <LinkButton to="services">{w.toServices}</LinkButton>
      </div>
    </Empty>
  )
}

const Proposal = ({ shop, rows }: { shop: string; rows: ServiceRow[] }) => {
  const w = words()
  const left = useSignal<ReadonlySet<string>>(new Set())
  const result = useSignal<SaleResult | null>(null)
  const chosen = rows.filter((row) => !left.value.has(row.id))
  const accept = async () => {
    const answer = await post<SaleResult>(`/shops/${shop}/services/proposal`, {
      ids: chosen.map((row) => row.id),
    })
    if (answer.refused.length > 0) tellSale(answer)
    if (answer.changed > 0 || answer.refused.length === 0) result.value = answer
  }
  const tick = (id: string, on: boolean) => {
    const next = new Set(left.value)
    if (on) next.delete(id)
    else next.add(id)
    left.value = next
  }
  if (result.value) return <Done result={result.value} />
  return (
    <>
      <p class="text-sm text-stone-600">{w.saleWindow}</p>
      <div data-testid="proposal" class="space-y-4">
        {grouped(rows).map((group) => (
          <section key={group.title}>
            <h2 class="mb-1 text-sm font-semibold text-stone-700">{group.title}</h2>
            <ul class="divide-y divide-stone-100 overflow-hidden rounded-xl bg-white ring-1 ring-stone-200">
              {group.rows.map((row) => (
                <li key={row.id}>
                  <label class="grid cursor-pointer grid-cols-[auto_minmax(0,1fr)_auto] items-start gap-3 p-3">
                    <input
                      type="checkbox"
                      aria-label={w.select(nameOf(row))}
                      checked={!left.value.has(row.id)}
                      onChange={(event) => tick(row.id, event.currentTarget.checked)}
                      class="mt-0.5 size-5 accent-brand-700"
                    />
                    <ServiceLine row={row} />
                    <PriceTag row={row} />
                  </label>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
      <div class="sticky bottom-16 z-10 rounded-xl bg-white p-3 shadow-lg ring-1 ring-stone-300 lg:bottom-3">
        <Button kind="primary" wide testid="accept" disabled={chosen.length === 0} onClick={accept}>
          {w.accept(number(chosen.length))}
        </Button>
      </div>
    </>
  )
}

const Chooser = ({ shop }: { shop: string }) => {
  const w = words()
  const rows = useLoad<ServiceRow[]>(`/shops/${shop}/services/proposal`)
  const all = useLoad<ServicePage>(`/shops/${shop}/services?limit=1`)
  const none = all.state.value.data?.total === 0
  return (
    <Shown loader={rows}>
      {(data) =>
        data.length > 0 ? (
          <Proposal shop={shop} rows={data} />
        ) : (
          <Empty>
            <p class="mb-3">{none ? w.saleNoServices : w.saleNothing}</p>
            <LinkButton to={none ? 'import' : 'services'}>{none ? t().nav.import : w.toServices}</LinkButton>
          </Empty>
        )
      }
    </Shown>
  )
}

/** Without a currency its rates mean nothing, and nothing of it can be priced. */
const Silent = ({ panel }: { panel: string }) => (
  <Empty>
    <p class="mb-3">{words().currencyMissing(panel)}</p>
    <LinkButton to="providers">{t().nav.providers}</LinkButton>
  </Empty>
)

/** The first currency of a connected panel that has no rate yet. */
const unrated = (shop: ShopView, providers: ProviderView[]): string | undefined =>
  providers
    .filter((one) => !one.disabled)
    .map((one) => one.currency)
    .find((currency) => currency !== undefined && currency !== 'IDR' && !shop.exchange[currency])

export const SalePage = ({ shop }: PageProps) => {
  const w = words()
  const view = useLoad<ShopView>(`/shops/${shop.id}`)
  const providers = useLoad<ProviderView[]>(`/shops/${shop.id}/providers`)
  // A proposal accepted before the margin was known would have no prices.
  useEffect(() => scrollTo(0, 0), [view.state.value.data?.settings.margin])
  return (
    <>
      <Title hint={w.saleHint}>{t().nav.sale}</Title>
      <Shown loader={view}>
        {(data) => (
          <Shown loader={providers}>
            {(panels) => {
              const silent = panels.find((one) => !one.disabled && one.catalogue && !one.currency)
              if (silent) return <Silent panel={silent.name} />
              const currency = unrated(data, panels)
              if (currency) return <ExchangeStep shop={shop.id} currency={currency} saved={view.again} />
              if (data.settings.margin === undefined) return <MarginStep shop={shop.id} saved={view.again} />
              return <Chooser shop={shop.id} />
            }}
          </Shown>
        )}
      </Shown>
    </>
  )
}
