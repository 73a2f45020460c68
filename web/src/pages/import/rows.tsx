// The rows of a plan by what happens to them. The server keeps them in lots; lots are read until there is a screenful.
import { useSignal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import { type Failure, get } from '../../api.ts'
import { Button, Card, Loading, Tabs, Trouble } from '../../components/ui.tsx'
import { failureOf } from '../../lib/load.ts'
import { words } from '../../text/import.ts'
import { number, t } from '../../text/index.ts'
import type { ImportRowView, ImportView } from '../../types.ts'
import { CHANGES } from './one.tsx'

type Change = (typeof CHANGES)[number]
type Read = { rows: ImportRowView[]; lot: number; busy: boolean; failure?: Failure }

const SCREENFUL = 50
const nothing: Read = { rows: [], lot: 0, busy: true }

/** `rateUnreadable: abc` → "harga tidak terbaca: abc". */
const reasonInWords = (reason: string): string => {
  const [, code = reason, rest = ''] = /^(\w+)(.*)$/s.exec(reason) ?? []
  return `${words().reasons[code] ?? code}${rest}`
}

const Row = ({ row }: { row: ImportRowView }) => {
  const w = words()
  const facts = [
    row.service_id_api && `ID ${row.service_id_api}`,
    row.rate,
    row.min !== undefined && row.max !== undefined && w.limits(number(row.min), number(row.max)),
  ]
  return (
    <li data-testid="import-plan-row" class="py-2 text-sm">
      <p class="font-medium">{row.name ?? w.row(row.row)}</p>
      <p class="text-xs text-stone-600">{facts.filter(Boolean).join(' · ')}</p>
      {row.category && <p class="text-xs text-stone-600">{row.category}</p>}
      {row.reasons && row.reasons.length > 0 && (
        <p class={`text-xs ${row.change === 'invalid' ? 'text-red-800' : 'text-amber-900'}`}>
          {row.reasons.map(reasonInWords).join('; ')}
        </p>
      )}
    </li>
  )
}

const useRows = (base: string, change: Change, lots: number) => {
  const read = useSignal<Read>(nothing)
  const turn = useRef(0)
  const more = async () => {
    const mine = ++turn.current
    let { rows, lot } = read.value
    const enough = rows.length + SCREENFUL
    read.value = { rows, lot, busy: true }
    try {
      while (lot < lots && rows.length < enough) {
        const found = await get<ImportRowView[]>(`${base}/rows?lot=${lot}&change=${change}`)
        if (mine !== turn.current) return
        rows = [...rows, ...found]
        lot++
      }
      read.value = { rows, lot, busy: false }
    } catch (cause) {
      if (mine === turn.current) read.value = { rows, lot, busy: false, failure: failureOf(cause) }
    }
  }
  useEffect(() => {
    read.value = nothing
    void more()
    return () => {
      turn.current++
    }
  }, [base, change])
  return { read: read.value, more }
}

export const PlanRows = ({ base, plan }: { base: string; plan: ImportView }) => {
  const w = words()
  const change = useSignal<Change>(CHANGES.find((one) => plan.counts[one] > 0) ?? 'new')
  const { read, more } = useRows(base, change.value, plan.lots)
  return (
    <Card title={w.rows}>
      <Tabs
        label={w.rows}
        chosen={change.value}
        choose={(id) => {
          change.value = id as Change
        }}
        tabs={CHANGES.map((id) => ({ id, label: w.changes[id], count: plan.counts[id] }))}
      />
      <ul class="mt-2 divide-y divide-stone-100">
        {read.rows.map((row) => (
          <Row key={`${row.row}:${row.service_id_api}`} row={row} />
        ))}
      </ul>
      {read.failure && <Trouble failure={read.failure} again={more} />}
      {read.busy && <Loading />}
      {!read.busy && read.rows.length === 0 && !read.failure && (
        <p class="py-4 text-sm text-stone-600">{w.noRows}</p>
      )}
      {!read.busy && read.lot < plan.lots && (
        <div class="mt-3 text-center">
          <Button onClick={more}>{t().more}</Button>
        </div>
      )}
    </Card>
  )
}
