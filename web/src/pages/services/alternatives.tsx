// Which services stand in for this one when a panel definitely refuses it: at most five, tried in this order.
import { type Signal, useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { CloseIcon } from '../../components/icons.tsx'
import { Search } from '../../components/search.tsx'
import { Button, Shown } from '../../components/ui.tsx'
import { useLoad } from '../../lib/load.ts'
import { rupiah } from '../../text/index.ts'
import { words } from '../../text/services.ts'
import type { AlternativeRow, ServiceRow } from '../../types.ts'
import { nameOf, unitOf } from './facts.tsx'

export const MOST_ALTERNATIVES = 5

type Props = { shop: string; row: ServiceRow; chosen: Signal<string[]> }

const Cost = ({ row }: { row: AlternativeRow }) => (
  <span class="block text-xs text-stone-600 tabular-nums">
    {row.cost === undefined ? words().noPrice : `${words().cost} ${rupiah(row.cost)} ${unitOf(row)}`} · ID{' '}
    {row.service_id_api}
  </span>
)

const moved = (ids: string[], at: number): string[] => {
  const next = [...ids]
  const [one] = next.splice(at, 1)
  return one === undefined ? ids : [...next.slice(0, at - 1), one, ...next.slice(at - 1)]
}

type ChosenProps = { chosen: Signal<string[]>; known: ReadonlyMap<string, AlternativeRow>; loaded: boolean }
const Chosen = ({ chosen, known, loaded }: ChosenProps) => {
  const w = words()
  if (chosen.value.length === 0) return <p class="text-xs text-stone-600">{w.noAlternatives}</p>
  return (
    <ol class="divide-y divide-stone-100 rounded-lg ring-1 ring-stone-200" data-testid="alternatives">
      {chosen.value.map((id, n) => {
        const row = known.get(id)
        const name = row ? nameOf(row) : id
        return (
          <li key={id} class="flex items-center gap-2 py-1 pl-3 text-sm">
            <span class="w-4 shrink-0 text-stone-600 tabular-nums">{n + 1}</span>
            <span class="min-w-0 flex-1">
              <span class="block font-medium">{name}</span>
              {row && <Cost row={row} />}
              {!row && loaded && <span class="block text-xs text-red-800">{w.unfit}</span>}
            </span>
            {n > 0 && (
              <Button
                kind="quiet"
                label={`${w.earlier}: ${name}`}
                onClick={() => {
                  chosen.value = moved(chosen.value, n)
                }}
              >
                ↑
              </Button>
            )}
            <button
              type="button"
              aria-label={`${w.takeAway}: ${name}`}
              onClick={() => {
                chosen.value = chosen.value.filter((one) => one !== id)
              }}
              class="grid size-11 shrink-0 place-items-center rounded-lg text-stone-600 hover:bg-stone-100"
            >
              <CloseIcon />
            </button>
          </li>
        )
      })}
    </ol>
  )
}

export const Alternatives = ({ shop, row, chosen }: Props) => {
  const w = words()
  const text = useSignal('')
  /** Rows that a search no longer shows keep their names. */
  const known = useSignal<ReadonlyMap<string, AlternativeRow>>(new Map())
  const path = `/shops/${shop}/services/${encodeURIComponent(row.id)}/alternatives`
  const found = useLoad<AlternativeRow[]>(
    text.value ? `${path}?${new URLSearchParams({ text: text.value })}` : path,
  )
  const { data } = found.state.value
  useEffect(() => {
    if (data) known.value = new Map([...known.value, ...data.map((one) => [one.id, one] as const)])
  }, [data])
  const full = chosen.value.length >= MOST_ALTERNATIVES
  return (
    <fieldset class="space-y-2" aria-label={w.alternatives}>
      <legend class="text-sm font-medium text-stone-800">{w.alternatives}</legend>
      <p class="text-xs text-stone-600">{w.alternativesHint}</p>
      <Chosen chosen={chosen} known={known.value} loaded={data !== undefined && known.value.size > 0} />
      {full ? (
        <p class="text-xs text-stone-600">{w.alternativesFull}</p>
      ) : (
        <details class="text-sm" data-testid="alternatives-add">
          <summary class="min-h-11 content-center font-medium text-brand-700">{w.addAlternative}</summary>
          <Search
            value=""
            label={w.search}
            testid="alternatives-search"
            search={(typed) => {
              text.value = typed
            }}
          />
          <Shown loader={found}>
            {(rows) => {
              const left = rows.filter(({ id }) => !chosen.value.includes(id))
              if (left.length === 0) return <p class="py-3 text-sm text-stone-600">{w.noCandidates}</p>
              return (
                <ul class="max-h-72 divide-y divide-stone-100 overflow-y-auto">
                  {left.map((one) => (
                    <li key={one.id} class="flex items-center justify-between gap-3 py-1.5">
                      <span class="min-w-0">
                        <span class="block font-medium">{nameOf(one)}</span>
                        <Cost row={one} />
                        <span class="line-clamp-1 text-xs text-stone-500">{one.name}</span>
                      </span>
                      <span class="shrink-0">
                        <Button
                          testid="alternatives-pick"
                          onClick={() => {
                            chosen.value = [...chosen.value, one.id]
                          }}
                        >
                          {w.add}
                        </Button>
                      </span>
                    </li>
                  ))}
                </ul>
              )
            }}
          </Shown>
        </details>
      )}
    </fieldset>
  )
}
