// The first page: how the shop does, what to do next, who waits for a person.
import type { ComponentChildren } from 'preact'
import { post } from '../../api.ts'
import type { PageProps } from '../../app.tsx'
import { Badge, Button, Card, Empty, LinkButton, Shown, TextLink, Title } from '../../components/ui.tsx'
import { useLoad } from '../../lib/load.ts'
import { number, rupiah, t, time } from '../../text/index.ts'
import { words } from '../../text/overview.ts'
import type { ItemView, OverviewView } from '../../types.ts'
import { CustomerItem } from '../chats/item.tsx'
import { OrderLine } from '../orders/row.tsx'
import { balanceOf } from '../providers/balance.ts'

const LEADS_TO: Record<OverviewView['checklist'][number]['id'], string> = {
  provider: 'providers',
  import: 'import',
  margin: 'sale',
  sale: 'sale',
  preview: 'preview',
  midtrans: 'settings?part=midtrans',
  bot: 'bot',
}

const Checklist = ({ steps }: { steps: OverviewView['checklist'] }) => {
  const w = words()
  const done = steps.filter((step) => step.done).length
  if (done === steps.length) return null
  const next = steps.find((step) => !step.done)?.id
  return (
    <Card
      title={w.steps}
      aside={<span class="text-sm text-stone-600">{w.stepsDone(done, steps.length)}</span>}
      testid="checklist"
    >
      <progress class="mb-2" value={done} max={steps.length} aria-label={w.steps} />
      <ol>
        {steps.map((step) => (
          <li key={step.id}>
            <a
              href={`#/${LEADS_TO[step.id]}`}
              data-testid={`step-${step.id}`}
              data-done={step.done}
              class="flex min-h-11 items-center gap-3 rounded-lg px-2 text-sm hover:bg-stone-50"
            >
              <span
                aria-hidden="true"
                class={`grid size-6 shrink-0 place-items-center rounded-full text-xs font-bold ${
                  step.done ? 'bg-brand-700 text-white' : 'ring-2 ring-inset ring-stone-300'
                }`}
              >
                {step.done ? '✓' : ''}
              </span>
              <span class={step.done ? 'text-stone-500' : 'font-medium'}>{w.step[step.id]}</span>
              {step.done && <span class="sr-only">({t().done})</span>}
              {step.id === next && <Badge tone="busy">{w.next}</Badge>}
            </a>
          </li>
        ))}
      </ol>
    </Card>
  )
}

const Figure = ({ label, value, hint }: { label: string; value: ComponentChildren; hint?: string }) => (
  <div class="rounded-xl bg-white p-3.5 ring-1 ring-stone-200 sm:p-4">
    <p class="text-xs text-stone-600">{label}</p>
    <p class="mt-1 text-lg font-semibold tracking-tight tabular-nums sm:text-xl">{value}</p>
    {hint && <p class="mt-0.5 text-xs text-stone-600">{hint}</p>}
  </div>
)

const Figures = ({ view }: { view: OverviewView }) => {
  const w = words()
  const { held, unknown, waiting } = view.orders
  return (
    <section aria-label={w.title} class="grid grid-cols-2 gap-3 xl:grid-cols-4">
      <Figure label={w.figures.turnoverToday} value={rupiah(view.turnover.today)} />
      <Figure label={w.figures.today} value={number(view.orders.today)} />
      <Figure label={w.figures.turnoverWeek} value={rupiah(view.turnover.week)} />
      <Figure label={w.figures.profitWeek} value={rupiah(view.profit.week)} />
      <Figure label={w.figures.open} value={number(view.orders.open)} />
      <Figure
        label={w.figures.attention}
        value={
          <a href="#/decisions" data-testid="to-decisions" class="underline underline-offset-4">
            {number(view.orders.needing)}
          </a>
        }
        hint={w.held(held, unknown, waiting)}
      />
      <Figure label={w.figures.completedWeek} value={number(view.orders.completedWeek)} />
      <Figure label={w.figures.onSale} value={number(view.onSale)} hint={w.of(number(view.services))} />
    </section>
  )
}

/** A customer waits for its answer. */
const isCall = ({ number: ticket }: ItemView): boolean => ticket !== undefined
/** What nobody could answer is answered on its own page, the same question once. */
const isQuestion = ({ kind }: ItemView): boolean => kind === 'question'

const Items = ({ shop }: { shop: string }) => {
  const w = words()
  const items = useLoad<ItemView[]>(`/shops/${shop}/items?open=1`, { shop, topics: ['items', 'orders'] })
  const tick = async (id: string) => {
    await post(`/shops/${shop}/items/${id}/done`)
    await items.again()
  }
  return (
    <Card title={w.items} testid="items">
      <Shown loader={items}>
        {(rows) =>
          rows.length === 0 ? (
            <p class="text-sm text-stone-600">{w.noItems}</p>
          ) : (
            <ul class="divide-y divide-stone-100">
              {rows.filter(isCall).map((item) => (
                <li key={item.id}>
                  <CustomerItem shop={shop} item={item} changed={items.again} />
                </li>
              ))}
              {rows.some(isQuestion) && (
                <li>
                  <TextLink to="knowledge" testid="to-questions">
                    {w.questions(number(rows.filter(isQuestion).length))}
                  </TextLink>
                </li>
              )}
              {rows
                .filter((item) => !isCall(item) && !isQuestion(item))
                .map((item) => (
                  <li key={item.id} class="flex flex-wrap items-center justify-between gap-2 py-2 text-sm">
                    <div class="min-w-0 flex-1 basis-56">
                      <p>
                        <Badge tone="wait">{w.itemKinds[item.kind] ?? item.kind}</Badge>{' '}
                        <span class="text-xs text-stone-600">{time(item.at)}</span>
                      </p>
                      <p class="mt-1 whitespace-pre-line">{w.itemTold[item.text] ?? item.text}</p>
                    </div>
                    <div class="flex gap-2">
                      {item.order && <LinkButton to={`orders/${item.order}`}>{w.toOrder}</LinkButton>}
                      <Button kind="primary" testid="item-done" onClick={() => tick(item.id)}>
                        {t().done}
                      </Button>
                    </div>
                  </li>
                ))}
            </ul>
          )
        }
      </Shown>
    </Card>
  )
}

const Recent = ({ view, practice }: { view: OverviewView; practice: boolean }) => {
  const w = words()
  return (
    <section class="overflow-hidden rounded-xl bg-white ring-1 ring-stone-200">
      <header class="flex items-center justify-between px-4 pt-3">
        <h2 class="font-semibold">{w.recent}</h2>
        <TextLink to="orders">{w.allOrders}</TextLink>
      </header>
      {view.recent.length === 0 ? (
        <Empty>
          <p class="mb-3">{w.noOrders}</p>
          <LinkButton to="preview">{w.tryChat}</LinkButton>
        </Empty>
      ) : (
        <div class="divide-y divide-stone-100">
          {view.recent.map((order) => (
            <OrderLine key={order.id} order={order} practice={practice} />
          ))}
        </div>
      )}
    </section>
  )
}

const Balances = ({ view }: { view: OverviewView }) => {
  const w = words()
  return (
    <Card title={w.balances} aside={<TextLink to="providers">{t().nav.providers}</TextLink>}>
      {view.providers.length === 0 && <p class="text-sm text-stone-600">{w.noProviders}</p>}
      <ul class="divide-y divide-stone-100">
        {view.providers.map((provider) => (
          <li key={provider.id} class="py-2 text-sm">
            <p class="flex flex-wrap justify-between gap-2">
              <span class="font-medium">{provider.name}</span>
              <span class="tabular-nums">
                {provider.disabled ? w.disabled : (balanceOf(provider) ?? w.noBalance)}
              </span>
            </p>
            {provider.lastFault && (
              <p class="mt-0.5 text-xs text-red-800">
                {time(provider.lastFault.at)}: {provider.lastFault.message}
              </p>
            )}
          </li>
        ))}
      </ul>
    </Card>
  )
}

export const OverviewPage = ({ shop }: PageProps) => {
  const view = useLoad<OverviewView>(`/shops/${shop.id}/overview`, {
    shop: shop.id,
    topics: ['orders', 'imports'],
  })
  return (
    <>
      <Title hint={t().phaseHint[shop.phase]}>{words().title}</Title>
      <Shown loader={view}>
        {(data) => (
          <>
            <Checklist steps={data.checklist} />
            <Figures view={data} />
            <Items shop={shop.id} />
            <div class="grid items-start gap-4 xl:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]">
              <Recent view={data} practice={shop.mode === 'practice'} />
              <Balances view={data} />
            </div>
          </>
        )}
      </Shown>
    </>
  )
}
