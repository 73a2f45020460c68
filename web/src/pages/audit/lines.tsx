// Audit lines of one shop, or of all: searched, and read page by page.
import { useSignal } from '@preact/signals'
import { get } from '../../api.ts'
import { Search } from '../../components/search.tsx'
import { Badge, Button, Empty, Shown } from '../../components/ui.tsx'
import { useLoad } from '../../lib/load.ts'
import { words } from '../../text/audit.ts'
import { UNTOLD } from '../../text/audit-words.ts'
import { number, rupiah, time } from '../../text/index.ts'
import { words as orderWords } from '../../text/orders.ts'
import type { AuditPage, AuditRow } from '../../types.ts'

const whatOf = (what: string): string => {
  const [, event] = /^order\.(.+)$/.exec(what) ?? []
  if (event) return orderWords().events[event] ?? event
  return words().what[what] ?? what
}

const shownOf = (name: string, value: string | number | boolean): string => {
  const w = words()
  if (typeof value === 'boolean') return value ? w.yes : w.no
  if (typeof value === 'string') return value
  if (name === 'until') return time(value)
  return name === 'amount' ? rupiah(value) : number(value)
}

/** "im_3unDx…": an id of the store, which names nothing to a reader. */
const OWN_ID = /^[a-z]{1,4}_[\w-]{10,}$/

const factsOf = ({ data = {} }: AuditRow): string =>
  Object.entries(data)
    .filter(([name]) => !UNTOLD.has(name))
    .map(([name, value]) => `${words().facts[name] ?? name}: ${shownOf(name, value)}`)
    .join(' · ')

type LineProps = { row: AuditRow; everywhere: boolean }
const Line = ({ row, everywhere }: LineProps) => {
  const w = words()
  const facts = factsOf(row)
  const reason = row.reason && (orderWords().why[row.reason] ?? row.reason)
  return (
    <li data-testid="audit-line" data-what={row.what} class="px-4 py-3 text-sm">
      <p class="flex flex-wrap items-baseline justify-between gap-x-3">
        <span class="font-medium">
          {whatOf(row.what)}
          {everywhere && (
            <>
              {' '}
              <Badge>{row.shop?.name ?? w.platform}</Badge>
            </>
          )}
        </span>
        <time datetime={new Date(row.at).toISOString()} class="text-xs text-stone-600">
          {time(row.at)}
        </time>
      </p>
      {row.order && !everywhere ? (
        <p>
          <a
            href={`#/orders/${encodeURIComponent(row.order)}`}
            class="text-brand-700 underline underline-offset-4"
          >
            {w.order} {row.about ?? ''}
          </a>
        </p>
      ) : (
        row.about && !OWN_ID.test(row.about) && <p class="text-xs break-all text-stone-600">{row.about}</p>
      )}
      {reason && (
        <p class="break-words text-stone-800">
          {w.why}: {reason}
        </p>
      )}
      {facts && <p class="text-xs break-words text-stone-600">{facts}</p>}
      <p class="text-xs break-all text-stone-600">
        {row.by} · {w.roles[row.role]}
      </p>
    </li>
  )
}

type Props = { base: string; everywhere?: boolean; shop?: string }

/** Pages after the first are put under it; another search begins anew. */
export const AuditLines = ({ base, everywhere = false, shop }: Props) => {
  const w = words()
  const text = useSignal('')
  const query = new URLSearchParams({
    ...(text.value ? { text: text.value } : {}),
    ...(shop ? { shop } : {}),
  }).toString()
  return (
    <div class="space-y-3">
      <Search value="" label={w.search} search={(typed) => (text.value = typed.slice(0, 100))} />
      <Pages key={query} path={`${base}?${query}`} everywhere={everywhere} />
    </div>
  )
}

const Pages = ({ path, everywhere }: { path: string; everywhere: boolean }) => {
  const w = words()
  const first = useLoad<AuditPage>(path)
  const older = useSignal<AuditPage[]>([])
  const more = async (next: string) => {
    const page = await get<AuditPage>(`${path}&before=${encodeURIComponent(next)}`)
    older.value = [...older.value, page]
  }
  return (
    <Shown loader={first}>
      {(data) => {
        const pages = [data, ...older.value]
        const rows = pages.flatMap((page) => page.rows)
        const next = pages.at(-1)?.next
        if (rows.length === 0) return <Empty>{w.none}</Empty>
        return (
          <>
            <ul class="divide-y divide-stone-100 overflow-hidden rounded-xl bg-white ring-1 ring-stone-200">
              {rows.map((row) => (
                <Line key={row.id} row={row} everywhere={everywhere} />
              ))}
            </ul>
            {next && (
              <Button testid="audit-older" onClick={() => more(next)}>
                {w.older}
              </Button>
            )}
          </>
        )
      }}
    </Shown>
  )
}
