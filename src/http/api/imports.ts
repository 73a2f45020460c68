// Imports of a shop: read into a plan, looked at row by row, applied or put aside.
import { Hono } from 'hono'
import * as v from 'valibot'
import type { ProviderId, ShopId } from '../../lib/brand.ts'
import type { Outcome } from '../../lib/outcome.ts'
import type { Shop } from '../../model/shop.ts'
import type { ImportDoc, ImportRow } from '../../store/documents.ts'
import type { Store } from '../../store/store.ts'
import { answers, json, query } from '../describe.ts'
import type { AppEnv } from '../env.ts'
import { orReject, reject } from '../errors.ts'
import { whole } from './fields.ts'
import { ImportRowView, type ImportRowView as ImportRowViewType, ImportView } from './views.ts'

export type ImportsApiDeps = {
  store: Pick<Store, 'imports'>
  startImport(
    shop: Shop,
    provider: ProviderId,
    by: string,
  ): Promise<Outcome<{ plan: ImportDoc }, 'notFound' | 'running'>>
  applyImport(shop: Shop, id: string): Promise<Outcome<{ plan: ImportDoc }, 'notFound' | 'notPlanned'>>
  dropImport(shop: Shop, id: string): Promise<Outcome<{ plan: ImportDoc }, 'notFound' | 'notPlanned'>>
}

const IMPORT_REFUSALS = {
  notFound: [404, 'There is nothing with this id'],
  running: [409, 'An import of this panel is under way'],
  notPlanned: [409, 'This import is not waiting to be applied'],
} as const
export const importView = ({
  id,
  provider,
  state,
  counts,
  lots,
  applied,
  short,
  fault,
  createdAt,
  finishedAt,
}: ImportDoc): ImportView => ({
  id,
  provider,
  state,
  counts,
  lots,
  applied,
  createdAt,
  ...(short ? { short } : {}),
  ...(fault ? { fault } : {}),
  ...(finishedAt ? { finishedAt } : {}),
})

const rowView = ({ row, change, service_id_api, name, reasons, service }: ImportRow): ImportRowViewType => ({
  row,
  change,
  ...(service_id_api ? { service_id_api } : {}),
  ...((name ?? service?.name) ? { name: name ?? service?.name ?? '' } : {}),
  ...(service ? { category: service.category, rate: service.rate, min: service.min, max: service.max } : {}),
  ...(reasons ? { reasons } : {}),
})

const planOf = async ({ store }: ImportsApiDeps, shop: ShopId, id: string): Promise<ImportDoc> =>
  (await store.imports.get(shop, id)) ?? reject(404, { code: 'notFound', message: 'There is no such import' })

const importReads = (deps: ImportsApiDeps) =>
  new Hono<AppEnv>()
    .get(
      '/shops/:shop/imports',
      answers(v.array(ImportView), { summary: 'Imports, newest first' }),
      async (c) => {
        const plans = await deps.store.imports.list(c.get('shop').id, 30)
        return c.json(plans.map(importView))
      },
    )
    .get(
      '/shops/:shop/imports/:id',
      answers(ImportView, { summary: 'One import with its progress' }),
      async (c) => c.json(importView(await planOf(deps, c.get('shop').id, c.req.param('id')))),
    )
    .get(
      '/shops/:shop/imports/:id/rows',
      query(
        v.object({
          lot: v.optional(whole),
          change: v.optional(v.picklist(['new', 'changed', 'same', 'vanished', 'invalid'])),
        }),
      ),
      answers(v.array(ImportRowView), { summary: 'Rows of one lot (250) of the plan' }),
      async (c) => {
        const { lot = 0, change } = c.req.valid('query')
        const plan = await planOf(deps, c.get('shop').id, c.req.param('id'))
        const rows = await deps.store.imports.rows(plan.shop, plan.id, lot)
        return c.json(rows.filter((row) => !change || row.change === change).map(rowView))
      },
    )

export const importsApi = (deps: ImportsApiDeps) =>
  new Hono<AppEnv>()
    .post(
      '/shops/:shop/imports',
      json(v.object({ provider: v.string() })),
      answers(ImportView, { summary: 'Reads the panel and makes a plan; nothing is stored for sale yet' }),
      async (c) => {
        const started = await deps.startImport(
          c.get('shop'),
          c.req.valid('json').provider,
          `seller:${c.get('account').id}`,
        )
        return c.json(importView(orReject(started, IMPORT_REFUSALS).plan))
      },
    )
    .route('/', importReads(deps))
    .post(
      '/shops/:shop/imports/:id/apply',
      answers(ImportView, { summary: 'Stores all services of the plan and gives their numbers' }),
      async (c) => {
        const applied = await deps.applyImport(c.get('shop'), c.req.param('id'))
        return c.json(importView(orReject(applied, IMPORT_REFUSALS).plan))
      },
    )
    .post(
      '/shops/:shop/imports/:id/drop',
      answers(ImportView, { summary: 'Puts the plan aside' }),
      async (c) => {
        const dropped = await deps.dropImport(c.get('shop'), c.req.param('id'))
        return c.json(importView(orReject(dropped, IMPORT_REFUSALS).plan))
      },
    )
