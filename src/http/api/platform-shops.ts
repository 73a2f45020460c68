// The admin's view of the shops: whose they are, and which may give money back through the platform's keys.
import { Hono } from 'hono'
import * as v from 'valibot'
import type { Clock } from '../../lib/clock.ts'
import type { Ids } from '../../lib/ids.ts'
import type { Shop } from '../../model/shop.ts'
import type { Store } from '../../store/store.ts'
import { answers, json } from '../describe.ts'
import type { AppEnv } from '../env.ts'
import { reject } from '../errors.ts'

export type PlatformShopsDeps = {
  store: Pick<Store, 'shops' | 'accounts' | 'audit'>
  clock: Clock
  ids: Pick<Ids, 'id'>
}

export const PlatformShopView = v.strictObject({
  id: v.string(),
  name: v.string(),
  owner: v.string(),
  mode: v.picklist(['practice', 'live']),
  /** Bills are made with the shop's own keys; else with the platform's. */
  ownKeys: v.boolean(),
  platformRefunds: v.boolean(),
})
export type PlatformShopView = v.InferOutput<typeof PlatformShopView>

const viewOf = ({ id, settings, mode, keySets, platformRefunds }: Shop, owner: string): PlatformShopView => ({
  id,
  name: settings.name,
  owner,
  mode,
  ownKeys: keySets.length > 0,
  platformRefunds: platformRefunds ?? false,
})

const ownerOf = async ({ store }: PlatformShopsDeps, { owner }: Shop): Promise<string> =>
  (await store.accounts.get(owner))?.email ?? '–'

/** Written in either case: what the admin wanted is on record, also where it was so already. */
const record = (deps: PlatformShopsDeps, shop: Shop, { by, on }: { by: string; on: boolean }) =>
  deps.store.audit.add({
    id: deps.ids.id('au'),
    shop: shop.id,
    at: deps.clock.now(),
    by,
    what: 'shop.platformRefunds',
    data: { on },
  })

export const platformShopsApi = (deps: PlatformShopsDeps) =>
  new Hono<AppEnv>()
    .get(
      '/platform/shops',
      answers(v.array(PlatformShopView), { summary: 'Live shops of all sellers' }),
      async (c) => {
        const shops = (await deps.store.shops.list()).filter(({ mode }) => mode === 'live')
        return c.json(await Promise.all(shops.map(async (shop) => viewOf(shop, await ownerOf(deps, shop)))))
      },
    )
    .put(
      '/platform/shops/:id',
      answers(PlatformShopView, {
        summary: "Lets a shop give money back through the platform's keys, or not",
      }),
      json(v.strictObject({ platformRefunds: v.boolean() })),
      async (c) => {
        const { platformRefunds } = c.req.valid('json')
        const shop = await deps.store.shops.change(c.req.param('id'), (one) =>
          one.mode === 'live' ? { ...one, platformRefunds } : null,
        )
        if (shop?.mode !== 'live')
          return reject(404, { code: 'notFound', message: 'There is no such live shop' })
        await record(deps, shop, { by: `admin:${c.get('account').id}`, on: platformRefunds })
        return c.json(viewOf(shop, await ownerOf(deps, shop)))
      },
    )
