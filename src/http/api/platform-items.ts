// What the admin has to look at: money on the platform's keys that no bill asked for, and what sellers leave lying.
import { Hono } from 'hono'
import * as v from 'valibot'
import type { Clock } from '../../lib/clock.ts'
import { PLATFORM } from '../../model/shop.ts'
import type { Item } from '../../store/documents.ts'
import type { Store } from '../../store/store.ts'
import { answers } from '../describe.ts'
import type { AppEnv } from '../env.ts'
import { reject } from '../errors.ts'
import { ItemView } from './views.ts'

export type PlatformItemsDeps = { store: Pick<Store, 'items'>; clock: Clock }

const MOST = 200

const view = ({ id, kind, text, order, at, doneAt }: Item): ItemView => ({
  id,
  kind,
  text,
  at,
  ...(order ? { order } : {}),
  ...(doneAt ? { doneAt } : {}),
})

export const platformItemsApi = ({ store, clock }: PlatformItemsDeps) =>
  new Hono<AppEnv>()
    .get(
      '/platform/items',
      answers(v.array(ItemView), { summary: 'What the admin has to look at, not ticked off yet' }),
      async (c) => c.json((await store.items.list(PLATFORM, true, MOST)).map(view)),
    )
    .post('/platform/items/:id/done', answers(null, { summary: 'Ticks it off' }), async (c) => {
      const by = `admin:${c.get('account').id}`
      const item = await store.items.change(PLATFORM, c.req.param('id'), (current) =>
        current.doneAt ? null : { ...current, doneAt: clock.now(), by },
      )
      if (!item) reject(404, { code: 'notFound', message: 'There is nothing with this id' })
      return c.body(null, 204)
    })
