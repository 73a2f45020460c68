// Who did what and why: the lines of one shop for its seller, all of them and the platform's own for the admin.
import { Hono } from 'hono'
import * as v from 'valibot'
import type { ShopId } from '../../lib/brand.ts'
import type { AuditFilter, AuditLine } from '../../store/ledger.ts'
import type { Store } from '../../store/store.ts'
import { answers, query } from '../describe.ts'
import type { AppEnv } from '../env.ts'
import { reject } from '../errors.ts'

export type AuditApiDeps = { store: Pick<Store, 'audit' | 'accounts' | 'shops' | 'customers'> }

export const AuditRow = v.object({
  id: v.string(),
  at: v.number(),
  /** E-mail of the account, or what else acted: `system`, a console's own name. */
  by: v.string(),
  role: v.picklist(['seller', 'admin', 'other']),
  what: v.string(),
  shop: v.optional(v.object({ id: v.string(), name: v.string() })),
  order: v.optional(v.string()),
  about: v.optional(v.string()),
  reason: v.optional(v.string()),
  data: v.optional(v.record(v.string(), v.union([v.string(), v.number(), v.boolean()]))),
})
export type AuditRow = v.InferOutput<typeof AuditRow>

export const AuditPage = v.object({
  rows: v.array(AuditRow),
  /** Where the next page begins; absent on the last one. */
  next: v.optional(v.string()),
})
export type AuditPage = v.InferOutput<typeof AuditPage>

const PAGE = 50

const Listing = v.object({
  text: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(100))),
  before: v.optional(v.pipe(v.string(), v.maxLength(300), v.regex(/^\d{1,16} \S{1,280}$/, 'is no page'))),
})
type Listing = v.InferOutput<typeof Listing>

const accountOf = (by: string): string | null => /^(?:seller|admin):([^:]+)/.exec(by)?.[1] ?? null
/** Which of the Telegram accounts that the seller has bound it was; '' when it was done on the dashboard. */
const telegramOf = (by: string): string => /^seller:[^:]+:(\d+)$/.exec(by)?.[1] ?? ''
const roleOf = (by: string): AuditRow['role'] =>
  by.startsWith('seller:') ? 'seller' : by.startsWith('admin:') ? 'admin' : 'other'

const cursor = (before: string | undefined): Pick<AuditFilter, 'before'> => {
  const [, at, id] = /^(\d+) (.+)$/.exec(before ?? '') ?? []
  return at && id ? { before: { at: Number(at), id } } : {}
}

/** What is typed may be part of an e-mail: the lines know accounts by their ids. */
const searched = async ({ store }: AuditApiDeps, text: string | undefined): Promise<string[]> => {
  const wanted = text?.toLowerCase() ?? ''
  if (!wanted) return []
  const accounts = await store.accounts.list()
  return [wanted, ...accounts.filter(({ email }) => email.includes(wanted)).map(({ id }) => `:${id}`)]
}

/** A line about a customer says the name; the id stays in the store. */
const namesOf = async ({ store }: AuditApiDeps, lines: AuditLine[]): Promise<Map<string, string>> => {
  const asked = new Map(
    lines.flatMap(({ shop, about }) =>
      shop && about?.startsWith('cu_') ? [[about, { shop, about }] as const] : [],
    ),
  )
  const found = await Promise.all(
    [...asked.values()].map(({ shop, about }) => store.customers.get(shop, about)),
  )
  return new Map(found.flatMap((one) => (one ? [[one.id, one.name] as const] : [])))
}

const makeRows = async ({ store }: AuditApiDeps, lines: AuditLine[]): Promise<AuditRow[]> => {
  const accounts = [...new Set(lines.flatMap(({ by }) => accountOf(by) ?? []))]
  const found = await Promise.all(accounts.map((id) => store.accounts.get(id)))
  const emails = new Map(accounts.map((id, at) => [id, found[at]?.email ?? id]))
  const shops = new Map((await store.shops.list()).map(({ id, settings }) => [id, settings.name]))
  const names = await namesOf({ store }, lines)
  return lines.map(({ id, at, by, what, shop, order, about, reason, data }) => ({
    id,
    at,
    by: [
      emails.get(accountOf(by) ?? '') ?? by,
      ...(telegramOf(by) ? [`Telegram ${telegramOf(by)}`] : []),
    ].join(' · '),
    role: roleOf(by),
    what,
    ...(shop ? { shop: { id: shop, name: shops.get(shop) ?? shop } } : {}),
    ...(order ? { order } : {}),
    ...(about ? { about: names.get(about) ?? about } : {}),
    ...(reason ? { reason } : {}),
    ...(data ? { data } : {}),
  }))
}

type Scope = { shop?: ShopId | null }

const pageOf = async (deps: AuditApiDeps, scope: Scope, { text, before }: Listing): Promise<AuditPage> => {
  const anyOf = await searched(deps, text)
  const filter = { ...scope, ...cursor(before), anyOf, limit: PAGE + 1 }
  const lines = await deps.store.audit.list(filter)
  const rows = await makeRows(deps, lines.slice(0, PAGE))
  const last = rows.at(-1)
  return { rows, ...(last && lines.length > PAGE ? { next: `${last.at} ${last.id}` } : {}) }
}

/** `shop`: only that shop's lines; `platform`: only the platform's own. */
const Everywhere = v.object({ ...Listing.entries, shop: v.optional(v.pipe(v.string(), v.maxLength(100))) })

export const auditApi = (deps: AuditApiDeps) =>
  new Hono<AppEnv>()
    .get(
      '/shops/:shop/audit',
      query(Listing),
      answers(AuditPage, { summary: 'Who did what in the shop, newest first' }),
      async (c) => c.json(await pageOf(deps, { shop: c.get('shop').id }, c.req.valid('query'))),
    )
    .get(
      '/platform/audit',
      query(Everywhere),
      answers(AuditPage, { summary: "Who did what in every shop, and the platform's own lines" }),
      async (c) => {
        const { shop, ...page } = c.req.valid('query')
        if (shop === undefined) return c.json(await pageOf(deps, {}, page))
        if (shop === 'platform') return c.json(await pageOf(deps, { shop: null }, page))
        if (!(await deps.store.shops.get(shop)))
          reject(404, { code: 'notFound', message: 'There is no such shop' })
        return c.json(await pageOf(deps, { shop }, page))
      },
    )
