// Everything that HTTP serves: the dashboard's API, the webhooks' doors, the practice bank, the dashboard itself.
import type { Update } from 'grammy/types'
import { makeBindLink, unbind } from '../accounts/bind.ts'
import { accept } from '../bot/accept.ts'
import { previewChat, previewKey, sayInPreview } from '../bot/preview.ts'
import { connectBot, disconnectBot } from '../bot/token.ts'
import { SANDBOX_FAILURES } from '../catalog/drivers/sandbox-failures.ts'
import { makeApi } from '../http/api/api.ts'
import { auditApi } from '../http/api/audit.ts'
import { botApi } from '../http/api/bot.ts'
import { servicesApi } from '../http/api/catalog.ts'
import { chatsApi } from '../http/api/chats.ts'
import { deskApi } from '../http/api/desk.ts'
import type { KeySetVerbs } from '../http/api/fields.ts'
import { importsApi } from '../http/api/imports.ts'
import { knowledgeApi } from '../http/api/knowledge.ts'
import { manualQrisApi } from '../http/api/manual-qris.ts'
import { modelApi } from '../http/api/model.ts'
import { moneyApi } from '../http/api/money.ts'
import { ordersApi } from '../http/api/orders.ts'
import { owedApi } from '../http/api/owed.ts'
import { platformItemsApi } from '../http/api/platform-items.ts'
import { platformShopsApi } from '../http/api/platform-shops.ts'
import { practiceApi } from '../http/api/practice.ts'
import { providersApi } from '../http/api/providers.ts'
import { saldoApi } from '../http/api/saldo.ts'
import { dashboardRoot, makeDashboard } from '../http/dashboard.ts'
import type { HttpSettings } from '../http/env.ts'
import type { Hints } from '../http/live.ts'
import { practicePages } from '../http/practice.ts'
import { makeServer } from '../http/server.ts'
import { midtransHook } from '../http/webhooks/midtrans.ts'
import { type RawUpdate, telegramHook } from '../http/webhooks/telegram.ts'
import { everyMs } from '../jobs/lease.ts'
import type { ChatKey, ShopId } from '../lib/brand.ts'
import { refuse } from '../lib/outcome.ts'
import type { Shop } from '../model/shop.ts'
import { verifyServerKey } from '../payments/drivers/midtrans.ts'
import { removeManualQris, setManualQris, switchManualQris } from '../payments/manual-qris.ts'
import { note } from '../reports/audit.ts'
import { recordPayout } from '../reports/payout.ts'
import { makePlatformBooks } from '../reports/platform-books.ts'
import { addKeySet, removeKeySet } from '../shops/key-sets.ts'
import { phaseOf } from '../shops/phase.ts'
import { backupsIn } from '../store/backup.ts'
import type { Base } from './base.ts'
import type { Bots } from './bots.ts'
import { makeCalls } from './calls.ts'
import { makeDecisions } from './decisions.ts'
import type { Gateways } from './gateways.ts'
import type { Goods } from './goods.ts'
import type { KnowledgeDesk } from './knowledge.ts'
import { type Models, sealModelKey } from './model.ts'
import type { People } from './people.ts'
import type { Saldo } from './saldo.ts'
import type { Sales } from './sales.ts'
import { backupFolder } from './work.ts'

type Parts = {
  hints: Hints
  people: People
  gateways: Gateways
  goods: Goods
  sales: Sales
  saldo: Saldo
  knowledge: KnowledgeDesk
  bots: Bots
  models: Models
  /** Whether this process works off jobs and updates. */
  working(): boolean
}

const settingsOf = ({ config, version }: Base): HttpSettings => ({
  basePath: config.basePath,
  publicUrl: config.publicUrl,
  publicIpv4: config.publicIpv4,
  trustedProxies: config.trustedProxies,
  version,
})

/** A server key is tried at Midtrans once; when Midtrans can't be asked, the first bill will tell. */
const keySetVerbs = (base: Base): KeySetVerbs => ({
  add: async (owner, draft) => {
    const { environment, serverKey } = draft
    const tried = await verifyServerKey({ environment, serverKey, baseUrl: base.config.midtransBaseUrl })
    if (tried === 'wrong') return refuse('wrongKey')
    return { ok: true, keySet: await addKeySet(base, owner, draft) }
  },
  remove: (owner, id) => removeKeySet(base, owner, id),
})

const startAnew = async ({ store }: Base, shop: ShopId, chat: ChatKey): Promise<void> => {
  await store.chats.remove(shop, chat)
  await store.messages.removeOf(shop, chat)
  await store.conversations.remove(`${previewKey(shop)}:${chat.slice(chat.lastIndexOf(':') + 1)}`)
}

const botDesk = (base: Base, { bots }: Pick<Parts, 'bots'>) => {
  const { store, clock, ids } = base
  // Telegram's updates have numbers of their own; the preview's come from the clock, never stand still, and end in this process' own.
  const mine = Number(Bun.hash(ids.token()) % 1000n)
  let last = 0
  const updateId = () => {
    last = Math.max(last + 1, clock.now())
    return last * 1000 + mine
  }
  return botApi({
    store,
    clock,
    connect: (input) => connectBot(bots.token, input),
    disconnect: (shop) => disconnectBot(bots.token, shop),
    bindLink: (given) => makeBindLink({ store, clock, ids }, given),
    unbind: (shop, user) => unbind({ store }, shop, user),
    previewChat,
    say: (who, input) => sayInPreview({ store, clock, updateId }, who, input),
    startAnew: (shop, chat) => startAnew(base, shop, chat),
  })
}

const nouns = (base: Base, parts: Parts) => {
  const { store, clock, ids } = base
  const { goods, gateways } = parts
  const books = makePlatformBooks(base)
  const calls = makeCalls(base, parts.sales)
  const takesMoney = async (shop: Shop) => (await gateways.gatewayInUse(shop.id)) !== null
  return [
    providersApi({ store, ...goods.providers }),
    importsApi({ store, ...goods.catalog }),
    servicesApi({ store, ...goods.catalog }),
    ordersApi(makeDecisions(base, parts)),
    botDesk(base, parts),
    deskApi({ store, clock, takesMoney, close: calls.close }),
    chatsApi({ store, ...calls }),
    manualQrisApi({
      set: (given) => setManualQris(base, given),
      turn: (given) => switchManualQris(base, given),
      remove: (shop) => removeManualQris(base, shop),
    }),
    knowledgeApi(parts.knowledge.api(goods.products)),
    saldoApi({ store, ...parts.saldo }),
    practiceApi({ failures: SANDBOX_FAILURES }),
    modelApi({ store, clock, model: parts.models }),
    platformShopsApi({ store, clock, ids }),
    platformItemsApi({ store, clock }),
    auditApi({ store }),
    moneyApi({ store, clock, books }),
    owedApi({ store, books, record: (form) => recordPayout({ ...base, books }, form) }),
  ]
}

const apiOf = (base: Base, parts: Parts) => {
  const { store, clock } = base
  const keySets = keySetVerbs(base)
  const phase = (shop: Shop) => phaseOf({ store }, shop, clock.now())
  return makeApi({
    settings: settingsOf(base),
    store,
    accounts: parts.people.accounts,
    session: { phaseOf: phase },
    platform: {
      store,
      clock,
      keySets,
      sealModelKey: (plain) => sealModelKey(base, plain),
      backups: async () => {
        const folder = backupFolder(base)
        return folder === null ? null : backupsIn(folder)
      },
      facts: parts.goods.facts,
    },
    shops: { store, clock, keySets, phaseOf: phase },
    live: { hints: parts.hints, every: everyMs },
    audit: { note: (act) => note(base, act), log: base.log },
    more: nouns(base, parts),
  })
}

const hooksOf = (base: Base, { gateways, bots }: Parts) => [
  midtransHook({ ...base, readNotice: gateways.readNotice }),
  telegramHook({
    secretOf: bots.secretOf,
    accept: async (bot: string, raw: RawUpdate) => {
      const update = raw as unknown as Update
      const handled = await bots.wouldHandle(bot, update)
      if (handled !== false) await accept(base, bot, update)
      return handled === undefined ? {} : { handled }
    },
  }),
]

/** `fetch` for Bun.serve; `close` ends the live streams, before the server stops. */
export const makePages = (base: Base, parts: Parts) => {
  const { store, config } = base
  const { basePath } = config
  const api = apiOf(base, parts)
  const onPaid = async (attempt: string): Promise<void> => {
    const at = base.clock.now()
    const job = {
      id: `payments.settle:${attempt}:practice`,
      name: 'payments.settle' as const,
      at,
      payload: { attempt },
    }
    await store.notices.accept({ id: `practice:${attempt}`, attempt, at, raw: '{}' }, job)
  }
  const server = makeServer({
    ...base,
    settings: settingsOf(base),
    ready: { store: store.ping, worker: parts.working },
    api: api.routes,
    hooks: hooksOf(base, parts),
    pages: [
      practicePages({ bank: parts.gateways.practice, clock: base.clock, settings: settingsOf(base), onPaid }),
    ],
    dashboard: makeDashboard({ root: dashboardRoot(), basePath }),
  })
  return { server, close: api.close }
}
