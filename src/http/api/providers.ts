// Panels of a shop: add, test, change, take away. A key goes in and never comes out.
import { Hono } from 'hono'
import * as v from 'valibot'
import type { ProviderId, ShopId } from '../../lib/brand.ts'
import type { Outcome } from '../../lib/outcome.ts'
import type { Shop } from '../../model/shop.ts'
import type { ProviderDoc } from '../../store/documents.ts'
import { answers, json } from '../describe.ts'
import type { AppEnv } from '../env.ts'
import { orReject, reject } from '../errors.ts'
import { providerStands, type StandDeps } from './provider-stand.ts'
import { providerView } from './provider-view.ts'
import { ConnectionView, ProviderStand, ProviderView } from './views.ts'

export type ProviderForm = { name: string; endpoint: string; key: string }
export type ProviderRefusal = 'notFound' | 'practice' | 'badEndpoint' | 'taken' | 'ordersOpen'

export type ProvidersApiDeps = StandDeps & {
  knownPanels: readonly { name: string; endpoint: string }[]
  add(shop: Shop, form: ProviderForm): Promise<Outcome<{ provider: ProviderDoc }, ProviderRefusal>>
  edit(
    shop: Shop,
    id: ProviderId,
    form: { name?: string; endpoint?: string; key?: string; disabled?: boolean; currency?: string },
  ): Promise<Outcome<{ provider: ProviderDoc }, ProviderRefusal>>
  remove(shop: Shop, id: ProviderId): Promise<Outcome<object, ProviderRefusal>>
  /** Asks balance and services of a stored provider, or of a form not stored yet. */
  test(
    shop: ShopId,
    what: ProviderId | ProviderForm,
  ): Promise<Outcome<{ connection: ConnectionView }, 'notFound' | 'badEndpoint'>>
}

const Name = v.pipe(v.string(), v.trim(), v.minLength(1, 'is missing'), v.maxLength(60))
const Endpoint = v.pipe(
  v.string(),
  v.trim(),
  v.maxLength(300),
  v.regex(/^https?:\/\/[^\s]+$/i, 'is no http or https address'),
)
const Key = v.pipe(
  v.string(),
  v.trim(),
  v.minLength(1, 'is missing'),
  v.maxLength(400),
  v.regex(/^[!-~]+$/, 'holds something that no key holds'),
)
const Form = v.object({ name: Name, endpoint: Endpoint, key: Key })
const Changes = v.object({
  name: v.optional(Name),
  endpoint: v.optional(Endpoint),
  key: v.optional(v.union([v.literal(''), Key])),
  disabled: v.optional(v.boolean()),
  /** For a panel that tells no currency, or a wrong one: from now on this counts. */
  currency: v.optional(
    v.pipe(v.string(), v.trim(), v.toUpperCase(), v.regex(/^[A-Z]{3,5}$/, 'is no currency')),
  ),
})

const REFUSALS = {
  notFound: [404, 'There is no such provider'],
  practice: [409, 'The practice shop has its own practice panel; connect a real one in the live shop'],
  badEndpoint: [
    422,
    'This address cannot be used: http or https, no private host unless ALLOW_PRIVATE_HOSTS names it',
  ],
  taken: [409, 'This panel account is connected already'],
  ordersOpen: [409, 'Orders of this panel are still open; switch it off instead'],
} as const

const connectionTests = (deps: ProvidersApiDeps) =>
  new Hono<AppEnv>()
    .post(
      '/shops/:shop/providers/test',
      json(Form),
      answers(ConnectionView, { summary: 'Tests a connection before it is stored' }),
      async (c) => {
        const tested = await deps.test(c.get('shop').id, c.req.valid('json'))
        return c.json(orReject(tested, REFUSALS).connection)
      },
    )
    .post(
      '/shops/:shop/providers/:id/test',
      answers(ConnectionView, { summary: 'Asks the panel for balance and services' }),
      async (c) => {
        const tested = await deps.test(c.get('shop').id, c.req.param('id'))
        return c.json(orReject(tested, REFUSALS).connection)
      },
    )

export const providersApi = (deps: ProvidersApiDeps) =>
  new Hono<AppEnv>()
    .get(
      '/known-panels',
      answers(v.array(v.object({ name: v.string(), endpoint: v.string() })), {
        summary: 'Panels that the form can fill in',
      }),
      (c) => c.json([...deps.knownPanels]),
    )
    .get(
      '/shops/:shop/providers',
      answers(v.array(ProviderStand), { summary: 'Connected panels, and how their accounts stand' }),
      async (c) => c.json(await providerStands(deps, c.get('shop'))),
    )
    .post(
      '/shops/:shop/providers',
      json(Form),
      answers(ProviderView, { summary: 'Connects a panel' }),
      async (c) => {
        const added = await deps.add(c.get('shop'), c.req.valid('json'))
        return c.json(providerView(orReject(added, REFUSALS).provider))
      },
    )
    .route('/', connectionTests(deps))
    .put(
      '/shops/:shop/providers/:id',
      json(Changes),
      answers(ProviderView, { summary: 'Changes a provider; an empty key stays as it is' }),
      async (c) => {
        const { name, endpoint, key, disabled, currency } = c.req.valid('json')
        const form = {
          ...(name ? { name } : {}),
          ...(endpoint ? { endpoint } : {}),
          ...(key ? { key } : {}),
          ...(disabled === undefined ? {} : { disabled }),
          ...(currency ? { currency } : {}),
        }
        if (Object.keys(form).length === 0)
          return reject(400, { code: 'invalid', message: 'Nothing to change' })
        const edited = await deps.edit(c.get('shop'), c.req.param('id'), form)
        return c.json(providerView(orReject(edited, REFUSALS).provider))
      },
    )
    .delete(
      '/shops/:shop/providers/:id',
      answers(null, { summary: 'Takes a panel away, when no order of it is open' }),
      async (c) => {
        orReject(await deps.remove(c.get('shop'), c.req.param('id')), REFUSALS)
        return c.body(null, 204)
      },
    )
