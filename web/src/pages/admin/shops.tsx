// Which shops may give money back through the platform's keys. Without it their customers get saldo, or a transfer by the seller's hand.
import { put } from '../../api.ts'
import { Badge, Button, Card, Shown } from '../../components/ui.tsx'
import { ask } from '../../lib/confirm.ts'
import { say, useLoad } from '../../lib/load.ts'
import { words } from '../../text/admin.ts'
import { t } from '../../text/index.ts'
import type { PlatformShopView } from './types.ts'

const Row = ({ row, again }: { row: PlatformShopView; again: () => Promise<void> }) => {
  const w = words()
  const allow = async () => {
    const on = !row.platformRefunds
    if (
      on &&
      (await ask({ title: w.allowRefunds, text: w.allowRefundsText(row.name), yes: w.allow })) === null
    )
      return
    await put(`/platform/shops/${encodeURIComponent(row.id)}`, { platformRefunds: on })
    say(t().saved)
    await again()
  }
  return (
    <li data-testid="platform-shop" class="flex flex-wrap items-center justify-between gap-2 py-2 text-sm">
      <span class="min-w-0">
        <span class="block font-medium">{row.name}</span>
        <span class="flex flex-wrap items-center gap-1 text-xs break-all text-stone-600">
          {row.owner}
          <Badge>{row.ownKeys ? w.ownKeys : w.adminKeys}</Badge>
          {row.platformRefunds && <Badge tone="good">{w.refundsAllowed}</Badge>}
        </span>
      </span>
      <Button testid="allow-refunds" onClick={allow}>
        {row.platformRefunds ? w.forbid : w.allow}
      </Button>
    </li>
  )
}

export const Shops = () => {
  const w = words()
  const shops = useLoad<PlatformShopView[]>('/platform/shops')
  return (
    <Card title={w.allowRefunds}>
      <p class="mb-2 text-sm text-stone-700">{w.allowRefundsHint}</p>
      <Shown loader={shops}>
        {(rows) => (
          <ul class="divide-y divide-stone-100">
            {rows.map((row) => (
              <Row key={row.id} row={row} again={shops.again} />
            ))}
          </ul>
        )}
      </Shown>
    </Card>
  )
}
