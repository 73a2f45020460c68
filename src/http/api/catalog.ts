// Services of a shop: what is on sale, own words, what stands in, the window, a worked price.
import { Hono } from 'hono'
import * as v from 'valibot'
import type { Candidate } from '../../catalog/alternatives.ts'
import type { EditRefusal, ServiceEdit } from '../../catalog/edit.ts'
import type { SaleResult } from '../../catalog/sale.ts'
import type { ServiceId, ShopId } from '../../lib/brand.ts'
import type { Outcome } from '../../lib/outcome.ts'
import { DEFAULTS } from '../../model/defaults.ts'
import type { Shop } from '../../model/shop.ts'
import type { ServiceFilter } from '../../store/documents.ts'
import type { Store } from '../../store/store.ts'
import { answers, json, query } from '../describe.ts'
import type { AppEnv } from '../env.ts'
import { orReject, reject } from '../errors.ts'
import { whole } from './fields.ts'
import { CORRECTIONS } from './service-facts.ts'
import { AlternativeRow, PriceExample, ServicePage, ServiceRow } from './views.ts'

export type CatalogApiDeps = {
  store: Pick<Store, 'services'>
  rows(shop: Shop, ids: ServiceFilter): Promise<ServiceRow[]>
  setOnSale(shop: Shop, ids: ServiceId[], on: boolean): Promise<SaleResult>
  edit(shop: Shop, id: ServiceId, words: ServiceEdit): Promise<Outcome<object, EditRefusal>>
  /** What may stand in for a service, the mapped ones first; null: there is no such service. */
  candidates(
    shop: Shop,
    asked: { service: ServiceId; text?: string; limit: number },
  ): Promise<Candidate[] | null>
  proposal(shop: Shop): Promise<ServiceRow[]>
  accept(shop: Shop, ids: ServiceId[]): Promise<SaleResult>
  setWindow(
    shop: Shop,
    number: number,
    service: ServiceId,
  ): Promise<Outcome<object, 'notFound' | 'badNumber'>>
  priceExample(shop: ShopId, margin: string): Promise<PriceExample>
}

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
  ...CORRECTIONS,
  alternatives: v.optional(
    v.pipe(
      v.array(v.pipe(v.string(), v.maxLength(60))),
      v.maxLength(DEFAULTS.alternatives, `holds more than ${DEFAULTS.alternatives} services`),
    ),
  ),
})

const EDIT_REFUSALS = {
  notFound: [404, 'There is no such service'],
  tooLong: [422, 'Too long: 32 characters for the name, 300 for the description, 120 for the note'],
  invalid: [422, 'This value cannot be used'],
  badAlternative: [
    422,
    'One of these can not stand in: other platform, kind, link or type, named twice, gone, or not of this shop',
  ],
} as const

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

const MOST_CANDIDATES = 30

const alternatives = (deps: CatalogApiDeps) =>
  new Hono<AppEnv>().get(
    '/shops/:shop/services/:id/alternatives',
    query(v.object({ text: v.optional(v.pipe(v.string(), v.maxLength(200))) })),
    answers(v.array(AlternativeRow), { summary: 'What may stand in for a service, the mapped ones first' }),
    async (c) => {
      const { text } = c.req.valid('query')
      const asked = { service: c.req.param('id'), limit: MOST_CANDIDATES, ...(text ? { text } : {}) }
      const found = await deps.candidates(c.get('shop'), asked)
      if (!found) return reject(404, { code: 'notFound', message: 'There is no such service' })
      const ids = found.map(({ service }) => service.id)
      const rows = new Map((await deps.rows(c.get('shop'), { ids })).map((row) => [row.id, row]))
      return c.json(
        found.flatMap(({ service, mapped }) => {
          const row = rows.get(service.id)
          return row ? [{ ...row, mapped }] : []
        }),
      )
    },
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
    .route('/', alternatives(deps))
    .put(
      '/shops/:shop/services/:id',
      json(Words),
      answers(null, { summary: 'Own words, a fixed price, facts put right, what stands in' }),
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
