// The bot of the live shop: its token, how it hears, and whose Telegram accounts get the shop's news.
import { useSignal } from '@preact/signals'
import { post, remove } from '../../api.ts'
import type { PageProps } from '../../app.tsx'
import { Button, Card, CopyButton, Empty, Facts, Note, Shown, Title } from '../../components/ui.tsx'
import { ask } from '../../lib/confirm.ts'
import { say, useLoad } from '../../lib/load.ts'
import { loadSession, setMode } from '../../lib/session.ts'
import { words } from '../../text/bot.ts'
import { clock, t, time } from '../../text/index.ts'
import type { BotView, ShopView } from '../../types.ts'
import { TokenForm } from './token.tsx'

const Status = ({ shop, bot, again }: { shop: string; bot: BotView; again: () => Promise<void> }) => {
  const w = words()
  const drop = async () => {
    if ((await ask({ title: w.remove, text: w.removeText, yes: w.remove, danger: true })) === null) return
    await remove(`/shops/${shop}/bot`)
    say(w.removed)
    await again()
  }
  const { lastError } = bot
  return (
    <Card title={w.status} testid="bot-status">
      <Facts
        rows={[
          [w.name, bot.name],
          [w.username, `@${bot.username}`],
          [w.token, `${t().endsIn} ${bot.endsIn}`],
          [w.mode, w.modes[bot.mode]],
          bot.webhook !== undefined && [w.webhook, bot.webhook],
          lastError && [
            w.lastError,
            <span class="text-red-800">{`${time(lastError.at)}: ${lastError.message}`}</span>,
          ],
        ]}
      />
      <div class="mt-3 flex flex-wrap gap-2">
        <a
          href={`https://t.me/${encodeURIComponent(bot.username)}`}
          target="_blank"
          rel="noreferrer noopener"
          class="inline-flex min-h-11 items-center rounded-lg px-4 text-sm font-medium text-brand-700 hover:bg-brand-50"
        >
          {w.open} ↗
        </a>
        <Button kind="danger" testid="bot-remove" onClick={drop}>
          {w.remove}
        </Button>
      </div>
    </Card>
  )
}

type Link = { link: string; expiresAt: number }

const Bind = ({ shop }: { shop: string }) => {
  const w = words()
  const link = useSignal<Link | null>(null)
  const make = async () => {
    link.value = await post<Link>(`/shops/${shop}/bot/bind`)
  }
  return (
    <div class="mt-3 space-y-2">
      <Button kind="primary" testid="bot-bind" onClick={make}>
        {w.bind}
      </Button>
      {link.value && (
        <Note>
          <p class="mb-2">{w.bindHint(clock(link.value.expiresAt))}</p>
          <p class="mb-2 font-mono text-xs break-all" data-testid="bind-link">
            {link.value.link}
          </p>
          <div class="flex flex-wrap gap-2">
            <a
              href={link.value.link}
              target="_blank"
              rel="noreferrer noopener"
              class="inline-flex min-h-11 items-center rounded-lg bg-brand-700 px-4 text-sm font-medium text-white"
            >
              {w.bindOpen} ↗
            </a>
            <CopyButton text={link.value.link} />
          </div>
        </Note>
      )}
    </div>
  )
}

const Bound = ({ shop, view, again }: { shop: string; view: ShopView; again: () => Promise<void> }) => {
  const w = words()
  const unbind = async (user: number, name: string) => {
    if ((await ask({ title: w.unbind, text: w.unbindText(name), yes: w.unbind, danger: true })) === null)
      return
    await remove(`/shops/${shop}/bound/${user}`)
    await again()
  }
  return (
    <Card title={w.bound} testid="bound">
      <p class="text-sm text-stone-700">{w.boundHint}</p>
      {view.bound.length === 0 && <p class="mt-2 text-sm text-stone-600">{w.noBound}</p>}
      <ul class="divide-y divide-stone-100">
        {view.bound.map(({ user, name, at }) => (
          <li key={user} class="flex items-center justify-between gap-3 py-2 text-sm">
            <span>
              <span class="block font-medium">{name}</span>
              <span class="block text-xs text-stone-600">{time(at)}</span>
            </span>
            <Button onClick={() => unbind(user, name)}>{w.unbind}</Button>
          </li>
        ))}
      </ul>
      {view.bot && <Bind shop={shop} />}
    </Card>
  )
}

export const BotPage = ({ shop }: PageProps) => {
  const w = words()
  const practice = shop.mode === 'practice'
  const view = useLoad<ShopView>(practice ? null : `/shops/${shop.id}`)
  if (practice)
    return (
      <>
        <Title>{t().nav.bot}</Title>
        <Empty>
          <p class="mb-3">{w.practice}</p>
          <Button kind="primary" onClick={() => setMode('live')}>
            {w.toLive}
          </Button>
        </Empty>
      </>
    )
  const again = async () => {
    await Promise.all([view.again(), loadSession()])
  }
  return (
    <>
      <Title hint={w.hint}>{t().nav.bot}</Title>
      <Note tone="warn">{w.risk}</Note>
      <Shown loader={view}>
        {(data) => (
          <div class="grid items-start gap-4 xl:grid-cols-2">
            {data.bot && <Status shop={shop.id} bot={data.bot} again={again} />}
            <TokenForm shop={shop.id} replaces={data.bot !== undefined} saved={again} />
            <Bound shop={shop.id} view={data} again={view.again} />
          </div>
        )}
      </Shown>
    </>
  )
}
