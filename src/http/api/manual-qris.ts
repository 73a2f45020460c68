// The seller's own static QRIS: what is shown to customers until a gateway has accepted the seller. The picture is read in the browser;
// what counts is the text, checked here.
import { Hono } from 'hono'
import * as v from 'valibot'
import type { ShopId } from '../../lib/brand.ts'
import type { Outcome } from '../../lib/outcome.ts'
import type { ManualQris } from '../../model/shop.ts'
import type { ManualQrisRefusal } from '../../payments/manual-qris.ts'
import { answers, json } from '../describe.ts'
import type { AppEnv } from '../env.ts'
import { orReject, type RefusalTable, reject } from '../errors.ts'
import { Time } from './fields.ts'

export type ManualQrisApiDeps = {
  set(given: {
    shop: ShopId
    text: string
    by: string
  }): Promise<Outcome<{ manualQris: ManualQris }, ManualQrisRefusal>>
  turn(given: { shop: ShopId; on: boolean }): Promise<Outcome<{ manualQris: ManualQris }, 'notFound'>>
  remove(shop: ShopId): Promise<void>
}

export const ManualQrisView = v.strictObject({
  /** The text, for drawing it again. */
  qr: v.string(),
  merchantName: v.string(),
  nmid: v.optional(v.string()),
  on: v.boolean(),
  at: Time,
})
export type ManualQrisView = v.InferOutput<typeof ManualQrisView>

/** Absent as long as none is set. */
export const ManualQrisPage = v.strictObject({ qris: v.optional(ManualQrisView) })
export type ManualQrisPage = v.InferOutput<typeof ManualQrisPage>

const view = ({ qr, merchantName, nmid, on, at }: ManualQris): ManualQrisView => ({
  qr,
  merchantName,
  on,
  at,
  ...(nmid ? { nmid } : {}),
})

const REFUSALS: RefusalTable<ManualQrisRefusal> = {
  unreadable: [422, 'This is not the text of a QRIS'],
  format: [422, 'This is not the text of a QRIS'],
  checksum: [422, 'The checksum is wrong: a letter is missing or was changed'],
  currency: [422, 'This QR is not in rupiah'],
  country: [422, 'This QR is not from Indonesia'],
  amount: [422, 'This QR holds a fixed sum: use the one without a sum'],
  dynamic: [422, 'This QR is for one payment only: use the static one, as it stands on the counter'],
  fee: [422, 'This QR adds a tip or fee, which a customer must not be charged'],
  merchant: [422, 'This QR names no merchant with an NMID'],
  practice: [409, 'A practice shop takes no real money: set it in the live shop'],
  notFound: [404, 'No static QRIS is set'],
}

/** One of both: a new QRIS, or the one that is there switched on or off. */
const Form = v.pipe(
  v.strictObject({
    text: v.optional(v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(1000))),
    on: v.optional(v.boolean()),
  }),
  v.check(({ text, on }) => (text === undefined) !== (on === undefined), 'Expected a text, or on or off'),
)

export const manualQrisApi = (deps: ManualQrisApiDeps) =>
  new Hono<AppEnv>()
    .get(
      '/shops/:shop/manual-qris',
      answers(ManualQrisPage, { summary: "The seller's own static QRIS" }),
      (c) => {
        const { manualQris } = c.get('shop')
        return c.json(manualQris ? { qris: view(manualQris) } : {})
      },
    )
    .put(
      '/shops/:shop/manual-qris',
      answers(ManualQrisView, { summary: 'Sets the static QRIS, or switches it on or off' }),
      json(Form),
      async (c) => {
        const { text, on = false } = c.req.valid('json')
        const shop = c.get('shop').id
        const by = `seller:${c.get('account').id}`
        const done = text === undefined ? await deps.turn({ shop, on }) : await deps.set({ shop, text, by })
        return c.json(view(orReject(done, REFUSALS).manualQris))
      },
    )
    .delete(
      '/shops/:shop/manual-qris',
      answers(null, { summary: 'Takes the static QRIS away; bills that show it go on' }),
      async (c) => {
        if (!c.get('shop').manualQris) reject(404, { code: 'notFound', message: REFUSALS.notFound[1] })
        await deps.remove(c.get('shop').id)
        return c.body(null, 204)
      },
    )
