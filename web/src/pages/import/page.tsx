// Import Service: choose a panel, or see one import from plan to report.
import { useSignal } from '@preact/signals'
import { post } from '../../api.ts'
import type { PageProps } from '../../app.tsx'
import { control, Field } from '../../components/form.tsx'
import { Badge, Button, Card, Empty, LinkButton, Shown, Title, type Tone } from '../../components/ui.tsx'
import { useLoad } from '../../lib/load.ts'
import { go, route } from '../../lib/route.ts'
import { words } from '../../text/import.ts'
import { number, t, time } from '../../text/index.ts'
import type { ImportView, ProviderView } from '../../types.ts'
import { OneImport } from './one.tsx'

const TONES: Record<ImportView['state'], Tone> = {
  reading: 'busy',
  planned: 'wait',
  applying: 'busy',
  done: 'good',
  failed: 'bad',
  dropped: 'plain',
}

const Starter = ({ shop, providers }: { shop: string; providers: ProviderView[] }) => {
  const w = words()
  const usable = providers.filter((one) => !one.disabled)
  const wished = route.value.query.get('provider') ?? ''
  const chosen = useSignal(usable.some((one) => one.id === wished) ? wished : (usable[0]?.id ?? ''))
  if (usable.length === 0)
    return (
      <Empty>
        <p class="mb-3">{w.noProviders}</p>
        <LinkButton to="providers">{t().nav.providers}</LinkButton>
      </Empty>
    )
  const start = async () => {
    const plan = await post<ImportView>(`/shops/${shop}/imports`, { provider: chosen.value })
    go(`import/${plan.id}`)
  }
  return (
    <Card>
      <div class="space-y-4">
        <Field label={w.provider}>
          {(aria) => (
            <select
              {...aria}
              data-testid="import-provider"
              value={chosen.value}
              onChange={(event) => {
                chosen.value = event.currentTarget.value
              }}
              class={control()}
            >
              {usable.map((one) => (
                <option key={one.id} value={one.id}>
                  {one.name}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Button kind="primary" testid="import-start" onClick={start}>
          {w.start}
        </Button>
      </div>
    </Card>
  )
}

const History = ({ shop, providers }: { shop: string; providers: ProviderView[] }) => {
  const w = words()
  const imports = useLoad<ImportView[]>(`/shops/${shop}/imports`, { shop, topics: ['imports'] })
  const nameOf = (id: string) => providers.find((one) => one.id === id)?.name ?? id
  return (
    <Card title={w.history}>
      <Shown loader={imports}>
        {(rows) =>
          rows.length === 0 ? (
            <p class="text-sm text-stone-600">{w.none}</p>
          ) : (
            <ul class="divide-y divide-stone-100">
              {rows.map((one) => (
                <li key={one.id}>
                  <a
                    href={`#/import/${one.id}`}
                    data-testid="import-row"
                    class="flex min-h-11 flex-wrap items-center justify-between gap-2 py-2 text-sm hover:bg-stone-50"
                  >
                    <span>
                      <span class="block font-medium">{nameOf(one.provider)}</span>
                      <span class="block text-xs text-stone-600">
                        {time(one.createdAt)} · {w.total(number(one.counts.total))}
                      </span>
                    </span>
                    <Badge tone={TONES[one.state]}>{w.states[one.state]}</Badge>
                  </a>
                </li>
              ))}
            </ul>
          )
        }
      </Shown>
    </Card>
  )
}

export const ImportPage = ({ shop, path }: PageProps) => {
  const w = words()
  const providers = useLoad<ProviderView[]>(`/shops/${shop.id}/providers`)
  if (path[0]) return <OneImport key={path[0]} shop={shop.id} id={path[0]} />
  return (
    <>
      <Title hint={w.hint}>{w.title}</Title>
      <Shown loader={providers}>
        {(rows) => (
          <>
            <Starter shop={shop.id} providers={rows} />
            <History shop={shop.id} providers={rows} />
          </>
        )}
      </Shown>
    </>
  )
}
