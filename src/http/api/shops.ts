// One shop: what it is set to, whether it is open, its own Midtrans keys, its exchange rates.
import { Hono } from 'hono'
import * as v from 'valibot'
import type { Clock } from '../../lib/clock.ts'
import { DEFAULTS } from '../../model/defaults.ts'
import type { Shop, ShopPhase } from '../../model/shop.ts'
import { leftToLook } from '../../reports/restored.ts'
import type { Store } from '../../store/store.ts'
import { answers, json } from '../describe.ts'
import type { AppEnv } from '../env.ts'
import { orReject, reject } from '../errors.ts'
import { botView } from './bot.ts'
import { KEY_SET_REFUSALS, KeySetForm, type KeySetVerbs, Time, viewKeySet } from './fields.ts'
import { mergeSettings, SettingsForm } from './shop-fields.ts'
import { KeySetView, ShopView } from './views.ts'

export type ShopsApiDeps = {
  store: Pick<Store, 'shops' | 'orders' | 'items'>
  clock: Clock
  keySets: KeySetVerbs
  phaseOf(shop: Shop): Promise<ShopPhase>
}

const viewOf = async (deps: ShopsApiDeps, shop: Shop): Promise<ShopView> => ({
  id: shop.id,
  mode: shop.mode,
  phase: await deps.phaseOf(shop),
  settings: shop.settings,
  keySets: shop.keySets.map(viewKeySet),
  ...(shop.bot ? { bot: botView(shop.bot) } : {}),
  bound: shop.bound,
  exchange: shop.exchange,
  platformRefunds: shop.platformRefunds ?? false,
  ...(shop.restored ? { restored: shop.restored } : {}),
})

const gone = (): never => reject(404, { code: 'notFound', message: 'There is no such shop' })

const changed = async (deps: ShopsApiDeps, shop: Shop, decide: (shop: Shop) => Shop) =>
  viewOf(deps, (await deps.store.shops.change(shop.id, decide)) ?? gone())

const CloseForm = v.strictObject({ until: v.optional(Time) })

const ExchangeForm = v.strictObject({
  currency: v.pipe(
    v.string(),
    v.regex(/^[A-Z]{3,5}$/, 'Expected a currency such as USD'),
    v.check((currency) => currency !== 'IDR', 'Rupiah need no rate'),
  ),
  /** Rupiah for one unit. */
  rate: v.pipe(
    v.string(),
    v.regex(/^(?!0+(\.0+)?$)\d{1,9}(\.\d{1,8})?$/, 'Expected rupiah for one unit, such as 16250'),
  ),
  buffer: v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(50)), DEFAULTS.exchangeBufferPercent),
})

/** A shop put back from a copy has been looked through by whoever opens it. */
const opened = ({ settings: { closed: _, ...settings }, restored: __, ...shop }: Shop): Shop => ({
  ...shop,
  settings,
})

const settingsRoutes = (deps: ShopsApiDeps) =>
  new Hono<AppEnv>()
    .get('/shops/:shop', answers(ShopView, { summary: 'A shop with its settings' }), async (c) =>
      c.json(await viewOf(deps, c.get('shop'))),
    )
    .put(
      '/shops/:shop/settings',
      answers(ShopView, { summary: 'Change settings' }),
      json(SettingsForm),
      async (c) => {
        const form = c.req.valid('json')
        const merge = (shop: Shop) => ({ ...shop, settings: mergeSettings(shop.settings, form) })
        return c.json(await changed(deps, c.get('shop'), merge))
      },
    )
    .post(
      '/shops/:shop/close',
      answers(ShopView, { summary: 'Close, until a time if told' }),
      json(CloseForm),
      async (c) => {
        const { until } = c.req.valid('json')
        if (until !== undefined && until <= deps.clock.now())
          reject(400, {
            code: 'invalid',
            message: 'This time has passed',
            fields: { until: 'Expected a time to come' },
          })
        const closed = until === undefined ? {} : { until }
        const close = (shop: Shop) => ({ ...shop, settings: { ...shop.settings, closed } })
        return c.json(await changed(deps, c.get('shop'), close))
      },
    )
    .post('/shops/:shop/open', answers(ShopView, { summary: 'Open again' }), async (c) => {
      const { id, restored } = c.get('shop')
      if (restored) c.set('facts', { restored: true, left: (await leftToLook(deps.store, id)).orders })
      return c.json(await changed(deps, c.get('shop'), opened))
    })

const practiceHasNone = (shop: Shop): void => {
  if (shop.mode === 'practice')
    reject(409, {
      code: 'practice',
      message: 'The practice shop takes no real keys: switch to the live shop',
    })
}

export const shopRoutes = (deps: ShopsApiDeps) =>
  settingsRoutes(deps)
    .post(
      '/shops/:shop/keysets',
      answers(KeySetView, { summary: "The shop's own Midtrans keys; in use at once, before the platform's" }),
      json(KeySetForm),
      async (c) => {
        practiceHasNone(c.get('shop'))
        const added = await deps.keySets.add({ shop: c.get('shop').id }, c.req.valid('json'))
        return c.json(viewKeySet(orReject(added, KEY_SET_REFUSALS).keySet))
      },
    )
    .delete('/shops/:shop/keysets/:id', answers(null, { summary: 'Remove a key set' }), async (c) => {
      const removed = await deps.keySets.remove({ shop: c.get('shop').id }, c.req.param('id'))
      orReject(removed, KEY_SET_REFUSALS)
      return c.body(null, 204)
    })
    .put(
      '/shops/:shop/exchange',
      answers(ShopView, { summary: 'What one unit of a foreign currency costs in rupiah' }),
      json(ExchangeForm),
      async (c) => {
        const { currency, rate, buffer } = c.req.valid('json')
        const entry = { rate, buffer, at: deps.clock.now() }
        const set = (shop: Shop) => ({ ...shop, exchange: { ...shop.exchange, [currency]: entry } })
        return c.json(await changed(deps, c.get('shop'), set))
      },
    )
