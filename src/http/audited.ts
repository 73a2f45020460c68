// Each act of somebody signed in leaves a line in the audit, in a word of our own. Only the fields named here get into a line, so no
// secret can; a route that is missing here is refused by a test.
import type { Context, MiddlewareHandler } from 'hono'
import { routePath } from 'hono/route'
import type { Log } from '../lib/log.ts'
import type { Act } from '../reports/audit.ts'
import type { AppEnv, HttpSettings } from './env.ts'

type Row = {
  what: string
  /** Fields of the request that are told; of a list, how many it has. */
  tell?: readonly string[]
}

const PRICING = ['margin', 'fee', 'leastProfit', 'step', 'leastBill', 'lossLimit', 'gatewayFee'] as const
const HABITS = [
  'billMinutes',
  'topupsOut',
  'salesMuted',
  'aiOff',
  'aiDayTokens',
  'aiDayRupiah',
  'aiChatCalls',
  'chatDays',
  'timezone',
  'hours',
  'language',
  'voice',
  'name',
] as const

/** `null`: nothing of the shop changes, or the act writes its own line. */
export const AUDITED: Readonly<Record<string, Row | null>> = {
  'POST /session': null,
  'DELETE /session': null,
  'POST /setup': null,
  'POST /invitations/take': null,
  'DELETE /session/all': { what: 'account.signedOutEverywhere' },
  'PUT /account': { what: 'account.changed', tell: ['language'] },
  'POST /invitations': { what: 'account.invited', tell: ['email'] },
  'POST /accounts/:id/reset': { what: 'account.resetLink' },
  'PUT /accounts/:id': { what: 'account.shutOut', tell: ['disabled'] },
  'POST /platform/keysets': { what: 'keys.added', tell: ['environment', 'merchantId'] },
  'DELETE /platform/keysets/:id': { what: 'keys.removed' },
  'PUT /platform/openai': { what: 'model.set', tell: ['model'] },
  'DELETE /platform/openai': { what: 'model.removed' },
  'PUT /platform/model-prices': { what: 'model.prices' },
  'PUT /platform/blocked': { what: 'blocked.changed', tell: ['words'] },
  'POST /platform/jobs/:id/revive': { what: 'job.revived' },
  'PUT /platform/shops/:id': null,
  'POST /platform/items/:id/done': { what: 'item.done' },
  'POST /platform/owed/:id/payouts': null,
  'PUT /platform/fee': { what: 'platform.fee', tell: ['gatewayFee'] },
  'PUT /shops/:shop/settings': { what: 'settings.changed', tell: [...PRICING, ...HABITS] },
  'POST /shops/:shop/close': { what: 'shop.closed', tell: ['until'] },
  'POST /shops/:shop/open': { what: 'shop.opened' },
  'POST /shops/:shop/keysets': { what: 'keys.added', tell: ['environment', 'merchantId'] },
  'DELETE /shops/:shop/keysets/:id': { what: 'keys.removed' },
  'PUT /shops/:shop/manual-qris': { what: 'manualQris.set', tell: ['on'] },
  'DELETE /shops/:shop/manual-qris': { what: 'manualQris.removed' },
  'PUT /shops/:shop/exchange': { what: 'exchange.set', tell: ['currency', 'rate', 'buffer'] },
  'POST /shops/:shop/providers': { what: 'provider.added', tell: ['name'] },
  'POST /shops/:shop/providers/test': null,
  'POST /shops/:shop/providers/:id/test': null,
  'PUT /shops/:shop/providers/:id': { what: 'provider.changed', tell: ['name', 'disabled'] },
  'DELETE /shops/:shop/providers/:id': { what: 'provider.removed' },
  'POST /shops/:shop/imports': null,
  'POST /shops/:shop/imports/:id/apply': { what: 'import.applied' },
  'POST /shops/:shop/imports/:id/drop': null,
  'POST /shops/:shop/services/sale': { what: 'services.sale', tell: ['ids', 'on'] },
  'PUT /shops/:shop/window/:number': { what: 'window.changed', tell: ['service'] },
  'POST /shops/:shop/services/proposal': { what: 'services.accepted', tell: ['ids'] },
  'PUT /shops/:shop/services/:id': {
    what: 'service.changed',
    tell: [
      'displayName',
      'pin',
      'platform',
      'kind',
      'linkKind',
      'country',
      'guaranteeDays',
      'speedPerDay',
      'alternatives',
    ],
  },
  'POST /shops/:shop/orders/:id/actions': null,
  'POST /shops/:shop/bot': { what: 'bot.connected', tell: ['mode', 'takeOver'] },
  'DELETE /shops/:shop/bot': { what: 'bot.removed' },
  'POST /shops/:shop/bot/bind': { what: 'bot.bindLink' },
  'DELETE /shops/:shop/bound/:user': { what: 'bot.unbound' },
  'POST /shops/:shop/preview/messages': null,
  'DELETE /shops/:shop/preview': null,
  'POST /shops/:shop/items/:id/done': { what: 'item.done', tell: ['pick'] },
  'POST /shops/:shop/chats/:chat/messages': { what: 'chat.written' },
  'POST /shops/:shop/chats/:chat/back': { what: 'chat.givenBack' },
  'PUT /shops/:shop/customers/:id': { what: 'customer.blocked', tell: ['blocked'] },
  'POST /shops/:shop/customers/:id/wallet/entries': null,
  'POST /shops/:shop/withdrawals/:id/reveal': null,
  'POST /shops/:shop/withdrawals/:id/pay': null,
  'POST /shops/:shop/withdrawals/:id/reject': null,
  'PUT /shops/:shop/knowledge': { what: 'knowledge.changed', tell: ['title'] },
  'DELETE /shops/:shop/knowledge/:id': { what: 'knowledge.removed' },
  // Title and format come with the answer: a multipart body is not read twice.
  'POST /shops/:shop/knowledge/files': { what: 'knowledge.uploaded' },
  'POST /shops/:shop/knowledge/links': { what: 'knowledge.linked', tell: ['url'] },
  'POST /shops/:shop/knowledge/:id/refresh': { what: 'knowledge.refreshed' },
  'POST /shops/:shop/knowledge/questions/:key/answer': { what: 'question.answered' },
  'POST /shops/:shop/knowledge/questions/:key/dismiss': { what: 'question.dismissed' },
}

export type AuditedDeps = { note(act: Act): Promise<void>; log: Pick<Log, 'error'> }

/** Stands behind the gate: whoever passes is somebody. A refused or failed act leaves no line. */
export const audited =
  (deps: AuditedDeps, settings: HttpSettings): MiddlewareHandler<AppEnv> =>
  async (c, next) => {
    await next()
    if (c.req.method === 'GET' || !c.res.ok || !c.get('signedIn')) return
    const path = routePath(c).slice(`${settings.basePath}/api`.length)
    const row = AUDITED[`${c.req.method} ${path}`]
    if (!row) return
    try {
      await deps.note(await actOf(c, row, path))
    } catch (cause) {
      // The act is done: an error here would have it done again.
      deps.log.error(
        { err: cause, what: row.what, requestId: c.get('requestId') },
        'no audit line was written',
      )
    }
  }

const actOf = async (c: Context<AppEnv>, { what, tell = [] }: Row, path: string): Promise<Act> => {
  const { id, role } = c.get('account')
  const shop = path.startsWith('/shops/:shop') ? c.get('shop').id : undefined
  const { shop: _, ...about } = c.req.param() as Record<string, string>
  const [named] = Object.values(about)
  const data = { ...(tell.length > 0 ? toldOf(await bodyOf(c), tell) : {}), ...c.get('facts') }
  return {
    what,
    by: `${shop ? 'seller' : role}:${id}`,
    ...(shop ? { shop } : {}),
    ...(named ? { about: named.slice(0, LONGEST) } : {}),
    ...(Object.keys(data).length > 0 ? { data } : {}),
  }
}

const bodyOf = async (c: Context<AppEnv>): Promise<Record<string, unknown>> => {
  const body: unknown = await c.req.json().catch(() => null)
  return typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : {}
}

const LONGEST = 100

const toldOf = (body: Record<string, unknown>, tell: readonly string[]) =>
  Object.fromEntries(
    tell.flatMap((name): [string, string | number | boolean][] => {
      const value = body[name]
      if (typeof value === 'string') return [[name, value.slice(0, LONGEST)]]
      if (typeof value === 'number' || typeof value === 'boolean') return [[name, value]]
      if (value === null) return [[name, '–']]
      return Array.isArray(value) ? [[name, value.length]] : []
    }),
  )
