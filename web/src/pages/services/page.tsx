// Services: filters, search and pages in the address, so that "back" comes back to the same place; single and bulk sale; the editor.
import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import type { PageProps } from '../../app.tsx'
import { Search } from '../../components/search.tsx'
import { Button, Empty, LinkButton, Shown, Tabs, Title } from '../../components/ui.tsx'
import { useLoad } from '../../lib/load.ts'
import { route, setQuery } from '../../lib/route.ts'
import { number, t } from '../../text/index.ts'
import { words } from '../../text/services.ts'
import type { ServicePage, ServiceRow } from '../../types.ts'
import { ServiceSheet } from './editor.tsx'
import { Filters } from './filters.tsx'
import { ServiceList } from './list.tsx'

const PAGE = 50

const pathOf = (shop: string, after: string): string => {
  const { query } = route.value
  const asked = new URLSearchParams({ limit: String(PAGE) })
  for (const name of ['text', 'platform', 'kind']) {
    const value = query.get(name)
    if (value) asked.set(name, value)
  }
  const show = query.get('show')
  if (show === 'on' || show === 'off') asked.set('onSale', show === 'on' ? '1' : '0')
  if (show === 'vanished') asked.set('vanished', '1')
  if (after) asked.set('after', after)
  return `/shops/${shop}/services?${asked}`
}

export const ServicesPage = ({ shop }: PageProps) => {
  const w = words()
  const { query } = route.value
  /** Where each page so far began; the server pages by number and knows no way back. */
  const trail = useSignal<string[]>([''])
  const editing = useSignal<ServiceRow | null>(null)
  const text = query.get('text') ?? ''
  const narrowed = ['text', 'platform', 'kind', 'show'].some((name) => query.get(name))
  const filter = ['text', 'platform', 'kind', 'show'].map((name) => query.get(name)).join('|')
  useEffect(() => {
    trail.value = ['']
  }, [filter])
  const page = useLoad<ServicePage>(pathOf(shop.id, trail.value.at(-1) ?? ''), {
    shop: shop.id,
    topics: ['imports'],
  })
  const turn = (to: string[]) => {
    trail.value = to
    scrollTo(0, 0)
  }
  return (
    <>
      <Title
        hint={w.hint}
        aside={
          <>
            <LinkButton to="sale">{t().nav.sale}</LinkButton>
            <LinkButton to="window">{t().nav.window}</LinkButton>
          </>
        }
      >
        {t().nav.services}
      </Title>
      <Tabs
        label={w.filterLabel}
        chosen={query.get('show') ?? 'all'}
        choose={(id) => setQuery({ show: id === 'all' ? '' : id })}
        tabs={(['all', 'on', 'off', 'vanished'] as const).map((id) => ({ id, label: w.filters[id] }))}
      />
      <Search value={text} label={w.search} search={(typed) => setQuery({ text: typed })} />
      <Filters />
      <Shown loader={page}>
        {({ rows, total }) =>
          rows.length === 0 && trail.value.length === 1 ? (
            <Empty>
              <p class="mb-3">{narrowed ? w.empty : w.nothing}</p>
              {!narrowed && <LinkButton to="import">{t().nav.import}</LinkButton>}
            </Empty>
          ) : (
            <>
              <p class="text-sm text-stone-600" data-testid="services-total">
                {w.total(number(total))}
              </p>
              <ServiceList
                key={trail.value.at(-1)}
                shop={shop.id}
                rows={rows}
                changed={page.again}
                edit={(row) => {
                  editing.value = row
                }}
              />
              <div class="flex justify-between gap-2">
                <Button disabled={trail.value.length === 1} onClick={() => turn(trail.value.slice(0, -1))}>
                  ← {w.previous}
                </Button>
                <Button
                  disabled={rows.length < PAGE}
                  onClick={() => turn([...trail.value, String(rows.at(-1)?.mid ?? '')])}
                >
                  {w.next} →
                </Button>
              </div>
            </>
          )
        }
      </Shown>
      {editing.value && (
        <ServiceSheet
          shop={shop.id}
          row={editing.value}
          saved={page.again}
          close={() => {
            editing.value = null
          }}
        />
      )}
    </>
  )
}
