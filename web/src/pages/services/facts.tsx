// What a service is called, costs and promises, in the words of every page that shows one.
import { Badge } from '../../components/ui.tsx'
import { number, rupiah } from '../../text/index.ts'
import { words } from '../../text/services.ts'
import type { ServiceRow } from '../../types.ts'

export const nameOf = (row: ServiceRow): string => row.displayName || row.madeName

export const LIFETIME = 36_500
/** Panels write "no limit" as 2^31 − 1 and alike. */
const NO_LIMIT = 100_000_000

export const daysOf = (days: number): string =>
  days >= LIFETIME ? words().lifetime : words().guarantee(number(days))

export const guaranteeOf = ({ guaranteeDays, noGuarantee }: ServiceRow): string | null => {
  if (guaranteeDays) return daysOf(guaranteeDays)
  return noGuarantee ? words().noGuarantee : null
}

export const unitOf = (row: ServiceRow): string =>
  row.type === 'package' ? words().perPackage : words().perThousand

export const PriceTag = ({ row }: { row: ServiceRow }) => {
  const w = words()
  return (
    <span class="block text-right text-sm">
      <span class="block font-semibold whitespace-nowrap tabular-nums">
        {row.price === undefined ? w.noPrice : rupiah(row.price)}
      </span>
      {row.cost !== undefined && (
        <span class="block text-xs whitespace-nowrap text-stone-600 tabular-nums">
          {w.cost} {rupiah(row.cost)}
        </span>
      )}
      <span class="block text-xs text-stone-600">{unitOf(row)}</span>
    </span>
  )
}

/** `bare`: without its number, where that stands beside it. */
export const ServiceLine = ({ row, bare }: { row: ServiceRow; bare?: boolean }) => {
  const w = words()
  const facts = [
    w.limits(number(row.min), row.max >= NO_LIMIT ? null : number(row.max)),
    guaranteeOf(row),
    row.country,
  ]
  return (
    <span class="block min-w-0 text-sm">
      <span class="block font-medium">
        {!bare && (
          <span class="mr-1.5 inline-block rounded bg-stone-100 px-1.5 font-mono text-xs leading-5 text-stone-700">
            {row.mid}
          </span>
        )}
        {nameOf(row)}
      </span>
      <span class="block text-xs text-stone-600">{facts.filter(Boolean).join(' · ')}</span>
      <span class="line-clamp-2 text-xs text-stone-500">
        {row.name} · ID {row.service_id_api}
      </span>
      <span class="mt-1 flex flex-wrap gap-1 empty:hidden">
        {row.onSale && <Badge tone="good">{w.onSale}</Badge>}
        {row.pin !== undefined && <Badge>{w.pinned}</Badge>}
        {row.corrected.length > 0 && (
          <span title={row.corrected.map((fact) => w.claims[fact]).join(', ')}>
            <Badge>{w.corrected}</Badge>
          </span>
        )}
        {row.alternatives.length > 0 && <Badge>{w.hasAlternatives(row.alternatives.length)}</Badge>}
        {row.uncovered && (
          <span title={w.uncoveredHint}>
            <Badge tone="wait">{w.uncovered}</Badge>
          </span>
        )}
        {!row.sellable && <Badge tone="wait">{w.unsellable}</Badge>}
        {row.vanishedAt !== undefined && <Badge tone="bad">{w.vanished}</Badge>}
      </span>
    </span>
  )
}
