// Imports and services of a shop: the plan, its rows, what is on sale, own words, the window, a worked price.
import { Hono } from 'hono'
import * as v from 'valibot'
import type { ServiceEdit } from '../../catalog/edit.ts'
import type { SaleResult } from '../../catalog/sale.ts'
import type { ProviderId, ServiceId, ShopId } from '../../lib/brand.ts'
import type { Outcome } from '../../lib/outcome.ts'
import type { Shop } from '../../model/shop.ts'
import type { ImportDoc, ImportRow, ServiceFilter } from '../../store/documents.ts'
import type { Store } from '../../store/store.ts'
import { answers, json, query } from '../describe.ts'
import type { AppEnv } from '../env.ts'
import { orReject, reject } from '../errors.ts'
import {
  ImportRowView,
  type ImportRowView as ImportRowViewType,
  ImportView,
  PriceExample,
  ServicePage,
  ServiceRow,
} from './views.ts'

export type CatalogApiDeps = {
  store: Pick<Store, 'imports' | 'services'>
  startImport(
    shop: Shop,
    provider: ProviderId,
    by: string,
  ): Promise<Outcome<{ plan: ImportDoc }, 'notFound' | 'running'>>
  applyImport(shop: Shop, id: string): Promise<Outcome<{ plan: ImportDoc }, 'notFound' | 'notPlanned'>>
  dropImport(shop: Shop, id: string): Promise<Outcome<{ plan: ImportDoc }, 'notFound' | 'notPlanned'>>
  rows(shop: Shop, ids: ServiceFilter): Promise<ServiceRow[]>
  setOnSale(shop: Shop, ids: ServiceId[], on: boolean): Promise<SaleResult>
  edit(
    shop: Shop,
    id: ServiceId,
    words: ServiceEdit,
  ): Promise<Outcome<object, 'notFound' | 'tooLong' | 'invalid'>>
  proposal(shop: Shop): Promise<ServiceRow[]>
  accept(shop: Shop, ids: ServiceId[]): Promise<SaleResult>
  setWindow(
    shop: Shop,
    number: number,
    service: ServiceId,
  ): Promise<Outcome<object, 'notFound' | 'badNumber'>>
  priceExample(shop: ShopId, margin: string): Promise<PriceExample>
}

const whole = v.pipe(v.string(), v.regex(/^\d{1,9}$/, 'is no whole number'), v.transform(Number))
const Ids = v.pipe(
  v.array(v.pipe(v.string(), v.maxLength(60))),
  v.minLength(1),
  v.maxLength(500, 'holds more than 500 services'),
)

const Listing = v.object({
  text: v.optional(v.pipe(v.string(), v.maxLength(200))),
  onSale: v.optional(v.picklist(['0', '1'])),
  vanished: v.optional(v.picklist(['0', '1'])),
  platform: v.optional(v.pipe(v.string(), v.maxLength(30))),
  kind: v.optional(v.pipe(v.string(), v.maxLength(30))),
  provider: v.optional(v.pipe(v.string(), v.maxLength(60))),
  after: v.optional(whole),
  limit: v.optional(v.pipe(whole, v.minValue(1), v.maxValue(200))),
})

const Words = v.object({
  displayName: v.optional(v.pipe(v.string(), v.trim())),
  displayDescription: v.optional(v.pipe(v.string(), v.trim())),
  displayNote: v.optional(v.pipe(v.string(), v.trim())),
  pin: v.optional(v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100_000_000)))),
  guaranteeDays: v.optional(v.nullable(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(36_500)))),
})

const IMPORT_REFUSALS = {
  notFound: [404, 'There is nothing with this id'],
  running: [409, 'An import of this panel is under way'],
  notPlanned: [409, 'This import is not waiting to be applied'],
} as const
const EDIT_REFUSALS = {
  notFound: [404, 'There is no such service'],
  tooLong: [422, 'Too long: 32 characters for the name, 300 for the description, 120 for the note'],
  invalid: [422, 'This value cannot be used'],
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

const planOf = async ({ store }: CatalogApiDeps, shop: ShopId, id: string): Promise<ImportDoc> =>
  (await store.imports.get(shop, id)) ?? reject(404, { code: 'notFound', message: 'There is no such import' })

const importReads = (deps: CatalogApiDeps) =>
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

export const importsApi = (deps: CatalogApiDeps) =>
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

const Sale = v.object({
  changed: v.number(),
  refused: v.array(v.object({ id: v.string(), reason: v.string() })),
})

const proposalAndWindow = (deps: CatalogApiDeps) =>
  new Hono<AppEnv>()
    .put(
      '/shops/:shop/window/:number',
      json(v.object({ service: v.string() })),
      answers(null, { summary: 'Trades a service onto a number' }),
      async (c) => {
        const number = Number(c.req.param('number'))
        const set = await deps.setWindow(c.get('shop'), number, c.req.valid('json').service)
        orReject(set, {
          notFound: [404, 'There is no such service'],
          badNumber: [422, 'The window has the numbers 1 to 10'],
        })
        return c.body(null, 204)
      },
    )
    .get(
      '/shops/:shop/services/proposal',
      answers(v.array(ServiceRow), { summary: 'Pilih yang dijual: at most thirty to begin with' }),
      async (c) => c.json(await deps.proposal(c.get('shop'))),
    )
    .post(
      '/shops/:shop/services/proposal',
      json(v.object({ ids: Ids })),
      answers(Sale, { summary: 'Accepts: on sale, the first ten into the window' }),
      async (c) => c.json(await deps.accept(c.get('shop'), c.req.valid('json').ids)),
    )

export const servicesApi = (deps: CatalogApiDeps) =>
  new Hono<AppEnv>()
    .get(
      '/shops/:shop/services',
      query(Listing),
      answers(ServicePage, { summary: 'Services by number' }),
      async (c) => {
        const { onSale, vanished, ...rest } = c.req.valid('query')
        const filter = {
          limit: 50,
          ...rest,
          ...(onSale ? { onSale: onSale === '1' } : {}),
          ...(vanished ? { vanished: vanished === '1' } : {}),
        } as ServiceFilter
        const { after: _, limit: __, ...whole } = filter
        const [rows, total] = await Promise.all([
          deps.rows(c.get('shop'), filter),
          deps.store.services.count(c.get('shop').id, whole),
        ])
        return c.json({ rows, total })
      },
    )
    .post(
      '/shops/:shop/services/sale',
      json(v.object({ ids: Ids, on: v.boolean() })),
      answers(Sale, { summary: 'Puts services on sale or takes them off' }),
      async (c) => {
        const { ids, on } = c.req.valid('json')
        return c.json(await deps.setOnSale(c.get('shop'), ids, on))
      },
    )
    .route('/', proposalAndWindow(deps))
    .put(
      '/shops/:shop/services/:id',
      json(Words),
      answers(null, { summary: 'Own words, a fixed price, a corrected guarantee' }),
      async (c) => {
        const words = Object.fromEntries(
          Object.entries(c.req.valid('json')).filter(([, value]) => value !== undefined),
        ) as ServiceEdit
        orReject(await deps.edit(c.get('shop'), c.req.param('id'), words), EDIT_REFUSALS)
        return c.body(null, 204)
      },
    )
    .get(
      '/shops/:shop/price-example',
      query(v.object({ margin: v.pipe(v.string(), v.regex(/^\d{1,4}(\.\d{1,2})?$/, 'is no percentage')) })),
      answers(PriceExample, { summary: 'What a margin makes of real rows' }),
      async (c) => c.json(await deps.priceExample(c.get('shop').id, c.req.valid('query').margin)),
    )
