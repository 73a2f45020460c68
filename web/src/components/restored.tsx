// Above every page of a shop that was put back from a copy: what is left to look at, and where.
import { useLoad } from '../lib/load.ts'
import type { ShopRef } from '../lib/session.ts'
import { number } from '../text/index.ts'
import { words } from '../text/money.ts'
import type { RestoredView } from '../types.ts'
import { LinkButton, Note } from './ui.tsx'

export const RestoredBanner = ({ shop }: { shop: ShopRef }) => {
  const asks = shop.mode === 'live' && shop.phase === 'closed'
  const view = useLoad<RestoredView>(asks ? `/shops/${shop.id}/restored` : null, {
    shop: shop.id,
    topics: ['orders', 'items'],
  })
  const { data } = view.state.value
  if (!asks || data?.restored === undefined) return null
  const w = words().restored
  const left = data.orders + data.items
  return (
    <Note tone="warn">
      <div data-testid="restored" role="status" class="space-y-2">
        <p class="font-semibold">{w.title}</p>
        <p>{left === 0 ? w.none : w.text(number(data.orders), number(data.items))}</p>
        <div class="flex flex-wrap gap-2">
          {data.orders > 0 && (
            <LinkButton to="decisions" kind="primary">
              {w.decisions}
            </LinkButton>
          )}
          <LinkButton to="settings?part=open">{w.open}</LinkButton>
        </div>
      </div>
    </Note>
  )
}
