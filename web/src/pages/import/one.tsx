// One import: reading, the plan with its counts, applying with its progress, the report.
import { useEffect } from 'preact/hooks'
import { post } from '../../api.ts'
import { BackLink, Button, Card, LinkButton, Note, Shown, Title } from '../../components/ui.tsx'
import { say, useLoad } from '../../lib/load.ts'
import { words } from '../../text/import.ts'
import { number, t, time } from '../../text/index.ts'
import type { ImportView } from '../../types.ts'
import { PlanRows } from './rows.tsx'

export const CHANGES = ['new', 'changed', 'vanished', 'invalid', 'same'] as const

const Counts = ({ counts }: { counts: ImportView['counts'] }) => {
  const w = words()
  return (
    <dl class="grid grid-cols-3 gap-2 sm:grid-cols-5" data-testid="import-counts">
      {CHANGES.map((change) => (
        <div key={change} class="rounded-lg bg-stone-50 p-2.5 ring-1 ring-inset ring-stone-200">
          <dt class="text-xs text-stone-600">{w.changes[change]}</dt>
          <dd data-testid={`count-${change}`} class="text-lg font-semibold tabular-nums">
            {number(counts[change])}
          </dd>
        </div>
      ))}
    </dl>
  )
}

const Stage = ({ plan, base, again }: { plan: ImportView; base: string; again: () => Promise<void> }) => {
  const w = words()
  const { counts, state } = plan
  const storing = counts.new + counts.changed + counts.same
  const act = async (what: 'apply' | 'drop') => {
    await post(`${base}/${what}`)
    if (what === 'drop') say(w.dropped)
    await again()
  }
  if (state === 'reading')
    return (
      <div role="status" class="space-y-3 text-sm">
        <progress aria-label={w.states.reading} />
        <p>{w.reading}</p>
      </div>
    )
  if (state === 'failed')
    return <Note tone="bad">{w.faults[plan.fault ?? ''] ?? plan.fault ?? w.states.failed}</Note>
  return (
    <div class="space-y-4">
      <Counts counts={counts} />
      {plan.short && <Note tone="warn">{w.short}</Note>}
      {state === 'planned' && (
        <div class="flex flex-wrap gap-2">
          <Button kind="primary" testid="import-apply" disabled={storing === 0} onClick={() => act('apply')}>
            {w.apply(number(storing))}
          </Button>
          <Button testid="import-drop" onClick={() => act('drop')}>
            {w.drop}
          </Button>
        </div>
      )}
      {state === 'applying' && (
        <div role="status" class="space-y-2 text-sm" data-testid="import-progress">
          <progress value={plan.applied} max={Math.max(1, plan.lots)} aria-label={w.states.applying} />
          <p>{w.progress(number(plan.applied), number(plan.lots))}</p>
        </div>
      )}
      {state === 'done' && (
        <div data-testid="import-done" class="flex flex-wrap items-center justify-between gap-3">
          <p class="text-sm">{w.doneText(number(storing))}</p>
          <LinkButton to="sale" kind="primary" testid="import-choose">
            {w.choose}
          </LinkButton>
        </div>
      )}
    </div>
  )
}

const MOVING = ['reading', 'applying']

export const OneImport = ({ shop, id }: { shop: string; id: string }) => {
  const w = words()
  const base = `/shops/${shop}/imports/${encodeURIComponent(id)}`
  const plan = useLoad<ImportView>(base, { shop, topics: ['imports'] })
  const state = plan.state.value.data?.state ?? ''
  useEffect(() => {
    if (!MOVING.includes(state)) return
    // Hints may come from another replica's work; asking finds that too.
    const timer = setInterval(() => void plan.again(), 1500)
    return () => clearInterval(timer)
  }, [state])
  return (
    <>
      <BackLink to="import">{t().nav.import}</BackLink>
      <Shown loader={plan}>
        {(data) => (
          <>
            <Title hint={`${w.states[data.state]} · ${time(data.finishedAt ?? data.createdAt)}`}>
              {data.state === 'done' ? w.report : w.title}
            </Title>
            <div data-testid="import" data-state={data.state}>
              <Card>
                <Stage plan={data} base={base} again={plan.again} />
              </Card>
            </div>
            {!['reading', 'failed'].includes(data.state) && data.lots > 0 && (
              <PlanRows base={base} plan={data} />
            )}
          </>
        )}
      </Shown>
    </>
  )
}
