// What the admin has to look at, above all else on the page; nothing there, nothing shown.
import { post } from '../../api.ts'
import { Button, Card } from '../../components/ui.tsx'
import { useLoad } from '../../lib/load.ts'
import { words } from '../../text/admin.ts'
import { time } from '../../text/index.ts'
import type { ItemView } from '../../types.ts'

export const AdminItems = () => {
  const w = words()
  const items = useLoad<ItemView[]>('/platform/items')
  const rows = items.state.value.data ?? []
  if (rows.length === 0) return null
  const done = async (id: string) => {
    await post(`/platform/items/${encodeURIComponent(id)}/done`)
    await items.again()
  }
  return (
    <Card title={w.items} testid="admin-items">
      <p class="mb-2 text-sm text-stone-700">{w.itemsHint}</p>
      <ul class="divide-y divide-stone-100">
        {rows.map((item) => (
          <li key={item.id} class="flex flex-wrap items-center justify-between gap-2 py-2 text-sm">
            <span class="min-w-0 flex-1 basis-60">
              <span class="block break-words">{item.text}</span>
              <span class="block text-xs text-stone-600">{time(item.at)}</span>
            </span>
            <Button onClick={() => done(item.id)}>{w.itemDone}</Button>
          </li>
        ))}
      </ul>
    </Card>
  )
}
