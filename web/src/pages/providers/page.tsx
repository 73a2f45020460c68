// Connected panels; in the practice shop also the words that make its panel fail on request.
import { useSignal } from '@preact/signals'
import { put, remove } from '../../api.ts'
import type { PageProps } from '../../app.tsx'
import {
  Badge,
  Button,
  Card,
  Empty,
  Facts,
  LinkButton,
  Note,
  Shown,
  TextLink,
  Title,
} from '../../components/ui.tsx'
import { ask } from '../../lib/confirm.ts'
import { say, useLoad } from '../../lib/load.ts'
import { language, number, rupiah, t, time } from '../../text/index.ts'
import { words } from '../../text/providers.ts'
import type { ProviderStand, ProviderView } from '../../types.ts'
import { balanceOf, money } from './balance.ts'
import { ProviderSheet } from './form.tsx'
import { ConnectionTest } from './test.tsx'

type CardProps = { shop: string; provider: ProviderStand; again: () => Promise<void>; edit: () => void }

const ProviderCard = ({ shop, provider, again, edit }: CardProps) => {
  const w = words()
  const path = `/shops/${shop}/providers/${provider.id}`
  const practice = provider.driver === 'sandbox'
  const toggle = async () => {
    await put(path, { disabled: !provider.disabled })
    await again()
  }
  const drop = async () => {
    if ((await ask({ title: w.removeTitle, text: w.removeText, yes: t().remove, danger: true })) === null)
      return
    await remove(path)
    say(t().removed)
    await again()
  }
  const { catalogue, lastFault, currency } = provider
  return (
    <Card
      testid="provider"
      title={provider.name}
      aside={
        <span class="flex gap-1">
          {practice && <Badge tone="busy">{w.sandbox}</Badge>}
          {provider.low && <Badge tone="bad">{w.low}</Badge>}
          {provider.disabled && <Badge tone="bad">{w.disabled}</Badge>}
        </span>
      }
    >
      <Facts
        rows={[
          !practice && [w.endpoint, provider.endpoint],
          !practice && [w.key, `${t().endsIn} ${provider.endsIn}`],
          [
            w.balance,
            provider.balance ? w.balanceAt(balanceOf(provider) ?? '', time(provider.balance.at)) : '–',
          ],
          currency !== undefined && currency !== 'IDR' && [w.currency, currency],
          [w.catalogue, catalogue ? w.rows(number(catalogue.rows), time(catalogue.at)) : w.never],
          lastFault && [
            w.fault,
            <span class="text-red-800">{`${time(lastFault.at)}: ${lastFault.message}`}</span>,
          ],
        ]}
      />
      <Funds provider={provider} />
      <div class="mt-3 flex flex-wrap gap-2">
        <LinkButton to={`import?provider=${encodeURIComponent(provider.id)}`} kind="primary">
          {t().nav.import}
        </LinkButton>
        {!practice && <Button onClick={edit}>{t().edit}</Button>}
        <Button onClick={toggle}>{provider.disabled ? w.enable : w.disable}</Button>
        {!practice && (
          <Button kind="danger" onClick={drop}>
            {t().remove}
          </Button>
        )}
      </div>
      <div class="mt-3">
        <ConnectionTest ask={`${path}/test`} after={again} />
      </div>
    </Card>
  )
}

/** What the balance keeps from being sold or sent. */
const Funds = ({ provider }: { provider: ProviderStand }) => {
  const w = words()
  const { low, silentSince, doubtSince, queue, uncovered, currency } = provider
  const lines = [
    low && w.lowText(money(low.need, currency), time(low.at)),
    queue.orders > 0 &&
      w.queue(number(queue.orders), rupiah(queue.cost), queue.until === undefined ? null : time(queue.until)),
    uncovered > 0 && w.uncovered(number(uncovered)),
    silentSince !== undefined && w.silent(time(silentSince)),
    doubtSince !== undefined && w.doubt(time(doubtSince)),
  ].filter((line) => typeof line === 'string')
  if (lines.length === 0) return null
  return (
    <div class="mt-3" data-testid="funds">
      <Note tone="warn">
        <ul class="space-y-1">
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
        {queue.orders > 0 && <TextLink to="decisions?tab=waiting">{w.toQueue}</TextLink>}
      </Note>
    </div>
  )
}

type Failures = { word: string; meaning: { id: string; en: string } }[]

const FailureWords = () => {
  const w = words()
  const failures = useLoad<Failures>('/practice-failures')
  if (failures.state.value.failure) return null
  return (
    <Card title={w.failures} testid="failure-words">
      <p class="mb-3 text-sm text-stone-700">{w.failuresHint}</p>
      <Shown loader={failures}>
        {(rows) => (
          <table class="w-full text-left text-sm">
            <thead class="text-xs text-stone-600">
              <tr>
                <th class="pb-1 pr-4 font-medium">{w.word}</th>
                <th class="pb-1 font-medium">{w.meaning}</th>
              </tr>
            </thead>
            <tbody class="divide-y divide-stone-100">
              {rows.map((row) => (
                <tr key={row.word}>
                  <td class="py-2 pr-4 align-top font-mono whitespace-nowrap">{row.word}</td>
                  <td class="py-2">{row.meaning[language()]}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </Shown>
    </Card>
  )
}

export const ProvidersPage = ({ shop }: PageProps) => {
  const w = words()
  const practice = shop.mode === 'practice'
  const providers = useLoad<ProviderStand[]>(`/shops/${shop.id}/providers`, {
    shop: shop.id,
    topics: ['imports', 'orders'],
  })
  const editing = useSignal<ProviderView | 'new' | null>(null)
  const close = () => {
    editing.value = null
  }
  const open = (what: ProviderView | 'new') => () => {
    editing.value = what
  }
  return (
    <>
      <Title
        hint={practice ? w.practiceHint : w.hint}
        aside={
          !practice && (
            <Button kind="primary" testid="provider-add" onClick={open('new')}>
              {w.add}
            </Button>
          )
        }
      >
        {t().nav.providers}
      </Title>
      <Shown loader={providers}>
        {(rows) =>
          rows.length === 0 ? (
            <Empty>{w.empty}</Empty>
          ) : (
            <div class="grid items-start gap-4 xl:grid-cols-2">
              {rows.map((provider) => (
                <ProviderCard
                  key={provider.id}
                  shop={shop.id}
                  provider={provider}
                  again={providers.again}
                  edit={open(provider)}
                />
              ))}
            </div>
          )
        }
      </Shown>
      {practice && <FailureWords />}
      {editing.value && (
        <ProviderSheet
          shop={shop.id}
          provider={editing.value === 'new' ? null : editing.value}
          close={close}
          saved={providers.again}
        />
      )}
    </>
  )
}
